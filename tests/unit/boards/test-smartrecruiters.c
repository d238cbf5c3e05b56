/* test-smartrecruiters.c: SmartRecruiters: addresses, lists page by page, postings
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "system-checks.h"

static const CandBoardSystem *
smartrecruiters (void)
{
  return cand_board_system_find ("smartrecruiters");
}

static void
test_system (void)
{
  g_assert_cmpstr (smartrecruiters ()->name, ==, "SmartRecruiters");
  g_assert_cmpint (smartrecruiters ()->traits, ==,
                   CAND_BOARD_ONLY_WHEN_ASKED | CAND_BOARD_EMPTY_IS_VAGUE |
                       CAND_BOARD_LIST_LACKS_TEXT);
  g_assert_null (smartrecruiters ()->form_request);
}

static void
test_addresses (void)
{
  static const AddressCase cases[] = {
    { "https://jobs.smartrecruiters.com/LanternHarbour1", "LanternHarbour1", NULL },
    { "jobs.smartrecruiters.com/LanternHarbour1/", "LanternHarbour1", NULL },
    { "https://JOBS.SmartRecruiters.com/LanternHarbour1?search=lamp", "LanternHarbour1", NULL },
    { "https://careers.smartrecruiters.com/LanternHarbour1/lamps", "LanternHarbour1", NULL },
    { "https://jobs.smartrecruiters.com/LanternHarbour1/743999671674844-keeper-of-the-lamp",
      "LanternHarbour1", "743999671674844" },
    { "https://jobs.smartrecruiters.com/LanternHarbour1/743999671674844?utm_source=x#top",
      "LanternHarbour1", "743999671674844" },
    { "https://jobs.smartrecruiters.com/oneclick-ui/company/LanternHarbour1/publication/"
      "0e3f7a52-3a5c-4d0e-9a4b-0f6d2c7e1a01",
      "LanternHarbour1", NULL },
    { "https://api.smartrecruiters.com/v1/companies/lanternharbour1/postings", "lanternharbour1",
      NULL },
    { "https://api.smartrecruiters.com/v1/companies/LanternHarbour1/postings/743999671674844",
      "LanternHarbour1", "743999671674844" },
  };
  static const char *const others[] = {
    "https://jobs.smartrecruiters.com/",
    "https://jobs.smartrecruiters.com/oneclick-ui",
    "https://jobs.smartrecruiters.com/-/1",
    "https://jobs.smartrecruiters.com/a%2Fb",
    "https://jobs.smartrecruiters.com/a%3Ab",
    "https://api.smartrecruiters.com/v1/companies/",
    "https://api.smartrecruiters.com/v1/me/postings",
    "https://www.smartrecruiters.com/LanternHarbour1",
    "https://smartrecruiters.com/",
    "https://jobs.smartrecruiters.com.example.com/LanternHarbour1",
    NULL,
  };

  assert_addresses (smartrecruiters (), cases, G_N_ELEMENTS (cases));
  assert_no_addresses (smartrecruiters (), others);
}

static void
test_requests (void)
{
  const CandBoardSystem *system = smartrecruiters ();

  assert_url (system->board_url ("Lantern1"), "https://jobs.smartrecruiters.com/Lantern1");
  assert_url (system->position_url ("Lantern1", "74"),
              "https://jobs.smartrecruiters.com/Lantern1/74");
  assert_url (system->application_url ("Lantern1", "74"),
              "https://jobs.smartrecruiters.com/Lantern1/74");
  assert_request (system->list_request ("Lantern1", NULL),
                  "https://api.smartrecruiters.com/v1/companies/Lantern1/postings"
                  "?limit=100&offset=0");
  assert_request (system->list_request ("Lantern1", "200"),
                  "https://api.smartrecruiters.com/v1/companies/Lantern1/postings"
                  "?limit=100&offset=200");
  assert_request (system->position_request ("Lantern1", "74"),
                  "https://api.smartrecruiters.com/v1/companies/Lantern1/postings/74");
}

static CandListing *
parse_text (const char *page, const char *text)
{
  g_autoptr (GBytes) body = g_bytes_new (text, strlen (text));

  return parse_list (smartrecruiters (), "anyone", page, body);
}

static void
test_list (void)
{
  g_autoptr (GBytes) body = cand_test_read_fixture ("smartrecruiters/list-0.json");
  g_autoptr (CandListing) listing = parse_list (smartrecruiters (), "LanternHarbour1", NULL, body);
  CandPosition *keeper = g_ptr_array_index (listing->positions, 0);
  CandPosition *painter = g_ptr_array_index (listing->positions, 1);
  CandPosition *watch = g_ptr_array_index (listing->positions, 2);

  g_assert_cmpstr (listing->name, ==, "Lantern Harbour");
  g_assert_cmpuint (listing->positions->len, ==, 3);
  g_assert_cmpuint (listing->skipped, ==, 4);
  g_assert_cmpuint (listing->n_entries, ==, 8);
  g_assert_cmpint (listing->total, ==, 9);
  g_assert_cmpstr (listing->next, ==, "8");

  g_assert_cmpstr (cand_position_get_key (keeper), ==,
                   "smartrecruiters:LanternHarbour1:743999000000001");
  g_assert_cmpstr (cand_position_get_title (keeper), ==, "Keeper of  the Lamp");
  g_assert_cmpstr (cand_position_get_organisation (keeper), ==, "Lantern Harbour");
  g_assert_cmpstr (cand_position_get_department (keeper), ==, "Towers");
  g_assert_cmpstr (cand_position_get_team (keeper), ==, "Towers");
  assert_locations (keeper, "Lagos, Faro, Portugal | Sagres, PT");
  g_assert_cmpint (cand_position_get_workplace (keeper), ==, CAND_WORKPLACE_HYBRID);
  g_assert_cmpint (cand_position_get_employment (keeper), ==, CAND_EMPLOYMENT_FULL_TIME);
  g_assert_cmpstr (cand_position_get_employment_text (keeper), ==, "Full-time");
  g_assert_cmpstr (cand_position_get_experience (keeper), ==, "Associate");
  g_assert_cmpstr (cand_position_get_function (keeper), ==, "Engineering");
  g_assert_cmpstr (cand_position_get_published (keeper), ==, "2026-05-04T08:30:00.000Z");
  g_assert_null (cand_position_get_description (keeper));
  g_assert_cmpstr (cand_position_get_url (keeper), ==,
                   "https://jobs.smartrecruiters.com/LanternHarbour1/743999000000001");
  g_assert_cmpstr (cand_position_get_application_url (keeper), ==,
                   "https://jobs.smartrecruiters.com/LanternHarbour1/743999000000001");

  g_assert_cmpstr (cand_position_get_title (painter), ==, "Painter of <b>Maps</b> & Charts");
  g_assert_cmpstr (cand_position_get_department (painter), ==, "");
  assert_locations (painter, "Porto, PT");
  g_assert_cmpint (cand_position_get_workplace (painter), ==, CAND_WORKPLACE_REMOTE);
  g_assert_cmpint (cand_position_get_employment (painter), ==, CAND_EMPLOYMENT_UNKNOWN);
  g_assert_cmpstr (cand_position_get_employment_text (painter), ==, "By the tide");
  g_assert_cmpstr (cand_position_get_experience (painter), ==, "");
  g_assert_null (cand_position_get_published (painter));

  g_assert_cmpstr (cand_position_get_organisation (watch), ==, "LanternHarbour1");
  assert_locations (watch, "");
  g_assert_cmpint (cand_position_get_workplace (watch), ==, CAND_WORKPLACE_UNKNOWN);
}

static void
assert_page_refused (const char *page, const char *text, const char *message)
{
  g_autoptr (GBytes) body = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_assert_null (smartrecruiters ()->parse_list ("anyone", page, body, &error));
  g_assert_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED);
  g_assert_cmpstr (error->message, ==, message);
}

/* A page of the middle, one that is the last, one that is empty, and pages that lie. */
static void
test_pages (void)
{
  g_autoptr (GBytes) body = cand_test_read_fixture ("smartrecruiters/list-8.json");
  g_autoptr (CandListing) last = parse_list (smartrecruiters (), "LanternHarbour1", "8", body);
  g_autoptr (CandListing) empty = parse_text ("200", "{\"totalFound\":200,\"content\":[]}");
  g_autoptr (CandListing) middle =
      parse_text ("100", "{\"totalFound\":300,\"content\":[{\"id\":\"7\",\"name\":\"N\"}]}");
  g_autoptr (CandListing) nobody = parse_text (NULL, "{\"totalFound\":0,\"content\":[]}");

  g_assert_cmpuint (last->positions->len, ==, 1);
  g_assert_null (last->next);
  g_assert_cmpint (cand_position_get_employment (g_ptr_array_index (last->positions, 0)), ==,
                   CAND_EMPLOYMENT_INTERNSHIP);
  g_assert_null (empty->next);
  g_assert_cmpuint (empty->n_entries, ==, 0);
  g_assert_cmpint (empty->total, ==, 200);
  g_assert_cmpstr (middle->next, ==, "101");
  g_assert_cmpuint (middle->n_entries, ==, 1);
  g_assert_cmpint (middle->total, ==, 300);
  g_assert_cmpuint (nobody->positions->len, ==, 0);
  g_assert_null (nobody->name);
  g_assert_null (nobody->next);

  assert_page_refused ("200", "{\"totalFound\":500,\"content\":[]}",
                       "SmartRecruiters’ list has 0 entries, and its total does not go with that");
  assert_text_refused (smartrecruiters (), ANSWER_LIST, "{\"totalFound\":4,\"content\":[]}",
                       "SmartRecruiters’ list has 0 entries, and its total does not go with that");
  assert_text_refused (smartrecruiters (), ANSWER_LIST,
                       "{\"totalFound\":9000000000000,\"content\":[{\"id\":\"7\",\"name\":\"N\"}]}",
                       "SmartRecruiters’ list has 1 entries");
  assert_text_refused (smartrecruiters (), ANSWER_LIST, "{\"content\":[]}",
                       "SmartRecruiters’ list has 0 entries");
  assert_text_refused (smartrecruiters (), ANSWER_LIST,
                       "{\"totalFound\":1,\"content\":[{\"name\":\"N\"}]}",
                       "SmartRecruiters: none of the 1 entries of the list can be read");
}

