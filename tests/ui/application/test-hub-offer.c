/* test-hub-offer.c: asking the Hub below an answer, and the row of the short submission
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "cand-test-rows.h"
#include "lib/cand-test-server.h"
#include "lib/cand-test.h"
#include "ui/application/cand-hub-offer.h"
#include "ui/application/cand-submission-row.h"

typedef struct
{
  char *directory;
  CandTestServer *server;
  CandLibrary *library;
  GtkWidget *window;
} HubTest;

static void
set_up (HubTest *self, gconstpointer data)
{
  g_autofree char *hosts = NULL;
  g_autoptr (GError) error = NULL;

  self->directory = cand_test_make_directory ();
  self->server = cand_test_server_new ();
  hosts = cand_test_server_dup_hosts (self->server, "huggingface.co", NULL);
  self->library = cand_library_new (self->directory, hosts, &error);
  g_assert_no_error (error);
}

static void
tear_down (HubTest *self, gconstpointer data)
{
  CandLibrary *living = self->library;

  gtk_window_destroy (GTK_WINDOW (self->window));
  cand_library_close (self->library, NULL);
  g_object_add_weak_pointer (G_OBJECT (living), (gpointer *) &living);
  g_object_unref (self->library);
  /* What was cancelled answers once more, and lets go of it then. */
  while (living != NULL)
    g_main_context_iteration (NULL, TRUE);
  cand_test_server_free (self->server);
  cand_test_remove_tree (self->directory);
  g_free (self->directory);
}

static CandFieldRow *
show (HubTest *self, const char *id, CandFieldType type, const char *text)
{
  g_autoptr (CandField) field = cand_field_new (id, type, "Question");
  g_autoptr (CandAnswer) answer = cand_answer_new (field);
  CandFieldRow *row;

  cand_answer_set_text (answer, text);
  row = cand_field_row_new (self->library, NULL, answer);
  cand_hub_offer_attach (row);
  self->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (row));
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_test_widget_wait_for_draw (self->window);
  return row;
}

static void
wait_for (gpointer root, const char *text)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (!cand_test_says (root, text))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
press (gpointer row, const char *label)
{
  g_signal_emit_by_name (cand_test_find_button (row, label), "clicked");
}

static void
test_name (HubTest *self, gconstpointer data)
{
  CandFieldRow *row = show (self, CAND_SHORT_SUBMISSION_USER, CAND_FIELD_TYPE_TEXT, "");
  CandAnswer *answer = cand_field_row_get_answer (row);
  GtkWidget *button = cand_test_find_button (row, "Check on the _Hub");

  cand_test_server_add (self->server, "/api/users/ada/overview", 200, "application/json",
                        "{\"user\": \"ada\"}");
  cand_test_server_add (self->server, "/api/users/grace/overview", 500, NULL, NULL);
  g_assert_false (gtk_widget_is_visible (button));
  cand_answer_set_text (answer, "ada");
  cand_test_settle ();
  g_assert_true (gtk_widget_is_visible (button));
  g_assert_cmpuint (cand_test_server_get_n_requests (self->server), ==, 0);

  press (row, "Check on the _Hub");
  g_assert_false (gtk_widget_get_sensitive (button));
  g_assert_true (gtk_widget_is_visible (cand_test_find (row, ADW_TYPE_SPINNER)));
  g_assert_true (cand_test_says (row, "Asking the Hub…"));
  wait_for (row, "“ada” exists on the Hub");
  g_assert_false (cand_test_says (row, "Asking the Hub…"));
  g_assert_true (gtk_widget_get_sensitive (button));

  /* What was answered is about the name that was asked for. */
  cand_answer_set_text (answer, "nobody");
  g_assert_false (cand_test_says (row, "“ada” exists on the Hub"));
  press (row, "Check on the _Hub");
  wait_for (row, "No user of the Hub is called “nobody”");
  cand_answer_set_text (answer, "grace");
  press (row, "Check on the _Hub");
  wait_for (
      row, "The Hub could not be asked about “grace”. The host answered with an error of its own.");
  cand_answer_set_text (answer, "Ada Lovelace");
  press (row, "Check on the _Hub");
  wait_for (row, "This cannot be a name on the Hub");
  g_assert_cmpuint (cand_test_server_get_n_requests (self->server), ==, 3);
}

