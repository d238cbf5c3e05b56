/* cand-drop.c: what may be dropped to be followed
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-drop.h"

void
cand_drop_prepare (GtkDropTarget *target)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
}

gboolean
cand_drop_accept_cb (GtkDropTarget *target, GdkDrop *drop, gpointer user_data)
{
  GdkContentFormats *formats = gdk_drop_get_formats (drop);

  if (gdk_drop_get_drag (drop) != NULL)
    return FALSE;
  return gdk_content_formats_match (formats, gtk_drop_target_get_formats (target));
}

void
cand_drop_read (const GValue *value, GFile **file, char **text)
{
  *file = NULL;
  *text = NULL;
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

      /* A link that a browser lets go is a list of one file too, with an address. */
      if (files != NULL && g_file_has_uri_scheme (files->data, "file"))
        *file = g_object_ref (files->data);
      else if (files != NULL)
        *text = g_file_get_uri (files->data);
    }
  else if (G_VALUE_HOLDS_STRING (value))
    *text = g_value_dup_string (value);
}
