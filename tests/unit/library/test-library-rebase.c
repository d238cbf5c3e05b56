/* test-library-rebase.c: drafts whose form changed
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "core/library/cand-attachments.h"
#include "core/library/cand-library-rebase.h"
#include "library-test.h"

#define PATH FORM_PATH (ACCELERATE_CODE)

#define FIELD(id, type, label)                                                                     \
  "{\"id\": \"" id "\", \"required\": true, \"label\": \"" label "\", \"type\": \"" type "\"}"
#define FORM(fields) "[{\"name\": \"Details\", \"fields\": [" fields "]}]"

#define FIRST                                                                                      \
  FORM (FIELD ("firstname", "text", "First name") "," FIELD (                                      \
      "QA_1", "paragraph", "Why do you want to work with us?") "," FIELD ("QA_2", "paragraph",     \
                                                                          "Tell us about a "       \
                                                                          "compiler you wrote"))
/* The first question has another id, the second is gone, and there is a third. */
#define SECOND                                                                                     \
  FORM (FIELD ("firstname", "text", "First name") "," FIELD (                                      \
      "QA_9", "paragraph", "Why do you want to work with us?") "," FIELD ("QA_3", "paragraph",     \
                                                                          "When can you start?"))

static CandApplication *
begin (LibraryTest *self)
{
  CandApplication *application;

  library_test_serve (self, PATH, FIRST);
  application = library_test_draft (self, ACCELERATE, TRUE, NULL);
  library_test_type (application, "firstname", "Ada");
  library_test_type (application, "QA_1", "Because");
  library_test_type (application, "QA_2", "A small one");
  g_assert_true (library_test_save (self, application, NULL));
  return application;
}

static CandFormChange *
check (LibraryTest *self, CandApplication *application, CandFormCheck how, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  cand_library_check_form_async (self->library, application, how, NULL, cand_test_keep_result,
                                 &result);
  cand_test_wait_result (&result);
  return cand_library_check_form_finish (self->library, result, error);
}

static CandFormChange *
get_change (LibraryTest *self, CandApplication *application)
{
  g_autoptr (GError) error = NULL;
  CandFormChange *change = check (self, application, CAND_FORM_CHECK_NOW, &error);

  g_assert_no_error (error);
  g_assert_nonnull (change);
  return change;
}

static gboolean
use (LibraryTest *self, CandApplication *application, CandForm *present, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  cand_library_use_form_async (self->library, application, present, cand_test_keep_result, &result);
  cand_test_wait_result (&result);
  return cand_library_use_form_finish (self->library, result, error);
}

static void
assert_sizes (const CandFormChange *change, guint kept, guint added, guint aside)
{
  g_assert_nonnull (change);
  g_assert_cmpuint (change->rebase->kept->len, ==, kept);
  g_assert_cmpuint (cand_form_change_count_new (change), ==, added);
  g_assert_cmpuint (change->rebase->aside->len, ==, aside);
}

static CandAside *
get_aside (CandApplication *application, guint index, guint n)
{
  GListModel *asides = G_LIST_MODEL (cand_application_get_asides (application));
  g_autoptr (CandAside) aside = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (asides), ==, n);
  aside = g_list_model_get_item (asides, index);
  /* The list holds it. */
  return aside;
}

#define ANSWERS                                                                                    \
  "SELECT group_concat (field || '=' || text, ' ') FROM "                                          \
  "(SELECT field, text FROM answer WHERE text != '' ORDER BY field)"
#define ASIDES                                                                                     \
  "SELECT group_concat (field || '|' || label || '|' || reason || '|' || words, ' ; ') "           \
  "FROM (SELECT * FROM aside ORDER BY id)"

/* --- asking --- */

