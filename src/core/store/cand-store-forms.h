/* cand-store-forms.h: the forms that boards gave, on disk
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-connection.h"
#include "core/model/cand-form.h"

G_BEGIN_DECLS

/* Keeps what a board asks for a position; a form known already only gets the new time. */
gboolean
cand_store_forms_keep (CandConnection *connection, gint64 position, CandForm *form, GError **error);
/* The one read last; NULL with no error set when the board never gave one. */
CandForm *cand_store_forms_load (CandConnection *connection, gint64 position, GError **error);

G_END_DECLS
