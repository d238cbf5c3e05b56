/* cand-prepare-listed.h: what a board lists, made ready for the store
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "core/store/cand-store-positions.h"

G_BEGIN_DECLS

/* What takes time about listed positions, so that the transaction is short; may run in any thread.
 * (element-type CandListed) (transfer full); NULL when it was cancelled. @poor: it comes from the
 * other list. */
GPtrArray *cand_prepare_listed (GPtrArray *positions, gboolean poor, GCancellable *cancellable);

G_END_DECLS
