/* cand-smartrecruiters.c: SmartRecruiters: the postings of a company, and one of them
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "core/boards/cand-board-system.h"
#include "core/boards/cand-board-request.h"
#include "core/boards/cand-board-values.h"
#include "core/boards/cand-json.h"
#include "core/model/cand-model-text.h"

#define API "https://api.smartrecruiters.com/v1/companies/"

/* As many as one answer gives at most. */
#define PAGE_SIZE 100
/* More than any company has: an answer that speaks of more is not read page by page. */
#define MAX_POSTINGS 100000

#define MAX_ACCOUNT 100

extern const CandBoardSystem cand_smartrecruiters;

/* NULL when @account is none; @part is "743999671674844-nurse" of an address, or NULL.
 *
 * A company's identifier is kept as it is written: SmartRecruiters' own pages write it in one way,
 * and nowhere do they promise that another case is the same company. */
static CandAddress *
address_new (const char *account, const char *part)
{
  static const char *const not_accounts[] = {
    "api", "ni", "oneclick-ui", "my-applications", "sr-jobs", "job-search", NULL
  };
  g_autofree char *code = part != NULL ? g_strndup (part, strcspn (part, "-")) : NULL;
  CandAddress *address;

  if (!cand_address_is_word (account, NULL, MAX_ACCOUNT) || g_strv_contains (not_accounts, account))
    return NULL;

  address = g_new0 (CandAddress, 1);
  address->system = cand_smartrecruiters.id;
  address->account = g_strdup (account);
  address->code = cand_address_is_number (code) ? g_steal_pointer (&code) : NULL;
  return address;
}

static CandAddress *
smartrecruiters_recognise (GUri *uri)
{
  g_autofree char *host = cand_address_dup_host (uri);
  g_auto (GStrv) parts = cand_address_split_path (uri);
  guint n_parts = g_strv_length (parts);

  if (g_str_equal (host, "api.smartrecruiters.com"))
    {
      /* v1/companies/COMPANY/postings/ID */
      if (n_parts < 3 || !g_str_equal (parts[1], "companies"))
        return NULL;
      return address_new (parts[2],
                          n_parts > 4 && g_str_equal (parts[3], "postings") ? parts[4] : NULL);
    }
  if (!g_str_equal (host, "jobs.smartrecruiters.com") &&
      !g_str_equal (host, "careers.smartrecruiters.com"))
    return NULL;
  /* The page that takes applications: oneclick-ui/company/COMPANY/publication/UUID. */
  if (n_parts > 2 && g_str_equal (parts[0], "oneclick-ui") && g_str_equal (parts[1], "company"))
    return address_new (parts[2], NULL);
  return n_parts > 0 ? address_new (parts[0], parts[1]) : NULL;
}

static char *
smartrecruiters_board_url (const char *account)
{
  g_autofree char *escaped = g_uri_escape_string (account, NULL, FALSE);

  return g_strconcat ("https://jobs.smartrecruiters.com/", escaped, NULL);
}

/* The page of a posting leads to its form too. */
static char *
smartrecruiters_position_url (const char *account, const char *code)
{
  g_autofree char *board = smartrecruiters_board_url (account);
  g_autofree char *escaped = g_uri_escape_string (code, NULL, FALSE);

  return g_strconcat (board, "/", escaped, NULL);
}

static gint64
offset_of_page (const char *page)
{
  return page != NULL ? g_ascii_strtoll (page, NULL, 10) : 0;
}

/* A page is named by how many postings come before it. */
static CandRequest *
smartrecruiters_list_request (const char *account, const char *page)
{
  g_autofree char *escaped = g_uri_escape_string (account, NULL, FALSE);
  g_autofree char *url = g_strdup_printf (API "%s/postings?limit=%d&offset=%" G_GINT64_FORMAT,
                                          escaped, PAGE_SIZE, offset_of_page (page));

  return cand_board_request_new_json (url);
}

static CandRequest *
smartrecruiters_position_request (const char *account, const char *code)
{
  g_autofree char *company = g_uri_escape_string (account, NULL, FALSE);
  g_autofree char *posting = g_uri_escape_string (code, NULL, FALSE);
  g_autofree char *url = g_strconcat (API, company, "/postings/", posting, NULL);

  return cand_board_request_new_json (url);
}

/* --- one posting --- */

/* Many facts are {"id", "label"}, and {} where nothing is said. */
static char *
dup_label (JsonObject *posting, const char *name)
{
  JsonObject *object = cand_json_get_object (posting, name);

  return cand_json_dup_line (object, "label");
}

