/* cand-boolean-row.c: a question that is answered with yes or no
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-boolean-row.h"

/* Three states: neither toggle is pressed while the question is not answered. */
struct _CandBooleanRow
{
  CandFieldRow parent_instance;

  GtkWidget *clear;
  AdwToggleGroup *toggles;
};

G_DEFINE_FINAL_TYPE (CandBooleanRow, cand_boolean_row, CAND_TYPE_FIELD_ROW)

static void
active_changed_cb (CandBooleanRow *self)
{
  const char *name = adw_toggle_group_get_active_name (self->toggles);

  cand_field_row_write (CAND_FIELD_ROW (self), name != NULL ? name : "");
  gtk_widget_set_visible (self->clear, name != NULL);
}

static void
clear_clicked_cb (CandBooleanRow *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->toggles), GTK_DIR_TAB_FORWARD);
  adw_toggle_group_set_active (self->toggles, GTK_INVALID_LIST_POSITION);
}

static void
cand_boolean_row_show_answer (CandFieldRow *row)
{
  CandBooleanRow *self = CAND_BOOLEAN_ROW (row);
  const char *text = cand_answer_get_text (cand_field_row_get_answer (row));
  guint active = GTK_INVALID_LIST_POSITION;

  if (g_str_equal (text, "true"))
    active = 0;
  else if (g_str_equal (text, "false"))
    active = 1;
  adw_toggle_group_set_active (self->toggles, active);
  gtk_widget_set_visible (self->clear, active != GTK_INVALID_LIST_POSITION);
}

static void
cand_boolean_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CAND_TYPE_BOOLEAN_ROW);
  G_OBJECT_CLASS (cand_boolean_row_parent_class)->dispose (object);
}

static void
cand_boolean_row_class_init (CandBooleanRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cand_boolean_row_dispose;
  CAND_FIELD_ROW_CLASS (klass)->show_answer = cand_boolean_row_show_answer;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               CAND_APP_PATH "/ui/application/cand-boolean-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CandBooleanRow, clear);
  gtk_widget_class_bind_template_child (widget_class, CandBooleanRow, toggles);
  gtk_widget_class_bind_template_callback (widget_class, active_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
}

static void
cand_boolean_row_init (CandBooleanRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
