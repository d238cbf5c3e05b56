/* cand-workable-pages.c: what Workable's own page reads: its list in pages, one position, the
 * account
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-workable-private.h"

#include <string.h>

#include "core/boards/cand-board-values.h"
#include "core/boards/cand-json.h"
#include "core/model/cand-model-text.h"

/* A token is a place in the list, in some thirty letters. */
#define MAX_TOKEN 1024

#define MIDNIGHT "T00:00:00.000Z"

/* The token of "v3 TOKEN"; NULL for the first page. */
static const char *
get_token (const char *page)
{
  const char *blank = strchr (page, ' ');

  return blank != NULL ? blank + 1 : NULL;
}

/* What Workable's page sends while nothing is filtered; an empty object is enough to begin with. */
static GBytes *
make_body (const char *token)
{
  static const char *const filters[] = { "location", "department", "worktype", "remote" };
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  char *text;

  if (token != NULL)
    {
      json_object_set_string_member (object, "query", "");
      for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
        json_object_set_array_member (object, filters[i], json_array_new ());
      json_object_set_string_member (object, "token", token);
    }
  json_node_take_object (root, object);
  text = json_to_string (root, FALSE);
  return g_bytes_new_take (text, strlen (text));
}

/* What the two lists say in other words is said in those of the other one, so that a position reads
 * the same from either. */
