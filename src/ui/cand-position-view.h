/* cand-position-view.h: everything that is known of one position, to read
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/model/cand-position.h"

G_BEGIN_DECLS

/* Property "position", loaded with its description, and followed. Shown on the position page and
 * beside the form.
 */
#define CAND_TYPE_POSITION_VIEW (cand_position_view_get_type ())
G_DECLARE_FINAL_TYPE (CandPositionView, cand_position_view, CAND, POSITION_VIEW, AdwBin)

GtkWidget *cand_position_view_new (void);
void cand_position_view_set_position (CandPositionView *self, CandPosition *position);
/* Its page is being read: said in place of the text where that is lacking, after a moment. */
void cand_position_view_set_reading (CandPositionView *self, gboolean reading);
/* Why its page could not be read, said below the text with a button for the action
 * position.read-again; NULL takes that away. */
void cand_position_view_set_read_error (CandPositionView *self, const GError *error);
/* The buttons under the facts. */
void cand_position_view_set_actions (CandPositionView *self, GtkWidget *actions);

G_END_DECLS
