/* cand-feed.h: reads the feed of a blog that announces programmes
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  char *id;        /* guid, or the address */
  char *title;     /* on one line */
  char *url;       /* absolute https */
  char *published; /* (nullable) ISO 8601 */
} CandFeedItem;

/* Plain data: RSS 2.0 or Atom. */
typedef struct
{
  char *title;      /* (nullable) */
  GPtrArray *items; /* (element-type CandFeedItem) in the feed's order, each id once */
  guint skipped;
} CandFeed;
void cand_feed_free (CandFeed *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandFeed, cand_feed_free)

/* @address: where it came from, for relative links. Errors: CAND_BOARD_ERROR_MALFORMED. */
CandFeed *cand_feed_parse (GBytes *body, const char *address, GError **error);

G_END_DECLS
