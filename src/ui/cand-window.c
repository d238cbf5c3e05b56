/* cand-window.c: the window: sidebar, list, content
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-window-private.h"

#include <glib/gi18n-lib.h>

#include "application/cand-application-page.h"
#include "cand-banner.h"
#include "cand-drop.h"
#include "cand-error-text.h"
#include "cand-position-page.h"
#include "cand-programme-page.h"
#include "cand-status-text.h"
#include "core/library/cand-library-unsaved.h"

G_DEFINE_FINAL_TYPE (CandWindow, cand_window, ADW_TYPE_APPLICATION_WINDOW)

static void
show_in_middle (CandWindow *self, AdwNavigationPage *page)
{
  if (adw_navigation_split_view_get_sidebar (self->inner_split) != page)
    adw_navigation_split_view_set_sidebar (self->inner_split, page);
}

/* The middle pane follows the sidebar. */
static void
sidebar_selected_cb (CandWindow *self)
{
  const char *view = cand_sidebar_get_selected (self->sidebar);
  CandQuery query = { CAND_SCOPE_ALL, NULL, NULL, 0 };
  const char *title = cand_sidebar_get_selected_title (self->sidebar);
  g_autoptr (CandProgramme) programme = NULL;

  if (view == NULL)
    return;
  if (!self->restoring)
    g_settings_set_string (self->settings, "last-page", view);
  if (g_str_equal (view, "applications"))
    {
      show_in_middle (self, ADW_NAVIGATION_PAGE (self->applications));
      return;
    }
  if (g_str_equal (view, "new"))
    query.scope = CAND_SCOPE_NEW;
  else if (g_str_equal (view, "starred"))
    query.scope = CAND_SCOPE_STARRED;
  else if (g_str_has_prefix (view, "board:"))
    query.board = view + strlen ("board:");
  else if (g_str_has_prefix (view, "programme:"))
    {
      programme = cand_window_find_programme (self, view + strlen ("programme:"));
      query.programme = programme != NULL ? cand_programme_get_id (programme) : 0;
    }
  cand_positions_page_show (self->positions, view, &query, title);
  show_in_middle (self, ADW_NAVIGATION_PAGE (self->positions));
}

/* Choosing a view leads to it in a narrow window; a programme leads to its own page. Only choosing
 * does: the selection also follows the keyboard's focus, which must not take an open draft away. */
static void
sidebar_activated_cb (CandWindow *self)
{
  const char *view = cand_sidebar_get_selected (self->sidebar);
  gboolean programme = view != NULL && g_str_has_prefix (view, "programme:");

  if (programme)
    {
      g_autoptr (CandProgramme) chosen =
          cand_window_find_programme (self, view + strlen ("programme:"));

      if (chosen != NULL)
        cand_window_show_programme (self, chosen, TRUE);
    }
  else
    adw_navigation_split_view_set_show_content (self->inner_split, FALSE);
  adw_navigation_split_view_set_show_content (self->outer_split, TRUE);
}

/* The command line, or another copy, may have written meanwhile. */
static void
is_active_cb (CandWindow *self)
{
  if (self->library != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    cand_library_check_outside_changes (self->library);
}

static void
unsaved_clicked_cb (CandWindow *self)
{
  g_autoptr (GPtrArray) unsaved = cand_library_list_unsaved (self->library);

  if (unsaved->len > 0)
    cand_window_open_draft (self,
                            cand_application_get_position_key (g_ptr_array_index (unsaved, 0)));
  else
    cand_window_show_profile (self, CAND_PROFILE_FIRST_NAME);
}

static void
position_chosen_cb (CandWindow *self, const char *key, gboolean open)
{
  cand_window_show_position (self, key, open);
}

static void
application_chosen_cb (CandWindow *self, const char *key)
{
  cand_window_open_draft (self, key);
}

static void
retry_cb (CandWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.refresh", NULL);
}

static void
inner_collapsed_cb (CandWindow *self)
{
  cand_positions_page_set_narrow (self->positions,
                                  adw_navigation_split_view_get_collapsed (self->inner_split));
}

static void
inner_content_shown_cb (CandWindow *self)
{
  if (adw_navigation_split_view_get_collapsed (self->inner_split) &&
      !adw_navigation_split_view_get_show_content (self->inner_split) && !self->restoring)
    g_settings_set_boolean (self->settings, "draft-open", FALSE);
}

/* Remembers what is read or written, so that the next start continues there. */
static void
content_page_changed_cb (CandWindow *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->content_view);

  if (self->library != NULL)
    cand_window_update_unsaved (self);

  if (page == NULL || self->restoring)
    return;
  if (CAND_IS_POSITION_PAGE (page))
    {
      g_settings_set_string (self->settings, "last-position",
                             cand_position_page_get_key (CAND_POSITION_PAGE (page)));
      g_settings_set_boolean (self->settings, "draft-open", FALSE);
    }
  else if (CAND_IS_APPLICATION_PAGE (page))
    g_settings_set_boolean (self->settings, "draft-open", TRUE);
}

