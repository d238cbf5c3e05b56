/* cand-about.h: the About dialog
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* With release notes and debug information: versions and settings of the machine, nothing of the
 * person's. */
AdwDialog *cand_about_dialog_new (void);

G_END_DECLS
