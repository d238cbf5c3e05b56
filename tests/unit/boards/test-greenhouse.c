/* test-greenhouse.c: Greenhouse's addresses and positions
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

static CandListing *
parse_fixture (void)
{
  g_autoptr (GBytes) bytes = cand_test_read_fixture ("greenhouse/list.json");

  return parse_list (greenhouse (), "harbourlights", NULL, bytes);
}

static CandPosition *
parse_position_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return parse_position (greenhouse (), "harbourlights", "1", bytes);
}

static void
test_addresses (void)
{
  static const AddressCase cases[] = {
    { "https://boards.greenhouse.io/harbourlights", "harbourlights", NULL },
    { "boards.greenhouse.io/harbourlights/", "harbourlights", NULL },
    { "https://job-boards.greenhouse.io/HarbourLights?gh_src=abc&utm_source=x", "harbourlights",
      NULL },
    { "HTTPS://Job-Boards.Greenhouse.IO/harbourlights/jobs/8800000001002", "harbourlights",
      "8800000001002" },
    { "https://boards.greenhouse.io/harbourlights/jobs/4000002/?gh_src=abc#app", "harbourlights",
      "4000002" },
    { "https://boards.greenhouse.io/harbourlights/jobs/keeper", "harbourlights", NULL },
    { "https://boards.greenhouse.io/harbourlights?gh_jid=4000002", "harbourlights", "4000002" },
    { "https://job-boards.eu.greenhouse.io/fjordlights", "eu.fjordlights", NULL },
    { "https://job-boards.eu.greenhouse.io/fjordlights/jobs/4000002101", "eu.fjordlights",
      "4000002101" },
    { "https://boards.eu.greenhouse.io/fjordlights", "eu.fjordlights", NULL },
    { "https://boards.eu.greenhouse.io/v1/boards/fjordlights/jobs?content=true", "eu.fjordlights",
      NULL },
    { "https://boards-api.greenhouse.io/v1/boards/harbourlights", "harbourlights", NULL },
    { "https://boards-api.greenhouse.io/v1/boards/harbourlights/jobs?content=true", "harbourlights",
      NULL },
    { "https://boards-api.greenhouse.io/v1/boards/harbourlights/jobs/4000002?questions=true",
      "harbourlights", "4000002" },
    { "https://api.greenhouse.io/v1/boards/harbourlights/jobs", "harbourlights", NULL },
    { "https://boards.greenhouse.io/embed/job_board?for=harbourlights&b=https%3A%2F%2Fx.example",
      "harbourlights", NULL },
    { "https://boards.greenhouse.io/embed/job_board/js?for=harbourlights", "harbourlights", NULL },
    { "https://boards.eu.greenhouse.io/embed/job_board/js?for=fjordlights", "eu.fjordlights",
      NULL },
    { "https://boards.greenhouse.io/embed/job_app?for=harbourlights&token=4000002", "harbourlights",
      "4000002" },
    { "https://job-boards.greenhouse.io/embed/job_app?token=4000002&for=harbourlights&gh_jid=1",
      "harbourlights", "4000002" },
    { "https://boards.greenhouse.io/embed/job_app?token=4000002", NULL, "4000002" },
    { "https://www.lights.example/careers/keeper?gh_jid=8800000001002&gh_src=x", NULL,
      "8800000001002" },
    { "lights.example/?GH=1&gh_jid=4000002", NULL, "4000002" },
    { "https://Boards-API.greenhouse.io/V1/boards/harbourlights/jobs/4000002", "harbourlights",
      "4000002" },
  };
  static const char *const others[] = {
    "https://boards.greenhouse.io/",
    "https://boards.greenhouse.io/embed/job_board",
    "https://boards.greenhouse.io/embed/job_board?for=../x",
    "https://boards.greenhouse.io/har%3Abour",
    "https://boards.greenhouse.io/eu.harbourlights",
    "https://boards-api.greenhouse.io/v1/offices",
    "https://boards-api.greenhouse.io/V1",
    "https://boards.greenhouse.io/Embed",
    "https://boards-api.greenhouse.io/v1/boards/",
    "https://www.greenhouse.io/harbourlights",
    "https://app.greenhouse.io/jobboard",
    "https://boards.greenhouse.io.example/harbourlights",
    "https://lights.example/?gh_jid=keeper",
    "https://lights.example/?gh_jid=",
    "https://lights.example/gh_jid/4000002",
    NULL,
  };

  assert_addresses (greenhouse (), cases, G_N_ELEMENTS (cases));
  assert_no_addresses (greenhouse (), others);
}

static void
test_urls (void)
{
  assert_url (greenhouse ()->board_url ("harbourlights"),
              "https://job-boards.greenhouse.io/harbourlights");
  assert_url (greenhouse ()->board_url ("eu.fjordlights"),
              "https://job-boards.eu.greenhouse.io/fjordlights");
  assert_url (greenhouse ()->position_url ("harbourlights", "4000002"),
              "https://job-boards.greenhouse.io/harbourlights/jobs/4000002");
  assert_url (greenhouse ()->position_url ("eu.fjordlights", "4000002"),
              "https://job-boards.eu.greenhouse.io/fjordlights/jobs/4000002");
  assert_url (greenhouse ()->application_url ("harbourlights", "4000002"),
              "https://boards.greenhouse.io/embed/job_app?for=harbourlights&token=4000002");
  assert_url (greenhouse ()->application_url ("eu.fjordlights", "4000002"),
              "https://boards.eu.greenhouse.io/embed/job_app?for=fjordlights&token=4000002");
}

static void
test_requests (void)
{
  g_autoptr (CandRequest) account = greenhouse ()->account_request ("4000002");

  assert_request (greenhouse ()->list_request ("harbourlights", NULL),
                  "https://boards-api.greenhouse.io/v1/boards/harbourlights/jobs?content=true");
  /* The same host serves the boards in Europe. */
  assert_request (greenhouse ()->list_request ("eu.fjordlights", NULL),
                  "https://boards-api.greenhouse.io/v1/boards/fjordlights/jobs?content=true");
  assert_request (greenhouse ()->name_request ("eu.fjordlights"),
                  "https://boards-api.greenhouse.io/v1/boards/fjordlights");
  assert_request (greenhouse ()->position_request ("harbourlights", "4000002"),
                  "https://boards-api.greenhouse.io/v1/boards/harbourlights/jobs/4000002"
                  "?questions=true&pay_transparency=true");
  assert_request (greenhouse ()->form_request ("eu.fjordlights", "4000002"),
                  "https://boards-api.greenhouse.io/v1/boards/fjordlights/jobs/4000002"
                  "?questions=true&pay_transparency=true");

  g_assert_cmpstr (cand_request_get_url (account), ==,
                   "https://boards.greenhouse.io/embed/job_app?token=4000002");
  g_assert_false (cand_request_get_follow (account));
  g_assert_cmpuint (cand_request_get_spacing (account), ==, 1000);
}

