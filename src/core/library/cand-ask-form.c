/* cand-ask-form.c: asks a board what it asks of those who apply
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-ask-form.h"

#include "cand-library-private.h"
#include "cand-waiters.h"
#include "core/boards/cand-board-system.h"

/* One at a time for each position: request (main) -> bytes (thread). Belongs to the step that is
 * under way. */
typedef struct
{
  CandLibrary *library; /* (owned) */
  char *key;
  const CandBoardSystem *system;
  GCancellable *cancellable; /* (owned) */
  CandWaiters *waiters;      /* (owned) */
  GBytes *body;              /* (owned) (nullable) */
} Asking;

static void
asking_free (Asking *self)
{
  g_free (self->key);
  g_object_unref (self->cancellable);
  cand_waiters_free (self->waiters);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_object_unref (self->library);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

/* Who asks from now on begins another one. */
static GPtrArray *
take_waiters (Asking *self)
{
  if (g_hash_table_lookup (self->library->form_askings, self->key) == self)
    g_hash_table_remove (self->library->form_askings, self->key);
  return cand_waiters_take (self->waiters);
}

static void
fail (Asking *self, const GError *error)
{
  g_autoptr (GPtrArray) tasks = take_waiters (self);

  for (guint i = 0; i < tasks->len; i++)
    g_task_return_error (g_ptr_array_index (tasks, i), g_error_copy (error));
}

static void
succeed (Asking *self, CandForm *form)
{
  g_autoptr (GPtrArray) tasks = take_waiters (self);

  for (guint i = 0; i < tasks->len; i++)
    g_task_return_pointer (g_ptr_array_index (tasks, i), g_object_ref (form), g_object_unref);
}

static void
abandoned_cb (gpointer data)
{
  Asking *self = data;

  g_ptr_array_unref (take_waiters (self));
  g_cancellable_cancel (self->cancellable);
}

void
cand_ask_form_cancel_all (CandLibrary *library)
{
  g_autoptr (GPtrArray) askings = g_hash_table_get_values_as_ptr_array (library->form_askings);
  g_autoptr (GError) error =
      g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "The library was closed");

  for (guint i = 0; i < askings->len; i++)
    {
      Asking *asking = g_ptr_array_index (askings, i);

      g_cancellable_cancel (asking->cancellable);
      fail (asking, error);
    }
}

/* --- the bytes, in a thread --- */

static void
parse_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Asking *self = data;
  GError *error = NULL;
  CandForm *form = self->system->parse_form (self->body, &error);

  if (form != NULL)
    g_task_return_pointer (task, form, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
parse_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asking) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CandForm) form = g_task_propagate_pointer (G_TASK (result), &error);

  if (form == NULL)
    {
      fail (self, error);
      return;
    }
  cand_form_set_fetched (form, cand_library_now ());
  succeed (self, form);
}

/* --- the request --- */

static void
send_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asking) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CandResponse) response = cand_net_send_finish (CAND_NET (source), result, &error);
  g_autoptr (GTask) thread = NULL;

  if (response == NULL)
    {
      fail (self, error);
      return;
    }
  self->body = g_bytes_ref (cand_response_get_body (response));
  /* Without a source object, which would die on the thread. */
  thread = g_task_new (NULL, NULL, parse_cb, self);
  g_task_set_source_tag (thread, send_cb);
  g_task_set_task_data (thread, g_steal_pointer (&self), NULL);
  g_task_run_in_thread (thread, parse_thread);
}

/* The system, where it gives forms out. */
static const CandBoardSystem *
find_system (const char *position_key, char **account, char **code)
{
  g_autofree char *id = NULL;
  const CandBoardSystem *system;

  if (!cand_position_split_key (position_key, &id, account, code) ||
      g_str_equal (*account, CAND_POSITION_NO_ACCOUNT))
    return NULL;
  system = cand_board_system_find (id);
  return system != NULL && system->form_request != NULL && system->parse_form != NULL ? system
                                                                                      : NULL;
}

gboolean
cand_ask_form_is_possible (const char *position_key)
{
  g_autofree char *account = NULL;
  g_autofree char *code = NULL;

  return find_system (position_key, &account, &code) != NULL;
}

/* (transfer none): it belongs to itself. NULL where the board cannot be asked. */
static Asking *
begin (CandLibrary *library, const char *position_key)
{
  g_autofree char *account = NULL;
  g_autofree char *code = NULL;
  const CandBoardSystem *system = find_system (position_key, &account, &code);
  g_autoptr (CandRequest) request = system != NULL ? system->form_request (account, code) : NULL;
  Asking *self;

  if (request == NULL)
    return NULL;
  self = g_new0 (Asking, 1);
  self->library = g_object_ref (library);
  self->key = g_strdup (position_key);
  self->system = system;
  self->cancellable = g_cancellable_new ();
  self->waiters = cand_waiters_new (abandoned_cb, self);
  g_hash_table_insert (library->form_askings, self->key, self);
  cand_net_send_async (library->net, request, self->cancellable, send_cb, self);
  return self;
}

void
cand_ask_form_async (CandLibrary *library,
                     const char *position_key,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (library, cancellable, callback, user_data);
  Asking *asking = g_hash_table_lookup (library->form_askings, position_key);

  g_task_set_source_tag (task, cand_ask_form_async);
  if (library->worker == NULL)
    {
      g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                                       "The library was closed");
      return;
    }
  if (asking == NULL)
    asking = begin (library, position_key);
  if (asking != NULL)
    cand_waiters_add (asking->waiters, g_steal_pointer (&task));
  else
    g_task_return_new_error_literal (task, CAND_BOARD_ERROR, CAND_BOARD_ERROR_UNSUPPORTED,
                                     "The system of this board gives no forms out");
}

CandForm *
cand_ask_form_finish (CandLibrary *library, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, library), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
