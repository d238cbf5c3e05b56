/* cand-net-uri.h: which addresses are asked, and where a redirect leads
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-net-hosts.h"
#include "cand-net.h"

G_BEGIN_DECLS

/* @url as something that may be asked: whole, https, on no local network, without a user's name.
 * (transfer full). Errors: CAND_NET_ERROR_UNREACHABLE. */
GUri *cand_net_uri_parse (const char *url, GError **error);

/* Where @location, a redirect's header, leads from @uri; @hosts may be NULL. (transfer full).
 * Errors: CAND_NET_ERROR_REDIRECT where that may not be asked. */
GUri *cand_net_uri_follow (GUri *uri, const char *location, CandNetHosts *hosts, GError **error);

G_END_DECLS
