/* test-boards.c: boards and what is known of their answers
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>

#include "store-test.h"

static void
test_ensure (StoreTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) boards = NULL;
  gint64 quiet =
      cand_store_boards_ensure (self->connection, "workable:quiet", "Quiet", "", FALSE, &error);

  g_assert_cmpint (quiet, >, 0);
  boards = cand_store_boards_list (self->connection, &error);
  g_assert_cmpuint (boards->len, ==, 1);
  g_assert_cmpstr (cand_board_get_key (g_ptr_array_index (boards, 0)), ==, "workable:acme");
  g_assert_cmpint (cand_board_get_state (g_ptr_array_index (boards, 0)), ==,
                   CAND_BOARD_STATE_UNREAD);
  g_clear_pointer (&boards, g_ptr_array_unref);

  /* Met again: the same one, followed when asked for, and never unfollowed by that. */
  g_assert_cmpint (
      cand_store_boards_ensure (self->connection, "workable:quiet", "X", "", TRUE, &error), ==,
      quiet);
  g_assert_cmpint (
      cand_store_boards_ensure (self->connection, "workable:quiet", "X", "", FALSE, &error), ==,
      quiet);
  boards = cand_store_boards_list (self->connection, &error);
  g_assert_cmpuint (boards->len, ==, 2);
  g_assert_cmpstr (cand_board_get_name (g_ptr_array_index (boards, 1)), ==, "Quiet");
  g_assert_no_error (error);
}

/* Followed or not is all that changes; one that nobody ever followed is not there for it. */
static void
test_set_followed (StoreTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean found;

  cand_store_boards_ensure (self->connection, "workable:quiet", "Quiet", "", FALSE, &error);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (cand_store_boards_set_followed (self->connection, "workable:acme", FALSE,
                                                     5000 + i, &found, &error));
      g_assert_true (found);
      g_assert_cmpint (store_test_get_int64 (self, "SELECT unfollowed FROM board WHERE id = 1"), ==,
                       5000);
    }
  g_assert_true (cand_store_boards_set_followed (self->connection, "workable:quiet", TRUE, 5000,
                                                 &found, &error));
  g_assert_false (found);
  g_assert_cmpint (store_test_get_int64 (self, "SELECT sum (followed) FROM board"), ==, 0);
  g_assert_true (cand_store_boards_set_followed (self->connection, "workable:acme", TRUE, 6000,
                                                 &found, &error));
  g_assert_true (found);
  g_assert_cmpint (
      store_test_get_int64 (self, "SELECT followed - unfollowed FROM board WHERE id = 1"), ==, 1);

  /* What is followed, or has a position, stays. */
  store_test_insert (self, store_test_list ("A1", "One", "", NULL));
  g_assert_true (cand_store_boards_purge (self->connection, &error));
  g_assert_cmpint (store_test_get_int64 (self, "SELECT count(*) FROM board"), ==, 1);
  cand_store_boards_set_followed (self->connection, "workable:acme", FALSE, 7000, &found, &error);
  g_assert_true (cand_store_boards_purge (self->connection, &error));
  g_assert_cmpint (store_test_get_int64 (self, "SELECT count(*) FROM board"), ==, 1);
  g_assert_no_error (error);
}

static CandBoard *
load (StoreTest *self)
{
  g_autoptr (GError) error = NULL;
  CandBoard *board = cand_store_boards_load (self->connection, "workable:acme", &error);

  g_assert_no_error (error);
  return board;
}

