/* cand-lever.c: Lever's addresses and positions
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/boards/cand-board-request.h"
#include "core/boards/cand-board-system.h"
#include "core/boards/cand-board-values.h"
#include "core/boards/cand-json.h"
#include "core/model/cand-model-text.h"

#include <math.h>
#include <string.h>

extern const CandBoardSystem cand_lever;

#define MAX_SITE 100
/* Postings of one page, as many as are asked for; and more than any board has. */
#define PAGE_LENGTH 100
#define MAX_POSTINGS 20000

/* An account is the site's name in its own case, which Lever tells apart: "acme". One that Lever
 * keeps in Europe, under other hosts, is "eu.acme". */
#define EU_PREFIX "eu."

static gboolean
is_european (const char *account)
{
  return g_str_has_prefix (account, EU_PREFIX);
}

static const char *
get_site (const char *account)
{
  return is_european (account) ? account + strlen (EU_PREFIX) : account;
}

/* --- addresses --- */

static CandAddress *
address_new (const char *site, const char *code, gboolean european)
{
  CandAddress *address;

  if (!cand_address_is_word (site, ".", MAX_SITE) || is_european (site))
    return NULL;

  address = g_new0 (CandAddress, 1);
  address->system = cand_lever.id;
  address->account = g_strconcat (european ? EU_PREFIX : "", site, NULL);
  if (cand_address_is_uuid (code))
    address->code = g_ascii_strdown (code, -1);
  return address;
}

/* "SITE/CODE/apply" for people, "v0/postings/SITE/CODE" for programs. */
static CandAddress *
lever_recognise (GUri *uri)
{
  g_autofree char *host = cand_address_dup_host (uri);
  g_auto (GStrv) parts = cand_address_split_path (uri);
  gboolean european = g_str_has_suffix (host, ".eu.lever.co");

  if (parts[0] == NULL)
    return NULL;
  if (g_str_equal (host, "jobs.lever.co") || g_str_equal (host, "jobs.eu.lever.co"))
    return address_new (parts[0], parts[1], european);
  if (!g_str_equal (host, "api.lever.co") && !g_str_equal (host, "api.eu.lever.co"))
    return NULL;
  if (!g_str_equal (parts[0], "v0") || g_strcmp0 (parts[1], "postings") != 0 || parts[2] == NULL)
    return NULL;
  return address_new (parts[2], parts[3], european);
}

static char *
lever_board_url (const char *account)
{
  g_autofree char *site = g_uri_escape_string (get_site (account), NULL, FALSE);

  return g_strconcat ("https://jobs.", is_european (account) ? "eu." : "", "lever.co/", site, NULL);
}

static char *
lever_position_url (const char *account, const char *code)
{
  g_autofree char *board = lever_board_url (account);
  g_autofree char *escaped = g_uri_escape_string (code, NULL, FALSE);

  return g_strconcat (board, "/", escaped, NULL);
}

static char *
lever_application_url (const char *account, const char *code)
{
  g_autofree char *position = lever_position_url (account, code);

  return g_strconcat (position, "/apply", NULL);
}

/* --- requests --- */

/* Lever documents no limit for reading; it asks for two requests a second at most elsewhere. */
static CandRequest *
request_new (const char *account, const char *rest)
{
  g_autofree char *site = g_uri_escape_string (get_site (account), NULL, FALSE);
  g_autofree char *url = g_strconcat ("https://api.", is_european (account) ? "eu." : "",
                                      "lever.co/v0/postings/", site, rest, NULL);

  return cand_board_request_new_json (url);
}

/* Where a page begins, as CandListing.next says it. */
static guint
get_offset (const char *page)
{
  guint64 offset;

  if (page == NULL || !g_ascii_string_to_unsigned (page, 10, 0, MAX_POSTINGS, &offset, NULL))
    return 0;
  return (guint) offset;
}

/* Without "mode" the answer is a page for people where the request looks like a browser's.
 * https://github.com/lever/postings-api */
static CandRequest *
lever_list_request (const char *account, const char *page)
{
  g_autofree char *rest =
      g_strdup_printf ("?mode=json&skip=%u&limit=%u", get_offset (page), PAGE_LENGTH);

  return request_new (account, rest);
}

