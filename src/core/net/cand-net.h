/* cand-net.h: the one HTTP session: polite, bounded, and told apart when it fails
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "core/model/cand-request.h"

G_BEGIN_DECLS

#define CAND_NET_ERROR (cand_net_error_quark ())
/**
 * CandNetError:
 * @CAND_NET_ERROR_UNREACHABLE: no connection: no network, unknown host, refused, cut off
 * @CAND_NET_ERROR_TIMEOUT: no complete answer in time
 * @CAND_NET_ERROR_TLS: the host's certificate is not to be trusted
 * @CAND_NET_ERROR_NOT_FOUND: 404 or 410
 * @CAND_NET_ERROR_FORBIDDEN: 401, 403, 407 or 451
 * @CAND_NET_ERROR_TOO_MANY: 429, or 503 with Retry-After: the message says until when
 * @CAND_NET_ERROR_SERVER: any other 5xx
 * @CAND_NET_ERROR_STATUS: any other status that is no answer
 * @CAND_NET_ERROR_TOO_LARGE: above the cap
 * @CAND_NET_ERROR_TRUNCATED: shorter than announced
 * @CAND_NET_ERROR_REDIRECT: too many, or to an address that is not https or is on the caller's
 * network
 * @CAND_NET_ERROR_BAD_HOST: CANDIDACY_HOSTS names something that is not loopback
 */
typedef enum
{
  CAND_NET_ERROR_UNREACHABLE,
  CAND_NET_ERROR_TIMEOUT,
  CAND_NET_ERROR_TLS,
  CAND_NET_ERROR_NOT_FOUND,
  CAND_NET_ERROR_FORBIDDEN,
  CAND_NET_ERROR_TOO_MANY,
  CAND_NET_ERROR_SERVER,
  CAND_NET_ERROR_STATUS,
  CAND_NET_ERROR_TOO_LARGE,
  CAND_NET_ERROR_TRUNCATED,
  CAND_NET_ERROR_REDIRECT,
  CAND_NET_ERROR_BAD_HOST,
} CandNetError;
#define CAND_NET_N_ERRORS (CAND_NET_ERROR_BAD_HOST + 1)
GQuark cand_net_error_quark (void);

/* CAND_NET_ERROR_TOO_MANY: when the host may be asked again, in seconds since the epoch; 0 where it
 * does not say, and for every other error. */
gint64 cand_net_error_get_until (const GError *error);

/* Largest body read, in bytes, after decompression. */
#define CAND_NET_MAX_BYTES (32 * 1024 * 1024)

#define CAND_TYPE_NET (cand_net_get_type ())
G_DECLARE_FINAL_TYPE (CandNet, cand_net, CAND, NET, GObject)

/* @hosts is the value of CANDIDACY_HOSTS, or NULL: "HOST=http://127.0.0.1:PORT …" sends requests
 * for HOST there; while it is given, every other host is unreachable. One of blanks only is none.
 * Errors: CAND_NET_ERROR_BAD_HOST. */
CandNet *cand_net_new (const char *hosts, GError **error);

/* Requests to one host run one at a time, spaced as the request says. Retry-After is honoured up to
 * 30 s, once, then given up. To be called from the thread that made the session.
 * Errors: CAND_NET_ERROR_*, G_IO_ERROR_CANCELLED. */
void cand_net_send_async (CandNet *self,
                          CandRequest *request,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
CandResponse *cand_net_send_finish (CandNet *self, GAsyncResult *result, GError **error);

/* Divides every spacing and wait by @divisor, so that tests need not wait. */
void cand_net_set_haste (CandNet *self, guint divisor);

/* Milliseconds without any sign of life from the host, and for the whole answer once the request's
 * turn has come: 30 and 50 seconds unless set. Not divided by the haste. */
void cand_net_set_timeouts (CandNet *self, guint idle, guint total);
/* The second of them. */
guint cand_net_get_total_timeout (CandNet *self);

G_END_DECLS
