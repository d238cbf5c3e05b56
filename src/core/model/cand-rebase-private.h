/* cand-rebase-private.h: what laying a form over answers shares between its files
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-question.h"
#include "cand-rebase.h"

G_BEGIN_DECLS

/* A question of one of the two forms. */
typedef struct
{
  CandField *field;       /* (unowned) */
  CandQuestion *question; /* (owned) */
  gboolean submission;    /* whether it is part of the short submission */
  int partner;            /* index of the same question in the other form; -1 for none */
  gboolean answered;      /* of the present form: whether an answer was kept for it */
} CandAsked;

/* (element-type CandAsked) (transfer full), in the form's order; @form outlives it. */
GArray *cand_asked_list (CandForm *form);
/* Finds the partners, each at most one. */
void cand_asked_pair (GArray *drafted, GArray *present);
/* -1 for none. */
int cand_asked_find (GArray *asked, const char *id);

/* What becomes of one text. Both may be NULL; together they have all of it. */
typedef struct
{
  char *taken;      /* (owned) (nullable) for the new field */
  char *rest;       /* (owned) (nullable) what it does not take, as it was kept */
  char *rest_words; /* (owned) (nullable) the same for people */
  CandAsideReason reason;
} CandTaking;
void cand_taking_clear (CandTaking *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CandTaking, cand_taking_clear)

/* @text, not blank, was an answer to @old; what @present takes of it. */
void cand_taking_init (CandTaking *self, CandField *old, const char *text, CandField *present);
void
cand_taking_init_group (CandTaking *self, CandField *old, const char *text, CandField *present);

/* (transfer full), for people. */
char *cand_rebase_dup_group_words (CandField *old, const char *text);

G_END_DECLS
