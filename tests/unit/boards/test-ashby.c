/* test-ashby.c: Ashby's addresses, positions and forms
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "system-checks.h"

#define ID "1a2b3c4d-0001-4e5f-8a9b-0c1d2e3f4a5b"

static const CandBoardSystem *
ashby (void)
{
  return cand_board_system_find ("ashby");
}

static CandListing *
parse_fixture (void)
{
  g_autoptr (GBytes) bytes = cand_test_read_fixture ("ashby/list.json");

  return parse_list (ashby (), "Clear Glass", NULL, bytes);
}

static CandForm *
parse_form_fixture (void)
{
  g_autoptr (GBytes) bytes = cand_test_read_fixture ("ashby/form.json");

  return parse_form (ashby (), bytes);
}

static void
test_addresses (void)
{
  static const AddressCase cases[] = {
    { "https://jobs.ashbyhq.com/ClearGlass", "ClearGlass", NULL },
    { "jobs.ashbyhq.com/clear-glass/", "clear-glass", NULL },
    { "HTTPS://Jobs.AshbyHQ.com/ClearGlass?utm_source=x&departmentId=1", "ClearGlass", NULL },
    { "https://jobs.ashbyhq.com/Clear%20Glass", "Clear Glass", NULL },
    { "https://jobs.ashbyhq.com/glass.ai", "glass.ai", NULL },
    { "https://jobs.ashbyhq.com/glasbl%C3%A4ser", "glasbläser", NULL },
    { "https://jobs.ashbyhq.com/ClearGlass/" ID, "ClearGlass", ID },
    { "https://jobs.ashbyhq.com/ClearGlass/1A2B3C4D-0001-4E5F-8A9B-0C1D2E3F4A5B/", "ClearGlass",
      ID },
    { "https://jobs.ashbyhq.com/Clear%20Glass/" ID "/application?src=x#top", "Clear Glass", ID },
    { "https://jobs.ashbyhq.com/ClearGlass?ashby_jid=" ID, "ClearGlass", ID },
    { "https://jobs.ashbyhq.com/ClearGlass/embed?version=2", "ClearGlass", NULL },
    { "https://api.ashbyhq.com/posting-api/job-board/ClearGlass?includeCompensation=true",
      "ClearGlass", NULL },
  };
  static const char *const others[] = {
    "https://jobs.ashbyhq.com/",
    "https://jobs.ashbyhq.com/api/non-user-graphql?op=ApiJobPosting",
    "https://jobs.ashbyhq.com/_next/static/x.js",
    "https://jobs.ashbyhq.com/clear:glass",
    "https://jobs.ashbyhq.com/%20",
    "https://jobs.ashbyhq.com/..%0a",
    "https://jobs.ashbyhq.com/clear%2Fglass",
    "https://jobs.ashbyhq.com/%ff",
    "https://api.ashbyhq.com/posting-api/job-board/",
    "https://api.ashbyhq.com/v1/job-board/ClearGlass",
    "https://www.ashbyhq.com/ClearGlass",
    "https://jobs.ashbyhq.com.example/ClearGlass",
    /* Whose position that is, nobody says. */
    "https://glass.example/careers?ashby_jid=" ID,
    NULL,
  };

  assert_addresses (ashby (), cases, G_N_ELEMENTS (cases));
  assert_no_addresses (ashby (), others);
}

static void
test_requests (void)
{
  assert_url (ashby ()->board_url ("Clear Glass"), "https://jobs.ashbyhq.com/Clear%20Glass");
  assert_url (ashby ()->position_url ("ClearGlass", ID), "https://jobs.ashbyhq.com/ClearGlass/" ID);
  assert_url (ashby ()->application_url ("ClearGlass", ID),
              "https://jobs.ashbyhq.com/ClearGlass/" ID "/application");
  assert_request (ashby ()->list_request ("Clear Glass", NULL),
                  "https://api.ashbyhq.com/posting-api/job-board/Clear%20Glass"
                  "?includeCompensation=true");
}

