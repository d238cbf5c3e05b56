/* test-reuse.c: earlier answers to the same or a near question, and what an employer has read
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/library/cand-library-reuse.h"
#include "core/model/cand-question.h"
#include "core/store/cand-store-applications.h"
#include "library-test.h"

/* On a loaded machine; alone it takes less than a tenth of it. */
#define MAX_SECONDS 5

/* --- applications, put into the store as they would be --- */

/* Fields are "id|type|label|answer", parted by line breaks. Gives the application's row id. */
static gint64
add_application (LibraryTest *self,
                 const char *board,
                 const char *code,
                 const char *title,
                 CandApplicationStatus status,
                 gint64 updated,
                 const char *fields)
{
  g_autoptr (CandConnection) connection = library_test_peek (self);
  g_autoptr (CandForm) form = cand_form_new (CAND_FORM_SOURCE_BOARD);
  g_auto (GStrv) lines = g_strsplit (fields, "\n", -1);
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = NULL;
  gint64 position, id;
  const CandApplicationFacts facts = { .status = status };

  sql = g_strdup_printf (
      "INSERT INTO board (key, name, url, followed) VALUES ('workable:%s', '%s', '', 0) "
      "ON CONFLICT DO NOTHING;"
      "INSERT INTO team (programme, name) VALUES (0, '') ON CONFLICT DO NOTHING;"
      "INSERT INTO position (board, code, team, place, state, title, title_key, first_seen) "
      "SELECT b.id, '%s', t.id, 0, 0, '%s', '', 1 FROM board b, team t "
      "WHERE b.key = 'workable:%s' AND t.programme = 0 AND t.name = ''",
      board, board, code, title, board);
  cand_connection_execute (connection, sql, &error);
  g_assert_no_error (error);
  position = cand_connection_get_last_id (connection);

  cand_form_add_section (form, "s", "Section");
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "|", 4);
      g_autoptr (CandField) field =
          cand_field_new (parts[0],
                          g_str_equal (parts[1], "paragraph") ? CAND_FIELD_TYPE_PARAGRAPH
                          : g_str_equal (parts[1], "email")   ? CAND_FIELD_TYPE_EMAIL
                                                              : CAND_FIELD_TYPE_TEXT,
                          parts[2]);

      cand_form_add_field (form, 0, field);
    }
  id = cand_store_applications_insert (connection, position, form, NULL, updated, &error);
  g_assert_no_error (error);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "|", 4);
      const CandStoredAnswer answer = { .field = parts[0], .text = parts[3] };

      cand_store_answers_write (connection, id, &answer, updated, &error);
      g_assert_no_error (error);
    }
  cand_store_applications_write (connection, id, &facts, updated, &error);
  g_assert_no_error (error);
  return id;
}

/* --- what is found --- */

static GPtrArray *
find (LibraryTest *self, const char *key, const char *field)
{
  g_autoptr (CandApplication) application = library_test_draft (self, key, FALSE, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *found;

  cand_library_find_reusable_async (self->library, application, field, NULL, cand_test_keep_result,
                                    &result);
  cand_test_wait_result (&result);
  found = cand_library_find_reusable_finish (self->library, result, &error);
  g_assert_no_error (error);
  return found;
}

/* "text (same: Title, Title)", in order; "!" after a title for one the employer has read. */
static char *
describe (GPtrArray *found)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const CandReusable *reusable = g_ptr_array_index (found, i);

      g_string_append_printf (text, "%s%s (%s:", i > 0 ? "; " : "", reusable->text,
                              cand_reusable_is_same (reusable) ? "same" : "near");
      for (guint j = 0; j < reusable->places->len; j++)
        {
          const CandReusePlace *place = g_ptr_array_index (reusable->places, j);

          g_string_append_printf (text, "%s %s%s", j > 0 ? "," : "", place->title,
                                  place->read ? "!" : "");
        }
      g_string_append (text, ")");
      if (reusable->too_long > 0)
        g_string_append_printf (text, " +%" G_GINT64_FORMAT, reusable->too_long);
    }
  return g_string_free (text, FALSE);
}

static void
check (LibraryTest *self, const char *key, const char *field, const char *expected)
{
  g_autoptr (GPtrArray) found = find (self, key, field);
  g_autofree char *text = describe (found);

  g_assert_cmpstr (text, ==, expected);
}

