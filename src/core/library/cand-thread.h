/* cand-thread.h: work that takes too long for the library's thread
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Runs @func, which returns its task, in a thread of its own; @callback gets the result, with no
 * source, where this was called. @data is the task's; with a NULL @free_data it is somebody's who
 * leaves it alone until then. */
void cand_thread_run (GTaskThreadFunc func,
                      gpointer data,
                      GDestroyNotify free_data,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data);

G_END_DECLS
