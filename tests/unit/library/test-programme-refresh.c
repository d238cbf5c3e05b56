/* test-programme-refresh.c: announcements are followed, and read again
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "announcement-test.h"

/* "1 Alpha open|2 Beta withdrawn": place, title and what becomes of it, by code. */
static void
assert_positions (LibraryTest *self, const char *board, const char *expected)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT group_concat (line, '|') FROM (SELECT substr (code, -1) || ' ' || title || "
      "CASE withdrawn WHEN 1 THEN ' withdrawn' ELSE '' END AS line FROM position "
      "WHERE board = (SELECT id FROM board WHERE key = '%s') ORDER BY code)",
      board);

  library_test_assert_text (self, sql, expected);
}

static CandProgramme *
follow_page (LibraryTest *self, const char *entries)
{
  g_autofree char *page = announcement_test_page (entries);
  g_autoptr (CandFound) found = announcement_test_read (page, PAGE);
  CandProgramme *programme;

  announcement_test_answer (self, PAGE_PATH, page);
  announcement_test_follow (self, found);
  programme = announcement_test_find (self, cand_found_get_key (found));
  g_assert_nonnull (programme);
  return programme;
}

/* Refreshes; the summary of what changed, NULL for nothing. */
static char *
refresh (LibraryTest *self, CandProgramme *programme)
{
  g_autoptr (GPtrArray) reports = announcement_test_refresh (self);
  const CandProgrammeReport *report =
      announcement_test_find_report (reports, cand_programme_get_name (programme));

  g_assert_no_error (report->error);
  g_assert_cmpstr (report->title, ==, cand_programme_get_title (programme));
  return report->changes != NULL ? cand_programme_changes_dup_summary (report->changes) : NULL;
}

static void
change_page (LibraryTest *self, CandProgramme *programme, const char *entries, const char *expected)
{
  g_autofree char *page = announcement_test_page (entries);
  g_autofree char *changes = NULL;

  announcement_test_answer (self, PAGE_PATH, page);
  changes = refresh (self, programme);
  g_assert_cmpstr (changes, ==, expected);
}

static void
test_follow (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandProgramme) programme = follow_page (self, "1 Alpha|2 Beta");
  const CandProgrammeEntry *entry = cand_programme_get_entry (programme, 1);
  guint n = g_list_model_get_n_items (cand_library_get_boards (self->library));
  g_autoptr (CandBoard) board =
      g_list_model_get_item (cand_library_get_boards (self->library), n - 1);

  g_assert_cmpstr (cand_programme_get_title (programme), ==, "Acme is hiring");
  g_assert_cmpstr (cand_programme_get_url (programme), ==, PAGE);
  g_assert_cmpuint (cand_programme_get_n_entries (programme), ==, 2);
  g_assert_cmpstr (entry->title, ==, "Beta");
  g_assert_cmpstr (entry->key, ==, "workable:acme:AAAAAAAAA2");
  g_assert_cmpint (cand_programme_get_id (programme), >, 0);
  assert_positions (self, "workable:acme", "1 Alpha|2 Beta");
  /* Its board comes with it. */
  g_assert_cmpstr (cand_board_get_key (board), ==, "workable:acme");
  g_assert_cmpuint (n, ==, 2);
  library_test_assert_text (self,
                            "SELECT group_concat (t.name || ':' || p.state || ':' || p.place) FROM "
                            "position p JOIN team t ON t.id = p.team WHERE p.title = 'Beta'",
                            "Research team:2:1");
}