static void
test_posting (void)
{
  g_autoptr (GBytes) body = cand_test_read_fixture ("smartrecruiters/posting.json");
  g_autoptr (CandPosition) position =
      parse_position (smartrecruiters (), "LanternHarbour1", "1", body);

  g_assert_cmpstr (cand_position_get_key (position), ==, "smartrecruiters:LanternHarbour1:1");
  g_assert_cmpstr (cand_position_get_title (position), ==, "Keeper of the Lamp");
  assert_locations (position, "Lagos, Faro, Portugal");
  g_assert_cmpstr (cand_position_get_description (position), ==,
                   "<h3>Company Description</h3><p>A harbour.</p>"
                   "<h3>What &lt;you&gt; do</h3><p>Climb &amp; polish.</p>"
                   "<h3>Additional Information</h3><p>Bring a coat.</p>");
  g_assert_cmpstr (cand_position_get_url (position), ==,
                   "https://jobs.smartrecruiters.com/LanternHarbour1/1");
  g_assert_cmpstr (
      cand_position_get_application_url (position), ==,
      "https://jobs.smartrecruiters.com/LanternHarbour1/1-keeper-of-the-lamp?oga=true");
}

static void
test_other_postings (void)
{
  const char *gone = "{\"id\":\"1\",\"name\":\"N\",\"active\":false}";
  const char *odd = "{\"id\":\"1\",\"name\":\"N\",\"active\":null,\"applyUrl\":\"javascript:a\"}";
  g_autoptr (GBytes) gone_body = g_bytes_new_static (gone, strlen (gone));
  g_autoptr (GBytes) odd_body = g_bytes_new_static (odd, strlen (odd));
  g_autoptr (CandPosition) position = parse_position (smartrecruiters (), "anyone", "1", odd_body);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (cand_position_get_application_url (position), ==,
                   "https://jobs.smartrecruiters.com/anyone/1");
  g_assert_null (cand_position_get_description (position));

  g_assert_null (smartrecruiters ()->parse_position ("anyone", "1", gone_body, &error));
  g_assert_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_NO_POSITION);
  assert_text_refused (smartrecruiters (), ANSWER_POSITION, "{\"id\":\"2\",\"name\":\"N\"}",
                       "SmartRecruiters’ answer is not the posting 1");
}

