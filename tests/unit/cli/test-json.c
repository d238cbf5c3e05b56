/* test-json.c: positions, applications and reports as JSON
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "cli/cand-cli-json.h"
#include "core/model/cand-aside.h"

static void
test_position (void)
{
  g_autoptr (CandPosition) position = cand_position_new ("workable:huggingface", "9B5436D6FA");
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autofree char *text = NULL;
  CandPay pay;

  g_assert_true (cand_pay_set (&pay, 45000, 52000.5, "EUR", CAND_PAY_PERIOD_YEAR));
  cand_position_set_pay (position, &pay, "45 to 52 k");
  cand_position_set_updated (position, "2022-12-01");
  cand_position_set_closing (position, "2023-01-31");
  cand_position_set_title (position, " Accelerate \"Internship\" ");
  cand_position_set_team (position, "Open Source team");
  cand_position_set_department (position, "Open Source");
  cand_position_set_organisation (position, "Hugging Face");
  cand_position_set_url (position, "https://apply.workable.com/j/9B5436D6FA");
  cand_position_set_application_url (position, "https://apply.workable.com/j/9B5436D6FA/apply");
  cand_position_add_location (position, "Paris, France");
  cand_position_set_workplace (position, CAND_WORKPLACE_ON_SITE, "On-site");
  cand_position_set_employment (position, CAND_EMPLOYMENT_FULL_TIME, "Full-time");
  cand_position_set_published (position, "2022-11-29");
  cand_position_set_description (position, "<p>One &amp; <b>two</b></p>");
  cand_position_set_first_seen (position, 1788350400);
  cand_position_set_last_confirmed (position, 1788350460);
  cand_position_set_board_read (position, 1788350460);
  cand_position_set_revisions (position, 1);
  cand_position_set_is_new (position, TRUE);

  cand_cli_json_add_position (builder, position, NULL);
  text = cand_cli_json_to_text (builder, FALSE);
  g_assert_cmpstr (
      text, ==,
      "{\"key\":\"workable:huggingface:9B5436D6FA\",\"title\":\"Accelerate \\\"Internship\\\"\","
      "\"team\":\"Open Source team\",\"board\":\"workable:huggingface\",\"organisation\":\"Hugging "
      "Face\",\"url\":\"https://apply.workable.com/j/9B5436D6FA\",\"application_url\":\"https://"
      "apply.workable.com/j/9B5436D6FA/apply\",\"state\":\"open\",\"on_board\":true,\"locations\":"
      "[\"Paris, France\"],\"workplace\":\"on-site\",\"workplace_text\":\"On-site\",\"employment\":"
      "\"full-time\",\"employment_type\":\"Full-time\",\"department\":\"Open "
      "Source\",\"education\":"
      "\"\",\"experience\":\"\",\"function\":\"\",\"pay\":{\"minimum\":45000,\"maximum\":52000.5,"
      "\"currency\":\"EUR\",\"period\":\"year\"},\"pay_text\":\"45 to 52 "
      "k\",\"published\":\"2022-11-29\","
      "\"updated\":\"2022-12-01\",\"closing\":\"2023-01-31\",\"first_seen\":"
      "\"2026-09-02T12:00:00Z\",\"last_confirmed\":\"2026-09-02T12:01:00Z\",\"changed\":null,"
      "\"revisions\":1,\"new\":true,\"starred\":false,\"drafted\":false,\"withdrawn\":false,"
      "\"summary\":\"\","
      "\"description_text\":\"One & two\"}");
}

static JsonNode *
position_to_node (CandPosition *position)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  cand_cli_json_add_position (builder, position, NULL);
  return json_builder_get_root (builder);
}

static void
test_unknown_position (void)
{
  g_autoptr (CandPosition) position = cand_position_new ("workable:huggingface", "9B5436D6FA");
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object;

  cand_position_set_state (position, CAND_POSITION_STATE_ANNOUNCED);
  node = position_to_node (position);
  object = json_node_get_object (node);
  g_assert_cmpstr (json_object_get_string_member (object, "state"), ==, "announced");
  g_assert_true (json_object_get_null_member (object, "on_board"));
  g_assert_true (json_object_get_null_member (object, "published"));
  g_assert_true (json_object_get_null_member (object, "updated"));
  g_assert_true (json_object_get_null_member (object, "closing"));
  g_assert_true (json_object_get_null_member (object, "pay"));
  g_assert_cmpstr (json_object_get_string_member (object, "pay_text"), ==, "");
  g_assert_true (json_object_get_null_member (object, "last_confirmed"));
  g_assert_cmpstr (json_object_get_string_member (object, "workplace"), ==, "unknown");
  g_assert_cmpstr (json_object_get_string_member (object, "employment"), ==, "unknown");
  g_assert_cmpstr (json_object_get_string_member (object, "employment_type"), ==, "");
  g_assert_cmpstr (json_object_get_string_member (object, "description_text"), ==, "");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "locations")), ==,
                    0);
}

static void
test_not_on_board (void)
{
  g_autoptr (CandPosition) position = cand_position_new ("workable:huggingface", "9B5436D6FA");
  g_autoptr (JsonNode) node = NULL;

  cand_position_set_last_confirmed (position, 1788350400);
  cand_position_set_board_read (position, 1788350460);
  node = position_to_node (position);
  g_assert_false (json_object_get_boolean_member (json_node_get_object (node), "on_board"));
}

static void
test_asks (void)
{
  g_autoptr (CandPosition) position = cand_position_new ("workable:huggingface", "9B5436D6FA");
  g_autoptr (CandForm) form = cand_form_new (CAND_FORM_SOURCE_BOARD);
  g_autoptr (CandField) travel = cand_field_new ("QA_1", CAND_FIELD_TYPE_BOOLEAN, "Travel?");
  g_autoptr (CandField) resume = cand_field_new ("resume", CAND_FIELD_TYPE_FILE, "Resume");
  g_autoptr (CandField) why = cand_field_new ("QA_2", CAND_FIELD_TYPE_PARAGRAPH, "Why?");
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autofree char *text = NULL;

  cand_field_set_required (travel, TRUE);
  cand_form_add_section (form, "s", "Section");
  cand_form_add_field (form, 0, travel);
  cand_form_add_field (form, 0, resume);
  cand_form_add_field (form, 0, why);
  cand_cli_json_add_position (builder, position, form);
  text = cand_cli_json_to_text (builder, FALSE);
  g_assert_true (g_str_has_suffix (
      text, ",\"asks\":{\"form_source\":\"board\",\"questions\":3,\"required\":1,\"written\":1,"
            "\"files\":1,\"sensitive\":0,\"knock_outs\":[\"Travel?\"]}}"));
}

/* What is not stated of a range is null, and no amount is too large to be printed. */
static void
test_pay (void)
{
  const struct
  {
    double minimum;
    double maximum;
    const char *currency;
    CandPayPeriod period;
    const char *json;
  } cases[] = {
    { 20, NAN, "usd", CAND_PAY_PERIOD_HOUR,
      "{\"minimum\":20,\"maximum\":null,\"currency\":\"USD\",\"period\":\"hour\"}" },
    { NAN, 12.25, NULL, CAND_PAY_PERIOD_UNKNOWN,
      "{\"minimum\":null,\"maximum\":12.25,\"currency\":\"\",\"period\":\"unknown\"}" },
    { 1, 1e300, "EUR", CAND_PAY_PERIOD_ONCE,
      "{\"minimum\":1,\"maximum\":1.0000000000000001e+300,\"currency\":\"EUR\",\"period\":"
      "\"once\"}" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CandPosition) position = cand_position_new ("workable:huggingface", "9B5436D6FA");
      g_autoptr (JsonNode) node = NULL;
      g_autofree char *text = NULL;
      CandPay pay;

      g_assert_true (cand_pay_set (&pay, cases[i].minimum, cases[i].maximum, cases[i].currency,
                                   cases[i].period));
      cand_position_set_pay (position, &pay, NULL);
      node = position_to_node (position);
      text = json_to_string (json_object_get_member (json_node_get_object (node), "pay"), FALSE);
      g_assert_cmpstr (text, ==, cases[i].json);
    }
}

