/* cand-sidebar-row.c: one view of the sidebar
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-sidebar-row.h"

struct _CandSidebarRow
{
  GtkListBoxRow parent_instance;

  char *view;      /* (owned) */
  char *title;     /* (owned) */
  char *icon_name; /* (owned) */
  char *heading;   /* (owned) (nullable) */
  guint count;
};

G_DEFINE_FINAL_TYPE (CandSidebarRow, cand_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

typedef enum
{
  PROP_TITLE = 1,
  PROP_ICON_NAME,
  PROP_COUNT,
  PROP_COUNT_LABEL,
  PROP_HAS_COUNT,
} CandSidebarRowProperty;

static GParamSpec *properties[PROP_HAS_COUNT + 1];

static void
set_title (CandSidebarRow *self, const char *title)
{
  if (g_set_str (&self->title, title))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
set_count (CandSidebarRow *self, guint count)
{
  if (self->count == count)
    return;
  self->count = count;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_COUNT]);
}

static void
cand_sidebar_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CandSidebarRow *self = CAND_SIDEBAR_ROW (object);

  switch ((CandSidebarRowProperty) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, self->icon_name);
      break;
    case PROP_COUNT:
      g_value_set_uint (value, self->count);
      break;
    case PROP_COUNT_LABEL:
      g_value_take_string (value, g_strdup_printf ("%'u", self->count));
      break;
    case PROP_HAS_COUNT:
      g_value_set_boolean (value, self->count > 0);
      break;
    }
}

static void
cand_sidebar_row_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  CandSidebarRow *self = CAND_SIDEBAR_ROW (object);

  switch ((CandSidebarRowProperty) prop_id)
    {
    case PROP_TITLE:
      set_title (self, g_value_get_string (value));
      break;
    case PROP_COUNT:
      set_count (self, g_value_get_uint (value));
      break;
    case PROP_ICON_NAME:
    case PROP_COUNT_LABEL:
    case PROP_HAS_COUNT:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
cand_sidebar_row_finalize (GObject *object)
{
  CandSidebarRow *self = CAND_SIDEBAR_ROW (object);

  g_clear_pointer (&self->view, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->icon_name, g_free);
  g_clear_pointer (&self->heading, g_free);

  G_OBJECT_CLASS (cand_sidebar_row_parent_class)->finalize (object);
}

static void
cand_sidebar_row_class_init (CandSidebarRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cand_sidebar_row_get_property;
  object_class->set_property = cand_sidebar_row_set_property;
  object_class->finalize = cand_sidebar_row_finalize;

  properties[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_COUNT] =
      g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_COUNT_LABEL] = g_param_spec_string ("count-label", NULL, NULL, NULL,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_HAS_COUNT] = g_param_spec_boolean ("has-count", NULL, NULL, FALSE,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               CAND_APP_PATH "/ui/cand-sidebar-row.ui");
}

static void
cand_sidebar_row_init (CandSidebarRow *self)
{
}

GtkWidget *
cand_sidebar_row_new (const char *view,
                      const char *title,
                      const char *icon_name,
                      const char *heading)
{
  CandSidebarRow *self = g_object_new (CAND_TYPE_SIDEBAR_ROW, NULL);

  self->view = g_strdup (view);
  self->title = g_strdup (title);
  self->icon_name = g_strdup (icon_name);
  self->heading = g_strdup (heading);
  /* After the fields, so that the template's bindings find them. */
  gtk_widget_init_template (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

const char *
cand_sidebar_row_get_view (CandSidebarRow *self)
{
  return self->view;
}

const char *
cand_sidebar_row_get_heading (CandSidebarRow *self)
{
  return self->heading;
}

const char *
cand_sidebar_row_get_title (CandSidebarRow *self)
{
  return self->title;
}
