/* cand-app.c: the application: one process, one window, one library
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-app.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cand-about.h"
#include "cand-error-text.h"
#include "cand-preferences-dialog.h"
#include "cand-shortcuts.h"
#include "cand-ui.h"
#include "cand-window.h"
#include "core/library/cand-library.h"

struct _CandApp
{
  AdwApplication parent_instance;

  CandLibrary *library; /* (owned) (nullable): until startup */
  CandWindow *window;   /* (unowned) (nullable) */
  GSettings *settings;  /* (owned) (nullable): until startup */
  GError *open_error;   /* (owned) (nullable): why there is no library */
  char *address;        /* (owned) (nullable): to open as soon as the library is open */
  char *view;           /* (owned) (nullable): to show then */
  char *asked;          /* (owned) (nullable): the address being looked for */
  gboolean open;
  gboolean lost;           /* something typed could not be saved before the end */
  gboolean refresh_wanted; /* asked for before the library was open */
};

G_DEFINE_FINAL_TYPE (CandApp, cand_app, ADW_TYPE_APPLICATION)

static char *
dup_data_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "candidacy", NULL);
}

static void
report (CandApp *self, GAsyncResult *result, GPtrArray *reports, gboolean by_hand)
{
  g_autoptr (GPtrArray) programmes = cand_library_refresh_get_programmes (self->library, result);

  cand_window_report (self->window, reports, programmes, by_hand);
}

static void
refresh_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandApp) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reports =
      cand_library_refresh_finish (CAND_LIBRARY (source), result, &error);

  if (self->window == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (reports != NULL)
    report (self, result, reports, TRUE);
  else
    cand_window_say (self->window, cand_error_text_get_title (error));
}

static void
refresh_at_start_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandApp) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reports =
      cand_library_refresh_finish (CAND_LIBRARY (source), result, &error);

  if (self->window != NULL && reports != NULL)
    report (self, result, reports, FALSE);
}

static void
refresh_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CandApp *self = user_data;

  g_application_activate (G_APPLICATION (self));
  if (self->open)
    cand_library_refresh_async (self->library, NULL, TRUE, NULL, refresh_cb, g_object_ref (self));
  else
    self->refresh_wanted = TRUE;
}

/* Once at start, unless the person or the network would rather not. */
static void
refresh_at_start (CandApp *self)
{
  gboolean metered = g_network_monitor_get_network_metered (g_network_monitor_get_default ()) &&
                     !g_settings_get_boolean (self->settings, "refresh-on-metered");

  if (self->refresh_wanted)
    refresh_action (NULL, NULL, self);
  else if (g_settings_get_boolean (self->settings, "refresh-at-start"))
    {
      cand_window_set_metered (self->window, metered);
      if (!metered)
        cand_library_refresh_async (self->library, NULL, FALSE, NULL, refresh_at_start_cb,
                                    g_object_ref (self));
    }
}

static gboolean
refresh_at_start_idle_cb (gpointer user_data)
{
  CandApp *self = user_data;

  if (self->window != NULL)
    refresh_at_start (self);
  return G_SOURCE_REMOVE;
}

static void
find_position_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandApp) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *key = cand_library_find_position_finish (CAND_LIBRARY (source), result, &error);

  if (self->window == NULL)
    return;
  if (key != NULL)
    cand_window_show_position (self->window, key, TRUE);
  /* The board of an address that nobody follows yet can be looked at first. */
  else if (g_error_matches (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_NO_SUCH_POSITION) &&
           strstr (self->asked, "://") != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.follow-address", "s", self->asked);
  else
    {
      /* Translators: what is wrong, and the address that was given: "No such position: https://…".
       */
      g_autofree char *text =
          g_strdup_printf (_ ("%s: %s"), cand_error_text_get_title (error), self->asked);

      cand_window_say (self->window, text);
    }
}

static void
show_wanted (CandApp *self)
{
  g_autofree char *address = g_steal_pointer (&self->address);
  g_autofree char *view = g_steal_pointer (&self->view);

  if (view != NULL)
    cand_window_show_view (self->window, view);
  g_set_str (&self->asked, address);
  if (address != NULL)
    cand_library_find_position_async (self->library, address, NULL, find_position_cb,
                                      g_object_ref (self));
}

static void
open_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandApp) self = user_data;

  self->open = cand_library_open_finish (CAND_LIBRARY (source), result, &self->open_error);
  if (self->window == NULL)
    return;
  if (!self->open)
    {
      g_warning ("Could not open the library: %s", self->open_error->message);
      cand_window_fail (self->window, self->open_error);
      return;
    }
  cand_library_watch_outside_changes (self->library);
  cand_window_restore (self->window);
  show_wanted (self);
  /* What is there is shown before anybody is asked for more. */
  g_idle_add_full (G_PRIORITY_LOW, refresh_at_start_idle_cb, g_object_ref (self), g_object_unref);
}

static gboolean
terminate_cb (gpointer user_data)
{
  g_application_quit (G_APPLICATION (user_data));
  return G_SOURCE_CONTINUE;
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CandApp *self = user_data;

  /* Without a window nothing can be unsaved; with one, it is the window that knows. */
  if (self->window != NULL)
    gtk_window_close (GTK_WINDOW (self->window));
  else
    g_application_quit (G_APPLICATION (self));
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  adw_dialog_present (cand_about_dialog_new (), GTK_WIDGET (CAND_APP (user_data)->window));
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autofree char *folder = dup_data_folder ();

  adw_dialog_present (cand_preferences_dialog_new (CAND_APP (user_data)->library, folder),
                      GTK_WIDGET (CAND_APP (user_data)->window));
}

