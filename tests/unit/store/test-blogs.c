/* test-blogs.c: blogs, and what is known of their posts
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/store/cand-store-blogs.h"
#include "store-test.h"

#define FEED "https://blog.example.org/feed.xml"

static gint64
follow (StoreTest *self)
{
  g_autoptr (GError) error = NULL;
  gint64 id = cand_store_blogs_follow (self->connection, FEED, "Acme Blog", &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

static void
list_post (StoreTest *self,
           gint64 blog,
           const char *guid,
           const char *url,
           const char *published,
           CandPostState state,
           gint64 now)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (cand_store_blogs_list_post (self->connection, blog, guid, url, guid, published,
                                             state, now, &error));
  g_assert_no_error (error);
}

static void
assert_posts (StoreTest *self, const char *expected)
{
  g_autofree char *text = store_test_get_text (
      self, "SELECT group_concat (line) FROM (SELECT guid || state AS line FROM post ORDER BY id)");

  g_assert_cmpstr (text, ==, expected);
}

static void
test_blog (StoreTest *self, gconstpointer data)
{
  gint64 id = follow (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) why = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "No answer");
  const CandBlogReading reading = { "New title", "\"e\"", NULL, "d1" };
  const CandBlogReading again = { NULL, NULL, "today", "d2" };
  g_autoptr (CandStoredBlog) stored = NULL;
  g_autoptr (GPtrArray) blogs = NULL;
  CandBlog *blog;

  g_assert_cmpint (follow (self), ==, id);
  stored = cand_store_blogs_stored (self->connection, FEED, &error);
  g_assert_cmpint (stored->id, ==, id);
  g_assert_null (stored->digest);
  g_assert_cmpint (stored->confirmed, ==, 0);
  g_assert_true (cand_store_blogs_set_read (self->connection, id, &reading, 2000, &error));
  g_clear_pointer (&stored, cand_stored_blog_free);
  stored = cand_store_blogs_stored (self->connection, FEED, &error);
  g_assert_cmpstr (stored->etag, ==, "\"e\"");
  g_assert_null (stored->last_modified);
  g_assert_cmpstr (stored->digest, ==, "d1");
  g_assert_cmpint (stored->confirmed, ==, 2000);

  g_assert_true (cand_store_blogs_set_failed (self->connection, id, why, 3000, &error));
  blogs = cand_store_blogs_list (self->connection, &error);
  g_assert_cmpuint (blogs->len, ==, 1);
  blog = g_ptr_array_index (blogs, 0);
  g_assert_cmpstr (cand_blog_get_url (blog), ==, FEED);
  g_assert_cmpstr (cand_blog_get_title (blog), ==, "New title");
  g_assert_cmpint (cand_blog_get_checked (blog), ==, 3000);
  g_assert_true (g_error_matches (cand_blog_get_error (blog), G_IO_ERROR, G_IO_ERROR_FAILED));
  g_clear_pointer (&blogs, g_ptr_array_unref);

  /* A title that is not said stays. */
  g_assert_true (cand_store_blogs_set_read (self->connection, id, &again, 4000, &error));
  blogs = cand_store_blogs_list (self->connection, &error);
  blog = g_ptr_array_index (blogs, 0);
  g_assert_cmpstr (cand_blog_get_title (blog), ==, "New title");
  g_assert_null (cand_blog_get_error (blog));
  g_assert_null (cand_store_blogs_stored (self->connection, "https://other.example/", &error));
  g_assert_no_error (error);
}

static void
test_followed (StoreTest *self, gconstpointer data)
{
  gint64 id = follow (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) blogs = NULL;
  gboolean found;

  list_post (self, id, "a", "https://blog.example.org/a", NULL, CAND_POST_OLD, 1000);
  g_assert_true (
      cand_store_blogs_set_followed (self->connection, FEED, FALSE, 2000, &found, &error));
  g_assert_true (found);
  g_assert_cmpint (store_test_get_int64 (self, "SELECT unfollowed FROM blog"), ==, 2000);
  blogs = cand_store_blogs_list (self->connection, &error);
  g_assert_cmpuint (blogs->len, ==, 0);
  g_assert_null (cand_store_blogs_stored (self->connection, FEED, &error));
  g_assert_no_error (error);
  g_assert_true (
      cand_store_blogs_set_followed (self->connection, FEED, TRUE, 3000, &found, &error));
  assert_posts (self, "a0");
  g_assert_true (cand_store_blogs_purge (self->connection, &error));
  assert_posts (self, "a0");
  g_assert_true (
      cand_store_blogs_set_followed (self->connection, FEED, FALSE, 4000, &found, &error));
  g_assert_true (cand_store_blogs_purge (self->connection, &error));
  assert_posts (self, NULL);
  g_assert_true (
      cand_store_blogs_set_followed (self->connection, FEED, TRUE, 5000, &found, &error));
  g_assert_false (found);
}

