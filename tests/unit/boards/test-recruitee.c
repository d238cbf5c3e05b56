/* test-recruitee.c: Recruitee: addresses, pages under other hosts, offers, forms
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "system-checks.h"

static const CandBoardSystem *
recruitee (void)
{
  return cand_board_system_find ("recruitee");
}

static void
test_addresses (void)
{
  static const AddressCase cases[] = {
    { "https://lantern.recruitee.com", "lantern", NULL },
    { "lantern.recruitee.com/", "lantern", NULL },
    { "https://Lantern.Recruitee.com/?utm_source=x", "lantern", NULL },
    { "https://lantern.recruitee.com/o/keeper-of-the-lamp", "lantern", "keeper-of-the-lamp" },
    { "https://lantern.recruitee.com/o/keeper-of-the-lamp/c/new?source=x", "lantern",
      "keeper-of-the-lamp" },
    { "https://lantern.recruitee.com/o/keeper-of-the-lamp/", "lantern", "keeper-of-the-lamp" },
    { "https://lantern.recruitee.com/o/Keeper-Of-The-Lamp/c/new/", "lantern",
      "keeper-of-the-lamp" },
    { "https://lantern.recruitee.com/l/pt/o/keeper-of-the-lamp", "lantern", "keeper-of-the-lamp" },
    { "https://LANTERN.recruitee.com/L/pt/O/Keeper-of-the-lamp/c/new?source=x#form", "lantern",
      "keeper-of-the-lamp" },
    { "https://lantern.recruitee.com/api/offers/keeper-of-the-lamp", "lantern",
      "keeper-of-the-lamp" },
    { "https://lantern.recruitee.com/o/", "lantern", NULL },
    { "https://lantern.recruitee.com/c/new", "lantern", NULL },
    { "https://lantern.recruitee.com/api/offers/", "lantern", NULL },
    { "https://lantern.recruitee.com/api/offers/2700001", "lantern", "2700001" },
    { "https://lantern.recruitee.com/o/a%3Ab", "lantern", NULL },
    { "https://lantern.recruitee.com/l/pt", "lantern", NULL },
    { "https://lantern.recruitee.com/l", "lantern", NULL },
  };
  static const char *const others[] = {
    "https://recruitee.com/",
    "https://www.recruitee.com/pricing",
    "https://app.recruitee.com/",
    "https://api.recruitee.com/c/1",
    "https://a.b.recruitee.com/",
    "https://lantern.recruitee.com.example.com/",
    "https://jobs.lantern.example/o/keeper-of-the-lamp",
    NULL,
  };

  assert_addresses (recruitee (), cases, G_N_ELEMENTS (cases));
  assert_no_addresses (recruitee (), others);
}

static char *
claim (const char *address, const char *html)
{
  g_autoptr (GUri) uri = cand_address_to_uri (address);

  return recruitee ()->claim_page (uri, html);
}

static char *
claim_code (const char *address)
{
  g_autoptr (GUri) uri = cand_address_to_uri (address);

  return recruitee ()->claim_code (uri);
}

static void
test_own_host (void)
{
  const char *site = "<html><head><link rel=icon href=\"https://careers.recruiteecdn.com/i.png\">"
                     "</head><body>Jobs</body></html>";
  const char *script = "<script src='//static.recruiteecdn.com/app.js'></script>";
  const char *widget = "<script src=\"https://jobs-widget.recruiteecdn.com/widget.js\"></script>";
  const char *text = "<p>We like https://careers.recruiteecdn.com/i.png</p>"
                     "<a href=\"https://careers.recruiteecdn.com/i.png\">it</a>";
  const char *offer = "{\"offer\": {\"id\": 2700001, \"slug\": \"keeper\", "
                      "\"careers_url\": \"https://jobs.lantern.example/o/keeper\"}}";
  const char *offers = "{\"offers\": [{\"id\": 2700001, \"careers_url\": "
                       "\"https://jobs.lantern.example/o/keeper\"}]}";
  const char *other = "<script src='https://recruiteecdn.com.example.com/app.js'></script>";

  assert_url (claim ("https://jobs.lantern.example/o/keeper", site), "jobs.lantern.example");
  assert_url (claim ("https://Jobs.Lantern.Example./", script), "jobs.lantern.example");
  assert_url (claim ("https://jobs.bücher.example/", site), "jobs.xn--bcher-kva.example");
  assert_url (claim ("https://www.lantern.example/careers", widget), NULL);
  assert_url (claim ("https://www.lantern.example/careers", text), NULL);
  assert_url (claim ("https://www.lantern.example/careers", other), NULL);
  assert_url (claim ("https://www.lantern.example/careers", ""), NULL);
  assert_url (claim ("https://jobs.lantern.example/api/offers/2700001", offer),
              "jobs.lantern.example");
  assert_url (claim ("https://jobs.lantern.example/api/offers/", offers), "jobs.lantern.example");
  assert_url (claim ("https://jobs.lantern.example/api/jobs/2700001", offer), NULL);
  assert_url (claim ("https://jobs.lantern.example/api/offers/2700001", "{\"offer\": {}}"), NULL);
  assert_url (claim ("https://jobs.lantern.example/api/offers/2700001", "<p>Hello"), NULL);
  assert_url (claim ("https://localhost/", site), NULL);
  assert_url (claim ("https://192.0.2.1/", site), NULL);
  assert_url (claim ("https://[2001:db8::1]/", site), NULL);
  assert_url (claim ("https://jobs.lantern.example:8443/", site), NULL);

  assert_url (claim_code ("https://jobs.lantern.example/l/en/o/Keeper/c/new?source=x"), "keeper");
  assert_url (claim_code ("https://jobs.lantern.example/o/keeper/"), "keeper");
  assert_url (claim_code ("https://jobs.lantern.example/api/offers/2700001"), "2700001");
  assert_url (claim_code ("https://jobs.lantern.example/"), NULL);
}

static void
test_requests (void)
{
  const CandBoardSystem *system = recruitee ();

  assert_url (system->board_url ("lantern"), "https://lantern.recruitee.com/");
  assert_url (system->board_url ("jobs.lantern.example"), "https://jobs.lantern.example/");
  assert_url (system->position_url ("lantern", "keeper"), "https://lantern.recruitee.com/o/keeper");
  assert_url (system->application_url ("jobs.lantern.example", "keeper"),
              "https://jobs.lantern.example/o/keeper/c/new");
  assert_request (system->list_request ("lantern", NULL),
                  "https://lantern.recruitee.com/api/offers/");
  assert_request (system->list_request ("jobs.lantern.example", NULL),
                  "https://jobs.lantern.example/api/offers/");
  assert_request (system->position_request ("lantern", "2700001"),
                  "https://lantern.recruitee.com/api/offers/2700001");
  assert_request (system->form_request ("lantern", "keeper-of-the-lamp"),
                  "https://lantern.recruitee.com/api/offers/keeper-of-the-lamp");
}

static void
test_list (void)
{
  g_autoptr (GBytes) body = cand_test_read_fixture ("recruitee/offers.json");
  g_autoptr (CandListing) listing = parse_list (recruitee (), "lantern", NULL, body);
  CandPosition *keeper = g_ptr_array_index (listing->positions, 0);

  g_assert_cmpstr (listing->name, ==, "Lantern Harbour");
  g_assert_cmpuint (listing->positions->len, ==, 3);
  /* What is not published is none of them. */
  g_assert_cmpuint (listing->skipped, ==, 3);
  g_assert_null (listing->next);

  g_assert_cmpstr (cand_position_get_key (keeper), ==, "recruitee:lantern:keeper-of-the-lamp");
  g_assert_cmpstr (cand_position_get_title (keeper), ==, "Keeper of the Lamp (f/m/d)");
  g_assert_cmpstr (cand_position_get_organisation (keeper), ==, "Lantern Harbour");
  g_assert_cmpstr (cand_position_get_team (keeper), ==, "Towers");
  assert_locations (keeper, "Lagos, Faro, Portugal | Tower/Remote | Luxembourg");
  g_assert_cmpint (cand_position_get_workplace (keeper), ==, CAND_WORKPLACE_HYBRID);
  g_assert_cmpstr (cand_position_get_workplace_text (keeper), ==, "");
  g_assert_cmpint (cand_position_get_employment (keeper), ==, CAND_EMPLOYMENT_FULL_TIME);
  g_assert_cmpstr (cand_position_get_employment_text (keeper), ==, "fulltime permanent");
  g_assert_cmpstr (cand_position_get_experience (keeper), ==, "mid level");
  g_assert_cmpstr (cand_position_get_education (keeper), ==, "bachelor degree");
  g_assert_cmpstr (cand_position_get_published (keeper), ==, "2026-05-04T10:10:39Z");
  g_assert_cmpstr (cand_position_get_updated (keeper), ==, "2026-05-05T11:45:30Z");
  g_assert_cmpstr (cand_position_get_closing (keeper), ==, "2026-06-30T22:00:00Z");
  assert_pay (keeper, "60000-75000.5 EUR year");
  g_assert_cmpstr (cand_position_get_description (keeper), ==,
                   "<p>Climb &amp; polish.</p><h3>Requirements</h3>"
                   "<ul><li>A steady hand.</li></ul>");
  g_assert_cmpstr (cand_position_get_url (keeper), ==,
                   "https://jobs.lantern.example/o/keeper-of-the-lamp");
  g_assert_cmpstr (cand_position_get_application_url (keeper), ==,
                   "https://jobs.lantern.example/o/keeper-of-the-lamp/c/new");
}

