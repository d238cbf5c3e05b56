/* test-programme-follow.c: announcements are followed, with their boards, or not any more
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "programme-test.h"

#define OTHER_PAGE "https://blog.example.org/hiring-too"

static void
test_follow (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandProgramme) programme = programme_test_follow (self, "1 Alpha|2 Beta");
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
  programme_test_assert_positions (self, "workable:acme", "1 Alpha|2 Beta");
  /* Its board comes with it. */
  g_assert_cmpstr (cand_board_get_key (board), ==, "workable:acme");
  g_assert_cmpuint (n, ==, 2);
  library_test_assert_text (self,
                            "SELECT group_concat (t.name || ':' || p.state || ':' || p.place) FROM "
                            "position p JOIN team t ON t.id = p.team WHERE p.title = 'Beta'",
                            "Research team:2:1");
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

static void
test_unfollow (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandProgramme) programme = programme_test_follow (self, "1 Alpha|2 Beta");
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
  programme_test_assert_positions (self, "workable:acme", "2 Beta");
  g_assert_null (announcement_test_find (self, name));
  found = announcement_test_read (page, PAGE);
  announcement_test_follow (self, found);
  programme_test_assert_positions (self, "workable:acme", "1 Alpha|2 Beta");
  programme = announcement_test_find (self, name);
  g_assert_nonnull (programme);

  g_assert_false (announcement_test_set_followed (self, "no such thing", FALSE, &error));
  g_assert_error (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_NO_SUCH_BOARD);
}

/* What a board that is followed for itself lists is the board's again. */
static void
test_released (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandProgramme) programme = programme_test_follow (self, "1 Alpha");
  g_autofree char *name = g_strdup (cand_programme_get_name (programme));
  g_autofree char *list = library_test_list ("AAAAAAAAA1", "Board's ");
  g_autoptr (GError) error = NULL;

  cand_test_server_add (self->server, "/api/v1/widget/accounts/acme?details=true", 200,
                        "application/json", list);
  programme_test_change (self, programme, "1 Alpha", NULL);
  library_test_execute (self, "UPDATE board SET brought = 0");
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
  g_autoptr (CandProgramme) first = programme_test_follow (self, "1 Alpha");
  g_autofree char *page = announcement_test_page ("1 Alpha|5 Epsilon");
  g_autoptr (CandFound) other =
      announcement_test_read (page, "https://blog.example.org/hiring-too");

  announcement_test_follow (self, other);
  library_test_assert_text (self, which, "https://blog.example.org/hiring-too");
  programme_test_change (self, first, "1 Alpha|2 Beta", "1 added; the date line did not change");
  library_test_assert_text (self, which, "https://blog.example.org/hiring-too");
  programme_test_assert_positions (self, "workable:acme", "1 Alpha|2 Beta|5 Epsilon");
}

/* Whichever is followed introduces it. */
static void
test_shared_unfollowed (LibraryTest *self, gconstpointer data)
{
  static const char *const which =
      "SELECT o.url || ' ' || p.place || ' ' || p.withdrawn FROM position p "
      "JOIN programme o ON o.id = p.programme WHERE p.code = 'AAAAAAAAA1'";
  g_autoptr (CandProgramme) first = programme_test_follow (self, "1 Alpha");
  g_autofree char *page = announcement_test_page ("5 Epsilon|1 Alpha");
  g_autofree char *less = announcement_test_page ("5 Epsilon");
  g_autoptr (CandFound) other = announcement_test_read (page, OTHER_PAGE);
  g_autoptr (CandProgramme) second = NULL;
  g_autoptr (GError) error = NULL;

  announcement_test_follow (self, other);
  library_test_assert_text (self, which, OTHER_PAGE " 1 0");
  g_assert_true (announcement_test_set_followed (self, cand_found_get_key (other), FALSE, &error));
  library_test_assert_text (self, which, PAGE " 0 0");
  g_assert_true (announcement_test_set_followed (self, cand_found_get_key (other), TRUE, &error));
  library_test_assert_text (self, which, OTHER_PAGE " 1 0");
  /* That one never was the other's. */
  g_assert_true (
      announcement_test_set_followed (self, cand_programme_get_name (first), FALSE, &error));
  g_assert_true (
      announcement_test_set_followed (self, cand_programme_get_name (first), TRUE, &error));
  library_test_assert_text (self, which, OTHER_PAGE " 1 0");
  /* Nor is it withdrawn while one of them names it. */
  second = announcement_test_find (self, cand_found_get_key (other));
  announcement_test_answer (self, "/hiring-too", less);
  g_free (programme_test_refresh (self, second));
  library_test_assert_text (self, which, PAGE " 0 0");
  programme_test_assert_positions (self, "workable:acme", "1 Alpha|5 Epsilon");
}

