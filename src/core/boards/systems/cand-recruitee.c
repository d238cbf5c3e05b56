/* cand-recruitee.c: Recruitee: the offers of a company, and one of them
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-recruitee-private.h"

#include "cand-own-host.h"
#include "core/boards/cand-board-request.h"
#include "core/boards/cand-json.h"

#include <string.h>

#define DOMAIN_SUFFIX ".recruitee.com"
#define MAX_ACCOUNT 63

/* --- addresses --- */

static gboolean
is_part (const char *part, const char *name)
{
  return part != NULL && g_ascii_strcasecmp (part, name) == 0;
}

/* "o/SLUG", "o/SLUG/c/new", "l/LANGUAGE/o/SLUG", "api/offers/SLUG" or its number there. */
static char *
find_code (GStrv parts)
{
  guint start = 0;
  const char *code;

  if (is_part (parts[0], "l") && parts[1] != NULL)
    start = 2;
  if (is_part (parts[start], "o"))
    code = parts[start + 1];
  else if (is_part (parts[start], "api") && is_part (parts[start + 1], "offers"))
    code = parts[start + 2];
  else
    return NULL;
  return cand_address_is_word (code, NULL, CAND_RECRUITEE_MAX_SLUG) ? g_ascii_strdown (code, -1)
                                                                    : NULL;
}

/* An offer goes by its slug, which its addresses carry; only the offer itself says its number. */
static CandAddress *
recruitee_recognise (GUri *uri)
{
  static const char *const not_accounts[] = { "www",    "app",        "api",  "auth",
                                              "blog",   "developers", "docs", "help",
                                              "status", "support",    NULL };
  g_autofree char *host = cand_address_dup_host (uri);
  g_autofree char *account = cand_address_dup_label (host, DOMAIN_SUFFIX);
  g_auto (GStrv) parts = cand_address_split_path (uri);
  CandAddress *address;

  if (!cand_address_is_word (account, NULL, MAX_ACCOUNT) || g_strv_contains (not_accounts, account))
    return NULL;

  address = g_new0 (CandAddress, 1);
  address->system = cand_recruitee.id;
  address->account = g_steal_pointer (&account);
  address->code = find_code (parts);
  return address;
}

/* What "api/offers" and "api/offers/NUMBER" answer, told by the address of a page that it gives. */
static gboolean
is_offers (const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (JsonObject) top = cand_json_parse_object (bytes, "Recruitee’s answer", NULL);
  JsonArray *offers = top != NULL ? cand_json_get_array (top, "offers") : NULL;
  JsonObject *offer = top != NULL ? cand_json_get_object (top, "offer") : NULL;

  if (offers != NULL && json_array_get_length (offers) > 0)
    offer = cand_json_get_object_element (offers, 0);
  return offer != NULL && cand_json_get_string (offer, "careers_url") != NULL;
}

/* Recruitee's own pages load their parts from recruiteecdn.com; so does the list of offers that a
 * company may put on a page of its own, which is not a board. */
static char *
recruitee_claim_page (GUri *uri, const char *html)
{
  g_auto (GStrv) parts = cand_address_split_path (uri);

  if (is_part (parts[0], "api") && is_part (parts[1], "offers"))
    return is_offers (html) ? cand_own_host_dup_account (uri) : NULL;
  return cand_own_host_claim (uri, html, "recruiteecdn.com", "jobs-widget.recruiteecdn.com");
}

static char *
recruitee_claim_code (GUri *uri)
{
  g_auto (GStrv) parts = cand_address_split_path (uri);

  return find_code (parts);
}

static char *
recruitee_board_url (const char *account)
{
  g_autofree char *host = cand_own_host_of_account (account, DOMAIN_SUFFIX);

  return g_strconcat ("https://", host, "/", NULL);
}

/* @code is a slug or a number. */
static char *
recruitee_position_url (const char *account, const char *code)
{
  g_autofree char *board = recruitee_board_url (account);
  g_autofree char *escaped = g_uri_escape_string (code, NULL, FALSE);

  return g_strconcat (board, "o/", escaped, NULL);
}

