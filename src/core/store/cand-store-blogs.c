/* cand-store-blogs.c: blogs, and their posts, on disk
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-store-blogs.h"

#include "cand-store-source-private.h"

/* More posts than a feed that means well has; of others the oldest go. */
#define MAX_POSTS 10000

G_STATIC_ASSERT (CAND_POST_OLD == 0 && CAND_POST_NEW == 1 && CAND_POST_PLAIN == 2 &&
                 CAND_POST_OFFERED == 3 && CAND_POST_DISMISSED == 4 && CAND_POST_FOLLOWED == 5);

void
cand_stored_blog_free (CandStoredBlog *self)
{
  if (self == NULL)
    return;
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self->digest);
  g_free (self);
}

void
cand_stored_post_free (CandStoredPost *self)
{
  if (self == NULL)
    return;
  g_free (self->url);
  g_free (self);
}

/* --- blogs --- */

gint64
cand_store_blogs_follow (CandConnection *connection,
                         const char *url,
                         const char *title,
                         GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "INSERT INTO blog (url, title, followed) VALUES (?, ?, 1) "
      "ON CONFLICT (url) DO UPDATE SET followed = 1, unfollowed = 0 RETURNING id",
      error);

  if (statement == NULL)
    return 0;
  cand_statement_add_text (statement, url);
  cand_statement_add_text (statement, title != NULL ? title : "");
  return cand_statement_fetch_id (statement, error);
}

/**
 * cand_store_blogs_set_followed:
 * @connection: a connection
 * @url: the feed's address
 * @followed: whether it is followed from now on
 * @now: seconds since the epoch
 * @found: (out): whether there is one
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: FALSE on failure
 */
gboolean
cand_store_blogs_set_followed (CandConnection *connection,
                               const char *url,
                               gboolean followed,
                               gint64 now,
                               gboolean *found,
                               GError **error)
{
  return cand_store_source_set_followed (connection,
                                         "UPDATE blog " CAND_SOURCE_SET_FOLLOWED "WHERE url = ?",
                                         url, followed, now, found, error);
}

gboolean
cand_store_blogs_purge (CandConnection *connection, GError **error)
{
  gint64 n;

  /* Nothing is written where there is nothing to delete. */
  if (!cand_connection_get_int64 (connection, "SELECT count(*) FROM blog WHERE followed = 0", &n,
                                  error))
    return FALSE;
  return n == 0 ||
         cand_connection_execute (connection, "DELETE FROM blog WHERE followed = 0", error);
}

static CandBlog *
read_blog (CandStatement *row)
{
  CandBlog *blog = cand_blog_new (cand_statement_get_text (row, 1));
  g_autoptr (GError) why = cand_store_source_read_error (row, 4);

  cand_blog_set_id (blog, cand_statement_get_int64 (row, 0));
  cand_blog_set_title (blog, cand_statement_get_text (row, 2));
  cand_blog_set_checked (blog, cand_statement_get_int64 (row, 3));
  cand_blog_set_error (blog, why);
  return blog;
}

/**
 * cand_store_blogs_list:
 * @connection: a connection
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: (transfer full) (nullable) (element-type CandBlog): the followed blogs
 */
GPtrArray *
cand_store_blogs_list (CandConnection *connection, GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "SELECT id, url, title, checked, reason, error_domain, error_code FROM blog "
      "WHERE followed = 1 ORDER BY id",
      error);
  g_autoptr (GPtrArray) blogs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  while (cand_statement_step (statement, &failure))
    g_ptr_array_add (blogs, read_blog (statement));
  if (failure == NULL)
    return g_steal_pointer (&blogs);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