/* The country is two small letters: a code, which is written in capitals. */
static char *
dup_place (JsonObject *location)
{
  g_autofree char *whole = cand_json_dup_line (location, "fullLocation");
  const char *country = cand_json_get_string (location, "country");
  g_autofree char *code = NULL;

  if (whole != NULL)
    return g_steal_pointer (&whole);
  if (country != NULL && strlen (country) == 2)
    code = g_ascii_strup (country, -1);
  return cand_place_join (cand_json_get_string (location, "city"),
                          cand_json_get_string (location, "region"), code != NULL ? code : country);
}

/* Neither remote nor hybrid is also what a posting has where nobody said anything. */
static void
read_location (CandPosition *position, JsonObject *location)
{
  g_autofree char *place = dup_place (location);

  if (place != NULL)
    cand_position_add_location (position, place);
  if (cand_json_get_boolean (location, "remote"))
    cand_position_set_workplace (position, CAND_WORKPLACE_REMOTE, "");
  else if (cand_json_get_boolean (location, "hybrid"))
    cand_position_set_workplace (position, CAND_WORKPLACE_HYBRID, "");
}

/* The parts of the text in the order in which the page shows them, each under its own title. */
static char *
dup_description (JsonObject *posting)
{
  static const char *const names[] = { "companyDescription", "jobDescription", "qualifications",
                                       "additionalInformation" };
  JsonObject *ad = cand_json_get_object (posting, "jobAd");
  JsonObject *sections = ad != NULL ? cand_json_get_object (ad, "sections") : NULL;
  g_autoptr (GString) html = g_string_new (NULL);

  for (guint i = 0; sections != NULL && i < G_N_ELEMENTS (names); i++)
    {
      JsonObject *section = cand_json_get_object (sections, names[i]);
      g_autofree char *title = NULL;

      if (section == NULL)
        continue;
      title = cand_json_dup_line (section, "title");
      cand_html_append_part (html, title, cand_json_get_string (section, "text"));
    }
  return html->len > 0 ? g_string_free_and_steal (g_steal_pointer (&html)) : NULL;
}

static void
read_facts (CandPosition *position, JsonObject *posting)
{
  JsonObject *location = cand_json_get_object (posting, "location");
  g_autofree char *department = dup_label (posting, "department");
  g_autofree char *employment = dup_label (posting, "typeOfEmployment");
  g_autofree char *experience = dup_label (posting, "experienceLevel");
  g_autofree char *function = dup_label (posting, "function");
  g_autofree char *published = cand_date_from_text (cand_json_get_string (posting, "releasedDate"));
  g_autofree char *description = dup_description (posting);

  if (location != NULL)
    read_location (position, location);
  cand_position_set_place_in_house (position, department);
  if (employment != NULL)
    cand_position_set_employment (position, cand_employment_from_text (employment), employment);
  cand_position_set_experience (position, cand_text_or_empty (experience));
  cand_position_set_function (position, cand_text_or_empty (function));
  cand_position_set_published (position, published);
  cand_position_set_description (position, description);
}

static char *
dup_company (JsonObject *posting)
{
  JsonObject *company = cand_json_get_object (posting, "company");

  return cand_json_dup_line (company, "name");
}

static CandPosition *
read_posting (const char *account, const char *code, JsonObject *posting)
{
  g_autofree char *title = cand_json_dup_line (posting, "name");
  g_autofree char *company = dup_company (posting);
  CandPosition *position = cand_board_system_new_position (&cand_smartrecruiters, account, code,
                                                           cand_text_or_empty (title));

  cand_position_set_organisation (position, company != NULL ? company : account);
  cand_board_system_set_urls (&cand_smartrecruiters, position, account, NULL,
                              cand_json_get_string (posting, "applyUrl"));
  read_facts (position, posting);
  return position;
}

/* A string of digits. NULL where there is none. */
static char *
dup_code (JsonObject *posting)
{
  g_autofree char *code = cand_text_dup_trimmed (cand_json_get_string (posting, "id"));

  return cand_address_is_number (code) ? g_steal_pointer (&code) : NULL;
}

/* FALSE when it has no id or no name. */
static gboolean
take_posting (CandListing *listing, const char *account, JsonObject *posting)
{
  g_autofree char *code = dup_code (posting);
  g_autoptr (CandPosition) position = NULL;

  if (code == NULL)
    return FALSE;
  position = read_posting (account, code, posting);
  if (*cand_position_get_title (position) == '\0')
    return FALSE;
  if (listing->name == NULL)
    listing->name = dup_company (posting);
  cand_listing_add (listing, g_steal_pointer (&position));
  return TRUE;
}

