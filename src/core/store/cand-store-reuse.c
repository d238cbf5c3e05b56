/* cand-store-reuse.c: answers of other applications, with their questions
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-store-reuse.h"

#include "cand-statement.h"
#include "cand-store-strays.h"

/* The questions are in the forms' JSON (cand-form-json.c). A form that cannot be read has none. The
 * joins are crossed so that each form is read once, and not once for each answer. */
#define ANSWERS(condition)                                                                         \
  "WITH own AS (SELECT p.board AS board, b.name AS name FROM application a "                       \
  "JOIN position p ON p.id = a.position JOIN board b ON b.id = p.board WHERE a.id = ?1) "          \
  "SELECT n.field, field.value ->> '$.label', field.value ->> '$.type' = 'paragraph', n.text, "    \
  "b.key || ':' || p.code, p.title, " CAND_STORE_ORGANISATION ", a.status, a.updated, "            \
  "b.name <> '' AND (p.board = own.board OR lower (b.name) = lower (own.name)) AS same_employer "  \
  "FROM own CROSS JOIN application a JOIN position p ON p.id = a.position "                        \
  "JOIN board b ON b.id = p.board JOIN application_form f ON f.application = a.id "                \
  "CROSS JOIN json_each (CASE WHEN json_valid (f.json) THEN f.json ELSE '{}' END, '$.sections') "  \
  "section CROSS JOIN json_each (section.value, '$.fields') field "                                \
  "CROSS JOIN answer n ON n.application = a.id AND n.field = field.value ->> '$.id' "              \
  "WHERE a.id <> ?1 AND a.deleted = 0 AND n.text <> '' "                                           \
  "AND field.value ->> '$.type' IN ('paragraph', 'text') "                                         \
  "AND NOT coalesce (field.value ->> '$.sensitive', 0) " condition                                 \
  " ORDER BY a.updated DESC, a.id DESC, n.id"

/* cand_store_reuse_is_read() in SQL: confirmed here to be the same numbers. */
#define READ_BY_SAME "AND same_employer AND a.status BETWEEN 2 AND 8"
G_STATIC_ASSERT (CAND_APPLICATION_STATUS_HANDED_OFF == 2 &&
                 CAND_APPLICATION_STATUS_WITHDRAWN == 8 && CAND_APPLICATION_STATUS_NOT_FOR_ME == 9);

void
cand_stored_reuse_free (CandStoredReuse *self)
{
  if (self == NULL)
    return;
  g_free (self->field);
  g_free (self->question);
  g_free (self->text);
  g_free (self->position);
  g_free (self->title);
  g_free (self->organisation);
  g_free (self);
}

static CandStoredReuse *
read_row (CandStatement *row)
{
  CandStoredReuse *reuse = g_new0 (CandStoredReuse, 1);

  reuse->field = g_strdup (cand_statement_get_text (row, 0));
  reuse->question = g_strdup (cand_statement_get_text (row, 1));
  reuse->type =
      cand_statement_get_int64 (row, 2) != 0 ? CAND_FIELD_TYPE_PARAGRAPH : CAND_FIELD_TYPE_TEXT;
  reuse->text = g_strdup (cand_statement_get_text (row, 3));
  reuse->position = g_strdup (cand_statement_get_text (row, 4));
  reuse->title = g_strdup (cand_statement_get_text (row, 5));
  reuse->organisation = g_strdup (cand_statement_get_text (row, 6));
  reuse->status = cand_statement_get_int64 (row, 7);
  reuse->updated = cand_statement_get_int64 (row, 8);
  reuse->same_employer = cand_statement_get_int64 (row, 9) != 0;
  return reuse;
}

static GPtrArray *
load (CandConnection *connection, const char *sql, gint64 application, GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (connection, sql, error);
  g_autoptr (GPtrArray) answers =
      g_ptr_array_new_with_free_func ((GDestroyNotify) cand_stored_reuse_free);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  cand_statement_add_int64 (statement, application);
  while (cand_statement_step (statement, &failure))
    g_ptr_array_add (answers, read_row (statement));
  if (failure == NULL)
    return g_steal_pointer (&answers);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/**
 * cand_store_reuse_load:
 * @connection: a connection
 * @application: row id of the one that is written
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: (transfer full) (nullable) (element-type CandStoredReuse): what the others say
 */
GPtrArray *
cand_store_reuse_load (CandConnection *connection, gint64 application, GError **error)
{
  return load (connection, ANSWERS (""), application, error);
}

/**
 * cand_store_reuse_load_read:
 * @connection: a connection
 * @application: row id of the one that is written
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: (transfer full) (nullable) (element-type CandStoredReuse): what its employer got before
 */
GPtrArray *
cand_store_reuse_load_read (CandConnection *connection, gint64 application, GError **error)
{
  return load (connection, ANSWERS (READ_BY_SAME), application, error);
}

gboolean
cand_store_reuse_is_read (CandApplicationStatus status)
{
  return status >= CAND_APPLICATION_STATUS_HANDED_OFF &&
         status <= CAND_APPLICATION_STATUS_WITHDRAWN;
}
