/* test-draft.c: drafts are begun, kept in time, continued, and moved to the real form
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library-test.h"

static const char form_json[] =
    "[{\"name\": \"Personal information\", \"fields\": ["
    " {\"id\": \"firstname\", \"required\": true, \"label\": \"First name\", \"type\": \"text\"},"
    " {\"id\": \"resume\", \"required\": true, \"label\": \"Resume\", \"type\": \"file\","
    "  \"supportedFileTypes\": [\".pdf\"], \"maxFileSize\": 1000}]},"
    " {\"name\": \"Details\", \"fields\": ["
    " {\"id\": \"QA_1\", \"required\": true, \"label\": \"Why?\", \"type\": \"paragraph\"}]}]";

static void
test_begin (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandApplication) application = library_test_draft (self, ACCELERATE, FALSE, NULL);
  GListModel *applications = cand_library_get_applications (self->library);
  g_autoptr (CandApplication) listed = NULL;
  gboolean done;
  guint n;

  g_assert_cmpstr (cand_application_get_position_key (application), ==, ACCELERATE);
  g_assert_cmpstr (cand_application_get_title (application), ==, "Accelerate Internship");
  g_assert_true (cand_application_get_opened (application));
  g_assert_cmpint (cand_form_get_source (cand_application_get_form (application)), ==,
                   CAND_FORM_SOURCE_STANDARD);
  g_assert_nonnull (cand_application_find_answer (application, "firstname"));
  /* The programme's short submission, and its checklist. */
  g_assert_nonnull (cand_application_find_answer (application, CAND_SHORT_SUBMISSION_USER));
  g_assert_cmpuint (cand_application_get_n_steps (application), ==, 5);
  g_assert_cmpstr (cand_application_get_step (application, 0, &done), ==,
                   "Read the listing, and whether its host prefers a place");
  g_assert_false (done);
  g_assert_cmpint (cand_application_get_save_state (application), ==, CAND_SAVE_STATE_SAVED);
  g_assert_cmpuint (g_list_model_get_n_items (applications), ==, 1);
  listed = g_list_model_get_item (applications, 0);
  g_assert_true (listed == application);
  library_test_drain (self);
  g_object_get (self->library, "n-applications", &n, NULL);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (cand_test_server_get_n_requests (self->server), ==, 0);
}

static void
test_no_such_position (LibraryTest *self, gconstpointer data)
{
  const char *const keys[] = { "workable:huggingface:0000000000", "nonsense", "", "\xff" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;

      cand_library_draft_async (self->library, keys[i], TRUE, NULL, cand_test_keep_result, &result);
      cand_test_wait_result (&result);
      g_assert_null (cand_library_draft_finish (self->library, result, NULL, &error));
      g_assert_error (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_NO_SUCH_POSITION);
    }
}

static void
test_twice (LibraryTest *self, gconstpointer data)
{
  GAsyncResult *results[2] = { NULL };
  CandApplication *applications[2];

  for (guint i = 0; i < 2; i++)
    cand_library_draft_async (self->library, ACCELERATE, FALSE, NULL, cand_test_keep_result,
                              &results[i]);
  for (guint i = 0; i < 2; i++)
    {
      cand_test_wait_result (&results[i]);
      applications[i] = cand_library_draft_finish (self->library, results[i], NULL, NULL);
      g_object_unref (results[i]);
    }
  g_assert_true (applications[0] == applications[1]);
  g_object_unref (applications[0]);
  g_object_unref (applications[1]);
  library_test_assert_text (self, "SELECT count(*) FROM application", "1");
}

/* --- in time: promise 1, looked at by another connection --- */

typedef struct
{
  CandConnection *watcher;
  const char *expected;
  gint64 seen; /* monotonic, when the disk first had it */
} Watch;

