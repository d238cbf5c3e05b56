/* cand-limit-text.h: how long an answer is, and what would be cut, in words
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/model/cand-text-limit.h"

G_BEGIN_DECLS

/* What stands under an answer, and in @spoken what is read aloud for it; both "" for nothing. Of a
 * line only what remains is said, once that is little; a @paragraph is always counted. */
char *cand_limit_dup_counter (const CandTextLimit *measured, gboolean paragraph, char **spoken);

/* The sentence about what @text would lose; NULL where it fits. */
char *cand_limit_dup_cut (const CandTextLimit *measured, const char *text);

G_END_DECLS
