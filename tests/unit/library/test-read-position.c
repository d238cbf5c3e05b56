/* test-read-position.c: a position's own page, where its board's list says too little
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library-test.h"

#define SMART "smartrecruiters:Acme"
#define SMART_PATH "/v1/companies/Acme/postings?limit=100&offset=0"
#define PAGE_PATH "/v1/companies/Acme/postings/1"

#define ENTRY(title, more)                                                                         \
  "{\"id\": \"1\", \"name\": \"" title "\", \"company\": {\"name\": \"Acme Inc\"}, "               \
  "\"releasedDate\": \"2026-08-01T00:00:00.000Z\"" more "}"
#define LIST(entry) "{\"totalFound\": 1, \"content\": [" entry "]}"
#define TEXT(text)                                                                                 \
  ", \"applyUrl\": \"https://jobs.smartrecruiters.com/apply/1\", \"jobAd\": {\"sections\": "       \
  "{\"jobDescription\": {\"text\": \"<p>" text "</p>\"}}}, "                                       \
  "\"typeOfEmployment\": {\"label\": \"Full-time\"}"

static void
set_up (LibraryTest *self, gconstpointer data)
{
  library_test_set_up (self, data);
  library_test_add_board (self, SMART, "Acme");
  library_test_serve (self, SMART_PATH, LIST (ENTRY ("Welder", "")));
  library_test_serve (self, PAGE_PATH, ENTRY ("Welder", TEXT ("Weld things")));
  cand_board_report_free (library_test_refresh_board (self, SMART, TRUE));
}

/* As if the board had been read a while after the page. */
static void
refresh (LibraryTest *self, const char *list, const char *changed)
{
  CandBoardReport *report;
  g_autofree char *keys = NULL;

  library_test_execute (self, "UPDATE position SET detailed = detailed - 100 WHERE detailed > 0");
  library_test_serve (self, SMART_PATH, list);
  report = library_test_refresh_board (self, SMART, TRUE);
  g_assert_no_error (report->error);
  keys = g_strjoinv (" ", report->changed_keys);
  g_assert_cmpstr (keys, ==, changed);
  cand_board_report_free (report);
}

static gboolean
read_page (LibraryTest *self, CandPosition *position, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  cand_library_read_position_async (self->library, position, NULL, cand_test_keep_result, &result);
  cand_test_wait_result (&result);
  return cand_library_read_position_finish (self->library, result, error);
}

static void
read_well (LibraryTest *self, CandPosition *position)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (read_page (self, position, &error));
  g_assert_no_error (error);
}

static void
test_read (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandPosition) position = library_test_load (self, SMART ":1");

  g_assert_null (cand_position_get_description (position));
  g_assert_cmpuint (cand_test_server_count (self->server, PAGE_PATH), ==, 0);
  read_well (self, position);
  /* The object has it when that returns. */
  g_assert_cmpstr (cand_position_get_description (position), ==, "<p>Weld things</p>");
  g_assert_cmpint (cand_position_get_employment (position), ==, CAND_EMPLOYMENT_FULL_TIME);
  g_assert_cmpstr (cand_position_get_application_url (position), ==,
                   "https://jobs.smartrecruiters.com/apply/1");
  /* More of the same content is no change. */
  g_assert_cmpuint (cand_position_get_revisions (position), ==, 1);
  g_assert_cmpint (cand_position_get_changed (position), ==, 0);
  library_test_assert_text (self,
                            "SELECT count(*) FROM position_search WHERE position_search MATCH "
                            "'weld'",
                            "1");

  /* Not asked again before the board was. */
  read_well (self, position);
  g_assert_cmpuint (cand_test_server_count (self->server, PAGE_PATH), ==, 1);
}

