/* cand-ashby.c: Ashby's addresses and positions
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-ashby-private.h"

#include "core/boards/cand-board-request.h"
#include "core/boards/cand-board-values.h"
#include "core/model/cand-model-text.h"

#include <math.h>
#include <string.h>

#define MAX_NAME 100

/* --- addresses --- */

/* An account is the name in the board's address, in its own case, which Ashby tells apart. It may
 * have dots and blanks in it ("acme.ai", "Acme Labs"). */
static gboolean
is_name (const char *name)
{
  gsize length = strlen (name);

  if (length == 0 || length > MAX_NAME || *name == '.' || *name == ' ' || name[length - 1] == ' ')
    return FALSE;
  for (; *name != '\0'; name = g_utf8_next_char (name))
    if (strchr (":/\\?#%", *name) != NULL || !g_unichar_isprint (g_utf8_get_char (name)))
      return FALSE;
  return TRUE;
}

static CandAddress *
address_new (const char *name, const char *code)
{
  CandAddress *address;

  if (name == NULL || !is_name (name))
    return NULL;

  address = g_new0 (CandAddress, 1);
  address->system = cand_ashby.id;
  address->account = g_strdup (name);
  if (cand_address_is_uuid (code))
    address->code = g_ascii_strdown (code, -1);
  return address;
}

/* "NAME/CODE/application", "NAME?ashby_jid=CODE", "NAME/embed" (the script of a company's own page)
 * for people, "posting-api/job-board/NAME" for programs. A code on a company's own page says
 * nothing of whose it is, and nobody can be asked. */
static CandAddress *
ashby_recognise (GUri *uri)
{
  g_autofree char *host = cand_address_dup_host (uri);
  g_auto (GStrv) parts = cand_address_split_path (uri);
  g_autofree char *code = NULL;

  if (parts[0] == NULL)
    return NULL;
  if (g_str_equal (host, "api.ashbyhq.com"))
    return g_str_equal (parts[0], "posting-api") && g_strcmp0 (parts[1], "job-board") == 0
               ? address_new (parts[2], NULL)
               : NULL;
  if (!g_str_equal (host, "jobs.ashbyhq.com") || g_str_equal (parts[0], "api") || *parts[0] == '_')
    return NULL;

  code = cand_address_is_uuid (parts[1]) ? g_strdup (parts[1])
                                         : cand_address_dup_parameter (uri, "ashby_jid");
  return address_new (parts[0], code);
}

static char *
ashby_board_url (const char *account)
{
  g_autofree char *escaped = g_uri_escape_string (account, NULL, FALSE);

  return g_strconcat ("https://jobs.ashbyhq.com/", escaped, NULL);
}

static char *
ashby_position_url (const char *account, const char *code)
{
  g_autofree char *board = ashby_board_url (account);
  g_autofree char *escaped = g_uri_escape_string (code, NULL, FALSE);

  return g_strconcat (board, "/", escaped, NULL);
}

static char *
ashby_application_url (const char *account, const char *code)
{
  g_autofree char *position = ashby_position_url (account, code);

  return g_strconcat (position, "/application", NULL);
}

/* Everything in one answer, which can take ten seconds to begin. One client was refused after 150
 * requests at three a second. https://developers.ashbyhq.com/docs/public-job-posting-api */
static CandRequest *
ashby_list_request (const char *account, const char *page)
{
  g_autofree char *escaped = g_uri_escape_string (account, NULL, FALSE);
  g_autofree char *url = g_strconcat ("https://api.ashbyhq.com/posting-api/job-board/", escaped,
                                      "?includeCompensation=true", NULL);

  return cand_board_request_new_json (url);
}

/* --- positions --- */

gboolean
cand_ashby_is_false (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
         json_node_get_value_type (node) == G_TYPE_BOOLEAN && !json_node_get_boolean (node);
}

/* The words for a place, or else its address. NULL for nowhere. */
static char *
dup_place (JsonObject *object)
{
  char *place = cand_json_dup_line (object, "location");
  JsonObject *address = cand_json_get_object (object, "address");

  if (address != NULL)
    address = cand_json_get_object (address, "postalAddress");
  if (place == NULL && address != NULL)
    place = cand_place_join (cand_json_get_string (address, "addressLocality"),
                             cand_json_get_string (address, "addressRegion"),
                             cand_json_get_string (address, "addressCountry"));
  return place;
}

static void
set_places (CandPosition *position, JsonObject *job)
{
  JsonArray *further = cand_json_get_array (job, "secondaryLocations");
  guint n_further = further != NULL ? json_array_get_length (further) : 0;
  char *first = dup_place (job);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) places = NULL;

  if (first != NULL)
    g_strv_builder_take (builder, first);
  for (guint i = 0; i < n_further; i++)
    {
      JsonObject *location = cand_json_get_object_element (further, i);
      char *place = location != NULL ? dup_place (location) : NULL;

      if (place != NULL)
        g_strv_builder_take (builder, place);
    }
  places = g_strv_builder_end (builder);
  cand_position_set_locations (position, (const char *const *) places);
}

