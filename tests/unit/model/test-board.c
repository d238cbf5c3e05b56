/* test-board.c: one organisation's page
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/model/cand-board.h"

#include "model-test.h"

static void
test_defaults (void)
{
  CandBoard *board = cand_board_new ("workable:huggingface");

  g_assert_cmpstr (cand_board_get_key (board), ==, "workable:huggingface");
  g_assert_cmpstr (cand_board_get_system (board), ==, "workable");
  g_assert_cmpstr (cand_board_get_account (board), ==, "huggingface");
  g_assert_cmpint (cand_board_get_id (board), ==, 0);
  g_assert_cmpstr (cand_board_get_name (board), ==, "huggingface");
  g_assert_cmpstr (cand_board_get_url (board), ==, "");
  g_assert_cmpint (cand_board_get_state (board), ==, CAND_BOARD_STATE_UNREAD);
  g_assert_cmpstr (cand_board_get_reason (board), ==, "");
  g_assert_null (cand_board_get_error (board));
  g_assert_cmpint (cand_board_get_checked (board), ==, 0);
  g_assert_cmpint (cand_board_get_confirmed (board), ==, 0);
  g_assert_cmpuint (cand_board_get_n_open (board), ==, 0);
  g_assert_cmpuint (cand_board_get_n_new (board), ==, 0);
  g_assert_null (cand_board_get_etag (board));
  g_assert_null (cand_board_get_last_modified (board));
  g_assert_finalize_object (board);
}

static void
test_properties (void)
{
  CandBoard *board = cand_board_new ("workable:huggingface");

  model_test_int64 (board, "id", 4);
  model_test_string (board, "name", "Hugging Face");
  model_test_string (board, "url", "https://apply.workable.com/huggingface/");
  model_test_int64 (board, "checked", 1669680000);
  model_test_int64 (board, "confirmed", 1669680001);
  model_test_assert_string (board, "key", "workable:huggingface");
  model_test_assert_string (board, "system", "workable");
  model_test_assert_string (board, "account", "huggingface");
  cand_board_set_name (board, " ");
  model_test_assert_string (board, "name", "huggingface");
  g_assert_finalize_object (board);
}

static void
test_state (void)
{
  CandBoard *board = cand_board_new ("workable:huggingface");
  g_autoptr (GError) error = g_error_new (G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "Too late");
  CandBoardState state;
  guint state_count;
  guint reason_count;

  model_test_count (board, "state", &state_count);
  model_test_count (board, "reason", &reason_count);
  cand_board_set_state (board, CAND_BOARD_STATE_FAILED, "Too late", error);
  cand_board_set_state (board, CAND_BOARD_STATE_FAILED, "Too late", error);
  g_assert_cmpuint (state_count, ==, 1);
  g_assert_cmpuint (reason_count, ==, 1);
  g_object_get (board, "state", &state, NULL);
  g_assert_cmpint (state, ==, CAND_BOARD_STATE_FAILED);
  model_test_assert_string (board, "reason", "Too late");
  g_assert_error (cand_board_get_error (board), G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
  g_assert_true (cand_board_get_error (board) != error);

  /* Handing its own error back is harmless. */
  cand_board_set_state (board, CAND_BOARD_STATE_SUSPECT, "Empty", cand_board_get_error (board));
  g_assert_error (cand_board_get_error (board), G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
  cand_board_set_state (board, CAND_BOARD_STATE_SUSPECT, "Empty", NULL);
  g_assert_cmpuint (state_count, ==, 3);
  g_assert_cmpuint (reason_count, ==, 2);
  g_assert_null (cand_board_get_error (board));
  g_assert_finalize_object (board);
}

