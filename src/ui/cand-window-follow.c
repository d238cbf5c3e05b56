/* cand-window-follow.c: what the window does with boards, announcements and blogs: follows and
 * unfollows them
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-window-private.h"

#include <glib/gi18n-lib.h>

#include "application/cand-application-page.h"
#include "cand-drop.h"
#include "cand-error-text.h"
#include "cand-follow-dialog.h"
#include "cand-following.h"
#include "cand-links.h"
#include "cand-offer-dialog.h"
#include "cand-position-page.h"
#include "cand-programme-page.h"
#include "cand-undo-toast.h"

/* --- following --- */

/* (transfer full) (nullable): the view of the sidebar that shows what was found. */
static char *
dup_view (CandFound *found)
{
  switch (cand_found_get_kind (found))
    {
    case CAND_FOUND_BOARD:
      return g_strconcat ("board:", cand_found_get_key (found), NULL);
    case CAND_FOUND_PROGRAMME:
      return g_strconcat ("programme:", cand_found_get_key (found), NULL);
    case CAND_FOUND_BLOG:
      return NULL;
    }
  return NULL;
}

static void
chosen_cb (CandWindow *self, CandFound *found)
{
  g_autofree char *view = dup_view (found);
  const char *position = cand_found_get_position_key (found);

  if (!cand_found_get_followed (found))
    {
      /* Translators: %s is the name of an organisation, an announcement or a blog. */
      g_autofree char *text = g_strdup_printf (_ ("Following %s"), cand_found_get_name (found));

      adw_toast_set_priority (cand_window_say (self, text), ADW_TOAST_PRIORITY_HIGH);
    }
  if (view == NULL)
    return;
  cand_window_show_view (self, view);
  cand_sidebar_focus (self->sidebar);
  if (position != NULL && cand_found_get_position_listed (found))
    cand_window_show_position (self, position, TRUE);
  else if (cand_found_get_kind (found) == CAND_FOUND_PROGRAMME)
    {
      g_autoptr (CandProgramme) programme =
          cand_window_find_programme (self, cand_found_get_key (found));

      if (programme != NULL)
        cand_window_show_programme (self, programme, TRUE);
    }
}

static CandFollowDialog *
open_dialog (CandWindow *self)
{
  AdwDialog *visible = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));
  CandFollowDialog *dialog;

  /* What is given while one is open is meant for it. */
  if (CAND_IS_FOLLOW_DIALOG (visible))
    return CAND_FOLLOW_DIALOG (visible);
  dialog = cand_follow_dialog_new (self->library);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "import", G_CALLBACK (cand_window_import), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
  return dialog;
}

static void
follow_board_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_dialog (CAND_WINDOW (widget));
}

static void
follow_address_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cand_follow_dialog_look (open_dialog (CAND_WINDOW (widget)),
                           g_variant_get_string (parameter, NULL));
}

/* --- dropping --- */

/* A form takes what is dropped on it itself, and a near miss must not lead away from it. */
static gboolean
is_over_form (CandWindow *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return widget != NULL && gtk_widget_get_ancestor (widget, CAND_TYPE_APPLICATION_PAGE) != NULL;
}

GdkDragAction
cand_window_drop_motion_cb (CandWindow *self, double x, double y)
{
  return is_over_form (self, x, y) ? 0 : GDK_ACTION_COPY;
}

gboolean
cand_window_dropped_cb (CandWindow *self, const GValue *value, double x, double y)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *text = NULL;

  cand_drop_read (value, &file, &text);
  if ((file == NULL && text == NULL) || is_over_form (self, x, y))
    return FALSE;
  if (file != NULL)
    cand_follow_dialog_read_file (open_dialog (self), file);
  else
    cand_follow_dialog_read_text (open_dialog (self), text);
  return TRUE;
}

/* --- unfollowing --- */

/* Whether what is being read comes from @view alone and goes with it. */
static gboolean
shows (CandWindow *self, const char *view)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->content_view);

  if (CAND_IS_PROGRAMME_PAGE (page))
    {
      CandProgramme *shown = cand_programme_page_get_programme (CAND_PROGRAMME_PAGE (page));

      return g_str_has_prefix (view, "programme:") &&
             g_str_equal (cand_programme_get_name (shown), view + strlen ("programme:"));
    }
  if (CAND_IS_POSITION_PAGE (page) && g_str_has_prefix (view, "board:"))
    {
      g_autofree char *prefix = g_strconcat (view + strlen ("board:"), ":", NULL);

      return g_str_has_prefix (cand_position_page_get_key (CAND_POSITION_PAGE (page)), prefix);
    }
  return FALSE;
}

static gboolean
check_content_cb (gpointer user_data)
{
  CandWindow *self = user_data;
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->content_view);

  self->followed_source = 0;
  if (CAND_IS_PROGRAMME_PAGE (page))
    {
      CandProgramme *shown = cand_programme_page_get_programme (CAND_PROGRAMME_PAGE (page));
      g_autoptr (CandProgramme) present =
          cand_window_find_programme (self, cand_programme_get_name (shown));

      if (present == NULL)
        cand_window_show_nothing (self);
    }
  return G_SOURCE_REMOVE;
}

