/* cand-rebase.h: a form that changed, laid over the answers to an earlier one
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-form.h"

G_BEGIN_DECLS

/* One answer that there is, one at most for each field: its text as CandAnswer:text has it, and
 * whether a file is attached. The caller's strings. */
typedef struct
{
  const char *field;
  const char *text; /* (nullable) */
  gboolean has_file;
} CandRebaseAnswer;

/* An answer that has its place in the present form. */
typedef struct
{
  char *from; /* id of the field that it answered */
  char *to;   /* id of the field that it answers now */
  char *text; /* for that field: options have its ids, groups its inner ids */
  gboolean has_file;
} CandRebaseKept;

/* A question of the present form that nothing answers. */
typedef struct
{
  char *field;
  gboolean added; /* FALSE where the form drafted on asked the same */
} CandRebaseFresh;

/**
 * CandAsideReason:
 * @CAND_ASIDE_REWORDED: the field is there, and asks something else
 * @CAND_ASIDE_REMOVED: the question is gone; of a group: what it asked of each entry
 * @CAND_ASIDE_OTHER_KIND: the question is there, and no longer takes this: it is of another type,
 *   or lacks the option that was chosen
 */
typedef enum
{
  CAND_ASIDE_REWORDED,
  CAND_ASIDE_REMOVED,
  CAND_ASIDE_OTHER_KIND,
} CandAsideReason;

/* An answer, or that part of one, which has no place in the present form. */
typedef struct
{
  char *field; /* id */
  char *label; /* of the earlier question; "" where the earlier form does not have it either */
  CandFieldType type; /* of the earlier question */
  CandAsideReason reason;
  gboolean sensitive; /* the earlier question, or of a group one that it asks of each entry */
  char *text;         /* as it was kept: ids of options, JSON of a group */
  char *words;        /* the same for people: labels of options, a group in lines */
  gboolean has_file;
  char *nearest; /* (nullable) id of a field that nothing answers, asks nearly the same and could
                  * take it (a text its @words); several may have the same one */
} CandRebaseAside;

typedef struct
{
  GPtrArray *kept;  /* (element-type CandRebaseKept) in the order of the answers */
  GPtrArray *fresh; /* (element-type CandRebaseFresh) in the present form's order */
  GPtrArray *aside; /* (element-type CandRebaseAside) in the order of the answers */
} CandRebase;

/* (transfer full) Any thread. */
CandRebase *cand_rebase_new (CandForm *drafted,
                             CandForm *present,
                             const CandRebaseAnswer *answers,
                             guint n_answers);
void cand_rebase_free (CandRebase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandRebase, cand_rebase_free)

/* Whether there is something to tell: a question was added, an answer moved, was put in other ids
 * or was set aside. @answers as they were given. */
gboolean
cand_rebase_is_notable (const CandRebase *self, const CandRebaseAnswer *answers, guint n_answers);

/* What an answer to @field says, as CandAnswer:text has it, in words: labels of options, "Yes" for
 * "true", a group in lines. (transfer full) */
char *cand_rebase_dup_words (CandField *field, const char *text);

G_END_DECLS
