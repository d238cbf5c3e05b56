/* cand-model-text.h: the strings that the model keeps
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Objects keep NULL for "", so that thousands of them do not hold thousands of empty strings. */
static inline const char *
cand_text_or_empty (const char *text)
{
  return text != NULL ? text : "";
}

/* A copy of @text that is UTF-8 whatever was given; NULL for NULL and "". (transfer full) */
char *cand_text_dup (const char *text);

/* The same without the blanks around it. (transfer full) (nullable) */
char *cand_text_dup_trimmed (const char *text);

/* For what is shown: the same without control characters and without those that turn the direction
 * of writing around (U+202A to U+202E, U+2066 to U+2069), which could steer a terminal, or make a
 * text read as another one. On one line, where every line break or tab, with the blanks beside it,
 * is one blank; or with the line breaks kept, each a "\n". (transfer full) (nullable) */
char *cand_text_dup_line (const char *text);
char *cand_text_dup_lines (const char *text);

/* The same on one line, at most CAND_TEXT_MAX_FACT characters: a longer one ends in "…". For what a
 * source says in a few words: titles, names, places. (transfer full) (nullable) */
#define CAND_TEXT_MAX_FACT 500
char *cand_text_dup_fact (const char *text);

/* For comparing what questions ask: " cover letter " for "Cover_letter:", words in lower case and
 * without accents, with one blank around each. (transfer full) */
char *cand_text_dup_words (const char *text);
/* Whether @text is @word (lower case, no blanks or hyphens) however it is put: "on-site", "On Site"
 * and "ON_SITE" are spellings of "onsite". */
gboolean cand_text_is_spelling_of (const char *text, const char *word);

/* Makes *@slot a copy of @text: TRUE when that changed it. */
gboolean cand_text_set (char **slot, const char *text);

/* Takes @text, which came from one of the functions above: TRUE when that changed *@slot. */
gboolean cand_text_take (char **slot, char *text);

/* For lists of strings that may be NULL. */
const char *const *cand_strv_or_empty (char **strv);
gboolean cand_strv_equal (char **a, char **b);

/* Two errors that would be told in the same words. Either may be NULL. */
gboolean cand_error_equal (const GError *a, const GError *b);

G_END_DECLS