CandStoredBlog *
cand_store_blogs_stored (CandConnection *connection, const char *url, GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "SELECT id, etag, last_modified, digest, confirmed FROM blog WHERE url = ? AND followed = 1",
      error);
  CandStoredBlog *blog;

  if (statement == NULL)
    return NULL;
  cand_statement_add_text (statement, url);
  if (!cand_statement_step (statement, error))
    return NULL;
  blog = g_new0 (CandStoredBlog, 1);
  blog->id = cand_statement_get_int64 (statement, 0);
  blog->etag = g_strdup (cand_statement_get_nullable (statement, 1));
  blog->last_modified = g_strdup (cand_statement_get_nullable (statement, 2));
  blog->digest = g_strdup (cand_statement_get_nullable (statement, 3));
  blog->confirmed = cand_statement_get_int64 (statement, 4);
  return blog;
}

gboolean
cand_store_blogs_set_read (CandConnection *connection,
                           gint64 id,
                           const CandBlogReading *reading,
                           gint64 now,
                           GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "UPDATE blog SET title = coalesce (?, title), etag = ?, last_modified = ?, digest = ?, "
      "checked = ?5, confirmed = ?5, reason = '', error_domain = NULL, error_code = 0 "
      "WHERE id = ?",
      error);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_text (statement, reading->title);
  cand_statement_add_text (statement, reading->etag);
  cand_statement_add_text (statement, reading->last_modified);
  cand_statement_add_text (statement, reading->digest);
  cand_statement_add_int64 (statement, now);
  cand_statement_add_int64 (statement, id);
  return cand_statement_run (statement, error);
}

gboolean
cand_store_blogs_set_failed (
    CandConnection *connection, gint64 id, const GError *why, gint64 now, GError **error)
{
  return cand_store_source_set_failed (
      connection, "UPDATE blog " CAND_SOURCE_SET_FAILED "WHERE id = ?", id, why, now, error);
}

/* --- posts --- */

/* Looked up one by one, so that one statement decides: feeds that give their posts other ids, or
 * other addresses, do not make them new. */
static gboolean
see_again (CandConnection *connection,
           gint64 blog,
           const char *guid,
           const char *url,
           gint64 now,
           gboolean *known,
           GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection, "UPDATE post SET seen = ? WHERE blog = ? AND (guid = ? OR url = ?)", error);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, now);
  cand_statement_add_int64 (statement, blog);
  cand_statement_add_text (statement, guid);
  cand_statement_add_text (statement, url);
  if (!cand_statement_run (statement, error))
    return FALSE;
  *known = cand_connection_get_n_changes (connection) > 0;
  return TRUE;
}

gboolean
cand_store_blogs_list_post (CandConnection *connection,
                            gint64 blog,
                            const char *guid,
                            const char *url,
                            const char *title,
                            const char *published,
                            CandPostState state,
                            gint64 now,
                            GError **error)
{
  g_autoptr (CandStatement) statement = NULL;
  gboolean known;

  if (!see_again (connection, blog, guid, url, now, &known, error))
    return FALSE;
  if (known)
    return TRUE;
  statement =
      cand_statement_new (connection,
                          "INSERT INTO post (blog, guid, url, title, published, seen, state) "
                          "VALUES (?, ?, ?, ?, ?, ?, ?)",
                          error);
  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, blog);
  cand_statement_add_text (statement, guid);
  cand_statement_add_text (statement, url);
  cand_statement_add_text (statement, title);
  cand_statement_add_text (statement, published);
  cand_statement_add_int64 (statement, now);
  cand_statement_add_int64 (statement, state);
  return cand_statement_run (statement, error);
}

gboolean
cand_store_blogs_forget_posts (CandConnection *connection, gint64 blog, gint64 now, GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "DELETE FROM post WHERE blog = ?1 AND seen < ?2 AND (state = 1 OR (state IN (0, 2) AND id "
      "NOT IN (SELECT id FROM post WHERE blog = ?1 ORDER BY seen DESC, id DESC LIMIT ?3)))",
      error);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, blog);
  cand_statement_add_int64 (statement, now);
  cand_statement_add_int64 (statement, MAX_POSTS);
  return cand_statement_run (statement, error);
}

