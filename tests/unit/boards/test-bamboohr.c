/* test-bamboohr.c: BambooHR: addresses, lists, openings, forms
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "system-checks.h"

static const CandBoardSystem *
bamboohr (void)
{
  return cand_board_system_find ("bamboohr");
}

static void
test_addresses (void)
{
  static const AddressCase cases[] = {
    { "https://lantern.bamboohr.com/careers", "lantern", NULL },
    { "LANTERN.BambooHR.com/careers/", "lantern", NULL },
    { "https://lantern.bamboohr.com", "lantern", NULL },
    { "https://lantern.bamboohr.com/careers/list", "lantern", NULL },
    { "https://lantern.bamboohr.com/careers/86", "lantern", "86" },
    { "https://lantern.bamboohr.com/careers/86?source=aWQ9Mg%3D%3D", "lantern", "86" },
    { "https://lantern.bamboohr.com/careers/86/detail", "lantern", "86" },
    { "https://lantern.bamboohr.com/jobs/", "lantern", NULL },
    { "https://lantern.bamboohr.com/jobs/view.php?id=86&utm_source=x", "lantern", "86" },
    { "https://lantern.bamboohr.com/jobs/embed2.php", "lantern", NULL },
  };
  static const char *const others[] = {
    "https://bamboohr.com/",
    "https://www.bamboohr.com/careers/86",
    "https://api.bamboohr.com/api/gateway.php/lantern",
    "https://a.b.bamboohr.com/careers",
    "https://lantern.bamboohr.com.example.com/careers",
    NULL,
  };

  assert_addresses (bamboohr (), cases, G_N_ELEMENTS (cases));
  assert_no_addresses (bamboohr (), others);
}

static void
test_requests (void)
{
  const CandBoardSystem *system = bamboohr ();

  g_assert_cmpint (system->traits, ==, CAND_BOARD_LIST_LACKS_TEXT);
  assert_url (system->board_url ("lantern"), "https://lantern.bamboohr.com/careers");
  assert_url (system->position_url ("lantern", "86"), "https://lantern.bamboohr.com/careers/86");
  assert_url (system->application_url ("lantern", "86"), "https://lantern.bamboohr.com/careers/86");
  assert_request (system->list_request ("lantern", NULL),
                  "https://lantern.bamboohr.com/careers/list");
  assert_request (system->position_request ("lantern", "86"),
                  "https://lantern.bamboohr.com/careers/86/detail");
  assert_request (system->form_request ("lantern", "86"),
                  "https://lantern.bamboohr.com/careers/86/detail");
}

static void
assert_opening (CandListing *listing,
                guint index,
                const char *code,
                const char *title,
                const char *department,
                const char *place,
                CandWorkplace workplace,
                CandEmployment employment,
                const char *employment_text)
{
  CandPosition *position = g_ptr_array_index (listing->positions, index);

  g_assert_cmpstr (cand_position_get_code (position), ==, code);
  g_assert_cmpstr (cand_position_get_title (position), ==, title);
  g_assert_cmpstr (cand_position_get_department (position), ==, department);
  g_assert_cmpstr (cand_position_get_team (position), ==, department);
  assert_locations (position, place);
  g_assert_cmpint (cand_position_get_workplace (position), ==, workplace);
  g_assert_cmpint (cand_position_get_employment (position), ==, employment);
  g_assert_cmpstr (cand_position_get_employment_text (position), ==, employment_text);
  g_assert_null (cand_position_get_description (position));
}

static void
test_list (void)
{
  g_autoptr (GBytes) body = cand_test_read_fixture ("bamboohr/list.json");
  g_autoptr (CandListing) listing = parse_list (bamboohr (), "lantern", NULL, body);
  CandPosition *keeper = g_ptr_array_index (listing->positions, 0);

  g_assert_null (listing->name);
  g_assert_cmpuint (listing->positions->len, ==, 5);
  g_assert_cmpuint (listing->skipped, ==, 3);
  g_assert_null (listing->next);
  g_assert_cmpstr (cand_position_get_key (keeper), ==, "bamboohr:lantern:86");
  g_assert_cmpstr (cand_position_get_organisation (keeper), ==, "lantern");
  g_assert_cmpstr (cand_position_get_url (keeper), ==, "https://lantern.bamboohr.com/careers/86");

  assert_opening (listing, 0, "86", "Keeper of the Lamp", "Towers", "Lagos, Faro | Sagres, Faro",
                  CAND_WORKPLACE_ON_SITE, CAND_EMPLOYMENT_FULL_TIME, "Full Time");
  assert_opening (listing, 1, "87", "Painter of <b>Maps</b>", "", "Gaspé, Québec, Canada",
                  CAND_WORKPLACE_HYBRID, CAND_EMPLOYMENT_UNKNOWN, "By the tide");
  assert_opening (listing, 2, "88", "Night Watch", "", "", CAND_WORKPLACE_REMOTE,
                  CAND_EMPLOYMENT_UNKNOWN, "");
  assert_opening (listing, 3, "89", "Bell Ringer", "", "", CAND_WORKPLACE_UNKNOWN,
                  CAND_EMPLOYMENT_UNKNOWN, "");
  assert_opening (listing, 4, "90", "Ferry Pilot", "", "", CAND_WORKPLACE_REMOTE,
                  CAND_EMPLOYMENT_UNKNOWN, "");
}

static void
test_refused (void)
{
  static const AnswerKind kinds[] = { ANSWER_LIST, ANSWER_POSITION, ANSWER_FORM };
  const char *lacking = "{\"meta\":{\"totalCount\":3},\"result\":[{\"id\":\"1\","
                        "\"jobOpeningName\":\"N\"},7]}";
  g_autoptr (GBytes) lacking_body = g_bytes_new_static (lacking, strlen (lacking));
  g_autoptr (CandListing) fewer = parse_list (bamboohr (), "anyone", NULL, lacking_body);
  g_autoptr (GBytes) empty = g_bytes_new_static ("{\"meta\":{\"totalCount\":0},\"result\":[]}", 37);
  g_autoptr (CandListing) listing = parse_list (bamboohr (), "anyone", NULL, empty);

  g_assert_cmpuint (listing->positions->len, ==, 0);
  g_assert_cmpint (listing->total, ==, 0);
  g_assert_cmpuint (fewer->n_entries, ==, 2);
  g_assert_cmpint (fewer->total, ==, 3);
  /* A company that is gone is led to BambooHR's own front page. */
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    assert_text_refused (bamboohr (), kinds[i], "\n <!DOCTYPE html><title>BambooHR</title>",
                         "BambooHR answered with a web page, as it does for a company that has no "
                         "careers page there");
  assert_text_refused (bamboohr (), ANSWER_LIST, "{\"result\":{}}",
                       "“result” of BambooHR’s list is not an array but an object");
  assert_text_refused (bamboohr (), ANSWER_LIST, "{\"result\":[1]}",
                       "BambooHR: none of the 1 entries of the list can be read");
  assert_text_refused (bamboohr (), ANSWER_POSITION, "{\"result\":{}}",
                       "“jobOpening” of BambooHR’s answer is not an object but nothing");
  assert_text_refused (bamboohr (), ANSWER_POSITION, "{\"result\":{\"jobOpening\":{}}}",
                       "BambooHR’s opening 1 has no name");
  assert_text_refused (bamboohr (), ANSWER_FORM, "{\"result\":{\"jobOpening\":{}}}",
                       "“formFields” of BambooHR’s answer is not an object but nothing");
  assert_text_refused (bamboohr (), ANSWER_FORM, "{\"result\":{\"formFields\":{\"phone\":null}}}",
                       "BambooHR’s form has no field");
  assert_text_refused (bamboohr (), ANSWER_FORM, "{\"result\":{\"formFields\":{\" \":{}}}}",
                       "BambooHR’s form has no field");
}

