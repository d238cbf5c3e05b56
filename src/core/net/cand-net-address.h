/* cand-net-address.h: which addresses lie on the caller's own machine or network
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Loopback, private, link-local, shared, multicast, unspecified, and IPv6 forms of those
 * (RFC 6890). */
gboolean cand_net_address_is_local (GInetAddress *address);

/* The same for a host as written in an address: also "localhost", names without a dot, names that
 * only a local network knows (RFC 6761, RFC 6762, RFC 8375), and numbers in any notation. Nothing
 * is looked up. */
gboolean cand_net_host_is_local (const char *host);

G_END_DECLS
