/* cand-teamtailor.c: Teamtailor: the feed of a career site
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-teamtailor-private.h"

#include <string.h>

#include "cand-own-host.h"
#include "core/boards/cand-board-request.h"
#include "core/boards/cand-board-values.h"
#include "core/boards/cand-json.h"
#include "core/model/cand-model-text.h"

#define DOMAIN_SUFFIX ".teamtailor.com"
#define FEED_PATH "/jobs.json"
#define HTTPS_PORT 443
#define MAX_ACCOUNT 130

/* --- addresses --- */

/* The number of "jobs/7700798-data-engineer-intern", which may come after a language; NULL for any
 * other path. */
static char *
find_code (GStrv parts)
{
  guint n_parts = g_strv_length (parts);

  for (guint i = 0; i < 2 && i + 1 < n_parts; i++)
    if (g_str_equal (parts[i], "jobs"))
      {
        g_autofree char *code = g_strndup (parts[i + 1], strcspn (parts[i + 1], "-"));

        return cand_address_is_number (code) ? g_steal_pointer (&code) : NULL;
      }
  return NULL;
}

/* "acme" for acme.teamtailor.com; the whole host for acme.na.teamtailor.com, which is another
 * region. NULL for Teamtailor's own hosts. */
static char *
dup_account (const char *host)
{
  static const char *const not_accounts[] = { "www",  "api",     "app", "assets", "blog",   "docs",
                                              "help", "support", "tt",  "status", "images", NULL };
  g_autofree char *label = cand_address_dup_label (host, DOMAIN_SUFFIX);
  g_autofree char *first = g_strndup (host, strcspn (host, "."));

  if (!g_str_has_suffix (host, DOMAIN_SUFFIX) || g_strv_contains (not_accounts, first))
    return NULL;
  if (label == NULL)
    {
      const char *rest = strchr (host, '.') + 1;
      g_autofree char *region = cand_address_dup_label (rest, DOMAIN_SUFFIX);

      if (region != NULL && cand_address_is_word (host, ".", MAX_ACCOUNT))
        return g_strdup (host);
      return NULL;
    }
  return cand_address_is_word (label, NULL, MAX_ACCOUNT) ? g_steal_pointer (&label) : NULL;
}

static CandAddress *
teamtailor_recognise (GUri *uri)
{
  g_autofree char *host = cand_address_dup_host (uri);
  g_autofree char *account = dup_account (host);
  g_auto (GStrv) parts = cand_address_split_path (uri);
  CandAddress *address;

  if (account == NULL)
    return NULL;
  address = g_new0 (CandAddress, 1);
  address->system = cand_teamtailor.id;
  address->account = g_steal_pointer (&account);
  address->code = find_code (parts);
  return address;
}

/* A career site loads its parts from teamtailor-cdn.com; scripts. there is the list of jobs that a
 * company may put on a page of its own, which is not a board. */
static char *
teamtailor_claim_page (GUri *uri, const char *html)
{
  return cand_own_host_claim (uri, html, "teamtailor-cdn.com", "scripts.teamtailor-cdn.com");
}

static char *
dup_host (const char *account)
{
  return cand_own_host_of_account (account, DOMAIN_SUFFIX);
}

static char *
teamtailor_board_url (const char *account)
{
  g_autofree char *host = dup_host (account);

  return g_strconcat ("https://", host, "/jobs", NULL);
}

static char *
teamtailor_position_url (const char *account, const char *code)
{
  g_autofree char *board = teamtailor_board_url (account);
  g_autofree char *escaped = g_uri_escape_string (code, NULL, FALSE);

  return g_strconcat (board, "/", escaped, NULL);
}

static char *
teamtailor_application_url (const char *account, const char *code)
{
  g_autofree char *position = teamtailor_position_url (account, code);

  return g_strconcat (position, "/applications/new", NULL);
}

/* --- the feed --- */

/* A page is named by its address. */
static CandRequest *
teamtailor_list_request (const char *account, const char *page)
{
  g_autofree char *host = dup_host (account);
  g_autofree char *first = g_strconcat ("https://", host, FEED_PATH, NULL);

  return cand_board_request_new_json (page != NULL ? page : first);
}

/* "page" of an address; 1 where it has none. */
static gint64
read_page_number (const char *address)
{
  g_autoptr (GUri) uri = address != NULL ? cand_address_to_uri (address) : NULL;
  g_autofree char *number = uri != NULL ? cand_address_dup_parameter (uri, "page") : NULL;

  return cand_address_is_number (number) ? g_ascii_strtoll (number, NULL, 10) : 1;
}

/* The feed's next_url, where it leads back into the same feed and further on in it: another host is
 * never asked, and no circle is walked. */
