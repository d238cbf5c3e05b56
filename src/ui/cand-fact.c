/* cand-fact.c: one plain fact about a position
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-fact.h"

#include <glib/gi18n-lib.h>

#include "cand-wrap.h"

GtkWidget *
cand_fact_new (const char *icon_name, const char *name, const char *words)
{
  GtkWidget *box =
      g_object_new (GTK_TYPE_BOX, "spacing", 6, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_name, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "wrap", TRUE, "wrap-mode",
                                   cand_wrap_mode_for (words), "xalign", 0.0f, NULL);
  /* Translators: what a fact is about, and the fact: "Place: Paris, France". */
  g_autofree char *description = g_strdup_printf (_ ("%s: %s"), name, words);

  gtk_widget_add_css_class (box, "fact");
  gtk_widget_set_tooltip_text (box, description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, description,
                                  -1);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}