static void
test_list_odd (void)
{
  g_autoptr (GBytes) body = cand_test_read_fixture ("recruitee/offers.json");
  g_autoptr (CandListing) listing = parse_list (recruitee (), "lantern", NULL, body);
  CandPosition *painter = g_ptr_array_index (listing->positions, 1);
  CandPosition *watch = g_ptr_array_index (listing->positions, 2);

  g_assert_cmpstr (g_hash_table_lookup (listing->aliases, "2700001"), ==, "keeper-of-the-lamp");
  g_assert_cmpstr (cand_position_get_title (painter), ==, "Kartenmaler <b>gesucht</b>");
  g_assert_cmpstr (cand_position_get_description (painter), ==,
                   "<p>Malen.</p><h2>Wir erwarten</h2><p>Ruhe.</p>");
  assert_locations (painter, "Porto, Portugal");
  g_assert_cmpint (cand_position_get_workplace (painter), ==, CAND_WORKPLACE_REMOTE);
  g_assert_cmpstr (cand_position_get_workplace_text (painter), ==, "Remote job");
  g_assert_cmpint (cand_position_get_employment (painter), ==, CAND_EMPLOYMENT_PART_TIME);
  g_assert_cmpstr (cand_position_get_published (painter), ==, "2026-05-04");
  g_assert_null (cand_position_get_closing (painter));
  assert_pay (painter, NULL);
  g_assert_cmpstr (cand_position_get_department (painter), ==, "");
  /* Neither of its addresses is one for a browser. */
  g_assert_cmpstr (cand_position_get_url (painter), ==,
                   "https://lantern.recruitee.com/o/kartenmaler");
  g_assert_cmpstr (cand_position_get_application_url (painter), ==,
                   "https://lantern.recruitee.com/o/kartenmaler/c/new");

  g_assert_cmpint (cand_position_get_workplace (watch), ==, CAND_WORKPLACE_UNKNOWN);
  g_assert_cmpstr (cand_position_get_organisation (watch), ==, "lantern");
  assert_pay (watch, "-25 EUR hour");
  assert_locations (watch, "");
  g_assert_null (cand_position_get_description (watch));
}

