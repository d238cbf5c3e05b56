/* cand-aside-row.c: one answer that was set aside
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-aside-row.h"

#include <glib/gi18n-lib.h>

#include "ui/cand-error-text.h"
#include "ui/cand-status-text.h"
#include "ui/cand-undo-toast.h"
#include "ui/cand-wrap.h"

/* Of a question on a button, as many characters. */
#define BUTTON_CHARACTERS 40

struct _CandAsideRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel *question;
  GtkLabel *reason;
  GtkWidget *file_icon;
  GtkLabel *words;
  GtkLabel *placed;
  GtkWidget *put;
  GtkLabel *put_label;
  GtkWidget *undo;
  GtkWidget *open;
  GtkWidget *copy;

  CandLibrary *library;         /* (owned) */
  CandApplication *application; /* (owned) */
  CandAside *aside;             /* (owned) */
  CandAnswer *answer;           /* (owned) (nullable) what it was put into, to be undone */
  char *text;                   /* (owned) (nullable) what that said then */
  GCancellable *cancellable;    /* (owned) of the opening; cancelled with the row */
};

G_DEFINE_FINAL_TYPE (CandAsideRow, cand_aside_row, ADW_TYPE_PREFERENCES_ROW)

static void
show_place (CandAsideRow *self)
{
  g_autofree char *text = NULL;
  CandAnswer *place = cand_aside_find_place (self->aside, self->application, &text);
  g_autofree char *question = NULL;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (self->put, place != NULL);
  if (place == NULL)
    return;
  question = cand_wrap_dup_beginning (cand_field_get_label (cand_answer_get_field (place)));
  /* Translators: %s is a question of the form. */
  label = g_strdup_printf (_ ("Put Into “%s”"), question);
  gtk_label_set_label (self->put_label, label);
  gtk_widget_set_tooltip_text (self->put, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->put), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
show_placed (CandAsideRow *self)
{
  gint64 when = cand_aside_get_placed (self->aside);
  g_autofree char *time = when != 0 ? cand_status_dup_time (when) : NULL;
  /* Translators: %s is a time, as in "Put into the form 14:02". */
  g_autofree char *label = g_strdup_printf (_ ("Put into the form %s"), time != NULL ? time : "");

  gtk_label_set_label (self->placed, label);
  gtk_widget_set_visible (GTK_WIDGET (self->placed), when != 0);
  gtk_widget_set_visible (self->undo, when != 0 && self->answer != NULL);
}

static void
update (CandAsideRow *self)
{
  show_place (self);
  show_placed (self);
}

/* Now, not after the toast that offers Undo. */
static void
say_stays (CandAsideRow *self)
{
  AdwToast *toast = adw_toast_new (_ ("The answer was changed since, and stays"));

  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  cand_toast_show (GTK_WIDGET (self), toast);
}

static void
put_back (CandAsideRow *self)
{
  g_autoptr (CandAnswer) answer = g_steal_pointer (&self->answer);
  g_autofree char *text = g_steal_pointer (&self->text);

  if (answer != NULL &&
      !cand_library_take_aside_back (self->library, self->application, self->aside, answer, text))
    say_stays (self);
}

static void
undo_cb (AdwToast *toast, gpointer user_data)
{
  put_back (user_data);
}

static void
put_clicked_cb (CandAsideRow *self)
{
  CandAnswer *answer = cand_library_place_aside (self->library, self->application, self->aside);

  if (answer == NULL)
    return;
  g_set_object (&self->answer, answer);
  g_set_str (&self->text, cand_answer_get_text (answer));
  update (self);
  cand_toast_show (GTK_WIDGET (self), cand_undo_toast_new (_ ("Put into the form"), undo_cb,
                                                           g_object_ref (self), g_object_unref));
  /* Its button is gone. */
  gtk_widget_grab_focus (self->undo);
}

static void
undo_clicked_cb (CandAsideRow *self)
{
  put_back (self);
  gtk_widget_grab_focus (gtk_widget_get_visible (self->put)    ? self->put
                         : gtk_widget_get_visible (self->open) ? self->open
                                                               : self->copy);
}

static void
copy_clicked_cb (CandAsideRow *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          cand_aside_get_words (self->aside));
  cand_toast_show (GTK_WIDGET (self), adw_toast_new (_ ("Copied")));
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandAsideRow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error) ||
      cand_error_text_is_dismissed (error))
    return;
  cand_toast_show (GTK_WIDGET (self), adw_toast_new (cand_error_text_get_title (error)));
}

