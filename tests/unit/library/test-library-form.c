/* test-library-form.c: what a position asks, before anything is begun
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/library/cand-library-form.h"
#include "library-test.h"

#define PATH FORM_PATH (ACCELERATE_CODE)

static const char form_json[] =
    "[{\"name\": \"Personal information\", \"fields\": ["
    " {\"id\": \"firstname\", \"required\": true, \"label\": \"First name\", \"type\": \"text\"}]},"
    " {\"name\": \"Details\", \"fields\": ["
    " {\"id\": \"QA_1\", \"required\": true, \"label\": \"Why?\", \"type\": \"paragraph\"},"
    " {\"id\": \"QA_2\", \"required\": true, \"label\": \"Can you?\", \"type\": \"boolean\"}]}]";

/* (transfer full) (nullable) */
static CandForm *
load (LibraryTest *self, const char *key, gboolean ask_board, gboolean *can_ask, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  cand_library_load_form_async (self->library, key, ask_board, NULL, cand_test_keep_result,
                                &result);
  cand_test_wait_result (&result);
  return cand_library_load_form_finish (self->library, result, can_ask, error);
}

static CandForm *
load_well (LibraryTest *self, gboolean ask_board)
{
  g_autoptr (GError) error = NULL;
  gboolean can_ask;
  CandForm *form = load (self, ACCELERATE, ask_board, &can_ask, &error);

  g_assert_no_error (error);
  g_assert_cmpint (can_ask, ==,
                   form == NULL || cand_form_get_source (form) == CAND_FORM_SOURCE_STANDARD);
  return form;
}

static void
serve_form (LibraryTest *self)
{
  cand_test_server_remove (self->server, PATH);
  cand_test_server_add (self->server, PATH, 200, "application/json", form_json);
}

static void
assert_form (CandForm *form)
{
  g_assert_nonnull (form);
  g_assert_cmpint (cand_form_get_source (form), ==, CAND_FORM_SOURCE_BOARD);
  g_assert_cmpint (cand_form_get_fetched (form), >, 1700000000);
  g_assert_nonnull (cand_form_find_field (form, "QA_1"));
  /* The programme asks for it. */
  g_assert_nonnull (cand_form_find_field (form, CAND_SHORT_SUBMISSION_ANSWER));
  g_assert_cmpuint (cand_form_count_fields (form), ==, 5);
}

/* Nothing is asked by itself; what was asked once is kept. */
static void
test_read_and_kept (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandForm) unknown = NULL;
  g_autoptr (CandForm) fresh = NULL;
  g_autoptr (CandForm) kept = NULL;
  g_autoptr (CandForm) again = NULL;

  serve_form (self);
  unknown = load_well (self, FALSE);
  g_assert_null (unknown);
  g_assert_cmpuint (cand_test_server_get_n_requests (self->server), ==, 0);

  fresh = load_well (self, TRUE);
  assert_form (fresh);
  library_test_assert_text (self, "SELECT count(*) FROM form", "1");
  library_test_assert_text (self, "SELECT count(*) FROM application", "0");
  /* What is kept is the board's alone. */
  library_test_assert_text (self, "SELECT json LIKE '%short_submission%' FROM form", "0");

  library_test_reopen (self);
  kept = load_well (self, FALSE);
  assert_form (kept);
  again = load_well (self, TRUE);
  assert_form (again);
  g_assert_cmpuint (cand_test_server_count (self->server, PATH), ==, 1);
}

/* The draft begins on the form that was read. */
static void
test_drafted_after (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandForm) form = NULL;
  g_autoptr (CandApplication) application = NULL;
  g_autoptr (GError) form_error = NULL;

  serve_form (self);
  form = load_well (self, TRUE);
  application = library_test_draft (self, ACCELERATE, TRUE, &form_error);
  g_assert_no_error (form_error);
  g_assert_nonnull (cand_application_find_answer (application, "QA_2"));
  g_assert_cmpuint (cand_test_server_count (self->server, PATH), ==, 1);
}

