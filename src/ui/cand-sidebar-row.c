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
  char *note;      /* (owned) (nullable) */
  char *note_icon; /* (owned) (nullable) */
  guint count;

  GMenuModel *menu;       /* (owned) (nullable) */
  GtkWidget *popover;     /* (unowned) (nullable): until it was needed */
  GtkWidget *count_label; /* (unowned): template children from here */
  GtkWidget *note_image;  /* (unowned) */
};

G_DEFINE_FINAL_TYPE (CandSidebarRow, cand_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

typedef enum
{
  PROP_TITLE = 1,
  PROP_ICON_NAME,
  PROP_COUNT,
  PROP_COUNT_LABEL,
  PROP_HAS_COUNT,
  PROP_NOTE,
  PROP_NOTE_ICON,
} CandSidebarRowProperty;

static GParamSpec *properties[PROP_NOTE_ICON + 1];

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

/* At (@x, @y) of the row, or below it where @x is negative. */
static void
open_menu (CandSidebarRow *self, double x, double y)
{
  GdkRectangle place = { (int) x, (int) y, 1, 1 };

  if (self->menu == NULL)
    return;
  if (self->popover == NULL)
    {
      self->popover = gtk_popover_menu_new_from_model (self->menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), x >= 0 ? &place : NULL);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
pressed_cb (CandSidebarRow *self, int n_press, double x, double y, GtkGesture *gesture)
{
  if (self->menu != NULL)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (self, x, y);
}

static void
long_pressed_cb (CandSidebarRow *self, double x, double y, GtkGesture *gesture)
{
  if (self->menu != NULL)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (self, x, y);
}

static void
open_menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_menu (CAND_SIDEBAR_ROW (widget), -1, -1);
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
    case PROP_NOTE:
      g_value_set_string (value, self->note);
      break;
    case PROP_NOTE_ICON:
      g_value_set_string (value, self->note_icon);
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
    case PROP_NOTE:
    case PROP_NOTE_ICON:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
cand_sidebar_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CandSidebarRow *self = CAND_SIDEBAR_ROW (widget);

  GTK_WIDGET_CLASS (cand_sidebar_row_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
cand_sidebar_row_dispose (GObject *object)
{
  CandSidebarRow *self = CAND_SIDEBAR_ROW (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), CAND_TYPE_SIDEBAR_ROW);
  g_clear_object (&self->menu);

  G_OBJECT_CLASS (cand_sidebar_row_parent_class)->dispose (object);
}

static void
cand_sidebar_row_finalize (GObject *object)
{
  CandSidebarRow *self = CAND_SIDEBAR_ROW (object);

  g_clear_pointer (&self->view, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->icon_name, g_free);
  g_clear_pointer (&self->heading, g_free);
  g_clear_pointer (&self->note, g_free);
  g_clear_pointer (&self->note_icon, g_free);

  G_OBJECT_CLASS (cand_sidebar_row_parent_class)->finalize (object);
}

static void
cand_sidebar_row_class_init (CandSidebarRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->size_allocate = cand_sidebar_row_size_allocate;
  object_class->get_property = cand_sidebar_row_get_property;
  object_class->set_property = cand_sidebar_row_set_property;
  object_class->dispose = cand_sidebar_row_dispose;
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
  properties[PROP_NOTE] =
      g_param_spec_string ("note", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NOTE_ICON] = g_param_spec_string ("note-icon", NULL, NULL, NULL,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_action (widget_class, "menu.popup", NULL, open_menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "menu.popup",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "menu.popup", NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               CAND_APP_PATH "/ui/cand-sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CandSidebarRow, count_label);
  gtk_widget_class_bind_template_child (widget_class, CandSidebarRow, note_image);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
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
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "menu.popup", FALSE);
  cand_sidebar_row_set_note (self, NULL, NULL);
  return GTK_WIDGET (self);
}

void
cand_sidebar_row_set_note (CandSidebarRow *self, const char *icon_name, const char *note)
{
  if (g_set_str (&self->note_icon, icon_name))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTE_ICON]);
  if (g_set_str (&self->note, note))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTE]);
  gtk_widget_set_visible (self->note_image, note != NULL);
  if (note != NULL)
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->note_image),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, note, -1);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                      self->count_label, self->note_image, NULL, -1);
    }
  else
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                    self->count_label, NULL, -1);
}

void
cand_sidebar_row_set_menu (CandSidebarRow *self, GMenuModel *menu)
{
  g_set_object (&self->menu, menu);
  if (self->popover != NULL)
    gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->popover), menu);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "menu.popup", menu != NULL);
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