static void
test_read (StoreTest *self, gconstpointer data)
{
  const CandBoardReading reading = { "Acme Corporation", "\"abc\"", "Mon, 23 Nov 2026 00:00:00 GMT",
                                     "digest",           2,         NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (CandBoard) board = NULL;
  g_autoptr (CandStoredBoard) stored = NULL;

  store_test_insert (self, store_test_list ("A1", "One", "", NULL));
  g_assert_true (
      cand_store_boards_set_read (self->connection, self->board, &reading, 5000, &error));
  board = load (self);
  g_assert_cmpstr (cand_board_get_name (board), ==, "Acme Corporation");
  g_assert_cmpint (cand_board_get_state (board), ==, CAND_BOARD_STATE_READ);
  g_assert_null (cand_board_get_error (board));
  g_assert_cmpint (cand_board_get_checked (board), ==, 5000);
  g_assert_cmpint (cand_board_get_confirmed (board), ==, 5000);
  g_assert_cmpuint (cand_board_get_n_open (board), ==, 1);
  g_assert_cmpuint (cand_board_get_n_new (board), ==, 1);
  g_assert_cmpstr (cand_board_get_etag (board), ==, "\"abc\"");
  stored = cand_store_boards_stored (self->connection, "workable:acme", &error);
  g_assert_cmpstr (stored->digest, ==, "digest");
  g_assert_cmpuint (stored->skipped, ==, 2);
  g_assert_cmpstr (stored->last_modified, ==, "Mon, 23 Nov 2026 00:00:00 GMT");
  g_assert_null (cand_store_boards_stored (self->connection, "workable:nobody", &error));
  g_assert_no_error (error);
}

/* A failure keeps everything that the last good answer left, and its reason survives a restart. */
static void
test_failed (StoreTest *self, gconstpointer data)
{
  const CandBoardReading reading = { .etag = "\"abc\"", .digest = "digest" };
  g_autoptr (GError) why =
      g_error_new_literal (G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "No answer in time");
  g_autoptr (GError) error = NULL;
  g_autoptr (CandBoard) board = NULL;

  cand_store_boards_set_read (self->connection, self->board, &reading, 5000, &error);
  cand_store_boards_set_failed (self->connection, self->board, why, 6000, &error);
  g_assert_no_error (error);
  board = load (self);
  g_assert_cmpint (cand_board_get_state (board), ==, CAND_BOARD_STATE_FAILED);
  g_assert_cmpstr (cand_board_get_reason (board), ==, "No answer in time");
  g_assert_error (cand_board_get_error (board), G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
  g_assert_cmpint (cand_board_get_checked (board), ==, 6000);
  g_assert_cmpint (cand_board_get_confirmed (board), ==, 5000);
  g_assert_cmpstr (cand_board_get_etag (board), ==, "\"abc\"");

  g_clear_object (&board);
  cand_store_boards_set_read (self->connection, self->board, &reading, 7000, &error);
  board = load (self);
  g_assert_cmpint (cand_board_get_state (board), ==, CAND_BOARD_STATE_READ);
  g_assert_cmpstr (cand_board_get_reason (board), ==, "");
}

static void
test_suspect (StoreTest *self, gconstpointer data)
{
  const char *const codes[] = { "A", "B", NULL };
  const CandBoardReading reading = { .digest = "digest" };
  g_autoptr (GError) why = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "Almost empty");
  g_autoptr (GError) error = NULL;
  g_autoptr (CandStoredBoard) stored = NULL;

  cand_store_boards_set_suspect (self->connection, self->board, 4000, codes, why, 5000, &error);
  g_assert_no_error (error);
  stored = cand_store_boards_stored (self->connection, "workable:acme", &error);
  g_assert_cmpint (stored->state, ==, CAND_BOARD_STATE_SUSPECT);
  g_assert_cmpint (stored->suspect_since, ==, 4000);
  g_assert_cmpstrv (stored->suspect_codes, codes);
  g_assert_cmpint (stored->confirmed, ==, 0);
  g_clear_pointer (&stored, cand_stored_board_free);

  /* Any good answer ends the doubt. */
  cand_store_boards_set_read (self->connection, self->board, &reading, 6000, &error);
  stored = cand_store_boards_stored (self->connection, "workable:acme", &error);
  g_assert_cmpint (stored->suspect_since, ==, 0);
  g_assert_null (stored->suspect_codes[0]);
}

/* Counted as positions come, are looked at, close, and open again. */
static void
test_counts (StoreTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 first = store_test_insert (self, store_test_list ("A1", "One", "", NULL));
  gint64 second = store_test_insert (self, store_test_list ("A2", "Two", "", NULL));
  const struct
  {
    gboolean (*change) (CandConnection *, gint64, GError **);
    gint64 id;
    guint n_open;
    guint n_new;
  } steps[] = {
    { cand_store_positions_set_seen, first, 2, 1 }, { cand_store_positions_set_seen, first, 2, 1 },
    { cand_store_positions_close, first, 1, 1 },    { cand_store_positions_close, second, 0, 1 },
    { cand_store_positions_reopen, first, 1, 1 },   { cand_store_positions_set_seen, second, 1, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (CandBoard) board = NULL;

      g_assert_true (steps[i].change (self->connection, steps[i].id, &error));
      board = load (self);
      g_assert_cmpuint (cand_board_get_n_open (board), ==, steps[i].n_open);
      g_assert_cmpuint (cand_board_get_n_new (board), ==, steps[i].n_new);
    }
  g_assert_cmpint (store_test_get_int64 (self, "SELECT n_positions FROM board"), ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST_ADD ("/boards/ensure", test_ensure);
  STORE_TEST_ADD ("/boards/set-followed", test_set_followed);
  STORE_TEST_ADD ("/boards/read", test_read);
  STORE_TEST_ADD ("/boards/failed", test_failed);
  STORE_TEST_ADD ("/boards/suspect", test_suspect);
  STORE_TEST_ADD ("/boards/counts", test_counts);
  return g_test_run ();
}