static void
open_clicked_cb (CandAsideRow *self)
{
  CandAttachment *attachment = cand_aside_get_attachment (self->aside);
  g_autoptr (GFile) file = g_file_new_for_path (cand_attachment_get_path (attachment));
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                            self->cancellable, launched_cb, g_object_ref (self));
}

static void
show_aside (CandAsideRow *self)
{
  CandAttachment *file = cand_aside_get_attachment (self->aside);
  const char *words = cand_aside_get_words (self->aside);
  const char *label = cand_aside_get_label (self->aside);

  cand_wrap_set_label (self->question, *label != '\0' ? label : _ ("Earlier question"));
  gtk_label_set_label (self->reason,
                       cand_aside_reason_get_past_sentence (cand_aside_get_reason (self->aside)));
  cand_wrap_set_label (self->words, file != NULL ? cand_attachment_get_name (file) : words);
  gtk_widget_set_visible (self->file_icon, file != NULL);
  gtk_widget_set_visible (self->open, file != NULL);
  gtk_widget_set_visible (self->copy, *words != '\0');
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), gtk_label_get_label (self->question));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (self->question), -1);
}

static void
cand_aside_row_dispose (GObject *object)
{
  g_cancellable_cancel (CAND_ASIDE_ROW (object)->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAND_TYPE_ASIDE_ROW);
  G_OBJECT_CLASS (cand_aside_row_parent_class)->dispose (object);
}

static void
cand_aside_row_finalize (GObject *object)
{
  CandAsideRow *self = CAND_ASIDE_ROW (object);

  g_clear_object (&self->library);
  g_clear_object (&self->application);
  g_clear_object (&self->aside);
  g_clear_object (&self->answer);
  g_clear_object (&self->cancellable);
  g_free (self->text);
  G_OBJECT_CLASS (cand_aside_row_parent_class)->finalize (object);
}

static void
cand_aside_row_class_init (CandAsideRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cand_aside_row_dispose;
  object_class->finalize = cand_aside_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               CAND_APP_PATH "/ui/application/cand-aside-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CandAsideRow, question);
  gtk_widget_class_bind_template_child (widget_class, CandAsideRow, reason);
  gtk_widget_class_bind_template_child (widget_class, CandAsideRow, file_icon);
  gtk_widget_class_bind_template_child (widget_class, CandAsideRow, words);
  gtk_widget_class_bind_template_child (widget_class, CandAsideRow, placed);
  gtk_widget_class_bind_template_child (widget_class, CandAsideRow, put);
  gtk_widget_class_bind_template_child (widget_class, CandAsideRow, put_label);
  gtk_widget_class_bind_template_child (widget_class, CandAsideRow, undo);
  gtk_widget_class_bind_template_child (widget_class, CandAsideRow, open);
  gtk_widget_class_bind_template_child (widget_class, CandAsideRow, copy);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, put_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_clicked_cb);
}

static void
cand_aside_row_init (CandAsideRow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_max_width_chars (self->put_label, BUTTON_CHARACTERS);
}

CandAsideRow *
cand_aside_row_new (CandLibrary *library, CandApplication *application, CandAside *aside)
{
  CandAsideRow *self = g_object_new (CAND_TYPE_ASIDE_ROW, NULL);

  self->library = g_object_ref (library);
  self->application = g_object_ref (application);
  self->aside = g_object_ref (aside);
  show_aside (self);
  update (self);
  /* Which questions nothing answers changes with how many there are. */
  g_signal_connect_object (application, "notify::answered", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (aside, "notify::placed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return self;
}
