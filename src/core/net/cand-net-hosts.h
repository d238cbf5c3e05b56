/* cand-net-hosts.h: what CANDIDACY_HOSTS says: which hosts are played by a server on this machine
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _CandNetHosts CandNetHosts;

/* "HOST=http://127.0.0.1:PORT …": entries divided by blanks, each with an http or https address of
 * this machine (127.0.0.0/8, ::1 or localhost) and nothing after its port. The last entry of a host
 * counts. Errors: CAND_NET_ERROR_BAD_HOST, naming the entry. */
CandNetHosts *cand_net_hosts_new (const char *text, GError **error);
void cand_net_hosts_free (CandNetHosts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandNetHosts, cand_net_hosts_free)

/* Where a request for @uri really goes. (transfer full).
 * Errors: CAND_NET_ERROR_UNREACHABLE for a host that has no entry. */
GUri *cand_net_hosts_substitute (CandNetHosts *self, GUri *uri, GError **error);

/* The other way: the public address that @uri, an address of this machine, stands for; where
 * several hosts are played there, @preferred is taken if it is one of them. (transfer full)
 * (nullable) */
GUri *cand_net_hosts_restore (CandNetHosts *self, GUri *uri, const char *preferred);

G_END_DECLS
