/* test-follow.c: boards are followed with what was read, let go, and taken back
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library-test.h"

#define GREEN "greenhouse:acme"
#define GREEN_PATH "/v1/boards/acme/jobs?content=true"
#define JOB(id)                                                                                    \
  "{\"id\": " id ", \"title\": \"Title " id "\", \"absolute_url\": "                               \
  "\"https://boards.greenhouse.io/acme/jobs/" id "\", \"content\": \"\"}"
#define LIST(jobs) "{\"jobs\": [" jobs "]}"

static CandFound *
find (LibraryTest *self, const char *list)
{
  g_autoptr (GError) error = NULL;
  CandFound *found;

  library_test_serve (self, GREEN_PATH, list);
  library_test_serve (self, "/v1/boards/acme", "{\"name\": \"Acme Corporation\"}");
  found = library_test_find (self, "https://boards.greenhouse.io/acme", &error);
  g_assert_no_error (error);
  return found;
}

static void
follow (LibraryTest *self, CandFound *found)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  cand_library_follow_async (self->library, found, NULL, cand_test_keep_result, &result);
  cand_test_wait_result (&result);
  g_assert_true (cand_library_follow_finish (self->library, result, &error));
  g_assert_no_error (error);
}

static void
follow_three (LibraryTest *self)
{
  g_autoptr (CandFound) found = find (self, LIST (JOB ("1") ", " JOB ("2") ", " JOB ("3")));

  follow (self, found);
}

static gboolean
set_followed (LibraryTest *self, const char *key, gboolean followed, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  cand_library_set_followed_async (self->library, key, followed, NULL, cand_test_keep_result,
                                   &result);
  cand_test_wait_result (&result);
  return cand_library_set_followed_finish (self->library, result, error);
}

static void
set_followed_well (LibraryTest *self, const char *key, gboolean followed)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (set_followed (self, key, followed, &error));
  g_assert_no_error (error);
}

static CandBoard *
get_board (LibraryTest *self, const char *key)
{
  GListModel *boards = cand_library_get_boards (self->library);

  for (guint i = 0; i < g_list_model_get_n_items (boards); i++)
    {
      g_autoptr (CandBoard) board = g_list_model_get_item (boards, i);

      if (g_str_equal (cand_board_get_key (board), key))
        return g_steal_pointer (&board);
    }
  return NULL;
}

static void
assert_counts (LibraryTest *self, guint n_positions, guint n_new, guint n_starred)
{
  guint positions, unseen, starred;

  g_object_get (self->library, "n-positions", &positions, "n-new", &unseen, "n-starred", &starred,
                NULL);
  g_assert_cmpuint (positions, ==, n_positions);
  g_assert_cmpuint (unseen, ==, n_new);
  g_assert_cmpuint (starred, ==, n_starred);
}

static void
assert_listed (LibraryTest *self, const CandQuery *query, guint expected)
{
  g_autoptr (CandPositionList) list = cand_library_list_positions (self->library, query);

  library_test_drain (self);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, expected);
}

static void
star (LibraryTest *self, const char *key)
{
  g_autoptr (CandPosition) position = library_test_load (self, key);

  cand_library_set_starred (self->library, position, TRUE);
  library_test_drain (self);
}

/* --- following --- */

static void
test_follow (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandPositionList) list = cand_library_list_positions (self->library, NULL);
  g_autoptr (CandBoard) board = NULL;
  g_autoptr (CandPosition) position = NULL;
  guint n_requests;

  follow_three (self);
  /* All of it is there at once. */
  board = get_board (self, GREEN);
  g_assert_nonnull (board);
  g_assert_cmpstr (cand_board_get_name (board), ==, "Acme Corporation");
  g_assert_cmpint (cand_board_get_state (board), ==, CAND_BOARD_STATE_READ);
  g_assert_cmpuint (cand_board_get_n_open (board), ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 10);
  /* What was shown before it was followed is not new. */
  assert_counts (self, 10, 0, 0);

  n_requests = cand_test_server_get_n_requests (self->server);
  position = library_test_load (self, GREEN ":2");
  g_assert_cmpstr (cand_position_get_title (position), ==, "Title 2");
  g_assert_cmpstr (cand_position_get_organisation (position), ==, "Acme Corporation");
  g_assert_cmpuint (cand_test_server_get_n_requests (self->server), ==, n_requests);

  /* The next reading compares with that one. */
  cand_board_report_free (library_test_refresh_board (self, GREEN, FALSE));
  library_test_assert_text (self,
                            "SELECT count(*) FROM revision r JOIN position p ON p.id = "
                            "r.position JOIN board b ON b.id = p.board WHERE b.key = '" GREEN "'",
                            "3");
}

static void
test_follow_twice (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandFound) earlier = find (self, LIST (JOB ("1") ", " JOB ("2")));
  g_autoptr (CandFound) later = NULL;

  follow (self, earlier);
  later = find (self, LIST (JOB ("1") ", " JOB ("2") ", " JOB ("3")));
  g_assert_true (cand_found_get_followed (later));
  follow (self, later);
  /* Of a board that was known, what was not is new. */
  assert_counts (self, 10, 1, 0);

  /* What was read before is not believed any more. */
  library_test_execute (self, "UPDATE board SET confirmed = confirmed + 10");
  follow (self, earlier);
  library_test_assert_text (self, "SELECT count(*) FROM position WHERE missing_since > 0", "0");
}

/* Every list is a question when it is empty. */
static void
test_follow_empty (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandFound) found = find (self, LIST (""));
  g_autoptr (CandBoard) board = NULL;

  follow (self, found);
  board = get_board (self, GREEN);
  g_assert_cmpint (cand_board_get_state (board), ==, CAND_BOARD_STATE_SUSPECT);
  g_assert_cmpstr (cand_board_get_name (board), ==, "Acme Corporation");
}

