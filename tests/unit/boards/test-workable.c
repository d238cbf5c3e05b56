/* test-workable.c: Workable's addresses and lists
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <json-glib/json-glib.h>

#include "system-checks.h"

static const CandBoardSystem *workable;

static void
test_addresses (void)
{
  static const AddressCase cases[] = {
    { "https://apply.workable.com/huggingface/", "huggingface", NULL },
    { "https://apply.workable.com/huggingface", "huggingface", NULL },
    { "https://apply.workable.com/huggingface/?lng=en", "huggingface", NULL },
    { "https://apply.workable.com/huggingface/#jobs", "huggingface", NULL },
    { "https://apply.workable.com/HuggingFace/", "huggingface", NULL },
    { "https://apply.workable.com/qiddiya-investment-company-1/", "qiddiya-investment-company-1",
      NULL },
    { "https://apply.workable.com/huggingface/j/9B5436D6FA", "huggingface", "9B5436D6FA" },
    { "https://apply.workable.com/huggingface/j/9B5436D6FA/", "huggingface", "9B5436D6FA" },
    { "https://apply.workable.com/huggingface/j/9b5436d6fa/apply", "huggingface", "9B5436D6FA" },
    { "https://apply.workable.com/huggingface/j/9B5436D6FA/apply/", "huggingface", "9B5436D6FA" },
    { "https://apply.workable.com/huggingface/j/9B5436D6FA/?utm_source=x", "huggingface",
      "9B5436D6FA" },
    { "https://apply.workable.com/j/9B5436D6FA", NULL, "9B5436D6FA" },
    { "https://apply.workable.com/j/9B5436D6FA/apply", NULL, "9B5436D6FA" },
    { "https://apply.workable.com/huggingface/jobs.md", "huggingface", NULL },
    { "https://apply.workable.com/huggingface/llms.txt", "huggingface", NULL },
    { "https://apply.workable.com/huggingface/jobs/view/9B5436D6FA.md", "huggingface",
      "9B5436D6FA" },
    { "https://apply.workable.com/api/v1/widget/accounts/huggingface?details=true", "huggingface",
      NULL },
    { "https://apply.workable.com/api/v3/accounts/huggingface/jobs", "huggingface", NULL },
    { "https://apply.workable.com/api/v2/accounts/huggingface/jobs/9B5436D6FA", "huggingface",
      "9B5436D6FA" },
    { "https://apply.workable.com/api/v1/jobs/9B5436D6FA/form", NULL, "9B5436D6FA" },
    { "https://www.workable.com/api/accounts/huggingface?details=true", "huggingface", NULL },
    { "apply.workable.com/huggingface", "huggingface", NULL },
    { "HTTP://APPLY.WORKABLE.COM./huggingface/?ref=x", "huggingface", NULL },
    { "https://apply.workable.com/bartlett-and-co-dot-llc/", "bartlett-and-co-dot-llc", NULL },
    { "https://apply.workable.com/hugging%66ace/", "huggingface", NULL },
    { "https://huggingface.workable.com/", "huggingface", NULL },
    { "https://huggingface.workable.com/j/9B5436D6FA", "huggingface", "9B5436D6FA" },
    { "https://huggingface.workable.com/jobs/123456", "huggingface", NULL },
    { "https://huggingface.workable.com/jobs/123456/candidates/new", "huggingface", NULL },
  };

  assert_addresses (workable, cases, G_N_ELEMENTS (cases));
}

static void
test_other_addresses (void)
{
  static const char *const addresses[] = {
    "https://apply.workable.com/",
    "https://apply.workable.com/oops",
    "https://apply.workable.com/j/",
    "https://apply.workable.com/api/v1/",
    "https://apply.workable.com/-huggingface/",
    "https://apply.workable.com/hugging%2Fface/",
    "https://apply.workable.com/j/../../",
    "https://www.workable.com/",
    "https://www.workable.com/pricing",
    "https://jobs.workable.com/view/1234567890123456789012/an-opening",
    "https://help.workable.com/hc/",
    "https://resources.workable.com/",
    "https://workable.com/huggingface",
    "https://notworkable.com/huggingface",
    "https://apply.workable.com.example.org/huggingface",
    "https://apply.workable.com/hugging:face",
    "https://a.b.workable.com/",
    NULL,
  };

  assert_no_addresses (workable, addresses);
}

static void
test_urls (void)
{
  g_autofree char *board = workable->board_url ("huggingface");
  g_autofree char *position = workable->position_url ("huggingface", "9B5436D6FA");
  g_autofree char *short_one = workable->position_url (NULL, "9B5436D6FA");
  g_autofree char *application = workable->application_url ("huggingface", "9B5436D6FA");
  g_autofree char *odd = workable->board_url ("a/b?c");

  g_assert_cmpstr (board, ==, "https://apply.workable.com/huggingface/");
  g_assert_cmpstr (position, ==, "https://apply.workable.com/huggingface/j/9B5436D6FA/");
  g_assert_cmpstr (short_one, ==, "https://apply.workable.com/j/9B5436D6FA/");
  g_assert_cmpstr (application, ==, "https://apply.workable.com/huggingface/j/9B5436D6FA/apply/");
  g_assert_cmpstr (odd, ==, "https://apply.workable.com/a%2Fb%3Fc/");
}

static void
test_account_request (void)
{
  g_autoptr (CandRequest) request = workable->account_request ("9B5436D6FA");

  g_assert_cmpstr (cand_request_get_method (request), ==, "GET");
  g_assert_cmpstr (cand_request_get_url (request), ==, "https://apply.workable.com/j/9B5436D6FA");
  g_assert_false (cand_request_get_follow (request));
  g_assert_cmpuint (cand_request_get_spacing (request), ==, 2000);
}

static void
test_traits (void)
{
  g_assert_cmpstr (workable->name, ==, "Workable");
  g_assert_cmpint (workable->traits, ==, CAND_BOARD_EMPTY_IS_VAGUE);
  g_assert_cmpstr (workable->other_list, ==, "v3");
}

static void
test_list_request (void)
{
  g_autoptr (CandRequest) request = workable->list_request ("huggingface", NULL);

  g_assert_cmpstr (cand_request_get_method (request), ==, "GET");
  g_assert_cmpstr (cand_request_get_url (request), ==,
                   "https://apply.workable.com/api/v1/widget/accounts/huggingface?details=true");
  g_assert_cmpstr (cand_request_get_accept (request), ==, "application/json");
  g_assert_cmpuint (cand_request_get_spacing (request), ==, 2000);
  g_assert_cmpuint (cand_request_get_spacing_after_refusal (request), ==, 5000);
  g_assert_null (cand_request_get_body (request));
  g_assert_true (cand_request_get_follow (request));
}

static void
test_list_merged (void)
{
  g_autoptr (GBytes) bytes = cand_test_read_fixture ("workable/list.json");
  g_autoptr (CandListing) listing = parse_list (workable, "lantern", NULL, bytes);
  CandPosition *keeper;

  g_assert_cmpstr (listing->name, ==, "Lantern Harbour");
  g_assert_cmpuint (listing->positions->len, ==, 3);
  g_assert_cmpuint (listing->skipped, ==, 7);

  keeper = g_ptr_array_index (listing->positions, 0);
  g_assert_cmpstr (cand_position_get_key (keeper), ==, "workable:lantern:A1B2C3D4E5");
  g_assert_cmpstr (cand_position_get_title (keeper), ==, "Keeper of the Lamp");
  g_assert_cmpstr (cand_position_get_organisation (keeper), ==, "Lantern Harbour");
  g_assert_cmpint (cand_position_get_state (keeper), ==, CAND_POSITION_STATE_OPEN);
  g_assert_cmpstr (cand_position_get_department (keeper), ==, "Towers");
  g_assert_cmpstr (cand_position_get_team (keeper), ==, "Towers");
  assert_locations (keeper, "Lagos, Faro, Portugal | Spain");
  g_assert_cmpint (cand_position_get_workplace (keeper), ==, CAND_WORKPLACE_REMOTE);
  g_assert_cmpint (cand_position_get_employment (keeper), ==, CAND_EMPLOYMENT_FULL_TIME);
  g_assert_cmpstr (cand_position_get_employment_text (keeper), ==, "Full-time");
  g_assert_cmpstr (cand_position_get_published (keeper), ==, "2026-05-04");
  g_assert_cmpstr (cand_position_get_education (keeper), ==, "Bachelor's Degree");
  g_assert_cmpstr (cand_position_get_experience (keeper), ==, "Associate");
  g_assert_cmpstr (cand_position_get_function (keeper), ==, "Engineering");
  g_assert_cmpstr (cand_position_get_description (keeper), ==, "<p>Climb &amp; polish.</p>");
  g_assert_cmpstr (cand_position_get_url (keeper), ==, "https://apply.workable.com/j/A1B2C3D4E5");
  g_assert_cmpstr (cand_position_get_application_url (keeper), ==,
                   "https://apply.workable.com/j/A1B2C3D4E5/apply");
}

static void
test_list_odd (void)
{
  g_autoptr (GBytes) bytes = cand_test_read_fixture ("workable/list.json");
  g_autoptr (CandListing) listing = parse_list (workable, "lantern", NULL, bytes);
  CandPosition *painter = g_ptr_array_index (listing->positions, 1);
  CandPosition *watch = g_ptr_array_index (listing->positions, 2);

  /* All its places are hidden, whatever its own city says. */
  assert_locations (painter, "");
  g_assert_cmpstr (cand_position_get_department (painter), ==, "Studio / Maps");
  g_assert_cmpint (cand_position_get_workplace (painter), ==, CAND_WORKPLACE_REMOTE);
  g_assert_cmpint (cand_position_get_employment (painter), ==, CAND_EMPLOYMENT_UNKNOWN);
  g_assert_cmpstr (cand_position_get_employment_text (painter), ==, "");
  g_assert_null (cand_position_get_published (painter));
  g_assert_cmpstr (cand_position_get_education (painter), ==, "");
  g_assert_cmpstr (cand_position_get_description (painter), ==,
                   "<p>Paint.</p><p><strong>Requirements</strong></p><p>A steady hand.</p>");
  /* Neither of its addresses is one for a browser. */
  g_assert_cmpstr (cand_position_get_url (painter), ==,
                   "https://apply.workable.com/lantern/j/0F0F0F0F0F/");
  g_assert_cmpstr (cand_position_get_application_url (painter), ==,
                   "https://apply.workable.com/lantern/j/0F0F0F0F0F/apply/");

  g_assert_cmpstr (cand_position_get_title (watch), ==, "Night Watch");
  assert_locations (watch, "Luxembourg");
  g_assert_cmpint (cand_position_get_workplace (watch), ==, CAND_WORKPLACE_UNKNOWN);
  g_assert_cmpint (cand_position_get_employment (watch), ==, CAND_EMPLOYMENT_UNKNOWN);
  g_assert_cmpstr (cand_position_get_employment_text (watch), ==, "By the tide");
  g_assert_cmpstr (cand_position_get_department (watch), ==, "");
  g_assert_null (cand_position_get_published (watch));
  g_assert_null (cand_position_get_description (watch));
}

