/* cand-store-applications.c: applications on disk: their rows, forms and steps
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-store-applications.h"

#include "cand-statement.h"
#include "cand-store-strays.h"

#define ROW_COLUMNS                                                                                \
  "SELECT a.id, b.key, p.code, p.title, " CAND_STORE_ORGANISATION                                  \
  ", p.application_url, a.status, a.created, "                                                     \
  "a.updated, a.missing, a.answered, a.total "                                                     \
  "FROM application a JOIN position p ON p.id = a.position JOIN board b ON b.id = p.board "

G_STATIC_ASSERT (CAND_APPLICATION_STATUS_DRAFTING == 0 && CAND_APPLICATION_STATUS_NOT_FOR_ME == 9);

static void
step_clear (CandStep *self)
{
  g_free (self->text);
}

static CandApplication *
read_row (CandStatement *row)
{
  g_autofree char *key =
      g_strconcat (cand_statement_get_text (row, 1), ":", cand_statement_get_text (row, 2), NULL);
  CandApplication *application = cand_application_new (cand_statement_get_int64 (row, 0), key);

  cand_application_set_title (application, cand_statement_get_text (row, 3));
  cand_application_set_organisation (application, cand_statement_get_text (row, 4));
  cand_application_set_application_url (application, cand_statement_get_text (row, 5));
  cand_application_set_status (application, cand_statement_get_int64 (row, 6));
  cand_application_set_created (application, cand_statement_get_int64 (row, 7));
  cand_application_set_updated (application, cand_statement_get_int64 (row, 8));
  cand_application_set_counts (application, cand_statement_get_int64 (row, 9),
                               cand_statement_get_int64 (row, 10),
                               cand_statement_get_int64 (row, 11));
  return application;
}

/**
 * cand_store_applications_list:
 * @connection: a connection
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: (transfer full) (nullable) (element-type CandApplication): what is not deleted
 */
GPtrArray *
cand_store_applications_list (CandConnection *connection, GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection, ROW_COLUMNS "WHERE a.deleted = 0 ORDER BY a.updated DESC, a.id DESC", error);
  g_autoptr (GPtrArray) applications = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  while (cand_statement_step (statement, &failure))
    g_ptr_array_add (applications, read_row (statement));
  if (failure == NULL)
    return g_steal_pointer (&applications);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

CandApplication *
cand_store_applications_load (CandConnection *connection, gint64 id, GError **error)
{
  g_autoptr (CandStatement) statement =
      cand_statement_new (connection, ROW_COLUMNS "WHERE a.id = ?", error);

  if (statement == NULL)
    return NULL;
  cand_statement_add_int64 (statement, id);
  return cand_statement_step (statement, error) ? read_row (statement) : NULL;
}

gint64
cand_store_applications_find (CandConnection *connection, gint64 position, GError **error)
{
  g_autoptr (CandStatement) statement =
      cand_statement_new (connection,
                          "SELECT id FROM application WHERE position = ? AND deleted = 0 "
                          "ORDER BY updated DESC, id DESC LIMIT 1",
                          error);

  if (statement == NULL)
    return 0;
  cand_statement_add_int64 (statement, position);
  return cand_statement_step (statement, error) ? cand_statement_get_int64 (statement, 0) : 0;
}

static gboolean
insert_step (CandConnection *connection, gint64 id, guint place, const char *text, GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection, "INSERT INTO step (application, place, text) VALUES (?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, id);
  cand_statement_add_int64 (statement, place);
  cand_statement_add_text (statement, text);
  return cand_statement_run (statement, error);
}

/**
 * cand_store_applications_insert:
 * @connection: a connection, inside a transaction
 * @position: row id
 * @form: what is asked
 * @steps: what is to be done besides
 * @now: seconds since the epoch
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: the row id; 0 on failure
 */
