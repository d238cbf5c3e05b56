/* cand-listing.h: the positions that a board's answer lists
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "core/model/cand-position.h"

G_BEGIN_DECLS

/* A board's whole answer, or one page of it. Plain data, filled by one thread. */
typedef struct
{
  char *name;           /* (nullable) the organisation's */
  GPtrArray *positions; /* (element-type CandPosition) one for each code, first-seen order */
  guint skipped;        /* entries that could not be read */
  guint n_entries;      /* that came, also those that do not count; only beside @total */
  gint64 total;         /* entries that there are by the answer's own word; 0 where it has none */
  guint n_pages;        /* that were appended */
  char *next;           /* (nullable) the page that follows, in the system's own notation */
  GHashTable *by_code;  /* of positions */
  GHashTable *aliases;  /* (element-type utf8 utf8) what else an address may call a code */
} CandListing;

CandListing *cand_listing_new (void);
void cand_listing_free (CandListing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandListing, cand_listing_free)

/* The one with that code so far; NULL when there is none. */
CandPosition *cand_listing_find (CandListing *self, const char *code);

/* Takes @position (transfer full). Boards list a position open in several places once for each of
 * them: a second one of the same code adds its places to the first, and what the first does not say
 * (workplace, dates, pay, text); "remote" on one of them is remote. */
void cand_listing_add (CandListing *self, CandPosition *position);

/* An address may name @alias for @code. */
void cand_listing_add_alias (CandListing *self, const char *alias, const char *code);

/* Reads one entry of a list and adds it. FALSE when it cannot be read; one that is read and does
 * not count (a draft, what is not on the board) is TRUE. */
typedef gboolean (*CandListingTakeFunc) (CandListing *self, const char *account, JsonObject *entry);
/* Each of @entries in turn; what is no object, or cannot be read, counts as skipped. */
void cand_listing_take_entries (CandListing *self,
                                const char *account,
                                JsonArray *entries,
                                CandListingTakeFunc take);

/* Takes the positions of a further page, and its @next. */
void cand_listing_append (CandListing *self, CandListing *page);

/* FALSE with MALFORMED when there were entries and none of them could be read. @system is its name,
 * for the message. */
gboolean cand_listing_check (CandListing *self, const char *system, GError **error);

/* Of all pages together: FALSE with MALFORMED when fewer entries came than the answer itself says
 * there are. Of a board read in several pages, two for each page after the first may have gone
 * meanwhile. */
gboolean cand_listing_check_whole (CandListing *self, const char *system, GError **error);

G_END_DECLS
