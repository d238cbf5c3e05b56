/* cand-address.h: what an address that a person pasted names
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Strings NULL where the address does not say; free with cand_address_free. At least one of account
 * and code is there. */
typedef struct
{
  const char *system; /* static: the system's id */
  char *account;
  char *code;
} CandAddress;
void cand_address_free (CandAddress *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandAddress, cand_address_free)

/* What a pasted address (scheme may be missing) names, going by the address alone.
 * Errors: CAND_BOARD_ERROR_NOT_A_BOARD. */
CandAddress *cand_address_parse (const char *address, GError **error);

/* The pasted address as an absolute http or https one, its path and query still encoded; NULL when
 * it is none. (transfer full) */
GUri *cand_address_to_uri (const char *address);

/* What systems need to tell their addresses. */

/* The host in lower case without a dot at its end. (transfer full) */
char *cand_address_dup_host (GUri *uri);
/* The path's parts without the empty ones, decoded; a part that cannot be decoded, or holds "/" or
 * NUL then, ends the list. (transfer full) */
GStrv cand_address_split_path (GUri *uri);
/* One parameter of the query, decoded; NULL when it is not there or empty. (transfer full) */
char *cand_address_dup_parameter (GUri *uri, const char *name);
/* "acme" for the host "acme.example.com" and the @suffix ".example.com"; NULL for another host, and
 * where more than one label comes before the suffix. (transfer full) */
char *cand_address_dup_label (const char *host, const char *suffix);
/* A letter or digit, then those, "-", "_" and what is in @more ("."), at most @max_length bytes. */
gboolean cand_address_is_word (const char *text, const char *more, gsize max_length);
/* 8-4-4-4-12 hexadecimal digits. */
gboolean cand_address_is_uuid (const char *text);
/* Digits only, at most 20. */
gboolean cand_address_is_number (const char *text);
/* The address without the parameters that only tell who sent the visitor (utm_source, ref, gh_src,
 * lever-source, fbclid …); NULL when it is not http or https. (transfer full) */
char *cand_address_strip_tracking (const char *address);

G_END_DECLS
