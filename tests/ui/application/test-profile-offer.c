/* test-profile-offer.c: what the profile has is offered, and never put in unasked
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include "cand-test-rows.h"
#include "lib/cand-test.h"
#include "ui/application/cand-application-page.h"
#include "ui/application/cand-profile-offer.h"

typedef struct
{
  CandTestDraft *draft;
  CandProfile *profile;
  GtkWidget *window;
  CandApplicationPage *page;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  fixture->draft = cand_test_draft_new ();
  fixture->profile = cand_library_get_profile (fixture->draft->library);
  fixture->page = cand_application_page_new (fixture->draft->library, fixture->draft->application);
  fixture->window = adw_window_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), GTK_WIDGET (fixture->page));
  adw_window_set_content (ADW_WINDOW (fixture->window), overlay);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  cand_test_settle ();
  cand_test_draft_free (fixture->draft);
}

static CandAnswer *
get_answer (Fixture *fixture, const char *id)
{
  return cand_application_find_answer (fixture->draft->application, id);
}

/* The offer that says @text, in the row of @id. */
static gpointer
find_offer (Fixture *fixture, const char *id, const char *text)
{
  GtkWidget *button =
      cand_test_find_with_text (cand_test_find_row (fixture->page, id), GTK_TYPE_BUTTON, text);

  g_assert_nonnull (button);
  return button;
}

static gboolean
says (Fixture *fixture, const char *id, const char *text)
{
  return cand_test_says (cand_test_find_row (fixture->page, id), text);
}

static void
set_education (CandProfile *profile)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  CandEducation first = { .school = "Analytical School", .degree = "BSc" };
  CandEducation second = { .school = "Evening School", .start = "2021-05" };

  g_ptr_array_add (list, &first);
  g_ptr_array_add (list, &second);
  cand_profile_set_list (profile, CAND_PROFILE_EDUCATION, list);
}

static void
test_use (Fixture *fixture, gconstpointer data)
{
  CandAnswer *answer = get_answer (fixture, "firstname");
  CandFieldRow *row = cand_test_find_row (fixture->page, "firstname");

  g_assert_false (says (fixture, "firstname", "First name from your profile"));
  cand_profile_set_text (fixture->profile, CAND_PROFILE_FIRST_NAME, "Ada");
  g_assert_true (says (fixture, "firstname", "Use “Ada”"));
  g_assert_true (says (fixture, "firstname", "First name from your profile"));
  g_assert_false (says (fixture, "lastname", "Use “Ada”"));
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "");

  g_signal_emit_by_name (find_offer (fixture, "firstname", "Use “Ada”"), "clicked");
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "Ada");
  g_assert_false (says (fixture, "firstname", "Use “Ada”"));
  g_assert_true (says (fixture, "firstname", "Filled in from your profile"));
  g_assert_true (says (fixture, "firstname", "Change in Profile"));
  g_assert_cmpuint (cand_application_get_answered (fixture->draft->application), ==, 1);

  /* As long as it is the profile's. */
  cand_answer_set_text (answer, "Ada L.");
  g_assert_false (says (fixture, "firstname", "Filled in from your profile"));
  g_assert_false (says (fixture, "firstname", "Use “Ada”"));
  cand_profile_set_text (fixture->profile, CAND_PROFILE_FIRST_NAME, "Ada L.");
  g_assert_true (says (fixture, "firstname", "Filled in from your profile"));
  cand_answer_set_text (answer, "");
  g_assert_true (says (fixture, "firstname", "Use “Ada L.”"));
  g_assert_nonnull (row);
}

/* In the row itself, as typing is. */
static void
test_undo (Fixture *fixture, gconstpointer data)
{
  CandAnswer *answer = get_answer (fixture, "lastname");
  GtkWidget *text = cand_field_row_get_input (cand_test_find_row (fixture->page, "lastname"));

  cand_profile_set_text (fixture->profile, CAND_PROFILE_LAST_NAME, "Lovelace");
  g_signal_emit_by_name (find_offer (fixture, "lastname", "Use “Lovelace”"), "clicked");
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "Lovelace");
  g_assert_true (gtk_widget_has_focus (text));
  g_assert_true (gtk_widget_activate_action (text, "text.undo", NULL));
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "");
  g_assert_true (says (fixture, "lastname", "Use “Lovelace”"));
}

