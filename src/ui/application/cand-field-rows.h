/* cand-field-rows.h: the row for each type of field
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-field-row.h"

G_BEGIN_DECLS

/* The row that fits the answer's field; a type without one of its own gets a line of text.
 * @library and @application may be NULL. (transfer floating) */
CandFieldRow *
cand_field_row_new (CandLibrary *library, CandApplication *application, CandAnswer *answer);

G_END_DECLS
