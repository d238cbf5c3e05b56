/* test-programme-refresh.c: announcements are read again
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "programme-test.h"

#define DOUBT                                                                                      \
  "The announcement’s page lacks most of what it introduced; it is read again before that is "     \
  "believed"

/* Refreshes, and nothing of what is there is believed. */
static void
refresh_in_doubt (LibraryTest *self, CandProgramme *programme)
{
  g_autofree char *before = cand_programme_to_json (programme);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) reports = announcement_test_refresh (self);
  const CandProgrammeReport *report =
      announcement_test_find_report (reports, cand_programme_get_name (programme));

  g_assert_error (report->error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_SUSPECT);
  g_assert_cmpstr (report->error->message, ==, DOUBT);
  g_assert_null (report->changes);
  g_assert_cmpstr (cand_programme_get_error (programme)->message, ==, DOUBT);
  after = cand_programme_to_json (programme);
  g_assert_cmpstr (after, ==, before);
}

static void
test_changes (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandProgramme) programme = programme_test_follow (self, "1 Alpha|2 Beta|3 Gamma");
  g_autofree char *name = g_strdup (cand_programme_get_name (programme));
  const CandProgrammeChanges *changes;
  guint notified;

  g_signal_connect_swapped (programme, "notify::changed", G_CALLBACK (g_atomic_int_inc), &notified);
  notified = 0;
  programme_test_change (self, programme, "1 Alpha|2 Beta Two|4 Delta",
                         "1 withdrawn, 1 added, 1 renamed; the date line did not change");
  programme_test_assert_positions (self, "workable:acme",
                                   "1 Alpha|2 Beta Two|3 Gamma withdrawn|4 Delta");
  /* The living object has followed. */
  g_assert_cmpuint (notified, ==, 1);
  g_assert_cmpuint (cand_programme_get_n_entries (programme), ==, 3);
  g_assert_cmpstr (cand_programme_get_entry (programme, 2)->title, ==, "Delta");
  g_assert_cmpint (cand_programme_get_checked (programme), >, 0);
  changes = cand_programme_get_changes (programme);
  g_assert_cmpstr (changes->withdrawn[0], ==, "Gamma");
  g_assert_cmpstr (changes->added[0], ==, "Delta");
  g_assert_cmpstr (changes->renamed[0], ==, "Beta Two");
  g_assert_cmpstr (changes->earlier[0], ==, "Beta");
  g_assert_false (changes->date_changed);

  /* It comes back, and is one of those again. */
  programme_test_change (self, programme, "1 Alpha|2 Beta Two|4 Delta|3 Gamma",
                         "1 added; the date line did not change");
  programme_test_assert_positions (self, "workable:acme", "1 Alpha|2 Beta Two|3 Gamma|4 Delta");

  /* What changed is still told after the program was started anew. */
  g_signal_handlers_disconnect_by_data (programme, &notified);
  g_clear_object (&programme);
  announcement_test_reopen (self);
  programme = announcement_test_find (self, name);
  g_assert_cmpstr (cand_programme_get_title (programme), ==, "Acme is hiring");
  changes = cand_programme_get_changes (programme);
  g_assert_cmpstr (changes->added[0], ==, "Gamma");
  g_assert_null (changes->withdrawn[0]);
  g_assert_cmpint (cand_programme_get_changed (programme), >, 0);
}

/* What the board listed is the board's to name. */
static void
test_listed (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandProgramme) programme = programme_test_follow (self, "1 Alpha|2 Beta");
  g_autofree char *list = library_test_list ("AAAAAAAAA1", "Board's ");

  cand_test_server_add (self->server, "/api/v1/widget/accounts/acme?details=true", 200,
                        "application/json", list);
  programme_test_change (self, programme, "1 Alpha|2 Beta", NULL);
  programme_test_assert_positions (self, "workable:acme", "1 Board's AAAAAAAAA1|2 Beta");
  programme_test_change (self, programme, "1 Alpha Two|2 Beta Two",
                         "2 renamed; the date line did not change");
  programme_test_assert_positions (self, "workable:acme", "1 Board's AAAAAAAAA1|2 Beta Two");
  /* A withdrawn one that the board lists stays open. */
  programme_test_change (self, programme, "2 Beta Two",
                         "1 withdrawn; the date line did not change");
  library_test_assert_text (
      self, "SELECT state || ':' || withdrawn FROM position WHERE code = 'AAAAAAAAA1'", "0:1");
}