static void
test_same (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandApplication) application = begin (self);
  g_autoptr (GError) error = NULL;

  g_assert_null (check (self, application, CAND_FORM_CHECK_KEPT, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (cand_test_server_count (self->server, PATH), ==, 1);
  /* Young enough. */
  g_assert_null (check (self, application, CAND_FORM_CHECK_OLD, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (cand_test_server_count (self->server, PATH), ==, 1);
  g_assert_null (check (self, application, CAND_FORM_CHECK_NOW, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (cand_test_server_count (self->server, PATH), ==, 2);
}

static void
age_form (LibraryTest *self)
{
  library_test_execute (self, "UPDATE form SET fetched = fetched - 90000, "
                              "json = replace (json, '\"fetched\":', '\"fetched\":1,\"was\":')");
}

/* Older than a day, it is asked for again, and then it is young. */
static void
test_old (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandApplication) application = begin (self);
  g_autoptr (CandFormChange) change = NULL;
  g_autoptr (CandFormChange) again = NULL;
  g_autoptr (GError) error = NULL;
  CandAnswer *answer = cand_application_find_answer (application, "QA_1");

  age_form (self);
  library_test_serve (self, PATH, SECOND);
  change = check (self, application, CAND_FORM_CHECK_OLD, &error);
  g_assert_no_error (error);
  assert_sizes (change, 2, 1, 1);
  g_assert_cmpuint (cand_test_server_count (self->server, PATH), ==, 2);
  /* The draft stays as it was. */
  g_assert_true (cand_application_find_answer (application, "QA_1") == answer);
  g_assert_true (cand_application_get_form (application) == change->drafted ||
                 cand_form_find_field (cand_application_get_form (application), "QA_2") != NULL);
  library_test_assert_text (self, ANSWERS, "QA_1=Because QA_2=A small one firstname=Ada");
  library_test_assert_text (self, "SELECT count(*) FROM aside", "0");

  again = check (self, application, CAND_FORM_CHECK_OLD, &error);
  g_assert_no_error (error);
  assert_sizes (again, 2, 1, 1);
  g_assert_cmpuint (cand_test_server_count (self->server, PATH), ==, 2);
}

/* Neither a failure nor an answer of another shape changes anything. */
static void
test_failing (LibraryTest *self, gconstpointer data)
{
  static const struct
  {
    guint status;
    const char *body;
  } answers[] = {
    { 304, "" },       { 404, "Not Found" },
    { 500, "" },       { 200, "" },
    { 200, "<html>" }, { 200, "{\"form_fields\": []}" },
    { 200, "[]" },     { 200, "[{\"name\": \"Details\", \"fields\": []}]" },
  };
  g_autoptr (CandApplication) application = begin (self);
  g_autofree char *before = NULL;

  age_form (self);
  before =
      library_test_get_text (self, "SELECT group_concat (digest || fetched || json) FROM form");
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%u %s", answers[i].status, answers[i].body);
      cand_test_server_remove (self->server, PATH);
      cand_test_server_add (self->server, PATH, answers[i].status, "application/json",
                            answers[i].body);
      g_assert_null (check (self, application, CAND_FORM_CHECK_NOW, &error));
      g_assert_nonnull (error);
      g_clear_error (&error);
      /* Nobody asked for it, so nobody is told. */
      g_assert_null (check (self, application, CAND_FORM_CHECK_OLD, &error));
      g_assert_no_error (error);
    }
  library_test_assert_text (self, "SELECT group_concat (digest || fetched || json) FROM form",
                            before);
  library_test_assert_text (self, ANSWERS, "QA_1=Because QA_2=A small one firstname=Ada");
}

/* --- using it --- */

static void
test_use (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandApplication) application = begin (self);
  g_autoptr (CandFormChange) change = NULL;
  g_autoptr (CandApplication) again = NULL;
  g_autoptr (GError) error = NULL;
  CandAside *aside;

  library_test_execute (self, "INSERT INTO earlier (answer, text, written) "
                              "SELECT id, 'once ' || field, 5 FROM answer WHERE text != ''");
  library_test_serve (self, PATH, SECOND);
  change = get_change (self, application);
  assert_sizes (change, 2, 1, 1);
  g_assert_true (use (self, application, change->present, &error));
  g_assert_no_error (error);

  library_test_assert_answer (application, "firstname", "Ada");
  library_test_assert_answer (application, "QA_9", "Because");
  library_test_assert_answer (application, "QA_3", "");
  g_assert_null (cand_application_find_answer (application, "QA_2"));
  aside = get_aside (application, 0, 1);
  g_assert_cmpstr (cand_aside_get_label (aside), ==, "Tell us about a compiler you wrote");
  g_assert_cmpstr (cand_aside_get_words (aside), ==, "A small one");
  g_assert_cmpint (cand_aside_get_reason (aside), ==, CAND_ASIDE_REMOVED);
  g_assert_cmpint (cand_aside_get_placed (aside), ==, 0);

  library_test_assert_text (self, ANSWERS, "QA_9=Because firstname=Ada");
  library_test_assert_text (self, ASIDES, "QA_2|Tell us about a compiler you wrote|1|A small one");
  library_test_assert_text (self,
                            "SELECT group_concat (field || ': ' || old, ', ') FROM "
                            "(SELECT a.field, e.text AS old FROM earlier e "
                            "JOIN answer a ON a.id = e.answer ORDER BY a.field)",
                            "QA_9: once QA_1, firstname: once firstname");
  library_test_assert_text (self, "SELECT text FROM aside_earlier", "once QA_2");
  /* Two of its own, and the short submission's two. */
  library_test_assert_text (self, "SELECT answered || ' of ' || total FROM application", "2 of 5");
  g_assert_null (check (self, application, CAND_FORM_CHECK_NOW, &error));
  g_assert_no_error (error);

  /* As whole for whoever comes next. */
  g_clear_object (&application);
  library_test_reopen (self);
  again = library_test_draft (self, ACCELERATE, FALSE, NULL);
  library_test_assert_answer (again, "QA_9", "Because");
  g_assert_cmpstr (cand_aside_get_words (get_aside (again, 0, 1)), ==, "A small one");
}

/* What was typed a moment ago is part of it, before the review and after it. */
static void
test_unsaved (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandApplication) application = begin (self);
  g_autoptr (CandFormChange) change = NULL;
  g_autoptr (GError) error = NULL;
  const CandRebaseAside *aside;

  library_test_serve (self, PATH, SECOND);
  library_test_type (application, "QA_2", "Two of them");
  change = get_change (self, application);
  aside = g_ptr_array_index (change->rebase->aside, 0);
  g_assert_cmpstr (aside->words, ==, "Two of them");
  library_test_type (application, "QA_1", "Because, and why not");
  library_test_type (application, "QA_2", "Three of them");
  g_assert_true (use (self, application, change->present, &error));
  g_assert_no_error (error);
  library_test_assert_answer (application, "QA_9", "Because, and why not");
  g_assert_cmpstr (cand_aside_get_words (get_aside (application, 0, 1)), ==, "Three of them");
  library_test_assert_text (self, ANSWERS, "QA_9=Because, and why not firstname=Ada");
}

static gpointer
slow_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  g_usleep (300 * G_TIME_SPAN_MILLISECOND);
  return CAND_DONE;
}

