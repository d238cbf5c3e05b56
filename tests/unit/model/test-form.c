/* test-form.c: sections of fields
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/model/cand-form.h"

#include "core/model/cand-enum-types.h"
#include "model-test.h"

static CandForm *
make_form (void)
{
  const char *const suffixes[] = { ".pdf", ".docx", NULL };
  CandForm *form = cand_form_new (CAND_FORM_SOURCE_BOARD);
  g_autoptr (CandField) name = cand_field_new ("firstname", CAND_FIELD_TYPE_TEXT, "First name");
  g_autoptr (CandField) why =
      cand_field_new ("QA_1", CAND_FIELD_TYPE_DROPDOWN, "Why “us” \\ \"you\"?\nTwo lines 🤗");
  g_autoptr (CandField) years = cand_field_new ("QA_2", CAND_FIELD_TYPE_NUMBER, "Years");
  g_autoptr (CandField) group = cand_field_new ("education", CAND_FIELD_TYPE_GROUP, "Education");
  g_autoptr (CandField) school = cand_field_new ("school", CAND_FIELD_TYPE_TEXT, "School");
  g_autoptr (CandField) resume = cand_field_new ("resume", CAND_FIELD_TYPE_FILE, "Résumé");
  guint section;

  cand_form_set_fetched (form, 1669680000);
  cand_field_set_required (name, TRUE);
  cand_field_set_max_length (name, 127);
  cand_field_set_helper (name, "As in your passport");
  cand_field_add_option (why, "139527", "Because");
  cand_field_add_option (why, "139528", "Else");
  cand_field_set_maximum (years, 9999999999999.0);
  cand_field_set_type_name (years, "integer");
  cand_field_set_alternative (years, "QA_1");
  cand_field_set_required (school, TRUE);
  cand_field_add_field (group, school);
  cand_field_set_file_types (resume, suffixes);
  cand_field_set_max_file_size (resume, 12000000);
  cand_field_set_required (resume, TRUE);
  cand_field_set_sensitive (resume, TRUE);

  section = cand_form_add_section (form, "personal", "Personal information");
  g_assert_true (cand_form_add_field (form, section, name));
  g_assert_true (cand_form_add_field (form, section, group));
  section = cand_form_add_section (form, "details", "Details");
  g_assert_true (cand_form_add_field (form, section, why));
  g_assert_true (cand_form_add_field (form, section, years));
  g_assert_true (cand_form_add_field (form, section, resume));
  return form;
}

static void
test_defaults (void)
{
  CandForm *form = cand_form_new (CAND_FORM_SOURCE_STANDARD);
  CandFormSource source;

  g_assert_cmpint (cand_form_get_source (form), ==, CAND_FORM_SOURCE_STANDARD);
  g_object_get (form, "source", &source, NULL);
  g_assert_cmpint (source, ==, CAND_FORM_SOURCE_STANDARD);
  g_assert_cmpint (cand_form_get_fetched (form), ==, 0);
  g_assert_cmpuint (cand_form_get_n_sections (form), ==, 0);
  g_assert_cmpuint (cand_form_count_fields (form), ==, 0);
  g_assert_cmpuint (cand_form_count_required (form), ==, 0);
  g_assert_null (cand_form_find_field (form, "a"));
  g_assert_null (cand_form_find_field (form, NULL));
  model_test_int64 (form, "fetched", 1669680000);
  g_assert_finalize_object (form);
}

static void
test_fields (void)
{
  CandForm *form = make_form ();
  g_autoptr (CandField) again = cand_field_new ("QA_1", CAND_FIELD_TYPE_TEXT, "Again");
  g_autoptr (CandField) nameless = cand_field_new (" \n", CAND_FIELD_TYPE_TEXT, "Without a name");

  g_assert_cmpuint (cand_form_get_n_sections (form), ==, 2);
  g_assert_cmpstr (cand_form_get_section_id (form, 0), ==, "personal");
  g_assert_cmpstr (cand_form_get_section_name (form, 1), ==, "Details");
  g_assert_cmpuint (cand_form_get_n_fields (form, 0), ==, 2);
  g_assert_cmpuint (cand_form_get_n_fields (form, 1), ==, 3);
  g_assert_cmpstr (cand_field_get_id (cand_form_get_field (form, 1, 1)), ==, "QA_2");
  g_assert_cmpuint (cand_form_count_fields (form), ==, 5);
  /* The school inside the group is not one of them. */
  g_assert_cmpuint (cand_form_count_required (form), ==, 2);
  g_assert_true (cand_form_find_field (form, "QA_2") == cand_form_get_field (form, 1, 1));
  g_assert_null (cand_form_find_field (form, "school"));
  g_assert_false (cand_form_add_field (form, 0, again));
  g_assert_false (cand_form_add_field (form, 0, nameless));
  g_assert_cmpuint (cand_form_count_fields (form), ==, 5);
  g_assert_finalize_object (form);
}

