/* test-workable-pages.c: Workable's list in pages, single positions and accounts
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "system-checks.h"

static const CandBoardSystem *workable;

static void
assert_body (CandRequest *request, const char *expected)
{
  GBytes *body = cand_request_get_body (request);
  g_autofree char *text = g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_list_request (void)
{
  g_autoptr (CandRequest) first = workable->list_request ("lantern", "v3");
  g_autoptr (CandRequest) second = workable->list_request ("lantern", "v3 WzE3\"ODcy=");

  g_assert_cmpstr (cand_request_get_method (first), ==, "POST");
  g_assert_cmpstr (cand_request_get_url (first), ==,
                   "https://apply.workable.com/api/v3/accounts/lantern/jobs");
  g_assert_cmpstr (cand_request_get_body_type (first), ==, "application/json");
  g_assert_cmpuint (cand_request_get_spacing (first), ==, 2000);
  g_assert_cmpuint (cand_request_get_spacing_after_refusal (first), ==, 5000);
  assert_body (first, "{}");
  g_assert_cmpstr (cand_request_get_url (second), ==,
                   "https://apply.workable.com/api/v3/accounts/lantern/jobs");
  assert_body (second, "{\"query\":\"\",\"location\":[],\"department\":[],\"worktype\":[],"
                       "\"remote\":[],\"token\":\"WzE3\\\"ODcy=\"}");
}

/* One line: code|title|places|workplace word|workplace|employment word|employment|department|date.
 */
static void
assert_position (CandPosition *position, const char *expected)
{
  g_autofree char *places = g_strjoinv ("; ", (GStrv) cand_position_get_locations (position));
  g_autofree char *line = g_strdup_printf (
      "%s|%s|%s|%s|%d|%s|%d|%s|%s", cand_position_get_code (position),
      cand_position_get_title (position), places, cand_position_get_workplace_text (position),
      cand_position_get_workplace (position), cand_position_get_employment_text (position),
      cand_position_get_employment (position), cand_position_get_department (position),
      cand_position_get_published (position));

  g_assert_cmpstr (line, ==, expected);
}

static void
assert_nth (CandListing *listing, guint index, const char *expected)
{
  g_assert_cmpuint (index, <, listing->positions->len);
  assert_position (g_ptr_array_index (listing->positions, index), expected);
}

static void
test_list (void)
{
  g_autoptr (GBytes) bytes = cand_test_read_fixture ("workable/v3-page.json");
  g_autoptr (CandListing) listing = parse_list (workable, "lantern", "v3", bytes);
  CandPosition *keeper;

  g_assert_cmpstr (listing->next, ==, "v3 WzE3ODAwMDAsNDJd");
  g_assert_null (listing->name);
  g_assert_cmpuint (listing->skipped, ==, 3);
  g_assert_cmpuint (listing->n_entries, ==, 12);
  g_assert_cmpint (listing->total, ==, 12);
  g_assert_cmpuint (listing->positions->len, ==, 8);
  assert_nth (listing, 0,
              "A1B2C3D4E5|Keeper of the Lamp|Lagos, Faro, Portugal; Spain|hybrid|2|Full-time|2|"
              "Coast / Towers|2026-05-04");
  assert_nth (listing, 1, "B000000001|Oil Carrier||on_site|1|Part-time|3||2026-05-05");
  assert_nth (
      listing, 2,
      "B000000002|Fog Singer|Bergen, Norway|remote|3|Contract|4|Choir|2026-05-06T09:30:00Z");
  assert_nth (listing, 3, "B000000003|Night Watch|||0|Temporary|5||(null)");
  assert_nth (listing, 4, "B000000004|Chart Painter|||3|Internship|1||(null)");
  assert_nth (listing, 5, "B000000005|Rope Maker|||0|Volunteer|6||(null)");
  assert_nth (listing, 6, "B000000006|Boat Builder||floating|0|Other|7||(null)");
  assert_nth (listing, 7, "B000000007|Sail Mender|||0|seasonal|5||(null)");

  keeper = g_ptr_array_index (listing->positions, 0);
  g_assert_cmpstr (cand_position_get_key (keeper), ==, "workable:lantern:A1B2C3D4E5");
  g_assert_cmpstr (cand_position_get_url (keeper), ==,
                   "https://apply.workable.com/lantern/j/A1B2C3D4E5/");
  g_assert_cmpstr (cand_position_get_application_url (keeper), ==,
                   "https://apply.workable.com/lantern/j/A1B2C3D4E5/apply/");
  g_assert_null (cand_position_get_description (keeper));
}

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static void
test_last_page (void)
{
  static const char *const texts[] = {
    "{\"total\":0,\"results\":[]}",
    "{\"total\":0,\"results\":[],\"nextPage\":null}",
    "{\"total\":0,\"results\":[],\"nextPage\":\"\"}",
    "{\"total\":0,\"results\":[],\"nextPage\":7}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = bytes_of (texts[i]);
      g_autoptr (CandListing) listing = parse_list (workable, "lantern", "v3 abc", bytes);

      g_assert_null (listing->next);
      g_assert_cmpuint (listing->positions->len, ==, 0);
    }
}

