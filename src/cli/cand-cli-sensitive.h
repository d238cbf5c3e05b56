/* cand-cli-sensitive.h: what of an answer is printed
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/model/cand-aside.h"

G_BEGIN_DECLS

/* The answer's text without what was given to a sensitive question (cand_field_get_sensitive), also
 * to one inside a group; with it where @with_sensitive. *@left_out: whether there was something, a
 * file too. (transfer full) */
char *cand_cli_dup_answer (CandAnswer *answer, gboolean with_sensitive, gboolean *left_out);

G_END_DECLS