/* A draft on the usual questions stays as it is while the employer's own are read. */
static void
test_beside_a_draft (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandApplication) application = library_test_draft (self, ACCELERATE, FALSE, NULL);
  CandAnswer *answer = cand_application_find_answer (application, "cover_letter");
  CandForm *present = cand_application_get_form (application);
  g_autoptr (CandForm) usual = load_well (self, FALSE);
  g_autoptr (CandForm) own = NULL;
  g_autoptr (CandForm) later = NULL;

  g_assert_cmpint (cand_form_get_source (usual), ==, CAND_FORM_SOURCE_STANDARD);
  g_assert_nonnull (cand_form_find_field (usual, "cover_letter"));
  library_test_type (application, "cover_letter", "Dear");
  serve_form (self);
  own = load_well (self, TRUE);
  assert_form (own);
  later = load_well (self, FALSE);
  assert_form (later);

  g_assert_true (cand_application_get_form (application) == present);
  g_assert_true (cand_application_find_answer (application, "cover_letter") == answer);
  library_test_assert_answer (application, "cover_letter", "Dear");
  g_assert_true (library_test_save (self, application, NULL));
  library_test_assert_text (self, "SELECT text FROM answer WHERE field = 'cover_letter'", "Dear");
  library_test_assert_text (self, "SELECT json_extract (json, '$.source') FROM application_form",
                            "standard");
}

/* An application shows its own form, whatever the board gave later. */
static void
test_of_the_draft (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandApplication) application = NULL;
  g_autoptr (CandForm) form = NULL;

  serve_form (self);
  application = library_test_draft (self, ACCELERATE, TRUE, NULL);
  library_test_execute (self, "UPDATE form SET json = replace (json, 'Why?', 'Why not?')");
  form = load_well (self, TRUE);
  assert_form (form);
  g_assert_cmpstr (cand_field_get_label (cand_form_find_field (form, "QA_1")), ==, "Why?");
}

static void
test_failures (LibraryTest *self, gconstpointer data)
{
  static const struct
  {
    guint status;
    const char *body;
    const char *domain;
    int code;
  } cases[] = {
    { 404, "Not Found", "cand-net-error-quark", CAND_NET_ERROR_NOT_FOUND },
    { 403, "No", "cand-net-error-quark", CAND_NET_ERROR_FORBIDDEN },
    { 500, "", "cand-net-error-quark", CAND_NET_ERROR_SERVER },
    { 200, "<!doctype html>", "cand-board-error-quark", CAND_BOARD_ERROR_MALFORMED },
  };
  g_autoptr (CandForm) form = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean can_ask = FALSE;

      cand_test_server_remove (self->server, PATH);
      cand_test_server_add (self->server, PATH, cases[i].status, "text/html", cases[i].body);
      g_assert_null (load (self, ACCELERATE, TRUE, &can_ask, &error));
      g_assert_error (error, g_quark_from_string (cases[i].domain), cases[i].code);
      g_assert_true (can_ask);
    }
  library_test_assert_text (self, "SELECT count(*) FROM form", "0");
  /* Asked once more, it works. */
  serve_form (self);
  form = load_well (self, TRUE);
  assert_form (form);
}

/* SmartRecruiters gives no forms out. */
static void
test_no_form_system (LibraryTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean can_ask = TRUE;
  guint n_requests;

  library_test_add_board (self, "smartrecruiters:Acme", "Acme");
  library_test_serve (self, "/v1/companies/Acme/postings?limit=100&offset=0",
                      "{\"totalFound\": 1, \"content\": [{\"id\": \"1\", \"name\": \"Welder\", "
                      "\"company\": {\"name\": \"Acme Inc\"}}]}");
  cand_board_report_free (library_test_refresh_board (self, "smartrecruiters:Acme", TRUE));
  n_requests = cand_test_server_get_n_requests (self->server);
  g_assert_null (load (self, "smartrecruiters:Acme:1", FALSE, &can_ask, &error));
  g_assert_no_error (error);
  g_assert_false (can_ask);
  g_assert_null (load (self, "smartrecruiters:Acme:1", TRUE, &can_ask, &error));
  g_assert_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_UNSUPPORTED);
  g_assert_false (can_ask);
  g_assert_cmpuint (cand_test_server_get_n_requests (self->server), ==, n_requests);
}

static void
test_no_such_position (LibraryTest *self, gconstpointer data)
{
  const char *const keys[] = { "workable:huggingface:0000000000", "nonsense", "", "\xff" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (load (self, keys[i], TRUE, NULL, &error));
      g_assert_error (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_NO_SUCH_POSITION);
    }
}