static void
test_list_empty (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{\"name\":null,\"jobs\":[]}", 23);
  g_autoptr (CandListing) listing = parse_list (workable, "nobody", NULL, bytes);

  g_assert_null (listing->name);
  g_assert_cmpuint (listing->positions->len, ==, 0);
  g_assert_cmpuint (listing->skipped, ==, 0);
}

static void
test_list_unnamed (void)
{
  const char *text = "{\"jobs\":[{\"title\":\"T\",\"shortcode\":\"AB\"}]}";
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (CandListing) listing = parse_list (workable, "nobody", NULL, bytes);

  g_assert_cmpstr (cand_position_get_organisation (g_ptr_array_index (listing->positions, 0)), ==,
                   "nobody");
}

static void
test_list_steering (void)
{
  const char *text =
      "{\"name\":\"Acme\\u001b[2J\\u202e Ltd\",\"jobs\":["
      "{\"title\":\"Intern\\n\\t of \\u2067the\\u0085Lamp\\u0007\",\"shortcode\":\"AB\","
      "\"department\":[\"Towers\\u0001\",\"\\u0002\"],\"employment_type\":\"Full-time\\u007f\","
      "\"education\":\"Any\\r\\nkind\",\"city\":\"Pa\\u202dris\",\"country\":\"\\u200eFrance\"},"
      "{\"title\":\"Cut\",\"shortcode\":\"CD\\u0000EF\"},"
      "{\"title\":\"Steered\",\"shortcode\":\"GH\\u0001\"},"
      "{\"title\":\"\\u0001\\u202e\",\"shortcode\":\"IJ\"}]}";
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (CandListing) listing = parse_list (workable, "acme", NULL, bytes);
  CandPosition *position = g_ptr_array_index (listing->positions, 0);

  g_assert_cmpuint (listing->positions->len, ==, 1);
  g_assert_cmpuint (listing->skipped, ==, 3);
  g_assert_cmpstr (listing->name, ==, "Acme[2J Ltd");
  g_assert_cmpstr (cand_position_get_organisation (position), ==, "Acme[2J Ltd");
  g_assert_cmpstr (cand_position_get_title (position), ==, "Intern of the Lamp");
  g_assert_cmpstr (cand_position_get_department (position), ==, "Towers");
  g_assert_cmpstr (cand_position_get_team (position), ==, "Towers");
  g_assert_cmpint (cand_position_get_employment (position), ==, CAND_EMPLOYMENT_FULL_TIME);
  g_assert_cmpstr (cand_position_get_employment_text (position), ==, "Full-time");
  g_assert_cmpstr (cand_position_get_education (position), ==, "Any kind");
  assert_locations (position, "Paris, \u200eFrance");
}

