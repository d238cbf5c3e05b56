/* cand-earlier-dialog.c: what an answer said before
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-earlier-dialog.h"

#include <glib/gi18n-lib.h>

#include "cand-answer-replace.h"
#include "cand-diff-view.h"
#include "core/model/cand-rebase.h"
#include "core/model/cand-text-limit.h"
#include "ui/cand-error-text.h"
#include "ui/cand-status-text.h"
#include "ui/cand-wrap.h"

/* Lines of an earlier text that are shown. */
#define PREVIEW_LINES 3

struct _CandEarlierDialog
{
  AdwDialog parent_instance;

  AdwNavigationView *navigation;
  GtkStack *stack;
  AdwPreferencesGroup *group;
  AdwStatusPage *failed;
  AdwNavigationPage *compare_page;
  GtkLabel *legend;
  CandDiffView *diff;
  GtkWidget *restore;

  CandFieldRow *row;              /* (owned) */
  CandAnswer *answer;             /* (unowned) the row's */
  GPtrArray *values;              /* (owned) (nullable) (element-type CandEarlierValue) */
  const CandEarlierValue *chosen; /* (unowned) (nullable) the one that is compared */
  GCancellable *cancellable;      /* (owned) of the loading */
};

G_DEFINE_FINAL_TYPE (CandEarlierDialog, cand_earlier_dialog, ADW_TYPE_DIALOG)

/* Options by their labels, a group in lines. (transfer full) */
static char *
dup_words (CandEarlierDialog *self, const char *text)
{
  return cand_rebase_dup_words (cand_answer_get_field (self->answer), text);
}

static gboolean
is_counted (CandEarlierDialog *self)
{
  CandFieldType type = cand_field_get_field_type (cand_answer_get_field (self->answer));

  return type == CAND_FIELD_TYPE_PARAGRAPH || type == CAND_FIELD_TYPE_TEXT;
}

/* When, and how long. (transfer full) */
static char *
dup_title (CandEarlierDialog *self, const CandEarlierValue *value)
{
  g_autofree char *when = cand_status_dup_time (value->written);
  gint64 length = cand_text_count (value->text, CAND_UNITS_ASSUMED);

  if (!is_counted (self))
    return g_steal_pointer (&when);
  return g_strdup_printf (
      /* Translators: a time ("14:02", or a day and a time), and the length of a text. */
      ngettext ("%s · %u character", "%s · %u characters", length), when, (guint) length);
}

/* What a restored version is without, and what it has again; one of them may be nothing. */
static char *
dup_legend (guint n_removed, guint n_added)
{
  g_autofree char *removed =
      g_strdup_printf (ngettext ("Restoring takes away %u word (struck through)",
                                 "Restoring takes away %u words (struck through)", n_removed),
                       n_removed);
  g_autofree char *added = NULL;

  if (n_removed == 0)
    return g_strdup_printf (ngettext ("Restoring brings back %u word (underlined).",
                                      "Restoring brings back %u words (underlined).", n_added),
                            n_added);
  if (n_added == 0)
    return g_strconcat (removed, ".", NULL);
  added = g_strdup_printf (ngettext ("and brings back %u word (underlined).",
                                     "and brings back %u words (underlined).", n_added),
                           n_added);
  /* Translators: "Restoring takes away 2 words (struck through)" and "and brings back 3 words
   * (underlined).", which make one sentence. */
  return g_strdup_printf (_ ("%s %s"), removed, added);
}

static void
show_legend (CandEarlierDialog *self, guint n_removed, guint n_added)
{
  g_autofree char *legend = dup_legend (n_removed, n_added);

  gtk_label_set_label (self->legend, legend);
}

static void
show_comparison (CandEarlierDialog *self)
{
  g_autofree char *present = dup_words (self, cand_answer_get_text (self->answer));
  g_autofree char *words = dup_words (self, self->chosen->text);
  g_autofree char *when = cand_status_dup_time (self->chosen->written);
  gboolean same = g_str_equal (cand_answer_get_text (self->answer), self->chosen->text);

  adw_navigation_page_set_title (self->compare_page, when);
  gtk_label_set_label (self->legend, same ? _ ("This is what the answer says now.") : "");
  gtk_widget_set_sensitive (self->restore, !same);
  cand_diff_view_compare (self->diff, present, words);
}

