/* cand-date-row.h: a question that is answered with a date
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-field-row.h"

G_BEGIN_DECLS

#define CAND_TYPE_DATE_ROW (cand_date_row_get_type ())
G_DECLARE_FINAL_TYPE (CandDateRow, cand_date_row, CAND, DATE_ROW, CandFieldRow)

G_END_DECLS
