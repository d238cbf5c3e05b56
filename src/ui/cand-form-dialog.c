/* cand-form-dialog.c: all questions of a form, to read
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-form-dialog.h"

#include <glib/gi18n-lib.h>

#include "cand-wrap.h"
#include "core/model/cand-field-words.h"

struct _CandFormDialog
{
  AdwDialog parent_instance;

  GtkBox *sections; /* (unowned): template child */
};

G_DEFINE_FINAL_TYPE (CandFormDialog, cand_form_dialog, ADW_TYPE_DIALOG)

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0f, NULL);

  cand_wrap_set_label (GTK_LABEL (label), text);
  return label;
}

/* A sign beside the question: "Required". */
static GtkWidget *
make_tag (const char *text)
{
  GtkWidget *tag = gtk_label_new (text);

  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (tag, "caption");
  gtk_widget_add_css_class (tag, "dimmed");
  return tag;
}

static GtkWidget *
make_caption (const char *text)
{
  GtkWidget *caption = make_label (text);

  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dimmed");
  return caption;
}

/* Everything about a question, for a screen reader that stops at its row. (transfer full) */
static char *
dup_description (CandField *field, const char *type)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (cand_field_get_required (field))
    g_string_append_printf (text, "%s. ", _ ("Required"));
  if (cand_field_get_sensitive (field))
    g_string_append_printf (text, "%s. ", _ ("Personal"));
  g_string_append (text, type);
  if (*cand_field_get_helper (field) != '\0')
    g_string_append_printf (text, ". %s", cand_field_get_helper (field));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
make_heading (CandField *field)
{
  GtkWidget *heading =
      g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 9, "line-spacing", 3, NULL);

  adw_wrap_box_append (ADW_WRAP_BOX (heading), make_label (cand_field_get_label (field)));
  if (cand_field_get_required (field))
    adw_wrap_box_append (ADW_WRAP_BOX (heading), make_tag (_ ("Required")));
  if (cand_field_get_sensitive (field))
    /* Translators: of a question that is never answered for the person. */
    adw_wrap_box_append (ADW_WRAP_BOX (heading), make_tag (_ ("Personal")));
  return heading;
}

static GtkWidget *
make_row (CandField *field)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                 6, "margin-top", 9, "margin-bottom", 9, "margin-start", 12,
                                 "margin-end", 12, NULL);
  g_autofree char *type = cand_field_dup_type_label (field);
  g_autofree char *description = dup_description (field, type);

  gtk_box_append (GTK_BOX (box), make_heading (field));
  gtk_box_append (GTK_BOX (box), make_caption (type));
  if (*cand_field_get_helper (field) != '\0')
    gtk_box_append (GTK_BOX (box), make_caption (cand_field_get_helper (field)));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  cand_field_get_label (field), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
  return row;
}

static void
add_section (CandFormDialog *self, CandForm *form, guint section)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *name = cand_wrap_dup_beginning (cand_form_get_section_name (form, section));
  g_autofree char *title = g_markup_escape_text (name, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  for (guint i = 0; i < cand_form_get_n_fields (form, section); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               make_row (cand_form_get_field (form, section, i)));
  gtk_box_append (self->sections, group);
}

static void
cand_form_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CAND_TYPE_FORM_DIALOG);
  G_OBJECT_CLASS (cand_form_dialog_parent_class)->dispose (object);
}

static void
cand_form_dialog_class_init (CandFormDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cand_form_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               CAND_APP_PATH "/ui/cand-form-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CandFormDialog, sections);
}

static void
cand_form_dialog_init (CandFormDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
cand_form_dialog_new (CandForm *form)
{
  CandFormDialog *self = g_object_new (CAND_TYPE_FORM_DIALOG, NULL);

  for (guint i = 0; i < cand_form_get_n_sections (form); i++)
    if (cand_form_get_n_fields (form, i) > 0)
      add_section (self, form, i);
  return ADW_DIALOG (self);
}
