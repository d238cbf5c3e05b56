/* cand-store-programmes.c: programmes on disk
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-store-programmes.h"

#include <string.h>

#include "cand-store-source-private.h"
#include "core/model/cand-model-json.h"

/* In the order in which read_programme takes them. */
#define COLUMNS                                                                                    \
  "SELECT id, json, checked, reason, error_domain, error_code, changes, changed FROM programme "

void
cand_stored_programme_free (CandStoredProgramme *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->programme);
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self->digest);
  g_free (self);
}

static char *
dup_digest (const char *json)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, json, -1);
}

/**
 * cand_store_programmes_look_up:
 * @connection: a connection
 * @name: its short name
 * @json: its text, as it ships
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
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "SELECT CASE WHEN shipped_digest IS NULL THEN json = ? ELSE shipped_digest = ? END "
      "FROM programme WHERE name = ?",
      error);
  g_autoptr (GError) failure = NULL;
  g_autofree char *digest = dup_digest (json);

  if (statement == NULL)
    return CAND_PROGRAMME_UNREADABLE;
  cand_statement_add_text (statement, json);
  cand_statement_add_text (statement, digest);
  cand_statement_add_text (statement, name);
  if (cand_statement_step (statement, &failure))
    return cand_statement_get_int64 (statement, 0) != 0 ? CAND_PROGRAMME_SAME
                                                        : CAND_PROGRAMME_OLDER;
  if (failure == NULL)
    return CAND_PROGRAMME_ABSENT;
  g_propagate_error (error, g_steal_pointer (&failure));
  return CAND_PROGRAMME_UNREADABLE;
}

/**
 * cand_store_programmes_set_shipped:
 * @connection: a connection, inside a transaction
 * @id: row id
 * @json: the text that ships
 * @error: CAND_STORE_ERROR_*
 *
 * The page is read whole again, because what it says is seen beside that text.
 *
 * Returns: FALSE on failure
 */
gboolean
cand_store_programmes_set_shipped (CandConnection *connection,
                                   gint64 id,
                                   const char *json,
                                   GError **error)
{
  g_autoptr (CandStatement) statement =
      cand_statement_new (connection,
                          "UPDATE programme SET shipped = 1, shipped_digest = ?, etag = NULL, "
                          "last_modified = NULL, digest = NULL WHERE id = ?",
                          error);
  g_autofree char *digest = dup_digest (json);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_text (statement, digest);
  cand_statement_add_int64 (statement, id);
  return cand_statement_run (statement, error);
}

gboolean
cand_store_programmes_write (CandConnection *connection,
                             CandProgramme *programme,
                             const char *json,
                             GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "INSERT INTO programme (name, date, url, followed, json) VALUES (?, coalesce (?, ''), ?, 1, "
      "?) "
      "ON CONFLICT (name) DO UPDATE SET date = excluded.date, url = excluded.url, "
      "json = excluded.json RETURNING id",
      error);
  gint64 id;

  if (statement == NULL)
    return FALSE;
  cand_statement_add_text (statement, cand_programme_get_name (programme));
  cand_statement_add_text (statement, cand_programme_get_date (programme));
  cand_statement_add_text (statement, cand_programme_get_url (programme));
  cand_statement_add_text (statement, json);
  id = cand_statement_fetch_id (statement, error);
  if (id == 0)
    return FALSE;
  cand_programme_set_id (programme, id);
  return TRUE;
}

/* --- what changed, as text --- */

static char *
changes_to_json (const CandProgrammeChanges *changes)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cand_model_json_add_strings (builder, "withdrawn", (const char *const *) changes->withdrawn);
  cand_model_json_add_strings (builder, "added", (const char *const *) changes->added);
  cand_model_json_add_strings (builder, "renamed", (const char *const *) changes->renamed);
  if (changes->earlier != NULL)
    cand_model_json_add_strings (builder, "earlier", (const char *const *) changes->earlier);
  json_builder_set_member_name (builder, "date");
  json_builder_add_boolean_value (builder, changes->date_changed);
  json_builder_set_member_name (builder, "text");
  json_builder_add_boolean_value (builder, changes->text_changed);
  json_builder_end_object (builder);
  return cand_model_json_finish (builder, FALSE);
}