static CandRequest *
lever_position_request (const char *account, const char *code)
{
  g_autofree char *escaped = g_uri_escape_string (code, NULL, FALSE);
  g_autofree char *rest = g_strconcat ("/", escaped, "?mode=json", NULL);

  return request_new (account, rest);
}

/* --- positions --- */

/* All of them, the first one first; the country's code where there are none. */
static void
set_places (CandPosition *position, JsonObject *posting, JsonObject *categories)
{
  JsonArray *all = categories != NULL ? cand_json_get_array (categories, "allLocations") : NULL;
  char *first = cand_json_dup_line (categories, "location");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) places = NULL;

  if (first != NULL)
    g_strv_builder_take (builder, first);
  cand_json_add_lines (builder, all);
  places = g_strv_builder_end (builder);
  cand_position_set_locations (position, (const char *const *) places);

  if (*places == NULL)
    {
      g_autofree char *country = cand_json_dup_line (posting, "country");

      if (country != NULL)
        cand_position_add_location (position, country);
    }
}

static void
set_employment (CandPosition *position, JsonObject *categories)
{
  g_autofree char *commitment = cand_json_dup_line (categories, "commitment");

  if (commitment != NULL)
    cand_position_set_employment (position, cand_employment_from_text (commitment), commitment);
}

