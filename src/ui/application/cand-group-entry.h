/* cand-group-entry.h: one entry of a group: a school, a post
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "cand-field-row.h"

G_BEGIN_DECLS

/* Signals, each for the group to act on: "changed" when something was written in it, "move" (int)
 * by so many places, "dropped" (another entry, below) when that one is to be beside this one, and
 * "remove". */
#define CAND_TYPE_GROUP_ENTRY (cand_group_entry_get_type ())
G_DECLARE_FINAL_TYPE (CandGroupEntry, cand_group_entry, CAND, GROUP_ENTRY, AdwBin)

/* @members: (transfer full): from the id of a field to what was written; what the form does not
 * know stays in it. */
CandGroupEntry *cand_group_entry_new (CandFieldRow *group, JsonObject *members);

/* (transfer none) */
JsonObject *cand_group_entry_get_members (CandGroupEntry *self);

/* Tells it its place among so many, from 0. */
void cand_group_entry_set_place (CandGroupEntry *self, guint place, guint total);

/* What it is called: what is in it, else its number. */
const char *cand_group_entry_get_title (CandGroupEntry *self);

/* The widget in it that has the focus. (transfer none) (nullable) */
GtkWidget *cand_group_entry_get_focus (CandGroupEntry *self);

/* Gives @focus, or its first question, the focus, and brings that into view. */
void cand_group_entry_enter (CandGroupEntry *self, GtkWidget *focus);

/* Shows what is wrong or missing in it; or only what is wrong. */
void cand_group_entry_mark (CandGroupEntry *self);
void cand_group_entry_mark_problems (CandGroupEntry *self);

G_END_DECLS
