/* test-lever.c: Lever's addresses and positions
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "system-checks.h"

#define ID "0d0f3b3c-0001-4c1e-9a5e-1f2a3b4c5d6e"

static const CandBoardSystem *
lever (void)
{
  return cand_board_system_find ("lever");
}

static CandListing *
parse_fixture (void)
{
  g_autoptr (GBytes) bytes = cand_test_read_fixture ("lever/list.json");

  return parse_list (lever (), "KiteWorks", NULL, bytes);
}

static void
test_addresses (void)
{
  static const AddressCase cases[] = {
    { "https://jobs.lever.co/KiteWorks", "KiteWorks", NULL },
    { "jobs.lever.co/kite-works/", "kite-works", NULL },
    { "HTTPS://JOBS.LEVER.CO/KiteWorks?lever-source=LinkedIn&department=Wind", "KiteWorks", NULL },
    { "https://jobs.lever.co/KiteWorks/" ID, "KiteWorks", ID },
    { "https://jobs.lever.co/KiteWorks/0D0F3B3C-0001-4C1E-9A5E-1F2A3B4C5D6E/", "KiteWorks", ID },
    { "https://jobs.lever.co/KiteWorks/" ID "/apply?utm_source=x#top", "KiteWorks", ID },
    { "https://jobs.lever.co/KiteWorks/about", "KiteWorks", NULL },
    { "https://jobs.eu.lever.co/kites", "eu.kites", NULL },
    { "https://jobs.eu.lever.co/kites/" ID "/apply", "eu.kites", ID },
    { "https://api.lever.co/v0/postings/KiteWorks?mode=json", "KiteWorks", NULL },
    { "https://api.lever.co/v0/postings/KiteWorks/" ID, "KiteWorks", ID },
    { "https://api.eu.lever.co/v0/postings/kites?mode=json", "eu.kites", NULL },
  };
  static const char *const others[] = {
    "https://jobs.lever.co/",
    "https://www.lever.co/customers",
    "https://lever.co/KiteWorks",
    "https://jobs.lever.co.example/KiteWorks",
    "https://jobs.lever.co/%2e%2e",
    "https://jobs.lever.co/kite:works",
    /* Would be taken for the site of the other region. */
    "https://jobs.lever.co/eu.kites",
    "https://api.lever.co/v1/postings/KiteWorks",
    "https://api.lever.co/v0/postings",
    NULL,
  };

  assert_addresses (lever (), cases, G_N_ELEMENTS (cases));
  assert_no_addresses (lever (), others);
}

static void
test_requests (void)
{
  assert_url (lever ()->board_url ("KiteWorks"), "https://jobs.lever.co/KiteWorks");
  assert_url (lever ()->board_url ("eu.kites"), "https://jobs.eu.lever.co/kites");
  assert_url (lever ()->position_url ("KiteWorks", ID), "https://jobs.lever.co/KiteWorks/" ID);
  assert_url (lever ()->application_url ("eu.kites", ID),
              "https://jobs.eu.lever.co/kites/" ID "/apply");

  assert_request (lever ()->list_request ("KiteWorks", NULL),
                  "https://api.lever.co/v0/postings/KiteWorks?mode=json&skip=0&limit=100");
  assert_request (lever ()->list_request ("eu.kites", "200"),
                  "https://api.eu.lever.co/v0/postings/kites?mode=json&skip=200&limit=100");
  assert_request (lever ()->list_request ("eu.kites", "-1&x"),
                  "https://api.eu.lever.co/v0/postings/kites?mode=json&skip=0&limit=100");
  assert_request (lever ()->position_request ("eu.kites", ID),
                  "https://api.eu.lever.co/v0/postings/kites/" ID "?mode=json");
  g_assert_true (lever ()->traits & CAND_BOARD_EMPTY_IS_VAGUE);
}

