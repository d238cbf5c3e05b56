/* cand-positions-page.c: the list of positions: search, sections by team, refresh
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-positions-page.h"

#include <glib/gi18n-lib.h>

#include "cand-banner.h"
#include "cand-error-text.h"
#include "cand-following.h"
#include "cand-position-row.h"
#include "cand-section-list.h"

/* Rows of the first frame. A list view makes two hundred of a long list, however few are in sight:
 * the first frame need not wait for them. */
#define FIRST_ROWS 40

struct _CandPositionsPage
{
  AdwNavigationPage parent_instance;

  CandLibrary *library;        /* (owned) (nullable) */
  CandPositionList *positions; /* (owned) (nullable) */
  CandSectionList *sections;   /* (owned) (nullable): of positions, for the list view */
  gboolean ticking;            /* the frame clock is, or was, asked */
  guint n_ticks;               /* of the frame clock since there are rows, up to the second */
  CandScope scope;
  char *board; /* (owned) (nullable) */
  gint64 programme;
  GSignalGroup *board_notes; /* (owned): what the board notifies, while one is shown */
  char *search;              /* (owned) (nullable) */
  gint64 wanted;             /* row id to select as soon as the list has it; 0 for none */
  gboolean narrow;
  gboolean failed;
  gboolean selecting; /* we move the selection, not the person */

  AdwBanner *banner;               /* (unowned): template children from here */
  AdwBanner *board_banner;         /* (unowned) */
  AdwStatusPage *empty_page;       /* (unowned) */
  AdwStatusPage *error_page;       /* (unowned) */
  GtkListView *list;               /* (unowned) */
  GtkProgressBar *progress;        /* (unowned) */
  GtkSearchBar *search_bar;        /* (unowned) */
  GtkSearchEntry *search_entry;    /* (unowned) */
  GtkSingleSelection *selection;   /* (unowned) */
  GtkStack *stack;                 /* (unowned) */
  GtkMenuButton *view_menu_button; /* (unowned) */
};

G_DEFINE_FINAL_TYPE (CandPositionsPage, cand_positions_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  SIGNAL_POSITION_CHOSEN,
  SIGNAL_RETRY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What an empty list says depends on what was asked. */
static void
describe_emptiness (CandPositionsPage *self)
{
  const char *title = _ ("No Positions");
  const char *description = _ ("Refresh to ask the board again");
  const char *icon = "view-list-symbolic";

  switch (self->scope)
    {
    case CAND_SCOPE_ALL:
      break;
    case CAND_SCOPE_NEW:
      title = _ ("Nothing New");
      description = _ ("Positions that appear stay here until they are read");
      icon = "mail-read-symbolic";
      break;
    case CAND_SCOPE_STARRED:
      title = _ ("Nothing Starred");
      description = _ ("Star a position to keep it at hand");
      icon = "non-starred-symbolic";
      break;
    }
  adw_status_page_set_icon_name (self->empty_page, icon);
  adw_status_page_set_title (self->empty_page, title);
  adw_status_page_set_description (self->empty_page, description);
}

static void
show_state (CandPositionsPage *self)
{
  gboolean searching = self->search != NULL && *self->search != '\0';
  const char *name;

  if (self->failed)
    name = "error";
  else if (self->positions == NULL)
    name = "loading";
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->positions)) > 0)
    name = "list";
  else if (cand_position_list_get_pending (self->positions))
    name = "loading";
  else
    name = searching ? "no-match" : "empty";
  gtk_stack_set_visible_child_name (self->stack, name);
}

static CandPosition *
get_position (CandPositionsPage *self, guint index)
{
  return g_list_model_get_item (G_LIST_MODEL (self->selection), index);
}

static void
select_index (CandPositionsPage *self, guint index)
{
  self->selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, index);
  self->selecting = FALSE;
}

/* Selects the wanted position once it is among the rows. */
static void
select_wanted (CandPositionsPage *self)
{
  guint index;

  if (self->wanted == 0 || self->positions == NULL ||
      !cand_position_list_find (self->positions, self->wanted, &index) ||
      index >= g_list_model_get_n_items (G_LIST_MODEL (self->sections)))
    return;
  select_index (self, index);
  gtk_list_view_scroll_to (self->list, index, GTK_LIST_SCROLL_NONE, NULL);
}

/* The second tick comes after the first frame. */
static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  CandPositionsPage *self = CAND_POSITIONS_PAGE (widget);

  if (++self->n_ticks < 2)
    return G_SOURCE_CONTINUE;
  cand_section_list_set_limit (self->sections, G_MAXUINT);
  select_wanted (self);
  return G_SOURCE_REMOVE;
}