static gboolean
watch_cb (gpointer user_data)
{
  Watch *watch = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CandStatement) statement = cand_statement_new (
      watch->watcher, "SELECT 1 FROM answer WHERE field = 'firstname' AND text = ?", &error);

  g_assert_no_error (error);
  cand_statement_add_text (statement, watch->expected);
  if (watch->seen == 0 && cand_statement_step (statement, &error))
    watch->seen = g_get_monotonic_time ();
  g_assert_no_error (error);
  return G_SOURCE_CONTINUE;
}

static gint64
wait_on_disk (LibraryTest *self, const char *expected)
{
  Watch watch = { library_test_peek (self), expected, 0 };
  guint source = g_timeout_add (5, watch_cb, &watch);

  while (watch.seen == 0)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
  cand_connection_close (watch.watcher);
  return watch.seen;
}

static void
test_last_key (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandApplication) application = library_test_draft (self, ACCELERATE, FALSE, NULL);
  gint64 typed = g_get_monotonic_time (), seen;

  library_test_type (application, "firstname", "Ada");
  g_assert_cmpint (cand_application_get_save_state (application), ==, CAND_SAVE_STATE_SAVING);
  seen = wait_on_disk (self, "Ada");
  g_assert_cmpint (seen - typed, >=, 200 * G_TIME_SPAN_MILLISECOND);
  g_assert_cmpint (seen - typed, <=, 500 * G_TIME_SPAN_MILLISECOND);
  library_test_drain (self);
  g_assert_cmpint (cand_application_get_save_state (application), ==, CAND_SAVE_STATE_SAVED);
  g_assert_cmpint (cand_application_get_saved_at (application), >, 0);
}

typedef struct
{
  CandApplication *application;
  GString *text;
  gint64 first;
} Burst;

static gboolean
burst_cb (gpointer user_data)
{
  Burst *burst = user_data;

  g_string_append_c (burst->text, 'x');
  library_test_type (burst->application, "firstname", burst->text->str);
  return G_SOURCE_CONTINUE;
}

/* A key every 50 ms, without a pause: what was first typed is on disk within two seconds. */
static void
test_burst (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandApplication) application = library_test_draft (self, ACCELERATE, FALSE, NULL);
  g_autoptr (CandConnection) watcher = library_test_peek (self);
  Burst burst = { application, g_string_new (NULL), g_get_monotonic_time () };
  guint source = g_timeout_add (50, burst_cb, &burst);
  gint64 n = 0;

  while (n == 0)
    {
      g_autoptr (GError) error = NULL;

      g_main_context_iteration (NULL, TRUE);
      cand_connection_get_int64 (
          watcher, "SELECT count(*) FROM answer WHERE field = 'firstname' AND text LIKE 'x%'", &n,
          &error);
      g_assert_no_error (error);
    }
  g_assert_cmpint (g_get_monotonic_time () - burst.first, <=, 2 * G_TIME_SPAN_SECOND);
  g_assert_cmpint (g_get_monotonic_time () - burst.first, >=, 1200 * G_TIME_SPAN_MILLISECOND);
  g_source_remove (source);
  g_string_free (burst.text, TRUE);
}

static void
test_flush (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandApplication) application = library_test_draft (self, ACCELERATE, FALSE, NULL);
  g_autoptr (GError) error = NULL;
  gint64 typed;

  typed = g_get_monotonic_time ();
  library_test_type (application, "firstname", "Ada");
  cand_library_flush (self->library, application);
  g_assert_cmpint (wait_on_disk (self, "Ada") - typed, <, 200 * G_TIME_SPAN_MILLISECOND);

  library_test_type (application, "firstname", "Grace");
  g_assert_true (library_test_save (self, application, &error));
  g_assert_no_error (error);
  library_test_assert_text (self, "SELECT text FROM answer WHERE field = 'firstname'", "Grace");
  /* With nothing to save it is said at once. */
  g_assert_true (library_test_save (self, application, &error));
}

