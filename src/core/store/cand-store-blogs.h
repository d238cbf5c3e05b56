/* cand-store-blogs.h: blogs, and their posts, on disk
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-connection.h"
#include "core/model/cand-blog.h"

G_BEGIN_DECLS

/* What the program knows of a post. The numbers are on disk. */
typedef enum
{
  CAND_POST_OLD,       /* was there when the blog was followed */
  CAND_POST_NEW,       /* not looked at yet */
  CAND_POST_PLAIN,     /* introduces no positions */
  CAND_POST_OFFERED,   /* introduces some */
  CAND_POST_DISMISSED, /* does, and the person does not want it */
  CAND_POST_FOLLOWED,  /* does, and is followed */
} CandPostState;

/* How often reading a new post is tried. */
#define CAND_POST_ATTEMPTS 3

/* Follows the feed at @url from now on, made when missing; its row id, 0 on failure. */
gint64 cand_store_blogs_follow (CandConnection *connection,
                                const char *url,
                                const char *title,
                                GError **error);
/* Follows it or not; *@found is FALSE where no blog has that address. */
gboolean cand_store_blogs_set_followed (CandConnection *connection,
                                        const char *url,
                                        gboolean followed,
                                        gint64 now,
                                        gboolean *found,
                                        GError **error);
/* Deletes those that are not followed, with their posts. */
gboolean cand_store_blogs_purge (CandConnection *connection, GError **error);
/* (element-type CandBlog) (transfer full): the followed ones, in the order they came. */
GPtrArray *cand_store_blogs_list (CandConnection *connection, GError **error);

/* What reading it again needs. */
typedef struct
{
  gint64 id;
  char *etag;          /* (nullable) of the last good answer */
  char *last_modified; /* (nullable) of it */
  char *digest;        /* (nullable) of its bytes */
  gint64 confirmed;    /* when it came; 0 for never */
} CandStoredBlog;
void cand_stored_blog_free (CandStoredBlog *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandStoredBlog, cand_stored_blog_free)
/* NULL with no error set when no followed blog has that address. */
CandStoredBlog *
cand_store_blogs_stored (CandConnection *connection, const char *url, GError **error);

/* What a good answer leaves behind. Strings nullable. */
typedef struct
{
  const char *title;
  const char *etag;
  const char *last_modified;
  const char *digest;
} CandBlogReading;
gboolean cand_store_blogs_set_read (CandConnection *connection,
                                    gint64 id,
                                    const CandBlogReading *reading,
                                    gint64 now,
                                    GError **error);
gboolean cand_store_blogs_set_failed (
    CandConnection *connection, gint64 id, const GError *why, gint64 now, GError **error);

/* One post that the feed lists now. One that is known, by its id or by its address, stays what it
 * is; another one is @state. */
gboolean cand_store_blogs_list_post (CandConnection *connection,
                                     gint64 blog,
                                     const char *guid,
                                     const char *url,
                                     const char *title,
                                     const char *published,
                                     CandPostState state,
                                     gint64 now,
                                     GError **error);
/* Forgets posts that the feed listed before @now and does no longer: those that nobody looked at,
 * and the oldest where there are very many. */
gboolean
cand_store_blogs_forget_posts (CandConnection *connection, gint64 blog, gint64 now, GError **error);

/* A post that is to be read. */
typedef struct
{
  gint64 id;
  char *url;
} CandStoredPost;
void cand_stored_post_free (CandStoredPost *self);
/* (element-type CandStoredPost) (transfer full): at most @limit new ones, the newest first. */
GPtrArray *
cand_store_blogs_new_posts (CandConnection *connection, gint64 blog, guint limit, GError **error);
gboolean cand_store_blogs_set_post (CandConnection *connection,
                                    gint64 post,
                                    CandPostState state,
                                    guint n_positions,
                                    GError **error);
/* It could not be read, once more; the last time it counts as one without positions. */
gboolean cand_store_blogs_set_post_failed (CandConnection *connection, gint64 post, GError **error);
/* Posts at @url are followed as an announcement. */
gboolean
cand_store_blogs_set_url_followed (CandConnection *connection, const char *url, GError **error);
/* An offer is not wanted, or, not @dismissed, is after all. */
gboolean cand_store_blogs_dismiss (CandConnection *connection,
                                   gint64 post,
                                   gboolean dismissed,
                                   GError **error);
/* (element-type CandOffer) (transfer full): what followed blogs offer, the newest first. */
GPtrArray *cand_store_blogs_offers (CandConnection *connection, GError **error);

G_END_DECLS
