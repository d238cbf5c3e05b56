/* cand-store-boards.c: boards on disk
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-store-boards.h"

#include "cand-store-source-private.h"

#define BOARD_COLUMNS                                                                              \
  "SELECT b.key, b.id, b.name, b.url, b.state, b.reason, b.error_domain, b.error_code, "           \
  "b.checked, b.confirmed, b.etag, b.last_modified, b.n_open, b.n_new FROM board b "

G_STATIC_ASSERT (CAND_BOARD_STATE_UNREAD == 0 && CAND_BOARD_STATE_READ == 1 &&
                 CAND_BOARD_STATE_SUSPECT == 2 && CAND_BOARD_STATE_FAILED == 3);

void
cand_stored_board_free (CandStoredBoard *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self->digest);
  g_strfreev (self->suspect_codes);
  g_free (self);
}

/**
 * cand_store_boards_ensure:
 * @connection: a connection, inside a transaction
 * @key: "system:account"
 * @name: the organisation's, until the board says its own
 * @url: its page
 * @follow: whether it is followed from now on; one that is followed already stays so
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: the row id; 0 on failure
 */
gint64
cand_store_boards_ensure (CandConnection *connection,
                          const char *key,
                          const char *name,
                          const char *url,
                          gboolean follow,
                          GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "INSERT INTO board (key, name, url, followed) VALUES (?, ?, ?, ?) "
      "ON CONFLICT (key) DO UPDATE SET followed = max (followed, excluded.followed), "
      "unfollowed = CASE excluded.followed WHEN 1 THEN 0 ELSE unfollowed END, "
      "brought = CASE excluded.followed WHEN 1 THEN 0 ELSE brought END RETURNING id",
      error);

  if (statement == NULL)
    return 0;
  cand_statement_add_text (statement, key);
  cand_statement_add_text (statement, name);
  cand_statement_add_text (statement, url);
  cand_statement_add_int64 (statement, follow);
  return cand_statement_fetch_id (statement, error);
}

/**
 * cand_store_boards_set_followed:
 * @connection: a connection
 * @key: "system:account"
 * @followed: whether it is followed from now on
 * @now: seconds since the epoch
 * @found: (out): whether it was followed, or once was
 * @error: CAND_STORE_ERROR_*
 *
 * Nothing else changes, so that following it once more restores everything.
 *
 * Returns: FALSE on failure
 */
gboolean
cand_store_boards_set_followed (CandConnection *connection,
                                const char *key,
                                gboolean followed,
                                gint64 now,
                                gboolean *found,
                                GError **error)
{
  return cand_store_source_set_followed (connection,
                                         "UPDATE board " CAND_SOURCE_SET_FOLLOWED
                                         ", brought = min (brought, 1) "
                                         "WHERE key = ? AND (followed = 1 OR unfollowed > 0)",
                                         key, followed, now, found, error);
}

gboolean
cand_store_boards_purge (CandConnection *connection, GError **error)
{
  return cand_connection_execute (
      connection, "DELETE FROM board WHERE followed = 0 AND n_positions = 0", error);
}

static CandBoard *
read_board (CandStatement *row)
{
  CandBoard *board = cand_board_new (cand_statement_get_text (row, 0));
  g_autoptr (GError) why = cand_store_source_read_error (row, 5);

  cand_board_set_id (board, cand_statement_get_int64 (row, 1));
  cand_board_set_name (board, cand_statement_get_text (row, 2));
  cand_board_set_url (board, cand_statement_get_text (row, 3));
  cand_board_set_state (board, cand_statement_get_int64 (row, 4), cand_statement_get_text (row, 5),
                        why);
  cand_board_set_checked (board, cand_statement_get_int64 (row, 8));
  cand_board_set_confirmed (board, cand_statement_get_int64 (row, 9));
  cand_board_set_validators (board, cand_statement_get_nullable (row, 10),
                             cand_statement_get_nullable (row, 11));
  cand_board_set_counts (board, cand_statement_get_int64 (row, 12),
                         cand_statement_get_int64 (row, 13));
  return board;
}

/**
 * cand_store_boards_list:
 * @connection: a connection
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: (transfer full) (nullable) (element-type CandBoard): the followed boards
 */
