/* test-teamtailor.c: Teamtailor: addresses, pages under other hosts, feeds
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "system-checks.h"

static const CandBoardSystem *
teamtailor (void)
{
  return cand_board_system_find ("teamtailor");
}

static void
test_addresses (void)
{
  static const AddressCase cases[] = {
    { "https://lantern.teamtailor.com", "lantern", NULL },
    { "Lantern.Teamtailor.com/jobs", "lantern", NULL },
    { "https://career.teamtailor.com/jobs.json", "career", NULL },
    { "https://lantern.teamtailor.com/jobs?department=Towers", "lantern", NULL },
    { "https://lantern.teamtailor.com/jobs/7700798-keeper-of-the-lamp", "lantern", "7700798" },
    { "https://lantern.teamtailor.com/jobs/7700798", "lantern", "7700798" },
    { "https://lantern.teamtailor.com/en/jobs/7700798-keeper?utm_source=x", "lantern", "7700798" },
    { "https://lantern.teamtailor.com/jobs/7700798-keeper/applications/new", "lantern", "7700798" },
    { "https://lantern.teamtailor.com/jobs/show-all", "lantern", NULL },
    { "https://lantern.na.teamtailor.com/jobs/12-keeper", "lantern.na.teamtailor.com", "12" },
    { "https://lantern.na.teamtailor.com./", "lantern.na.teamtailor.com", NULL },
  };
  static const char *const others[] = {
    "https://teamtailor.com/",
    "https://www.teamtailor.com/en/",
    "https://app.teamtailor.com/companies/1",
    "https://app.na.teamtailor.com/companies/1",
    "https://api.teamtailor.com/v1/jobs",
    "https://tt.teamtailor.com/y",
    "https://a.b.c.teamtailor.com/",
    "https://.teamtailor.com/",
    "https://lantern.teamtailor.com.example.com/jobs",
    "https://jobs.lantern.example/jobs/12-keeper",
    NULL,
  };

  assert_addresses (teamtailor (), cases, G_N_ELEMENTS (cases));
  assert_no_addresses (teamtailor (), others);
}

static char *
claim (const char *address, const char *html)
{
  g_autoptr (GUri) uri = cand_address_to_uri (address);

  return teamtailor ()->claim_page (uri, html);
}

static void
test_own_host (void)
{
  const char *site =
      "<script src=\"https://assets-aws.teamtailor-cdn.com/assets/site.js\"></script>"
      "<a href=\"https://app.teamtailor.com/companies/x/dashboard\">x</a>";
  const char *widget =
      "<script src=\"https://scripts.teamtailor-cdn.com/widgets/jobs.js\"></script>";
  const char *picture = "<img src=\"https://images.teamtailor-cdn.com/a.png\">";
  const char *hostile = "<script src=\"https://notteamtailor-cdn.com/a.js\"></script>";

  assert_url (claim ("https://jobs.lantern.example/jobs", site), "jobs.lantern.example");
  assert_url (claim ("https://www.lantern.example/careers", widget), NULL);
  assert_url (claim ("https://www.lantern.example/blog", picture), NULL);
  assert_url (claim ("https://www.lantern.example/blog", hostile), NULL);
}

static void
test_requests (void)
{
  const CandBoardSystem *system = teamtailor ();

  g_assert_cmpint (system->traits, ==, 0);
  assert_url (system->board_url ("lantern"), "https://lantern.teamtailor.com/jobs");
  assert_url (system->position_url ("jobs.lantern.example", "12"),
              "https://jobs.lantern.example/jobs/12");
  assert_url (system->application_url ("lantern", "12"),
              "https://lantern.teamtailor.com/jobs/12/applications/new");
  assert_request (system->list_request ("lantern", NULL),
                  "https://lantern.teamtailor.com/jobs.json");
  assert_request (system->list_request ("lantern.na.teamtailor.com", NULL),
                  "https://lantern.na.teamtailor.com/jobs.json");
  assert_request (
      system->list_request ("lantern", "https://lantern.teamtailor.com/jobs.json?page=2"),
      "https://lantern.teamtailor.com/jobs.json?page=2");
}

static void
test_feed (void)
{
  g_autoptr (GBytes) body = cand_test_read_fixture ("teamtailor/jobs.json");
  g_autoptr (CandListing) listing = parse_list (teamtailor (), "lantern", NULL, body);
  CandPosition *keeper = g_ptr_array_index (listing->positions, 0);

  g_assert_cmpstr (listing->name, ==, "Lantern Harbour");
  g_assert_cmpuint (listing->positions->len, ==, 3);
  g_assert_cmpuint (listing->skipped, ==, 4);
  g_assert_cmpstr (listing->next, ==, "https://lantern.teamtailor.com/jobs.json?page=2");

  g_assert_cmpstr (cand_position_get_key (keeper), ==, "teamtailor:lantern:7700001");
  g_assert_cmpstr (cand_position_get_title (keeper), ==, "Keeper of the Lamp");
  g_assert_cmpstr (cand_position_get_organisation (keeper), ==, "Lantern Harbour");
  assert_locations (keeper, "Lagos, Faro, PT | Sagres, Portugal | The tower");
  g_assert_cmpint (cand_position_get_workplace (keeper), ==, CAND_WORKPLACE_REMOTE);
  g_assert_cmpint (cand_position_get_employment (keeper), ==, CAND_EMPLOYMENT_FULL_TIME);
  g_assert_cmpstr (cand_position_get_employment_text (keeper), ==, "Full-time");
  g_assert_cmpstr (cand_position_get_published (keeper), ==, "2026-05-04T09:26:20+01:00");
  g_assert_cmpstr (cand_position_get_closing (keeper), ==, "2026-06-30T23:59:59+01:00");
  assert_pay (keeper, "2000-2500.5 EUR month");
  g_assert_cmpstr (cand_position_get_description (keeper), ==, "<p>Climb &amp; polish.</p>");
  g_assert_cmpstr (cand_position_get_url (keeper), ==,
                   "https://lantern.teamtailor.com/jobs/7700001-keeper-of-the-lamp");
  g_assert_cmpstr (
      cand_position_get_application_url (keeper), ==,
      "https://lantern.teamtailor.com/jobs/7700001-keeper-of-the-lamp/applications/new");
}

static void
test_feed_odd (void)
{
  g_autoptr (GBytes) body = cand_test_read_fixture ("teamtailor/jobs.json");
  g_autoptr (CandListing) listing = parse_list (teamtailor (), "lantern", NULL, body);
  CandPosition *painter = g_ptr_array_index (listing->positions, 1);
  CandPosition *watch = g_ptr_array_index (listing->positions, 2);

  g_assert_cmpstr (cand_position_get_code (painter), ==, "5f0c9c1e-0000-4000-8000-000000000002");
  g_assert_cmpstr (cand_position_get_title (painter), ==, "Painter of <b>Maps</b>");
  g_assert_cmpstr (cand_position_get_organisation (painter), ==, "Lantern Maps");
  g_assert_cmpstr (cand_position_get_description (painter), ==, "<p>Paint &amp; draw.</p>");
  g_assert_cmpstr (cand_position_get_published (painter), ==, "2026-05-05");
  g_assert_cmpint (cand_position_get_employment (painter), ==, CAND_EMPLOYMENT_UNKNOWN);
  g_assert_cmpstr (cand_position_get_employment_text (painter), ==, "Part-time, Contractor");
  assert_locations (painter, "Porto, PT");
  assert_pay (painter, "25-25  ");
  g_assert_cmpstr (cand_position_get_url (painter), ==,
                   "https://lantern.teamtailor.com/jobs/5f0c9c1e-0000-4000-8000-000000000002");

  g_assert_cmpstr (cand_position_get_code (watch), ==, "7700003");
  g_assert_cmpint (cand_position_get_workplace (watch), ==, CAND_WORKPLACE_UNKNOWN);
  g_assert_cmpstr (cand_position_get_employment_text (watch), ==, "");
  g_assert_null (cand_position_get_description (watch));
  g_assert_null (cand_position_get_published (watch));
  g_assert_null (cand_position_get_closing (watch));
}

/* Whether a feed that names @next after @page goes on there. */
static void
assert_next (const char *page, const char *next, gboolean goes_on)
{
  g_autofree char *text =
      g_strdup_printf ("{\"next_url\":\"%s\",\"items\":[{\"id\":\"1\",\"title\":\"T\"}]}", next);
  g_autoptr (GBytes) body = g_bytes_new (text, strlen (text));
  g_autoptr (CandListing) listing = parse_list (teamtailor (), "lantern", page, body);

  g_test_message ("%s after %s", next, page != NULL ? page : "the first page");
  g_assert_cmpstr (listing->next, ==, goes_on ? next : NULL);
}

