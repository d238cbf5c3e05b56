/* cand-cli-value.h: what was typed for a field, as the form keeps it
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/model/cand-field.h"

G_BEGIN_DECLS

/* The text that cand_answer_set_text takes for what a person typed after --set FIELD=: an option by
 * id or exact label becomes its id (several are one a line or separated by ";"), "yes" and "no"
 * become "true" and "false", the rest stays. "" takes an answer away. NULL where the field would
 * not take it, with CAND_CLI_ERROR_FAILED and a sentence that names the field. (transfer full) */
char *cand_cli_value_new (CandField *field, const char *typed, GError **error);

G_END_DECLS
