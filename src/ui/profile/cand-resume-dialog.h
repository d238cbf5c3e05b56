/* cand-resume-dialog.h: asks which parts of a résumé take the place of what the profile says
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/library/cand-library.h"

G_BEGIN_DECLS

#define CAND_TYPE_RESUME_DIALOG (cand_resume_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CandResumeDialog, cand_resume_dialog, CAND, RESUME_DIALOG, AdwDialog)

/* @differences: (element-type CandProfileDifference), of the library's profile. */
AdwDialog *cand_resume_dialog_new (CandLibrary *library, GPtrArray *differences);

G_END_DECLS
