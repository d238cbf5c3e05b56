/* cand-store-introduced.c: the positions that programmes introduce
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-store-positions-private.h"
#include "cand-store-programmes.h"
#include "cand-store-search.h"
#include "cand-store-teams.h"

GArray *
cand_store_programmes_list_positions (CandConnection *connection, gint64 id, GError **error)
{
  g_autoptr (CandStatement) statement =
      cand_statement_new (connection, "SELECT id FROM position WHERE programme = ?", error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  cand_statement_add_int64 (statement, id);
  while (cand_statement_step (statement, &failure))
    {
      gint64 position = cand_statement_get_int64 (statement, 0);

      g_array_append_val (ids, position);
    }
  if (failure == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

gboolean
cand_store_programmes_withdraw (CandConnection *connection, gint64 id, GError **error)
{
  return cand_statement_run_for_id (
      connection, "UPDATE position SET withdrawn = 1 WHERE programme = ?", id, error);
}

/* The position's row id where another followed programme introduces it, to which it was not only
 * lent; 0 otherwise. */
static gint64
find_introduced (
    CandConnection *connection, gint64 board, const char *code, gint64 programme, GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "SELECT p.id FROM position p JOIN programme o ON o.id = p.programme "
      "WHERE p.board = ? AND p.code = ? AND o.id <> ?3 AND o.followed = 1 AND p.withdrawn = 0 "
      "AND (p.lent IS NOT ?3 OR (SELECT followed FROM programme WHERE id = ?3) = 0)",
      error);

  if (statement == NULL)
    return 0;
  cand_statement_add_int64 (statement, board);
  cand_statement_add_text (statement, code);
  cand_statement_add_int64 (statement, programme);
  return cand_statement_step (statement, error) ? cand_statement_get_int64 (statement, 0) : 0;
}

/* What the announcement alone says of a position stays as it says it. */
static gboolean
follow_entry (CandConnection *connection,
              gint64 position,
              const CandProgrammeEntry *entry,
              GError **error)
{
  g_autoptr (CandStatement) statement =
      cand_statement_new (connection,
                          "UPDATE position SET withdrawn = 0, lent = nullif (lent, programme), "
                          "title = CASE digest WHEN '' THEN ?1 ELSE title END, "
                          "title_key = CASE digest WHEN '' THEN ?2 ELSE title_key END "
                          "WHERE id = ?3",
                          error);
  g_autofree char *key = cand_store_positions_dup_title_key (entry->title);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_text (statement, entry->title);
  cand_statement_add_text (statement, key);
  cand_statement_add_int64 (statement, position);
  return cand_statement_run (statement, error) &&
         cand_store_search_index_position (connection, position, error);
}

/**
 * cand_store_programmes_introduce:
 * @connection: a connection, inside a transaction
 * @board: row id
 * @programme: the programme, with its row id
 * @place: of the entry
 * @code: of the position on its board
 * @application_url: "" where there is none
 * @claim: whether the position becomes this programme's although another one introduces it
 * @now: seconds since the epoch
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: FALSE on failure
 */
gboolean
cand_store_programmes_introduce (CandConnection *connection,
                                 gint64 board,
                                 CandProgramme *programme,
                                 guint place,
                                 const char *code,
                                 const char *application_url,
                                 gboolean claim,
                                 gint64 now,
                                 GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (CandStatement) statement = NULL;
  gint64 id = cand_programme_get_id (programme);

  if (!claim && find_introduced (connection, board, code, id, &failure) != 0)
    return TRUE;
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (!cand_store_positions_announce (connection, board, programme, place, code, application_url,
                                      now, error))
    return FALSE;
  statement = cand_statement_new (connection,
                                  "SELECT id FROM position WHERE board = ? AND code = ?", error);
  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, board);
  cand_statement_add_text (statement, code);
  return cand_statement_step (statement, error) &&
         follow_entry (connection, cand_statement_get_int64 (statement, 0),
                       cand_programme_get_entry (programme, place), error);
}

/* --- one position, several programmes --- */

/**
 * cand_store_programmes_list_keys:
 * @connection: a connection
 * @id: row id of a programme
 * @withdrawn: only what it introduces no longer
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: (transfer full) (nullable) (element-type utf8): keys of positions
 */
GHashTable *
cand_store_programmes_list_keys (CandConnection *connection,
                                 gint64 id,
                                 gboolean withdrawn,
                                 GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "SELECT b.key || ':' || p.code FROM position p JOIN board b ON b.id = p.board "
      "WHERE p.programme = ? AND p.withdrawn >= ?",
      error);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  cand_statement_add_int64 (statement, id);
  cand_statement_add_int64 (statement, withdrawn != FALSE);
  while (cand_statement_step (statement, &failure))
    g_hash_table_add (keys, g_strdup (cand_statement_get_text (statement, 0)));
  if (failure == NULL)
    return g_steal_pointer (&keys);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

gboolean
cand_store_programmes_lend (
    CandConnection *connection, gint64 id, gint64 board, const char *code, GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection, "UPDATE position SET lent = ? WHERE board = ? AND code = ?", error);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, id);
  cand_statement_add_int64 (statement, board);
  cand_statement_add_text (statement, code);
  return cand_statement_run (statement, error);
}

/* --- its boards --- */

