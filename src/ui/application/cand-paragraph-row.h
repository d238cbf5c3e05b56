/* cand-paragraph-row.h: a question that is answered at length
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-field-row.h"

G_BEGIN_DECLS

#define CAND_TYPE_PARAGRAPH_ROW (cand_paragraph_row_get_type ())
G_DECLARE_FINAL_TYPE (CandParagraphRow, cand_paragraph_row, CAND, PARAGRAPH_ROW, CandFieldRow)

G_END_DECLS
