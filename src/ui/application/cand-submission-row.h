/* cand-submission-row.h: how far the short submission is
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/model/cand-application.h"

G_BEGIN_DECLS

/* Its state, where it is handed in ("application.open" of the page around it), and the check that
 * is its entry on the checklist. */
#define CAND_TYPE_SUBMISSION_ROW (cand_submission_row_get_type ())
G_DECLARE_FINAL_TYPE (CandSubmissionRow, cand_submission_row, CAND, SUBMISSION_ROW, AdwActionRow)

/* @application is opened, and its form ends with a short submission. */
GtkWidget *cand_submission_row_new (CandApplication *application);

G_END_DECLS