static void
assert_page_refused (const char *page, GBytes *bytes, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (workable->parse_list ("lantern", page, bytes, &error));
  g_assert_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED);
  if (!g_str_has_prefix (error->message, message))
    g_error ("“%s” does not begin with “%s”", error->message, message);
}

static void
test_list_refused (void)
{
  g_autofree char *endless = g_strnfill (2000, 'a');
  g_autofree char *long_token = g_strdup_printf ("{\"results\":[],\"nextPage\":\"%s\"}", endless);
  const struct
  {
    const char *page;
    const char *text;
    const char *message;
  } cases[] = {
    { "v3", "error code: 1015", "JSON was expected and “error code: 1015” came" },
    { "v3", "{\"jobs\":[]}", "“results” of Workable's list is not an array but nothing" },
    { "v3", "[]", "Workable's list is not an object but an array" },
    { "v3", "{\"results\":[{}]}", "Workable: none of the 1 entries of the list can be read" },
    { "v3 abc", "{\"results\":[],\"nextPage\":\"abc\"}",
      "A page of Workable's list leads to itself, or nowhere" },
    { "v3", long_token, "A page of Workable's list leads to itself, or nowhere" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = bytes_of (cases[i].text);

      assert_page_refused (cases[i].page, bytes, cases[i].message);
    }
}

static void
test_list_cut (void)
{
  g_autoptr (GBytes) whole = cand_test_read_fixture ("workable/v3-page.json");

  for (gsize cut = 0; cut + 2 < g_bytes_get_size (whole); cut++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_from_bytes (whole, 0, cut);

      assert_page_refused ("v3", bytes, "JSON was expected");
    }
}

static void
test_position_request (void)
{
  g_autoptr (CandRequest) request = workable->position_request ("lantern", "A1B2C3D4E5");

  g_assert_cmpstr (cand_request_get_method (request), ==, "GET");
  g_assert_cmpstr (cand_request_get_url (request), ==,
                   "https://apply.workable.com/api/v2/accounts/lantern/jobs/A1B2C3D4E5");
  g_assert_cmpstr (cand_request_get_accept (request), ==, "application/json");
  g_assert_cmpuint (cand_request_get_spacing (request), ==, 2000);
}

static void
test_position (void)
{
  g_autoptr (GBytes) bytes = bytes_of (
      "{\"id\":1,\"shortcode\":\"A1B2C3D4E5\",\"title\":\" Keeper \",\"remote\":false,"
      "\"location\":{\"country\":\"Portugal\",\"city\":\"Lagos\",\"region\":null},"
      "\"state\":\"published\",\"published\":\"2026-05-04T00:00:00.000Z\",\"type\":\"full\","
      "\"department\":[\"Coast\"],\"workplace\":\"on_site\",\"description\":\"<p>Climb.</p>\","
      "\"requirements\":\"<p>Legs.</p>\",\"benefits\":\"\"}");
  g_autoptr (GError) error = NULL;
  g_autoptr (CandPosition) position =
      workable->parse_position ("lantern", "A1B2C3D4E5", bytes, &error);

  g_assert_no_error (error);
  assert_position (position,
                   "A1B2C3D4E5|Keeper|Lagos, Portugal|on_site|1|Full-time|2|Coast|2026-05-04");
  g_assert_cmpstr (cand_position_get_description (position), ==,
                   "<p>Climb.</p><p><strong>Requirements</strong></p><p>Legs.</p>");
}

static void
test_position_refused (void)
{
  static const struct
  {
    const char *text;
    CandBoardError code;
    const char *message;
  } cases[] = {
    { "Not Found", CAND_BOARD_ERROR_MALFORMED, "JSON was expected and “Not Found” came" },
    { "[]", CAND_BOARD_ERROR_MALFORMED, "Workable's position is not an object but an array" },
    { "{}", CAND_BOARD_ERROR_MALFORMED, "Workable's answer is not about the position AB" },
    { "{\"shortcode\":\"CD\",\"title\":\"T\"}", CAND_BOARD_ERROR_MALFORMED,
      "Workable's answer is not about the position AB" },
    { "{\"shortcode\":\"AB\",\"title\":\"T\",\"state\":\"archived\"}", CAND_BOARD_ERROR_NO_POSITION,
      "Workable's position AB is no longer published" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = bytes_of (cases[i].text);
      g_autoptr (GError) error = NULL;

      g_assert_null (workable->parse_position ("lantern", "AB", bytes, &error));
      g_assert_error (error, CAND_BOARD_ERROR, (int) cases[i].code);
      if (!g_str_has_prefix (error->message, cases[i].message))
        g_error ("“%s” does not begin with “%s”", error->message, cases[i].message);
    }
}

static void
test_name (void)
{
  g_autoptr (CandRequest) request = workable->name_request ("lantern");
  g_autoptr (GBytes) bytes =
      bytes_of ("{\"name\":\" Lantern\\nHarbour \",\"url\":\"https://lantern.example/\"}");
  g_autoptr (GBytes) nameless = bytes_of ("{\"name\":null}");
  g_autoptr (GBytes) other = bytes_of ("[]");
  g_autoptr (GError) error = NULL;
  g_autofree char *name = workable->parse_name (bytes, &error);

  g_assert_cmpstr (cand_request_get_url (request), ==,
                   "https://apply.workable.com/api/v1/accounts/lantern");
  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, "Lantern Harbour");
  g_assert_null (workable->parse_name (nameless, &error));
  g_assert_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED);
  g_clear_error (&error);
  g_assert_null (workable->parse_name (other, &error));
  g_assert_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED);
}

