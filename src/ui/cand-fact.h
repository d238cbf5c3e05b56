/* cand-fact.h: one plain fact about a position
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A small labelled box for a wrap box: an icon, and the employer's words. @name says to a screen
 * reader, and in the tooltip, what the words are about ("Place"). */
GtkWidget *cand_fact_new (const char *icon_name, const char *name, const char *words);

G_END_DECLS