static void
test_list_empty (void)
{
  g_autoptr (GBytes) empty = g_bytes_new_static ("{\"offers\":[]}", 13);
  const char *drafts = "{\"offers\":[{\"id\":1,\"title\":\"T\",\"status\":\"draft\"}]}";
  g_autoptr (GBytes) draft_body = g_bytes_new_static (drafts, strlen (drafts));
  g_autoptr (CandListing) nobody = parse_list (recruitee (), "anyone", NULL, empty);
  g_autoptr (CandListing) only_drafts = parse_list (recruitee (), "anyone", NULL, draft_body);

  g_assert_cmpuint (nobody->positions->len, ==, 0);
  g_assert_cmpuint (only_drafts->positions->len, ==, 0);
  g_assert_cmpuint (only_drafts->skipped, ==, 0);
  assert_text_refused (recruitee (), ANSWER_LIST, "{\"offers\":[{\"id\":1}]}",
                       "Recruitee: none of the 1 entries of the list can be read");
  assert_text_refused (recruitee (), ANSWER_LIST, "{\"offers\":{}}",
                       "“offers” of Recruitee’s list is not an array but an object");
}

/* By its slug in lower case; by its number where no address could carry the slug. */
static void
test_codes (void)
{
  static const struct
  {
    const char *slug;
    const char *code;
    const char *url;
  } cases[] = {
    { "\"Night-Watch\"", "night-watch", "https://lantern.recruitee.com/o/night-watch" },
    { "\"2026\"", "2026", "https://lantern.recruitee.com/o/2026" },
    { "\"a:b\"", "7", "https://lantern.recruitee.com/o/7" },
    { "\"../x\"", "7", "https://lantern.recruitee.com/o/7" },
    { "\"\"", "7", "https://lantern.recruitee.com/o/7" },
    { "null", "7", "https://lantern.recruitee.com/o/7" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
          g_strdup_printf ("{\"offers\":[{\"id\":7,\"slug\":%s,\"title\":\"T\"}]}", cases[i].slug);
      g_autoptr (GBytes) body = g_bytes_new (text, strlen (text));
      g_autoptr (CandListing) listing = parse_list (recruitee (), "lantern", NULL, body);
      CandPosition *position = g_ptr_array_index (listing->positions, 0);

      g_test_message ("%s", cases[i].slug);
      g_assert_cmpstr (cand_position_get_code (position), ==, cases[i].code);
      g_assert_cmpstr (cand_position_get_url (position), ==, cases[i].url);
    }
}

/* Whether its number or its slug was asked for: one position. */
static void
test_position (void)
{
  static const char *const codes[] = { "1", "keeper-of-the-lamp", "Keeper-of-the-Lamp" };
  g_autoptr (GBytes) body = cand_test_read_fixture ("recruitee/offer.json");

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CandPosition) position =
          recruitee ()->parse_position ("lantern", codes[i], body, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (cand_position_get_key (position), ==,
                       "recruitee:lantern:keeper-of-the-lamp");
      g_assert_cmpstr (cand_position_get_title (position), ==, "Keeper of the Lamp");
      g_assert_cmpstr (cand_position_get_description (position), ==,
                       "<p>Climb.</p><p><strong>What we expect</strong></p><p>A steady hand.</p>");
      g_assert_cmpstr (cand_position_get_url (position), ==,
                       "https://lantern.recruitee.com/o/keeper-of-the-lamp");
    }
}

