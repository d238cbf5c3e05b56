/* test-jsonld.c: pages that describe positions as schema.org's JobPosting
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "system-checks.h"

#define ACCOUNT "lantern.example/careers"

static const CandBoardSystem *jsonld;

static char *
claim (const char *address, const char *html)
{
  g_autoptr (GUri) uri = cand_address_to_uri (address);

  return jsonld->claim_page (uri, html);
}

static void
test_claim (void)
{
  static const char posting[] =
      "<script type='application/ld+json'>{\"@type\":\"JobPosting\",\"title\":\"T\"}</script>";
  static const struct
  {
    const char *address;
    const char *account;
    const char *url;
  } cases[] = {
    { "https://Lantern.example", "lantern.example/", "https://lantern.example/" },
    { "https://lantern.example/careers", ACCOUNT, "https://lantern.example/careers" },
    { "http://lantern.example:80/careers/", "lantern.example/careers/",
      "https://lantern.example/careers/" },
    { "https://lantern.example:443/careers?utm_source=x&gh_src=y#jobs", ACCOUNT,
      "https://lantern.example/careers" },
    { "https://lantern.example/jobs?id=7&ref=x&lang=de", "lantern.example/jobs?id=7&lang=de",
      "https://lantern.example/jobs?id=7&lang=de" },
    { "https://lantern.example:8443/a:b/c%20d/é?t=10:30&u=a%20b",
      "lantern.example%3A8443/a%3Ab/c%20d/%C3%A9?t=10%3A30&u=a%20b",
      "https://lantern.example:8443/a%3Ab/c%20d/%C3%A9?t=10%3A30&u=a%20b" },
    { "https://léuchtturm.example/jobs", "xn--luchtturm-b4a.example/jobs",
      "https://xn--luchtturm-b4a.example/jobs" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *account = claim (cases[i].address, posting);
      g_autofree char *board = NULL;
      g_autofree char *again = NULL;

      g_test_message ("%s", cases[i].address);
      g_assert_cmpstr (account, ==, cases[i].account);
      board = jsonld->board_url (account);
      g_assert_cmpstr (board, ==, cases[i].url);
      again = claim (board, posting);
      g_assert_cmpstr (again, ==, account);
    }
}

static void
test_claim_nothing (void)
{
  static const char *const pages[] = {
    "",
    "<p>JobPosting</p>",
    "<script>var x = {\"@type\":\"JobPosting\"};</script>",
    "<script "
    "type='application/ld+json'>{\"@type\":\"Organization\",\"name\":\"JobPosting\"}</script>",
    "<script type='application/ld+json'>{\"@type\":\"JobPosting\"</script>",
    "<script type='application/ld+json'>{\"@type\":\"JobPostings\"}</script>",
    "<script type='application/ld+json'>{\"@type\":7,\"JobPosting\":{}}</script>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    g_assert_null (claim ("https://lantern.example/", pages[i]));
  g_assert_null (claim ("https://[::1]/", "<script type='application/ld+json'>"
                                          "{\"@type\":\"JobPosting\",\"title\":\"T\"}</script>"));
}

static void
test_requests (void)
{
  g_autoptr (CandRequest) request = jsonld->list_request (ACCOUNT, NULL);
  g_autofree char *position = jsonld->position_url (ACCOUNT, "4100001");
  g_autofree char *application = jsonld->application_url (ACCOUNT, "4100001");

  g_assert_null (jsonld->recognise);
  g_assert_cmpstr (cand_request_get_method (request), ==, "GET");
  g_assert_cmpstr (cand_request_get_url (request), ==, "https://lantern.example/careers");
  g_assert_cmpstr (cand_request_get_accept (request), ==, "text/html");
  g_assert_cmpuint (cand_request_get_spacing (request), ==, 1000);
  g_assert_cmpuint (cand_request_get_spacing_after_refusal (request), ==, 5000);
  g_assert_cmpstr (position, ==, "https://lantern.example/careers");
  g_assert_cmpstr (application, ==, "https://lantern.example/careers");
}

/* One posting, of these members beside type and title. */
static CandPosition *
parse_posting (const char *members, CandListing **listing)
{
  g_autofree char *html =
      g_strdup_printf ("<script type='application/ld+json'>{\"@type\":\"JobPosting\","
                       "\"title\":\"T\"%s%s}</script>",
                       *members != '\0' ? "," : "", members);
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));

  *listing = parse_list (jsonld, ACCOUNT, NULL, bytes);
  g_assert_cmpuint ((*listing)->positions->len, ==, 1);
  return g_ptr_array_index ((*listing)->positions, 0);
}

