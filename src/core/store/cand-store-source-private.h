/* cand-store-source-private.h: what boards, programmes and blogs have in common on disk
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-statement.h"

G_BEGIN_DECLS

/* A source has the columns followed, unfollowed, checked, reason, error_domain and error_code. */

/* "UPDATE …" with this first, and one more parameter: @key. @found: whether that met a row. */
#define CAND_SOURCE_SET_FOLLOWED                                                                   \
  "SET followed = ?1, unfollowed = CASE WHEN ?1 = 1 THEN 0 WHEN unfollowed = 0 THEN ?2 "           \
  "ELSE unfollowed END "
gboolean cand_store_source_set_followed (CandConnection *connection,
                                         const char *sql,
                                         const char *key,
                                         gboolean followed,
                                         gint64 now,
                                         gboolean *found,
                                         GError **error);

/* "UPDATE …" with this first, and one more parameter: @id. */
#define CAND_SOURCE_SET_FAILED "SET reason = ?1, error_domain = ?2, error_code = ?3, checked = ?4 "
gboolean cand_store_source_set_failed (CandConnection *connection,
                                       const char *sql,
                                       gint64 id,
                                       const GError *why,
                                       gint64 now,
                                       GError **error);

/* Reason, domain and code from @column on: (transfer full) (nullable). */
GError *cand_store_source_read_error (CandStatement *row, int column);

G_END_DECLS
