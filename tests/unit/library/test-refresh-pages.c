/* test-refresh-pages.c: boards of several pages, of two lists, and of hosts that mean no good
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library-test.h"

#include <string.h>

#define SMART "smartrecruiters:Acme"
#define SMART_PATH(offset) "/v1/companies/Acme/postings?limit=100&offset=" offset
#define GREEN "greenhouse:acme"
#define GREEN_PATH "/v1/boards/acme/jobs?content=true"
#define GREEN_NAME_PATH "/v1/boards/acme"
#define V3_PATH "/api/v3/accounts/huggingface/jobs"

#define SMART_POSTING(id)                                                                          \
  "{\"id\": \"" id "\", \"name\": \"Title " id "\", \"company\": {\"identifier\": \"Acme\", "      \
  "\"name\": \"Acme Inc\"}, \"releasedDate\": \"2026-08-01T00:00:00.000Z\"}"
#define SMART_PAGE(total, postings)                                                                \
  "{\"offset\": 0, \"limit\": 100, \"totalFound\": " total ", \"content\": [" postings "]}"
#define GREEN_JOB(id, updated)                                                                     \
  "{\"id\": " id ", \"title\": \"Title " id "\", \"updated_at\": \"" updated "\", "                \
  "\"absolute_url\": \"https://boards.greenhouse.io/acme/jobs/" id "\", "                          \
  "\"location\": {\"name\": \"Paris\"}, \"content\": \"&lt;p&gt;Text&lt;/p&gt;\"}"
#define GREEN_LIST(jobs) "{\"jobs\": [" jobs "], \"meta\": {\"total\": 1}}"

static void
assert_keys (GStrv keys, const char *expected)
{
  g_autofree char *joined = g_strjoinv (" ", keys);

  g_assert_cmpstr (joined, ==, expected);
}

static void
serve_two_pages (LibraryTest *self)
{
  library_test_serve (self, SMART_PATH ("0"),
                      SMART_PAGE ("3", SMART_POSTING ("1") ", " SMART_POSTING ("2")));
  cand_test_server_add_header (self->server, "ETag", "\"one\"");
  library_test_serve (self, SMART_PATH ("2"), SMART_PAGE ("3", SMART_POSTING ("3")));
}

/* --- pages --- */

static void
test_pages (LibraryTest *self, gconstpointer data)
{
  CandBoardReport *report;

  library_test_add_board (self, SMART, "Acme");
  serve_two_pages (self);
  report = library_test_refresh_board (self, SMART, TRUE);
  g_assert_no_error (report->error);
  assert_keys (report->new_keys, SMART ":1 " SMART ":2 " SMART ":3");
  g_assert_cmpstr (report->name, ==, "Acme Inc");
  cand_board_report_free (report);

  /* The validator of the first page says nothing of the second. */
  report = library_test_refresh_board (self, SMART, TRUE);
  g_assert_true (report->same);
  cand_board_report_free (report);
  g_assert_cmpuint (cand_test_server_get_n_requests (self->server), ==, 4);
  g_assert_null (cand_test_request_get_header (cand_test_server_get_request (self->server, 2),
                                               "if-none-match"));

  /* Another last page is another answer. */
  library_test_serve (self, SMART_PATH ("2"), SMART_PAGE ("3", SMART_POSTING ("4")));
  report = library_test_refresh_board (self, SMART, TRUE);
  assert_keys (report->new_keys, SMART ":4");
  assert_keys (report->missing_keys, SMART ":3");
  cand_board_report_free (report);
}

