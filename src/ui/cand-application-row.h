/* cand-application-row.h: one application in the list
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/model/cand-application.h"

G_BEGIN_DECLS

/* Property "application". */
#define CAND_TYPE_APPLICATION_ROW (cand_application_row_get_type ())
G_DECLARE_FINAL_TYPE (CandApplicationRow, cand_application_row, CAND, APPLICATION_ROW, AdwBin)

/* Title, organisation, status and progress of @application in one translated line. */
char *cand_application_row_describe (CandApplication *application);

G_END_DECLS
