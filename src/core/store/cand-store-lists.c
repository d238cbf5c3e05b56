/* cand-store-lists.c: which positions a list shows, and in which order
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-store-lists.h"

#include "cand-statement.h"
#include "cand-store-search.h"
#include "cand-store-teams.h"

/* The rows of one team, next to each other in what the query gave. */
typedef struct
{
  gint64 team;
  guint start;
  guint n;
} Run;

void
cand_rows_free (CandRows *self)
{
  if (self == NULL)
    return;
  g_free (self->ids);
  g_free (self->sections);
  g_free (self);
}

/* The index has the whole order in it, so that nothing is sorted and no row of the table is read,
 * whatever is asked: 100,000 positions are one walk over some five megabytes. */
static char *
build_sql (const CandStoreQuery *query, gboolean searches)
{
  g_autoptr (GString) sql =
      g_string_new ("SELECT team, id FROM position INDEXED BY position_list WHERE TRUE");

  if (searches)
    g_string_append (
        sql, " AND id IN (SELECT rowid FROM position_search WHERE position_search MATCH ?)");
  if (query->board != NULL)
    g_string_append (sql, " AND board = (SELECT id FROM board WHERE key = ?)");
  if (query->programme != 0)
    g_string_append (sql, " AND programme = ?");
  switch (query->scope)
    {
    case CAND_SCOPE_ALL:
      break;
    case CAND_SCOPE_NEW:
      g_string_append (sql, " AND is_new = 1");
      break;
    case CAND_SCOPE_STARRED:
      g_string_append (sql, " AND starred = 1");
      break;
    }
  g_string_append (sql, " ORDER BY team, closed, place, published_key DESC, title_key, id");
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static CandStatement *
prepare_query (CandConnection *connection, const CandStoreQuery *query, GError **error)
{
  g_autofree char *expression = cand_store_search_expression (query->search);
  g_autofree char *sql = build_sql (query, expression != NULL);
  CandStatement *statement = cand_statement_new (connection, sql, error);

  if (statement == NULL)
    return NULL;
  if (expression != NULL)
    cand_statement_add_text (statement, expression);
  if (query->board != NULL)
    cand_statement_add_text (statement, query->board);
  if (query->programme != 0)
    cand_statement_add_int64 (statement, query->programme);
  return statement;
}

/* Row ids in @ids, and the runs of one team in what is returned, by team. */
static GHashTable *
collect_runs (CandStatement *statement, GArray *ids, GError **error)
{
  g_autoptr (GHashTable) runs = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  g_autoptr (GError) failure = NULL;
  Run *run = NULL;

  while (cand_statement_step (statement, &failure))
    {
      gint64 team = cand_statement_get_int64 (statement, 0);
      gint64 id = cand_statement_get_int64 (statement, 1);

      if (run == NULL || run->team != team)
        {
          run = g_new0 (Run, 1);
          run->team = team;
          run->start = ids->len;
          g_hash_table_insert (runs, &run->team, run);
        }
      run->n++;
      g_array_append_val (ids, id);
    }
  if (failure == NULL)
    return g_steal_pointer (&runs);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static CandRows *
order_runs (GArray *ids, GHashTable *runs, GArray *teams)
{
  CandRows *rows = g_new0 (CandRows, 1);

  rows->ids = g_new (gint64, MAX (ids->len, 1));
  rows->sections = g_new (guint, MAX (g_hash_table_size (runs), 1));
  for (guint i = 0; i < teams->len; i++)
    {
      const Run *run = g_hash_table_lookup (runs, &g_array_index (teams, gint64, i));

      if (run == NULL)
        continue;
      rows->sections[rows->n_sections++] = rows->n;
      memcpy (rows->ids + rows->n, &g_array_index (ids, gint64, run->start),
              run->n * sizeof (gint64));
      rows->n += run->n;
    }
  return rows;
}

/**
 * cand_store_lists_query:
 * @connection: a connection
 * @query: what is wanted
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: (transfer full) (nullable): the rows
 */
CandRows *
cand_store_lists_query (CandConnection *connection, const CandStoreQuery *query, GError **error)
{
  g_autoptr (GArray) teams = cand_store_teams_list (connection, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (CandStatement) statement = NULL;
  g_autoptr (GHashTable) runs = NULL;

  if (teams == NULL)
    return NULL;
  statement = prepare_query (connection, query, error);
  if (statement == NULL)
    return NULL;
  runs = collect_runs (statement, ids, error);
  if (runs == NULL)
    return NULL;
  return order_runs (ids, runs, teams);
}

/**
 * cand_store_lists_count:
 * @connection: a connection
 * @counts: (out): the numbers
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: FALSE on failure
 */
gboolean
cand_store_lists_count (CandConnection *connection, CandCounts *counts, GError **error)
{
  gint64 positions, unseen, starred, applications;

  if (!cand_connection_get_int64 (connection, "SELECT sum (n_positions) FROM board", &positions,
                                  error) ||
      !cand_connection_get_int64 (connection, "SELECT sum (n_new) FROM board", &unseen, error) ||
      !cand_connection_get_int64 (connection, "SELECT count(*) FROM position WHERE starred = 1",
                                  &starred, error) ||
      !cand_connection_get_int64 (connection, "SELECT count(*) FROM application WHERE deleted = 0",
                                  &applications, error))
    return FALSE;
  counts->n_positions = positions;
  counts->n_new = unseen;
  counts->n_starred = starred;
  counts->n_applications = applications;
  return TRUE;
}
