/* cand-reuse-offer.h: offers earlier answers below a question
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-field-row.h"

G_BEGIN_DECLS

/* Once the row is shown, looks for earlier answers to the same question or a similar one, and
 * offers them below it; and says there when the same employer has already read what is written.
 * Does nothing for a question that takes no text, asks for something sensitive, or is part of a
 * group. */
void cand_reuse_offer_attach (CandFieldRow *row, CandLibrary *library);

G_END_DECLS
