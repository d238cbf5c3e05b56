/* cand-app.h: the application: one process, one window, one library
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CAND_TYPE_APP (cand_app_get_type ())
G_DECLARE_FINAL_TYPE (CandApp, cand_app, CAND, APP, AdwApplication)

CandApp *cand_app_new (void);

G_END_DECLS