static gboolean
type_late (gpointer data)
{
  CandApplication *application = data;

  library_test_type (application, "QA_1", "Late");
  library_test_type (application, "QA_2", "Late as well");
  return G_SOURCE_REMOVE;
}

/* Typed while the answers move on disk: it goes to the new question, or is set aside when the draft
 * is opened again. */
static void
test_typed_meanwhile (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandApplication) application = begin (self);
  g_autoptr (CandFormChange) change = NULL;
  g_autoptr (CandApplication) again = NULL;
  g_autoptr (GError) error = NULL;

  library_test_serve (self, PATH, SECOND);
  change = get_change (self, application);
  cand_library_run_job (self->library, slow_job, NULL, NULL, NULL, NULL, NULL);
  g_timeout_add (100, type_late, application);
  g_assert_true (use (self, application, change->present, &error));
  library_test_assert_answer (application, "QA_9", "Late");
  g_assert_true (library_test_save (self, application, &error));
  library_test_assert_text (self, "SELECT text FROM answer WHERE field = 'QA_9'", "Late");

  again = library_test_draft (self, ACCELERATE, FALSE, NULL);
  g_assert_cmpstr (cand_aside_get_words (get_aside (again, 0, 2)), ==, "A small one");
  g_assert_cmpstr (cand_aside_get_words (get_aside (again, 1, 2)), ==, "Late as well");
}

/* Where it cannot be written, everything stays as it was, on disk and on the page. */
static void
test_not_written (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandApplication) application = begin (self);
  g_autoptr (CandFormChange) change = NULL;
  g_autoptr (GError) error = NULL;

  library_test_serve (self, PATH, SECOND);
  change = get_change (self, application);
  /* The last thing that is written. */
  library_test_execute (self, "CREATE TRIGGER refuse BEFORE UPDATE ON application "
                              "BEGIN SELECT raise (ABORT, 'refused'); END");
  g_assert_false (use (self, application, change->present, &error));
  g_assert_error (error, CAND_STORE_ERROR, CAND_STORE_ERROR_FAILED);
  library_test_assert_answer (application, "QA_1", "Because");
  library_test_assert_answer (application, "QA_2", "A small one");
  g_assert_cmpuint (
      g_list_model_get_n_items (G_LIST_MODEL (cand_application_get_asides (application))), ==, 0);
  library_test_assert_text (self, ANSWERS, "QA_1=Because QA_2=A small one firstname=Ada");
  library_test_assert_text (self, "SELECT count(*) FROM aside", "0");
  library_test_assert_text (
      self, "SELECT instr (json, 'QA_2') > 0 AND instr (json, 'QA_9') = 0 FROM application_form",
      "1");
  library_test_execute (self, "DROP TRIGGER refuse");
  g_clear_error (&error);
  g_assert_true (use (self, application, change->present, &error));
  library_test_assert_answer (application, "QA_9", "Because");
}

