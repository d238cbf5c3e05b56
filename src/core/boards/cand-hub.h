/* cand-hub.h: asks the Hugging Face Hub whether something is there
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/model/cand-hub-link.h"
#include "core/model/cand-request.h"

G_BEGIN_DECLS

/* Where the first address has nothing, the next one may: @attempt counts from 0. NULL when there is
 * none left to ask. Nothing is sent along but the name. (transfer full)
 *
 * An account is a user's (/api/users/NAME/overview) or an organisation's
 * (/api/organizations/NAME/overview), and an old model's address looks the same. For what is
 * missing the Hub answers 404, and 401 where it could as well be private: it does not tell these
 * two apart (https://github.com/huggingface/huggingface_hub/pull/1202). */
CandRequest *cand_hub_request (const CandHubLink *link, guint attempt);

/* What the Hub calls it: its own spelling, or, where it was renamed, its name by now. (transfer
 * full). Errors: CAND_BOARD_ERROR_MALFORMED. */
char *cand_hub_parse (GBytes *body, GError **error);

G_END_DECLS
