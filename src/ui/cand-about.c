/* cand-about.c: the About dialog
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-about.h"

#include <locale.h>

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <libsoup/soup.h>
#include <sqlite3.h>

static const char *
renderer_name (void)
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());
  GtkWindow *window = gtk_application_get_active_window (application);
  GskRenderer *renderer = window != NULL ? gtk_native_get_renderer (GTK_NATIVE (window)) : NULL;

  return renderer != NULL ? G_OBJECT_TYPE_NAME (renderer) : "none";
}

static char *
dup_debug_info (void)
{
  GString *info = g_string_new (NULL);

  g_string_append_printf (info, "Candidacy %s (%s)\n", CAND_VERSION, CAND_BUILD_PROFILE);
  g_string_append_printf (info, "GLib %u.%u.%u\n", glib_major_version, glib_minor_version,
                          glib_micro_version);
  g_string_append_printf (info, "GTK %u.%u.%u\n", gtk_get_major_version (),
                          gtk_get_minor_version (), gtk_get_micro_version ());
  g_string_append_printf (info, "libadwaita %u.%u.%u\n", adw_get_major_version (),
                          adw_get_minor_version (), adw_get_micro_version ());
  g_string_append_printf (info, "libsoup %u.%u.%u\n", soup_get_major_version (),
                          soup_get_minor_version (), soup_get_micro_version ());
  g_string_append_printf (info, "json-glib %d.%d.%d (built with)\n", JSON_MAJOR_VERSION,
                          JSON_MINOR_VERSION, JSON_MICRO_VERSION);
  g_string_append_printf (info, "SQLite %s, FTS5 %s\n", sqlite3_libversion (),
                          sqlite3_compileoption_used ("ENABLE_FTS5") ? "yes" : "unknown");
  g_string_append_printf (info, "Flatpak: %s\n",
                          g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) ? "yes" : "no");
  g_string_append_printf (info, "Display: %s, renderer: %s\n",
                          G_OBJECT_TYPE_NAME (gdk_display_get_default ()), renderer_name ());
  g_string_append_printf (info, "Locale: %s\n", setlocale (LC_MESSAGES, NULL));
  return g_string_free (info, FALSE);
}

AdwDialog *
cand_about_dialog_new (void)
{
  const char *developers[] = { "The Candidacy developers", NULL };
  AdwDialog *dialog =
      adw_about_dialog_new_from_appdata (CAND_APP_PATH "/metainfo.xml", CAND_VERSION);
  AdwAboutDialog *about = ADW_ABOUT_DIALOG (dialog);
  g_autofree char *debug_info = dup_debug_info ();

  adw_about_dialog_set_version (about, CAND_VERSION);
  adw_about_dialog_set_developers (about, developers);
  adw_about_dialog_set_copyright (about, "© 2026 The Candidacy developers");
  /* Translators: your names, one on a line, with an address if you like. */
  adw_about_dialog_set_translator_credits (about, _ ("translator-credits"));
  adw_about_dialog_set_debug_info (about, debug_info);
  adw_about_dialog_set_debug_info_filename (about, "candidacy-debug-info.txt");
  return dialog;
}
