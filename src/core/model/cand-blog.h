/* cand-blog.h: a blog whose feed is followed, and the announcements found there
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Properties "url" (construct-only), "title", "checked", "reason". */
#define CAND_TYPE_BLOG (cand_blog_get_type ())
G_DECLARE_FINAL_TYPE (CandBlog, cand_blog, CAND, BLOG, GObject)

/* @url is the feed's address, its identity. */
CandBlog *cand_blog_new (const char *url);
const char *cand_blog_get_url (CandBlog *self);
gint64 cand_blog_get_id (CandBlog *self);
void cand_blog_set_id (CandBlog *self, gint64 id);
const char *cand_blog_get_title (CandBlog *self);
void cand_blog_set_title (CandBlog *self, const char *title);
/* Seconds since the epoch, 0 for never. */
gint64 cand_blog_get_checked (CandBlog *self);
void cand_blog_set_checked (CandBlog *self, gint64 when);
/* Why the last attempt failed: NULL while all is well. */
const GError *cand_blog_get_error (CandBlog *self);
void cand_blog_set_error (CandBlog *self, const GError *error);

/* A post that introduces positions and is offered, never followed by itself. Plain, immutable. */
#define CAND_TYPE_OFFER (cand_offer_get_type ())
G_DECLARE_FINAL_TYPE (CandOffer, cand_offer, CAND, OFFER, GObject)

CandOffer *cand_offer_new (gint64 id,
                           const char *title,
                           const char *url,
                           const char *published,
                           const char *blog_title,
                           guint n_positions);
gint64 cand_offer_get_id (CandOffer *self);
const char *cand_offer_get_title (CandOffer *self);
const char *cand_offer_get_url (CandOffer *self);
/* ISO 8601 or NULL. */
const char *cand_offer_get_published (CandOffer *self);
const char *cand_offer_get_blog_title (CandOffer *self);
/* Row id of the blog; 0 until it is said, which is to be done before it is handed out. */
gint64 cand_offer_get_blog (CandOffer *self);
void cand_offer_set_blog (CandOffer *self, gint64 blog);
guint cand_offer_get_n_positions (CandOffer *self);

G_END_DECLS