/* The same page under another spelling of its address is the same programme. */
static void
test_twice (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandProgramme) first = programme_test_follow (self, "1 Alpha");
  g_autofree char *name = g_strdup (cand_programme_get_name (first));
  g_autofree char *page = announcement_test_page ("1 Alpha|2 Beta");
  g_autoptr (CandFound) again = announcement_test_read (page, PAGE "/?utm_source=mail");
  g_autoptr (CandFound) plain =
      announcement_test_read (page, "http://blog.example.org/hiring/#positions");
  g_autoptr (CandProgramme) present = NULL;
  g_autoptr (GError) error = NULL;

  announcement_test_follow (self, again);
  library_test_assert_text (self, "SELECT count(*) FROM programme", "2");
  g_assert_cmpuint (cand_programme_get_n_entries (first), ==, 2);
  /* One that is not followed at the time is known too. */
  g_assert_true (announcement_test_set_followed (self, name, FALSE, &error));
  announcement_test_follow (self, plain);
  library_test_assert_text (self, "SELECT count(*) FROM programme", "2");
  present = announcement_test_find (self, name);
  g_assert_cmpstr (cand_programme_get_url (present), ==, PAGE);
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
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (cand_found_get_key (found), ==, cand_found_get_key (other));
  announcement_test_follow (self, found);
  announcement_test_follow (self, other);
  /* What it is told as is what it is unfollowed by. */
  g_assert_cmpstr (cand_found_get_key (other), ==, second);
  announcement_test_follow (self, other);
  g_assert_cmpstr (cand_found_get_key (other), ==, second);
  first_programme = announcement_test_find (self, cand_found_get_key (found));
  second_programme = announcement_test_find (self, second);
  g_assert_cmpstr (cand_programme_get_entry (first_programme, 0)->title, ==, "Alpha");
  g_assert_cmpstr (cand_programme_get_entry (second_programme, 0)->title, ==, "Beta");
  library_test_assert_text (self, "SELECT count(*) FROM programme", "3");
  g_assert_true (announcement_test_set_followed (self, cand_found_get_key (other), FALSE, &error));
  g_assert_no_error (error);
  library_test_assert_text (self,
                            "SELECT group_concat (url) FROM programme WHERE followed = 1 "
                            "AND url LIKE 'https://blog.example.org/%'",
                            "https://blog.example.org/2025/careers");
}

/* --- texts without an address --- */

static CandFound *
paste (LibraryTest *self, const char *entries)
{
  g_autofree char *page = announcement_test_page (entries);
  g_autoptr (GBytes) bytes = g_bytes_new (page, strlen (page));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  CandFound *found;

  cand_library_read_announcement_async (self->library, bytes, NULL, NULL, cand_test_keep_result,
                                        &result);
  cand_test_wait_result (&result);
  found = cand_library_read_announcement_finish (self->library, result, &error);
  g_assert_no_error (error);
  return found;
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
  programme_test_assert_positions (self, "workable:acme", "1 Alpha");
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

/* Many announcements have one title: what they introduce tells them apart. */
static void
test_same_title (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandFound) first = paste (self, "1 Alpha|2 Beta");
  g_autofree char *second_name = g_strconcat (cand_found_get_key (first), "-2", NULL);
  g_autoptr (CandFound) other = NULL;
  g_autoptr (CandFound) newer = NULL;
  g_autoptr (CandProgramme) one = NULL;
  g_autoptr (CandProgramme) two = NULL;
  g_autofree char *changes = NULL;

  announcement_test_follow (self, first);
  other = paste (self, "5 Epsilon|6 Zeta");
  g_assert_cmpstr (cand_found_get_key (other), ==, cand_found_get_key (first));
  g_assert_false (cand_found_get_followed (other));
  announcement_test_follow (self, other);
  one = announcement_test_find (self, cand_found_get_key (first));
  two = announcement_test_find (self, second_name);
  g_assert_cmpstr (cand_programme_get_entry (one, 0)->title, ==, "Alpha");
  g_assert_cmpstr (cand_programme_get_entry (two, 0)->title, ==, "Epsilon");

  /* A newer reading of the second. */
  newer = paste (self, "5 Epsilon|7 Eta");
  g_assert_true (cand_found_get_followed (newer));
  announcement_test_follow (self, newer);
  changes = cand_programme_changes_dup_summary (cand_programme_get_changes (two));
  g_assert_cmpstr (changes, ==, "1 withdrawn, 1 added; the date line did not change");
  g_assert_null (cand_programme_get_changes (one));
  programme_test_assert_positions (self, "workable:acme",
                                   "1 Alpha|2 Beta|5 Epsilon|6 Zeta withdrawn|7 Eta");
  library_test_assert_text (self, "SELECT count(*) FROM programme", "3");
}

