/* cand-spelling.h: unknown words marked in a text, in the language of the text
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* In characters: a text above this is not checked. */
#define CAND_SPELLING_LONGEST 100000

/* A view for a text at length, whose buffer can be checked where the program was built with
 * libspelling. Nothing is, and no dictionary is read, before the view has the focus. @menu
 * (nullable) is shown above the choice of corrections and languages. (transfer floating) */
GtkTextView *cand_spelling_view_new (GMenuModel *menu);

/* The code of the language that the view's text is checked in, such as "en_US"; NULL where it is
 * not checked. */
const char *cand_spelling_get_language (GtkTextView *view);

/* Which of @codes (%NULL-terminated) stands for each language: "fr_CA" and "fr" are one. Those that
 * the person's locale names come first; at most @n. (transfer full) */
char **cand_spelling_choose_codes (const char *const *codes, const char *const *preferred, guint n);

G_END_DECLS