static void
test_links (HubTest *self, gconstpointer data)
{
  CandFieldRow *row = show (self, "why", CAND_FIELD_TYPE_PARAGRAPH, "No link");
  CandAnswer *answer = cand_field_row_get_answer (row);

  cand_test_server_add (self->server, "/api/datasets/ada/notes", 200, "application/json",
                        "{\"id\": \"ada/notes\"}");
  cand_test_server_add (self->server, "/api/spaces/ada/show", 401, "application/json", "{}");
  cand_answer_set_text (answer, "https://huggingface.co/datasets/ada/notes, hf.co/spaces/ada/show");
  cand_test_settle ();
  g_assert_cmpuint (cand_test_server_get_n_requests (self->server), ==, 0);
  press (row, "Check _Links");
  wait_for (row, "“datasets/ada/notes” exists on the Hub");
  wait_for (row, "“spaces/ada/show” does not exist on the Hub, or is private");
  cand_answer_set_text (answer, "No link any more");
  g_assert_false (gtk_widget_is_visible (cand_test_find_button (row, "Check _Links")));
}

/* The row goes while the Hub is being asked. */
static void
test_gone (HubTest *self, gconstpointer data)
{
  CandFieldRow *row = show (self, CAND_SHORT_SUBMISSION_USER, CAND_FIELD_TYPE_TEXT, "ada");

  cand_test_server_add_raw (self->server, "/api/users/ada/overview", "HTTP/1.1 200 OK\r\n", TRUE);
  press (row, "Check on the _Hub");
  cand_test_server_wait (self->server, 1);
}

static void
test_submission (void)
{
  g_autoptr (CandApplication) application = cand_application_new (1, "workable:acme:1");
  g_autoptr (CandForm) form = cand_form_new (CAND_FORM_SOURCE_STANDARD);
  GtkWidget *window = adw_window_new ();
  GtkWidget *group = adw_preferences_group_new ();
  CandAnswer *answer;
  GtkWidget *row;
  GtkCheckButton *check;
  gboolean done;

  cand_form_add_short_submission (form);
  cand_application_open (application, form);
  cand_application_add_step (application, "Read the listing", FALSE);
  cand_application_add_step (application, "Write the short submission that closes the form", FALSE);
  row = cand_submission_row_new (application);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_window_set_content (ADW_WINDOW (window), group);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  check = cand_test_find (row, GTK_TYPE_CHECK_BUTTON);

  g_assert_true (cand_test_says (row, "Not begun"));
  answer = cand_application_find_answer (application, CAND_SHORT_SUBMISSION_ANSWER);
  cand_answer_set_text (answer, "A text");
  g_assert_true (cand_test_says (row, "Drafted"));

  gtk_check_button_set_active (check, TRUE);
  g_assert_true (cand_test_says (row, "Done"));
  cand_application_get_step (application, 1, &done);
  g_assert_true (done);
  cand_application_get_step (application, 0, &done);
  g_assert_false (done);

  cand_application_set_step_done (application, 1, FALSE);
  g_assert_false (gtk_check_button_get_active (check));
  g_assert_true (cand_test_says (row, "Drafted"));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/hub-offer/name", HubTest, NULL, set_up, test_name, tear_down);
  g_test_add ("/hub-offer/links", HubTest, NULL, set_up, test_links, tear_down);
  g_test_add ("/hub-offer/gone", HubTest, NULL, set_up, test_gone, tear_down);
  g_test_add_func ("/submission-row/state", test_submission);
  return g_test_run ();
}
