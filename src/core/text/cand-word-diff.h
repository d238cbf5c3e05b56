/* cand-word-diff.h: what one text says otherwise than another, by words
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  CAND_WORD_SAME,
  CAND_WORD_REMOVED,
  CAND_WORD_ADDED,
} CandWordChange;

/* A run of words, blanks and signs of one kind. */
typedef struct
{
  CandWordChange change;
  gsize start; /* byte offset: for REMOVED into the text before, else into the one after */
  gsize length;
  guint n_words; /* how many of it are words, not blanks or signs */
} CandWordSpan;

/* (element-type CandWordSpan) (transfer full): all of both texts, in order; what was removed comes
 * before what was added in its place, and no two neighbours are of one kind. Both texts are UTF-8,
 * NULL is "".
 *
 * A word is a run of letters, figures and marks; where a script has no blanks (Chinese, Thai, …),
 * each character is one. Found by Myers' algorithm (An O(ND) Difference Algorithm and Its
 * Variations, 1986) up to a number of differences; beyond it the texts are first divided at the
 * words that each of them has once, and what still differs too much is replaced as a whole. So it
 * takes about linear time and memory, whatever the texts are. Any thread. */
GArray *cand_word_diff (const char *before, const char *after);

/* How many words were removed, and how many added. */
void cand_word_diff_count (GArray *spans, guint *n_removed, guint *n_added);

G_END_DECLS
