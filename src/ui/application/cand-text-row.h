/* cand-text-row.h: a question that is answered with a line of text or a number
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-field-row.h"

G_BEGIN_DECLS

#define CAND_TYPE_TEXT_ROW (cand_text_row_get_type ())
G_DECLARE_FINAL_TYPE (CandTextRow, cand_text_row, CAND, TEXT_ROW, CandFieldRow)

G_END_DECLS
