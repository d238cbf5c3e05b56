/* cand-own-host.h: systems whose boards also run under the organisation's own host
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Such a system's account is a single label, "acme", for a host under the system's own domain, or a
 * whole host, which has dots: "jobs.acme.com". */

/* The host of a page as an account; NULL where it could not be one: an address in figures, one
 * without a dot, another port. (transfer full) */
char *cand_own_host_dup_account (GUri *uri);

/* What claim_page answers: the page's host, when the page loads something (a script, a style sheet,
 * a frame) from @assets, a domain of the system, or a host below it, other than @widgets: what
 * anybody may put on a page of theirs to list their positions there. NULL for any other page, and
 * for one that is not at an ordinary https address. (transfer full) */
char *cand_own_host_claim (GUri *uri, const char *html, const char *assets, const char *widgets);

/* "acme.example.com" for the @account "acme" and the @suffix ".example.com"; the account itself
 * when it is a host. (transfer full) */
char *cand_own_host_of_account (const char *account, const char *suffix);

G_END_DECLS