#define DRAFT CAND_APPLICATION_STATUS_DRAFTING
#define REJECTED CAND_APPLICATION_STATUS_REJECTED
#define SENT CAND_APPLICATION_STATUS_HANDED_OFF

static void
test_questions (LibraryTest *self, gconstpointer data)
{
  add_application (self, "acme", "A1", "Welder", REJECTED, 2000,
                   "QA_1|paragraph|Why do you want to work here?|For the sparks.");
  add_application (self, "globex", "G1", "Clerk", SENT, 3000,
                   "q|paragraph|Why do you want to work with us?|For the quiet.\n"
                   "r|paragraph|What is your greatest weakness?|Chocolate.");
  add_application (self, "initech", "I1", "Smith", DRAFT, 4000,
                   "x|paragraph|1. Why do you want to work here (required)|");
  library_test_reopen (self);
  check (self, "workable:initech:I1", "x",
         "For the sparks. (same: Welder); For the quiet. (same: Clerk)");
}

static void
test_near (LibraryTest *self, gconstpointer data)
{
  add_application (self, "acme", "A1", "Welder", REJECTED, 2000,
                   "a|paragraph|Tell us about a project you are proud of.|A gate.");
  add_application (self, "globex", "G1", "Smith", DRAFT, 3000,
                   "b|paragraph|Tell us about a research project you are proud of and why it "
                   "mattered.|\nc|paragraph|What is your notice period?|");
  library_test_reopen (self);
  check (self, "workable:globex:G1", "b", "A gate. (near: Welder)");
  check (self, "workable:globex:G1", "c", "");
  /* One that does not exist. */
  check (self, "workable:globex:G1", "nothing", "");
}

/* Equal texts are one, with every place; the deleted ones and the own one are not there. */
static void
test_merged (LibraryTest *self, gconstpointer data)
{
  gint64 deleted;
  g_autofree char *sql = NULL;

  add_application (self, "acme", "A1", "Welder", SENT, 2000,
                   "a|paragraph|What motivates you?|Iron,  and fire.");
  add_application (self, "globex", "G1", "Clerk", DRAFT, 5000,
                   "b|paragraph|What motivates you ?|Iron, and fire. ");
  deleted = add_application (self, "globex", "G2", "Gone", SENT, 6000,
                             "b|paragraph|What motivates you?|Gone.");
  sql =
      g_strdup_printf ("UPDATE application SET deleted = 1 WHERE id = %" G_GINT64_FORMAT, deleted);
  add_application (self, "acme", "A2", "Smith", DRAFT, 4000,
                   "c|paragraph|What motivates you?|My own.");
  library_test_reopen (self);
  library_test_execute (self, sql);
  check (self, "workable:acme:A2", "c", "Iron, and fire.  (same: Clerk, Welder!)");
}

/* Neither looked up nor found. */
static void
test_sensitive (LibraryTest *self, gconstpointer data)
{
  const char *fields = "salary|paragraph|What are your salary expectations?|Much\n"
                       "q1|paragraph|What is your gender?|None of yours\n"
                       "gdpr|paragraph|Consent|I do\n"
                       "n|text|Full name|Ada Lovelace\n"
                       "l|text|LinkedIn profile|linkedin.com/in/ada\n"
                       "p|text|Link to your best project|https://example.org/gate\n"
                       "e|email|Other email|ada@example.org\n"
                       "o|text|Anything else?|A lot";

  add_application (self, "acme", "A1", "Welder", SENT, 2000, fields);
  add_application (self, "acme", "A2", "Smith", DRAFT, 3000, fields);
  library_test_reopen (self);
  check (self, "workable:acme:A2", "salary", "");
  check (self, "workable:acme:A2", "q1", "");
  check (self, "workable:acme:A2", "gdpr", "");
  check (self, "workable:acme:A2", "n", "");
  check (self, "workable:acme:A2", "l", "");
  check (self, "workable:acme:A2", "p", "");
  check (self, "workable:acme:A2", "e", "");
  check (self, "workable:acme:A2", "o", "A lot (same: Welder!)");
}