static CandForm *
make_form (void)
{
  CandForm *form = cand_form_new (CAND_FORM_SOURCE_BOARD);
  guint section = cand_form_add_section (form, "personal", "Personal information");
  g_autoptr (CandField) name = cand_field_new ("name", CAND_FIELD_TYPE_TEXT, "Name");
  g_autoptr (CandField) resume = cand_field_new ("resume", CAND_FIELD_TYPE_FILE, "Resume");
  g_autoptr (CandField) notice = cand_field_new ("notice", CAND_FIELD_TYPE_DROPDOWN, "Notice");

  cand_field_set_required (name, TRUE);
  cand_field_set_required (resume, TRUE);
  cand_field_add_option (notice, "31", "1 week");
  g_assert_true (cand_form_add_field (form, section, name));
  g_assert_true (cand_form_add_field (form, section, resume));
  g_assert_true (cand_form_add_field (form, section, notice));
  return form;
}

static void
test_application (void)
{
  g_autoptr (CandApplication) application =
      cand_application_new (1, "workable:huggingface:9B5436D6FA");
  g_autoptr (CandForm) form = make_form ();
  g_autoptr (CandAttachment) attachment =
      cand_attachment_new ("cv.pdf", "/nowhere/cv", 5, "abc", 1788350400);
  g_autoptr (CandAside) aside = cand_aside_new (1, "QA_1", "Why?", CAND_FIELD_TYPE_DROPDOWN,
                                                CAND_ASIDE_REMOVED, "7", "Because", NULL);
  g_autoptr (CandAside) file = cand_aside_new (2, "photo", "Photo", CAND_FIELD_TYPE_FILE,
                                               CAND_ASIDE_REMOVED, "", "", attachment);
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autofree char *text = NULL;

  g_list_store_append (cand_application_get_asides (application), aside);
  g_list_store_append (cand_application_get_asides (application), file);
  cand_application_set_title (application, "Accelerate Internship");
  cand_application_set_organisation (application, "Hugging Face");
  cand_application_set_status (application, CAND_APPLICATION_STATUS_NOT_FOR_ME);
  cand_application_set_created (application, 1788350400);
  cand_application_set_updated (application, 1788350460);
  cand_application_open (application, form);
  cand_application_add_step (application, "Read the listing", TRUE);
  cand_answer_set_attachment (cand_application_find_answer (application, "resume"), attachment);

  cand_cli_json_add_application (builder, application, TRUE, FALSE);
  text = cand_cli_json_to_text (builder, FALSE);
  g_assert_cmpstr (
      text, ==,
      "{\"key\":\"workable:huggingface:9B5436D6FA\",\"title\":\"Accelerate Internship\","
      "\"organisation\":\"Hugging Face\",\"application_url\":\"\",\"status\":\"not-for-me\","
      "\"created\":\"2026-09-02T12:00:00Z\",\"updated\":\"2026-09-02T12:01:00Z\",\"form_source\":"
      "\"board\",\"missing\":1,\"answered\":1,\"total\":3,\"steps\":[{\"text\":\"Read the "
      "listing\","
      "\"done\":true}],\"fields\":[{\"id\":\"name\",\"section\":\"Personal information\",\"label\":"
      "\"Name\",\"type\":\"text\",\"required\":true,\"answer\":\"\",\"attachment\":null,\"left_"
      "out\":false,"
      "\"missing\":"
      "true,\"problem\":null},{\"id\":\"resume\",\"section\":\"Personal information\",\"label\":"
      "\"Resume\",\"type\":\"file\",\"required\":true,\"answer\":\"\",\"attachment\":{\"name\":"
      "\"cv.pdf\",\"size\":5,\"sha256\":\"abc\"},\"left_out\":false,\"missing\":false,\"problem\":"
      "null},{\"id\":"
      "\"notice\",\"section\":\"Personal information\",\"label\":\"Notice\",\"type\":\"dropdown\","
      "\"required\":false,\"answer\":\"\",\"attachment\":null,\"left_out\":false,\"missing\":false,"
      "\"problem\":null,"
      "\"options\":[{\"id\":\"31\",\"label\":\"1 week\"}]}],\"set_aside\":[{\"question\":"
      "\"Why?\",\"text\":\"Because\",\"left_out\":false},{\"question\":\"Photo\",\"text\":\"cv."
      "pdf\",\"left_out\":false}]}");
}

