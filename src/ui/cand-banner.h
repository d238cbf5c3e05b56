/* cand-banner.h: banners that are not there until they are revealed
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows the whole title, however narrow. While @banner is not revealed, a screen reader does not
 * find it: its widgets stay where they are, with the words of the last time. */
void cand_banner_prepare (AdwBanner *banner);

G_END_DECLS