/* What fits comes first, what is too long says by how much. */
static void
test_lengths (LibraryTest *self, gconstpointer data)
{
  add_application (self, "acme", "A1", "Welder", SENT, 4000,
                   "a|paragraph|What motivates you?|0123456789 0123456789");
  add_application (self, "acme", "A2", "Smith", SENT, 3000,
                   "a|paragraph|What motivates you?|0123456789");
  add_application (self, "globex", "G1", "Clerk", DRAFT, 2000, "a|paragraph|What motivates you?|");
  library_test_execute (self, "UPDATE application_form SET json = json_set (json, "
                              "'$.sections[0].fields[0].max_length', 12) WHERE application = 3");
  library_test_reopen (self);
  check (self, "workable:globex:G1", "a",
         "0123456789 (same: Smith); 0123456789 0123456789 (same: Welder) +9");
}

/* A form that cannot be read keeps nobody from the others. */
static void
test_broken_form (LibraryTest *self, gconstpointer data)
{
  add_application (self, "acme", "A1", "Welder", SENT, 4000,
                   "a|paragraph|What motivates you?|Iron");
  add_application (self, "acme", "A2", "Smith", SENT, 3000, "a|paragraph|What motivates you?|Fire");
  add_application (self, "globex", "G1", "Clerk", DRAFT, 2000, "a|paragraph|What motivates you?|");
  library_test_execute (self,
                        "UPDATE application_form SET json = '{nonsense' WHERE application = 1");
  library_test_reopen (self);
  check (self, "workable:globex:G1", "a", "Fire (same: Smith)");
}

/* --- what an employer has read --- */

#define PARAGRAPH                                                                                  \
  "I have welded gates, rails and bridges for twelve years, on the ground and high above it, and " \
  "never left a seam that I would not stand under."

static char *
find_read (LibraryTest *self, const char *key, const char *text)
{
  g_autoptr (CandApplication) application = library_test_draft (self, key, FALSE, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CandReadTexts) read = NULL;
  const CandReusePlace *place;
  gboolean whole;

  cand_library_load_read_async (self->library, application, NULL, cand_test_keep_result, &result);
  cand_test_wait_result (&result);
  read = cand_library_load_read_finish (self->library, result, &error);
  g_assert_no_error (error);
  place = cand_read_texts_find (read, text, &whole);
  return place != NULL ? g_strdup_printf ("%s, %s %" G_GINT64_FORMAT "%s", place->organisation,
                                          place->title, place->updated, whole ? ", whole" : "")
                       : NULL;
}