static void
test_other_positions (void)
{
  const char *gone = "{\"offer\":{\"id\":1,\"title\":\"T\",\"status\":\"closed\"}}";
  g_autoptr (GBytes) body = g_bytes_new_static (gone, strlen (gone));
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) form_error = NULL;

  g_assert_null (recruitee ()->parse_position ("lantern", "1", body, &error));
  g_assert_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_NO_POSITION);
  g_assert_null (recruitee ()->parse_form (body, &form_error));
  g_assert_error (form_error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_NO_POSITION);

  assert_text_refused (recruitee (), ANSWER_POSITION, "{\"offer\":{\"id\":2,\"title\":\"T\"}}",
                       "Recruitee’s answer is not the offer 1");
  assert_text_refused (recruitee (), ANSWER_POSITION,
                       "{\"offer\":{\"id\":2,\"slug\":\"other\",\"title\":\"T\"}}",
                       "Recruitee’s answer is not the offer 1");
  assert_text_refused (recruitee (), ANSWER_POSITION, "{\"offer\":{\"id\":1}}",
                       "Recruitee’s answer is not the offer 1");
  assert_text_refused (recruitee (), ANSWER_POSITION, "{\"offers\":[]}",
                       "“offer” of Recruitee’s answer is not an object but nothing");
  assert_text_refused (recruitee (), ANSWER_FORM, "{\"offer\":{}}",
                       "Recruitee’s offer has neither a slug nor a number");
}

