/* cand-earlier-offer.h: the way to what an answer said before
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-field-row.h"

G_BEGIN_DECLS

/* Below a question whose row has no button for it (all but paragraphs), offers the earlier versions
 * of the answer as soon as there are any. Does nothing for files and for what is part of a group.
 */
void cand_earlier_offer_attach (CandFieldRow *row, CandLibrary *library);

G_END_DECLS
