/* cand-store-positions-load.c: positions on disk: read
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "cand-statement.h"
#include "cand-store-positions.h"
#include "cand-store-strays.h"

/* In the order in which read_row takes them. */
#define ROW_COLUMNS                                                                                \
  "p.id, b.key, p.code, p.title, t.name, p.department, p.summary, " CAND_STORE_ORGANISATION        \
  ", p.url, "                                                                                      \
  "p.application_url, p.state, p.locations, p.workplace, p.workplace_text, p.employment, "         \
  "p.employment_text, p.published, p.first_seen, "                                                 \
  "CASE WHEN p.digest = '' THEN 0 WHEN p.last_confirmed = 0 THEN b.confirmed "                     \
  "ELSE p.last_confirmed END, "                                                                    \
  "p.changed, b.confirmed, p.revisions, p.is_new, p.starred, "                                     \
  "EXISTS (SELECT 1 FROM application a WHERE a.position = p.id AND a.deleted = 0), "               \
  "coalesce (p.programme, 0), p.updated, p.closing, p.pay_text, p.pay_minimum, p.pay_maximum, "    \
  "p.pay_currency, p.pay_period, p.withdrawn "
/* The column that follows those. */
#define N_ROW_COLUMNS 34
#define ROW_FROM "FROM position p JOIN board b ON b.id = p.board JOIN team t ON t.id = p.team "

static void
read_words (CandStatement *row, CandPosition *position)
{
  g_auto (GStrv) locations = NULL;

  cand_position_set_title (position, cand_statement_get_text (row, 3));
  cand_position_set_team (position, cand_statement_get_text (row, 4));
  cand_position_set_department (position, cand_statement_get_text (row, 5));
  cand_position_set_summary (position, cand_statement_get_text (row, 6));
  cand_position_set_organisation (position, cand_statement_get_text (row, 7));
  cand_position_set_url (position, cand_statement_get_text (row, 8));
  cand_position_set_application_url (position, cand_statement_get_text (row, 9));
  locations = g_strsplit (cand_statement_get_text (row, 11), "\n", -1);
  cand_position_set_locations (position, (const char *const *) locations);
}

static void
read_pay (CandStatement *row, CandPosition *position)
{
  const char *text = cand_statement_get_text (row, 28);
  CandPay pay;

  if (cand_pay_set (&pay, cand_statement_get_double (row, 29), cand_statement_get_double (row, 30),
                    cand_statement_get_text (row, 31), cand_statement_get_int64 (row, 32)))
    cand_position_set_pay (position, &pay, text);
  else
    cand_position_set_pay (position, NULL, text);
}

static CandPosition *
read_row (CandStatement *row)
{
  g_autoptr (CandPosition) position =
      cand_position_new (cand_statement_get_text (row, 1), cand_statement_get_text (row, 2));

  cand_position_set_id (position, cand_statement_get_int64 (row, 0));
  read_words (row, position);
  cand_position_set_state (position, cand_statement_get_int64 (row, 10));
  cand_position_set_workplace (position, cand_statement_get_int64 (row, 12),
                               cand_statement_get_text (row, 13));
  cand_position_set_employment (position, cand_statement_get_int64 (row, 14),
                                cand_statement_get_text (row, 15));
  cand_position_set_published (position, cand_statement_get_nullable (row, 16));
  cand_position_set_first_seen (position, cand_statement_get_int64 (row, 17));
  cand_position_set_last_confirmed (position, cand_statement_get_int64 (row, 18));
  cand_position_set_changed (position, cand_statement_get_int64 (row, 19));
  cand_position_set_board_read (position, cand_statement_get_int64 (row, 20));
  cand_position_set_revisions (position, cand_statement_get_int64 (row, 21));
  cand_position_set_is_new (position, cand_statement_get_int64 (row, 22) != 0);
  cand_position_set_starred (position, cand_statement_get_int64 (row, 23) != 0);
  cand_position_set_drafted (position, cand_statement_get_int64 (row, 24) != 0);
  cand_position_set_programme (position, cand_statement_get_int64 (row, 25));
  cand_position_set_updated (position, cand_statement_get_nullable (row, 26));
  cand_position_set_closing (position, cand_statement_get_nullable (row, 27));
  read_pay (row, position);
  cand_position_set_withdrawn (position, cand_statement_get_int64 (row, 33) != 0);
  return g_steal_pointer (&position);
}

/**
 * cand_store_positions_load_row:
 * @connection: a connection
 * @id: row id
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: (transfer full) (nullable): the position without its long texts; NULL with no error set
 * when there is none
 */
CandPosition *
cand_store_positions_load_row (CandConnection *connection, gint64 id, GError **error)
{
  g_autoptr (CandStatement) statement =
      cand_statement_new (connection, "SELECT " ROW_COLUMNS ROW_FROM "WHERE p.id = ?", error);

  if (statement == NULL)
    return NULL;
  cand_statement_add_int64 (statement, id);
  return cand_statement_step (statement, error) ? read_row (statement) : NULL;
}

