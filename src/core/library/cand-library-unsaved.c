/* cand-library-unsaved.c: what is typed and not on disk yet
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-library-unsaved.h"

#include "cand-library-private.h"

GPtrArray *
cand_library_list_unsaved (CandLibrary *self)
{
  GPtrArray *unsaved = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer application;

  g_hash_table_iter_init (&iter, self->keepers);
  while (g_hash_table_iter_next (&iter, &application, NULL))
    if (cand_application_get_save_state (application) != CAND_SAVE_STATE_SAVED)
      g_ptr_array_add (unsaved, g_object_ref (application));
  return unsaved;
}

gboolean
cand_library_has_unsaved (CandLibrary *self)
{
  g_autoptr (GPtrArray) unsaved = cand_library_list_unsaved (self);

  return unsaved->len > 0 || (self->profile != NULL &&
                              cand_profile_get_save_state (self->profile) != CAND_SAVE_STATE_SAVED);
}

typedef struct
{
  guint n_waiting;
  GError *error; /* (owned) (nullable): the first one */
} Saving;

static void
saving_free (Saving *self)
{
  g_clear_error (&self->error);
  g_free (self);
}

static void
finish_when_done (GTask *task)
{
  Saving *saving = g_task_get_task_data (task);

  if (saving->n_waiting > 0)
    return;
  if (saving->error != NULL)
    g_task_return_error (task, g_steal_pointer (&saving->error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
profile_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Saving *saving = g_task_get_task_data (task);

  saving->n_waiting--;
  if (!cand_library_save_profile_finish (CAND_LIBRARY (source), result, &error) &&
      saving->error == NULL)
    saving->error = g_steal_pointer (&error);
  finish_when_done (task);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Saving *saving = g_task_get_task_data (task);

  saving->n_waiting--;
  if (!cand_library_save_finish (CAND_LIBRARY (source), result, &error) && saving->error == NULL)
    saving->error = g_steal_pointer (&error);
  finish_when_done (task);
}

void
cand_library_save_all_async (CandLibrary *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GPtrArray) unsaved = cand_library_list_unsaved (self);
  Saving *saving = g_new0 (Saving, 1);

  g_task_set_source_tag (task, cand_library_save_all_async);
  g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);
  saving->n_waiting = unsaved->len + 1;
  cand_library_save_profile_async (self, cancellable, profile_saved_cb, g_object_ref (task));
  for (guint i = 0; i < unsaved->len; i++)
    cand_library_save_async (self, g_ptr_array_index (unsaved, i), cancellable, saved_cb,
                             g_object_ref (task));
}

gboolean
cand_library_save_all_finish (CandLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
