/* cand-boolean-row.h: a question that is answered with yes or no
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-field-row.h"

G_BEGIN_DECLS

#define CAND_TYPE_BOOLEAN_ROW (cand_boolean_row_get_type ())
G_DECLARE_FINAL_TYPE (CandBooleanRow, cand_boolean_row, CAND, BOOLEAN_ROW, CandFieldRow)

G_END_DECLS
