/* cand-intake-locate.h: the positions that an announcement names by their code alone
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/model/cand-programme.h"
#include "core/store/cand-connection.h"

G_BEGIN_DECLS

/* (thread database) @programme, with keys for those of its positions whose address has a code and
 * no account: that of the board that is known to have it, or one at CAND_POSITION_NO_ACCOUNT.
 * (transfer full) Errors: CAND_STORE_ERROR_*, CAND_MODEL_ERROR_*. */
CandProgramme *
cand_intake_locate (CandConnection *connection, CandProgramme *programme, GError **error);

G_END_DECLS
