/* cand-drop.h: what may be dropped to be followed
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Makes @target take files, addresses and texts. */
void cand_drop_prepare (GtkDropTarget *target);

/* Whether @drop is of that kind and comes from another program: text that is dragged within this
 * one is not meant to be followed. For the "accept" signal. */
gboolean cand_drop_accept_cb (GtkDropTarget *target, GdkDrop *drop, gpointer user_data);

/* What was dropped: (transfer full), one of the two, or neither. */
void cand_drop_read (const GValue *value, GFile **file, char **text);

G_END_DECLS
