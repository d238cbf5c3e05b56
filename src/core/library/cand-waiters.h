/* cand-waiters.h: tasks that wait for the same answer
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Each task leaves with an error when it is cancelled, and the others go on waiting. */
typedef struct _CandWaiters CandWaiters;

/* @abandoned is called with @data when the last one was cancelled; it may free the waiters. */
CandWaiters *cand_waiters_new (void (*abandoned) (gpointer data), gpointer data);
/* Nobody may be waiting any more. */
void cand_waiters_free (CandWaiters *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandWaiters, cand_waiters_free)

/* @task: (transfer full) */
void cand_waiters_add (CandWaiters *self, GTask *task);
/* (element-type GTask) (transfer full): those to be answered now. */
GPtrArray *cand_waiters_take (CandWaiters *self);

G_END_DECLS
