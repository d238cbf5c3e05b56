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
/* So many pages of a board were read. */
void cand_refresh_note_pages (CandRefresh *self, const char *board, guint n_pages);
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

/* cand-refresh-programme.c: one followed programme that has an address (cand_programme_get_url) is
 * read again. @refresh may be NULL: nobody asked then. */
void cand_refresh_programme_async (CandLibrary *library,
                                   CandRefresh *refresh,
                                   const char *name,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
/* Errors: CAND_STORE_ERROR_*, G_IO_ERROR_CANCELLED; an announcement that cannot be read is a
 * report.
 */
CandProgrammeReport *
cand_refresh_programme_finish (CandLibrary *library, GAsyncResult *result, GError **error);

/* cand-refresh-blog.c: the feed of one followed blog, and its new posts. @url is the feed's. */
void cand_refresh_blog_async (CandLibrary *library,
                              const char *url,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
/* TRUE also for a feed that could not be read, which is told by its object alone. Errors:
 * CAND_STORE_ERROR_*, G_IO_ERROR_CANCELLED. */
gboolean cand_refresh_blog_finish (CandLibrary *library, GAsyncResult *result, GError **error);

G_END_DECLS
