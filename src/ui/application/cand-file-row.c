/* cand-file-row.c: a question that is answered with a file
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-file-row.h"

#include <glib/gi18n-lib.h>

#include "cand-file-note.h"
#include "ui/cand-error-text.h"
#include "ui/cand-status-text.h"
#include "ui/cand-wrap.h"

/* The library copies the file; the row shows the copy, and what it would not take. The copy of a
 * file that was removed or replaced is there until the next start, so that it can be undone. */
struct _CandFileRow
{
  CandFieldRow parent_instance;

  GtkDropTarget *drop_target;
  GtkWidget *choose;
  GtkLabel *choose_label;
  GtkLabel *limits;
  GtkWidget *attached;
  GtkLabel *name;
  GtkLabel *copied;
  CandFileNote *note;
  GtkWidget *removal;
  GtkLabel *removed_name;
  GtkWidget *undo;

  CandAttachment *removed;   /* (owned) (nullable) what Undo brings back */
  CandAttachment *replaced;  /* (owned) (nullable) by the one that is being attached */
  GCancellable *cancellable; /* (owned) of what is under way; cancelled with the row */
};

G_DEFINE_FINAL_TYPE (CandFileRow, cand_file_row, CAND_TYPE_FIELD_ROW)

static void
show_error (CandFileRow *self, const GError *error)
{
  if (cand_error_text_is_dismissed (error))
    return;
  cand_field_row_set_failure (CAND_FIELD_ROW (self), cand_error_text_get_body (error));
}

/* What Undo brings back, and the sentence that says what became of it. */
static void
set_removed (CandFileRow *self, CandAttachment *attachment, const char *text)
{
  g_set_object (&self->removed, attachment);
  gtk_widget_set_visible (self->removal, attachment != NULL);
  if (attachment == NULL)
    return;
  gtk_label_set_label (self->removed_name, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->removed_name), text);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
attach_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandFileRow) self = user_data;
  g_autoptr (CandAttachment) replaced = g_steal_pointer (&self->replaced);
  g_autoptr (GError) error = NULL;
  CandAttachment *present;

  if (!cand_library_attach_finish (CAND_LIBRARY (source), result, &error))
    show_error (self, error);
  gtk_widget_set_sensitive (self->choose, TRUE);
  present = cand_answer_get_attachment (cand_field_row_get_answer (CAND_FIELD_ROW (self)));
  if (error == NULL && replaced != NULL && present != NULL &&
      !g_str_equal (cand_attachment_get_sha256 (replaced), cand_attachment_get_sha256 (present)))
    {
      /* Translators: %s is the name of a file, as in "Replaced resume.pdf". */
      g_autofree char *text =
          g_strdup_printf (_ ("Replaced %s"), cand_attachment_get_name (replaced));

      set_removed (self, replaced, text);
    }
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandFileRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    cand_file_row_attach (self, file);
  else
    show_error (self, error);
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandFileRow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error))
    show_error (self, error);
}

static void
add_filter (GtkFileDialog *dialog, const char *const *types)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  if (types[0] == NULL)
    return;
  gtk_file_filter_set_name (filter, _ ("Accepted Files"));
  for (guint i = 0; types[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, types[i] + (types[i][0] == '.'));
  gtk_file_dialog_set_default_filter (dialog, filter);
}

static void
choose_clicked_cb (CandFileRow *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  CandField *field = cand_field_row_get_field (CAND_FIELD_ROW (self));

  gtk_file_dialog_set_title (dialog, cand_field_get_label (field));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Attach"));
  add_filter (dialog, cand_field_get_file_types (field));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                        self->cancellable, chosen_cb, g_object_ref (self));
}

static void
open_clicked_cb (CandFileRow *self)
{
  CandAttachment *attachment =
      cand_answer_get_attachment (cand_field_row_get_answer (CAND_FIELD_ROW (self)));
  g_autoptr (GFile) file = NULL;
  g_autoptr (GtkFileLauncher) launcher = NULL;

  if (attachment == NULL)
    return;
  file = g_file_new_for_path (cand_attachment_get_path (attachment));
  launcher = gtk_file_launcher_new (file);
  gtk_file_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                            self->cancellable, launched_cb, g_object_ref (self));
}