/* One request for everyone, the draft among them; who leaves takes nothing from the others. */
static void
test_joined (LibraryTest *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GAsyncResult) draft = NULL;
  g_autoptr (CandForm) form = NULL;
  g_autoptr (CandApplication) application = NULL;
  g_autoptr (GError) form_error = NULL;
  g_autoptr (GError) error = NULL;

  serve_form (self);
  cand_library_load_form_async (self->library, ACCELERATE, TRUE, cancellable, cand_test_keep_result,
                                &first);
  cand_library_load_form_async (self->library, ACCELERATE, TRUE, NULL, cand_test_keep_result,
                                &second);
  cand_library_draft_async (self->library, ACCELERATE, TRUE, NULL, cand_test_keep_result, &draft);
  /* What the database said goes to all three of them at once. */
  cand_worker_run_and_wait (self->library->worker, library_test_nothing_job, NULL, NULL);
  while (g_hash_table_size (self->library->form_askings) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_cancellable_cancel (cancellable);
  cand_test_wait_result (&first);
  g_assert_null (cand_library_load_form_finish (self->library, first, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  cand_test_wait_result (&second);
  form = cand_library_load_form_finish (self->library, second, NULL, &error);
  g_assert_no_error (error);
  assert_form (form);
  cand_test_wait_result (&draft);
  application = cand_library_draft_finish (self->library, draft, &form_error, &error);
  g_assert_no_error (error);
  g_assert_no_error (form_error);
  g_assert_nonnull (cand_application_find_answer (application, "QA_1"));
  g_assert_cmpuint (cand_test_server_count (self->server, PATH), ==, 1);
}

/* When nobody wants it any more, the host is left alone. */
static void
test_abandoned (LibraryTest *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CandForm) form = NULL;
  g_autoptr (GError) error = NULL;

  cand_test_server_add_raw (self->server, PATH, "HTTP/1.1 200 OK\r\n", TRUE);
  cand_library_load_form_async (self->library, ACCELERATE, TRUE, cancellable, cand_test_keep_result,
                                &result);
  cand_test_server_wait (self->server, 1);
  g_cancellable_cancel (cancellable);
  cand_test_wait_result (&result);
  g_assert_null (cand_library_load_form_finish (self->library, result, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (g_hash_table_size (self->library->form_askings), ==, 0);
  library_test_settle ();

  serve_form (self);
  form = load_well (self, TRUE);
  assert_form (form);
}

/* Closed while a host keeps silent: who reads and who drafts are told. */
static void
test_closed (LibraryTest *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) draft = NULL;
  g_autoptr (GError) error = NULL;

  cand_test_server_add_raw (self->server, PATH, "HTTP/1.1 200 OK\r\n", TRUE);
  cand_library_load_form_async (self->library, ACCELERATE, TRUE, NULL, cand_test_keep_result,
                                &result);
  cand_library_draft_async (self->library, ACCELERATE, TRUE, NULL, cand_test_keep_result, &draft);
  cand_test_server_wait (self->server, 1);
  library_test_settle ();
  g_assert_true (cand_library_close (self->library, NULL));
  cand_test_wait_result (&result);
  g_assert_null (cand_library_load_form_finish (self->library, result, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  cand_test_wait_result (&draft);
  g_assert_null (cand_library_draft_finish (self->library, draft, NULL, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  LIBRARY_TEST_ADD ("/library-form/read-and-kept", test_read_and_kept);
  LIBRARY_TEST_ADD ("/library-form/drafted-after", test_drafted_after);
  LIBRARY_TEST_ADD ("/library-form/beside-a-draft", test_beside_a_draft);
  LIBRARY_TEST_ADD ("/library-form/of-the-draft", test_of_the_draft);
  LIBRARY_TEST_ADD ("/library-form/failures", test_failures);
  LIBRARY_TEST_ADD ("/library-form/no-form-system", test_no_form_system);
  LIBRARY_TEST_ADD ("/library-form/no-such-position", test_no_such_position);
  LIBRARY_TEST_ADD ("/library-form/joined", test_joined);
  LIBRARY_TEST_ADD ("/library-form/abandoned", test_abandoned);
  LIBRARY_TEST_ADD ("/library-form/closed", test_closed);
  return g_test_run ();
}