static void
shortcuts_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  cand_shortcuts_present (GTK_WINDOW (CAND_APP (user_data)->window));
}

static void
applications_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CandApp *self = user_data;

  g_set_str (&self->view, "applications");
  g_application_activate (G_APPLICATION (self));
}

static const GActionEntry actions[] = {
  { "about", about_action },
  { "applications", applications_action },
  { "preferences", preferences_action },
  { "quit", quit_action },
  { "refresh", refresh_action },
  { "shortcuts", shortcuts_action },
};

static const struct
{
  const char *action;
  const char *keys[3];
} shortcuts[] = {
  { "app.preferences", { "<Control>comma" } }, { "app.quit", { "<Control>q" } },
  { "app.refresh", { "<Control>r", "F5" } },   { "app.shortcuts", { "<Control>question" } },
  { "win.follow-board", { "<Control>n" } },    { "win.open-menu", { "F10" } },
  { "win.profile", { "<Control><Shift>p" } },  { "win.search", { "<Control>f" } },
  { "win.toggle-sidebar", { "F9" } },          { "window.close", { "<Control>w" } },
  { "win.show-view::all", { "<Alt>1" } },      { "win.show-view::new", { "<Alt>2" } },
  { "win.show-view::starred", { "<Alt>3" } },  { "win.show-view::applications", { "<Alt>4" } },
};

static void
window_destroyed_cb (gpointer data, GObject *window)
{
  CAND_APP (data)->window = NULL;
}

static void
cand_app_activate (GApplication *application)
{
  CandApp *self = CAND_APP (application);

  if (self->library == NULL)
    return;
  if (self->window == NULL)
    {
      self->window = cand_window_new (GTK_APPLICATION (self), self->library);
      g_object_weak_ref (G_OBJECT (self->window), window_destroyed_cb, self);
      if (self->open)
        cand_window_restore (self->window);
      else if (self->open_error != NULL)
        cand_window_fail (self->window, self->open_error);
    }
  if (self->open)
    show_wanted (self);
  gtk_window_present (GTK_WINDOW (self->window));
}

static int
cand_app_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  CandApp *self = CAND_APP (application);
  g_auto (GStrv) arguments = g_application_command_line_get_arguments (command_line, NULL);

  if (g_strv_length (arguments) > 1)
    g_set_str (&self->address, arguments[1]);
  g_application_activate (application);
  return self->library != NULL ? 0 : 1;
}

static void
cand_app_startup (GApplication *application)
{
  CandApp *self = CAND_APP (application);
  g_autofree char *folder = dup_data_folder ();
  g_autoptr (GError) error = NULL;

  /* First, so that the store is read in its thread while GTK starts. */
  self->library = cand_library_new (folder, g_getenv ("CANDIDACY_HOSTS"), &error);
  if (self->library == NULL)
    g_printerr ("candidacy: %s\n", error->message);
  else
    cand_library_open_async (self->library, NULL, open_cb, g_object_ref (self));

  G_APPLICATION_CLASS (cand_app_parent_class)->startup (application);

  self->settings = g_settings_new (CAND_APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), shortcuts[i].action,
                                           (const char *const *) shortcuts[i].keys);
  gtk_window_set_default_icon_name (CAND_APP_ID);
  /* A page of text that gets the focus is there to be read, not all selected. */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);
  g_unix_signal_add (SIGTERM, terminate_cb, self);
  g_unix_signal_add (SIGINT, terminate_cb, self);
}

static void
cand_app_shutdown (GApplication *application)
{
  CandApp *self = CAND_APP (application);
  g_autoptr (GError) error = NULL;

  if (self->library != NULL && !cand_library_close (self->library, &error))
    {
      self->lost = TRUE;
      g_printerr ("candidacy: not everything could be saved: %s\n", error->message);
    }

  G_APPLICATION_CLASS (cand_app_parent_class)->shutdown (application);
}

static void
cand_app_dispose (GObject *object)
{
  CandApp *self = CAND_APP (object);

  g_clear_object (&self->library);
  g_clear_object (&self->settings);
  g_clear_error (&self->open_error);
  g_clear_pointer (&self->address, g_free);
  g_clear_pointer (&self->view, g_free);
  g_clear_pointer (&self->asked, g_free);

  G_OBJECT_CLASS (cand_app_parent_class)->dispose (object);
}

static void
cand_app_class_init (CandAppClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cand_app_dispose;
  application_class->activate = cand_app_activate;
  application_class->command_line = cand_app_command_line;
  application_class->startup = cand_app_startup;
  application_class->shutdown = cand_app_shutdown;
}

static void
cand_app_init (CandApp *self)
{
}

CandApp *
cand_app_new (void)
{
  return g_object_new (CAND_TYPE_APP, "application-id", CAND_APP_ID, "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE, "resource-base-path", CAND_APP_PATH,
                       "version", CAND_VERSION, NULL);
}

int
cand_ui_run (int argc, char **argv)
{
  g_autoptr (CandApp) app = cand_app_new ();

  int status = g_application_run (G_APPLICATION (app), argc, argv);

  return app->lost ? 1 : status;
}
