/* cand-reuse-dialog.c: earlier answers to the same or a similar question
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-reuse-dialog.h"

#include <glib/gi18n-lib.h>

#include "cand-answer-replace.h"
#include "cand-reuse-row.h"
#include "core/library/cand-reuse.h"
#include "ui/cand-wrap.h"

struct _CandReuseDialog
{
  AdwDialog parent_instance;

  AdwToastOverlay *toasts;
  AdwPreferencesGroup *group;

  CandFieldRow *row; /* (owned) */
};

G_DEFINE_FINAL_TYPE (CandReuseDialog, cand_reuse_dialog, ADW_TYPE_DIALOG)

static void
copy_cb (CandReuseDialog *self, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("Copied")));
}

static void
use_cb (CandReuseDialog *self, const char *text)
{
  CandAnswer *answer = cand_field_row_get_answer (self->row);
  gboolean replaces = *cand_answer_get_text (answer) != '\0';

  cand_answer_replace (
      cand_field_row_get_library (self->row), cand_field_row_get_application (self->row), answer,
      text, replaces ? _ ("Answer replaced") : _ ("Answer put in"), GTK_WIDGET (self->row));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
cand_reuse_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CAND_TYPE_REUSE_DIALOG);
  G_OBJECT_CLASS (cand_reuse_dialog_parent_class)->dispose (object);
}

static void
cand_reuse_dialog_finalize (GObject *object)
{
  g_clear_object (&CAND_REUSE_DIALOG (object)->row);
  G_OBJECT_CLASS (cand_reuse_dialog_parent_class)->finalize (object);
}

static void
cand_reuse_dialog_class_init (CandReuseDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cand_reuse_dialog_dispose;
  object_class->finalize = cand_reuse_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, CAND_APP_PATH
                                               "/ui/application/cand-reuse-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CandReuseDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, CandReuseDialog, group);
}

static void
cand_reuse_dialog_init (CandReuseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
cand_reuse_dialog_new (CandFieldRow *row, GPtrArray *found)
{
  CandReuseDialog *self;
  CandField *field;
  gboolean replaces;
  g_autofree char *question = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (CAND_IS_FIELD_ROW (row), NULL);
  self = g_object_new (CAND_TYPE_REUSE_DIALOG, NULL);
  self->row = g_object_ref (row);
  field = cand_field_row_get_field (row);
  replaces = *cand_answer_get_text (cand_field_row_get_answer (row)) != '\0';
  question = cand_wrap_dup_beginning (cand_field_get_label (field));
  title = g_markup_escape_text (question, -1);
  adw_preferences_group_set_title (self->group, title);
  adw_preferences_group_set_description (
      self->group,
      replaces
          ? _ ("What you wrote elsewhere. What the answer says now is kept as an earlier version.")
          : _ ("What you wrote elsewhere."));
  for (guint i = 0; i < found->len; i++)
    {
      GtkWidget *each = cand_reuse_row_new (g_ptr_array_index (found, i), field, replaces);

      g_signal_connect_swapped (each, "use", G_CALLBACK (use_cb), self);
      g_signal_connect_swapped (each, "copy", G_CALLBACK (copy_cb), self);
      adw_preferences_group_add (self->group, each);
    }
  return ADW_DIALOG (self);
}