static void
check_read (LibraryTest *self, const char *key, const char *text, const char *expected)
{
  g_autofree char *found = find_read (self, key, text);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_read (LibraryTest *self, gconstpointer data)
{
  static const CandApplicationStatus unread[] = { CAND_APPLICATION_STATUS_DRAFTING,
                                                  CAND_APPLICATION_STATUS_READY,
                                                  CAND_APPLICATION_STATUS_NOT_FOR_ME };
  static const CandApplicationStatus read[] = {
    CAND_APPLICATION_STATUS_HANDED_OFF, CAND_APPLICATION_STATUS_CONFIRMED,
    CAND_APPLICATION_STATUS_INTERVIEW,  CAND_APPLICATION_STATUS_OFFER,
    CAND_APPLICATION_STATUS_REJECTED,   CAND_APPLICATION_STATUS_NO_REPLY,
    CAND_APPLICATION_STATUS_WITHDRAWN,
  };

  add_application (self, "acme", "A1", "Welder", SENT, 2000,
                   "a|paragraph|Cover letter|Dear Acme! " PARAGRAPH "\n"
                   "b|paragraph|What motivates you?|" PARAGRAPH "\n"
                   "c|paragraph|What is your gender?|" PARAGRAPH " Really.");
  add_application (self, "globex", "G1", "Clerk", SENT, 2500, "a|paragraph|Cover letter|It was me");
  add_application (self, "acme", "A2", "Smith", DRAFT, 3000, "x|paragraph|Why?|");
  library_test_reopen (self);
  /* To whatever question, blanks aside. */
  check_read (self, "workable:acme:A2", PARAGRAPH, "acme, Welder 2000, whole");
  check_read (self, "workable:acme:A2", "Hello.\n\n  " PARAGRAPH "  \nBye.", "acme, Welder 2000");
  check_read (self, "workable:acme:A2", PARAGRAPH " And more.", NULL);
  check_read (self, "workable:acme:A2", PARAGRAPH " Really.", NULL);
  check_read (self, "workable:acme:A2", "", NULL);
  /* Another employer has not. */
  check_read (self, "workable:globex:G1", PARAGRAPH, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (read); i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("UPDATE application SET status = %d WHERE id = 1", read[i]);

      library_test_execute (self, sql);
      check_read (self, "workable:acme:A2", PARAGRAPH, "acme, Welder 2000, whole");
    }
  for (guint i = 0; i < G_N_ELEMENTS (unread); i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("UPDATE application SET status = %d WHERE id = 1", unread[i]);

      library_test_execute (self, sql);
      check_read (self, "workable:acme:A2", PARAGRAPH, NULL);
    }
}

/* An application of a version that did not know the word: the flag is not in its form. */
static void
test_sensitive_before (LibraryTest *self, gconstpointer data)
{
  const char *fields = "q1|paragraph|Gehaltsvorstellung|Viel\n"
                       "q2|paragraph|Where were you born, and when?|" PARAGRAPH "\n"
                       "o|paragraph|Anything else?|A lot";

  add_application (self, "acme", "A1", "Welder", SENT, 2000, fields);
  add_application (self, "acme", "A2", "Smith", DRAFT, 3000, fields);
  library_test_execute (self, "UPDATE application_form SET json = "
                              "replace (json, '\"sensitive\":true', '\"sensitive\":false')");
  library_test_reopen (self);
  check (self, "workable:acme:A2", "q1", "");
  check (self, "workable:acme:A2", "q2", "");
  check (self, "workable:acme:A2", "o", "A lot (same: Welder!)");
  check_read (self, "workable:acme:A2", PARAGRAPH, NULL);
}

/* A phrase that anyone writes twice is not worth a word. */
static void
test_read_short (LibraryTest *self, gconstpointer data)
{
  add_application (self, "acme", "A1", "Welder", SENT, 2000,
                   "a|paragraph|Cover letter|Yes.\n"
                   "b|paragraph|What motivates you?|That is a sentence of forty letters, surely.");
  add_application (self, "acme", "A2", "Smith", DRAFT, 3000, "x|paragraph|Why?|");
  library_test_reopen (self);
  check_read (self, "workable:acme:A2", "Yes.", NULL);
  check_read (self, "workable:acme:A2", "That is a sentence of forty letters, surely.",
              "acme, Welder 2000, whole");
  check_read (self, "workable:acme:A2", "No.\nThat is a sentence of forty letters, surely.", NULL);
}

/* The same employer on another system, by its name. */
static void
test_same_name (LibraryTest *self, gconstpointer data)
{
  add_application (self, "acme", "A1", "Welder", SENT, 2000,
                   "a|paragraph|What motivates you?|" PARAGRAPH);
  add_application (self, "other", "O1", "Smith", DRAFT, 3000, "a|paragraph|What motivates you?|");
  library_test_execute (self, "UPDATE board SET name = 'ACME' WHERE key = 'workable:other'");
  library_test_reopen (self);
  check (self, "workable:other:O1", "a", PARAGRAPH " (same: Welder!)");
  check_read (self, "workable:other:O1", PARAGRAPH, "acme, Welder 2000, whole");
}

/* --- many --- */

static void
test_thousand (LibraryTest *self, gconstpointer data)
{
  g_autoptr (GString) fields = g_string_new (NULL);
  g_autoptr (GTimer) timer = NULL;
  g_autoptr (GPtrArray) found = NULL;
  double elapsed;

  for (guint i = 0; i < 20; i++)
    g_string_append_printf (fields, "%sq%u|paragraph|Question %u about the place where you weld|%s",
                            i > 0 ? "\n" : "", i, i, i % 2 == 0 ? PARAGRAPH : "");
  g_string_append (fields, "\nw|paragraph|What motivates you?|" PARAGRAPH);
  add_application (self, "acme", "A1", "Welder", SENT, 2000, fields->str);
  add_application (self, "acme", "A2", "Smith", DRAFT, 9000, "x|paragraph|What motivates you?|");
  /* 998 more, on forms and with texts that differ. */
  library_test_execute (
      self, "WITH RECURSIVE n (i) AS (SELECT 3 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) "
            "INSERT INTO application (id, position, status, created, updated) "
            "SELECT i, (SELECT position FROM application WHERE id = 1), 2, 0, i FROM n;"
            "INSERT INTO application_form (application, json) "
            "SELECT a.id, replace (f.json, 'about the place', 'about place ' || a.id) "
            "FROM application a, application_form f WHERE a.id > 2 AND f.application = 1;"
            "INSERT INTO answer (application, field, text, written, kept) "
            "SELECT a.id, n.field, n.text || ' ' || (a.id % 50), 0, 0 FROM application a, answer n "
            "WHERE a.id > 2 AND n.application = 1");
  library_test_reopen (self);
  timer = g_timer_new ();
  found = find (self, "workable:acme:A2", "x");
  elapsed = g_timer_elapsed (timer, NULL);
  g_test_message ("%u texts among %s answers in %.3f s", found->len, "11,000", elapsed);
  g_assert_cmpuint (found->len, ==, CAND_REUSE_MOST);
  g_assert_cmpfloat (elapsed, <, MAX_SECONDS);
}

/* --- pinning --- */

static gboolean
pin (LibraryTest *self, CandApplication *application, const char *field)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  cand_library_pin_earlier_async (self->library, application, field, NULL, cand_test_keep_result,
                                  &result);
  cand_test_wait_result (&result);
  done = cand_library_pin_earlier_finish (self->library, result, &error);
  g_assert_no_error (error);
  return done;
}

