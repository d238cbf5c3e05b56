/* bench-window.c: from the start of a process to its first drawn frame
 *
 * "bench-window candidacy" runs the program until a frame shows rows of the list, "bench-window
 * bare" an empty libadwaita window until its first frame: the floor of the same run. Either prints
 * the microseconds since the instant that BENCH_SPAWNED names (monotonic clock) and, when all is at
 * rest, the process's proportional set size in KiB, and ends.
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "ui/cand-position-row.h"
#include "ui/cand-ui.h"

/* When nothing more is expected to be loaded, in milliseconds after the frame. */
#define REST 1500

static gboolean wants_rows;
static gboolean drawn;

static gint64
read_pss (void)
{
  g_autofree char *rollup = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &rollup, NULL, NULL))
    return -1;
  line = strstr (rollup, "\nPss:");
  return line != NULL ? g_ascii_strtoll (line + strlen ("\nPss:"), NULL, 10) : -1;
}

static gboolean
rest_cb (gpointer user_data)
{
  printf ("pss %" G_GINT64_FORMAT "\n", read_pss ());
  fflush (stdout);
  _exit (0);
}

static gboolean
shows_row (GtkWidget *widget)
{
  if (CAND_IS_POSITION_ROW (widget))
    return gtk_widget_get_mapped (widget) && gtk_widget_get_height (widget) > 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_row (child))
      return TRUE;
  return FALSE;
}

static void
after_paint_cb (GdkFrameClock *clock, gpointer window)
{
  gint64 spawned = g_ascii_strtoll (g_getenv ("BENCH_SPAWNED"), NULL, 10);

  if (drawn || (wants_rows && !shows_row (window)))
    return;
  drawn = TRUE;
  printf ("frame %" G_GINT64_FORMAT "\n", g_get_monotonic_time () - spawned);
  fflush (stdout);
  g_timeout_add (REST, rest_cb, NULL);
}

static gboolean
realize_hook (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer user_data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);

  if (GTK_IS_APPLICATION_WINDOW (widget))
    g_signal_connect (gdk_surface_get_frame_clock (gtk_native_get_surface (GTK_NATIVE (widget))),
                      "after-paint", G_CALLBACK (after_paint_cb), widget);
  return TRUE;
}

static void
add_hook (void)
{
  gpointer klass = g_type_class_ref (GTK_TYPE_WIDGET);

  g_signal_add_emission_hook (g_signal_lookup ("realize", GTK_TYPE_WIDGET), 0, realize_hook, NULL,
                              NULL);
  g_type_class_unref (klass);
}

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), view);
  gtk_window_set_default_size (GTK_WINDOW (window), 1180, 760);
  gtk_window_present (GTK_WINDOW (window));
}

static int
run_bare (void)
{
  g_autoptr (AdwApplication) application =
      adw_application_new ("io.github.candidacy.Bare", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), 0, NULL);
}

int
main (int argc, char **argv)
{
  char *arguments[] = { argv[0], NULL };

  if (argc != 2 || g_getenv ("BENCH_SPAWNED") == NULL)
    return 2;
  wants_rows = g_str_equal (argv[1], "candidacy");
  add_hook ();
  return wants_rows ? cand_ui_run (1, arguments) : run_bare ();
}
