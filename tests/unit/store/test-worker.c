/* test-worker.c: one thread, in order, and results where they were asked for
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/store/cand-worker.h"
#include "lib/cand-test.h"

typedef struct
{
  CandWorker *worker;
  GString *log; /* written on the worker's thread, read after waiting */
  GThread *main;
} Fixture;

static gpointer
open_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  CandConnection *memory = cand_connection_open (":memory:", CAND_CONNECTION_READ_WRITE, error);

  g_assert_null (connection);
  if (memory == NULL)
    return NULL;
  cand_worker_take_connection (worker, memory);
  return CAND_DONE;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  GTask *task = g_task_new (NULL, NULL, cand_test_keep_result, &result);

  self->worker = cand_worker_new ();
  self->log = g_string_new (NULL);
  self->main = g_thread_self ();
  cand_worker_open (self->worker, task, open_job, NULL);
  cand_test_wait_result (&result);
  g_assert_true (g_task_propagate_pointer (G_TASK (result), NULL) == CAND_DONE);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_pointer (&self->worker, cand_worker_free);
  g_string_free (self->log, TRUE);
}

static gpointer
letter_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  Fixture *self = data;

  g_assert_true (cand_worker_is_current (worker));
  g_assert_true (g_thread_self () != self->main);
  g_assert_nonnull (connection);
  g_usleep (g_random_int_range (0, 500));
  g_string_append_c (self->log, 'a' + self->log->len);
  return CAND_DONE;
}

static void
test_order (Fixture *self, gconstpointer data)
{
  GAsyncResult *results[20] = { NULL };

  for (guint i = 0; i < 20; i++)
    {
      GTask *task = g_task_new (NULL, NULL, cand_test_keep_result, &results[i]);

      g_task_set_task_data (task, self, NULL);
      cand_worker_run (self->worker, task, letter_job, NULL);
    }
  cand_worker_run_and_wait (self->worker, letter_job, self, NULL);
  g_assert_cmpstr (self->log->str, ==, "abcdefghijklmnopqrstu");
  g_assert_false (cand_worker_is_current (self->worker));
  for (guint i = 0; i < 20; i++)
    {
      cand_test_wait_result (&results[i]);
      g_object_unref (results[i]);
    }
}

static gpointer
fail_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  g_set_error_literal (error, CAND_STORE_ERROR, CAND_STORE_ERROR_IO, "on purpose");
  return NULL;
}

static void
test_errors (Fixture *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  cand_worker_run (self->worker, g_task_new (NULL, NULL, cand_test_keep_result, &result), fail_job,
                   NULL);
  cand_test_wait_result (&result);
  g_assert_null (g_task_propagate_pointer (G_TASK (result), &error));
  g_assert_error (error, CAND_STORE_ERROR, CAND_STORE_ERROR_IO);
  g_clear_error (&error);
  g_assert_null (cand_worker_run_and_wait (self->worker, fail_job, NULL, &error));
  g_assert_error (error, CAND_STORE_ERROR, CAND_STORE_ERROR_IO);
}

static void
test_without_connection (void)
{
  g_autoptr (CandWorker) worker = cand_worker_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (cand_worker_run_and_wait (worker, letter_job, NULL, &error));
  g_assert_error (error, CAND_STORE_ERROR, CAND_STORE_ERROR_FAILED);
}

static gpointer
give_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  return g_object_new (G_TYPE_OBJECT, NULL);
}

static void
count_finalized_cb (gpointer user_data, GObject *object)
{
  gboolean *finalized = user_data;

  *finalized = TRUE;
}

/* What a task holds dies where the task was made, also when the worker ends before it is returned.
 */
static void
test_end (Fixture *self, gconstpointer data)
{
  GObject *held = g_object_new (G_TYPE_OBJECT, NULL);
  gboolean finalized = FALSE;
  GTask *task = g_task_new (held, NULL, NULL, NULL);

  g_object_weak_ref (held, count_finalized_cb, &finalized);
  g_object_unref (held);
  cand_worker_run (self->worker, task, give_job, g_object_unref);
  g_clear_pointer (&self->worker, cand_worker_free);
  g_assert_false (finalized);
  cand_test_wait (&finalized, 10);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/worker/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/worker/errors", Fixture, NULL, set_up, test_errors, tear_down);
  g_test_add_func ("/worker/without-connection", test_without_connection);
  g_test_add ("/worker/end", Fixture, NULL, set_up, test_end, tear_down);
  return g_test_run ();
}
