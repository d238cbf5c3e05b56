/* cand-profile-fill.h: which part of a profile answers a field of a form
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-field.h"
#include "cand-profile.h"

G_BEGIN_DECLS

/* What the profile has for @field, as CandAnswer:text has it; NULL where nothing fits, where the
 * profile says nothing of it, and always for a sensitive field and for files. (transfer full) */
char *cand_profile_dup_value (CandProfile *self, CandField *field);

/* Where the value for @field comes from: "E-mail from your profile", translated, static; NULL for a
 * field that no profile has a value for. */
const char *cand_profile_get_source (CandField *field);

G_END_DECLS