static void
test_next (void)
{
  const char *second = "https://lantern.teamtailor.com/jobs.json?page=2";
  const char *third = "https://lantern.teamtailor.com/jobs.json?page=3&per_page=100";
  const char *text =
      "{\"next_url\":\"https://lantern.teamtailor.com/jobs.json?page=3\",\"items\":[]}";
  g_autoptr (GBytes) empty = g_bytes_new_static (text, strlen (text));
  g_autoptr (CandListing) last = parse_list (teamtailor (), "lantern", second, empty);

  g_assert_null (last->next);
  assert_next (NULL, second, TRUE);
  assert_next (second, third, TRUE);
  assert_next (second, second, FALSE);
  assert_next (third, second, FALSE);
  assert_next (NULL, "https://lantern.teamtailor.com/jobs.json", FALSE);
  assert_next (NULL, "https://lantern.teamtailor.com/other.json?page=2", FALSE);
  assert_next (NULL, "https://elsewhere.example/jobs.json?page=2", FALSE);
  assert_next (NULL, "https://other.teamtailor.com/jobs.json?page=2", FALSE);
  assert_next (NULL, "https://lantern.teamtailor.com:8443/jobs.json?page=2", FALSE);
  assert_next (NULL, "https://lantern@lantern.teamtailor.com/jobs.json?page=2", FALSE);
  assert_next (NULL, "http://lantern.teamtailor.com/jobs.json?page=2", FALSE);
  assert_next (NULL, "/jobs.json?page=2", FALSE);
}

