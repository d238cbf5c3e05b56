/* cand-library-open.c: opens the store and takes in what ships
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "cand-attachments.h"
#include "cand-intake.h"
#include "cand-library-private.h"
#include "core/store/cand-migrations.h"
#include "core/store/cand-store-applications.h"
#include "core/store/cand-store-blogs.h"
#include "core/store/cand-store-boards.h"
#include "core/store/cand-store-error-private.h"
#include "core/store/cand-store-programmes.h"

#define FILE_NAME "candidacy.db"
#define LOCK_NAME "lock"
#define GATE_NAME "opening"
#define OPEN_PATIENCE (15 * G_TIME_SPAN_SECOND)

/* Everything that the first window needs, read on the database thread in one go. */
typedef struct
{
  CandConnection *reader; /* (owned) */
  GPtrArray *boards;
  CandNotices *notices;
  GPtrArray *applications;
  CandProfile *profile;
  CandRows *rows;
} Opened;

static void
opened_free (Opened *self)
{
  g_clear_pointer (&self->reader, cand_connection_close);
  g_clear_pointer (&self->boards, g_ptr_array_unref);
  g_clear_pointer (&self->notices, cand_notices_free);
  g_clear_pointer (&self->applications, g_ptr_array_unref);
  g_clear_object (&self->profile);
  g_clear_pointer (&self->rows, cand_rows_free);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opened, opened_free)

/* Every process that has the folder open shares a lock on a file in it. Whoever first had it alone
 * may remove what nobody can want any more; nobody else can be about to want it. */
static void
share_folder (CandLibrary *self)
{
  g_autofree char *path = g_build_filename (self->directory, LOCK_NAME, NULL);

  if (self->lock < 0)
    self->lock = g_open (path, O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  if (self->lock < 0)
    return;
  self->alone = flock (self->lock, LOCK_EX | LOCK_NB) == 0;
  /* Waits only while another process is between these two lines. */
  flock (self->lock, LOCK_SH);
}

static CandConnection *
try_file (CandLibrary *self, const char *path, GError **error)
{
  g_autoptr (CandConnection) connection =
      cand_connection_open (path, CAND_CONNECTION_READ_WRITE, error);
  g_autoptr (GError) failure = NULL;

  if (connection == NULL || !cand_migrations_run (connection, path, error) ||
      !cand_intake_shipped (connection, cand_library_now (), error))
    return NULL;
  /* What cannot be purged now stays out of the list, and is purged another time. Copies of files
   * that no answer names, of drafts deleted or of a program killed in between, are swept here and
   * at no other time: nobody can be making one, as every process comes through here first. */
  if (self->alone && (!cand_store_applications_purge (connection, &failure) ||
                      !cand_attachments_sweep (self->directory, connection, &failure)))
    g_message ("What was deleted was not removed: %s", failure->message);
  return g_steal_pointer (&connection);
}

/* Waits until no other process is preparing the file. Where it cannot wait any longer, or cannot
 * lock, SQLite's own locks have to do. Returns what to close afterwards; -1 for nothing. */
static int
enter_gate (CandLibrary *self, gint64 deadline)
{
  g_autofree char *path = g_build_filename (self->directory, GATE_NAME, NULL);
  int gate = g_open (path, O_CREAT | O_RDWR | O_CLOEXEC, 0600);

  while (gate >= 0 && flock (gate, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK &&
         g_get_monotonic_time () < deadline)
    g_usleep (5 * G_TIME_SPAN_MILLISECOND);
  return gate;
}

static CandConnection *
try_file_alone (CandLibrary *self, const char *path, gint64 deadline, GError **error)
{
  int gate = enter_gate (self, deadline);
  CandConnection *connection = try_file (self, path, error);

  if (gate >= 0)
    close (gate);
  return connection;
}

/* Two processes that make the file at the same time are in each other's way in places where SQLite
 * does not wait by itself, and then says anything from "busy" to "disk I/O error". */
static CandConnection *
open_file (CandLibrary *self, const char *path, GError **error)
{
  gint64 deadline = g_get_monotonic_time () + OPEN_PATIENCE;

  if (g_mkdir_with_parents (self->directory, 0700) != 0)
    {
      cand_store_set_error_from_errno (error, errno, self->directory);
      return NULL;
    }
  share_folder (self);
  while (TRUE)
    {
      g_autoptr (GError) failure = NULL;
      CandConnection *connection = try_file_alone (self, path, deadline, &failure);

      if (connection != NULL)
        return connection;
      if (!g_error_matches (failure, CAND_STORE_ERROR, CAND_STORE_ERROR_BUSY) ||
          g_get_monotonic_time () > deadline)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
      g_usleep (20 * G_TIME_SPAN_MILLISECOND);
    }
}

static Opened *
read_first (CandLibrary *self, CandConnection *connection, const char *path, GError **error)
{
  g_autoptr (Opened) opened = g_new0 (Opened, 1);

  opened->reader = cand_connection_open (path, CAND_CONNECTION_READ_ONLY, error);
  if (opened->reader == NULL)
    return NULL;
  opened->boards = cand_store_boards_list (connection, error);
  if (opened->boards == NULL)
    return NULL;
  opened->notices = cand_notices_read (connection, error);
  if (opened->notices == NULL)
    return NULL;
  opened->applications = cand_store_applications_list (connection, error);
  if (opened->applications == NULL)
    return NULL;
  opened->profile = cand_library_load_profile (connection, error);
  if (opened->profile == NULL)
    return NULL;
  opened->rows = cand_library_query_all (connection, error);
  if (opened->rows == NULL ||
      !cand_connection_get_int64 (connection, "PRAGMA data_version", &self->data_version, error))
    return NULL;
  /* Of a long list, pages that nobody needs again soon. */
  sqlite3_db_release_memory (cand_connection_get_handle (connection));
  return g_steal_pointer (&opened);
}

static gpointer
open_job (CandWorker *worker, CandConnection *present, gpointer data, GError **error)
{
  CandLibrary *self = data;
  g_autofree char *path = g_build_filename (self->directory, FILE_NAME, NULL);
  g_autoptr (CandConnection) connection = NULL;
  Opened *opened;

  /* Asked to open twice: the second time only reads. */
  if (present != NULL)
    return read_first (self, present, path, error);
  connection = open_file (self, path, error);
  if (connection == NULL)
    return NULL;
  opened = read_first (self, connection, path, error);
  if (opened != NULL)
    cand_worker_take_connection (worker, g_steal_pointer (&connection));
  return opened;
}

/* What came with boards, programmes and blogs that nobody follows any more: positions first, for
 * the others stay as long as a position needs them. */
static gboolean
purge_unfollowed (CandConnection *connection, GError **error)
{
  return cand_store_lists_purge (connection, error) &&
         cand_store_programmes_purge (connection, error) &&
         cand_store_blogs_purge (connection, error) && cand_store_boards_purge (connection, error);
}

/* What nobody can want any more. */
static gpointer
sweep_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  CandLibrary *self = data;
  gboolean alone = self->alone;

  /* Once: from now on this process's Undo wants what was unfollowed. */
  self->alone = FALSE;
  return !alone || purge_unfollowed (connection, error) ? CAND_DONE : NULL;
}

static void
sweep_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_pointer (G_TASK (result), &error) == NULL)
    g_message ("What nobody wants any more was not removed: %s", error->message);
}