static void
test_opening (void)
{
  const char *closed =
      "{\"result\":{\"jobOpening\":{\"jobOpeningName\":\"N\",\"jobOpeningStatus\":\"Closed\"}}}";
  g_autoptr (GBytes) body = cand_test_read_fixture ("bamboohr/detail.json");
  g_autoptr (GBytes) closed_body = g_bytes_new_static (closed, strlen (closed));
  g_autoptr (GError) error = NULL;
  g_autoptr (CandPosition) position = bamboohr ()->parse_position ("lantern", "1", body, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (cand_position_get_key (position), ==, "bamboohr:lantern:1");
  g_assert_cmpstr (cand_position_get_title (position), ==, "Keeper of the Lamp");
  assert_locations (position, "Lagos, Faro, Portugal");
  g_assert_cmpstr (cand_position_get_description (position), ==, "<p>Climb &amp; polish.</p>");
  g_assert_cmpstr (cand_position_get_published (position), ==, "2026-05-04");
  g_assert_cmpstr (cand_position_get_experience (position), ==, "Mid-level");
  g_assert_cmpstr (cand_position_get_pay_text (position), ==,
                   "€ 2,000 – 2,500 a month, and the view");
  assert_pay (position, NULL);
  g_assert_cmpint (cand_position_get_workplace (position), ==, CAND_WORKPLACE_ON_SITE);

  g_assert_null (bamboohr ()->parse_position ("lantern", "1", closed_body, &error));
  g_assert_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_NO_POSITION);
}

