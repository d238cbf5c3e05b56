/* test-field.c: one question of a form
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/model/cand-field.h"

#include "model-test.h"

static void
test_defaults (void)
{
  CandField *field = cand_field_new (" QA_1 ", CAND_FIELD_TYPE_NUMBER, "  How many?\n ");
  CandFieldType type;

  g_assert_cmpstr (cand_field_get_id (field), ==, "QA_1");
  g_assert_cmpint (cand_field_get_field_type (field), ==, CAND_FIELD_TYPE_NUMBER);
  g_assert_cmpstr (cand_field_get_label (field), ==, "How many?");
  g_assert_cmpstr (cand_field_get_type_name (field), ==, "");
  g_assert_cmpstr (cand_field_get_helper (field), ==, "");
  g_assert_false (cand_field_get_required (field));
  g_assert_cmpint (cand_field_get_max_length (field), ==, CAND_LIMIT_UNKNOWN);
  g_assert_cmpfloat (cand_field_get_maximum (field), ==, G_MAXDOUBLE);
  g_assert_cmpuint (cand_field_get_n_options (field), ==, 0);
  g_assert_cmpint (cand_field_find_option (field, "a"), ==, -1);
  g_assert_cmpint (cand_field_find_option (field, NULL), ==, -1);
  g_assert_false (cand_field_get_single_option (field));
  g_assert_null (cand_field_get_file_types (field)[0]);
  g_assert_cmpint (cand_field_get_max_file_size (field), ==, CAND_LIMIT_UNKNOWN);
  g_assert_cmpuint (cand_field_get_n_fields (field), ==, 0);
  g_assert_false (cand_field_get_sensitive (field));
  model_test_assert_string (field, "id", "QA_1");
  model_test_assert_string (field, "label", "How many?");
  g_object_get (field, "field-type", &type, NULL);
  g_assert_cmpint (type, ==, CAND_FIELD_TYPE_NUMBER);
  g_assert_finalize_object (field);
}

static void
test_properties (void)
{
  CandField *field = cand_field_new ("a", CAND_FIELD_TYPE_FILE, "A");
  const char *const types[] = { ".pdf", " ", " .docx ", NULL };
  g_auto (GStrv) read = NULL;
  double maximum;
  guint count;

  model_test_string (field, "type-name", "headline");
  model_test_string (field, "helper", "Some help");
  model_test_boolean (field, "required");
  model_test_boolean (field, "sensitive");
  model_test_boolean (field, "single-option");
  model_test_int64 (field, "max-length", 127);
  model_test_int64 (field, "max-file-size", 12000000);

  model_test_count (field, "maximum", &count);
  g_object_set (field, "maximum", 9999999999999.0, NULL);
  cand_field_set_maximum (field, 9999999999999.0);
  g_assert_cmpuint (count, ==, 1);
  g_object_get (field, "maximum", &maximum, NULL);
  g_assert_cmpfloat (maximum, ==, 9999999999999.0);

  model_test_count (field, "file-types", &count);
  g_object_set (field, "file-types", types, NULL);
  cand_field_set_file_types (field, types);
  g_assert_cmpuint (count, ==, 1);
  g_object_get (field, "file-types", &read, NULL);
  g_assert_cmpuint (g_strv_length (read), ==, 2);
  g_assert_cmpstr (read[0], ==, ".pdf");
  g_assert_cmpstr (read[1], ==, ".docx");

  /* Below nothing there is no limit. */
  cand_field_set_max_length (field, -7);
  g_assert_cmpint (cand_field_get_max_length (field), ==, CAND_LIMIT_UNKNOWN);
  g_assert_finalize_object (field);
}

static void
test_label_from_id (void)
{
  g_autoptr (CandField) field = cand_field_new ("cover_letter", CAND_FIELD_TYPE_TEXT, " ");
  g_autoptr (CandField) nameless = cand_field_new (NULL, CAND_FIELD_TYPE_TEXT, NULL);

  g_assert_cmpstr (cand_field_get_label (field), ==, "Cover letter");
  g_assert_cmpstr (cand_field_get_id (nameless), ==, "");
  g_assert_cmpstr (cand_field_get_label (nameless), ==, "");
}

