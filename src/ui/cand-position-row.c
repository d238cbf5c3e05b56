/* cand-position-row.c: one position in the list
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-position-row.h"

#include <glib/gi18n-lib.h>

#include "cand-status-text.h"

struct _CandPositionRow
{
  AdwBin parent_instance;

  CandPosition *position; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (CandPositionRow, cand_position_row, ADW_TYPE_BIN)

typedef enum
{
  PROP_POSITION = 1,
} CandPositionRowProperty;

static GParamSpec *properties[PROP_POSITION + 1];

static void
set_position (CandPositionRow *self, CandPosition *position)
{
  if (g_set_object (&self->position, position))
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

  gtk_widget_dispose_template (GTK_WIDGET (self), CAND_TYPE_POSITION_ROW);
  g_clear_object (&self->position);

  G_OBJECT_CLASS (cand_position_row_parent_class)->dispose (object);
}

static void
cand_position_row_class_init (CandPositionRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cand_position_row_get_property;
  object_class->set_property = cand_position_row_set_property;
  object_class->dispose = cand_position_row_dispose;

  properties[PROP_POSITION] =
      g_param_spec_object ("position", NULL, NULL, CAND_TYPE_POSITION,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               CAND_APP_PATH "/ui/cand-position-row.ui");
  gtk_widget_class_bind_template_callback_full (widget_class, "string_has_text",
                                                G_CALLBACK (cand_string_has_text));
}

static void
cand_position_row_init (CandPositionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

char *
cand_position_row_describe (CandPosition *position)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;
  const char *state = cand_position_get_state_label (position);

  g_strv_builder_add (parts, cand_position_get_title (position));
  g_strv_builder_add (parts, cand_position_get_organisation (position));
  g_strv_builder_take (parts, cand_position_dup_place (position));
  if (*state != '\0')
    g_strv_builder_add (parts, state);
  if (cand_position_get_is_new (position))
    g_strv_builder_add (parts, _ ("New"));
  if (cand_position_get_drafted (position))
    g_strv_builder_add (parts, _ ("Application drafted"));
  strings = g_strv_builder_end (parts);
  return g_strjoinv (", ", strings);
}