static void
take_opened (CandLibrary *self, Opened *opened)
{
  CandCounts counts = self->counts;

  g_clear_pointer (&self->reader, cand_connection_close);
  self->reader = g_steal_pointer (&opened->reader);
  cand_connection_claim (self->reader);
  self->opened = TRUE;
  cand_library_merge_boards (self, opened->boards);
  cand_library_merge_notices (self, opened->notices);
  cand_library_merge_applications (self, opened->applications);
  cand_library_take_profile (self, opened->profile);
  g_clear_pointer (&self->rows, cand_rows_free);
  self->rows = g_steal_pointer (&opened->rows);
  counts.n_positions = self->rows->n;
  counts.n_applications = opened->applications->len;
  cand_library_set_counts (self, &counts);
}

static void
open_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CandLibrary *self = CAND_LIBRARY (source);
  g_autoptr (GTask) task = G_TASK (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (Opened) opened = g_task_propagate_pointer (G_TASK (result), &error);

  if (opened == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (self->worker == NULL)
    {
      g_task_return_new_error_literal (task, CAND_STORE_ERROR, CAND_STORE_ERROR_FAILED,
                                       "The library was closed meanwhile");
      return;
    }
  take_opened (self, opened);
  g_task_return_boolean (task, TRUE);
  /* After the first list: the window does not wait for these. */
  cand_library_follow (self, CAND_SCOPES_NONE, NULL);
  cand_library_run_job (self, sweep_job, self, NULL, NULL, sweep_cb, NULL);
}

/**
 * cand_library_open_async:
 * @self: a library
 * @cancellable: (nullable): stops the waiting, not the opening
 * @callback: called when it is open
 * @user_data: for @callback
 */
void
cand_library_open_async (CandLibrary *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task, *job;

  g_return_if_fail (CAND_IS_LIBRARY (self));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cand_library_open_async);
  if (self->worker == NULL)
    {
      g_task_return_new_error_literal (task, CAND_STORE_ERROR, CAND_STORE_ERROR_FAILED,
                                       "The library is closed");
      g_object_unref (task);
      return;
    }
  job = g_task_new (self, NULL, open_cb, task);
  g_task_set_task_data (job, self, NULL);
  cand_worker_open (self->worker, job, open_job, (GDestroyNotify) opened_free);
}

/**
 * cand_library_open_finish:
 * @self: a library
 * @result: what the callback got
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: TRUE when it is open
 */
gboolean
cand_library_open_finish (CandLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
