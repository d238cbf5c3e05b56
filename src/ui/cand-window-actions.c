/* cand-window-actions.c: what the window does when asked: drafts, searches, deletes
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-window-private.h"

#include <glib/gi18n-lib.h>

#include "application/cand-application-page.h"
#include "cand-error-text.h"
#include "cand-links.h"
#include "cand-position-page.h"
#include "cand-position-view.h"
#include "cand-undo-toast.h"

/* A request under way for one application. */
typedef struct
{
  CandWindow *window;           /* (owned) */
  char *key;                    /* (owned) (nullable): of the position */
  CandApplication *application; /* (owned) (nullable) */
  GCancellable *cancellable;    /* (owned) (nullable) */
} Errand;

static Errand *
errand_new (CandWindow *window,
            const char *key,
            CandApplication *application,
            GCancellable *cancellable)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->window = g_object_ref (window);
  errand->key = g_strdup (key);
  g_set_object (&errand->application, application);
  g_set_object (&errand->cancellable, cancellable);
  return errand;
}

static void
errand_free (Errand *errand)
{
  g_clear_object (&errand->window);
  g_clear_pointer (&errand->key, g_free);
  g_clear_object (&errand->application);
  g_clear_object (&errand->cancellable);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;

  if (!cand_library_restore_application_finish (CAND_LIBRARY (source), result, &error))
    cand_window_say (errand->window, cand_error_text_get_title (error));
}

static void
undo (AdwToast *toast, gpointer user_data)
{
  Errand *errand = user_data;

  cand_library_restore_application_async (
      errand->window->library, errand->application, NULL, restored_cb,
      errand_new (errand->window, errand->key, errand->application, NULL));
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  CandWindow *self = errand->window;
  AdwToast *toast;

  if (!cand_library_delete_application_finish (CAND_LIBRARY (source), result, &error))
    {
      cand_window_say (self, cand_error_text_get_title (error));
      return;
    }
  toast = cand_undo_toast_new (_ ("Draft deleted"), undo, g_steal_pointer (&errand),
                               (GDestroyNotify) errand_free);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
delete_requested_cb (CandWindow *self, CandApplicationPage *page)
{
  CandApplication *application = cand_application_page_get_application (page);

  cand_library_delete_application_async (
      self->library, application, NULL, deleted_cb,
      errand_new (self, cand_application_get_position_key (application), application, NULL));
  adw_navigation_view_pop (self->content_view);
}

static void
form_requested_cb (CandWindow *self, CandApplicationPage *page)
{
  CandApplication *application = cand_application_page_get_application (page);
  g_autofree char *key = g_strdup (cand_application_get_position_key (application));

  cand_window_open_draft (self, key);
}

static void
open_uri_cb (CandWindow *self, const char *uri)
{
  cand_links_open (GTK_WIDGET (self), uri);
}

/* The posting stands beside the form of the draft, if that is still the one on show. */
static void
posting_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (CandPosition) position =
      cand_library_load_position_finish (CAND_LIBRARY (source), result, NULL);
  AdwNavigationView *view = errand->window->content_view;
  AdwNavigationPage *page = view != NULL ? adw_navigation_view_get_visible_page (view) : NULL;
  GtkWidget *posting;

  if (position == NULL || !CAND_IS_APPLICATION_PAGE (page) ||
      cand_application_page_get_application (CAND_APPLICATION_PAGE (page)) != errand->application)
    return;
  posting = cand_position_view_new ();
  cand_position_view_set_position (CAND_POSITION_VIEW (posting), position);
  cand_application_page_set_posting (CAND_APPLICATION_PAGE (page), posting);
  cand_positions_page_select (errand->window->positions, cand_position_get_id (position));
}

