/* cand-standard-form.h: the form of a position whose own form nobody gives out
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/model/cand-form.h"

G_BEGIN_DECLS

/* What nearly every employer asks: first and last name*, e-mail*, phone; résumé (a file), cover
 * letter; links. Source STANDARD. (transfer full) */
CandForm *cand_standard_form_new (void);

G_END_DECLS
