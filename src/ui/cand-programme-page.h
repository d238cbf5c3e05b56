/* cand-programme-page.h: an announcement: what it says, and the positions it introduces
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/library/cand-library.h"

G_BEGIN_DECLS

#define CAND_TYPE_PROGRAMME_PAGE (cand_programme_page_get_type ())
G_DECLARE_FINAL_TYPE (
    CandProgrammePage, cand_programme_page, CAND, PROGRAMME_PAGE, AdwNavigationPage)

/* Follows the programme when it is read again. */
CandProgrammePage *cand_programme_page_new (CandLibrary *library, CandProgramme *programme);
CandProgramme *cand_programme_page_get_programme (CandProgrammePage *self);

G_END_DECLS