static void
test_same (LibraryTest *self, gconstpointer data)
{
  g_autofree char *page = announcement_test_page ("1 Alpha");
  g_autofree char *nothing = NULL;
  g_autoptr (CandProgramme) programme = programme_test_follow (self, "1 Alpha");
  g_autofree char *name = g_strdup (cand_programme_get_name (programme));
  const CandTestRequest *request;
  guint n;

  cand_test_server_remove (self->server, PAGE_PATH);
  cand_test_server_add (self->server, PAGE_PATH, 200, "text/plain", page);
  cand_test_server_add_header (self->server, "ETag", "\"one\"");
  nothing = programme_test_refresh (self, programme);
  g_assert_null (nothing);
  /* Identical bytes are not read again: what is kept is not looked at. */
  library_test_execute (self, "UPDATE programme SET json = replace (json, 'Alpha', 'Kept')");
  nothing = programme_test_refresh (self, programme);
  g_assert_null (nothing);
  n = cand_test_server_get_n_requests (self->server);
  for (guint i = n; i > 0; i--)
    {
      request = cand_test_server_get_request (self->server, i - 1);
      if (g_str_equal (request->path, PAGE_PATH))
        {
          g_assert_cmpstr (cand_test_request_get_header (request, "if-none-match"), ==, "\"one\"");
          break;
        }
    }
  announcement_test_answer (self, PAGE_PATH, page);
  nothing = programme_test_refresh (self, programme);
  g_assert_null (nothing);
  g_assert_cmpstr (cand_programme_get_entry (programme, 0)->title, ==, "Kept");
  g_assert_cmpuint (cand_test_server_count (self->server, PAGE_PATH), ==, 3);
}

/* Promise 2: a bad answer changes nothing, and is told. */
static void
test_bad_answers (LibraryTest *self, gconstpointer data)
{
  static const struct
  {
    guint status;
    const char *body;
  } answers[] = {
    { 200, "" },
    { 404, "Not Found" },
    { 500, "Oops" },
    { 200, "\xff\xfe\x00" },
  };
  g_autoptr (CandProgramme) programme = programme_test_follow (self, "1 Alpha|2 Beta");
  g_autofree char *name = g_strdup (cand_programme_get_name (programme));

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (GPtrArray) reports = NULL;
      const CandProgrammeReport *report;

      cand_test_server_remove (self->server, PAGE_PATH);
      cand_test_server_add (self->server, PAGE_PATH, answers[i].status, "text/html",
                            answers[i].body);
      reports = announcement_test_refresh (self);
      report = announcement_test_find_report (reports, name);
      g_assert_nonnull (report->error);
      g_assert_null (report->changes);
      g_assert_cmpstr (report->title, ==, "Acme is hiring");
      g_assert_true (g_error_matches (cand_programme_get_error (programme), report->error->domain,
                                      report->error->code));
      g_assert_cmpuint (cand_programme_get_n_entries (programme), ==, 2);
      programme_test_assert_positions (self, "workable:acme", "1 Alpha|2 Beta");
    }
  /* All is well again. */
  programme_test_change (self, programme, "1 Alpha|2 Beta", NULL);
  g_assert_null (cand_programme_get_error (programme));
  library_test_assert_text (self, "SELECT sum (suspect_since) FROM programme", "0");
}

/* --- in doubt --- */

#define MOVED                                                                                      \
  "# Acme is hiring again\n\nSee our page, and "                                                   \
  "[Delta](https://apply.workable.com/acme/j/AAAAAAAAA4/).\n"
#define FILLED "# Acme is hiring\n\nAll positions are filled. Thank you!\n"

