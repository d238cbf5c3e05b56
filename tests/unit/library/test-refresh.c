/* test-refresh.c: a board is asked, and what it answers is believed, doubted, or reported
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library-test.h"

static CandPosition *
load (LibraryTest *self, const char *code)
{
  g_autofree char *key = g_strconcat (BOARD ":", code, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  CandPosition *position;

  cand_library_load_position_async (self->library, key, NULL, cand_test_keep_result, &result);
  cand_test_wait_result (&result);
  position = cand_library_load_position_finish (self->library, result, &error);
  g_assert_no_error (error);
  return position;
}

static void
assert_state (LibraryTest *self, const char *code, CandPositionState state)
{
  g_autoptr (CandPosition) position = load (self, code);

  g_assert_cmpint (cand_position_get_state (position), ==, state);
}

static CandBoard *
get_board (LibraryTest *self)
{
  return g_list_model_get_item (cand_library_get_boards (self->library), 0);
}

/* As if every time the store holds were that much longer ago. */
static void
age (LibraryTest *self, int seconds)
{
  g_autofree char *sql = g_strdup_printf (
      "UPDATE position SET missing_since = missing_since - %1$d WHERE missing_since > 0; "
      "UPDATE board SET suspect_since = suspect_since - %1$d WHERE suspect_since > 0",
      seconds);

  library_test_execute (self, sql);
}

static void
test_first (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandPosition) position = NULL;
  g_autoptr (CandPosition) announced = NULL;
  g_autoptr (CandBoard) board = get_board (self);
  const CandTestRequest *request;

  library_test_answer (self, "AAA1 AAA2", "Title ");
  library_test_check_refresh (self, TRUE, "new: AAA1 AAA2");
  request = cand_test_server_get_request (self->server, 0);
  g_assert_null (cand_test_request_get_header (request, "if-none-match"));

  position = load (self, "AAA1");
  g_assert_cmpstr (cand_position_get_title (position), ==, "Title AAA1");
  g_assert_cmpstr (cand_position_get_team (position), ==, "Science");
  g_assert_cmpstr (cand_position_get_organisation (position), ==, "Hugging Face");
  g_assert_cmpstr (cand_position_get_description (position), ==,
                   "<p>About <strong>AAA1</strong></p>");
  g_assert_cmpstr (cand_position_get_published (position), ==, "2026-07-30");
  /* What is reported as new is marked as new. */
  g_assert_true (cand_position_get_is_new (position));
  g_assert_cmpint (cand_position_get_last_confirmed (position), ==,
                   cand_position_get_board_read (position));

  /* Announced, and not on the board. */
  announced = load (self, ACCELERATE_CODE);
  g_assert_cmpint (cand_position_get_state (announced), ==, CAND_POSITION_STATE_ANNOUNCED);
  g_assert_cmpint (cand_position_get_board_read (announced), >, 0);
  g_assert_cmpint (cand_position_get_last_confirmed (announced), ==, 0);

  g_assert_cmpint (cand_board_get_state (board), ==, CAND_BOARD_STATE_READ);
  g_assert_cmpuint (cand_board_get_n_open (board), ==, 2);
  g_assert_cmpint (cand_board_get_confirmed (board), >, 0);
}

static void
test_changes (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandPosition) living = NULL;

  library_test_answer (self, "AAA1 AAA2", "Title ");
  library_test_check_refresh (self, TRUE, "new: AAA1 AAA2");
  living = load (self, "AAA2");
  library_test_answer (self, "AAA3 AAA1 AAA2", "Other ");
  library_test_check_refresh (self, FALSE, "new: AAA3; changed: AAA1 AAA2");
  /* Whoever holds it sees it change. */
  g_assert_cmpstr (cand_position_get_title (living), ==, "Other AAA2");
  g_assert_cmpuint (cand_position_get_revisions (living), ==, 2);
  g_assert_cmpint (cand_position_get_changed (living), >, 0);
  g_assert_cmpstr (cand_position_get_description (living), ==,
                   "<p>About <strong>AAA2</strong></p>");
  library_test_check_refresh (self, FALSE, "same");
  g_clear_object (&living);
  living = load (self, "AAA3");
  g_assert_true (cand_position_get_is_new (living));
}