static void
test_sample_hugging_face (void)
{
  g_autoptr (CandListing) listing =
      parse_list_sample (workable, "lantern", "v3", "workable/v3-jobs-huggingface-1.json");

  if (listing == NULL)
    return;
  g_assert_null (listing->next);
  g_assert_cmpuint (listing->skipped, ==, 0);
  g_assert_cmpuint (listing->positions->len, ==, 1);
  assert_nth (listing, 0,
              "F8427A442D|Senior Python Software Engineer/Open-Source Contributor - US Remote|"
              "United States|remote|3|Full-time|2|Product|2026-06-02");
}

static void
test_sample_page (void)
{
  g_autoptr (CandListing) listing =
      parse_list_sample (workable, "lantern", "v3", "workable/v3-jobs-page-with-nextPage.json");

  if (listing == NULL)
    return;
  g_assert_cmpstr (listing->next, ==, "v3 WzE3ODcyNzA0MDAwMDAsNTEyOTgwM10=");
  g_assert_cmpuint (listing->skipped, ==, 0);
  g_assert_cmpuint (listing->positions->len, ==, 2);
  assert_nth (listing, 0,
              "3934C5C72F|PRN Exercise Physiologist|Huntsville, Texas, United States|on_site|1|"
              "Part-time|3|Ancillary Clinical / Therapy Services|2026-09-10");
  assert_nth (listing, 1,
              "BD39B4F4A9|Respiratory Therapist (Nights) - Full Time|"
              "Huntsville, Texas, United States|on_site|1|Full-time|2|Cardiopulmonary|2026-09-09");
}

