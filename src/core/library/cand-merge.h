/* cand-merge.h: one answer of a board goes into the store
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-library.h"
#include "core/store/cand-connection.h"

G_BEGIN_DECLS

/* What came back from a board, in the form in which it is merged. */
typedef struct
{
  const char *board; /* key */
  GError *failure;   /* (nullable) there is no good answer; nothing else counts */
  gboolean same;     /* it is the last good answer again */
  const char *basis; /* (nullable) same: the digest of the answer it is the same as */
  const char *name;  /* (nullable) the organisation's */
  GPtrArray *listed; /* (nullable) (element-type CandListed); NULL for the same */
  guint skipped;     /* entries that could not be read */
  const char *etag;
  const char *last_modified;
  const char *digest; /* of the bytes */
  gint64 now;
  gboolean by_hand;
  gboolean follow; /* the board is followed from now on, made where it is not known, and what a
                      board lists that was never read is not new to the person */
  const char *url; /* follow: the board's, for the browser */
} CandMerge;

/* What it came to. */
typedef struct
{
  CandBoardReport *report;
  GArray *ids;      /* (element-type gint64) rows that look different now */
  gboolean adopted; /* announcements name positions of the board that they named no board of */
} CandMergeResult;
void cand_merge_result_free (CandMergeResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandMergeResult, cand_merge_result_free)

/* (thread database) In one transaction: either all of it is in the store, or nothing. Errors:
 * CAND_STORE_ERROR_*. */
CandMergeResult *cand_merge (CandConnection *connection, const CandMerge *merge, GError **error);

G_END_DECLS
