/* cand-reuse-dialog.h: earlier answers to the same or a similar question
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-field-row.h"

G_BEGIN_DECLS

#define CAND_TYPE_REUSE_DIALOG (cand_reuse_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CandReuseDialog, cand_reuse_dialog, CAND, REUSE_DIALOG, AdwDialog)

/* @found: (element-type CandReusable). Using one is an edit of the row's answer like any other, and
 * can be undone; what the answer said before is kept among its earlier versions. */
AdwDialog *cand_reuse_dialog_new (CandFieldRow *row, GPtrArray *found);

G_END_DECLS
