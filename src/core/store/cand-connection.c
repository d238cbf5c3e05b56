/* cand-connection.c: one open database file, for one thread
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-connection.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "cand-statement.h"
#include "cand-store-error-private.h"

/* Another process of ours may be writing (the command line beside the window). A reader hardly ever
 * waits in WAL mode, and it is the main thread that would. */
#define WRITER_PATIENCE 5000
#define READER_PATIENCE 50

struct _CandConnection
{
  sqlite3 *handle;        /* (owned) */
  GHashTable *statements; /* (owned) SQL to CandStatement */
  GThread *thread;        /* (unowned) whose it is */
  CandDurability durability;
};

static gboolean
configure (CandConnection *self, CandConnectionMode mode, GError **error)
{
  gboolean writes = mode == CAND_CONNECTION_READ_WRITE;

  sqlite3_busy_timeout (self->handle, writes ? WRITER_PATIENCE : READER_PATIENCE);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  return cand_connection_execute (self,
                                  "PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL; "
                                  "PRAGMA wal_autocheckpoint = 256",
                                  error) &&
         (writes || cand_connection_execute (self, "PRAGMA query_only = ON", error));
}

/* SQLite tells only the last thing it tried, which is to open what is not there for reading. */
static void
set_open_error (CandConnection *self, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int result = sqlite3_extended_errcode (self->handle) & 0xff;

  if (result == SQLITE_CANTOPEN && faccessat (AT_FDCWD, folder, W_OK, AT_EACCESS) != 0)
    cand_store_set_error_from_errno (error, errno, folder);
  else
    cand_connection_set_error (self, path, error);
}

static gboolean
set_durability (CandConnection *self, CandDurability durability, GError **error)
{
  if (self->durability == durability)
    return TRUE;
  if (!cand_connection_execute (self,
                                durability == CAND_DURABILITY_DRAFT ? "PRAGMA synchronous = FULL"
                                                                    : "PRAGMA synchronous = NORMAL",
                                error))
    return FALSE;
  self->durability = durability;
  return TRUE;
}

/**
 * cand_connection_open:
 * @path: the file
 * @mode: whether it may be written, and made
 * @error: CAND_STORE_ERROR_*
 *
 * Nothing is written yet: the journal's mode is the migrations' business, after they know the file.
 *
 * Returns: (transfer full) (nullable): the connection, of the calling thread
 */
CandConnection *
cand_connection_open (const char *path, CandConnectionMode mode, GError **error)
{
  g_autoptr (CandConnection) self = g_new0 (CandConnection, 1);
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_PRIVATECACHE;

  self->thread = g_thread_self ();
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                            (GDestroyNotify) cand_statement_destroy);
  flags |= mode == CAND_CONNECTION_READ_WRITE ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                              : SQLITE_OPEN_READONLY;
  if (sqlite3_open_v2 (path, &self->handle, flags, NULL) != SQLITE_OK)
    {
      set_open_error (self, path, error);
      return NULL;
    }
  if (!configure (self, mode, error))
    return NULL;
  /* SQLite opens a write-protected file for reading instead, and would only say so later. */
  if (mode == CAND_CONNECTION_READ_WRITE && sqlite3_db_readonly (self->handle, "main") == 1)
    {
      g_set_error (error, CAND_STORE_ERROR, CAND_STORE_ERROR_READ_ONLY, "%s: cannot be written",
                   path);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * cand_connection_close:
 * @self: (transfer full) (nullable): the connection
 */
void
cand_connection_close (CandConnection *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->statements, g_hash_table_unref);
  if (sqlite3_close (self->handle) != SQLITE_OK)
    g_warning ("A database statement outlives its connection");
  g_free (self);
}

/**
 * cand_connection_claim:
 * @self: a connection that no other thread uses any more
 */
void
cand_connection_claim (CandConnection *self)
{
  self->thread = g_thread_self ();
}

sqlite3 *
cand_connection_get_handle (CandConnection *self)
{
  g_assert (self->thread == g_thread_self ());
  return self->handle;
}

/**
 * cand_connection_get_statements:
 * @self: a connection
 *
 * Returns: (transfer none): the prepared statements by their SQL, for cand-statement.c
 */
GHashTable *
cand_connection_get_statements (CandConnection *self)
{
  return self->statements;
}

/**
 * cand_connection_execute:
 * @self: a connection
 * @sql: one or several statements without parameters
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: TRUE when all of them ran
 */
gboolean
cand_connection_execute (CandConnection *self, const char *sql, GError **error)
{
  if (sqlite3_exec (cand_connection_get_handle (self), sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  cand_connection_set_error (self, "The database refused", error);
  return FALSE;
}

/**
 * cand_connection_get_int64:
 * @self: a connection
 * @sql: a query whose first column of its first row is wanted
 * @value: (out): it; 0 when there is no row
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: FALSE on failure
 */
gboolean
cand_connection_get_int64 (CandConnection *self, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (self, sql, error);
  g_autoptr (GError) failure = NULL;

  *value = 0;
  if (statement == NULL)
    return FALSE;
  if (cand_statement_step (statement, &failure))
    *value = cand_statement_get_int64 (statement, 0);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gint64
cand_connection_get_last_id (CandConnection *self)
{
  return sqlite3_last_insert_rowid (cand_connection_get_handle (self));
}

guint
cand_connection_get_n_changes (CandConnection *self)
{
  return sqlite3_changes (cand_connection_get_handle (self));
}

/**
 * cand_connection_set_error:
 * @self: a connection whose last call failed
 * @doing: what it was about
 * @error: (nullable): where to put it
 */
void
cand_connection_set_error (CandConnection *self, const char *doing, GError **error)
{
  CandStoreError code = self->handle == NULL
                            ? CAND_STORE_ERROR_FAILED
                            : cand_store_error_from_sqlite (sqlite3_extended_errcode (self->handle),
                                                            sqlite3_system_errno (self->handle));

  g_set_error (error, CAND_STORE_ERROR, code, "%s: %s", doing, sqlite3_errmsg (self->handle));
}

/**
 * cand_connection_transact:
 * @self: a connection that may write
 * @durability: how far the commit has to come
 * @func: (scope call): what to do inside
 * @data: for @func
 * @error: CAND_STORE_ERROR_*, or what @func said
 *
 * Returns: TRUE when all of it is committed
 */
gboolean
cand_connection_transact (CandConnection *self,
                          CandDurability durability,
                          CandTransactionFunc func,
                          gpointer data,
                          GError **error)
{
  if (!set_durability (self, durability, error) ||
      !cand_connection_execute (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (func (self, data, error) && cand_connection_execute (self, "COMMIT", error))
    return TRUE;
  /* Some failures (a full disk) have rolled back already. */
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}