/**
 * cand_store_positions_load:
 * @connection: a connection
 * @id: row id
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: (transfer full) (nullable): the whole position; NULL with no error set when there is
 * none
 */
CandPosition *
cand_store_positions_load (CandConnection *connection, gint64 id, GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "SELECT " ROW_COLUMNS ", x.education, x.experience, x.function, x.html " ROW_FROM
      "LEFT JOIN position_text x ON x.position = p.id WHERE p.id = ?",
      error);
  CandPosition *position;

  if (statement == NULL)
    return NULL;
  cand_statement_add_int64 (statement, id);
  if (!cand_statement_step (statement, error))
    return NULL;
  position = read_row (statement);
  cand_position_set_education (position, cand_statement_get_text (statement, N_ROW_COLUMNS));
  cand_position_set_experience (position, cand_statement_get_text (statement, N_ROW_COLUMNS + 1));
  cand_position_set_function (position, cand_statement_get_text (statement, N_ROW_COLUMNS + 2));
  cand_position_set_description (position,
                                 cand_statement_get_nullable (statement, N_ROW_COLUMNS + 3));
  return position;
}

/**
 * cand_store_positions_find:
 * @connection: a connection
 * @key: "system:account:code"
 * @error: CAND_STORE_ERROR_*
 *
 * One without an account may have found its board meanwhile.
 *
 * Returns: the row id; 0 with no error set when there is none
 */
gint64
cand_store_positions_find (CandConnection *connection, const char *key, GError **error)
{
  g_autoptr (CandStatement) statement = NULL;
  g_autofree char *system = NULL;
  g_autofree char *account = NULL;
  g_autofree char *code = NULL;
  g_autofree char *board = NULL;
  g_autofree char *present = NULL;
  g_autoptr (GError) failure = NULL;

  if (!cand_position_split_key (key, &system, &account, &code))
    return 0;
  board = g_strconcat (system, ":", account, NULL);
  statement = cand_statement_new (connection,
                                  "SELECT id FROM position "
                                  "WHERE board = (SELECT id FROM board WHERE key = ?) AND code = ?",
                                  error);
  if (statement == NULL)
    return 0;
  cand_statement_add_text (statement, board);
  cand_statement_add_text (statement, code);
  if (cand_statement_step (statement, &failure))
    return cand_statement_get_int64 (statement, 0);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (g_str_equal (account, CAND_POSITION_NO_ACCOUNT))
    present = cand_store_positions_find_code (connection, system, code, error);
  return present != NULL ? cand_store_positions_find (connection, present, error) : 0;
}

/**
 * cand_store_positions_find_code:
 * @connection: a connection
 * @system: a system's id
 * @code: the system's own key of a position
 * @error: CAND_STORE_ERROR_*
 *
 * For addresses that do not name the account.
 *
 * Returns: (transfer full) (nullable): the position's key
 */
char *
cand_store_positions_find_code (CandConnection *connection,
                                const char *system,
                                const char *code,
                                GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "SELECT min (b.key), count(*) FROM position p JOIN board b ON b.id = p.board "
      "WHERE p.code = ? AND substr (b.key, 1, length (?2) + 1) = ?2 || ':'",
      error);

  if (statement == NULL)
    return NULL;
  cand_statement_add_text (statement, code);
  cand_statement_add_text (statement, system);
  if (!cand_statement_step (statement, error) || cand_statement_get_int64 (statement, 1) != 1)
    return NULL;
  return g_strconcat (cand_statement_get_text (statement, 0), ":", code, NULL);
}

/**
 * cand_store_positions_list_urls:
 * @connection: a connection
 * @board: (nullable): key of the only board that counts
 * @part: what occurs in the address
 * @error: CAND_STORE_ERROR_*
 *
 * For addresses that do not say the system's own key.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): keys and addresses in turn
 */
GPtrArray *
cand_store_positions_list_urls (CandConnection *connection,
                                const char *board,
                                const char *part,
                                GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "SELECT b.key, p.code, p.url, p.application_url FROM position p "
      "JOIN board b ON b.id = p.board WHERE (?1 IS NULL OR b.key = ?1) "
      "AND (instr (p.url, ?2) > 0 OR instr (p.application_url, ?2) > 0) ORDER BY p.id",
      error);
  g_autoptr (GPtrArray) urls = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  cand_statement_add_text (statement, board);
  cand_statement_add_text (statement, part);
  while (cand_statement_step (statement, &failure))
    for (int column = 2; column < 4; column++)
      {
        g_ptr_array_add (urls, g_strconcat (cand_statement_get_text (statement, 0), ":",
                                            cand_statement_get_text (statement, 1), NULL));
        g_ptr_array_add (urls, g_strdup (cand_statement_get_text (statement, column)));
      }
  if (failure == NULL)
    return g_steal_pointer (&urls);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
