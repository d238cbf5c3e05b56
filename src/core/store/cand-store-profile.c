/* cand-store-profile.c: the person's profile, on disk
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-store-profile.h"

#include "cand-statement.h"

/**
 * cand_store_profile_load:
 * @connection: a connection
 * @written: (out) (optional): when it was written
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: (transfer full) (nullable): the profile
 */
CandProfile *
cand_store_profile_load (CandConnection *connection, gint64 *written, GError **error)
{
  g_autoptr (CandStatement) statement =
      cand_statement_new (connection, "SELECT json, written FROM profile WHERE id = 1", error);
  g_autoptr (GError) failure = NULL;
  CandProfile *profile;

  if (written != NULL)
    *written = 0;
  if (statement == NULL)
    return NULL;
  if (!cand_statement_step (statement, &failure))
    {
      if (failure == NULL)
        return cand_profile_new ();
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  profile = cand_profile_new_from_json (cand_statement_get_text (statement, 0), &failure);
  if (profile == NULL)
    g_set_error (error, CAND_STORE_ERROR, CAND_STORE_ERROR_CORRUPT,
                 "The kept profile cannot be read: %s", failure->message);
  else if (written != NULL)
    *written = cand_statement_get_int64 (statement, 1);
  return profile;
}

/* (transfer full) What is there, and may be written to. */
static CandProfile *
load_for_writing (CandConnection *connection, GError **error)
{
  g_autoptr (GError) failure = NULL;
  CandProfile *profile = cand_store_profile_load (connection, NULL, &failure);

  if (profile != NULL)
    return profile;
  if (!g_error_matches (failure, CAND_STORE_ERROR, CAND_STORE_ERROR_CORRUPT))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  g_warning ("%s; it is set aside", failure->message);
  return cand_connection_execute (
             connection, "UPDATE profile SET id = (SELECT max (id) + 1 FROM profile) WHERE id = 1",
             error)
             ? cand_profile_new ()
             : NULL;
}

static gboolean
write_files (CandConnection *connection, CandProfile *profile, GError **error)
{
  GPtrArray *files = cand_profile_get_list (profile, CAND_PROFILE_FILES);
  g_autoptr (CandStatement) statement = NULL;

  if (!cand_connection_execute (connection, "DELETE FROM profile_file", error))
    return FALSE;
  statement = cand_statement_new (connection,
                                  "INSERT OR IGNORE INTO profile_file (sha256) VALUES (?)", error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < files->len; i++)
    {
      const CandProfileFile *file = g_ptr_array_index (files, i);

      cand_statement_add_text (statement, file->sha256);
      if (!cand_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * cand_store_profile_write:
 * @connection: a connection, inside a transaction
 * @profile: what is to be kept
 * @parts: which of it
 * @now: seconds since the epoch
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: FALSE on failure
 */
gboolean
cand_store_profile_write (
    CandConnection *connection, CandProfile *profile, guint parts, gint64 now, GError **error)
{
  g_autoptr (CandProfile) stored = load_for_writing (connection, error);
  g_autoptr (CandStatement) statement = NULL;
  g_autofree char *json = NULL;

  if (stored == NULL)
    return FALSE;
  cand_profile_patch (stored, profile, parts);
  json = cand_profile_to_json (stored);
  statement = cand_statement_new (connection,
                                  "INSERT INTO profile (id, json, written) VALUES (1, ?, ?) "
                                  "ON CONFLICT (id) DO UPDATE SET json = excluded.json, "
                                  "written = excluded.written",
                                  error);
  if (statement == NULL)
    return FALSE;
  cand_statement_add_text (statement, json);
  cand_statement_add_int64 (statement, now);
  return cand_statement_run (statement, error) && write_files (connection, stored, error);
}

gboolean
cand_store_profile_list_files (CandConnection *connection, GHashTable *files, GError **error)
{
  g_autoptr (CandStatement) statement =
      cand_statement_new (connection, "SELECT sha256 FROM profile_file", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  while (cand_statement_step (statement, &failure))
    g_hash_table_add (files, g_strdup (cand_statement_get_text (statement, 0)));
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