/* What lacks most is not believed at once. */
static void
test_doubted (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandProgramme) programme = programme_test_follow (self, "1 Alpha|2 Beta|3 Gamma");
  g_autofree char *page = announcement_test_page ("1 Alpha|2 Beta|3 Gamma");
  g_autofree char *changes = NULL;

  announcement_test_answer (self, PAGE_PATH, MOVED);
  refresh_in_doubt (self, programme);
  programme_test_assert_positions (self, "workable:acme", "1 Alpha|2 Beta|3 Gamma");
  /* The page as it was: what was doubted is forgotten. */
  announcement_test_answer (self, PAGE_PATH, page);
  g_assert_null (programme_test_refresh (self, programme));
  g_assert_null (cand_programme_get_error (programme));
  announcement_test_answer (self, PAGE_PATH, MOVED);
  refresh_in_doubt (self, programme);
  library_test_assert_text (self, "SELECT earlier FROM programme WHERE url = '" PAGE "'", NULL);

  changes = programme_test_refresh (self, programme);
  g_assert_cmpstr (changes, ==, "3 withdrawn, 1 added; the date line did not change");
  g_assert_cmpstr (cand_programme_get_title (programme), ==, "Acme is hiring again");
  programme_test_assert_positions (self, "workable:acme",
                                   "1 Alpha withdrawn|2 Beta withdrawn|3 Gamma withdrawn|4 Delta");
  /* What it said is kept. */
  library_test_assert_text (self,
                            "SELECT json_extract (earlier, '$.title') || ': ' || "
                            "json_extract (earlier, '$.how_to_apply') || ' ' || "
                            "json_array_length (earlier, '$.positions') "
                            "FROM programme WHERE url = '" PAGE "'",
                            "Acme is hiring: Apply through the links above. 3");
}

/* Neither what wants to know whether the visitor is a robot nor another announcement is ever
 * believed. */
static void
test_other_page (LibraryTest *self, gconstpointer data)
{
  static const char *const pages[] = {
    "<!doctype html><html><head><title>Just a moment...</title></head><body>"
    "<h1>Checking your browser</h1></body></html>",
    "<!doctype html><html><head><title>Just a moment...</title></head><body></body></html>",
    "# We moved\n\nSee [Delta](https://apply.workable.com/acme/j/AAAAAAAAA4/).\n",
  };
  g_autoptr (CandProgramme) programme = programme_test_follow (self, "1 Alpha|2 Beta|3 Gamma");

  for (gsize i = 0; i < 3 * G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (GPtrArray) reports = NULL;
      const CandProgrammeReport *report;

      announcement_test_answer (self, PAGE_PATH, pages[i / 3]);
      reports = announcement_test_refresh (self);
      report = announcement_test_find_report (reports, cand_programme_get_name (programme));
      g_assert_error (report->error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED);
      g_assert_cmpstr (report->error->message, ==,
                       "Another page is at the announcement’s address: it has another title and "
                       "none of the positions");
      g_assert_null (report->changes);
      programme_test_assert_positions (self, "workable:acme", "1 Alpha|2 Beta|3 Gamma");
    }
  g_assert_error (cand_programme_get_error (programme), CAND_BOARD_ERROR,
                  CAND_BOARD_ERROR_MALFORMED);
  programme_test_change (self, programme, "1 Alpha|2 Beta",
                         "1 withdrawn; the date line did not change");
  g_assert_null (cand_programme_get_error (programme));
}

/* As a refresh in the background does. */
static void
read_unasked (LibraryTest *self, CandProgramme *programme, const char *expected)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  CandProgrammeReport *report;

  cand_refresh_programme_async (self->library, NULL, cand_programme_get_name (programme), NULL,
                                cand_test_keep_result, &result);
  cand_test_wait_result (&result);
  report = cand_refresh_programme_finish (self->library, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (report->error != NULL ? report->error->message : "believed", ==, expected);
  cand_programme_report_free (report);
  library_test_drain (self);
}

/* Nobody asked: the second one has to come an hour later. */
static void
test_doubted_for_an_hour (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandProgramme) programme = programme_test_follow (self, "1 Alpha|2 Beta");

  announcement_test_answer (self, PAGE_PATH, MOVED);
  read_unasked (self, programme, DOUBT);
  read_unasked (self, programme, DOUBT);
  library_test_execute (self, "UPDATE programme SET suspect_since = suspect_since - 3590 "
                              "WHERE suspect_since > 0");
  read_unasked (self, programme, DOUBT);
  library_test_execute (self, "UPDATE programme SET suspect_since = suspect_since - 10 "
                              "WHERE suspect_since > 0");
  read_unasked (self, programme, "believed");
  programme_test_assert_positions (self, "workable:acme",
                                   "1 Alpha withdrawn|2 Beta withdrawn|4 Delta");
}