static void
test_name (void)
{
  static const char good[] = "{\"name\": \" Harbour\\nLights \", \"content\": null}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (good, strlen (good));
  g_autoptr (GBytes) nameless = g_bytes_new_static ("{\"name\": 7}", 11);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = greenhouse ()->parse_name (bytes, &error);
  char *none;

  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, "Harbour Lights");
  none = greenhouse ()->parse_name (nameless, &error);
  g_assert_null (none);
  g_assert_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED);
}

static void
test_facts (void)
{
  g_autoptr (CandListing) listing = parse_fixture ();
  CandPosition *lamp = nth (listing, 0);

  g_assert_cmpuint (listing->positions->len, ==, 4);
  g_assert_cmpuint (listing->skipped, ==, 5);
  g_assert_cmpuint (listing->n_entries, ==, 10);
  g_assert_cmpint (listing->total, ==, 10);
  g_assert_cmpstr (listing->name, ==, "Harbour Lights");
  g_assert_null (listing->next);

  g_assert_cmpstr (cand_position_get_key (lamp), ==, "greenhouse:harbourlights:8800000001002");
  g_assert_cmpstr (cand_position_get_title (lamp), ==, "Lamp Keeper");
  g_assert_cmpstr (cand_position_get_organisation (lamp), ==, "Harbour Lights");
  g_assert_cmpstr (cand_position_get_department (lamp), ==, "Lights, Lamps");
  g_assert_cmpstr (cand_position_get_team (lamp), ==, "Lights, Lamps");
  g_assert_cmpint (cand_position_get_state (lamp), ==, CAND_POSITION_STATE_OPEN);
  /* The second entry of the same id. */
  assert_locations (lamp, "Brest, France | Lorient, France");
  g_assert_cmpstr (cand_position_get_published (lamp), ==, "2026-07-16T11:55:32-04:00");
  g_assert_cmpstr (cand_position_get_updated (lamp), ==, "2026-07-29T08:50:01-04:00");
  g_assert_cmpstr (cand_position_get_closing (lamp), ==, "2027-01-31");
  g_assert_cmpstr (cand_position_get_employment_text (lamp), ==, "Full-time");
  g_assert_cmpint (cand_position_get_employment (lamp), ==, CAND_EMPLOYMENT_FULL_TIME);
  g_assert_cmpstr (cand_position_get_workplace_text (lamp), ==, "On-site");
  g_assert_cmpint (cand_position_get_workplace (lamp), ==, CAND_WORKPLACE_ON_SITE);
  /* Whether the form asks for it says nothing of the position. */
  g_assert_cmpstr (cand_position_get_education (lamp), ==, "");
  g_assert_cmpstr (cand_position_get_url (lamp), ==,
                   "https://job-boards.greenhouse.io/harbourlights/jobs/8800000001002");
  g_assert_cmpstr (cand_position_get_application_url (lamp), ==,
                   "https://boards.greenhouse.io/embed/job_app?for=harbourlights"
                   "&token=8800000001002");
  assert_pay (lamp, NULL);
}