static void
test_close (LibraryTest *self, gconstpointer data)
{
  CandApplication *application = library_test_draft (self, ACCELERATE, FALSE, NULL);
  g_autoptr (GError) error = NULL;

  library_test_type (application, "firstname", "Ada");
  cand_library_flush (self->library, application);
  library_test_type (application, "lastname", "Lovelace");
  g_assert_true (cand_library_close (self->library, &error));
  g_assert_no_error (error);
  library_test_assert_text (self,
                            "SELECT group_concat (text, ' ') FROM "
                            "(SELECT text FROM answer ORDER BY field)",
                            "Ada Lovelace");
  g_object_unref (application);
}

/* --- continued --- */

static void
test_continue (LibraryTest *self, gconstpointer data)
{
  CandApplication *application = library_test_draft (self, ACCELERATE, FALSE, NULL);
  g_autoptr (CandConnection) watcher = NULL;
  g_autoptr (CandApplication) again = NULL;
  gint64 before, after;
  gboolean done;

  library_test_type (application, "firstname", "Ada");
  library_test_type (application, "cover_letter", "Dear all,\n\nWörds.");
  cand_application_set_step_done (application, 2, TRUE);
  cand_application_set_status (application, CAND_APPLICATION_STATUS_READY);
  g_assert_true (library_test_save (self, application, NULL));
  g_object_unref (application);

  library_test_reopen (self);
  watcher = library_test_peek (self);
  g_assert_true (cand_connection_get_int64 (watcher, "PRAGMA data_version", &before, NULL));
  again = library_test_draft (self, ACCELERATE, FALSE, NULL);
  library_test_drain (self);
  library_test_assert_answer (again, "firstname", "Ada");
  library_test_assert_answer (again, "cover_letter", "Dear all,\n\nWörds.");
  cand_application_get_step (again, 2, &done);
  g_assert_true (done);
  cand_application_get_step (again, 1, &done);
  g_assert_false (done);
  g_assert_cmpint (cand_application_get_status (again), ==, CAND_APPLICATION_STATUS_READY);
  g_assert_cmpint (cand_application_get_save_state (again), ==, CAND_SAVE_STATE_SAVED);
  g_assert_cmpuint (cand_application_get_answered (again), ==, 2);

  /* Restoring wrote nothing, nor does waiting. */
  g_usleep (600 * G_TIME_SPAN_MILLISECOND);
  library_test_drain (self);
  g_assert_true (cand_connection_get_int64 (watcher, "PRAGMA data_version", &after, NULL));
  g_assert_cmpint (before, ==, after);
}

/* The living draft is what is continued, with what was just typed. */
static void
test_continue_living (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandApplication) application = library_test_draft (self, ACCELERATE, FALSE, NULL);
  g_autoptr (CandApplication) again = NULL;
  CandAnswer *answer = cand_application_find_answer (application, "firstname");

  library_test_type (application, "firstname", "Ada");
  again = library_test_draft (self, ACCELERATE, FALSE, NULL);
  g_assert_true (again == application);
  g_assert_true (cand_application_find_answer (application, "firstname") == answer);
  library_test_assert_answer (again, "firstname", "Ada");
}

/* A refresh meanwhile touches neither the answers nor what they are bound to. */
static void
test_refresh_meanwhile (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandApplication) application = library_test_draft (self, ACCELERATE, FALSE, NULL);
  CandAnswer *answer = cand_application_find_answer (application, "firstname");

  library_test_type (application, "firstname", "Ad");
  library_test_answer (self, ACCELERATE_CODE, "Changed ");
  library_test_check_refresh (self, TRUE, "changed: " ACCELERATE_CODE);
  library_test_type (application, "firstname", "Ada");
  g_assert_true (cand_application_find_answer (application, "firstname") == answer);
  g_assert_true (library_test_save (self, application, NULL));
  library_test_assert_text (self, "SELECT text FROM answer WHERE field = 'firstname'", "Ada");
}

