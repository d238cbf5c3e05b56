/* test-answer.c: the value of one field
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/model/cand-answer-typed.h"
#include "core/model/cand-answer.h"

#include "model-test.h"

static CandAnswer *
make_answer (CandFieldType type)
{
  g_autoptr (CandField) field = cand_field_new ("QA_1", type, "Question");

  return cand_answer_new (field);
}

static void
test_defaults (void)
{
  CandAnswer *answer = make_answer (CAND_FIELD_TYPE_TEXT);
  g_autoptr (CandField) field = NULL;

  g_object_get (answer, "field", &field, NULL);
  g_assert_true (cand_answer_get_field (answer) == field);
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "");
  g_assert_null (cand_answer_get_attachment (answer));
  g_assert_false (cand_answer_get_answered (answer));
  g_assert_cmpint (cand_answer_get_length (answer), ==, 0);
  g_assert_null (cand_answer_get_problem (answer));
  g_assert_false (cand_answer_get_missing (answer));
  g_assert_false (cand_answer_get_option (answer, "a"));
  g_assert_finalize_object (answer);
}

static void
test_text (void)
{
  g_autoptr (CandField) field = cand_field_new ("a", CAND_FIELD_TYPE_PARAGRAPH, "A");
  CandAnswer *answer;
  gint64 length;
  guint answered_count;
  guint length_count;
  guint missing_count;
  guint problem_count;

  cand_field_set_required (field, TRUE);
  answer = cand_answer_new (field);
  g_assert_true (cand_answer_get_missing (answer));
  model_test_count (answer, "answered", &answered_count);
  model_test_count (answer, "length", &length_count);
  model_test_count (answer, "missing", &missing_count);
  model_test_count (answer, "problem", &problem_count);

  model_test_string (answer, "text", "Héllo");
  g_object_get (answer, "length", &length, NULL);
  g_assert_cmpint (length, ==, 5);
  g_assert_true (cand_answer_get_answered (answer));
  g_assert_false (cand_answer_get_missing (answer));
  g_assert_cmpuint (answered_count, ==, 1);
  g_assert_cmpuint (length_count, ==, 1);
  g_assert_cmpuint (missing_count, ==, 1);
  cand_answer_set_text (answer, "World");
  g_assert_cmpuint (answered_count, ==, 1);
  g_assert_cmpuint (length_count, ==, 1);

  /* Blanks are kept, and are no answer. */
  cand_answer_set_text (answer, " \n");
  g_assert_cmpstr (cand_answer_get_text (answer), ==, " \n");
  g_assert_false (cand_answer_get_answered (answer));
  g_assert_true (cand_answer_get_missing (answer));
  cand_answer_set_text (answer, NULL);
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "");
  cand_answer_set_text (answer, "a\xff");
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "a\xef\xbf\xbd");
  g_assert_cmpuint (problem_count, ==, 0);
  g_assert_finalize_object (answer);
}

static void
test_length (void)
{
  CandAnswer *answer = make_answer (CAND_FIELD_TYPE_PARAGRAPH);

  cand_answer_set_text (answer, "a\r\nb\nc\rd🤗");
  g_assert_cmpint (cand_answer_get_length (answer), ==, 9);
  cand_answer_set_text (answer, "\r\n\r\n");
  g_assert_cmpint (cand_answer_get_length (answer), ==, 2);
  g_assert_finalize_object (answer);
}

static void
test_over_length (void)
{
  g_autoptr (CandField) field = cand_field_new ("a", CAND_FIELD_TYPE_TEXT, "A");
  g_autofree char *text = g_strnfill (139, 'x');
  CandAnswer *answer;
  guint count;

  cand_field_set_max_length (field, 127);
  answer = cand_answer_new (field);
  model_test_count (answer, "problem", &count);
  cand_answer_set_text (answer, text);
  g_assert_cmpstr (cand_answer_get_problem (answer), ==,
                   "This is 12 characters over the limit of 127.");
  model_test_assert_string (answer, "problem", "This is 12 characters over the limit of 127.");
  text[128] = '\0';
  cand_answer_set_text (answer, text);
  g_assert_cmpstr (cand_answer_get_problem (answer), ==,
                   "This is 1 character over the limit of 127.");
  g_assert_cmpuint (count, ==, 2);
  text[127] = '\0';
  cand_answer_set_text (answer, text);
  g_assert_null (cand_answer_get_problem (answer));
  g_assert_cmpuint (count, ==, 3);
  g_assert_finalize_object (answer);
}

