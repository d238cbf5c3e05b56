/* test-library-lists.c: lists are filled, answer the latest question, and follow
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library-test.h"

static void
wait_pending (CandPositionList *list)
{
  while (cand_position_list_get_pending (list))
    g_main_context_iteration (NULL, TRUE);
}

static guint
count (CandPositionList *list)
{
  wait_pending (list);
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

static void
test_query (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandPositionList) list =
      cand_library_list_positions (self->library, &(CandQuery) { .search = "robot" });

  g_assert_true (cand_position_list_get_pending (list));
  g_assert_cmpuint (count (list), ==, 0);
  cand_library_set_query (self->library, list, &(CandQuery) { .search = "internship data" });
  g_assert_cmpuint (count (list), ==, 1);
  cand_library_set_query (self->library, list, NULL);
  g_assert_cmpuint (count (list), ==, 7);
  cand_library_set_query (self->library, list, &(CandQuery) { .board = "workable:other" });
  g_assert_cmpuint (count (list), ==, 0);
}

/* Typed in a hurry: only the last question is answered, whatever the order. */
static void
test_latest_wins (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandPositionList) list = cand_library_list_positions (self->library, NULL);

  for (guint i = 0; i < 50; i++)
    cand_library_set_query (self->library, list,
                            &(CandQuery) { .search = i % 2 == 0 ? "nothing" : "internship" });
  cand_library_set_query (self->library, list, &(CandQuery) { .search = "embodied" });
  g_assert_cmpuint (count (list), ==, 1);
  library_test_drain (self);
  g_assert_cmpuint (count (list), ==, 1);
}

static void
changed_cb (CandLibrary *library, guint *n)
{
  (*n)++;
}

/* Lists have followed by the time it is told. */
static void
check_followed_cb (CandLibrary *library, CandPositionList *list)
{
  g_assert_false (cand_position_list_get_pending (list));
}

static void
test_follow_refresh (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandPositionList) all = cand_library_list_positions (self->library, NULL);
  g_autoptr (CandPositionList) unseen =
      cand_library_list_positions (self->library, &(CandQuery) { .scope = CAND_SCOPE_NEW });
  g_autoptr (CandPosition) first = NULL;
  guint n_changed = 0, n;

  g_signal_connect (self->library, "positions-changed", G_CALLBACK (changed_cb), &n_changed);
  g_signal_connect (self->library, "positions-changed", G_CALLBACK (check_followed_cb), all);
  g_assert_cmpuint (count (all), ==, 7);
  first = g_list_model_get_item (G_LIST_MODEL (all), 0);
  g_assert_cmpstr (cand_position_get_title (first), ==, "Accelerate Internship");

  /* The first answer: one announced position and two others; these are news. */
  library_test_answer (self, "AAA1 " ACCELERATE_CODE " AAA2", "The ");
  library_test_check_refresh (self, FALSE, "new: AAA1 AAA2; changed: " ACCELERATE_CODE);
  g_assert_cmpuint (count (all), ==, 9);
  g_assert_cmpuint (count (unseen), ==, 2);
  g_assert_cmpuint (n_changed, >=, 1);
  /* The object that was shown is the same, and says what the board says. */
  g_assert_cmpstr (cand_position_get_title (first), ==, "The " ACCELERATE_CODE);
  g_assert_cmpstr (cand_position_get_team (first), ==, "Open Source team");
  g_assert_cmpint (cand_position_get_state (first), ==, CAND_POSITION_STATE_OPEN);

  library_test_answer (self, "AAA1 AAA3 " ACCELERATE_CODE " AAA2", "The ");
  library_test_check_refresh (self, FALSE, "new: AAA3");
  g_assert_cmpuint (count (all), ==, 10);
  g_assert_cmpuint (count (unseen), ==, 3);
  g_object_get (self->library, "n-new", &n, NULL);
  g_assert_cmpuint (n, ==, 3);
  g_signal_handlers_disconnect_by_func (self->library, check_followed_cb, all);
}

