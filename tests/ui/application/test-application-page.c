/* test-application-page.c: the page as a whole: restoring, saving, problems
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "cand-test-rows.h"
#include "core/store/cand-store-error.h"
#include "ui/application/cand-application-page.h"

typedef struct
{
  CandTestDraft *draft;
  CandApplicationPage *page;
  GtkWidget *window;
  guint edits;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->draft = cand_test_draft_new ();
  g_signal_connect_swapped (fixture->draft->application, "edited", G_CALLBACK (cand_test_count),
                            &fixture->edits);
  fixture->page = cand_application_page_new (fixture->draft->library, fixture->draft->application);
  fixture->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *) &fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  cand_test_settle ();
  g_assert_null (fixture->page);
  g_signal_handlers_disconnect_by_data (fixture->draft->application, &fixture->edits);
  cand_test_draft_free (fixture->draft);
}

static void
test_edits (Fixture *fixture, gconstpointer data)
{
  GtkText *text = cand_test_find (fixture->page, GTK_TYPE_TEXT);

  g_assert_cmpuint (fixture->edits, ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (text), "Ada");
  g_assert_cmpuint (fixture->edits, ==, 1);
  gtk_check_button_set_active (cand_test_find (fixture->page, GTK_TYPE_CHECK_BUTTON), TRUE);
  g_assert_cmpuint (fixture->edits, ==, 2);
}

static void
expire (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

/* Types, leaves, and tells whether that was on disk before the pause after the last key was over.
 */
static gboolean
saves_before_pause (Fixture *fixture, const char *text, void (*leave) (Fixture *fixture))
{
  CandApplication *application = fixture->draft->application;
  GtkWidget *entry = cand_test_find (fixture->page, GTK_TYPE_TEXT);
  gboolean expired = FALSE;
  guint pause;

  gtk_widget_set_visible (GTK_WIDGET (fixture->page), TRUE);
  gtk_widget_grab_focus (entry);
  pause = g_timeout_add_once (200, expire, &expired);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_assert_cmpint (cand_application_get_save_state (application), ==, CAND_SAVE_STATE_SAVING);
  leave (fixture);
  while (cand_application_get_save_state (application) == CAND_SAVE_STATE_SAVING)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (cand_application_get_save_state (application), ==, CAND_SAVE_STATE_SAVED);
  if (!expired)
    g_source_remove (pause);
  return !expired;
}

/* A busy disk may take its time once, but not each time. */
static void
assert_saves_at_once (Fixture *fixture, void (*leave) (Fixture *fixture))
{
  static const char *const texts[] = { "A", "B", "C", "D", "E" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (saves_before_pause (fixture, texts[i], leave))
      return;
  g_test_fail_printf ("Leaving waited for the pause after the last key");
}

static void
leave_page (Fixture *fixture)
{
  gtk_widget_set_visible (GTK_WIDGET (fixture->page), FALSE);
}

static void
leave_field (Fixture *fixture)
{
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
}

static void
test_leaving_page (Fixture *fixture, gconstpointer data)
{
  assert_saves_at_once (fixture, leave_page);
}

static void
test_leaving_field (Fixture *fixture, gconstpointer data)
{
  assert_saves_at_once (fixture, leave_field);
}

static void
test_save_state (Fixture *fixture, gconstpointer data)
{
  CandApplication *application = fixture->draft->application;
  AdwBanner *banner = cand_test_find (fixture->page, ADW_TYPE_BANNER);
  g_autoptr (GError) full =
      g_error_new_literal (CAND_STORE_ERROR, CAND_STORE_ERROR_FULL, "database or disk is full");

  cand_application_set_save_state (application, CAND_SAVE_STATE_SAVING, 0, NULL);
  cand_test_settle ();
  g_assert_true (cand_test_says (fixture->page, "Saving…"));
  g_assert_false (adw_banner_get_revealed (banner));

  cand_application_set_save_state (application, CAND_SAVE_STATE_FAILED, 0, full);
  cand_test_settle ();
  g_assert_true (cand_test_says (fixture->page, "Not Saved"));
  g_assert_true (adw_banner_get_revealed (banner));
  g_assert_true (g_str_has_prefix (adw_banner_get_title (banner), "Not saved. The disk is full."));

  /* A retry is no success yet. */
  cand_application_set_save_state (application, CAND_SAVE_STATE_SAVING, 0, NULL);
  g_assert_true (adw_banner_get_revealed (banner));
  cand_application_set_save_state (application, CAND_SAVE_STATE_SAVED,
                                   g_get_real_time () / G_USEC_PER_SEC, NULL);
  cand_test_settle ();
  g_assert_false (adw_banner_get_revealed (banner));
  g_assert_false (cand_test_says (fixture->page, "Not Saved"));
}

static void
test_problems (Fixture *fixture, gconstpointer data)
{
  GtkWidget *focus;

  g_assert_false (cand_test_says (fixture->page, "An answer is required"));
  g_assert_true (cand_application_page_show_problems (fixture->page));
  cand_test_settle ();
  g_assert_true (cand_test_says (fixture->page, "An answer is required"));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (focus);
  g_assert_true (cand_field_row_get_bad (
      CAND_FIELD_ROW (gtk_widget_get_ancestor (focus, CAND_TYPE_FIELD_ROW))));
}

static void
keep_uri (CandApplicationPage *page, const char *uri, gpointer user_data)
{
  g_set_str ((char **) user_data, uri);
}

static void
test_signals (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uri = NULL;
  guint deletions = 0;
  guint forms = 0;

  g_signal_connect (fixture->page, "open-uri", G_CALLBACK (keep_uri), &uri);
  g_signal_connect_swapped (fixture->page, "delete-requested", G_CALLBACK (cand_test_count),
                            &deletions);
  g_signal_connect_swapped (fixture->page, "form-requested", G_CALLBACK (cand_test_count), &forms);

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "application.open", NULL);
  g_assert_cmpstr (uri, ==, cand_application_get_application_url (fixture->draft->application));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "application.delete", NULL);
  g_assert_cmpuint (deletions, ==, 1);
  /* The draft's form is the standard one, and said to be. */
  g_assert_true (cand_test_says (
      fixture->page, "The employer’s own form could not be read; these are the usual questions"));
  g_signal_emit_by_name (cand_test_find_button (fixture->page, "_Try Again"), "clicked");
  g_assert_cmpuint (forms, ==, 1);
}

static void
test_posting (Fixture *fixture, gconstpointer data)
{
  AdwOverlaySplitView *split = cand_test_find (fixture->page, ADW_TYPE_OVERLAY_SPLIT_VIEW);

  g_assert_false (adw_overlay_split_view_get_show_sidebar (split));
  cand_application_page_set_posting (fixture->page, gtk_label_new ("The posting"));
  cand_test_settle ();
  g_assert_true (adw_overlay_split_view_get_show_sidebar (split));
  g_assert_true (cand_test_says (fixture->page, "The posting"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "application.posting", NULL);
  g_assert_false (adw_overlay_split_view_get_show_sidebar (split));
  cand_application_page_set_posting (fixture->page, NULL);
  g_assert_false (adw_overlay_split_view_get_show_sidebar (split));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/application-page/edits", test_edits);
  ADD ("/application-page/leaving/page", test_leaving_page);
  ADD ("/application-page/leaving/field", test_leaving_field);
  ADD ("/application-page/save-state", test_save_state);
  ADD ("/application-page/problems", test_problems);
  ADD ("/application-page/signals", test_signals);
  ADD ("/application-page/posting", test_posting);
#undef ADD
  return g_test_run ();
}