static void
test_counts (void)
{
  CandBoard *board = cand_board_new ("workable:huggingface");
  guint open_count;
  guint new_count;
  guint n_open;
  guint n_new;

  model_test_count (board, "n-open", &open_count);
  model_test_count (board, "n-new", &new_count);
  cand_board_set_counts (board, 7, 2);
  cand_board_set_counts (board, 7, 3);
  g_assert_cmpuint (open_count, ==, 1);
  g_assert_cmpuint (new_count, ==, 2);
  g_object_get (board, "n-open", &n_open, "n-new", &n_new, NULL);
  g_assert_cmpuint (n_open, ==, 7);
  g_assert_cmpuint (n_new, ==, 3);
  g_assert_finalize_object (board);
}

static void
test_state_names (void)
{
  g_assert_cmpstr (cand_board_state_to_string (CAND_BOARD_STATE_UNREAD), ==, "unread");
  g_assert_cmpstr (cand_board_state_to_string (CAND_BOARD_STATE_READ), ==, "read");
  g_assert_cmpstr (cand_board_state_to_string (CAND_BOARD_STATE_SUSPECT), ==, "suspect");
  g_assert_cmpstr (cand_board_state_to_string (CAND_BOARD_STATE_FAILED), ==, "failed");
}

static void
test_odd_keys (void)
{
  g_autoptr (CandBoard) plain = cand_board_new ("plain");
  g_autoptr (CandBoard) none = cand_board_new (NULL);

  g_assert_cmpstr (cand_board_get_system (plain), ==, "");
  g_assert_cmpstr (cand_board_get_account (plain), ==, "plain");
  g_assert_cmpstr (cand_board_get_key (none), ==, "");
  g_assert_cmpstr (cand_board_get_name (none), ==, "");
}

static void
test_patch (void)
{
  CandBoard *board = cand_board_new ("workable:huggingface");
  CandBoard *from = cand_board_new ("workable:huggingface");
  g_autoptr (GError) error = g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, "No");
  guint name_count;

  cand_board_set_id (board, 3);
  cand_board_set_validators (board, "old", "old");
  cand_board_set_name (from, "Hugging Face");
  cand_board_set_url (from, "https://example.org/");
  cand_board_set_state (from, CAND_BOARD_STATE_FAILED, "No", error);
  cand_board_set_checked (from, 5);
  cand_board_set_confirmed (from, 6);
  cand_board_set_counts (from, 7, 8);
  cand_board_set_validators (from, "\"etag\"", NULL);
  model_test_count (board, "name", &name_count);
  cand_board_patch (board, from);
  cand_board_patch (board, from);
  cand_board_patch (board, board);
  g_assert_cmpuint (name_count, ==, 1);
  g_assert_cmpint (cand_board_get_id (board), ==, 3);
  g_assert_cmpstr (cand_board_get_name (board), ==, "Hugging Face");
  g_assert_cmpstr (cand_board_get_url (board), ==, "https://example.org/");
  g_assert_cmpint (cand_board_get_state (board), ==, CAND_BOARD_STATE_FAILED);
  g_assert_cmpstr (cand_board_get_reason (board), ==, "No");
  g_assert_error (cand_board_get_error (board), G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_cmpint (cand_board_get_checked (board), ==, 5);
  g_assert_cmpint (cand_board_get_confirmed (board), ==, 6);
  g_assert_cmpuint (cand_board_get_n_open (board), ==, 7);
  g_assert_cmpuint (cand_board_get_n_new (board), ==, 8);
  g_assert_cmpstr (cand_board_get_etag (board), ==, "\"etag\"");
  g_assert_null (cand_board_get_last_modified (board));
  g_assert_finalize_object (board);
  g_assert_finalize_object (from);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/board/defaults", test_defaults);
  g_test_add_func ("/model/board/properties", test_properties);
  g_test_add_func ("/model/board/state", test_state);
  g_test_add_func ("/model/board/counts", test_counts);
  g_test_add_func ("/model/board/state-names", test_state_names);
  g_test_add_func ("/model/board/odd-keys", test_odd_keys);
  g_test_add_func ("/model/board/patch", test_patch);
  return g_test_run ();
}
