/* cand-file-row.h: a question that is answered with a file
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-field-row.h"

G_BEGIN_DECLS

#define CAND_TYPE_FILE_ROW (cand_file_row_get_type ())
G_DECLARE_FINAL_TYPE (CandFileRow, cand_file_row, CAND, FILE_ROW, CandFieldRow)

/* As choosing or dropping it does: keeps a copy of @file, or says in the row why it cannot. */
void cand_file_row_attach (CandFileRow *self, GFile *file);

G_END_DECLS