static void
test_form (void)
{
  g_autoptr (GBytes) body = cand_test_read_fixture ("bamboohr/detail.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (CandForm) form = bamboohr ()->parse_form (body, &error);
  CandField *field;

  g_assert_no_error (error);
  g_assert_cmpint (cand_form_get_source (form), ==, CAND_FORM_SOURCE_BOARD);
  g_assert_cmpuint (cand_form_get_n_sections (form), ==, 3);
  assert_section (form, 0, "Personal information",
                  "firstName:* lastName:* email:* phone:* state: countryId:* dateAvailable: "
                  "desiredPay: linkedinUrl: resumeFileId:* coverLetterFileId: lampSize:");
  assert_section (form, 1, "Voluntary self-identification", "veteranStatusId:");
  assert_section (form, 2, "Questions",
                  "question_401:long* question_402:short question_403:yes_no* "
                  "question_404:checkbox* question_405:multi question_406:multi "
                  "question_407:hologram");

  g_assert_cmpint (cand_field_get_field_type (cand_form_find_field (form, "email")), ==,
                   CAND_FIELD_TYPE_EMAIL);
  g_assert_cmpint (cand_field_get_field_type (cand_form_find_field (form, "phone")), ==,
                   CAND_FIELD_TYPE_PHONE);
  g_assert_cmpint (cand_field_get_field_type (cand_form_find_field (form, "state")), ==,
                   CAND_FIELD_TYPE_TEXT);
  g_assert_cmpint (cand_field_get_field_type (cand_form_find_field (form, "resumeFileId")), ==,
                   CAND_FIELD_TYPE_FILE);
  field = cand_form_find_field (form, "countryId");
  g_assert_cmpint (cand_field_get_field_type (field), ==, CAND_FIELD_TYPE_DROPDOWN);
  assert_options (field, "177=Portugal|38=Canada");
  field = cand_form_find_field (form, "dateAvailable");
  g_assert_cmpint (cand_field_get_field_type (field), ==, CAND_FIELD_TYPE_DATE);
  g_assert_cmpstr (cand_field_get_label (field), ==, "Date available");
  g_assert_true (cand_field_get_sensitive (cand_form_find_field (form, "desiredPay")));
  g_assert_cmpstr (cand_field_get_label (cand_form_find_field (form, "lampSize")), ==, "lampSize");
  field = cand_form_find_field (form, "veteranStatusId");
  g_assert_cmpint (cand_field_get_field_type (field), ==, CAND_FIELD_TYPE_DROPDOWN);
  g_assert_cmpstr (cand_field_get_label (field), ==, "Veteran status");
  g_assert_true (cand_field_get_sensitive (field));
  assert_options (field, "1=I am a veteran|2=I do not wish to answer");
}

static void
test_questions (void)
{
  g_autoptr (GBytes) body = cand_test_read_fixture ("bamboohr/detail.json");
  g_autoptr (CandForm) form = bamboohr ()->parse_form (body, NULL);
  static const struct
  {
    const char *id;
    CandFieldType type;
    const char *label;
  } cases[] = {
    { "question_401", CAND_FIELD_TYPE_PARAGRAPH, "Why a lighthouse?" },
    { "question_402", CAND_FIELD_TYPE_TEXT, "How did you hear of us?" },
    { "question_403", CAND_FIELD_TYPE_BOOLEAN, "Can you climb?" },
    { "question_404", CAND_FIELD_TYPE_BOOLEAN, "I agree to the privacy notice" },
    { "question_405", CAND_FIELD_TYPE_DROPDOWN, "Which shift?" },
    { "question_406", CAND_FIELD_TYPE_TEXT, "Nothing to choose" },
    { "question_407", CAND_FIELD_TYPE_TEXT, "A drawing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CandField *field = cand_form_find_field (form, cases[i].id);

      g_assert_cmpint (cand_field_get_field_type (field), ==, cases[i].type);
      g_assert_cmpstr (cand_field_get_label (field), ==, cases[i].label);
    }
  g_assert_true (cand_field_get_sensitive (cand_form_find_field (form, "question_404")));
  assert_options (cand_form_find_field (form, "question_405"), "71=Day|72=Night|other=Other");
}

static void
test_hostile (void)
{
  assert_hostile_survived (bamboohr (), ANSWER_LIST, "bamboohr/list.json");
  assert_hostile_survived (bamboohr (), ANSWER_POSITION, "bamboohr/detail.json");
  assert_hostile_survived (bamboohr (), ANSWER_FORM, "bamboohr/detail.json");
}

static void
test_sample_list (void)
{
  g_autoptr (CandListing) listing =
      parse_list_sample (bamboohr (), "acme", NULL, "bamboohr/careerkit.json");

  if (listing == NULL)
    return;
  g_assert_cmpuint (listing->positions->len, ==, 2);
  g_assert_cmpuint (listing->skipped, ==, 0);
  assert_opening (listing, 0, "86", "Nurse Paralegal", "Legal", "Fort Lauderdale, Florida",
                  CAND_WORKPLACE_ON_SITE, CAND_EMPLOYMENT_FULL_TIME, "Full Time");
  assert_opening (listing, 1, "87", "Marketing & Social Media Intern", "Marketing",
                  "Fort Lauderdale, Florida", CAND_WORKPLACE_ON_SITE, CAND_EMPLOYMENT_INTERNSHIP,
                  "Internship");
}

/* The list is wrapped, and so are the answers about each of its openings. */
static void
test_sample_details (void)
{
  g_autoptr (GBytes) body = cand_test_read_sample ("bamboohr/jobspedia-list-and-details.json");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (CandListing) listing = NULL;
  g_autoptr (GBytes) list = NULL;
  JsonObject *wrapper;
  JsonObject *details;
  char *text;
  static const struct
  {
    const char *code;
    const char *title;
    const char *place;
    const char *published;
    const char *description;
    CandWorkplace workplace;
  } cases[] = {
    { "301", "Senior Backend Engineer", "Austin, TX, United States", "2026-01-15",
      "<p>Build great things.</p>", CAND_WORKPLACE_ON_SITE },
    { "302", "Remote Support Engineer", "United States", "2026-02-01", "<p>Help our customers.</p>",
      CAND_WORKPLACE_REMOTE },
  };

  if (body == NULL)
    return;
  g_assert_true (json_parser_load_from_data (parser, g_bytes_get_data (body, NULL),
                                             g_bytes_get_size (body), NULL));
  wrapper = json_node_get_object (json_parser_get_root (parser));
  text = json_to_string (json_object_get_member (wrapper, "list"), FALSE);
  list = g_bytes_new_take (text, strlen (text));
  listing = parse_list (bamboohr (), "acme", NULL, list);
  g_assert_cmpuint (listing->positions->len, ==, 2);
  assert_opening (listing, 0, "301", "Senior Backend Engineer", "Engineering", "Austin, TX",
                  CAND_WORKPLACE_ON_SITE, CAND_EMPLOYMENT_UNKNOWN, "");
  assert_opening (listing, 1, "302", "Remote Support Engineer", "Support", "United States",
                  CAND_WORKPLACE_REMOTE, CAND_EMPLOYMENT_UNKNOWN, "");

  details = json_object_get_object_member (wrapper, "details");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) detail = NULL;
      g_autoptr (CandPosition) position = NULL;

      text = json_to_string (json_object_get_member (details, cases[i].code), FALSE);
      detail = g_bytes_new_take (text, strlen (text));
      position = bamboohr ()->parse_position ("acme", cases[i].code, detail, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (cand_position_get_title (position), ==, cases[i].title);
      assert_locations (position, cases[i].place);
      g_assert_cmpstr (cand_position_get_published (position), ==, cases[i].published);
      g_assert_cmpstr (cand_position_get_description (position), ==, cases[i].description);
      g_assert_cmpint (cand_position_get_workplace (position), ==, cases[i].workplace);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/boards/bamboohr/addresses", test_addresses);
  g_test_add_func ("/boards/bamboohr/requests", test_requests);
  g_test_add_func ("/boards/bamboohr/list", test_list);
  g_test_add_func ("/boards/bamboohr/refused", test_refused);
  g_test_add_func ("/boards/bamboohr/opening", test_opening);
  g_test_add_func ("/boards/bamboohr/form", test_form);
  g_test_add_func ("/boards/bamboohr/questions", test_questions);
  g_test_add_func ("/boards/bamboohr/hostile", test_hostile);
  g_test_add_func ("/boards/bamboohr/samples/list", test_sample_list);
  g_test_add_func ("/boards/bamboohr/samples/details", test_sample_details);
  return g_test_run ();
}