static void
test_merged (LibraryTest *self, gconstpointer data)
{
  g_autofree char *once = library_test_list ("AAA1", "Title ");
  g_autofree char *twice = NULL;
  g_autoptr (CandPosition) position = NULL;
  char *job = strstr (once, "{\"title\"");

  /* The same position, once for each place. */
  job[strlen (job) - 2] = '\0';
  twice = g_strdup_printf ("{\"name\": \"HF\", \"jobs\": [%s, %s]}", job, job);
  cand_test_server_add (self->server, LIST_PATH, 200, "application/json", twice);
  library_test_check_refresh (self, TRUE, "new: AAA1");
  position = load (self, "AAA1");
  g_assert_cmpstr (cand_position_get_organisation (position), ==, "HF");
}

/* --- conditional --- */

static void
test_not_modified (LibraryTest *self, gconstpointer data)
{
  g_autofree char *json = library_test_list ("AAA1 AAA2", "Title ");
  const CandTestRequest *request;

  cand_test_server_add (self->server, LIST_PATH, 200, "application/json", json);
  cand_test_server_add_header (self->server, "ETag", "\"one\"");
  library_test_check_refresh (self, TRUE, "new: AAA1 AAA2");
  library_test_execute (self, "UPDATE board SET confirmed = confirmed - 100");
  library_test_check_refresh (self, TRUE, "same");
  request = cand_test_server_get_request (self->server, 1);
  g_assert_cmpstr (cand_test_request_get_header (request, "if-none-match"), ==, "\"one\"");
  /* It is as good as an answer in full. */
  library_test_assert_text (self, "SELECT etag FROM board", "\"one\"");
  library_test_assert_text (
      self, "SELECT max (confirmed, unixepoch () - 60) = confirmed FROM board", "1");

  /* Also after a restart. */
  library_test_reopen (self);
  library_test_check_refresh (self, FALSE, "same");
  request = cand_test_server_get_request (self->server, 2);
  g_assert_cmpstr (cand_test_request_get_header (request, "if-none-match"), ==, "\"one\"");
}

/* Answers that nothing changed, to who never had an answer, are no answers. */
static void
test_not_modified_unasked (LibraryTest *self, gconstpointer data)
{
  CandBoardReport *report;

  cand_test_server_add (self->server, LIST_PATH, 304, NULL, NULL);
  report = library_test_refresh (self, TRUE);
  g_assert_cmpint (report->state, ==, CAND_BOARD_STATE_FAILED);
  g_assert_nonnull (report->error);
  g_assert_false (report->same);
  cand_board_report_free (report);
  assert_state (self, ACCELERATE_CODE, CAND_POSITION_STATE_ANNOUNCED);
}

/* --- closing --- */

static void
test_closing_by_hand (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandPosition) living = NULL;

  library_test_answer (self, "AAA1 AAA2", "Title ");
  library_test_check_refresh (self, TRUE, "new: AAA1 AAA2");
  living = load (self, "AAA1");
  library_test_answer (self, "AAA2", "Title ");
  library_test_check_refresh (self, TRUE, "missing: AAA1");
  g_assert_cmpint (cand_position_get_state (living), ==, CAND_POSITION_STATE_OPEN);
  library_test_check_refresh (self, TRUE, "gone: AAA1; same");
  g_assert_cmpint (cand_position_get_state (living), ==, CAND_POSITION_STATE_CLOSED);
  g_assert_cmpstr (cand_position_get_title (living), ==, "Title AAA1");
  g_assert_nonnull (cand_position_get_description (living));
  library_test_check_refresh (self, TRUE, "same");

  library_test_answer (self, "AAA1 AAA2", "Title ");
  library_test_check_refresh (self, FALSE, "changed: AAA1");
  g_assert_cmpint (cand_position_get_state (living), ==, CAND_POSITION_STATE_OPEN);
  g_assert_cmpuint (cand_position_get_revisions (living), ==, 1);
}

static void
test_closing_by_time (LibraryTest *self, gconstpointer data)
{
  library_test_answer (self, "AAA1 AAA2", "Title ");
  library_test_check_refresh (self, FALSE, "new: AAA1 AAA2");
  library_test_answer (self, "AAA2", "Title ");
  library_test_check_refresh (self, FALSE, "missing: AAA1");
  library_test_check_refresh (self, FALSE, "same");
  age (self, 3500);
  library_test_check_refresh (self, FALSE, "same");
  age (self, 200);
  library_test_check_refresh (self, FALSE, "gone: AAA1; same");
  assert_state (self, "AAA1", CAND_POSITION_STATE_CLOSED);
}

