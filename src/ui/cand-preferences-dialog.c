/* cand-preferences-dialog.c: what the person prefers
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-preferences-dialog.h"

#include <glib/gi18n-lib.h>

#include "cand-error-text.h"
#include "cand-following.h"
#include "cand-plain-row.h"
#include "cand-status-text.h"

struct _CandPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  CandLibrary *library; /* (owned) */
  GSettings *settings;  /* (owned) */
  GPtrArray *blog_rows; /* (owned) */

  AdwPreferencesGroup *blogs;       /* (unowned): template children from here */
  AdwActionRow *folder_row;         /* (unowned) */
  AdwSwitchRow *refresh_at_start;   /* (unowned) */
  AdwSwitchRow *refresh_on_metered; /* (unowned) */
};

G_DEFINE_FINAL_TYPE (CandPreferencesDialog, cand_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static void
launch_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandPreferencesDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (self),
                                      adw_toast_new (_ ("No program opened the folder")));
}

static void
open_folder_cb (CandPreferencesDialog *self)
{
  g_autoptr (GFile) folder = g_file_new_for_path (adw_action_row_get_subtitle (self->folder_row));
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (folder);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_file_launcher_launch (launcher, GTK_WINDOW (root), NULL, launch_cb, g_object_ref (self));
}

static void
stop_clicked_cb (CandPreferencesDialog *self, GtkButton *button)
{
  CandBlog *blog = g_object_get_data (G_OBJECT (button), "cand-blog");

  cand_following_stop (GTK_WIDGET (self), self->library, cand_blog_get_url (blog),
                       cand_blog_get_title (blog), NULL);
}

static GtkWidget *
make_blog_row (CandPreferencesDialog *self, CandBlog *blog)
{
  const GError *error = cand_blog_get_error (blog);
  g_autofree char *day = cand_status_dup_day (cand_blog_get_checked (blog));
  /* Translators: %s is a day: "today", "30 July 2026". */
  g_autofree char *read = g_strdup_printf (_ ("Last read %s"), day);
  GtkWidget *row = cand_plain_row_new (cand_blog_get_title (blog),
                                       error != NULL ? cand_error_text_get_title (error) : read);
  GtkWidget *button =
      g_object_new (GTK_TYPE_BUTTON, "icon-name", "list-remove-symbolic", "tooltip-text",
                    _ ("Stop Following"), "valign", GTK_ALIGN_CENTER, NULL);

  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "cand-blog", g_object_ref (blog), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (stop_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
fill_blogs (CandPreferencesDialog *self)
{
  GListModel *blogs = cand_library_get_blogs (self->library);

  for (guint i = 0; i < self->blog_rows->len; i++)
    adw_preferences_group_remove (self->blogs, g_ptr_array_index (self->blog_rows, i));
  g_ptr_array_set_size (self->blog_rows, 0);
  for (guint i = 0; i < g_list_model_get_n_items (blogs); i++)
    {
      g_autoptr (CandBlog) blog = g_list_model_get_item (blogs, i);
      GtkWidget *row = make_blog_row (self, blog);

      adw_preferences_group_add (self->blogs, row);
      g_ptr_array_add (self->blog_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->blogs), self->blog_rows->len > 0);
}

static void
cand_preferences_dialog_dispose (GObject *object)
{
  CandPreferencesDialog *self = CAND_PREFERENCES_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CAND_TYPE_PREFERENCES_DIALOG);
  g_clear_pointer (&self->blog_rows, g_ptr_array_unref);
  g_clear_object (&self->library);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (cand_preferences_dialog_parent_class)->dispose (object);
}

static void
cand_preferences_dialog_class_init (CandPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cand_preferences_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               CAND_APP_PATH "/ui/cand-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CandPreferencesDialog, blogs);
  gtk_widget_class_bind_template_child (widget_class, CandPreferencesDialog, folder_row);
  gtk_widget_class_bind_template_child (widget_class, CandPreferencesDialog, refresh_at_start);
  gtk_widget_class_bind_template_child (widget_class, CandPreferencesDialog, refresh_on_metered);
  gtk_widget_class_bind_template_callback (widget_class, open_folder_cb);
}

static void
cand_preferences_dialog_init (CandPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->blog_rows = g_ptr_array_new ();
  self->settings = g_settings_new (CAND_APP_ID);
  g_settings_bind (self->settings, "refresh-at-start", self->refresh_at_start, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "refresh-on-metered", self->refresh_on_metered, "active",
                   G_SETTINGS_BIND_DEFAULT);
}

AdwDialog *
cand_preferences_dialog_new (CandLibrary *library, const char *data_folder)
{
  CandPreferencesDialog *self = g_object_new (CAND_TYPE_PREFERENCES_DIALOG, NULL);

  self->library = g_object_ref (library);
  g_signal_connect_object (cand_library_get_blogs (library), "items-changed",
                           G_CALLBACK (fill_blogs), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  fill_blogs (self);
  adw_action_row_set_subtitle (self->folder_row, data_folder);
  return ADW_DIALOG (self);
}
