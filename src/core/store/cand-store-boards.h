/* cand-store-boards.h: boards on disk
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-connection.h"
#include "core/model/cand-board.h"

G_BEGIN_DECLS

/* What deciding about an answer needs. */
typedef struct
{
  gint64 id;
  char *name;
  CandBoardState state;
  gint64 confirmed;     /* when the last good answer came; 0 for never */
  char *etag;           /* (nullable) of it */
  char *last_modified;  /* (nullable) of it */
  char *digest;         /* (nullable) of its bytes */
  guint skipped;        /* entries of it that could not be read */
  gint64 suspect_since; /* 0 while no answer is doubted */
  GStrv suspect_codes;  /* that the doubted answer listed */
} CandStoredBoard;
void cand_stored_board_free (CandStoredBoard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandStoredBoard, cand_stored_board_free)

/* What a good answer leaves behind. Strings nullable. */
typedef struct
{
  const char *name;
  const char *etag;
  const char *last_modified;
  const char *digest;
  guint skipped;
  const char *reason; /* NULL when nothing is to be said */
} CandBoardReading;

/* The board's row id, made when missing (not followed unless asked for); 0 on failure. */
gint64 cand_store_boards_ensure (CandConnection *connection,
                                 const char *key,
                                 const char *name,
                                 const char *url,
                                 gboolean follow,
                                 GError **error);
/* Follows it or not, from now on; *@found is FALSE for a board that nobody ever followed. */
gboolean cand_store_boards_set_followed (CandConnection *connection,
                                         const char *key,
                                         gboolean followed,
                                         gint64 now,
                                         gboolean *found,
                                         GError **error);
/* Deletes those that are not followed and have no position (any more). */
gboolean cand_store_boards_purge (CandConnection *connection, GError **error);
/* (element-type CandBoard) (transfer full): the followed ones, in the order they came. */
GPtrArray *cand_store_boards_list (CandConnection *connection, GError **error);
/* One of them, with its counts; NULL with no error set when there is none. */
CandBoard *cand_store_boards_load (CandConnection *connection, const char *key, GError **error);
CandStoredBoard *
cand_store_boards_stored (CandConnection *connection, const char *key, GError **error);

gboolean cand_store_boards_set_read (CandConnection *connection,
                                     gint64 id,
                                     const CandBoardReading *reading,
                                     gint64 now,
                                     GError **error);
gboolean cand_store_boards_set_suspect (CandConnection *connection,
                                        gint64 id,
                                        gint64 since,
                                        const char *const *codes,
                                        const GError *why,
                                        gint64 now,
                                        GError **error);
gboolean cand_store_boards_set_failed (
    CandConnection *connection, gint64 id, const GError *why, gint64 now, GError **error);

G_END_DECLS