static void
test_list_refused (void)
{
  static const RefusalCase cases[] = {
    { "", "JSON was expected and nothing came" },
    { "<html></html>", "JSON was expected and an HTML page came" },
    { "[]", "Workable's list is not an object but an array" },
    { "null", "Workable's list is not an object but null" },
    { "{}", "“jobs” of Workable's list is not an array but nothing" },
    { "{\"jobs\":null}", "“jobs” of Workable's list is not an array but null" },
    { "{\"jobs\":{}}", "“jobs” of Workable's list is not an array but an object" },
    { "{\"jobs\":[1,{\"title\":\"x\"}]}",
      "Workable: none of the 2 entries of the list can be read" },
  };

  assert_texts_refused (workable, ANSWER_LIST, cases, G_N_ELEMENTS (cases));
}

/* Cut anywhere, the answer is refused. */
static void
test_list_hostile (void)
{
  g_autoptr (GBytes) whole = cand_test_read_fixture ("workable/list.json");
  gsize length = g_bytes_get_size (whole) - 1;

  while (length > 0 && ((const char *) g_bytes_get_data (whole, NULL))[length - 1] != '}')
    length--;
  for (gsize cut = 0; cut < length; cut++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_from_bytes (whole, 0, cut);

      assert_refused (workable, ANSWER_LIST, bytes, "JSON was expected");
    }
}

