/* cand-banner.c: banners that are not there until they are revealed
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-banner.h"

static void
revealed_cb (AdwBanner *banner)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (banner), GTK_ACCESSIBLE_STATE_HIDDEN,
                               !adw_banner_get_revealed (banner), -1);
}

void
cand_banner_prepare (AdwBanner *banner)
{
  g_signal_connect (banner, "notify::revealed", G_CALLBACK (revealed_cb), NULL);
  revealed_cb (banner);
}