static void
list_changed_cb (CandPositionsPage *self)
{
  show_state (self);
  if (!self->ticking && g_list_model_get_n_items (G_LIST_MODEL (self->positions)) > 0)
    {
      self->ticking = TRUE;
      gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
    }
  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    select_wanted (self);
}

static void
list_pending_cb (CandPositionsPage *self)
{
  show_state (self);
}

static void
run_query (CandPositionsPage *self)
{
  CandQuery query = { self->scope, self->search, self->board, self->programme };

  if (self->library == NULL)
    return;
  if (self->positions == NULL)
    {
      self->positions = cand_library_list_positions (self->library, &query);
      self->sections = cand_section_list_new (self->positions);
      cand_section_list_set_limit (self->sections, FIRST_ROWS);
      gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->sections));
      g_signal_connect_object (self->positions, "items-changed", G_CALLBACK (list_changed_cb), self,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
      g_signal_connect_object (self->positions, "notify::pending", G_CALLBACK (list_pending_cb),
                               self, G_CONNECT_SWAPPED);
    }
  else
    cand_library_set_query (self->library, self->positions, &query);
  list_changed_cb (self);
}

static void
choose (CandPositionsPage *self, guint index, gboolean open)
{
  g_autoptr (CandPosition) position = get_position (self, index);

  if (position == NULL)
    return;
  self->wanted = cand_position_get_id (position);
  g_signal_emit (self, signals[SIGNAL_POSITION_CHOSEN], 0, cand_position_get_key (position), open);
}

static void
selection_changed_cb (CandPositionsPage *self)
{
  guint index = gtk_single_selection_get_selected (self->selection);

  /* On a phone the pointer selects in passing, and only activating goes anywhere. */
  if (!self->selecting && !self->narrow && index != GTK_INVALID_LIST_POSITION)
    choose (self, index, FALSE);
}

static void
list_activate_cb (CandPositionsPage *self, guint index)
{
  choose (self, index, TRUE);
}

static void
search_changed_cb (CandPositionsPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  if (g_set_str (&self->search, text))
    run_query (self);
}

/* Enter in the search goes to its first result. */
static void
search_activate_cb (CandPositionsPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return;
  select_index (self, 0);
  gtk_list_view_scroll_to (self->list, 0, GTK_LIST_SCROLL_FOCUS, NULL);
  choose (self, 0, TRUE);
}

static void
search_mode_changed_cb (CandPositionsPage *self)
{
  if (!gtk_search_bar_get_search_mode (self->search_bar))
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

/* A board that nobody reads by itself says so. */
static void
update_board_banner (CandPositionsPage *self)
{
  g_autoptr (CandBoard) board = CAND_BOARD (g_signal_group_dup_target (self->board_notes));
  g_autofree char *text = board != NULL ? cand_following_dup_when_asked (board) : NULL;

  if (text != NULL)
    adw_banner_set_title (self->board_banner, text);
  adw_banner_set_revealed (self->board_banner, text != NULL);
}

static void
board_banner_clicked_cb (CandPositionsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.refresh-board", "s", self->board);
}

/* The menu of the board or the programme that is shown. */
static void
update_menu (CandPositionsPage *self, const char *view, CandBoard *board)
{
  g_autoptr (GMenuModel) menu =
      cand_following_menu_new (view, board != NULL ? cand_board_get_url (board) : "");

  gtk_menu_button_set_menu_model (self->view_menu_button, menu);
  gtk_widget_set_visible (GTK_WIDGET (self->view_menu_button), menu != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->view_menu_button),
                               board != NULL ? _ ("Board Menu") : _ ("Programme Menu"));
}

static void
banner_clicked_cb (CandPositionsPage *self)
{
  g_signal_emit (self, signals[SIGNAL_RETRY], 0);
}

/* The further arguments are what the description is made of, so that it follows them. */
static char *
describe (gpointer self,
          CandPosition *position,
          const char *title,
          const char *facts_line,
          const char *state_label,
          gboolean is_new,
          gboolean starred,
          gboolean drafted)
{
  return position != NULL ? cand_position_row_describe (position) : g_strdup ("");
}

static char *
team_title (gpointer self, const char *team)
{
  return g_strdup (team != NULL && *team != '\0' ? team : _ ("Team not stated"));
}