/* --- its boards --- */

/* They are read when it is followed, and go with it unless somebody else wants them. */
static void
test_boards (LibraryTest *self, gconstpointer data)
{
  static const char *const which =
      "SELECT followed || ':' || state FROM board WHERE key = 'workable:acme'";
  g_autofree char *list = library_test_list ("AAAAAAAAA1", "Board's ");
  g_autofree char *page = announcement_test_page ("2 Beta");
  g_autoptr (CandFound) other = announcement_test_read (page, OTHER_PAGE);
  g_autoptr (CandProgramme) programme = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  cand_test_server_add (self->server, "/api/v1/widget/accounts/acme?details=true", 200,
                        "application/json", list);
  programme = programme_test_follow (self, "1 Alpha|2 Beta");
  name = g_strdup (cand_programme_get_name (programme));
  library_test_assert_text (self, which, "1:1");
  programme_test_assert_positions (self, "workable:acme", "1 Board's AAAAAAAAA1|2 Beta");
  /* Nothing but that was read. */
  g_assert_cmpuint (cand_test_server_count (self->server, LIST_PATH), ==, 0);

  g_assert_true (announcement_test_set_followed (self, name, FALSE, &error));
  library_test_assert_text (self, which, "0:1");
  g_assert_true (announcement_test_set_followed (self, name, TRUE, &error));
  library_test_assert_text (self, which, "1:1");
  /* The person's own wish counts more. */
  g_assert_true (announcement_test_set_followed (self, "workable:acme", FALSE, &error));
  g_assert_true (announcement_test_set_followed (self, name, FALSE, &error));
  g_assert_true (announcement_test_set_followed (self, name, TRUE, &error));
  library_test_assert_text (self, which, "0:1");
  g_assert_true (announcement_test_set_followed (self, "workable:acme", TRUE, &error));

  announcement_test_follow (self, other);
  g_assert_true (announcement_test_set_followed (self, name, FALSE, &error));
  library_test_assert_text (self, which, "1:1");
  g_assert_true (announcement_test_set_followed (self, cand_found_get_key (other), FALSE, &error));
  library_test_assert_text (self, which, "0:1");
  /* The one that ships has its board for itself. */
  g_assert_true (announcement_test_set_followed (self, SHIPPED, FALSE, &error));
  library_test_assert_text (self, "SELECT followed FROM board WHERE key = '" BOARD "'", "1");
}

/* --- announced by the code alone --- */

#define CODES_PAGE                                                                                 \
  "# Acme is hiring\n\n## Positions\n\nThe following positions are available:\n\n"                 \
  "* [Sled Engineer](https://apply.workable.com/j/AAAAAAAAA1), pulls.\n"                           \
  "* [Tide Reader](https://www.acme.example/jobs/tide?gh_jid=4012345), reads.\n"

static CandProgramme *
follow_codes (LibraryTest *self)
{
  g_autoptr (CandFound) found = announcement_test_read (CODES_PAGE, PAGE);

  announcement_test_answer (self, PAGE_PATH, CODES_PAGE);
  announcement_test_follow (self, found);
  return announcement_test_find (self, cand_found_get_key (found));
}

static void
assert_key (CandProgramme *programme, guint place, const char *key)
{
  g_assert_cmpstr (cand_programme_get_entry (programme, place)->key, ==, key);
}

/* Acme's board, whose first position has that code. */
static void
answer_acme (LibraryTest *self)
{
  g_autofree char *list = library_test_list ("AAAAAAAAA1 AAAAAAAAA2", "Board's ");

  cand_test_server_add (self->server, "/api/v1/widget/accounts/acme?details=true", 200,
                        "application/json", list);
  library_test_execute (self, "INSERT INTO board (key, name, url, followed) "
                              "VALUES ('workable:acme', 'acme', '', 1)");
  announcement_test_reopen (self);
}

/* It is in the lists until a board turns up that has it, which it joins then, with the person's
 * marks. */