/* Whoever answers a group has to know what it asks. */
static void
test_group (void)
{
  g_autoptr (CandApplication) application =
      cand_application_new (1, "workable:huggingface:9B5436D6FA");
  g_autoptr (CandForm) form = cand_form_new (CAND_FORM_SOURCE_BOARD);
  guint section = cand_form_add_section (form, "profile", "Profile");
  g_autoptr (CandField) group = cand_field_new ("education", CAND_FIELD_TYPE_GROUP, "Education");
  g_autoptr (CandField) school = cand_field_new ("school", CAND_FIELD_TYPE_TEXT, "School");
  g_autoptr (CandField) degree = cand_field_new ("degree", CAND_FIELD_TYPE_DROPDOWN, "Degree");
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;

  cand_field_set_required (school, TRUE);
  cand_field_add_option (degree, "7", "Master");
  cand_field_add_field (group, school);
  cand_field_add_field (group, degree);
  g_assert_true (cand_form_add_field (form, section, group));
  cand_application_open (application, form);
  cand_cli_json_add_application (builder, application, TRUE, FALSE);
  node = json_builder_get_root (builder);
  text = json_to_string (json_object_get_member (json_node_get_object (node), "fields"), FALSE);
  g_assert_cmpstr (
      text, ==,
      "[{\"id\":\"education\",\"section\":\"Profile\",\"label\":\"Education\",\"type\":\"group\","
      "\"required\":false,\"answer\":\"\",\"attachment\":null,\"left_out\":false,\"missing\":false,"
      "\"problem\":null,"
      "\"fields\":[{\"id\":\"school\",\"label\":\"School\",\"type\":\"text\",\"required\":true},"
      "{\"id\":\"degree\",\"label\":\"Degree\",\"type\":\"dropdown\",\"required\":false,"
      "\"options\":[{\"id\":\"7\",\"label\":\"Master\"}]}]}]");
}

