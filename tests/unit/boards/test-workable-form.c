/* test-workable-form.c: Workable's application forms
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "system-checks.h"

static const CandBoardSystem *workable;

static CandForm *
parse_fixture (void)
{
  g_autoptr (GBytes) bytes = cand_test_read_fixture ("workable/form.json");

  return parse_form (workable, bytes);
}

static void
test_request (void)
{
  g_autoptr (CandRequest) request = workable->form_request ("huggingface", "9B5436D6FA");

  g_assert_cmpstr (cand_request_get_method (request), ==, "GET");
  g_assert_cmpstr (cand_request_get_url (request), ==,
                   "https://apply.workable.com/api/v1/jobs/9B5436D6FA/form");
  g_assert_cmpstr (cand_request_get_accept (request), ==, "application/json");
  g_assert_cmpuint (cand_request_get_spacing (request), ==, 2000);
  g_assert_cmpuint (cand_request_get_spacing_after_refusal (request), ==, 5000);
}

static void
test_sections (void)
{
  g_autoptr (CandForm) form = parse_fixture ();

  g_assert_cmpint (cand_form_get_source (form), ==, CAND_FORM_SOURCE_BOARD);
  g_assert_cmpuint (cand_form_get_n_sections (form), ==, 5);
  assert_section (form, 0, "Personal information",
                  "firstname:text* email:email* phone:phone address:text*");
  assert_section (form, 1, "Profile", "education:group resume:file* CA_1:paragraph*");
  assert_section (form, 2, "Details",
                  "cover_letter:paragraph QA_1:number QA_2:date QA_3:boolean* QA_4:dropdown "
                  "QA_5:multiple QA_6:multiple QA_7:voice_note* QA_8:dropdown QA_9:text "
                  "gdpr:boolean*");
  assert_section (form, 3, "Details", "QA_10:");
  assert_section (form, 4, "Подробности", "QA_11:text");

  g_assert_cmpstr (cand_form_get_section_id (form, 0), ==, "personal_information");
  g_assert_cmpstr (cand_form_get_section_id (form, 2), ==, "details");
  g_assert_cmpstr (cand_form_get_section_id (form, 3), ==, "section_4");
  g_assert_cmpstr (cand_form_get_section_id (form, 4), ==, "section_5");
}

static void
test_types (void)
{
  static const FieldTypeCase cases[] = {
    { "firstname", CAND_FIELD_TYPE_TEXT },
    { "email", CAND_FIELD_TYPE_EMAIL },
    { "phone", CAND_FIELD_TYPE_PHONE },
    { "CA_1", CAND_FIELD_TYPE_PARAGRAPH },
    { "QA_1", CAND_FIELD_TYPE_NUMBER },
    { "QA_2", CAND_FIELD_TYPE_DATE },
    { "QA_3", CAND_FIELD_TYPE_BOOLEAN },
    { "QA_4", CAND_FIELD_TYPE_DROPDOWN },
    { "QA_5", CAND_FIELD_TYPE_MULTIPLE },
    { "resume", CAND_FIELD_TYPE_FILE },
    { "education", CAND_FIELD_TYPE_GROUP },
    /* Unknown, without a choice, without a type. */
    { "QA_7", CAND_FIELD_TYPE_TEXT },
    { "QA_8", CAND_FIELD_TYPE_TEXT },
    { "QA_10", CAND_FIELD_TYPE_TEXT },
  };
  g_autoptr (CandForm) form = parse_fixture ();

  assert_field_types (form, cases, G_N_ELEMENTS (cases));
}

