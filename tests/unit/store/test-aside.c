/* test-aside.c: what a form that changed does to the answers on disk
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/store/cand-store-answers.h"
#include "core/store/cand-store-applications.h"
#include "core/store/cand-store-aside.h"
#include "store-test.h"

static gint64
begin (StoreTest *self)
{
  gint64 position = store_test_insert (self, store_test_list ("A1", "One", "", NULL));
  g_autoptr (CandForm) form = cand_form_new (CAND_FORM_SOURCE_BOARD);
  g_autoptr (GError) error = NULL;
  gint64 id = cand_store_applications_insert (self->connection, position, form, NULL, 1000, &error);

  g_assert_no_error (error);
  return id;
}

static void
execute (StoreTest *self, const char *sql)
{
  g_autoptr (GError) error = NULL;

  cand_connection_execute (self->connection, sql, &error);
  g_assert_no_error (error);
}

static void
check (StoreTest *self, const char *sql, const char *expected)
{
  g_autofree char *text = store_test_get_text (self, sql);

  g_assert_cmpstr (text, ==, expected);
}

#define ANSWERS                                                                                    \
  "SELECT group_concat (field || '=' || text, ' ') FROM "                                          \
  "(SELECT field, text FROM answer ORDER BY field)"
/* "field<earlier value", one for each. */
#define EARLIER                                                                                    \
  "SELECT group_concat (field || '<' || old, ' ') FROM "                                           \
  "(SELECT a.field, e.text AS old FROM earlier e JOIN answer a ON a.id = e.answer "                \
  "ORDER BY a.field, e.id)"

static void
test_insert (StoreTest *self, gconstpointer data)
{
  gint64 application = begin (self);
  const CandRebaseAside text = { .field = (char *) "QA_1",
                                 .label = (char *) "Why us?",
                                 .type = CAND_FIELD_TYPE_DROPDOWN,
                                 .reason = CAND_ASIDE_OTHER_KIND,
                                 .sensitive = TRUE,
                                 .text = (char *) "7",
                                 .words = (char *) "Because" };
  const CandRebaseAside file = { .field = (char *) "resume",
                                 .label = (char *) "Resume",
                                 .type = CAND_FIELD_TYPE_FILE,
                                 .reason = CAND_ASIDE_REMOVED,
                                 .text = (char *) "",
                                 .words = (char *) "",
                                 .has_file = TRUE };
  g_autoptr (GPtrArray) asides = NULL;
  g_autoptr (GError) error = NULL;
  const CandStoredAside *stored;

  execute (self,
           "INSERT INTO answer (application, field, text, written, kept, file_name, file_sha256, "
           "file_size, file_added, file_uri, file_modified) VALUES (1, 'resume', '', 9, 9, "
           "'cv.pdf', 'abcd', 5, 8, 'file:///cv.pdf', 6)");
  g_assert_cmpint (cand_store_aside_insert (self->connection, application, &text, 2000, &error), ==,
                   1);
  g_assert_cmpint (cand_store_aside_insert (self->connection, application, &file, 2001, &error), ==,
                   2);
  g_assert_no_error (error);

  asides = cand_store_aside_load (self->connection, application, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (asides->len, ==, 2);
  stored = g_ptr_array_index (asides, 0);
  g_assert_cmpint (stored->id, ==, 1);
  g_assert_cmpstr (stored->field, ==, "QA_1");
  g_assert_cmpstr (stored->label, ==, "Why us?");
  g_assert_cmpint (stored->type, ==, CAND_FIELD_TYPE_DROPDOWN);
  g_assert_cmpint (stored->reason, ==, CAND_ASIDE_OTHER_KIND);
  g_assert_cmpstr (stored->text, ==, "7");
  g_assert_cmpstr (stored->words, ==, "Because");
  g_assert_true (stored->sensitive);
  g_assert_null (stored->file_sha256);
  g_assert_null (stored->file_uri);
  g_assert_cmpint (stored->since, ==, 2000);
  g_assert_cmpint (stored->placed, ==, 0);
  stored = g_ptr_array_index (asides, 1);
  g_assert_cmpstr (stored->file_name, ==, "cv.pdf");
  g_assert_cmpstr (stored->file_sha256, ==, "abcd");
  g_assert_cmpint (stored->file_size, ==, 5);
  g_assert_cmpint (stored->file_added, ==, 8);
  g_assert_cmpstr (stored->file_uri, ==, "file:///cv.pdf");
  g_assert_cmpint (stored->file_modified, ==, 6);
  g_assert_false (stored->sensitive);
  g_assert_cmpint (stored->since, ==, 2001);
}

static void
test_placed (StoreTest *self, gconstpointer data)
{
  gint64 application = begin (self);
  g_autoptr (GError) error = NULL;

  execute (self, "INSERT INTO aside (application, field, label, type, reason, text, words, since) "
                 "VALUES (1, 'a', 'A', 0, 1, 'x', 'x', 5), (1, 'b', 'B', 0, 1, 'y', 'y', 5)");
  g_assert_true (cand_store_aside_set_placed (self->connection, 2, 77, &error));
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) asides = cand_store_aside_load (self->connection, application, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (asides->len, ==, 2);
      g_assert_cmpint (((CandStoredAside *) g_ptr_array_index (asides, 0))->placed, ==, 0);
      g_assert_cmpint (((CandStoredAside *) g_ptr_array_index (asides, 1))->placed, ==,
                       i == 0 ? 77 : 0);
      g_assert_true (cand_store_aside_set_placed (self->connection, 2, 0, &error));
    }
}

