/* cand-note.c: a sentence that stands out a little
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-note.h"

#include "cand-wrap.h"

GtkWidget *
cand_note_new (const char *icon_name, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon =
      g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                    "icon-name", icon_name, "valign", GTK_ALIGN_START, NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "hexpand", TRUE, "wrap", TRUE, "wrap-mode",
                                   cand_wrap_mode_for (text), "label", text, "xalign", 0.0f, NULL);

  gtk_widget_add_css_class (box, "note");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}