/* Two processes, one application: each writes what was typed into it, and no more. */
static void
test_two_processes (LibraryTest *self, gconstpointer data)
{
  LibraryTest other = { self->directory, self->server, NULL };
  g_autoptr (CandApplication) mine = library_test_draft (self, ACCELERATE, FALSE, NULL);
  g_autoptr (CandApplication) theirs = NULL;

  library_test_reopen (&other);
  theirs = library_test_draft (&other, ACCELERATE, FALSE, NULL);
  g_assert_cmpint (cand_application_get_id (theirs), ==, cand_application_get_id (mine));
  library_test_type (mine, "firstname", "Ada");
  library_test_type (theirs, "lastname", "Lovelace");
  library_test_type (mine, "headline", "mine");
  g_assert_true (library_test_save (self, mine, NULL));
  library_test_type (theirs, "headline", "theirs");
  g_assert_true (library_test_save (&other, theirs, NULL));
  library_test_assert_text (
      self, "SELECT group_concat (text, '|') FROM (SELECT text FROM answer ORDER BY field)",
      "Ada|theirs|Lovelace");
  /* What they did not know of is among the earlier values. */
  library_test_assert_text (self, "SELECT group_concat (text, '|') FROM earlier", "mine");

  g_clear_object (&theirs);
  g_assert_true (cand_library_close (other.library, NULL));
  library_test_settle ();
  g_assert_finalize_object (other.library);
}

/* --- the board's own form --- */

static void
test_form (LibraryTest *self, gconstpointer data)
{
  g_autoptr (GError) form_error = NULL;
  CandApplication *application;
  CandForm *form;

  cand_test_server_add (self->server, FORM_PATH (ACCELERATE_CODE), 200, "application/json",
                        form_json);
  application = library_test_draft (self, ACCELERATE, TRUE, &form_error);
  g_assert_no_error (form_error);
  form = cand_application_get_form (application);
  g_assert_cmpint (cand_form_get_source (form), ==, CAND_FORM_SOURCE_BOARD);
  g_assert_cmpint (cand_form_get_fetched (form), >, 0);
  g_assert_nonnull (cand_application_find_answer (application, "QA_1"));
  g_assert_nonnull (cand_application_find_answer (application, CAND_SHORT_SUBMISSION_ANSWER));
  library_test_type (application, "QA_1", "Because");
  g_assert_true (library_test_save (self, application, NULL));
  g_object_unref (application);

  /* Kept: neither asked again, nor needed. */
  library_test_reopen (self);
  application = library_test_draft (self, ACCELERATE, TRUE, &form_error);
  g_assert_no_error (form_error);
  library_test_assert_answer (application, "QA_1", "Because");
  g_assert_cmpuint (cand_test_server_count (self->server, FORM_PATH (ACCELERATE_CODE)), ==, 1);
  g_object_unref (application);
}

typedef struct
{
  const char *name;
  guint status;
  const char *body;
  const char *domain;
  int code;
} FormFailure;

static const FormFailure form_failures[] = {
  { "404", 404, "Not Found", "cand-net-error-quark", CAND_NET_ERROR_NOT_FOUND },
  { "429", 429, "error code: 1015", "cand-net-error-quark", CAND_NET_ERROR_TOO_MANY },
  { "500", 500, "", "cand-net-error-quark", CAND_NET_ERROR_SERVER },
  { "html", 200, "<!doctype html><p>Moment", "cand-board-error-quark", CAND_BOARD_ERROR_MALFORMED },
  { "another-shape", 200, "{\"form_fields\": []}", "cand-board-error-quark",
    CAND_BOARD_ERROR_MALFORMED },
};