static void
test_page_fails (LibraryTest *self, gconstpointer data)
{
  CandBoardReport *report;

  library_test_add_board (self, SMART, "Acme");
  serve_two_pages (self);
  cand_board_report_free (library_test_refresh_board (self, SMART, TRUE));
  library_test_serve (self, SMART_PATH ("0"), SMART_PAGE ("2", SMART_POSTING ("1")));
  cand_test_server_add (self->server, SMART_PATH ("1"), 500, "text/plain", "");
  for (guint i = 0; i < 2; i++)
    {
      report = library_test_refresh_board (self, SMART, TRUE);
      g_assert_error (report->error, CAND_NET_ERROR, CAND_NET_ERROR_SERVER);
      assert_keys (report->missing_keys, "");
      cand_board_report_free (report);
    }
  library_test_assert_text (self,
                            "SELECT group_concat (code || state || missing_since) FROM position "
                            "WHERE code IN ('1', '2', '3')",
                            "100,200,300");
}

/* Fewer positions than the answer itself speaks of: it was cut off somewhere. */
static void
test_runs_dry (LibraryTest *self, gconstpointer data)
{
  static const char *const dry[] = {
    SMART_PAGE ("3", ""),
    SMART_PAGE ("0", ""),
    SMART_PAGE ("1", ""),
  };

  library_test_add_board (self, SMART, "Acme");
  library_test_serve (self, SMART_PATH ("0"), SMART_PAGE ("5", SMART_POSTING ("1")));
  library_test_serve (self, SMART_PATH ("1"),
                      SMART_PAGE ("5", SMART_POSTING ("2") ", " SMART_POSTING (
                                           "3") ", " SMART_POSTING ("4") ", " SMART_POSTING ("5")));
  cand_board_report_free (library_test_refresh_board (self, SMART, TRUE));
  for (guint i = 0; i < G_N_ELEMENTS (dry); i++)
    {
      CandBoardReport *report;

      library_test_serve (self, SMART_PATH ("1"), dry[i]);
      report = library_test_refresh_board (self, SMART, TRUE);
      g_assert_error (report->error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED);
      g_assert_cmpint (report->state, ==, CAND_BOARD_STATE_FAILED);
      assert_keys (report->missing_keys, "");
      assert_keys (report->gone_keys, "");
      cand_board_report_free (report);
    }
  library_test_assert_text (
      self, "SELECT count(*) FROM position WHERE state = 0 AND missing_since = 0", "5");
}

static void
test_lacks_entries (LibraryTest *self, gconstpointer data)
{
  CandBoardReport *report;

  library_test_add_board (self, GREEN, "acme");
  library_test_serve (self, GREEN_PATH,
                      GREEN_LIST (GREEN_JOB ("1", "2026-08-01T00:00:00Z") ", " GREEN_JOB (
                          "2", "2026-08-01T00:00:00Z")));
  library_test_serve (self, GREEN_NAME_PATH, "{\"name\": \"Acme Inc\"}");
  cand_board_report_free (library_test_refresh_board (self, GREEN, TRUE));
  library_test_serve (
      self, GREEN_PATH,
      "{\"jobs\": [" GREEN_JOB ("1", "2026-08-01T00:00:00Z") "], "
                                                             "\"meta\": {\"total\": 2}}");
  for (guint i = 0; i < 2; i++)
    {
      report = library_test_refresh_board (self, GREEN, TRUE);
      g_assert_error (report->error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED);
      g_assert_cmpstr (report->error->message, ==,
                       "Greenhouse: the list says that it has 2 entries, and 1 came");
      cand_board_report_free (report);
    }
  library_test_assert_text (
      self, "SELECT count(*) FROM position WHERE state = 0 AND missing_since = 0", "2");
}

/* Always one more page, and never anything in it. */
static void
test_endless (LibraryTest *self, gconstpointer data)
{
  CandBoardReport *report;

  library_test_add_board (self, SMART, "Acme");
  serve_two_pages (self);
  cand_board_report_free (library_test_refresh_board (self, SMART, TRUE));
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/v1/companies/Acme/postings?limit=100&offset=%u", i);

      library_test_serve (self, path, SMART_PAGE ("9000", SMART_POSTING ("1")));
    }
  report = library_test_refresh_board (self, SMART, TRUE);
  g_assert_error (report->error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED);
  g_assert_cmpint (report->state, ==, CAND_BOARD_STATE_FAILED);
  cand_board_report_free (report);
  g_assert_cmpuint (cand_test_server_get_n_requests (self->server), ==, 2 + 4);
  library_test_assert_text (self, "SELECT count(*) FROM position WHERE state = 0", "3");
}

