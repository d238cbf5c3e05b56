/* cand-sidebar.c: the views of the window: positions by mark, applications, boards, programmes
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-sidebar.h"

#include <glib/gi18n-lib.h>

#include "cand-following.h"
#include "cand-sidebar-row.h"

/* All positions, new, starred, applications. */
#define N_FIXED_VIEWS 4

struct _CandSidebar
{
  AdwBin parent_instance;

  CandLibrary *library; /* (owned) */
  char *wanted;         /* (owned) (nullable): a view asked for before it was there */
  guint n_boards;       /* rows of them; the programmes' come after, the offers' at the end */
  guint n_programmes;
  guint fallback; /* source that looks for a view when the selected one has gone; 0 for none */

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
  SIGNAL_OFFER_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What the state of a board's row follows from. */
static const char *const board_notes[] = { "notify::state", "notify::reason", "notify::confirmed" };

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

static gboolean
fall_back_cb (gpointer user_data)
{
  CandSidebar *self = user_data;

  self->fallback = 0;
  if (gtk_list_box_get_selected_row (self->list) == NULL)
    cand_sidebar_select (self, "all");
  return G_SOURCE_REMOVE;
}

/* A row that goes while it is selected may come back at once: it is wanted until then, or until
 * another is chosen. */
static void
remove_rows (CandSidebar *self, int index, guint n)
{
  for (; n > 0; n--)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

      if (gtk_list_box_row_is_selected (row))
        {
          g_set_str (&self->wanted, cand_sidebar_row_get_view (CAND_SIDEBAR_ROW (row)));
          if (self->fallback == 0)
            self->fallback = g_idle_add (fall_back_cb, self);
        }
      gtk_list_box_remove (self->list, GTK_WIDGET (row));
    }
}

/* What keeps a board from being like the others. */
static void
update_note (GtkWidget *row, GParamSpec *pspec, CandBoard *board)
{
  g_autofree char *note = cand_following_dup_note (board);
  g_autofree char *when_asked = cand_following_dup_when_asked (board);

  if (note != NULL)
    cand_sidebar_row_set_note (CAND_SIDEBAR_ROW (row), "dialog-warning-symbolic", note);
  else
    cand_sidebar_row_set_note (CAND_SIDEBAR_ROW (row), "notifications-disabled-symbolic",
                               when_asked);
}

static void
set_menu (GtkWidget *row, const char *url)
{
  g_autoptr (GMenuModel) menu =
      cand_following_menu_new (cand_sidebar_row_get_view (CAND_SIDEBAR_ROW (row)), url);

  cand_sidebar_row_set_menu (CAND_SIDEBAR_ROW (row), menu);
}

/* The views that are always there come first, then the boards, the programmes, the offers. */
static void
boards_items_changed_cb (
    CandSidebar *self, guint position, guint removed, guint added, GListModel *boards)
{
  remove_rows (self, N_FIXED_VIEWS + position, removed);
  self->n_boards += added - removed;
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (CandBoard) board = g_list_model_get_item (boards, i);
      g_autofree char *view = g_strconcat ("board:", cand_board_get_key (board), NULL);
      GtkWidget *row = insert_row (self, N_FIXED_VIEWS + i, view, cand_board_get_name (board),
                                   "view-pin-symbolic", _ ("Boards"), G_OBJECT (board), "n-open");

      g_object_bind_property (board, "name", row, "title", G_BINDING_DEFAULT);
      set_menu (row, cand_board_get_url (board));
      for (gsize j = 0; j < G_N_ELEMENTS (board_notes); j++)
        g_signal_connect_object (board, board_notes[j], G_CALLBACK (update_note), row,
                                 G_CONNECT_SWAPPED);
      update_note (row, NULL, board);
    }
}

static void
programmes_items_changed_cb (
    CandSidebar *self, guint position, guint removed, guint added, GListModel *programmes)
{
  guint first = N_FIXED_VIEWS + self->n_boards;

  remove_rows (self, first + position, removed);
  self->n_programmes += added - removed;
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (CandProgramme) programme = g_list_model_get_item (programmes, i);
      g_autofree char *view = g_strconcat ("programme:", cand_programme_get_name (programme), NULL);
      GtkWidget *row = insert_row (self, first + i, view, cand_programme_get_title (programme),
                                   "x-office-document-symbolic", _ ("Programmes"), NULL, NULL);

      g_object_bind_property (programme, "title", row, "title", G_BINDING_DEFAULT);
      set_menu (row, cand_programme_get_url (programme));
    }
}

