/* test-blog.c: a blog that is followed, and what it offers
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/model/cand-blog.h"

#include "model-test.h"

static void
test_values (void)
{
  CandBlog *blog = cand_blog_new ("https://blog.example.org/feed.xml");

  model_test_assert_string (blog, "url", "https://blog.example.org/feed.xml");
  g_assert_cmpstr (cand_blog_get_url (blog), ==, "https://blog.example.org/feed.xml");
  /* Until the feed said its own. */
  g_assert_cmpstr (cand_blog_get_title (blog), ==, "https://blog.example.org/feed.xml");
  g_assert_cmpint (cand_blog_get_id (blog), ==, 0);
  g_assert_cmpint (cand_blog_get_checked (blog), ==, 0);
  g_assert_null (cand_blog_get_error (blog));
  model_test_assert_string (blog, "reason", "");
  model_test_string (blog, "title", "Acme Blog");
  model_test_int64 (blog, "checked", 1764000000);
  cand_blog_set_id (blog, 4);
  g_assert_cmpint (cand_blog_get_id (blog), ==, 4);
  /* One line, and nothing that turns it around. */
  cand_blog_set_title (blog, " Acme\n\xe2\x80\xae Blog\x1b ");
  g_assert_cmpstr (cand_blog_get_title (blog), ==, "Acme Blog");
  g_assert_finalize_object (blog);
}

static void
test_error (void)
{
  g_autoptr (CandBlog) blog = cand_blog_new ("https://blog.example.org/feed.xml");
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "No answer");
  guint count;

  model_test_count (blog, "reason", &count);
  cand_blog_set_error (blog, error);
  cand_blog_set_error (blog, error);
  g_assert_cmpuint (count, ==, 1);
  g_assert_true (cand_blog_get_error (blog) != error);
  g_assert_true (g_error_matches (cand_blog_get_error (blog), G_IO_ERROR, G_IO_ERROR_FAILED));
  model_test_assert_string (blog, "reason", "No answer");
  cand_blog_set_error (blog, NULL);
  cand_blog_set_error (blog, NULL);
  g_assert_cmpuint (count, ==, 2);
  g_assert_null (cand_blog_get_error (blog));
}

static void
test_offer (void)
{
  CandOffer *offer = cand_offer_new (7, " We are\thiring ", "https://blog.example.org/hiring",
                                     "2026-04-27T00:00:00Z", "Acme Blog", 12);
  g_autoptr (CandOffer) least =
      cand_offer_new (8, NULL, "https://blog.example.org/", NULL, NULL, 0);
  gint64 id;
  guint n_positions;

  g_object_get (offer, "id", &id, "n-positions", &n_positions, NULL);
  g_assert_cmpint (id, ==, 7);
  g_assert_cmpuint (n_positions, ==, 12);
  g_assert_cmpint (cand_offer_get_id (offer), ==, 7);
  g_assert_cmpuint (cand_offer_get_n_positions (offer), ==, 12);
  model_test_assert_string (offer, "title", "We are hiring");
  model_test_assert_string (offer, "url", "https://blog.example.org/hiring");
  model_test_assert_string (offer, "published", "2026-04-27T00:00:00Z");
  model_test_assert_string (offer, "blog-title", "Acme Blog");
  g_assert_finalize_object (offer);

  g_assert_cmpstr (cand_offer_get_title (least), ==, "https://blog.example.org/");
  g_assert_cmpstr (cand_offer_get_url (least), ==, "https://blog.example.org/");
  g_assert_null (cand_offer_get_published (least));
  g_assert_cmpstr (cand_offer_get_blog_title (least), ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/blog/values", test_values);
  g_test_add_func ("/model/blog/error", test_error);
  g_test_add_func ("/model/blog/offer", test_offer);
  return g_test_run ();
}
