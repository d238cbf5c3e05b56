/* cand-workable.h: Workable
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-board-system.h"

G_BEGIN_DECLS

extern const CandBoardSystem cand_workable;

G_END_DECLS