static void
test_form (void)
{
  g_autoptr (GBytes) body = cand_test_read_fixture ("recruitee/offer.json");
  g_autoptr (CandForm) form = parse_form (recruitee (), body);
  CandField *field;

  g_assert_cmpint (cand_form_get_source (form), ==, CAND_FORM_SOURCE_BOARD);
  g_assert_cmpuint (cand_form_get_n_sections (form), ==, 3);
  assert_section (form, 0, "Personal information",
                  "name:string* email:email* phone:phone photo:file");
  assert_section (form, 1, "Documents", "cv:file*");
  assert_section (form, 2, "Questions",
                  "question_11:string* question_12:text question_13:boolean* "
                  "question_14:single_choice* question_15:multi_choice question_16:file "
                  "question_17:video* question_19:hologram question_20:single_choice*");

  field = cand_form_find_field (form, "question_11");
  g_assert_cmpint (cand_field_get_field_type (field), ==, CAND_FIELD_TYPE_TEXT);
  g_assert_cmpstr (cand_field_get_label (field), ==, "When could you start?");
  g_assert_cmpint (cand_field_get_max_length (field), ==, 120);
  field = cand_form_find_field (form, "question_12");
  g_assert_cmpint (cand_field_get_field_type (field), ==, CAND_FIELD_TYPE_PARAGRAPH);
  g_assert_cmpint (cand_field_get_max_length (field), ==, CAND_LIMIT_UNKNOWN);
  field = cand_form_find_field (form, "question_13");
  g_assert_cmpint (cand_field_get_field_type (field), ==, CAND_FIELD_TYPE_BOOLEAN);
  g_assert_true (cand_field_get_sensitive (field));
  field = cand_form_find_field (form, "question_14");
  g_assert_cmpint (cand_field_get_field_type (field), ==, CAND_FIELD_TYPE_DROPDOWN);
  assert_options (field, "141=Day|142=Night");
  field = cand_form_find_field (form, "question_15");
  g_assert_cmpint (cand_field_get_field_type (field), ==, CAND_FIELD_TYPE_MULTIPLE);
  g_assert_false (cand_field_get_single_option (field));
  g_assert_cmpstr (cand_field_get_label (field), ==, "Que faróis conhece?");
  assert_options (field, "151=Sagres|152=Faro");
  g_assert_cmpint (cand_field_get_field_type (cand_form_find_field (form, "question_16")), ==,
                   CAND_FIELD_TYPE_FILE);
  field = cand_form_find_field (form, "question_17");
  g_assert_cmpint (cand_field_get_field_type (field), ==, CAND_FIELD_TYPE_TEXT);
  g_assert_cmpstr (cand_field_get_helper (field), ==,
                   "A video, which is recorded on the employer’s page");
  field = cand_form_find_field (form, "question_19");
  g_assert_cmpint (cand_field_get_field_type (field), ==, CAND_FIELD_TYPE_TEXT);
  g_assert_cmpstr (cand_field_get_label (field), ==, "Question 19");
  g_assert_cmpint (cand_field_get_field_type (cand_form_find_field (form, "question_20")), ==,
                   CAND_FIELD_TYPE_TEXT);
}