/* The list selects what the page reads, while that is still the one on show. */
static void
page_loaded_cb (CandWindow *self, GParamSpec *pspec, CandPositionPage *page)
{
  g_autoptr (CandPosition) position = NULL;

  g_object_get (page, "position", &position, NULL);
  if (position != NULL &&
      adw_navigation_view_find_page (self->content_view, "position") == ADW_NAVIGATION_PAGE (page))
    cand_positions_page_select (self->positions, cand_position_get_id (position));
}

static gboolean
cand_window_close_request (GtkWindow *window)
{
  if (cand_window_close_when_saved (CAND_WINDOW (window)))
    return GDK_EVENT_STOP;
  return GTK_WINDOW_CLASS (cand_window_parent_class)->close_request (window);
}

static void
cand_window_dispose (GObject *object)
{
  CandWindow *self = CAND_WINDOW (object);

  g_cancellable_cancel (self->drafting);
  g_clear_object (&self->drafting);
  g_clear_handle_id (&self->followed_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), CAND_TYPE_WINDOW);
  g_clear_object (&self->applications);
  g_clear_object (&self->positions);
  g_clear_object (&self->library);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (cand_window_parent_class)->dispose (object);
}

static void
cand_window_class_init (CandWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cand_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = cand_window_close_request;

  cand_window_class_install_actions (widget_class);
  cand_window_class_install_exchange_actions (widget_class);
  cand_window_class_install_follow_actions (widget_class);
  cand_window_class_install_profile_actions (widget_class);

  g_type_ensure (CAND_TYPE_SIDEBAR);
  gtk_widget_class_set_template_from_resource (widget_class, CAND_APP_PATH "/ui/cand-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CandWindow, content_view);
  gtk_widget_class_bind_template_child (widget_class, CandWindow, drop_target);
  gtk_widget_class_bind_template_child (widget_class, CandWindow, inner_split);
  gtk_widget_class_bind_template_child (widget_class, CandWindow, outer_split);
  gtk_widget_class_bind_template_child (widget_class, CandWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, CandWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CandWindow, unsaved_banner);
  gtk_widget_class_bind_template_callback (widget_class, cand_drop_accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, cand_window_drop_motion_cb);
  gtk_widget_class_bind_template_callback (widget_class, cand_window_dropped_cb);
  gtk_widget_class_bind_template_callback (widget_class, cand_window_offer_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, content_page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, inner_collapsed_cb);
  gtk_widget_class_bind_template_callback (widget_class, inner_content_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, unsaved_clicked_cb);
}

static void
cand_window_init (CandWindow *self)
{
  self->restoring = TRUE;
  self->applications = g_object_ref_sink (g_object_new (CAND_TYPE_APPLICATIONS_PAGE, NULL));
  self->positions = g_object_ref_sink (g_object_new (CAND_TYPE_POSITIONS_PAGE, NULL));
  gtk_widget_init_template (GTK_WIDGET (self));
  cand_banner_prepare (self->unsaved_banner);
  cand_drop_prepare (self->drop_target);
  show_in_middle (self, ADW_NAVIGATION_PAGE (self->positions));
  cand_positions_page_capture_keys (self->positions, GTK_WIDGET (self->positions));
  g_signal_connect_object (self->positions, "position-chosen", G_CALLBACK (position_chosen_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->positions, "retry", G_CALLBACK (retry_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->applications, "application-chosen",
                           G_CALLBACK (application_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (is_active_cb), NULL);
  if (CAND_DEVELOPMENT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
}

CandWindow *
cand_window_new (GtkApplication *application, CandLibrary *library)
{
  CandWindow *self = g_object_new (CAND_TYPE_WINDOW, "application", application, NULL);
  g_autofree char *view = NULL;

  self->library = g_object_ref (library);
  self->settings = g_settings_new (CAND_APP_ID);
  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (cand_library_get_profile (library), "notify::save-state",
                           G_CALLBACK (cand_window_update_unsaved), self, G_CONNECT_SWAPPED);
  cand_applications_page_set_library (self->applications, library);
  cand_positions_page_set_library (self->positions, library);
  cand_sidebar_set_library (self->sidebar, library);
  cand_window_watch_followed (self);
  /* The view itself needs nothing of the store that is not there before it is open. */
  view = g_settings_get_string (self->settings, "last-page");
  if (!cand_sidebar_select (self->sidebar, view))
    cand_sidebar_select (self->sidebar, "all");
  return self;
}

/* One that nobody wants any more was removed when the library was opened; meanwhile the person may
 * have gone elsewhere. */
static void
last_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CandPosition) position =
      cand_library_load_position_finish (CAND_LIBRARY (source), result, &error);
  AdwNavigationPage *shown;

  /* Closed meanwhile. */
  if (self->library == NULL)
    return;
  shown = adw_navigation_view_get_visible_page (self->content_view);
  if (position != NULL && g_strcmp0 (adw_navigation_page_get_tag (shown), "nothing") == 0)
    cand_window_show_position (self, cand_position_get_key (position), FALSE);
  else if (g_error_matches (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_NO_SUCH_POSITION))
    g_settings_reset (self->settings, "last-position");
}

static gboolean
load_last_cb (gpointer user_data)
{
  CandWindow *self = user_data;
  g_autofree char *key = g_settings_get_string (self->settings, "last-position");

  if (self->library != NULL && *key != '\0')
    cand_library_load_position_async (self->library, key, NULL, last_loaded_cb,
                                      g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static gboolean
has_draft (CandWindow *self, const char *key)
{
  GListModel *applications = cand_library_get_applications (self->library);

  for (guint i = 0; i < g_list_model_get_n_items (applications); i++)
    {
      g_autoptr (CandApplication) application = g_list_model_get_item (applications, i);

      if (g_strcmp0 (cand_application_get_position_key (application), key) == 0)
        return TRUE;
    }
  return FALSE;
}

/* A draft that is gone is not begun again: that is the person's to do. */
void
cand_window_restore (CandWindow *self)
{
  g_autofree char *view = g_settings_get_string (self->settings, "last-page");
  g_autofree char *key = g_settings_get_string (self->settings, "last-position");

  self->n_offers = g_list_model_get_n_items (cand_library_get_offers (self->library));
  cand_sidebar_select (self->sidebar, view);
  if (g_settings_get_boolean (self->settings, "draft-open") && has_draft (self, key))
    cand_window_open_draft (self, key);
  else if (*key != '\0')
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, load_last_cb, g_object_ref (self), g_object_unref);
  self->restoring = FALSE;
}

void
cand_window_fail (CandWindow *self, const GError *error)
{
  cand_positions_page_set_error (self->positions, error);
}

AdwToast *
cand_window_say (CandWindow *self, const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
  return toast;
}

void
cand_window_set_metered (CandWindow *self, gboolean metered)
{
  if (self->metered == metered)
    return;
  self->metered = metered;
  cand_positions_page_set_banner (
      self->positions, metered ? _ ("Metered network: automatic updates are paused") : NULL, FALSE);
}

void
cand_window_show_view (CandWindow *self, const char *view)
{
  if (cand_sidebar_select (self->sidebar, view))
    {
      adw_navigation_split_view_set_show_content (self->outer_split, TRUE);
      adw_navigation_split_view_set_show_content (self->inner_split, FALSE);
    }
}

CandProgramme *
cand_window_find_programme (CandWindow *self, const char *name)
{
  GListModel *programmes = cand_library_get_programmes (self->library);

  for (guint i = 0; i < g_list_model_get_n_items (programmes); i++)
    {
      g_autoptr (CandProgramme) programme = g_list_model_get_item (programmes, i);

      if (g_str_equal (cand_programme_get_name (programme), name))
        return g_steal_pointer (&programme);
    }
  return NULL;
}

static GtkWidget *
find_header_bar (GtkWidget *widget)
{
  if (ADW_IS_HEADER_BAR (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_header_bar (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

void
cand_window_set_content (CandWindow *self, AdwNavigationPage **pages, guint n_pages, gboolean open)
{
  g_cancellable_cancel (self->drafting);
  g_clear_object (&self->drafting);
  /* Beside the list there is nothing to go back to; the bar itself would look as far as the
   * sidebar. */
  g_object_bind_property (self->inner_split, "collapsed", find_header_bar (GTK_WIDGET (pages[0])),
                          "show-back-button", G_BINDING_SYNC_CREATE);
  adw_navigation_view_replace (self->content_view, pages, n_pages);
  if (open)
    {
      adw_navigation_split_view_set_show_content (self->outer_split, TRUE);
      adw_navigation_split_view_set_show_content (self->inner_split, TRUE);
    }
}

void
cand_window_show_nothing (CandWindow *self)
{
  const char *const tags[] = { "nothing" };

  adw_navigation_view_replace_with_tags (self->content_view, tags, G_N_ELEMENTS (tags));
  cand_positions_page_select (self->positions, 0);
  adw_navigation_split_view_set_show_content (self->inner_split, FALSE);
  g_settings_reset (self->settings, "last-position");
  g_settings_reset (self->settings, "draft-open");
}

void
cand_window_show_position (CandWindow *self, const char *key, gboolean open)
{
  AdwNavigationPage *shown = adw_navigation_view_get_visible_page (self->content_view);
  AdwNavigationPage *page;

  if (CAND_IS_POSITION_PAGE (shown) &&
      g_str_equal (cand_position_page_get_key (CAND_POSITION_PAGE (shown)), key))
    {
      if (open)
        adw_navigation_split_view_set_show_content (self->inner_split, TRUE);
      return;
    }
  page = ADW_NAVIGATION_PAGE (cand_position_page_new (self->library, key));
  g_signal_connect_object (page, "notify::position", G_CALLBACK (page_loaded_cb), self,
                           G_CONNECT_SWAPPED);
  cand_window_set_content (self, &page, 1, open);
}

void
cand_window_show_programme (CandWindow *self, CandProgramme *programme, gboolean open)
{
  AdwNavigationPage *page =
      ADW_NAVIGATION_PAGE (cand_programme_page_new (self->library, programme));

  /* So that a click on any position leads back to it. */
  cand_positions_page_select (self->positions, 0);
  cand_window_set_content (self, &page, 1, open);
}
