/* cand-application-page.h: the page on which one application is drafted
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/library/cand-library.h"

G_BEGIN_DECLS

/* Shows the form of an opened application, section by section, and how safely it is kept.
 *
 * Signals: "open-uri" (const char *): the employer's own page is to be opened;
 * "delete-requested": the draft is to be deleted; "form-requested": the employer's own form is to
 * be asked for again. */
#define CAND_TYPE_APPLICATION_PAGE (cand_application_page_get_type ())
G_DECLARE_FINAL_TYPE (
    CandApplicationPage, cand_application_page, CAND, APPLICATION_PAGE, AdwNavigationPage)

CandApplicationPage *cand_application_page_new (CandLibrary *library, CandApplication *application);

CandApplication *cand_application_page_get_application (CandApplicationPage *self);

/* What is shown beside the form where there is room, and over it where there is none; NULL for
 * nothing. It is scrolled here. */
void cand_application_page_set_posting (CandApplicationPage *self, GtkWidget *posting);

/* Marks every missing or wrong answer and moves the focus to the first one. FALSE when there is
 * none. */
gboolean cand_application_page_show_problems (CandApplicationPage *self);

G_END_DECLS
