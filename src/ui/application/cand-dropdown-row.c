/* cand-dropdown-row.c: a question that is answered with one of many options
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-dropdown-row.h"

#include <glib/gi18n-lib.h>

#include "ui/cand-wrap.h"

/* With more options than this they can be searched. */
#define SEARCHED 12

/* The first item stands for no answer; the field's options follow; an answer that is none of them
 * (any more) is the last, so that showing it does not replace it. */
struct _CandDropdownRow
{
  CandFieldRow parent_instance;

  GtkDropDown *dropdown;
  GtkStringList *options;

  char *unknown; /* (owned) (nullable) the answer that is no option */
};

G_DEFINE_FINAL_TYPE (CandDropdownRow, cand_dropdown_row, CAND_TYPE_FIELD_ROW)

static void
selected_changed_cb (CandDropdownRow *self)
{
  CandFieldRow *row = CAND_FIELD_ROW (self);
  guint selected = gtk_drop_down_get_selected (self->dropdown);
  CandField *field;

  if (cand_field_row_is_showing (row))
    return;
  field = cand_field_row_get_field (row);
  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    cand_field_row_write (row, "");
  else if (selected <= cand_field_get_n_options (field))
    cand_field_row_write (row, cand_field_get_option_id (field, selected - 1));
  else
    cand_field_row_write (row, self->unknown);
}

static void
cand_dropdown_row_prepare (CandFieldRow *row)
{
  CandDropdownRow *self = CAND_DROPDOWN_ROW (row);
  CandField *field = cand_field_row_get_field (row);
  guint n = cand_field_get_n_options (field);

  gtk_string_list_append (self->options, _ ("Not Answered"));
  for (guint i = 0; i < n; i++)
    gtk_string_list_take (self->options,
                          cand_wrap_dup_beginning (cand_field_get_option_label (field, i)));
  gtk_drop_down_set_enable_search (self->dropdown, n > SEARCHED);
}

static void
cand_dropdown_row_show_answer (CandFieldRow *row)
{
  CandDropdownRow *self = CAND_DROPDOWN_ROW (row);
  CandField *field = cand_field_row_get_field (row);
  const char *text = cand_answer_get_text (cand_field_row_get_answer (row));
  guint selected = cand_field_find_option (field, text) + 1;

  if (selected == 0 && *text != '\0')
    {
      selected = cand_field_get_n_options (field) + 1;
      g_set_str (&self->unknown, text);
      if (g_list_model_get_n_items (G_LIST_MODEL (self->options)) == selected)
        gtk_string_list_append (self->options, _ ("An Option No Longer Offered"));
    }
  gtk_drop_down_set_selected (self->dropdown, selected);
}

static void
cand_dropdown_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CAND_TYPE_DROPDOWN_ROW);
  G_OBJECT_CLASS (cand_dropdown_row_parent_class)->dispose (object);
}

static void
cand_dropdown_row_finalize (GObject *object)
{
  g_clear_pointer (&CAND_DROPDOWN_ROW (object)->unknown, g_free);
  G_OBJECT_CLASS (cand_dropdown_row_parent_class)->finalize (object);
}

static void
cand_dropdown_row_class_init (CandDropdownRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CandFieldRowClass *row_class = CAND_FIELD_ROW_CLASS (klass);

  object_class->dispose = cand_dropdown_row_dispose;
  object_class->finalize = cand_dropdown_row_finalize;
  row_class->prepare = cand_dropdown_row_prepare;
  row_class->show_answer = cand_dropdown_row_show_answer;

  gtk_widget_class_set_template_from_resource (widget_class, CAND_APP_PATH
                                               "/ui/application/cand-dropdown-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CandDropdownRow, dropdown);
  gtk_widget_class_bind_template_child (widget_class, CandDropdownRow, options);
  gtk_widget_class_bind_template_callback (widget_class, selected_changed_cb);
}

static void
cand_dropdown_row_init (CandDropdownRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