/* What is starred and drafted stays, closed or not. */
static void
test_closing_keeps (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandPosition) position = NULL;
  g_autoptr (CandApplication) application = NULL;

  library_test_answer (self, "AAA1 AAA2", "Title ");
  library_test_check_refresh (self, TRUE, "new: AAA1 AAA2");
  position = load (self, "AAA1");
  cand_library_set_starred (self->library, position, TRUE);
  application = library_test_draft (self, BOARD ":AAA1", FALSE, NULL);
  library_test_answer (self, "AAA2", "Title ");
  library_test_check_refresh (self, TRUE, "missing: AAA1");
  library_test_check_refresh (self, TRUE, "gone: AAA1; same");
  g_assert_true (cand_position_get_starred (position));
  g_assert_true (cand_position_get_drafted (position));
  g_assert_cmpuint (g_list_model_get_n_items (cand_library_get_applications (self->library)), ==,
                    1);
}

/* --- doubt --- */

#define TWELVE "AA1 AA2 AA3 AA4 AA5 AA6 AA7 AA8 AA9 AB1 AB2 AB3"

static void
test_suspect (LibraryTest *self, gconstpointer data)
{
  CandBoardReport *report;
  g_autoptr (CandBoard) board = get_board (self);

  library_test_answer (self, TWELVE, "");
  library_test_check_refresh (self, TRUE, "new: " TWELVE);
  library_test_answer (self, "AA1 AA2 AA3 AA4 AA5", "");
  report = library_test_refresh (self, TRUE);
  g_assert_cmpint (report->state, ==, CAND_BOARD_STATE_SUSPECT);
  g_assert_error (report->error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_SUSPECT);
  g_assert_null (*report->gone_keys);
  cand_board_report_free (report);
  g_assert_cmpint (cand_board_get_state (board), ==, CAND_BOARD_STATE_SUSPECT);
  g_assert_cmpuint (cand_board_get_n_open (board), ==, 12);

  /* Not by itself within the hour; complete again, it was nothing. */
  library_test_check_refresh (self, FALSE, "suspect");
  library_test_answer (self, TWELVE, "");
  library_test_check_refresh (self, FALSE, "same");
  g_assert_cmpint (cand_board_get_state (board), ==, CAND_BOARD_STATE_READ);
  g_assert_null (cand_board_get_error (board));
  g_assert_cmpuint (cand_board_get_n_open (board), ==, 12);
}

static void
test_suspect_agreed (LibraryTest *self, gconstpointer data)
{
  library_test_answer (self, TWELVE, "");
  library_test_check_refresh (self, TRUE, "new: " TWELVE);
  library_test_answer (self, "", "");
  library_test_check_refresh (self, FALSE, "suspect");
  age (self, 3000);
  library_test_check_refresh (self, FALSE, "suspect");
  assert_state (self, "AA1", CAND_POSITION_STATE_OPEN);
  age (self, 700);
  library_test_check_refresh (self, FALSE, "gone: " TWELVE);
  assert_state (self, "AA1", CAND_POSITION_STATE_CLOSED);
  /* From now on it is an empty board, and that is no question. */
  library_test_check_refresh (self, FALSE, "same");
}

/* Serves these positions, and so many entries that nobody can read. */
static void
answer_unreadable (LibraryTest *self, const char *codes, guint n_unreadable)
{
  g_autofree char *json = library_test_list (codes, "");
  g_autoptr (GString) broken = NULL;

  *strrchr (json, ']') = '\0';
  broken = g_string_new (json);
  for (guint i = 0; i < n_unreadable; i++)
    g_string_append_printf (broken, ", {\"identifier\": %u}", i);
  g_string_append (broken, "]}");
  cand_test_server_remove (self->server, LIST_PATH);
  cand_test_server_add (self->server, LIST_PATH, 200, "application/json", broken->str);
}

/* What could not be read is not said to be lacking: not at once, and not by what is lacking later.
 */
static void
test_suspect_unreadable (LibraryTest *self, gconstpointer data)
{
  CandBoardReport *report;

  library_test_answer (self, TWELVE, "");
  library_test_check_refresh (self, TRUE, "new: " TWELVE);
  answer_unreadable (self, "AA1", 11);
  report = library_test_refresh (self, FALSE);
  g_assert_cmpint (report->state, ==, CAND_BOARD_STATE_SUSPECT);
  g_assert_error (report->error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_SUSPECT);
  g_assert_cmpstr (report->error->message, ==,
                   "Of the 12 entries of the board's answer only 1 could be read; it is asked "
                   "again before that is believed");
  cand_board_report_free (report);
  library_test_assert_text (self,
                            "SELECT count(*) FROM position WHERE state = 0 AND last_confirmed = 0 "
                            "AND missing_since = 0",
                            "12");
  /* A shrunken answer that could be read is the first one that lacks them. */
  library_test_answer (self, "AA1 AA2", "");
  report = library_test_refresh (self, TRUE);
  g_assert_null (*report->gone_keys);
  cand_board_report_free (report);
  library_test_assert_text (self, "SELECT count(*) FROM position WHERE state = 0", "12");
}

