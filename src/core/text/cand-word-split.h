/* cand-word-split.h: a text as words, blanks and signs
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  CAND_WORD_WORD,  /* letters, figures and marks */
  CAND_WORD_BLANK, /* blanks; a line break is one by itself */
  CAND_WORD_SIGN,  /* anything else, each by itself */
} CandWordKind;

typedef struct
{
  const char *text; /* (unowned) where the whole text is */
  gsize start;      /* bytes */
  gsize length;
  CandWordKind kind;
} CandWordToken;

/* (element-type CandWordToken) (transfer full): all of @text, which is UTF-8 and outlives them. */
GArray *cand_word_split (const char *text);

guint cand_word_token_hash (gconstpointer token);
gboolean cand_word_token_equal (gconstpointer a, gconstpointer b);

G_END_DECLS
