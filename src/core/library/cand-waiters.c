/* cand-waiters.c: tasks that wait for the same answer
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-waiters.h"

struct _CandWaiters
{
  GPtrArray *waiters; /* (owned) (element-type Waiter) */
  void (*abandoned) (gpointer data);
  gpointer data; /* (unowned) */
};

typedef struct
{
  CandWaiters *waiters; /* (unowned) */
  GTask *task;          /* (owned) */
  GSource *source;      /* (owned) (nullable) watches the task's cancellable */
} Waiter;

static void
waiter_free (Waiter *self)
{
  if (self->source != NULL)
    g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);
  g_object_unref (self->task);
  g_free (self);
}

static gboolean
cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  Waiter *waiter = user_data;
  CandWaiters *self = waiter->waiters;
  g_autoptr (GTask) task = g_object_ref (waiter->task);

  g_ptr_array_remove (self->waiters, waiter);
  if (self->waiters->len == 0)
    self->abandoned (self->data);
  g_task_return_error_if_cancelled (task);
  return G_SOURCE_REMOVE;
}

CandWaiters *
cand_waiters_new (void (*abandoned) (gpointer data), gpointer data)
{
  CandWaiters *self = g_new0 (CandWaiters, 1);

  self->waiters = g_ptr_array_new_with_free_func ((GDestroyNotify) waiter_free);
  self->abandoned = abandoned;
  self->data = data;
  return self;
}

void
cand_waiters_free (CandWaiters *self)
{
  g_return_if_fail (self->waiters->len == 0);
  g_ptr_array_unref (self->waiters);
  g_free (self);
}

void
cand_waiters_add (CandWaiters *self, GTask *task)
{
  GCancellable *cancellable = g_task_get_cancellable (task);
  Waiter *waiter = g_new0 (Waiter, 1);

  waiter->waiters = self;
  waiter->task = task;
  if (cancellable != NULL)
    {
      waiter->source = g_cancellable_source_new (cancellable);
      g_source_set_callback (waiter->source, G_SOURCE_FUNC (cancelled_cb), waiter, NULL);
      g_source_attach (waiter->source, g_task_get_context (task));
    }
  g_ptr_array_add (self->waiters, waiter);
}

GPtrArray *
cand_waiters_take (CandWaiters *self)
{
  GPtrArray *tasks = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->waiters->len; i++)
    {
      const Waiter *waiter = g_ptr_array_index (self->waiters, i);

      g_ptr_array_add (tasks, g_object_ref (waiter->task));
    }
  g_ptr_array_set_size (self->waiters, 0);
  return tasks;
}
