/* cand-store-error-private.h: how the store turns failures into CandStoreError
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-store-error.h"

G_BEGIN_DECLS

/* @result: an SQLite result code, extended or not; @system_error: errno behind it, or 0. */
CandStoreError cand_store_error_from_sqlite (int result, int system_error);
void cand_store_set_error_from_errno (GError **error, int system_error, const char *doing);

G_END_DECLS
