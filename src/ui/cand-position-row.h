/* cand-position-row.h: one position in the list
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/model/cand-position.h"

G_BEGIN_DECLS

/* Property "position". The row's accessible label says in one sentence what its parts show. */
#define CAND_TYPE_POSITION_ROW (cand_position_row_get_type ())
G_DECLARE_FINAL_TYPE (CandPositionRow, cand_position_row, CAND, POSITION_ROW, AdwBin)

/* Title, place, state and "new" of @position in one translated line. */
char *cand_position_row_describe (CandPosition *position);

G_END_DECLS
