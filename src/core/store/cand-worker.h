/* cand-worker.h: the one database thread, in program order
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "cand-connection.h"

G_BEGIN_DECLS

/* Owns the thread and the connection that is used on it. What is asked runs in the order it was
 * asked. */
typedef struct _CandWorker CandWorker;

/* Runs on the database thread. Returns the result, or NULL with @error set; a job without a result
 * returns CAND_DONE. */
typedef gpointer (*CandWorkerFunc) (CandWorker *self,
                                    CandConnection *connection,
                                    gpointer task_data,
                                    GError **error);
#define CAND_DONE GINT_TO_POINTER (1)

CandWorker *cand_worker_new (void);
/* Waits for what was asked, closes the connection, ends the thread. */
void cand_worker_free (CandWorker *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandWorker, cand_worker_free)

gboolean cand_worker_is_current (CandWorker *self);

/* @task: (transfer full): returned in its own context with what @func gave for its task data.
 * @destroy: (nullable): frees a result that nobody took. Without a connection the job does not run,
 * and CAND_STORE_ERROR_FAILED is returned. */
void cand_worker_run (CandWorker *self, GTask *task, CandWorkerFunc func, GDestroyNotify destroy);

/* The same for the job that opens: @connection is NULL as long as none was taken. */
void cand_worker_open (CandWorker *self, GTask *task, CandWorkerFunc func, GDestroyNotify destroy);

/* As cand_worker_run, and waits. For closing and for tests. */
gpointer
cand_worker_run_and_wait (CandWorker *self, CandWorkerFunc func, gpointer data, GError **error);

/* (thread database) (transfer full): the connection that later jobs are given. */
void cand_worker_take_connection (CandWorker *self, CandConnection *connection);

G_END_DECLS
