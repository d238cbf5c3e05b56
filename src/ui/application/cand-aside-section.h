/* cand-aside-section.h: what was set aside, at the end of the form
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/library/cand-library.h"

G_BEGIN_DECLS

/* Shown only while the application has something that was set aside. */
#define CAND_TYPE_ASIDE_SECTION (cand_aside_section_get_type ())
G_DECLARE_FINAL_TYPE (
    CandAsideSection, cand_aside_section, CAND, ASIDE_SECTION, AdwPreferencesGroup)

/* (transfer floating) */
GtkWidget *cand_aside_section_new (CandLibrary *library, CandApplication *application);

G_END_DECLS
