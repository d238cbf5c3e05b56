/* cand-wrap.h: long texts in labels that wrap
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Breaking between words takes Pango time that grows with the square of the longest run without a
 * place to break: a pasted word of 60,000 letters stops the window. */

/* PANGO_WRAP_WORD_CHAR, or PANGO_WRAP_CHAR for a @text with such a run. */
PangoWrapMode cand_wrap_mode_for (const char *text);

/* Shows @text in a label that wraps, in the mode for it. */
void cand_wrap_set_label (GtkLabel *label, const char *text);

/* For a label whose mode is not ours to set: @text, or its beginning with "…" where it is so long
 * that it might have such a run; (transfer full). */
char *cand_wrap_dup_beginning (const char *text);

/* The same on one line, for a label that shows a few lines of a text: it would show as many of each
 * line of the text. (transfer full) */
char *cand_wrap_dup_preview (const char *text);

G_END_DECLS