static void
test_form_request (void)
{
  g_autoptr (CandRequest) request = ashby ()->form_request ("Clear \"Glass\"", ID);
  GBytes *body = cand_request_get_body (request);
  g_autofree char *text = g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));
  g_autoptr (JsonNode) root = json_from_string (text, NULL);
  JsonObject *top = json_node_get_object (root);
  JsonObject *variables = json_object_get_object_member (top, "variables");

  g_assert_cmpstr (cand_request_get_method (request), ==, "POST");
  g_assert_cmpstr (cand_request_get_url (request), ==,
                   "https://jobs.ashbyhq.com/api/non-user-graphql?op=ApiJobPosting");
  g_assert_cmpstr (cand_request_get_accept (request), ==, "application/json");
  g_assert_cmpstr (cand_request_get_body_type (request), ==, "application/json");
  g_assert_cmpuint (cand_request_get_spacing (request), ==, 1000);
  g_assert_cmpuint (cand_request_get_spacing_after_refusal (request), ==, 5000);

  g_assert_cmpstr (json_object_get_string_member (top, "operationName"), ==, "ApiJobPosting");
  g_assert_cmpstr (json_object_get_string_member (variables, "organizationHostedJobsPageName"), ==,
                   "Clear \"Glass\"");
  g_assert_cmpstr (json_object_get_string_member (variables, "jobPostingId"), ==, ID);
  g_assert_cmpstr (
      json_object_get_string_member (top, "query"), ==,
      "query ApiJobPosting($organizationHostedJobsPageName: String!, $jobPostingId: String!) { "
      "jobPosting(organizationHostedJobsPageName: $organizationHostedJobsPageName, jobPostingId: "
      "$jobPostingId) { applicationForm { sections { title fieldEntries { ... on FormFieldEntry { "
      "id field isRequired descriptionHtml } } } } surveyForms { sections { title fieldEntries { "
      "... on FormFieldEntry { id field isRequired descriptionHtml } } } } } }");
}

static void
test_facts (void)
{
  g_autoptr (CandListing) listing = parse_fixture ();
  CandPosition *glass = nth (listing, 0);

  /* The one that is not listed is not counted either. */
  g_assert_cmpuint (listing->positions->len, ==, 4);
  g_assert_cmpuint (listing->skipped, ==, 3);
  g_assert_null (listing->name);
  g_assert_null (listing->next);

  g_assert_cmpstr (cand_position_get_key (glass), ==, "ashby:Clear Glass:" ID);
  g_assert_cmpstr (cand_position_get_title (glass), ==, "Glass Blower");
  g_assert_cmpstr (cand_position_get_organisation (glass), ==, "Clear Glass");
  g_assert_cmpstr (cand_position_get_department (glass), ==, "Workshop / Furnace");
  g_assert_cmpint (cand_position_get_state (glass), ==, CAND_POSITION_STATE_OPEN);
  assert_locations (glass, "Murano, Italy | Venice, Italy | Padua, Veneto, Italy");
  g_assert_cmpint (cand_position_get_workplace (glass), ==, CAND_WORKPLACE_HYBRID);
  g_assert_cmpstr (cand_position_get_workplace_text (glass), ==, "Hybrid");
  g_assert_cmpint (cand_position_get_employment (glass), ==, CAND_EMPLOYMENT_FULL_TIME);
  g_assert_cmpstr (cand_position_get_employment_text (glass), ==, "FullTime");
  g_assert_cmpstr (cand_position_get_published (glass), ==, "2026-04-20T22:43:56.531+00:00");
  g_assert_cmpstr (cand_position_get_description (glass), ==, "<p>Blow glass.</p>");
  g_assert_cmpstr (cand_position_get_url (glass), ==, "https://jobs.ashbyhq.com/Clear%20Glass/" ID);
  g_assert_cmpstr (cand_position_get_application_url (glass), ==,
                   "https://jobs.ashbyhq.com/Clear%20Glass/" ID "/application");
  assert_pay (glass, "30000-42500 EUR year");
  g_assert_cmpstr (cand_position_get_pay_text (glass), ==, "€30K – €42.5K • Offers Equity");
}

