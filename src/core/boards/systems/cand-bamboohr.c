/* cand-bamboohr.c: BambooHR: the openings of a company, and one of them
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-bamboohr-private.h"

#include "core/boards/cand-board-request.h"
#include "core/boards/cand-board-values.h"
#include "core/boards/cand-json.h"
#include "core/model/cand-model-text.h"

#define DOMAIN_SUFFIX ".bamboohr.com"
#define MAX_ACCOUNT 63

/* --- addresses --- */

/* "careers/86", "careers/86/detail", "jobs/86", and "jobs/view.php?id=86" of older pages. */
static char *
find_code (GUri *uri, GStrv parts)
{
  g_autofree char *code = NULL;

  if (parts[0] == NULL || parts[1] == NULL ||
      (!g_str_equal (parts[0], "careers") && !g_str_equal (parts[0], "jobs")))
    return NULL;
  code = g_str_equal (parts[1], "view.php") ? cand_address_dup_parameter (uri, "id")
                                            : g_strdup (parts[1]);
  return cand_address_is_number (code) ? g_steal_pointer (&code) : NULL;
}

static CandAddress *
bamboohr_recognise (GUri *uri)
{
  static const char *const not_accounts[] = { "www",       "api",         "app",    "documentation",
                                              "help",      "marketplace", "images", "partners",
                                              "resources", "status",      NULL };
  g_autofree char *host = cand_address_dup_host (uri);
  g_autofree char *account = cand_address_dup_label (host, DOMAIN_SUFFIX);
  g_auto (GStrv) parts = cand_address_split_path (uri);
  CandAddress *address;

  if (!cand_address_is_word (account, NULL, MAX_ACCOUNT) || g_strv_contains (not_accounts, account))
    return NULL;

  address = g_new0 (CandAddress, 1);
  address->system = cand_bamboohr.id;
  address->account = g_steal_pointer (&account);
  address->code = find_code (uri, parts);
  return address;
}

static char *
bamboohr_board_url (const char *account)
{
  return g_strconcat ("https://", account, DOMAIN_SUFFIX "/careers", NULL);
}

/* The page of an opening has its form too. */
static char *
bamboohr_position_url (const char *account, const char *code)
{
  g_autofree char *board = bamboohr_board_url (account);
  g_autofree char *escaped = g_uri_escape_string (code, NULL, FALSE);

  return g_strconcat (board, "/", escaped, NULL);
}

/* --- requests --- */

/* All openings in one answer. */
static CandRequest *
bamboohr_list_request (const char *account, const char *page)
{
  g_autofree char *board = bamboohr_board_url (account);
  g_autofree char *url = g_strconcat (board, "/list", NULL);

  return cand_board_request_new_json (url);
}

/* With the form. */
static CandRequest *
bamboohr_position_request (const char *account, const char *code)
{
  g_autofree char *position = bamboohr_position_url (account, code);
  g_autofree char *url = g_strconcat (position, "/detail", NULL);

  return cand_board_request_new_json (url);
}

/* --- answers --- */

static gboolean
is_web_page (GBytes *body)
{
  gsize length;
  const char *text = g_bytes_get_data (body, &length);
  gsize start = 0;

  while (start < length && g_ascii_isspace (text[start]))
    start++;
  return start < length && text[start] == '<';
}

/* Says so where a web page came instead: a company that has left BambooHR is led to BambooHR's own
 * site. */
static JsonObject *
parse_answer (GBytes *body, const char *what, GError **error)
{
  if (is_web_page (body))
    {
      g_set_error_literal (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED,
                           "BambooHR answered with a web page, as it does for a company that has "
                           "no careers page there");
      return NULL;
    }
  return cand_json_parse_object (body, what, error);
}

JsonObject *
cand_bamboohr_parse_result (GBytes *body, GError **error)
{
  g_autoptr (JsonObject) top = parse_answer (body, "BambooHR’s answer", error);
  JsonObject *result = NULL;

  if (top != NULL)
    result = cand_json_expect_object (json_object_get_member (top, "result"),
                                      "“result” of BambooHR’s answer", error);
  return result != NULL ? json_object_ref (result) : NULL;
}

char *
cand_bamboohr_dup_id (JsonObject *object)
{
  g_autofree char *text = cand_text_dup_trimmed (cand_json_get_string (object, "id"));
  gint64 number;

  if (text == NULL && cand_json_get_int (object, "id", &number) && number >= 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, number);
  return cand_address_is_number (text) ? g_steal_pointer (&text) : NULL;
}

/* "atsLocation" is what was chosen for the opening; it is empty where the opening is at an office
 * of the company, which "location" says then. */
static void
read_place (CandPosition *position, JsonObject *opening)
{
  JsonObject *chosen = cand_json_get_object (opening, "atsLocation");
  JsonObject *office = cand_json_get_object (opening, "location");
  g_autofree char *place = NULL;

  if (chosen != NULL)
    {
      const char *state = cand_json_get_string (chosen, "state");

      place = cand_place_join (cand_json_get_string (chosen, "city"),
                               state != NULL ? state : cand_json_get_string (chosen, "province"),
                               cand_json_get_string (chosen, "country"));
    }
  if (place == NULL && office != NULL)
    place = cand_place_join (cand_json_get_string (office, "city"),
                             cand_json_get_string (office, "state"),
                             cand_json_get_string (office, "addressCountry"));
  if (place != NULL)
    cand_position_add_location (position, place);
}