static void
test_hostile (void)
{
  assert_hostile_survived (recruitee (), ANSWER_LIST, "recruitee/offers.json");
  assert_hostile_survived (recruitee (), ANSWER_POSITION, "recruitee/offer.json");
  assert_hostile_survived (recruitee (), ANSWER_FORM, "recruitee/offer.json");
}

static void
assert_sample (CandPosition *position,
               const char *code,
               const char *title,
               const char *place,
               CandWorkplace workplace,
               const char *workplace_text,
               const char *published,
               const char *pay)
{
  g_assert_cmpstr (cand_position_get_code (position), ==, code);
  g_assert_cmpstr (cand_position_get_title (position), ==, title);
  assert_locations (position, place);
  g_assert_cmpint (cand_position_get_workplace (position), ==, workplace);
  g_assert_cmpstr (cand_position_get_workplace_text (position), ==, workplace_text);
  g_assert_cmpint (cand_position_get_employment (position), ==, CAND_EMPLOYMENT_FULL_TIME);
  g_assert_cmpstr (cand_position_get_published (position), ==, published);
  g_assert_null (cand_position_get_closing (position));
  assert_pay (position, pay);
}

/* The answer about the offer @index of a list. */
static GBytes *
wrap_offer (GBytes *list, guint index)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *offer = NULL;
  JsonArray *offers;
  char *text;

  g_assert_true (json_parser_load_from_data (parser, g_bytes_get_data (list, NULL),
                                             g_bytes_get_size (list), NULL));
  offers =
      json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "offers");
  offer = json_to_string (json_array_get_element (offers, index), FALSE);
  text = g_strdup_printf ("{\"offer\":%s}", offer);
  return g_bytes_new_take (text, strlen (text));
}

static void
test_sample_questions (void)
{
  g_autoptr (GBytes) body = cand_test_read_sample ("recruitee/careerkit.json");
  g_autoptr (CandListing) listing = NULL;
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  g_autoptr (CandForm) form = NULL;
  g_autoptr (CandForm) other = NULL;
  CandPosition *accountant;

  if (body == NULL)
    return;
  listing = parse_list (recruitee (), "acme", NULL, body);
  g_assert_cmpstr (listing->name, ==, "Acme");
  g_assert_cmpuint (listing->positions->len, ==, 2);
  g_assert_cmpuint (listing->skipped, ==, 0);
  accountant = g_ptr_array_index (listing->positions, 0);
  assert_sample (accountant, "senior-financial-accountant-fmd-berlinbrandenburg-region-germany",
                 "(Senior) Financial Accountant (f/m/d) - Berlin/Brandenburg Region, Germany",
                 "Berlin, Germany", CAND_WORKPLACE_HYBRID, "", "2026-08-05T10:10:39Z",
                 "60000-75000 EUR year");
  assert_sample (g_ptr_array_index (listing->positions, 1),
                 "partner-development-representative-fmd-berlin-germany",
                 "Partner Development Representative (f/m/d) - Berlin, Germany", "Berlin, Germany",
                 CAND_WORKPLACE_HYBRID, "", "2026-07-31T22:26:40Z", "75000-90000 EUR year");
  g_assert_cmpstr (cand_position_get_department (accountant), ==, "Finance");
  g_assert_cmpstr (cand_position_get_experience (accountant), ==, "experienced");
  g_assert_cmpstr (cand_position_get_education (accountant), ==, "vocational");
  g_assert_cmpstr (cand_position_get_updated (accountant), ==, "2026-08-05T11:45:30Z");
  g_assert_cmpstr (cand_position_get_url (accountant), ==,
                   "https://jobs.acme.com/o/"
                   "senior-financial-accountant-fmd-berlinbrandenburg-region-germany");
  g_assert_true (g_str_has_prefix (cand_position_get_description (accountant),
                                   "<p><strong>How you will make an impact</strong></p>"));
  g_assert_nonnull (strstr (cand_position_get_description (accountant),
                            "<p><strong>What we expect from you</strong></p>"));

  first = wrap_offer (body, 0);
  form = parse_form (recruitee (), first);
  g_assert_cmpuint (cand_form_get_n_sections (form), ==, 3);
  assert_section (form, 0, "Personal information", "name:string* email:email* phone:phone*");
  assert_section (form, 1, "Documents", "cv:file* cover_letter:text");
  assert_section (form, 2, "Questions",
                  "question_4288234:boolean* question_4288235:boolean* question_4288241:boolean*");

  second = wrap_offer (body, 1);
  other = parse_form (recruitee (), second);
  assert_section (other, 1, "Documents", "cv:file*");
  assert_section (other, 2, "Questions",
                  "question_4281042:string* question_4281046:boolean* question_4288528:boolean* "
                  "question_4288529:boolean* question_4288530:boolean* question_4288536:text* "
                  "question_4282360:text* question_4281043:string*");
  g_assert_cmpstr (cand_field_get_label (cand_form_find_field (other, "question_4281042")), ==,
                   "When would you be able to start?");
  g_assert_cmpint (cand_field_get_max_length (cand_form_find_field (other, "question_4281042")), ==,
                   120);
  g_assert_true (cand_field_get_sensitive (cand_form_find_field (other, "question_4281043")));
}