static void
test_short_submission (void)
{
  CandForm *form = make_form ();
  CandField *user;
  CandField *answer;

  cand_form_add_short_submission (form);
  cand_form_add_short_submission (form);
  g_assert_cmpuint (cand_form_get_n_sections (form), ==, 3);
  g_assert_cmpstr (cand_form_get_section_id (form, 2), ==, "short_submission");
  g_assert_cmpstr (cand_form_get_section_name (form, 2), ==, "Short Submission");
  user = cand_form_find_field (form, CAND_SHORT_SUBMISSION_USER);
  answer = cand_form_find_field (form, CAND_SHORT_SUBMISSION_ANSWER);
  g_assert_true (cand_form_get_field (form, 2, 0) == user);
  g_assert_true (cand_form_get_field (form, 2, 1) == answer);
  g_assert_cmpint (cand_field_get_field_type (user), ==, CAND_FIELD_TYPE_TEXT);
  g_assert_cmpstr (cand_field_get_label (user), ==, "Hugging Face user name");
  g_assert_cmpstr (cand_field_get_helper (user), !=, "");
  g_assert_true (cand_field_get_required (user));
  g_assert_cmpint (cand_field_get_field_type (answer), ==, CAND_FIELD_TYPE_PARAGRAPH);
  g_assert_cmpstr (cand_field_get_label (answer), ==, "Short submission");
  g_assert_true (cand_field_get_required (answer));
  g_assert_finalize_object (form);
}

static void
test_round_trip (void)
{
  g_autoptr (CandForm) form = make_form ();
  g_autoptr (CandForm) read = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;
  g_autofree char *again = NULL;
  CandField *field;

  cand_form_add_short_submission (form);
  json = cand_form_to_json (form);
  read = cand_form_new_from_json (json, &error);
  g_assert_no_error (error);
  again = cand_form_to_json (read);
  g_assert_cmpstr (json, ==, again);

  g_assert_cmpint (cand_form_get_source (read), ==, CAND_FORM_SOURCE_BOARD);
  g_assert_cmpint (cand_form_get_fetched (read), ==, 1669680000);
  g_assert_cmpuint (cand_form_get_n_sections (read), ==, 3);
  field = cand_form_find_field (read, "firstname");
  g_assert_true (cand_field_get_required (field));
  g_assert_cmpint (cand_field_get_max_length (field), ==, 127);
  g_assert_cmpfloat (cand_field_get_maximum (field), ==, G_MAXDOUBLE);
  g_assert_cmpstr (cand_field_get_helper (field), ==, "As in your passport");
  field = cand_form_find_field (read, "QA_1");
  g_assert_cmpint (cand_field_get_field_type (field), ==, CAND_FIELD_TYPE_DROPDOWN);
  g_assert_cmpstr (cand_field_get_label (field), ==, "Why “us” \\ \"you\"?\nTwo lines 🤗");
  g_assert_cmpuint (cand_field_get_n_options (field), ==, 2);
  g_assert_cmpstr (cand_field_get_option_label (field, 1), ==, "Else");
  field = cand_form_find_field (read, "QA_2");
  g_assert_cmpfloat (cand_field_get_maximum (field), ==, 9999999999999.0);
  g_assert_cmpstr (cand_field_get_type_name (field), ==, "integer");
  g_assert_cmpstr (cand_field_get_alternative (field), ==, "QA_1");
  field = cand_form_find_field (read, "education");
  g_assert_cmpuint (cand_field_get_n_fields (field), ==, 1);
  g_assert_true (cand_field_get_required (cand_field_get_field (field, 0)));
  field = cand_form_find_field (read, "resume");
  g_assert_cmpint (cand_field_get_max_file_size (field), ==, 12000000);
  g_assert_cmpstr (cand_field_get_file_types (field)[1], ==, ".docx");
  g_assert_true (cand_field_get_sensitive (field));
}