/* NULL for a text that cannot be read any more: it was only told. */
static CandProgrammeChanges *
changes_from_json (const char *json)
{
  g_autoptr (JsonNode) root = json != NULL ? cand_model_json_parse (json, -1, NULL) : NULL;
  g_autoptr (CandProgrammeChanges) changes = NULL;
  JsonObject *object;

  if (root == NULL)
    return NULL;
  object = json_node_get_object (root);
  changes = g_new0 (CandProgrammeChanges, 1);
  if (!cand_model_json_strings (object, "withdrawn", &changes->withdrawn, NULL) ||
      !cand_model_json_strings (object, "added", &changes->added, NULL) ||
      !cand_model_json_strings (object, "renamed", &changes->renamed, NULL) ||
      !cand_model_json_strings (object, "earlier", &changes->earlier, NULL) ||
      !cand_model_json_boolean (object, "date", &changes->date_changed, NULL) ||
      !cand_model_json_boolean (object, "text", &changes->text_changed, NULL))
    return NULL;
  return g_steal_pointer (&changes);
}

/* --- read --- */

/* NULL for a text that cannot be read any more, which is said. */
static CandProgramme *
read_programme (CandStatement *row)
{
  const char *json = cand_statement_get_text (row, 1);
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) failure = NULL;
  g_autoptr (GError) why = cand_store_source_read_error (row, 3);
  CandProgramme *programme = cand_programme_new_from_json (bytes, &failure);

  if (programme == NULL)
    {
      g_message ("A kept programme cannot be read: %s", failure->message);
      return NULL;
    }
  cand_programme_set_id (programme, cand_statement_get_int64 (row, 0));
  cand_programme_set_checked (programme, cand_statement_get_int64 (row, 2));
  cand_programme_set_error (programme, why);
  cand_programme_set_changes (programme, changes_from_json (cand_statement_get_nullable (row, 6)),
                              cand_statement_get_int64 (row, 7));
  return programme;
}

static GPtrArray *
list (CandConnection *connection, const char *sql, GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (connection, sql, error);
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
  return list (connection, COLUMNS "WHERE followed = 1 ORDER BY date DESC, id", error);
}

/**
 * cand_store_programmes_list_known:
 * @connection: a connection
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: (transfer full) (nullable) (element-type CandProgramme): all programmes
 */
GPtrArray *
cand_store_programmes_list_known (CandConnection *connection, GError **error)
{
  return list (connection, COLUMNS "ORDER BY followed DESC, id", error);
}

CandProgramme *
cand_store_programmes_load (CandConnection *connection, gint64 id, GError **error)
{
  g_autoptr (CandStatement) statement =
      cand_statement_new (connection, COLUMNS "WHERE id = ?", error);

  if (statement == NULL)
    return NULL;
  cand_statement_add_int64 (statement, id);
  return cand_statement_step (statement, error) ? read_programme (statement) : NULL;
}

/* The name before the address: it is the identity. */
static gint64
find (CandConnection *connection, const char *name, const char *url, GError **error)
{
  g_autoptr (CandStatement) statement =
      cand_statement_new (connection,
                          "SELECT id FROM programme WHERE name = ?1 OR (url = ?2 AND url <> '') "
                          "ORDER BY name = ?1 DESC, followed DESC, id LIMIT 1",
                          error);

  if (statement == NULL)
    return 0;
  cand_statement_add_text (statement, name);
  cand_statement_add_text (statement, url != NULL ? url : "");
  return cand_statement_step (statement, error) ? cand_statement_get_int64 (statement, 0) : 0;
}

/**
 * cand_store_programmes_stored:
 * @connection: a connection
 * @name: (nullable): its short name
 * @url: (nullable): its address
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: (transfer full) (nullable): the programme, followed or not; NULL with no error set when
 *   there is none
 */
