/* cand-html-arena.h: the memory of one piece of HTML while it is read
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <gumbo.h>

G_BEGIN_DECLS

/* gumbo allocates thousands of small things for a page and frees them one by one, which takes
 * longer than parsing, and does so by recursion. Here they lie one behind the other and go all at
 * once. */
typedef struct _CandHtmlArena CandHtmlArena;

CandHtmlArena *cand_html_arena_new (void);
void cand_html_arena_free (CandHtmlArena *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandHtmlArena, cand_html_arena_free)

/* Parses @piece as what a <div> holds. What is returned belongs to the arena, and is gone with the
 * next call. */
const GumboNode *cand_html_arena_parse (CandHtmlArena *self, const char *piece, gsize length);

G_END_DECLS