GPtrArray *
cand_store_blogs_new_posts (CandConnection *connection, gint64 blog, guint limit, GError **error)
{
  g_autoptr (CandStatement) statement =
      cand_statement_new (connection,
                          "SELECT id, url FROM post WHERE blog = ? AND state = 1 "
                          "ORDER BY published DESC NULLS LAST, id LIMIT ?",
                          error);
  g_autoptr (GPtrArray) posts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) cand_stored_post_free);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  cand_statement_add_int64 (statement, blog);
  cand_statement_add_int64 (statement, limit);
  while (cand_statement_step (statement, &failure))
    {
      CandStoredPost *post = g_new0 (CandStoredPost, 1);

      post->id = cand_statement_get_int64 (statement, 0);
      post->url = g_strdup (cand_statement_get_text (statement, 1));
      g_ptr_array_add (posts, post);
    }
  if (failure == NULL)
    return g_steal_pointer (&posts);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

gboolean
cand_store_blogs_set_post (
    CandConnection *connection, gint64 post, CandPostState state, guint n_positions, GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection, "UPDATE post SET state = ?, n_positions = ? WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, state);
  cand_statement_add_int64 (statement, n_positions);
  cand_statement_add_int64 (statement, post);
  return cand_statement_run (statement, error);
}

gboolean
cand_store_blogs_set_post_failed (CandConnection *connection, gint64 post, GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "UPDATE post SET attempts = attempts + 1, "
      "state = CASE WHEN attempts + 1 >= ? THEN 2 ELSE state END WHERE id = ? AND state = 1",
      error);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, CAND_POST_ATTEMPTS);
  cand_statement_add_int64 (statement, post);
  return cand_statement_run (statement, error);
}

gboolean
cand_store_blogs_set_url_followed (CandConnection *connection, const char *url, GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection, "UPDATE post SET state = 5 WHERE url = ? AND state IN (1, 3, 4)", error);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_text (statement, url);
  return cand_statement_run (statement, error);
}

gboolean
cand_store_blogs_dismiss (CandConnection *connection,
                          gint64 post,
                          gboolean dismissed,
                          GError **error)
{
  g_autoptr (CandStatement) statement =
      cand_statement_new (connection,
                          dismissed ? "UPDATE post SET state = 4 WHERE id = ? AND state = 3"
                                    : "UPDATE post SET state = 3 WHERE id = ? AND state = 4",
                          error);

  if (statement == NULL)
    return FALSE;
  cand_statement_add_int64 (statement, post);
  return cand_statement_run (statement, error);
}

/**
 * cand_store_blogs_offers:
 * @connection: a connection
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: (transfer full) (nullable) (element-type CandOffer): what followed blogs offer
 */
GPtrArray *
cand_store_blogs_offers (CandConnection *connection, GError **error)
{
  g_autoptr (CandStatement) statement = cand_statement_new (
      connection,
      "SELECT p.id, p.title, p.url, p.published, b.title, p.n_positions, b.id "
      "FROM post p JOIN blog b ON b.id = p.blog WHERE p.state = 3 AND b.followed = 1 "
      "ORDER BY p.published DESC NULLS LAST, p.id DESC",
      error);
  g_autoptr (GPtrArray) offers = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  while (cand_statement_step (statement, &failure))
    {
      CandOffer *offer = cand_offer_new (
          cand_statement_get_int64 (statement, 0), cand_statement_get_text (statement, 1),
          cand_statement_get_text (statement, 2), cand_statement_get_nullable (statement, 3),
          cand_statement_get_text (statement, 4),
          CLAMP (cand_statement_get_int64 (statement, 5), 0, G_MAXINT));

      cand_offer_set_blog (offer, cand_statement_get_int64 (statement, 6));
      g_ptr_array_add (offers, offer);
    }
  if (failure == NULL)
    return g_steal_pointer (&offers);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
