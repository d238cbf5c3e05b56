/* cand-store-positions-announce.c: positions on disk: introduced by a programme
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-store-positions-private.h"
#include "cand-store-search.h"
#include "cand-store-teams.h"

/* The position of a board, when there is one: 0 with no error set otherwise. */
static gint64
find_on_board (CandConnection *connection, gint64 board, const char *code, GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection, "SELECT id FROM position WHERE board = ? AND code = ?", error);

  if (statement == NULL)
    return 0;
  cand_statement_add_int64 (statement, board);
  cand_statement_add_text (statement, code);
  return cand_statement_step (statement, error) ? cand_statement_get_int64 (statement, 0) : 0;
}

static gboolean
insert_announced (CandConnection *connection,
                  gint64 board,
                  const CandProgrammeEntry *entry,
                  const char *code,
                  const char *application_url,
                  gint64 team,
                  gint64 now,
                  GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "INSERT INTO position (board, code, team, place, state, title, title_key, url, "
      "application_url, first_seen) VALUES (?, ?, ?, 0, ?, ?, ?, ?, ?, ?)",
      error);
  g_autofree char *key = cand_store_positions_dup_title_key (entry->title);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, board);
  cand_statement_add_text (statement, code);
  cand_statement_add_int64 (statement, team);
  cand_statement_add_int64 (statement, CAND_POSITION_STATE_ANNOUNCED);
  cand_statement_add_text (statement, entry->title);
  cand_statement_add_text (statement, key);
  cand_statement_add_text (statement, entry->url);
  cand_statement_add_text (statement, application_url);
  cand_statement_add_int64 (statement, now);
  return cand_statement_run (statement, error);
}

/**
 * cand_store_positions_announce:
 * @connection: a connection, inside a transaction
 * @board: row id
 * @programme: a stored programme
 * @place: which of its entries
 * @code: the system's own key in the entry's address
 * @application_url: where one applies
 * @now: seconds since the epoch
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: FALSE on failure
 */
gboolean
cand_store_positions_announce (CandConnection *connection,
                               gint64 board,
                               CandProgramme *programme,
                               guint place,
                               const char *code,
                               const char *application_url,
                               gint64 now,
                               GError **error)
{
  const CandProgrammeEntry *entry = cand_programme_get_entry (programme, place);
  gint64 team = cand_store_teams_ensure (connection, cand_programme_get_id (programme), place,
                                         entry->team, error);
  g_autoptr (CandStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;
  gint64 id;

  if (team == 0)
    return FALSE;
  id = find_on_board (connection, board, code, &failure);
  if (id == 0 && failure == NULL)
    {
      insert_announced (connection, board, entry, code, application_url, team, now, &failure);
      id = cand_connection_get_last_id (connection);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  statement = cand_statement_new (
      connection,
      "UPDATE position SET programme = ?, team = ?, place = ?, summary = ? WHERE id = ?", error);
  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, cand_programme_get_id (programme));
  cand_statement_add_int64 (statement, team);
  cand_statement_add_int64 (statement, MIN (place, CAND_STORE_NO_PLACE - 1));
  cand_statement_add_text (statement, entry->summary);
  cand_statement_add_int64 (statement, id);
  return cand_statement_run (statement, error) &&
         cand_store_search_index_position (connection, id, error);
}
