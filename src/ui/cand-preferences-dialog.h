/* cand-preferences-dialog.h: what the person prefers
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/library/cand-library.h"

G_BEGIN_DECLS

#define CAND_TYPE_PREFERENCES_DIALOG (cand_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    CandPreferencesDialog, cand_preferences_dialog, CAND, PREFERENCES_DIALOG, AdwPreferencesDialog)

AdwDialog *cand_preferences_dialog_new (CandLibrary *library, const char *data_folder);

G_END_DECLS
