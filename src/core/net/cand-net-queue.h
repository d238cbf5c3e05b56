/* cand-net-queue.h: whose turn it is: one request at a time to a host, spaced
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Lives on one main context, the thread's default one when it was made. */
typedef struct _CandNetQueue CandNetQueue;
/* A place in the line of one host: waiting, or being served. */
typedef struct _CandNetTurn CandNetTurn;
typedef void (*CandNetTurnFunc) (gpointer user_data);

CandNetQueue *cand_net_queue_new (void);
/* No turn may be left. */
void cand_net_queue_free (CandNetQueue *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandNetQueue, cand_net_queue_free)

/* Divides every wait, for tests. */
void cand_net_queue_set_haste (CandNetQueue *self, guint divisor);
guint cand_net_queue_get_haste (CandNetQueue *self);

/* Calls @callback, from the main context and never from in here, when nobody else is being served
 * by
 * @host and @spacing milliseconds have passed since the last was. @first: before those that wait.
 * The turn is kept until cand_net_queue_leave. */
CandNetTurn *cand_net_queue_wait (CandNetQueue *self,
                                  const char *host,
                                  guint spacing,
                                  gboolean first,
                                  CandNetTurnFunc callback,
                                  gpointer user_data);

/* Gives the turn up, whether it came or not, and frees it. If @asked, the host was asked something,
 * and the next one waits @pause milliseconds at least. */
void cand_net_queue_leave (CandNetQueue *self, CandNetTurn *turn, gboolean asked, guint pause);

/* The host wants to be asked nothing for @seconds. Both tell until when, in real time (UTC,
 * (transfer full)); NULL when that is over or was never said. */
GDateTime *cand_net_queue_close_host (CandNetQueue *self, const char *host, gint64 seconds);
GDateTime *cand_net_queue_dup_closed_until (CandNetQueue *self, const char *host);

G_END_DECLS
