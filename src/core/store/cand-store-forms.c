/* cand-store-forms.c: the forms that boards gave, on disk
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-store-forms.h"

#include "cand-statement.h"

/**
 * cand_store_forms_keep:
 * @connection: a connection, inside a transaction
 * @position: row id
 * @form: as the board gave it, with the time
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: FALSE on failure
 */
gboolean
cand_store_forms_keep (CandConnection *connection, gint64 position, CandForm *form, GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "INSERT INTO form (position, digest, fetched, json) VALUES (?, ?, ?, ?) "
      "ON CONFLICT (position, digest) DO UPDATE SET fetched = excluded.fetched, "
      "json = excluded.json",
      error);
  g_autofree char *digest = cand_form_dup_digest (form);
  g_autofree char *json = cand_form_to_json (form);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, position);
  cand_statement_add_text (statement, digest);
  cand_statement_add_int64 (statement, cand_form_get_fetched (form));
  cand_statement_add_text (statement, json);
  return cand_statement_run (statement, error);
}

/**
 * cand_store_forms_load:
 * @connection: a connection
 * @position: row id
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: (transfer full) (nullable): the form
 */
CandForm *
cand_store_forms_load (CandConnection *connection, gint64 position, GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection, "SELECT json FROM form WHERE position = ? ORDER BY fetched DESC, id DESC LIMIT 1",
      error);
  g_autoptr (GError) failure = NULL;
  CandForm *form;

  if (statement == NULL)
    return NULL;
  cand_statement_add_int64 (statement, position);
  if (!cand_statement_step (statement, error))
    return NULL;
  form = cand_form_new_from_json (cand_statement_get_text (statement, 0), &failure);
  if (form == NULL)
    g_warning ("A kept form cannot be read: %s", failure->message);
  return form;
}
