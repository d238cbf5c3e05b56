/* cand-block-builder.h: puts blocks together from text as it comes
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-blocks.h"

G_BEGIN_DECLS

/* Text goes into the open block; blanks are collapsed the way a browser does; runs of one look are
 * one run; a block that got no words is none. For whoever reads a notation into blocks. */
typedef struct _CandBlockBuilder CandBlockBuilder;

CandBlockBuilder *cand_block_builder_new (void);
void cand_block_builder_free (CandBlockBuilder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandBlockBuilder, cand_block_builder_free)

/* Opens a block, of what #CandBlock says, and ends the one before it. */
void cand_block_builder_open (
    CandBlockBuilder *self, CandBlockType type, guint level, guint ordinal, gboolean continues);
/* Says so of the open block. */
void cand_block_builder_set_aside (CandBlockBuilder *self, gboolean aside);
gboolean cand_block_builder_is_open (CandBlockBuilder *self);
/* Whether the open block has words already. */
gboolean cand_block_builder_has_text (CandBlockBuilder *self);
/* Ends the open block, if one is open. */
void cand_block_builder_close (CandBlockBuilder *self);

/* @text is UTF-8; control characters are left out. A block has to be open. In a preformatted one
 * blanks and line breaks are kept. */
void cand_block_builder_add_text (CandBlockBuilder *self,
                                  const char *text,
                                  CandRunFlags flags,
                                  const char *link);
void cand_block_builder_add_break (CandBlockBuilder *self);
/* Whether the last thing in the open block is a line break. */
gboolean cand_block_builder_ends_in_break (CandBlockBuilder *self);
void cand_block_builder_add_rule (CandBlockBuilder *self);

/* Closes and gives the blocks out: (transfer full). The builder is empty then. */
CandBlocks *cand_block_builder_end (CandBlockBuilder *self);

/* Whether there is nothing to see in it: blanks of any kind, zero-width ones too. */
gboolean cand_text_is_blank (const char *text);

G_END_DECLS
