/* cand-intake-text.h: what is kept of a programme, made of what was read
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/model/cand-programme.h"

G_BEGIN_DECLS

/* All for any thread, with another programme (transfer full) as the answer. Errors:
 * CAND_MODEL_ERROR_*. */

/* @reading under the name and the address that @known has. Of a programme that ships, only what is
 * introduced and the date follow the page. */
CandProgramme *
cand_intake_rebase (CandProgramme *known, CandProgramme *reading, gboolean shipped, GError **error);
/* All that it said, but for what it introduced. */
CandProgramme *cand_intake_without_entries (CandProgramme *known, GError **error);
CandProgramme *cand_intake_with_name (CandProgramme *programme, const char *name, GError **error);
/* The same with some @keys (element-type guint utf8) of positions by their place. */
CandProgramme *cand_intake_with_keys (CandProgramme *programme, GHashTable *keys, GError **error);

G_END_DECLS