CandStoredProgramme *
cand_store_programmes_stored (CandConnection *connection,
                              const char *name,
                              const char *url,
                              GError **error)
{
  g_autoptr (CandStatement) statement = NULL;
  g_autoptr (CandStoredProgramme) stored = NULL;
  gint64 id = find (connection, name, url, error);

  if (id == 0)
    return NULL;
  statement = cand_statement_new (
      connection,
      "SELECT shipped, followed, etag, last_modified, digest, confirmed, suspect_since "
      "FROM programme WHERE id = ?",
      error);
  if (statement == NULL)
    return NULL;
  cand_statement_add_int64 (statement, id);
  if (!cand_statement_step (statement, error))
    return NULL;
  stored = g_new0 (CandStoredProgramme, 1);
  stored->shipped = cand_statement_get_int64 (statement, 0) != 0;
  stored->followed = cand_statement_get_int64 (statement, 1) != 0;
  stored->etag = g_strdup (cand_statement_get_nullable (statement, 2));
  stored->last_modified = g_strdup (cand_statement_get_nullable (statement, 3));
  stored->digest = g_strdup (cand_statement_get_nullable (statement, 4));
  stored->confirmed = cand_statement_get_int64 (statement, 5);
  stored->suspect_since = cand_statement_get_int64 (statement, 6);
  stored->programme = cand_store_programmes_load (connection, id, error);
  return stored->programme != NULL ? g_steal_pointer (&stored) : NULL;
}

/* --- written --- */

gboolean
cand_store_programmes_set_read (CandConnection *connection,
                                gint64 id,
                                const CandProgrammeReading *reading,
                                gint64 now,
                                GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "UPDATE programme SET etag = ?, last_modified = ?, digest = ?, checked = ?4, "
      "confirmed = ?4, suspect_since = 0, reason = '', error_domain = NULL, error_code = 0 "
      "WHERE id = ?",
      error);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_text (statement, reading->etag);
  cand_statement_add_text (statement, reading->last_modified);
  cand_statement_add_text (statement, reading->digest);
  cand_statement_add_int64 (statement, now);
  cand_statement_add_int64 (statement, id);
  return cand_statement_run (statement, error);
}

gboolean
cand_store_programmes_set_failed (
    CandConnection *connection, gint64 id, const GError *why, gint64 now, GError **error)
{
  return cand_store_source_set_failed (
      connection, "UPDATE programme " CAND_SOURCE_SET_FAILED "WHERE id = ?", id, why, now, error);
}

/* The validators stay those of the last good answer: the same doubted one is to be seen again. */
gboolean
cand_store_programmes_set_suspect (CandConnection *connection,
                                   gint64 id,
                                   gint64 since,
                                   const GError *why,
                                   gint64 now,
                                   GError **error)
{
  g_autoptr (CandStatement) statement =
      cand_statement_new (connection, "UPDATE programme SET suspect_since = ? WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, since);
  cand_statement_add_int64 (statement, id);
  return cand_statement_run (statement, error) &&
         cand_store_programmes_set_failed (connection, id, why, now, error);
}

gboolean
cand_store_programmes_keep_earlier (CandConnection *connection, gint64 id, GError **error)
{
  return cand_statement_run_for_id (connection, "UPDATE programme SET earlier = json WHERE id = ?",
                                    id, error);
}

gboolean
cand_store_programmes_set_changes (CandConnection *connection,
                                   gint64 id,
                                   const CandProgrammeChanges *changes,
                                   gint64 now,
                                   GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection, "UPDATE programme SET changes = ?, changed = ? WHERE id = ?", error);
  g_autofree char *json = changes_to_json (changes);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_text (statement, json);
  cand_statement_add_int64 (statement, now);
  cand_statement_add_int64 (statement, id);
  return cand_statement_run (statement, error);
}

/**
 * cand_store_programmes_set_followed:
 * @connection: a connection
 * @name: its short name
 * @followed: whether it is followed from now on
 * @now: seconds since the epoch
 * @found: (out): whether there is one
 * @error: CAND_STORE_ERROR_*
 *
 * Nothing else changes, so that following it once more restores everything.
 *
 * Returns: FALSE on failure
 */
gboolean
cand_store_programmes_set_followed (CandConnection *connection,
                                    const char *name,
                                    gboolean followed,
                                    gint64 now,
                                    gboolean *found,
                                    GError **error)
{
  return cand_store_source_set_followed (
      connection, "UPDATE programme " CAND_SOURCE_SET_FOLLOWED "WHERE name = ?", name, followed,
      now, found, error);
}