static void
test_changes (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandProgramme) programme = follow_page (self, "1 Alpha|2 Beta|3 Gamma");
  g_autofree char *name = g_strdup (cand_programme_get_name (programme));
  const CandProgrammeChanges *changes;
  guint notified;

  g_signal_connect_swapped (programme, "notify::changed", G_CALLBACK (g_atomic_int_inc), &notified);
  notified = 0;
  change_page (self, programme, "1 Alpha|2 Beta Two|4 Delta",
               "1 withdrawn, 1 added, 1 renamed; the date line did not change");
  assert_positions (self, "workable:acme", "1 Alpha|2 Beta Two|3 Gamma withdrawn|4 Delta");
  /* The living object has followed. */
  g_assert_cmpuint (notified, ==, 1);
  g_assert_cmpuint (cand_programme_get_n_entries (programme), ==, 3);
  g_assert_cmpstr (cand_programme_get_entry (programme, 2)->title, ==, "Delta");
  g_assert_cmpint (cand_programme_get_checked (programme), >, 0);
  changes = cand_programme_get_changes (programme);
  g_assert_cmpstr (changes->withdrawn[0], ==, "Gamma");
  g_assert_cmpstr (changes->added[0], ==, "Delta");
  g_assert_cmpstr (changes->renamed[0], ==, "Beta Two");
  g_assert_false (changes->date_changed);

  /* It comes back, and is one of those again. */
  change_page (self, programme, "1 Alpha|2 Beta Two|4 Delta|3 Gamma",
               "1 added; the date line did not change");
  assert_positions (self, "workable:acme", "1 Alpha|2 Beta Two|3 Gamma|4 Delta");

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
  g_autoptr (CandProgramme) programme = follow_page (self, "1 Alpha|2 Beta");
  g_autofree char *list = library_test_list ("AAAAAAAAA1", "Board's ");

  cand_test_server_add (self->server, "/api/v1/widget/accounts/acme?details=true", 200,
                        "application/json", list);
  change_page (self, programme, "1 Alpha|2 Beta", NULL);
  assert_positions (self, "workable:acme", "1 Board's AAAAAAAAA1|2 Beta");
  change_page (self, programme, "1 Alpha Two|2 Beta Two",
               "2 renamed; the date line did not change");
  assert_positions (self, "workable:acme", "1 Board's AAAAAAAAA1|2 Beta Two");
  /* A withdrawn one that the board lists stays open. */
  change_page (self, programme, "2 Beta Two", "1 withdrawn; the date line did not change");
  library_test_assert_text (
      self, "SELECT state || ':' || withdrawn FROM position WHERE code = 'AAAAAAAAA1'", "0:1");
}

static void
test_same (LibraryTest *self, gconstpointer data)
{
  g_autofree char *page = announcement_test_page ("1 Alpha");
  g_autofree char *nothing = NULL;
  g_autoptr (CandProgramme) programme = follow_page (self, "1 Alpha");
  g_autofree char *name = g_strdup (cand_programme_get_name (programme));
  const CandTestRequest *request;
  guint n;

  cand_test_server_remove (self->server, PAGE_PATH);
  cand_test_server_add (self->server, PAGE_PATH, 200, "text/plain", page);
  cand_test_server_add_header (self->server, "ETag", "\"one\"");
  nothing = refresh (self, programme);
  g_assert_null (nothing);
  /* Identical bytes are not read again: what is kept is not looked at. */
  library_test_execute (self, "UPDATE programme SET json = replace (json, 'Alpha', 'Kept')");
  nothing = refresh (self, programme);
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
  nothing = refresh (self, programme);
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
    { 200, "# Sorry\n\nNothing here.\n" },
    { 200, "" },
    { 200, "<html><body><h1>Just a moment</h1></body></html>" },
    { 404, "Not Found" },
    { 500, "Oops" },
    { 200, "\xff\xfe\x00" },
  };
  g_autoptr (CandProgramme) programme = follow_page (self, "1 Alpha|2 Beta");
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
      assert_positions (self, "workable:acme", "1 Alpha|2 Beta");
    }
  /* All is well again. */
  change_page (self, programme, "1 Alpha|2 Beta", NULL);
  g_assert_null (cand_programme_get_error (programme));
}

static void
test_no_address (LibraryTest *self, gconstpointer data)
{
  g_autofree char *page = announcement_test_page ("1 Alpha");
  g_autoptr (GBytes) bytes = g_bytes_new (page, strlen (page));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CandFound) found = NULL;
  g_autoptr (CandFound) second = NULL;
  g_autoptr (GPtrArray) reports = NULL;

  cand_library_read_announcement_async (self->library, bytes, NULL, NULL, cand_test_keep_result,
                                        &result);
  cand_test_wait_result (&result);
  found = cand_library_read_announcement_finish (self->library, result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (cand_found_get_kind (found), ==, CAND_FOUND_PROGRAMME);
  g_assert_false (cand_found_get_followed (found));
  announcement_test_follow (self, found);
  assert_positions (self, "workable:acme", "1 Alpha");
  reports = announcement_test_refresh (self);
  /* Only the one that ships has a page. */
  g_assert_cmpuint (reports->len, ==, 1);

  cand_library_read_announcement_async (self->library, bytes, NULL, NULL, cand_test_keep_result,
                                        &again);
  cand_test_wait_result (&again);
  second = cand_library_read_announcement_finish (self->library, again, &error);
  g_assert_no_error (error);
  g_assert_true (cand_found_get_followed (second));
  announcement_test_follow (self, second);
  library_test_assert_text (self, "SELECT count(*) FROM programme", "2");
}