static void
test_page (void)
{
  g_autoptr (GBytes) bytes = cand_test_read_fixture ("jsonld/careers.html");
  g_autoptr (CandListing) listing = parse_list (jsonld, ACCOUNT, NULL, bytes);
  CandPosition *keeper = g_ptr_array_index (listing->positions, 0);
  CandPosition *singer = g_ptr_array_index (listing->positions, 1);

  g_assert_cmpstr (listing->name, ==, "Lantern Harbour Ltd");
  g_assert_null (listing->next);
  /* One without a title, one that is no JSON; the one that is over does not count. */
  g_assert_cmpuint (listing->skipped, ==, 2);
  g_assert_cmpuint (listing->positions->len, ==, 4);

  g_assert_cmpstr (cand_position_get_key (keeper), ==, "jsonld:" ACCOUNT ":4100001");
  g_assert_cmpstr (cand_position_get_title (keeper), ==, "Keeper of the Lamp & Log");
  g_assert_cmpstr (cand_position_get_organisation (keeper), ==, "Lantern Harbour Ltd");
  g_assert_cmpstr (cand_position_get_url (keeper), ==, "https://lantern.example/jobs/keeper");
  g_assert_cmpstr (cand_position_get_application_url (keeper), ==,
                   "https://lantern.example/jobs/keeper");
  g_assert_cmpstr (cand_position_get_published (keeper), ==, "2026-05-04");
  g_assert_cmpstr (cand_position_get_closing (keeper), ==, "2099-12-31T23:59:59+01:00");
  g_assert_cmpint (cand_position_get_employment (keeper), ==, CAND_EMPLOYMENT_INTERNSHIP);
  g_assert_cmpstr (cand_position_get_employment_text (keeper), ==, "Full-time, Intern");
  g_assert_cmpint (cand_position_get_workplace (keeper), ==, CAND_WORKPLACE_UNKNOWN);
  assert_locations (keeper,
                    "Kiel, Schleswig-Holstein, DE | Menlo Park, CA, USA | 12 Quay Street, Cork");
  assert_pay (keeper, "4500-6000 EUR month");
  g_assert_cmpstr (cand_position_get_description (keeper), ==,
                   "<p>Climb &amp; polish.</p><ul><li>Keep the log</li></ul>"
                   "<h3>Qualifications</h3><ul><li><p>Strong legs</p></li>"
                   "<li>A steady <b>hand</b></li></ul>"
                   "<h3>Skills</h3><p>Knots, signals</p>");

  g_assert_cmpstr (cand_position_get_code (singer), ==, "REQ7b");
  g_assert_cmpstr (cand_position_get_url (singer), ==, "https://lantern.example/jobs/fog");
  g_assert_cmpstr (cand_position_get_published (singer), ==, "2026-05-05T10:00:00+02:00");
  g_assert_cmpint (cand_position_get_employment (singer), ==, CAND_EMPLOYMENT_PART_TIME);
  g_assert_cmpint (cand_position_get_workplace (singer), ==, CAND_WORKPLACE_REMOTE);
  g_assert_cmpstr (cand_position_get_workplace_text (singer), ==, "TELECOMMUTE");
  assert_locations (singer, "Norway | Maine");
  assert_pay (singer, "31.5-31.5 GBP ");
  g_assert_cmpstr (cand_position_get_description (singer), ==, "<p>Sing &amp; signal.</p>");
}

