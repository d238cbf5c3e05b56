/* cand-following.c: what can be done with what is followed
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-following.h"

#include <glib/gi18n-lib.h>

#include "cand-error-text.h"
#include "cand-status-text.h"
#include "cand-undo-toast.h"
#include "core/library/cand-library-systems.h"

/* What is being unfollowed, or followed once more. */
typedef struct
{
  GWeakRef widget;
  CandLibrary *library; /* (owned) */
  char *key;            /* (owned) */
  char *name;           /* (owned) */
  GPtrArray *boards;    /* (owned) (element-type CandBoard): followed before */
  void (*again) (GtkWidget *widget, const char *key);
} Stop;

static Stop *
stop_new (GtkWidget *widget,
          CandLibrary *library,
          const char *key,
          const char *name,
          void (*again) (GtkWidget *widget, const char *key))
{
  Stop *stop = g_new0 (Stop, 1);

  g_weak_ref_init (&stop->widget, widget);
  stop->library = g_object_ref (library);
  stop->key = g_strdup (key);
  stop->name = g_strdup (name);
  stop->boards = cand_library_list_boards (library);
  stop->again = again;
  return stop;
}

static void
stop_free (Stop *stop)
{
  g_weak_ref_clear (&stop->widget);
  g_clear_object (&stop->library);
  g_clear_pointer (&stop->key, g_free);
  g_clear_pointer (&stop->name, g_free);
  g_clear_pointer (&stop->boards, g_ptr_array_unref);
  g_free (stop);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Stop, stop_free)

static void
append_item (GMenu *menu, const char *label, const char *action, const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

GMenuModel *
cand_following_menu_new (const char *view, const char *url)
{
  g_autoptr (GMenu) menu = NULL;
  g_autoptr (GMenu) last = g_menu_new ();
  gboolean board = g_str_has_prefix (view, "board:");

  if (!board && !g_str_has_prefix (view, "programme:"))
    return NULL;
  menu = g_menu_new ();
  if (board)
    append_item (menu, _ ("_Refresh This Board"), "win.refresh-board", view + strlen ("board:"));
  if (*url != '\0')
    append_item (menu, _ ("Open in _Browser"), "win.open-address", url);
  append_item (last, _ ("_Stop Following"), "win.stop-following", view);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

CandBoard *
cand_following_find_board (CandLibrary *library, const char *key)
{
  GListModel *boards = cand_library_get_boards (library);

  for (guint i = 0; i < g_list_model_get_n_items (boards); i++)
    {
      g_autoptr (CandBoard) board = g_list_model_get_item (boards, i);

      if (g_str_equal (cand_board_get_key (board), key))
        return g_steal_pointer (&board);
    }
  return NULL;
}

char *
cand_following_dup_note (CandBoard *board)
{
  const GError *error = cand_board_get_error (board);

  switch (cand_board_get_state (board))
    {
    case CAND_BOARD_STATE_UNREAD:
    case CAND_BOARD_STATE_READ:
      return NULL;
    case CAND_BOARD_STATE_SUSPECT:
      /* It has fallen from nothing: it was empty from the beginning. */
      if (cand_board_get_n_open (board) == 0)
        return g_strdup (_ ("Nothing open; asked again soon"));
      return g_strdup (error != NULL ? cand_error_text_get_title (error)
                                     : _ ("The last answer could not be used"));
    case CAND_BOARD_STATE_FAILED:
      return g_strdup (error != NULL ? cand_error_text_get_title (error)
                                     : _ ("The last answer could not be used"));
    }
  return NULL;
}

char *
cand_following_dup_when_asked (CandBoard *board)
{
  g_autofree char *day = NULL;

  if (!cand_library_is_only_when_asked (board))
    return NULL;
  if (cand_board_get_confirmed (board) == 0)
    /* Translators: %s is the name of a job-board system. */
    return g_strdup_printf (_ ("%s asks programs to stay away: refresh this board by hand"),
                            cand_library_get_system_name (board));
  day = cand_status_dup_day (cand_board_get_confirmed (board));
  /* Translators: the name of a job-board system, and a day: "today", "30 July 2026". */
  return g_strdup_printf (_ ("%s asks programs to stay away: refresh by hand · last read %s"),
                          cand_library_get_system_name (board), day);
}

/* Shows @toast where @widget is; without a place it is dropped. */
static void
show_toast (GtkWidget *widget, AdwToast *toast)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_DIALOG);
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  if (dialog != NULL)
    adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (dialog), toast);
  else if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  else
    g_object_unref (toast);
}

