/* cand-follow-dialog.h: asks what to follow, looks there, and shows what was found
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/library/cand-library.h"

G_BEGIN_DECLS

/* Signal "chosen" (CandFound *): that is followed now, or was before and is to be opened; the
 * dialog has closed. */
#define CAND_TYPE_FOLLOW_DIALOG (cand_follow_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CandFollowDialog, cand_follow_dialog, CAND, FOLLOW_DIALOG, AdwDialog)

CandFollowDialog *cand_follow_dialog_new (CandLibrary *library);

/* Looks at once: there; or, where @text is no address, in it; or in @file. */
void cand_follow_dialog_look (CandFollowDialog *self, const char *address);
void cand_follow_dialog_read_text (CandFollowDialog *self, const char *text);
void cand_follow_dialog_read_file (CandFollowDialog *self, GFile *file);

G_END_DECLS