static char *
dup_next (const char *account, const char *page, JsonObject *feed)
{
  g_autofree char *host = dup_host (account);
  g_autofree char *next = cand_url_dup_checked (cand_json_get_string (feed, "next_url"));
  g_autoptr (GUri) uri = next != NULL ? cand_address_to_uri (next) : NULL;
  g_autofree char *next_host = uri != NULL ? cand_address_dup_host (uri) : NULL;

  if (next_host == NULL || !g_str_equal (next_host, host) || g_uri_get_port (uri) != HTTPS_PORT ||
      !g_str_equal (g_uri_get_path (uri), FEED_PATH) ||
      read_page_number (next) <= read_page_number (page))
    return NULL;
  return g_steal_pointer (&next);
}

/* The number that addresses carry; the item's own id where its address has none. */
static char *
dup_code (JsonObject *item, const char *url)
{
  g_autoptr (GUri) uri = url != NULL ? cand_address_to_uri (url) : NULL;
  g_auto (GStrv) parts = uri != NULL ? cand_address_split_path (uri) : NULL;
  g_autofree char *number = parts != NULL ? find_code (parts) : NULL;
  g_autofree char *id = NULL;

  if (number != NULL)
    return g_steal_pointer (&number);
  id = cand_text_dup_trimmed (cand_json_get_string (item, "id"));
  return cand_address_is_word (id, NULL, 64) ? g_steal_pointer (&id) : NULL;
}

/* NULL when the item has no id or no title. */
static CandPosition *
read_item (const char *account, JsonObject *item)
{
  g_autofree char *title = cand_json_dup_line (item, "title");
  g_autofree char *url = cand_url_dup_checked (cand_json_get_string (item, "url"));
  g_autofree char *code = dup_code (item, url);
  g_autofree char *published = cand_date_from_text (cand_json_get_string (item, "date_published"));
  g_autofree char *updated = cand_date_from_text (cand_json_get_string (item, "date_modified"));
  const char *html = cand_json_get_string (item, "content_html");
  JsonObject *posting = cand_json_get_object (item, "_jobposting");
  g_autofree char *form = NULL;
  CandPosition *position;

  if (code == NULL || title == NULL)
    return NULL;
  if (url == NULL)
    url = teamtailor_position_url (account, code);
  form = g_strconcat (url, "/applications/new", NULL);

  position = cand_board_system_new_position (&cand_teamtailor, account, code, title);
  cand_position_set_url (position, url);
  cand_position_set_application_url (position, form);
  cand_position_set_published (position, published);
  cand_position_set_updated (position, updated);
  if (html != NULL && *html != '\0')
    cand_position_set_description (position, html);
  if (posting != NULL)
    cand_teamtailor_read_posting (position, posting);
  return position;
}

static gboolean
take_item (CandListing *listing, const char *account, JsonObject *item)
{
  CandPosition *position = read_item (account, item);
  JsonObject *posting = cand_json_get_object (item, "_jobposting");
  g_autofree char *organisation =
      posting != NULL ? cand_teamtailor_dup_organisation (posting) : NULL;

  if (position == NULL)
    return FALSE;
  if (listing->name == NULL)
    listing->name = g_strdup (organisation);
  if (organisation == NULL)
    organisation = g_strdup (listing->name != NULL ? listing->name : account);
  cand_position_set_organisation (position, organisation);
  cand_listing_add (listing, position);
  return TRUE;
}

/**
 * teamtailor_parse_list:
 * @account: the company, or the host of its career site
 * @page: (nullable): the address of the page
 * @body: a JSON Feed, https://www.jsonfeed.org/version/1.1/, whose items have "_jobposting"
 * @error: CAND_BOARD_ERROR_MALFORMED
 *
 * Returns: (transfer full) (nullable): the page
 */
static CandListing *
teamtailor_parse_list (const char *account, const char *page, GBytes *body, GError **error)
{
  g_autoptr (JsonObject) feed = cand_json_parse_object (body, "Teamtailor’s feed", error);
  g_autoptr (CandListing) listing = NULL;
  JsonArray *items = NULL;

  if (feed != NULL)
    items = cand_json_expect_array_member (feed, "items", "Teamtailor’s feed", error);
  if (items == NULL)
    return NULL;

  listing = cand_listing_new ();
  listing->name = cand_json_dup_line (feed, "title");
  cand_listing_take_entries (listing, account, items, take_item);
  if (json_array_get_length (items) > 0)
    listing->next = dup_next (account, page, feed);
  if (!cand_listing_check (listing, cand_teamtailor.name, error))
    return NULL;
  return g_steal_pointer (&listing);
}

const CandBoardSystem cand_teamtailor = {
  .id = "teamtailor",
  .name = "Teamtailor",
  .recognise = teamtailor_recognise,
  .claim_page = teamtailor_claim_page,
  .board_url = teamtailor_board_url,
  .position_url = teamtailor_position_url,
  .application_url = teamtailor_application_url,
  .list_request = teamtailor_list_request,
  .parse_list = teamtailor_parse_list,
};
