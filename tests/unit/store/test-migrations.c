/* test-migrations.c: from every version to the latest, and no further
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-test.h"

#include <gio/gio.h>
#include <string.h>

#include "core/store/cand-store-profile.h"
#include "core/store/candidacy-store-resources.h"

static const CandMigration steps[] = {
  { "CREATE TABLE a (x); INSERT INTO a VALUES (1);" },
  { "ALTER TABLE a ADD COLUMN y; UPDATE a SET y = x + 1;" },
  { "CREATE TABLE b AS SELECT y AS z FROM a;" },
};

typedef struct
{
  char *directory;
  char *path;
  char *backup;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->directory = cand_test_make_directory ();
  self->path = g_build_filename (self->directory, "test.db", NULL);
  self->backup = g_build_filename (self->directory, "backup.db", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  cand_test_remove_tree (self->directory);
  g_free (self->directory);
  g_free (self->path);
  g_free (self->backup);
}

static CandConnection *
open_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  CandConnection *connection = cand_connection_open (path, CAND_CONNECTION_READ_WRITE, &error);

  g_assert_no_error (error);
  return connection;
}

static void
apply (Fixture *self, const CandMigration *migrations, guint n)
{
  g_autoptr (CandConnection) connection = open_file (self->path);
  g_autoptr (GError) error = NULL;

  cand_migrations_apply (connection, migrations, n, self->backup, &error);
  g_assert_no_error (error);
}

static gint64
get_int64 (const char *path, const char *sql)
{
  g_autoptr (CandConnection) connection = open_file (path);
  g_autoptr (GError) error = NULL;
  gint64 value;

  cand_connection_get_int64 (connection, sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

/* From nothing and from every version there ever was, the file comes to the same; what existed is
 * copied first as it was. */
static void
test_walk (Fixture *self, gconstpointer data)
{
  guint from = GPOINTER_TO_UINT (data);

  if (from > 0)
    apply (self, steps, from);
  g_assert_false (g_file_test (self->backup, G_FILE_TEST_EXISTS));
  apply (self, steps, 3);
  g_assert_cmpint (get_int64 (self->path, "PRAGMA user_version"), ==, 3);
  g_assert_cmpint (get_int64 (self->path, "SELECT z FROM b"), ==, 2);
  if (from == 0 || from == 3)
    g_assert_false (g_file_test (self->backup, G_FILE_TEST_EXISTS));
  else
    {
      g_assert_cmpint (get_int64 (self->backup, "PRAGMA user_version"), ==, from);
      g_assert_cmpint (get_int64 (self->backup, "SELECT x FROM a"), ==, 1);
    }
}