static void
test_missing_facts (void)
{
  g_autoptr (CandListing) listing = parse_fixture ();
  CandPosition *lens = nth (listing, 1);
  CandPosition *mirror = nth (listing, 2);
  CandPosition *sand = nth (listing, 3);

  g_assert_cmpstr (cand_position_get_title (lens), ==, "<b>Lens</b> Intern");
  g_assert_cmpstr (cand_position_get_department (lens), ==, "Optics");
  g_assert_cmpint (cand_position_get_employment (lens), ==, CAND_EMPLOYMENT_INTERNSHIP);
  assert_locations (lens, "Jena, Thuringia, Germany");
  g_assert_cmpint (cand_position_get_workplace (lens), ==, CAND_WORKPLACE_REMOTE);
  g_assert_cmpstr (cand_position_get_workplace_text (lens), ==, "");
  /* A time without a zone. */
  g_assert_cmpstr (cand_position_get_published (lens), ==, "2026-05-01");
  g_assert_cmpstr (cand_position_get_description (lens), ==, "<p>Grind &amp; polish.</p>");
  g_assert_cmpstr (cand_position_get_url (lens), ==,
                   "https://jobs.ashbyhq.com/Clear%20Glass/1a2b3c4d-0003-4e5f-8a9b-0c1d2e3f4a5b");
  g_assert_cmpstr (
      cand_position_get_application_url (lens), ==,
      "https://jobs.ashbyhq.com/Clear%20Glass/1a2b3c4d-0003-4e5f-8a9b-0c1d2e3f4a5b/application");
  /* The employer does not want it shown. */
  assert_pay (lens, NULL);
  g_assert_cmpstr (cand_position_get_pay_text (lens), ==, "");

  g_assert_cmpstr (cand_position_get_department (mirror), ==, "Silver");
  g_assert_cmpint (cand_position_get_employment (mirror), ==, CAND_EMPLOYMENT_CONTRACT);
  g_assert_cmpint (cand_position_get_workplace (mirror), ==, CAND_WORKPLACE_ON_SITE);
  g_assert_cmpstr (cand_position_get_workplace_text (mirror), ==, "OnSite");
  g_assert_null (cand_position_get_published (mirror));
  g_assert_null (cand_position_get_description (mirror));
  /* Two currencies: the words only. */
  assert_pay (mirror, NULL);
  g_assert_cmpstr (cand_position_get_pay_text (mirror), ==, "$50 - £60");

  g_assert_cmpint (cand_position_get_employment (sand), ==, CAND_EMPLOYMENT_TEMPORARY);
  g_assert_cmpint (cand_position_get_workplace (sand), ==, CAND_WORKPLACE_UNKNOWN);
  assert_locations (sand, "");
  g_assert_cmpstr (cand_position_get_department (sand), ==, "");
}

static void
test_none_listed (void)
{
  static const char json[] = "{\"jobs\": [{\"id\": \"" ID "\", \"title\": \"Quiet\", "
                             "\"isListed\": false}, {\"isListed\": false}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (CandListing) listing = parse_list (ashby (), "ClearGlass", NULL, bytes);

  g_assert_cmpuint (listing->positions->len, ==, 0);
  g_assert_cmpuint (listing->skipped, ==, 0);
}

static void
test_sections (void)
{
  g_autoptr (CandForm) form = parse_form_fixture ();

  g_assert_cmpint (cand_form_get_source (form), ==, CAND_FORM_SOURCE_BOARD);
  g_assert_cmpuint (cand_form_get_n_sections (form), ==, 4);
  assert_section (form, 0, "Application",
                  "_systemfield_name:String* _systemfield_email:Email* f3:Phone "
                  "_systemfield_resume:File* _systemfield_location:Location* "
                  "_systemfield_education:EducationHistory");
  assert_section (form, 1, "Glass",
                  "f7:LongText* f8:Date f9:Number f10:Boolean* f11:ValueSelect "
                  "f12:MultiValueSelect f13:Url f14:Hologram f15:ValueSelect f16:Boolean* "
                  "f17:String e18:String field_19:String");
  assert_section (form, 2, "About You", "_systemfield_eeoc_gender:ValueSelect f7#26:LongText");
  assert_section (form, 3, "Survey", "keep:MultiValueSelect*");
}

