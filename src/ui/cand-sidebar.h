/* cand-sidebar.h: the views of the window: positions by mark, applications, boards, programmes
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/library/cand-library.h"

G_BEGIN_DECLS

/* Property "selected": the view's name ("all", "applications", "board:workable:huggingface", …).
 * Signals: "activated": the person chose the row, also when it was selected already.
 * "offer-chosen" (CandOffer *): they want to look at an announcement that a blog offers; the
 * selected view stays. */
#define CAND_TYPE_SIDEBAR (cand_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (CandSidebar, cand_sidebar, CAND, SIDEBAR, AdwBin)

void cand_sidebar_set_library (CandSidebar *self, CandLibrary *library);

const char *cand_sidebar_get_selected (CandSidebar *self);
/* The title that the selected view's page wears. */
const char *cand_sidebar_get_selected_title (CandSidebar *self);
/* FALSE when there is no such view (yet). */
gboolean cand_sidebar_select (CandSidebar *self, const char *view);

/* Moves the focus to the selected view, where the sidebar is in sight. */
void cand_sidebar_focus (CandSidebar *self);

/* Pops the main menu up. */
void cand_sidebar_open_menu (CandSidebar *self);

G_END_DECLS