/* One of Lever's codes, not of the employer's words. "unspecified" is the one for nothing said. */
static void
set_workplace (CandPosition *position, JsonObject *posting)
{
  static const struct
  {
    const char *code;
    const char *words;
  } known[] = {
    { "onsite", "On-site" },
    { "hybrid", "Hybrid" },
    { "remote", "Remote" },
  };
  g_autofree char *workplace = cand_json_dup_line (posting, "workplaceType");
  const char *words = workplace;

  if (workplace == NULL || g_ascii_strcasecmp (workplace, "unspecified") == 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (cand_text_is_spelling_of (workplace, known[i].code))
      words = known[i].words;
  cand_position_set_workplace (position, cand_workplace_from_text (workplace), words);
}

/* Lever's words for it, where there are any, are part of the text. */
static void
set_pay (CandPosition *position, JsonObject *posting)
{
  JsonObject *range = cand_json_get_object (posting, "salaryRange");
  double minimum = NAN;
  double maximum = NAN;
  CandPay pay;

  if (range == NULL)
    return;
  cand_json_get_number (range, "min", &minimum);
  cand_json_get_number (range, "max", &maximum);
  if (cand_pay_set (&pay, minimum, maximum, cand_json_get_string (range, "currency"),
                    cand_pay_period_from_text (cand_json_get_string (range, "interval"))))
    cand_position_set_pay (position, &pay, "");
}

/* Every part comes as HTML and, with "Plain" after its name, as text. NULL for neither. */
static char *
dup_part (JsonObject *posting, const char *name)
{
  g_autofree char *plain_name = g_strconcat (name, "Plain", NULL);
  const char *html = cand_json_get_string (posting, name);

  if (html != NULL && *html != '\0')
    return g_strdup (html);
  return cand_html_dup_from_plain (cand_json_get_string (posting, plain_name));
}

/* TRUE when there was such a part. */
static gboolean
append_part (GString *html, JsonObject *posting, const char *name)
{
  g_autofree char *part = dup_part (posting, name);

  cand_html_append_part (html, NULL, part);
  return part != NULL;
}

/* The items of a list come without the list around them. */
static void
append_lists (GString *html, JsonObject *posting)
{
  JsonArray *lists = cand_json_get_array (posting, "lists");
  guint n_lists = lists != NULL ? json_array_get_length (lists) : 0;

  for (guint i = 0; i < n_lists; i++)
    {
      JsonObject *list = cand_json_get_object_element (lists, i);
      g_autofree char *heading = cand_json_dup_line (list, "text");
      const char *content = list != NULL ? cand_json_get_string (list, "content") : NULL;
      g_autofree char *wrapped = NULL;

      if (content == NULL || *content == '\0')
        continue;
      wrapped = g_strconcat ("<ul>", content, "</ul>", NULL);
      cand_html_append_part (html, heading, wrapped);
    }
}

/* In the order of Lever's own page. "description" is "opening" and "descriptionBody" in one. */
static void
set_description (CandPosition *position, JsonObject *posting)
{
  g_autoptr (GString) html = g_string_new (NULL);

  if (!append_part (html, posting, "description"))
    {
      append_part (html, posting, "opening");
      append_part (html, posting, "descriptionBody");
    }
  append_lists (html, posting);
  append_part (html, posting, "salaryDescription");
  append_part (html, posting, "additional");
  if (html->len > 0)
    cand_position_set_description (position, html->str);
}

/* NULL when the entry has no id or no title. */
static CandPosition *
position_new (const char *account, JsonObject *posting)
{
  JsonObject *categories = cand_json_get_object (posting, "categories");
  const char *id = cand_json_get_string (posting, "id");
  g_autofree char *title = cand_json_dup_line (posting, "text");
  g_autofree char *department = cand_json_dup_line (categories, "department");
  g_autofree char *team = cand_json_dup_line (categories, "team");
  g_autofree char *code = NULL;
  CandPosition *position;
  gint64 created;

  if (title == NULL || !cand_address_is_uuid (id))
    return NULL;
  code = g_ascii_strdown (id, -1);
  position = cand_board_system_new_position (&cand_lever, account, code, title);
  cand_position_set_organisation (position, get_site (account));
  if (cand_json_get_int (posting, "createdAt", &created))
    {
      g_autofree char *published = cand_date_from_milliseconds (created);

      cand_position_set_published (position, published);
    }
  cand_position_set_team_in_house (position, department, team);
  set_places (position, posting, categories);
  set_employment (position, categories);
  set_workplace (position, posting);
  set_pay (position, posting);
  set_description (position, posting);
  cand_board_system_set_urls (&cand_lever, position, account,
                              cand_json_get_string (posting, "hostedUrl"),
                              cand_json_get_string (posting, "applyUrl"));
  return position;
}

static gboolean
take_posting (CandListing *listing, const char *account, JsonObject *posting)
{
  CandPosition *position = position_new (account, posting);

  if (position == NULL)
    return FALSE;
  cand_listing_add (listing, position);
  return TRUE;
}

/* The answer says no total: a page that is not full is the last. One that is more than full comes
 * from a server that does not page. */
static CandListing *
lever_parse_list (const char *account, const char *page, GBytes *body, GError **error)
{
  g_autoptr (JsonNode) root = cand_json_parse (body, error);
  g_autoptr (CandListing) listing = NULL;
  guint next = get_offset (page) + PAGE_LENGTH;
  JsonArray *postings = NULL;

  if (root != NULL)
    postings = cand_json_expect_array (root, "Lever's list", error);
  if (postings == NULL)
    return NULL;

  if (json_array_get_length (postings) == PAGE_LENGTH && next >= MAX_POSTINGS)
    {
      g_set_error_literal (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED,
                           "Lever: the list has more positions than any board");
      return NULL;
    }
  listing = cand_listing_new ();
  cand_listing_take_entries (listing, account, postings, take_posting);
  if (json_array_get_length (postings) == PAGE_LENGTH)
    listing->next = g_strdup_printf ("%u", next);
  if (!cand_listing_check (listing, cand_lever.name, error))
    return NULL;
  return g_steal_pointer (&listing);
}

static CandPosition *
lever_parse_position (const char *account, const char *code, GBytes *body, GError **error)
{
  g_autoptr (JsonObject) top = cand_json_parse_object (body, "Lever's position", error);
  g_autoptr (CandPosition) position = NULL;

  if (top == NULL)
    return NULL;
  position = position_new (account, top);
  if (position == NULL || g_ascii_strcasecmp (cand_position_get_code (position), code) != 0)
    {
      g_set_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED,
                   "Lever's answer is not the position %s", code);
      return NULL;
    }
  return g_steal_pointer (&position);
}

/* What an employer asks is not given to anybody without a key: the form is the usual one. The host
 * of the other region answers for a site that it does not have with nothing open. */
const CandBoardSystem cand_lever = {
  .id = "lever",
  .name = "Lever",
  .traits = CAND_BOARD_EMPTY_IS_VAGUE,
  .recognise = lever_recognise,
  .account_name = get_site,
  .board_url = lever_board_url,
  .position_url = lever_position_url,
  .application_url = lever_application_url,
  .list_request = lever_list_request,
  .parse_list = lever_parse_list,
  .position_request = lever_position_request,
  .parse_position = lever_parse_position,
};