/* The page after this one. A page without entries is the last, so that the offset always grows. */
static char *
dup_next (const char *page, guint n_entries, gint64 total)
{
  gint64 next = offset_of_page (page) + n_entries;

  if (n_entries == 0 || next >= total)
    return NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT, next);
}

/**
 * smartrecruiters_parse_list:
 * @account: the company's identifier
 * @page: (nullable): how many postings come before
 * @body: {"totalFound", "content": […]}
 * @error: CAND_BOARD_ERROR_MALFORMED
 *
 * A company that does not exist has a total of 0, like one with nothing open. A page without
 * entries before the total is reached is no end.
 *
 * Returns: (transfer full) (nullable): the page
 */
static CandListing *
smartrecruiters_parse_list (const char *account, const char *page, GBytes *body, GError **error)
{
  g_autoptr (JsonObject) top = cand_json_parse_object (body, "SmartRecruiters’ list", error);
  g_autoptr (CandListing) listing = NULL;
  JsonArray *content = NULL;
  guint n_entries;
  gint64 total = 0;

  if (top != NULL)
    content = cand_json_expect_array_member (top, "content", "SmartRecruiters’ list", error);
  if (content == NULL)
    return NULL;
  n_entries = json_array_get_length (content);
  if (!cand_json_get_int (top, "totalFound", &total) || total < 0 || total > MAX_POSTINGS ||
      (n_entries == 0 && offset_of_page (page) < total))
    {
      g_set_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED,
                   "SmartRecruiters’ list has %u entries, and its total does not go with that",
                   n_entries);
      return NULL;
    }

  listing = cand_listing_new ();
  cand_listing_take_entries (listing, account, content, take_posting);
  listing->n_entries = n_entries;
  listing->total = total;
  listing->next = dup_next (page, n_entries, total);
  if (!cand_listing_check (listing, cand_smartrecruiters.name, error))
    return NULL;
  return g_steal_pointer (&listing);
}

/* Says no only where it is said: "active" is missing from other answers. */
static gboolean
is_withdrawn (JsonObject *posting)
{
  JsonNode *active = json_object_get_member (posting, "active");

  return active != NULL && JSON_NODE_HOLDS_VALUE (active) &&
         json_node_get_value_type (active) == G_TYPE_BOOLEAN && !json_node_get_boolean (active);
}

/**
 * smartrecruiters_parse_position:
 * @account: the company's identifier
 * @code: the posting's id
 * @body: one entry of the list, with "jobAd" and "applyUrl"
 * @error: CAND_BOARD_ERROR_MALFORMED, CAND_BOARD_ERROR_NO_POSITION
 *
 * Returns: (transfer full) (nullable): the position; its title is "" where the answer has none
 */
static CandPosition *
smartrecruiters_parse_position (const char *account, const char *code, GBytes *body, GError **error)
{
  g_autoptr (JsonObject) posting = cand_json_parse_object (body, "SmartRecruiters’ posting", error);
  g_autofree char *found = NULL;

  if (posting == NULL)
    return NULL;

  found = dup_code (posting);
  if ((found != NULL && !g_str_equal (found, code)) ||
      (cand_json_get_string (posting, "name") == NULL &&
       cand_json_get_object (posting, "jobAd") == NULL))
    {
      g_set_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED,
                   "SmartRecruiters’ answer is not the posting %s", code);
      return NULL;
    }
  if (is_withdrawn (posting))
    {
      g_set_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_NO_POSITION,
                   "SmartRecruiters’ posting %s is no longer active", code);
      return NULL;
    }
  return read_posting (account, code, posting);
}

const CandBoardSystem cand_smartrecruiters = {
  .id = "smartrecruiters",
  .name = "SmartRecruiters",
  /* https://api.smartrecruiters.com/robots.txt lets one other robot in and nobody else. */
  .traits = CAND_BOARD_ONLY_WHEN_ASKED | CAND_BOARD_EMPTY_IS_VAGUE | CAND_BOARD_LIST_LACKS_TEXT,
  .recognise = smartrecruiters_recognise,
  .board_url = smartrecruiters_board_url,
  .position_url = smartrecruiters_position_url,
  .application_url = smartrecruiters_position_url,
  .list_request = smartrecruiters_list_request,
  .parse_list = smartrecruiters_parse_list,
  .position_request = smartrecruiters_position_request,
  .parse_position = smartrecruiters_parse_position,
};
