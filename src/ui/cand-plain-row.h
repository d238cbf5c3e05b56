/* cand-plain-row.h: a row that says what others wrote
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* An AdwActionRow whose texts are no markup, whatever is in them. @subtitle is nullable. */
GtkWidget *cand_plain_row_new (const char *title, const char *subtitle);

G_END_DECLS
