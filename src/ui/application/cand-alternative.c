/* cand-alternative.c: another way to answer a question, below it
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-alternative.h"

#include <glib/gi18n-lib.h>

/* Part of the row of the question; the other way has a row of its own in it. */
struct _CandAlternative
{
  AdwBin parent_instance;

  GtkLabel *sentence;
  GtkWidget *reveal;
  GtkListBox *box;

  CandFieldRow *other; /* (unowned) in the box */
};

G_DEFINE_FINAL_TYPE (CandAlternative, cand_alternative, ADW_TYPE_BIN)

static void
show_other (CandAlternative *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->box), TRUE);
  gtk_widget_set_visible (self->reveal, FALSE);
}

/* Once it was there it stays, also when it is emptied again. */
static void
answered_cb (CandAlternative *self)
{
  if (cand_answer_get_answered (cand_field_row_get_answer (self->other)))
    show_other (self);
}

static void
reveal_clicked_cb (CandAlternative *self)
{
  show_other (self);
  cand_field_row_enter (self->other);
}

static gboolean
is_file (CandFieldRow *row)
{
  return cand_field_get_field_type (cand_field_row_get_field (row)) == CAND_FIELD_TYPE_FILE;
}

static void
cand_alternative_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CAND_TYPE_ALTERNATIVE);
  G_OBJECT_CLASS (cand_alternative_parent_class)->dispose (object);
}

static void
cand_alternative_class_init (CandAlternativeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cand_alternative_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               CAND_APP_PATH "/ui/application/cand-alternative.ui");
  gtk_widget_class_bind_template_child (widget_class, CandAlternative, sentence);
  gtk_widget_class_bind_template_child (widget_class, CandAlternative, reveal);
  gtk_widget_class_bind_template_child (widget_class, CandAlternative, box);
  gtk_widget_class_bind_template_callback (widget_class, reveal_clicked_cb);
}

static void
cand_alternative_init (CandAlternative *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

gboolean
cand_alternative_is_one (CandApplication *application, CandAnswer *answer)
{
  const char *id = cand_field_get_alternative (cand_answer_get_field (answer));
  CandAnswer *main_answer = *id != '\0' ? cand_application_find_answer (application, id) : NULL;

  return main_answer != NULL && cand_answer_get_alternative (main_answer) == answer;
}

void
cand_alternative_attach (CandFieldRow *row, CandFieldRow *other)
{
  CandAlternative *self = g_object_new (CAND_TYPE_ALTERNATIVE, NULL);
  gboolean file_or_text = is_file (row) != is_file (other);

  self->other = other;
  gtk_list_box_append (self->box, GTK_WIDGET (other));
  gtk_label_set_label (self->sentence, file_or_text
                                           ? _ ("A file or a text: one of the two is enough.")
                                           : _ ("One of two answers is enough."));
  if (is_file (other))
    gtk_button_set_label (GTK_BUTTON (self->reveal), _ ("Attach a File Instead"));
  else if (is_file (row))
    gtk_button_set_label (GTK_BUTTON (self->reveal), _ ("Write a Text Instead"));
  else
    gtk_button_set_label (GTK_BUTTON (self->reveal), _ ("Give the Other Answer"));
  g_signal_connect_object (cand_field_row_get_answer (other), "notify::answered",
                           G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  answered_cb (self);
  cand_field_row_add_offer (row, GTK_WIDGET (self));
}
