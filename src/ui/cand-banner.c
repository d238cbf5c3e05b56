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

/* It comes before the button. */
static GtkLabel *
find_title (GtkWidget *widget)
{
  GtkLabel *found = NULL;

  if (GTK_IS_LABEL (widget))
    return GTK_LABEL (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_title (child);
  return found;
}

/* A banner cuts its title after a few lines: in large letters on a phone, in the middle of what it
 * has to tell. */
static void
show_whole_title (AdwBanner *banner)
{
  GtkLabel *title = find_title (GTK_WIDGET (banner));

  if (title == NULL)
    return;
  gtk_label_set_ellipsize (title, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_lines (title, -1);
}

void
cand_banner_prepare (AdwBanner *banner)
{
  show_whole_title (banner);
  g_signal_connect (banner, "notify::revealed", G_CALLBACK (update), NULL);
  g_signal_connect (banner, "map", G_CALLBACK (map_cb), NULL);
  update (banner);
}
