/* cand-file-compare-dialog.h: an attached copy beside the file it was copied from
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/library/cand-library.h"

G_BEGIN_DECLS

/* Sizes, dates, and what their words say otherwise, where both have some. */
#define CAND_TYPE_FILE_COMPARE_DIALOG (cand_file_compare_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    CandFileCompareDialog, cand_file_compare_dialog, CAND, FILE_COMPARE_DIALOG, AdwDialog)

CandFileCompareDialog *cand_file_compare_dialog_new (CandAttachment *attachment,
                                                     GFile *source,
                                                     const CandSourceState *state);

G_END_DECLS
