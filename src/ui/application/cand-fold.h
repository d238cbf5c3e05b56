/* cand-fold.h: an employer's words in a label, long ones folded, addresses in them as links
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether @text takes more than about twelve lines, as legal texts do. */
gboolean cand_fold_is_long (const char *text);

/* Shows @text, which is no markup, in @label, which uses markup; of a long one its beginning,
 * unless
 * @all. A long text can be selected. */
void cand_fold_show (GtkLabel *label, const char *text, gboolean all);

G_END_DECLS
