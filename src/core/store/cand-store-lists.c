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

/* What is still followed: the board, or the programme that introduces it; one that only a programme
 * introduces goes with that. What the person has to do with stays whatever is followed. */
#define VISIBLE                                                                                    \
  "(starred = 1 OR id IN (SELECT position FROM application WHERE deleted = 0) "                    \
  "OR programme IN (SELECT id FROM programme WHERE followed = 1) "                                 \
  "OR (board IN (SELECT id FROM board WHERE followed = 1) AND id NOT IN "                          \
  "(SELECT id FROM position WHERE state = 2 "                                                      \
  "AND programme IN (SELECT id FROM programme WHERE followed = 0))))"

/* Usually nothing is hidden, and then nothing has to be looked up for each position. *@hides is
 * TRUE when something may be. */
static gboolean
look_for_hidden (CandConnection *connection, gboolean *hides, GError **error)
{
  gint64 found;

  if (!cand_connection_get_int64 (
          connection,
          "SELECT EXISTS (SELECT 1 FROM board WHERE followed = 0 AND n_positions > 0) "
          "OR EXISTS (SELECT 1 FROM position WHERE state = 2 "
          "AND programme IN (SELECT id FROM programme WHERE followed = 0))",
          &found, error))
    return FALSE;
  *hides = found != 0;
  return TRUE;
}

/* The index has the whole order in it, so that nothing is sorted and no row of the table is read,
 * whatever is asked: 100,000 positions are one walk over some five megabytes. */
static char *
build_sql (const CandStoreQuery *query, gboolean searches, gboolean hides)
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
  if (hides)
    g_string_append (sql, " AND " VISIBLE);
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
  g_autofree char *sql = NULL;
  CandStatement *statement;
  gboolean hides;

  if (!look_for_hidden (connection, &hides, error))
    return NULL;
  sql = build_sql (query, expression != NULL, hides);
  statement = cand_statement_new (connection, sql, error);
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
  gboolean hides;

  if (!look_for_hidden (connection, &hides, error) ||
      !cand_connection_get_int64 (connection,
                                  hides ? "SELECT count(*) FROM position INDEXED BY position_list "
                                          "WHERE " VISIBLE
                                        : "SELECT sum (n_positions) FROM board",
                                  &positions, error) ||
      !cand_connection_get_int64 (connection,
                                  hides ? "SELECT count(*) FROM position INDEXED BY position_list "
                                          "WHERE is_new = 1 AND " VISIBLE
                                        : "SELECT sum (n_new) FROM board",
                                  &unseen, error) ||
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

static gboolean
delete_hidden (CandConnection *connection, gpointer data, GError **error)
{
  /* Those with an application, deleted or not, are the applications' to let go of. What stays of a
   * board was last listed when the board was last read; that board is to be read anew, all of it,
   * when it is followed again. */
  return cand_connection_execute (
      connection,
      "CREATE TEMP TABLE hidden AS SELECT id, board FROM position "
      "WHERE NOT coalesce (" VISIBLE ", FALSE) AND id NOT IN (SELECT position FROM application);"
      "UPDATE position SET last_confirmed = "
      "(SELECT confirmed FROM board WHERE board.id = position.board) "
      "WHERE last_confirmed = 0 AND digest <> '' AND board IN "
      "(SELECT h.board FROM hidden h JOIN board b ON b.id = h.board WHERE b.followed = 0);"
      "UPDATE board SET state = 0, reason = '', error_domain = NULL, error_code = 0, "
      "confirmed = 0, etag = NULL, last_modified = NULL, digest = NULL, suspect_since = 0, "
      "suspect_codes = '' WHERE followed = 0 AND id IN (SELECT board FROM hidden);"
      "DELETE FROM position_search WHERE rowid IN (SELECT id FROM hidden);"
      "DELETE FROM position WHERE id IN (SELECT id FROM hidden);"
      "DROP TABLE hidden;",
      error);
}

/**
 * cand_store_lists_purge:
 * @connection: a connection that may write
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: FALSE on failure
 */
gboolean
cand_store_lists_purge (CandConnection *connection, GError **error)
{
  gboolean hides;

  if (!look_for_hidden (connection, &hides, error))
    return FALSE;
  return !hides ||
         cand_connection_transact (connection, CAND_DURABILITY_CACHE, delete_hidden, NULL, error);
}