static void
test_unescaped_once (void)
{
  g_autoptr (CandListing) listing = parse_fixture ();

  g_assert_cmpstr (cand_position_get_description (nth (listing, 0)), ==,
                   "<div class=\"content-intro\"><p>We keep lights.</p></div>"
                   "<p>Fish &amp; chips,&nbsp;every day</p>");
  g_assert_null (cand_position_get_description (nth (listing, 1)));
  g_assert_cmpstr (cand_position_get_description (nth (listing, 2)), ==,
                   "cut in the middle of a <stro");
}

static void
test_missing_facts (void)
{
  g_autoptr (CandListing) listing = parse_fixture ();
  CandPosition *fog = nth (listing, 1);
  CandPosition *rope = nth (listing, 2);
  CandPosition *boat = nth (listing, 3);

  g_assert_cmpstr (cand_position_get_title (fog), ==, "<b>Fog</b> & Bell Engineer");
  g_assert_cmpstr (cand_position_get_organisation (fog), ==, "harbourlights");
  g_assert_cmpstr (cand_position_get_department (fog), ==, "");
  assert_locations (fog, "Tromsø, Norway | Remote-Norway");
  g_assert_cmpint (cand_position_get_workplace (fog), ==, CAND_WORKPLACE_UNKNOWN);
  g_assert_cmpint (cand_position_get_employment (fog), ==, CAND_EMPLOYMENT_INTERNSHIP);
  g_assert_null (cand_position_get_published (fog));
  g_assert_null (cand_position_get_updated (fog));
  g_assert_null (cand_position_get_closing (fog));
  g_assert_cmpstr (cand_position_get_url (fog), ==,
                   "https://job-boards.greenhouse.io/harbourlights/jobs/4000002");

  assert_locations (rope, "Hybrid");
  g_assert_cmpint (cand_position_get_workplace (rope), ==, CAND_WORKPLACE_HYBRID);
  g_assert_cmpstr (cand_position_get_workplace_text (rope), ==, "Hybrid");

  /* Words about a place are no word for a workplace. */
  assert_locations (boat, "Remote - Norway");
  g_assert_cmpint (cand_position_get_workplace (boat), ==, CAND_WORKPLACE_UNKNOWN);
  g_assert_cmpint (cand_position_get_employment (boat), ==, CAND_EMPLOYMENT_UNKNOWN);
}

