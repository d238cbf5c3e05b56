/* cand-store-lists.h: which positions a list shows, and in which order
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-connection.h"
#include "core/model/cand-enums.h"

G_BEGIN_DECLS

/* What is wanted; every member may be left out. */
typedef struct
{
  CandScope scope;
  const char *search; /* as typed */
  const char *board;  /* key */
  gint64 programme;
} CandStoreQuery;

/* Row ids in the list's order, and where in them a section starts. */
typedef struct
{
  gint64 *ids;
  guint n;
  guint *sections;
  guint n_sections;
} CandRows;
void cand_rows_free (CandRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandRows, cand_rows_free)

/* Sections in the order of cand_store_teams_list; inside one the open positions before the closed,
 * in the programme's order, then newest published first, then by title. */
/* What came with a board or a programme that is not followed any more is in no list, but for what
 * is starred, has an application, or comes with something else that is followed. */
CandRows *
cand_store_lists_query (CandConnection *connection, const CandStoreQuery *query, GError **error);

/* What the sidebar counts. */
typedef struct
{
  guint n_positions;
  guint n_new;
  guint n_starred;
  guint n_applications;
} CandCounts;
gboolean cand_store_lists_count (CandConnection *connection, CandCounts *counts, GError **error);

/* Deletes the positions that are in no list for that reason. */
gboolean cand_store_lists_purge (CandConnection *connection, GError **error);

G_END_DECLS
