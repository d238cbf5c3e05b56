/* cand-ashby-private.h: what the files of Ashby share
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/boards/cand-board-system.h"
#include "core/boards/cand-json.h"

G_BEGIN_DECLS

extern const CandBoardSystem cand_ashby;

/* Said, and said to be false. */
gboolean cand_ashby_is_false (JsonObject *object, const char *name);

CandRequest *cand_ashby_form_request (const char *account, const char *code);
CandForm *cand_ashby_parse_form (GBytes *body, GError **error);

G_END_DECLS
