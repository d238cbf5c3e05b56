/* test-greenhouse-form.c: Greenhouse's forms
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "system-checks.h"

static const CandBoardSystem *
greenhouse (void)
{
  return cand_board_system_find ("greenhouse");
}

static CandForm *
parse_form_fixture (void)
{
  g_autoptr (GBytes) bytes = cand_test_read_fixture ("greenhouse/position.json");

  return parse_form (greenhouse (), bytes);
}

static void
test_sections (void)
{
  g_autoptr (CandForm) form = parse_form_fixture ();

  g_assert_cmpint (cand_form_get_source (form), ==, CAND_FORM_SOURCE_BOARD);
  g_assert_cmpuint (cand_form_get_n_sections (form), ==, 4);
  assert_section (form, 0, "Application",
                  "first_name:input_text* email:input_text* phone:input_text resume:input_file* "
                  "resume_text:textarea letter_text:textarea letter:input_file* "
                  "logbook_text:textarea* question_11[]:multi_value_multi_select "
                  "question_12:multi_value_single_select* question_13:multi_value_single_select* "
                  "question_14:multi_value_single_select question_15:input_text "
                  "question_16:voice_note location:input_text*");
  assert_section (form, 1, "Equal Employment Opportunity",
                  "gender:multi_value_single_select status:multi_value_single_select");
  assert_section (form, 2, "Who we are", "demographic_question_71:multi_value_multi_select");
  assert_section (form, 3, "Consent",
                  "gdpr_processing_consent_given:* gdpr_retention_consent_given:* "
                  "gdpr_demographic_data_consent_given:");
  g_assert_cmpstr (cand_form_get_section_id (form, 0), ==, "questions");
  g_assert_cmpstr (cand_form_get_section_id (form, 1), ==, "compliance_1");
}

static void
test_types (void)
{
  static const FieldTypeCase cases[] = {
    { "first_name", CAND_FIELD_TYPE_TEXT },
    { "email", CAND_FIELD_TYPE_EMAIL },
    { "phone", CAND_FIELD_TYPE_PHONE },
    { "resume", CAND_FIELD_TYPE_FILE },
    { "resume_text", CAND_FIELD_TYPE_PARAGRAPH },
    { "question_11[]", CAND_FIELD_TYPE_MULTIPLE },
    { "question_12", CAND_FIELD_TYPE_DROPDOWN },
    { "demographic_question_71", CAND_FIELD_TYPE_MULTIPLE },
    { "gdpr_retention_consent_given", CAND_FIELD_TYPE_BOOLEAN },
    /* Nothing to choose, and unknown. */
    { "question_14", CAND_FIELD_TYPE_TEXT },
    { "question_16", CAND_FIELD_TYPE_TEXT },
  };
  g_autoptr (CandForm) form = parse_form_fixture ();

  assert_field_types (form, cases, G_N_ELEMENTS (cases));
}

static const char *
label_of (CandForm *form, const char *id)
{
  return cand_field_get_label (cand_form_find_field (form, id));
}

static const char *
helper_of (CandForm *form, const char *id)
{
  return cand_field_get_helper (cand_form_find_field (form, id));
}

static void
test_texts (void)
{
  g_autoptr (CandForm) form = parse_form_fixture ();

  g_assert_cmpstr (label_of (form, "resume"), ==, "Resume/CV");
  g_assert_cmpstr (helper_of (form, "resume"), ==, "One file, two pages.");
  g_assert_cmpstr (label_of (form, "resume_text"), ==, "Resume/CV (as text)");
  g_assert_cmpstr (helper_of (form, "resume_text"), ==,
                   "Instead of “Resume/CV”: one of the two is enough.");
  g_assert_cmpstr (label_of (form, "letter_text"), ==, "Letter (as text)");
  g_assert_cmpstr (cand_field_get_alternative (cand_form_find_field (form, "resume_text")), ==,
                   "resume");
  g_assert_cmpstr (cand_field_get_alternative (cand_form_find_field (form, "resume")), ==, "");
  g_assert_cmpstr (label_of (form, "logbook_text"), ==, "Logbook");
  g_assert_cmpstr (helper_of (form, "logbook_text"), ==, "");
  /* Escaped like a position's text. */
  g_assert_cmpstr (helper_of (form, "question_11[]"), ==, "All that you lit.");
  g_assert_cmpstr (label_of (form, "question_15"), ==, "Question 15");
  g_assert_cmpstr (helper_of (form, "gender"), ==, "The law asks us to ask.\n\nIf you like.");
  g_assert_cmpstr (helper_of (form, "status"), ==, "");
  g_assert_cmpstr (helper_of (form, "demographic_question_71"), ==,
                   "Nobody who decides reads this.");
}

static void
test_choices (void)
{
  g_autoptr (CandForm) form = parse_form_fixture ();

  assert_options (cand_form_find_field (form, "question_11[]"), "1=Oil|2=Gas|2#3=Arc");
  assert_options (cand_form_find_field (form, "question_12"), "0=No|1=Yes");
  assert_options (cand_form_find_field (form, "question_13"), "y=Yes");
  assert_options (cand_form_find_field (form, "demographic_question_71"), "100=Red|101=My own");
  g_assert_false (
      cand_field_get_single_option (cand_form_find_field (form, "demographic_question_71")));
}

