/* cand-blocks.h: a text as a flat list of blocks, safe to show
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  CAND_BLOCK_PARAGRAPH,
  CAND_BLOCK_HEADING, /* level 1 to 6 */
  CAND_BLOCK_ITEM,  /* of a list: level is its depth from 1, ordinal its number or 0 for a bullet */
  CAND_BLOCK_QUOTE, /* level is its depth from 1 */
  CAND_BLOCK_PREFORMATTED, /* line breaks and blanks are kept */
  CAND_BLOCK_RULE,         /* no runs */
  CAND_BLOCK_TABLE_ROW,    /* cells joined by " · " */
} CandBlockType;

typedef enum
{
  CAND_RUN_PLAIN = 0,
  CAND_RUN_STRONG = 1 << 0,
  CAND_RUN_EMPHASIS = 1 << 1,
  CAND_RUN_CODE = 1 << 2,
  CAND_RUN_STRIKE = 1 << 3,
  CAND_RUN_UNDERLINE = 1 << 4,
} CandRunFlags;

/* A run of text of one look. @link is NULL or an address that is http, https or mailto. */
typedef struct
{
  char *text; /* UTF-8; "\n" is a line break inside the block */
  CandRunFlags flags;
  char *link;
} CandRun;

typedef struct
{
  CandBlockType type;
  guint level;
  guint ordinal;
  gboolean continues; /* a further paragraph of the same item or quote: no bullet of its own */
  GPtrArray *runs;    /* (element-type CandRun) */
  gboolean aside;     /* in the navigation or the foot of a page */
} CandBlock;

/* (element-type CandBlock), boxed and counted like any GPtrArray. */
typedef GPtrArray CandBlocks;

/* How much of a text is read; the rest is left out and @truncated is set. */
#define CAND_BLOCKS_MAX_BYTES (512 * 1024)
#define CAND_BLOCKS_MAX_DEPTH 32

/* Reads untrusted HTML with a real HTML5 parser. Script, style, template, iframe, svg, form
 * controls and images are dropped with their content; every other element's text is kept. Invalid
 * UTF-8 is repaired, NUL dropped. Never fails: text without markup is a paragraph (lines that a
 * blank line separates are paragraphs). @truncated may be NULL. (transfer full) */
CandBlocks *cand_blocks_new_from_html (const char *html, gssize length, gboolean *truncated);

/* The same for a page from the address @base (nullable), by which relative links are made absolute.
 */
CandBlocks *cand_blocks_new_from_html_at (const char *html,
                                          gssize length,
                                          const char *base,
                                          gboolean *truncated);

/* The words alone, blocks separated by newlines, items led by "• " or "1. ", indented by depth. */
char *cand_blocks_to_text (CandBlocks *blocks);

/* Pango markup of one block's runs, everything escaped; links are <a href="…">. */
char *cand_block_to_markup (const CandBlock *block);

/* TRUE for an absolute http, https or mailto address that g_uri_parse takes. */
gboolean cand_link_is_safe (const char *address);

G_END_DECLS
