/* cand-found-private.h: making what an address or a text turned out to be
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-found.h"
#include "cand-read-board.h"
#include "core/boards/programme/cand-feed.h"

G_BEGIN_DECLS

/* Takes @answer, which is whole (not "same"), read at @when, in seconds since the epoch. */
CandFound *cand_found_new_board (const CandBoardSystem *system,
                                 const char *account,
                                 CandBoardAnswer *answer,
                                 gint64 when);
/* @response (nullable): what it was read from; NULL for a text without an address. The boards are
 * those of its positions. */
CandFound *cand_found_new_programme (CandProgramme *programme, CandResponse *response);
/* @url is the feed's. Takes @feed. */
CandFound *cand_found_new_blog (const char *url, CandFeed *feed, CandResponse *response);

/* The name that it is followed by, which may be another than it was found with: once it is. */
void cand_found_set_key (CandFound *self, const char *key);
/* To be called before it is handed out. */
void cand_found_set_followed (CandFound *self, gboolean followed);
/* The position that the address named. */
void cand_found_set_position (CandFound *self, const char *key, gboolean listed);
/* A further board that it leads to, each once; nothing where the system has no page for it. */
void cand_found_add_board (CandFound *self, const char *system, const char *account);

/* NULL where it is of another kind. */
const CandBoardAnswer *cand_found_get_answer (CandFound *self);
const CandFeed *cand_found_get_feed (CandFound *self);
CandResponse *cand_found_get_response (CandFound *self);
/* When the board was read. */
gint64 cand_found_get_when (CandFound *self);

G_END_DECLS
