/* cand-ask-form.h: asks a board what it asks of those who apply
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-library.h"

G_BEGIN_DECLS

/* Whether the system of that position's board gives its forms out. */
gboolean cand_ask_form_is_possible (const char *position_key);

/* Keeps nothing. Whoever asks for the same form meanwhile waits for the same answer; when nobody
 * waits any more the request is dropped. */
void cand_ask_form_async (CandLibrary *library,
                          const char *position_key,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
/* (transfer full), with the time when it was read; the same object for everyone who waited, so
 * nothing may be added to it. Errors: CAND_NET_ERROR_*, CAND_BOARD_ERROR_MALFORMED, _NO_POSITION,
 * _UNSUPPORTED, G_IO_ERROR_CANCELLED. */
CandForm *cand_ask_form_finish (CandLibrary *library, GAsyncResult *result, GError **error);

/* Everyone who waits for a form is told that it was cancelled. */
void cand_ask_form_cancel_all (CandLibrary *library);

G_END_DECLS
