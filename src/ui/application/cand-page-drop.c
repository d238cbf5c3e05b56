/* cand-page-drop.c: a file that is dropped anywhere on an application
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-page-drop.h"

#include <glib/gi18n-lib.h>

#include "cand-file-row.h"
#include "ui/cand-drop.h"
#include "ui/cand-undo-toast.h"
#include "ui/cand-wrap.h"

static GPtrArray *
list_file_rows (GPtrArray *rows)
{
  GPtrArray *files = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    if (CAND_IS_FILE_ROW (g_ptr_array_index (rows, i)))
      g_ptr_array_add (files, g_ptr_array_index (rows, i));
  return files;
}

/* Those that take a file of that type. */
static GPtrArray *
list_takers (GPtrArray *files, const char *name)
{
  GPtrArray *takers = g_ptr_array_new ();

  for (guint i = 0; i < files->len; i++)
    if (cand_field_takes_file (cand_field_row_get_field (g_ptr_array_index (files, i)), name))
      g_ptr_array_add (takers, g_ptr_array_index (files, i));
  return takers;
}

static char *
dup_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name);
}

static void
attach (CandFieldRow *row, GFile *file)
{
  cand_field_row_enter (row);
  cand_file_row_attach (CAND_FILE_ROW (row), file);
}

/* The question that the pressed row of the dialog stands for. */
static void
activated_cb (GtkWidget *button, GFile *file)
{
  CandFieldRow *row = g_object_get_data (G_OBJECT (button), "cand-file-row");
  GtkWidget *dialog = gtk_widget_get_ancestor (button, ADW_TYPE_DIALOG);

  adw_dialog_close (ADW_DIALOG (dialog));
  attach (row, file);
}

static void
ask (GtkWidget *page, GPtrArray *files, GFile *file)
{
  g_autofree char *shown = dup_name (file);
  /* Translators: of a file that was dropped on a form. */
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Which Question Does It Answer?"), NULL);
  GtkWidget *list = gtk_list_box_new ();

  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (dialog), shown);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < files->len; i++)
    {
      CandFieldRow *row = g_ptr_array_index (files, i);
      g_autofree char *label =
          cand_wrap_dup_beginning (cand_field_get_label (cand_field_row_get_field (row)));
      GtkWidget *choice = adw_button_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (choice), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (choice), label);
      g_object_set_data_full (G_OBJECT (choice), "cand-file-row", g_object_ref (row),
                              g_object_unref);
      g_signal_connect_object (choice, "activated", G_CALLBACK (activated_cb), file, 0);
      /* The file lives as long as it can be chosen. */
      g_object_set_data_full (G_OBJECT (choice), "cand-file", g_object_ref (file), g_object_unref);
      gtk_list_box_append (GTK_LIST_BOX (list), choice);
    }
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), list);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"));
  adw_dialog_present (dialog, page);
}

gboolean
cand_page_drop_file (GtkWidget *page, GPtrArray *rows, GFile *file)
{
  g_autoptr (GPtrArray) files = list_file_rows (rows);
  g_autofree char *name = dup_name (file);
  g_autoptr (GPtrArray) takers = list_takers (files, name);

  if (files->len == 0)
    return FALSE;
  /* The one there is says why it does not take it. */
  if (files->len == 1)
    attach (g_ptr_array_index (files, 0), file);
  else if (takers->len == 1)
    attach (g_ptr_array_index (takers, 0), file);
  else if (takers->len > 1)
    ask (page, takers, file);
  else
    {
      /* Translators: %s is the name of a file. */
      g_autofree char *text = g_strdup_printf (_ ("No question takes a file like “%s”"), name);
      AdwToast *toast = adw_toast_new (text);

      adw_toast_set_use_markup (toast, FALSE);
      cand_toast_show (page, toast);
    }
  return TRUE;
}

static gboolean
accept_cb (GtkDropTarget *target, GdkDrop *drop, GPtrArray *rows)
{
  g_autoptr (GPtrArray) files = list_file_rows (rows);

  return files->len > 0 && cand_drop_accept_cb (target, drop, NULL);
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, GPtrArray *rows)
{
  GtkWidget *page = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  g_autoptr (GSList) dropped = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr (GFile) file = NULL;
  g_autofree char *text = NULL;

  if (dropped != NULL && dropped->next != NULL)
    {
      cand_toast_show (page, adw_toast_new (_ ("Drop one file at a time")));
      return TRUE;
    }
  cand_drop_read (value, &file, &text);
  return file != NULL && cand_page_drop_file (page, rows, file);
}

static void
unref_rows (gpointer rows, GClosure *closure)
{
  g_ptr_array_unref (rows);
}

void
cand_page_drop_attach (GtkWidget *page, GPtrArray *rows)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_data (target, "accept", G_CALLBACK (accept_cb), g_ptr_array_ref (rows),
                         unref_rows, 0);
  g_signal_connect_data (target, "drop", G_CALLBACK (dropped_cb), g_ptr_array_ref (rows),
                         unref_rows, 0);
  gtk_widget_add_controller (page, GTK_EVENT_CONTROLLER (target));
}
