/* cand-banner.c: banners that are not there until they are revealed
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-banner.h"

static void
update (AdwBanner *banner)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (banner), GTK_ACCESSIBLE_STATE_HIDDEN,
                               !adw_banner_get_revealed (banner), -1);
}

static gboolean
update_cb (GtkWidget *banner, GdkFrameClock *clock, gpointer user_data)
{
  update (ADW_BANNER (banner));
  return G_SOURCE_REMOVE;
}

/* A widget that was mapped says by itself, afterwards, that it is not hidden. */
static void
map_cb (GtkWidget *banner)
{
  gtk_widget_add_tick_callback (banner, update_cb, NULL, NULL);
}

void
cand_banner_prepare (AdwBanner *banner)
{
  g_signal_connect (banner, "notify::revealed", G_CALLBACK (update), NULL);
  g_signal_connect (banner, "map", G_CALLBACK (map_cb), NULL);
  update (banner);
}
