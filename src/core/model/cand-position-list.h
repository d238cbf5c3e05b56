/* cand-position-list.h: positions by row id, in sections, built when asked for
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "cand-position.h"

G_BEGIN_DECLS

/* A GListModel of CandPosition that holds row ids only. get_item asks the loader and keeps the
 * answer in a small cache; while an item is alive elsewhere, the same object is given again.
 * Every mutation goes through set_rows, which emits the fewest items-changed it can.
 * The signal "sections-changed" (guint position, guint n_items) follows when only grouping changed.
 */
#define CAND_TYPE_POSITION_LIST (cand_position_list_get_type ())
G_DECLARE_FINAL_TYPE (CandPositionList, cand_position_list, CAND, POSITION_LIST, GObject)

/* One position with everything a row shows, (transfer full); NULL only when the row has gone. */
typedef CandPosition *(*CandPositionLoader) (gint64 id, gpointer user_data);

CandPositionList *
cand_position_list_new (CandPositionLoader loader, gpointer user_data, GDestroyNotify destroy);

/* @ids: n row ids (copied). @sections: n_sections indexes into @ids at which a section starts,
 * ascending, the first 0 (copied). */
void cand_position_list_set_rows (
    CandPositionList *self, const gint64 *ids, guint n, const guint *sections, guint n_sections);

/* Loads the rows of @ids again if they are in the cache, and patches the living objects. */
void cand_position_list_reload (CandPositionList *self, const gint64 *ids, guint n);

gint64 cand_position_list_get_id (CandPositionList *self, guint position);
/* The section that holds @position: [*start, *end). Beyond the end: [n_items, G_MAXUINT). */
void
cand_position_list_get_section (CandPositionList *self, guint position, guint *start, guint *end);
/* TRUE and *position when the list has @id. */
gboolean cand_position_list_find (CandPositionList *self, gint64 id, guint *position);

/* Property "pending": a query is under way. */
gboolean cand_position_list_get_pending (CandPositionList *self);
void cand_position_list_set_pending (CandPositionList *self, gboolean pending);

G_END_DECLS