/* Kept by a version that did not know the word: it is as careful as a form that is read now, and is
 * the same form. */
static void
test_sensitive_words (void)
{
  static const char before[] =
      "{\"source\":\"board\",\"sections\":[{\"id\":\"s\",\"name\":\"S\",\"fields\":["
      "{\"id\":\"q\",\"type\":\"text\",\"label\":\"Gehaltsvorstellung\",\"sensitive\":false},"
      "{\"id\":\"g\",\"type\":\"group\",\"label\":\"You\",\"fields\":["
      "{\"id\":\"b\",\"type\":\"text\",\"label\":\"Where were you born?\"}]}]}]}";
  g_autoptr (CandForm) present = cand_form_new (CAND_FORM_SOURCE_BOARD);
  g_autoptr (CandField) pay = cand_field_new ("q", CAND_FIELD_TYPE_TEXT, "Gehaltsvorstellung");
  g_autoptr (CandField) group = cand_field_new ("g", CAND_FIELD_TYPE_GROUP, "You");
  g_autoptr (CandField) born = cand_field_new ("b", CAND_FIELD_TYPE_TEXT, "Where were you born?");
  g_autoptr (GError) error = NULL;
  g_autoptr (CandForm) kept = cand_form_new_from_json (before, &error);
  g_autofree char *digest = NULL;
  g_autofree char *present_digest = NULL;

  g_assert_no_error (error);
  g_assert_true (cand_field_get_sensitive (cand_form_find_field (kept, "q")));
  g_assert_false (cand_field_get_sensitive (cand_form_find_field (kept, "g")));
  g_assert_true (cand_field_has_sensitive (cand_form_find_field (kept, "g")));

  cand_field_add_field (group, born);
  cand_form_add_section (present, "s", "S");
  cand_form_add_field (present, 0, pay);
  cand_form_add_field (present, 0, group);
  digest = cand_form_dup_digest (kept);
  present_digest = cand_form_dup_digest (present);
  g_assert_cmpstr (digest, ==, present_digest);
}

static void
test_digest (void)
{
  g_autoptr (CandForm) a = make_form ();
  g_autoptr (CandForm) b = make_form ();
  g_autofree char *digest_a = cand_form_dup_digest (a);
  g_autofree char *digest_b = NULL;
  g_autofree char *digest_c = NULL;
  g_autofree char *digest_d = NULL;

  cand_form_set_fetched (b, 7);
  digest_b = cand_form_dup_digest (b);
  g_assert_cmpstr (digest_a, ==, digest_b);
  cand_field_set_required (cand_form_find_field (b, "QA_2"), TRUE);
  digest_c = cand_form_dup_digest (b);
  g_assert_cmpstr (digest_c, !=, digest_b);
  /* What the question is another way to answer is part of what is asked. */
  cand_field_set_alternative (cand_form_find_field (a, "QA_2"), NULL);
  digest_d = cand_form_dup_digest (a);
  g_assert_cmpstr (digest_d, !=, digest_a);
}

