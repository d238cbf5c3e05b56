/* test-personio.c: Personio's addresses and feed
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "system-checks.h"

static const CandBoardSystem *personio;

static void
test_addresses (void)
{
  static const AddressCase cases[] = {
    { "https://lantern.jobs.personio.de/", "lantern", NULL },
    { "https://lantern.jobs.personio.de", "lantern", NULL },
    { "lantern.jobs.personio.de/?language=en", "lantern", NULL },
    { "HTTP://Lantern.Jobs.Personio.DE./", "lantern", NULL },
    { "https://lantern.jobs.personio.de/xml?language=en", "lantern", NULL },
    { "https://lantern.jobs.personio.com/", "lantern.com", NULL },
    { "https://lantern-harbour.jobs.personio.com/job/4100001?language=de&utm_source=x#apply",
      "lantern-harbour.com", "4100001" },
    { "https://lantern.jobs.personio.de/job/4100001", "lantern", "4100001" },
    { "https://lantern.jobs.personio.de/job/4100001/", "lantern", "4100001" },
    { "https://lantern.jobs.personio.de/job/", "lantern", NULL },
    { "https://lantern.jobs.personio.de/job/imprint", "lantern", NULL },
    { "https://lantern.jobs.personio.de/privacy-policy", "lantern", NULL },
  };

  assert_addresses (personio, cases, G_N_ELEMENTS (cases));
}

static void
test_other_addresses (void)
{
  static const char *const addresses[] = {
    "https://jobs.personio.de/",          "https://www.personio.com/",
    "https://personio.de/lantern",        "https://a.b.jobs.personio.de/",
    "https://-lantern.jobs.personio.de/", "https://lantern.jobs.personio.de.example.org/",
    "https://lantern.jobs.personio.org/", NULL,
  };

  assert_no_addresses (personio, addresses);
}

static void
test_urls (void)
{
  g_autofree char *board = personio->board_url ("lantern");
  g_autofree char *other_board = personio->board_url ("lantern.com");
  g_autofree char *position = personio->position_url ("lantern", "4100001");
  g_autofree char *other_position = personio->position_url ("lantern.com", "4100001");
  g_autofree char *application = personio->application_url ("lantern", "4100001");
  g_autoptr (CandRequest) request = personio->list_request ("lantern", NULL);
  g_autoptr (CandRequest) other_request = personio->list_request ("lantern.com", NULL);

  g_assert_cmpstr (board, ==, "https://lantern.jobs.personio.de/");
  g_assert_cmpstr (other_board, ==, "https://lantern.jobs.personio.com/");
  g_assert_cmpstr (position, ==, "https://lantern.jobs.personio.de/job/4100001");
  g_assert_cmpstr (other_position, ==, "https://lantern.jobs.personio.com/job/4100001");
  g_assert_cmpstr (application, ==, "https://lantern.jobs.personio.de/job/4100001");

  g_assert_cmpstr (cand_request_get_method (request), ==, "GET");
  g_assert_cmpstr (cand_request_get_url (request), ==,
                   "https://lantern.jobs.personio.de/xml?language=en");
  g_assert_cmpstr (cand_request_get_accept (request), ==, "application/xml");
  g_assert_cmpuint (cand_request_get_spacing (request), ==, 1000);
  g_assert_cmpuint (cand_request_get_spacing_after_refusal (request), ==, 5000);
  g_assert_cmpstr (cand_request_get_url (other_request), ==,
                   "https://lantern.jobs.personio.com/xml?language=en");
}

/* code|title|organisation|department|places|workplace word|workplace|employment
 * word|employment|date */
static void
assert_nth (CandListing *listing, guint index, const char *expected)
{
  CandPosition *position = g_ptr_array_index (listing->positions, index);
  g_autofree char *places = g_strjoinv ("; ", (GStrv) cand_position_get_locations (position));
  g_autofree char *line = g_strdup_printf (
      "%s|%s|%s|%s|%s|%s|%d|%s|%d|%s", cand_position_get_code (position),
      cand_position_get_title (position), cand_position_get_organisation (position),
      cand_position_get_department (position), places, cand_position_get_workplace_text (position),
      cand_position_get_workplace (position), cand_position_get_employment_text (position),
      cand_position_get_employment (position), cand_position_get_published (position));

  g_assert_cmpstr (line, ==, expected);
}

