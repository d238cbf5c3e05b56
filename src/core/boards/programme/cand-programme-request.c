/* cand-programme-request.c: where to ask for an announcement
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-programme-reader.h"

#include <string.h>

#include "core/boards/cand-address.h"
#include "core/boards/cand-board-request.h"

#define HTTPS_PORT 443

/* The name of a post of Hugging Face's own blog, which is in the repository huggingface/blog
 * (its README); posts of other organisations have two parts after "blog", and are not there. NULL
 * for another page. (transfer full) */
static char *
dup_post (GUri *uri)
{
  g_autofree char *host = cand_address_dup_host (uri);
  g_auto (GStrv) path = cand_address_split_path (uri);

  if ((!g_str_equal (host, "huggingface.co") && !g_str_equal (host, "www.huggingface.co")) ||
      g_strv_length (path) != 2 || !g_str_equal (path[0], "blog") ||
      !cand_address_is_word (path[1], ".", 200) || g_str_has_suffix (path[1], ".xml"))
    return NULL;
  return g_strdup (path[1]);
}

static CandRequest *
make_markdown_request (GUri *uri)
{
  g_autofree char *post = dup_post (uri);
  g_autofree char *url = NULL;

  if (post == NULL)
    return NULL;
  url = g_strdup_printf ("https://raw.githubusercontent.com/huggingface/blog/main/%s.md", post);
  return cand_board_request_new ("GET", url, "text/markdown, text/plain;q=0.9");
}

/* Where the page itself is. (transfer full) */
static char *
dup_page_url (GUri *uri)
{
  gboolean secure = g_str_equal (g_uri_get_scheme (uri), "https");
  /* The usual port goes without saying; one of http means nothing to https. */
  int port = secure && g_uri_get_port (uri) != HTTPS_PORT ? g_uri_get_port (uri) : -1;
  g_autofree char *post = dup_post (uri);

  if (post != NULL)
    return g_strdup_printf ("https://huggingface.co/blog/%s", post);
  /* What comes after "#" is for whoever reads the page. Everything is asked for over https. */
  return g_uri_join (G_URI_FLAGS_ENCODED, "https", NULL, g_uri_get_host (uri), port,
                     g_uri_get_path (uri), g_uri_get_query (uri), NULL);
}

static CandRequest *
make_page_request (GUri *uri)
{
  g_autofree char *url = dup_page_url (uri);

  return cand_board_request_new (
      "GET", url, "text/html, application/xhtml+xml, text/markdown, text/plain;q=0.9");
}

char *
cand_programme_dup_url (const char *address)
{
  g_autoptr (GUri) uri = cand_address_to_uri (address);
  g_autofree char *url = uri != NULL ? dup_page_url (uri) : NULL;

  return url != NULL ? cand_address_strip_tracking (url) : NULL;
}

CandRequest *
cand_programme_request (const char *address)
{
  g_autoptr (GUri) uri = cand_address_to_uri (address);
  CandRequest *request;

  if (uri == NULL)
    return NULL;
  request = make_markdown_request (uri);
  return request != NULL ? request : make_page_request (uri);
}

CandRequest *
cand_programme_other_request (const char *address)
{
  g_autoptr (GUri) uri = cand_address_to_uri (address);
  g_autoptr (CandRequest) markdown = uri != NULL ? make_markdown_request (uri) : NULL;

  return markdown != NULL ? make_page_request (uri) : NULL;
}
