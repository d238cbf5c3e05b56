/* cand-page-boards.h: the boards that a web page leads to
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-board-system.h"
#include "core/text/cand-page.h"

G_BEGIN_DECLS

/* (element-type CandAddress) (transfer full): what the page's links, scripts and frames name, each
 * board once, the one named most often first; the code stays only where one position of it is
 * named. */
GPtrArray *cand_page_find_boards (CandPage *page);

/* The address of the page as a board of the first system that claims it; NULL for none. */
CandAddress *cand_page_claim (GUri *uri, const char *html);

G_END_DECLS