/* The list does not say it, and does not take it away. */
static void
test_kept (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandPosition) position = library_test_load (self, SMART ":1");

  read_well (self, position);
  refresh (self, LIST (ENTRY ("Welder", "")) " ", "");
  g_assert_cmpstr (cand_position_get_description (position), ==, "<p>Weld things</p>");
  g_assert_cmpuint (cand_position_get_revisions (position), ==, 1);

  /* The list's own facts change, once. */
  refresh (self, LIST (ENTRY ("Chief Welder", "")), SMART ":1");
  g_assert_cmpstr (cand_position_get_title (position), ==, "Chief Welder");
  g_assert_cmpstr (cand_position_get_description (position), ==, "<p>Weld things</p>");
  g_assert_cmpint (cand_position_get_employment (position), ==, CAND_EMPLOYMENT_FULL_TIME);
  g_assert_cmpuint (cand_position_get_revisions (position), ==, 2);
  refresh (self, LIST (ENTRY ("Chief Welder", "")) " ", "");
  g_assert_cmpuint (cand_position_get_revisions (position), ==, 2);
  library_test_assert_text (self,
                            "SELECT json_extract (content, '$.description') FROM revision "
                            "WHERE content IS NOT NULL",
                            "<p>Weld things</p>");
  library_test_assert_text (self,
                            "SELECT count(*) FROM position_search WHERE position_search MATCH "
                            "'weld chief'",
                            "1");
}

/* Read again after the board was: the same is no change, another text is. */
static void
test_again (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandPosition) position = library_test_load (self, SMART ":1");

  read_well (self, position);
  refresh (self, LIST (ENTRY ("Welder", "")) " ", "");
  read_well (self, position);
  g_assert_cmpuint (cand_test_server_count (self->server, PAGE_PATH), ==, 2);
  g_assert_cmpuint (cand_position_get_revisions (position), ==, 1);

  refresh (self, LIST (ENTRY ("Welder", "")), "");
  library_test_serve (self, PAGE_PATH, ENTRY ("Welder", TEXT ("Solder things")));
  read_well (self, position);
  g_assert_cmpstr (cand_position_get_description (position), ==, "<p>Solder things</p>");
  g_assert_cmpuint (cand_position_get_revisions (position), ==, 2);
  g_assert_cmpint (cand_position_get_changed (position), >, 0);
  /* The list is as it was. */
  refresh (self, LIST (ENTRY ("Welder", "")) "  ", "");
  g_assert_cmpuint (cand_position_get_revisions (position), ==, 2);
}

/* What the page said alone and says no longer goes; what the list says comes first. */
static void
test_who_says (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandPosition) position = library_test_load (self, SMART ":1");

  read_well (self, position);
  refresh (self, LIST (ENTRY ("Welder", ", \"typeOfEmployment\": {\"label\": \"Intern\"}")),
           SMART ":1");
  g_assert_cmpint (cand_position_get_employment (position), ==, CAND_EMPLOYMENT_INTERNSHIP);
  read_well (self, position);
  g_assert_cmpint (cand_position_get_employment (position), ==, CAND_EMPLOYMENT_INTERNSHIP);
  refresh (self, LIST (ENTRY ("Welder", "")), SMART ":1");
  g_assert_cmpint (cand_position_get_employment (position), ==, CAND_EMPLOYMENT_UNKNOWN);
  read_well (self, position);
  g_assert_cmpint (cand_position_get_employment (position), ==, CAND_EMPLOYMENT_FULL_TIME);

  refresh (self, LIST (ENTRY ("Welder", "")) " ", "");
  library_test_serve (self, PAGE_PATH, ENTRY ("Welder", ", \"active\": true"));
  read_well (self, position);
  g_assert_cmpint (cand_position_get_employment (position), ==, CAND_EMPLOYMENT_UNKNOWN);
  library_test_assert_text (self,
                            "SELECT html FROM position_text x JOIN position p ON p.id = "
                            "x.position WHERE p.code = '1'",
                            NULL);
  library_test_assert_text (self,
                            "SELECT count(*) FROM position_search WHERE position_search MATCH "
                            "'things'",
                            "0");
}

