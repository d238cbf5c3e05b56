/* cand-statement.c: one prepared statement: bound in order, stepped, read
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-statement.h"

#include <math.h>

struct _CandStatement
{
  CandConnection *connection; /* (unowned) outlives it */
  sqlite3_stmt *handle;       /* (owned) */
  int n_bound;
  int failure; /* of a binding */
  gboolean in_use;
  gboolean kept; /* by the connection */
};

/**
 * cand_statement_new:
 * @connection: a connection
 * @sql: one statement
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: (transfer full) (nullable): the statement, nothing bound
 */
CandStatement *
cand_statement_new (CandConnection *connection, const char *sql, GError **error)
{
  GHashTable *statements = cand_connection_get_statements (connection);
  sqlite3 *database = cand_connection_get_handle (connection);
  CandStatement *self = g_hash_table_lookup (statements, sql);
  sqlite3_stmt *handle;

  if (self != NULL && !self->in_use)
    {
      self->in_use = TRUE;
      return self;
    }
  if (sqlite3_prepare_v3 (database, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL) != SQLITE_OK)
    {
      cand_connection_set_error (connection, "The database refused", error);
      return NULL;
    }

  /* A second use of the same SQL inside the first one is not kept. */
  gboolean kept = self == NULL;

  self = g_new0 (CandStatement, 1);
  self->connection = connection;
  self->handle = handle;
  self->in_use = TRUE;
  self->kept = kept;
  if (kept)
    g_hash_table_insert (statements, (gpointer) sqlite3_sql (handle), self);
  return self;
}

static void
reset (CandStatement *self)
{
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  self->n_bound = 0;
  self->failure = SQLITE_OK;
}

/**
 * cand_statement_release:
 * @self: (transfer full) (nullable): a statement
 */
void
cand_statement_release (CandStatement *self)
{
  if (self == NULL)
    return;
  reset (self);
  self->in_use = FALSE;
  if (!self->kept)
    cand_statement_destroy (self);
}

/**
 * cand_statement_destroy:
 * @self: (transfer full): a statement
 */
void
cand_statement_destroy (CandStatement *self)
{
  sqlite3_finalize (self->handle);
  g_free (self);
}

static void
note_binding (CandStatement *self, int result)
{
  if (result != SQLITE_OK && self->failure == SQLITE_OK)
    self->failure = result;
}

void
cand_statement_add_int64 (CandStatement *self, gint64 value)
{
  note_binding (self, sqlite3_bind_int64 (self->handle, ++self->n_bound, value));
}

void
cand_statement_add_text (CandStatement *self, const char *text)
{
  note_binding (self,
                sqlite3_bind_text (self->handle, ++self->n_bound, text, -1, SQLITE_TRANSIENT));
}

void
cand_statement_add_null (CandStatement *self)
{
  note_binding (self, sqlite3_bind_null (self->handle, ++self->n_bound));
}

void
cand_statement_add_double (CandStatement *self, double value)
{
  if (isnan (value))
    cand_statement_add_null (self);
  else
    note_binding (self, sqlite3_bind_double (self->handle, ++self->n_bound, value));
}

/**
 * cand_statement_step:
 * @self: a statement
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: TRUE when there is a row to read
 */
gboolean
cand_statement_step (CandStatement *self, GError **error)
{
  if (self->failure == SQLITE_OK)
    switch (sqlite3_step (self->handle))
      {
      case SQLITE_ROW:
        return TRUE;
      case SQLITE_DONE:
        return FALSE;
      default:
        break;
      }
  cand_connection_set_error (self->connection, "The database refused", error);
  return FALSE;
}

/**
 * cand_statement_run:
 * @self: a statement whose rows, if any, nobody wants
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: TRUE when it ran to its end
 */
gboolean
cand_statement_run (CandStatement *self, GError **error)
{
  g_autoptr (GError) failure = NULL;

  while (cand_statement_step (self, &failure))
    ;
  reset (self);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * cand_statement_run_for_id:
 * @connection: a connection
 * @sql: one statement with one parameter
 * @id: row id
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: TRUE when it ran to its end
 */
gboolean
cand_statement_run_for_id (CandConnection *connection, const char *sql, gint64 id, GError **error)
{
  g_autoptr (CandStatement) self = cand_statement_new (connection, sql, error);

  if (self == NULL)
    return FALSE;
  cand_statement_add_int64 (self, id);
  return cand_statement_run (self, error);
}

/**
 * cand_statement_run_for_two:
 * @connection: a connection
 * @sql: one statement with two parameters
 * @first: the first
 * @second: the second
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: TRUE when it ran to its end
 */
gboolean
cand_statement_run_for_two (
    CandConnection *connection, const char *sql, gint64 first, gint64 second, GError **error)
{
  g_autoptr (CandStatement) self = cand_statement_new (connection, sql, error);

  if (self == NULL)
    return FALSE;
  cand_statement_add_int64 (self, first);
  cand_statement_add_int64 (self, second);
  return cand_statement_run (self, error);
}

/**
 * cand_statement_fetch_id:
 * @self: a statement that gives the row id of what it wrote
 * @error: CAND_STORE_ERROR_*
 *
 * Runs to the end: a write that is not stepped to it is not whole.
 *
 * Returns: the id; 0 on failure
 */
gint64
cand_statement_fetch_id (CandStatement *self, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gint64 id = 0;

  while (cand_statement_step (self, &failure))
    id = cand_statement_get_int64 (self, 0);
  reset (self);
  if (failure == NULL)
    return id;
  g_propagate_error (error, g_steal_pointer (&failure));
  return 0;
}

double
cand_statement_get_double (CandStatement *self, int column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL
             ? NAN
             : sqlite3_column_double (self->handle, column);
}

gint64
cand_statement_get_int64 (CandStatement *self, int column)
{
  return sqlite3_column_int64 (self->handle, column);
}

const char *
cand_statement_get_text (CandStatement *self, int column)
{
  const char *text = cand_statement_get_nullable (self, column);

  return text != NULL ? text : "";
}

const char *
cand_statement_get_nullable (CandStatement *self, int column)
{
  return (const char *) sqlite3_column_text (self->handle, column);
}