/* Pages of as many postings each, up to @total. */
static void
serve_pages (LibraryTest *self, guint each, guint from, guint to, const char *total)
{
  for (guint offset = from; offset < to; offset += each)
    {
      g_autofree char *path =
          g_strdup_printf ("/v1/companies/Acme/postings?limit=100&offset=%u", offset);
      g_autoptr (GString) postings = g_string_new (NULL);
      g_autofree char *page = NULL;

      for (guint i = offset; i < offset + each; i++)
        g_string_append_printf (postings, "%s" SMART_POSTING ("%u"), i > offset ? ", " : "", i, i);
      page = g_strdup_printf (SMART_PAGE ("%s", "%s"), total, postings->str);
      library_test_serve (self, path, page);
    }
}

/* A large board is read whole, although that takes longer than a list may take that stands still:
 * sixteen pages with a tenth of a second between them, where little more than a second is allowed.
 */
static void
test_large (LibraryTest *self, gconstpointer data)
{
  CandBoardReport *report;
  gint64 began;

  library_test_add_board (self, SMART, "Acme");
  serve_pages (self, 5, 0, 80, "80");
  cand_net_set_haste (self->library->net, 10);
  cand_net_set_timeouts (self->library->net, 1000, 1000);
  began = g_get_monotonic_time ();
  report = library_test_refresh_board (self, SMART, TRUE);
  g_assert_no_error (report->error);
  g_assert_cmpint (g_get_monotonic_time () - began, >, 1100 * 1000);
  g_assert_cmpint (report->state, ==, CAND_BOARD_STATE_READ);
  cand_board_report_free (report);
  g_assert_cmpuint (cand_test_server_get_n_requests (self->server), ==, 16);
  library_test_assert_text (self, "SELECT count(*) FROM position WHERE state = 0", "80");
}

/* One that begins well, and then drips. */
static void
test_dries_up (LibraryTest *self, gconstpointer data)
{
  CandBoardReport *report;

  library_test_add_board (self, SMART, "Acme");
  serve_pages (self, 5, 0, 20, "9000");
  serve_pages (self, 1, 20, 120, "9000");
  cand_net_set_haste (self->library->net, 10);
  cand_net_set_timeouts (self->library->net, 1000, 1000);
  report = library_test_refresh_board (self, SMART, TRUE);
  g_assert_error (report->error, CAND_NET_ERROR, CAND_NET_ERROR_TIMEOUT);
  g_assert_cmpint (report->state, ==, CAND_BOARD_STATE_FAILED);
  cand_board_report_free (report);
  g_assert_cmpuint (cand_test_server_get_n_requests (self->server), <, 40);
  library_test_assert_text (self, "SELECT count(*) FROM position WHERE state = 0", "0");
}

/* Always one more page, with one new thing in it: until the clock runs out. */
static void
test_slow (LibraryTest *self, gconstpointer data)
{
  CandBoardReport *report;
  guint n_requests;

  library_test_add_board (self, SMART, "Acme");
  serve_two_pages (self);
  cand_board_report_free (library_test_refresh_board (self, SMART, TRUE));
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/v1/companies/Acme/postings?limit=100&offset=%u", i);
      g_autofree char *posting = g_strdup_printf (SMART_POSTING ("%u"), i, i);
      g_autofree char *page = g_strdup_printf (SMART_PAGE ("9000", "%s"), posting);

      library_test_serve (self, path, page);
    }
  /* A tenth of a second from page to page, and little more than a second for all. */
  cand_net_set_haste (self->library->net, 10);
  cand_net_set_timeouts (self->library->net, 1000, 1000);
  report = library_test_refresh_board (self, SMART, TRUE);
  g_assert_error (report->error, CAND_NET_ERROR, CAND_NET_ERROR_TIMEOUT);
  g_assert_cmpstr (report->error->message, ==,
                   "SmartRecruiters: the list did not come to an end in time");
  g_assert_cmpint (report->state, ==, CAND_BOARD_STATE_FAILED);
  cand_board_report_free (report);
  n_requests = cand_test_server_get_n_requests (self->server);
  g_assert_cmpuint (n_requests, >, 3);
  g_assert_cmpuint (n_requests, <, 50);
  library_test_assert_text (self, "SELECT count(*) FROM position WHERE state = 0", "3");
}

