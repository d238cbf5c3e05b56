/* test-history.c: earlier values, and applications deleted, brought back, and really gone
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library-test.h"

static GPtrArray *
load_earlier (LibraryTest *self, CandApplication *application, const char *field)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *values;

  cand_library_load_earlier_async (self->library, application, field, NULL, cand_test_keep_result,
                                   &result);
  cand_test_wait_result (&result);
  values = cand_library_load_earlier_finish (self->library, result, &error);
  g_assert_no_error (error);
  return values;
}

static void
test_earlier (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandApplication) application = library_test_draft (self, ACCELERATE, FALSE, NULL);
  const char *essay = "A long answer that took an hour to write";
  g_autoptr (GPtrArray) values = load_earlier (self, application, "cover_letter");
  const CandEarlierValue *value;

  g_assert_cmpuint (values->len, ==, 0);
  g_clear_pointer (&values, g_ptr_array_unref);
  library_test_type (application, "cover_letter", essay);
  g_assert_true (library_test_save (self, application, NULL));
  /* Taken away, not on disk yet: asking brings it there first. */
  library_test_type (application, "cover_letter", "");
  values = load_earlier (self, application, "cover_letter");
  g_assert_cmpuint (values->len, ==, 1);
  value = g_ptr_array_index (values, 0);
  g_assert_cmpstr (value->text, ==, essay);
  g_assert_cmpint (value->written, >, 0);
}

static gboolean delete (LibraryTest *self, CandApplication *application)
{
  g_autoptr (GAsyncResult) result = NULL;

  cand_library_delete_application_async (self->library, application, NULL, cand_test_keep_result,
                                         &result);
  cand_test_wait_result (&result);
  return cand_library_delete_application_finish (self->library, result, NULL);
}

static gboolean
restore (LibraryTest *self, CandApplication *application)
{
  g_autoptr (GAsyncResult) result = NULL;

  cand_library_restore_application_async (self->library, application, NULL, cand_test_keep_result,
                                          &result);
  cand_test_wait_result (&result);
  return cand_library_restore_application_finish (self->library, result, NULL);
}

static void
removed_cb (CandLibrary *library, CandApplication *application, CandApplication **removed)
{
  *removed = application;
}

static guint
count_applications (LibraryTest *self)
{
  guint n;

  library_test_drain (self);
  g_object_get (self->library, "n-applications", &n, NULL);
  g_assert_cmpuint (n, ==,
                    g_list_model_get_n_items (cand_library_get_applications (self->library)));
  return n;
}

static void
test_delete_and_restore (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandPositionList) list = cand_library_list_positions (self->library, NULL);
  g_autoptr (CandPosition) row = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_autoptr (CandApplication) application = library_test_draft (self, ACCELERATE, FALSE, NULL);
  g_autoptr (CandApplication) again = NULL;
  CandApplication *removed = NULL;

  g_assert_cmpuint (count_applications (self), ==, 1);
  g_assert_true (cand_position_get_drafted (row));
  g_signal_connect (self->library, "application-removed", G_CALLBACK (removed_cb), &removed);

  /* Also what was not on disk yet comes back. */
  library_test_type (application, "firstname", "Ada");
  g_assert_true (delete (self, application));
  g_assert_true (removed == application);
  g_assert_cmpuint (count_applications (self), ==, 0);
  g_assert_false (cand_position_get_drafted (row));
  g_assert_true (restore (self, application));
  g_assert_cmpuint (count_applications (self), ==, 1);
  g_assert_true (cand_position_get_drafted (row));
  library_test_assert_answer (application, "firstname", "Ada");

  /* Kept on as before. */
  library_test_type (application, "firstname", "Ada Lovelace");
  g_assert_true (library_test_save (self, application, NULL));
  g_clear_object (&application);
  library_test_reopen (self);
  again = library_test_draft (self, ACCELERATE, FALSE, NULL);
  library_test_assert_answer (again, "firstname", "Ada Lovelace");
}

static void
test_purge (LibraryTest *self, gconstpointer data)
{
  CandApplication *application = library_test_draft (self, ACCELERATE, FALSE, NULL);
  LibraryTest other = { self->directory, self->server, NULL };

  library_test_type (application, "firstname", "Ada");
  g_assert_true (delete (self, application));
  g_object_unref (application);

  /* Another process that starts meanwhile leaves the undo alone. */
  library_test_reopen (&other);
  g_assert_true (cand_library_close (other.library, NULL));
  library_test_settle ();
  g_assert_finalize_object (other.library);
  library_test_assert_text (self, "SELECT count(*) FROM application", "1");

  library_test_reopen (self);
  library_test_assert_text (self, "SELECT count(*) FROM application", "0");
  library_test_assert_text (self, "SELECT count(*) FROM answer", "0");
}

/* Begun anew after deleting: a new draft; the old one brought back stands beside it. */
static void
test_begin_anew (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandApplication) old = library_test_draft (self, ACCELERATE, FALSE, NULL);
  g_autoptr (CandApplication) young = NULL;

  library_test_type (old, "firstname", "Ada");
  g_assert_true (delete (self, old));
  young = library_test_draft (self, ACCELERATE, FALSE, NULL);
  g_assert_true (young != old);
  library_test_assert_answer (young, "firstname", "");
  library_test_type (young, "firstname", "Grace");
  g_assert_true (library_test_save (self, young, NULL));
  g_assert_true (restore (self, old));
  g_assert_cmpuint (count_applications (self), ==, 2);
  library_test_assert_text (
      self, "SELECT group_concat (text) FROM (SELECT text FROM answer ORDER BY text)", "Ada,Grace");
}

/* The one edited last stands first. */
static void
test_order (LibraryTest *self, gconstpointer data)
{
  GListModel *applications = cand_library_get_applications (self->library);
  g_autoptr (CandApplication) first = library_test_draft (self, ACCELERATE, FALSE, NULL);
  g_autoptr (CandApplication) second =
      library_test_draft (self, "workable:huggingface:93CDE47063", FALSE, NULL);
  g_autoptr (CandApplication) top = NULL;

  library_test_execute (self, "UPDATE application SET updated = updated - 100");
  cand_application_set_updated (first, cand_application_get_updated (first) - 100);
  cand_application_set_updated (second, cand_application_get_updated (second) - 99);
  library_test_type (first, "firstname", "Ada");
  g_assert_true (library_test_save (self, first, NULL));
  top = g_list_model_get_item (applications, 0);
  g_assert_true (top == first);
  g_assert_cmpuint (g_list_model_get_n_items (applications), ==, 2);
  g_clear_object (&top);

  library_test_type (second, "firstname", "Ada");
  g_assert_true (library_test_save (self, second, NULL));
  top = g_list_model_get_item (applications, 0);
  g_assert_true (top == second);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  LIBRARY_TEST_ADD ("/history/earlier", test_earlier);
  LIBRARY_TEST_ADD ("/history/delete-and-restore", test_delete_and_restore);
  LIBRARY_TEST_ADD ("/history/purge", test_purge);
  LIBRARY_TEST_ADD ("/history/begin-anew", test_begin_anew);
  LIBRARY_TEST_ADD ("/history/order", test_order);
  return g_test_run ();
}
