/* test-connection.c: opening, transactions, and what goes wrong on disk
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-test.h"

#include <glib/gstdio.h>
#include <unistd.h>

static void
test_pragmas (StoreTest *self, gconstpointer data)
{
  g_autofree char *mode = store_test_get_text (self, "PRAGMA journal_mode");

  g_assert_cmpstr (mode, ==, "wal");
  g_assert_cmpint (store_test_get_int64 (self, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (store_test_get_int64 (self, "PRAGMA trusted_schema"), ==, 0);
}

static gboolean
read_synchronous (CandConnection *connection, gpointer data, GError **error)
{
  return cand_connection_get_int64 (connection, "PRAGMA synchronous", data, error);
}

/* Drafts are committed with synchronous=FULL, which is 2, and the cache with NORMAL, which is 1. */
static void
test_durability (StoreTest *self, gconstpointer data)
{
  const struct
  {
    CandDurability durability;
    gint64 synchronous;
  } cases[] = { { CAND_DURABILITY_DRAFT, 2 },
                { CAND_DURABILITY_CACHE, 1 },
                { CAND_DURABILITY_CACHE, 1 },
                { CAND_DURABILITY_DRAFT, 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 synchronous = -1;

      cand_connection_transact (self->connection, cases[i].durability, read_synchronous,
                                &synchronous, &error);
      g_assert_no_error (error);
      g_assert_cmpint (synchronous, ==, cases[i].synchronous);
    }
}

static gboolean
insert_and_fail (CandConnection *connection, gpointer data, GError **error)
{
  g_assert_true (cand_connection_execute (
      connection, "INSERT INTO team (name) VALUES ('half a transaction')", error));
  g_set_error_literal (error, CAND_STORE_ERROR, CAND_STORE_ERROR_FAILED, "on purpose");
  return FALSE;
}

static void
test_rollback (StoreTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (cand_connection_transact (self->connection, CAND_DURABILITY_CACHE,
                                            insert_and_fail, NULL, &error));
  g_assert_error (error, CAND_STORE_ERROR, CAND_STORE_ERROR_FAILED);
  g_assert_cmpint (store_test_get_int64 (self, "SELECT count(*) FROM team WHERE name LIKE 'half%'"),
                   ==, 0);
}

static gboolean
insert_much (CandConnection *connection, gpointer data, GError **error)
{
  return cand_connection_execute (
      connection, "INSERT INTO team (name) VALUES (hex (randomblob (200000)))", error);
}

static void
test_full (StoreTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *limit = g_strdup_printf (
      "PRAGMA max_page_count = %d", (int) store_test_get_int64 (self, "PRAGMA page_count") + 4);

  cand_connection_execute (self->connection, limit, &error);
  g_assert_no_error (error);
  g_assert_false (cand_connection_transact (self->connection, CAND_DURABILITY_DRAFT, insert_much,
                                            NULL, &error));
  g_assert_error (error, CAND_STORE_ERROR, CAND_STORE_ERROR_FULL);
  g_clear_error (&error);

  cand_connection_execute (self->connection, "PRAGMA max_page_count = 1000000", &error);
  g_assert_true (cand_connection_transact (self->connection, CAND_DURABILITY_DRAFT, insert_much,
                                           NULL, &error));
  g_assert_no_error (error);
}

static void
test_busy (StoreTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CandConnection) other =
      cand_connection_open (self->path, CAND_CONNECTION_READ_WRITE, &error);

  g_assert_no_error (error);
  sqlite3_busy_timeout (cand_connection_get_handle (other), 10);
  cand_connection_execute (self->connection, "BEGIN IMMEDIATE", &error);
  g_assert_no_error (error);
  g_assert_false (cand_connection_execute (other, "INSERT INTO team (name) VALUES ('x')", &error));
  g_assert_error (error, CAND_STORE_ERROR, CAND_STORE_ERROR_BUSY);
  cand_connection_execute (self->connection, "ROLLBACK", NULL);
}

/* A reader sees what is committed while a write is under way, and does not wait for it. */
static void
test_reader (StoreTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CandConnection) reader =
      cand_connection_open (self->path, CAND_CONNECTION_READ_ONLY, &error);
  gint64 n, start;

  g_assert_no_error (error);
  cand_connection_execute (
      self->connection, "BEGIN IMMEDIATE; INSERT INTO team (name) VALUES ('unfinished')", &error);
  g_assert_no_error (error);
  start = g_get_monotonic_time ();
  cand_connection_get_int64 (reader, "SELECT count(*) FROM team", &n, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 50 * G_TIME_SPAN_MILLISECOND);
  g_assert_cmpint (n, ==, 0);
  cand_connection_execute (self->connection, "COMMIT", &error);
  cand_connection_get_int64 (reader, "SELECT count(*) FROM team", &n, &error);
  g_assert_cmpint (n, ==, 1);

  g_assert_false (cand_connection_execute (reader, "DELETE FROM team", &error));
  g_assert_error (error, CAND_STORE_ERROR, CAND_STORE_ERROR_READ_ONLY);
}

static void
test_not_a_database (void)
{
  g_autofree char *directory = cand_test_make_directory ();
  g_autofree char *path = g_build_filename (directory, "candidacy.db", NULL);
  g_autofree char *text = g_strnfill (8192, 'x');
  g_autofree char *after = NULL;
  g_autoptr (CandConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  connection = cand_connection_open (path, CAND_CONNECTION_READ_WRITE, &error);
  if (connection != NULL)
    cand_migrations_run (connection, path, &error);
  g_assert_error (error, CAND_STORE_ERROR, CAND_STORE_ERROR_CORRUPT);
  g_clear_pointer (&connection, cand_connection_close);
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, text);
  cand_test_remove_tree (directory);
}

static void
test_read_only (void)
{
  g_autofree char *directory = cand_test_make_directory ();
  g_autofree char *path = g_build_filename (directory, "candidacy.db", NULL);
  g_autoptr (CandConnection) connection = NULL;
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
  connection = cand_connection_open (path, CAND_CONNECTION_READ_WRITE, &error);
  g_assert_null (connection);
  g_assert_error (error, CAND_STORE_ERROR, CAND_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);

  g_assert_cmpint (g_chmod (directory, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_cmpint (g_chmod (path, 0400), ==, 0);
  connection = cand_connection_open (path, CAND_CONNECTION_READ_WRITE, &error);
  g_assert_null (connection);
  g_assert_error (error, CAND_STORE_ERROR, CAND_STORE_ERROR_READ_ONLY);
  if (root)
    g_assert_cmpint (seteuid (0), ==, 0);
  cand_test_remove_tree (directory);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST_ADD ("/connection/pragmas", test_pragmas);
  STORE_TEST_ADD ("/connection/durability", test_durability);
  STORE_TEST_ADD ("/connection/rollback", test_rollback);
  STORE_TEST_ADD ("/connection/full", test_full);
  STORE_TEST_ADD ("/connection/busy", test_busy);
  STORE_TEST_ADD ("/connection/reader", test_reader);
  g_test_add_func ("/connection/not-a-database", test_not_a_database);
  g_test_add_func ("/connection/read-only", test_read_only);
  return g_test_run ();
}
