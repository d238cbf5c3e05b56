/* cand-answer-check.h: what a board would not take
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-attachment.h"
#include "cand-field.h"
#include "cand-text-limit.h"

G_BEGIN_DECLS

/* Whether @text is an answer at all: not only blanks, and of a group at least one entry with
 * something in it. */
gboolean cand_answer_is_answered (CandField *field, const char *text);

/* As cand_answer_check, of a text that is UTF-8 and was measured already. (transfer full)
 * (nullable) */
char *
cand_answer_check_measured (CandField *field, const char *text, const CandTextLimit *measured);

/* As cand_answer_check, of a file: its kind and its size. (transfer full) (nullable) */
char *cand_answer_check_file (CandField *field, CandAttachment *attachment);

G_END_DECLS
