/* cand-net-body.h: the body of an answer: whole, unpacked, and not above the cap
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libsoup/soup.h>

#include "cand-net-clock.h"

G_BEGIN_DECLS

/* Reads the body of @message, which @host sent, from @stream in small pieces, telling @clock of
 * each; all of them have to outlive it. Errors: CAND_NET_ERROR_TOO_LARGE, TRUNCATED, TLS, TIMEOUT,
 * STATUS (packed in a way that was not asked for); G_IO_ERROR_CANCELLED. */
void cand_net_body_read_async (SoupMessage *message,
                               GInputStream *stream,
                               const char *host,
                               CandNetClock *clock,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
GBytes *cand_net_body_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
