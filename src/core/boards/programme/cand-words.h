/* cand-words.h: what the words of an announcement say of its parts
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words of @text in lower case, each between single blanks, which are at both ends as well:
 * " how to apply ". For strstr with a phrase between blanks. " " for no words. (transfer full) */
char *cand_words_dup (const char *text);
guint cand_words_count (const char *words);
/* Whether one of the NULL-terminated @phrases, each with its blanks, is in @words. */
gboolean cand_words_have (const char *words, const char *const *phrases);

/* What follows takes words as cand_words_dup gives them. */

/* "Positions", "We are hiring!", "Open roles": names positions, and no group of them. */
gboolean cand_words_head_positions (const char *words);
/* "Open positions", "Internships 2026": names positions so plainly that links under it may lead to
 * such, which "Careers" and "Join us" do not. */
gboolean cand_words_list_positions (const char *words);
/* "Job 12": a name, however plain. */
gboolean cand_words_are_numbered (const char *words);
/* "How to Apply", "Comment postuler", "Bewerbung", "Cómo postular". */
gboolean cand_words_head_how_to_apply (const char *words);
/* "To apply:", "To apply, please send": what a paragraph that leads to the steps says. */
gboolean cand_words_lead_to_steps (const char *words);
gboolean cand_words_head_locations (const char *words);
gboolean cand_words_head_statement (const char *words);
/* "Apply here", "Submit your application", "job description": names no position. */
gboolean cand_words_are_invitation (const char *words);
/* How a paragraph on equal opportunity, or on backgrounds, words it. */
gboolean cand_words_are_statement (const char *words);
/* Tells how applications are handed in. */
gboolean cand_words_tell_how_to_apply (const char *words);
/* Asks for a short submission. */
gboolean cand_words_ask_short_submission (const char *words);

/* What follows takes texts on one line. */

/* Whether it may name a position, going by its length and by words that titles do without. */
gboolean cand_text_is_title (const char *text);
/* "Open Source team" of a sentence that leads to a list ("The following positions are in the Open
 * Source team:"), or of a heading. NULL when it names no group. (transfer full) */
char *cand_text_dup_group (const char *text, gboolean heading);
/* Without the marks and joining words at its ends that were between it and something else. NULL
 * when nothing is left. (transfer full) */
char *cand_text_dup_tidy (const char *text);
/* The same with its joining words: "Postdoc, the". (transfer full) */
char *cand_text_dup_unmarked (const char *text);
/* The sentences of it that are brief together, at least the first, without "Details" and other
 * words of links at its end. NULL when nothing is left. (transfer full) */
char *cand_text_dup_brief (const char *text);
/* Its sentences. (transfer full) */
GStrv cand_text_split_sentences (const char *text);

G_END_DECLS
