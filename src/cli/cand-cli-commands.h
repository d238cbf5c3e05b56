/* cand-cli-commands.h: one function for each thing the command line does
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-cli-options.h"
#include "cand-cli-session.h"

G_BEGIN_DECLS

/* Each prints what was asked, as words or as JSON. FALSE with @error when it could not be done;
 * what failed in part is told on standard error and noted in the session. */
typedef gboolean (*CandCliCommand) (CandCliSession *session,
                                    const CandCliOptions *options,
                                    GError **error);

gboolean cand_cli_list (CandCliSession *session, const CandCliOptions *options, GError **error);
gboolean cand_cli_refresh (CandCliSession *session, const CandCliOptions *options, GError **error);
gboolean cand_cli_show (CandCliSession *session, const CandCliOptions *options, GError **error);
gboolean cand_cli_follow (CandCliSession *session, const CandCliOptions *options, GError **error);
gboolean cand_cli_unfollow (CandCliSession *session, const CandCliOptions *options, GError **error);
gboolean cand_cli_boards (CandCliSession *session, const CandCliOptions *options, GError **error);
gboolean cand_cli_import (CandCliSession *session, const CandCliOptions *options, GError **error);
gboolean cand_cli_export (CandCliSession *session, const CandCliOptions *options, GError **error);
gboolean
cand_cli_programme (CandCliSession *session, const CandCliOptions *options, GError **error);
gboolean cand_cli_profile (CandCliSession *session, const CandCliOptions *options, GError **error);
gboolean cand_cli_draft (CandCliSession *session, const CandCliOptions *options, GError **error);
gboolean
cand_cli_applications (CandCliSession *session, const CandCliOptions *options, GError **error);

G_END_DECLS
