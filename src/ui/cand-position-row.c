/* cand-position-row.c: one position in the list
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-position-row.h"

#include <glib/gi18n-lib.h>

#include "cand-wrap.h"

/* A list view keeps two hundred rows whatever is in sight, so a row is made by hand and has no more
 * widgets than it shows: two labels, and a mark only while there is something to mark. */
struct _CandPositionRow
{
  AdwBin parent_instance;

  CandPosition *position; /* (owned) (nullable) */
  GSignalGroup *notes;    /* (owned): what the position notifies */
  GtkBox *line;           /* (unowned): the whole row */
  GtkLabel *title;        /* (unowned) */
  GtkBox *facts_line;     /* (unowned) */
  GtkLabel *facts;        /* (unowned) */
  GtkWidget *state;       /* (unowned) (nullable): a mark, as are those below */
  GtkWidget *drafted;     /* (unowned) (nullable) */
  GtkWidget *starred;     /* (unowned) (nullable) */
  GtkWidget *is_new;      /* (unowned) (nullable) */
};

G_DEFINE_FINAL_TYPE (CandPositionRow, cand_position_row, ADW_TYPE_BIN)

typedef enum
{
  PROP_POSITION = 1,
} CandPositionRowProperty;

static GParamSpec *properties[PROP_POSITION + 1];

static GtkWidget *
make_icon (const char *icon_name, const char *style)
{
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name", icon_name, NULL);

  gtk_widget_add_css_class (icon, style);
  return icon;
}

static GtkWidget *
make_pill (const char *text, const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "valign", GTK_ALIGN_CENTER, NULL);

  gtk_widget_add_css_class (label, "pill-label");
  gtk_widget_add_css_class (label, style);
  return label;
}

/* Takes the mark in *@slot away; the caller puts another there where there is something to mark. */
static void
clear_mark (GtkBox *box, GtkWidget **slot)
{
  if (*slot != NULL)
    gtk_box_remove (box, *slot);
  *slot = NULL;
}

static void
update_marks (CandPositionRow *self)
{
  const char *state = cand_position_get_state_label (self->position);

  clear_mark (self->facts_line, &self->state);
  clear_mark (self->line, &self->drafted);
  clear_mark (self->line, &self->starred);
  clear_mark (self->line, &self->is_new);
  if (*state != '\0')
    {
      self->state = make_pill (state, "caption");
      gtk_box_prepend (self->facts_line, self->state);
    }
  if (cand_position_get_drafted (self->position))
    {
      self->drafted = make_icon ("document-edit-symbolic", "dimmed");
      gtk_box_append (self->line, self->drafted);
    }
  if (cand_position_get_starred (self->position))
    {
      self->starred = make_icon ("starred-symbolic", "star");
      gtk_box_append (self->line, self->starred);
    }
  if (cand_position_get_is_new (self->position))
    {
      self->is_new = make_pill (_ ("New"), "new");
      gtk_widget_add_css_class (self->is_new, "caption-heading");
      gtk_box_append (self->line, self->is_new);
    }
}

static void
update_words (CandPositionRow *self)
{
  g_autofree char *facts = cand_position_dup_facts_line (self->position);

  cand_wrap_set_label (self->title, cand_position_get_title (self->position));
  gtk_label_set_label (self->facts, facts);
}

static void
set_position (CandPositionRow *self, CandPosition *position)
{
  if (!g_set_object (&self->position, position))
    return;
  g_signal_group_set_target (self->notes, position);
  if (position != NULL)
    {
      update_words (self);
      update_marks (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POSITION]);
}

static void
cand_position_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((CandPositionRowProperty) prop_id)
    {
    case PROP_POSITION:
      g_value_set_object (value, CAND_POSITION_ROW (object)->position);
      break;
    }
}

static void
cand_position_row_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  switch ((CandPositionRowProperty) prop_id)
    {
    case PROP_POSITION:
      set_position (CAND_POSITION_ROW (object), g_value_get_object (value));
      break;
    }
}

static void
cand_position_row_dispose (GObject *object)
{
  CandPositionRow *self = CAND_POSITION_ROW (object);

  g_clear_object (&self->notes);
  g_clear_object (&self->position);

  G_OBJECT_CLASS (cand_position_row_parent_class)->dispose (object);
}

static void
cand_position_row_class_init (CandPositionRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cand_position_row_get_property;
  object_class->set_property = cand_position_row_set_property;
  object_class->dispose = cand_position_row_dispose;

  properties[PROP_POSITION] =
      g_param_spec_object ("position", NULL, NULL, CAND_TYPE_POSITION,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
make_labels (CandPositionRow *self)
{
  GtkWidget *column =
      g_object_new (GTK_TYPE_BOX, "hexpand", TRUE, "orientation", GTK_ORIENTATION_VERTICAL,
                    "spacing", 3, "valign", GTK_ALIGN_CENTER, NULL);

  self->title = g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, "lines", 2, "wrap",
                              TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "position-title");
  self->facts = g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, "hexpand", TRUE,
                              "xalign", 0.0f, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->facts), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->facts), "dimmed");
  self->facts_line = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_box_append (self->facts_line, GTK_WIDGET (self->facts));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->facts_line));
  gtk_box_append (self->line, column);
}

static void
cand_position_row_init (CandPositionRow *self)
{
  static const char *const words[] = { "title", "facts-line" };
  static const char *const marks[] = { "state-label", "drafted", "starred", "is-new" };

  self->line =
      g_object_new (GTK_TYPE_BOX, "margin-bottom", 8, "margin-top", 8, "spacing", 12, NULL);
  make_labels (self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->line));
  self->notes = g_signal_group_new (CAND_TYPE_POSITION);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *signal = g_strconcat ("notify::", words[i], NULL);

      g_signal_group_connect_swapped (self->notes, signal, G_CALLBACK (update_words), self);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *signal = g_strconcat ("notify::", marks[i], NULL);

      g_signal_group_connect_swapped (self->notes, signal, G_CALLBACK (update_marks), self);
    }
}

char *
cand_position_row_describe (CandPosition *position)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;
  const char *state = cand_position_get_state_label (position);

  g_strv_builder_add (parts, cand_position_get_title (position));
  if (*cand_position_get_organisation (position) != '\0')
    g_strv_builder_add (parts, cand_position_get_organisation (position));
  g_strv_builder_take (parts, cand_position_dup_place (position));
  if (*state != '\0')
    g_strv_builder_add (parts, state);
  if (cand_position_get_is_new (position))
    g_strv_builder_add (parts, _ ("New"));
  if (cand_position_get_starred (position))
    g_strv_builder_add (parts, _ ("Starred"));
  if (cand_position_get_drafted (position))
    g_strv_builder_add (parts, _ ("Application drafted"));
  strings = g_strv_builder_end (parts);
  return g_strjoinv (", ", strings);
}