/* --- and not any more --- */

static void
test_unfollow (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandPositionList) list = NULL;
  g_autoptr (CandApplication) application = NULL;
  g_autofree char *before = NULL;
  static const char *const everything =
      "SELECT group_concat (code || state || starred || is_new || digest || first_seen || team) "
      "FROM position";

  follow_three (self);
  library_test_execute (self, "UPDATE position SET is_new = 1 WHERE code IN ('1', '2', '3')");
  star (self, GREEN ":1");
  application = library_test_draft (self, GREEN ":2", FALSE, NULL);
  library_test_drain (self);
  assert_counts (self, 10, 3, 1);
  before = library_test_get_text (self, everything);

  list = cand_library_list_positions (self->library, NULL);
  library_test_drain (self);
  set_followed_well (self, GREEN, FALSE);
  g_assert_null (get_board (self, GREEN));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 9);
  assert_counts (self, 9, 2, 1);
  assert_listed (self, &(CandQuery) { .search = "title" }, 2);
  assert_listed (self, &(CandQuery) { .scope = CAND_SCOPE_NEW }, 2);
  assert_listed (self, &(CandQuery) { .scope = CAND_SCOPE_STARRED }, 1);
  assert_listed (self, &(CandQuery) { .board = GREEN }, 2);
  /* Nor is it asked. */
  library_test_answer (self, "AAA1", "Title ");
  cand_board_report_free (library_test_refresh (self, TRUE));
  assert_counts (self, 10, 3, 1);

  /* Undo. */
  set_followed_well (self, GREEN, TRUE);
  library_test_execute (self, "DELETE FROM position WHERE code = 'AAA1'");
  library_test_assert_text (self, everything, before);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), >=, 10);
  {
    g_autoptr (CandBoard) board = get_board (self, GREEN);

    g_assert_cmpuint (cand_board_get_n_open (board), ==, 3);
    g_assert_cmpuint (cand_board_get_n_new (board), ==, 3);
  }
}

static void
test_purge (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandFound) found = NULL;

  follow_three (self);
  star (self, GREEN ":1");
  set_followed_well (self, GREEN, FALSE);
  library_test_assert_text (self, "SELECT count(*) FROM position", "10");
  library_test_reopen (self);
  library_test_assert_text (self, "SELECT count(*) FROM position", "8");
  library_test_assert_text (self, "SELECT count(*) FROM revision", "1");
  library_test_assert_text (
      self, "SELECT count(*) FROM position_search WHERE position_search MATCH 'title'", "1");
  library_test_assert_text (self, "SELECT n_positions || n_open FROM board WHERE key = '" GREEN "'",
                            "11");
  assert_counts (self, 8, 0, 1);
  {
    g_autoptr (CandPosition) kept = library_test_load (self, GREEN ":1");

    g_assert_cmpint (cand_position_get_last_confirmed (kept), >, 0);
    cand_library_set_starred (self->library, kept, FALSE);
  }
  library_test_drain (self);

  /* Followed once more it is read anew. */
  found = find (self, LIST (JOB ("1") ", " JOB ("2") ", " JOB ("3")));
  g_assert_false (cand_found_get_followed (found));
  follow (self, found);
  assert_counts (self, 10, 0, 0);
  set_followed_well (self, GREEN, FALSE);
  library_test_reopen (self);
  library_test_assert_text (self, "SELECT count(*) FROM board WHERE key = '" GREEN "'", "0");
  library_test_assert_text (self, "SELECT count(*) FROM position", "7");
}

/* What a followed programme introduces stays, and the board with it. */
static void
test_programme_keeps (LibraryTest *self, gconstpointer data)
{
  library_test_answer (self, "AAA1 AAA2", "Title ");
  cand_board_report_free (library_test_refresh (self, TRUE));
  assert_counts (self, 9, 2, 0);
  set_followed_well (self, BOARD, FALSE);
  assert_counts (self, 7, 0, 0);
  library_test_reopen (self);
  assert_counts (self, 7, 0, 0);
  library_test_assert_text (self, "SELECT count(*) FROM position", "7");
  g_assert_cmpuint (g_list_model_get_n_items (cand_library_get_boards (self->library)), ==, 0);
  /* As when it was read for the first time. */
  set_followed_well (self, BOARD, TRUE);
  cand_board_report_free (library_test_refresh (self, TRUE));
  assert_counts (self, 9, 2, 0);
}

static void
test_unknown (LibraryTest *self, gconstpointer data)
{
  static const char *const keys[] = { "greenhouse:nobody", "nonsense", "",
                                      "https://www.acme.example/feed" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    for (guint followed = 0; followed < 2; followed++)
      {
        g_autoptr (GError) error = NULL;

        g_assert_false (set_followed (self, keys[i], followed, &error));
        g_assert_error (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_NO_SUCH_BOARD);
      }
  g_assert_cmpuint (g_list_model_get_n_items (cand_library_get_boards (self->library)), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  LIBRARY_TEST_ADD ("/follow/follow", test_follow);
  LIBRARY_TEST_ADD ("/follow/twice", test_follow_twice);
  LIBRARY_TEST_ADD ("/follow/empty", test_follow_empty);
  LIBRARY_TEST_ADD ("/follow/unfollow", test_unfollow);
  LIBRARY_TEST_ADD ("/follow/purge", test_purge);
  LIBRARY_TEST_ADD ("/follow/programme-keeps", test_programme_keeps);
  LIBRARY_TEST_ADD ("/follow/unknown", test_unknown);
  return g_test_run ();
}
