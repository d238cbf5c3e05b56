/* cand-library-reuse.c: earlier answers to the same or a near question, and what was said before
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-library-reuse.h"

#include "cand-library-private.h"
#include "core/store/cand-store-earlier.h"
#include "core/store/cand-store-reuse.h"

/* What is asked, on whatever thread. */
typedef struct
{
  gint64 application;
  char *field_id;     /* (owned) (nullable) */
  CandField *field;   /* (owned) (nullable) fields never change */
  GPtrArray *answers; /* (owned) (nullable) (element-type CandStoredReuse) */
} Asked;

static void
asked_free (Asked *self)
{
  g_free (self->field_id);
  g_clear_object (&self->field);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  g_free (self);
}

static GTask *
make_task (CandLibrary *self,
           CandApplication *application,
           const char *field_id,
           gpointer tag,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Asked *asked = g_new0 (Asked, 1);

  asked->application = cand_application_get_id (application);
  asked->field_id = g_strdup (field_id);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, asked, (GDestroyNotify) asked_free);
  return task;
}

/* --- earlier answers --- */

static void
choose_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Asked *asked = data;

  g_task_return_pointer (task, cand_reuse_choose (asked->field, asked->answers),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
choose_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  g_autoptr (GPtrArray) found = g_task_propagate_pointer (G_TASK (result), NULL);

  g_task_return_pointer (task, g_steal_pointer (&found), (GDestroyNotify) g_ptr_array_unref);
}

static gpointer
load_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  const Asked *asked = data;

  return cand_store_reuse_load (connection, asked->application, error);
}

static void
load_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Asked *asked = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) thread = NULL;

  asked->answers = g_task_propagate_pointer (G_TASK (result), &error);
  if (asked->answers == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (g_task_return_error_if_cancelled (task))
    return;
  /* Without a source object, which would die on the thread; the data stays with the task. */
  thread = g_task_new (NULL, NULL, choose_cb, g_steal_pointer (&task));
  g_task_set_source_tag (thread, load_cb);
  g_task_set_task_data (thread, asked, NULL);
  g_task_run_in_thread (thread, choose_thread);
}

/**
 * cand_library_find_reusable_async:
 * @self: a library
 * @application: the one that is written
 * @field_id: a question of its form
 * @cancellable: (nullable): stops it
 * @callback: called with the result
 * @user_data: for @callback
 */
void
cand_library_find_reusable_async (CandLibrary *self,
                                  CandApplication *application,
                                  const char *field_id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  CandAnswer *answer;
  GTask *task;
  Asked *asked;

  g_return_if_fail (CAND_IS_LIBRARY (self));
  g_return_if_fail (CAND_IS_APPLICATION (application));
  answer = cand_application_find_answer (application, field_id);
  task = make_task (self, application, field_id, cand_library_find_reusable_async, cancellable,
                    callback, user_data);
  if (answer == NULL || !cand_reuse_is_wanted (cand_answer_get_field (answer)))
    {
      g_task_return_pointer (task, g_ptr_array_new (), (GDestroyNotify) g_ptr_array_unref);
      g_object_unref (task);
      return;
    }
  asked = g_task_get_task_data (task);
  asked->field = g_object_ref (cand_answer_get_field (answer));
  cand_library_run_job (self, load_job, asked, NULL, (GDestroyNotify) g_ptr_array_unref, load_cb,
                        task);
}

/**
 * cand_library_find_reusable_finish:
 * @self: a library
 * @result: what the callback got
 * @error: CAND_STORE_ERROR_*, G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type CandReusable): what may help
 */
GPtrArray *
cand_library_find_reusable_finish (CandLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- what the employer has read --- */

static gpointer
read_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  const Asked *asked = data;
  g_autoptr (GPtrArray) answers =
      cand_store_reuse_load_read (connection, asked->application, error);

  return answers != NULL ? cand_read_texts_new (answers) : NULL;
}