static void
remove_clicked_cb (CandFileRow *self)
{
  CandFieldRow *row = CAND_FIELD_ROW (self);
  CandLibrary *library = cand_field_row_get_library (row);
  CandAttachment *present = cand_answer_get_attachment (cand_field_row_get_answer (row));
  g_autofree char *text = NULL;

  cand_field_row_set_failure (row, NULL);
  if (library == NULL || present == NULL)
    return;
  /* Translators: %s is the name of a file, as in "Removed resume.pdf". */
  text = g_strdup_printf (_ ("Removed %s"), cand_attachment_get_name (present));
  set_removed (self, present, text);
  gtk_widget_grab_focus (self->removed != NULL ? self->undo : self->choose);
  cand_library_detach (library, cand_field_row_get_application (row),
                       cand_field_get_id (cand_field_row_get_field (row)));
}

static void
undo_clicked_cb (CandFileRow *self)
{
  CandFieldRow *row = CAND_FIELD_ROW (self);
  g_autoptr (CandAttachment) removed = g_steal_pointer (&self->removed);

  gtk_widget_grab_focus (self->choose);
  cand_answer_set_attachment (cand_field_row_get_answer (row), removed);
  cand_field_row_flush (row);
}

static void
keep_cb (CandFileRow *self, gint64 modified)
{
  CandFieldRow *row = CAND_FIELD_ROW (self);
  CandLibrary *library = cand_field_row_get_library (row);

  gtk_widget_grab_focus (self->choose);
  if (library != NULL)
    cand_library_keep_copy (library, cand_field_row_get_application (row),
                            cand_field_get_id (cand_field_row_get_field (row)), modified);
}

static void
replace_cb (CandFileRow *self, GFile *file)
{
  gtk_widget_grab_focus (self->choose);
  cand_file_row_attach (self, file);
}

static gboolean
dropped_cb (CandFileRow *self, const GValue *value, double x, double y)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (files == NULL)
    return FALSE;
  if (files->next != NULL)
    {
      cand_field_row_set_failure (CAND_FIELD_ROW (self), _ ("Only one file can be attached here"));
      return FALSE;
    }
  cand_file_row_attach (self, files->data);
  return TRUE;
}

/* "PDF, DOC, ODT · up to 12 MB", as far as the employer says. */
static char *
dup_limits (CandField *field)
{
  const char *const *types = cand_field_get_file_types (field);
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *size = NULL;

  for (guint i = 0; types[i] != NULL; i++)
    {
      g_autofree char *upper = g_utf8_strup (types[i] + (types[i][0] == '.'), -1);

      g_string_append_printf (list, i == 0 ? "%s" : ", %s", upper);
    }
  if (cand_field_get_max_file_size (field) == CAND_LIMIT_UNKNOWN)
    return g_string_free_and_steal (g_steal_pointer (&list));

  size = g_format_size (cand_field_get_max_file_size (field));
  if (list->len == 0)
    /* Translators: the largest file that the employer takes, as in "Up to 12 MB". */
    return g_strdup_printf (_ ("Up to %s"), size);
  /* Translators: types of files and the largest size, as in "PDF, ODT · up to 12 MB". */
  return g_strdup_printf (_ ("%s · up to %s"), list->str, size);
}

static void
cand_file_row_prepare (CandFieldRow *row)
{
  CandFileRow *self = CAND_FILE_ROW (row);
  g_autofree char *limits = dup_limits (cand_field_row_get_field (row));
  GType types[] = { GDK_TYPE_FILE_LIST };

  gtk_drop_target_set_gtypes (self->drop_target, types, G_N_ELEMENTS (types));
  cand_wrap_set_label (self->limits, limits);
  gtk_widget_set_visible (GTK_WIDGET (self->limits), *limits != '\0');
  if (*limits != '\0' && *cand_field_get_helper (cand_field_row_get_field (row)) == '\0')
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self->choose),
                                    GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->limits, NULL, -1);
}