static void
test_types (void)
{
  static const FieldTypeCase cases[] = {
    { "_systemfield_name", CAND_FIELD_TYPE_TEXT },
    { "_systemfield_email", CAND_FIELD_TYPE_EMAIL },
    { "f3", CAND_FIELD_TYPE_PHONE },
    { "_systemfield_resume", CAND_FIELD_TYPE_FILE },
    { "_systemfield_location", CAND_FIELD_TYPE_TEXT },
    { "_systemfield_education", CAND_FIELD_TYPE_PARAGRAPH },
    { "f7", CAND_FIELD_TYPE_PARAGRAPH },
    { "f8", CAND_FIELD_TYPE_DATE },
    { "f9", CAND_FIELD_TYPE_NUMBER },
    { "f10", CAND_FIELD_TYPE_BOOLEAN },
    { "f11", CAND_FIELD_TYPE_DROPDOWN },
    { "f12", CAND_FIELD_TYPE_MULTIPLE },
    { "f13", CAND_FIELD_TYPE_TEXT },
    /* Unknown, and nothing to choose. */
    { "f14", CAND_FIELD_TYPE_TEXT },
    { "f15", CAND_FIELD_TYPE_TEXT },
  };
  g_autoptr (CandForm) form = parse_form_fixture ();

  assert_field_types (form, cases, G_N_ELEMENTS (cases));
}

static void
test_texts (void)
{
  g_autoptr (CandForm) form = parse_form_fixture ();
  CandField *name = cand_form_find_field (form, "_systemfield_name");
  CandField *untitled = cand_form_find_field (form, "f16");

  g_assert_cmpstr (cand_field_get_label (name), ==, "Name");
  g_assert_cmpstr (cand_field_get_helper (name), ==, "As friends call you.");
  g_assert_cmpstr (cand_field_get_label (untitled), ==, "Have you read all of it?");
  g_assert_cmpstr (cand_field_get_helper (untitled), ==, "");
  g_assert_cmpstr (cand_field_get_label (cand_form_find_field (form, "f17")), ==, "Shoe Size");
  assert_options (cand_form_find_field (form, "f11"), "w1=1 week|2 weeks=2 weeks|w3=w3");
  assert_options (cand_form_find_field (form, "f12"), "b=Blown|c=Cut");
  g_assert_false (cand_field_get_single_option (cand_form_find_field (form, "f12")));
}

static void
test_surveys_are_sensitive (void)
{
  g_autoptr (CandForm) form = parse_form_fixture ();

  g_assert_true (cand_field_get_sensitive (cand_form_find_field (form, "f7#26")));
  g_assert_true (cand_field_get_sensitive (cand_form_find_field (form, "keep")));
  g_assert_true (
      cand_field_get_sensitive (cand_form_find_field (form, "_systemfield_eeoc_gender")));
  g_assert_false (cand_field_get_sensitive (cand_form_find_field (form, "f7")));
}

static void
test_no_position (void)
{
  static const char json[] = "{\"data\": {\"jobPosting\": null}}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (GError) error = NULL;
  CandForm *form = ashby ()->parse_form (bytes, &error);

  g_assert_null (form);
  g_assert_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_NO_POSITION);

  /* An interface that changed is not a position that closed. */
  assert_text_refused (ashby (), ANSWER_FORM,
                       "{\"errors\": [{\"message\": \"Cannot query field\"}], "
                       "\"data\": {\"jobPosting\": null}}",
                       "Ashby does not answer what was asked: Cannot query field");
  assert_text_refused (ashby (), ANSWER_FORM, "{\"errors\": [7], \"data\": null}",
                       "Ashby does not answer what was asked: it does not say why");
  assert_text_refused (ashby (), ANSWER_FORM, "{\"data\": {}}", "Ashby's posting is not an object");
  assert_text_refused (ashby (), ANSWER_FORM, "{\"data\": {\"jobPosting\": []}}",
                       "Ashby's posting is not an object but an array");
  assert_text_refused (ashby (), ANSWER_FORM,
                       "{\"data\": {\"jobPosting\": {\"applicationForm\": null}}}",
                       "Ashby's form has no field");
}

