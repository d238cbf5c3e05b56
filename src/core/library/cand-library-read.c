/* cand-library-read.c: reads a position's own page where its board's list says too little
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-library-private.h"

#include "cand-thread.h"
#include "cand-waiters.h"
#include "core/boards/cand-board-system.h"
#include "core/store/cand-store-positions.h"
#include "core/text/cand-blocks.h"

/* One at a time for each position: what is known of its page (database) -> request (main) -> bytes
 * (thread) -> transaction (database). Whoever asks meanwhile waits for the same one; when nobody
 * waits any more the request is dropped. Holds itself until it is over. */
typedef struct
{
  gatomicrefcount count;
  CandLibrary *library; /* (owned) */
  char *key;
  char *account;
  char *code;
  const CandBoardSystem *system;
  GCancellable *cancellable; /* (owned) */
  CandWaiters *waiters;      /* (owned) */
  CandPageState state;
  GBytes *body;           /* (owned) (nullable) */
  CandPosition *position; /* (owned) (nullable) */
  char *plain;            /* (owned) (nullable) */
} PageReading;

static PageReading *
reading_ref (PageReading *self)
{
  g_atomic_ref_count_inc (&self->count);
  return self;
}

static void
reading_unref (PageReading *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;
  g_free (self->key);
  g_free (self->account);
  g_free (self->code);
  g_object_unref (self->cancellable);
  cand_waiters_free (self->waiters);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_object (&self->position);
  g_free (self->plain);
  g_object_unref (self->library);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PageReading, reading_unref)

/* --- who waits --- */

/* Who asks from now on begins another one. */
static GPtrArray *
take_waiters (PageReading *self)
{
  if (g_hash_table_lookup (self->library->page_readings, self->key) == self)
    g_hash_table_remove (self->library->page_readings, self->key);
  return cand_waiters_take (self->waiters);
}

/* Takes @error. */
static void
fail (PageReading *self, GError *error)
{
  g_autoptr (GPtrArray) tasks = take_waiters (self);
  g_autoptr (GError) taken = error;

  for (guint i = 0; i < tasks->len; i++)
    g_task_return_error (g_ptr_array_index (tasks, i), g_error_copy (taken));
}

static void
succeed (PageReading *self)
{
  g_autoptr (GPtrArray) tasks = take_waiters (self);

  for (guint i = 0; i < tasks->len; i++)
    cand_library_return_settled (self->library, g_object_ref (g_ptr_array_index (tasks, i)));
}

void
cand_library_cancel_page_readings (CandLibrary *self)
{
  g_autoptr (GPtrArray) readings = g_hash_table_get_values_as_ptr_array (self->page_readings);

  for (guint i = 0; i < readings->len; i++)
    {
      PageReading *reading = g_ptr_array_index (readings, i);

      g_cancellable_cancel (reading->cancellable);
      fail (reading,
            g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "The library was closed"));
    }
}

static void
abandoned_cb (gpointer data)
{
  PageReading *self = data;

  g_ptr_array_unref (take_waiters (self));
  g_cancellable_cancel (self->cancellable);
}

/* --- the transaction --- */

static gpointer
write_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  const PageReading *self = data;

  return cand_store_positions_set_page (connection, self->state.id, self->position, self->plain,
                                        cand_library_now (), error)
             ? CAND_DONE
             : NULL;
}

static void
write_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PageReading) self = user_data;
  GError *error = NULL;
  GArray *ids;

  if (g_task_propagate_pointer (G_TASK (result), &error) == NULL)
    {
      fail (self, error);
      return;
    }
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (ids, self->state.id);
  cand_library_follow (self->library, CAND_SCOPES_NONE, ids);
  succeed (self);
}

/* --- the bytes, in a thread --- */

static void
parse_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  PageReading *self = data;
  const char *html;
  GError *error = NULL;

  self->position = self->system->parse_position (self->account, self->code, self->body, &error);
  if (self->position == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  html = cand_position_get_description (self->position);
  if (html != NULL)
    {
      g_autoptr (GPtrArray) blocks = cand_blocks_new_from_html (html, -1, NULL);

      self->plain = cand_blocks_to_text (blocks);
    }
  g_task_return_boolean (task, TRUE);
}

