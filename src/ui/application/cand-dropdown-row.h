/* cand-dropdown-row.h: a question that is answered with one of many options
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-field-row.h"

G_BEGIN_DECLS

#define CAND_TYPE_DROPDOWN_ROW (cand_dropdown_row_get_type ())
G_DECLARE_FINAL_TYPE (CandDropdownRow, cand_dropdown_row, CAND, DROPDOWN_ROW, CandFieldRow)

G_END_DECLS
