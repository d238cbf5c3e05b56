/* cand-recruitee-private.h: what the files of Recruitee share
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/boards/cand-board-system.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

extern const CandBoardSystem cand_recruitee;

#define CAND_RECRUITEE_MAX_SLUG 255

/* A text of an offer, of one of its questions or choices: in the board's own language, which stands
 * beside the translations; where it is missing there, in the first language that has it. Belongs to
 * @object; NULL for none. */
const char *cand_recruitee_get_text (JsonObject *object, const char *name);

/* The number of an offer, of a question or a choice; NULL where there is none. (transfer full) */
char *cand_recruitee_dup_id (JsonObject *object);

/* An offer's slug in lower case, as it stands in the addresses of the offer; its number where it
 * has none; NULL for neither. (transfer full) */
char *cand_recruitee_dup_code (JsonObject *offer);

/* Offers that are drafts, or closed, are given out as well in some answers. */
gboolean cand_recruitee_is_published (JsonObject *offer);

/* The offer in the answer about one. NULL with MALFORMED or NO_POSITION. (transfer full) */
JsonObject *cand_recruitee_parse_offer (GBytes *body, GError **error);

/* What an offer says; NULL when it has no code or no title. (transfer full) */
CandPosition *cand_recruitee_read_offer (const char *account, JsonObject *offer);

/* The organisation's name in it; NULL for none. (transfer full) */
char *cand_recruitee_dup_company (JsonObject *offer);

CandForm *cand_recruitee_parse_form (GBytes *body, GError **error);

G_END_DECLS