static void
test_nothing_found (LibraryTest *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Hello there", 11);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  cand_library_read_announcement_async (self->library, bytes, NULL, NULL, cand_test_keep_result,
                                        &result);
  cand_test_wait_result (&result);
  g_assert_null (cand_library_read_announcement_finish (self->library, result, &error));
  g_assert_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_NOTHING_FOUND);
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
  changes = refresh (self, programme);
  g_assert_cmpstr (changes, ==, "6 withdrawn, 1 added, 1 renamed; the date line did not change");
  check_shipped (self);
  g_clear_object (&programme);
  /* The text that ships is not taken in once more. */
  announcement_test_reopen (self);
  check_shipped (self);
  programme = announcement_test_find (self, SHIPPED);
  nothing = refresh (self, programme);
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
  changes = refresh (self, programme);
  g_assert_cmpstr (changes, ==, "6 withdrawn, 1 added, 1 renamed; the date line did not change");
  g_assert_cmpuint (cand_test_server_count (self->server, SHIPPED_PATH), ==, 1);
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
  changes = refresh (self, programme);
  g_assert_cmpstr (changes, ==, "7 withdrawn, 2 added; the date line did not change");
  g_assert_cmpuint (cand_programme_get_n_entries (programme), ==, 12);
  library_test_assert_text (self,
                            "SELECT count(*) || ':' || sum (withdrawn) FROM position "
                            "WHERE programme = (SELECT id FROM programme WHERE url = '" PAGE "')",
                            "19:7");
}

/* --- followed or not --- */

static void
test_unfollow (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandProgramme) programme = follow_page (self, "1 Alpha|2 Beta");
  g_autofree char *name = g_strdup (cand_programme_get_name (programme));
  g_autoptr (CandPositionList) list = cand_library_list_positions (self->library, NULL);
  g_autofree char *page = announcement_test_page ("1 Alpha|2 Beta");
  g_autoptr (CandFound) found = NULL;
  g_autoptr (GError) error = NULL;

  library_test_drain (self);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 9);
  library_test_execute (self, "UPDATE position SET starred = 1 WHERE title = 'Beta'");
  g_assert_true (announcement_test_set_followed (self, name, FALSE, &error));
  g_assert_no_error (error);
  g_assert_null (announcement_test_find (self, name));
  /* What the person has to do with stays. */
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 8);
  g_assert_true (announcement_test_set_followed (self, name, TRUE, &error));
  g_assert_no_error (error);
  g_clear_object (&programme);
  programme = announcement_test_find (self, name);
  g_assert_nonnull (programme);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 9);

  /* Really gone at the next start, but for that. */
  g_clear_object (&programme);
  g_clear_object (&list);
  g_assert_true (announcement_test_set_followed (self, name, FALSE, &error));
  announcement_test_reopen (self);
  library_test_drain (self);
  assert_positions (self, "workable:acme", "2 Beta");
  g_assert_null (announcement_test_find (self, name));
  found = announcement_test_read (page, PAGE);
  announcement_test_follow (self, found);
  assert_positions (self, "workable:acme", "1 Alpha|2 Beta");
  programme = announcement_test_find (self, name);
  g_assert_nonnull (programme);

  g_assert_false (announcement_test_set_followed (self, "no such thing", FALSE, &error));
  g_assert_error (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_NO_SUCH_BOARD);
}

/* What a board lists is the board's again. */
static void
test_released (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandProgramme) programme = follow_page (self, "1 Alpha");
  g_autofree char *name = g_strdup (cand_programme_get_name (programme));
  g_autofree char *list = library_test_list ("AAAAAAAAA1", "Board's ");
  g_autoptr (GError) error = NULL;

  cand_test_server_add (self->server, "/api/v1/widget/accounts/acme?details=true", 200,
                        "application/json", list);
  change_page (self, programme, "1 Alpha", NULL);
  g_clear_object (&programme);
  g_assert_true (announcement_test_set_followed (self, name, FALSE, &error));
  announcement_test_reopen (self);
  library_test_drain (self);
  library_test_assert_text (self,
                            "SELECT t.name || ':' || coalesce (p.programme, 'none') || ':' || "
                            "p.summary FROM position p JOIN team t ON t.id = p.team "
                            "WHERE p.code = 'AAAAAAAAA1'",
                            "Science:none:");
  library_test_assert_text (self, "SELECT count(*) FROM programme", "1");
}

/* Two announcements may introduce one position: it is in the group of the one followed last, and a
 * reading of the other does not take it back. */
