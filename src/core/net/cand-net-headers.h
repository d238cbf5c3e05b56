/* cand-net-headers.h: between our requests and answers and libsoup's messages
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libsoup/soup.h>

#include "core/model/cand-request.h"

G_BEGIN_DECLS

/* A message to @target that asks what @request asks; @get: as a GET without a body, whatever the
 * request's method. (transfer full) */
SoupMessage *cand_net_create_message (CandRequest *request, GUri *target, gboolean get);

/* Whether @request carries a validator, so that 304 is an answer to it. */
gboolean cand_net_is_conditional (CandRequest *request);

/* What @message came back with, as the answer to @request. (transfer full) */
CandResponse *
cand_net_create_response (CandRequest *request, SoupMessage *message, GBytes *body, GUri *location);

G_END_DECLS