static void
read_workplace (CandPosition *position, JsonObject *opening)
{
  const char *type = cand_json_get_string (opening, "locationType");
  CandWorkplace workplace = CAND_WORKPLACE_UNKNOWN;

  if (g_strcmp0 (type, "0") == 0)
    workplace = CAND_WORKPLACE_ON_SITE;
  else if (g_strcmp0 (type, "1") == 0)
    workplace = CAND_WORKPLACE_REMOTE;
  else if (g_strcmp0 (type, "2") == 0)
    workplace = CAND_WORKPLACE_HYBRID;
  else if (cand_json_get_boolean (opening, "isRemote"))
    workplace = CAND_WORKPLACE_REMOTE;
  cand_position_set_workplace (position, workplace, "");
}

static void
read_facts (CandPosition *position, JsonObject *opening)
{
  g_autofree char *department = cand_json_dup_line (opening, "departmentLabel");
  g_autofree char *employment = cand_json_dup_line (opening, "employmentStatusLabel");
  g_autofree char *experience = cand_json_dup_line (opening, "minimumExperience");
  g_autofree char *pay = cand_json_dup_line (opening, "compensation");
  g_autofree char *published = cand_date_from_text (cand_json_get_string (opening, "datePosted"));
  const char *description = cand_json_get_string (opening, "description");

  cand_position_set_place_in_house (position, department);
  if (employment != NULL)
    cand_position_set_employment (position, cand_employment_from_text (employment), employment);
  cand_position_set_experience (position, cand_text_or_empty (experience));
  cand_position_set_pay (position, NULL, cand_text_or_empty (pay));
  cand_position_set_published (position, published);
  if (description != NULL && *description != '\0')
    cand_position_set_description (position, description);
  read_place (position, opening);
  read_workplace (position, opening);
}

/* NULL when it has no name. BambooHR does not say what the company is called. */
static CandPosition *
read_opening (const char *account, const char *code, JsonObject *opening)
{
  g_autofree char *title = cand_json_dup_line (opening, "jobOpeningName");
  CandPosition *position;

  if (title == NULL)
    return NULL;
  position = cand_board_system_new_position (&cand_bamboohr, account, code, title);
  cand_position_set_organisation (position, account);
  cand_board_system_set_urls (&cand_bamboohr, position, account, NULL, NULL);
  read_facts (position, opening);
  return position;
}

static gboolean
take_opening (CandListing *listing, const char *account, JsonObject *opening)
{
  g_autofree char *code = cand_bamboohr_dup_id (opening);
  CandPosition *position = code != NULL ? read_opening (account, code, opening) : NULL;

  if (position == NULL)
    return FALSE;
  cand_listing_add (listing, position);
  return TRUE;
}

static CandListing *
bamboohr_parse_list (const char *account, const char *page, GBytes *body, GError **error)
{
  g_autoptr (JsonObject) top = parse_answer (body, "BambooHR’s list", error);
  g_autoptr (CandListing) listing = NULL;
  JsonObject *meta;
  JsonArray *openings = NULL;

  if (top != NULL)
    openings = cand_json_expect_array_member (top, "result", "BambooHR’s list", error);
  if (openings == NULL)
    return NULL;

  listing = cand_listing_new ();
  listing->n_entries = json_array_get_length (openings);
  meta = cand_json_get_object (top, "meta");
  if (meta != NULL)
    cand_json_get_int (meta, "totalCount", &listing->total);
  cand_listing_take_entries (listing, account, openings, take_opening);
  if (!cand_listing_check (listing, cand_bamboohr.name, error))
    return NULL;
  return g_steal_pointer (&listing);
}

/**
 * bamboohr_parse_position:
 * @account: the company
 * @code: the opening's number, which the answer does not repeat
 * @body: {"result": {"jobOpening": {…}, "formFields": {…}}}
 * @error: CAND_BOARD_ERROR_MALFORMED, CAND_BOARD_ERROR_NO_POSITION
 *
 * Returns: (transfer full) (nullable): the position
 */
static CandPosition *
bamboohr_parse_position (const char *account, const char *code, GBytes *body, GError **error)
{
  g_autoptr (JsonObject) result = cand_bamboohr_parse_result (body, error);
  JsonObject *opening;
  const char *status;
  CandPosition *position;

  if (result == NULL)
    return NULL;
  opening = cand_json_expect_object (json_object_get_member (result, "jobOpening"),
                                     "“jobOpening” of BambooHR’s answer", error);
  if (opening == NULL)
    return NULL;

  status = cand_json_get_string (opening, "jobOpeningStatus");
  if (status != NULL && g_ascii_strcasecmp (status, "closed") == 0)
    {
      g_set_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_NO_POSITION,
                   "BambooHR’s opening %s is closed", code);
      return NULL;
    }
  position = read_opening (account, code, opening);
  if (position == NULL)
    g_set_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED,
                 "BambooHR’s opening %s has no name", code);
  return position;
}

const CandBoardSystem cand_bamboohr = {
  .id = "bamboohr",
  .name = "BambooHR",
  .traits = CAND_BOARD_LIST_LACKS_TEXT,
  .recognise = bamboohr_recognise,
  .board_url = bamboohr_board_url,
  .position_url = bamboohr_position_url,
  .application_url = bamboohr_position_url,
  .list_request = bamboohr_list_request,
  .parse_list = bamboohr_parse_list,
  .position_request = bamboohr_position_request,
  .parse_position = bamboohr_parse_position,
  .form_request = bamboohr_position_request,
  .parse_form = cand_bamboohr_parse_form,
};