static void
test_marks (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandPositionList) all = cand_library_list_positions (self->library, NULL);
  g_autoptr (CandPositionList) starred =
      cand_library_list_positions (self->library, &(CandQuery) { .scope = CAND_SCOPE_STARRED });
  g_autoptr (CandPositionList) unseen =
      cand_library_list_positions (self->library, &(CandQuery) { .scope = CAND_SCOPE_NEW });
  g_autoptr (CandPosition) row = g_list_model_get_item (G_LIST_MODEL (all), 0);
  g_autoptr (CandPosition) whole = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  guint n;

  library_test_execute (self, "UPDATE position SET is_new = 1");
  cand_library_load_position_async (self->library, ACCELERATE, NULL, cand_test_keep_result,
                                    &result);
  cand_test_wait_result (&result);
  whole = cand_library_load_position_finish (self->library, result, NULL);
  g_assert_true (cand_position_get_is_new (whole));

  /* Marked on one object, the other one follows. */
  cand_library_set_starred (self->library, whole, TRUE);
  g_assert_true (cand_position_get_starred (whole));
  library_test_drain (self);
  g_assert_true (cand_position_get_starred (row));
  g_assert_cmpuint (count (starred), ==, 1);
  g_object_get (self->library, "n-starred", &n, NULL);
  g_assert_cmpuint (n, ==, 1);

  cand_library_set_starred (self->library, row, FALSE);
  library_test_drain (self);
  g_assert_false (cand_position_get_starred (whole));
  g_assert_cmpuint (count (starred), ==, 0);

  /* What was looked at stays in the list of new ones until that is asked for again. */
  cand_library_set_query (self->library, unseen, &(CandQuery) { .scope = CAND_SCOPE_NEW });
  g_assert_cmpuint (count (unseen), ==, 7);
  cand_library_mark_seen (self->library, whole);
  library_test_drain (self);
  g_assert_cmpuint (count (unseen), ==, 7);
  g_object_get (self->library, "n-new", &n, NULL);
  g_assert_cmpuint (n, ==, 6);
  cand_library_set_query (self->library, unseen, &(CandQuery) { .scope = CAND_SCOPE_NEW });
  g_assert_cmpuint (count (unseen), ==, 6);
}

/* Another process writes; nothing is noticed before somebody looks. */
static void
test_outside (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandPositionList) all = cand_library_list_positions (self->library, NULL);
  g_autoptr (CandPosition) row = g_list_model_get_item (G_LIST_MODEL (all), 0);
  LibraryTest other = { self->directory, self->server, NULL };
  g_autoptr (CandApplication) application = NULL;
  g_autoptr (CandApplication) seen = NULL;
  GListModel *applications = cand_library_get_applications (self->library);
  guint n_changed = 0;

  library_test_drain (self);
  g_signal_connect (self->library, "positions-changed", G_CALLBACK (changed_cb), &n_changed);
  cand_library_check_outside_changes (self->library);
  library_test_drain (self);
  g_assert_cmpuint (n_changed, ==, 0);

  library_test_reopen (&other);
  application = library_test_draft (&other, ACCELERATE, FALSE, NULL);
  library_test_execute (self, "UPDATE position SET starred = 1 WHERE code = '" ACCELERATE_CODE "'");
  cand_library_check_outside_changes (self->library);
  library_test_drain (self);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_true (cand_position_get_starred (row));
  g_assert_true (cand_position_get_drafted (row));
  g_assert_cmpuint (g_list_model_get_n_items (applications), ==, 1);
  seen = g_list_model_get_item (applications, 0);
  g_assert_cmpint (cand_application_get_id (seen), ==, cand_application_get_id (application));

  g_clear_object (&application);
  g_assert_true (cand_library_close (other.library, NULL));
  library_test_settle ();
  g_assert_finalize_object (other.library);
}

/* A list outlives its library, and only gets no more rows. */
static void
test_outlive (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandPositionList) list = cand_library_list_positions (self->library, NULL);

  g_assert_true (cand_library_close (self->library, NULL));
  library_test_settle ();
  g_assert_finalize_object (g_steal_pointer (&self->library));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 7);
}

/* The same is noticed by itself where that is wanted, and nothing is once the library is closed. */
static void
test_watched (LibraryTest *self, gconstpointer data)
{
  LibraryTest other = { self->directory, self->server, NULL };
  g_autoptr (CandApplication) application = NULL;
  GListModel *applications = cand_library_get_applications (self->library);
  gint64 deadline = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  cand_library_watch_outside_changes (self->library);
  library_test_reopen (&other);
  application = library_test_draft (&other, ACCELERATE, FALSE, NULL);
  while (g_list_model_get_n_items (applications) == 0 && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (applications), ==, 1);

  g_clear_object (&application);
  g_assert_true (cand_library_close (self->library, NULL));
  g_assert_true (cand_library_close (other.library, NULL));
  library_test_settle ();
  g_assert_finalize_object (other.library);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  LIBRARY_TEST_ADD ("/library-lists/query", test_query);
  LIBRARY_TEST_ADD ("/library-lists/latest-wins", test_latest_wins);
  LIBRARY_TEST_ADD ("/library-lists/follow-refresh", test_follow_refresh);
  LIBRARY_TEST_ADD ("/library-lists/marks", test_marks);
  LIBRARY_TEST_ADD ("/library-lists/outside", test_outside);
  LIBRARY_TEST_ADD ("/library-lists/watched", test_watched);
  LIBRARY_TEST_ADD ("/library-lists/outlive", test_outlive);
  return g_test_run ();
}