static GMenuModel *
make_offer_menu (CandOffer *offer)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuItem) item = g_menu_item_new (_ ("_Dismiss"), NULL);

  g_menu_item_set_action_and_target (item, "win.dismiss-offer", "x", cand_offer_get_id (offer));
  g_menu_append_item (menu, item);
  return G_MENU_MODEL (menu);
}

/* What a blog offers is looked at, and is no view to stay in. */
static void
offers_items_changed_cb (
    CandSidebar *self, guint position, guint removed, guint added, GListModel *offers)
{
  guint first = N_FIXED_VIEWS + self->n_boards + self->n_programmes;

  remove_rows (self, first + position, removed);
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (CandOffer) offer = g_list_model_get_item (offers, i);
      g_autofree char *view =
          g_strdup_printf ("offer:%" G_GINT64_FORMAT, cand_offer_get_id (offer));
      GtkWidget *row = insert_row (self, first + i, view, cand_offer_get_title (offer),
                                   "document-new-symbolic", _ ("New Announcements"), NULL, NULL);
      g_autoptr (GMenuModel) menu = make_offer_menu (offer);

      g_object_set (row, "count", cand_offer_get_n_positions (offer), NULL);
      gtk_widget_set_tooltip_text (row, cand_offer_get_title (offer));
      gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
      cand_sidebar_row_set_menu (CAND_SIDEBAR_ROW (row), menu);
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

/* (transfer full) (nullable): what an offer's row stands for. */
static CandOffer *
find_offer (CandSidebar *self, GtkListBoxRow *row)
{
  int first = N_FIXED_VIEWS + self->n_boards + self->n_programmes;
  int index = gtk_list_box_row_get_index (row);

  return index >= first
             ? g_list_model_get_item (cand_library_get_offers (self->library), index - first)
             : NULL;
}

static void
row_activated_cb (CandSidebar *self, GtkListBoxRow *row)
{
  g_autoptr (CandOffer) offer = find_offer (self, row);

  if (offer != NULL)
    {
      g_signal_emit (self, signals[SIGNAL_OFFER_CHOSEN], 0, offer);
      return;
    }
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

  g_clear_handle_id (&self->fallback, g_source_remove);
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
  signals[SIGNAL_OFFER_CHOSEN] =
      g_signal_new ("offer-chosen", CAND_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, CAND_TYPE_OFFER);

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

static void
insert_fixed_views (CandSidebar *self)
{
  GObject *source = G_OBJECT (self->library);

  insert_row (self, 0, "all", _ ("All Positions"), "view-list-symbolic", NULL, source,
              "n-positions");
  /* Translators: the page with all the positions that have not been read yet. */
  insert_row (self, 1, "new", C_ ("view", "New"), "mail-unread-symbolic", NULL, source, "n-new");
  /* Translators: the page with all the positions that are starred. */
  insert_row (self, 2, "starred", C_ ("view", "Starred"), "starred-symbolic", NULL, source,
              "n-starred");
  insert_row (self, 3, "applications", _ ("Applications"), "document-edit-symbolic", NULL, source,
              "n-applications");
}

void
cand_sidebar_set_library (CandSidebar *self, CandLibrary *library)
{
  GListModel *boards = cand_library_get_boards (library);
  GListModel *programmes = cand_library_get_programmes (library);
  GListModel *offers = cand_library_get_offers (library);

  g_return_if_fail (self->library == NULL);

  self->library = g_object_ref (library);
  insert_fixed_views (self);
  g_signal_connect_object (boards, "items-changed", G_CALLBACK (boards_items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (programmes, "items-changed", G_CALLBACK (programmes_items_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (offers, "items-changed", G_CALLBACK (offers_items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  boards_items_changed_cb (self, 0, 0, g_list_model_get_n_items (boards), boards);
  programmes_items_changed_cb (self, 0, 0, g_list_model_get_n_items (programmes), programmes);
  offers_items_changed_cb (self, 0, 0, g_list_model_get_n_items (offers), offers);
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
cand_sidebar_focus (CandSidebar *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

void
cand_sidebar_open_menu (CandSidebar *self)
{
  gtk_menu_button_popup (self->menu_button);
}
