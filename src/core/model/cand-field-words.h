/* cand-field-words.h: what a question takes, in words
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-field.h"

G_BEGIN_DECLS

/* "Paragraph · at most 1000 characters", "One of: Yes, No", "File · PDF, ODT · up to 12 MB".
 * Translated but for the employer's own words, (transfer full). */
char *cand_field_dup_type_label (CandField *self);

G_END_DECLS