static void
test_texts_and_limits (void)
{
  g_autoptr (CandForm) form = parse_fixture ();
  CandField *phone = cand_form_find_field (form, "phone");
  CandField *resume = cand_form_find_field (form, "resume");
  g_autofree char *types = g_strjoinv (" ", (GStrv) cand_field_get_file_types (resume));

  g_assert_cmpstr (cand_field_get_helper (phone), ==, "With the country code.");
  g_assert_cmpint (cand_field_get_max_length (phone), ==, 255);
  g_assert_cmpint (cand_field_get_max_length (cand_form_find_field (form, "cover_letter")), ==,
                   200000);
  g_assert_cmpint (cand_field_get_max_length (cand_form_find_field (form, "QA_7")), ==,
                   CAND_LIMIT_UNKNOWN);
  g_assert_cmpint (cand_field_get_max_length (cand_form_find_field (form, "CA_1")), ==,
                   CAND_LIMIT_UNKNOWN);
  g_assert_cmpfloat (cand_field_get_maximum (cand_form_find_field (form, "QA_1")), ==,
                     9999999999999.0);
  g_assert_cmpfloat (cand_field_get_maximum (phone), ==, G_MAXDOUBLE);
  g_assert_cmpstr (types, ==, ".pdf .odt");
  g_assert_cmpint (cand_field_get_max_file_size (resume), ==, G_GINT64_CONSTANT (5000000000));

  g_assert_cmpstr (cand_field_get_label (cand_form_find_field (form, "CA_1")), ==,
                   "Why lighthouses?");
  g_assert_cmpstr (cand_field_get_label (cand_form_find_field (form, "QA_2")), ==,
                   "First free day");
  g_assert_cmpstr (cand_field_get_label (cand_form_find_field (form, "gdpr")), ==,
                   "Consent to the processing of personal data");
  g_assert_cmpstr (cand_field_get_label (cand_form_find_field (form, "QA_9")), ==, "Question QA_9");
}

static void
test_choices (void)
{
  g_autoptr (CandForm) form = parse_fixture ();
  CandField *notice = cand_form_find_field (form, "QA_4");

  assert_options (notice, "10=1 week|11=2 weeks|12=12");
  g_assert_true (cand_field_get_single_option (notice));
  assert_options (cand_form_find_field (form, "QA_5"), "20=Day|21=Night");
  g_assert_false (cand_field_get_single_option (cand_form_find_field (form, "QA_5")));
  g_assert_true (cand_field_get_single_option (cand_form_find_field (form, "QA_6")));
  g_assert_cmpuint (cand_field_get_n_options (cand_form_find_field (form, "QA_8")), ==, 0);
}

static void
test_group (void)
{
  g_autoptr (CandForm) form = parse_fixture ();
  CandField *education = cand_form_find_field (form, "education");

  g_assert_cmpuint (cand_field_get_n_fields (education), ==, 3);
  g_assert_cmpstr (cand_field_get_id (cand_field_get_field (education, 0)), ==, "school");
  g_assert_cmpstr (cand_field_get_label (cand_field_get_field (education, 0)), ==, "School");
  g_assert_true (cand_field_get_required (cand_field_get_field (education, 0)));
  g_assert_cmpstr (cand_field_get_label (cand_field_get_field (education, 1)), ==, "End date");
  g_assert_cmpint (cand_field_get_field_type (cand_field_get_field (education, 1)), ==,
                   CAND_FIELD_TYPE_DATE);
  g_assert_cmpint (cand_field_get_field_type (cand_field_get_field (education, 2)), ==,
                   CAND_FIELD_TYPE_TEXT);
}

/* The server's guess of where the caller is appears nowhere. */
static void
test_guess_dropped (void)
{
  g_autoptr (CandForm) form = parse_fixture ();
  g_autofree char *json = cand_form_to_json (form);

  g_assert_nonnull (strstr (json, "\"address\""));
  g_assert_null (strstr (json, "Porthaven"));
  g_assert_null (strstr (json, "prefilled"));
}

static void
test_refused (void)
{
  static const RefusalCase cases[] = {
    { "Not Found", "JSON was expected and “Not Found” came" },
    { "{\"form_fields\": []}", "Workable's form is not an array but an object" },
    { "[]", "Workable's form has no section with a field" },
    { "[1, null, \"x\", {}]", "Workable's form has no section with a field" },
    { "[{\"name\": \"Profile\", \"fields\": [{\"label\": \"No id\"}]}]",
      "Workable's form has no section with a field" },
    { "[{\"name\": \"Profile\", \"fields\": {}}]", "Workable's form has no section with a field" },
  };

  assert_texts_refused (workable, ANSWER_FORM, cases, G_N_ELEMENTS (cases));
}