static void
test_page_odd (void)
{
  g_autoptr (GBytes) bytes = cand_test_read_fixture ("jsonld/careers.html");
  g_autoptr (CandListing) listing = parse_list (jsonld, ACCOUNT, NULL, bytes);
  CandPosition *watch = g_ptr_array_index (listing->positions, 2);
  CandPosition *painter = g_ptr_array_index (listing->positions, 3);

  /* The first letters of the SHA-256 of "http://lantern.example/night". */
  g_assert_cmpstr (cand_position_get_code (watch), ==, "2e921cbbf7bbf39e");
  g_assert_cmpstr (cand_position_get_title (watch), ==, "Night Watch");
  g_assert_cmpstr (cand_position_get_organisation (watch), ==, "Lantern Harbour Ltd");
  g_assert_cmpstr (cand_position_get_url (watch), ==, "https://lantern.example/careers");
  g_assert_null (cand_position_get_published (watch));
  g_assert_null (cand_position_get_closing (watch));
  g_assert_cmpint (cand_position_get_employment (watch), ==, CAND_EMPLOYMENT_UNKNOWN);
  g_assert_cmpstr (cand_position_get_employment_text (watch), ==, "Full-time, Part-time");
  g_assert_cmpstr (cand_position_get_description (watch), ==,
                   "<p>Two nights a week.</p><p>Bring &lt;3 lamps &amp; a coat.</p>");

  /* Another position has its identifier, and its address is none: the SHA-256 of its title. */
  g_assert_cmpstr (cand_position_get_code (painter), ==, "04b417def6b70307");
  g_assert_cmpstr (cand_position_get_url (painter), ==, "https://lantern.example/careers");
  assert_locations (painter, "The old pier");
  g_assert_null (cand_position_get_pay (painter));
  g_assert_cmpstr (cand_position_get_pay_text (painter), ==, "According to the tide");
  g_assert_null (cand_position_get_description (painter));
}

static void
test_pay (void)
{
  static const struct
  {
    const char *members;
    const char *pay;
  } cases[] = {
    { "\"baseSalary\":{\"currency\":\"usd\",\"value\":{\"value\":40,\"unitText\":\"HOUR\"}}",
      "40-40 USD hour" },
    { "\"baseSalary\":{\"currency\":\"USD\",\"value\":90000,\"unitText\":\"YEAR\"}",
      "90000-90000 USD year" },
    { "\"baseSalary\":{\"currency\":\"USD\",\"minValue\":1,\"maxValue\":2,\"unitText\":\"WEEK\"}",
      "1-2 USD week" },
    { "\"baseSalary\":[{\"currency\":\"USD\",\"value\":{\"minValue\":5,\"unitText\":\"DAY\"}}]",
      "5- USD day" },
    { "\"baseSalary\":{\"currency\":\"USD\",\"value\":{\"value\":20.50,\"unitText\":\"HOUR\"}}",
      "20.5-20.5 USD hour" },
    { "\"baseSalary\":{\"currency\":\"USD\",\"minValue\":9e4,\"maxValue\":-1.5}", "90000- USD " },
    { "\"baseSalary\":52000.5,\"salaryCurrency\":\"EUR\"", "52000.5-52000.5 EUR " },
    { "\"baseSalary\":[{\"value\":1},{\"value\":2}]", NULL },
    { "\"baseSalary\":{\"currency\":\"USD\",\"value\":{\"minValue\":0,\"maxValue\":0}}", NULL },
    { "\"baseSalary\":{\"currency\":\"USD\",\"value\":{\"minValue\":\"lots\"}}", NULL },
    { "\"baseSalary\":{\"currency\":7,\"value\":null}", NULL },
    { "\"baseSalary\":null", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CandListing) listing = NULL;

      g_test_message ("%s", cases[i].members);
      assert_pay (parse_posting (cases[i].members, &listing), cases[i].pay);
    }
}