static void
test_empty (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{\"jobs\": []}", 12);
  g_autoptr (CandListing) listing = parse_list (greenhouse (), "harbourlights", NULL, bytes);

  g_assert_cmpuint (listing->positions->len, ==, 0);
  g_assert_null (listing->name);
}

static void
test_pay (void)
{
  static const struct
  {
    const char *ranges;
    const char *pay;
    const char *words;
  } cases[] = {
    { "[{\"min_cents\": 5000000, \"max_cents\": 7500000, \"currency_type\": \"USD\", "
      "\"title\": \"Range\"}]",
      "50000-75000 USD ", "Range: 50000 – 75000 USD" },
    { "[{\"min_cents\": 2050, \"max_cents\": null, \"currency_type\": \"usd\", "
      "\"title\": \"Hourly rate\"}]",
      "20.5- USD hour", "Hourly rate: ≥ 20.50 USD" },
    { "[{\"max_cents\": 100000, \"title\": null}]", "-1000  ", "≤ 1000" },
    { "[{\"min_cents\": 100000, \"max_cents\": 100000}]", "1000-1000  ", "1000" },
    /* No single range holds for two currencies. */
    { "[{\"min_cents\": 100, \"max_cents\": 200, \"currency_type\": \"EUR\"}, "
      "{\"min_cents\": 300, \"max_cents\": 400, \"currency_type\": \"USD\"}, "
      "{\"min_cents\": 100, \"max_cents\": 200, \"currency_type\": \"EUR\"}]",
      NULL, "1 – 2 EUR; 3 – 4 USD; 1 – 2 EUR" },
    { "[{\"min_cents\": 200, \"max_cents\": 100}, {}, 7, null]", NULL, "" },
    { "{\"min_cents\": 100}", NULL, "" },
    { "null", NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdup_printf (
          "{\"id\": 1, \"title\": \"Keeper\", \"pay_input_ranges\": %s}", cases[i].ranges);
      g_autoptr (CandPosition) position = parse_position_text (json);

      g_test_message ("%s", cases[i].ranges);
      assert_pay (position, cases[i].pay);
      g_assert_cmpstr (cand_position_get_pay_text (position), ==, cases[i].words);
    }
}

static void
test_position (void)
{
  g_autoptr (GBytes) bytes = cand_test_read_fixture ("greenhouse/position.json");
  g_autoptr (CandPosition) position =
      parse_position (greenhouse (), "harbourlights", "8800000001002", bytes);
  g_autoptr (GError) error = NULL;
  CandPosition *other;

  g_assert_cmpstr (cand_position_get_key (position), ==, "greenhouse:harbourlights:8800000001002");
  assert_pay (position, "28000-36500.5 EUR year");
  g_assert_cmpstr (cand_position_get_pay_text (position), ==,
                   "Brest, annual salary: 30000 – 36500.50 EUR; "
                   "Lorient, annual salary: 28000 – 34000 EUR");
  g_assert_cmpstr (cand_position_get_description (position), ==, "<p>We keep lights.</p>");

  other = greenhouse ()->parse_position ("harbourlights", "4000002", bytes, &error);
  g_assert_null (other);
  g_assert_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED);
}

static void
test_hostile (void)
{
  assert_hostile_survived (greenhouse (), ANSWER_LIST, "greenhouse/list.json");
  assert_hostile_survived (greenhouse (), ANSWER_POSITION, "greenhouse/position.json");
  assert_hostile_survived (greenhouse (), ANSWER_FORM, "greenhouse/position.json");
  assert_text_refused (greenhouse (), ANSWER_LIST, "{\"jobs\": 7}",
                       "“jobs” of Greenhouse's list is not an array");
  assert_text_refused (greenhouse (), ANSWER_LIST, "{\"jobs\": [{}, 7]}",
                       "Greenhouse: none of the 2 entries of the list");
  assert_text_refused (greenhouse (), ANSWER_LIST,
                       "{\"jobs\": [{\"id\": 99999999999999999999999, \"title\": \"Keeper\"}]}",
                       "Greenhouse: none of the 1 entries of the list");
  assert_text_refused (greenhouse (), ANSWER_FORM,
                       "{\"status\": 404, \"error\": \"Job not found\"}",
                       "Greenhouse's position has no question");
}