static void
test_refused (void)
{
  assert_text_refused (teamtailor (), ANSWER_LIST, "{\"jobs\":[]}",
                       "“items” of Teamtailor’s feed is not an array but nothing");
  assert_text_refused (teamtailor (), ANSWER_LIST, "<!DOCTYPE html><p>Gone",
                       "JSON was expected and an HTML page came");
  assert_text_refused (teamtailor (), ANSWER_LIST, "{\"items\":[{},{}]}",
                       "Teamtailor: none of the 2 entries of the list can be read");
}

static void
test_hostile (void)
{
  assert_hostile_survived (teamtailor (), ANSWER_LIST, "teamtailor/jobs.json");
}

static void
test_sample_feed (void)
{
  g_autoptr (CandListing) listing =
      parse_list_sample (teamtailor (), "career", NULL, "teamtailor/careerkit.json");
  CandPosition *position;

  if (listing == NULL)
    return;
  g_assert_cmpstr (listing->name, ==, "Teamtailor");
  g_assert_cmpuint (listing->positions->len, ==, 2);
  g_assert_cmpuint (listing->skipped, ==, 0);
  g_assert_null (listing->next);

  position = g_ptr_array_index (listing->positions, 0);
  g_assert_cmpstr (cand_position_get_key (position), ==, "teamtailor:career:7167985");
  g_assert_cmpstr (cand_position_get_title (position), ==,
                   "Account Executive - Italy (Madrid based)");
  assert_locations (position, "Madrid, Europe, ES");
  g_assert_cmpstr (cand_position_get_published (position), ==, "2026-02-04T09:26:20+01:00");
  g_assert_cmpint (cand_position_get_workplace (position), ==, CAND_WORKPLACE_UNKNOWN);
  g_assert_cmpint (cand_position_get_employment (position), ==, CAND_EMPLOYMENT_UNKNOWN);
  g_assert_cmpstr (
      cand_position_get_url (position), ==,
      "https://career.teamtailor.com/jobs/7167985-account-executive-italy-madrid-based");

  position = g_ptr_array_index (listing->positions, 1);
  g_assert_cmpstr (cand_position_get_code (position), ==, "7069633");
  g_assert_cmpstr (cand_position_get_title (position), ==,
                   "Mid-Market Account Executive - Copenhagen");
  assert_locations (position, "Stockholm, Sweden, SE | København, Europe, DK");
  g_assert_cmpstr (cand_position_get_published (position), ==, "2026-01-18T19:35:57+01:00");
}