static void
test_posts (StoreTest *self, gconstpointer data)
{
  gint64 id = follow (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) posts = NULL;
  const CandStoredPost *post;

  list_post (self, id, "a", "https://x/a", "2026-01-01", CAND_POST_NEW, 1000);
  list_post (self, id, "b", "https://x/b", "2026-03-01", CAND_POST_NEW, 1000);
  list_post (self, id, "c", "https://x/c", NULL, CAND_POST_NEW, 1000);
  list_post (self, id, "d", "https://x/d", "2026-02-01", CAND_POST_OLD, 1000);
  /* Known by its id, and by its address. */
  list_post (self, id, "a", "https://x/elsewhere", "2026-01-01", CAND_POST_OLD, 2000);
  list_post (self, id, "other", "https://x/b", "2026-01-01", CAND_POST_OLD, 2000);
  assert_posts (self, "a1,b1,c1,d0");

  posts = cand_store_blogs_new_posts (self->connection, id, 2, &error);
  g_assert_cmpuint (posts->len, ==, 2);
  post = g_ptr_array_index (posts, 0);
  g_assert_cmpstr (post->url, ==, "https://x/b");
  post = g_ptr_array_index (posts, 1);
  g_assert_cmpstr (post->url, ==, "https://x/a");

  /* New ones that the feed does not list any more are forgotten, others are not. */
  g_assert_true (cand_store_blogs_forget_posts (self->connection, id, 2000, &error));
  assert_posts (self, "a1,b1,d0");

  for (guint i = 0; i < CAND_POST_ATTEMPTS; i++)
    {
      assert_posts (self, "a1,b1,d0");
      g_assert_true (cand_store_blogs_set_post_failed (self->connection, post->id, &error));
    }
  assert_posts (self, "a2,b1,d0");
}

static void
test_offers (StoreTest *self, gconstpointer data)
{
  gint64 id = follow (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) offers = NULL;
  CandOffer *offer;

  list_post (self, id, "a", "https://x/a", "2026-01-01", CAND_POST_NEW, 1000);
  list_post (self, id, "b", "https://x/b", "2026-03-01", CAND_POST_NEW, 1000);
  list_post (self, id, "c", "https://x/c", NULL, CAND_POST_NEW, 1000);
  for (gint64 post = 1; post <= 3; post++)
    g_assert_true (cand_store_blogs_set_post (self->connection, post, CAND_POST_OFFERED,
                                              (guint) post + 1, &error));
  offers = cand_store_blogs_offers (self->connection, &error);
  g_assert_cmpuint (offers->len, ==, 3);
  offer = g_ptr_array_index (offers, 0);
  g_assert_cmpint (cand_offer_get_id (offer), ==, 2);
  g_assert_cmpstr (cand_offer_get_title (offer), ==, "b");
  g_assert_cmpstr (cand_offer_get_url (offer), ==, "https://x/b");
  g_assert_cmpstr (cand_offer_get_published (offer), ==, "2026-03-01");
  g_assert_cmpstr (cand_offer_get_blog_title (offer), ==, "Acme Blog");
  g_assert_cmpuint (cand_offer_get_n_positions (offer), ==, 3);
  g_assert_null (cand_offer_get_published (g_ptr_array_index (offers, 2)));

  g_assert_true (cand_store_blogs_dismiss (self->connection, 1, TRUE, &error));
  g_assert_true (cand_store_blogs_set_url_followed (self->connection, "https://x/b", &error));
  assert_posts (self, "a4,b5,c3");
  g_assert_true (cand_store_blogs_dismiss (self->connection, 1, FALSE, &error));
  /* Only what was dismissed comes back. */
  g_assert_true (cand_store_blogs_dismiss (self->connection, 2, FALSE, &error));
  assert_posts (self, "a3,b5,c3");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST_ADD ("/blogs/blog", test_blog);
  STORE_TEST_ADD ("/blogs/followed", test_followed);
  STORE_TEST_ADD ("/blogs/posts", test_posts);
  STORE_TEST_ADD ("/blogs/offers", test_offers);
  return g_test_run ();
}