static void
diff_shown_cb (CandEarlierDialog *self, guint n_removed, guint n_added)
{
  if (n_removed > 0 || n_added > 0)
    show_legend (self, n_removed, n_added);
}

static void
row_activated_cb (CandEarlierDialog *self, AdwActionRow *row)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "index"));

  self->chosen = g_ptr_array_index (self->values, index);
  show_comparison (self);
  adw_navigation_view_push (self->navigation, self->compare_page);
}

static void
restore_clicked_cb (CandEarlierDialog *self)
{
  cand_answer_replace (cand_field_row_get_library (self->row),
                       cand_field_row_get_application (self->row), self->answer, self->chosen->text,
                       _ ("Earlier version restored"), GTK_WIDGET (self->row));
  adw_dialog_close (ADW_DIALOG (self));
}

static GtkWidget *
create_row (CandEarlierDialog *self, guint index)
{
  const CandEarlierValue *value = g_ptr_array_index (self->values, index);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  g_autofree char *title = dup_title (self, value);
  g_autofree char *words = dup_words (self, value->text);
  g_autofree char *text = cand_wrap_dup_preview (words);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), *text != '\0' ? text : _ ("Empty"));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), PREVIEW_LINES);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  g_object_set_data (G_OBJECT (row), "index", GUINT_TO_POINTER (index));
  g_signal_connect_swapped (row, "activated", G_CALLBACK (row_activated_cb), self);
  return row;
}

static void
show_failure (CandEarlierDialog *self, const GError *error)
{
  g_autofree char *body = g_markup_escape_text (cand_error_text_get_body (error), -1);

  adw_status_page_set_title (self->failed, cand_error_text_get_title (error));
  adw_status_page_set_description (self->failed, body);
  gtk_stack_set_visible_child_name (self->stack, "failed");
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
      show_failure (self, error);
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
  CandEarlierDialog *self = CAND_EARLIER_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAND_TYPE_EARLIER_DIALOG);
  G_OBJECT_CLASS (cand_earlier_dialog_parent_class)->dispose (object);
}

static void
cand_earlier_dialog_finalize (GObject *object)
{
  CandEarlierDialog *self = CAND_EARLIER_DIALOG (object);

  g_clear_object (&self->row);
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

  g_type_ensure (CAND_TYPE_DIFF_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, CAND_APP_PATH
                                               "/ui/application/cand-earlier-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CandEarlierDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, CandEarlierDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, CandEarlierDialog, group);
  gtk_widget_class_bind_template_child (widget_class, CandEarlierDialog, failed);
  gtk_widget_class_bind_template_child (widget_class, CandEarlierDialog, compare_page);
  gtk_widget_class_bind_template_child (widget_class, CandEarlierDialog, legend);
  gtk_widget_class_bind_template_child (widget_class, CandEarlierDialog, diff);
  gtk_widget_class_bind_template_child (widget_class, CandEarlierDialog, restore);
  gtk_widget_class_bind_template_callback (widget_class, restore_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, diff_shown_cb);
}

static void
cand_earlier_dialog_init (CandEarlierDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
cand_earlier_dialog_new (CandFieldRow *row)
{
  CandEarlierDialog *self;

  g_return_val_if_fail (CAND_IS_FIELD_ROW (row), NULL);
  self = g_object_new (CAND_TYPE_EARLIER_DIALOG, NULL);
  self->row = g_object_ref (row);
  self->answer = cand_field_row_get_answer (row);
  cand_library_load_earlier_async (cand_field_row_get_library (row),
                                   cand_field_row_get_application (row),
                                   cand_field_get_id (cand_field_row_get_field (row)),
                                   self->cancellable, load_cb, g_object_ref (self));
  return ADW_DIALOG (self);
}
