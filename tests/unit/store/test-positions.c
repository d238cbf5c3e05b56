/* test-positions.c: positions written, read, changed, and remembered
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-test.h"

static CandPosition *
load (StoreTest *self, gint64 id)
{
  g_autoptr (GError) error = NULL;
  CandPosition *position = cand_store_positions_load (self->connection, id, &error);

  g_assert_no_error (error);
  return position;
}

static CandListed *
full_listed (void)
{
  CandListed *listed = store_test_list ("A1", " Engineer ", "Science", "<p>Do <b>things</b></p>");
  CandPosition *position = listed->position;

  cand_position_set_url (position, "https://apply.workable.com/j/A1");
  cand_position_set_application_url (position, "https://apply.workable.com/j/A1/apply");
  cand_position_add_location (position, "Paris, France");
  cand_position_add_location (position, "two\nlines");
  cand_position_set_workplace (position, CAND_WORKPLACE_REMOTE, "remote");
  cand_position_set_employment (position, CAND_EMPLOYMENT_INTERNSHIP, "Internship");
  cand_position_set_published (position, "2026-07-30");
  cand_position_set_education (position, "Master's Degree");
  cand_position_set_experience (position, "Entry level");
  cand_position_set_function (position, "Engineering");
  return listed;
}

static void
test_round_trip (StoreTest *self, gconstpointer data)
{
  gint64 id = store_test_insert (self, full_listed ());
  g_autoptr (CandPosition) position = load (self, id);

  g_assert_cmpint (cand_position_get_id (position), ==, id);
  g_assert_cmpstr (cand_position_get_key (position), ==, "workable:acme:A1");
  g_assert_cmpstr (cand_position_get_title (position), ==, "Engineer");
  g_assert_cmpstr (cand_position_get_team (position), ==, "Science");
  g_assert_cmpstr (cand_position_get_department (position), ==, "Science");
  g_assert_cmpstr (cand_position_get_organisation (position), ==, "acme");
  g_assert_cmpstr (cand_position_get_url (position), ==, "https://apply.workable.com/j/A1");
  g_assert_cmpstr (cand_position_get_application_url (position), ==,
                   "https://apply.workable.com/j/A1/apply");
  g_assert_cmpstr (cand_position_get_locations (position)[0], ==, "Paris, France");
  g_assert_cmpstr (cand_position_get_locations (position)[1], ==, "two lines");
  g_assert_null (cand_position_get_locations (position)[2]);
  g_assert_cmpint (cand_position_get_workplace (position), ==, CAND_WORKPLACE_REMOTE);
  g_assert_cmpstr (cand_position_get_workplace_text (position), ==, "remote");
  g_assert_cmpint (cand_position_get_employment (position), ==, CAND_EMPLOYMENT_INTERNSHIP);
  g_assert_cmpstr (cand_position_get_employment_text (position), ==, "Internship");
  g_assert_cmpstr (cand_position_get_published (position), ==, "2026-07-30");
  g_assert_cmpstr (cand_position_get_education (position), ==, "Master's Degree");
  g_assert_cmpstr (cand_position_get_experience (position), ==, "Entry level");
  g_assert_cmpstr (cand_position_get_function (position), ==, "Engineering");
  g_assert_cmpstr (cand_position_get_description (position), ==, "<p>Do <b>things</b></p>");
  g_assert_cmpint (cand_position_get_state (position), ==, CAND_POSITION_STATE_OPEN);
  g_assert_cmpint (cand_position_get_first_seen (position), ==, 1000);
  g_assert_cmpint (cand_position_get_changed (position), ==, 0);
  g_assert_cmpuint (cand_position_get_revisions (position), ==, 1);
  g_assert_true (cand_position_get_is_new (position));
  g_assert_false (cand_position_get_starred (position));
  g_assert_false (cand_position_get_drafted (position));
}

static void
test_row (StoreTest *self, gconstpointer data)
{
  gint64 id = store_test_insert (self, full_listed ());
  g_autoptr (GError) error = NULL;
  g_autoptr (CandPosition) row = cand_store_positions_load_row (self->connection, id, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (cand_position_get_title (row), ==, "Engineer");
  g_assert_null (cand_position_get_description (row));
  g_assert_null (cand_store_positions_load_row (self->connection, id + 1, &error));
  g_assert_no_error (error);
}

static void
update (StoreTest *self, gint64 id, const char *title, const char *html, gint64 now)
{
  g_autoptr (GError) error = NULL;
  CandListed *listed = store_test_list ("A1", title, "Science", html);

  g_assert_true (cand_store_positions_update (self->connection, id, listed, now, &error));
  g_assert_no_error (error);
  cand_listed_free (listed);
}

/* Each distinct content is kept once; one that comes back is the earlier one. */
static void
test_revisions (StoreTest *self, gconstpointer data)
{
  gint64 id = store_test_insert (self, store_test_list ("A1", "One", "Science", "first text"));
  g_autoptr (CandPosition) position = NULL;
  g_autofree char *kept = NULL;

  update (self, id, "Two", "second text", 2000);
  kept = store_test_get_text (self, "SELECT json_extract (content, '$.title') || '/' || "
                                    "json_extract (content, '$.description') || '/' || seen "
                                    "FROM revision WHERE content IS NOT NULL");
  g_assert_cmpstr (kept, ==, "One/first text/1000");
  position = load (self, id);
  g_assert_cmpuint (cand_position_get_revisions (position), ==, 2);
  g_assert_cmpint (cand_position_get_changed (position), ==, 2000);
  g_assert_cmpstr (cand_position_get_description (position), ==, "second text");

  update (self, id, "One", "first text", 3000);
  g_clear_object (&position);
  g_clear_pointer (&kept, g_free);
  position = load (self, id);
  kept = store_test_get_text (
      self, "SELECT json_extract (content, '$.title') || '/' || seen FROM revision "
            "WHERE content IS NOT NULL");
  g_assert_cmpstr (kept, ==, "Two/2000");
  g_assert_cmpuint (cand_position_get_revisions (position), ==, 2);
  g_assert_cmpint (cand_position_get_changed (position), ==, 3000);
  g_assert_cmpstr (cand_position_get_title (position), ==, "One");
}