static void
test_sample_remote (void)
{
  g_autoptr (GBytes) body = cand_test_read_sample ("recruitee/job-agent.json");
  g_autoptr (CandListing) listing = NULL;
  g_autoptr (GBytes) first = NULL;
  g_autoptr (CandForm) form = NULL;

  if (body == NULL)
    return;
  listing = parse_list (recruitee (), "aikidosecurity", NULL, body);
  g_assert_cmpstr (listing->name, ==, "Aikido Security");
  g_assert_cmpuint (listing->positions->len, ==, 3);
  g_assert_cmpuint (listing->skipped, ==, 0);
  assert_sample (g_ptr_array_index (listing->positions, 0), "customer-success-engineer-tel-aviv",
                 "Customer Success Engineer Tel Aviv", "Tel Aviv, Israel", CAND_WORKPLACE_REMOTE,
                 "Remote job", "2026-08-11T20:45:29Z", NULL);
  assert_sample (g_ptr_array_index (listing->positions, 1), "customer-success-engineer-dubai",
                 "Customer Success Engineer Dubai", "Dubai, United Arab Emirates",
                 CAND_WORKPLACE_REMOTE, "Remote job", "2026-08-11T20:42:44Z", NULL);
  assert_sample (g_ptr_array_index (listing->positions, 2), "office-manager-chicago",
                 "Office Manager Chicago", "Chicago, Illinois, United States",
                 CAND_WORKPLACE_ON_SITE, "", "2026-08-10T15:13:59Z", "75-95 USD year");

  first = wrap_offer (body, 0);
  form = parse_form (recruitee (), first);
  g_assert_cmpuint (cand_form_get_n_sections (form), ==, 2);
  assert_section (form, 0, "Personal information", "name:string* email:email* phone:phone*");
  assert_section (form, 1, "Documents", "cv:file*");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/boards/recruitee/addresses", test_addresses);
  g_test_add_func ("/boards/recruitee/own-host", test_own_host);
  g_test_add_func ("/boards/recruitee/requests", test_requests);
  g_test_add_func ("/boards/recruitee/list", test_list);
  g_test_add_func ("/boards/recruitee/list-odd", test_list_odd);
  g_test_add_func ("/boards/recruitee/list-empty", test_list_empty);
  g_test_add_func ("/boards/recruitee/codes", test_codes);
  g_test_add_func ("/boards/recruitee/position", test_position);
  g_test_add_func ("/boards/recruitee/other-positions", test_other_positions);
  g_test_add_func ("/boards/recruitee/form", test_form);
  g_test_add_func ("/boards/recruitee/hostile", test_hostile);
  g_test_add_func ("/boards/recruitee/samples/questions", test_sample_questions);
  g_test_add_func ("/boards/recruitee/samples/remote", test_sample_remote);
  return g_test_run ();
}
