/* cand-earlier-dialog.c: what an answer said before
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-earlier-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/cand-error-text.h"
#include "ui/cand-status-text.h"
#include "ui/cand-wrap.h"

/* Lines of an earlier text that are shown. */
#define PREVIEW_LINES 8

struct _CandEarlierDialog
{
  AdwDialog parent_instance;

  GtkStack *stack;
  AdwPreferencesGroup *group;
  AdwStatusPage *failed;

  CandAnswer *answer;        /* (owned) */
  GPtrArray *values;         /* (owned) (nullable) (element-type CandEarlierValue) */
  GCancellable *cancellable; /* (owned) of the loading */
};

G_DEFINE_FINAL_TYPE (CandEarlierDialog, cand_earlier_dialog, ADW_TYPE_DIALOG)

static void
restore_clicked_cb (CandEarlierDialog *self, GtkWidget *button)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));
  const CandEarlierValue *value = g_ptr_array_index (self->values, index);

  cand_answer_set_text (self->answer, value->text);
  adw_dialog_close (ADW_DIALOG (self));
}

static GtkWidget *
create_row (CandEarlierDialog *self, guint index)
{
  const CandEarlierValue *value = g_ptr_array_index (self->values, index);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Restore"));
  g_autofree char *when = cand_status_dup_time (value->written);
  g_autofree char *text = cand_wrap_dup_beginning (value->text);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), *text != '\0' ? text : _ ("Empty"));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), PREVIEW_LINES);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (restore_clicked_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
load_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandEarlierDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) values =
      cand_library_load_earlier_finish (CAND_LIBRARY (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (values == NULL)
    {
      g_autofree char *body = g_markup_escape_text (cand_error_text_get_body (error), -1);

      adw_status_page_set_title (self->failed, cand_error_text_get_title (error));
      adw_status_page_set_description (self->failed, body);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  self->values = g_steal_pointer (&values);
  for (guint i = 0; i < self->values->len; i++)
    adw_preferences_group_add (self->group, create_row (self, i));
  gtk_stack_set_visible_child_name (self->stack, self->values->len > 0 ? "versions" : "none");
}

static void
cand_earlier_dialog_dispose (GObject *object)
{
  g_cancellable_cancel (CAND_EARLIER_DIALOG (object)->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAND_TYPE_EARLIER_DIALOG);
  G_OBJECT_CLASS (cand_earlier_dialog_parent_class)->dispose (object);
}

static void
cand_earlier_dialog_finalize (GObject *object)
{
  CandEarlierDialog *self = CAND_EARLIER_DIALOG (object);

  g_clear_object (&self->answer);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->values, g_ptr_array_unref);
  G_OBJECT_CLASS (cand_earlier_dialog_parent_class)->finalize (object);
}

static void
cand_earlier_dialog_class_init (CandEarlierDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cand_earlier_dialog_dispose;
  object_class->finalize = cand_earlier_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, CAND_APP_PATH
                                               "/ui/application/cand-earlier-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CandEarlierDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, CandEarlierDialog, group);
  gtk_widget_class_bind_template_child (widget_class, CandEarlierDialog, failed);
}

static void
cand_earlier_dialog_init (CandEarlierDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
cand_earlier_dialog_new (CandLibrary *library, CandApplication *application, CandAnswer *answer)
{
  CandEarlierDialog *self = g_object_new (CAND_TYPE_EARLIER_DIALOG, NULL);

  self->answer = g_object_ref (answer);
  cand_library_load_earlier_async (library, application,
                                   cand_field_get_id (cand_answer_get_field (answer)),
                                   self->cancellable, load_cb, g_object_ref (self));
  return ADW_DIALOG (self);
}