static void
test_unreadable_again (LibraryTest *self, gconstpointer data)
{
  CandBoardReport *report;

  library_test_answer (self, TWELVE, "");
  library_test_check_refresh (self, TRUE, "new: " TWELVE);
  answer_unreadable (self, "AA1", 11);
  library_test_check_refresh (self, TRUE, "suspect");
  for (guint i = 0; i < 3; i++)
    {
      report = library_test_refresh (self, TRUE);
      g_assert_no_error (report->error);
      g_assert_cmpuint (report->skipped, ==, 11);
      g_assert_null (*report->gone_keys);
      g_assert_null (*report->missing_keys);
      cand_board_report_free (report);
    }
  library_test_assert_text (self, "SELECT count(*) FROM position WHERE state = 0", "12");
}

static void
test_suspect_first (LibraryTest *self, gconstpointer data)
{
  library_test_answer (self, "", "");
  library_test_check_refresh (self, TRUE, "suspect");
  assert_state (self, ACCELERATE_CODE, CAND_POSITION_STATE_ANNOUNCED);
  library_test_check_refresh (self, TRUE, "");
  assert_state (self, ACCELERATE_CODE, CAND_POSITION_STATE_ANNOUNCED);
}

static void
test_unreadable_entry (LibraryTest *self, gconstpointer data)
{
  g_autofree char *json = library_test_list ("AAA1", "Title ");
  g_autofree char *broken = NULL;
  char *end = strrchr (json, ']');
  CandBoardReport *report;

  library_test_answer (self, "AAA1 AAA2", "Title ");
  library_test_check_refresh (self, TRUE, "new: AAA1 AAA2");
  *end = '\0';
  broken = g_strconcat (json, ", {\"title\": \"No code\"}]}", NULL);
  cand_test_server_remove (self->server, LIST_PATH);
  cand_test_server_add (self->server, LIST_PATH, 200, "application/json", broken);
  /* Nobody knows whether the one that cannot be read is AAA2. */
  report = library_test_refresh (self, TRUE);
  g_assert_cmpuint (report->skipped, ==, 1);
  g_assert_false (report->same);
  cand_board_report_free (report);
  /* The same answer has the same faults. */
  report = library_test_refresh (self, TRUE);
  g_assert_cmpuint (report->skipped, ==, 1);
  g_assert_true (report->same);
  cand_board_report_free (report);
  library_test_check_refresh (self, TRUE, "same");
  assert_state (self, "AAA2", CAND_POSITION_STATE_OPEN);
  library_test_assert_text (self, "SELECT reason FROM board",
                            "1 entry of the answer could not be read");
}

/* --- failures: none of them changes a position --- */

typedef struct
{
  const char *name;
  guint status;
  const char *media_type;
  const char *body;
  const char *raw;
  const char *domain;
  int code;
} Failure;

static const Failure failures[] = {
  { "404", 404, "text/plain", "Not Found", NULL, "cand-net-error-quark", CAND_NET_ERROR_NOT_FOUND },
  { "403", 403, "text/plain", "", NULL, "cand-net-error-quark", CAND_NET_ERROR_FORBIDDEN },
  { "429", 429, "text/plain", "error code: 1015", NULL, "cand-net-error-quark",
    CAND_NET_ERROR_TOO_MANY },
  { "500", 500, "text/plain", "", NULL, "cand-net-error-quark", CAND_NET_ERROR_SERVER },
  { "html", 200, "text/html", "<!doctype html><title>Moment</title>", NULL,
    "cand-board-error-quark", CAND_BOARD_ERROR_MALFORMED },
  { "another-shape", 200, "application/json", "{\"results\": [], \"total\": 0}", NULL,
    "cand-board-error-quark", CAND_BOARD_ERROR_MALFORMED },
  { "half-a-document", 200, "application/json", "{\"name\": \"Hugging Face\", \"jobs\": [{\"tit",
    NULL, "cand-board-error-quark", CAND_BOARD_ERROR_MALFORMED },
  { "only-bad-entries", 200, "application/json",
    "{\"name\": \"Hugging Face\", \"description\": null, \"jobs\": [{\"title\": \"No code\"}]}",
    NULL, "cand-board-error-quark", CAND_BOARD_ERROR_MALFORMED },
  { "truncated", 0, NULL, NULL,
    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n"
    "{\"name\": \"Hugging Face\", \"jobs\": []}",
    "cand-net-error-quark", CAND_NET_ERROR_TRUNCATED },
};

