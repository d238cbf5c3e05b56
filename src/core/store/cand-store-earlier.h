/* cand-store-earlier.h: what answers said before, on disk
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-connection.h"

G_BEGIN_DECLS

/* Which earlier values of one answer stay. While an answer is written one is kept every five
 * minutes (CAND_STORE_EARLIER_AGE), and at once where much of the text goes or another process
 * wrote. They grow fewer with age, and of those that are to become one the longest stays:
 *
 *   up to an hour old    all of them
 *   up to a day          one for each hour
 *   up to 30 days        one for each day
 *   older                one for each week
 *
 * where hours, days and weeks are of the clock (UTC; weeks begin on Thursday, as the epoch did),
 * not of the age: a value that stayed once is not lost because the next one came. Never thinned
 * are the longest of all, the five that came last, since the clock may have been set, and those
 * that were pinned: the last one before something else than typing took its place (a restored
 * version, a text put in from elsewhere, another form).
 *
 * It is done when a value is added, so at most every five minutes for one answer, in the same
 * transaction: one look at the index, without reading the texts. */

/* One of them, as far as this goes. */
typedef struct
{
  gint64 id;
  gint64 written; /* seconds since the epoch */
  gint64 length;  /* in bytes: longer is longer in whatever unit, nearly always */
  gboolean pinned;
} CandEarlierAge;

/* (element-type gint64) (transfer full): the ids of those that go. @values: newest first. */
GArray *cand_store_earlier_choose (const CandEarlierAge *values, guint n, gint64 now);

/* Inside a transaction: keeps @text, which was written then, as an earlier value of @answer (row
 * id), unless the newest one is the same, and thins the others. */
gboolean cand_store_earlier_keep (CandConnection *connection,
                                  gint64 answer,
                                  const char *text,
                                  gint64 written,
                                  gboolean pinned,
                                  gint64 now,
                                  GError **error);

/* Inside a transaction: pins what the answer says now, before it is replaced. Nothing happens where
 * there is no answer, an empty one, or the newest earlier value is the same (which is pinned). */
gboolean cand_store_earlier_pin (
    CandConnection *connection, gint64 application, const char *field, gint64 now, GError **error);

/* How many there are of one answer; -1 on failure. */
gint64 cand_store_earlier_count (CandConnection *connection,
                                 gint64 application,
                                 const char *field,
                                 GError **error);

G_END_DECLS