static void
note_progress_cb (CandLibrary *library, GParamSpec *pspec, GArray *seen)
{
  double progress;

  g_object_get (library, "refresh-progress", &progress, NULL);
  g_array_append_val (seen, progress);
}

static void
test_progress (LibraryTest *self, gconstpointer data)
{
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (double));

  library_test_add_board (self, SMART, "Acme");
  serve_two_pages (self);
  g_signal_connect (self->library, "notify::refresh-progress", G_CALLBACK (note_progress_cb), seen);
  cand_board_report_free (library_test_refresh_board (self, SMART, TRUE));
  g_assert_cmpuint (seen->len, ==, 3);
  g_assert_cmpfloat (g_array_index (seen, double, 0), ==, 0.5);
  g_assert_cmpfloat (g_array_index (seen, double, 1), ==, 0.666);
  g_assert_cmpfloat (g_array_index (seen, double, 2), ==, 1);
}

/* --- politeness --- */

static void
test_only_when_asked (LibraryTest *self, gconstpointer data)
{
  CandBoardReport *report;

  library_test_add_board (self, SMART, "Acme");
  serve_two_pages (self);
  g_assert_null (library_test_refresh_board (self, SMART, FALSE));
  g_assert_cmpuint (cand_test_server_get_n_requests (self->server), ==, 0);
  library_test_assert_text (self, "SELECT state || checked FROM board WHERE key = '" SMART "'",
                            "00");

  /* Nor among all the others. */
  library_test_answer (self, "AAA1", "Title ");
  cand_board_report_free (library_test_refresh (self, FALSE));
  g_assert_cmpuint (cand_test_server_get_n_requests (self->server), ==, 1);
  report = library_test_refresh_board (self, SMART, TRUE);
  g_assert_cmpint (report->state, ==, CAND_BOARD_STATE_READ);
  cand_board_report_free (report);
}

/* --- the other list --- */

#define V3_JOB(code)                                                                               \
  "{\"id\": 1, \"shortcode\": \"" code "\", \"title\": \"Title " code "\", \"remote\": false, "    \
  "\"location\": {\"country\": \"France\", \"city\": \"Paris\"}, \"state\": \"published\", "       \
  "\"published\": \"2026-07-30T00:00:00.000Z\", \"type\": \"full\", \"workplace\": \"hybrid\"}"

static void
serve_other_list (LibraryTest *self)
{
  cand_test_server_remove (self->server, LIST_PATH);
  cand_test_server_add (self->server, LIST_PATH, 200, "text/html", "<!doctype html>");
  cand_test_server_remove (self->server, V3_PATH);
  cand_test_server_add (self->server, V3_PATH, 200, "application/json",
                        "{\"total\": 2, \"results\": [" V3_JOB ("AAA1") "], \"nextPage\": \"b\"}");
  cand_test_server_add (self->server, V3_PATH, 200, "application/json",
                        "{\"total\": 2, \"results\": [" V3_JOB ("AAA2") "]}");
}

/* What is open is known from it; but a list that says less makes nothing that the other said
 * undone, and coming back to that one is no edit of the employer's. */