/* --- what was set aside --- */

static void
test_place (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandApplication) application = begin (self);
  g_autoptr (CandFormChange) change = NULL;
  g_autofree char *text = NULL;
  CandAside *aside;
  CandAnswer *answer;

  library_test_serve (
      self, PATH,
      FORM (FIELD ("firstname", "text", "First name") "," FIELD (
          "QA_1", "paragraph",
          "Why do you want to work with us?") "," FIELD ("QA_8", "paragraph",
                                                         "Tell us about the largest compiler you "
                                                         "wrote")));
  change = get_change (self, application);
  assert_sizes (change, 2, 1, 1);
  g_assert_true (use (self, application, change->present, NULL));
  aside = get_aside (application, 0, 1);
  library_test_execute (self, "INSERT INTO aside_earlier (aside, text, written) "
                              "SELECT id, 'A tiny one', 7 FROM aside");
  answer = cand_aside_find_place (aside, application, &text);
  g_assert_nonnull (answer);
  g_assert_cmpstr (cand_field_get_id (cand_answer_get_field (answer)), ==, "QA_8");
  g_assert_cmpstr (text, ==, "A small one");

  g_assert_true (cand_library_place_aside (self->library, application, aside) == answer);
  library_test_assert_answer (application, "QA_8", "A small one");
  g_assert_cmpint (cand_aside_get_placed (aside), >, 0);
  g_assert_true (library_test_save (self, application, NULL));
  library_test_drain (self);
  library_test_assert_text (self, "SELECT placed > 0 FROM aside", "1");
  library_test_assert_text (self, "SELECT text FROM answer WHERE field = 'QA_8'", "A small one");
  library_test_assert_text (self,
                            "SELECT e.text FROM earlier e JOIN answer a ON a.id = e.answer "
                            "WHERE a.field = 'QA_8'",
                            "A tiny one");
  /* Now that question is answered. */
  g_assert_null (cand_library_place_aside (self->library, application, aside));

  g_assert_true (
      cand_library_take_aside_back (self->library, application, aside, answer, "A small one"));
  g_assert_true (library_test_save (self, application, NULL));
  library_test_drain (self);
  library_test_assert_answer (application, "QA_8", "");
  library_test_assert_text (self, "SELECT placed || words FROM aside", "0A small one");

  /* What was written over it stays. */
  cand_library_place_aside (self->library, application, aside);
  library_test_type (application, "QA_8", "A small one, in C");
  g_assert_false (
      cand_library_take_aside_back (self->library, application, aside, answer, "A small one"));
  library_test_assert_answer (application, "QA_8", "A small one, in C");
  g_assert_true (library_test_save (self, application, NULL));
}

/* The copy of a file that was set aside is not swept away. */
static void
test_file (LibraryTest *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->directory, "cv.pdf", NULL);
  g_autofree char *copy = NULL;
  g_autofree char *uri = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (CandApplication) application = NULL;
  g_autoptr (CandFormChange) change = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  CandAttachment *attachment;

  g_assert_true (g_file_set_contents (path, "%PDF-1.4 words", -1, NULL));
  library_test_serve (self, PATH,
                      FORM (FIELD ("firstname", "text",
                                   "First name") "," FIELD ("portfolio", "file", "Portfolio")));
  application = library_test_draft (self, ACCELERATE, TRUE, NULL);
  cand_library_attach_async (self->library, application, "portfolio", file, NULL,
                             cand_test_keep_result, &result);
  cand_test_wait_result (&result);
  g_assert_true (cand_library_attach_finish (self->library, result, &error));
  g_assert_no_error (error);

  library_test_serve (self, PATH, FORM (FIELD ("firstname", "text", "First name")));
  change = get_change (self, application);
  assert_sizes (change, 0, 0, 1);
  g_assert_true (use (self, application, change->present, &error));
  attachment = cand_aside_get_attachment (get_aside (application, 0, 1));
  g_assert_nonnull (attachment);
  g_assert_cmpstr (cand_attachment_get_name (attachment), ==, "cv.pdf");
  copy = g_strdup (cand_attachment_get_path (attachment));
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
  uri = g_file_get_uri (file);
  g_assert_cmpstr (cand_attachment_get_source_uri (attachment), ==, uri);
  g_assert_cmpint (cand_attachment_get_source_modified (attachment), >, 0);

  /* It holds the library. */
  g_clear_object (&result);
  g_clear_object (&application);
  library_test_reopen (self);
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
  library_test_execute (self, "DELETE FROM aside");
  library_test_reopen (self);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
}