typedef struct
{
  const char *code;
  const char *title;
  const char *locations;
  CandWorkplace workplace;
  CandEmployment employment;
  const char *department;
  const char *published;
} Expected;

static void
assert_listing (CandListing *listing, const char *name, const Expected *expected, guint n_expected)
{
  g_assert_cmpstr (listing->name, ==, name);
  g_assert_cmpuint (listing->skipped, ==, 0);
  g_assert_cmpuint (listing->positions->len, ==, n_expected);
  for (guint i = 0; i < n_expected; i++)
    {
      CandPosition *position = g_ptr_array_index (listing->positions, i);

      g_assert_cmpstr (cand_position_get_code (position), ==, expected[i].code);
      g_assert_cmpstr (cand_position_get_title (position), ==, expected[i].title);
      assert_locations (position, expected[i].locations);
      g_assert_cmpint (cand_position_get_workplace (position), ==, expected[i].workplace);
      g_assert_cmpint (cand_position_get_employment (position), ==, expected[i].employment);
      g_assert_cmpstr (cand_position_get_department (position), ==, expected[i].department);
      g_assert_cmpstr (cand_position_get_published (position), ==, expected[i].published);
    }
}

static void
test_sample_per_location (void)
{
  static const Expected expected[] = {
    { "DD136DD7E7", "Business Analyst - Spanish Speaking", "Spain | Portugal",
      CAND_WORKPLACE_REMOTE, CAND_EMPLOYMENT_UNKNOWN, "Business Consulting", "2026-08-05" },
  };
  g_autoptr (CandListing) listing =
      parse_list_sample (workable, "zaelab", NULL, "workable/widget-zaelab-dup-per-location.json");

  if (listing == NULL)
    return;
  assert_listing (listing, "Zaelab", expected, G_N_ELEMENTS (expected));
}

