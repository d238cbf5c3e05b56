/* cand-library-reuse.h: earlier answers to the same or a near question, and what was said before
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-library.h"
#include "cand-reuse.h"

G_BEGIN_DECLS

/* What answers of the other applications may help with a question of @application: (element-type
 * CandReusable) (transfer full), in the order of cand_reuse_choose. Empty for a question that
 * nothing is looked up for, sensitive ones above all. The database is only read, and the comparing
 * is done on a thread of its own. Errors: CAND_STORE_ERROR_*, G_IO_ERROR_CANCELLED. */
void cand_library_find_reusable_async (CandLibrary *self,
                                       CandApplication *application,
                                       const char *field_id,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
GPtrArray *
cand_library_find_reusable_finish (CandLibrary *self, GAsyncResult *result, GError **error);

/* What the employer of @application got in earlier ones: (transfer full). Errors: as above. */
void cand_library_load_read_async (CandLibrary *self,
                                   CandApplication *application,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
CandReadTexts *
cand_library_load_read_finish (CandLibrary *self, GAsyncResult *result, GError **error);

/* How many earlier values an answer has. -1 with @error: CAND_STORE_ERROR_*, G_IO_ERROR_CANCELLED.
 */
void cand_library_count_earlier_async (CandLibrary *self,
                                       CandApplication *application,
                                       const char *field_id,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gssize cand_library_count_earlier_finish (CandLibrary *self, GAsyncResult *result, GError **error);

/* Keeps what the answer says now as an earlier value that is never thinned: before something else
 * than typing takes its place. TRUE once it is durable; else nothing may take it. Errors:
 * CAND_STORE_ERROR_*, G_IO_ERROR_CANCELLED. */
void cand_library_pin_earlier_async (CandLibrary *self,
                                     CandApplication *application,
                                     const char *field_id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean cand_library_pin_earlier_finish (CandLibrary *self, GAsyncResult *result, GError **error);

G_END_DECLS