gboolean
cand_store_programmes_bring_board (CandConnection *connection, gint64 board, GError **error)
{
  return cand_statement_run_for_id (connection,
                                    "UPDATE board SET followed = 1, unfollowed = 0, brought = 1 "
                                    "WHERE id = ? AND followed = 0",
                                    board, error);
}

/* Whether the programme that is o names the board; its text may not be readable any more. */
#define O_NAMES_BOARD                                                                              \
  "EXISTS (SELECT 1 FROM json_each (CASE WHEN json_valid (o.json) THEN o.json ELSE '{}' END, "     \
  "'$.positions') e WHERE substr (json_extract (e.value, '$.key'), 1, length (board.key) + 1) = "  \
  "board.key || ':') "

/**
 * cand_store_programmes_drop_boards:
 * @connection: a connection, inside a transaction
 * @id: row id of a programme that is not followed any more
 * @now: seconds since the epoch
 * @error: CAND_STORE_ERROR_*
 *
 * A board that the person followed for itself stays followed, and one that another followed
 * programme names.
 *
 * Returns: FALSE on failure
 */
gboolean
cand_store_programmes_drop_boards (CandConnection *connection,
                                   gint64 id,
                                   gint64 now,
                                   GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "UPDATE board SET followed = 0, unfollowed = ?1, brought = 2 "
      "WHERE brought = 1 AND followed = 1 "
      "AND (id IN (SELECT board FROM position WHERE programme = ?2 OR lent = ?2) "
      "OR EXISTS (SELECT 1 FROM programme o WHERE o.id = ?2 AND " O_NAMES_BOARD ")) "
      "AND NOT EXISTS (SELECT 1 FROM programme o WHERE o.followed = 1 AND o.id <> ?2 "
      "AND " O_NAMES_BOARD ")",
      error);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, now);
  cand_statement_add_int64 (statement, id);
  return cand_statement_run (statement, error);
}

gboolean
cand_store_programmes_restore_boards (CandConnection *connection, gint64 id, GError **error)
{
  return cand_statement_run_for_id (
      connection,
      "UPDATE board SET followed = 1, unfollowed = 0, brought = 1 WHERE brought = 2 "
      "AND (id IN (SELECT board FROM position WHERE programme = ?1 OR lent = ?1) "
      "OR EXISTS (SELECT 1 FROM programme o WHERE o.id = ?1 AND " O_NAMES_BOARD "))",
      id, error);
}

/* --- not followed any more --- */

/* What a board lists stays the board's. */
static gboolean
release_position (CandConnection *connection, gint64 id, const char *department, GError **error)
{
  gint64 team = cand_store_teams_ensure (connection, 0, 0, department, error);
  g_autoptr (CandStatement) statement = NULL;

  if (team == 0)
    return FALSE;
  statement = cand_statement_new (connection,
                                  "UPDATE position SET programme = NULL, team = ?, place = ?, "
                                  "summary = '', withdrawn = 0 WHERE id = ?",
                                  error);
  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, team);
  cand_statement_add_int64 (statement, CAND_STORE_NO_PLACE);
  cand_statement_add_int64 (statement, id);
  return cand_statement_run (statement, error) &&
         cand_store_search_index_position (connection, id, error);
}

static gboolean
release_positions (CandConnection *connection, GError **error)
{
  g_autoptr (CandStatement) statement =
      cand_statement_new (connection,
                          "SELECT id, department FROM position WHERE digest <> '' "
                          "AND programme IN (SELECT id FROM programme WHERE followed = 0)",
                          error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) departments = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  while (cand_statement_step (statement, &failure))
    {
      gint64 id = cand_statement_get_int64 (statement, 0);

      g_array_append_val (ids, id);
      g_ptr_array_add (departments, g_strdup (cand_statement_get_text (statement, 1)));
    }
  for (guint i = 0; failure == NULL && i < ids->len; i++)
    release_position (connection, g_array_index (ids, gint64, i),
                      g_ptr_array_index (departments, i), &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
delete_unfollowed (CandConnection *connection, gpointer data, GError **error)
{
  static const char *const gone = "FROM programme WHERE followed = 0 AND shipped = 0 "
                                  "AND NOT EXISTS (SELECT 1 FROM position WHERE "
                                  "position.programme = programme.id)";
  g_autofree char *teams =
      g_strconcat ("DELETE FROM team WHERE programme IN (SELECT id ", gone, ")", NULL);
  g_autofree char *programmes = g_strconcat ("DELETE ", gone, NULL);

  return release_positions (connection, error) &&
         cand_connection_execute (connection, teams, error) &&
         cand_connection_execute (connection, programmes, error);
}

/**
 * cand_store_programmes_purge:
 * @connection: a connection that may write
 * @error: CAND_STORE_ERROR_*
 *
 * To be called after the positions that are in no list any more were deleted. What a board lists is
 * the board's again. Writes nothing when nothing is to be done.
 *
 * Returns: FALSE on failure
 */
gboolean
cand_store_programmes_purge (CandConnection *connection, GError **error)
{
  gint64 n;

  if (!cand_connection_get_int64 (
          connection,
          "SELECT EXISTS (SELECT 1 FROM programme WHERE followed = 0 AND (shipped = 0 OR EXISTS "
          "(SELECT 1 FROM position p WHERE p.programme = programme.id AND p.digest <> '')))",
          &n, error))
    return FALSE;
  return n == 0 || cand_connection_transact (connection, CAND_DURABILITY_CACHE, delete_unfollowed,
                                             NULL, error);
}
