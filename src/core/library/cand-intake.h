/* cand-intake.h: takes in the programmes that ship with the program
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/store/cand-connection.h"

G_BEGIN_DECLS

/* Each one once: its board is followed, its positions announced. What a person did with it since
 * then (unfollowed it, say) stays; only its text follows a newer one that ships. Writes nothing
 * when nothing is to be done. Errors: CAND_STORE_ERROR_*. */
gboolean cand_intake_shipped (CandConnection *connection, gint64 now, GError **error);

G_END_DECLS