static void
test_group (Fixture *fixture, gconstpointer data)
{
  CandAnswer *answer = get_answer (fixture, "education");
  CandFieldRow *school;

  set_education (fixture->profile);
  g_assert_true (says (fixture, "education", "Education from your profile"));
  g_signal_emit_by_name (find_offer (fixture, "education", "Use 2 entries"), "clicked");
  g_assert_cmpstr (cand_answer_get_text (answer), ==,
                   "[{\"school\":\"Analytical School\",\"degree\":\"BSc\"},"
                   "{\"school\":\"Evening School\",\"start_date\":\"2021-05\"}]");
  school = cand_test_find_row (cand_test_find_row (fixture->page, "education"), "school");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (cand_field_row_get_input (school))), ==,
                   "Analytical School");
  g_assert_true (says (fixture, "education", "Filled in from your profile"));
}

static void
add_file (Fixture *fixture, const char *name, const char *label)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->draft->directory, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, name, -1, NULL));
  cand_library_add_profile_file_async (fixture->draft->library, label, file, NULL,
                                       cand_test_keep_result, &result);
  cand_library_add_profile_file_finish (fixture->draft->library, cand_test_wait_result (&result),
                                        &error);
  g_assert_no_error (error);
}

static void
test_file (Fixture *fixture, gconstpointer data)
{
  CandAnswer *answer = get_answer (fixture, "resume");

  add_file (fixture, "cv.pdf", "CV");
  add_file (fixture, "notes.zip", "");
  g_assert_true (says (fixture, "resume", "CV from your profile"));
  /* Not of a type that is taken. */
  g_assert_false (says (fixture, "resume", "Use “notes.zip”"));
  g_signal_emit_by_name (find_offer (fixture, "resume", "Use “cv.pdf”"), "clicked");
  g_assert_cmpstr (cand_attachment_get_name (cand_answer_get_attachment (answer)), ==, "cv.pdf");
  g_assert_cmpint (cand_attachment_get_size (cand_answer_get_attachment (answer)), ==, 6);
  g_assert_true (says (fixture, "resume", "Filled in from your profile"));
  g_assert_false (says (fixture, "resume", "Use “cv.pdf”"));
  cand_library_detach (fixture->draft->library, fixture->draft->application, "resume");
  g_assert_true (says (fixture, "resume", "Use “cv.pdf”"));
}

static CandFieldRow *
show_row (Fixture *fixture, gboolean sensitive)
{
  g_autoptr (CandField) field = cand_field_new ("firstname", CAND_FIELD_TYPE_TEXT, "First name");
  g_autoptr (CandAnswer) answer = NULL;
  CandFieldRow *row;

  cand_field_set_sensitive (field, sensitive);
  answer = cand_answer_new (field);
  row = cand_test_show_row (answer);
  cand_profile_offer_attach (row, fixture->draft->library);
  return row;
}

static void
test_sensitive (Fixture *fixture, gconstpointer data)
{
  CandFieldRow *open;
  CandFieldRow *sensitive;

  cand_profile_set_text (fixture->profile, CAND_PROFILE_FIRST_NAME, "Ada");
  open = show_row (fixture, FALSE);
  sensitive = show_row (fixture, TRUE);
  g_assert_true (cand_test_says (open, "Use “Ada”"));
  g_assert_false (cand_test_says (sensitive, "Use “Ada”"));
  cand_profile_set_text (fixture->profile, CAND_PROFILE_FIRST_NAME, "Grace");
  g_assert_true (cand_test_says (open, "Use “Grace”"));
  g_assert_false (cand_test_says (sensitive, "Use “Grace”"));
  cand_test_close (open);
  cand_test_close (sensitive);
}

