/* cand-diff-view.h: two texts as one, with what differs
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Words that only the first text has are red and struck through, those that only the second has
 * green and underlined; whoever cannot see it is told in the description. Signal "shown" (guint
 * n_removed, guint n_added): the texts were compared, which is done on a thread. */
#define CAND_TYPE_DIFF_VIEW (cand_diff_view_get_type ())
G_DECLARE_FINAL_TYPE (CandDiffView, cand_diff_view, CAND, DIFF_VIEW, GtkWidget)

void cand_diff_view_compare (CandDiffView *self, const char *before, const char *after);

G_END_DECLS