/* Hybrid positions have been seen with "isRemote" true: the type says more. */
static void
set_kind (CandPosition *position, JsonObject *job)
{
  g_autofree char *employment = cand_json_dup_line (job, "employmentType");
  g_autofree char *workplace = cand_json_dup_line (job, "workplaceType");

  if (employment != NULL)
    cand_position_set_employment (position, cand_employment_from_text (employment), employment);
  if (workplace != NULL)
    cand_position_set_workplace (position, cand_workplace_from_text (workplace), workplace);
  else if (cand_json_get_boolean (job, "isRemote"))
    cand_position_set_workplace (position, CAND_WORKPLACE_REMOTE, "");
}

/* The salaries in one range; FALSE when there is none, or none that holds for all of them. Equity
 * and bonuses are in the words only. */
static gboolean
read_salary (JsonObject *compensation, CandPay *salary)
{
  JsonArray *components = cand_json_get_array (compensation, "summaryComponents");
  guint n_components = components != NULL ? json_array_get_length (components) : 0;
  gboolean found = FALSE;

  for (guint i = 0; i < n_components; i++)
    {
      JsonObject *component = cand_json_get_object_element (components, i);
      double minimum = NAN;
      double maximum = NAN;
      CandPay pay;

      if (component == NULL ||
          g_strcmp0 (cand_json_get_string (component, "compensationType"), "Salary") != 0)
        continue;
      cand_json_get_number (component, "minValue", &minimum);
      cand_json_get_number (component, "maxValue", &maximum);
      if (!cand_pay_set (&pay, minimum, maximum, cand_json_get_string (component, "currencyCode"),
                         cand_pay_period_from_text (cand_json_get_string (component, "interval"))))
        continue;
      if (!found)
        *salary = pay;
      else if (!cand_pay_extend (salary, &pay))
        return FALSE;
      found = TRUE;
    }
  return found;
}

/* The interface gives it also where the employer does not want it shown. */
static void
set_pay (CandPosition *position, JsonObject *job)
{
  JsonObject *compensation = cand_json_get_object (job, "compensation");
  g_autofree char *words = NULL;
  gboolean found;
  CandPay pay;

  if (compensation == NULL || cand_ashby_is_false (job, "shouldDisplayCompensationOnJobPostings"))
    return;
  words = cand_json_dup_line (compensation, "compensationTierSummary");
  if (words == NULL)
    words = cand_json_dup_line (compensation, "scrapeableCompensationSalarySummary");
  found = read_salary (compensation, &pay);
  if (found || words != NULL)
    cand_position_set_pay (position, found ? &pay : NULL, cand_text_or_empty (words));
}

static void
set_description (CandPosition *position, JsonObject *job)
{
  const char *html = cand_json_get_string (job, "descriptionHtml");
  g_autofree char *from_plain = NULL;

  if (html == NULL || *html == '\0')
    html = from_plain = cand_html_dup_from_plain (cand_json_get_string (job, "descriptionPlain"));
  if (html != NULL)
    cand_position_set_description (position, html);
}

/* NULL when the entry has no id or no title. */
static CandPosition *
position_new (const char *account, JsonObject *job)
{
  const char *id = cand_json_get_string (job, "id");
  g_autofree char *title = cand_json_dup_line (job, "title");
  g_autofree char *department = cand_json_dup_line (job, "department");
  g_autofree char *team = cand_json_dup_line (job, "team");
  g_autofree char *published = cand_date_from_text (cand_json_get_string (job, "publishedAt"));
  g_autofree char *code = NULL;
  CandPosition *position;

  if (title == NULL || !cand_address_is_uuid (id))
    return NULL;
  code = g_ascii_strdown (id, -1);
  position = cand_board_system_new_position (&cand_ashby, account, code, title);
  cand_position_set_organisation (position, account);
  cand_position_set_published (position, published);
  cand_position_set_team_in_house (position, department, team);
  set_places (position, job);
  set_kind (position, job);
  set_pay (position, job);
  set_description (position, job);
  cand_board_system_set_urls (&cand_ashby, position, account, cand_json_get_string (job, "jobUrl"),
                              cand_json_get_string (job, "applyUrl"));
  return position;
}

/* What is not listed is for those who were sent its address: it is not on the board. */
static gboolean
take_job (CandListing *listing, const char *account, JsonObject *job)
{
  CandPosition *position;

  if (cand_ashby_is_false (job, "isListed"))
    return TRUE;
  position = position_new (account, job);
  if (position == NULL)
    return FALSE;
  cand_listing_add (listing, position);
  return TRUE;
}

static CandListing *
ashby_parse_list (const char *account, const char *page, GBytes *body, GError **error)
{
  g_autoptr (JsonObject) top = cand_json_parse_object (body, "Ashby's list", error);
  g_autoptr (CandListing) listing = NULL;
  JsonArray *jobs = NULL;

  if (top != NULL)
    jobs = cand_json_expect_array_member (top, "jobs", "Ashby's list", error);
  if (jobs == NULL)
    return NULL;

  listing = cand_listing_new ();
  cand_listing_take_entries (listing, account, jobs, take_job);
  if (!cand_listing_check (listing, cand_ashby.name, error))
    return NULL;
  return g_steal_pointer (&listing);
}

const CandBoardSystem cand_ashby = {
  .id = "ashby",
  .name = "Ashby",
  .recognise = ashby_recognise,
  .board_url = ashby_board_url,
  .position_url = ashby_position_url,
  .application_url = ashby_application_url,
  .list_request = ashby_list_request,
  .parse_list = ashby_parse_list,
  .form_request = cand_ashby_form_request,
  .parse_form = cand_ashby_parse_form,
};
