/* cand-found-page.h: what an address or a text turned out to be, to follow it
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/library/cand-library.h"

G_BEGIN_DECLS

/* Signals: "chosen" (CandFound *): it is followed now, or was before and is to be opened. "found"
 * (CandFound *): another board that the page leads to. */
#define CAND_TYPE_FOUND_PAGE (cand_found_page_get_type ())
G_DECLARE_FINAL_TYPE (CandFoundPage, cand_found_page, CAND, FOUND_PAGE, AdwNavigationPage)

CandFoundPage *cand_found_page_new (CandLibrary *library, CandFound *found);

G_END_DECLS
