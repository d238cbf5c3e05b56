/* cand-save-text.h: how far saving is, in words
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/model/cand-enums.h"

G_BEGIN_DECLS

/* "Saving…", "Saved 14:02", "Not Saved", or "" before anything was. @saved_at in seconds since the
 * epoch, 0 for never. (transfer full) */
char *cand_save_dup_text (CandSaveState state, gint64 saved_at);

/* Makes @banner and the style of @label tell whether saving failed, and why: @error is nullable. A
 * retry under way is no success yet: the banner stays for it. */
void cand_save_show_failure (AdwBanner *banner,
                             GtkWidget *label,
                             CandSaveState state,
                             const GError *error);

G_END_DECLS