/* A text cut into pieces and put together again is the same as one that was set, with the same
 * length, whatever the pieces are. */
static void
test_splice (void)
{
  static const char *const pieces[] = { "a", "\r", "\n", "\r\n", "é", "🤗", "long enough for eight",
                                        " " };
  g_autoptr (CandField) field = cand_field_new ("a", CAND_FIELD_TYPE_PARAGRAPH, "A");
  g_autoptr (CandAnswer) spliced = NULL;
  g_autoptr (CandAnswer) set = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  guint count;

  cand_field_set_max_length (field, 60);
  spliced = cand_answer_new (field);
  set = cand_answer_new (field);
  model_test_count (spliced, "text", &count);
  for (guint i = 0; i < 5000; i++)
    {
      const char *piece = pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))];
      glong n = g_utf8_strlen (text->str, -1);
      gsize from =
          g_utf8_offset_to_pointer (text->str, g_test_rand_int_range (0, n + 1)) - text->str;
      gsize size = text->len > 150 ? text->len - from : 0;

      if (size == 0 && from < text->len && g_test_rand_bit ())
        size = g_utf8_next_char (text->str + from) - (text->str + from);
      cand_answer_splice_text (spliced, from, size, piece, strlen (piece));
      g_string_erase (text, from, size);
      g_string_insert (text, from, piece);
      cand_answer_set_text (set, text->str);
      g_assert_cmpstr (cand_answer_get_text (spliced), ==, text->str);
      g_assert_cmpint (cand_answer_get_length (spliced), ==, cand_answer_get_length (set));
      g_assert_cmpstr (cand_answer_get_problem (spliced), ==, cand_answer_get_problem (set));
      g_assert_cmpuint (cand_answer_get_measured (spliced)->cut, ==,
                        cand_answer_get_measured (set)->cut);
      g_assert_true (cand_answer_get_answered (spliced) == cand_answer_get_answered (set));
    }
  g_assert_cmpuint (count, ==, 5000);
  cand_answer_splice_text (spliced, 0, 0, "", 0);
  g_assert_cmpuint (count, ==, 5000);
  cand_answer_splice_text (spliced, 0, text->len, "", 0);
  g_assert_cmpstr (cand_answer_get_text (spliced), ==, "");
  g_assert_false (cand_answer_get_answered (spliced));
}

static void
assert_check (CandField *field, const char *text, const char *expected)
{
  g_autofree char *problem = cand_answer_check (field, text);

  g_assert_cmpstr (problem, ==, expected);
}