/* A page that introduces nothing any more: its positions go, its texts stay. */
static void
test_all_filled (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandProgramme) programme = programme_test_follow (self, "1 Alpha|2 Beta");
  g_autofree char *changes = NULL;

  announcement_test_answer (self, PAGE_PATH, FILLED);
  refresh_in_doubt (self, programme);
  programme_test_assert_positions (self, "workable:acme", "1 Alpha|2 Beta");
  changes = programme_test_refresh (self, programme);
  g_assert_cmpstr (changes, ==, "2 withdrawn; the date line did not change");
  g_assert_null (cand_programme_get_error (programme));
  g_assert_cmpuint (cand_programme_get_n_entries (programme), ==, 0);
  g_assert_cmpstr (cand_programme_get_introduction (programme), ==, "Come and work here.");
  g_assert_cmpstr (cand_programme_get_how_to_apply (programme), ==,
                   "Apply through the links above.");
  programme_test_assert_positions (self, "workable:acme", "1 Alpha withdrawn|2 Beta withdrawn");
  /* Identical bytes, and others that introduce nothing either. */
  g_assert_null (programme_test_refresh (self, programme));
  announcement_test_answer (self, PAGE_PATH, FILLED "\nSee you next year.\n");
  g_assert_null (programme_test_refresh (self, programme));
  programme_test_change (self, programme, "1 Alpha|3 Gamma",
                         "2 added; the date line did not change");
  programme_test_assert_positions (self, "workable:acme", "1 Alpha|2 Beta withdrawn|3 Gamma");
}

/* --- the one that ships --- */

#define SHIPPED_PAGE                                                                               \
  "---\ntitle: \"We are hiring interns!\"\n---\n\n# We are hiring interns!\n\nTheir words.\n\n"    \
  "## Positions\n\n"                                                                               \
  "The following internship positions are available in the Open Source team:\n\n"                  \
  "* [Accelerate Interns](https://apply.workable.com/huggingface/j/9B5436D6FA), their line.\n"     \
  "* [Skops Internship](https://apply.workable.com/huggingface/j/6E9686A620/), their other "       \
  "line.\n"

static void
check_shipped (LibraryTest *self)
{
  g_autoptr (CandProgramme) programme = announcement_test_find (self, SHIPPED);
  const CandProgrammeEntry *entry = cand_programme_get_entry (programme, 0);

  g_assert_cmpuint (cand_programme_get_n_entries (programme), ==, 2);
  g_assert_cmpstr (entry->title, ==, "Accelerate Interns");
  /* Our words for it. */
  g_assert_true (g_str_has_prefix (entry->summary, "Takes the lead"));
  g_assert_true (g_str_has_prefix (cand_programme_get_introduction (programme),
                                   "Hugging Face opens its internships"));
  g_assert_cmpstr (cand_programme_get_date (programme), ==, "2022-11-29");
  g_assert_cmpstr (cand_programme_get_url (programme), ==,
                   "https://huggingface.co/blog/interns-2023");
  entry = cand_programme_get_entry (programme, 1);
  g_assert_cmpstr (entry->title, ==, "Skops Internship");
  library_test_assert_text (
      self, "SELECT count(*) || ':' || sum (withdrawn) FROM position WHERE programme = 1", "8:6");
  library_test_assert_text (self, "SELECT title FROM position WHERE code = '9B5436D6FA'",
                            "Accelerate Interns");
}

static void
test_shipped (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandProgramme) programme = announcement_test_find (self, SHIPPED);
  g_autofree char *changes = NULL;
  g_autofree char *nothing = NULL;

  announcement_test_answer (self, SHIPPED_PATH, SHIPPED_PAGE);
  refresh_in_doubt (self, programme);
  changes = programme_test_refresh (self, programme);
  g_assert_cmpstr (changes, ==, "6 withdrawn, 1 added, 1 renamed; the date line did not change");
  check_shipped (self);
  g_clear_object (&programme);
  /* The text that ships is not taken in once more. */
  announcement_test_reopen (self);
  check_shipped (self);
  programme = announcement_test_find (self, SHIPPED);
  nothing = programme_test_refresh (self, programme);
  g_assert_null (nothing);
  /* A newer one is, and what the page said stays. */
  g_clear_object (&programme);
  library_test_execute (self, "UPDATE programme SET shipped_digest = 'older', "
                              "json = replace (json, 'Hugging Face opens', 'Older words open')");
  announcement_test_reopen (self);
  check_shipped (self);
}