static void
test_options (void)
{
  CandField *field = cand_field_new ("a", CAND_FIELD_TYPE_DROPDOWN, "A");

  g_assert_true (cand_field_get_single_option (field));
  cand_field_set_single_option (field, FALSE);
  g_assert_true (cand_field_get_single_option (field));
  cand_field_add_option (field, "139527", " 1 week");
  cand_field_add_option (field, "139528", "Evenings ");
  cand_field_add_option (field, "139528", "Again");
  cand_field_add_option (field, "", "No id");
  cand_field_add_option (field, NULL, "No id");
  cand_field_add_option (field, "two\nlines", "No");
  cand_field_add_option (field, "139529", "");
  g_assert_cmpuint (cand_field_get_n_options (field), ==, 3);
  g_assert_cmpstr (cand_field_get_option_id (field, 0), ==, "139527");
  g_assert_cmpstr (cand_field_get_option_label (field, 0), ==, "1 week");
  g_assert_cmpstr (cand_field_get_option_label (field, 1), ==, "Evenings");
  g_assert_cmpstr (cand_field_get_option_label (field, 2), ==, "139529");
  g_assert_cmpint (cand_field_find_option (field, "139528"), ==, 1);
  g_assert_cmpint (cand_field_find_option (field, "Evenings"), ==, -1);
  g_assert_finalize_object (field);
}

static void
test_group (void)
{
  CandField *group = cand_field_new ("education", CAND_FIELD_TYPE_GROUP, "Education");
  CandField *school = cand_field_new ("school", CAND_FIELD_TYPE_TEXT, "School");

  cand_field_add_field (group, school);
  g_assert_cmpuint (cand_field_get_n_fields (group), ==, 1);
  g_assert_true (cand_field_get_field (group, 0) == school);
  g_assert_finalize_object (group);
  g_assert_finalize_object (school);
}

static void
test_sensitive (void)
{
  static const struct
  {
    const char *id;
    const char *label;
    gboolean sensitive;
  } questions[] = {
    { "gdpr", "x", TRUE },
    { "QA_1", "What is your expected salary?", TRUE },
    { "QA_1", "Pay", TRUE },
    { "QA_1", "Prétentions salariales", TRUE },
    { "QA_1", "Nationalité", TRUE },
    { "QA_1", "Will you require visa sponsorship?", TRUE },
    { "QA_1", "Are you legally authorized to work in France?", TRUE },
    { "QA_1", "Do you have the right to work in the UK?", TRUE },
    { "QA_1", "Gender (optional)", TRUE },
    { "QA_1", "I consent to the processing of my data", TRUE },
    { "QA_1", "RACE/ETHNICITY", TRUE },
    { "date_of_birth", "When?", TRUE },
    { "salary_expectation", "How much?", TRUE },
    { "firstname", "First name", FALSE },
    { "email", "E-mail", FALSE },
    { "QA_1", "Describe a payments system you traced", FALSE },
    { "QA_1", "What is your favourite package manager?", FALSE },
    { "QA_1", "Which library would you contribute to?", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autoptr (CandField) field =
          cand_field_new (questions[i].id, CAND_FIELD_TYPE_TEXT, questions[i].label);

      if (cand_field_get_sensitive (field) != questions[i].sensitive)
        g_error ("Wrong: %s, %s", questions[i].id, questions[i].label);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/field/defaults", test_defaults);
  g_test_add_func ("/model/field/properties", test_properties);
  g_test_add_func ("/model/field/label-from-id", test_label_from_id);
  g_test_add_func ("/model/field/options", test_options);
  g_test_add_func ("/model/field/group", test_group);
  g_test_add_func ("/model/field/sensitive", test_sensitive);
  return g_test_run ();
}