static void
test_hostile (void)
{
  assert_hostile_survived (smartrecruiters (), ANSWER_LIST, "smartrecruiters/list-0.json");
  assert_hostile_survived (smartrecruiters (), ANSWER_POSITION, "smartrecruiters/posting.json");
}

static void
assert_sample (CandListing *listing,
               guint index,
               const char *code,
               const char *title,
               const char *place,
               CandEmployment employment,
               const char *published)
{
  CandPosition *position = g_ptr_array_index (listing->positions, index);

  g_assert_cmpstr (cand_position_get_code (position), ==, code);
  g_assert_cmpstr (cand_position_get_title (position), ==, title);
  assert_locations (position, place);
  g_assert_cmpint (cand_position_get_workplace (position), ==, CAND_WORKPLACE_UNKNOWN);
  g_assert_cmpint (cand_position_get_employment (position), ==, employment);
  g_assert_cmpstr (cand_position_get_published (position), ==, published);
  g_assert_cmpstr (cand_position_get_department (position), ==, "");
}

static void
test_sample_single (void)
{
  g_autoptr (CandListing) listing =
      parse_list_sample (smartrecruiters (), "Knight", NULL, "smartrecruiters/careerkit.json");
  CandPosition *position;

  if (listing == NULL)
    return;
  g_assert_cmpstr (listing->name, ==, "Knight Gayles");
  g_assert_cmpuint (listing->positions->len, ==, 1);
  g_assert_cmpuint (listing->skipped, ==, 0);
  g_assert_null (listing->next);
  assert_sample (listing, 0, "743999671674844", "CNA  / LPN - Consistent Hours. Start Next Week.",
                 "St. Louis, MO, United States", CAND_EMPLOYMENT_PART_TIME,
                 "2018-06-08T02:11:28.000Z");
  position = g_ptr_array_index (listing->positions, 0);
  g_assert_cmpstr (cand_position_get_experience (position), ==, "Not Applicable");
  g_assert_cmpstr (cand_position_get_function (position), ==, "Health Care Provider");
  g_assert_cmpstr (cand_position_get_employment_text (position), ==, "Part-time");
  g_assert_cmpstr (cand_position_get_url (position), ==,
                   "https://jobs.smartrecruiters.com/Knight/743999671674844");
}

