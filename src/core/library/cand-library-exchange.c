/* cand-library-exchange.c: the list of boards as a file, out and in; a profile in
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "cand-import-file.h"
#include "cand-intake.h"
#include "cand-library-private.h"
#include "cand-thread.h"
#include "core/boards/cand-board-system.h"
#include "core/boards/cand-exchange.h"
#include "core/boards/programme/cand-programme-name.h"
#include "core/boards/programme/cand-programme-reader.h"
#include "core/store/cand-store-blogs.h"
#include "core/store/cand-store-boards.h"

/* Read in a thread, written on the database thread. */
typedef struct
{
  GFile *file; /* (owned) */
  gboolean only_resume;
  CandImportFile *content;         /* (owned) (nullable) until it was read */
  char *known;                     /* (owned) (nullable) name of the followed programme it is */
  CandResumeReport *resume_report; /* (owned) (nullable) */
  CandImportReport report;
} Import;

static void
import_free (Import *self)
{
  g_object_unref (self->file);
  g_clear_pointer (&self->content, cand_import_file_free);
  g_free (self->known);
  g_clear_pointer (&self->resume_report, cand_resume_report_free);
  g_free (self);
}

/* --- the file, in a thread of its own --- */

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Import *import = data;
  GError *error = NULL;

  import->content = cand_import_file_read (import->file, import->only_resume, cancellable, &error);
  if (import->content != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* --- the transaction --- */

static gboolean
follow_board (CandConnection *connection, const CandExchangeBoard *board, GError **error)
{
  const char *account = strchr (board->key, ':') + 1;
  g_autofree char *id = g_strndup (board->key, account - 1 - board->key);
  const CandBoardSystem *system = cand_board_system_find (id);
  g_autofree char *url = system->board_url != NULL ? system->board_url (account) : NULL;
  const char *name =
      board->name != NULL ? board->name : cand_board_system_get_account_name (board->key);

  return cand_store_boards_ensure (connection, board->key, name, url != NULL ? url : "", TRUE,
                                   error) != 0;
}

/* By its address and title; what it announces is known by the network alone. */
static gboolean
follow_page (CandConnection *connection, const CandExchangeBoard *page, GError **error)
{
  const char *title = page->name != NULL ? page->name : page->key;
  g_autofree char *url = cand_programme_dup_url (page->key);
  g_autofree char *name = cand_programme_dup_name (page->key, NULL, title);
  const CandProgrammeContent content = { .name = name, .title = title, .url = url };
  g_autoptr (CandProgramme) programme = cand_programme_new (&content);

  return cand_intake_follow_unread (connection, programme, cand_library_now (), error);
}

static gboolean
follow_line (CandConnection *connection, const CandExchangeBoard *line, GError **error)
{
  switch (line->kind)
    {
    case CAND_EXCHANGE_BOARD:
      return follow_board (connection, line, error);
    case CAND_EXCHANGE_FEED:
      return cand_store_blogs_follow (connection, line->key, line->name, error) != 0;
    case CAND_EXCHANGE_PAGE:
      /* Whether another one announces anything is known by the network alone. */
      return !line->announces || follow_page (connection, line, error);
    }
  g_return_val_if_reached (FALSE);
}

static gboolean
write_import (CandConnection *connection, gpointer data, GError **error)
{
  Import *import = data;

  for (guint i = 0; import->content->boards != NULL && i < import->content->boards->len; i++)
    if (!follow_line (connection, g_ptr_array_index (import->content->boards, i), error))
      return FALSE;
  return import->content->programme == NULL ||
         cand_intake_follow (connection, import->known, import->content->programme,
                             cand_library_now (), error) != 0;
}

static gpointer
write_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  return cand_connection_transact (connection, CAND_DURABILITY_CACHE, write_import, data, error)
             ? CAND_DONE
             : NULL;
}

static void
count_line (CandLibrary *self, Import *import, const CandExchangeBoard *line, GHashTable *followed)
{
  CandImportReport *report = &import->report;
  gboolean known = FALSE;

  switch (line->kind)
    {
    case CAND_EXCHANGE_BOARD:
      known = g_hash_table_contains (followed, line->key);
      break;
    case CAND_EXCHANGE_FEED:
      known = cand_library_find_blog (self, line->key) != NULL;
      break;
    case CAND_EXCHANGE_PAGE:
      known = cand_library_follows_page (self, line->key);
      break;
    }
  if (known)
    report->n_known++;
  else if (line->kind == CAND_EXCHANGE_PAGE && !line->announces)
    report->n_refused++;
  else
    report->n_followed++;
  if (!known && line->kind == CAND_EXCHANGE_FEED)
    report->n_blogs++;
  if (!known && line->announces)
    report->n_announcements++;
}