static void
test_facts (void)
{
  g_autoptr (CandListing) listing = parse_fixture ();
  CandPosition *kite = nth (listing, 0);

  g_assert_cmpuint (listing->positions->len, ==, 4);
  g_assert_cmpuint (listing->skipped, ==, 3);
  g_assert_null (listing->name);
  g_assert_null (listing->next);

  g_assert_cmpstr (cand_position_get_key (kite), ==, "lever:KiteWorks:" ID);
  g_assert_cmpstr (cand_position_get_title (kite), ==, "Kite Tester");
  g_assert_cmpstr (cand_position_get_organisation (kite), ==, "KiteWorks");
  g_assert_cmpstr (cand_position_get_department (kite), ==, "Wind / Kites");
  g_assert_cmpint (cand_position_get_state (kite), ==, CAND_POSITION_STATE_OPEN);
  assert_locations (kite, "Lisbon, Portugal | Porto, Portugal");
  g_assert_cmpint (cand_position_get_workplace (kite), ==, CAND_WORKPLACE_ON_SITE);
  g_assert_cmpstr (cand_position_get_workplace_text (kite), ==, "On-site");
  g_assert_cmpint (cand_position_get_employment (kite), ==, CAND_EMPLOYMENT_FULL_TIME);
  g_assert_cmpstr (cand_position_get_employment_text (kite), ==, "Full-time");
  g_assert_cmpstr (cand_position_get_published (kite), ==, "2025-11-27T01:02:41Z");
  g_assert_null (cand_position_get_updated (kite));
  g_assert_null (cand_position_get_closing (kite));
  g_assert_cmpstr (cand_position_get_url (kite), ==, "https://jobs.lever.co/KiteWorks/" ID);
  g_assert_cmpstr (cand_position_get_application_url (kite), ==,
                   "https://jobs.lever.co/KiteWorks/" ID "/apply");
  assert_pay (kite, "30000-42000 EUR year");
  g_assert_cmpstr (cand_position_get_pay_text (kite), ==, "");
}