static void
test_code_joins (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandProgramme) programme = follow_codes (self);
  g_autoptr (CandPositionList) list = cand_library_list_positions (self->library, NULL);
  g_autoptr (CandPosition) position = NULL;
  g_autofree char *name = NULL;
  g_autofree char *changes = NULL;

  library_test_drain (self);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 9);
  g_assert_cmpuint (g_list_model_get_n_items (cand_library_get_boards (self->library)), ==, 1);
  assert_key (programme, 0, "workable:-:AAAAAAAAA1");
  assert_key (programme, 1, "greenhouse:-:4012345");
  library_test_assert_text (self,
                            "SELECT group_concat (state || application_url, '|') FROM position "
                            "WHERE programme = 2",
                            "2https://apply.workable.com/j/AAAAAAAAA1|"
                            "2https://www.acme.example/jobs/tide?gh_jid=4012345");

  library_test_execute (self, "UPDATE position SET starred = 1 WHERE title = 'Sled Engineer'");
  name = g_strdup (cand_programme_get_name (programme));
  g_clear_object (&programme);
  g_clear_object (&list);
  answer_acme (self);
  programme = announcement_test_find (self, name);
  changes = programme_test_refresh (self, programme);
  g_assert_null (changes);
  programme_test_assert_positions (self, "workable:-", NULL);
  library_test_assert_text (self,
                            "SELECT group_concat (code || starred || coalesce (programme, '-') || "
                            "state, '|') FROM (SELECT * FROM position WHERE board = (SELECT id "
                            "FROM board WHERE key = 'workable:acme') ORDER BY code)",
                            "AAAAAAAAA1120|AAAAAAAAA20-0");
  library_test_assert_text (self,
                            "SELECT group_concat (n_positions, '|') FROM board "
                            "WHERE key IN ('workable:-', 'workable:acme') ORDER BY key",
                            "0|2");
  assert_key (programme, 0, "workable:acme:AAAAAAAAA1");
  assert_key (programme, 1, "greenhouse:-:4012345");
  /* Who remembers the key that it had finds it. */
  position = library_test_load (self, "workable:-:AAAAAAAAA1");
  g_assert_cmpstr (cand_position_get_key (position), ==, "workable:acme:AAAAAAAAA1");
}

/* A board that is known already is found at once. */
static void
test_code_known (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandProgramme) programme = NULL;
  g_autoptr (GPtrArray) reports = NULL;
  g_autofree char *changes = NULL;

  answer_acme (self);
  reports = announcement_test_refresh (self);
  programme = follow_codes (self);
  assert_key (programme, 0, "workable:acme:AAAAAAAAA1");
  programme_test_assert_positions (self, "workable:-", NULL);
  library_test_assert_text (self,
                            "SELECT b.key FROM position p JOIN board b ON b.id = p.board "
                            "WHERE p.programme = 2 AND p.code = 'AAAAAAAAA1'",
                            "workable:acme");
  changes = programme_test_refresh (self, programme);
  g_assert_null (changes);
}

/* Another announcement may say whose it is. */
static void
test_code_told (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandProgramme) programme = follow_codes (self);
  g_autofree char *page = announcement_test_page ("1 Alpha");
  g_autoptr (CandFound) other = announcement_test_read (page, OTHER_PAGE);

  announcement_test_follow (self, other);
  programme_test_assert_positions (self, "workable:-", NULL);
  programme_test_assert_positions (self, "workable:acme", "1 Alpha");
  assert_key (programme, 0, "workable:acme:AAAAAAAAA1");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ANNOUNCEMENT_TEST_ADD ("/programme-follow/follow", test_follow);
  ANNOUNCEMENT_TEST_ADD ("/programme-follow/nothing-found", test_nothing_found);
  ANNOUNCEMENT_TEST_ADD ("/programme-follow/unfollow", test_unfollow);
  ANNOUNCEMENT_TEST_ADD ("/programme-follow/released", test_released);
  ANNOUNCEMENT_TEST_ADD ("/programme-follow/shared", test_shared);
  ANNOUNCEMENT_TEST_ADD ("/programme-follow/shared-unfollowed", test_shared_unfollowed);
  ANNOUNCEMENT_TEST_ADD ("/programme-follow/twice", test_twice);
  ANNOUNCEMENT_TEST_ADD ("/programme-follow/same-name", test_same_name);
  ANNOUNCEMENT_TEST_ADD ("/programme-follow/no-address", test_no_address);
  ANNOUNCEMENT_TEST_ADD ("/programme-follow/same-title", test_same_title);
  ANNOUNCEMENT_TEST_ADD ("/programme-follow/boards", test_boards);
  ANNOUNCEMENT_TEST_ADD ("/programme-follow/code-joins", test_code_joins);
  ANNOUNCEMENT_TEST_ADD ("/programme-follow/code-known", test_code_known);
  ANNOUNCEMENT_TEST_ADD ("/programme-follow/code-told", test_code_told);
  return g_test_run ();
}