/* What is followed already is counted before anything is written. */
static void
count_known (CandLibrary *self, Import *import)
{
  g_autoptr (GHashTable) followed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListModel *boards = G_LIST_MODEL (self->boards);
  CandProgramme *known;

  for (guint i = 0; i < g_list_model_get_n_items (boards); i++)
    {
      g_autoptr (CandBoard) board = g_list_model_get_item (boards, i);

      g_hash_table_add (followed, g_strdup (cand_board_get_key (board)));
    }
  for (guint i = 0; import->content->boards != NULL && i < import->content->boards->len; i++)
    {
      const CandExchangeBoard *line = g_ptr_array_index (import->content->boards, i);

      count_line (self, import, line, followed);
    }
  import->report.n_refused += import->content->n_refused;
  if (import->content->programme == NULL)
    return;
  known = cand_library_find_programme (self, import->content->programme);
  if (known != NULL)
    {
      import->known = g_strdup (cand_programme_get_name (known));
      import->report.n_known++;
    }
  else
    {
      import->report.n_followed++;
      import->report.n_announcements++;
    }
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  CandLibrary *self = g_task_get_source_object (task);
  Import *import = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (import->content->resume != NULL)
    {
      import->resume_report =
          cand_library_merge_resume (self, import->content->resume, import->content->n_odd);
      cand_library_flush_profile (self, g_steal_pointer (&task));
      return;
    }
  count_known (self, import);
  cand_library_run_job (self, write_job, import, NULL, NULL, cand_library_followed_cb,
                        g_steal_pointer (&task));
}

static void
start_import (CandLibrary *self, GFile *file, gboolean only_resume, GTask *task)
{
  GCancellable *cancellable = g_task_get_cancellable (task);
  Import *import = g_new0 (Import, 1);

  import->file = g_object_ref (file);
  import->only_resume = only_resume;
  g_task_set_task_data (task, import, (GDestroyNotify) import_free);
  cand_thread_run (read_thread, import, NULL, cancellable, read_cb, task);
}

/**
 * cand_library_import_async:
 * @self: a library
 * @file: a list of boards, a programme in our notation, or a JSON Resume
 * @cancellable: (nullable): stops it before it writes anything
 * @callback: called when what it names is followed
 * @user_data: for @callback
 */
void
cand_library_import_async (CandLibrary *self,
                           GFile *file,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CAND_IS_LIBRARY (self));
  g_return_if_fail (G_IS_FILE (file));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cand_library_import_async);
  start_import (self, file, FALSE, task);
}

/**
 * cand_library_import_finish:
 * @self: a library
 * @result: what the callback got
 * @report: (out) (optional): what it came to
 * @error: CAND_LIBRARY_ERROR_UNKNOWN_FILE, CAND_BOARD_ERROR_MALFORMED, CAND_STORE_ERROR_*,
 *   G_IO_ERROR_*
 *
 * Returns: FALSE on failure
 */
gboolean
cand_library_import_finish (CandLibrary *self,
                            GAsyncResult *result,
                            CandImportReport *report,
                            GError **error)
{
  const Import *import;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  import = g_task_get_task_data (G_TASK (result));
  if (report != NULL)
    *report = import->report;
  return TRUE;
}

/**
 * cand_library_import_get_resume:
 * @self: a library
 * @result: what the callback of an import that succeeded got
 *
 * Returns: (transfer full) (nullable): what a JSON Resume brought, once; NULL for another file
 */
CandResumeReport *
cand_library_import_get_resume (CandLibrary *self, GAsyncResult *result)
{
  Import *import;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  import = g_task_get_task_data (G_TASK (result));
  return g_steal_pointer (&import->resume_report);
}

/**
 * cand_library_import_resume_async:
 * @self: a library
 * @file: a JSON Resume
 * @cancellable: (nullable): stops it before it changes anything
 * @callback: called when the profile has it
 * @user_data: for @callback
 */
void
cand_library_import_resume_async (CandLibrary *self,
                                  GFile *file,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CAND_IS_LIBRARY (self));
  g_return_if_fail (G_IS_FILE (file));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cand_library_import_resume_async);
  start_import (self, file, TRUE, task);
}

/**
 * cand_library_import_resume_finish:
 * @self: a library
 * @result: what the callback got
 * @error: CAND_LIBRARY_ERROR_UNKNOWN_FILE, CAND_BOARD_ERROR_MALFORMED, CAND_MODEL_ERROR_MALFORMED,
 *   CAND_STORE_ERROR_*, G_IO_ERROR_*
 *
 * Returns: (transfer full) (nullable): what it brought
 */
CandResumeReport *
cand_library_import_resume_finish (CandLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return cand_library_import_get_resume (self, result);
}

/**
 * cand_library_export_boards:
 * @self: a library
 * @opml: whether as OPML; as our JSON otherwise
 *
 * Announcements that have an address and blogs go with the boards.
 *
 * Returns: (transfer full): the file
 */
GBytes *
cand_library_export_boards (CandLibrary *self, gboolean opml)
{
  char *text;

  g_return_val_if_fail (CAND_IS_LIBRARY (self), NULL);
  text = (opml ? cand_exchange_write_opml : cand_exchange_write_json) (
      G_LIST_MODEL (self->boards), G_LIST_MODEL (self->programmes), G_LIST_MODEL (self->blogs));
  return g_bytes_new_take (text, strlen (text));
}

char *
cand_library_dup_boards_json (CandLibrary *self)
{
  g_return_val_if_fail (CAND_IS_LIBRARY (self), NULL);
  return cand_exchange_write_json (G_LIST_MODEL (self->boards), NULL, NULL);
}
