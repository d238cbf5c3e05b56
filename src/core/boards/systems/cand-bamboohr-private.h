/* cand-bamboohr-private.h: what the files of BambooHR share
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/boards/cand-board-system.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

extern const CandBoardSystem cand_bamboohr;

/* "result" of the answer about one opening. NULL with MALFORMED. (transfer full) */
JsonObject *cand_bamboohr_parse_result (GBytes *body, GError **error);

/* An id, which is a number or a string of digits; NULL for none. (transfer full) */
char *cand_bamboohr_dup_id (JsonObject *object);

CandForm *cand_bamboohr_parse_form (GBytes *body, GError **error);

G_END_DECLS
