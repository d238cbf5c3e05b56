/* cand-field-sensitive.h: which questions are never answered for the person
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the id or the label of a question asks for consent, for what a person is, for pay, or for
 * the right to work. Errs on the side of TRUE. */
gboolean cand_field_asks_sensitive (const char *id, const char *label);

G_END_DECLS