static void
test_employment (void)
{
  static const struct
  {
    const char *value;
    CandEmployment employment;
    const char *text;
  } cases[] = {
    { "\"FULL_TIME\"", CAND_EMPLOYMENT_FULL_TIME, "Full-time" },
    { "\"Full-time\"", CAND_EMPLOYMENT_FULL_TIME, "Full-time" },
    { "\"CONTRACTOR\"", CAND_EMPLOYMENT_CONTRACT, "Contractor" },
    { "\"TEMPORARY\"", CAND_EMPLOYMENT_TEMPORARY, "Temporary" },
    { "\"VOLUNTEER\"", CAND_EMPLOYMENT_VOLUNTEER, "Volunteer" },
    { "\"OTHER\"", CAND_EMPLOYMENT_OTHER, "Other" },
    { "[\"INTERN\"]", CAND_EMPLOYMENT_INTERNSHIP, "Intern" },
    { "[\"FULL_TIME\",\"CONTRACTOR\"]", CAND_EMPLOYMENT_CONTRACT, "Full-time, Contractor" },
    { "[\"INTERN\",\"FULL_TIME\",7,null]", CAND_EMPLOYMENT_INTERNSHIP, "Intern, Full-time, 7" },
    { "[\"FULL_TIME\",\"PART_TIME\"]", CAND_EMPLOYMENT_UNKNOWN, "Full-time, Part-time" },
    { "\"FULL_TIME,PART_TIME\"", CAND_EMPLOYMENT_UNKNOWN, "Full-time, Part-time" },
    { "\"By the tide\"", CAND_EMPLOYMENT_UNKNOWN, "By the tide" },
    { "\"BY_THE_TIDE\"", CAND_EMPLOYMENT_UNKNOWN, "BY_THE_TIDE" },
    { "[]", CAND_EMPLOYMENT_UNKNOWN, "" },
    { "{}", CAND_EMPLOYMENT_UNKNOWN, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *members = g_strconcat ("\"employmentType\":", cases[i].value, NULL);
      g_autoptr (CandListing) listing = NULL;
      CandPosition *position = parse_posting (members, &listing);

      g_test_message ("%s", members);
      g_assert_cmpint (cand_position_get_employment (position), ==, cases[i].employment);
      g_assert_cmpstr (cand_position_get_employment_text (position), ==, cases[i].text);
    }
}

static void
test_places (void)
{
  static const struct
  {
    const char *members;
    const char *places;
  } cases[] = {
    { "\"jobLocation\":{\"address\":{\"addressLocality\":\"Kiel\"}}", "Kiel" },
    { "\"jobLocation\":{\"addressLocality\":\"Kiel\",\"addressCountry\":\"DE\"}", "Kiel, DE" },
    { "\"jobLocation\":\"Kiel\"", "Kiel" },
    { "\"jobLocation\":[\"Kiel\",{\"address\":\"Husum\"},null,7,{}]", "Kiel | Husum | 7" },
    { "\"jobLocation\":{\"address\":{\"addressLocality\":[\"Kiel\",\"Husum\"],"
      "\"addressRegion\":null,\"addressCountry\":{\"@type\":\"Country\",\"name\":\"Germany\"}}}",
      "Kiel, Germany" },
    { "\"jobLocation\":{\"address\":{\"addressLocality\":\"Luxembourg\","
      "\"addressRegion\":\"Luxembourg\"}}",
      "Luxembourg" },
    { "\"applicantLocationRequirements\":\"Norway\"", "Norway" },
    { "\"jobLocation\":[],\"applicantLocationRequirements\":{\"name\":\"Norway\"}", "Norway" },
    { "\"jobLocation\":\"Kiel\",\"applicantLocationRequirements\":{\"name\":\"Norway\"}", "Kiel" },
    { "\"jobLocation\":{\"address\":{\"addressLocality\":[[[\"Kiel\"]]]}}", "Kiel" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CandListing) listing = NULL;

      g_test_message ("%s", cases[i].members);
      assert_locations (parse_posting (cases[i].members, &listing), cases[i].places);
    }
}

static void
test_codes (void)
{
  static const struct
  {
    const char *members;
    const char *code;
  } cases[] = {
    { "\"identifier\":{\"name\":\"x\",\"value\":\"AB-1.2_c\"}", "AB-1.2_c" },
    { "\"identifier\":{\"value\":8636903002}", "8636903002" },
    { "\"identifier\":17", "17" },
    { "\"identifier\":9223372036854775807", "9223372036854775807" },
    { "\"identifier\":12345678901234567890", "12345678901234567890" },
    { "\"identifier\":{\"value\":123456789012345678901}", "123456789012345678901" },
    { "\"identifier\":1e30", "1e30" },
    { "\"identifier\":4.10", "4.10" },
    { "\"identifier\":[\"first\",\"second\"]", "first" },
    { "\"identifier\":\"a:b/../c d\"", "ab..cd" },
    { "\"identifier\":\"../..\",\"url\":\"https://lantern.example/x\"", "01bb894b9262d807" },
    { "\"url\":\"https://lantern.example/x?utm_source=y\"", "01bb894b9262d807" },
    { "\"identifier\":null", "e632b7095b0bf32c" },
    { "", "e632b7095b0bf32c" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CandListing) listing = NULL;
      CandPosition *position = parse_posting (cases[i].members, &listing);

      g_test_message ("%s", cases[i].members);
      g_assert_cmpstr (cand_position_get_code (position), ==, cases[i].code);
    }
  {
    g_autofree char *digits = g_strnfill (200, '9');
    g_autofree char *members = g_strdup_printf ("\"identifier\":\"%s\"", digits);
    g_autoptr (CandListing) listing = NULL;
    CandPosition *position = parse_posting (members, &listing);

    g_assert_cmpuint (strlen (cand_position_get_code (position)), ==, 64);
  }
}

/* Codes of the postings of one page, "|" between them. */
static void
assert_page_codes (const char *postings, const char *expected)
{
  g_autofree char *html =
      g_strdup_printf ("<script type='application/ld+json'>[%s]</script>", postings);
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  g_autoptr (CandListing) listing = parse_list (jsonld, ACCOUNT, NULL, bytes);
  g_autoptr (GString) codes = g_string_new (NULL);

  g_test_message ("%s", postings);
  for (guint i = 0; i < listing->positions->len; i++)
    g_string_append_printf (codes, "%s%s", i > 0 ? " | " : "",
                            cand_position_get_code (g_ptr_array_index (listing->positions, i)));
  g_assert_cmpstr (codes->str, ==, expected);
}

#define POSTING(members) "{\"@type\":\"JobPosting\",\"title\":\"T\"" members "}"
#define IN(place) ",\"jobLocation\":\"" place "\""
#define OF(date) ",\"datePosted\":\"" date "\""
#define AT(path) ",\"url\":\"https://lantern.example/" path "\""

/* Without an identifier, the same title elsewhere or of another day is another position; what is
 * the same twice, or says less, is not. */
static void
test_same_title (void)
{
  assert_page_codes (POSTING (IN ("Paris")) "," POSTING (IN ("Oslo")),
                     "e632b7095b0bf32c | 5cb0e1de91828de0");
  assert_page_codes (POSTING (OF ("2026-05-04")) "," POSTING (OF ("2026-06-04")),
                     "e632b7095b0bf32c | 15ba629d7e5a0a7d");
  assert_page_codes (POSTING (AT ("x")) "," POSTING (AT ("y")),
                     "01bb894b9262d807 | 82a1292581d15b4d");
  assert_page_codes (POSTING (AT ("x") IN ("Paris")) "," POSTING (
                         AT ("x") IN ("Oslo")) "," POSTING (AT ("x") IN ("Kiel")),
                     "01bb894b9262d807 | e632b7095b0bf32c | 2d8e9666d035e113");
  assert_page_codes (POSTING (IN ("Paris")) "," POSTING (IN ("Paris")), "e632b7095b0bf32c");
  assert_page_codes (POSTING (IN ("Paris") OF ("2026-05-04")) "," POSTING (""), "e632b7095b0bf32c");
  /* The same identifier is the same position, open in two places. */
  assert_page_codes (
      POSTING (",\"identifier\":7" IN ("Paris")) "," POSTING (",\"identifier\":7" IN ("Oslo")),
      "7");
}

static void
test_descriptions (void)
{
  static const struct
  {
    const char *value;
    const char *html;
  } cases[] = {
    { "\"<p>a &lt;b&gt;</p>\"", "<p>a &lt;b&gt;</p>" },
    { "\"&lt;p&gt;a &amp;lt; b&lt;/p&gt;\"", "<p>a &lt; b</p>" },
    { "\"&amp;lt;p&amp;gt;a&amp;lt;/p&amp;gt;\"", "<p>a</p>" },
    { "\"a\\nb\\n\\nc &amp; d\"", "<p>a<br>b</p><p>c &amp; d</p>" },
    { "\"a < b > c\"", "<p>a &lt; b &gt; c</p>" },
    { "\"\\\\n\\\\n<p>a\\\\nb</p>\\\\n\"", "\n\n<p>a\\nb</p>\n" },
    { "\"it\\'s\\there\"", "<p>it&apos;s here</p>" },
    { "[\"a\",\"b\"]", "<ul><li><p>a</p></li><li><p>b</p></li></ul>" },
    { "{\"description\":\"a\"}", "<p>a</p>" },
    { "\"\"", NULL },
    { "7", NULL },
    { "null", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *members = g_strconcat ("\"description\":", cases[i].value, NULL);
      g_autoptr (CandListing) listing = NULL;
      CandPosition *position = parse_posting (members, &listing);

      g_test_message ("%s", members);
      g_assert_cmpstr (cand_position_get_description (position), ==, cases[i].html);
    }
}

/* A posting that says it is over is not there; one whose date says nothing is. */
static void
test_over (void)
{
  static const struct
  {
    const char *until;
    const char *closing;
  } cases[] = {
    { "2020-01-31", NULL },         { "2020-01-31T10:00:00Z", NULL },
    { "2020-01-31T10:00", NULL },   { "2099-01-31", "2099-01-31" },
    { "9999-12-31", "9999-12-31" }, { "2099-01-31T10:00:00+01:00", "2099-01-31T10:00:00+01:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *html =
          g_strdup_printf ("<script type='application/ld+json'>{\"@type\":\"JobPosting\","
                           "\"title\":\"T\",\"validThrough\":\"%s\"}</script>",
                           cases[i].until);
      g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
      g_autoptr (CandListing) listing = parse_list (jsonld, ACCOUNT, NULL, bytes);

      g_assert_cmpuint (listing->skipped, ==, 0);
      g_assert_cmpuint (listing->positions->len, ==, cases[i].closing != NULL ? 1 : 0);
      if (cases[i].closing != NULL)
        g_assert_cmpstr (cand_position_get_closing (g_ptr_array_index (listing->positions, 0)), ==,
                         cases[i].closing);
    }
}

static void
test_names (void)
{
  static const char two[] =
      "<meta property='og:site_name' content='The Quay'><script type='application/ld+json'>["
      "{\"@type\":\"JobPosting\",\"title\":\"A\",\"hiringOrganization\":{\"name\":\"Lantern\"}},"
      "{\"@type\":\"JobPosting\",\"title\":\"B\",\"hiringOrganization\":\"Harbour\"},"
      "{\"@type\":\"JobPosting\",\"title\":\"C\"}]</script>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (two, sizeof two - 1);
  g_autoptr (CandListing) listing = parse_list (jsonld, ACCOUNT, NULL, bytes);
  g_autoptr (CandListing) nameless = NULL;

  g_assert_cmpstr (listing->name, ==, "The Quay");
  g_assert_cmpstr (cand_position_get_organisation (g_ptr_array_index (listing->positions, 0)), ==,
                   "Lantern");
  g_assert_cmpstr (cand_position_get_organisation (g_ptr_array_index (listing->positions, 1)), ==,
                   "Harbour");
  g_assert_cmpstr (cand_position_get_organisation (g_ptr_array_index (listing->positions, 2)), ==,
                   "The Quay");
  g_assert_cmpstr (cand_position_get_organisation (parse_posting ("", &nameless)), ==,
                   "lantern.example");
  g_assert_null (nameless->name);
}

static void
assert_html_refused (const char *html, gsize length, const char *message)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, length);

  assert_refused (jsonld, ANSWER_LIST, bytes, message);
}

/* A page without postings has nothing open; what is no web page says nothing. */
static void
test_nothing_open (void)
{
  static const char *const pages[] = {
    "<script type='application/ld+json'>{\"@type\":\"WebSite\",\"name\":\"L\"}</script>",
    "<!DOCTYPE html><title>Jobs</title><p>Nothing open at the moment.</p>",
    "\xef\xbb\xbf\n <!-- made by hand -->\n<!doctype HTML>\n<p>Nothing.",
    "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body/></html>",
    "<html lang=en><body>Nothing.",
    /* The one posting of the page is over. */
    "<!DOCTYPE html><script type='application/ld+json'>{\"@type\":\"JobPosting\","
    "\"title\":\"T\",\"validThrough\":\"2020-01-31\"}</script>",
  };
  static const char *const others[] = {
    "",
    " \n",
    "<p>Are you a robot?</p>",
    "Try again later: <html>",
    "{\"page\":\"<html><body></body></html>\"}",
    "<?xml version='1.0'?><rss><channel/></rss>",
    "<!DOCTYPE svg><svg/>",
    "<",
    "<!",
  };
  static const char cut[] = "<script type='application/ld+json'>{\"@type\":\"JobPosting\"</script>";

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (pages[i], strlen (pages[i]));
      g_autoptr (CandListing) listing = NULL;

      g_test_message ("%s", pages[i]);
      listing = parse_list (jsonld, ACCOUNT, NULL, bytes);
      g_assert_cmpuint (listing->positions->len, ==, 0);
      g_assert_cmpuint (listing->skipped, ==, 0);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    assert_html_refused (others[i], strlen (others[i]),
                         "A web page was expected and something else came");
  assert_html_refused (cut, sizeof cut - 1,
                       "Web page: none of the 1 entries of the list can be read");
}

/* Cut anywhere, a page is refused or gives what came whole. */
static void
test_cut (void)
{
  g_autoptr (GBytes) whole = cand_test_read_fixture ("jsonld/careers.html");

  for (gsize cut = 0; cut < g_bytes_get_size (whole); cut += 3)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_from_bytes (whole, 0, cut);
      g_autoptr (GError) error = NULL;
      g_autoptr (CandListing) listing = jsonld->parse_list (ACCOUNT, NULL, bytes, &error);

      if (listing == NULL)
        g_assert_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED);
      else
        g_assert_cmpuint (listing->positions->len, <=, 4);
    }
}

