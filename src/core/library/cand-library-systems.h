/* cand-library-systems.h: what a followed board is read with
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/model/cand-board.h"

G_BEGIN_DECLS

/* "Greenhouse"; the system's id where it is not known any more. Belongs to @board or is static. */
const char *cand_library_get_system_name (CandBoard *board);
/* Its host asks robots to stay away: it is read when the person asks, never in the background. */
gboolean cand_library_is_only_when_asked (CandBoard *board);

G_END_DECLS
