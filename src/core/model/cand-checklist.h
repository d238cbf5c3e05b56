/* cand-checklist.h: what is to be done for an application
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (element-type opaque), in order; freed with g_ptr_array_unref. */
GPtrArray *cand_checklist_new (void);
void cand_checklist_add (GPtrArray *self, const char *text, gboolean done);
/* What the step says, and in @done (nullable) whether it is done. @index is one of the list's. */
const char *cand_checklist_get (GPtrArray *self, guint index, gboolean *done);
/* TRUE when that changed it. */
gboolean cand_checklist_set_done (GPtrArray *self, guint index, gboolean done);

G_END_DECLS
