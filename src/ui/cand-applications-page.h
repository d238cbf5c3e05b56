/* cand-applications-page.h: the list of all applications
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/library/cand-library.h"

G_BEGIN_DECLS

/* Signal "application-chosen" (const char *position_key). */
#define CAND_TYPE_APPLICATIONS_PAGE (cand_applications_page_get_type ())
G_DECLARE_FINAL_TYPE (
    CandApplicationsPage, cand_applications_page, CAND, APPLICATIONS_PAGE, AdwNavigationPage)

void cand_applications_page_set_library (CandApplicationsPage *self, CandLibrary *library);

G_END_DECLS
