/* cand-html-tags.h: what each element of HTML means for the words in it
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gumbo.h>

#include "cand-blocks.h"

G_BEGIN_DECLS

typedef enum
{
  CAND_TAG_UNLISTED, /* not in the table: its content is as if it were not there */
  CAND_TAG_INLINE,
  CAND_TAG_LINK,
  CAND_TAG_BREAK,
  CAND_TAG_BLOCK,
  CAND_TAG_HEADING,
  CAND_TAG_LIST,
  CAND_TAG_ITEM,
  CAND_TAG_QUOTE,
  CAND_TAG_PREFORMATTED,
  CAND_TAG_RULE,
  CAND_TAG_TABLE,
  CAND_TAG_ROW,
  CAND_TAG_CELL,
  CAND_TAG_DROPPED, /* with its content */
} CandTagRole;

typedef struct
{
  guint8 role;       /* a CandTagRole */
  guint8 look;       /* CandRunFlags of the words in it */
  guint8 is_void;    /* has no content and no end tag */
  guint8 raw;        /* its content is not HTML */
  guint8 formatting; /* HTML reopens it in the blocks after the one it was left open in */
} CandTag;

/* (transfer none), never NULL. */
const CandTag *cand_html_tag_get (GumboTag tag);

G_END_DECLS
