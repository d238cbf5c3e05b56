/* cand-alternative.h: another way to answer a question, below it
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-field-row.h"

G_BEGIN_DECLS

#define CAND_TYPE_ALTERNATIVE (cand_alternative_get_type ())
G_DECLARE_FINAL_TYPE (CandAlternative, cand_alternative, CAND, ALTERNATIVE, AdwBin)

/* Whether @answer is drawn below the question that it is another way to answer. */
gboolean cand_alternative_is_one (CandApplication *application, CandAnswer *answer);

/* Puts @other below @row: folded until it has an answer, or the person asks for it. */
void cand_alternative_attach (CandFieldRow *row, CandFieldRow *other);

G_END_DECLS