static char *
recruitee_application_url (const char *account, const char *code)
{
  g_autofree char *position = recruitee_position_url (account, code);

  return g_strconcat (position, "/c/new", NULL);
}

/* --- requests --- */

/* Documented at https://docs.recruitee.com/reference/intro-to-careers-site-api */
static CandRequest *
request_new (const char *account, const char *code)
{
  g_autofree char *board = recruitee_board_url (account);
  g_autofree char *escaped = g_uri_escape_string (code, NULL, FALSE);
  g_autofree char *url = g_strconcat (board, "api/offers/", escaped, NULL);

  return cand_board_request_new_json (url);
}

/* All offers in one answer. */
static CandRequest *
recruitee_list_request (const char *account, const char *page)
{
  return request_new (account, "");
}

/* --- answers --- */

static gboolean
take_offer (CandListing *listing, const char *account, JsonObject *offer)
{
  g_autofree char *number = cand_recruitee_dup_id (offer);
  CandPosition *position;

  if (!cand_recruitee_is_published (offer))
    return TRUE;
  position = cand_recruitee_read_offer (account, offer);
  if (position == NULL)
    return FALSE;
  if (number != NULL)
    cand_listing_add_alias (listing, number, cand_position_get_code (position));
  if (listing->name == NULL)
    listing->name = cand_recruitee_dup_company (offer);
  cand_listing_add (listing, position);
  return TRUE;
}

static CandListing *
recruitee_parse_list (const char *account, const char *page, GBytes *body, GError **error)
{
  g_autoptr (JsonObject) top = cand_json_parse_object (body, "Recruitee’s list", error);
  g_autoptr (CandListing) listing = NULL;
  JsonArray *offers = NULL;

  if (top != NULL)
    offers = cand_json_expect_array_member (top, "offers", "Recruitee’s list", error);
  if (offers == NULL)
    return NULL;

  listing = cand_listing_new ();
  cand_listing_take_entries (listing, account, offers, take_offer);
  if (!cand_listing_check (listing, cand_recruitee.name, error))
    return NULL;
  return g_steal_pointer (&listing);
}

/**
 * recruitee_parse_position:
 * @account: the company, or the host of its board
 * @code: the offer's slug, as addresses carry it, or its number
 * @body: {"offer": {…}}
 * @error: CAND_BOARD_ERROR_MALFORMED, CAND_BOARD_ERROR_NO_POSITION
 *
 * Returns: (transfer full) (nullable): the position, whose code is the slug whatever was asked
 */
static CandPosition *
recruitee_parse_position (const char *account, const char *code, GBytes *body, GError **error)
{
  g_autoptr (JsonObject) offer = cand_recruitee_parse_offer (body, error);
  g_autofree char *number = NULL;
  g_autoptr (CandPosition) position = NULL;

  if (offer == NULL)
    return NULL;
  number = cand_recruitee_dup_id (offer);
  position = cand_recruitee_read_offer (account, offer);
  if (position == NULL || (g_strcmp0 (number, code) != 0 &&
                           g_ascii_strcasecmp (cand_position_get_code (position), code) != 0))
    {
      g_set_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED,
                   "Recruitee’s answer is not the offer %s", code);
      return NULL;
    }
  return g_steal_pointer (&position);
}

const CandBoardSystem cand_recruitee = {
  .id = "recruitee",
  .name = "Recruitee",
  .recognise = recruitee_recognise,
  .claim_page = recruitee_claim_page,
  .claim_code = recruitee_claim_code,
  .board_url = recruitee_board_url,
  .position_url = recruitee_position_url,
  .application_url = recruitee_application_url,
  .list_request = recruitee_list_request,
  .parse_list = recruitee_parse_list,
  .position_request = request_new,
  .parse_position = recruitee_parse_position,
  .form_request = request_new,
  .parse_form = cand_recruitee_parse_form,
};