static void
test_sample_careerkit (void)
{
  g_autoptr (CandListing) listing =
      parse_list_sample (greenhouse (), "amplitude", NULL, "greenhouse/careerkit.json");
  CandPosition *first, *second;

  if (listing == NULL)
    return;
  g_assert_cmpuint (listing->positions->len, ==, 2);
  g_assert_cmpuint (listing->skipped, ==, 0);
  g_assert_cmpstr (listing->name, ==, "Amplitude");
  first = nth (listing, 0);
  second = nth (listing, 1);

  g_assert_cmpstr (cand_position_get_key (first), ==, "greenhouse:amplitude:8636903002");
  g_assert_cmpstr (cand_position_get_title (first), ==,
                   "Customer Data Scientist - Experimentation");
  g_assert_cmpstr (cand_position_get_department (first), ==, "Solutions Consulting");
  assert_locations (first, "London, UK");
  g_assert_cmpstr (cand_position_get_published (first), ==, "2026-07-16T11:55:32-04:00");
  g_assert_cmpstr (cand_position_get_updated (first), ==, "2026-07-29T08:50:01-04:00");
  g_assert_null (cand_position_get_closing (first));
  g_assert_cmpstr (cand_position_get_employment_text (first), ==, "Regular");
  g_assert_cmpint (cand_position_get_employment (first), ==, CAND_EMPLOYMENT_UNKNOWN);
  g_assert_cmpint (cand_position_get_workplace (first), ==, CAND_WORKPLACE_UNKNOWN);
  g_assert_cmpstr (cand_position_get_url (first), ==,
                   "https://job-boards.greenhouse.io/amplitude/jobs/8636903002");
  g_assert_true (g_str_has_prefix (cand_position_get_description (first),
                                   "<div class=\"content-intro\"><p>Amplitude is the leading AI"));
  g_assert_nonnull (
      strstr (cand_position_get_description (first), "Diversity Equity &amp; Inclusion (DEI)"));

  g_assert_cmpstr (cand_position_get_code (second), ==, "8651132002");
  g_assert_cmpstr (cand_position_get_title (second), ==, "Emerging Account Executive (India)");
  assert_locations (second, "Bangalore, India");
  g_assert_cmpstr (cand_position_get_department (second), ==, "Account Executives");
}

static void
test_sample_eeg (void)
{
  g_autoptr (CandListing) listing =
      parse_list_sample (greenhouse (), "databricks", NULL, "greenhouse/eeg-jobs-board.json");

  if (listing == NULL)
    return;
  g_assert_cmpuint (listing->positions->len, ==, 2);
  g_assert_cmpstr (listing->name, ==, "Databricks");
  g_assert_cmpstr (cand_position_get_title (nth (listing, 0)), ==,
                   "ソリューションアーキテクト (プリセールス)");
  g_assert_cmpstr (cand_position_get_code (nth (listing, 0)), ==, "8559344002");
  assert_locations (nth (listing, 0), "Tokyo, Japan");
  g_assert_cmpstr (cand_position_get_department (nth (listing, 0)), ==,
                   "Field Engineering - Other");
  /* The organisation's own page. */
  g_assert_cmpstr (cand_position_get_url (nth (listing, 0)), ==,
                   "https://databricks.com/company/careers/open-positions/job?gh_jid=8559344002");
  g_assert_cmpstr (cand_position_get_application_url (nth (listing, 0)), ==,
                   "https://boards.greenhouse.io/embed/job_app?for=databricks&token=8559344002");
  g_assert_cmpstr (cand_position_get_title (nth (listing, 1)), ==,
                   "デリバリーソリューションアーキテクト");
  g_assert_cmpstr (cand_position_get_published (nth (listing, 1)), ==, "2026-03-05T06:43:29-05:00");
  g_assert_cmpstr (
      cand_position_get_description (nth (listing, 1)), ==,
      "<p>CSQ327R31</p>\n<p>Databricksは、お客様がAIプラット [redacted for the fixture]");
}