static void
test_application_row (void)
{
  g_autoptr (CandApplication) application =
      cand_application_new (1, "workable:huggingface:9B5436D6FA");
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object;

  cand_application_set_counts (application, 10, 5, 18);
  cand_cli_json_add_application (builder, application, FALSE, FALSE);
  node = json_builder_get_root (builder);
  object = json_node_get_object (node);
  g_assert_true (json_object_get_null_member (object, "form_source"));
  g_assert_cmpint (json_object_get_int_member (object, "missing"), ==, 10);
  g_assert_cmpint (json_object_get_int_member (object, "answered"), ==, 5);
  g_assert_cmpint (json_object_get_int_member (object, "total"), ==, 18);
  g_assert_cmpstr (json_object_get_string_member (object, "status"), ==, "drafting");
  g_assert_false (json_object_has_member (object, "fields"));
}

static void
test_report (void)
{
  char *fresh[] = { (char *) "workable:huggingface:A", NULL };
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "cut short");
  CandBoardReport report = { .board = (char *) "workable:huggingface",
                             .state = CAND_BOARD_STATE_FAILED,
                             .error = error,
                             .new_keys = fresh,
                             .skipped = 2 };
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autofree char *text = NULL;

  cand_cli_json_add_report (builder, &report);
  text = cand_cli_json_to_text (builder, FALSE);
  g_assert_cmpstr (text, ==,
                   "{\"board\":\"workable:huggingface\",\"state\":\"failed\",\"reason\":\"cut "
                   "short\",\"new\":[\"workable:huggingface:A\"],\"changed\":[],\"gone\":[],"
                   "\"skipped\":2}");
}