static void
push_draft (CandWindow *self, CandApplication *application)
{
  const char *key = cand_application_get_position_key (application);
  CandApplicationPage *page = cand_application_page_new (self->library, application);
  AdwNavigationPage *pages[] = {
    ADW_NAVIGATION_PAGE (cand_position_page_new (self->library, key)),
    ADW_NAVIGATION_PAGE (page),
  };

  g_signal_connect_object (page, "delete-requested", G_CALLBACK (delete_requested_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "form-requested", G_CALLBACK (form_requested_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (application, "notify::save-state",
                           G_CALLBACK (cand_window_update_unsaved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "open-uri", G_CALLBACK (open_uri_cb), self, G_CONNECT_SWAPPED);
  g_settings_set_string (self->settings, "last-position", key);
  cand_window_set_content (self, pages, G_N_ELEMENTS (pages), TRUE);
  cand_library_load_position_async (self->library, key, NULL, posting_loaded_cb,
                                    errand_new (self, key, application, NULL));
}

static void
drafted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) form_error = NULL;
  g_autoptr (CandApplication) application =
      cand_library_draft_finish (CAND_LIBRARY (source), result, &form_error, &error);
  CandWindow *self = errand->window;

  /* The person went elsewhere meanwhile. */
  if (g_cancellable_is_cancelled (errand->cancellable))
    return;
  g_clear_object (&self->drafting);
  if (application != NULL)
    push_draft (self, application);
  else
    {
      adw_navigation_view_pop (self->content_view);
      cand_window_say (self, cand_error_text_get_title (error));
    }
}

/* Says that the form is being fetched, which may take a few seconds. */
static AdwNavigationPage *
make_waiting_page (void)
{
  GtkWidget *toolbar = adw_toolbar_view_new ();
  GtkWidget *status = adw_status_page_new ();
  g_autoptr (AdwSpinnerPaintable) spinner = adw_spinner_paintable_new (status);

  adw_status_page_set_paintable (ADW_STATUS_PAGE (status), GDK_PAINTABLE (spinner));
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _ ("Fetching the Form"));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), status);
  return adw_navigation_page_new_with_tag (toolbar, _ ("Application"), "waiting");
}

void
cand_window_open_draft (CandWindow *self, const char *key)
{
  g_autofree char *position = g_strdup (key);
  AdwNavigationPage *pages[] = {
    ADW_NAVIGATION_PAGE (cand_position_page_new (self->library, position)),
    make_waiting_page (),
  };

  cand_window_set_content (self, pages, G_N_ELEMENTS (pages), TRUE);
  self->drafting = g_cancellable_new ();
  cand_library_draft_async (self->library, position, TRUE, self->drafting, drafted_cb,
                            errand_new (self, position, NULL, self->drafting));
}

static void
draft_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cand_window_open_draft (CAND_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CandWindow *self = CAND_WINDOW (widget);

  if (g_strcmp0 (cand_sidebar_get_selected (self->sidebar), "applications") == 0)
    cand_sidebar_select (self->sidebar, "all");
  adw_navigation_split_view_set_show_content (self->outer_split, TRUE);
  adw_navigation_split_view_set_show_content (self->inner_split, FALSE);
  cand_positions_page_search (self->positions);
}

/* The menu is in the sidebar, which may have to come into sight first. */
static void
open_menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CandWindow *self = CAND_WINDOW (widget);

  adw_navigation_split_view_set_show_content (self->outer_split, FALSE);
  cand_sidebar_open_menu (self->sidebar);
}

static void
show_position_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cand_window_show_position (CAND_WINDOW (widget), g_variant_get_string (parameter, NULL), TRUE);
}

static void
show_programme_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CandWindow *self = CAND_WINDOW (widget);
  GListModel *programmes = cand_library_get_programmes (self->library);

  for (guint i = 0; i < g_list_model_get_n_items (programmes); i++)
    {
      g_autoptr (CandProgramme) programme = g_list_model_get_item (programmes, i);

      if (cand_programme_get_id (programme) == g_variant_get_int64 (parameter))
        cand_window_show_programme (self, programme, TRUE);
    }
}

static void
show_view_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cand_window_show_view (CAND_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
toggle_sidebar_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwNavigationSplitView *split = CAND_WINDOW (widget)->outer_split;

  if (adw_navigation_split_view_get_collapsed (split))
    adw_navigation_split_view_set_show_content (
        split, !adw_navigation_split_view_get_show_content (split));
  else
    gtk_widget_child_focus (GTK_WIDGET (CAND_WINDOW (widget)->sidebar), GTK_DIR_TAB_FORWARD);
}

void
cand_window_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.draft", "s", draft_action);
  gtk_widget_class_install_action (widget_class, "win.open-menu", NULL, open_menu_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.show-position", "s", show_position_action);
  gtk_widget_class_install_action (widget_class, "win.show-programme", "x", show_programme_action);
  gtk_widget_class_install_action (widget_class, "win.show-view", "s", show_view_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL, toggle_sidebar_action);
}
