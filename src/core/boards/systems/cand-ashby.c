/* cand-ashby.c: Ashby's addresses and positions
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-ashby-private.h"

#include "core/boards/cand-board-values.h"
#include "core/model/cand-model-text.h"

#include <math.h>
#include <string.h>

/* One client was refused after 150 requests at three a second. An answer can take ten seconds to
 * begin, which is not this client's doing. */
#define SPACING 1000
#define SPACING_AFTER_REFUSAL 5000

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

CandRequest *
cand_ashby_request_new (const char *method, const char *url)
{
  CandRequest *request = cand_request_new (method, url);

  cand_request_set_accept (request, "application/json");
  cand_request_set_spacing (request, SPACING, SPACING_AFTER_REFUSAL);
  return request;
}

/* Everything in one answer. https://developers.ashbyhq.com/docs/public-job-posting-api */
static CandRequest *
ashby_list_request (const char *account, const char *page)
{
  g_autofree char *escaped = g_uri_escape_string (account, NULL, FALSE);
  g_autofree char *url = g_strconcat ("https://api.ashbyhq.com/posting-api/job-board/", escaped,
                                      "?includeCompensation=true", NULL);

  return cand_ashby_request_new ("GET", url);
}

/* --- positions --- */

gboolean
cand_ashby_is_false (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
         json_node_get_value_type (node) == G_TYPE_BOOLEAN && !json_node_get_boolean (node);
}

/* On one line; NULL when there is nothing to read. */
static char *
dup_text (JsonObject *object, const char *name)
{
  return cand_text_dup_line (cand_json_get_string (object, name));
}

/* The words for a place, or else its address. NULL for nowhere. */
static char *
dup_place (JsonObject *object)
{
  char *place = dup_text (object, "location");
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

/* "Revenue / Sales Development": the department outside, the team within. */
static void
set_department (CandPosition *position, JsonObject *job)
{
  g_autofree char *department = dup_text (job, "department");
  g_autofree char *team = dup_text (job, "team");
  g_autofree char *both = NULL;

  if (department != NULL && team != NULL && !g_str_equal (department, team))
    both = g_strconcat (department, " / ", team, NULL);
  if (both == NULL)
    both = g_strdup (department != NULL ? department : team);
  cand_position_set_place_in_house (position, both);
}

/* Hybrid positions have been seen with "isRemote" true: the type says more. */
static void
set_kind (CandPosition *position, JsonObject *job)
{
  g_autofree char *employment = dup_text (job, "employmentType");
  g_autofree char *workplace = dup_text (job, "workplaceType");

  if (employment != NULL)
    cand_position_set_employment (position, cand_employment_from_text (employment), employment);
  if (workplace != NULL)
    cand_position_set_workplace (position, cand_workplace_from_text (workplace), workplace);
  else if (cand_json_get_boolean (job, "isRemote"))
    cand_position_set_workplace (position, CAND_WORKPLACE_REMOTE, "");
}

static double
get_amount (JsonObject *component, const char *name)
{
  double amount;

  return cand_json_get_number (component, name, &amount) ? amount : NAN;
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
      CandPay pay;

      if (component == NULL ||
          g_strcmp0 (cand_json_get_string (component, "compensationType"), "Salary") != 0)
        continue;
      if (!cand_pay_set (&pay, get_amount (component, "minValue"),
                         get_amount (component, "maxValue"),
                         cand_json_get_string (component, "currencyCode"),
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
  words = dup_text (compensation, "compensationTierSummary");
  if (words == NULL)
    words = dup_text (compensation, "scrapeableCompensationSalarySummary");
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

static void
set_urls (CandPosition *position, const char *account, JsonObject *job)
{
  const char *code = cand_position_get_code (position);
  g_autofree char *url = cand_url_dup_checked (cand_json_get_string (job, "jobUrl"));
  g_autofree char *application_url = cand_url_dup_checked (cand_json_get_string (job, "applyUrl"));

  if (url == NULL)
    url = ashby_position_url (account, code);
  if (application_url == NULL)
    application_url = ashby_application_url (account, code);
  cand_position_set_url (position, url);
  cand_position_set_application_url (position, application_url);
}

/* NULL when the entry has no id or no title. */
static CandPosition *
position_new (const char *account, JsonObject *job)
{
  g_autofree char *board_key = g_strconcat (cand_ashby.id, ":", account, NULL);
  const char *id = cand_json_get_string (job, "id");
  g_autofree char *title = dup_text (job, "title");
  g_autofree char *published = cand_date_from_text (cand_json_get_string (job, "publishedAt"));
  g_autofree char *code = NULL;
  CandPosition *position;

  if (title == NULL || !cand_address_is_uuid (id))
    return NULL;
  code = g_ascii_strdown (id, -1);
  position = cand_position_new (board_key, code);
  cand_position_set_title (position, title);
  cand_position_set_state (position, CAND_POSITION_STATE_OPEN);
  cand_position_set_organisation (position, account);
  cand_position_set_published (position, published);
  set_department (position, job);
  set_places (position, job);
  set_kind (position, job);
  set_pay (position, job);
  set_description (position, job);
  set_urls (position, account, job);
  return position;
}

/* What is not listed is for those who were sent its address: it is not on the board. */
static CandListing *
ashby_parse_list (const char *account, const char *page, GBytes *body, GError **error)
{
  g_autoptr (JsonNode) root = cand_json_parse (body, error);
  g_autoptr (CandListing) listing = NULL;
  JsonObject *top = NULL;
  JsonArray *jobs = NULL;

  if (root != NULL)
    top = cand_json_expect_object (root, "Ashby's list", error);
  if (top != NULL)
    jobs = cand_json_expect_array_member (top, "jobs", "Ashby's list", error);
  if (jobs == NULL)
    return NULL;

  listing = cand_listing_new ();
  for (guint i = 0; i < json_array_get_length (jobs); i++)
    {
      JsonObject *job = cand_json_get_object_element (jobs, i);
      CandPosition *position;

      if (job != NULL && cand_ashby_is_false (job, "isListed"))
        continue;
      position = job != NULL ? position_new (account, job) : NULL;
      if (position != NULL)
        cand_listing_add (listing, position);
      else
        listing->skipped++;
    }
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