/* Once the model says all that it has to. */
static void
programmes_changed_cb (CandWindow *self)
{
  if (self->followed_source == 0)
    self->followed_source = g_idle_add (check_content_cb, self);
}

void
cand_window_watch_followed (CandWindow *self)
{
  g_signal_connect_object (cand_library_get_programmes (self->library), "items-changed",
                           G_CALLBACK (programmes_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
show_again (GtkWidget *widget, const char *key)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autofree char *board = g_strconcat ("board:", key, NULL);
  g_autofree char *programme = g_strconcat ("programme:", key, NULL);

  if (!CAND_IS_WINDOW (root))
    return;
  if (!cand_sidebar_select (CAND_WINDOW (root)->sidebar, board))
    cand_sidebar_select (CAND_WINDOW (root)->sidebar, programme);
}

static char *
dup_name (CandWindow *self, const char *view)
{
  g_autoptr (CandProgramme) programme = NULL;
  g_autoptr (CandBoard) board = NULL;

  if (g_str_has_prefix (view, "board:"))
    board = cand_following_find_board (self->library, view + strlen ("board:"));
  else if (g_str_has_prefix (view, "programme:"))
    programme = cand_window_find_programme (self, view + strlen ("programme:"));
  if (board != NULL)
    return g_strdup (cand_board_get_name (board));
  return programme != NULL ? g_strdup (cand_programme_get_title (programme)) : NULL;
}

static void
stop_following_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CandWindow *self = CAND_WINDOW (widget);
  const char *view = g_variant_get_string (parameter, NULL);
  g_autofree char *title = dup_name (self, view);
  gboolean selected = g_strcmp0 (cand_sidebar_get_selected (self->sidebar), view) == 0;

  if (title == NULL)
    return;
  if (shows (self, view))
    cand_window_show_nothing (self);
  if (selected)
    cand_sidebar_select (self->sidebar, "all");
  cand_following_stop (GTK_WIDGET (self->sidebar), self->library, strchr (view, ':') + 1, title,
                       selected ? show_again : NULL);
}

/* --- offers --- */

typedef struct
{
  CandLibrary *library; /* (owned) */
  CandOffer *offer;     /* (owned) */
} Dismissal;

static void
dismissal_free (gpointer data)
{
  Dismissal *dismissal = data;

  g_clear_object (&dismissal->library);
  g_clear_object (&dismissal->offer);
  g_free (dismissal);
}

static void
undo_dismissal (AdwToast *toast, gpointer data)
{
  Dismissal *dismissal = data;

  cand_library_dismiss_offer (dismissal->library, dismissal->offer, FALSE);
}

static void
dismissed_cb (CandWindow *self, CandOffer *offer)
{
  Dismissal *dismissal = g_new0 (Dismissal, 1);

  dismissal->library = g_object_ref (self->library);
  dismissal->offer = g_object_ref (offer);
  cand_library_dismiss_offer (self->library, offer, TRUE);
  adw_toast_overlay_add_toast (self->toasts,
                               cand_undo_toast_new (_ ("Announcement dismissed"), undo_dismissal,
                                                    dismissal, dismissal_free));
}

static void
dismiss_offer_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CandWindow *self = CAND_WINDOW (widget);
  GListModel *offers = cand_library_get_offers (self->library);

  for (guint i = 0; i < g_list_model_get_n_items (offers); i++)
    {
      g_autoptr (CandOffer) offer = g_list_model_get_item (offers, i);

      if (cand_offer_get_id (offer) == g_variant_get_int64 (parameter))
        {
          dismissed_cb (self, offer);
          return;
        }
    }
}

void
cand_window_offer_chosen_cb (CandWindow *self, CandOffer *offer)
{
  AdwDialog *dialog = cand_offer_dialog_new (self->library, offer);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "dismissed", G_CALLBACK (dismissed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* --- one board --- */

static void
refreshed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reports =
      cand_library_refresh_finish (CAND_LIBRARY (source), result, &error);

  /* Closed meanwhile. */
  if (self->library == NULL)
    return;
  if (reports != NULL)
    cand_window_report (self, reports, NULL, TRUE);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    cand_window_say (self, cand_error_text_get_title (error));
}

static void
refresh_board_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cand_library_refresh_async (CAND_WINDOW (widget)->library, g_variant_get_string (parameter, NULL),
                              TRUE, NULL, refreshed_cb, g_object_ref (widget));
}

static void
open_address_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cand_links_open (widget, g_variant_get_string (parameter, NULL));
}

void
cand_window_class_install_follow_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.dismiss-offer", "x", dismiss_offer_action);
  gtk_widget_class_install_action (widget_class, "win.follow-address", "s", follow_address_action);
  gtk_widget_class_install_action (widget_class, "win.follow-board", NULL, follow_board_action);
  gtk_widget_class_install_action (widget_class, "win.open-address", "s", open_address_action);
  gtk_widget_class_install_action (widget_class, "win.refresh-board", "s", refresh_board_action);
  gtk_widget_class_install_action (widget_class, "win.stop-following", "s", stop_following_action);
}
