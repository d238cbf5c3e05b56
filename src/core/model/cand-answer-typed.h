/* cand-answer-typed.h: what is said of an e-mail address, telephone number, number or date as typed
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-field.h"

G_BEGIN_DECLS

/* Whether the answer to such a field is typed by a rule that is checked here. */
gboolean cand_answer_is_typed_by_rule (CandFieldType type);

/* A translated sentence that says in plain words what is wrong with @text, which is UTF-8 and not
 * blank; NULL where nothing is, and for other types. (transfer full) (nullable) */
char *cand_answer_check_typed (CandField *field, const char *text);

/* Whether nothing that is typed after @text can make it right, as with a letter in a number; so it
 * may be said while the person is typing. */
gboolean cand_answer_is_beyond_typing (CandField *field, const char *text);

G_END_DECLS
