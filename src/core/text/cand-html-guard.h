/* cand-html-guard.h: keeps from the HTML parser what would cost it too much
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An HTML5 parser does what the text makes it do: its time grows with the square of how deep
 * elements nest and of how many attributes one has, and an element left open is opened again in
 * every paragraph. Measured with gumbo 0.13: 480 kB of <ul><li> take a minute. It also takes trees
 * down by recursion. So it is given the same elements in the same order, but
 *
 *  - only those that mean something here, without the attributes that mean nothing here, and
 * without comments, scripts and the like;
 *  - in pieces: where too much is open, the piece ends, and the next one starts with nothing open.
 *
 * No text that a person wrote comes near that; one that does loses its indentation, and no words.
 */
typedef struct _CandHtmlGuard CandHtmlGuard;

/* @html is UTF-8 without NUL, and has to outlive the guard. */
CandHtmlGuard *cand_html_guard_new (const char *html, gsize length);
/* The same for what is around the text of a page: passed on are <title>, <base>, <meta>, <link>,
 * <script> (its words only where they are JSON-LD), <iframe>, <time>, and <a> with the words in it,
 * each with the attributes that say something about the page. */
CandHtmlGuard *cand_html_guard_new_for_page (const char *html, gsize length);
void cand_html_guard_free (CandHtmlGuard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandHtmlGuard, cand_html_guard_free)

/* Puts the next piece into @piece; FALSE when there is none. */
gboolean cand_html_guard_next (CandHtmlGuard *self, GString *piece);

/* Whether there was any tag or comment in what was read so far. */
gboolean cand_html_guard_saw_markup (CandHtmlGuard *self);

G_END_DECLS
