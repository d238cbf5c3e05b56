/* cand-blocks-view.h: a text of blocks, shown with plain widgets
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/text/cand-blocks.h"

G_BEGIN_DECLS

/* A column of selectable labels, one for each block: headings are headings to a screen reader,
 * links open only through cand_links_open. */
#define CAND_TYPE_BLOCKS_VIEW (cand_blocks_view_get_type ())
G_DECLARE_FINAL_TYPE (CandBlocksView, cand_blocks_view, CAND, BLOCKS_VIEW, AdwBin)

GtkWidget *cand_blocks_view_new (void);

/* Shows @blocks; NULL shows nothing. */
void cand_blocks_view_set_blocks (CandBlocksView *self, CandBlocks *blocks);

/* Reads @html in a thread and shows it when it is read, instead of what was shown until then; a
 * later call wins over an earlier one. NULL or "" shows nothing. */
void cand_blocks_view_set_html (CandBlocksView *self, const char *html);

/* Plain paragraphs, separated by empty lines. */
void cand_blocks_view_set_text (CandBlocksView *self, const char *text);

G_END_DECLS
