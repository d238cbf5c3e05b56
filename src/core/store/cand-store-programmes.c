/* cand-store-programmes.c: programmes on disk
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-store-programmes.h"

#include <string.h>

#include "cand-statement.h"

/**
 * cand_store_programmes_look_up:
 * @connection: a connection
 * @name: its short name
 * @json: its text
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: what is there; UNREADABLE with @error set
 */
CandProgrammePresence
cand_store_programmes_look_up (CandConnection *connection,
                               const char *name,
                               const char *json,
                               GError **error)
{
  g_autoptr (CandStatement) statement =
      cand_statement_new (connection, "SELECT json = ? FROM programme WHERE name = ?", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return CAND_PROGRAMME_UNREADABLE;
  cand_statement_add_text (statement, json);
  cand_statement_add_text (statement, name);
  if (cand_statement_step (statement, &failure))
    return cand_statement_get_int64 (statement, 0) != 0 ? CAND_PROGRAMME_SAME
                                                        : CAND_PROGRAMME_OLDER;
  if (failure == NULL)
    return CAND_PROGRAMME_ABSENT;
  g_propagate_error (error, g_steal_pointer (&failure));
  return CAND_PROGRAMME_UNREADABLE;
}

gboolean
cand_store_programmes_write (CandConnection *connection,
                             CandProgramme *programme,
                             const char *json,
                             GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "INSERT INTO programme (name, date, followed, json) VALUES (?, coalesce (?, ''), 1, ?) "
      "ON CONFLICT (name) DO UPDATE SET date = excluded.date, json = excluded.json RETURNING id",
      error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  cand_statement_add_text (statement, cand_programme_get_name (programme));
  cand_statement_add_text (statement, cand_programme_get_date (programme));
  cand_statement_add_text (statement, json);
  while (cand_statement_step (statement, &failure))
    cand_programme_set_id (programme, cand_statement_get_int64 (statement, 0));
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* NULL for a text that cannot be read any more, which is said. */
static CandProgramme *
read_programme (CandStatement *row)
{
  const char *json = cand_statement_get_text (row, 1);
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) failure = NULL;
  CandProgramme *programme = cand_programme_new_from_json (bytes, &failure);

  if (programme != NULL)
    cand_programme_set_id (programme, cand_statement_get_int64 (row, 0));
  else
    g_warning ("A kept programme cannot be read: %s", failure->message);
  return programme;
}

/**
 * cand_store_programmes_list:
 * @connection: a connection
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: (transfer full) (nullable) (element-type CandProgramme): the followed programmes
 */
GPtrArray *
cand_store_programmes_list (CandConnection *connection, GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection, "SELECT id, json FROM programme WHERE followed = 1 ORDER BY date DESC, id",
      error);
  g_autoptr (GPtrArray) programmes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  while (cand_statement_step (statement, &failure))
    {
      CandProgramme *programme = read_programme (statement);

      if (programme != NULL)
        g_ptr_array_add (programmes, programme);
    }
  if (failure == NULL)
    return g_steal_pointer (&programmes);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

CandProgramme *
cand_store_programmes_load (CandConnection *connection, gint64 id, GError **error)
{
  g_autoptr (CandStatement) statement =
      cand_statement_new (connection, "SELECT id, json FROM programme WHERE id = ?", error);

  if (statement == NULL)
    return NULL;
  cand_statement_add_int64 (statement, id);
  return cand_statement_step (statement, error) ? read_programme (statement) : NULL;
}
