/* cand-store-revisions.c: every distinct content of a position
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-store-revisions.h"

#include "cand-statement.h"

/* What the board says, as the row has it: the same facts as in the position's digest. SQLite writes
 * the JSON itself, so that old contents never pass through our hands. */
#define CONTENT                                                                                    \
  "SELECT json_object ('title', p.title, 'department', p.department, 'url', p.url, "               \
  "'application_url', p.application_url, 'locations', p.locations, "                               \
  "'workplace', p.workplace_text, 'employment', p.employment_text, 'published', p.published, "     \
  "'updated', p.updated, 'closing', p.closing, 'pay', p.pay_text, "                                \
  "'pay_minimum', p.pay_minimum, 'pay_maximum', p.pay_maximum, "                                   \
  "'pay_currency', p.pay_currency, 'pay_period', p.pay_period, "                                   \
  "'education', x.education, 'experience', x.experience, 'function', x.function, "                 \
  "'description', x.html) "                                                                        \
  "FROM position p LEFT JOIN position_text x ON x.position = p.id WHERE p.id = ?1"

/* A position that its board never listed has no digest, and nothing to keep. */
static gboolean
keep_present (CandConnection *connection, gint64 position, GError **error)
{
  g_autoptr (CandStatement) statement =
      cand_statement_new (connection,
                          "UPDATE revision SET content = (" CONTENT ") "
                          "WHERE position = ?1 AND content IS NULL",
                          error);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, position);
  return cand_statement_run (statement, error);
}

gboolean
cand_store_revisions_begin (
    CandConnection *connection, gint64 position, const char *digest, gint64 now, GError **error)
{
  g_autoptr (CandStatement) statement =
      cand_statement_new (connection,
                          "INSERT INTO revision (position, digest, seen) VALUES (?, ?, ?) "
                          "ON CONFLICT (position, digest) DO UPDATE SET content = NULL",
                          error);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, position);
  cand_statement_add_text (statement, digest);
  cand_statement_add_int64 (statement, now);
  return cand_statement_run (statement, error);
}

/**
 * cand_store_revisions_turn:
 * @connection: a connection, inside a transaction
 * @position: row id
 * @digest: of the content to come
 * @now: seconds since the epoch
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: how many distinct contents there are now; 0 on failure
 */
guint
cand_store_revisions_turn (
    CandConnection *connection, gint64 position, const char *digest, gint64 now, GError **error)
{
  g_autoptr (CandStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;
  guint n = 0;

  if (!keep_present (connection, position, error) ||
      !cand_store_revisions_begin (connection, position, digest, now, error))
    return 0;
  statement =
      cand_statement_new (connection, "SELECT count(*) FROM revision WHERE position = ?", error);
  if (statement == NULL)
    return 0;
  cand_statement_add_int64 (statement, position);
  if (cand_statement_step (statement, &failure))
    n = cand_statement_get_int64 (statement, 0);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return n;
}

/**
 * cand_store_revisions_get_present:
 * @connection: a connection
 * @position: row id
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: (transfer full) (nullable): the digest of the present content; "" where its board never
 *   listed it
 */
char *
cand_store_revisions_get_present (CandConnection *connection, gint64 position, GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection, "SELECT digest FROM revision WHERE position = ? AND content IS NULL", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  cand_statement_add_int64 (statement, position);
  if (cand_statement_step (statement, &failure))
    return g_strdup (cand_statement_get_text (statement, 0));
  if (failure == NULL)
    return g_strdup ("");
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

gboolean
cand_store_revisions_complete (CandConnection *connection,
                               gint64 position,
                               const char *digest,
                               GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "UPDATE OR REPLACE revision SET digest = ? WHERE position = ? AND content IS NULL", error);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_text (statement, digest);
  cand_statement_add_int64 (statement, position);
  return cand_statement_run (statement, error);
}