static void
test_sample_hidden (void)
{
  g_autoptr (CandListing) listing = parse_list_sample (
      workable, "lantern", "v3", "workable/v3-jobs-hidden-location-missing-type.json");

  if (listing == NULL)
    return;
  g_assert_null (listing->next);
  g_assert_cmpuint (listing->skipped, ==, 0);
  g_assert_cmpuint (listing->positions->len, ==, 4);
  assert_nth (listing, 0,
              "97D188CA7C|(Senior) Product Manager - Freelance||remote|3|Contract|4|"
              "NTG Freelancer|2026-09-24");
  assert_nth (listing, 1,
              "C99A238797|(Senior) Data Engineer with AI - Freelance|Poland|remote|3|Contract|4|"
              "NTG Freelancer|2026-09-16");
  assert_nth (listing, 2,
              "ACD32AC5E1|Operations Driver Success Specialist - Globex Last Mile (ODSS 1026)|"
              "Metamorfosi, Attica, Greece|on_site|1|Full-time|2|Last Mile|2026-09-23");
  assert_nth (listing, 3,
              "C0CCE340BE|Cargo Specialist - Globex Last Mile (CS0926)|Athens, Attica, Greece|"
              "on_site|1||0|Last Mile|2026-09-22");
}

static void
test_sample_position (void)
{
  g_autoptr (GBytes) bytes = cand_test_read_sample ("workable/v2-job-detail.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (CandPosition) position = NULL;

  if (bytes == NULL)
    return;
  position = workable->parse_position ("eupry", "D68529D654", bytes, &error);
  g_assert_no_error (error);
  assert_position (position,
                   "D68529D654|Field Engineer|Raleigh, North Carolina, United States|on_site|1|"
                   "Full-time|2|Customer Support|2026-05-06");
  g_assert_cmpstr (
      cand_position_get_description (position), ==,
      "<p>At Eupry, redacted prose.</p><p>We build wireless monitoring &amp; calibration for "
      "regulated cold chains.</p><p><strong>Requirements</strong></p><p><strong>Physical "
      "requirements</strong></p><p><br>Walking, standing, bending, and working with hand tools.</p>"
      "<ul><li>Redacted prose.</li></ul><p><strong>Benefits</strong></p><ul><li>15 paid vacation "
      "days + 5 sick days.</li><li>Full health and dental insurance.</li></ul>");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  workable = cand_board_system_find ("workable");
  g_assert_nonnull (workable);
  g_test_add_func ("/boards/workable-pages/list/request", test_list_request);
  g_test_add_func ("/boards/workable-pages/list/entries", test_list);
  g_test_add_func ("/boards/workable-pages/list/last-page", test_last_page);
  g_test_add_func ("/boards/workable-pages/list/refused", test_list_refused);
  g_test_add_func ("/boards/workable-pages/list/cut", test_list_cut);
  g_test_add_func ("/boards/workable-pages/position/request", test_position_request);
  g_test_add_func ("/boards/workable-pages/position/text", test_position);
  g_test_add_func ("/boards/workable-pages/position/refused", test_position_refused);
  g_test_add_func ("/boards/workable-pages/name", test_name);
  g_test_add_func ("/boards/workable-pages/samples/hugging-face", test_sample_hugging_face);
  g_test_add_func ("/boards/workable-pages/samples/page", test_sample_page);
  g_test_add_func ("/boards/workable-pages/samples/hidden", test_sample_hidden);
  g_test_add_func ("/boards/workable-pages/samples/position", test_sample_position);
  return g_test_run ();
}
