/* test-form-asks.c: what a position asks, seen before anything is begun
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "application/cand-test-rows.h"
#include "core/library/cand-library-form.h"
#include "lib/cand-test-server.h"
#include "lib/cand-test.h"
#include "ui/cand-form-asks.h"
#include "ui/cand-form-dialog.h"

/* Of the programme that ships. */
#define KEY "workable:huggingface:9B5436D6FA"
#define PATH "/api/v1/jobs/9B5436D6FA/form"

static const char form_json[] =
    "[{\"name\": \"Who <you> are\", \"fields\": ["
    " {\"id\": \"firstname\", \"required\": true, \"label\": \"First name\", \"type\": \"text\","
    "  \"maxLength\": 127},"
    " {\"id\": \"resume\", \"required\": true, \"label\": \"Resume\", \"type\": \"file\","
    "  \"supportedFileTypes\": [\".pdf\"], \"maxFileSize\": 12000000}]},"
    " {\"name\": \"Details\", \"fields\": ["
    " {\"id\": \"QA_1\", \"required\": true, \"label\": \"Why?\", \"type\": \"paragraph\"},"
    " {\"id\": \"QA_2\", \"required\": true, \"label\": \"Can you travel?\", \"type\": "
    "\"boolean\"},"
    " {\"id\": \"QA_3\", \"required\": false, \"label\": \"Gender\", \"type\": \"text\"}]}]";

typedef struct
{
  char *directory;
  CandTestServer *server;
  CandLibrary *library;
  CandPosition *position;
  GtkWidget *asks;
} AsksTest;

static CandPosition *
load_position (AsksTest *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  CandPosition *position;

  cand_library_load_position_async (self->library, KEY, NULL, cand_test_keep_result, &result);
  position =
      cand_library_load_position_finish (self->library, cand_test_wait_result (&result), &error);
  g_assert_no_error (error);
  return position;
}

static void
set_up (AsksTest *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *hosts = NULL;

  self->directory = cand_test_make_directory ();
  self->server = cand_test_server_new ();
  hosts = cand_test_server_dup_hosts (self->server, "apply.workable.com", NULL);
  self->library = cand_library_new (self->directory, hosts, &error);
  g_assert_no_error (error);
  cand_library_open_async (self->library, NULL, cand_test_keep_result, &opened);
  cand_library_open_finish (self->library, cand_test_wait_result (&opened), &error);
  g_assert_no_error (error);
  self->position = load_position (self);
}

static void
tear_down (AsksTest *self, gconstpointer data)
{
  if (self->asks != NULL)
    cand_test_close (self->asks);
  cand_library_close (self->library, NULL);
  cand_test_settle ();
  g_clear_object (&self->position);
  g_assert_finalize_object (self->library);
  cand_test_server_free (self->server);
  cand_test_remove_tree (self->directory);
  g_free (self->directory);
}

static void
show (AsksTest *self)
{
  GtkWidget *window = adw_window_new ();

  self->asks = cand_form_asks_new ();
  adw_window_set_content (ADW_WINDOW (window), self->asks);
  cand_form_asks_set_library (CAND_FORM_ASKS (self->asks), self->library);
  cand_form_asks_set_position (CAND_FORM_ASKS (self->asks), self->position);
  gtk_window_present (GTK_WINDOW (window));
}

static void
await_in (gpointer root, const char *text)
{
  gint64 deadline = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;

  while (!cand_test_says (root, text) && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (cand_test_says (root, text));
}

static void
await (AsksTest *self, const char *text)
{
  await_in (self->asks, text);
}

static void
press (AsksTest *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (self->asks, action, NULL));
}

static void
ask (AsksTest *self)
{
  await (self, "See What It Asks");
  press (self, "asks.ask");
}

static void
serve (AsksTest *self, guint status, const char *body)
{
  cand_test_server_remove (self->server, PATH);
  cand_test_server_add (self->server, PATH, status, "application/json", body);
}

/* Nothing is asked before the button is pressed. */
static void
test_asked (AsksTest *self, gconstpointer data)
{
  serve (self, 200, form_json);
  show (self);
  await (self, "See What It Asks");
  g_assert_false (cand_test_says (self->asks, "What It Asks"));
  g_assert_false (cand_test_says (self->asks, "See All Questions"));
  g_assert_cmpuint (cand_test_server_get_n_requests (self->server), ==, 0);

  press (self, "asks.ask");
  g_assert_true (cand_test_says (self->asks, "Asking the board for its form"));
  g_assert_false (cand_test_says (self->asks, "See What It Asks"));
  /* With the programme's short submission. */
  await (self, "7 questions, 6 required · 2 to be written · 1 file");
  g_assert_true (cand_test_says (self->asks, "What It Asks"));
  g_assert_true (cand_test_says (self->asks, "Read from the board today"));
  g_assert_true (cand_test_says (self->asks, "1 question has to be answered with yes or no"));
  g_assert_true (cand_test_says (self->asks, "Can you travel?"));
  g_assert_true (cand_test_says (
      self->asks, "1 question is a personal matter, and is never filled in for you"));
  g_assert_true (cand_test_says (self->asks, "See All Questions"));
  g_assert_false (cand_test_says (self->asks, "Asking the board for its form"));
  g_assert_false (cand_test_says (self->asks, "Open Application Page"));
  g_assert_cmpuint (cand_test_server_get_n_requests (self->server), ==, 1);
  cand_test_close (self->asks);

  /* It is known from now on. */
  show (self);
  await (self, "7 questions, 6 required · 2 to be written · 1 file");
  g_assert_cmpuint (cand_test_server_get_n_requests (self->server), ==, 1);
}