static void
test_endless_form (void)
{
  g_autoptr (GString) json = g_string_new (
      "{\"data\": {\"jobPosting\": {\"applicationForm\": {\"sections\": [{\"fieldEntries\": [");

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (json, "%s{\"field\": {\"path\": \"p%u\"}}", i > 0 ? "," : "", i);
  g_string_append (json, "]}]}}}}");
  assert_text_refused (ashby (), ANSWER_FORM, json->str,
                       "Ashby's form has more fields than a form has");
}

static void
test_hostile (void)
{
  assert_hostile_survived (ashby (), ANSWER_LIST, "ashby/list.json");
  assert_hostile_survived (ashby (), ANSWER_FORM, "ashby/form.json");
  assert_text_refused (ashby (), ANSWER_LIST, "{\"jobs\": {}}",
                       "“jobs” of Ashby's list is not an array but an object");
  assert_text_refused (ashby (), ANSWER_LIST, "{\"jobs\": [[], {\"id\": 7}]}",
                       "Ashby: none of the 2 entries of the list");
}

static void
test_sample_careerkit (void)
{
  g_autoptr (CandListing) listing =
      parse_list_sample (ashby (), "HighlightTA", NULL, "ashby/careerkit.json");
  CandPosition *first, *second;

  if (listing == NULL)
    return;
  g_assert_cmpuint (listing->positions->len, ==, 2);
  g_assert_cmpuint (listing->skipped, ==, 0);
  first = nth (listing, 0);
  second = nth (listing, 1);

  g_assert_cmpstr (cand_position_get_key (first), ==,
                   "ashby:HighlightTA:90fb3621-899e-4b59-925d-25080ec91e18");
  g_assert_cmpstr (cand_position_get_title (first), ==, "Senior Technical Recruiter");
  g_assert_cmpstr (cand_position_get_department (first), ==, "HighlightTA");
  assert_locations (first, "Canada");
  g_assert_cmpint (cand_position_get_workplace (first), ==, CAND_WORKPLACE_REMOTE);
  g_assert_cmpint (cand_position_get_employment (first), ==, CAND_EMPLOYMENT_FULL_TIME);
  g_assert_cmpstr (cand_position_get_published (first), ==, "2026-04-20T22:43:56.531+00:00");
  assert_pay (first, NULL);
  g_assert_true (g_str_has_prefix (cand_position_get_description (first),
                                   "<h2><strong>About HighlightTA</strong></h2>"));

  g_assert_cmpstr (cand_position_get_title (second), ==, "Senior Site Reliability Engineer");
  g_assert_cmpstr (cand_position_get_department (second), ==, "HighlightTA Confidential");
  assert_locations (second, "Toronto, Ontario");
  g_assert_cmpint (cand_position_get_workplace (second), ==, CAND_WORKPLACE_HYBRID);
  assert_pay (second, "102800-137000 CAD year");
  g_assert_cmpstr (cand_position_get_pay_text (second), ==, "CA$102.8K – CA$137K");
  g_assert_cmpstr (
      cand_position_get_application_url (second), ==,
      "https://jobs.ashbyhq.com/HighlightTA/fc2f1f85-46a0-4a31-b165-683e39c07c04/application");
}

static void
test_sample_eeg (void)
{
  g_autoptr (CandListing) listing =
      parse_list_sample (ashby (), "vanta", NULL, "ashby/eeg-jobs-board.json");

  if (listing == NULL)
    return;
  g_assert_cmpuint (listing->positions->len, ==, 2);
  g_assert_cmpuint (listing->skipped, ==, 0);
  g_assert_cmpstr (cand_position_get_title (nth (listing, 0)), ==,
                   "Senior Account Executive, Growth Stage");
  assert_locations (nth (listing, 0), "Remote U.S.");
  g_assert_cmpint (cand_position_get_workplace (nth (listing, 0)), ==, CAND_WORKPLACE_REMOTE);
  g_assert_cmpstr (cand_position_get_department (nth (listing, 0)), ==,
                   "Revenue / Account Executives");
  g_assert_cmpstr (cand_position_get_title (nth (listing, 1)), ==,
                   "Sales Development Representative, Inbound");
  g_assert_cmpstr (cand_position_get_code (nth (listing, 1)), ==,
                   "cf4358d4-1f34-40cc-b5b4-31a2e001136f");
  assert_locations (nth (listing, 1), "San Francisco, CA");
  g_assert_cmpint (cand_position_get_workplace (nth (listing, 1)), ==, CAND_WORKPLACE_UNKNOWN);
  g_assert_cmpstr (cand_position_get_published (nth (listing, 1)), ==,
                   "2026-07-17T20:18:58.727+00:00");
  assert_pay (nth (listing, 1), NULL);
}