static void
test_failure (gconstpointer data)
{
  const Failure *failure = data;
  LibraryTest self = { 0 };
  CandBoardReport *report;
  g_autoptr (CandBoard) board = NULL;
  g_autofree char *before = NULL;

  library_test_set_up (&self, NULL);
  library_test_answer (&self, "AAA1 AAA2", "Title ");
  library_test_check_refresh (&self, TRUE, "new: AAA1 AAA2");
  before = library_test_get_text (
      &self, "SELECT group_concat (code || state || missing_since || digest) FROM position");

  cand_test_server_remove (self.server, LIST_PATH);
  if (failure->raw != NULL)
    cand_test_server_add_raw (self.server, LIST_PATH, failure->raw, FALSE);
  else
    cand_test_server_add (self.server, LIST_PATH, failure->status, failure->media_type,
                          failure->body);
  for (guint i = 0; i < 2; i++)
    {
      report = library_test_refresh (&self, TRUE);
      g_assert_cmpint (report->state, ==, CAND_BOARD_STATE_FAILED);
      g_assert_error (report->error, g_quark_from_string (failure->domain), failure->code);
      g_assert_null (*report->gone_keys);
      g_assert_null (*report->missing_keys);
      g_assert_false (report->same);
      cand_board_report_free (report);
    }
  library_test_assert_text (
      &self, "SELECT group_concat (code || state || missing_since || digest) FROM position",
      before);
  board = get_board (&self);
  g_assert_error (cand_board_get_error (board), g_quark_from_string (failure->domain),
                  failure->code);
  g_assert_cmpint (cand_board_get_confirmed (board), >, 0);
  g_assert_cmpstr (cand_board_get_reason (board), !=, "");
  g_clear_object (&board);

  /* The reason is still known after a restart, and forgotten after a good answer. */
  library_test_reopen (&self);
  board = get_board (&self);
  g_assert_error (cand_board_get_error (board), g_quark_from_string (failure->domain),
                  failure->code);
  library_test_answer (&self, "AAA1 AAA2", "Title ");
  library_test_check_refresh (&self, TRUE, "same");
  g_assert_null (cand_board_get_error (board));
  g_clear_object (&board);
  library_test_tear_down (&self, NULL);
}

/* --- who asks --- */

static void
test_joined (LibraryTest *self, gconstpointer data)
{
  GAsyncResult *results[3] = { NULL };
  gboolean refreshing;
  double progress;

  library_test_answer (self, "AAA1", "Title ");
  for (guint i = 0; i < 3; i++)
    cand_library_refresh_async (self->library, i == 1 ? BOARD : NULL, i == 2, NULL,
                                cand_test_keep_result, &results[i]);
  g_object_get (self->library, "refreshing", &refreshing, "refresh-progress", &progress, NULL);
  g_assert_true (refreshing);
  g_assert_cmpfloat (progress, ==, 0);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GPtrArray) reports = NULL;

      cand_test_wait_result (&results[i]);
      reports = cand_library_refresh_finish (self->library, results[i], NULL);
      g_assert_cmpuint (reports->len, ==, 1);
      g_object_unref (results[i]);
    }
  g_object_get (self->library, "refreshing", &refreshing, "refresh-progress", &progress, NULL);
  g_assert_false (refreshing);
  g_assert_cmpfloat (progress, ==, 1);
  g_assert_cmpuint (cand_test_server_count (self->server, LIST_PATH), ==, 1);
}

