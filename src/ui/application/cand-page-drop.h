/* cand-page-drop.h: a file that is dropped anywhere on an application
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "cand-field-row.h"

G_BEGIN_DECLS

/* Makes @page take a file for the questions among @rows (element-type CandFieldRow) (not owned: of
 * the page) that one answers; asks which, where several take one of its type. Where there is none,
 * the file is left to whatever takes it elsewhere. */
void cand_page_drop_attach (GtkWidget *page, GPtrArray *rows);

/* As dropping @file does: FALSE when no question takes one. */
gboolean cand_page_drop_file (GtkWidget *page, GPtrArray *rows, GFile *file);

G_END_DECLS