GPtrArray *
cand_store_boards_list (CandConnection *connection, GError **error)
{
  g_autoptr (CandStatement) statement =
      cand_statement_new (connection, BOARD_COLUMNS "WHERE b.followed = 1 ORDER BY b.id", error);
  g_autoptr (GPtrArray) boards = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  while (cand_statement_step (statement, &failure))
    g_ptr_array_add (boards, read_board (statement));
  if (failure == NULL)
    return g_steal_pointer (&boards);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

CandBoard *
cand_store_boards_load (CandConnection *connection, const char *key, GError **error)
{
  g_autoptr (CandStatement) statement =
      cand_statement_new (connection, BOARD_COLUMNS "WHERE b.key = ?", error);

  if (statement == NULL)
    return NULL;
  cand_statement_add_text (statement, key);
  return cand_statement_step (statement, error) ? read_board (statement) : NULL;
}

/**
 * cand_store_boards_stored:
 * @connection: a connection
 * @key: "system:account"
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: (transfer full) (nullable): what is known of its answers; NULL with no error set when
 *   there is no such board
 */
CandStoredBoard *
cand_store_boards_stored (CandConnection *connection, const char *key, GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "SELECT id, name, state, confirmed, etag, last_modified, digest, suspect_since, "
      "suspect_codes, skipped FROM board WHERE key = ?",
      error);
  CandStoredBoard *board;

  if (statement == NULL)
    return NULL;
  cand_statement_add_text (statement, key);
  if (!cand_statement_step (statement, error))
    return NULL;
  board = g_new0 (CandStoredBoard, 1);
  board->id = cand_statement_get_int64 (statement, 0);
  board->name = g_strdup (cand_statement_get_text (statement, 1));
  board->state = cand_statement_get_int64 (statement, 2);
  board->confirmed = cand_statement_get_int64 (statement, 3);
  board->etag = g_strdup (cand_statement_get_nullable (statement, 4));
  board->last_modified = g_strdup (cand_statement_get_nullable (statement, 5));
  board->digest = g_strdup (cand_statement_get_nullable (statement, 6));
  board->suspect_since = cand_statement_get_int64 (statement, 7);
  board->suspect_codes = g_strsplit (cand_statement_get_text (statement, 8), "\n", -1);
  board->skipped = cand_statement_get_int64 (statement, 9);
  return board;
}

/**
 * cand_store_boards_set_read:
 * @connection: a connection, inside a transaction
 * @id: row id
 * @reading: what a good answer leaves behind
 * @now: seconds since the epoch
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: FALSE on failure
 */
gboolean
cand_store_boards_set_read (CandConnection *connection,
                            gint64 id,
                            const CandBoardReading *reading,
                            gint64 now,
                            GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "UPDATE board SET state = 1, reason = coalesce (?, ''), error_domain = NULL, "
      "error_code = 0, checked = ?2, confirmed = ?2, name = coalesce (?, name), etag = ?, "
      "last_modified = ?, digest = ?, skipped = ?, suspect_since = 0, suspect_codes = '' "
      "WHERE id = ?",
      error);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_text (statement, reading->reason);
  cand_statement_add_int64 (statement, now);
  cand_statement_add_text (statement, reading->name);
  cand_statement_add_text (statement, reading->etag);
  cand_statement_add_text (statement, reading->last_modified);
  cand_statement_add_text (statement, reading->digest);
  cand_statement_add_int64 (statement, reading->skipped);
  cand_statement_add_int64 (statement, id);
  return cand_statement_run (statement, error);
}

/**
 * cand_store_boards_set_suspect:
 * @connection: a connection, inside a transaction
 * @id: row id
 * @since: when the first doubted answer came
 * @codes: what that one listed
 * @why: what is doubted
 * @now: seconds since the epoch
 * @error: CAND_STORE_ERROR_*
 *
 * The validators stay those of the last good answer: the same doubted answer is to be seen again.
 *
 * Returns: FALSE on failure
 */
gboolean
cand_store_boards_set_suspect (CandConnection *connection,
                               gint64 id,
                               gint64 since,
                               const char *const *codes,
                               const GError *why,
                               gint64 now,
                               GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection, "UPDATE board SET suspect_since = ?, suspect_codes = ? WHERE id = ?", error);
  g_autofree char *joined = g_strjoinv ("\n", (char **) codes);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, since);
  cand_statement_add_text (statement, joined);
  cand_statement_add_int64 (statement, id);
  return cand_statement_run (statement, error) &&
         cand_store_source_set_failed (
             connection, "UPDATE board " CAND_SOURCE_SET_FAILED ", state = 2 WHERE id = ?", id, why,
             now, error);
}

gboolean
cand_store_boards_set_failed (
    CandConnection *connection, gint64 id, const GError *why, gint64 now, GError **error)
{
  return cand_store_source_set_failed (
      connection, "UPDATE board " CAND_SOURCE_SET_FAILED ", state = 3 WHERE id = ?", id, why, now,
      error);
}
