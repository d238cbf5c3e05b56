/* cand-group-row.h: a question that is answered with entries of several fields each
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-field-row.h"

G_BEGIN_DECLS

#define CAND_TYPE_GROUP_ROW (cand_group_row_get_type ())
G_DECLARE_FINAL_TYPE (CandGroupRow, cand_group_row, CAND, GROUP_ROW, CandFieldRow)

G_END_DECLS
