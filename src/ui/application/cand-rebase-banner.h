/* cand-rebase-banner.h: tells that the form of a draft has changed
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/library/cand-library-rebase.h"

G_BEGIN_DECLS

/* Looks in the background whether the form of a draft is still what its board asks, and says so
 * where it is not. Nothing on the page is touched before the person reviewed it.
 *
 * Property "found" (gboolean): whether there is another form. Signal "used": the application is on
 * that one now, and its widgets have to be made again. */
#define CAND_TYPE_REBASE_BANNER (cand_rebase_banner_get_type ())
G_DECLARE_FINAL_TYPE (CandRebaseBanner, cand_rebase_banner, CAND, REBASE_BANNER, AdwBin)

/* Once, with an opened application; the first look is under way then. */
void cand_rebase_banner_set_draft (CandRebaseBanner *self,
                                   CandLibrary *library,
                                   CandApplication *application);
/* The person wants the board to be asked now, and to know what came of it. */
void cand_rebase_banner_check (CandRebaseBanner *self);
gboolean cand_rebase_banner_get_found (CandRebaseBanner *self);

G_END_DECLS
