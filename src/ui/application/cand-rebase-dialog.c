/* cand-rebase-dialog.c: what becomes of a draft on a form that changed
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-rebase-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/cand-error-text.h"
#include "ui/cand-undo-toast.h"
#include "ui/cand-wrap.h"

/* Lines of an answer that is kept. */
#define PREVIEW_LINES 2

struct _CandRebaseDialog
{
  AdwDialog parent_instance;

  AdwExpanderRow *kept;
  AdwPreferencesGroup *fresh;
  AdwPreferencesGroup *aside;
  GtkWidget *use;

  CandLibrary *library;         /* (owned) */
  CandApplication *application; /* (owned) */
  CandFormChange *change;       /* (owned) */
};

G_DEFINE_FINAL_TYPE (CandRebaseDialog, cand_rebase_dialog, ADW_TYPE_DIALOG)

enum
{
  SIGNAL_USED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkWidget *
create_row (const char *title, const char *subtitle, int lines)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title_text = cand_wrap_dup_beginning (title);
  g_autofree char *subtitle_text = cand_wrap_dup_preview (subtitle);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title_text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle_text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), lines);
  return row;
}

static const char *
get_label (CandForm *form, const char *id)
{
  CandField *field = cand_form_find_field (form, id);

  return field != NULL ? cand_field_get_label (field) : id;
}

/* The answer in the words of the form that it was written on. */
static char *
dup_kept_words (CandRebaseDialog *self, const CandRebaseKept *kept)
{
  CandField *field = cand_form_find_field (self->change->present, kept->to);
  g_autoptr (CandAnswer) answer = NULL;
  g_auto (GStrv) ids = NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  if (kept->has_file || field == NULL)
    return g_strdup ("");
  if (cand_field_get_field_type (field) == CAND_FIELD_TYPE_BOOLEAN)
    return g_strdup (g_str_equal (kept->text, "true") ? _ ("Yes") : _ ("No"));
  if (cand_field_get_field_type (field) == CAND_FIELD_TYPE_GROUP)
    return g_strdup ("");
  if (cand_field_get_n_options (field) == 0)
    return g_strdup (kept->text);
  ids = g_strsplit (kept->text, "\n", -1);
  for (char **id = ids; *id != NULL; id++)
    {
      int index = cand_field_find_option (field, *id);

      if (index >= 0)
        g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "",
                                cand_field_get_option_label (field, (guint) index));
    }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

static void
show_kept (CandRebaseDialog *self)
{
  GPtrArray *kept = self->change->rebase->kept;
  g_autofree char *title =
      g_strdup_printf (ngettext ("%u Answer Kept", "%u Answers Kept", kept->len), kept->len);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->kept), title);
  gtk_widget_set_visible (GTK_WIDGET (self->kept), kept->len > 0);
  for (guint i = 0; i < kept->len; i++)
    {
      const CandRebaseKept *answer = g_ptr_array_index (kept, i);
      g_autofree char *words = dup_kept_words (self, answer);

      adw_expander_row_add_row (
          self->kept,
          create_row (get_label (self->change->present, answer->to), words, PREVIEW_LINES));
    }
}

static void
show_fresh (CandRebaseDialog *self)
{
  GPtrArray *fresh = self->change->rebase->fresh;
  guint n = cand_form_change_count_new (self->change);
  g_autofree char *title = g_strdup_printf (ngettext ("%u New Question", "%u New Questions", n), n);

  adw_preferences_group_set_title (self->fresh, title);
  gtk_widget_set_visible (GTK_WIDGET (self->fresh), n > 0);
  for (guint i = 0; i < fresh->len; i++)
    {
      const CandRebaseFresh *question = g_ptr_array_index (fresh, i);
      CandField *field = cand_form_find_field (self->change->present, question->field);

      if (question->added)
        adw_preferences_group_add (
            self->fresh, create_row (cand_field_get_label (field),
                                     cand_field_get_required (field) ? _ ("Required") : "", 1));
    }
}

static GtkLabel *
add_label (GtkWidget *box, const char *text, const char *const *classes)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  cand_wrap_set_label (GTK_LABEL (label), text);
  gtk_widget_set_css_classes (label, (const char **) classes);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

