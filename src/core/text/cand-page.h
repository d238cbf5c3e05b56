/* cand-page.h: what is around the text of a web page
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A link as it stands in the page. */
typedef struct
{
  char *address; /* absolute, http or https, "&amp;" read */
  char *text;    /* on one line, "" for none (also for script and frame addresses) */
} CandPageLink;

/* Plain data, free with cand_page_free. Strings NULL where the page does not say. */
typedef struct
{
  char *title;      /* <title> on one line */
  char *site;       /* og:site_name */
  char *canonical;  /* absolute, http or https: what link[rel=canonical] calls the page's own */
  char *published;  /* article:published_time, datePublished or <time datetime>, as written */
  GStrv authors;    /* <meta name="author"> and article:author that is no address; never NULL */
  GPtrArray *data;  /* (element-type utf8) texts of <script type="application/ld+json"> */
  GPtrArray *links; /* (element-type CandPageLink) of a[href], in their order */
  GPtrArray
      *sources; /* (element-type utf8) absolute addresses of script[src], iframe[src], link[href] */
} CandPage;
void cand_page_free (CandPage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandPage, cand_page_free)

/* Most links, and most data scripts, that are kept of one page. */
#define CAND_PAGE_MAX_LINKS 20000
#define CAND_PAGE_MAX_DATA 1000

/* Reads untrusted HTML with the real HTML5 parser, guarded like cand_blocks_new_from_html; never
 * fails. @base (nullable) is where the page came from, for relative links (a <base> in it counts).
 * (transfer full) */
CandPage *cand_page_new_from_html (const char *html, gssize length, const char *base);

G_END_DECLS