/* Answers that a program before this one left behind, or another process, come to light. */
static void
test_strays (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandApplication) application = begin (self);
  g_autoptr (CandApplication) again = NULL;

  library_test_execute (self, "INSERT INTO answer (id, application, field, text, written, kept) "
                              "VALUES (50, 1, 'cover_letter', 'Dear all', 9, 9), "
                              "(51, 1, 'QA_0', 'Other', 9, 9), (52, 1, 'QA_00', ' ', 9, 9);"
                              "INSERT INTO earlier (answer, text, written) VALUES (50, 'Dear', 8)");
  again = library_test_draft (self, ACCELERATE, FALSE, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (cand_application_get_asides (again))),
                    ==, 2);
  library_test_assert_text (self,
                            "SELECT group_concat (field || '|' || label || '|' || words, ' ; ') "
                            "FROM (SELECT * FROM aside ORDER BY field)",
                            "QA_0||Other ; cover_letter|Cover letter|Dear all");
  library_test_assert_text (self, "SELECT text FROM aside_earlier", "Dear");
  library_test_assert_text (self, ANSWERS, "QA_00=  QA_1=Because QA_2=A small one firstname=Ada");
}

/* --- the short submission --- */

static void
test_submission_gone (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandApplication) application = begin (self);
  g_autoptr (CandFormChange) change = NULL;
  g_autoptr (CandFormChange) back = NULL;
  g_autoptr (GError) error = NULL;

  library_test_type (application, CAND_SHORT_SUBMISSION_USER, "ada");
  library_test_type (application, CAND_SHORT_SUBMISSION_ANSWER, "I would port the engine");
  library_test_execute (self, "UPDATE programme SET json = "
                              "json_set (json, '$.short_submission', json ('false'))");
  change = check (self, application, CAND_FORM_CHECK_KEPT, &error);
  g_assert_no_error (error);
  assert_sizes (change, 3, 0, 2);
  g_assert_true (use (self, application, change->present, &error));
  g_assert_null (cand_application_find_answer (application, CAND_SHORT_SUBMISSION_ANSWER));
  library_test_assert_text (self, ASIDES,
                            "short_submission.hub_user|Hugging Face user name|1|ada ; "
                            "short_submission.answer|Short submission|1|I would port the engine");

  /* It is wanted again: what was set aside fits. */
  library_test_execute (self, "UPDATE programme SET json = "
                              "json_set (json, '$.short_submission', json ('true'))");
  back = check (self, application, CAND_FORM_CHECK_KEPT, &error);
  assert_sizes (back, 3, 2, 0);
  g_assert_true (use (self, application, back->present, &error));
  g_assert_true (
      cand_library_place_aside (self->library, application, get_aside (application, 1, 2)) ==
      cand_application_find_answer (application, CAND_SHORT_SUBMISSION_ANSWER));
  library_test_assert_answer (application, CAND_SHORT_SUBMISSION_ANSWER, "I would port the engine");
  g_assert_true (library_test_save (self, application, NULL));
}

/* Begun in another language, the words of it that are our own are no change. */
static void
test_submission_language (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandApplication) application = begin (self);
  g_autoptr (CandFormChange) change = NULL;
  g_autoptr (GError) error = NULL;

  library_test_execute (self, "UPDATE application_form SET json = replace (json, "
                              "'Hugging Face user name', 'Nom sur Hugging Face')");
  change = check (self, application, CAND_FORM_CHECK_NOW, &error);
  g_assert_no_error (error);
  g_assert_null (change);
}

/* --- from the usual questions to the employer's own --- */

