/* test-positions.c: positions written, read, changed, and remembered
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-test.h"

#include <math.h>

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
  CandPay pay;

  cand_position_set_url (position, "https://apply.workable.com/j/A1");
  cand_position_set_application_url (position, "https://apply.workable.com/j/A1/apply");
  cand_position_add_location (position, "Paris, France");
  cand_position_add_location (position, "two\nlines");
  cand_position_set_workplace (position, CAND_WORKPLACE_REMOTE, "remote");
  cand_position_set_employment (position, CAND_EMPLOYMENT_INTERNSHIP, "Internship");
  cand_position_set_published (position, "2026-07-30");
  cand_position_set_updated (position, "2026-08-01T10:00:00Z");
  cand_position_set_closing (position, "2026-09-30");
  g_assert_true (cand_pay_set (&pay, 120000, NAN, "USD", CAND_PAY_PERIOD_YEAR));
  cand_position_set_pay (position, &pay, "From $120k");
  cand_position_set_education (position, "Master's Degree");
  cand_position_set_experience (position, "Entry level");
  cand_position_set_function (position, "Engineering");
  g_free (listed->digest);
  listed->digest = cand_position_dup_digest (position);
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
  g_assert_cmpstr (cand_position_get_updated (position), ==, "2026-08-01T10:00:00Z");
  g_assert_cmpstr (cand_position_get_closing (position), ==, "2026-09-30");
  g_assert_cmpstr (cand_position_get_pay_text (position), ==, "From $120k");
  g_assert_nonnull (cand_position_get_pay (position));
  g_assert_cmpfloat (cand_position_get_pay (position)->minimum, ==, 120000);
  g_assert_true (isnan (cand_position_get_pay (position)->maximum));
  g_assert_cmpstr (cand_position_get_pay (position)->currency, ==, "USD");
  g_assert_cmpint (cand_position_get_pay (position)->period, ==, CAND_PAY_PERIOD_YEAR);
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

/* Pay and dates are content like everything else, and kept with it; when it was touched is none. */
static void
test_later_facts (StoreTest *self, gconstpointer data)
{
  gint64 id = store_test_insert (self, full_listed ());
  g_autoptr (CandPosition) before = load (self, id);
  g_autoptr (CandPosition) position = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;

  g_assert_true (
      cand_store_positions_set_updated (self->connection, id, "2026-08-09T10:00:00Z", &error));
  position = load (self, id);
  g_assert_cmpstr (cand_position_get_updated (position), ==, "2026-08-09T10:00:00Z");
  g_assert_cmpuint (cand_position_get_revisions (position), ==, 1);
  g_assert_cmpint (cand_position_get_changed (position), ==, 0);
  g_clear_object (&position);

  update (self, id, "Engineer", "<p>Do <b>things</b></p>", 2000);
  position = load (self, id);
  g_assert_null (cand_position_get_pay (position));
  g_assert_cmpstr (cand_position_get_pay_text (position), ==, "");
  g_assert_null (cand_position_get_closing (position));
  kept = store_test_get_text (
      self, "SELECT json_extract (content, '$.pay') || '/' || json_extract (content, "
            "'$.pay_minimum') || '/' || json_extract (content, '$.closing') || '/' || "
            "json_extract (content, '$.updated') FROM revision WHERE content IS NOT NULL");
  g_assert_cmpstr (kept, ==, "From $120k/120000.0/2026-09-30/2026-08-09T10:00:00Z");
}

/* What the page says beside the list, without a board and a network. */
static void
test_page (StoreTest *self, gconstpointer data)
{
  gint64 id = store_test_insert (self, store_test_list ("A1", "One", "Science", NULL));
  g_autoptr (CandPosition) page = cand_position_new ("workable:acme", "A1");
  g_autoptr (CandPosition) position = NULL;
  g_autoptr (GError) error = NULL;
  CandPageState state;

  cand_position_set_title (page, "Another title");
  cand_position_set_description (page, "<p>Long</p>");
  cand_position_set_closing (page, "2026-09-30");
  g_assert_true (
      cand_store_positions_look_up_page (self->connection, "workable:acme:A1", &state, &error));
  g_assert_cmpint (state.id, ==, id);
  g_assert_false (state.has_text);
  g_assert_cmpint (state.read, ==, 0);
  g_assert_true (cand_store_positions_set_page (self->connection, id, page, "Long", 2000, &error));
  g_assert_no_error (error);
  g_assert_true (
      cand_store_positions_look_up_page (self->connection, "workable:acme:A1", &state, &error));
  g_assert_true (state.has_text);
  g_assert_cmpint (state.read, ==, 2000);
  position = load (self, id);
  g_assert_cmpstr (cand_position_get_title (position), ==, "One");
  g_assert_cmpstr (cand_position_get_description (position), ==, "<p>Long</p>");
  g_assert_cmpstr (cand_position_get_closing (position), ==, "2026-09-30");
  g_assert_cmpint (store_test_get_int64 (self, "SELECT count(*) FROM revision"), ==, 1);
  g_clear_object (&position);

  update (self, id, "Two", NULL, 3000);
  position = load (self, id);
  g_assert_cmpstr (cand_position_get_title (position), ==, "Two");
  g_assert_cmpstr (cand_position_get_description (position), ==, "<p>Long</p>");
  g_assert_cmpuint (cand_position_get_revisions (position), ==, 2);
  g_assert_false (
      cand_store_positions_set_page (self->connection, id + 1, page, NULL, 4000, &error));
  g_assert_error (error, CAND_STORE_ERROR, CAND_STORE_ERROR_FAILED);
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
  STORE_TEST_ADD ("/positions/later-facts", test_later_facts);
  STORE_TEST_ADD ("/positions/page", test_page);
  STORE_TEST_ADD ("/positions/missing-and-closed", test_missing_and_closed);
  STORE_TEST_ADD ("/positions/find", test_find);
  STORE_TEST_ADD ("/positions/marks", test_marks);
  return g_test_run ();
}