static void
test_sample_form (void)
{
  g_autoptr (CandForm) form = parse_form_sample (ashby (), "ashby/graphql-form.json");

  if (form == NULL)
    return;
  /* Cut down to labels and types: there are no paths. */
  g_assert_cmpuint (cand_form_get_n_sections (form), ==, 1);
  assert_section (form, 0, "Application",
                  "field_1:String* field_2:Email* field_3:Phone field_4:File* field_5:Location* "
                  "field_6:Boolean* field_7:LongText* field_8:LongText* field_9:Boolean* "
                  "field_10:String field_11:LongText");
  g_assert_cmpstr (cand_field_get_label (cand_form_find_field (form, "field_5")), ==,
                   "Current Location");
  g_assert_true (cand_field_get_sensitive (cand_form_find_field (form, "field_9")));
}

/* The sample is the posting alone. */
static void
test_sample_consent (void)
{
  g_autoptr (GBytes) sample = cand_test_read_sample ("ashby/graphql-consent-untitled.json");
  g_autoptr (GString) json = g_string_new ("{\"data\": {\"jobPosting\": ");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CandForm) form = NULL;
  CandField *consent;

  if (sample == NULL)
    return;
  g_string_append_len (json, g_bytes_get_data (sample, NULL), (gssize) g_bytes_get_size (sample));
  g_string_append (json, "}}");
  bytes = g_bytes_new (json->str, json->len);
  form = parse_form (ashby (), bytes);

  g_assert_cmpuint (cand_form_get_n_sections (form), ==, 2);
  assert_section (form, 0, "Application", "_systemfield_name:String*");
  g_assert_cmpstr (cand_field_get_helper (cand_form_find_field (form, "_systemfield_name")), ==,
                   "First and Last");
  assert_section (form, 1, "Survey",
                  "_systemfield_data_consent_ack:MultiValueSelect* untitled:MultiValueSelect*");
  consent = cand_form_find_field (form, "_systemfield_data_consent_ack");
  g_assert_cmpstr (cand_field_get_label (consent), ==,
                   "I consent to my data being retained beyond one year to be considered for "
                   "future opportunities.\n\nNote: The consent period lasts for 1 year");
  g_assert_true (cand_field_get_sensitive (consent));
  assert_options (consent, "data_consent_ack=I agree");
  assert_options (cand_form_find_field (form, "untitled"), "Yes=Yes");
  g_assert_cmpstr (cand_field_get_label (cand_form_find_field (form, "untitled")), ==, "Untitled");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/boards/ashby/addresses", test_addresses);
  g_test_add_func ("/boards/ashby/requests", test_requests);
  g_test_add_func ("/boards/ashby/form-request", test_form_request);
  g_test_add_func ("/boards/ashby/facts", test_facts);
  g_test_add_func ("/boards/ashby/missing-facts", test_missing_facts);
  g_test_add_func ("/boards/ashby/none-listed", test_none_listed);
  g_test_add_func ("/boards/ashby/form/sections", test_sections);
  g_test_add_func ("/boards/ashby/form/types", test_types);
  g_test_add_func ("/boards/ashby/form/texts", test_texts);
  g_test_add_func ("/boards/ashby/form/surveys-are-sensitive", test_surveys_are_sensitive);
  g_test_add_func ("/boards/ashby/no-position", test_no_position);
  g_test_add_func ("/boards/ashby/form/endless", test_endless_form);
  g_test_add_func ("/boards/ashby/hostile", test_hostile);
  g_test_add_func ("/boards/ashby/sample/careerkit", test_sample_careerkit);
  g_test_add_func ("/boards/ashby/sample/eeg-jobs-board", test_sample_eeg);
  g_test_add_func ("/boards/ashby/sample/graphql-form", test_sample_form);
  g_test_add_func ("/boards/ashby/sample/graphql-consent-untitled", test_sample_consent);

  return g_test_run ();
}