/* The JobPosting of a single page is what a feed's item carries. */
static void
test_sample_page (void)
{
  g_autoptr (GBytes) page = cand_test_read_sample ("teamtailor/job_7700798.html");
  g_autoptr (GBytes) body = NULL;
  g_autoptr (CandListing) listing = NULL;
  g_autofree char *html = NULL;
  CandPosition *position;
  const char *start, *end;
  char *feed;

  if (page == NULL)
    return;
  html = g_strndup (g_bytes_get_data (page, NULL), g_bytes_get_size (page));
  start = strstr (html, "ld+json\">") + strlen ("ld+json\">");
  end = strstr (start, "</script>");
  feed = g_strdup_printf ("{\"items\":[{\"id\":\"x\",\"title\":\"Data Engineer Intern\",\"url\":"
                          "\"https://sweep.teamtailor.com/jobs/7700798-data-engineer-intern\","
                          "\"_jobposting\":%.*s}]}",
                          (int) (end - start), start);
  body = g_bytes_new_take (feed, strlen (feed));
  listing = parse_list (teamtailor (), "sweep", NULL, body);

  g_assert_cmpstr (listing->name, ==, "SWEEP");
  position = g_ptr_array_index (listing->positions, 0);
  g_assert_cmpstr (cand_position_get_key (position), ==, "teamtailor:sweep:7700798");
  g_assert_cmpstr (cand_position_get_organisation (position), ==, "SWEEP");
  assert_locations (position, "Paris, France, FR");
  g_assert_cmpint (cand_position_get_employment (position), ==, CAND_EMPLOYMENT_INTERNSHIP);
  g_assert_cmpstr (cand_position_get_employment_text (position), ==, "Intern");
  g_assert_cmpstr (cand_position_get_published (position), ==, "2026-05-07T15:52:42+02:00");
  g_assert_cmpstr (cand_position_get_description (position), ==,
                   "<h4>Sweep is hiring a Data Engineer Intern for a 6-month internship.</h4>"
                   "<p>Help build data models in dbt.</p>");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/boards/teamtailor/addresses", test_addresses);
  g_test_add_func ("/boards/teamtailor/own-host", test_own_host);
  g_test_add_func ("/boards/teamtailor/requests", test_requests);
  g_test_add_func ("/boards/teamtailor/feed", test_feed);
  g_test_add_func ("/boards/teamtailor/feed-odd", test_feed_odd);
  g_test_add_func ("/boards/teamtailor/next", test_next);
  g_test_add_func ("/boards/teamtailor/refused", test_refused);
  g_test_add_func ("/boards/teamtailor/hostile", test_hostile);
  g_test_add_func ("/boards/teamtailor/samples/feed", test_sample_feed);
  g_test_add_func ("/boards/teamtailor/samples/page", test_sample_page);
  return g_test_run ();
}
