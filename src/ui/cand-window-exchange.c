/* cand-window-exchange.c: the list of boards out of the window and in
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-window-private.h"

#include <glib/gi18n-lib.h>

#include "cand-error-text.h"
#include "profile/cand-profile-exchange.h"

typedef struct
{
  CandWindow *window; /* (owned) */
  guint n_boards;
} Export;

static void
export_free (Export *self)
{
  g_clear_object (&self->window);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
add_filter (GListStore *filters, const char *name, const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (; *suffixes != NULL; suffixes++)
    gtk_file_filter_add_suffix (filter, *suffixes);
  g_list_store_append (filters, filter);
}

static void
say_file_error (CandWindow *self, const GError *error, const char *title)
{
  if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    cand_window_say (self, title);
}

/* --- in --- */

/* "3 boards followed · 2 were already · 1 entry named no board" */
static char *
dup_summary (const CandImportReport *report)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;
  guint n_boards = report->n_followed - report->n_announcements - report->n_blogs;

  if (n_boards > 0)
    g_strv_builder_take (
        parts,
        g_strdup_printf (ngettext ("%u board followed", "%u boards followed", n_boards), n_boards));
  if (report->n_announcements > 0)
    g_strv_builder_take (
        parts, g_strdup_printf (ngettext ("%u announcement followed", "%u announcements followed",
                                          report->n_announcements),
                                report->n_announcements));
  if (report->n_blogs > 0)
    g_strv_builder_take (
        parts, g_strdup_printf (ngettext ("%u blog followed", "%u blogs followed", report->n_blogs),
                                report->n_blogs));
  if (report->n_followed == 0)
    g_strv_builder_add (parts, _ ("Nothing more followed"));
  if (report->n_known > 0)
    g_strv_builder_take (
        parts, g_strdup_printf (ngettext ("%u was already", "%u were already", report->n_known),
                                report->n_known));
  if (report->n_refused > 0)
    g_strv_builder_take (parts,
                         g_strdup_printf (ngettext ("%u entry named no board",
                                                    "%u entries named no board", report->n_refused),
                                          report->n_refused));
  strings = g_strv_builder_end (parts);
  return g_strjoinv (" · ", strings);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  CandImportReport report = { 0 };
  CandResumeReport *resume;
  g_autofree char *summary = NULL;
  gboolean imported = cand_library_import_finish (CAND_LIBRARY (source), result, &report, &error);
  AdwToast *toast;

  /* Closed meanwhile. */
  if (self->library == NULL)
    return;
  if (!imported)
    {
      /* The message of this one names what the file is, in the person's language. */
      if (g_error_matches (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_UNKNOWN_FILE))
        cand_window_say (self, error->message);
      else if (error->domain == G_IO_ERROR)
        cand_window_say (self, _ ("The file could not be read"));
      else
        cand_window_say (self, cand_error_text_get_title (error));
      return;
    }
  resume = cand_library_import_get_resume (CAND_LIBRARY (source), result);
  if (resume != NULL)
    {
      cand_profile_exchange_tell (GTK_WIDGET (self->content_view), self->library, resume, NULL);
      return;
    }
  summary = dup_summary (&report);
  toast = cand_window_say (self, summary);
  if (report.n_followed > 0)
    {
      adw_toast_set_button_label (toast, _ ("_Refresh"));
      adw_toast_set_action_name (toast, "app.refresh");
    }
}

void
cand_window_import (CandWindow *self, GFile *file)
{
  cand_library_import_async (self->library, file, NULL, imported_cb, g_object_ref (self));
}

static void
import_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (self->library == NULL)
    return;
  if (file != NULL)
    cand_window_import (self, file);
  else
    say_file_error (self, error, _ ("The file could not be read"));
}

static void
import_boards_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *const suffixes[] = { "opml", "json", "xml", NULL };
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  add_filter (filters, _ ("Lists of boards (OPML, JSON)"), suffixes);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, all);
  gtk_file_dialog_set_title (dialog, _ ("Import Boards"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (widget), NULL, import_chosen_cb, g_object_ref (widget));
}

/* --- out --- */

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean written = g_file_replace_contents_finish (G_FILE (source), result, NULL, &error);

  if (export->window->library == NULL)
    return;
  if (!written)
    {
      g_message ("Could not write the list of boards: %s", error->message);
      say_file_error (export->window, error, _ ("The file could not be written"));
      return;
    }
  text = g_strdup_printf (ngettext ("%u board exported", "%u boards exported", export->n_boards),
                          export->n_boards);
  cand_window_say (export->window, text);
}

static void
export_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  g_autoptr (GBytes) bytes = NULL;
  Export *export;

  if (self->library == NULL)
    return;
  if (file == NULL)
    {
      say_file_error (self, error, _ ("The file could not be written"));
      return;
    }
  bytes = cand_library_export_boards (self->library, !g_str_has_suffix (name, ".json"));
  export = g_new0 (Export, 1);
  export->window = g_object_ref (self);
  export->n_boards = g_list_model_get_n_items (cand_library_get_boards (self->library));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                       written_cb, export);
}

static void
export_boards_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *const opml[] = { "opml", NULL };
  const char *const json[] = { "json", NULL };
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  add_filter (filters, _ ("OPML outline"), opml);
  add_filter (filters, _ ("JSON"), json);
  gtk_file_dialog_set_title (dialog, _ ("Export Boards"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_initial_name (dialog, "candidacy-boards.opml");
  gtk_file_dialog_save (dialog, GTK_WINDOW (widget), NULL, export_chosen_cb, g_object_ref (widget));
}

void
cand_window_class_install_exchange_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export-boards", NULL, export_boards_action);
  gtk_widget_class_install_action (widget_class, "win.import-boards", NULL, import_boards_action);
}