/* Whatever the board answers, the draft begins on the usual fields, and says why. */
static void
test_form_failure (gconstpointer data)
{
  const FormFailure *failure = data;
  LibraryTest self = { 0 };
  g_autoptr (GError) form_error = NULL;
  CandApplication *application;

  library_test_set_up (&self, NULL);
  cand_test_server_add (self.server, FORM_PATH (ACCELERATE_CODE), failure->status, "text/plain",
                        failure->body);
  application = library_test_draft (&self, ACCELERATE, TRUE, &form_error);
  g_assert_error (form_error, g_quark_from_string (failure->domain), failure->code);
  g_assert_cmpint (cand_form_get_source (cand_application_get_form (application)), ==,
                   CAND_FORM_SOURCE_STANDARD);
  g_object_unref (application);
  library_test_tear_down (&self, NULL);
}

/* The real form comes later: what was written stays, and what it does not ask keeps the draft where
 * it is until the person says otherwise (test-library-rebase.c). */
static void
test_rebase (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandApplication) application = NULL;
  g_autoptr (CandApplication) again = NULL;
  g_autoptr (GError) form_error = NULL;

  application = library_test_draft (self, ACCELERATE, TRUE, &form_error);
  g_assert_error (form_error, CAND_NET_ERROR, CAND_NET_ERROR_NOT_FOUND);
  g_clear_error (&form_error);
  library_test_type (application, "firstname", "Ada");
  library_test_type (application, "cover_letter", "Dear all");
  library_test_type (application, CAND_SHORT_SUBMISSION_USER, "ada");
  g_assert_true (library_test_save (self, application, NULL));
  cand_test_server_add (self->server, FORM_PATH (ACCELERATE_CODE), 200, "application/json",
                        form_json);
  again = library_test_draft (self, ACCELERATE, TRUE, &form_error);
  g_assert_no_error (form_error);
  g_assert_true (again == application);
  library_test_assert_answer (again, "cover_letter", "Dear all");

  /* Not on disk yet when the form changes. */
  library_test_type (application, "cover_letter", "");
  library_test_type (application, "firstname", "Augusta Ada");
  g_clear_object (&again);
  again = library_test_draft (self, ACCELERATE, TRUE, &form_error);
  g_assert_no_error (form_error);
  g_assert_true (again == application);
  g_assert_cmpint (cand_form_get_source (cand_application_get_form (again)), ==,
                   CAND_FORM_SOURCE_BOARD);
  library_test_assert_answer (again, "firstname", "Augusta Ada");
  library_test_assert_answer (again, CAND_SHORT_SUBMISSION_USER, "ada");
  library_test_assert_answer (again, "QA_1", "");
  g_assert_null (cand_application_find_answer (again, "cover_letter"));
  g_assert_true (library_test_save (self, again, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  LIBRARY_TEST_ADD ("/draft/begin", test_begin);
  LIBRARY_TEST_ADD ("/draft/no-such-position", test_no_such_position);
  LIBRARY_TEST_ADD ("/draft/twice", test_twice);
  LIBRARY_TEST_ADD ("/draft/last-key", test_last_key);
  LIBRARY_TEST_ADD ("/draft/burst", test_burst);
  LIBRARY_TEST_ADD ("/draft/flush", test_flush);
  LIBRARY_TEST_ADD ("/draft/close", test_close);
  LIBRARY_TEST_ADD ("/draft/continue", test_continue);
  LIBRARY_TEST_ADD ("/draft/continue-living", test_continue_living);
  LIBRARY_TEST_ADD ("/draft/refresh-meanwhile", test_refresh_meanwhile);
  LIBRARY_TEST_ADD ("/draft/two-processes", test_two_processes);
  LIBRARY_TEST_ADD ("/draft/form", test_form);
  for (guint i = 0; i < G_N_ELEMENTS (form_failures); i++)
    {
      g_autofree char *path = g_strconcat ("/draft/form-failure/", form_failures[i].name, NULL);

      g_test_add_data_func (path, &form_failures[i], test_form_failure);
    }
  LIBRARY_TEST_ADD ("/draft/rebase", test_rebase);
  return g_test_run ();
}
