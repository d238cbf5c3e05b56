/* cand-profile-page.h: what the person types once and uses in every form
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/library/cand-library.h"

G_BEGIN_DECLS

#define CAND_TYPE_PROFILE_PAGE (cand_profile_page_get_type ())
G_DECLARE_FINAL_TYPE (CandProfilePage, cand_profile_page, CAND, PROFILE_PAGE, AdwNavigationPage)

CandProfilePage *cand_profile_page_new (CandLibrary *library);

/* Gives the focus to the row of a part that is typed, once the page is shown. */
void cand_profile_page_enter (CandProfilePage *self, CandProfilePart part);

G_END_DECLS
