/* test-statement.c: binding in order, stepping, reading, and being given back
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-test.h"

#include <math.h>

static void
test_values (StoreTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CandStatement) statement =
      cand_statement_new (self->connection, "SELECT ?, ?, ?, ?, ?, ?", &error);

  g_assert_no_error (error);
  cand_statement_add_int64 (statement, G_MAXINT64);
  cand_statement_add_text (statement, "Zoë's “text”");
  cand_statement_add_null (statement);
  cand_statement_add_text (statement, NULL);
  cand_statement_add_double (statement, 12.25);
  cand_statement_add_double (statement, NAN);
  g_assert_true (cand_statement_step (statement, &error));
  g_assert_cmpint (cand_statement_get_int64 (statement, 0), ==, G_MAXINT64);
  g_assert_cmpstr (cand_statement_get_text (statement, 1), ==, "Zoë's “text”");
  g_assert_cmpstr (cand_statement_get_text (statement, 2), ==, "");
  g_assert_null (cand_statement_get_nullable (statement, 2));
  g_assert_null (cand_statement_get_nullable (statement, 3));
  g_assert_cmpfloat (cand_statement_get_double (statement, 4), ==, 12.25);
  g_assert_null (cand_statement_get_nullable (statement, 5));
  g_assert_true (isnan (cand_statement_get_double (statement, 5)));
  g_assert_false (cand_statement_step (statement, &error));
  g_assert_no_error (error);
}

/* Given back, it is the same one again, with nothing bound; while it is out, another one is. */
static void
test_cache (StoreTest *self, gconstpointer data)
{
  const char *sql = "SELECT ?";
  g_autoptr (GError) error = NULL;
  CandStatement *first = cand_statement_new (self->connection, sql, &error);
  CandStatement *second = cand_statement_new (self->connection, sql, &error);
  CandStatement *third;

  g_assert_no_error (error);
  g_assert_true (first != second);
  cand_statement_add_int64 (first, 1);
  cand_statement_add_int64 (second, 2);
  g_assert_true (cand_statement_step (first, &error));
  g_assert_true (cand_statement_step (second, &error));
  g_assert_cmpint (cand_statement_get_int64 (first, 0), ==, 1);
  g_assert_cmpint (cand_statement_get_int64 (second, 0), ==, 2);
  cand_statement_release (second);
  cand_statement_release (first);

  third = cand_statement_new (self->connection, sql, &error);
  g_assert_true (third == first);
  g_assert_true (cand_statement_step (third, &error));
  g_assert_null (cand_statement_get_nullable (third, 0));
  cand_statement_release (third);
}

static void
test_fetch_id (StoreTest *self, gconstpointer data)
{
  const char *sql = "INSERT INTO team (id, name) VALUES (?, ?) RETURNING id";
  g_autoptr (GError) error = NULL;
  g_autoptr (CandStatement) statement = cand_statement_new (self->connection, sql, &error);

  for (guint i = 0; i < 2; i++)
    {
      cand_statement_add_int64 (statement, 70 + i);
      cand_statement_add_text (statement, i == 0 ? "a" : "b");
      g_assert_cmpint (cand_statement_fetch_id (statement, &error), ==, 70 + i);
      g_assert_no_error (error);
    }
  cand_statement_add_int64 (statement, 70);
  cand_statement_add_text (statement, "c");
  g_assert_cmpint (cand_statement_fetch_id (statement, &error), ==, 0);
  g_assert_error (error, CAND_STORE_ERROR, CAND_STORE_ERROR_FAILED);
}

static void
test_run_for_id (StoreTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 n;

  for (gint64 id = 70; id < 73; id++)
    {
      g_assert_true (cand_statement_run_for_id (
          self->connection, "INSERT INTO team (id, name) VALUES (?1, 'Team ' || ?1)", id, &error));
      g_assert_no_error (error);
    }
  g_assert_true (
      cand_statement_run_for_id (self->connection, "DELETE FROM team WHERE id = ?", 71, &error));
  g_assert_no_error (error);
  g_assert_true (cand_connection_get_int64 (
      self->connection, "SELECT sum (id) FROM team WHERE id BETWEEN 70 AND 72", &n, NULL));
  g_assert_cmpint (n, ==, 142);

  g_assert_false (cand_statement_run_for_id (
      self->connection, "INSERT INTO team (id, name) VALUES (?, 'again')", 70, &error));
  g_assert_error (error, CAND_STORE_ERROR, CAND_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (
      cand_statement_run_for_id (self->connection, "DELETE FROM nowhere WHERE id = ?", 1, &error));
  g_assert_error (error, CAND_STORE_ERROR, CAND_STORE_ERROR_FAILED);
}

static void
test_errors (StoreTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CandStatement) statement = NULL;

  g_assert_null (cand_statement_new (self->connection, "SELECT nothing FROM nowhere", &error));
  g_assert_error (error, CAND_STORE_ERROR, CAND_STORE_ERROR_FAILED);
  g_clear_error (&error);

  /* One value too many is told when it runs. */
  statement = cand_statement_new (self->connection, "INSERT INTO team (name) VALUES (?)", &error);
  cand_statement_add_text (statement, "a");
  cand_statement_add_text (statement, "b");
  g_assert_false (cand_statement_run (statement, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  cand_statement_add_text (statement, "a");
  g_assert_true (cand_statement_run (statement, &error));
  cand_statement_add_text (statement, "a");
  g_assert_false (cand_statement_run (statement, &error));
  g_assert_error (error, CAND_STORE_ERROR, CAND_STORE_ERROR_FAILED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST_ADD ("/statement/values", test_values);
  STORE_TEST_ADD ("/statement/cache", test_cache);
  STORE_TEST_ADD ("/statement/fetch-id", test_fetch_id);
  STORE_TEST_ADD ("/statement/run-for-id", test_run_for_id);
  STORE_TEST_ADD ("/statement/errors", test_errors);
  return g_test_run ();
}
