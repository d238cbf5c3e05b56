/* cand-earlier-dialog.h: what an answer said before
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/library/cand-library.h"

G_BEGIN_DECLS

#define CAND_TYPE_EARLIER_DIALOG (cand_earlier_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CandEarlierDialog, cand_earlier_dialog, CAND, EARLIER_DIALOG, AdwDialog)

/* Lists the kept earlier values of one of the application's answers; restoring one is an edit like
 * any other. */
AdwDialog *
cand_earlier_dialog_new (CandLibrary *library, CandApplication *application, CandAnswer *answer);

G_END_DECLS