static void
test_sample_trimmed (void)
{
  static const Expected expected[] = {
    { "C99A238797", "(Senior) Data Engineer - Freelance", "Poland", CAND_WORKPLACE_REMOTE,
      CAND_EMPLOYMENT_UNKNOWN, "", "2026-07-14" },
    { "3796520067", "(Senior) Fullstack Engineer (Node.js + Python + Typescript) - Freelance", "",
      CAND_WORKPLACE_REMOTE, CAND_EMPLOYMENT_UNKNOWN, "", "2026-07-16" },
    { "9B8C3783A5", "Business Development Manager", "Poland", CAND_WORKPLACE_REMOTE,
      CAND_EMPLOYMENT_UNKNOWN, "", "2026-07-06" },
  };
  g_autoptr (CandListing) listing =
      parse_list_sample (workable, "netguru", NULL, "workable/widget-netguru-trimmed.json");

  if (listing == NULL)
    return;
  assert_listing (listing, "Netguru", expected, G_N_ELEMENTS (expected));
}

static void
test_sample_hugging_face (void)
{
  static const Expected expected[] = {
    { "F4C096B22E", "Low-level Senior Software Engineer, Xet Storage - EMEA Remote", "",
      CAND_WORKPLACE_REMOTE, CAND_EMPLOYMENT_FULL_TIME, "Product", "2026-07-30" },
    { "19A136F8E2", "Open-Source Machine Learning Engineer - US Remote", "New York, United States",
      CAND_WORKPLACE_REMOTE, CAND_EMPLOYMENT_FULL_TIME, "Open Source", "2026-05-29" },
    { "0BD8C06DB3", "Wild Card", "United States", CAND_WORKPLACE_REMOTE, CAND_EMPLOYMENT_FULL_TIME,
      "Wild Card", "2024-10-17" },
  };
  g_autoptr (CandListing) listing = parse_list_sample (
      workable, "huggingface", NULL, "workable/widget-huggingface-3jobs-nodetails.json");

  if (listing == NULL)
    return;
  assert_listing (listing, "Hugging Face", expected, G_N_ELEMENTS (expected));
}

static void
test_sample_odd (void)
{
  static const Expected expected[] = {
    { "D1E02E0D44", "Software Engineer I", "Noida, Uttar Pradesh, India | New York, United States",
      CAND_WORKPLACE_UNKNOWN, CAND_EMPLOYMENT_FULL_TIME, "Engineering", "2026-09-25" },
    { "7414178934", "Director, Growth Strategy", "United States", CAND_WORKPLACE_REMOTE,
      CAND_EMPLOYMENT_UNKNOWN, "", "2026-06-05" },
    { "76675200E4", "Solutions Engineer", "", CAND_WORKPLACE_REMOTE, CAND_EMPLOYMENT_CONTRACT,
      "Sales", NULL },
  };
  g_autoptr (CandListing) listing =
      parse_list_sample (workable, "acme", NULL, "workable/widget-odd-nulls-missing-hidden.json");

  if (listing == NULL)
    return;
  assert_listing (listing, "Acme", expected, G_N_ELEMENTS (expected));
  g_assert_cmpstr (cand_position_get_url (g_ptr_array_index (listing->positions, 2)), ==,
                   "https://apply.workable.com/acme/j/76675200E4/");
}

