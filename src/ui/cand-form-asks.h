/* cand-form-asks.h: what a position asks, before anything is begun
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/library/cand-library.h"

G_BEGIN_DECLS

/* Property "position". What is known of its form is read whenever the widget comes into view; the
 * board is asked only when the person says so. Actions of its own: asks.ask, asks.show-all,
 * asks.open. */
#define CAND_TYPE_FORM_ASKS (cand_form_asks_get_type ())
G_DECLARE_FINAL_TYPE (CandFormAsks, cand_form_asks, CAND, FORM_ASKS, AdwBin)

GtkWidget *cand_form_asks_new (void);
/* Once, before the position. */
void cand_form_asks_set_library (CandFormAsks *self, CandLibrary *library);
void cand_form_asks_set_position (CandFormAsks *self, CandPosition *position);

G_END_DECLS
