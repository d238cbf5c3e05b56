/* cand-links.c: opening addresses outside the program
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-links.h"

#include <glib/gi18n-lib.h>

#include "cand-window.h"
#include "core/text/cand-blocks.h"

static void
launch_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;

  if (gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error))
    return;
  /* Dismissed means that the person closed the chooser: their decision, not a fault. */
  if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    {
      GtkRoot *root = gtk_widget_get_root (widget);

      g_message ("Could not open a link: %s", error->message);
      if (CAND_IS_WINDOW (root))
        cand_window_say (CAND_WINDOW (root), _ ("No program opened the link"));
    }
}

void
cand_links_open (GtkWidget *widget, const char *address)
{
  g_autoptr (GtkUriLauncher) launcher = NULL;
  GtkRoot *root = gtk_widget_get_root (widget);

  if (address == NULL || !cand_link_is_safe (address))
    return;
  launcher = gtk_uri_launcher_new (address);
  gtk_uri_launcher_launch (launcher, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL,
                           launch_cb, g_object_ref (widget));
}
