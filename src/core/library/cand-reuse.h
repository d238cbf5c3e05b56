/* cand-reuse.h: which earlier answers may help with a question
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/model/cand-field.h"

G_BEGIN_DECLS

/* Where an answer was used. */
typedef struct
{
  char *question; /* that it answered there */
  char *position; /* key */
  char *title;
  char *organisation;
  CandApplicationStatus status; /* how that ended, or where it is */
  gint64 updated;               /* that application, seconds since the epoch */
  double similarity;            /* of the questions, 0 to 1 */
  gboolean same_employer;
  gboolean read; /* the same employer has it: handed off, or later */
} CandReusePlace;

/* One text that answered the same question or a near one; equal texts are one, with all places. */
typedef struct
{
  char *text;
  gint64 length;     /* as the field's limit is counted (CAND_UNITS_ASSUMED) */
  gint64 too_long;   /* by so many; 0 where it fits, or the limit is not known */
  GPtrArray *places; /* (element-type CandReusePlace) the most alike first, then the newest */
} CandReusable;
void cand_reusable_free (CandReusable *self);

/* Of the place that is most alike: at least CAND_QUESTION_NEAR. */
double cand_reusable_get_similarity (const CandReusable *self);
/* Whether the question is the same one, not only near (CAND_QUESTION_SAME). */
gboolean cand_reusable_is_same (const CandReusable *self);

/* At most so many are told; there is nobody who reads more. */
#define CAND_REUSE_MOST 30

/* Whether earlier answers are looked up for @field at all: it takes a text of some length, and asks
 * neither for something sensitive nor for what a profile has (a name, an address, a link). */
gboolean cand_reuse_is_wanted (CandField *field);

/* (element-type CandReusable) (transfer full): of @answers (element-type CandStoredReuse), those to
 * the same question as @field's or a near one. What fits comes before what is too long, the same
 * question before near ones, then the most alike, then the newest. Any thread. */
GPtrArray *cand_reuse_choose (CandField *field, GPtrArray *answers);

/* What an employer has read, to be found in what is written now. */
typedef struct _CandReadTexts CandReadTexts;
void cand_read_texts_free (CandReadTexts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandReadTexts, cand_read_texts_free)

/* A paragraph of fewer characters may be a phrase that anyone writes twice; a whole answer is told
 * from here on. */
#define CAND_READ_PARAGRAPH 120
#define CAND_READ_WHOLE 40

/* @answers: (element-type CandStoredReuse), the newest first. Any thread. */
CandReadTexts *cand_read_texts_new (GPtrArray *answers);
/* Where the employer has read @text, or a paragraph of it, blanks aside; NULL where nowhere.
 * @whole: (out): whether it is all of @text. Linear. */
const CandReusePlace *
cand_read_texts_find (const CandReadTexts *self, const char *text, gboolean *whole);

G_END_DECLS