static void
test_hostile (void)
{
  g_autofree char *brackets = g_strnfill (200000, '[');
  g_autofree char *deep =
      g_strconcat ("<script type='application/ld+json'>\"JobPosting\"", brackets, NULL);
  g_autofree char *commas = g_strnfill (200000, ',');
  g_autofree char *slashes = g_strnfill (200000, '/');
  g_autofree char *odd =
      g_strconcat ("<script type='application/ld+json'>{\"JobPosting\":", commas, slashes, NULL);
  g_autoptr (CandListing) listing = NULL;
  CandPosition *position = parse_posting (
      "\"url\":[1],\"identifier\":{\"value\":{}},\"datePosted\":7,\"validThrough\":{},"
      "\"hiringOrganization\":[{}],\"jobLocation\":{\"address\":[]},"
      "\"jobLocationType\":{\"name\":7},\"baseSalary\":true,\"skills\":[7,{}],"
      "\"description\":\"ab\\u0000\"",
      &listing);

  assert_html_refused (deep, strlen (deep), "Web page: none of the 1 entries");
  assert_html_refused (odd, strlen (odd), "Web page: none of the 1 entries");
  g_assert_true (g_utf8_validate (cand_position_get_title (position), -1, NULL));
  g_assert_cmpstr (cand_position_get_url (position), ==, "https://lantern.example/careers");
}