static void
test_check (void)
{
  static const struct
  {
    CandFieldType type;
    const char *text;
    const char *problem;
  } cases[] = {
#define NO_AT "An e-mail address has an “@”, as in name@example.org."
#define NO_HOST "After the “@” there is a name with a dot inside, as in example.org."
    { CAND_FIELD_TYPE_EMAIL, "a@b.example", NULL },
    { CAND_FIELD_TYPE_EMAIL, " a.b+c@d-e.example\n", NULL },
    { CAND_FIELD_TYPE_EMAIL, "jürgen@exämple.org", NULL },
    { CAND_FIELD_TYPE_EMAIL, "a", NO_AT },
    { CAND_FIELD_TYPE_EMAIL, "@b.example", "The name before the “@” is missing." },
    { CAND_FIELD_TYPE_EMAIL, "a@b", NO_HOST },
    { CAND_FIELD_TYPE_EMAIL, "a@.b", NO_HOST },
    { CAND_FIELD_TYPE_EMAIL, "a@b.", NO_HOST },
    { CAND_FIELD_TYPE_EMAIL, "a@b..c", NO_HOST },
    { CAND_FIELD_TYPE_EMAIL, "a@b@c.example", "An e-mail address has only one “@”." },
    { CAND_FIELD_TYPE_EMAIL, "a b@c.example", "An e-mail address has no spaces." },
#define NOT_NUMBER "This is not a number."
#define NOT_DIGITS "A number is written in digits only."
#define NO_COMMAS                                                                                  \
  "A number is written without commas here, and with a point before the decimals: 1234.5."
    { CAND_FIELD_TYPE_NUMBER, "10", NULL },
    { CAND_FIELD_TYPE_NUMBER, " -3.5 ", NULL },
    { CAND_FIELD_TYPE_NUMBER, "11", "The largest number taken is 10." },
    { CAND_FIELD_TYPE_NUMBER, "ten", NOT_DIGITS },
    { CAND_FIELD_TYPE_NUMBER, "1 0", NOT_DIGITS },
    { CAND_FIELD_TYPE_NUMBER, "0x5", NOT_DIGITS },
    { CAND_FIELD_TYPE_NUMBER, "1e1", NOT_DIGITS },
    { CAND_FIELD_TYPE_NUMBER, "inf", NOT_DIGITS },
    { CAND_FIELD_TYPE_NUMBER, "nan", NOT_DIGITS },
    { CAND_FIELD_TYPE_NUMBER, "-", NOT_NUMBER },
    { CAND_FIELD_TYPE_NUMBER, "1,5", NO_COMMAS },
#define NO_DAY "There is no such day: a date is written as 2026-09-01, year, month and day."
#define NOT_DATE "This is not a date: write it as 2026-09-01."
    { CAND_FIELD_TYPE_DATE, "2026-09-01", NULL },
    { CAND_FIELD_TYPE_DATE, "2024-02-29", NULL },
    { CAND_FIELD_TYPE_DATE, "2026-02-29", NO_DAY },
    { CAND_FIELD_TYPE_DATE, "2026-13-01", NO_DAY },
    { CAND_FIELD_TYPE_DATE, "0000-01-01", NO_DAY },
    { CAND_FIELD_TYPE_DATE, "1 September", NOT_DATE },
    { CAND_FIELD_TYPE_DATE, "2026-9-1", NOT_DATE },
    { CAND_FIELD_TYPE_DATE, "2026-09-01T", NOT_DATE },
    { CAND_FIELD_TYPE_BOOLEAN, "true", NULL },
    { CAND_FIELD_TYPE_BOOLEAN, "false", NULL },
    { CAND_FIELD_TYPE_BOOLEAN, "yes", "Only yes or no is taken here." },
    { CAND_FIELD_TYPE_FILE, "cv.pdf", "This question takes a file." },
    { CAND_FIELD_TYPE_TEXT, "anything", NULL },
    { CAND_FIELD_TYPE_PHONE, "+33 (0)1 23-45.67/89", NULL },
    { CAND_FIELD_TYPE_PHONE, "+44 20 7946 0018 ext. 42", NULL },
    { CAND_FIELD_TYPE_PHONE, "٠١٢٣٤٥", NULL },
    { CAND_FIELD_TYPE_PHONE, "+33 1", "This is too short for a phone number." },
    { CAND_FIELD_TYPE_PHONE, "call me", "A phone number is written in digits." },
    { CAND_FIELD_TYPE_PHONE, "ada@example.org",
      "This looks like an e-mail address. A phone number is asked for." },
    { CAND_FIELD_TYPE_PHONE, "+1234567890123456",
      "This is too long for a phone number: none has more than 15 digits." },
    { CAND_FIELD_TYPE_EMAIL, "", NULL },
    { CAND_FIELD_TYPE_DATE, NULL, NULL },
    { CAND_FIELD_TYPE_NUMBER, "  ", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CandField) field = cand_field_new ("a", cases[i].type, "A");

      cand_field_set_maximum (field, 10);
      assert_check (field, cases[i].text, cases[i].problem);
    }
}

static CandField *
make_choice (CandFieldType type)
{
  CandField *field = cand_field_new ("a", type, "A");

  cand_field_add_option (field, "1", "One");
  cand_field_add_option (field, "2", "Two");
  cand_field_add_option (field, "3", "Three");
  return field;
}

