/* cand-undo-toast.h: a toast that takes back what was just done
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Says @text (plain) with an Undo button for ten seconds; @undo (AdwToast *, @data) runs when it is
 * pressed. @data is freed with the toast. */
AdwToast *cand_undo_toast_new (const char *text,
                               void (*undo) (AdwToast *toast, gpointer data),
                               gpointer data,
                               GDestroyNotify free_data);

/* Shows @toast (transfer full) where @widget is. */
void cand_toast_show (GtkWidget *widget, AdwToast *toast);

G_END_DECLS
