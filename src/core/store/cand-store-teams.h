/* cand-store-teams.h: what the list of positions is divided by
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-connection.h"

G_BEGIN_DECLS

/* Position in a list of a programme's positions for those that have none. */
#define CAND_STORE_NO_PLACE 32767

/* The id of the team @name, made when missing. @programme: the programme whose group it is, at
 * @place in its order; 0 for a department. 0 on failure. */
gint64 cand_store_teams_ensure (
    CandConnection *connection, gint64 programme, gint64 place, const char *name, GError **error);

/* Ids of all teams in the order of the list: the programmes' groups, the newest programme first, in
 * their announcement's order; departments by name; the unknown one last.
 * (element-type gint64) (transfer full) */
GArray *cand_store_teams_list (CandConnection *connection, GError **error);

G_END_DECLS