static void
test_other_list (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandPosition) position = NULL;

  serve_other_list (self);
  library_test_check_refresh (self, TRUE, "new: AAA1 AAA2");
  position = library_test_load (self, BOARD ":AAA1");
  g_assert_null (cand_position_get_description (position));
  g_assert_cmpint (cand_position_get_workplace (position), ==, CAND_WORKPLACE_HYBRID);

  library_test_answer (self, "AAA1 AAA2", "Title ");
  library_test_check_refresh (self, TRUE, "changed: AAA1 AAA2");
  g_assert_cmpstr (cand_position_get_description (position), ==,
                   "<p>About <strong>AAA1</strong></p>");
  g_assert_cmpuint (cand_position_get_revisions (position), ==, 1);
  g_assert_cmpint (cand_position_get_changed (position), ==, 0);

  serve_other_list (self);
  library_test_check_refresh (self, TRUE, "");
  g_assert_cmpstr (cand_position_get_description (position), ==,
                   "<p>About <strong>AAA1</strong></p>");
  library_test_assert_text (self,
                            "SELECT count(*) FROM revision WHERE position = (SELECT id FROM "
                            "position WHERE code = 'AAA1')",
                            "1");
}

static void
test_both_lists_fail (LibraryTest *self, gconstpointer data)
{
  CandBoardReport *report;

  cand_test_server_add (self->server, LIST_PATH, 403, "text/plain", "");
  cand_test_server_add (self->server, V3_PATH, 500, "text/plain", "");
  report = library_test_refresh (self, TRUE);
  g_assert_error (report->error, CAND_NET_ERROR, CAND_NET_ERROR_FORBIDDEN);
  g_assert_cmpuint (cand_test_server_count (self->server, V3_PATH), ==, 1);
  cand_board_report_free (report);
}

/* A server in trouble has another list that may be well. It is asked once. */
static void
test_widget_in_trouble (LibraryTest *self, gconstpointer data)
{
  serve_other_list (self);
  cand_test_server_remove (self->server, LIST_PATH);
  cand_test_server_add (self->server, LIST_PATH, 500, "text/plain", "");
  library_test_check_refresh (self, TRUE, "new: AAA1 AAA2");
  g_assert_cmpuint (cand_test_server_count (self->server, LIST_PATH), ==, 1);
  g_assert_cmpuint (cand_test_server_count (self->server, V3_PATH), ==, 2);
}

static void
test_both_in_trouble (LibraryTest *self, gconstpointer data)
{
  CandBoardReport *report;

  cand_test_server_add (self->server, LIST_PATH, 502, "text/plain", "");
  cand_test_server_add (self->server, V3_PATH, 500, "text/plain", "");
  report = library_test_refresh (self, TRUE);
  g_assert_error (report->error, CAND_NET_ERROR, CAND_NET_ERROR_SERVER);
  cand_board_report_free (report);
  g_assert_cmpuint (cand_test_server_count (self->server, LIST_PATH), ==, 1);
  g_assert_cmpuint (cand_test_server_count (self->server, V3_PATH), ==, 1);
}

/* Who asks too often does not ask elsewhere on the same host. */
static void
test_refused (LibraryTest *self, gconstpointer data)
{
  CandBoardReport *report;

  serve_other_list (self);
  cand_test_server_remove (self->server, LIST_PATH);
  cand_test_server_add (self->server, LIST_PATH, 429, "text/plain", "error code: 1015");
  report = library_test_refresh (self, TRUE);
  g_assert_error (report->error, CAND_NET_ERROR, CAND_NET_ERROR_TOO_MANY);
  cand_board_report_free (report);
  g_assert_cmpuint (cand_test_server_count (self->server, LIST_PATH), ==, 1);
  g_assert_cmpuint (cand_test_server_count (self->server, V3_PATH), ==, 0);
}

/* --- names and dates --- */

