/* cand-library-form.h: what a position asks, before anything is begun
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-library.h"

G_BEGIN_DECLS

/* The form of a position as far as it is known: that of its application where there is one on the
 * employer's own form, else the one that the board gave once, else the usual questions that an
 * application was begun on (cand_form_get_source tells); with a short submission where the
 * programme asks for one. Where that is no form of the board's and @ask_board, the board is asked
 * once, and what it says is kept; no draft is touched. */
void cand_library_load_form_async (CandLibrary *self,
                                   const char *position_key,
                                   gboolean ask_board,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
/* (transfer full) (nullable): NULL with no error set when none is known. *@can_ask: whether the
 * board could be asked for its own. Errors: NO_SUCH_POSITION, CAND_STORE_ERROR_*, and of asking
 * CAND_NET_ERROR_*, CAND_BOARD_ERROR_*. */
CandForm *cand_library_load_form_finish (CandLibrary *self,
                                         GAsyncResult *result,
                                         gboolean *can_ask,
                                         GError **error);

G_END_DECLS
