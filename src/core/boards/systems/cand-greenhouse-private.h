/* cand-greenhouse-private.h: what the files of Greenhouse share
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/boards/cand-board-system.h"
#include "core/boards/cand-json.h"

G_BEGIN_DECLS

extern const CandBoardSystem cand_greenhouse;

/* The board's token, which is what Greenhouse knows an account by. */
const char *cand_greenhouse_get_token (const char *account);

CandListing *
cand_greenhouse_parse_list (const char *account, const char *page, GBytes *body, GError **error);
CandPosition *cand_greenhouse_parse_position (const char *account,
                                              const char *code,
                                              GBytes *body,
                                              GError **error);
CandForm *cand_greenhouse_parse_form (GBytes *body, GError **error);

G_END_DECLS
