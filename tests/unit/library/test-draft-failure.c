/* test-draft-failure.c: while the disk refuses, the text stays in memory, and saving goes on
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/library/cand-library-unsaved.h"
#include "library-test.h"

typedef struct
{
  const char *pragma;
} Limit;

static gpointer
limit_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  const Limit *limit = data;

  return cand_connection_execute (connection, limit->pragma, error) ? CAND_DONE : NULL;
}

/* A disk without room: no page more than there are. */
static void
fill_disk (LibraryTest *self)
{
  const Limit limit = { "PRAGMA max_page_count = 1" };

  g_assert_true (
      cand_worker_run_and_wait (self->library->worker, limit_job, (gpointer) &limit, NULL));
}

static void
make_room (LibraryTest *self)
{
  const Limit limit = { "PRAGMA max_page_count = 1000000" };

  g_assert_true (
      cand_worker_run_and_wait (self->library->worker, limit_job, (gpointer) &limit, NULL));
}

static char *
long_text (char letter)
{
  return g_strnfill (100000, letter);
}

static void
test_full (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandApplication) application = library_test_draft (self, ACCELERATE, FALSE, NULL);
  g_autofree char *text = long_text ('a');
  g_autoptr (GPtrArray) unsaved = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start;

  library_test_type (application, "lastname", "Lovelace");
  g_assert_true (library_test_save (self, application, &error));
  g_assert_false (cand_library_has_unsaved (self->library));
  fill_disk (self);
  library_test_type (application, "cover_letter", text);
  g_assert_false (library_test_save (self, application, &error));
  g_assert_error (error, CAND_STORE_ERROR, CAND_STORE_ERROR_FULL);
  g_assert_cmpint (cand_application_get_save_state (application), ==, CAND_SAVE_STATE_FAILED);
  g_assert_error (cand_application_get_save_error (application), CAND_STORE_ERROR,
                  CAND_STORE_ERROR_FULL);
  library_test_assert_answer (application, "cover_letter", text);
  g_assert_true (cand_library_has_unsaved (self->library));
  unsaved = cand_library_list_unsaved (self->library);
  g_assert_cmpuint (unsaved->len, ==, 1);
  g_assert_true (g_ptr_array_index (unsaved, 0) == application);
  /* What was saved before stays as it was. */
  library_test_assert_text (self, "SELECT group_concat (field) FROM answer", "lastname");

  /* Typing on keeps saying so, and is kept too. */
  library_test_type (application, "firstname", "Ada");
  g_assert_cmpint (cand_application_get_save_state (application), ==, CAND_SAVE_STATE_FAILED);

  /* Once there is room, it is saved by itself. */
  make_room (self);
  start = g_get_monotonic_time ();
  while (cand_application_get_save_state (application) != CAND_SAVE_STATE_SAVED)
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_TIME_SPAN_SECOND);
    }
  g_assert_null (cand_application_get_save_error (application));
  g_assert_false (cand_library_has_unsaved (self->library));
  library_test_assert_text (self,
                            "SELECT group_concat (field) FROM "
                            "(SELECT field FROM answer ORDER BY field)",
                            "cover_letter,firstname,lastname");
}

/* The retry is not waited for by who asks to save. */
static void
test_save_again (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandApplication) application = library_test_draft (self, ACCELERATE, FALSE, NULL);
  g_autofree char *text = long_text ('b');
  g_autoptr (GError) error = NULL;

  fill_disk (self);
  library_test_type (application, "cover_letter", text);
  g_assert_false (library_test_save (self, application, NULL));
  g_assert_false (library_test_save (self, application, NULL));
  make_room (self);
  g_assert_true (library_test_save (self, application, &error));
  g_assert_no_error (error);
  g_assert_cmpint (cand_application_get_save_state (application), ==, CAND_SAVE_STATE_SAVED);
  library_test_assert_text (self, "SELECT length (text) FROM answer", "100000");
}

static void
test_close (LibraryTest *self, gconstpointer data)
{
  CandApplication *application = library_test_draft (self, ACCELERATE, FALSE, NULL);
  g_autofree char *text = long_text ('c');
  g_autoptr (GError) error = NULL;

  fill_disk (self);
  library_test_type (application, "cover_letter", text);
  g_assert_false (cand_library_close (self->library, &error));
  g_assert_error (error, CAND_STORE_ERROR, CAND_STORE_ERROR_FULL);
  g_object_unref (application);
}

/* Another process holds the file: nothing is lost for having to wait. */
static void
test_busy (LibraryTest *self, gconstpointer data)
{
  const Limit impatient = { "PRAGMA busy_timeout = 50" };
  g_autoptr (CandApplication) application = library_test_draft (self, ACCELERATE, FALSE, NULL);
  g_autoptr (CandConnection) other = library_test_peek (self);
  g_autoptr (GError) error = NULL;

  g_assert_true (
      cand_worker_run_and_wait (self->library->worker, limit_job, (gpointer) &impatient, NULL));
  g_assert_true (cand_connection_execute (other, "BEGIN IMMEDIATE", NULL));
  library_test_type (application, "firstname", "Ada");
  g_assert_false (library_test_save (self, application, &error));
  g_assert_error (error, CAND_STORE_ERROR, CAND_STORE_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_true (cand_connection_execute (other, "COMMIT", NULL));
  g_assert_true (library_test_save (self, application, &error));
  g_assert_no_error (error);
  library_test_assert_text (self, "SELECT text FROM answer", "Ada");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  LIBRARY_TEST_ADD ("/draft-failure/full", test_full);
  LIBRARY_TEST_ADD ("/draft-failure/save-again", test_save_again);
  LIBRARY_TEST_ADD ("/draft-failure/close", test_close);
  LIBRARY_TEST_ADD ("/draft-failure/busy", test_busy);
  return g_test_run ();
}