static void
parse_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PageReading) self = user_data;
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    fail (self, error);
  else if (!g_cancellable_is_cancelled (self->cancellable))
    cand_library_run_job (self->library, write_job, self, NULL, NULL, write_cb, reading_ref (self));
}

/* --- the request --- */

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PageReading) self = user_data;
  GError *error = NULL;
  g_autoptr (CandResponse) response = cand_net_send_finish (CAND_NET (source), result, &error);

  if (response == NULL)
    {
      fail (self, error);
      return;
    }
  self->body = g_bytes_ref (cand_response_get_body (response));
  cand_thread_run (parse_thread, self, NULL, NULL, parse_cb, reading_ref (self));
}

/* Only what is open has a page, and only where that says more; once for each reading of the board,
 * which may have brought another text. */
static gboolean
is_due (const PageReading *self)
{
  const CandBoardTraits lacking = CAND_BOARD_LIST_LACKS_TEXT | CAND_BOARD_LIST_LACKS_PAY;

  if (self->state.id == 0 || self->state.state != CAND_POSITION_STATE_OPEN)
    return FALSE;
  if (self->state.has_text && (self->system->traits & lacking) == 0)
    return FALSE;
  return self->state.read == 0 || self->state.read < self->state.board_read;
}

static gpointer
look_up_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  PageReading *self = data;

  return cand_store_positions_look_up_page (connection, self->key, &self->state, error) ? CAND_DONE
                                                                                        : NULL;
}

static void
look_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PageReading) self = user_data;
  g_autoptr (CandRequest) request = NULL;
  GError *error = NULL;

  if (g_task_propagate_pointer (G_TASK (result), &error) == NULL)
    {
      fail (self, error);
      return;
    }
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (is_due (self))
    request = self->system->position_request (self->account, self->code);
  if (request == NULL)
    succeed (self);
  else
    cand_net_send_async (self->library->net, request, self->cancellable, sent_cb,
                         reading_ref (self));
}

/* NULL where there is nothing to be asked. */
static PageReading *
reading_new (CandLibrary *library, const char *key)
{
  g_autofree char *system_id = NULL;
  g_autofree char *account = NULL;
  g_autofree char *code = NULL;
  const CandBoardSystem *system = NULL;
  PageReading *self;

  if (cand_position_split_key (key, &system_id, &account, &code) &&
      !g_str_equal (account, CAND_POSITION_NO_ACCOUNT))
    system = cand_board_system_find (system_id);
  if (system == NULL || system->position_request == NULL || system->parse_position == NULL)
    return NULL;
  self = g_new0 (PageReading, 1);
  g_atomic_ref_count_init (&self->count);
  self->library = g_object_ref (library);
  self->key = g_strdup (key);
  self->account = g_steal_pointer (&account);
  self->code = g_steal_pointer (&code);
  self->system = system;
  self->cancellable = g_cancellable_new ();
  self->waiters = cand_waiters_new (abandoned_cb, self);
  return self;
}

/**
 * cand_library_read_position_async:
 * @self: a library
 * @position: what the person opened
 * @cancellable: (nullable): stops it, unless somebody else waits for it too
 * @callback: called when the position says all that can be known
 * @user_data: for @callback
 */
void
cand_library_read_position_async (CandLibrary *self,
                                  CandPosition *position,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  PageReading *reading;
  const char *key;

  g_return_if_fail (CAND_IS_LIBRARY (self));
  g_return_if_fail (CAND_IS_POSITION (position));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cand_library_read_position_async);
  key = cand_position_get_key (position);
  reading = g_hash_table_lookup (self->page_readings, key);
  if (reading != NULL)
    {
      cand_waiters_add (reading->waiters, g_steal_pointer (&task));
      return;
    }
  reading = reading_new (self, key);
  if (reading == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  g_hash_table_insert (self->page_readings, reading->key, reading);
  cand_waiters_add (reading->waiters, g_steal_pointer (&task));
  cand_library_run_job (self, look_up_job, reading, NULL, NULL, look_up_cb, reading);
}

/**
 * cand_library_read_position_finish:
 * @self: a library
 * @result: what the callback got
 * @error: CAND_NET_ERROR_*, CAND_BOARD_ERROR_*, CAND_STORE_ERROR_*, G_IO_ERROR_CANCELLED
 *
 * Returns: TRUE also where there was nothing to do
 */
gboolean
cand_library_read_position_finish (CandLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
