/* test-library.c: opening, what ships, and what cannot be opened
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library-test.h"

#include <glib/gstdio.h>
#include <unistd.h>

static void
test_fresh (LibraryTest *self, gconstpointer data)
{
  GListModel *boards = cand_library_get_boards (self->library);
  GListModel *programmes = cand_library_get_programmes (self->library);
  g_autoptr (CandBoard) board = g_list_model_get_item (boards, 0);
  g_autoptr (CandProgramme) programme = g_list_model_get_item (programmes, 0);
  g_autoptr (CandPositionList) list = cand_library_list_positions (self->library, NULL);
  guint start, end, n;

  g_assert_cmpuint (g_list_model_get_n_items (boards), ==, 1);
  g_assert_cmpstr (cand_board_get_key (board), ==, BOARD);
  g_assert_cmpstr (cand_board_get_name (board), ==, "Hugging Face");
  g_assert_cmpint (cand_board_get_state (board), ==, CAND_BOARD_STATE_UNREAD);
  g_assert_cmpuint (g_list_model_get_n_items (programmes), ==, 1);
  g_assert_cmpstr (cand_programme_get_name (programme), ==, "huggingface-interns-2023");
  g_assert_cmpuint (g_list_model_get_n_items (cand_library_get_applications (self->library)), ==,
                    0);

  /* There at once, without another question. */
  g_assert_false (cand_position_list_get_pending (list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 7);
  cand_position_list_get_section (list, 3, &start, &end);
  g_assert_cmpuint (start, ==, 2);
  g_assert_cmpuint (end, ==, 5);
  g_object_get (self->library, "n-positions", &n, NULL);
  g_assert_cmpuint (n, ==, 7);
  g_object_get (self->library, "n-new", &n, NULL);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (cand_test_server_get_n_requests (self->server), ==, 0);
}

static void
test_announced (LibraryTest *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CandPosition) position = NULL;

  cand_library_load_position_async (self->library, ACCELERATE, NULL, cand_test_keep_result,
                                    &result);
  cand_test_wait_result (&result);
  position = cand_library_load_position_finish (self->library, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (cand_position_get_title (position), ==, "Accelerate Internship");
  g_assert_cmpstr (cand_position_get_team (position), ==, "Open Source team");
  g_assert_cmpstr (cand_position_get_organisation (position), ==, "Hugging Face");
  g_assert_cmpint (cand_position_get_state (position), ==, CAND_POSITION_STATE_ANNOUNCED);
  g_assert_cmpstr (cand_position_get_url (position), ==,
                   "https://apply.workable.com/huggingface/j/9B5436D6FA");
  g_assert_nonnull (strstr (cand_position_get_application_url (position), "9B5436D6FA"));
  g_assert_cmpint (cand_position_get_first_seen (position), >, 0);
  g_assert_cmpint (cand_position_get_board_read (position), ==, 0);
}

