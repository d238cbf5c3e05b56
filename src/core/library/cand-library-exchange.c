/* cand-library-exchange.c: the list of boards as a file, out and in; a profile in
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "cand-intake.h"
#include "cand-library-private.h"
#include "core/boards/cand-board-system.h"
#include "core/boards/cand-exchange.h"
#include "core/model/cand-model-json.h"
#include "core/store/cand-store-blogs.h"
#include "core/store/cand-store-boards.h"
#include "core/text/cand-blocks.h"

/* Larger than any list that a person keeps. */
#define MAX_BYTES (32 * 1024 * 1024)

/* What a file came to: read in a thread, written on the database thread. */
typedef struct
{
  GFile *file;              /* (owned) */
  GPtrArray *boards;        /* (owned) (nullable) (element-type CandExchangeBoard) */
  CandProgramme *programme; /* (owned) (nullable) */
  char *known;              /* (owned) (nullable) name of the followed programme it is */
  gboolean only_resume;
  CandProfile *resume;             /* (owned) (nullable) what a JSON Resume says */
  guint n_odd;                     /* of it */
  CandResumeReport *resume_report; /* (owned) (nullable) */
  CandImportReport report;
} Import;

static void
import_free (Import *self)
{
  g_object_unref (self->file);
  g_clear_pointer (&self->boards, g_ptr_array_unref);
  g_clear_object (&self->programme);
  g_free (self->known);
  g_clear_object (&self->resume);
  g_clear_pointer (&self->resume_report, cand_resume_report_free);
  g_free (self);
}

/* --- the file, in a thread of its own --- */

static GBytes *
load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) input = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) content = g_byte_array_new ();

  while (input != NULL)
    {
      g_autoptr (GBytes) part =
          g_input_stream_read_bytes (G_INPUT_STREAM (input), 256 * 1024, cancellable, error);

      if (part == NULL)
        return NULL;
      if (g_bytes_get_size (part) == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&content));
      if (content->len + g_bytes_get_size (part) > MAX_BYTES)
        {
          g_set_error_literal (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_UNKNOWN_FILE,
                               _ ("This file is too large for a list of boards"));
          return NULL;
        }
      g_byte_array_append (content, g_bytes_get_data (part, NULL), g_bytes_get_size (part));
    }
  return NULL;
}

/* A file says what it likes: a position is known by its address alone, and an address that cannot
 * be opened is none. */
static void
check_entry (JsonObject *entry)
{
  const char *url = json_object_get_string_member (entry, "url");
  g_autoptr (CandAddress) address = cand_address_parse (url, NULL);
  g_autofree char *key = NULL;

  if (address != NULL && address->account != NULL && address->code != NULL)
    key = g_strconcat (address->system, ":", address->account, ":", address->code, NULL);
  json_object_set_string_member (entry, "key", key != NULL ? key : "");
  if (!cand_link_is_safe (url))
    json_object_set_string_member (entry, "url", "");
}

static CandProgramme *
read_programme (GBytes *bytes, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (CandProgramme) given = cand_programme_new_from_json (bytes, &failure);
  g_autofree char *json = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GBytes) checked = NULL;
  JsonArray *positions;
  JsonObject *object;
  char *text;

  if (given == NULL)
    {
      g_set_error_literal (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED, failure->message);
      return NULL;
    }
  json = cand_programme_to_json (given);
  root = cand_model_json_parse (json, -1, error);
  if (root == NULL)
    return NULL;
  object = json_node_get_object (root);
  if (!cand_link_is_safe (cand_programme_get_url (given)))
    json_object_set_string_member (object, "url", "");
  if (!cand_link_is_safe (cand_programme_get_portal_url (given)))
    json_object_set_string_member (object, "portal_url", "");
  positions = json_object_get_array_member (object, "positions");
  for (guint i = 0; i < json_array_get_length (positions); i++)
    check_entry (json_array_get_object_element (positions, i));
  text = json_to_string (root, FALSE);
  checked = g_bytes_new_take (text, strlen (text));
  return cand_programme_new_from_json (checked, error);
}

