/* cand-thread.c: work that takes too long for the library's thread
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-thread.h"

void
cand_thread_run (GTaskThreadFunc func,
                 gpointer data,
                 GDestroyNotify free_data,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  /* Without a source object, which would die on the thread. */
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, cand_thread_run);
  g_task_set_task_data (task, data, free_data);
  g_task_run_in_thread (task, func);
}