static void
test_dropdown (void)
{
  g_autoptr (CandField) field = make_choice (CAND_FIELD_TYPE_DROPDOWN);
  CandAnswer *answer = cand_answer_new (field);
  guint count;

  assert_check (field, "2", NULL);
  assert_check (field, "4", "This is not one of the choices.");
  model_test_count (answer, "text", &count);
  cand_answer_set_option (answer, "2", TRUE);
  cand_answer_set_option (answer, "2", TRUE);
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "2");
  g_assert_true (cand_answer_get_option (answer, "2"));
  cand_answer_set_option (answer, "3", TRUE);
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "3");
  cand_answer_set_option (answer, "4", TRUE);
  cand_answer_set_option (answer, "1", FALSE);
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "3");
  g_assert_cmpuint (count, ==, 2);
  cand_answer_set_option (answer, "3", FALSE);
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "");
  g_assert_false (cand_answer_get_answered (answer));
  g_assert_finalize_object (answer);
}

static void
test_multiple (void)
{
  g_autoptr (CandField) field = make_choice (CAND_FIELD_TYPE_MULTIPLE);
  g_autoptr (CandField) single = make_choice (CAND_FIELD_TYPE_MULTIPLE);
  CandAnswer *answer = cand_answer_new (field);
  CandAnswer *radio;

  cand_answer_set_option (answer, "3", TRUE);
  cand_answer_set_option (answer, "1", TRUE);
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "1\n3");
  g_assert_true (cand_answer_get_option (answer, "1"));
  g_assert_false (cand_answer_get_option (answer, "2"));
  g_assert_false (cand_answer_get_option (answer, ""));
  cand_answer_set_option (answer, "1", FALSE);
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "3");
  /* In the field's order whoever wrote it; what is no choice is kept, and told of. */
  cand_answer_set_text (answer, "9\n3\n1\n1\n");
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "1\n3\n9");
  g_assert_cmpstr (cand_answer_get_problem (answer), ==, "This is not one of the choices.");
  assert_check (field, "1\n2\n3", NULL);

  cand_field_set_single_option (single, TRUE);
  assert_check (single, "1\n2", "Only one choice is taken.");
  radio = cand_answer_new (single);
  cand_answer_set_option (radio, "1", TRUE);
  cand_answer_set_option (radio, "2", TRUE);
  g_assert_cmpstr (cand_answer_get_text (radio), ==, "2");
  g_assert_finalize_object (answer);
  g_assert_finalize_object (radio);
}

static void
test_file (void)
{
  const char *const suffixes[] = { ".pdf", ".docx", NULL };
  g_autoptr (CandField) field = cand_field_new ("resume", CAND_FIELD_TYPE_FILE, "Résumé");
  g_autoptr (CandAttachment) good = cand_attachment_new ("CV.PDF", "/x", 12000000, "a", 1);
  g_autoptr (CandAttachment) large = cand_attachment_new ("CV.pdf", "/x", 12000001, "a", 1);
  g_autoptr (CandAttachment) other = cand_attachment_new ("CV.exe", "/x", 1, "a", 1);
  g_autoptr (CandAttachment) read = NULL;
  CandAnswer *answer;
  guint count;

  cand_field_set_required (field, TRUE);
  cand_field_set_file_types (field, suffixes);
  cand_field_set_max_file_size (field, 12000000);
  answer = cand_answer_new (field);
  cand_answer_set_text (answer, "text");
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "");
  g_assert_true (cand_answer_get_missing (answer));

  model_test_count (answer, "attachment", &count);
  g_object_set (answer, "attachment", good, NULL);
  cand_answer_set_attachment (answer, good);
  g_assert_cmpuint (count, ==, 1);
  g_object_get (answer, "attachment", &read, NULL);
  g_assert_true (read == good);
  g_assert_true (cand_answer_get_answered (answer));
  g_assert_false (cand_answer_get_missing (answer));
  g_assert_null (cand_answer_get_problem (answer));
  cand_answer_set_attachment (answer, large);
  g_assert_cmpstr (cand_answer_get_problem (answer), ==,
                   "The largest file taken has 12.0\xc2\xa0MB.");
  cand_answer_set_attachment (answer, other);
  g_assert_cmpstr (cand_answer_get_problem (answer), ==,
                   "Only these kinds of file are taken: .pdf, .docx.");
  cand_answer_set_attachment (answer, NULL);
  g_assert_null (cand_answer_get_problem (answer));
  g_assert_true (cand_answer_get_missing (answer));
  g_assert_finalize_object (answer);
}

