/* cand-sidebar.c: the views of the window: positions by mark, applications, boards, programmes
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-sidebar.h"

#include <glib/gi18n-lib.h>

#include "cand-sidebar-row.h"

/* All positions, new, starred, applications. */
#define N_FIXED_VIEWS 4

struct _CandSidebar
{
  AdwBin parent_instance;

  CandLibrary *library; /* (owned) */
  char *wanted;         /* (owned) (nullable): a view asked for before it was there */

  GtkListBox *list;           /* (unowned): template children from here */
  GtkMenuButton *menu_button; /* (unowned) */
};

G_DEFINE_FINAL_TYPE (CandSidebar, cand_sidebar, ADW_TYPE_BIN)

typedef enum
{
  PROP_SELECTED = 1,
} CandSidebarProperty;

static GParamSpec *properties[PROP_SELECTED + 1];

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static CandSidebarRow *
find_row (CandSidebar *self, const char *view)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_str_equal (cand_sidebar_row_get_view (CAND_SIDEBAR_ROW (row)), view))
      return CAND_SIDEBAR_ROW (row);
  return NULL;
}

/* Puts the view at @index, with its count following @source's @property. */
static GtkWidget *
insert_row (CandSidebar *self,
            int index,
            const char *view,
            const char *title,
            const char *icon_name,
            const char *heading,
            GObject *source,
            const char *property)
{
  GtkWidget *row = cand_sidebar_row_new (view, title, icon_name, heading);

  if (property != NULL)
    g_object_bind_property (source, property, row, "count", G_BINDING_SYNC_CREATE);
  gtk_list_box_insert (self->list, row, index);
  if (g_strcmp0 (self->wanted, view) == 0)
    cand_sidebar_select (self, view);
  return row;
}

/* A row that goes while it is selected may come back at once: it is wanted until another is chosen.
 */
static void
remove_rows (CandSidebar *self, int index, guint n)
{
  for (; n > 0; n--)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

      if (gtk_list_box_row_is_selected (row))
        g_set_str (&self->wanted, cand_sidebar_row_get_view (CAND_SIDEBAR_ROW (row)));
      gtk_list_box_remove (self->list, GTK_WIDGET (row));
    }
}

/* The views that are always there come first, then the boards, then the programmes. */
static void
boards_items_changed_cb (
    CandSidebar *self, guint position, guint removed, guint added, GListModel *boards)
{
  remove_rows (self, N_FIXED_VIEWS + position, removed);
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (CandBoard) board = g_list_model_get_item (boards, i);
      g_autofree char *view = g_strconcat ("board:", cand_board_get_key (board), NULL);
      GtkWidget *row = insert_row (self, N_FIXED_VIEWS + i, view, cand_board_get_name (board),
                                   "view-pin-symbolic", _ ("Boards"), G_OBJECT (board), "n-open");

      g_object_bind_property (board, "name", row, "title", G_BINDING_DEFAULT);
    }
}

static void
programmes_items_changed_cb (
    CandSidebar *self, guint position, guint removed, guint added, GListModel *programmes)
{
  guint first = N_FIXED_VIEWS + g_list_model_get_n_items (cand_library_get_boards (self->library));

  remove_rows (self, first + position, removed);
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (CandProgramme) programme = g_list_model_get_item (programmes, i);
      g_autofree char *view = g_strconcat ("programme:", cand_programme_get_name (programme), NULL);

      insert_row (self, first + i, view, cand_programme_get_title (programme),
                  "x-office-document-symbolic", _ ("Programmes"), NULL, NULL);
    }
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const char *heading = cand_sidebar_row_get_heading (CAND_SIDEBAR_ROW (row));
  const char *above =
      before != NULL ? cand_sidebar_row_get_heading (CAND_SIDEBAR_ROW (before)) : NULL;
  GtkWidget *label;

  if (heading == NULL || g_strcmp0 (heading, above) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = g_object_new (GTK_TYPE_LABEL, "label", heading, "xalign", 0.0f, "ellipsize",
                        PANGO_ELLIPSIZE_END, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (label, "sidebar-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
row_selected_cb (CandSidebar *self, GtkListBoxRow *row)
{
  if (row != NULL)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
row_activated_cb (CandSidebar *self, GtkListBoxRow *row)
{
  g_clear_pointer (&self->wanted, g_free);
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
cand_sidebar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((CandSidebarProperty) prop_id)
    {
    case PROP_SELECTED:
      g_value_set_string (value, cand_sidebar_get_selected (CAND_SIDEBAR (object)));
      break;
    }
}

static void
cand_sidebar_dispose (GObject *object)
{
  CandSidebar *self = CAND_SIDEBAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CAND_TYPE_SIDEBAR);
  g_clear_object (&self->library);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (cand_sidebar_parent_class)->dispose (object);
}

static void
cand_sidebar_class_init (CandSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cand_sidebar_get_property;
  object_class->dispose = cand_sidebar_dispose;

  properties[PROP_SELECTED] =
      g_param_spec_string ("selected", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", CAND_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, CAND_APP_PATH "/ui/cand-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, CandSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, CandSidebar, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
cand_sidebar_init (CandSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
}

void
cand_sidebar_set_library (CandSidebar *self, CandLibrary *library)
{
  GObject *source = G_OBJECT (library);
  GListModel *boards = cand_library_get_boards (library);
  GListModel *programmes = cand_library_get_programmes (library);

  g_return_if_fail (self->library == NULL);

  self->library = g_object_ref (library);
  insert_row (self, 0, "all", _ ("All Positions"), "view-list-symbolic", NULL, source,
              "n-positions");
  /* Translators: the page with all the positions that have not been read yet. */
  insert_row (self, 1, "new", C_ ("view", "New"), "mail-unread-symbolic", NULL, source, "n-new");
  /* Translators: the page with all the positions that are starred. */
  insert_row (self, 2, "starred", C_ ("view", "Starred"), "starred-symbolic", NULL, source,
              "n-starred");
  insert_row (self, 3, "applications", _ ("Applications"), "document-edit-symbolic", NULL, source,
              "n-applications");
  g_signal_connect_object (boards, "items-changed", G_CALLBACK (boards_items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (programmes, "items-changed", G_CALLBACK (programmes_items_changed_cb),
                           self, G_CONNECT_SWAPPED);
  boards_items_changed_cb (self, 0, 0, g_list_model_get_n_items (boards), boards);
  programmes_items_changed_cb (self, 0, 0, g_list_model_get_n_items (programmes), programmes);
}

const char *
cand_sidebar_get_selected (CandSidebar *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? cand_sidebar_row_get_view (CAND_SIDEBAR_ROW (row)) : NULL;
}

const char *
cand_sidebar_get_selected_title (CandSidebar *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? cand_sidebar_row_get_title (CAND_SIDEBAR_ROW (row)) : _ ("Positions");
}

gboolean
cand_sidebar_select (CandSidebar *self, const char *view)
{
  g_autofree char *name = g_strdup (view);
  CandSidebarRow *row = find_row (self, name);

  if (row == NULL)
    {
      g_set_str (&self->wanted, name);
      return FALSE;
    }
  g_clear_pointer (&self->wanted, g_free);
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  return TRUE;
}

void
cand_sidebar_open_menu (CandSidebar *self)
{
  gtk_menu_button_popup (self->menu_button);
}