/* The answer goes; what it said before stays with what was set aside. */
static void
test_take_answer (StoreTest *self, gconstpointer data)
{
  gint64 application = begin (self);
  g_autoptr (GError) error = NULL;

  execute (self, "INSERT INTO answer (id, application, field, text, written, kept) "
                 "VALUES (1, 1, 'a', 'now', 9, 9), (2, 1, 'b', 'other', 9, 9);"
                 "INSERT INTO earlier (answer, text, written) "
                 "VALUES (1, 'first', 3), (2, 'b first', 4), (1, 'second', 5);"
                 "INSERT INTO aside (application, field, label, type, reason, text, words, since) "
                 "VALUES (1, 'a', 'A', 0, 1, 'now', 'now', 5)");
  g_assert_true (cand_store_aside_take_answer (self->connection, application, "a", 1, &error));
  check (self, ANSWERS, "b=other");
  check (self, EARLIER, "b<b first");
  check (self,
         "SELECT group_concat (text || '@' || written, ' ') FROM "
         "(SELECT text, written FROM aside_earlier WHERE aside = 1 ORDER BY id)",
         "first@3 second@5");
  /* With the application everything of it goes. */
  execute (self, "DELETE FROM application");
  check (self, "SELECT count(*) FROM aside", "0");
  check (self, "SELECT count(*) FROM aside_earlier", "0");
}

/* What a text said before is told of the answer that it is now, once; and stays where it is. */
static void
test_lend_earlier (StoreTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  begin (self);
  execute (self, "INSERT INTO answer (id, application, field, text, written, kept) "
                 "VALUES (1, 1, 'a', 'now', 9, 9);"
                 "INSERT INTO earlier (answer, text, written) VALUES (1, 'mine', 8);"
                 "INSERT INTO aside (application, field, label, type, reason, text, words, since) "
                 "VALUES (1, 'x', 'X', 1, 1, 'now', 'now', 5), (1, 'y', 'Y', 7, 1, '7', 'Yes', 5);"
                 "INSERT INTO aside_earlier (aside, text, written) "
                 "VALUES (1, 'first', 3), (1, 'second', 5), (2, '6', 4)");
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (cand_store_aside_lend_earlier (self->connection, 1, "a", &error));
      g_assert_true (cand_store_aside_lend_earlier (self->connection, 1, "none", &error));
      g_assert_true (cand_store_aside_lend_earlier (self->connection, 2, "a", &error));
      check (self, EARLIER, "a<mine a<first a<second");
      check (self, "SELECT count(*) FROM aside_earlier", "3");
    }
}

/* Two that change places, one that goes where a blank one is, one that stays in other words. */
static void
test_move (StoreTest *self, gconstpointer data)
{
  CandRebaseKept moves[] = {
    { (char *) "a", (char *) "b", (char *) "A", FALSE },
    { (char *) "b", (char *) "a", (char *) "B", FALSE },
    { (char *) "c", (char *) "blank", (char *) "C", TRUE },
    { (char *) "d", (char *) "d", (char *) "D2", FALSE },
  };
  gint64 application = begin (self);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  execute (self, "INSERT INTO answer (id, application, field, text, written, kept, file_sha256) "
                 "VALUES (1, 1, 'a', 'A', 9, 9, NULL), (2, 1, 'b', 'B', 9, 9, NULL), "
                 "(3, 1, 'c', 'C', 9, 9, 'ab'), (4, 1, 'd', 'D', 9, 9, NULL), "
                 "(5, 1, 'blank', '', 9, 9, NULL), (6, 1, 'other', 'O', 9, 9, NULL);"
                 "INSERT INTO earlier (answer, text, written) VALUES (1, 'a0', 1), (1, 'a1', 2), "
                 "(2, 'b0', 1), (3, 'c0', 1), (5, 'blank0', 1), (6, 'o0', 1)");
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    g_ptr_array_add (kept, &moves[i]);
  g_assert_true (cand_store_aside_move_answers (self->connection, application, kept, &error));
  g_assert_no_error (error);
  check (self, ANSWERS, "a=B b=A blank=C d=D2 other=O");
  check (self, EARLIER, "a<b0 b<a0 b<a1 blank<c0 blank<blank0 other<o0");
  check (self, "SELECT file_sha256 FROM answer WHERE field = 'blank'", "ab");
}

static void
test_files (StoreTest *self, gconstpointer data)
{
  g_autoptr (GHashTable) files = NULL;
  g_autoptr (GError) error = NULL;

  begin (self);
  execute (self, "INSERT INTO aside (application, field, label, type, reason, text, words, since, "
                 "file_sha256) VALUES (1, 'a', 'A', 0, 1, '', '', 5, 'abcd'), "
                 "(1, 'b', 'B', 0, 1, '', '', 5, NULL)");
  files = cand_store_answers_list_files (self->connection, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (files), ==, 1);
  g_assert_true (g_hash_table_contains (files, "abcd"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST_ADD ("/aside/insert", test_insert);
  STORE_TEST_ADD ("/aside/placed", test_placed);
  STORE_TEST_ADD ("/aside/take-answer", test_take_answer);
  STORE_TEST_ADD ("/aside/lend-earlier", test_lend_earlier);
  STORE_TEST_ADD ("/aside/move", test_move);
  STORE_TEST_ADD ("/aside/files", test_files);
  return g_test_run ();
}
