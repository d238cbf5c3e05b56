/* cand-undo-toast.c: a toast that takes back what was just done
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-undo-toast.h"

#include <glib/gi18n-lib.h>

/* How long an Undo is offered, in seconds. */
#define UNDO_SECONDS 10

AdwToast *
cand_undo_toast_new (const char *text,
                     void (*undo) (AdwToast *toast, gpointer data),
                     gpointer data,
                     GDestroyNotify free_data)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  /* What was just done cannot wait for what is news. */
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_signal_connect (toast, "button-clicked", G_CALLBACK (undo), data);
  g_object_set_data_full (G_OBJECT (toast), "cand-undo", data, free_data);
  return toast;
}

/* Nothing is shown of what was under way when its page went. */
void
cand_toast_show (GtkWidget *widget, AdwToast *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  else
    g_object_unref (toast);
}
