/* cand-preferences-dialog.c: what the person prefers
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-preferences-dialog.h"

#include <glib/gi18n-lib.h>

struct _CandPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  GSettings *settings; /* (owned) */

  AdwActionRow *folder_row;         /* (unowned): template children from here */
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
cand_preferences_dialog_dispose (GObject *object)
{
  CandPreferencesDialog *self = CAND_PREFERENCES_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CAND_TYPE_PREFERENCES_DIALOG);
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
  gtk_widget_class_bind_template_child (widget_class, CandPreferencesDialog, folder_row);
  gtk_widget_class_bind_template_child (widget_class, CandPreferencesDialog, refresh_at_start);
  gtk_widget_class_bind_template_child (widget_class, CandPreferencesDialog, refresh_on_metered);
  gtk_widget_class_bind_template_callback (widget_class, open_folder_cb);
}

static void
cand_preferences_dialog_init (CandPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (CAND_APP_ID);
  g_settings_bind (self->settings, "refresh-at-start", self->refresh_at_start, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "refresh-on-metered", self->refresh_on_metered, "active",
                   G_SETTINGS_BIND_DEFAULT);
}

AdwDialog *
cand_preferences_dialog_new (const char *data_folder)
{
  CandPreferencesDialog *self = g_object_new (CAND_TYPE_PREFERENCES_DIALOG, NULL);

  adw_action_row_set_subtitle (self->folder_row, data_folder);
  return ADW_DIALOG (self);
}