static void
test_programme_report (void)
{
  char *withdrawn[] = { (char *) "Skops Internship", NULL };
  char *renamed[] = { (char *) "Text to Speech Internship", NULL };
  char *earlier[] = { (char *) "Speech Internship", NULL };
  CandProgrammeChanges changes = {
    .withdrawn = withdrawn, .renamed = renamed, .earlier = earlier, .text_changed = TRUE
  };
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "cut short");
  const CandProgrammeReport reports[] = {
    { .name = (char *) "interns-2023",
      .title = (char *) "We are hiring interns!",
      .changes = &changes },
    { .name = (char *) "interns-2024", .error = error },
  };
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autofree char *text = NULL;

  json_builder_begin_array (builder);
  for (gsize i = 0; i < G_N_ELEMENTS (reports); i++)
    cand_cli_json_add_programme_report (builder, &reports[i]);
  json_builder_end_array (builder);
  text = cand_cli_json_to_text (builder, FALSE);
  g_assert_cmpstr (
      text, ==,
      "[{\"name\":\"interns-2023\",\"title\":\"We are hiring interns!\",\"reason\":\"\","
      "\"withdrawn\":[\"Skops Internship\"],\"added\":[],\"renamed\":[\"Text to Speech "
      "Internship\"],\"earlier\":[\"Speech Internship\"],\"date_changed\":false,"
      "\"text_changed\":true},{\"name\":"
      "\"interns-2024\",\"title\":\"\",\"reason\":\"cut short\",\"withdrawn\":[],"
      "\"added\":[],\"renamed\":[],\"earlier\":[],\"date_changed\":false,"
      "\"text_changed\":false}]");
}

static void
test_import (void)
{
  const CandImportReport report = { .n_followed = 2, .n_known = 1, .n_refused = 3 };
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autofree char *text = NULL;

  cand_cli_json_add_import (builder, &report, NULL);
  text = cand_cli_json_to_text (builder, FALSE);
  g_assert_cmpstr (text, ==, "{\"followed\":2,\"known\":1,\"refused\":3}");
}

static void
test_import_resume (void)
{
  const CandImportReport report = { 0 };
  CandProfileDifference difference = { .part = CAND_PROFILE_EMAIL,
                                       .present = (char *) "a@a.example",
                                       .offered = (char *) "b@a.example" };
  g_autoptr (GPtrArray) differences = g_ptr_array_new ();
  CandResumeReport resume = { .filled =
                                  1u << CAND_PROFILE_FIRST_NAME | 1u << CAND_PROFILE_EDUCATION,
                              .differences = differences,
                              .n_odd = 2 };
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autofree char *text = NULL;

  g_ptr_array_add (differences, &difference);
  cand_cli_json_add_import (builder, &report, &resume);
  text = cand_cli_json_to_text (builder, FALSE);
  g_assert_cmpstr (text, ==,
                   "{\"followed\":0,\"known\":0,\"refused\":0,\"profile\":{\"filled\":"
                   "[\"first-name\",\"education\"],\"differs\":[{\"part\":\"email\",\"profile\":"
                   "\"a@a.example\",\"file\":\"b@a.example\"}],\"odd\":2}}");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/json/position", test_position);
  g_test_add_func ("/cli/json/unknown-position", test_unknown_position);
  g_test_add_func ("/cli/json/not-on-board", test_not_on_board);
  g_test_add_func ("/cli/json/asks", test_asks);
  g_test_add_func ("/cli/json/pay", test_pay);
  g_test_add_func ("/cli/json/application", test_application);
  g_test_add_func ("/cli/json/group", test_group);
  g_test_add_func ("/cli/json/application-row", test_application_row);
  g_test_add_func ("/cli/json/report", test_report);
  g_test_add_func ("/cli/json/programme-report", test_programme_report);
  g_test_add_func ("/cli/json/import", test_import);
  g_test_add_func ("/cli/json/import-resume", test_import_resume);
  return g_test_run ();
}