static void
test_shared (LibraryTest *self, gconstpointer data)
{
  static const char *const which = "SELECT o.url FROM position p JOIN programme o ON o.id = "
                                   "p.programme WHERE p.code = 'AAAAAAAAA1'";
  g_autoptr (CandProgramme) first = follow_page (self, "1 Alpha");
  g_autofree char *page = announcement_test_page ("1 Alpha|5 Epsilon");
  g_autoptr (CandFound) other =
      announcement_test_read (page, "https://blog.example.org/hiring-too");

  announcement_test_follow (self, other);
  library_test_assert_text (self, which, "https://blog.example.org/hiring-too");
  change_page (self, first, "1 Alpha|2 Beta", "1 added; the date line did not change");
  library_test_assert_text (self, which, "https://blog.example.org/hiring-too");
  assert_positions (self, "workable:acme", "1 Alpha|2 Beta|5 Epsilon");
}

/* The same page under another spelling of its address is the same programme. */
static void
test_twice (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandProgramme) first = follow_page (self, "1 Alpha");
  g_autofree char *page = announcement_test_page ("1 Alpha|2 Beta");
  g_autoptr (CandFound) again = announcement_test_read (page, PAGE "/?utm_source=mail");

  announcement_test_follow (self, again);
  library_test_assert_text (self, "SELECT count(*) FROM programme", "2");
  g_assert_cmpuint (cand_programme_get_n_entries (first), ==, 2);
}

/* Names are made of the ends of addresses: pages with one end are two programmes. */
static void
test_same_name (LibraryTest *self, gconstpointer data)
{
  g_autofree char *page = announcement_test_page ("1 Alpha");
  g_autofree char *other_page = announcement_test_page ("2 Beta");
  g_autoptr (CandFound) found =
      announcement_test_read (page, "https://blog.example.org/2025/careers");
  g_autoptr (CandFound) other =
      announcement_test_read (other_page, "https://blog.example.org/2026/careers");
  g_autofree char *second = g_strconcat (cand_found_get_key (found), "-2", NULL);
  g_autoptr (CandProgramme) first_programme = NULL;
  g_autoptr (CandProgramme) second_programme = NULL;

  g_assert_cmpstr (cand_found_get_key (found), ==, cand_found_get_key (other));
  announcement_test_follow (self, found);
  announcement_test_follow (self, other);
  announcement_test_follow (self, other);
  first_programme = announcement_test_find (self, cand_found_get_key (found));
  second_programme = announcement_test_find (self, second);
  g_assert_cmpstr (cand_programme_get_entry (first_programme, 0)->title, ==, "Alpha");
  g_assert_cmpstr (cand_programme_get_entry (second_programme, 0)->title, ==, "Beta");
  library_test_assert_text (self, "SELECT count(*) FROM programme", "3");
}

static void
test_cancelled (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandProgramme) programme = follow_page (self, "1 Alpha");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  cand_test_server_remove (self->server, PAGE_PATH);
  cand_test_server_add_raw (self->server, PAGE_PATH, "HTTP/1.1 200 OK\r\n", TRUE);
  cand_refresh_programme_async (self->library, cand_programme_get_name (programme), cancellable,
                                cand_test_keep_result, &result);
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
  ANNOUNCEMENT_TEST_ADD ("/programme-refresh/follow", test_follow);
  ANNOUNCEMENT_TEST_ADD ("/programme-refresh/changes", test_changes);
  ANNOUNCEMENT_TEST_ADD ("/programme-refresh/listed", test_listed);
  ANNOUNCEMENT_TEST_ADD ("/programme-refresh/same", test_same);
  ANNOUNCEMENT_TEST_ADD ("/programme-refresh/bad-answers", test_bad_answers);
  ANNOUNCEMENT_TEST_ADD ("/programme-refresh/no-address", test_no_address);
  ANNOUNCEMENT_TEST_ADD ("/programme-refresh/nothing-found", test_nothing_found);
  ANNOUNCEMENT_TEST_ADD ("/programme-refresh/shipped", test_shipped);
  ANNOUNCEMENT_TEST_ADD ("/programme-refresh/other-place", test_other_place);
  ANNOUNCEMENT_TEST_ADD ("/programme-refresh/recorded", test_recorded);
  ANNOUNCEMENT_TEST_ADD ("/programme-refresh/unfollow", test_unfollow);
  ANNOUNCEMENT_TEST_ADD ("/programme-refresh/released", test_released);
  ANNOUNCEMENT_TEST_ADD ("/programme-refresh/shared", test_shared);
  ANNOUNCEMENT_TEST_ADD ("/programme-refresh/twice", test_twice);
  ANNOUNCEMENT_TEST_ADD ("/programme-refresh/same-name", test_same_name);
  ANNOUNCEMENT_TEST_ADD ("/programme-refresh/cancelled", test_cancelled);
  return g_test_run ();
}
