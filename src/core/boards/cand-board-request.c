/* cand-board-request.c: requests as politely as boards are asked
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-board-request.h"

CandRequest *
cand_board_request_new (const char *method, const char *url, const char *accept)
{
  CandRequest *request = cand_request_new (method, url);

  cand_request_set_accept (request, accept);
  cand_request_set_spacing (request, CAND_BOARD_SPACING, CAND_BOARD_SPACING_AFTER_REFUSAL);
  return request;
}

CandRequest *
cand_board_request_new_json (const char *url)
{
  return cand_board_request_new ("GET", url, "application/json");
}