/* The blog's text is in its repository, or on the page itself. */
static void
test_other_place (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandProgramme) programme = announcement_test_find (self, SHIPPED);
  g_autofree char *changes = NULL;

  announcement_test_answer (self, "/blog/interns-2023", SHIPPED_PAGE);
  cand_test_server_add_header (self->server, "ETag", "\"page\"");
  refresh_in_doubt (self, programme);
  changes = programme_test_refresh (self, programme);
  g_assert_cmpstr (changes, ==, "6 withdrawn, 1 added, 1 renamed; the date line did not change");
  g_assert_cmpuint (cand_test_server_count (self->server, SHIPPED_PATH), ==, 2);
  /* Its validators mean nothing to the first place. */
  library_test_assert_text (self, "SELECT etag FROM programme", NULL);
}

/* The real announcement, and what it became. */
static void
test_recorded (LibraryTest *self, gconstpointer data)
{
  g_autoptr (GBytes) first = cand_test_read_sample ("hf-blog/interns-2023.2022-11.md");
  g_autoptr (GBytes) later = NULL;
  g_autofree char *text = NULL;
  g_autoptr (CandFound) found = NULL;
  g_autoptr (CandProgramme) programme = NULL;
  g_autofree char *changes = NULL;
  g_autoptr (GError) error = NULL;

  if (first == NULL)
    return;
  /* It introduces some of the same. */
  g_assert_true (announcement_test_set_followed (self, SHIPPED, FALSE, &error));
  later = cand_test_read_sample ("hf-blog/interns-2023.later.md");
  text = g_strndup (g_bytes_get_data (first, NULL), g_bytes_get_size (first));
  found = announcement_test_read (text, PAGE);
  announcement_test_follow (self, found);
  programme = announcement_test_find (self, cand_found_get_key (found));
  g_assert_cmpuint (cand_programme_get_n_entries (programme), ==, 17);
  cand_test_server_add_bytes (self->server, PAGE_PATH, 200, "text/plain", later);
  changes = programme_test_refresh (self, programme);
  g_assert_cmpstr (changes, ==, "7 withdrawn, 2 added; the date line did not change");
  g_assert_cmpuint (cand_programme_get_n_entries (programme), ==, 12);
  library_test_assert_text (self,
                            "SELECT count(*) || ':' || sum (withdrawn) FROM position "
                            "WHERE programme = (SELECT id FROM programme WHERE url = '" PAGE "')",
                            "19:7");
}

static void
test_cancelled (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandProgramme) programme = programme_test_follow (self, "1 Alpha");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  cand_test_server_remove (self->server, PAGE_PATH);
  cand_test_server_add_raw (self->server, PAGE_PATH, "HTTP/1.1 200 OK\r\n", TRUE);
  cand_refresh_programme_async (self->library, NULL, cand_programme_get_name (programme),
                                cancellable, cand_test_keep_result, &result);
  cand_test_server_wait (self->server, 1);
  g_cancellable_cancel (cancellable);
  cand_test_wait_result (&result);
  g_assert_null (cand_refresh_programme_finish (self->library, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  library_test_assert_text (self, "SELECT checked FROM programme WHERE url = '" PAGE "'", "0");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ANNOUNCEMENT_TEST_ADD ("/programme-refresh/changes", test_changes);
  ANNOUNCEMENT_TEST_ADD ("/programme-refresh/listed", test_listed);
  ANNOUNCEMENT_TEST_ADD ("/programme-refresh/same", test_same);
  ANNOUNCEMENT_TEST_ADD ("/programme-refresh/bad-answers", test_bad_answers);
  ANNOUNCEMENT_TEST_ADD ("/programme-refresh/doubted", test_doubted);
  ANNOUNCEMENT_TEST_ADD ("/programme-refresh/other-page", test_other_page);
  ANNOUNCEMENT_TEST_ADD ("/programme-refresh/doubted-for-an-hour", test_doubted_for_an_hour);
  ANNOUNCEMENT_TEST_ADD ("/programme-refresh/all-filled", test_all_filled);
  ANNOUNCEMENT_TEST_ADD ("/programme-refresh/shipped", test_shipped);
  ANNOUNCEMENT_TEST_ADD ("/programme-refresh/other-place", test_other_place);
  ANNOUNCEMENT_TEST_ADD ("/programme-refresh/recorded", test_recorded);
  ANNOUNCEMENT_TEST_ADD ("/programme-refresh/cancelled", test_cancelled);
  return g_test_run ();
}