gint64
cand_store_applications_insert (CandConnection *connection,
                                gint64 position,
                                CandForm *form,
                                const char *const *steps,
                                gint64 now,
                                GError **error)
{
  g_autoptr (CandStatement) statement =
      cand_statement_new (connection,
                          "INSERT INTO application (position, created, updated, missing, total) "
                          "VALUES (?, ?2, ?2, ?, ?)",
                          error);
  gint64 id;

  if (statement == NULL)
    return 0;
  cand_statement_add_int64 (statement, position);
  cand_statement_add_int64 (statement, now);
  cand_statement_add_int64 (statement, cand_form_count_required (form));
  cand_statement_add_int64 (statement, cand_form_count_fields (form));
  if (!cand_statement_run (statement, error))
    return 0;
  id = cand_connection_get_last_id (connection);
  for (guint i = 0; steps != NULL && steps[i] != NULL; i++)
    if (!insert_step (connection, id, i, steps[i], error))
      return 0;
  return cand_store_applications_set_form (connection, id, form, error) ? id : 0;
}

gboolean
cand_store_applications_set_form (CandConnection *connection,
                                  gint64 id,
                                  CandForm *form,
                                  GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection, "INSERT OR REPLACE INTO application_form (application, json) VALUES (?, ?)",
      error);
  g_autofree char *json = cand_form_to_json (form);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, id);
  cand_statement_add_text (statement, json);
  return cand_statement_run (statement, error);
}

CandForm *
cand_store_applications_load_form (CandConnection *connection, gint64 id, GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection, "SELECT json FROM application_form WHERE application = ?", error);
  g_autoptr (GError) failure = NULL;
  CandForm *form;

  if (statement == NULL)
    return NULL;
  cand_statement_add_int64 (statement, id);
  if (!cand_statement_step (statement, error))
    return NULL;
  form = cand_form_new_from_json (cand_statement_get_text (statement, 0), &failure);
  if (form == NULL)
    g_warning ("An application's form cannot be read: %s", failure->message);
  return form;
}

gboolean
cand_store_applications_write (CandConnection *connection,
                               gint64 id,
                               const CandApplicationFacts *facts,
                               gint64 now,
                               GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "UPDATE application SET status = ?, missing = ?, answered = ?, total = ?, updated = ? "
      "WHERE id = ?",
      error);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, facts->status);
  cand_statement_add_int64 (statement, facts->missing);
  cand_statement_add_int64 (statement, facts->answered);
  cand_statement_add_int64 (statement, facts->total);
  cand_statement_add_int64 (statement, now);
  cand_statement_add_int64 (statement, id);
  return cand_statement_run (statement, error);
}

GArray *
cand_store_applications_load_steps (CandConnection *connection, gint64 id, GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection, "SELECT text, done FROM step WHERE application = ? ORDER BY place", error);
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (CandStep));
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  g_array_set_clear_func (steps, (GDestroyNotify) step_clear);
  cand_statement_add_int64 (statement, id);
  while (cand_statement_step (statement, &failure))
    {
      CandStep step = {
        .text = g_strdup (cand_statement_get_text (statement, 0)),
        .done = cand_statement_get_int64 (statement, 1) != 0,
      };

      g_array_append_val (steps, step);
    }
  if (failure == NULL)
    return g_steal_pointer (&steps);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

gboolean
cand_store_applications_write_step (
    CandConnection *connection, gint64 id, guint place, gboolean done, GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection, "UPDATE step SET done = ? WHERE application = ? AND place = ?", error);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, done);
  cand_statement_add_int64 (statement, id);
  cand_statement_add_int64 (statement, place);
  return cand_statement_run (statement, error);
}

gboolean
cand_store_applications_set_deleted (CandConnection *connection,
                                     gint64 id,
                                     gint64 when,
                                     GError **error)
{
  g_autoptr (CandStatement) statement =
      cand_statement_new (connection, "UPDATE application SET deleted = ? WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, when);
  cand_statement_add_int64 (statement, id);
  return cand_statement_run (statement, error);
}

gboolean
cand_store_applications_purge (CandConnection *connection, GError **error)
{
  gint64 n;

  /* Nothing is written where there is nothing to delete: opening leaves the file as it was. */
  if (!cand_connection_get_int64 (connection, "SELECT count(*) FROM application WHERE deleted > 0",
                                  &n, error))
    return FALSE;
  return n == 0 ||
         cand_connection_execute (connection, "DELETE FROM application WHERE deleted > 0", error);
}