static void
test_from_standard (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandApplication) application = library_test_draft (self, ACCELERATE, TRUE, NULL);
  g_autoptr (CandApplication) again = NULL;
  CandForm *form;

  library_test_type (application, "firstname", "Ada");
  g_assert_true (library_test_save (self, application, NULL));
  library_test_serve (self, PATH, FIRST);
  again = library_test_draft (self, ACCELERATE, TRUE, NULL);
  form = cand_application_get_form (again);
  g_assert_cmpint (cand_form_get_source (form), ==, CAND_FORM_SOURCE_BOARD);
  library_test_assert_answer (again, "firstname", "Ada");
  library_test_assert_answer (again, "QA_1", "");
  library_test_assert_text (self, "SELECT count(*) FROM aside", "0");
}

/* Where something would be set aside, the person is asked first. */
static void
test_from_standard_aside (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandApplication) application = library_test_draft (self, ACCELERATE, TRUE, NULL);
  g_autoptr (CandApplication) again = NULL;
  g_autoptr (CandFormChange) change = NULL;
  g_autoptr (GError) error = NULL;

  library_test_type (application, "firstname", "Ada");
  library_test_type (application, "headline", "Mathematician");
  library_test_serve (self, PATH, FIRST);
  again = library_test_draft (self, ACCELERATE, TRUE, NULL);
  g_assert_true (again == application);
  g_assert_cmpint (cand_form_get_source (cand_application_get_form (again)), ==,
                   CAND_FORM_SOURCE_STANDARD);
  library_test_assert_answer (again, "headline", "Mathematician");
  change = check (self, again, CAND_FORM_CHECK_KEPT, &error);
  g_assert_no_error (error);
  assert_sizes (change, 1, 2, 1);
  g_assert_true (use (self, again, change->present, &error));
  g_assert_cmpint (cand_form_get_source (cand_application_get_form (again)), ==,
                   CAND_FORM_SOURCE_BOARD);
  library_test_assert_answer (again, "firstname", "Ada");
  library_test_assert_text (self, ASIDES, "headline|Headline|1|Mathematician");
}

/* What an answer was in the old form's terms is pinned: it can always be brought back. */
static void
test_other_terms (LibraryTest *self, gconstpointer data)
{
#define CHOICE(id, one, two)                                                                       \
  FORM ("{\"id\": \"" id "\", \"label\": \"Notice period\", \"type\": \"dropdown\", \"options\": " \
        "[{\"name\": \"" one "\", \"value\": \"None\"}, {\"name\": \"" two                         \
        "\", \"value\": \"One week\"}]}")
  g_autoptr (CandApplication) application = NULL;
  g_autoptr (CandFormChange) change = NULL;
  g_autoptr (GError) error = NULL;

  library_test_serve (self, PATH, CHOICE ("QA_1", "10", "11"));
  application = library_test_draft (self, ACCELERATE, TRUE, NULL);
  library_test_type (application, "QA_1", "11");
  g_assert_true (library_test_save (self, application, NULL));
  library_test_serve (self, PATH, CHOICE ("QA_7", "20", "21"));
  change = get_change (self, application);
  g_assert_true (use (self, application, change->present, &error));
  g_assert_no_error (error);
  library_test_assert_answer (application, "QA_7", "21");
  library_test_assert_text (self,
                            "SELECT a.field || ': ' || e.text || ', ' || e.pinned FROM earlier e "
                            "JOIN answer a ON a.id = e.answer",
                            "QA_7: 11, 1");
#undef CHOICE
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  LIBRARY_TEST_ADD ("/rebase/same", test_same);
  LIBRARY_TEST_ADD ("/rebase/old", test_old);
  LIBRARY_TEST_ADD ("/rebase/failing", test_failing);
  LIBRARY_TEST_ADD ("/rebase/use", test_use);
  LIBRARY_TEST_ADD ("/rebase/other-terms", test_other_terms);
  LIBRARY_TEST_ADD ("/rebase/unsaved", test_unsaved);
  LIBRARY_TEST_ADD ("/rebase/typed-meanwhile", test_typed_meanwhile);
  LIBRARY_TEST_ADD ("/rebase/not-written", test_not_written);
  LIBRARY_TEST_ADD ("/rebase/place", test_place);
  LIBRARY_TEST_ADD ("/rebase/file", test_file);
  LIBRARY_TEST_ADD ("/rebase/strays", test_strays);
  LIBRARY_TEST_ADD ("/rebase/submission/gone", test_submission_gone);
  LIBRARY_TEST_ADD ("/rebase/submission/language", test_submission_language);
  LIBRARY_TEST_ADD ("/rebase/from-standard/silent", test_from_standard);
  LIBRARY_TEST_ADD ("/rebase/from-standard/aside", test_from_standard_aside);
  return g_test_run ();
}
