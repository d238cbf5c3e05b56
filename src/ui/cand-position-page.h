/* cand-position-page.h: one position: its facts, its text, and what to do with it
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/library/cand-library.h"

G_BEGIN_DECLS

/* Loads and follows the position with @key. Actions of its own: position.draft, .open, .copy-link,
 * .show-programme; drafting and programmes are the window's (win.draft, win.show-programme). */
#define CAND_TYPE_POSITION_PAGE (cand_position_page_get_type ())
G_DECLARE_FINAL_TYPE (CandPositionPage, cand_position_page, CAND, POSITION_PAGE, AdwNavigationPage)

/* Property "position" follows once it is loaded. */
CandPositionPage *cand_position_page_new (CandLibrary *library, const char *key);
const char *cand_position_page_get_key (CandPositionPage *self);

G_END_DECLS
