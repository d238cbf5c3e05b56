/* cand-cli-fill.h: the answers and files that --draft is given
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-cli-options.h"
#include "cand-cli-session.h"

G_BEGIN_DECLS

/* Puts every --set and --attach of @options into @application, in their order. Everything is
 * checked before anything is kept, so that a refused command leaves the draft as it was; the files
 * go first, as they can still fail. Errors: CAND_CLI_ERROR_FAILED, CAND_LIBRARY_ERROR_BAD_FILE,
 * CAND_STORE_ERROR_*. */
gboolean cand_cli_fill_in (CandCliSession *session,
                           CandApplication *application,
                           const CandCliOptions *options,
                           GError **error);

G_END_DECLS