static void
test_name (LibraryTest *self, gconstpointer data)
{
  CandBoardReport *report;

  library_test_add_board (self, GREEN, "acme");
  library_test_serve (self, GREEN_PATH, GREEN_LIST (GREEN_JOB ("7", "2026-08-01T10:00:00Z")));
  cand_test_server_add (self->server, GREEN_NAME_PATH, 500, "text/plain", "");
  report = library_test_refresh_board (self, GREEN, TRUE);
  g_assert_no_error (report->error);
  g_assert_cmpstr (report->name, ==, "acme");
  assert_keys (report->new_keys, GREEN ":7");
  cand_board_report_free (report);

  /* Asked again until it is known, and not afterwards. */
  library_test_serve (self, GREEN_NAME_PATH, "{\"name\": \"Acme Corporation\", \"content\": \"\"}");
  for (guint i = 0; i < 2; i++)
    {
      report = library_test_refresh_board (self, GREEN, TRUE);
      g_assert_cmpstr (report->name, ==, "Acme Corporation");
      g_assert_true (report->same);
      cand_board_report_free (report);
    }
  g_assert_cmpuint (cand_test_server_count (self->server, GREEN_NAME_PATH), ==, 2);
}

/* When the employer last touched it follows, without another revision. */
static void
test_updated (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandPosition) position = NULL;
  CandBoardReport *report;

  library_test_add_board (self, GREEN, "acme");
  library_test_serve (self, GREEN_PATH, GREEN_LIST (GREEN_JOB ("7", "2026-08-01T10:00:00Z")));
  cand_board_report_free (library_test_refresh_board (self, GREEN, TRUE));
  position = library_test_load (self, GREEN ":7");
  g_assert_cmpstr (cand_position_get_updated (position), ==, "2026-08-01T10:00:00Z");

  library_test_serve (self, GREEN_PATH, GREEN_LIST (GREEN_JOB ("7", "2026-08-09T10:00:00Z")));
  report = library_test_refresh_board (self, GREEN, TRUE);
  assert_keys (report->changed_keys, "");
  g_assert_false (report->same);
  cand_board_report_free (report);
  g_assert_cmpstr (cand_position_get_updated (position), ==, "2026-08-09T10:00:00Z");
  g_assert_cmpuint (cand_position_get_revisions (position), ==, 1);
  g_assert_cmpint (cand_position_get_changed (position), ==, 0);
}

/* --- hostile hosts: a typed error, and everything stays --- */

