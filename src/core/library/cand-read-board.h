/* cand-read-board.h: a whole board, read from the network
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/boards/cand-board-system.h"
#include "core/net/cand-net.h"
#include "core/store/cand-store-positions.h"

G_BEGIN_DECLS

/* A list that goes beyond one of these is none. */
#define CAND_READ_BOARD_MAX_PAGES 1000
#define CAND_READ_BOARD_MAX_POSITIONS 200000
#define CAND_READ_BOARD_MAX_BYTES (64 * 1024 * 1024)

/* The last good answer, as far as this one is compared with it. All of it may be left out. */
typedef struct
{
  const char *digest;
  const char *etag;
  const char *last_modified;
  gboolean names; /* the organisation's name is known */
} CandBoardBasis;

/* A good and whole answer. */
typedef struct
{
  gboolean same;       /* it is the one it was compared with: nothing is listed here */
  char *name;          /* (nullable) the organisation's */
  GPtrArray *listed;   /* (nullable) (element-type CandListed) in the board's order */
  GHashTable *aliases; /* (nullable) (element-type utf8 utf8) what else addresses may call a code */
  guint skipped;       /* entries that could not be read */
  char *digest;        /* of all its bytes */
  char *etag;          /* (nullable) of an answer of one page, like the next */
  char *last_modified;
} CandBoardAnswer;
void cand_board_answer_free (CandBoardAnswer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandBoardAnswer, cand_board_answer_free)

/* So many pages were read. */
typedef void (*CandReadBoardFunc) (guint n_pages, gpointer user_data);

/* All pages or none: one that fails makes the whole fail, and so does a list that does not get on
 * for little more than the time that one answer has (55 seconds): whose pages are slow, or bring
 * hardly anything new. One that does get on may take as long as it is. @progress (nullable) is
 * called along the way, until the callback is. Errors: CAND_NET_ERROR_*, CAND_BOARD_ERROR_*,
 * G_IO_ERROR_CANCELLED.
 */
void cand_read_board_async (CandNet *net,
                            const CandBoardSystem *system,
                            const char *account,
                            const CandBoardBasis *basis,
                            CandReadBoardFunc progress,
                            gpointer progress_data,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
CandBoardAnswer *cand_read_board_finish (CandNet *net, GAsyncResult *result, GError **error);

G_END_DECLS
