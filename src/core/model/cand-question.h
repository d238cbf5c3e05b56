/* cand-question.h: whether two questions are the same one, by their words
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From here on two questions are treated as the same, and from here on as near: what answers one is
 * worth a look for the other. */
#define CAND_QUESTION_SAME 0.85
#define CAND_QUESTION_NEAR 0.58

/* The words of a question: Unicode's compatibility form (NFKC) without case; accents and
 * punctuation gone, figures kept ("1,000" as "1000", "3.5"), single blanks. What only numbers the
 * question ("2)", "Q3:", "Question 4 -") or says whether it has to be answered ("*", "(required)",
 * "(optional)", also in French, German, Spanish, Italian and Dutch) is gone. "C++" and "C#" stay
 * what they are. A text without any word is itself, trimmed. (transfer full), never NULL; @text is
 * nullable. */
char *cand_question_normalise (const char *text);

/* 32 hexadecimal digits, equal for equal normal forms, for finding a question among many; "" for
 * one without any text, which is to be found nowhere. (transfer full) */
char *cand_question_key (const char *text);

/* A question taken apart once, to be compared with many. Never changes; any thread. */
typedef struct _CandQuestion CandQuestion;
CandQuestion *cand_question_new (const char *text);
void cand_question_free (CandQuestion *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandQuestion, cand_question_free)

const char *cand_question_get_normal (const CandQuestion *self);

/* How alike they are, 0 to 1: the same in both directions, 1 for equal normal forms, below
 * CAND_QUESTION_SAME where one denies what the other asks, where figures differ, or where they ask
 * for opposites. Questions in different languages are simply not alike. Linear. */
double cand_question_match (const CandQuestion *a, const CandQuestion *b);
double cand_question_compare (const char *a, const char *b);

G_END_DECLS
