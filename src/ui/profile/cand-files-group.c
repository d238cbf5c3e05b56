/* cand-files-group.c: the files of the profile: added, labelled, removed
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-files-group.h"

#include <glib/gi18n-lib.h>

#include "core/model/cand-profile-entry.h"
#include "ui/cand-error-text.h"
#include "ui/cand-undo-toast.h"

/* One row for each file, whose text is the label. The kept copy of a file that is removed is there
 * until the next start, so that removing can be undone. */
struct _CandFilesGroup
{
  AdwPreferencesGroup parent_instance;

  CandLibrary *library;      /* (owned) */
  GPtrArray *rows;           /* (element-type AdwEntryRow) in the profile's order */
  GtkWidget *add;            /* (unowned) the row that adds one */
  GCancellable *cancellable; /* (owned) of what is under way */
  gboolean writing;          /* the list is set from the rows */
};

G_DEFINE_FINAL_TYPE (CandFilesGroup, cand_files_group, ADW_TYPE_PREFERENCES_GROUP)

typedef struct
{
  CandProfile *profile;  /* (owned) */
  CandProfileFile *file; /* (owned) */
  guint index;
} Removal;

static void
removal_free (Removal *removal)
{
  g_object_unref (removal->profile);
  cand_profile_file_free (removal->file);
  g_free (removal);
}

/* (transfer full): to be changed and set. */
static GPtrArray *
dup_files (CandProfile *profile)
{
  return cand_entries_copy (cand_entry_kind_of (CAND_PROFILE_FILES),
                            cand_profile_get_list (profile, CAND_PROFILE_FILES));
}

static void
set_files (CandProfile *profile, GPtrArray *files)
{
  cand_profile_set_list (profile, CAND_PROFILE_FILES, files);
}

static void
undo (AdwToast *toast, gpointer user_data)
{
  const Removal *removal = user_data;
  g_autoptr (GPtrArray) files = dup_files (removal->profile);

  g_ptr_array_insert (files, MIN (removal->index, files->len),
                      cand_profile_file_copy (removal->file));
  set_files (removal->profile, files);
}

static void
remove_clicked_cb (CandFilesGroup *self, GtkWidget *button)
{
  CandProfile *profile = cand_library_get_profile (self->library);
  g_autoptr (GPtrArray) files = dup_files (profile);
  g_autofree char *text = NULL;
  Removal *removal;
  guint index;

  if (!g_ptr_array_find (self->rows, gtk_widget_get_ancestor (button, ADW_TYPE_ENTRY_ROW), &index))
    return;
  removal = g_new0 (Removal, 1);
  removal->profile = g_object_ref (profile);
  removal->file = cand_profile_file_copy (g_ptr_array_index (files, index));
  removal->index = index;
  /* Translators: %s is the name of a file, as in "Removed resume.pdf". */
  text = g_strdup_printf (_ ("Removed %s"), removal->file->name);
  gtk_widget_grab_focus (self->add);
  g_ptr_array_remove_index (files, index);
  set_files (profile, files);
  cand_toast_show (GTK_WIDGET (self),
                   cand_undo_toast_new (text, undo, removal, (GDestroyNotify) removal_free));
}

static void
label_changed_cb (CandFilesGroup *self, GtkEditable *row)
{
  CandProfile *profile = cand_library_get_profile (self->library);
  g_autoptr (GPtrArray) files = dup_files (profile);
  guint index;

  if (self->writing || !g_ptr_array_find (self->rows, row, &index))
    return;
  g_set_str (&((CandProfileFile *) g_ptr_array_index (files, index))->label,
             gtk_editable_get_text (row));
  self->writing = TRUE;
  set_files (profile, files);
  self->writing = FALSE;
}

static GtkWidget *
create_row (CandFilesGroup *self, const CandProfileFile *file)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *size = g_format_size (file->size);
  /* Translators: a file of the profile, whose label is typed below: "Label of cv.pdf (248 kB)". */
  g_autofree char *title = g_strdup_printf (_ ("Label of %s (%s)"), file->name, size);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), file->label);
  g_signal_connect_object (row, "changed", G_CALLBACK (label_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_tooltip_text (button, _ ("Remove File"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
  return row;
}

static void
show_files (CandFilesGroup *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);
  GPtrArray *files;

  if (self->writing)
    return;
  files = cand_profile_get_list (cand_library_get_profile (self->library), CAND_PROFILE_FILES);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_object_ref (self->add);
  adw_preferences_group_remove (group, self->add);
  for (guint i = 0; i < files->len; i++)
    {
      GtkWidget *row = create_row (self, g_ptr_array_index (files, i));

      adw_preferences_group_add (group, row);
      g_ptr_array_add (self->rows, row);
    }
  adw_preferences_group_add (group, self->add);
  g_object_unref (self->add);
}

/* --- adding --- */

static void
say_error (CandFilesGroup *self, const GError *error)
{
  AdwToast *toast;

  if (cand_error_text_is_dismissed (error))
    return;
  toast = adw_toast_new (cand_error_text_get_body (error));
  adw_toast_set_use_markup (toast, FALSE);
  cand_toast_show (GTK_WIDGET (self), toast);
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandFilesGroup) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!cand_library_add_profile_file_finish (CAND_LIBRARY (source), result, &error))
    say_error (self, error);
  /* What to call it is asked next. */
  else if (self->rows->len > 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, self->rows->len - 1));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandFilesGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    cand_files_group_add (self, file);
  else
    say_error (self, error);
}

static void
add_activated_cb (CandFilesGroup *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Add a File"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Add"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                        self->cancellable, chosen_cb, g_object_ref (self));
}

static void
cand_files_group_dispose (GObject *object)
{
  g_cancellable_cancel (CAND_FILES_GROUP (object)->cancellable);
  G_OBJECT_CLASS (cand_files_group_parent_class)->dispose (object);
}

static void
cand_files_group_finalize (GObject *object)
{
  CandFilesGroup *self = CAND_FILES_GROUP (object);

  g_clear_object (&self->library);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (cand_files_group_parent_class)->finalize (object);
}

static void
cand_files_group_class_init (CandFilesGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cand_files_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = cand_files_group_finalize;
}

static void
cand_files_group_init (CandFilesGroup *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  adw_preferences_group_set_title (group, _ ("Files"));
  adw_preferences_group_set_description (
      group, _ ("Copies are kept, and offered where a form asks for a file"));
  self->add = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add), _ ("_Add a File…"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (self->add), TRUE);
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (self->add), "list-add-symbolic");
  g_signal_connect_object (self->add, "activated", G_CALLBACK (add_activated_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, self->add);
}

GtkWidget *
cand_files_group_new (CandLibrary *library)
{
  CandFilesGroup *self = g_object_new (CAND_TYPE_FILES_GROUP, NULL);

  self->library = g_object_ref (library);
  g_signal_connect_object (cand_library_get_profile (library), "notify::files",
                           G_CALLBACK (show_files), self, G_CONNECT_SWAPPED);
  show_files (self);
  return GTK_WIDGET (self);
}

void
cand_files_group_add (CandFilesGroup *self, GFile *file)
{
  g_return_if_fail (CAND_IS_FILES_GROUP (self));
  cand_library_add_profile_file_async (self->library, "", file, self->cancellable, added_cb,
                                       g_object_ref (self));
}