static void
cand_positions_page_dispose (GObject *object)
{
  CandPositionsPage *self = CAND_POSITIONS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CAND_TYPE_POSITIONS_PAGE);
  g_clear_object (&self->board_notes);
  g_clear_object (&self->sections);
  g_clear_object (&self->positions);
  g_clear_object (&self->library);
  g_clear_pointer (&self->board, g_free);
  g_clear_pointer (&self->search, g_free);

  G_OBJECT_CLASS (cand_positions_page_parent_class)->dispose (object);
}

static void
cand_positions_page_class_init (CandPositionsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cand_positions_page_dispose;

  signals[SIGNAL_POSITION_CHOSEN] =
      g_signal_new ("position-chosen", CAND_TYPE_POSITIONS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[SIGNAL_RETRY] = g_signal_new ("retry", CAND_TYPE_POSITIONS_PAGE, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (CAND_TYPE_POSITION_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               CAND_APP_PATH "/ui/cand-positions-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CandPositionsPage, banner);
  gtk_widget_class_bind_template_child (widget_class, CandPositionsPage, board_banner);
  gtk_widget_class_bind_template_child (widget_class, CandPositionsPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, CandPositionsPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, CandPositionsPage, list);
  gtk_widget_class_bind_template_child (widget_class, CandPositionsPage, progress);
  gtk_widget_class_bind_template_child (widget_class, CandPositionsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, CandPositionsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CandPositionsPage, selection);
  gtk_widget_class_bind_template_child (widget_class, CandPositionsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CandPositionsPage, view_menu_button);
  gtk_widget_class_bind_template_callback (widget_class, banner_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, board_banner_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, describe);
  gtk_widget_class_bind_template_callback (widget_class, list_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_mode_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, team_title);
}

static void
cand_positions_page_init (CandPositionsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cand_banner_prepare (self->banner);
  cand_banner_prepare (self->board_banner);
  self->board_notes = g_signal_group_new (CAND_TYPE_BOARD);
  g_signal_group_connect_swapped (self->board_notes, "notify::confirmed",
                                  G_CALLBACK (update_board_banner), self);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  show_state (self);
}

void
cand_positions_page_set_library (CandPositionsPage *self, CandLibrary *library)
{
  g_set_object (&self->library, library);
  g_object_bind_property (library, "refreshing", self->progress, "visible", G_BINDING_SYNC_CREATE);
  g_object_bind_property (library, "refresh-progress", self->progress, "fraction",
                          G_BINDING_SYNC_CREATE);
}

void
cand_positions_page_show (CandPositionsPage *self,
                          const char *view,
                          const CandQuery *query,
                          const char *title)
{
  g_autoptr (CandBoard) board =
      query->board != NULL ? cand_following_find_board (self->library, query->board) : NULL;

  self->scope = query->scope;
  self->programme = query->programme;
  g_set_str (&self->board, query->board);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  g_signal_group_set_target (self->board_notes, board);
  update_board_banner (self);
  update_menu (self, view, board);
  describe_emptiness (self);
  run_query (self);
}

void
cand_positions_page_capture_keys (CandPositionsPage *self, GtkWidget *widget)
{
  gtk_search_bar_set_key_capture_widget (self->search_bar, widget);
}

void
cand_positions_page_search (CandPositionsPage *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
cand_positions_page_select (CandPositionsPage *self, gint64 id)
{
  self->wanted = id;
  select_index (self, GTK_INVALID_LIST_POSITION);
  if (!self->narrow)
    select_wanted (self);
}

void
cand_positions_page_set_narrow (CandPositionsPage *self, gboolean narrow)
{
  self->narrow = narrow;
  gtk_list_view_set_single_click_activate (self->list, narrow);
  if (narrow)
    select_index (self, GTK_INVALID_LIST_POSITION);
  else
    select_wanted (self);
}

void
cand_positions_page_set_banner (CandPositionsPage *self, const char *text, gboolean retry)
{
  if (text != NULL)
    {
      adw_banner_set_title (self->banner, text);
      adw_banner_set_button_label (self->banner, retry ? _ ("_Try Again") : NULL);
      gtk_accessible_announce (GTK_ACCESSIBLE (self->banner), text,
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
  adw_banner_set_revealed (self->banner, text != NULL);
}

void
cand_positions_page_set_error (CandPositionsPage *self, const GError *error)
{
  self->failed = TRUE;
  adw_status_page_set_title (self->error_page, cand_error_text_get_title (error));
  adw_status_page_set_description (self->error_page, cand_error_text_get_open_body (error));
  show_state (self);
}
