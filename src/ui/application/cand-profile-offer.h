/* cand-profile-offer.h: offers what the profile has for a question
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-field-row.h"

G_BEGIN_DECLS

/* Below a question without an answer, offers what the profile of @library has for it, and fills it
 * in when that is pressed; below one that has it, says where it comes from, with a way to change it
 * there ("win.change-profile"). Nothing for a question that no profile answers, and never anything
 * for a sensitive one. @library may be NULL, as in tests of rows alone. */
void cand_profile_offer_attach (CandFieldRow *row, CandLibrary *library);

/* Whether an answer that is not there can be taken from the profile: (transfer full) (nullable),
 * the text. NULL for files, of which a person chooses. */
char *cand_profile_offer_dup_value (CandAnswer *answer, CandProfile *profile);

G_END_DECLS