static void
test_fill_in (Fixture *fixture, gconstpointer data)
{
  cand_profile_set_text (fixture->profile, CAND_PROFILE_FIRST_NAME, "Ada");
  cand_profile_set_text (fixture->profile, CAND_PROFILE_LAST_NAME, "Lovelace");
  cand_profile_set_text (fixture->profile, CAND_PROFILE_EMAIL, "ada@example.org");
  cand_answer_set_text (get_answer (fixture, "firstname"), "Augusta");
  cand_test_settle ();
  g_assert_true (cand_test_says (fixture->page, "It has answers to 2 empty questions"));

  g_signal_emit_by_name (cand_test_find_button (fixture->page, "Fill In From Profile"), "clicked");
  cand_test_settle ();
  g_assert_cmpstr (cand_answer_get_text (get_answer (fixture, "firstname")), ==, "Augusta");
  g_assert_cmpstr (cand_answer_get_text (get_answer (fixture, "lastname")), ==, "Lovelace");
  g_assert_cmpstr (cand_answer_get_text (get_answer (fixture, "email")), ==, "ada@example.org");
  g_assert_false (cand_test_says (fixture->page, "Your Profile"));
  g_assert_true (cand_test_says (fixture->window, "2 answers filled in from your profile"));

  /* What was changed since stays. */
  cand_answer_set_text (get_answer (fixture, "email"), "lovelace@example.org");
  g_signal_emit_by_name (cand_test_find_with_text (fixture->window, GTK_TYPE_BUTTON, "Undo"),
                         "clicked");
  g_assert_cmpstr (cand_answer_get_text (get_answer (fixture, "firstname")), ==, "Augusta");
  g_assert_cmpstr (cand_answer_get_text (get_answer (fixture, "lastname")), ==, "");
  g_assert_cmpstr (cand_answer_get_text (get_answer (fixture, "email")), ==,
                   "lovelace@example.org");
}

/* Whether or not the question is a required one. */
static void
test_fill_in_counts (Fixture *fixture, gconstpointer data)
{
  cand_profile_set_text (fixture->profile, CAND_PROFILE_FIRST_NAME, "Ada");
  cand_profile_set_text (fixture->profile, CAND_PROFILE_HEADLINE, "Analyst");
  cand_test_settle ();
  g_assert_true (cand_test_says (fixture->page, "It has answers to 2 empty questions"));
  cand_answer_set_text (get_answer (fixture, "headline"), "Mathematician");
  cand_test_settle ();
  g_assert_true (cand_test_says (fixture->page, "It has an answer to 1 empty question"));
  cand_answer_set_text (get_answer (fixture, "headline"), "");
  cand_test_settle ();
  g_assert_true (cand_test_says (fixture->page, "It has answers to 2 empty questions"));
}

static void
test_hint (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (CAND_APP_ID);

  g_assert_true (
      cand_test_says (fixture->page, "Fill in your profile once and use it in every form"));
  cand_profile_set_text (fixture->profile, CAND_PROFILE_HEADLINE, "Analyst");
  cand_test_settle ();
  g_assert_false (
      cand_test_says (fixture->page, "Fill in your profile once and use it in every form"));
  cand_profile_set_text (fixture->profile, CAND_PROFILE_HEADLINE, "");
  cand_test_settle ();
  g_assert_true (
      cand_test_says (fixture->page, "Fill in your profile once and use it in every form"));
  g_signal_emit_by_name (cand_test_find_button (fixture->page, "Do Not Show Again"), "clicked");
  cand_test_settle ();
  g_assert_false (
      cand_test_says (fixture->page, "Fill in your profile once and use it in every form"));
  g_assert_false (g_settings_get_boolean (settings, "profile-hint"));
  g_settings_reset (settings, "profile-hint");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  g_test_add ("/profile-offer/use", Fixture, NULL, set_up, test_use, tear_down);
  g_test_add ("/profile-offer/undo", Fixture, NULL, set_up, test_undo, tear_down);
  g_test_add ("/profile-offer/group", Fixture, NULL, set_up, test_group, tear_down);
  g_test_add ("/profile-offer/file", Fixture, NULL, set_up, test_file, tear_down);
  g_test_add ("/profile-offer/sensitive", Fixture, NULL, set_up, test_sensitive, tear_down);
  g_test_add ("/profile-offer/fill-in", Fixture, NULL, set_up, test_fill_in, tear_down);
  g_test_add ("/profile-offer/fill-in-counts", Fixture, NULL, set_up, test_fill_in_counts,
              tear_down);
  g_test_add ("/profile-offer/hint", Fixture, NULL, set_up, test_hint, tear_down);
  return g_test_run ();
}