/* This one is wrapped: the answer proper is its "widget". */
static void
test_sample_nulls (void)
{
  static const Expected expected[] = {
    { "ENG123", "Senior Backend Engineer", "San Francisco, California, United States",
      CAND_WORKPLACE_REMOTE, CAND_EMPLOYMENT_FULL_TIME, "Engineering", "2026-06-15" },
    { "OPS456", "Office Manager", "Austin, Texas, United States", CAND_WORKPLACE_UNKNOWN,
      CAND_EMPLOYMENT_FULL_TIME, "Operations", "2026-06-10" },
    { "DS789", "Data Scientist", "Toronto, Ontario, Canada", CAND_WORKPLACE_UNKNOWN,
      CAND_EMPLOYMENT_FULL_TIME, "Data", "2026-06-30" },
  };
  g_autoptr (GBytes) bytes = cand_test_read_sample ("workable/widget-handmade-nulls.json");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (CandListing) listing = NULL;
  g_autoptr (GBytes) widget = NULL;
  JsonObject *wrapper;
  char *text;

  if (bytes == NULL)
    return;
  assert_refused (workable, ANSWER_LIST, bytes,
                  "“jobs” of Workable's list is not an array but nothing");

  g_assert_true (json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                                             g_bytes_get_size (bytes), NULL));
  wrapper = json_node_get_object (json_parser_get_root (parser));
  text = json_to_string (json_object_get_member (wrapper, "widget"), FALSE);
  widget = g_bytes_new_take (text, strlen (text));
  listing = parse_list (workable, "acme", NULL, widget);
  assert_listing (listing, "Acme", expected, G_N_ELEMENTS (expected));
  g_assert_cmpstr (cand_position_get_description (g_ptr_array_index (listing->positions, 1)), ==,
                   "<p>Manage the Austin office.</p>");
}

static void
test_samples_of_other_shapes (void)
{
  static const RefusalCase cases[] = {
    { "workable/v3-jobs-huggingface-1.json", "“jobs” of Workable's list is not an array" },
    { "workable/v3-jobs-page-with-nextPage.json", "“jobs” of Workable's list is not an array" },
    { "workable/v3-jobs-hidden-location-missing-type.json",
      "“jobs” of Workable's list is not an array" },
    { "workable/v2-job-detail.json", "“jobs” of Workable's list is not an array" },
    { "workable/form-tenant-b.json", "Workable's list is not an object but an array" },
    { "workable/error-404-form.txt", "JSON was expected and “Not Found” came" },
    { "workable/error-429-cloudflare.txt", "JSON was expected and “error code: 1015” came" },
  };

  assert_samples_refused (workable, ANSWER_LIST, cases, G_N_ELEMENTS (cases));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  workable = cand_board_system_find ("workable");
  g_assert_nonnull (workable);
  g_test_add_func ("/boards/workable/addresses", test_addresses);
  g_test_add_func ("/boards/workable/other-addresses", test_other_addresses);
  g_test_add_func ("/boards/workable/urls", test_urls);
  g_test_add_func ("/boards/workable/account-request", test_account_request);
  g_test_add_func ("/boards/workable/traits", test_traits);
  g_test_add_func ("/boards/workable/list/request", test_list_request);
  g_test_add_func ("/boards/workable/list/hostile", test_list_hostile);
  g_test_add_func ("/boards/workable/list/merged", test_list_merged);
  g_test_add_func ("/boards/workable/list/odd", test_list_odd);
  g_test_add_func ("/boards/workable/list/empty", test_list_empty);
  g_test_add_func ("/boards/workable/list/unnamed", test_list_unnamed);
  g_test_add_func ("/boards/workable/list/steering", test_list_steering);
  g_test_add_func ("/boards/workable/list/refused", test_list_refused);
  g_test_add_func ("/boards/workable/samples/per-location", test_sample_per_location);
  g_test_add_func ("/boards/workable/samples/trimmed", test_sample_trimmed);
  g_test_add_func ("/boards/workable/samples/hugging-face", test_sample_hugging_face);
  g_test_add_func ("/boards/workable/samples/odd", test_sample_odd);
  g_test_add_func ("/boards/workable/samples/nulls", test_sample_nulls);
  g_test_add_func ("/boards/workable/samples/other-shapes", test_samples_of_other_shapes);
  return g_test_run ();
}
