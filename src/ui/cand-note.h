/* cand-note.h: a sentence that stands out a little
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A tinted box with an icon and @text, which may be long. */
GtkWidget *cand_note_new (const char *icon_name, const char *text);

G_END_DECLS