static void
test_group (void)
{
  g_autoptr (CandField) group = cand_field_new ("education", CAND_FIELD_TYPE_GROUP, "Education");
  g_autoptr (CandField) school = cand_field_new ("school", CAND_FIELD_TYPE_TEXT, "School");
  g_autoptr (CandField) start = cand_field_new ("start", CAND_FIELD_TYPE_DATE, "Start");
  g_autoptr (CandField) end = cand_field_new ("end", CAND_FIELD_TYPE_DATE, "End");
  CandAnswer *answer;

  cand_field_add_field (group, school);
  cand_field_add_field (group, start);
  cand_field_add_field (group, end);
  answer = cand_answer_new (group);
  cand_answer_set_text (answer, "[]");
  g_assert_false (cand_answer_get_answered (answer));
  cand_answer_set_text (answer, "[{}, {\"school\": \" \"}]");
  g_assert_false (cand_answer_get_answered (answer));
  cand_answer_set_text (answer, "[{\"school\": \"ENS\", \"start\": \"2026-09-01\"}]");
  g_assert_true (cand_answer_get_answered (answer));
  g_assert_null (cand_answer_get_problem (answer));

  /* Of an entry the year or the month will do. */
#define NOT_ROUGH "This is not a date: write it as 2026, 2026-09 or 2026-09-01."
#define NO_MONTH "There is no such month: a date is written as 2026-09, year and month."
  assert_check (group, "[{\"start\": \"2021\", \"end\": \"2021-05\"}]", NULL);
  assert_check (group, "[{\"start\": \"1842\", \"end\": \"1843-07-31\"}]", NULL);
  assert_check (group, "[{\"start\": \"soon\"}]", "Start: " NOT_ROUGH);
  assert_check (group, "[{\"start\": \"21\"}]", "Start: " NOT_ROUGH);
  assert_check (group, "[{\"start\": \"2021-5\"}]", "Start: " NOT_ROUGH);
  assert_check (group, "[{\"start\": \"2021-13\"}]", "Start: " NO_MONTH);
  assert_check (group, "[{\"start\": \"2026-02-30\"}]", "Start: " NO_DAY);
  /* The first one as the form asks, whatever was written first; of several entries it is said which
   * one. */
  assert_check (group, "[{\"end\": \"late\", \"start\": \"early\"}]", "Start: " NOT_ROUGH);
  assert_check (group, "[{\"start\": \"2021\"}, {\"end\": \"late\"}]", "Entry 2, End: " NOT_ROUGH);
  assert_check (group, "ENS", "These entries cannot be read.");
  assert_check (group, "{}", "These entries cannot be read.");
  assert_check (group, "[1]", "These entries cannot be read.");
  assert_check (group, "[{\"school\": 1}]", "These entries cannot be read.");
  assert_check (group, "[{\"school\": null}]", "These entries cannot be read.");
  assert_check (group, "[{\"other\": \"x\"}]", "These entries cannot be read.");
  g_assert_finalize_object (answer);
}

