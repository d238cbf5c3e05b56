/* cand-blocks-private.h: building blocks, for the readers of this folder
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-blocks.h"

G_BEGIN_DECLS

/* @text is valid UTF-8 without NUL; @link is NULL or safe. */
CandRun *cand_run_new (const char *text, CandRunFlags flags, const char *link);

/* Without runs; they are owned by it. */
CandBlock *cand_block_new (CandBlockType type, guint level, guint ordinal);
void cand_block_free (CandBlock *block);

G_END_DECLS
