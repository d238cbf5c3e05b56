/* cand-question-private.h: what taking questions apart shares between its files
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The weight of a word that says something. */
#define CAND_WORD_WEIGHT 100

/* Opposites: two questions that each name one of a kind, and not the same one, ask for different
 * things. */
typedef enum
{
  CAND_OPPOSITE_NONE,
  CAND_OPPOSITE_ASKED, /* why, when, where: what is asked for at all */
  CAND_OPPOSITE_NAME,
  CAND_OPPOSITE_TIME,
  CAND_OPPOSITE_AFTER,
  CAND_OPPOSITE_END,
  CAND_OPPOSITE_MOST,
  CAND_OPPOSITE_PERIOD,
  CAND_OPPOSITE_CONSENT,
  CAND_OPPOSITE_ABLE,
  CAND_OPPOSITE_PLACE,
  CAND_OPPOSITE_WORTH,
  CAND_OPPOSITE_NET,
  CAND_OPPOSITE_WHOLE,
  CAND_OPPOSITE_INCLUDED,
  CAND_OPPOSITE_INSIDE,
  CAND_OPPOSITE_PAID,
} CandOpposite;
#define CAND_N_OPPOSITES (CAND_OPPOSITE_PAID + 1)

/* What a word of a question says. */
typedef struct
{
  guint weight; /* 0 to CAND_WORD_WEIGHT: how much */
  gboolean denies;
  CandOpposite kind;
  guint8 side;      /* a bit: which of the kind it is */
  const char *stem; /* (nullable) (unowned) what counts as the same word; NULL: itself */
} CandWord;

/* @word is one of a normal form, and may be shortened in place to what counts as the same word. */
CandWord cand_word_look_up (char *word);

G_END_DECLS