static void
test_sample_official_list (void)
{
  g_autoptr (CandListing) listing =
      parse_list_sample (greenhouse (), "vaulttec", NULL, "greenhouse/official-list-content.json");
  CandPosition *position;

  if (listing == NULL)
    return;
  g_assert_cmpuint (listing->positions->len, ==, 1);
  g_assert_null (listing->name);
  position = nth (listing, 0);
  g_assert_cmpstr (cand_position_get_key (position), ==, "greenhouse:vaulttec:127817");
  g_assert_cmpstr (cand_position_get_title (position), ==, "Vault Designer");
  g_assert_cmpstr (cand_position_get_organisation (position), ==, "vaulttec");
  g_assert_cmpstr (cand_position_get_department (position), ==, "Department of Departments");
  assert_locations (position, "NYC");
  g_assert_cmpstr (cand_position_get_updated (position), ==, "2016-01-14T10:55:28-05:00");
  g_assert_null (cand_position_get_published (position));
  g_assert_cmpstr (cand_position_get_url (position), ==,
                   "https://boards.greenhouse.io/vaulttec/jobs/127817");
  /* The page of the documentation escapes once more than the interface: once is taken away. */
  g_assert_true (g_str_has_prefix (cand_position_get_description (position),
                                   "This is the job description. &lt;p&gt;Any HTML included"));
}

static void
test_sample_departments (void)
{
  g_autoptr (GBytes) bytes = cand_test_read_sample ("greenhouse/departments.json");

  if (bytes != NULL)
    assert_refused (greenhouse (), ANSWER_LIST, bytes,
                    "“jobs” of Greenhouse's list is not an array but nothing");
}

static void
test_sample_official_questions (void)
{
  g_autoptr (GBytes) bytes = cand_test_read_sample ("greenhouse/official-job-questions.json");
  g_autoptr (CandPosition) position = NULL;

  if (bytes == NULL)
    return;
  position = parse_position (greenhouse (), "harbourlights", "44444", bytes);
  g_assert_cmpstr (cand_position_get_title (position), ==, "Product Engineer");
  assert_locations (position, "San Francisco, CA");
  g_assert_cmpstr (cand_position_get_updated (position), ==, "2013-07-02T19:39:23Z");
  assert_pay (position, "50000-75000 USD ");
  g_assert_cmpstr (cand_position_get_pay_text (position), ==,
                   "NYC Salary Range: 50000 – 75000 USD");
  /* "absolute_url" is http. */
  g_assert_cmpstr (cand_position_get_url (position), ==,
                   "https://job-boards.greenhouse.io/harbourlights/jobs/44444");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/boards/greenhouse/addresses", test_addresses);
  g_test_add_func ("/boards/greenhouse/urls", test_urls);
  g_test_add_func ("/boards/greenhouse/requests", test_requests);
  g_test_add_func ("/boards/greenhouse/name", test_name);
  g_test_add_func ("/boards/greenhouse/facts", test_facts);
  g_test_add_func ("/boards/greenhouse/unescaped-once", test_unescaped_once);
  g_test_add_func ("/boards/greenhouse/missing-facts", test_missing_facts);
  g_test_add_func ("/boards/greenhouse/empty", test_empty);
  g_test_add_func ("/boards/greenhouse/pay", test_pay);
  g_test_add_func ("/boards/greenhouse/position", test_position);
  g_test_add_func ("/boards/greenhouse/hostile", test_hostile);
  g_test_add_func ("/boards/greenhouse/sample/careerkit", test_sample_careerkit);
  g_test_add_func ("/boards/greenhouse/sample/eeg-jobs-board", test_sample_eeg);
  g_test_add_func ("/boards/greenhouse/sample/official-list-content", test_sample_official_list);
  g_test_add_func ("/boards/greenhouse/sample/departments", test_sample_departments);
  g_test_add_func ("/boards/greenhouse/sample/official-job-questions",
                   test_sample_official_questions);

  return g_test_run ();
}
