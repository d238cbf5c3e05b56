/* test-value.c: what was typed for a field, as the form keeps it
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/cand-cli-options.h"
#include "cli/cand-cli-value.h"

static void
assert_value (CandField *field, const char *typed, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = cand_cli_value_new (field, typed, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (value, ==, expected);
}

/* @message may be NULL where the sentence is the model's. */
static void
assert_refused (CandField *field, const char *typed, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = cand_cli_value_new (field, typed, &error);

  g_assert_error (error, CAND_CLI_ERROR, CAND_CLI_ERROR_FAILED);
  g_assert_null (value);
  if (message != NULL)
    g_assert_cmpstr (error->message, ==, message);
  g_assert_nonnull (strstr (error->message, cand_field_get_id (field)));
}

static CandField *
make_choice (CandFieldType type)
{
  CandField *field = cand_field_new ("pick", type, "Pick");

  cand_field_add_option (field, "31", "Accelerate");
  cand_field_add_option (field, "32", "Datasets ");
  cand_field_add_option (field, "33", "Transformers; or\nDiffusers");
  return field;
}

static void
test_text (void)
{
  g_autoptr (CandField) text = cand_field_new ("name", CAND_FIELD_TYPE_TEXT, "Name");
  g_autoptr (CandField) paragraph = cand_field_new ("why", CAND_FIELD_TYPE_PARAGRAPH, "Why");

  cand_field_set_max_length (text, 5);
  assert_value (text, "Łukas", "Łukas");
  assert_value (text, "", "");
  assert_refused (text, "Łukasz", NULL);
  assert_value (paragraph, "  as \n typed ", "  as \n typed ");
}

static void
test_numbers_and_dates (void)
{
  g_autoptr (CandField) number = cand_field_new ("hours", CAND_FIELD_TYPE_NUMBER, "Hours");
  g_autoptr (CandField) date = cand_field_new ("start", CAND_FIELD_TYPE_DATE, "Start");
  g_autoptr (CandField) email = cand_field_new ("email", CAND_FIELD_TYPE_EMAIL, "Email");

  assert_value (number, " 35 ", "35");
  assert_refused (number, "many", NULL);
  assert_value (date, "2026-09-01", "2026-09-01");
  assert_refused (date, "2026-02-30", NULL);
  assert_refused (date, "soon", NULL);
  assert_value (date, "", "");
  assert_value (email, "ada@example.org", "ada@example.org");
  assert_refused (email, "ada", NULL);
}

static void
test_boolean (void)
{
  g_autoptr (CandField) field = cand_field_new ("agree", CAND_FIELD_TYPE_BOOLEAN, "Agree");

  assert_value (field, "yes", "true");
  assert_value (field, "TRUE", "true");
  assert_value (field, " No ", "false");
  assert_value (field, "false", "false");
  assert_value (field, "", "");
  assert_refused (field, "maybe", "Field “agree”: the answer is yes, no, true or false");
}

static void
test_dropdown (void)
{
  g_autoptr (CandField) field = make_choice (CAND_FIELD_TYPE_DROPDOWN);

  assert_value (field, "32", "32");
  assert_value (field, "Datasets", "32");
  assert_value (field, " Datasets ", "32");
  assert_value (field, "", "");
  assert_refused (
      field, "datasets",
      "Field “pick”: “datasets” is not one of its options: “Accelerate” (31), “Datasets” "
      "(32), “Transformers; or\nDiffusers” (33)");
  assert_refused (field, "31; 32", NULL);
}

static void
test_multiple (void)
{
  g_autoptr (CandField) field = make_choice (CAND_FIELD_TYPE_MULTIPLE);

  assert_value (field, "31", "31");
  assert_value (field, "Datasets; Accelerate", "31\n32");
  assert_value (field, "Datasets\n31\n31", "31\n32");
  assert_value (field, "Transformers; or\nDiffusers", "33");
  assert_value (field, ";;", "");
  assert_refused (field, "31; Rust", NULL);

  cand_field_set_single_option (field, TRUE);
  assert_value (field, "Accelerate", "31");
  assert_refused (field, "31; 32", "Field “pick”: only one option can be chosen");
}

static void
test_group (void)
{
  g_autoptr (CandField) field = cand_field_new ("education", CAND_FIELD_TYPE_GROUP, "Education");
  g_autoptr (CandField) school = cand_field_new ("school", CAND_FIELD_TYPE_TEXT, "School");
  g_autoptr (CandField) degree = cand_field_new ("degree", CAND_FIELD_TYPE_TEXT, "Degree");
  const char *wrong[] = { "MSc",
                          "{}",
                          "[5]",
                          "[{\"shoe\": \"42\"}]",
                          "[{\"school\": null}]",
                          "null",
                          "[[]]",
                          "[{\"school\": 5}]" };

  cand_field_add_field (field, school);
  cand_field_add_field (field, degree);
  assert_value (field, "[ {\"school\": \"École\", \"degree\": \"MSc\"} ]",
                "[{\"school\":\"École\",\"degree\":\"MSc\"}]");
  assert_value (field, "", "");
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    assert_refused (field, wrong[i],
                    "Field “education”: the answer is a JSON array of objects whose members are "
                    "texts named school, degree");
}

static void
test_file (void)
{
  g_autoptr (CandField) field = cand_field_new ("resume", CAND_FIELD_TYPE_FILE, "Resume");

  assert_refused (field, "cv.pdf", "Field “resume”: it takes a file: use --attach");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/value/text", test_text);
  g_test_add_func ("/cli/value/numbers-and-dates", test_numbers_and_dates);
  g_test_add_func ("/cli/value/boolean", test_boolean);
  g_test_add_func ("/cli/value/dropdown", test_dropdown);
  g_test_add_func ("/cli/value/multiple", test_multiple);
  g_test_add_func ("/cli/value/group", test_group);
  g_test_add_func ("/cli/value/file", test_file);
  return g_test_run ();
}