/* Lever's codes are put into words; what is none of them is said as it is. */
static void
test_workplace (void)
{
  static const struct
  {
    const char *value;
    CandWorkplace workplace;
    const char *text;
  } cases[] = {
    { "\"onsite\"", CAND_WORKPLACE_ON_SITE, "On-site" },
    { "\"on-site\"", CAND_WORKPLACE_ON_SITE, "On-site" },
    { "\"On Site\"", CAND_WORKPLACE_ON_SITE, "On-site" },
    { "\"ON_SITE\"", CAND_WORKPLACE_ON_SITE, "On-site" },
    { "\"Remote\"", CAND_WORKPLACE_REMOTE, "Remote" },
    { "\"hybrid\"", CAND_WORKPLACE_HYBRID, "Hybrid" },
    { "\"remote\"", CAND_WORKPLACE_REMOTE, "Remote" },
    { "\"unspecified\"", CAND_WORKPLACE_UNKNOWN, "" },
    { "\"Fully remote\"", CAND_WORKPLACE_REMOTE, "Fully remote" },
    { "\"By the tide\"", CAND_WORKPLACE_UNKNOWN, "By the tide" },
    { "7", CAND_WORKPLACE_UNKNOWN, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdup_printf (
          "[{\"id\":\"" ID "\",\"text\":\"Kite Tester\",\"workplaceType\":%s}]", cases[i].value);
      g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
      g_autoptr (CandListing) listing = parse_list (lever (), "KiteWorks", NULL, bytes);
      CandPosition *position = nth (listing, 0);

      g_test_message ("%s", cases[i].value);
      g_assert_cmpint (cand_position_get_workplace (position), ==, cases[i].workplace);
      g_assert_cmpstr (cand_position_get_workplace_text (position), ==, cases[i].text);
    }
}

static void
test_missing_facts (void)
{
  g_autoptr (CandListing) listing = parse_fixture ();
  CandPosition *knot = nth (listing, 1);
  CandPosition *reader = nth (listing, 2);
  CandPosition *meter = nth (listing, 3);

  /* The second entry of one id adds its place, and makes it remote. */
  assert_locations (knot, "Porto, Portugal | Lisbon, Portugal");
  g_assert_cmpint (cand_position_get_workplace (knot), ==, CAND_WORKPLACE_REMOTE);
  g_assert_cmpint (cand_position_get_employment (knot), ==, CAND_EMPLOYMENT_INTERNSHIP);
  g_assert_cmpstr (cand_position_get_department (knot), ==, "Ropes");
  g_assert_null (cand_position_get_published (knot));
  g_assert_cmpstr (cand_position_get_url (knot), ==,
                   "https://jobs.lever.co/KiteWorks/0d0f3b3c-0002-4c1e-9a5e-1f2a3b4c5d6e");
  g_assert_cmpstr (cand_position_get_application_url (knot), ==,
                   "https://jobs.lever.co/KiteWorks/0d0f3b3c-0002-4c1e-9a5e-1f2a3b4c5d6e/apply");
  assert_pay (knot, "12.5- EUR hour");

  g_assert_cmpstr (cand_position_get_title (reader), ==, "<i>Weather</i> & Reader");
  assert_locations (reader, "NO");
  g_assert_cmpint (cand_position_get_workplace (reader), ==, CAND_WORKPLACE_UNKNOWN);
  g_assert_cmpstr (cand_position_get_workplace_text (reader), ==, "");
  g_assert_cmpint (cand_position_get_employment (reader), ==, CAND_EMPLOYMENT_UNKNOWN);
  assert_pay (reader, NULL);

  g_assert_cmpint (cand_position_get_workplace (meter), ==, CAND_WORKPLACE_HYBRID);
  assert_locations (meter, "");
  g_assert_cmpstr (cand_position_get_department (meter), ==, "");
  g_assert_null (cand_position_get_published (meter));
  g_assert_null (cand_position_get_description (meter));
}

static void
test_description (void)
{
  g_autoptr (CandListing) listing = parse_fixture ();

  g_assert_cmpstr (cand_position_get_description (nth (listing, 0)), ==,
                   "<div>We fly.</div><div>You test.</div>"
                   "<h3>What you do &amp; how</h3><ul>\n<li>Fly</li>\n<li>Land</li>\n</ul>"
                   "<ul><li>Without a heading</li></ul>"
                   "<p>And a kite a year.</p><div>Gusts welcome.</div>");
  g_assert_cmpstr (cand_position_get_description (nth (listing, 1)), ==,
                   "<p>Tie &lt;knots&gt;.</p><p>Untie them.</p>");
  g_assert_cmpstr (cand_position_get_description (nth (listing, 2)), ==,
                   "<p>Look up.</p><p>Write down.");
}

static GBytes *
make_page (guint n)
{
  g_autoptr (GString) json = g_string_new ("[");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (
        json, "%s{\"id\": \"00000000-0000-4000-8000-%012u\", \"text\": \"Number %u\"}",
        i > 0 ? "," : "", i, i);
  g_string_append_c (json, ']');
  return g_string_free_to_bytes (g_steal_pointer (&json));
}

static void
test_pages (void)
{
  static const struct
  {
    const char *page;
    guint n;
    const char *next;
  } cases[] = {
    { NULL, 0, NULL },
    { NULL, 99, NULL },
    { NULL, 100, "100" },
    { "100", 100, "200" },
    { "200", 3, NULL },
    { "200", 0, NULL },
    /* A server that does not page. */
    { NULL, 101, NULL },
    { "19800", 100, "19900" },
    { "19900", 99, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) body = make_page (cases[i].n);
      g_autoptr (GError) error = NULL;
      g_autoptr (CandListing) listing =
          lever ()->parse_list ("KiteWorks", cases[i].page, body, &error);

      g_test_message ("%s: %u", cases[i].page, cases[i].n);
      g_assert_no_error (error);
      g_assert_cmpuint (listing->positions->len, ==, cases[i].n);
      g_assert_cmpstr (listing->next, ==, cases[i].next);
    }
}

/* What is more than any board has is refused, not cut off. */
static void
test_endless (void)
{
  g_autoptr (GBytes) body = make_page (100);
  g_autoptr (GError) error = NULL;

  g_assert_null (lever ()->parse_list ("KiteWorks", "19900", body, &error));
  g_assert_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED);
  g_assert_cmpstr (error->message, ==, "Lever: the list has more positions than any board");
}

static void
test_region (void)
{
  g_autoptr (GBytes) body = make_page (1);
  g_autoptr (CandListing) listing = parse_list (lever (), "eu.kites", NULL, body);
  CandPosition *position = nth (listing, 0);

  g_assert_cmpstr (cand_position_get_board_key (position), ==, "lever:eu.kites");
  g_assert_cmpstr (cand_position_get_organisation (position), ==, "kites");
  g_assert_cmpstr (cand_position_get_url (position), ==,
                   "https://jobs.eu.lever.co/kites/00000000-0000-4000-8000-000000000000");
}

