/* cand-programme-request.c: where to ask for an announcement
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-programme-reader.h"

#include <string.h>

#include "core/boards/cand-address.h"

/* Milliseconds. */
#define SPACING 1000
#define SPACING_AFTER_REFUSAL 5000

#define HTTPS_PORT 443

static CandRequest *
make_request (const char *url, const char *accept)
{
  CandRequest *request = cand_request_new ("GET", url);

  cand_request_set_accept (request, accept);
  cand_request_set_spacing (request, SPACING, SPACING_AFTER_REFUSAL);
  return request;
}

/* The Markdown of a post of Hugging Face's own blog, which is in the repository huggingface/blog
 * (its README); posts of other organisations have two parts after "blog", and are not there. */
static CandRequest *
make_markdown_request (GUri *uri)
{
  g_autofree char *host = cand_address_dup_host (uri);
  g_auto (GStrv) path = cand_address_split_path (uri);
  g_autofree char *url = NULL;

  if ((!g_str_equal (host, "huggingface.co") && !g_str_equal (host, "www.huggingface.co")) ||
      g_strv_length (path) != 2 || !g_str_equal (path[0], "blog") ||
      !cand_address_is_word (path[1], ".", 200) || g_str_has_suffix (path[1], ".xml"))
    return NULL;
  url = g_strdup_printf ("https://raw.githubusercontent.com/huggingface/blog/main/%s.md", path[1]);
  return make_request (url, "text/markdown, text/plain;q=0.9");
}

static CandRequest *
make_page_request (GUri *uri)
{
  gboolean secure = g_str_equal (g_uri_get_scheme (uri), "https");
  /* The usual port goes without saying; one of http means nothing to https. */
  int port = secure && g_uri_get_port (uri) != HTTPS_PORT ? g_uri_get_port (uri) : -1;
  /* What comes after "#" is for whoever reads the page. Everything is asked for over https. */
  g_autofree char *url = g_uri_join (G_URI_FLAGS_ENCODED, "https", NULL, g_uri_get_host (uri), port,
                                     g_uri_get_path (uri), g_uri_get_query (uri), NULL);

  return make_request (url, "text/html, application/xhtml+xml, text/markdown, text/plain;q=0.9");
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