static void
test_cancelled (LibraryTest *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GAsyncResult) third = NULL;
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (GError) error = NULL;
  gboolean refreshing;

  /* Who no longer wants it goes; who waits still gets it. */
  library_test_answer (self, "AAA1", "Title ");
  cand_library_refresh_async (self->library, NULL, TRUE, cancellable, cand_test_keep_result,
                              &first);
  cand_library_refresh_async (self->library, NULL, TRUE, NULL, cand_test_keep_result, &second);
  g_cancellable_cancel (cancellable);
  cand_test_wait_result (&first);
  g_assert_null (cand_library_refresh_finish (self->library, first, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  cand_test_wait_result (&second);
  reports = cand_library_refresh_finish (self->library, second, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reports->len, ==, 1);

  /* When nobody waits any more it stops, and changes nothing. */
  library_test_answer (self, "AAA1 AAA2", "Title ");
  g_cancellable_reset (cancellable);
  cand_library_refresh_async (self->library, NULL, TRUE, cancellable, cand_test_keep_result,
                              &third);
  g_cancellable_cancel (cancellable);
  cand_test_wait_result (&third);
  g_assert_null (cand_library_refresh_finish (self->library, third, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_object_get (self->library, "refreshing", &refreshing, NULL);
  g_assert_false (refreshing);
  library_test_drain (self);
  library_test_assert_text (self, "SELECT count(*) FROM position WHERE code = 'AAA2'", "0");
  library_test_assert_text (self, "SELECT state FROM board", "1");
}

static void
test_unknown_board (LibraryTest *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (GError) error = NULL;
  const CandBoardReport *report;

  cand_library_refresh_async (self->library, "workable:nobody", TRUE, NULL, cand_test_keep_result,
                              &result);
  cand_test_wait_result (&result);
  reports = cand_library_refresh_finish (self->library, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reports->len, ==, 1);
  report = g_ptr_array_index (reports, 0);
  g_assert_cmpstr (report->board, ==, "workable:nobody");
  g_assert_error (report->error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_NOT_A_BOARD);
  g_assert_cmpuint (cand_test_server_get_n_requests (self->server), ==, 0);
}

/* An answer that the disk has no room for is an error of the store, and changes nothing. */
static gpointer
fill_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  return cand_connection_execute (connection, "PRAGMA max_page_count = 1", error) ? CAND_DONE
                                                                                  : NULL;
}

static void
test_full (LibraryTest *self, gconstpointer data)
{
  g_autoptr (GString) codes = g_string_new ("AAA0");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i < 500; i++)
    g_string_append_printf (codes, " AAA%u", i);
  library_test_answer (self, codes->str, "Title ");
  g_assert_true (cand_worker_run_and_wait (self->library->worker, fill_job, NULL, NULL));
  cand_library_refresh_async (self->library, NULL, TRUE, NULL, cand_test_keep_result, &result);
  cand_test_wait_result (&result);
  g_assert_null (cand_library_refresh_finish (self->library, result, &error));
  g_assert_error (error, CAND_STORE_ERROR, CAND_STORE_ERROR_FULL);
  library_test_assert_text (self, "SELECT count(*) FROM position", "7");
  library_test_assert_text (self, "SELECT state FROM board", "0");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  LIBRARY_TEST_ADD ("/refresh/first", test_first);
  LIBRARY_TEST_ADD ("/refresh/changes", test_changes);
  LIBRARY_TEST_ADD ("/refresh/merged", test_merged);
  LIBRARY_TEST_ADD ("/refresh/not-modified", test_not_modified);
  LIBRARY_TEST_ADD ("/refresh/not-modified-unasked", test_not_modified_unasked);
  LIBRARY_TEST_ADD ("/refresh/closing-by-hand", test_closing_by_hand);
  LIBRARY_TEST_ADD ("/refresh/closing-by-time", test_closing_by_time);
  LIBRARY_TEST_ADD ("/refresh/closing-keeps", test_closing_keeps);
  LIBRARY_TEST_ADD ("/refresh/suspect", test_suspect);
  LIBRARY_TEST_ADD ("/refresh/suspect-agreed", test_suspect_agreed);
  LIBRARY_TEST_ADD ("/refresh/suspect-first", test_suspect_first);
  LIBRARY_TEST_ADD ("/refresh/suspect-unreadable", test_suspect_unreadable);
  LIBRARY_TEST_ADD ("/refresh/unreadable-again", test_unreadable_again);
  LIBRARY_TEST_ADD ("/refresh/unreadable-entry", test_unreadable_entry);
  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      g_autofree char *path = g_strconcat ("/refresh/failure/", failures[i].name, NULL);

      g_test_add_data_func (path, &failures[i], test_failure);
    }
  LIBRARY_TEST_ADD ("/refresh/joined", test_joined);
  LIBRARY_TEST_ADD ("/refresh/cancelled", test_cancelled);
  LIBRARY_TEST_ADD ("/refresh/unknown-board", test_unknown_board);
  LIBRARY_TEST_ADD ("/refresh/full", test_full);
  return g_test_run ();
}