/* The second page has the first posting of the first page once more. */
static void
test_sample_pages (void)
{
  g_autoptr (GBytes) first = cand_test_read_sample ("smartrecruiters/smartrecruiters_page0.json");
  g_autoptr (GBytes) second = NULL;
  g_autoptr (CandListing) listing = NULL;

  if (first == NULL)
    return;
  second = cand_test_read_sample ("smartrecruiters/smartrecruiters_page1.json");
  listing = parse_list (smartrecruiters (), "AutomationAnywhere1", NULL, first);
  g_assert_cmpstr (listing->name, ==, "Automation Anywhere");
  g_assert_cmpuint (listing->positions->len, ==, 3);
  g_assert_cmpstr (listing->next, ==, "3");
  cand_listing_append (listing,
                       parse_list (smartrecruiters (), "AutomationAnywhere1", "3", second));

  g_assert_cmpuint (listing->positions->len, ==, 3);
  g_assert_cmpuint (listing->skipped, ==, 0);
  g_assert_null (listing->next);
  assert_sample (listing, 0, "743999706414750", "Pricing Analyst", "San Jose, CA, United States",
                 CAND_EMPLOYMENT_FULL_TIME, "2020-02-06T19:42:44.000Z");
  assert_sample (listing, 1, "743999706405540", "Sr. Sales Executive  (4418)",
                 "Los Angeles, CA, United States", CAND_EMPLOYMENT_FULL_TIME,
                 "2020-02-06T18:23:10.000Z");
  assert_sample (listing, 2, "743999704892584",
                 "Strategic Account Manager/Senior Account Executive - Seattle  (4120)",
                 "Seattle, WA, United States", CAND_EMPLOYMENT_FULL_TIME,
                 "2020-01-21T21:03:44.000Z");
}

/* Trimmed to its text: the name is only in the list. */
static void
test_sample_detail (void)
{
  g_autoptr (GBytes) body = cand_test_read_sample ("smartrecruiters/smartrecruiters_detail.json");
  g_autoptr (CandPosition) position = NULL;
  const char *html;

  if (body == NULL)
    return;
  position = parse_position (smartrecruiters (), "AutomationAnywhere1", "743999706414750", body);
  g_assert_cmpstr (cand_position_get_title (position), ==, "");
  html = cand_position_get_description (position);
  g_assert_true (g_str_has_prefix (html, "<h3>Company Description</h3><p>Automation Anywhere is"));
  g_assert_nonnull (strstr (html, "<h3>Job Description</h3><p>Pricing analysts work with"));
  g_assert_null (strstr (html, "Qualifications"));
  g_assert_true (g_str_has_suffix (html, "<h3>Additional Information</h3><p>All your information "
                                         "will be kept confidential according to EEO "
                                         "guidelines.</p>"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/boards/smartrecruiters/system", test_system);
  g_test_add_func ("/boards/smartrecruiters/addresses", test_addresses);
  g_test_add_func ("/boards/smartrecruiters/requests", test_requests);
  g_test_add_func ("/boards/smartrecruiters/list", test_list);
  g_test_add_func ("/boards/smartrecruiters/pages", test_pages);
  g_test_add_func ("/boards/smartrecruiters/posting", test_posting);
  g_test_add_func ("/boards/smartrecruiters/other-postings", test_other_postings);
  g_test_add_func ("/boards/smartrecruiters/hostile", test_hostile);
  g_test_add_func ("/boards/smartrecruiters/samples/single", test_sample_single);
  g_test_add_func ("/boards/smartrecruiters/samples/pages", test_sample_pages);
  g_test_add_func ("/boards/smartrecruiters/samples/detail", test_sample_detail);
  return g_test_run ();
}