static void
test_malformed (void)
{
  static const char *const documents[] = {
    "",
    "null",
    "[]",
    "{}",
    "{\"source\":\"board\"}",
    "{\"source\":\"board\",\"sections\":null}",
    "{\"source\":\"elsewhere\",\"sections\":[]}",
    "{\"source\":1,\"sections\":[]}",
    "{\"source\":\"board\",\"fetched\":\"now\",\"sections\":[]}",
    "{\"source\":\"board\",\"sections\":{}}",
    "{\"source\":\"board\",\"sections\":[1]}",
    "{\"source\":\"board\",\"sections\":[null]}",
    "{\"source\":\"board\",\"sections\":[{\"id\":1}]}",
    "{\"source\":\"board\",\"sections\":[{\"fields\":1}]}",
    "{\"source\":\"board\",\"sections\":[{\"fields\":[[]]}]}",
    "{\"source\":\"board\",\"sections\":[{\"fields\":[{}]}]}",
    "{\"source\":\"board\",\"sections\":[{\"fields\":[{\"id\":\"a\"}]}]}",
    "{\"source\":\"board\",\"sections\":[{\"fields\":[{\"id\":\"a\",\"type\":\"new\"}]}]}",
    "{\"source\":\"board\",\"sections\":[{\"fields\":[{\"id\":\"\",\"type\":\"text\"}]}]}",
    "{\"source\":\"board\",\"sections\":[{\"fields\":[{\"id\":\"a\",\"type\":\"text\","
    "\"required\":1}]}]}",
    "{\"source\":\"board\",\"sections\":[{\"fields\":[{\"id\":\"a\",\"type\":\"text\","
    "\"max_length\":1.5}]}]}",
    "{\"source\":\"board\",\"sections\":[{\"fields\":[{\"id\":\"a\",\"type\":\"text\","
    "\"maximum\":\"x\"}]}]}",
    "{\"source\":\"board\",\"sections\":[{\"fields\":[{\"id\":\"a\",\"type\":\"text\","
    "\"file_types\":[1]}]}]}",
    "{\"source\":\"board\",\"sections\":[{\"fields\":[{\"id\":\"a\",\"type\":\"text\","
    "\"options\":[{}]}]}]}",
    "{\"source\":\"board\",\"sections\":[{\"fields\":[{\"id\":\"a\",\"type\":\"text\"},"
    "{\"id\":\"a\",\"type\":\"text\"}]}]}",
    "{\"source\":\"board\",\"sections\":[]} and more",
  };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CandForm) form = cand_form_new_from_json (documents[i], &error);

      if (form != NULL)
        g_test_message ("Taken: %s", documents[i]);
      g_assert_null (form);
      g_assert_error (error, CAND_MODEL_ERROR, CAND_MODEL_ERROR_MALFORMED);
    }
}

static void
test_deep (void)
{
  for (guint depth = 1; depth < 100000; depth *= 3)
    {
      g_autoptr (GString) json = g_string_new ("{\"source\":\"board\",\"sections\":[{\"fields\":[");
      g_autoptr (CandForm) form = NULL;
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < depth; i++)
        g_string_append (json, "{\"id\":\"a\",\"type\":\"group\",\"fields\":[");
      for (guint i = 0; i < depth; i++)
        g_string_append (json, "]}");
      g_string_append (json, "]}]}");
      form = cand_form_new_from_json (json->str, &error);
      if (depth < 5)
        g_assert_no_error (error);
      else
        g_assert_error (error, CAND_MODEL_ERROR, CAND_MODEL_ERROR_MALFORMED);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/form/defaults", test_defaults);
  g_test_add_func ("/model/form/fields", test_fields);
  g_test_add_func ("/model/form/short-submission", test_short_submission);
  g_test_add_func ("/model/form/round-trip", test_round_trip);
  g_test_add_func ("/model/form/sensitive-words", test_sensitive_words);
  g_test_add_func ("/model/form/digest", test_digest);
  g_test_add_func ("/model/form/malformed", test_malformed);
  g_test_add_func ("/model/form/deep", test_deep);
  return g_test_run ();
}