/* Taken in once: opening again writes nothing, and what a person unfollowed stays so. */
static void
test_once (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandConnection) watcher = library_test_peek (self);
  gint64 before, after;

  g_assert_true (cand_connection_get_int64 (watcher, "PRAGMA data_version", &before, NULL));
  library_test_reopen (self);
  g_assert_true (cand_connection_get_int64 (watcher, "PRAGMA data_version", &after, NULL));
  g_assert_cmpint (before, ==, after);
  g_assert_cmpuint (g_list_model_get_n_items (cand_library_get_programmes (self->library)), ==, 1);

  library_test_execute (self, "UPDATE programme SET followed = 0; UPDATE board SET followed = 0");
  library_test_reopen (self);
  g_assert_cmpuint (g_list_model_get_n_items (cand_library_get_programmes (self->library)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (cand_library_get_boards (self->library)), ==, 0);

  /* Also when another text of it ships. */
  library_test_execute (self, "UPDATE programme SET json = '{}', shipped_digest = 'older'");
  library_test_reopen (self);
  g_assert_cmpuint (g_list_model_get_n_items (cand_library_get_programmes (self->library)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (cand_library_get_boards (self->library)), ==, 0);
  library_test_assert_text (self, "SELECT json <> '{}' FROM programme", "1");
}

static void
test_bad_hosts (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (
      cand_library_new ("/nonexistent", "apply.workable.com=http://example.org", &error));
  g_assert_error (error, CAND_NET_ERROR, CAND_NET_ERROR_BAD_HOST);
}

static void
test_too_new (LibraryTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) closed = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *path = g_build_filename (self->directory, "candidacy.db", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before, n_after;

  g_assert_true (cand_library_close (self->library, NULL));
  library_test_settle ();
  g_clear_object (&self->library);
  library_test_execute (self, "PRAGMA user_version = 9999");
  g_assert_true (g_file_get_contents (path, &before, &n_before, NULL));

  self->library = library_test_new (self);
  g_assert_false (library_test_open (self->library, &error));
  g_assert_error (error, CAND_STORE_ERROR, CAND_STORE_ERROR_TOO_NEW);
  /* Nothing works, and nothing breaks. */
  cand_library_load_position_async (self->library, ACCELERATE, NULL, cand_test_keep_result,
                                    &result);
  cand_test_wait_result (&result);
  g_assert_null (cand_library_load_position_finish (self->library, result, &closed));
  g_assert_error (closed, CAND_STORE_ERROR, CAND_STORE_ERROR_FAILED);
  g_assert_true (cand_library_close (self->library, NULL));
  g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
}

static void
test_not_a_folder (LibraryTest *self, gconstpointer data)
{
  g_autofree char *file = g_build_filename (self->directory, "file", NULL);
  g_autofree char *inside = g_build_filename (file, "candidacy", NULL);
  g_autoptr (CandLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  library = cand_library_new (inside, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (library_test_open (library, &error));
  g_assert_error (error, CAND_STORE_ERROR, CAND_STORE_ERROR_IO);
  library_test_settle ();
}

static void
test_read_only (void)
{
  g_autofree char *directory = cand_test_make_directory ();
  g_autofree char *inside = g_build_filename (directory, "candidacy", NULL);
  g_autoptr (CandLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  gboolean root = geteuid () == 0;

  /* Root writes anywhere, so this is tried as nobody. */
  if (root && (chown (directory, 65534, 65534) != 0 || seteuid (65534) != 0))
    {
      g_test_skip ("Root cannot become somebody else here");
      cand_test_remove_tree (directory);
      return;
    }
  g_assert_cmpint (g_chmod (directory, 0500), ==, 0);
  library = cand_library_new (inside, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (library_test_open (library, &error));
  g_assert_error (error, CAND_STORE_ERROR, CAND_STORE_ERROR_READ_ONLY);
  library_test_settle ();

  /* Made writable, it opens: nothing has to be started anew. */
  g_assert_cmpint (g_chmod (directory, 0700), ==, 0);
  g_clear_error (&error);
  g_assert_true (library_test_open (library, &error));
  g_assert_no_error (error);
  g_assert_true (cand_library_close (library, NULL));
  library_test_settle ();
  if (root)
    g_assert_cmpint (seteuid (0), ==, 0);
  cand_test_remove_tree (directory);
}

/* Several programs started at once, on nothing: each opens, and they agree. */
static void
test_at_once (LibraryTest *self, gconstpointer data)
{
  g_autofree char *directory = g_build_filename (self->directory, "fresh", NULL);
  LibraryTest tests[6];
  GAsyncResult *results[G_N_ELEMENTS (tests)] = { NULL };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      tests[i] = (LibraryTest) { directory, self->server, NULL };
      tests[i].library = library_test_new (&tests[i]);
      cand_library_open_async (tests[i].library, NULL, cand_test_keep_result, &results[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      gboolean opened;

      cand_test_wait_result (&results[i]);
      opened = cand_library_open_finish (tests[i].library, results[i], &error);
      g_assert_no_error (error);
      g_assert_true (opened);
      g_object_unref (results[i]);
    }
  library_test_assert_text (&tests[0], "SELECT count(*) FROM position", "7");
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_assert_true (cand_library_close (tests[i].library, &error));
      library_test_settle ();
      g_assert_finalize_object (tests[i].library);
    }
}

/* A journal that a killed program left half-written is rolled back to the last whole commit. */
static void
test_cut_journal (LibraryTest *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->directory, "candidacy.db", NULL);
  g_autofree char *copy = g_build_filename (self->directory, "copy", NULL);
  g_autofree char *wal = NULL;
  g_autofree char *database = NULL;
  gsize n_wal, n_database;
  g_autoptr (CandApplication) application = library_test_draft (self, ACCELERATE, FALSE, NULL);
  g_autofree char *wal_path = g_strconcat (path, "-wal", NULL);
  g_autofree char *copy_path = g_build_filename (copy, "candidacy.db", NULL);
  g_autofree char *copy_wal_path = g_strconcat (copy_path, "-wal", NULL);
  g_autoptr (GError) error = NULL;

  library_test_type (application, "firstname", "Ada");
  g_assert_true (library_test_save (self, application, &error));
  library_test_type (application, "firstname", "Ada Lovelace");
  g_assert_true (library_test_save (self, application, &error));
  g_assert_true (g_file_get_contents (wal_path, &wal, &n_wal, NULL));
  g_assert_true (g_file_get_contents (path, &database, &n_database, NULL));
  g_clear_object (&application);

  g_assert_cmpint (g_mkdir (copy, 0700), ==, 0);
  g_assert_true (g_file_set_contents (copy_path, database, n_database, NULL));
  g_assert_true (g_file_set_contents (copy_wal_path, wal, n_wal - 100, NULL));
  {
    LibraryTest other = { copy, self->server, NULL };

    library_test_reopen (&other);
    application = library_test_draft (&other, ACCELERATE, FALSE, NULL);
    library_test_assert_answer (application, "firstname", "Ada");
    g_clear_object (&application);
    library_test_assert_text (&other, "PRAGMA integrity_check", "ok");
    g_assert_true (cand_library_close (other.library, &error));
    library_test_settle ();
    g_assert_finalize_object (other.library);
  }
}

static void
test_find (LibraryTest *self, gconstpointer data)
{
  const struct
  {
    const char *typed;
    const char *key;
    GQuark domain;
    int code;
  } cases[] = {
    { ACCELERATE, ACCELERATE, 0, 0 },
    { "  " ACCELERATE "\n", ACCELERATE, 0, 0 },
    { "https://apply.workable.com/huggingface/j/9B5436D6FA/", ACCELERATE, 0, 0 },
    { "apply.workable.com/huggingface/j/9B5436D6FA/apply", ACCELERATE, 0, 0 },
    { "https://apply.workable.com/j/9B5436D6FA", ACCELERATE, 0, 0 },
    { "https://apply.workable.com/j/0000000000", NULL, CAND_LIBRARY_ERROR,
      CAND_LIBRARY_ERROR_NO_SUCH_POSITION },
    { "https://apply.workable.com/huggingface/", NULL, CAND_LIBRARY_ERROR,
      CAND_LIBRARY_ERROR_NO_SUCH_POSITION },
    { "workable:huggingface:0000000000", NULL, CAND_LIBRARY_ERROR,
      CAND_LIBRARY_ERROR_NO_SUCH_POSITION },
    { "https://example.org/jobs/1", NULL, CAND_BOARD_ERROR, CAND_BOARD_ERROR_NOT_A_BOARD },
    { "", NULL, CAND_BOARD_ERROR, CAND_BOARD_ERROR_NOT_A_BOARD },
    { "\xff\xfe", NULL, CAND_BOARD_ERROR, CAND_BOARD_ERROR_NOT_A_BOARD },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *key = NULL;

      cand_library_find_position_async (self->library, cases[i].typed, NULL, cand_test_keep_result,
                                        &result);
      cand_test_wait_result (&result);
      key = cand_library_find_position_finish (self->library, result, &error);
      g_assert_cmpstr (key, ==, cases[i].key);
      if (cases[i].key == NULL)
        g_assert_error (error, cases[i].domain, cases[i].code);
    }
}

/* Dropped with questions under way: they are answered, and everything is let go. */
static void
test_dispose_in_flight (LibraryTest *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (GAsyncResult) drafted = NULL;
  g_autoptr (GAsyncResult) refreshed = NULL;
  g_autoptr (GError) error = NULL;
  CandPositionList *list =
      cand_library_list_positions (self->library, &(CandQuery) { .search = "internship" });

  library_test_answer (self, "A B C", "");
  cand_library_load_position_async (self->library, ACCELERATE, NULL, cand_test_keep_result,
                                    &loaded);
  cand_library_draft_async (self->library, ACCELERATE, TRUE, NULL, cand_test_keep_result, &drafted);
  cand_library_refresh_async (self->library, NULL, TRUE, NULL, cand_test_keep_result, &refreshed);
  g_object_unref (list);
  g_assert_true (cand_library_close (self->library, NULL));
  cand_test_wait_result (&loaded);
  cand_test_wait_result (&drafted);
  cand_test_wait_result (&refreshed);
  g_assert_null (cand_library_refresh_finish (self->library, refreshed, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&loaded);
  g_clear_object (&drafted);
  g_clear_object (&refreshed);
  library_test_settle ();
  g_assert_finalize_object (g_steal_pointer (&self->library));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  LIBRARY_TEST_ADD ("/library/fresh", test_fresh);
  LIBRARY_TEST_ADD ("/library/announced", test_announced);
  LIBRARY_TEST_ADD ("/library/once", test_once);
  g_test_add_func ("/library/bad-hosts", test_bad_hosts);
  LIBRARY_TEST_ADD ("/library/too-new", test_too_new);
  LIBRARY_TEST_ADD ("/library/not-a-folder", test_not_a_folder);
  g_test_add_func ("/library/read-only", test_read_only);
  LIBRARY_TEST_ADD ("/library/at-once", test_at_once);
  LIBRARY_TEST_ADD ("/library/cut-journal", test_cut_journal);
  LIBRARY_TEST_ADD ("/library/find", test_find);
  LIBRARY_TEST_ADD ("/library/dispose-in-flight", test_dispose_in_flight);
  return g_test_run ();
}