static void
test_failures (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandPosition) position = library_test_load (self, SMART ":1");
  g_autoptr (GError) error = NULL;

  read_well (self, position);
  refresh (self, LIST (ENTRY ("Welder", "")) " ", "");
  library_test_serve (self, PAGE_PATH, ENTRY ("Welder", ", \"active\": false"));
  g_assert_false (read_page (self, position, &error));
  g_assert_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_NO_POSITION);
  g_clear_error (&error);
  library_test_serve (self, PAGE_PATH, "<html>");
  g_assert_false (read_page (self, position, &error));
  g_assert_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED);
  g_clear_error (&error);
  cand_test_server_remove (self->server, PAGE_PATH);
  g_assert_false (read_page (self, position, &error));
  g_assert_error (error, CAND_NET_ERROR, CAND_NET_ERROR_NOT_FOUND);
  g_assert_cmpstr (cand_position_get_description (position), ==, "<p>Weld things</p>");
}

/* A list that says everything needs no page, nor does what is on no board. */
static void
test_nothing_to_do (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandPosition) whole = NULL;
  g_autoptr (CandPosition) announced = library_test_load (self, ACCELERATE);
  guint n_requests;

  library_test_answer (self, "AAA1", "Title ");
  cand_board_report_free (library_test_refresh_board (self, BOARD, TRUE));
  whole = library_test_load (self, BOARD ":AAA1");
  n_requests = cand_test_server_get_n_requests (self->server);
  read_well (self, whole);
  read_well (self, announced);
  g_assert_cmpuint (cand_test_server_get_n_requests (self->server), ==, n_requests);
}

/* One request for everyone, and none when nobody wants it any more. */
static void
test_joined (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandPosition) position = library_test_load (self, SMART ":1");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GAsyncResult) third = NULL;
  g_autoptr (GError) error = NULL;

  cand_library_read_position_async (self->library, position, cancellable, cand_test_keep_result,
                                    &first);
  cand_library_read_position_async (self->library, position, NULL, cand_test_keep_result, &second);
  g_cancellable_cancel (cancellable);
  cand_test_wait_result (&first);
  g_assert_false (cand_library_read_position_finish (self->library, first, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  cand_test_wait_result (&second);
  g_assert_true (cand_library_read_position_finish (self->library, second, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (cand_test_server_count (self->server, PAGE_PATH), ==, 1);

  library_test_execute (self, "UPDATE position SET detailed = 0");
  g_cancellable_reset (cancellable);
  cand_library_read_position_async (self->library, position, cancellable, cand_test_keep_result,
                                    &third);
  g_cancellable_cancel (cancellable);
  cand_test_wait_result (&third);
  g_assert_false (cand_library_read_position_finish (self->library, third, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  library_test_drain (self);
  g_assert_cmpuint (cand_test_server_count (self->server, PAGE_PATH), ==, 1);
}

/* Closed while a host keeps silent. */
static void
test_closed (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandPosition) position = library_test_load (self, SMART ":1");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n_requests = cand_test_server_get_n_requests (self->server);

  cand_test_server_remove (self->server, PAGE_PATH);
  cand_test_server_add_raw (self->server, PAGE_PATH, "HTTP/1.1 200 OK\r\n", TRUE);
  cand_library_read_position_async (self->library, position, NULL, cand_test_keep_result, &result);
  cand_test_server_wait (self->server, n_requests + 1);
  g_assert_true (cand_library_close (self->library, NULL));
  cand_test_wait_result (&result);
  g_assert_false (cand_library_read_position_finish (self->library, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(path, func) g_test_add (path, LibraryTest, NULL, set_up, func, library_test_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/read-position/read", test_read);
  ADD ("/read-position/kept", test_kept);
  ADD ("/read-position/again", test_again);
  ADD ("/read-position/who-says", test_who_says);
  ADD ("/read-position/failures", test_failures);
  ADD ("/read-position/nothing-to-do", test_nothing_to_do);
  ADD ("/read-position/joined", test_joined);
  ADD ("/read-position/closed", test_closed);
  return g_test_run ();
}