static void
test_feed (void)
{
  g_autoptr (GBytes) bytes = cand_test_read_fixture ("personio/feed.xml");
  g_autoptr (CandListing) listing = parse_list (personio, "lantern", NULL, bytes);
  CandPosition *keeper = g_ptr_array_index (listing->positions, 0);

  /* Not all of them name the same company. */
  g_assert_null (listing->name);
  g_assert_null (listing->next);
  g_assert_cmpuint (listing->skipped, ==, 3);
  g_assert_cmpuint (listing->positions->len, ==, 5);
  assert_nth (listing, 0,
              "4100001|Keeper of the Lamp (all genders)|Lantern & Harbour GmbH|Towers|"
              "Kiel; Flensburg; Husum||0|permanent · full-time|2|2026-02-01T10:00:00+00:00");
  assert_nth (listing, 1,
              "4100002|Chart Painting Intern|lantern|||Remote|3|intern · full-time|1|(null)");
  assert_nth (listing, 2, "4100003|Rope <b>Maker</b>|lantern||||0|freelance|4|(null)");
  assert_nth (listing, 3,
              "4100004|Student of the Tides|lantern||||0|working_student · part-time|3|(null)");
  assert_nth (listing, 4,
              "4100005|Boat Builder|lantern||||0|permanent · full-or-part-time|0|(null)");

  g_assert_cmpstr (cand_position_get_key (keeper), ==, "personio:lantern:4100001");
  g_assert_cmpstr (cand_position_get_team (keeper), ==, "Towers");
  g_assert_cmpstr (cand_position_get_function (keeper), ==, "Engineering");
  g_assert_cmpstr (cand_position_get_experience (keeper), ==, "experienced · 2-5");
  g_assert_cmpstr (cand_position_get_url (keeper), ==,
                   "https://lantern.jobs.personio.de/job/4100001");
  g_assert_cmpstr (
      cand_position_get_description (keeper), ==,
      "<h3>Your tasks &amp; ours</h3><p>Climb &amp; polish.</p><ul><li>Legs</li></ul>");
  g_assert_null (cand_position_get_description (g_ptr_array_index (listing->positions, 1)));
}

static void
test_empty (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("<workzag-jobs/>", 15);
  g_autoptr (CandListing) listing = parse_list (personio, "lantern", NULL, bytes);

  g_assert_cmpuint (listing->positions->len, ==, 0);
  g_assert_cmpuint (listing->skipped, ==, 0);
}

static void
test_refused (void)
{
  static const RefusalCase cases[] = {
    { "", "XML was expected and nothing came that is text" },
    { "<!DOCTYPE html><html><body><br></body></html>", "XML was expected and an HTML page came" },
    { "<rss><channel/></rss>", "Personio’s feed is not a list of positions" },
    { "<workzag-jobs><position><name>T</name></position></workzag-jobs>",
      "Personio: none of the 1 entries of the list can be read" },
    { "<workzag-jobs><job/></workzag-jobs>", "Personio: none of the 1 entries of the list" },
  };

  assert_texts_refused (personio, ANSWER_LIST, cases, G_N_ELEMENTS (cases));
}

static void
test_cut (void)
{
  g_autoptr (GBytes) whole = cand_test_read_fixture ("personio/feed.xml");

  for (gsize cut = 0; cut + 2 < g_bytes_get_size (whole); cut++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_from_bytes (whole, 0, cut);

      assert_refused (personio, ANSWER_LIST, bytes, "XML was expected");
    }
}

static void
test_sample_twice (void)
{
  g_autoptr (CandListing) listing =
      parse_list_sample (personio, "lantern", NULL, "personio/careerkit.xml");
  CandPosition *position;

  if (listing == NULL)
    return;
  g_assert_cmpuint (listing->positions->len, ==, 1);
  g_assert_cmpuint (listing->skipped, ==, 0);
  g_assert_cmpstr (listing->name, ==, "Acme SE & Co. KG");
  assert_nth (listing, 0,
              "1834171|Staff Software Engineer, Data Platform|Acme SE & Co. KG|Product and Tech|"
              "Munich; Berlin||0|permanent · full-time|2|2024-11-13T14:10:41+00:00");
  position = g_ptr_array_index (listing->positions, 0);
  g_assert_cmpstr (cand_position_get_experience (position), ==, "experienced · 7-10");
  g_assert_cmpstr (cand_position_get_function (position), ==, "Engineering");
  g_assert_null (cand_position_get_description (position));
}

static void
test_sample_cdata (void)
{
  g_autoptr (CandListing) listing =
      parse_list_sample (personio, "lantern", NULL, "personio/jobspedia.xml");

  if (listing == NULL)
    return;
  g_assert_cmpuint (listing->positions->len, ==, 2);
  g_assert_cmpuint (listing->skipped, ==, 0);
  g_assert_cmpstr (listing->name, ==, "Acme Corp");
  assert_nth (listing, 0,
              "1001|Senior Backend Engineer|Acme Corp|Engineering|Berlin||0|"
              "permanent · full-time|2|2026-01-15T10:00:00+00:00");
  assert_nth (listing, 1,
              "1002|Support Engineer|Acme Corp|Support||Remote|3|permanent · full-time|2|"
              "2026-02-01T10:00:00+00:00");
  g_assert_cmpstr (cand_position_get_description (g_ptr_array_index (listing->positions, 0)), ==,
                   "<h3>The Role</h3><p>Build great things.</p>");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  personio = cand_board_system_find ("personio");
  g_assert_nonnull (personio);
  g_test_add_func ("/boards/personio/addresses", test_addresses);
  g_test_add_func ("/boards/personio/other-addresses", test_other_addresses);
  g_test_add_func ("/boards/personio/urls", test_urls);
  g_test_add_func ("/boards/personio/feed", test_feed);
  g_test_add_func ("/boards/personio/empty", test_empty);
  g_test_add_func ("/boards/personio/refused", test_refused);
  g_test_add_func ("/boards/personio/cut", test_cut);
  g_test_add_func ("/boards/personio/samples/twice", test_sample_twice);
  g_test_add_func ("/boards/personio/samples/cdata", test_sample_cdata);
  return g_test_run ();
}
