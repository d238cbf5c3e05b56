/* cand-application-summary.h: what stands above the form: how far it is, and what else there is to
 * do
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/model/cand-application.h"

G_BEGIN_DECLS

/* Its buttons call the actions "application.check" and "application.open" of the page around it. */
#define CAND_TYPE_APPLICATION_SUMMARY (cand_application_summary_get_type ())
G_DECLARE_FINAL_TYPE (
    CandApplicationSummary, cand_application_summary, CAND, APPLICATION_SUMMARY, AdwBin)

/* Once, with an opened application. */
void cand_application_summary_set_application (CandApplicationSummary *self,
                                               CandApplication *application);

/* Something more that can be done for the whole application. */
void cand_application_summary_add_row (CandApplicationSummary *self, GtkWidget *row);

G_END_DECLS