static void
test_refused (AsksTest *self, gconstpointer data)
{
  serve (self, 403, "No");
  show (self);
  ask (self);
  await (self, "The form can only be seen on the employer’s page");
  g_assert_true (cand_test_says (
      self->asks, "The host does not let programs read this address at the moment."));
  g_assert_true (cand_test_says (self->asks, "Open Application Page"));
  g_assert_true (cand_test_says (self->asks, "Try Again"));

  serve (self, 200, form_json);
  press (self, "asks.ask");
  await (self, "Can you travel?");
  g_assert_false (cand_test_says (self->asks, "Try Again"));
  g_assert_false (cand_test_says (self->asks, "Open Application Page"));
  g_assert_false (cand_test_says (self->asks, "The form can only be seen on the employer’s page"));
}

static void
test_failed (AsksTest *self, gconstpointer data)
{
  serve (self, 500, "");
  show (self);
  ask (self);
  await (self, "The form could not be read");
  g_assert_true (cand_test_says (self->asks, "The host answered with an error of its own."));
  g_assert_true (cand_test_says (self->asks, "Try Again"));
}

/* What a draft was begun on is called what it is, and follows the draft. */
static void
test_usual_questions (AsksTest *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) drafted = NULL;
  g_autoptr (CandApplication) application = NULL;

  show (self);
  await (self, "See What It Asks");
  cand_library_draft_async (self->library, KEY, FALSE, NULL, cand_test_keep_result, &drafted);
  application =
      cand_library_draft_finish (self->library, cand_test_wait_result (&drafted), NULL, NULL);
  await (self, "These are the usual questions: the employer’s own form has not been read");
  g_assert_true (cand_test_says (self->asks, "See All Questions"));
  g_assert_true (cand_test_says (self->asks, "Read the Employer’s Own Form"));
}

/* Of a system that gives no forms out. */
static void
test_page_only (AsksTest *self, gconstpointer data)
{
  g_autoptr (CandForm) form = NULL;

  g_clear_object (&self->position);
  self->position = cand_position_new ("lever:acme", "1");
  show (self);
  /* It is in no store either; that is no reason to offer a request. */
  await (self, "Open Application Page");
  g_assert_false (cand_test_says (self->asks, "Try Again"));
  g_assert_false (cand_test_says (self->asks, "See What It Asks"));
}

static void
test_away_meanwhile (AsksTest *self, gconstpointer data)
{
  cand_test_server_add_raw (self->server, PATH, "HTTP/1.1 200 OK\r\n", TRUE);
  show (self);
  ask (self);
  cand_test_server_wait (self->server, 1);
  cand_test_close (g_steal_pointer (&self->asks));
  cand_test_settle ();
}

static void
test_dialog (void)
{
  g_autoptr (CandForm) form = cand_form_new (CAND_FORM_SOURCE_BOARD);
  g_autoptr (CandField) name = cand_field_new ("firstname", CAND_FIELD_TYPE_TEXT, "First name");
  g_autoptr (CandField) gender = cand_field_new ("QA_1", CAND_FIELD_TYPE_PARAGRAPH, "<b>Gender");
  GtkWidget *window = adw_window_new ();
  AdwDialog *dialog;

  cand_form_add_section (form, "a", "Who <you> are");
  cand_form_add_section (form, "b", "Empty");
  cand_field_set_required (name, TRUE);
  cand_field_set_max_length (name, 127);
  cand_field_set_helper (gender, "Only if you like.");
  g_assert_true (cand_form_add_field (form, 0, name));
  g_assert_true (cand_form_add_field (form, 0, gender));
  dialog = cand_form_dialog_new (form);
  adw_window_set_content (ADW_WINDOW (window), gtk_label_new ("x"));
  gtk_window_present (GTK_WINDOW (window));
  adw_dialog_present (dialog, window);
  await_in (dialog, "Who <you> are");
  g_assert_false (cand_test_says (dialog, "Empty"));
  g_assert_true (cand_test_says (dialog, "First name"));
  g_assert_true (cand_test_says (dialog, "Required"));
  g_assert_true (cand_test_says (dialog, "One line · at most 127 characters"));
  g_assert_true (cand_test_says (dialog, "<b>Gender"));
  g_assert_true (cand_test_says (dialog, "Personal"));
  g_assert_true (cand_test_says (dialog, "Paragraph · limit unknown"));
  g_assert_true (cand_test_says (dialog, "Only if you like."));
  cand_test_close (dialog);
}

#define ADD(path, func) g_test_add (path, AsksTest, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/form-asks/asked", test_asked);
  ADD ("/form-asks/refused", test_refused);
  ADD ("/form-asks/failed", test_failed);
  ADD ("/form-asks/usual-questions", test_usual_questions);
  ADD ("/form-asks/page-only", test_page_only);
  ADD ("/form-asks/away-meanwhile", test_away_meanwhile);
  g_test_add_func ("/form-asks/dialog", test_dialog);
  return g_test_run ();
}