static void
test_sensitive (void)
{
  g_autoptr (CandForm) form = parse_form_fixture ();

  for (guint section = 1; section < 4; section++)
    for (guint i = 0; i < cand_form_get_n_fields (form, section); i++)
      g_assert_true (cand_field_get_sensitive (cand_form_get_field (form, section, i)));
  g_assert_true (cand_field_get_sensitive (cand_form_find_field (form, "question_13")));
  g_assert_false (cand_field_get_sensitive (cand_form_find_field (form, "resume")));
}

static void
test_consents (void)
{
  static const struct
  {
    const char *rules;
    const char *expected;
  } cases[] = {
    { "[{\"requires_consent\": true}]", "gdpr_consent_given:*" },
    { "[{\"requires_consent\": true, \"requires_processing_consent\": true}]",
      "gdpr_processing_consent_given:*" },
    { "[{\"requires_retention_consent\": true}, {\"requires_retention_consent\": true}, 7]",
      "gdpr_retention_consent_given:*" },
    /* There is nothing that it would apply to. */
    { "[{\"demographic_data_consent_applies\": true}]", NULL },
    { "[{\"requires_consent\": false}]", NULL },
    { "{}", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdup_printf (
          "{\"questions\": [{\"label\": \"Name\", \"fields\": [{\"name\": \"name\", "
          "\"type\": \"input_text\"}]}], \"data_compliance\": %s}",
          cases[i].rules);
      g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
      g_autoptr (CandForm) form = parse_form (greenhouse (), bytes);

      g_test_message ("%s", cases[i].rules);
      g_assert_cmpuint (cand_form_get_n_sections (form), ==, cases[i].expected != NULL ? 2 : 1);
      if (cases[i].expected != NULL)
        assert_section (form, 1, "Consent", cases[i].expected);
    }
}

static void
test_endless_form (void)
{
  g_autoptr (GString) json = g_string_new ("{\"questions\": [");

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (
        json, "%s{\"label\": \"a\", \"fields\": [{\"name\": \"n%u\", \"type\": \"input_text\"}]}",
        i > 0 ? "," : "", i);
  g_string_append (json, "]}");
  assert_text_refused (greenhouse (), ANSWER_FORM, json->str,
                       "Greenhouse's position has more questions than a form has");
}

static void
test_sample_official_questions (void)
{
  g_autoptr (CandForm) form =
      parse_form_sample (greenhouse (), "greenhouse/official-job-questions.json");

  if (form == NULL)
    return;
  g_assert_cmpuint (cand_form_get_n_sections (form), ==, 2);
  assert_section (form, 0, "Application",
                  "first_name:input_text* resume:input_file* resume_text:textarea "
                  "question_2222:multi_value_single_select location:input_text*");
  assert_section (form, 1, "Consent",
                  "gdpr_processing_consent_given:* gdpr_retention_consent_given:*");
  assert_options (cand_form_find_field (form, "question_2222"), "0=No|1=Yes");
}

static void
test_sample_official_demographic (void)
{
  g_autoptr (CandForm) form =
      parse_form_sample (greenhouse (), "greenhouse/official-demographic.json");
  CandField *colour;

  if (form == NULL)
    return;
  g_assert_cmpuint (cand_form_get_n_sections (form), ==, 1);
  assert_section (form, 0, "Diversity and Inclusion at Acme Corp.",
                  "demographic_question_1:multi_value_multi_select");
  colour = cand_form_find_field (form, "demographic_question_1");
  g_assert_cmpstr (cand_field_get_label (colour), ==, "Favorite Color");
  g_assert_cmpstr (cand_field_get_helper (colour), ==, "Acme Corp. is dedicated to...");
  g_assert_true (cand_field_get_sensitive (colour));
  /* The sample has one id twice. */
  assert_options (colour, "100=Red|101=Green|102=Blue|102#4=Prefer to Type My Own");
}

static void
test_sample_questions (void)
{
  g_autoptr (CandForm) form =
      parse_form_sample (greenhouse (), "greenhouse/job-board-greenhouse_questions.json");

  if (form == NULL)
    return;
  g_assert_cmpuint (cand_form_get_n_sections (form), ==, 1);
  assert_section (form, 0, "Application",
                  "question_0:textarea* question_1:multi_value_single_select* "
                  "cover_letter:input_file ignored:input_text");
  assert_options (cand_form_find_field (form, "question_1"), "0=Yes|1=No");
  g_assert_true (cand_field_get_sensitive (cand_form_find_field (form, "question_1")));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/boards/greenhouse-form/sections", test_sections);
  g_test_add_func ("/boards/greenhouse-form/types", test_types);
  g_test_add_func ("/boards/greenhouse-form/texts", test_texts);
  g_test_add_func ("/boards/greenhouse-form/choices", test_choices);
  g_test_add_func ("/boards/greenhouse-form/sensitive", test_sensitive);
  g_test_add_func ("/boards/greenhouse-form/consents", test_consents);
  g_test_add_func ("/boards/greenhouse-form/endless", test_endless_form);
  g_test_add_func ("/boards/greenhouse-form/sample/official-demographic",
                   test_sample_official_demographic);
  g_test_add_func ("/boards/greenhouse-form/sample/questions", test_sample_questions);
  g_test_add_func ("/boards/greenhouse-form/sample/official-job-questions",
                   test_sample_official_questions);
  return g_test_run ();
}
