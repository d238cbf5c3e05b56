/* cand-shortcuts.h: the list of keyboard shortcuts
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void cand_shortcuts_present (GtkWindow *parent);

G_END_DECLS