static void
test_sample_hand_made (void)
{
  g_autoptr (CandListing) listing =
      parse_list_sample (jsonld, ACCOUNT, NULL, "jsonld/hand-made-jsonld.html");
  CandPosition *position;

  if (listing == NULL)
    return;
  g_assert_cmpstr (listing->name, ==, "Acme Fintech");
  g_assert_cmpuint (listing->skipped, ==, 0);
  g_assert_cmpuint (listing->positions->len, ==, 1);
  position = g_ptr_array_index (listing->positions, 0);
  g_assert_cmpstr (cand_position_get_title (position), ==, "Quantitative Analyst");
  g_assert_cmpstr (cand_position_get_code (position), ==, "09b49a5935339eee");
  assert_locations (position, "Amsterdam, North Holland, NL");
  g_assert_cmpint (cand_position_get_workplace (position), ==, CAND_WORKPLACE_REMOTE);
  g_assert_cmpint (cand_position_get_employment (position), ==, CAND_EMPLOYMENT_FULL_TIME);
  g_assert_cmpstr (cand_position_get_published (position), ==, "2026-07-15");
  assert_pay (position, "4500-6000 EUR month");
  g_assert_cmpstr (cand_position_get_description (position), ==,
                   "<p>Model risk. We offer visa sponsorship and the 30% ruling.</p>");
}

