/* cand-links.h: opening addresses outside the program
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Opens @address with the person's own program for it when it is http, https or mailto, in the
 * background. Anything else is left alone, whoever wrote it. A failure becomes a toast of the
 * window. */
void cand_links_open (GtkWidget *widget, const char *address);

G_END_DECLS
