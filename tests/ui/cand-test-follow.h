/* cand-test-follow.h: what the tests of following share: a library, a server, a window
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "application/cand-test-rows.h"
#include "unit/library/library-test.h"

/* A library beside a server that plays Workable and example.org, and a window for dialogs. */
typedef struct
{
  LibraryTest base;
  GtkWidget *window;
} FollowTest;

static inline void
follow_test_set_up (FollowTest *self, gconstpointer data)
{
  g_autofree char *hosts = NULL;
  g_autoptr (GError) error = NULL;

  self->base.directory = cand_test_make_directory ();
  self->base.server = cand_test_server_new ();
  hosts = cand_test_server_dup_hosts (self->base.server, "apply.workable.com", "www.workable.com",
                                      "example.org", NULL);
  self->base.library = cand_library_new (self->base.directory, hosts, &error);
  g_assert_no_error (error);
  cand_net_set_haste (self->base.library->net, 1000);
  library_test_open (self->base.library, &error);
  g_assert_no_error (error);
  library_test_drain (&self->base);

  self->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (self->window), gtk_label_new (NULL));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 800, 700);
  gtk_window_present (GTK_WINDOW (self->window));
}

static inline void
follow_test_tear_down (FollowTest *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  library_test_settle ();
  library_test_tear_down (&self->base, data);
}

/* What there is to read in @root, for a failed test to print. */
static inline char *
follow_test_list_labels (GtkWidget *root)
{
  GString *all = g_string_new (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root)
                                   ? gtk_label_get_text (GTK_LABEL (root))
                                   : "");

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      g_autofree char *inside = follow_test_list_labels (child);

      if (*inside != '\0')
        g_string_append_printf (all, "%s%s", all->len > 0 ? " | " : "", inside);
    }
  return g_string_free (all, FALSE);
}

/* Runs the main context until a label inside @root says exactly @text. */
static inline void
follow_test_await (gpointer root, const char *text)
{
  gint64 deadline = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;

  while (!cand_test_says (root, text))
    {
      if (g_get_monotonic_time () > deadline)
        {
          g_autofree char *said = follow_test_list_labels (root);

          g_error ("Nothing said “%s”, but: %s", text, said);
        }
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

static inline void
follow_test_press (gpointer root, const char *label)
{
  GtkWidget *button = cand_test_find_button (root, label);

  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

/* Closes @dialog, and waits until it has gone. */
static inline void
follow_test_close (gpointer dialog)
{
  GtkWidget *gone = dialog;

  g_object_add_weak_pointer (G_OBJECT (gone), (gpointer *) &gone);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  while (gone != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* A Workable account with @codes open. */
static inline void
follow_test_answer (FollowTest *self, const char *account, const char *codes)
{
  g_autofree char *path = g_strdup_printf ("/api/v1/widget/accounts/%s?details=true", account);
  g_autofree char *json = library_test_list (codes, "Job ");

  cand_test_server_remove (self->base.server, path);
  cand_test_server_add (self->base.server, path, 200, "application/json", json);
}

#define FOLLOW_TEST_ADD(path, func)                                                                \
  g_test_add (path, FollowTest, NULL, follow_test_set_up, func, follow_test_tear_down)
