/* cand-markdown.h: Markdown as HTML
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Untrusted Markdown (CommonMark with tables, strikethrough and bare addresses, as GitHub reads it)
 * as untrusted HTML, for cand_blocks_new_from_html and cand_page_new_from_html: HTML in it stays as
 * it is. Invalid UTF-8 is repaired, at most CAND_BLOCKS_MAX_BYTES are read. Never fails.
 * (transfer full) */
char *cand_markdown_to_html (const char *markdown, gssize length);

G_END_DECLS
