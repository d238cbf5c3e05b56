/* cand-store-source.c: what boards, programmes and blogs have in common on disk
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-store-source-private.h"

gboolean
cand_store_source_set_followed (CandConnection *connection,
                                const char *sql,
                                const char *key,
                                gboolean followed,
                                gint64 now,
                                gboolean *found,
                                GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (connection, sql, error);

  *found = FALSE;
  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, followed != FALSE);
  cand_statement_add_int64 (statement, now);
  cand_statement_add_text (statement, key);
  if (!cand_statement_run (statement, error))
    return FALSE;
  *found = cand_connection_get_n_changes (connection) > 0;
  return TRUE;
}

gboolean
cand_store_source_set_failed (CandConnection *connection,
                              const char *sql,
                              gint64 id,
                              const GError *why,
                              gint64 now,
                              GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (connection, sql, error);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_text (statement, why->message);
  cand_statement_add_text (statement, g_quark_to_string (why->domain));
  cand_statement_add_int64 (statement, why->code);
  cand_statement_add_int64 (statement, now);
  cand_statement_add_int64 (statement, id);
  return cand_statement_run (statement, error);
}

GError *
cand_store_source_read_error (CandStatement *row, int column)
{
  const char *domain = cand_statement_get_nullable (row, column + 1);

  if (domain == NULL)
    return NULL;
  return g_error_new_literal (g_quark_from_string (domain),
                              cand_statement_get_int64 (row, column + 2),
                              cand_statement_get_text (row, column));
}
