/* cand-positions-page.h: the list of positions: search, sections by team, refresh
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/library/cand-library.h"

G_BEGIN_DECLS

/* Signals: "position-chosen" (const char *key, gboolean open): the person moved to a position;
 * @open when they activated it, so that a narrow window goes there. "retry": the banner's button.
 */
#define CAND_TYPE_POSITIONS_PAGE (cand_positions_page_get_type ())
G_DECLARE_FINAL_TYPE (
    CandPositionsPage, cand_positions_page, CAND, POSITIONS_PAGE, AdwNavigationPage)

void cand_positions_page_set_library (CandPositionsPage *self, CandLibrary *library);

/* Shows the positions of @query (its search is the page's own), under @title. @view is the name of
 * the view: a board or a programme has a menu here too. */
void cand_positions_page_show (CandPositionsPage *self,
                               const char *view,
                               const CandQuery *query,
                               const char *title);

/* Typing anywhere in @widget searches here. */
void cand_positions_page_capture_keys (CandPositionsPage *self, GtkWidget *widget);
void cand_positions_page_search (CandPositionsPage *self);

/* Selects the row of the position @id when, and as soon as, the list has it; never emits
 * "position-chosen". 0 unselects. */
void cand_positions_page_select (CandPositionsPage *self, gint64 id);
/* One click or Enter goes to the position, as on a phone. */
void cand_positions_page_set_narrow (CandPositionsPage *self, gboolean narrow);

/* A lasting state above the list; NULL takes it away. With @retry it has a button. */
void cand_positions_page_set_banner (CandPositionsPage *self, const char *text, gboolean retry);
/* Instead of the list: the library could not be opened. */
void cand_positions_page_set_error (CandPositionsPage *self, const GError *error);

G_END_DECLS