/* A step that fails leaves the file at the last whole one. */
static void
test_failing_step (Fixture *self, gconstpointer data)
{
  const CandMigration failing[] = { steps[0],
                                    { "CREATE TABLE c (x); INSERT INTO nowhere VALUES (1);" } };
  g_autoptr (GError) error = NULL;

  apply (self, steps, 1);
  {
    g_autoptr (CandConnection) connection = open_file (self->path);

    g_assert_false (cand_migrations_apply (connection, failing, 2, self->backup, &error));
    g_assert_error (error, CAND_STORE_ERROR, CAND_STORE_ERROR_FAILED);
  }
  g_assert_cmpint (get_int64 (self->path, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (get_int64 (self->path, "SELECT count(*) FROM sqlite_schema WHERE name = 'c'"),
                   ==, 0);
  apply (self, steps, 3);
  g_assert_cmpint (get_int64 (self->path, "PRAGMA user_version"), ==, 3);
}

static void
test_too_new (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize before_length, after_length;

  apply (self, steps, 3);
  g_assert_true (g_file_get_contents (self->path, &before, &before_length, NULL));
  {
    g_autoptr (CandConnection) connection = open_file (self->path);

    g_assert_false (cand_migrations_apply (connection, steps, 2, self->backup, &error));
    g_assert_error (error, CAND_STORE_ERROR, CAND_STORE_ERROR_TOO_NEW);
  }
  g_assert_true (g_file_get_contents (self->path, &after, &after_length, NULL));
  g_assert_cmpmem (before, before_length, after, after_length);
  g_assert_false (g_file_test (self->backup, G_FILE_TEST_EXISTS));
}

static void
test_foreign (Fixture *self, gconstpointer data)
{
  g_autoptr (CandConnection) connection = open_file (self->path);
  g_autoptr (GError) error = NULL;

  g_assert_true (cand_connection_execute (connection, "CREATE TABLE recipes (x)", NULL));
  g_assert_false (cand_migrations_apply (connection, steps, 3, self->backup, &error));
  g_assert_error (error, CAND_STORE_ERROR, CAND_STORE_ERROR_CORRUPT);
}

/* The store's own steps; a second time nothing is written. */
static void
test_own (Fixture *self, gconstpointer data)
{
  g_autoptr (CandConnection) watcher = NULL;
  gint64 before, after;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CandConnection) connection = open_file (self->path);
      g_autoptr (GError) error = NULL;

      if (watcher != NULL)
        g_assert_true (cand_connection_get_int64 (watcher, "PRAGMA data_version", &before, NULL));
      cand_migrations_run (connection, self->path, &error);
      g_assert_no_error (error);
      if (watcher == NULL)
        watcher = open_file (self->path);
    }
  g_assert_true (cand_connection_get_int64 (watcher, "PRAGMA data_version", &after, NULL));
  g_assert_cmpint (before, ==, after);
  g_clear_pointer (&watcher, cand_connection_close);
  g_assert_cmpint (get_int64 (self->path, "PRAGMA user_version"), ==,
                   cand_migrations_get_latest ());
}

/* The steps up to @version, as a program that knew no further ones left the file. */
static void
apply_own (Fixture *self, guint version)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  CandMigration own[4];

  g_assert_cmpuint (version, <=, G_N_ELEMENTS (own));
  for (guint i = 0; i < version; i++)
    {
      g_autofree char *name =
          g_strdup_printf ("/io/github/candidacy/Candidacy/store/sql/version-%03u.sql", i + 1);
      GBytes *text = g_resource_lookup_data (cand_store_get_resource (), name,
                                             G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      g_ptr_array_add (texts, text);
      own[i].sql = g_bytes_get_data (text, NULL);
    }
  apply (self, own, version);
}

