/* cand-library-history.c: earlier values, and applications deleted and brought back
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-library-private.h"

#include "core/store/cand-store-applications.h"
#include "core/store/cand-store-positions.h"

void
cand_earlier_value_free (CandEarlierValue *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self);
}

/* --- earlier values --- */

typedef struct
{
  gint64 application;
  char *field;
} Asked;

static void
asked_free (Asked *self)
{
  g_free (self->field);
  g_free (self);
}

static gpointer
earlier_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  const Asked *asked = data;
  g_autoptr (GArray) stored =
      cand_store_answers_load_earlier (connection, asked->application, asked->field, error);
  GPtrArray *values;

  if (stored == NULL)
    return NULL;
  values = g_ptr_array_new_with_free_func ((GDestroyNotify) cand_earlier_value_free);
  for (guint i = 0; i < stored->len; i++)
    {
      const CandStoredEarlier *earlier = &g_array_index (stored, CandStoredEarlier, i);
      CandEarlierValue *value = g_new0 (CandEarlierValue, 1);

      value->text = g_strdup (earlier->text);
      value->written = earlier->written;
      g_ptr_array_add (values, value);
    }
  return values;
}

/**
 * cand_library_load_earlier_async:
 * @self: a library
 * @application: one of its applications
 * @field_id: a question
 * @cancellable: (nullable): stops the waiting
 * @callback: called with the result
 * @user_data: for @callback
 */
void
cand_library_load_earlier_async (CandLibrary *self,
                                 CandApplication *application,
                                 const char *field_id,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  Asked *asked;
  GTask *task;

  g_return_if_fail (CAND_IS_LIBRARY (self));
  asked = g_new0 (Asked, 1);
  asked->application = cand_application_get_id (application);
  asked->field = g_strdup (field_id);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cand_library_load_earlier_async);
  g_task_set_task_data (task, asked, (GDestroyNotify) asked_free);
  /* What is being typed right now is not yet earlier; what it replaces is, once it is written. */
  cand_library_flush (self, application);
  cand_library_run (self, task, earlier_job, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * cand_library_load_earlier_finish:
 * @self: a library
 * @result: what the callback got
 * @error: CAND_STORE_ERROR_*, G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type CandEarlierValue): newest first
 */
GPtrArray *
cand_library_load_earlier_finish (CandLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- deleting and bringing back --- */

typedef struct
{
  CandApplication *application; /* (owned) */
  char *position_key;
  gint64 id;
  gint64 when; /* 0 to bring it back */
} Removal;

static void
removal_free (Removal *self)
{
  g_object_unref (self->application);
  g_free (self->position_key);
  g_free (self);
}

static gboolean
mark_deleted (CandConnection *connection, gpointer data, GError **error)
{
  const Removal *removal = data;

  return cand_store_applications_set_deleted (connection, removal->id, removal->when, error);
}

/* Gives the row id of its position, which is shown differently from now on. */
static gpointer
removal_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  const Removal *removal = data;
  g_autoptr (GError) failure = NULL;
  gint64 position;

  if (!cand_connection_transact (connection, CAND_DURABILITY_DRAFT, mark_deleted, data, error))
    return NULL;
  position = cand_store_positions_find (connection, removal->position_key, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return g_memdup2 (&position, sizeof position);
}

static void
show_removal (CandLibrary *self, const Removal *removal)
{
  guint position;

  if (removal->when == 0)
    {
      cand_library_adopt_application (self, removal->application);
      return;
    }
  if (!g_list_store_find (self->applications, removal->application, &position))
    return;
  g_list_store_remove (self->applications, position);
  g_signal_emit_by_name (self, "application-removed", removal->application);
}

static void
removal_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CandLibrary *self = CAND_LIBRARY (source);
  g_autoptr (GTask) task = G_TASK (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *position = g_task_propagate_pointer (G_TASK (result), &error);
  GArray *ids;

  if (position == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  show_removal (self, g_task_get_task_data (G_TASK (result)));
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (ids, *position);
  cand_library_follow (self, CAND_SCOPES_NONE, ids);
  g_task_return_boolean (task, TRUE);
}

static void
remove_or_restore (CandLibrary *self, CandApplication *application, gint64 when, GTask *task)
{
  Removal *removal = g_new0 (Removal, 1);

  removal->application = g_object_ref (application);
  removal->position_key = g_strdup (cand_application_get_position_key (application));
  removal->id = cand_application_get_id (application);
  removal->when = when;
  /* Brought back, it has to be whole. */
  cand_library_flush (self, application);
  cand_library_run_job (self, removal_job, removal, (GDestroyNotify) removal_free, g_free,
                        removal_cb, task);
}

/**
 * cand_library_delete_application_async:
 * @self: a library
 * @application: one of its applications
 * @cancellable: (nullable): stops the waiting
 * @callback: called when it is out of the list
 * @user_data: for @callback
 */
void
cand_library_delete_application_async (CandLibrary *self,
                                       CandApplication *application,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CAND_IS_LIBRARY (self));
  g_return_if_fail (CAND_IS_APPLICATION (application));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cand_library_delete_application_async);
  remove_or_restore (self, application, cand_library_now (), task);
}

/**
 * cand_library_delete_application_finish:
 * @self: a library
 * @result: what the callback got
 * @error: CAND_STORE_ERROR_*, G_IO_ERROR_CANCELLED
 *
 * Returns: TRUE when it is out of the list
 */
gboolean
cand_library_delete_application_finish (CandLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * cand_library_restore_application_async:
 * @self: a library
 * @application: one that was deleted since the program started
 * @cancellable: (nullable): stops the waiting
 * @callback: called when it is back
 * @user_data: for @callback
 *
 * A draft begun for the same position meanwhile stays beside it: nothing typed is lost.
 */
void
cand_library_restore_application_async (CandLibrary *self,
                                        CandApplication *application,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CAND_IS_LIBRARY (self));
  g_return_if_fail (CAND_IS_APPLICATION (application));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cand_library_restore_application_async);
  remove_or_restore (self, application, 0, task);
}

/**
 * cand_library_restore_application_finish:
 * @self: a library
 * @result: what the callback got
 * @error: CAND_STORE_ERROR_*, G_IO_ERROR_CANCELLED
 *
 * Returns: TRUE when it is back, whole
 */
gboolean
cand_library_restore_application_finish (CandLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