/**
 * cand_library_load_read_async:
 * @self: a library
 * @application: the one that is written
 * @cancellable: (nullable): stops the waiting
 * @callback: called with the result
 * @user_data: for @callback
 */
void
cand_library_load_read_async (CandLibrary *self,
                              CandApplication *application,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (CAND_IS_LIBRARY (self));
  g_return_if_fail (CAND_IS_APPLICATION (application));
  cand_library_run (self,
                    make_task (self, application, NULL, cand_library_load_read_async, cancellable,
                               callback, user_data),
                    read_job, (GDestroyNotify) cand_read_texts_free);
}

/**
 * cand_library_load_read_finish:
 * @self: a library
 * @result: what the callback got
 * @error: CAND_STORE_ERROR_*, G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what to look for
 */
CandReadTexts *
cand_library_load_read_finish (CandLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- earlier values --- */

static gpointer
count_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  const Asked *asked = data;
  gint64 n = cand_store_earlier_count (connection, asked->application, asked->field_id, error);

  return n >= 0 ? g_memdup2 (&n, sizeof n) : NULL;
}

/**
 * cand_library_count_earlier_async:
 * @self: a library
 * @application: one of its applications
 * @field_id: a question
 * @cancellable: (nullable): stops the waiting
 * @callback: called with the result
 * @user_data: for @callback
 */
void
cand_library_count_earlier_async (CandLibrary *self,
                                  CandApplication *application,
                                  const char *field_id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (CAND_IS_LIBRARY (self));
  g_return_if_fail (CAND_IS_APPLICATION (application));
  cand_library_run (self,
                    make_task (self, application, field_id, cand_library_count_earlier_async,
                               cancellable, callback, user_data),
                    count_job, g_free);
}

/**
 * cand_library_count_earlier_finish:
 * @self: a library
 * @result: what the callback got
 * @error: CAND_STORE_ERROR_*, G_IO_ERROR_CANCELLED
 *
 * Returns: how many; -1 on failure
 */
gssize
cand_library_count_earlier_finish (CandLibrary *self, GAsyncResult *result, GError **error)
{
  g_autofree gint64 *n = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), -1);
  n = g_task_propagate_pointer (G_TASK (result), error);
  return n != NULL ? (gssize) *n : -1;
}

static gboolean
pin (CandConnection *connection, gpointer data, GError **error)
{
  const Asked *asked = data;

  return cand_store_earlier_pin (connection, asked->application, asked->field_id,
                                 cand_library_now (), error);
}

static gpointer
pin_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  return cand_connection_transact (connection, CAND_DURABILITY_DRAFT, pin, data, error) ? CAND_DONE
                                                                                        : NULL;
}

/* What was typed last is durable, or not even that: then there is nothing to pin yet. */
static void
save_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CandLibrary *self = CAND_LIBRARY (source);
  g_autoptr (GTask) task = G_TASK (user_data);
  g_autoptr (GError) error = NULL;

  if (!cand_library_save_finish (self, result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  cand_library_run (self, g_steal_pointer (&task), pin_job, NULL);
}

/**
 * cand_library_pin_earlier_async:
 * @self: a library
 * @application: one of its applications
 * @field_id: a question
 * @cancellable: (nullable): stops the waiting
 * @callback: called when it is durable, or failed
 * @user_data: for @callback
 */
void
cand_library_pin_earlier_async (CandLibrary *self,
                                CandApplication *application,
                                const char *field_id,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (CAND_IS_LIBRARY (self));
  g_return_if_fail (CAND_IS_APPLICATION (application));
  cand_library_save_async (self, application, NULL, save_cb,
                           make_task (self, application, field_id, cand_library_pin_earlier_async,
                                      cancellable, callback, user_data));
}

/**
 * cand_library_pin_earlier_finish:
 * @self: a library
 * @result: what the callback got
 * @error: CAND_STORE_ERROR_*, G_IO_ERROR_CANCELLED
 *
 * Returns: TRUE when it is kept
 */
gboolean
cand_library_pin_earlier_finish (CandLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}