static void
test_standard (void)
{
  g_autoptr (CandForm) form = workable->standard_form ();
  CandField *resume = cand_form_find_field (form, "resume");
  CandField *experience = cand_form_find_field (form, "experience");

  g_assert_cmpint (cand_form_get_source (form), ==, CAND_FORM_SOURCE_STANDARD);
  g_assert_cmpuint (cand_form_get_n_sections (form), ==, 3);
  assert_section (form, 0, "Personal information",
                  "firstname:text* lastname:text* email:email* headline:text phone:phone "
                  "address:text");
  assert_section (form, 1, "Profile",
                  "education:group experience:group summary:paragraph resume:file*");
  assert_section (form, 2, "Details", "cover_letter:paragraph");
  g_assert_cmpstr (cand_form_get_section_id (form, 0), ==, "personal_information");

  g_assert_cmpuint (cand_field_get_n_fields (cand_form_find_field (form, "education")), ==, 5);
  g_assert_cmpuint (cand_field_get_n_fields (experience), ==, 7);
  g_assert_cmpstr (cand_field_get_id (cand_field_get_field (experience, 6)), ==, "current");
  g_assert_cmpint (cand_field_get_max_file_size (resume), ==, 12000000);
  g_assert_cmpstr (cand_field_get_file_types (resume)[0], ==, ".pdf");
  g_assert_cmpint (cand_field_get_max_length (cand_form_find_field (form, "firstname")), ==, 127);
}

static void
assert_sample (const char *name, const char *personal, const char *profile, const char *details)
{
  g_autoptr (GBytes) bytes = cand_test_read_sample (name);
  g_autoptr (CandForm) form = NULL;
  g_autofree char *json = NULL;

  if (bytes == NULL)
    return;
  form = parse_form (workable, bytes);
  g_assert_cmpuint (cand_form_get_n_sections (form), ==, 3);
  assert_section (form, 0, "Personal information", personal);
  assert_section (form, 1, "Profile", profile);
  assert_section (form, 2, "Details", details);
  json = cand_form_to_json (form);
  g_assert_null (strstr (json, "Example City"));
}

static void
test_sample_hugging_face (void)
{
  g_autoptr (GBytes) bytes = cand_test_read_sample ("workable/form-huggingface-RECONSTRUCTED.json");
  g_autoptr (CandForm) form = NULL;

  if (bytes == NULL)
    return;
  assert_sample ("workable/form-huggingface-RECONSTRUCTED.json",
                 "firstname:text* lastname:text* email:email* phone:phone",
                 "education:group experience:group resume:file* CA_47143:paragraph* "
                 "CA_47383:paragraph*",
                 "cover_letter:paragraph CA_10626:text CA_10627:dropdown CA_10628:boolean "
                 "CA_10629:text QA_11844074:boolean* QA_11844075:boolean* QA_11857981:boolean* "
                 "QA_11844076:paragraph* QA_11857982:paragraph* gdpr:boolean*");
  form = parse_form (workable, bytes);
  assert_options (cand_form_find_field (form, "CA_10627"),
                  "139527=Available immediately|139528=1 week|139529=2 weeks|139530=3 weeks|"
                  "139531=1 month|139532=2 months|139533=3 months or more");
  g_assert_cmpstr (cand_field_get_label (cand_form_find_field (form, "gdpr")), ==,
                   "Consent to the processing of personal data");
  g_assert_cmpuint (cand_form_count_fields (form), ==, 20);
  g_assert_cmpuint (cand_form_count_required (form), ==, 12);
}

static void
test_sample_all_types (void)
{
  g_autoptr (GBytes) bytes = cand_test_read_sample ("workable/form-all-question-types.json");
  g_autoptr (CandForm) form = NULL;

  if (bytes == NULL)
    return;
  assert_sample ("workable/form-all-question-types.json",
                 "firstname:text lastname:text email:email headline:text phone:phone address:text "
                 "avatar:file",
                 "education:group experience:group summary:paragraph resume:file",
                 "cover_letter:paragraph QA_6143234:paragraph QA_6143235:text QA_6143236:boolean "
                 "QA_6143237:dropdown QA_6143238:multiple QA_6143239:multiple QA_6143240:date "
                 "QA_6143241:number QA_6143242:file");
  form = parse_form (workable, bytes);
  assert_options (cand_form_find_field (form, "QA_6143237"),
                  "2920373=one|2920374=two|2920375=three");
  g_assert_false (cand_field_get_single_option (cand_form_find_field (form, "QA_6143238")));
  g_assert_true (cand_field_get_single_option (cand_form_find_field (form, "QA_6143239")));
  g_assert_cmpint (cand_field_get_max_file_size (cand_form_find_field (form, "QA_6143242")), ==,
                   20000000);
  g_assert_cmpuint (
      g_strv_length ((GStrv) cand_field_get_file_types (cand_form_find_field (form, "QA_6143242"))),
      ==, 15);
}

