/* cand-aside-row.h: one answer that was set aside
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/library/cand-library-rebase.h"

G_BEGIN_DECLS

/* The earlier question, why its answer has no place, and the answer, to be copied or put into the
 * nearest question that nothing answers. It stays when it was put somewhere. */
#define CAND_TYPE_ASIDE_ROW (cand_aside_row_get_type ())
G_DECLARE_FINAL_TYPE (CandAsideRow, cand_aside_row, CAND, ASIDE_ROW, AdwPreferencesRow)

/* (transfer floating) */
CandAsideRow *
cand_aside_row_new (CandLibrary *library, CandApplication *application, CandAside *aside);

G_END_DECLS
