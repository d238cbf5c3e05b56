/* cand-found.h: what an address or a text turned out to be, before anything is followed
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/model/cand-position.h"
#include "core/model/cand-programme.h"

G_BEGIN_DECLS

/**
 * CandFoundKind:
 * @CAND_FOUND_BOARD: a board, or one position of it
 * @CAND_FOUND_PROGRAMME: an announcement that introduces positions
 * @CAND_FOUND_BLOG: the feed of a blog
 */
typedef enum
{
  CAND_FOUND_BOARD,
  CAND_FOUND_PROGRAMME,
  CAND_FOUND_BLOG,
} CandFoundKind;

/* Made by cand_library_find_async and cand_library_read_announcement_async; nothing of it is in the
 * store until cand_library_follow_async. Never changes. Strings belong to it. */
#define CAND_TYPE_FOUND (cand_found_get_type ())
G_DECLARE_FINAL_TYPE (CandFound, cand_found, CAND, FOUND, GObject)

CandFoundKind cand_found_get_kind (CandFound *self);
/* Board: "greenhouse:acme". Programme: its name. Blog: the feed's address. */
const char *cand_found_get_key (CandFound *self);
/* The organisation's name (the account where the board says none); the title of an announcement or
 * a blog. */
const char *cand_found_get_name (CandFound *self);
/* Board: "Greenhouse"; "" for the others. */
const char *cand_found_get_system_name (CandFound *self);
/* For the browser; "" for a text without an address. */
const char *cand_found_get_url (CandFound *self);
/* Whether it is followed already. */
gboolean cand_found_get_followed (CandFound *self);

/* Board: (element-type CandPosition) what it lists, open ones, in its order. NULL for the others.
 */
GListModel *cand_found_get_positions (CandFound *self);
/* Entries of the board's answer that could not be read. */
guint cand_found_get_skipped (CandFound *self);
/* Board: the key of the position that the address named; NULL where it named none. */
const char *cand_found_get_position_key (CandFound *self);
/* Whether that position is among those listed. */
gboolean cand_found_get_position_listed (CandFound *self);
/* Nothing is open, and the system answers the same for an account that does not exist. */
gboolean cand_found_get_vague (CandFound *self);
/* Its host asks robots to stay away: it is read when the person asks, never in the background. */
gboolean cand_found_get_only_when_asked (CandFound *self);

/* Programme: what was read; NULL for the others. */
CandProgramme *cand_found_get_programme (CandFound *self);

/* Addresses of boards that the page leads to as well, for cand_library_find_async; never NULL. */
const char *const *cand_found_get_boards (CandFound *self);

G_END_DECLS