static gboolean
read_content (Import *import, GBytes *bytes, GError **error)
{
  CandFileKind kind = cand_exchange_tell (bytes);

  if (import->only_resume && kind != CAND_FILE_RESUME)
    {
      g_set_error (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_UNKNOWN_FILE,
                   /* Translators: %s is a noun with its article, like “a PDF document”. */
                   _ ("This is %s, not a JSON Resume"), cand_exchange_describe (bytes));
      return FALSE;
    }
  switch (kind)
    {
    case CAND_FILE_OPML:
    case CAND_FILE_BOARDS:
      import->boards = cand_exchange_read_boards (bytes, &import->report.n_refused, error);
      return import->boards != NULL;
    case CAND_FILE_PROGRAMME:
      import->programme = read_programme (bytes, error);
      return import->programme != NULL;
    case CAND_FILE_RESUME:
      import->resume = cand_library_read_resume (bytes, &import->n_odd, error);
      return import->resume != NULL;
    case CAND_FILE_ARCHIVE:
      g_set_error (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_UNKNOWN_FILE,
                   /* Translators: %s is a noun with its article, like “an archive of Candidacy”. */
                   _ ("This is %s; Candidacy cannot take it in yet"),
                   cand_exchange_describe (bytes));
      return FALSE;
    case CAND_FILE_UNKNOWN:
      break;
    }
  g_set_error (
      error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_UNKNOWN_FILE,
      /* Translators: %s is a noun with its article, like “a PDF document”. */
      _ ("This is %s; Candidacy takes in lists of boards, as OPML or JSON, and JSON Resume"),
      cand_exchange_describe (bytes));
  return FALSE;
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Import *import = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = load (import->file, cancellable, &error);

  if (bytes != NULL && read_content (import, bytes, &error))
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
      /* What it announces, if anything, is known by the network alone. */
      return TRUE;
    }
  g_return_val_if_reached (FALSE);
}

static gboolean
write_import (CandConnection *connection, gpointer data, GError **error)
{
  Import *import = data;

  for (guint i = 0; import->boards != NULL && i < import->boards->len; i++)
    if (!follow_line (connection, g_ptr_array_index (import->boards, i), error))
      return FALSE;
  return import->programme == NULL ||
         cand_intake_follow (connection, import->known, import->programme, cand_library_now (),
                             error) != 0;
}

static gpointer
write_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  return cand_connection_transact (connection, CAND_DURABILITY_CACHE, write_import, data, error)
             ? CAND_DONE
             : NULL;
}

static void
write_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CandLibrary *self = CAND_LIBRARY (source);
  g_autoptr (GTask) task = G_TASK (user_data);
  GError *error = NULL;

  if (g_task_propagate_pointer (G_TASK (result), &error) == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  cand_library_follow (self, CAND_SCOPES_ALL, cand_library_list_shown (self, NULL));
  cand_library_follow_notices (self);
  cand_library_return_settled (self, g_steal_pointer (&task));
}

static gboolean
follows_announcement (CandLibrary *self, const char *url)
{
  GListModel *programmes = G_LIST_MODEL (self->programmes);

  for (guint i = 0; i < g_list_model_get_n_items (programmes); i++)
    {
      g_autoptr (CandProgramme) programme = g_list_model_get_item (programmes, i);

      if (cand_library_same_page (cand_programme_get_url (programme), url))
        return TRUE;
    }
  return FALSE;
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
      known = follows_announcement (self, line->key);
      break;
    }
  if (known)
    report->n_known++;
  else if (line->kind == CAND_EXCHANGE_PAGE)
    report->n_refused++;
  else
    report->n_followed++;
  if (!known && line->kind == CAND_EXCHANGE_FEED)
    report->n_blogs++;
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
  for (guint i = 0; import->boards != NULL && i < import->boards->len; i++)
    {
      const CandExchangeBoard *line = g_ptr_array_index (import->boards, i);

      count_line (self, import, line, followed);
    }
  if (import->programme == NULL)
    return;
  known = cand_library_find_programme (self, import->programme);
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
  if (import->resume != NULL)
    {
      import->resume_report = cand_library_merge_resume (self, import->resume, import->n_odd);
      cand_library_flush_profile (self, g_steal_pointer (&task));
      return;
    }
  count_known (self, import);
  cand_library_run_job (self, write_job, import, NULL, NULL, write_cb, g_steal_pointer (&task));
}

static void
start_import (CandLibrary *self, GFile *file, gboolean only_resume, GTask *task)
{
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GTask) thread = NULL;
  Import *import = g_new0 (Import, 1);

  import->file = g_object_ref (file);
  import->only_resume = only_resume;
  g_task_set_task_data (task, import, (GDestroyNotify) import_free);
  /* Without a source object, which would die on the thread; the task that waits for it holds what
   * it writes to. */
  thread = g_task_new (NULL, cancellable, read_cb, task);
  g_task_set_source_tag (thread, start_import);
  g_task_set_task_data (thread, import, NULL);
  g_task_run_in_thread (thread, read_thread);
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
