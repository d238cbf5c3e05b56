/* cand-store-search.h: the full-text index of positions
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-connection.h"

G_BEGIN_DECLS

/* What a person typed as an FTS5 expression: every word as it stands, whatever it is made of, the
 * last one as a beginning. NULL when there is no word in it. */
char *cand_store_search_expression (const char *typed);

/* Reads one position, several, or all of a board, and indexes them anew. */
gboolean
cand_store_search_index_position (CandConnection *connection, gint64 position, GError **error);
/* Many at once, (element-type gint64): a statement for each would make FTS5 write a segment for
 * each, and that is most of what indexing takes. */
gboolean
cand_store_search_index_positions (CandConnection *connection, GArray *positions, GError **error);
gboolean cand_store_search_index_board (CandConnection *connection, gint64 board, GError **error);

G_END_DECLS