/* What is said at once: nothing typed after it makes it right. */
static void
test_beyond_typing (void)
{
  static const struct
  {
    CandFieldType type;
    const char *text;
    gboolean beyond;
  } cases[] = {
    { CAND_FIELD_TYPE_NUMBER, "", FALSE },
    { CAND_FIELD_TYPE_NUMBER, "-", FALSE },
    { CAND_FIELD_TYPE_NUMBER, "12.", FALSE },
    { CAND_FIELD_TYPE_NUMBER, "12a", TRUE },
    { CAND_FIELD_TYPE_NUMBER, "1.2.", TRUE },
    { CAND_FIELD_TYPE_NUMBER, "1-", TRUE },
    { CAND_FIELD_TYPE_EMAIL, "ada", FALSE },
    { CAND_FIELD_TYPE_EMAIL, "ada@example", FALSE },
    { CAND_FIELD_TYPE_EMAIL, "ada ", FALSE },
    { CAND_FIELD_TYPE_EMAIL, "ada l", TRUE },
    { CAND_FIELD_TYPE_EMAIL, "@", TRUE },
    { CAND_FIELD_TYPE_EMAIL, "ada@@", TRUE },
    { CAND_FIELD_TYPE_PHONE, "+44", FALSE },
    { CAND_FIELD_TYPE_PHONE, "+44 207 946 ext", FALSE },
    { CAND_FIELD_TYPE_PHONE, "c", TRUE },
    { CAND_FIELD_TYPE_PHONE, "1234567890123456", TRUE },
    { CAND_FIELD_TYPE_DATE, "2026-1", FALSE },
    { CAND_FIELD_TYPE_DATE, "1 September", FALSE },
    { CAND_FIELD_TYPE_DATE, "2026-13", TRUE },
    { CAND_FIELD_TYPE_DATE, "2026-02-30", TRUE },
    { CAND_FIELD_TYPE_DATE, "2026-02-28", FALSE },
    { CAND_FIELD_TYPE_TEXT, "anything", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CandField) field = cand_field_new ("a", cases[i].type, "A");

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (cand_answer_is_beyond_typing (field, cases[i].text), ==, cases[i].beyond);
    }
}

/* A file or a text: one of the two is enough, whichever goes first. */
static void
test_alternative (void)
{
  g_autoptr (CandField) file = cand_field_new ("resume", CAND_FIELD_TYPE_FILE, "Resume");
  g_autoptr (CandField) text =
      cand_field_new ("resume_text", CAND_FIELD_TYPE_PARAGRAPH, "Resume (as text)");
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func (g_object_unref);
  CandAnswer *main_answer;
  CandAnswer *other;
  guint count;

  cand_field_set_required (file, TRUE);
  cand_field_set_alternative (text, "resume");
  g_ptr_array_add (answers, cand_answer_new (file));
  g_ptr_array_add (answers, cand_answer_new (text));
  main_answer = g_ptr_array_index (answers, 0);
  other = g_ptr_array_index (answers, 1);
  cand_answer_join_alternatives (answers);
  model_test_count (main_answer, "missing", &count);
  g_assert_true (cand_answer_get_alternative (main_answer) == other);
  g_assert_null (cand_answer_get_alternative (other));
  g_assert_true (cand_answer_get_missing (main_answer));

  cand_answer_set_text (other, "Ten years of engines");
  g_assert_false (cand_answer_get_missing (main_answer));
  g_assert_false (cand_answer_get_answered (main_answer));
  g_assert_cmpuint (count, ==, 1);
  cand_answer_set_text (other, "  ");
  g_assert_true (cand_answer_get_missing (main_answer));
  cand_answer_set_text (other, "Ten years of engines");
  g_ptr_array_remove_index (answers, 1);
  g_assert_null (cand_answer_get_alternative (main_answer));
  cand_answer_set_alternative (main_answer, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/answer/defaults", test_defaults);
  g_test_add_func ("/model/answer/text", test_text);
  g_test_add_func ("/model/answer/length", test_length);
  g_test_add_func ("/model/answer/over-length", test_over_length);
  g_test_add_func ("/model/answer/splice", test_splice);
  g_test_add_func ("/model/answer/check", test_check);
  g_test_add_func ("/model/answer/beyond-typing", test_beyond_typing);
  g_test_add_func ("/model/answer/alternative", test_alternative);
  g_test_add_func ("/model/answer/dropdown", test_dropdown);
  g_test_add_func ("/model/answer/multiple", test_multiple);
  g_test_add_func ("/model/answer/file", test_file);
  g_test_add_func ("/model/answer/group", test_group);
  return g_test_run ();
}
