/* cand-store-strays.c: positions that are announced by their code alone
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-store-strays.h"

#include <string.h>

#include "cand-statement.h"
#include "core/model/cand-position.h"

/* "workable:-" for the board "workable:acme". */
static char *
dup_strays_key (const char *key)
{
  g_autofree char *system = g_strndup (key, strcspn (key, ":"));

  return g_strconcat (system, ":", CAND_POSITION_NO_ACCOUNT, NULL);
}

/**
 * cand_store_strays_list:
 * @connection: a connection
 * @key: of a board
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: (transfer full) (nullable) (element-type utf8): codes of that board's system
 */
GHashTable *
cand_store_strays_list (CandConnection *connection, const char *key, GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection, "SELECT code FROM position WHERE board = (SELECT id FROM board WHERE key = ?)",
      error);
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) failure = NULL;
  g_autofree char *strays = dup_strays_key (key);

  if (statement == NULL)
    return NULL;
  cand_statement_add_text (statement, strays);
  while (cand_statement_step (statement, &failure))
    g_hash_table_add (codes, g_strdup (cand_statement_get_text (statement, 0)));
  if (failure == NULL)
    return g_steal_pointer (&codes);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* 0 with no error set where there is none, or the board has one of that code already. */
static gint64
find_stray (
    CandConnection *connection, gint64 board, const char *strays, const char *code, GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "SELECT id FROM position WHERE board = (SELECT id FROM board WHERE key = ?1) AND code = ?2 "
      "AND NOT EXISTS (SELECT 1 FROM position WHERE board = ?3 AND code = ?2)",
      error);

  if (statement == NULL)
    return 0;
  cand_statement_add_text (statement, strays);
  cand_statement_add_text (statement, code);
  cand_statement_add_int64 (statement, board);
  return cand_statement_step (statement, error) ? cand_statement_get_int64 (statement, 0) : 0;
}

/* The counts of both boards go with it, which no trigger sees to. */
static gboolean
move_position (CandConnection *connection, gint64 id, gint64 board, GError **error)
{
  return cand_statement_run_for_two (connection,
                                     "UPDATE board SET n_positions = n_positions + 1, "
                                     "n_open = n_open + (p.state = 0), n_new = n_new + p.is_new "
                                     "FROM position p WHERE p.id = ?1 AND board.id = ?2",
                                     id, board, error) &&
         cand_statement_run_for_two (
             connection,
             "UPDATE board SET n_positions = n_positions - 1, "
             "n_open = n_open - (p.state = 0), n_new = n_new - p.is_new "
             "FROM position p WHERE p.id = ?1 AND board.id = p.board AND p.board <> ?2",
             id, board, error) &&
         cand_statement_run_for_two (connection, "UPDATE position SET board = ?2 WHERE id = ?1", id,
                                     board, error);
}

/* In announcements it has its whole key from now on. */
static gboolean
rename_entries (CandConnection *connection, const char *from, const char *to, GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection, "UPDATE programme SET json = replace (json, ?1, ?2) WHERE instr (json, ?1) > 0",
      error);
  g_autofree char *present = g_strconcat ("\"", from, "\"", NULL);
  g_autofree char *later = g_strconcat ("\"", to, "\"", NULL);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_text (statement, present);
  cand_statement_add_text (statement, later);
  return cand_statement_run (statement, error);
}

/**
 * cand_store_strays_adopt:
 * @connection: a connection, inside a transaction
 * @board: row id of a board
 * @key: of that board
 * @code: of a position that the board has
 * @id: (out): row id of the position; 0 where none strayed
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: FALSE on failure
 */
gboolean
cand_store_strays_adopt (CandConnection *connection,
                         gint64 board,
                         const char *key,
                         const char *code,
                         gint64 *id,
                         GError **error)
{
  g_autofree char *strays = dup_strays_key (key);
  g_autofree char *from = g_strconcat (strays, ":", code, NULL);
  g_autofree char *to = g_strconcat (key, ":", code, NULL);
  g_autoptr (GError) failure = NULL;

  *id = find_stray (connection, board, strays, code, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return *id == 0 || (move_position (connection, *id, board, error) &&
                      rename_entries (connection, from, to, error));
}
