/* cand-multiple-row.h: a question that is answered with one or several options
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-field-row.h"

G_BEGIN_DECLS

#define CAND_TYPE_MULTIPLE_ROW (cand_multiple_row_get_type ())
G_DECLARE_FINAL_TYPE (CandMultipleRow, cand_multiple_row, CAND, MULTIPLE_ROW, CandFieldRow)

G_END_DECLS
