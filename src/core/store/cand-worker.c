/* cand-worker.c: the one database thread, in program order
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-worker.h"

struct _CandWorker
{
  GThread *thread;            /* (owned) */
  GAsyncQueue *jobs;          /* (owned) of Job */
  CandConnection *connection; /* (owned) (nullable) (thread database) */
};

/* The task is touched on the database thread only for its data: it is returned and let go in its
 * own context, so that what it holds never dies on a foreign thread. */
typedef struct
{
  GTask *task; /* (owned) (nullable) NULL for one that is waited for */
  CandWorkerFunc func;
  gpointer data; /* (unowned) */
  GDestroyNotify destroy;
  gpointer result;
  GError *error;  /* (owned) (nullable) */
  gboolean opens; /* runs without a connection too */
  gboolean last;
  gboolean done;
  GMutex mutex;
  GCond cond;
} Job;

static gboolean
return_job_cb (gpointer user_data)
{
  g_autofree Job *job = user_data;
  g_autoptr (GTask) task = g_steal_pointer (&job->task);

  if (job->error != NULL)
    g_task_return_error (task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (task, job->result, job->destroy);
  return G_SOURCE_REMOVE;
}

static void
post_job (Job *job)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, g_task_get_priority (job->task));
  g_source_set_callback (source, return_job_cb, job, NULL);
  g_source_set_static_name (source, "[candidacy] database");
  g_source_attach (source, g_task_get_context (job->task));
}

static void
signal_job (Job *job)
{
  g_mutex_lock (&job->mutex);
  job->done = TRUE;
  g_cond_signal (&job->cond);
  g_mutex_unlock (&job->mutex);
}

static void
run_job (CandWorker *self, Job *job)
{
  if (self->connection == NULL && !job->opens)
    g_set_error_literal (&job->error, CAND_STORE_ERROR, CAND_STORE_ERROR_FAILED,
                         "The database is not open");
  else
    job->result = job->func (self, self->connection, job->data, &job->error);
  g_assert ((job->result == NULL) == (job->error != NULL));
  if (job->task != NULL)
    post_job (job);
  else
    signal_job (job);
}

static gpointer
thread_func (gpointer data)
{
  CandWorker *self = data;

  while (TRUE)
    {
      Job *job = g_async_queue_pop (self->jobs);

      if (job->last)
        {
          g_free (job);
          break;
        }
      run_job (self, job);
    }
  g_clear_pointer (&self->connection, cand_connection_close);
  return NULL;
}

/**
 * cand_worker_new:
 *
 * Returns: (transfer full): a worker with its thread started and no connection yet
 */
CandWorker *
cand_worker_new (void)
{
  CandWorker *self = g_new0 (CandWorker, 1);

  self->jobs = g_async_queue_new ();
  self->thread = g_thread_new ("database", thread_func, self);
  return self;
}

/**
 * cand_worker_free:
 * @self: (transfer full) (nullable): a worker; not to be called on its own thread
 */
void
cand_worker_free (CandWorker *self)
{
  Job *job;

  if (self == NULL)
    return;
  g_assert (!cand_worker_is_current (self));
  job = g_new0 (Job, 1);
  job->last = TRUE;
  g_async_queue_push (self->jobs, job);
  g_thread_join (self->thread);
  g_async_queue_unref (self->jobs);
  g_free (self);
}

gboolean
cand_worker_is_current (CandWorker *self)
{
  return g_thread_self () == self->thread;
}

static void
push_job (
    CandWorker *self, GTask *task, CandWorkerFunc func, GDestroyNotify destroy, gboolean opens)
{
  Job *job = g_new0 (Job, 1);

  job->task = task;
  job->func = func;
  job->data = g_task_get_task_data (task);
  job->destroy = destroy;
  job->opens = opens;
  g_async_queue_push (self->jobs, job);
}

/**
 * cand_worker_run:
 * @self: a worker
 * @task: (transfer full): what is returned when it has run
 * @func: what to do
 * @destroy: (nullable): for a result that nobody took
 */
void
cand_worker_run (CandWorker *self, GTask *task, CandWorkerFunc func, GDestroyNotify destroy)
{
  push_job (self, task, func, destroy, FALSE);
}

/**
 * cand_worker_open:
 * @self: a worker
 * @task: (transfer full): what is returned when it has run
 * @func: what to do; it calls cand_worker_take_connection
 * @destroy: (nullable): for a result that nobody took
 */
void
cand_worker_open (CandWorker *self, GTask *task, CandWorkerFunc func, GDestroyNotify destroy)
{
  push_job (self, task, func, destroy, TRUE);
}

/**
 * cand_worker_run_and_wait:
 * @self: a worker
 * @func: what to do, after everything that was asked before
 * @data: for @func
 * @error: what @func said
 *
 * Returns: what @func returned
 */
gpointer
cand_worker_run_and_wait (CandWorker *self, CandWorkerFunc func, gpointer data, GError **error)
{
  Job job = { .func = func, .data = data };

  g_assert (!cand_worker_is_current (self));
  g_mutex_init (&job.mutex);
  g_cond_init (&job.cond);
  g_async_queue_push (self->jobs, &job);

  g_mutex_lock (&job.mutex);
  while (!job.done)
    g_cond_wait (&job.cond, &job.mutex);
  g_mutex_unlock (&job.mutex);

  g_mutex_clear (&job.mutex);
  g_cond_clear (&job.cond);
  if (job.error != NULL)
    g_propagate_error (error, job.error);
  return job.result;
}

/**
 * cand_worker_take_connection:
 * @self: a worker, on its own thread
 * @connection: (transfer full): opened on it
 */
void
cand_worker_take_connection (CandWorker *self, CandConnection *connection)
{
  g_assert (cand_worker_is_current (self));
  g_assert (self->connection == NULL);
  self->connection = connection;
}
