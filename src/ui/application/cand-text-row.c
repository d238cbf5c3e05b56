/* cand-text-row.c: a question that is answered with a line of text or a number
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-text-row.h"

#include <string.h>

#include "core/model/cand-model-text.h"

struct _CandTextRow
{
  CandFieldRow parent_instance;

  GtkText *text;
};

G_DEFINE_FINAL_TYPE (CandTextRow, cand_text_row, CAND_TYPE_FIELD_ROW)

static GtkInputPurpose
input_purpose (CandFieldType type)
{
  switch (type)
    {
    case CAND_FIELD_TYPE_EMAIL:
      return GTK_INPUT_PURPOSE_EMAIL;
    case CAND_FIELD_TYPE_PHONE:
      return GTK_INPUT_PURPOSE_PHONE;
    case CAND_FIELD_TYPE_NUMBER:
      return GTK_INPUT_PURPOSE_NUMBER;
    case CAND_FIELD_TYPE_TEXT:
    case CAND_FIELD_TYPE_PARAGRAPH:
    case CAND_FIELD_TYPE_DATE:
    case CAND_FIELD_TYPE_BOOLEAN:
    case CAND_FIELD_TYPE_DROPDOWN:
    case CAND_FIELD_TYPE_MULTIPLE:
    case CAND_FIELD_TYPE_FILE:
    case CAND_FIELD_TYPE_GROUP:
      break;
    }
  return GTK_INPUT_PURPOSE_FREE_FORM;
}

static void
text_changed_cb (CandTextRow *self)
{
  cand_field_row_write (CAND_FIELD_ROW (self), gtk_editable_get_text (GTK_EDITABLE (self->text)));
}

/* What is pasted may be of several lines, which one line cannot show: they become one. What the
 * answer says is shown as it is. */
static void
insert_text_cb (
    CandTextRow *self, const char *text, int length, int *position, GtkEditable *editable)
{
  g_autofree char *inserted = g_strndup (text, length < 0 ? strlen (text) : (gsize) length);
  g_autofree char *line = NULL;

  if (cand_field_row_is_showing (CAND_FIELD_ROW (self)) || strpbrk (inserted, "\r\n") == NULL)
    return;
  line = cand_text_dup_line (inserted);
  g_signal_stop_emission_by_name (editable, "insert-text");
  if (line != NULL)
    gtk_editable_insert_text (editable, line, -1, position);
}

static void
cand_text_row_prepare (CandFieldRow *row)
{
  CandTextRow *self = CAND_TEXT_ROW (row);

  gtk_text_set_input_purpose (
      self->text, input_purpose (cand_field_get_field_type (cand_field_row_get_field (row))));
}

static void
cand_text_row_show_answer (CandFieldRow *row)
{
  CandTextRow *self = CAND_TEXT_ROW (row);
  const char *text = cand_answer_get_text (cand_field_row_get_answer (row));

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->text)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->text), text);
}

static void
cand_text_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CAND_TYPE_TEXT_ROW);
  G_OBJECT_CLASS (cand_text_row_parent_class)->dispose (object);
}

static void
cand_text_row_class_init (CandTextRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CandFieldRowClass *row_class = CAND_FIELD_ROW_CLASS (klass);

  object_class->dispose = cand_text_row_dispose;
  row_class->prepare = cand_text_row_prepare;
  row_class->show_answer = cand_text_row_show_answer;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               CAND_APP_PATH "/ui/application/cand-text-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CandTextRow, text);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, insert_text_cb);
}

static void
cand_text_row_init (CandTextRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
