/* cand-store-aside.c: what a form that changed does to the answers on disk
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-store-aside.h"

#include "cand-statement.h"

/* Before the id of a field while answers change places; no board's id begins with it. */
#define MOVING "\001"

/* The numbers that are on disk. */
G_STATIC_ASSERT (CAND_ASIDE_REWORDED == 0 && CAND_ASIDE_REMOVED == 1 && CAND_ASIDE_OTHER_KIND == 2);

void
cand_stored_aside_free (CandStoredAside *self)
{
  if (self == NULL)
    return;
  g_free (self->field);
  g_free (self->label);
  g_free (self->text);
  g_free (self->words);
  g_free (self->file_name);
  g_free (self->file_sha256);
  g_free (self->file_uri);
  g_free (self);
}

static CandStoredAside *
read_row (CandStatement *row)
{
  CandStoredAside *aside = g_new0 (CandStoredAside, 1);

  aside->id = cand_statement_get_int64 (row, 0);
  aside->field = g_strdup (cand_statement_get_text (row, 1));
  aside->label = g_strdup (cand_statement_get_text (row, 2));
  aside->type = cand_statement_get_int64 (row, 3);
  aside->reason = cand_statement_get_int64 (row, 4);
  aside->text = g_strdup (cand_statement_get_text (row, 5));
  aside->words = g_strdup (cand_statement_get_text (row, 6));
  aside->file_name = g_strdup (cand_statement_get_nullable (row, 7));
  aside->file_sha256 = g_strdup (cand_statement_get_nullable (row, 8));
  aside->file_size = cand_statement_get_int64 (row, 9);
  aside->file_added = cand_statement_get_int64 (row, 10);
  aside->since = cand_statement_get_int64 (row, 11);
  aside->placed = cand_statement_get_int64 (row, 12);
  aside->sensitive = cand_statement_get_int64 (row, 13) != 0;
  aside->file_uri = g_strdup (cand_statement_get_nullable (row, 14));
  aside->file_modified = cand_statement_get_int64 (row, 15);
  return aside;
}

/**
 * cand_store_aside_load:
 * @connection: a connection
 * @application: row id
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: (transfer full) (nullable) (element-type CandStoredAside): all that was set aside
 */
GPtrArray *
cand_store_aside_load (CandConnection *connection, gint64 application, GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "SELECT id, field, label, type, reason, text, words, file_name, file_sha256, file_size, "
      "file_added, since, placed, sensitive, file_uri, file_modified FROM aside WHERE application "
      "= ? ORDER BY id",
      error);
  g_autoptr (GPtrArray) asides =
      g_ptr_array_new_with_free_func ((GDestroyNotify) cand_stored_aside_free);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  cand_statement_add_int64 (statement, application);
  while (cand_statement_step (statement, &failure))
    g_ptr_array_add (asides, read_row (statement));
  if (failure == NULL)
    return g_steal_pointer (&asides);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/**
 * cand_store_aside_insert:
 * @connection: a connection, inside a transaction
 * @application: row id
 * @aside: what has no place; its file is the one of the answer that is there
 * @now: seconds since the epoch
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: the row id; 0 on failure
 */
gint64
cand_store_aside_insert (CandConnection *connection,
                         gint64 application,
                         const CandRebaseAside *aside,
                         gint64 now,
                         GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "INSERT INTO aside (application, field, label, type, reason, text, words, since, sensitive, "
      "file_name, file_sha256, file_size, file_added, file_uri, file_modified) "
      "SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, file_name, file_sha256, ifnull (file_size, 0), "
      "ifnull (file_added, 0), file_uri, ifnull (file_modified, 0) "
      "FROM (SELECT 1) LEFT JOIN answer ON application = ?1 AND field = ?2 AND ?10 RETURNING id",
      error);

  if (statement == NULL)
    return 0;
  cand_statement_add_int64 (statement, application);
  cand_statement_add_text (statement, aside->field);
  cand_statement_add_text (statement, aside->label);
  cand_statement_add_int64 (statement, aside->type);
  cand_statement_add_int64 (statement, aside->reason);
  cand_statement_add_text (statement, aside->text);
  cand_statement_add_text (statement, aside->words);
  cand_statement_add_int64 (statement, now);
  cand_statement_add_int64 (statement, aside->sensitive ? 1 : 0);
  cand_statement_add_int64 (statement, aside->has_file);
  return cand_statement_fetch_id (statement, error);
}

static gboolean
delete_answer (CandConnection *connection, gint64 application, const char *field, GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection, "DELETE FROM answer WHERE application = ? AND field = ?", error);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, application);
  cand_statement_add_text (statement, field);
  return cand_statement_run (statement, error);
}

