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

static CandFieldRow *
get_focused_row (GtkWidget *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, CAND_TYPE_FIELD_ROW) : NULL;

  return row != NULL ? CAND_FIELD_ROW (row) : NULL;
}

/* The page gives a question the focus when it is first drawn. */
static void
wait_for_focus (GtkWidget *window)
{
  while (get_focused_row (window) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

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
  wait_for_focus (fixture->window);
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

/* Whether a screen reader would pass by without a word. */
static gboolean
is_read_over (AdwBanner *banner)
{
  g_autofree char *other =
      gtk_test_accessible_check_state (GTK_ACCESSIBLE (banner), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE);

  return other == NULL;
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
  /* Nor is it read aloud, from the next frame on. */
  while (!is_read_over (banner))
    g_main_context_iteration (NULL, TRUE);

  cand_application_set_save_state (application, CAND_SAVE_STATE_FAILED, 0, full);
  cand_test_settle ();
  g_assert_true (cand_test_says (fixture->page, "Not Saved"));
  g_assert_true (adw_banner_get_revealed (banner));
  gtk_test_accessible_assert_state (banner, GTK_ACCESSIBLE_STATE_HIDDEN, FALSE);
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

/* Also of a question that is not required. */
static void
test_counts (Fixture *fixture, gconstpointer data)
{
  CandApplication *application = fixture->draft->application;
  guint total = cand_application_get_total (application);
  g_autofree char *none = g_strdup_printf ("0 of %u questions answered", total);
  g_autofree char *one = g_strdup_printf ("1 of %u questions answered", total);

  g_assert_true (cand_test_says (fixture->page, none));
  cand_answer_set_text (cand_application_find_answer (application, "headline"), "Analyst");
  g_assert_true (cand_test_says (fixture->page, one));
  cand_answer_set_text (cand_application_find_answer (application, "headline"), "");
  g_assert_true (cand_test_says (fixture->page, none));
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

/* A new draft begins at its first required answer, one that was begun at the top. */
static void
test_entrance (Fixture *fixture, gconstpointer data)
{
  GtkText *first = cand_test_find (fixture->page, GTK_TYPE_TEXT);
  CandApplicationPage *again;
  GtkWidget *window = adw_window_new ();
  CandFieldRow *row = get_focused_row (fixture->window);

  g_assert_nonnull (row);
  g_assert_true (cand_answer_get_missing (cand_field_row_get_answer (row)));
  g_assert_true (cand_field_row_get_input (row) == GTK_WIDGET (first));

  /* Hidden and shown again, the page leaves the focus where it is. */
  gtk_widget_grab_focus (cand_test_find (fixture->page, GTK_TYPE_TEXT_VIEW));
  row = get_focused_row (fixture->window);
  gtk_widget_set_child_visible (GTK_WIDGET (fixture->page), FALSE);
  gtk_widget_set_child_visible (GTK_WIDGET (fixture->page), TRUE);
  gtk_widget_queue_draw (fixture->window);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_true (get_focused_row (fixture->window) == row);

  gtk_editable_set_text (GTK_EDITABLE (first), "Ada");
  again = cand_application_page_new (fixture->draft->library, fixture->draft->application);
  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (again));
  gtk_window_present (GTK_WINDOW (window));
  wait_for_focus (window);
  g_assert_true (cand_field_row_get_input (get_focused_row (window)) ==
                 cand_test_find (again, GTK_TYPE_TEXT));
  g_assert_false (
      gtk_editable_get_selection_bounds (cand_test_find (again, GTK_TYPE_TEXT), NULL, NULL));
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_caret_seen (GtkTextView *view)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (view), GTK_TYPE_SCROLLED_WINDOW);
  GdkRectangle caret;
  graphene_point_t place;

  gtk_text_view_get_cursor_locations (view, NULL, &caret, NULL);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, caret.x, caret.y, &caret.x,
                                         &caret.y);
  g_assert_true (gtk_widget_compute_point (GTK_WIDGET (view), page,
                                           &GRAPHENE_POINT_INIT (caret.x, caret.y), &place));
  return place.y >= 0 && place.y + caret.height <= gtk_widget_get_height (page);
}

/* Until nothing has changed its height for as long as a long text may take between two steps of
 * its layout. */
static void
wait_for_layout (GtkTextView *view)
{
  int height = -1;

  while (height != gtk_widget_get_height (GTK_WIDGET (view)))
    {
      gboolean expired = FALSE;

      height = gtk_widget_get_height (GTK_WIDGET (view));
      g_timeout_add_once (700, expire, &expired);
      while (!expired)
        g_main_context_iteration (NULL, TRUE);
    }
}

static void
test_long_paste (Fixture *fixture, gconstpointer data)
{
  GtkTextView *view = cand_test_find (fixture->page, GTK_TYPE_TEXT_VIEW);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  g_autoptr (GString) text = g_string_new (NULL);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (view), GTK_TYPE_SCROLLED_WINDOW)));

  while (text->len < 200000)
    g_string_append (text, "What I did last year, and why it has to do with what you do. It is "
                           "a sentence that takes more than one line of the form.\n");
  gtk_widget_grab_focus (GTK_WIDGET (view));
  gtk_text_buffer_insert_at_cursor (buffer, text->str, text->len);
  gtk_text_buffer_insert_at_cursor (buffer, "x", 1);
  wait_for_layout (view);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (view)), >, 20000);
  g_assert_true (is_caret_seen (view));

  /* Who scrolls away is left there. */
  gtk_adjustment_set_value (adjustment, 0);
  gtk_widget_queue_resize (GTK_WIDGET (view));
  wait_for_layout (view);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  gtk_text_buffer_insert_at_cursor (buffer, "y", 1);
  wait_for_layout (view);
  g_assert_true (is_caret_seen (view));
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
  ADD ("/application-page/counts", test_counts);
  ADD ("/application-page/problems", test_problems);
  ADD ("/application-page/entrance", test_entrance);
  ADD ("/application-page/long-paste", test_long_paste);
  ADD ("/application-page/signals", test_signals);
  ADD ("/application-page/posting", test_posting);
#undef ADD
  return g_test_run ();
}
