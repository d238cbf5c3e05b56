/* cand-profile-form.h: the profile as questions, so that the rows of a form edit it too
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-answer.h"
#include "cand-form.h"
#include "cand-profile.h"

G_BEGIN_DECLS

/* (transfer full): every part that is typed. A field has the name of its part; a list is a group,
 * whose fields have the names of the entries' members. The résumé's other parts and the files are
 * no questions. */
CandForm *cand_profile_form_new (void);

/* The part of a field of that form. */
CandProfilePart cand_profile_form_get_part (CandField *field);

/* Makes @answer, of a field of that form, and its part of @profile follow each other, until one of
 * them goes. */
void cand_profile_form_bind (CandProfile *profile, CandAnswer *answer);

/* What cannot be right about @text in a field of that form, or in one inside a group: (transfer
 * full) (nullable), a translated sentence. Besides what cand_answer_check() says. */
char *cand_profile_form_check (CandField *field, const char *text);

/* Where the profile has what the employer's @field asks for; FALSE for what no profile has. */
gboolean cand_profile_form_find_part (CandField *field, CandProfilePart *part);

G_END_DECLS
