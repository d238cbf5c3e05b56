/* cand-store-positions.h: positions on disk
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-connection.h"
#include "core/model/cand-position.h"
#include "core/model/cand-programme.h"

G_BEGIN_DECLS

/* What the digest begins with where it is of a board's other list, which says less: that one tells
 * what is open, but nothing of the content that the usual list gave. */
#define CAND_STORE_POOR '~'

/* One position as its board lists it, with what takes time to find out. */
typedef struct
{
  CandPosition *position; /* (owned) */
  char *digest;
  char *plain; /* the words of its description */
} CandListed;
void cand_listed_free (CandListed *self);

/* What deciding about a stored position needs. */
typedef struct
{
  gint64 id;
  char *code;
  char *digest;  /* "" while its board never listed it */
  char *updated; /* (nullable) */
  CandPositionState state;
  gint64 missing_since;
  gboolean absent; /* from the last answer that told anything of it */
} CandStoredPosition;

/* (element-type CandStoredPosition) (transfer full) */
GArray *cand_store_positions_stored (CandConnection *connection, gint64 board, GError **error);

/* The two that follow leave the search index to cand_store_search_index_positions.
 *
 * A position the board lists for the first time; its row id, 0 on failure. */
gint64 cand_store_positions_insert (CandConnection *connection,
                                    gint64 board,
                                    const CandListed *listed,
                                    gint64 now,
                                    gboolean is_new,
                                    GError **error);
/* New content for a known one, which is open thereby; a programme's team, summary and place stay,
 * and what only the position's own page says. */
gboolean cand_store_positions_update (
    CandConnection *connection, gint64 id, const CandListed *listed, gint64 now, GError **error);
/* The content it had, and the employer touched it nevertheless. */
gboolean cand_store_positions_set_updated (CandConnection *connection,
                                           gint64 id,
                                           const char *updated,
                                           GError **error);
/* Listed again with the content it had. */
gboolean cand_store_positions_reopen (CandConnection *connection, gint64 id, GError **error);
/* Lacking in a good answer since @since (0: the answer was not complete, nothing follows from it);
 * it was last confirmed @confirmed. */
gboolean cand_store_positions_set_missing (
    CandConnection *connection, gint64 id, gint64 since, gint64 confirmed, GError **error);
gboolean cand_store_positions_close (CandConnection *connection, gint64 id, GError **error);

/* The position that entry @place of @programme names; made when the board never listed it. */
gboolean cand_store_positions_announce (CandConnection *connection,
                                        gint64 board,
                                        CandProgramme *programme,
                                        guint place,
                                        const char *code,
                                        const char *application_url,
                                        gint64 now,
                                        GError **error);

/* Row id of "system:account:code"; 0 with no error set when there is none. */
gint64 cand_store_positions_find (CandConnection *connection, const char *key, GError **error);
/* The key of the one position of @system with that code, (transfer full); NULL with no error set
 * when there is none, or more than one. */
char *cand_store_positions_find_code (CandConnection *connection,
                                      const char *system,
                                      const char *code,
                                      GError **error);

/* (element-type utf8) (transfer full): keys and addresses in turn, of positions (of @board, a key,
 * or NULL for any) with an address in which @part occurs. */
GPtrArray *cand_store_positions_list_urls (CandConnection *connection,
                                           const char *board,
                                           const char *part,
                                           GError **error);

/* What its own page said, beside what the board's list says. */
gboolean cand_store_positions_set_page (CandConnection *connection,
                                        gint64 id,
                                        CandPosition *page,
                                        const char *plain,
                                        gint64 now,
                                        GError **error);
/* Whether a position's own page is worth reading. */
typedef struct
{
  gint64 id; /* 0: there is no such position */
  CandPositionState state;
  gint64 read;       /* when it was; 0 for never */
  gint64 board_read; /* when its board was; 0 for never */
  gboolean has_text;
} CandPageState;
gboolean cand_store_positions_look_up_page (CandConnection *connection,
                                            const char *key,
                                            CandPageState *state,
                                            GError **error);

/* With what a row shows; NULL with no error set when there is none. */
CandPosition *cand_store_positions_load_row (CandConnection *connection, gint64 id, GError **error);
/* With everything. */
CandPosition *cand_store_positions_load (CandConnection *connection, gint64 id, GError **error);

gboolean cand_store_positions_set_seen (CandConnection *connection, gint64 id, GError **error);
gboolean cand_store_positions_set_starred (CandConnection *connection,
                                           gint64 id,
                                           gboolean starred,
                                           GError **error);

G_END_DECLS
