/* cand-section-list.h: the positions as GTK wants them: a list model with sections
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "core/model/cand-position-list.h"

G_BEGIN_DECLS

/* CandPositionList knows its sections but, being of core, not GTK: this hands them on. */
#define CAND_TYPE_SECTION_LIST (cand_section_list_get_type ())
G_DECLARE_FINAL_TYPE (CandSectionList, cand_section_list, CAND, SECTION_LIST, GObject)

CandSectionList *cand_section_list_new (CandPositionList *positions);

/* Shows no more than the first @limit positions; G_MAXUINT, as at first, for all. */
void cand_section_list_set_limit (CandSectionList *self, guint limit);

G_END_DECLS
