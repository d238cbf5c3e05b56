/* cand-store-answers.c: answers on disk, with their earlier values
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-store-answers.h"

#include <string.h>

#include "cand-statement.h"
#include "cand-store-earlier.h"

/* A change that takes away more than half of a text of some length keeps what was there, however
 * young: that is how texts are lost by accident. */
#define MUCH_REMOVED 20

void
cand_stored_answer_free (CandStoredAnswer *self)
{
  if (self == NULL)
    return;
  g_free (self->field);
  g_free (self->text);
  g_free (self->known);
  g_free (self->file_name);
  g_free (self->file_sha256);
  g_free (self->file_uri);
  g_free (self);
}

static void
stored_earlier_clear (CandStoredEarlier *self)
{
  g_free (self->text);
}

/**
 * cand_store_answers_load:
 * @connection: a connection
 * @application: row id
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: (transfer full) (nullable) (element-type CandStoredAnswer): all its answers
 */
GPtrArray *
cand_store_answers_load (CandConnection *connection, gint64 application, GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "SELECT field, text, file_name, file_sha256, file_size, file_added, file_uri, "
      "file_modified FROM answer "
      "WHERE application = ?",
      error);
  g_autoptr (GPtrArray) answers =
      g_ptr_array_new_with_free_func ((GDestroyNotify) cand_stored_answer_free);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  cand_statement_add_int64 (statement, application);
  while (cand_statement_step (statement, &failure))
    {
      CandStoredAnswer *answer = g_new0 (CandStoredAnswer, 1);

      answer->field = g_strdup (cand_statement_get_text (statement, 0));
      answer->text = g_strdup (cand_statement_get_text (statement, 1));
      answer->file_name = g_strdup (cand_statement_get_nullable (statement, 2));
      answer->file_sha256 = g_strdup (cand_statement_get_nullable (statement, 3));
      answer->file_size = cand_statement_get_int64 (statement, 4);
      answer->file_added = cand_statement_get_int64 (statement, 5);
      answer->file_uri = g_strdup (cand_statement_get_nullable (statement, 6));
      answer->file_modified = cand_statement_get_int64 (statement, 7);
      g_ptr_array_add (answers, answer);
    }
  if (failure == NULL)
    return g_steal_pointer (&answers);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* What is there before a write. */
typedef struct
{
  gint64 id; /* 0 for nothing */
  char *text;
  gint64 written;
  gint64 kept;
} Present;

static void
present_clear (Present *self)
{
  g_free (self->text);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Present, present_clear)

static gboolean
read_present (CandConnection *connection,
              gint64 application,
              const char *field,
              Present *present,
              GError **error)
{
  g_autoptr (CandStatement) statement =
      cand_statement_new (connection,
                          "SELECT id, text, written, kept FROM answer "
                          "WHERE application = ? AND field = ?",
                          error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, application);
  cand_statement_add_text (statement, field);
  if (cand_statement_step (statement, &failure))
    {
      present->id = cand_statement_get_int64 (statement, 0);
      present->text = g_strdup (cand_statement_get_text (statement, 1));
      present->written = cand_statement_get_int64 (statement, 2);
      present->kept = cand_statement_get_int64 (statement, 3);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Whether the value that is there goes among the earlier ones before @answer takes its place. */
static gboolean
keeps_present (const Present *present, const CandStoredAnswer *answer, gint64 now)
{
  glong before, after;

  if (present->id == 0 || *present->text == '\0' || g_str_equal (present->text, answer->text))
    return FALSE;
  /* Written by another process in between. */
  if (answer->known != NULL && !g_str_equal (present->text, answer->known))
    return TRUE;
  /* Also when the clock went back. */
  if (ABS (now - present->kept) >= CAND_STORE_EARLIER_AGE)
    return TRUE;
  before = g_utf8_strlen (present->text, -1);
  after = g_utf8_strlen (answer->text, -1);
  return after * 2 < before && before - after >= MUCH_REMOVED;
}

/**
 * cand_store_answers_write:
 * @connection: a connection, inside a transaction
 * @application: row id
 * @answer: the value
 * @now: seconds since the epoch
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: FALSE on failure
 */
gboolean
cand_store_answers_write (CandConnection *connection,
                          gint64 application,
                          const CandStoredAnswer *answer,
                          gint64 now,
                          GError **error)
{
  g_auto (Present) present = { 0 };
  g_autoptr (CandStatement) statement = NULL;
  gboolean keeps;

  if (!read_present (connection, application, answer->field, &present, error))
    return FALSE;
  keeps = keeps_present (&present, answer, now);
  if (keeps && !cand_store_earlier_keep (connection, present.id, present.text, present.written,
                                         FALSE, now, error))
    return FALSE;

  statement = cand_statement_new (
      connection,
      "INSERT INTO answer (application, field, text, written, kept, file_name, file_sha256, "
      "file_size, file_added, file_uri, file_modified) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
      "ON CONFLICT (application, field) DO UPDATE SET text = excluded.text, "
      "written = excluded.written, kept = excluded.kept, file_name = excluded.file_name, "
      "file_sha256 = excluded.file_sha256, file_size = excluded.file_size, "
      "file_added = excluded.file_added, file_uri = excluded.file_uri, "
      "file_modified = excluded.file_modified",
      error);
  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, application);
  cand_statement_add_text (statement, answer->field);
  cand_statement_add_text (statement, answer->text);
  cand_statement_add_int64 (statement, now);
  cand_statement_add_int64 (statement, present.id == 0 || keeps ? now : present.kept);
  cand_statement_add_text (statement, answer->file_name);
  cand_statement_add_text (statement, answer->file_sha256);
  cand_statement_add_int64 (statement, answer->file_size);
  cand_statement_add_int64 (statement, answer->file_added);
  cand_statement_add_text (statement, answer->file_uri);
  cand_statement_add_int64 (statement, answer->file_modified);
  return cand_statement_run (statement, error);
}

/**
 * cand_store_answers_load_earlier:
 * @connection: a connection
 * @application: row id
 * @field: the field's id
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: (transfer full) (nullable) (element-type CandStoredEarlier): newest first
 */
GArray *
cand_store_answers_load_earlier (CandConnection *connection,
                                 gint64 application,
                                 const char *field,
                                 GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "SELECT e.text, e.written FROM earlier e JOIN answer a ON a.id = e.answer "
      "WHERE a.application = ? AND a.field = ? ORDER BY e.written DESC, e.id DESC",
      error);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (CandStoredEarlier));
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  g_array_set_clear_func (values, (GDestroyNotify) stored_earlier_clear);
  cand_statement_add_int64 (statement, application);
  cand_statement_add_text (statement, field);
  while (cand_statement_step (statement, &failure))
    {
      CandStoredEarlier value = { g_strdup (cand_statement_get_text (statement, 0)),
                                  cand_statement_get_int64 (statement, 1) };

      g_array_append_val (values, value);
    }
  if (failure == NULL)
    return g_steal_pointer (&values);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

GHashTable *
cand_store_answers_list_files (CandConnection *connection, GError **error)
{
  g_autoptr (CandStatement) statement =
      cand_statement_new (connection,
                          "SELECT file_sha256 FROM answer WHERE file_sha256 IS NOT NULL "
                          "UNION SELECT file_sha256 FROM aside WHERE file_sha256 IS NOT NULL",
                          error);
  g_autoptr (GHashTable) files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  while (cand_statement_step (statement, &failure))
    g_hash_table_add (files, g_strdup (cand_statement_get_text (statement, 0)));
  if (failure == NULL)
    return g_steal_pointer (&files);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