static GBytes *
make_bomb (gsize size)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream =
      g_converter_output_stream_new (memory, G_CONVERTER (compressor));
  g_autofree char *blanks = g_malloc (size);

  memset (blanks, ' ', size);
  g_assert_true (g_output_stream_write_all (stream, blanks, size, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static void
serve_redirect (LibraryTest *self, const char *location)
{
  cand_test_server_add (self->server, LIST_PATH, 302, "text/html", "");
  cand_test_server_add_header (self->server, "Location", location);
}

static void
serve_bomb (LibraryTest *self, const char *unused)
{
  g_autoptr (GBytes) bomb = make_bomb (64 * 1024 * 1024);

  g_assert_cmpuint (g_bytes_get_size (bomb), <, 1024 * 1024);
  cand_test_server_add_bytes (self->server, LIST_PATH, 200, "application/json", bomb);
  cand_test_server_add_header (self->server, "Content-Encoding", "gzip");
}

static void
serve_large (LibraryTest *self, const char *unused)
{
  gsize size = CAND_NET_MAX_BYTES + 1;
  char *blanks = g_malloc (size);
  g_autoptr (GBytes) body = NULL;

  memset (blanks, ' ', size);
  body = g_bytes_new_take (blanks, size);
  cand_test_server_add_bytes (self->server, LIST_PATH, 200, "application/json", body);
}

static void
serve_silence (LibraryTest *self, const char *unused)
{
  cand_net_set_timeouts (self->library->net, 300, 600);
  cand_test_server_add_raw (self->server, LIST_PATH,
                            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"jobs\": [",
                            TRUE);
}

static void
serve_depth (LibraryTest *self, const char *unused)
{
  g_autoptr (GString) body = g_string_new ("{\"name\": \"HF\", \"jobs\": ");

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (body, '[');
  cand_test_server_add (self->server, LIST_PATH, 200, "application/json", body->str);
}

typedef struct
{
  const char *name;
  void (*serve) (LibraryTest *self, const char *location);
  const char *location;
  const char *domain;
  int code;
} Hostile;

static const Hostile hostiles[] = {
  { "redirect-to-http", serve_redirect, "http://apply.workable.com/elsewhere",
    "cand-net-error-quark", CAND_NET_ERROR_REDIRECT },
  { "redirect-to-private", serve_redirect, "https://192.168.1.1/", "cand-net-error-quark",
    CAND_NET_ERROR_REDIRECT },
  { "redirect-in-circle", serve_redirect, "https://apply.workable.com" LIST_PATH,
    "cand-net-error-quark", CAND_NET_ERROR_REDIRECT },
  { "bomb", serve_bomb, NULL, "cand-net-error-quark", CAND_NET_ERROR_TOO_LARGE },
  { "large", serve_large, NULL, "cand-net-error-quark", CAND_NET_ERROR_TOO_LARGE },
  { "never-ends", serve_silence, NULL, "cand-net-error-quark", CAND_NET_ERROR_TIMEOUT },
  { "nested", serve_depth, NULL, "cand-board-error-quark", CAND_BOARD_ERROR_MALFORMED },
};

static void
test_hostile (gconstpointer data)
{
  static const char *const content =
      "SELECT group_concat (code || state || missing_since || digest) FROM position";
  const Hostile *hostile = data;
  LibraryTest self = { 0 };
  CandBoardReport *report;
  g_autofree char *before = NULL;

  library_test_set_up (&self, NULL);
  library_test_answer (&self, "AAA1 AAA2", "Title ");
  library_test_check_refresh (&self, TRUE, "new: AAA1 AAA2");
  before = library_test_get_text (&self, content);
  cand_test_server_remove (self.server, LIST_PATH);
  hostile->serve (&self, hostile->location);
  report = library_test_refresh (&self, TRUE);
  g_assert_cmpint (report->state, ==, CAND_BOARD_STATE_FAILED);
  g_assert_error (report->error, g_quark_from_string (hostile->domain), hostile->code);
  cand_board_report_free (report);
  library_test_assert_text (&self, content, before);
  library_test_tear_down (&self, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  LIBRARY_TEST_ADD ("/refresh-pages/pages", test_pages);
  LIBRARY_TEST_ADD ("/refresh-pages/page-fails", test_page_fails);
  LIBRARY_TEST_ADD ("/refresh-pages/runs-dry", test_runs_dry);
  LIBRARY_TEST_ADD ("/refresh-pages/lacks-entries", test_lacks_entries);
  LIBRARY_TEST_ADD ("/refresh-pages/endless", test_endless);
  LIBRARY_TEST_ADD ("/refresh-pages/large", test_large);
  LIBRARY_TEST_ADD ("/refresh-pages/dries-up", test_dries_up);
  LIBRARY_TEST_ADD ("/refresh-pages/slow", test_slow);
  LIBRARY_TEST_ADD ("/refresh-pages/progress", test_progress);
  LIBRARY_TEST_ADD ("/refresh-pages/only-when-asked", test_only_when_asked);
  LIBRARY_TEST_ADD ("/refresh-pages/other-list", test_other_list);
  LIBRARY_TEST_ADD ("/refresh-pages/both-lists-fail", test_both_lists_fail);
  LIBRARY_TEST_ADD ("/refresh-pages/widget-in-trouble", test_widget_in_trouble);
  LIBRARY_TEST_ADD ("/refresh-pages/both-in-trouble", test_both_in_trouble);
  LIBRARY_TEST_ADD ("/refresh-pages/refused", test_refused);
  LIBRARY_TEST_ADD ("/refresh-pages/name", test_name);
  LIBRARY_TEST_ADD ("/refresh-pages/updated", test_updated);
  for (guint i = 0; i < G_N_ELEMENTS (hostiles); i++)
    {
      g_autofree char *path = g_strconcat ("/refresh-pages/hostile/", hostiles[i].name, NULL);

      g_test_add_data_func (path, &hostiles[i], test_hostile);
    }
  return g_test_run ();
}
