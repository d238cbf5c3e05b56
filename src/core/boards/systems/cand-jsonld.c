/* cand-jsonld.c: any page that describes its positions as schema.org's JobPosting
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-jsonld-private.h"

#include "core/boards/cand-board-request.h"

#include <string.h>

/* What an account keeps of an address as it is. */
#define KEPT "%/?&=+,;@!$'()*"
#define COLON "%3A"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* The page's address without "https://", what leads into it and what tells who sent the visitor. It
 * holds no ":", as no account does. */
static char *
dup_account (GUri *uri)
{
  g_autofree char *given = g_uri_to_string_partial (uri, G_URI_HIDE_USERINFO | G_URI_HIDE_FRAGMENT);
  g_autofree char *stripped = cand_address_strip_tracking (given);
  g_autoptr (GUri) page = stripped != NULL ? cand_address_to_uri (stripped) : NULL;
  g_autofree char *lower = page != NULL ? cand_address_dup_host (page) : NULL;
  g_autofree char *host = lower != NULL ? g_hostname_to_ascii (lower) : NULL;
  g_autoptr (GString) account = NULL;
  int port;

  if (host == NULL || *host == '\0' || strchr (host, ':') != NULL)
    return NULL;
  port = g_uri_get_port (page);
  account = g_string_new (host);
  if (port > 0 && port != 443 && port != 80)
    g_string_append_printf (account, "%s%d", COLON, port);
  g_string_append_uri_escaped (account, g_uri_get_path (page), KEPT, FALSE);
  if (*g_uri_get_path (page) == '\0')
    g_string_append_c (account, '/');
  if (g_uri_get_query (page) != NULL)
    {
      g_string_append_c (account, '?');
      g_string_append_uri_escaped (account, g_uri_get_query (page), KEPT, FALSE);
    }
  return g_string_free_and_steal (g_steal_pointer (&account));
}

static char *
jsonld_claim_page (GUri *uri, const char *html)
{
  g_autoptr (CandPage) page = NULL;
  g_autoptr (CandJsonldData) data = NULL;

  if (strstr (html, "JobPosting") == NULL)
    return NULL;
  page = cand_page_new_from_html (html, -1, NULL);
  data = cand_jsonld_data_new (page);
  return data->postings->len > 0 ? dup_account (uri) : NULL;
}

/* A "%3A" after the host stays: it means the same there. */
static char *
jsonld_board_url (const char *account)
{
  gsize host_length = strcspn (account, "/");
  const char *colon = g_strstr_len (account, host_length, COLON);

  if (colon == NULL)
    return g_strconcat ("https://", account, NULL);
  return g_strdup_printf ("https://%.*s:%s", (int) (colon - account), account,
                          colon + strlen (COLON));
}

/* The page is all that an account and a code lead to; a posting may name its own address. */
static char *
jsonld_position_url (const char *account, const char *code)
{
  return jsonld_board_url (account);
}

static CandRequest *
jsonld_list_request (const char *account, const char *page)
{
  g_autofree char *url = jsonld_board_url (account);

  return cand_board_request_new ("GET", url, "text/html");
}

/* Pages of one organisation name it in every posting; where they differ, whose page it is says only
 * the page. */
static char *
dup_common_name (CandPage *page, GPtrArray *postings)
{
  g_autofree char *name = NULL;

  for (guint i = 0; i < postings->len; i++)
    {
      g_autofree char *organisation =
          cand_jsonld_dup_organisation (g_ptr_array_index (postings, i));

      if (organisation == NULL)
        continue;
      if (name != NULL && !g_str_equal (name, organisation))
        return g_strdup (page->site);
      g_free (name);
      name = g_steal_pointer (&organisation);
    }
  return name != NULL ? g_steal_pointer (&name) : g_strdup (page->site);
}

static void
take_postings (CandListing *listing, const char *account, const char *address, GPtrArray *postings)
{
  g_autofree char *host = g_strndup (account, strcspn (account, "/%"));

  for (guint i = 0; i < postings->len; i++)
    {
      JsonObject *posting = g_ptr_array_index (postings, i);
      CandPosition *position = cand_jsonld_read_posting (
          account, address, listing->name != NULL ? listing->name : host, listing, posting);

      if (position == NULL)
        listing->skipped++;
      else if (cand_jsonld_is_over (posting))
        g_object_unref (position);
      else
        cand_listing_add (listing, position);
    }
}

/* Whether a document is a web page, which begins with its declaration or its root, after comments
 * and the declaration of XML. */
static gboolean
is_web_page (const char *html, gsize length)
{
  const char *end;
  const char *at = html;

  if (length == 0)
    return FALSE;
  end = html + length;
  if (length > strlen (BYTE_ORDER_MARK) &&
      memcmp (at, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
    at += strlen (BYTE_ORDER_MARK);
  while (at < end && g_ascii_isspace (*at))
    at++;
  if (at == end || *at != '<')
    return FALSE;
  for (; (at = memchr (at, '<', end - at)) != NULL; at++)
    {
      gsize rest = end - at;

      if ((rest > 14 && g_ascii_strncasecmp (at, "<!doctype html", 14) == 0) ||
          (rest > 5 && g_ascii_strncasecmp (at, "<html", 5) == 0))
        return TRUE;
      if (rest < 2 || (at[1] != '!' && at[1] != '?'))
        return FALSE;
    }
  return FALSE;
}

/**
 * jsonld_parse_list:
 * @account: the page's address
 * @page: (nullable): there is one page
 * @body: the page
 * @error: CAND_BOARD_ERROR_MALFORMED
 *
 * Postings that say that they are over are left out. A page without any such data has nothing open:
 * many pages drop it with their last posting.
 *
 * Returns: (transfer full) (nullable): the positions
 */
static CandListing *
jsonld_parse_list (const char *account, const char *page, GBytes *body, GError **error)
{
  g_autofree char *address = jsonld_board_url (account);
  gsize length;
  const char *html = g_bytes_get_data (body, &length);
  g_autoptr (CandPage) read = cand_page_new_from_html (length > 0 ? html : "", length, address);
  g_autoptr (CandJsonldData) data = cand_jsonld_data_new (read);
  g_autoptr (CandListing) listing = cand_listing_new ();

  if (data->n_documents == 0 && data->n_unreadable == 0 && !is_web_page (html, length))
    {
      g_set_error_literal (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED,
                           "A web page was expected and something else came");
      return NULL;
    }
  listing->name = dup_common_name (read, data->postings);
  listing->skipped = data->n_unreadable;
  take_postings (listing, account, address, data->postings);
  if (!cand_listing_check (listing, cand_jsonld.name, error))
    return NULL;
  return g_steal_pointer (&listing);
}

/* Asked last: any page may have such data, also one of a system that is known. */
const CandBoardSystem cand_jsonld = {
  .id = "jsonld",
  .name = "Web page",
  .claim_page = jsonld_claim_page,
  .board_url = jsonld_board_url,
  .position_url = jsonld_position_url,
  .application_url = jsonld_position_url,
  .list_request = jsonld_list_request,
  .parse_list = jsonld_parse_list,
};