static void
test_sample_neura (void)
{
  g_autoptr (CandListing) listing =
      parse_list_sample (jsonld, ACCOUNT, NULL, "jsonld/neura_robotics_manager.html");
  CandPosition *position;

  if (listing == NULL)
    return;
  g_assert_cmpstr (listing->name, ==, "Neura Robotics GmbH");
  g_assert_cmpuint (listing->skipped, ==, 0);
  g_assert_cmpuint (listing->positions->len, ==, 1);
  position = g_ptr_array_index (listing->positions, 0);
  g_assert_cmpstr (cand_position_get_title (position), ==,
                   "Manager Ecosystem Integration & Certification (Human)");
  g_assert_cmpstr (cand_position_get_code (position), ==, "00df0928-b013-448c-b3dd-6c6fb80eadc2");
  g_assert_cmpstr (cand_position_get_url (position), ==,
                   "https://jobs.neura-robotics.com/offer/manager-ecosystem-integration-certi/"
                   "00df0928-b013-448c-b3dd-6c6fb80eadc2");
  assert_locations (position, "Metzingen, DE");
  g_assert_cmpstr (cand_position_get_published (position), ==, "2025-11-06T00:00:00+01:00");
  g_assert_cmpstr (cand_position_get_closing (position), ==, "2035-11-06T00:00:00+01:00");
  g_assert_cmpint (cand_position_get_employment (position), ==, CAND_EMPLOYMENT_UNKNOWN);
  g_assert_true (
      g_str_has_prefix (cand_position_get_description (position),
                        "\u00a0\n\n<strong>Your mission &amp; challenges</strong>\n<p>As"));
  g_assert_null (strstr (cand_position_get_description (position), "\\n"));
}

