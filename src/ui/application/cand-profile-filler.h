/* cand-profile-filler.h: fills all that is empty from the profile, when asked
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/library/cand-library.h"

G_BEGIN_DECLS

/* A row that comes and goes: with a button while the profile has something for questions without an
 * answer; while the profile is empty, with a hint at it, until the person closes that. */
#define CAND_TYPE_PROFILE_FILLER (cand_profile_filler_get_type ())
G_DECLARE_FINAL_TYPE (CandProfileFiller, cand_profile_filler, CAND, PROFILE_FILLER, AdwActionRow)

/* @application is open. */
GtkWidget *cand_profile_filler_new (CandLibrary *library, CandApplication *application);

G_END_DECLS