static void
show_failure (GtkWidget *widget, const GError *error)
{
  AdwToast *toast = adw_toast_new (cand_error_text_get_title (error));

  adw_toast_set_use_markup (toast, FALSE);
  show_toast (widget, toast);
}

static void
followed_again_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Stop) stop = user_data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&stop->widget);
  g_autoptr (GError) error = NULL;
  gboolean followed = cand_library_set_followed_finish (CAND_LIBRARY (source), result, &error);

  if (widget == NULL)
    return;
  if (!followed)
    show_failure (widget, error);
  else if (stop->again != NULL)
    stop->again (widget, stop->key);
}

static void
undo (AdwToast *toast, gpointer data)
{
  Stop *stop = data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&stop->widget);

  cand_library_set_followed_async (
      stop->library, stop->key, TRUE, NULL, followed_again_cb,
      stop_new (widget, stop->library, stop->key, stop->name, stop->again));
}

/* What came with an announcement went with it, and an Undo brings all of it back. (transfer full)
 * (nullable) */
static char *
dup_more (const Stop *stop)
{
  CandBoard *last = NULL;
  guint n = 0;

  for (guint i = 0; i < stop->boards->len; i++)
    {
      CandBoard *board = g_ptr_array_index (stop->boards, i);
      const char *key = cand_board_get_key (board);
      g_autoptr (CandBoard) present = cand_following_find_board (stop->library, key);

      if (present != NULL || g_str_equal (key, stop->key))
        continue;
      last = board;
      n++;
    }
  if (n == 0)
    return NULL;
  if (n == 1)
    /* Translators: %s is the name of an organisation; below “No longer following Internships”. */
    return g_strdup_printf (_ ("Nor the board of %s, which came with it"),
                            cand_board_get_name (last));
  /* Translators: below “No longer following Internships”. */
  return g_strdup_printf (
      ngettext ("Nor the %u board that came with it", "Nor the %u boards that came with it", n), n);
}

static GtkWidget *
make_line (const char *text, const char *style)
{
  GtkWidget *line = g_object_new (GTK_TYPE_LABEL, "label", text, "ellipsize", PANGO_ELLIPSIZE_END,
                                  "xalign", 0.0, NULL);

  gtk_widget_add_css_class (line, style);
  return line;
}

/* Two lines, because a toast is cut at the width of the window. */
static void
set_lines (AdwToast *toast, const char *first, const char *second)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), make_line (first, "heading"));
  gtk_box_append (GTK_BOX (box), make_line (second, "caption"));
  adw_toast_set_custom_title (toast, box);
}

static void
stopped_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Stop) stop = user_data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&stop->widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *more = NULL;
  AdwToast *toast;

  if (!cand_library_set_followed_finish (CAND_LIBRARY (source), result, &error))
    {
      if (widget != NULL)
        show_failure (widget, error);
      return;
    }
  if (widget == NULL)
    return;
  /* Translators: %s is the name of an organisation, an announcement or a blog. */
  text = g_strdup_printf (_ ("No longer following %s"), stop->name);
  more = dup_more (stop);
  toast = cand_undo_toast_new (text, undo, g_steal_pointer (&stop), (GDestroyNotify) stop_free);
  if (more != NULL)
    {
      set_lines (toast, text, more);
      gtk_accessible_announce (GTK_ACCESSIBLE (widget), more,
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
  show_toast (widget, toast);
}

void
cand_following_stop (GtkWidget *widget,
                     CandLibrary *library,
                     const char *key,
                     const char *name,
                     void (*again) (GtkWidget *widget, const char *key))
{
  cand_library_set_followed_async (library, key, FALSE, NULL, stopped_cb,
                                   stop_new (widget, library, key, name, again));
}