static void
test_sample_teamtailor (void)
{
  g_autoptr (CandListing) listing =
      parse_list_sample (jsonld, ACCOUNT, NULL, "teamtailor/job_7700798.html");
  CandPosition *position;

  if (listing == NULL)
    return;
  g_assert_cmpstr (listing->name, ==, "SWEEP");
  g_assert_cmpuint (listing->skipped, ==, 0);
  g_assert_cmpuint (listing->positions->len, ==, 1);
  position = g_ptr_array_index (listing->positions, 0);
  g_assert_cmpstr (cand_position_get_title (position), ==, "Data Engineer Intern");
  g_assert_cmpstr (cand_position_get_code (position), ==, "7700798");
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
  jsonld = cand_board_system_find ("jsonld");
  g_assert_nonnull (jsonld);
  g_test_add_func ("/boards/jsonld/claim", test_claim);
  g_test_add_func ("/boards/jsonld/claim-nothing", test_claim_nothing);
  g_test_add_func ("/boards/jsonld/requests", test_requests);
  g_test_add_func ("/boards/jsonld/page", test_page);
  g_test_add_func ("/boards/jsonld/page-odd", test_page_odd);
  g_test_add_func ("/boards/jsonld/pay", test_pay);
  g_test_add_func ("/boards/jsonld/employment", test_employment);
  g_test_add_func ("/boards/jsonld/places", test_places);
  g_test_add_func ("/boards/jsonld/codes", test_codes);
  g_test_add_func ("/boards/jsonld/same-title", test_same_title);
  g_test_add_func ("/boards/jsonld/descriptions", test_descriptions);
  g_test_add_func ("/boards/jsonld/over", test_over);
  g_test_add_func ("/boards/jsonld/names", test_names);
  g_test_add_func ("/boards/jsonld/nothing-open", test_nothing_open);
  g_test_add_func ("/boards/jsonld/cut", test_cut);
  g_test_add_func ("/boards/jsonld/hostile", test_hostile);
  g_test_add_func ("/boards/jsonld/samples/hand-made", test_sample_hand_made);
  g_test_add_func ("/boards/jsonld/samples/neura", test_sample_neura);
  g_test_add_func ("/boards/jsonld/samples/teamtailor", test_sample_teamtailor);
  return g_test_run ();
}