static gssize
count (LibraryTest *self, CandApplication *application, const char *field)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gssize n;

  cand_library_count_earlier_async (self->library, application, field, NULL, cand_test_keep_result,
                                    &result);
  cand_test_wait_result (&result);
  n = cand_library_count_earlier_finish (self->library, result, &error);
  g_assert_no_error (error);
  return n;
}

/* What was typed a moment ago is among the earlier values once something else takes its place. */
static void
test_pin (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandApplication) application = library_test_draft (self, ACCELERATE, FALSE, NULL);

  g_assert_cmpint (count (self, application, "cover_letter"), ==, 0);
  library_test_type (application, "cover_letter", "Just typed");
  g_assert_true (pin (self, application, "cover_letter"));
  library_test_type (application, "cover_letter", "Just typed!");
  g_assert_true (library_test_save (self, application, NULL));
  g_assert_cmpint (count (self, application, "cover_letter"), ==, 1);
  library_test_assert_text (self, "SELECT text || pinned FROM earlier", "Just typed1");
}

static void
test_cancelled (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandApplication) application = library_test_draft (self, ACCELERATE, FALSE, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;

  cand_library_find_reusable_async (self->library, application, "cover_letter", cancellable,
                                    cand_test_keep_result, &result);
  g_cancellable_cancel (cancellable);
  cand_test_wait_result (&result);
  found = cand_library_find_reusable_finish (self->library, result, &error);
  g_assert_null (found);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  LIBRARY_TEST_ADD ("/reuse/questions", test_questions);
  LIBRARY_TEST_ADD ("/reuse/near", test_near);
  LIBRARY_TEST_ADD ("/reuse/merged", test_merged);
  LIBRARY_TEST_ADD ("/reuse/sensitive", test_sensitive);
  LIBRARY_TEST_ADD ("/reuse/sensitive-before", test_sensitive_before);
  LIBRARY_TEST_ADD ("/reuse/lengths", test_lengths);
  LIBRARY_TEST_ADD ("/reuse/broken-form", test_broken_form);
  LIBRARY_TEST_ADD ("/reuse/read", test_read);
  LIBRARY_TEST_ADD ("/reuse/read-short", test_read_short);
  LIBRARY_TEST_ADD ("/reuse/same-name", test_same_name);
  LIBRARY_TEST_ADD ("/reuse/thousand", test_thousand);
  LIBRARY_TEST_ADD ("/reuse/pin", test_pin);
  LIBRARY_TEST_ADD ("/reuse/cancelled", test_cancelled);
  return g_test_run ();
}