static void
test_missing_and_closed (StoreTest *self, gconstpointer data)
{
  const CandBoardReading first = { .digest = "d1" }, second = { .digest = "d2" };
  gint64 id = store_test_insert (self, store_test_list ("A1", "One", "Science", NULL));
  g_autoptr (GError) error = NULL;
  g_autoptr (CandPosition) position = NULL;
  g_autoptr (GArray) stored = NULL;

  /* While listed, it is confirmed whenever its board is. */
  g_assert_true (cand_store_boards_set_read (self->connection, self->board, &first, 5000, &error));
  position = load (self, id);
  g_assert_cmpint (cand_position_get_last_confirmed (position), ==, 5000);
  g_clear_object (&position);

  g_assert_true (cand_store_positions_set_missing (self->connection, id, 9000, 5000, &error));
  g_assert_true (cand_store_boards_set_read (self->connection, self->board, &second, 9000, &error));
  position = load (self, id);
  g_assert_cmpint (cand_position_get_last_confirmed (position), ==, 5000);
  g_assert_cmpint (cand_position_get_board_read (position), ==, 9000);
  g_assert_cmpint (cand_position_get_state (position), ==, CAND_POSITION_STATE_OPEN);
  stored = cand_store_positions_stored (self->connection, self->board, &error);
  g_assert_cmpuint (stored->len, ==, 1);
  g_assert_cmpstr (g_array_index (stored, CandStoredPosition, 0).code, ==, "A1");
  g_assert_cmpint (g_array_index (stored, CandStoredPosition, 0).missing_since, ==, 9000);
  g_assert_true (g_array_index (stored, CandStoredPosition, 0).absent);
  g_clear_object (&position);

  g_assert_true (cand_store_positions_close (self->connection, id, &error));
  position = load (self, id);
  g_assert_cmpint (cand_position_get_state (position), ==, CAND_POSITION_STATE_CLOSED);
  g_assert_cmpstr (cand_position_get_title (position), ==, "One");
  g_clear_object (&position);

  g_assert_true (cand_store_positions_reopen (self->connection, id, &error));
  position = load (self, id);
  g_assert_cmpint (cand_position_get_state (position), ==, CAND_POSITION_STATE_OPEN);
  g_assert_cmpint (cand_position_get_last_confirmed (position), ==, 9000);
}

static void
test_find (StoreTest *self, gconstpointer data)
{
  gint64 id = store_test_insert (self, store_test_list ("A1", "One", "", NULL));
  g_autoptr (GError) error = NULL;
  g_autofree char *key = NULL;
  gint64 other;
  CandListed *listed;

  g_assert_cmpint (cand_store_positions_find (self->connection, "workable:acme:A1", &error), ==,
                   id);
  g_assert_cmpint (cand_store_positions_find (self->connection, "workable:acme:B2", &error), ==, 0);
  g_assert_cmpint (cand_store_positions_find (self->connection, "nonsense", &error), ==, 0);
  key = cand_store_positions_find_code (self->connection, "workable", "A1", &error);
  g_assert_cmpstr (key, ==, "workable:acme:A1");
  g_assert_null (cand_store_positions_find_code (self->connection, "work", "A1", &error));
  g_assert_null (cand_store_positions_find_code (self->connection, "workable", "B2", &error));

  /* The same code on a second board names neither. */
  other = cand_store_boards_ensure (self->connection, "workable:other", "", "", TRUE, &error);
  listed = store_test_list ("A1", "Another", "", NULL);
  g_assert_cmpint (cand_store_positions_insert (self->connection, other, listed, 1, FALSE, &error),
                   >, 0);
  cand_listed_free (listed);
  g_assert_null (cand_store_positions_find_code (self->connection, "workable", "A1", &error));
  g_assert_no_error (error);
}

static void
test_marks (StoreTest *self, gconstpointer data)
{
  gint64 id = store_test_insert (self, store_test_list ("A1", "One", "", NULL));
  g_autoptr (GError) error = NULL;
  g_autoptr (CandPosition) position = NULL;

  g_assert_true (cand_store_positions_set_seen (self->connection, id, &error));
  g_assert_true (cand_store_positions_set_starred (self->connection, id, TRUE, &error));
  position = load (self, id);
  g_assert_false (cand_position_get_is_new (position));
  g_assert_true (cand_position_get_starred (position));
  g_clear_object (&position);

  /* The board's changes leave the person's marks alone. */
  update (self, id, "Two", NULL, 2000);
  g_assert_true (cand_store_positions_set_starred (self->connection, id, TRUE, &error));
  position = load (self, id);
  g_assert_true (cand_position_get_starred (position));
  g_assert_false (cand_position_get_is_new (position));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST_ADD ("/positions/round-trip", test_round_trip);
  STORE_TEST_ADD ("/positions/row", test_row);
  STORE_TEST_ADD ("/positions/revisions", test_revisions);
  STORE_TEST_ADD ("/positions/missing-and-closed", test_missing_and_closed);
  STORE_TEST_ADD ("/positions/find", test_find);
  STORE_TEST_ADD ("/positions/marks", test_marks);
  return g_test_run ();
}
