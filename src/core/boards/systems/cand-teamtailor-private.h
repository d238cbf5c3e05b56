/* cand-teamtailor-private.h: what the files of Teamtailor share
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/boards/cand-board-system.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

extern const CandBoardSystem cand_teamtailor;

/* What an item's "_jobposting", a JobPosting of schema.org, says beside the item. */
void cand_teamtailor_read_posting (CandPosition *position, JsonObject *posting);

/* The organisation's name in it; NULL for none. (transfer full) */
char *cand_teamtailor_dup_organisation (JsonObject *posting);

G_END_DECLS
