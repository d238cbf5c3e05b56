/* cand-library-unsaved.h: what is typed and not on disk yet
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/library/cand-library.h"

G_BEGIN_DECLS

/* The applications with something that is not known to be durable: (transfer full) (element-type
 * CandApplication), empty when all is. */
GPtrArray *cand_library_list_unsaved (CandLibrary *self);
/* Whether there is one of them, or the profile is such; it says so itself. */
gboolean cand_library_has_unsaved (CandLibrary *self);

/* Saves all of them, and the profile; TRUE when everything typed until now is durable. Errors: the
 * first one of CAND_STORE_ERROR_*; what could not be saved stays in memory and is tried again as
 * ever. */
void cand_library_save_all_async (CandLibrary *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean cand_library_save_all_finish (CandLibrary *self, GAsyncResult *result, GError **error);

G_END_DECLS