static void
test_sample_tenants (void)
{
  const char *personal = "firstname:text* lastname:text* email:email* phone:phone* address:text*";
  const char *profile = "education:group experience:group summary:paragraph resume:file*";

  assert_sample ("workable/form-tenant-a.json",
                 "firstname:text* lastname:text* email:email* headline:text phone:phone* "
                 "address:text*",
                 profile,
                 "cover_letter:paragraph QA_9530803:boolean* QA_9530804:boolean* "
                 "QA_9530805:boolean* QA_9530806:boolean* QA_9530807:boolean* "
                 "QA_9530809:multiple* QA_9530811:multiple* QA_9831316:multiple* "
                 "QA_9831317:text* QA_9530815:boolean* QA_9530816:boolean* QA_9530817:boolean* "
                 "QA_9530818:boolean* QA_9530819:boolean* QA_9530820:multiple* "
                 "QA_11529563:text*");
  assert_sample ("workable/form-tenant-b.json", personal, "resume:file*",
                 "QA_12441156:paragraph* QA_12441157:paragraph* QA_12441158:paragraph* "
                 "QA_12566959:paragraph*");
  assert_sample ("workable/form-tenant-c.json", personal, profile,
                 "cover_letter:paragraph QA_11399507:boolean* QA_11399508:boolean* "
                 "QA_11399509:text* QA_11399510:boolean* QA_11399511:boolean* "
                 "QA_11399512:paragraph* QA_11399513:paragraph* QA_11399514:paragraph* "
                 "QA_11399516:paragraph* QA_11399517:paragraph* QA_11399518:paragraph* "
                 "QA_11399519:paragraph* QA_11399520:paragraph* QA_11399521:paragraph* "
                 "QA_11399522:paragraph* QA_11399524:boolean* QA_11399525:boolean*");
}

static void
test_samples_of_other_shapes (void)
{
  static const RefusalCase cases[] = {
    { "workable/error-404-form.txt", "JSON was expected and “Not Found” came" },
    { "workable/error-429-cloudflare.txt", "JSON was expected and “error code: 1015” came" },
    { "workable/v2-job-detail.json", "Workable's form is not an array but an object" },
    { "workable/v3-jobs-huggingface-1.json", "Workable's form is not an array but an object" },
    { "workable/widget-netguru-trimmed.json", "Workable's form is not an array but an object" },
  };

  assert_samples_refused (workable, ANSWER_FORM, cases, G_N_ELEMENTS (cases));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  workable = cand_board_system_find ("workable");
  g_assert_nonnull (workable);
  g_test_add_func ("/boards/workable-form/request", test_request);
  g_test_add_func ("/boards/workable-form/sections", test_sections);
  g_test_add_func ("/boards/workable-form/types", test_types);
  g_test_add_func ("/boards/workable-form/texts-and-limits", test_texts_and_limits);
  g_test_add_func ("/boards/workable-form/choices", test_choices);
  g_test_add_func ("/boards/workable-form/group", test_group);
  g_test_add_func ("/boards/workable-form/guess-dropped", test_guess_dropped);
  g_test_add_func ("/boards/workable-form/refused", test_refused);
  g_test_add_func ("/boards/workable-form/standard", test_standard);
  g_test_add_func ("/boards/workable-form/samples/hugging-face", test_sample_hugging_face);
  g_test_add_func ("/boards/workable-form/samples/all-types", test_sample_all_types);
  g_test_add_func ("/boards/workable-form/samples/tenants", test_sample_tenants);
  g_test_add_func ("/boards/workable-form/samples/other-shapes", test_samples_of_other_shapes);
  return g_test_run ();
}