/**
 * cand_store_aside_take_answer:
 * @connection: a connection, inside a transaction
 * @application: row id
 * @field: what the answer answered
 * @id: row id of what was set aside of it
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: FALSE on failure
 */
gboolean
cand_store_aside_take_answer (
    CandConnection *connection, gint64 application, const char *field, gint64 id, GError **error)
{
  g_autoptr (CandStatement) statement =
      cand_statement_new (connection,
                          "INSERT INTO aside_earlier (aside, text, written) "
                          "SELECT ?, e.text, e.written FROM earlier e JOIN answer a "
                          "ON a.id = e.answer WHERE a.application = ? AND a.field = ? "
                          "ORDER BY e.id",
                          error);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, id);
  cand_statement_add_int64 (statement, application);
  cand_statement_add_text (statement, field);
  return cand_statement_run (statement, error) &&
         delete_answer (connection, application, field, error);
}

static gboolean
rename_answer (CandConnection *connection,
               gint64 application,
               const char *from,
               const char *to,
               const char *text,
               GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "UPDATE answer SET field = ?, text = ifnull (?, text) WHERE application = ? AND field = ?",
      error);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_text (statement, to);
  cand_statement_add_text (statement, text);
  cand_statement_add_int64 (statement, application);
  cand_statement_add_text (statement, from);
  return cand_statement_run (statement, error);
}

/* An answer that is there already is a blank one, else @field would not have been free: what it
 * said before goes to the one that comes. */
static gboolean
vacate (CandConnection *connection,
        gint64 application,
        const char *field,
        const char *moving,
        GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "UPDATE earlier SET answer = (SELECT id FROM answer WHERE application = ?1 AND field = ?2) "
      "WHERE answer = (SELECT id FROM answer WHERE application = ?1 AND field = ?3)",
      error);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, application);
  cand_statement_add_text (statement, moving);
  cand_statement_add_text (statement, field);
  return cand_statement_run (statement, error) &&
         delete_answer (connection, application, field, error);
}

/**
 * cand_store_aside_move_answers:
 * @connection: a connection, inside a transaction
 * @application: row id
 * @kept: (element-type CandRebaseKept): from where to where
 * @error: CAND_STORE_ERROR_*
 *
 * Answers may change places with each other, so all of them leave before the first one arrives.
 *
 * Returns: FALSE on failure
 */
gboolean
cand_store_aside_move_answers (CandConnection *connection,
                               gint64 application,
                               GPtrArray *kept,
                               GError **error)
{
  for (guint i = 0; i < kept->len; i++)
    {
      const CandRebaseKept *answer = g_ptr_array_index (kept, i);
      g_autofree char *moving = g_strconcat (MOVING, answer->from, NULL);
      gboolean moves = !g_str_equal (answer->from, answer->to);

      if (!rename_answer (connection, application, answer->from, moves ? moving : answer->from,
                          answer->text, error))
        return FALSE;
    }
  for (guint i = 0; i < kept->len; i++)
    {
      const CandRebaseKept *answer = g_ptr_array_index (kept, i);
      g_autofree char *moving = g_strconcat (MOVING, answer->from, NULL);

      if (g_str_equal (answer->from, answer->to))
        continue;
      if (!vacate (connection, application, answer->to, moving, error) ||
          !rename_answer (connection, application, moving, answer->to, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* Only what is kept as people read it: of options and entries it would be another question's ids.
 */
#define LEND_EARLIER                                                                               \
  "INSERT INTO earlier (answer, text, written) "                                                   \
  "SELECT a.id, e.text, e.written FROM aside s JOIN aside_earlier e ON e.aside = s.id "            \
  "JOIN answer a ON a.application = s.application AND a.field = ?2 "                               \
  "WHERE s.id = ?1 AND s.text = s.words AND NOT EXISTS (SELECT 1 FROM earlier "                    \
  "WHERE answer = a.id AND text = e.text AND written = e.written) ORDER BY e.id"

gboolean
cand_store_aside_lend_earlier (CandConnection *connection,
                               gint64 id,
                               const char *field,
                               GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (connection, LEND_EARLIER, error);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, id);
  cand_statement_add_text (statement, field);
  return cand_statement_run (statement, error);
}

gboolean
cand_store_aside_set_placed (CandConnection *connection, gint64 id, gint64 when, GError **error)
{
  return cand_statement_run_for_two (connection, "UPDATE aside SET placed = ? WHERE id = ?", when,
                                     id, error);
}
