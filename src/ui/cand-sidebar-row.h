/* cand-sidebar-row.h: one view of the sidebar
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CAND_TYPE_SIDEBAR_ROW (cand_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (CandSidebarRow, cand_sidebar_row, CAND, SIDEBAR_ROW, GtkListBoxRow)

/* @view is the name of the view as settings keep it: "all", "new", "starred", "applications",
 * "board:KEY", "programme:NAME", "offer:ID". @heading: what stands above the first row of its
 * group, or NULL.
 */
GtkWidget *cand_sidebar_row_new (const char *view,
                                 const char *title,
                                 const char *icon_name,
                                 const char *heading);
/* A state that the row shows with a small icon, its words in the tooltip and for a screen reader;
 * NULL takes it away. */
void cand_sidebar_row_set_note (CandSidebarRow *self, const char *icon_name, const char *note);
/* What a click with the other button, a long press or the menu key opens; NULL for nothing. */
void cand_sidebar_row_set_menu (CandSidebarRow *self, GMenuModel *menu);
const char *cand_sidebar_row_get_view (CandSidebarRow *self);
const char *cand_sidebar_row_get_heading (CandSidebarRow *self);
const char *cand_sidebar_row_get_title (CandSidebarRow *self);

G_END_DECLS
