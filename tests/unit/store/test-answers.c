/* test-answers.c: answers, and which of their earlier values are kept
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/store/cand-store-answers.h"
#include "core/store/cand-store-applications.h"
#include "store-test.h"

#define HOUR 3600
#define DAY (24 * HOUR)

static gint64
begin (StoreTest *self)
{
  gint64 position = store_test_insert (self, store_test_list ("A1", "One", "", NULL));
  g_autoptr (CandForm) form = cand_form_new (CAND_FORM_SOURCE_STANDARD);
  g_autoptr (GError) error = NULL;
  gint64 id = cand_store_applications_insert (self->connection, position, form, NULL, 1000, &error);

  g_assert_no_error (error);
  return id;
}

static void
put (StoreTest *self, gint64 application, const char *text, const char *known, gint64 now)
{
  const CandStoredAnswer answer = { .field = (char *) "essay",
                                    .text = (char *) text,
                                    .known = (char *) known };
  g_autoptr (GError) error = NULL;

  cand_store_answers_write (self->connection, application, &answer, now, &error);
  g_assert_no_error (error);
}

/* "text@time text@time", newest first. */
static char *
earlier (StoreTest *self, gint64 application)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) values =
      cand_store_answers_load_earlier (self->connection, application, "essay", &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < values->len; i++)
    g_string_append_printf (text, "%s%s@%" G_GINT64_FORMAT, i > 0 ? " " : "",
                            g_array_index (values, CandStoredEarlier, i).text,
                            g_array_index (values, CandStoredEarlier, i).written);
  return g_string_free (text, FALSE);
}

static void
check (StoreTest *self, gint64 application, const char *expected)
{
  g_autofree char *text = earlier (self, application);

  g_assert_cmpstr (text, ==, expected);
}

/* While somebody types without a pause, a value is kept every five minutes. */
static void
test_age (StoreTest *self, gconstpointer data)
{
  gint64 id = begin (self);

  put (self, id, "a", NULL, 10000);
  put (self, id, "ab", NULL, 10100);
  put (self, id, "abc", NULL, 10299);
  check (self, id, "");
  put (self, id, "abcd", NULL, 10300);
  check (self, id, "abc@10299");
  put (self, id, "abcde", NULL, 10599);
  check (self, id, "abc@10299");
  put (self, id, "abcdef", NULL, 10601);
  check (self, id, "abcde@10599 abc@10299");
  /* The same again is no change. */
  put (self, id, "abcdef", NULL, 20000);
  check (self, id, "abcde@10599 abc@10299");
  /* Nor does an empty value become an earlier one. */
  put (self, id, "", NULL, 20001);
  put (self, id, "x", NULL, 30000);
  check (self, id, "abcdef@20000 abcde@10599 abc@10299");
}

/* A clock that went back keeps no less. */
static void
test_clock (StoreTest *self, gconstpointer data)
{
  gint64 id = begin (self);

  put (self, id, "a", NULL, 10000);
  put (self, id, "b", NULL, 5000);
  check (self, id, "a@10000");
}

static void
test_removed (StoreTest *self, gconstpointer data)
{
  gint64 id = begin (self);
  const char *essay = "A_long_answer_that_took_an_hour_to_write";

  put (self, id, essay, NULL, 10000);
  put (self, id, "A_long_answer_that_took_an", NULL, 10001);
  check (self, id, "");
  put (self, id, "A", NULL, 10002);
  check (self, id, "A_long_answer_that_took_an@10001");
  put (self, id, essay, NULL, 10003);
  put (self, id, "", NULL, 10004);
  check (self, id,
         "A_long_answer_that_took_an_hour_to_write@10003 A_long_answer_that_took_an@10001");
}

/* Two processes: whoever writes last wins, and what it did not know of is kept. */
static void
test_two_writers (StoreTest *self, gconstpointer data)
{
  gint64 id = begin (self);

  put (self, id, "mine", "", 10000);
  put (self, id, "theirs", "mine", 10001);
  check (self, id, "");
  put (self, id, "mine too", "mine", 10002);
  check (self, id, "theirs@10001");
}

/* Old values grow fewer: one an hour, a day, a week, and of each the longest. */
static void
test_thinning (StoreTest *self, gconstpointer data)
{
  gint64 id = begin (self);
  gint64 now = 400 * DAY;
  g_autoptr (GError) error = NULL;
  g_autofree char *texts = NULL;

  put (self, id, "start", NULL, now - 100 * DAY);
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "INSERT INTO earlier (answer, text, written) VALUES (1, '%s%u', %" G_GINT64_FORMAT ")",
          i == 5 ? "longest" : "d", i, now - 10 * DAY + i * 60);

      g_assert_true (cand_connection_execute (self->connection, sql, &error));
    }
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "INSERT INTO earlier (answer, text, written) VALUES (1, 'r%u', %" G_GINT64_FORMAT ")", i,
          now - 600 + i);

      g_assert_true (cand_connection_execute (self->connection, sql, &error));
    }
  put (self, id, "now", NULL, now);
  texts = store_test_get_text (
      self, "SELECT group_concat (text, ' ') FROM (SELECT text FROM earlier ORDER BY written)");
  g_assert_cmpstr (texts, ==, "start longest5 r0 r1 r2 r3 r4 r5 r6 r7 r8 r9 r10 r11");
}

static void
test_files (StoreTest *self, gconstpointer data)
{
  gint64 id = begin (self);
  CandStoredAnswer answer = { (char *) "resume", (char *) "", NULL, (char *) "cv.pdf",
                              (char *) "abcd",   5,           1000 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) answers = NULL;
  g_autoptr (GHashTable) files = NULL;
  const CandStoredAnswer *loaded;

  g_assert_true (cand_store_answers_write (self->connection, id, &answer, 1000, &error));
  answers = cand_store_answers_load (self->connection, id, &error);
  g_assert_cmpuint (answers->len, ==, 1);
  loaded = g_ptr_array_index (answers, 0);
  g_assert_cmpstr (loaded->field, ==, "resume");
  g_assert_cmpstr (loaded->file_name, ==, "cv.pdf");
  g_assert_cmpstr (loaded->file_sha256, ==, "abcd");
  g_assert_cmpint (loaded->file_size, ==, 5);
  g_assert_cmpint (loaded->file_added, ==, 1000);
  files = cand_store_answers_list_files (self->connection, &error);
  g_assert_true (g_hash_table_contains (files, "abcd"));
  g_clear_pointer (&files, g_hash_table_unref);

  answer.file_name = answer.file_sha256 = NULL;
  g_assert_true (cand_store_answers_write (self->connection, id, &answer, 1001, &error));
  files = cand_store_answers_list_files (self->connection, &error);
  g_assert_cmpuint (g_hash_table_size (files), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST_ADD ("/answers/age", test_age);
  STORE_TEST_ADD ("/answers/clock", test_clock);
  STORE_TEST_ADD ("/answers/removed", test_removed);
  STORE_TEST_ADD ("/answers/two-writers", test_two_writers);
  STORE_TEST_ADD ("/answers/thinning", test_thinning);
  STORE_TEST_ADD ("/answers/files", test_files);
  return g_test_run ();
}
