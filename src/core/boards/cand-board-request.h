/* cand-board-request.h: requests as politely as boards are asked
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/model/cand-request.h"

G_BEGIN_DECLS

/* Milliseconds between two requests to one host, and after it refused one: of hosts that do not say
 * what they put up with. */
#define CAND_BOARD_SPACING 1000
#define CAND_BOARD_SPACING_AFTER_REFUSAL 5000

/* Spaced like that; for an answer of the media type @accept. (transfer full) */
CandRequest *cand_board_request_new (const char *method, const char *url, const char *accept);
/* A GET for JSON. (transfer full) */
CandRequest *cand_board_request_new_json (const char *url);

G_END_DECLS
