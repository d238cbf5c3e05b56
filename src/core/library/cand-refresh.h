/* cand-refresh.h: asks boards, and puts what they answer into the store
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-library.h"

G_BEGIN_DECLS

/* One refresh of any number of boards, with everyone who waits for it. Counted; the library holds
 * the one that is under way. */
typedef struct _CandRefresh CandRefresh;

CandRefresh *cand_refresh_ref (CandRefresh *self);
void cand_refresh_unref (CandRefresh *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandRefresh, cand_refresh_unref)

/* Whether the person asked. */
gboolean cand_refresh_get_by_hand (CandRefresh *self);
/* Everyone who waits is told that it was cancelled. */
void cand_refresh_cancel (CandRefresh *self);

/* cand-refresh-board.c: request, answer, parsing in a thread, one transaction, report. */
void cand_refresh_board_async (CandLibrary *library,
                               CandRefresh *refresh,
                               const char *board,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
/* Errors: CAND_STORE_ERROR_*, G_IO_ERROR_CANCELLED; a board that cannot be read is a report. */
CandBoardReport *
cand_refresh_board_finish (CandLibrary *library, GAsyncResult *result, GError **error);

G_END_DECLS
