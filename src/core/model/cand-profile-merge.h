/* cand-profile-merge.h: takes what another profile says into one, replacing nothing
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-profile.h"

G_BEGIN_DECLS

/* What the other profile says and this one does not, or says otherwise: for asking. */
typedef struct
{
  CandProfilePart part;
  guint index;        /* lists: of the entry it would replace; where there is none, G_MAXUINT */
  char *present;      /* for reading; "" where the profile says nothing of it */
  char *offered;      /* for reading */
  CandProfile *other; /* (owned) private: what it would take from */
  guint other_index;
} CandProfileDifference;
void cand_profile_difference_free (CandProfileDifference *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandProfileDifference, cand_profile_difference_free)

/* Fills what is empty in @self: also the empty texts of entries that are about the same thing (the
 * same title and company, the same school and degree, the same label), and lists without an entry.
 * (element-type CandProfileDifference) (transfer full): the rest. *@filled (nullable) has the bits,
 * 1 << CandProfilePart, of what got something. */
GPtrArray *cand_profile_merge (CandProfile *self, CandProfile *other, guint *filled);

/* Takes what is offered: in place of what is there, or beside it where it is a further entry. To be
 * used once, and on the profile as it was left by the merging and by other differences: an entry
 * that was removed meanwhile is added again. */
void cand_profile_apply_difference (CandProfile *self, const CandProfileDifference *difference);

G_END_DECLS
