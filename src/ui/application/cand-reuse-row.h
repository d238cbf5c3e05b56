/* cand-reuse-row.h: one earlier answer, and where it was used
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/library/cand-reuse.h"

G_BEGIN_DECLS

/* Signals "use" and "copy", each with the text. */
#define CAND_TYPE_REUSE_ROW (cand_reuse_row_get_type ())
G_DECLARE_FINAL_TYPE (CandReuseRow, cand_reuse_row, CAND, REUSE_ROW, AdwPreferencesRow)

/* @field: the question that it may answer; @replaces: whether there is an answer already. Keeps
 * nothing of @reusable but the text. */
GtkWidget *cand_reuse_row_new (const CandReusable *reusable, CandField *field, gboolean replaces);

G_END_DECLS
