/* cand-net-error.h: what went wrong with a request, in one domain and in plain words
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <libsoup/soup.h>

#include "cand-net.h"

G_BEGIN_DECLS

/* What libsoup and GIO report as an error of ours that names @host; @in_body: the answer had begun.
 * A cancelled operation stays G_IO_ERROR_CANCELLED. (transfer full) */
GError *cand_net_error_from_cause (const char *host, const GError *cause, gboolean in_body);

/* A status that is no answer, other than a refusal. (transfer full) */
GError *cand_net_error_from_status (GUri *uri, guint status);

/* CAND_NET_ERROR_TOO_MANY; @until NULL where the host does not say. (transfer full) */
GError *cand_net_error_refused (const char *host, GDateTime *until);

/* Whether @status says that the host was asked too often: 429 (RFC 6585), or 503 with Retry-After.
 */
gboolean cand_net_is_refusal (guint status, SoupMessageHeaders *headers);

/* Retry-After, a number of seconds or an HTTP date (RFC 9110, 10.2.3), in seconds from now; -1
 * where it is missing or neither. */
gint64 cand_net_get_retry_after (SoupMessageHeaders *headers);

G_END_DECLS
