/* cand-multiple-row.c: a question that is answered with one or several options
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-multiple-row.h"

#include "ui/cand-wrap.h"

/* Where only one option may be chosen the buttons are radio buttons. They can be cleared unless an
 * answer is required. */
struct _CandMultipleRow
{
  CandFieldRow parent_instance;

  GtkWidget *clear;
  GtkBox *options;
  GPtrArray *buttons; /* (element-type GtkCheckButton) in the field's order */
};

G_DEFINE_FINAL_TYPE (CandMultipleRow, cand_multiple_row, CAND_TYPE_FIELD_ROW)

static void
update_clear (CandMultipleRow *self)
{
  CandFieldRow *row = CAND_FIELD_ROW (self);
  CandField *field = cand_field_row_get_field (row);

  gtk_widget_set_visible (
      self->clear, cand_field_get_single_option (field) && !cand_field_get_required (field) &&
                       cand_answer_get_answered (cand_field_row_get_answer (row)));
}

/* Of two radio buttons that change together only the chosen one counts. */
static void
toggled_cb (CandMultipleRow *self, GtkCheckButton *button)
{
  CandFieldRow *row = CAND_FIELD_ROW (self);
  CandField *field = cand_field_row_get_field (row);
  gboolean active = gtk_check_button_get_active (button);
  guint i;

  if (cand_field_row_is_showing (row) || (!active && cand_field_get_single_option (field)))
    return;
  if (g_ptr_array_find (self->buttons, button, &i))
    cand_answer_set_option (cand_field_row_get_answer (row), cand_field_get_option_id (field, i),
                            active);
}

static void
clear_clicked_cb (CandMultipleRow *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->options), GTK_DIR_TAB_FORWARD);
  cand_answer_set_text (cand_field_row_get_answer (CAND_FIELD_ROW (self)), "");
}

static void
cand_multiple_row_prepare (CandFieldRow *row)
{
  CandMultipleRow *self = CAND_MULTIPLE_ROW (row);
  CandField *field = cand_field_row_get_field (row);
  gboolean single = cand_field_get_single_option (field);

  if (single)
    g_object_set (self->options, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO_GROUP, NULL);
  for (guint i = 0; i < cand_field_get_n_options (field); i++)
    {
      GtkWidget *button = gtk_check_button_new ();
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      cand_wrap_set_label (GTK_LABEL (label), cand_field_get_option_label (field, i));
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                      label, NULL, -1);
      if (single && i > 0)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (button),
                                    g_ptr_array_index (self->buttons, 0));
      g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->buttons, button);
      gtk_box_append (self->options, button);
    }
}

static void
cand_multiple_row_show_answer (CandFieldRow *row)
{
  CandMultipleRow *self = CAND_MULTIPLE_ROW (row);
  CandField *field = cand_field_row_get_field (row);
  CandAnswer *answer = cand_field_row_get_answer (row);

  for (guint i = 0; i < self->buttons->len; i++)
    gtk_check_button_set_active (
        g_ptr_array_index (self->buttons, i),
        cand_answer_get_option (answer, cand_field_get_option_id (field, i)));
  update_clear (self);
}

static void
cand_multiple_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CAND_TYPE_MULTIPLE_ROW);
  G_OBJECT_CLASS (cand_multiple_row_parent_class)->dispose (object);
}

static void
cand_multiple_row_finalize (GObject *object)
{
  g_clear_pointer (&CAND_MULTIPLE_ROW (object)->buttons, g_ptr_array_unref);
  G_OBJECT_CLASS (cand_multiple_row_parent_class)->finalize (object);
}

static void
cand_multiple_row_class_init (CandMultipleRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CandFieldRowClass *row_class = CAND_FIELD_ROW_CLASS (klass);

  object_class->dispose = cand_multiple_row_dispose;
  object_class->finalize = cand_multiple_row_finalize;
  row_class->prepare = cand_multiple_row_prepare;
  row_class->show_answer = cand_multiple_row_show_answer;

  gtk_widget_class_set_template_from_resource (widget_class, CAND_APP_PATH
                                               "/ui/application/cand-multiple-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CandMultipleRow, clear);
  gtk_widget_class_bind_template_child (widget_class, CandMultipleRow, options);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
}

static void
cand_multiple_row_init (CandMultipleRow *self)
{
  self->buttons = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