static void
test_position (void)
{
  const char *json = "{\"id\": \"" ID "\", \"text\": \"Kite Tester\", \"description\": \"<p>Fly\"}";
  g_autoptr (GBytes) body = g_bytes_new_static (json, strlen (json));
  g_autoptr (GError) error = NULL;
  g_autoptr (CandPosition) position = lever ()->parse_position ("KiteWorks", ID, body, &error);
  CandPosition *other;

  g_assert_no_error (error);
  g_assert_cmpstr (cand_position_get_title (position), ==, "Kite Tester");
  g_assert_cmpstr (cand_position_get_description (position), ==, "<p>Fly");

  other =
      lever ()->parse_position ("KiteWorks", "0d0f3b3c-0002-4c1e-9a5e-1f2a3b4c5d6e", body, &error);
  g_assert_null (other);
  g_assert_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED);
}

static void
test_hostile (void)
{
  static const char *const refused[] = {
    "",
    "7",
    "{}",
    "<!DOCTYPE html><html><body>Sorry</body></html>",
    "{\"ok\": false, \"error\": \"Document not found\"}",
    "[{}, [], null]",
    "[\"\xff\xfe\"]",
  };
  g_autoptr (GBytes) good = cand_test_read_fixture ("lever/list.json");
  g_autofree char *deep = g_strnfill (100000, '[');
  gsize size = g_bytes_get_size (good);

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      assert_text_refused (lever (), ANSWER_LIST, refused[i], "");
      assert_text_refused (lever (), ANSWER_POSITION, refused[i], "");
    }
  assert_text_refused (lever (), ANSWER_LIST, deep, "The JSON is nested deeper than 64 levels");
  assert_text_refused (lever (), ANSWER_LIST, "[{}]", "Lever: none of the 1 entries of the list");
  /* The last byte ends a line. */
  for (gsize length = 0; length < size - 1; length++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (good, 0, length);

      assert_refused (lever (), ANSWER_LIST, cut, "");
    }
  assert_types_survived (lever (), ANSWER_LIST, good);
}

static void
test_sample_careerkit (void)
{
  g_autoptr (CandListing) listing =
      parse_list_sample (lever (), "idealistconsulting", NULL, "lever/careerkit.json");
  CandPosition *first, *second;

  if (listing == NULL)
    return;
  g_assert_cmpuint (listing->positions->len, ==, 2);
  g_assert_cmpuint (listing->skipped, ==, 0);
  first = nth (listing, 0);
  second = nth (listing, 1);

  g_assert_cmpstr (cand_position_get_code (first), ==, "a24ec4e5-5caa-473d-abd4-b71f09a8167b");
  g_assert_cmpstr (cand_position_get_title (first), ==,
                   "(1099 Contract) Nonprofit Salesforce Consultant: Enterprise Project Manager");
  assert_locations (first, "Chicago, IL");
  g_assert_cmpstr (cand_position_get_department (first), ==, "Services Team");
  g_assert_cmpint (cand_position_get_employment (first), ==, CAND_EMPLOYMENT_CONTRACT);
  g_assert_cmpint (cand_position_get_workplace (first), ==, CAND_WORKPLACE_REMOTE);
  g_assert_cmpstr (cand_position_get_published (first), ==, "2025-11-27T01:02:41Z");
  g_assert_nonnull (strstr (cand_position_get_description (first),
                            "<h3>Your Background Includes:</h3><ul>\n<li>"));
  g_assert_nonnull (strstr (cand_position_get_description (first), "Ethics page"));

  g_assert_cmpstr (cand_position_get_title (second), ==,
                   "(1099 Contract) Salesforce for Nonprofits: Solution Architect");
  assert_locations (second, "Washington, D.C.");
  g_assert_cmpstr (cand_position_get_published (second), ==, "2023-01-29T02:28:23Z");
  g_assert_cmpstr (
      cand_position_get_application_url (second), ==,
      "https://jobs.lever.co/idealistconsulting/5d54d69b-e940-452e-b892-1170aa60f095/apply");
  assert_pay (second, NULL);
}

