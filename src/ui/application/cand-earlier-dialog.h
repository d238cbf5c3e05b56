/* cand-earlier-dialog.h: what an answer said before
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-field-row.h"

G_BEGIN_DECLS

#define CAND_TYPE_EARLIER_DIALOG (cand_earlier_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CandEarlierDialog, cand_earlier_dialog, CAND, EARLIER_DIALOG, AdwDialog)

/* Lists the earlier values of the row's answer, which is one of its application's own, and compares
 * them with the present one. Restoring one is an edit like any other, and can be undone; the
 * present one is kept among the earlier ones before. */
AdwDialog *cand_earlier_dialog_new (CandFieldRow *row);

G_END_DECLS