/* What an answer that is set aside says: of a file, its name. */
static const char *
get_aside_words (CandRebaseDialog *self, const CandRebaseAside *aside)
{
  CandAnswer *answer = cand_application_find_answer (self->application, aside->field);
  CandAttachment *file = answer != NULL ? cand_answer_get_attachment (answer) : NULL;

  if (!aside->has_file)
    return aside->words;
  return file != NULL ? cand_attachment_get_name (file) : _ ("The attached file");
}

/* The earlier question, why it is one, the answer, and what asks nearly the same now. */
static GtkWidget *
create_aside_row (CandRebaseDialog *self, const CandRebaseAside *aside)
{
  static const char *const plain[] = { NULL };
  static const char *const heading[] = { "heading", NULL };
  static const char *const remark[] = { "caption", "dimmed", NULL };
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  const char *question = *aside->label != '\0' ? aside->label : _ ("Earlier question");
  GtkLabel *words;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), question);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, question,
                                  -1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  add_label (box, question, heading);
  add_label (box, cand_aside_reason_get_sentence (aside->reason), remark);
  words = add_label (box, get_aside_words (self, aside), plain);
  gtk_label_set_selectable (words, TRUE);
  if (aside->nearest != NULL)
    {
      g_autofree char *nearest =
          /* Translators: %s is a question of the new form. */
          g_strdup_printf (_ ("The nearest new question is “%s”"),
                           get_label (self->change->present, aside->nearest));

      add_label (box, nearest, remark);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

static void
show_aside (CandRebaseDialog *self)
{
  GPtrArray *asides = self->change->rebase->aside;
  g_autofree char *title = g_strdup_printf (
      ngettext ("%u Answer Set Aside", "%u Answers Set Aside", asides->len), asides->len);

  adw_preferences_group_set_title (self->aside, title);
  gtk_widget_set_visible (GTK_WIDGET (self->aside), asides->len > 0);
  for (guint i = 0; i < asides->len; i++)
    adw_preferences_group_add (self->aside, create_aside_row (self, g_ptr_array_index (asides, i)));
}

static void
used_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandRebaseDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  if (cand_library_use_form_finish (CAND_LIBRARY (source), result, &error))
    {
      adw_dialog_close (ADW_DIALOG (self));
      g_signal_emit (self, signals[SIGNAL_USED], 0);
      return;
    }
  gtk_widget_set_sensitive (self->use, TRUE);
  cand_toast_show (self->use, adw_toast_new (cand_error_text_get_title (error)));
}

/* Nothing can be typed below the dialog while the answers move. */
static void
use_clicked_cb (CandRebaseDialog *self)
{
  gtk_widget_set_sensitive (self->use, FALSE);
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  cand_library_use_form_async (self->library, self->application, self->change->present, used_cb,
                               g_object_ref (self));
}

static void
cand_rebase_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CAND_TYPE_REBASE_DIALOG);
  G_OBJECT_CLASS (cand_rebase_dialog_parent_class)->dispose (object);
}

static void
cand_rebase_dialog_finalize (GObject *object)
{
  CandRebaseDialog *self = CAND_REBASE_DIALOG (object);

  g_clear_object (&self->library);
  g_clear_object (&self->application);
  cand_form_change_free (self->change);
  G_OBJECT_CLASS (cand_rebase_dialog_parent_class)->finalize (object);
}

static void
cand_rebase_dialog_class_init (CandRebaseDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cand_rebase_dialog_dispose;
  object_class->finalize = cand_rebase_dialog_finalize;

  signals[SIGNAL_USED] = g_signal_new ("used", CAND_TYPE_REBASE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, CAND_APP_PATH
                                               "/ui/application/cand-rebase-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CandRebaseDialog, kept);
  gtk_widget_class_bind_template_child (widget_class, CandRebaseDialog, fresh);
  gtk_widget_class_bind_template_child (widget_class, CandRebaseDialog, aside);
  gtk_widget_class_bind_template_child (widget_class, CandRebaseDialog, use);
  gtk_widget_class_bind_template_callback (widget_class, use_clicked_cb);
}

static void
cand_rebase_dialog_init (CandRebaseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

CandRebaseDialog *
cand_rebase_dialog_new (CandLibrary *library, CandApplication *application, CandFormChange *change)
{
  CandRebaseDialog *self = g_object_new (CAND_TYPE_REBASE_DIALOG, NULL);

  self->library = g_object_ref (library);
  self->application = g_object_ref (application);
  self->change = change;
  show_kept (self);
  show_fresh (self);
  show_aside (self);
  return self;
}