static void
test_sample_eeg (void)
{
  g_autoptr (CandListing) listing =
      parse_list_sample (lever (), "veeva", NULL, "lever/eeg-jobs-board.json");
  CandPosition *second;

  if (listing == NULL)
    return;
  g_assert_cmpuint (listing->positions->len, ==, 2);
  g_assert_cmpuint (listing->skipped, ==, 0);
  g_assert_cmpstr (cand_position_get_key (nth (listing, 0)), ==,
                   "lever:veeva:466ed4a1-2c00-400e-8b9b-77b0c63d64d2");
  assert_locations (nth (listing, 0), "Portugal - Lisbon");

  /* "lists" is missing; the text is cut in the middle of a tag. */
  second = nth (listing, 1);
  g_assert_cmpstr (cand_position_get_title (second), ==, "(Associate) Team Lead - Data Operations");
  assert_locations (second, "Spain - Barcelona");
  g_assert_cmpstr (cand_position_get_department (second), ==,
                   "Data Operations / Data Operations - EU");
  g_assert_cmpint (cand_position_get_employment (second), ==, CAND_EMPLOYMENT_FULL_TIME);
  g_assert_cmpstr (cand_position_get_employment_text (second), ==, "Full-Time");
  g_assert_cmpstr (cand_position_get_published (second), ==, "2026-01-30T19:28:54Z");
  g_assert_true (g_str_has_prefix (cand_position_get_description (second),
                                   "<div><span style=\"font-size: 16px;\">Veeva Systems is a"));
  g_assert_null (strstr (cand_position_get_description (second), "<ul>\n<li>"));
}

static void
test_sample_job_agent (void)
{
  g_autoptr (CandListing) listing =
      parse_list_sample (lever (), "jumpcloud", NULL, "lever/job-agent.json");

  if (listing == NULL)
    return;
  g_assert_cmpuint (listing->positions->len, ==, 2);
  g_assert_cmpuint (listing->skipped, ==, 0);
  g_assert_cmpstr (cand_position_get_title (nth (listing, 0)), ==,
                   "Account Executive, North America SMB - India");
  assert_locations (nth (listing, 0), "Bangalore, India - Remote");
  g_assert_cmpstr (cand_position_get_department (nth (listing, 0)), ==, "Sales");
  g_assert_cmpint (cand_position_get_employment (nth (listing, 0)), ==, CAND_EMPLOYMENT_FULL_TIME);
  g_assert_cmpstr (cand_position_get_employment_text (nth (listing, 0)), ==, "Full Time");
  g_assert_cmpint (cand_position_get_workplace (nth (listing, 0)), ==, CAND_WORKPLACE_REMOTE);
  g_assert_cmpstr (cand_position_get_published (nth (listing, 0)), ==, "2026-07-29T15:44:26Z");
  g_assert_cmpstr (cand_position_get_title (nth (listing, 1)), ==, "Account Manager - Singapore");
  g_assert_cmpstr (cand_position_get_code (nth (listing, 1)), ==,
                   "9a6ab6b6-d8fc-4e34-8d13-9e8016e98223");
  g_assert_cmpstr (cand_position_get_department (nth (listing, 1)), ==,
                   "Customer Success / Account Management");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/boards/lever/addresses", test_addresses);
  g_test_add_func ("/boards/lever/requests", test_requests);
  g_test_add_func ("/boards/lever/facts", test_facts);
  g_test_add_func ("/boards/lever/workplace", test_workplace);
  g_test_add_func ("/boards/lever/missing-facts", test_missing_facts);
  g_test_add_func ("/boards/lever/description", test_description);
  g_test_add_func ("/boards/lever/pages", test_pages);
  g_test_add_func ("/boards/lever/endless", test_endless);
  g_test_add_func ("/boards/lever/region", test_region);
  g_test_add_func ("/boards/lever/position", test_position);
  g_test_add_func ("/boards/lever/hostile", test_hostile);
  g_test_add_func ("/boards/lever/sample/careerkit", test_sample_careerkit);
  g_test_add_func ("/boards/lever/sample/eeg-jobs-board", test_sample_eeg);
  g_test_add_func ("/boards/lever/sample/job-agent", test_sample_job_agent);

  return g_test_run ();
}
