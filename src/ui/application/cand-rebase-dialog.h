/* cand-rebase-dialog.h: what becomes of a draft on a form that changed
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/library/cand-library-rebase.h"

G_BEGIN_DECLS

/* Three piles: what is kept, what is new, what is set aside; and the button that does it.
 *
 * Signals: "used": the application is on the new form, and its widgets have to be made again. */
#define CAND_TYPE_REBASE_DIALOG (cand_rebase_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CandRebaseDialog, cand_rebase_dialog, CAND, REBASE_DIALOG, AdwDialog)

/* @change: (transfer full) */
CandRebaseDialog *
cand_rebase_dialog_new (CandLibrary *library, CandApplication *application, CandFormChange *change);

G_END_DECLS