static void
cand_file_row_show_answer (CandFieldRow *row)
{
  CandFileRow *self = CAND_FILE_ROW (row);
  CandAttachment *attachment = cand_answer_get_attachment (cand_field_row_get_answer (row));
  g_autofree char *size = NULL;
  g_autofree char *when = NULL;
  g_autofree char *copied = NULL;

  gtk_widget_set_visible (self->attached, attachment != NULL);
  cand_file_note_set_attachment (self->note, attachment);
  gtk_label_set_label (self->choose_label,
                       attachment != NULL ? _ ("Replace…") : _ ("Choose File…"));
  if (attachment == NULL)
    return;

  set_removed (self, NULL, NULL);
  cand_field_row_set_failure (row, NULL);
  gtk_label_set_label (self->name, cand_attachment_get_name (attachment));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), cand_attachment_get_name (attachment));
  size = g_format_size (cand_attachment_get_size (attachment));
  when = cand_status_dup_time (cand_attachment_get_added (attachment));
  /* Translators: size of a file and when it was copied, as in "248 kB · copied 14:02". */
  copied = g_strdup_printf (_ ("%s · copied %s"), size, when);
  gtk_label_set_label (self->copied, copied);
}

static void
cand_file_row_dispose (GObject *object)
{
  g_cancellable_cancel (CAND_FILE_ROW (object)->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAND_TYPE_FILE_ROW);
  G_OBJECT_CLASS (cand_file_row_parent_class)->dispose (object);
}

static void
cand_file_row_finalize (GObject *object)
{
  CandFileRow *self = CAND_FILE_ROW (object);

  g_clear_object (&self->removed);
  g_clear_object (&self->replaced);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (cand_file_row_parent_class)->finalize (object);
}

static void
cand_file_row_class_init (CandFileRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CandFieldRowClass *row_class = CAND_FIELD_ROW_CLASS (klass);

  object_class->dispose = cand_file_row_dispose;
  object_class->finalize = cand_file_row_finalize;
  row_class->prepare = cand_file_row_prepare;
  row_class->show_answer = cand_file_row_show_answer;

  g_type_ensure (CAND_TYPE_FILE_NOTE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               CAND_APP_PATH "/ui/application/cand-file-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CandFileRow, drop_target);
  gtk_widget_class_bind_template_child (widget_class, CandFileRow, choose);
  gtk_widget_class_bind_template_child (widget_class, CandFileRow, choose_label);
  gtk_widget_class_bind_template_child (widget_class, CandFileRow, limits);
  gtk_widget_class_bind_template_child (widget_class, CandFileRow, attached);
  gtk_widget_class_bind_template_child (widget_class, CandFileRow, name);
  gtk_widget_class_bind_template_child (widget_class, CandFileRow, copied);
  gtk_widget_class_bind_template_child (widget_class, CandFileRow, note);
  gtk_widget_class_bind_template_child (widget_class, CandFileRow, removal);
  gtk_widget_class_bind_template_child (widget_class, CandFileRow, removed_name);
  gtk_widget_class_bind_template_child (widget_class, CandFileRow, undo);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, dropped_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_clicked_cb);
}

static void
cand_file_row_init (CandFileRow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
cand_file_row_attach (CandFileRow *self, GFile *file)
{
  CandFieldRow *row = CAND_FIELD_ROW (self);
  CandLibrary *library = cand_field_row_get_library (row);

  if (library == NULL)
    return;
  cand_field_row_set_failure (row, NULL);
  g_set_object (&self->replaced, cand_answer_get_attachment (cand_field_row_get_answer (row)));
  gtk_widget_set_sensitive (self->choose, FALSE);
  cand_library_attach_async (library, cand_field_row_get_application (row),
                             cand_field_get_id (cand_field_row_get_field (row)), file,
                             self->cancellable, attach_cb, g_object_ref (self));
}
