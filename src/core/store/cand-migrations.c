/* cand-migrations.c: brings a database file to the form this program knows
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-migrations.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>

#include "cand-statement.h"
#include "cand-store-error-private.h"
#include "core/store/candidacy-store-resources.h"

#define LATEST 5
#define RESOURCE_PATTERN "/io/github/candidacy/Candidacy/store/sql/version-%03u.sql"

/* "CAND": tells our files from other people's databases. */
#define APPLICATION_ID 0x43414e44

/* Of a file that is made: large pages, because a list is read whole from an index that is strewn
 * over the file, and each page is one more place to go to. */
#define PAGE_SIZE "PRAGMA page_size = 16384"

/* All of one moment: another process may be making the file, and half of what it did would look
 * like somebody else's. */
static gboolean
read_file_state (CandConnection *connection,
                 gint64 *version,
                 gint64 *application,
                 gint64 *n_tables,
                 GError **error)
{
  gboolean read;

  if (!cand_connection_execute (connection, "BEGIN", error))
    return FALSE;
  read =
      cand_connection_get_int64 (connection, "PRAGMA user_version", version, error) &&
      cand_connection_get_int64 (connection, "PRAGMA application_id", application, error) &&
      cand_connection_get_int64 (connection, "SELECT count(*) FROM sqlite_schema", n_tables, error);
  /* Nothing was written, so ending it cannot fail in a way that matters. */
  return cand_connection_execute (connection, "ROLLBACK", NULL) && read;
}

/* What the file is before anything is written to it. */
static gboolean
check_file (CandConnection *connection, guint latest, gint64 *version, GError **error)
{
  gint64 application, n_tables;

  if (!read_file_state (connection, version, &application, &n_tables, error))
    return FALSE;
  if (*version > latest && application == APPLICATION_ID)
    {
      g_set_error (error, CAND_STORE_ERROR, CAND_STORE_ERROR_TOO_NEW,
                   "The data was written by a newer Candidacy (version %" G_GINT64_FORMAT
                   ", this one knows %u)",
                   *version, latest);
      return FALSE;
    }
  if (*version > latest || *version < 0 ||
      (application != APPLICATION_ID && (application != 0 || n_tables > 0)))
    {
      g_set_error_literal (error, CAND_STORE_ERROR, CAND_STORE_ERROR_CORRUPT,
                           "The file is a database, but not one of Candidacy's");
      return FALSE;
    }
  return TRUE;
}

/* VACUUM INTO refuses a file that exists: an earlier attempt's copy, of the same data, goes first.
 */
static gboolean
back_up (CandConnection *connection, const char *backup, GError **error)
{
  g_autoptr (CandStatement) statement = NULL;

  if (g_unlink (backup) != 0 && errno != ENOENT)
    {
      cand_store_set_error_from_errno (error, errno, backup);
      return FALSE;
    }
  statement = cand_statement_new (connection, "VACUUM INTO ?", error);
  if (statement == NULL)
    return FALSE;
  cand_statement_add_text (statement, backup);
  return cand_statement_run (statement, error);
}

typedef struct
{
  const CandMigration *migration;
  guint version;
} Step;

static gboolean
run_step (CandConnection *connection, gpointer data, GError **error)
{
  const Step *step = data;
  g_autofree char *stamp = NULL;
  gint64 version;

  /* Another process may have come first. */
  if (!cand_connection_get_int64 (connection, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version >= step->version)
    return TRUE;
  stamp = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %u;", APPLICATION_ID,
                           step->version);
  return cand_connection_execute (connection, step->migration->sql, error) &&
         cand_connection_execute (connection, stamp, error);
}

/**
 * cand_migrations_apply:
 * @connection: a connection that may write, with nothing done on it yet
 * @migrations: (array length=n): the steps
 * @n: how many
 * @backup: (nullable): where to copy an existing file before its first step
 * @error: CAND_STORE_ERROR_TOO_NEW for a file beyond @n, which is left as it is;
 *   CAND_STORE_ERROR_CORRUPT for one that is not ours; CAND_STORE_ERROR_*
 *
 * Each step is one transaction: a program killed half-way goes on from the last whole one.
 *
 * Returns: TRUE when the file is at step @n
 */
gboolean
cand_migrations_apply (CandConnection *connection,
                       const CandMigration *migrations,
                       guint n,
                       const char *backup,
                       GError **error)
{
  gint64 version;

  if (!check_file (connection, n, &version, error))
    {
      /* Also a journal that someone left beside it stays as it is. */
      sqlite3_db_config (cand_connection_get_handle (connection), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE,
                         1, NULL);
      return FALSE;
    }
  if (version == 0 && !cand_connection_execute (connection, PAGE_SIZE, error))
    return FALSE;
  if (!cand_connection_execute (connection, "PRAGMA journal_mode = WAL", error))
    return FALSE;
  if (version > 0 && version < n && backup != NULL && !back_up (connection, backup, error))
    return FALSE;
  for (guint i = version; i < n; i++)
    {
      Step step = { &migrations[i], i + 1 };

      if (!cand_connection_transact (connection, CAND_DURABILITY_DRAFT, run_step, &step, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * cand_migrations_run:
 * @connection: a connection that may write, with nothing done on it yet
 * @path: its file; the copy made before a step lies beside it
 * @error: as cand_migrations_apply
 *
 * Returns: TRUE when the file is what this program knows
 */
gboolean
cand_migrations_run (CandConnection *connection, const char *path, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  CandMigration migrations[LATEST];
  g_autofree char *backup = g_strconcat (path, ".before-migration", NULL);

  for (guint i = 0; i < LATEST; i++)
    {
      g_autofree char *name = g_strdup_printf (RESOURCE_PATTERN, i + 1);
      GBytes *text = g_resource_lookup_data (cand_store_get_resource (), name,
                                             G_RESOURCE_LOOKUP_FLAGS_NONE, error);

      if (text == NULL)
        return FALSE;
      g_ptr_array_add (texts, text);
      /* Data of a resource ends with a NUL that its size does not count. */
      migrations[i].sql = g_bytes_get_data (text, NULL);
    }
  return cand_migrations_apply (connection, migrations, LATEST, backup, error);
}

guint
cand_migrations_get_latest (void)
{
  return LATEST;
}