static void
make_version_1 (Fixture *self)
{
  g_autoptr (CandConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  apply_own (self, 1);
  connection = open_file (self->path);
  cand_connection_execute (
      connection,
      "INSERT INTO board (id, key, name, url, followed, state, etag, digest) "
      "VALUES (1, 'workable:acme', 'Acme', 'https://a.example/', 1, 1, '\"e\"', 'd');"
      "INSERT INTO programme (id, name, date, followed, json) "
      "VALUES (1, 'interns', '2022-11-29', 1, '{\"url\": \"https://a.example/interns\"}'),"
      "(2, 'others', '', 0, '{}');"
      "INSERT INTO team (id, programme, place, name) VALUES (1, 0, 0, 'Science');"
      "INSERT INTO position (id, board, code, team, programme, place, state, title, title_key, "
      "first_seen, digest, is_new, starred) "
      "VALUES (1, 1, 'A1', 1, 1, 0, 0, 'Welder', 'welder', 7, 'x', 1, 1),"
      "(2, 1, 'A2', 1, NULL, 0, 2, 'Cook', 'cook', 8, '', 0, 0);"
      "INSERT INTO position_text (position, html, plain) VALUES (1, '<p>Weld</p>', 'Weld');"
      "INSERT INTO position_search (rowid, title, text) VALUES (1, 'Welder', 'Weld');"
      "INSERT INTO revision (position, digest, seen, content) VALUES (1, 'w', 6, '{}'), "
      "(1, 'x', 7, NULL);"
      "INSERT INTO application (id, position, created, updated) VALUES (1, 2, 9, 9);"
      "INSERT INTO answer (application, field, text, written, kept) "
      "VALUES (1, 'email', 'me@a.example', 9, 9);",
      &error);
  g_assert_no_error (error);
}

typedef struct
{
  const char *sql;
  gint64 expected;
} Check;

/* Brings the file to the latest version: @checks hold then, and the copy is of version @from. */
static CandConnection *
migrate (Fixture *self, guint from, const Check *checks, gsize n)
{
  g_autofree char *backup = g_strconcat (self->path, ".before-migration", NULL);
  CandConnection *connection = open_file (self->path);
  g_autoptr (GError) error = NULL;

  cand_migrations_run (connection, self->path, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < n; i++)
    {
      g_test_message ("%s", checks[i].sql);
      g_assert_cmpint (get_int64 (self->path, checks[i].sql), ==, checks[i].expected);
    }
  g_assert_cmpint (get_int64 (backup, "PRAGMA user_version"), ==, from);
  return connection;
}

static void
execute (Fixture *self, const char *sql)
{
  g_autoptr (CandConnection) connection = open_file (self->path);
  g_autoptr (GError) error = NULL;

  cand_connection_execute (connection, sql, &error);
  g_assert_no_error (error);
}

/* A file of version 1 with something of everything in it. */
static void
test_version_1 (Fixture *self, gconstpointer data)
{
  static const Check checks[] = {
    { "SELECT count(*) FROM board WHERE key = 'workable:acme' AND followed = 1 AND unfollowed = 0 "
      "AND etag = '\"e\"' AND n_positions = 2 AND n_open = 1 AND n_new = 1",
      1 },
    { "SELECT count(*) FROM programme WHERE shipped = 1", 2 },
    { "SELECT count(*) FROM programme WHERE name = 'interns' AND url = 'https://a.example/interns' "
      "AND followed = 1 AND checked = 0 AND changes IS NULL",
      1 },
    { "SELECT count(*) FROM programme WHERE name = 'others' AND url = '' AND followed = 0", 1 },
    { "SELECT count(*) FROM position WHERE code = 'A1' AND starred = 1 AND digest = 'x' "
      "AND updated IS NULL AND closing IS NULL AND pay_text = '' AND pay_minimum IS NULL "
      "AND detailed = 0 AND page_facts = 0 AND withdrawn = 0",
      1 },
    { "SELECT count(*) FROM position_text WHERE html = '<p>Weld</p>'", 1 },
    { "SELECT count(*) FROM position_search WHERE position_search MATCH 'weld'", 1 },
    { "SELECT count(*) FROM revision", 2 },
    { "SELECT count(*) FROM answer a JOIN application p ON p.id = a.application "
      "WHERE p.position = 2 AND a.text = 'me@a.example'",
      1 },
    { "SELECT count(*) FROM blog", 0 },
    { "SELECT count(*) FROM post", 0 },
    { "SELECT count(*) FROM profile", 0 },
    { "SELECT count(*) FROM profile_file", 0 },
    { "PRAGMA user_version", 5 },
  };
  g_autofree char *backup = g_strconcat (self->path, ".before-migration", NULL);
  g_autoptr (CandConnection) connection = NULL;
  g_autoptr (CandPosition) position = NULL;
  g_autoptr (GError) error = NULL;

  make_version_1 (self);
  connection = migrate (self, 1, checks, G_N_ELEMENTS (checks));
  g_assert_cmpint (get_int64 (backup, "SELECT count(*) FROM position"), ==, 2);

  position = cand_store_positions_load (connection, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (cand_position_get_description (position), ==, "<p>Weld</p>");
  g_assert_null (cand_position_get_pay (position));
  g_assert_null (cand_position_get_closing (position));
}

/* What version 2 knew besides, in a file that began as version 1. */
static void
test_version_2 (Fixture *self, gconstpointer data)
{
  static const Check checks[] = {
    { "SELECT count(*) FROM board WHERE key = 'workable:acme' AND unfollowed = 5", 1 },
    { "SELECT count(*) FROM programme WHERE name = 'interns' AND shipped = 1 AND changed = 4 "
      "AND changes = '{}'",
      1 },
    { "SELECT count(*) FROM position WHERE code = 'A1' AND pay_minimum = 10 "
      "AND pay_currency = 'EUR' AND closing = '2026-12-01' AND withdrawn = 1",
      1 },
    { "SELECT count(*) FROM post p JOIN blog b ON b.id = p.blog WHERE b.title = 'News' "
      "AND p.state = 3 AND p.n_positions = 7",
      1 },
    { "SELECT count(*) FROM answer WHERE text = 'me@a.example' AND file_sha256 = 'ab'", 1 },
    { "SELECT count(*) FROM profile", 0 },
    { "PRAGMA user_version", 5 },
  };
  g_autofree char *backup = g_strconcat (self->path, ".before-migration", NULL);
  g_autoptr (CandConnection) connection = NULL;
  g_autoptr (CandProfile) profile = NULL;
  g_autoptr (GError) error = NULL;

  make_version_1 (self);
  apply_own (self, 2);
  execute (
      self,
      "UPDATE board SET unfollowed = 5;"
      "UPDATE programme SET changes = '{}', changed = 4 WHERE name = 'interns';"
      "UPDATE position SET pay_minimum = 10, pay_currency = 'EUR', closing = '2026-12-01', "
      "withdrawn = 1 WHERE code = 'A1';"
      "INSERT INTO blog (id, url, title, followed) VALUES (1, 'https://a.example/f', 'News', 1);"
      "INSERT INTO post (blog, guid, url, title, seen, state, n_positions) "
      "VALUES (1, 'g', 'https://a.example/p', 'Post', 3, 3, 7);"
      "UPDATE answer SET file_sha256 = 'ab', file_name = 'cv.pdf';");
  connection = migrate (self, 2, checks, G_N_ELEMENTS (checks));
  g_assert_cmpint (get_int64 (backup, "SELECT count(*) FROM post"), ==, 1);
  profile = cand_store_profile_load (connection, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (cand_profile_part_is_empty (profile, CAND_PROFILE_EMAIL));
}

/* What version 3 knew besides; version 4 sets answers aside, and knows where files came from. */
static void
test_version_3 (Fixture *self, gconstpointer data)
{
  static const Check checks[] = {
    { "SELECT count(*) FROM profile WHERE json = '{\"email\": \"me@a.example\"}' AND written = 4",
      1 },
    { "SELECT count(*) FROM profile_file WHERE sha256 = 'cd'", 1 },
    { "SELECT count(*) FROM answer WHERE text = 'me@a.example' AND file_sha256 = 'ab' "
      "AND file_name = 'cv.pdf' AND file_uri IS NULL AND file_modified = 0",
      1 },
    { "SELECT count(*) FROM earlier WHERE text = 'you@a.example'", 1 },
    { "SELECT count(*) FROM application_form WHERE json = '{}'", 1 },
    { "SELECT count(*) FROM aside", 0 },
    { "SELECT count(*) FROM aside_earlier", 0 },
    { "PRAGMA user_version", 5 },
  };
  g_autofree char *backup = g_strconcat (self->path, ".before-migration", NULL);
  g_autoptr (CandConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  make_version_1 (self);
  apply_own (self, 3);
  execute (self, "INSERT INTO profile (id, json, written) "
                 "VALUES (1, '{\"email\": \"me@a.example\"}', 4);"
                 "INSERT INTO profile_file (sha256) VALUES ('cd');"
                 "UPDATE answer SET file_sha256 = 'ab', file_name = 'cv.pdf';"
                 "INSERT INTO earlier (answer, text, written) "
                 "SELECT id, 'you@a.example', 8 FROM answer;"
                 "INSERT INTO application_form (application, json) VALUES (1, '{}')");
  connection = migrate (self, 3, checks, G_N_ELEMENTS (checks));
  g_assert_cmpint (get_int64 (backup, "SELECT count(*) FROM profile_file"), ==, 1);

  /* What is set aside goes with its application. */
  cand_connection_execute (connection,
                           "INSERT INTO aside (application, field, label, type, reason, text, "
                           "words, since) VALUES (1, 'a', 'A', 0, 1, 'x', 'x', 5);"
                           "DELETE FROM application",
                           &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_int64 (self->path, "SELECT count(*) FROM aside"), ==, 0);
}

/* What version 4 knew besides; version 5 knows how private what was set aside is. */
static void
test_version_4 (Fixture *self, gconstpointer data)
{
  static const Check checks[] = {
    { "SELECT count(*) FROM aside WHERE field = 'cv' AND file_sha256 = 'ab' AND placed = 7 "
      "AND sensitive = 0 AND file_uri IS NULL AND file_modified = 0",
      1 },
    { "SELECT count(*) FROM aside_earlier WHERE aside = 1 AND text = 'before' AND written = 3", 1 },
    { "SELECT count(*) FROM answer WHERE file_uri = 'file:///cv.pdf' AND file_modified = 6", 1 },
    { "SELECT count(*) FROM earlier WHERE text = 'you@a.example' AND pinned = 1", 1 },
    { "PRAGMA user_version", 5 },
  };
  g_autoptr (CandConnection) connection = NULL;

  make_version_1 (self);
  apply_own (self, 4);
  execute (self, "INSERT INTO aside (id, application, field, label, type, reason, text, words, "
                 "since, placed, file_sha256) VALUES (1, 1, 'cv', 'CV', 0, 1, '', '', 5, 7, 'ab');"
                 "INSERT INTO aside_earlier (aside, text, written) VALUES (1, 'before', 3);"
                 "INSERT INTO earlier (answer, text, written, pinned) "
                 "SELECT id, 'you@a.example', 8, 1 FROM answer;"
                 "UPDATE answer SET file_uri = 'file:///cv.pdf', file_modified = 6");
  connection = migrate (self, 4, checks, G_N_ELEMENTS (checks));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/migrations/from-nothing", Fixture, GUINT_TO_POINTER (0), set_up, test_walk,
              tear_down);
  g_test_add ("/migrations/from-1", Fixture, GUINT_TO_POINTER (1), set_up, test_walk, tear_down);
  g_test_add ("/migrations/from-2", Fixture, GUINT_TO_POINTER (2), set_up, test_walk, tear_down);
  g_test_add ("/migrations/from-latest", Fixture, GUINT_TO_POINTER (3), set_up, test_walk,
              tear_down);
  g_test_add ("/migrations/failing-step", Fixture, NULL, set_up, test_failing_step, tear_down);
  g_test_add ("/migrations/too-new", Fixture, NULL, set_up, test_too_new, tear_down);
  g_test_add ("/migrations/foreign", Fixture, NULL, set_up, test_foreign, tear_down);
  g_test_add ("/migrations/version-1", Fixture, NULL, set_up, test_version_1, tear_down);
  g_test_add ("/migrations/version-2", Fixture, NULL, set_up, test_version_2, tear_down);
  g_test_add ("/migrations/version-3", Fixture, NULL, set_up, test_version_3, tear_down);
  g_test_add ("/migrations/version-4", Fixture, NULL, set_up, test_version_4, tear_down);
  g_test_add ("/migrations/own", Fixture, NULL, set_up, test_own, tear_down);
  return g_test_run ();
}