static const char *
employment_text (const char *code)
{
  static const struct
  {
    const char *code;
    const char *text;
  } texts[] = {
    { "full", "Full-time" },      { "part", "Part-time" },        { "contract", "Contract" },
    { "temporary", "Temporary" }, { "internship", "Internship" }, { "volunteer", "Volunteer" },
    { "other", "Other" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (code, texts[i].code))
      return texts[i].text;
  return code;
}

/* A day is written as its midnight. */
static char *
dup_day (JsonObject *job)
{
  g_autofree char *day = cand_date_from_text (cand_json_get_string (job, "published"));

  if (day != NULL && g_str_has_suffix (day, MIDNIGHT))
    day[strlen (day) - strlen (MIDNIGHT)] = '\0';
  return g_steal_pointer (&day);
}

/* Says "archived", "draft" or the like; what says nothing is taken for published. */
static gboolean
is_published (JsonObject *job)
{
  const char *state = cand_json_get_string (job, "state");

  return state == NULL || g_str_equal (state, "published");
}

/* NULL when it cannot be read. */
static CandPosition *
read_job (const char *account, JsonObject *job)
{
  CandPosition *position = cand_workable_read_job (account, NULL, job);
  g_autofree char *type = cand_json_dup_line (job, "type");
  g_autofree char *workplace = cand_json_dup_line (job, "workplace");
  g_autofree char *published = dup_day (job);

  if (position == NULL)
    return NULL;
  if (type != NULL)
    cand_position_set_employment (position, cand_employment_from_text (employment_text (type)),
                                  employment_text (type));
  cand_position_set_published (position, published);
  if (workplace != NULL)
    cand_position_set_workplace (position, cand_workplace_from_text (workplace), workplace);
  /* It is false for a hybrid one, too. */
  else if (cand_json_get_boolean (job, "remote"))
    cand_position_set_workplace (position, CAND_WORKPLACE_REMOTE, "");
  return position;
}

/* One that is not published is no failure, when it can be read. */
static gboolean
take_job (CandListing *listing, const char *account, JsonObject *job)
{
  g_autoptr (CandPosition) position = read_job (account, job);

  if (position == NULL)
    return FALSE;
  if (is_published (job))
    cand_listing_add (listing, g_steal_pointer (&position));
  return TRUE;
}

/* "v3 TOKEN" of the page that follows. A list that leads back to the page it came from would never
 * be whole. */
static gboolean
read_next (JsonObject *top, const char *page, char **next, GError **error)
{
  const char *token = cand_json_get_string (top, "nextPage");

  *next = NULL;
  if (token == NULL || *token == '\0')
    return TRUE;
  if (strlen (token) > MAX_TOKEN || g_strcmp0 (token, get_token (page)) == 0)
    {
      g_set_error_literal (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED,
                           "A page of Workable's list leads to itself, or nowhere");
      return FALSE;
    }
  *next = g_strconcat (CAND_WORKABLE_OTHER_LIST, " ", token, NULL);
  return TRUE;
}

/**
 * cand_workable_page_request:
 * @account: whose list
 * @page: "v3", or "v3 TOKEN" as the page before said
 *
 * Returns: (transfer full): what to ask for that page. Its host counts these by the day.
 */
CandRequest *
cand_workable_page_request (const char *account, const char *page)
{
  g_autofree char *escaped = g_uri_escape_string (account, NULL, FALSE);
  g_autofree char *url =
      g_strdup_printf ("https://apply.workable.com/api/v3/accounts/%s/jobs", escaped);
  g_autoptr (GBytes) body = make_body (get_token (page));
  CandRequest *request = cand_workable_request ("POST", url);

  cand_request_set_body (request, "application/json", body);
  return request;
}

/**
 * cand_workable_parse_page:
 * @account: whose list it is
 * @page: the page that was asked for
 * @body: the answer: an object with "results", and "nextPage" except on the last page
 * @error: CAND_BOARD_ERROR_MALFORMED
 *
 * Returns: (transfer full) (nullable): the positions of that page, without their texts
 */
CandListing *
cand_workable_parse_page (const char *account, const char *page, GBytes *body, GError **error)
{
  g_autoptr (JsonObject) top = cand_json_parse_object (body, "Workable's list", error);
  g_autoptr (CandListing) listing = NULL;
  JsonArray *jobs = NULL;

  if (top != NULL)
    jobs = cand_json_expect_array_member (top, "results", "Workable's list", error);
  if (jobs == NULL)
    return NULL;

  listing = cand_listing_new ();
  if (!read_next (top, page, &listing->next, error))
    return NULL;
  listing->n_entries = json_array_get_length (jobs);
  cand_json_get_int (top, "total", &listing->total);
  cand_listing_take_entries (listing, account, jobs, take_job);
  if (!cand_listing_check (listing, cand_workable.name, error))
    return NULL;
  return g_steal_pointer (&listing);
}

/**
 * cand_workable_position_request:
 * @account: whose position
 * @code: its shortcode
 *
 * Returns: (transfer full): what to ask for one position with its text
 */
CandRequest *
cand_workable_position_request (const char *account, const char *code)
{
  g_autofree char *escaped_account = g_uri_escape_string (account, NULL, FALSE);
  g_autofree char *escaped_code = g_uri_escape_string (code, NULL, FALSE);
  g_autofree char *url = g_strdup_printf ("https://apply.workable.com/api/v2/accounts/%s/jobs/%s",
                                          escaped_account, escaped_code);

  return cand_workable_request ("GET", url);
}

/**
 * cand_workable_parse_position:
 * @account: whose position
 * @code: its shortcode
 * @body: the answer: an object like one of a page's results, with texts
 * @error: CAND_BOARD_ERROR_MALFORMED, also for the answer about another position;
 *   CAND_BOARD_ERROR_NO_POSITION for one that is no longer published
 *
 * Returns: (transfer full) (nullable): the position
 */
CandPosition *
cand_workable_parse_position (const char *account, const char *code, GBytes *body, GError **error)
{
  g_autoptr (JsonObject) job = cand_json_parse_object (body, "Workable's position", error);
  g_autoptr (CandPosition) position = NULL;

  if (job == NULL)
    return NULL;
  position = read_job (account, job);
  if (position == NULL || !g_str_equal (cand_position_get_code (position), code))
    {
      g_set_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED,
                   "Workable's answer is not about the position %s", code);
      return NULL;
    }
  if (!is_published (job))
    {
      g_set_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_NO_POSITION,
                   "Workable's position %s is no longer published", code);
      return NULL;
    }
  return g_steal_pointer (&position);
}

/**
 * cand_workable_name_request:
 * @account: an account
 *
 * Returns: (transfer full): what to ask for the account itself
 */
CandRequest *
cand_workable_name_request (const char *account)
{
  g_autofree char *escaped = g_uri_escape_string (account, NULL, FALSE);
  g_autofree char *url = g_strdup_printf ("https://apply.workable.com/api/v1/accounts/%s", escaped);

  return cand_workable_request ("GET", url);
}

/**
 * cand_workable_parse_name:
 * @body: the answer: an object with "name"
 * @error: CAND_BOARD_ERROR_MALFORMED
 *
 * Returns: (transfer full) (nullable): the organisation's name
 */
char *
cand_workable_parse_name (GBytes *body, GError **error)
{
  g_autoptr (JsonObject) account = cand_json_parse_object (body, "Workable's account", error);
  char *name;

  if (account == NULL)
    return NULL;
  name = cand_text_dup_fact (cand_json_get_string (account, "name"));
  if (name == NULL)
    g_set_error_literal (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED,
                         "Workable's account has no name");
  return name;
}
