/* cand-hub-offer.h: asks the Hugging Face Hub about what an answer names there
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-field-row.h"

G_BEGIN_DECLS

/* Below the Hub's user name, a button that asks whether it exists; below any other text that has
 * links to the Hub, one that asks about each of these. Nothing is asked unless it is pressed, and
 * what was answered goes with the next change of the text. Once for each row. */
void cand_hub_offer_attach (CandFieldRow *row);

G_END_DECLS
