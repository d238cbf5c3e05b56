/* cand-store-revisions.h: every distinct content of a position
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-connection.h"

G_BEGIN_DECLS

/* To be called inside the transaction that replaces a position's content, before it does: keeps the
 * content that the row has, under its digest, and makes @digest the present one, first seen @now
 * unless it was known before. The number of distinct contents, or 0 on failure. */
guint cand_store_revisions_turn (
    CandConnection *connection, gint64 position, const char *digest, gint64 now, GError **error);

/* The first content of a position. */
gboolean cand_store_revisions_begin (
    CandConnection *connection, gint64 position, const char *digest, gint64 now, GError **error);

/* The digest of the present content, (transfer full): "" where there is none; NULL on failure. */
char *
cand_store_revisions_get_present (CandConnection *connection, gint64 position, GError **error);

/* More of the present content became known, which makes it no other one. */
gboolean cand_store_revisions_complete (CandConnection *connection,
                                        gint64 position,
                                        const char *digest,
                                        GError **error);

G_END_DECLS
