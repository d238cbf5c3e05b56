/* test-offers.c: blogs are followed, and what their new posts introduce is offered
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "announcement-test.h"

#define ITEM(id, title, path)                                                                      \
  "<item><title>" title "</title><pubDate>Mon, 27 Apr 2026 00:00:00 GMT</pubDate>"                 \
  "<link>https://blog.example.org" path "</link><guid>" id "</guid></item>"
#define RSS(items) "<rss version=\"2.0\"><channel><title>Acme Blog</title>" items "</channel></rss>"
#define OLD ITEM ("old", "Old", "/old")

static void
follow_blog (LibraryTest *self, const char *rss, gboolean whole)
{
  g_autoptr (GBytes) bytes = g_bytes_new (rss, strlen (rss));
  g_autoptr (GError) error = NULL;
  CandFeed *feed = cand_feed_parse (bytes, FEED, &error);
  g_autoptr (CandResponse) response = cand_response_new (200, bytes);
  g_autoptr (CandFound) found = NULL;

  g_assert_no_error (error);
  cand_response_set_location (response, FEED);
  cand_response_set_validators (response, "\"first\"", NULL);
  found = cand_found_new_blog (FEED, feed, whole ? response : NULL);
  announcement_test_follow (self, found);
}

static void
refresh (LibraryTest *self)
{
  g_autoptr (GPtrArray) reports = announcement_test_refresh (self);

  g_assert_cmpuint (reports->len, >, 0);
}

static CandBlog *
get_blog (LibraryTest *self)
{
  return g_list_model_get_item (cand_library_get_blogs (self->library), 0);
}

/* "2 Hiring|1 More": how many positions each introduces, and its title. */
static void
assert_offers (LibraryTest *self, const char *expected)
{
  GListModel *offers = cand_library_get_offers (self->library);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (offers); i++)
    {
      g_autoptr (CandOffer) offer = g_list_model_get_item (offers, i);

      g_string_append_printf (text, "%s%u %s", i > 0 ? "|" : "", cand_offer_get_n_positions (offer),
                              cand_offer_get_title (offer));
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_follow (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandBlog) blog = NULL;
  g_autoptr (CandBlog) again = NULL;
  const CandTestRequest *request;
  gboolean asked = FALSE;

  follow_blog (self, RSS (OLD), TRUE);
  blog = get_blog (self);
  g_assert_cmpstr (cand_blog_get_url (blog), ==, FEED);
  g_assert_cmpstr (cand_blog_get_title (blog), ==, "Acme Blog");
  g_assert_cmpint (cand_blog_get_checked (blog), >, 0);
  library_test_assert_text (self, "SELECT group_concat (guid || state) FROM post", "old0");

  /* What is there is not looked at; the request is conditional on what was read. */
  cand_test_server_add (self->server, FEED_PATH, 200, "application/rss+xml", RSS (OLD));
  cand_test_server_add_header (self->server, "ETag", "\"first\"");
  refresh (self);
  for (guint i = 0; i < cand_test_server_get_n_requests (self->server); i++)
    {
      request = cand_test_server_get_request (self->server, i);
      if (!g_str_equal (request->path, FEED_PATH))
        continue;
      asked = TRUE;
      g_assert_cmpstr (cand_test_request_get_header (request, "if-none-match"), ==, "\"first\"");
    }
  g_assert_true (asked);
  g_assert_cmpuint (cand_test_server_count (self->server, "/old"), ==, 0);
  assert_offers (self, "");

  announcement_test_reopen (self);
  again = get_blog (self);
  g_assert_cmpstr (cand_blog_get_title (again), ==, "Acme Blog");
}

/* A new post that introduces positions is offered, never followed by itself. */
static void
test_offered (LibraryTest *self, gconstpointer data)
{
  g_autofree char *page = announcement_test_page ("1 Alpha|2 Beta");
  g_autoptr (CandOffer) offer = NULL;
  g_autoptr (CandFound) found = NULL;

  follow_blog (self, RSS (OLD), FALSE);
  announcement_test_answer (self, FEED_PATH, RSS (OLD));
  refresh (self);
  assert_offers (self, "");
  announcement_test_answer (self, FEED_PATH,
                            RSS (ITEM ("hiring", "We &lt;b&gt;hire&lt;/b&gt;", "/hiring")
                                     ITEM ("talk", "A talk", "/talk") OLD));
  announcement_test_answer (self, PAGE_PATH, page);
  announcement_test_answer (self, "/talk", "# A talk\n\nWe talked.\n");
  refresh (self);
  g_assert_cmpuint (cand_test_server_count (self->server, "/talk"), ==, 1);
  g_assert_cmpuint (cand_test_server_count (self->server, "/old"), ==, 0);
  assert_offers (self, "2 We <b>hire</b>");
  offer = g_list_model_get_item (cand_library_get_offers (self->library), 0);
  g_assert_cmpstr (cand_offer_get_url (offer), ==, PAGE);
  g_assert_cmpstr (cand_offer_get_blog_title (offer), ==, "Acme Blog");
  g_assert_true (g_str_has_prefix (cand_offer_get_published (offer), "2026-04-27"));
  library_test_assert_text (self, "SELECT count(*) FROM programme", "1");
  library_test_assert_text (self, "SELECT count(*) FROM board", "1");

  /* Looked at once. */
  refresh (self);
  g_assert_cmpuint (cand_test_server_count (self->server, "/talk"), ==, 1);
  assert_offers (self, "2 We <b>hire</b>");

  /* Followed, it is no offer any more. */
  found = announcement_test_read (page, PAGE);
  announcement_test_follow (self, found);
  assert_offers (self, "");
  library_test_assert_text (self, "SELECT state FROM post WHERE guid = 'hiring'", "5");
}

static void
test_dismiss (LibraryTest *self, gconstpointer data)
{
  g_autofree char *page = announcement_test_page ("1 Alpha");
  g_autoptr (CandOffer) offer = NULL;

  follow_blog (self, RSS (OLD), TRUE);
  announcement_test_answer (self, FEED_PATH, RSS (ITEM ("a", "A", "/hiring") OLD));
  announcement_test_answer (self, PAGE_PATH, page);
  refresh (self);
  assert_offers (self, "1 A");
  offer = g_list_model_get_item (cand_library_get_offers (self->library), 0);
  cand_library_dismiss_offer (self->library, offer, TRUE);
  assert_offers (self, "");
  library_test_drain (self);
  assert_offers (self, "");
  cand_library_dismiss_offer (self->library, offer, FALSE);
  library_test_drain (self);
  assert_offers (self, "1 A");
  cand_library_dismiss_offer (self->library, offer, TRUE);
  library_test_drain (self);
  announcement_test_reopen (self);
  assert_offers (self, "");
  refresh (self);
  assert_offers (self, "");
  g_assert_cmpuint (cand_test_server_count (self->server, PAGE_PATH), ==, 1);
}

/* A post whose announcement is followed is not offered, nor asked for once more by the blog. */
static void
test_followed_before (LibraryTest *self, gconstpointer data)
{
  g_autofree char *page = announcement_test_page ("1 Alpha");
  g_autoptr (CandFound) found = announcement_test_read (page, PAGE);

  follow_blog (self, RSS (OLD), TRUE);
  announcement_test_answer (self, PAGE_PATH, page);
  announcement_test_follow (self, found);
  announcement_test_answer (self, FEED_PATH, RSS (ITEM ("a", "A", "/hiring/") OLD));
  refresh (self);
  assert_offers (self, "");
  library_test_assert_text (self, "SELECT state FROM post WHERE guid = 'a'", "5");
  g_assert_cmpuint (cand_test_server_count (self->server, "/hiring/"), ==, 0);
}

/* A post that cannot be read is tried three times. */
static void
test_attempts (LibraryTest *self, gconstpointer data)
{
  follow_blog (self, RSS (OLD), TRUE);
  announcement_test_answer (self, FEED_PATH, RSS (ITEM ("a", "A", "/broken") OLD));
  for (guint i = 0; i < 5; i++)
    refresh (self);
  g_assert_cmpuint (cand_test_server_count (self->server, "/broken"), ==, 3);
  library_test_assert_text (self, "SELECT state || ':' || attempts FROM post WHERE guid = 'a'",
                            "2:3");
}

/* Another spelling of its address makes it no other post. */
static void
test_followed_elsewhere (LibraryTest *self, gconstpointer data)
{
  g_autofree char *page = announcement_test_page ("1 Alpha");
  g_autoptr (CandFound) found = announcement_test_read (page, PAGE "?utm_source=mail");

  follow_blog (self, RSS (OLD), TRUE);
  announcement_test_answer (self, FEED_PATH, RSS (ITEM ("a", "A", "/hiring/") OLD));
  announcement_test_answer (self, "/hiring/", page);
  refresh (self);
  assert_offers (self, "1 A");
  announcement_test_follow (self, found);
  assert_offers (self, "");
  library_test_assert_text (self, "SELECT state FROM post WHERE guid = 'a'", "5");
}

/* At most ten at one refresh, the newest first; the others follow. */
static void
test_many (LibraryTest *self, gconstpointer data)
{
  g_autoptr (GString) rss = g_string_new ("<rss version=\"2.0\"><channel><title>A</title>");

  follow_blog (self, RSS (OLD), TRUE);
  for (guint i = 1; i <= 13; i++)
    {
      g_autofree char *path = g_strdup_printf ("/post-%u", i);

      g_string_append_printf (rss,
                              "<item><title>P</title><link>https://blog.example.org%s</link>"
                              "<guid>%u</guid><pubDate>Mon, %02u Jun 2026 00:00:00 GMT</pubDate>"
                              "</item>",
                              path, i, i);
      announcement_test_answer (self, path, "# Nothing\n\nNothing.\n");
    }
  g_string_append (rss, "</channel></rss>");
  announcement_test_answer (self, FEED_PATH, rss->str);
  refresh (self);
  library_test_assert_text (
      self, "SELECT group_concat (guid) FROM (SELECT guid FROM post WHERE state = 1 ORDER BY id)",
      "1,2,3");
  refresh (self);
  library_test_assert_text (self, "SELECT count(*) FROM post WHERE state = 1", "0");
}

/* A host that says it is asked too much is left alone until another time. */
static void
test_too_many (LibraryTest *self, gconstpointer data)
{
  g_autofree char *page = announcement_test_page ("1 Alpha");

  follow_blog (self, RSS (OLD), TRUE);
  announcement_test_answer (self, FEED_PATH,
                            RSS (ITEM ("a", "A", "/one") ITEM ("b", "B", "/two") OLD));
  cand_test_server_add (self->server, "/one", 429, "text/plain", "Slow down");
  cand_test_server_add_header (self->server, "Retry-After", "3600");
  announcement_test_answer (self, "/two", page);
  refresh (self);
  g_assert_cmpuint (cand_test_server_count (self->server, "/two"), ==, 0);
  library_test_assert_text (self, "SELECT sum (attempts) FROM post", "0");
}

static void
test_bad_feeds (LibraryTest *self, gconstpointer data)
{
  static const struct
  {
    guint status;
    const char *body;
  } answers[] = {
    { 200, "" },          { 200, "<html><body>Hello</body></html>" },
    { 404, "" },          { 200, "<rss><channel><item>" },
    { 200, "{\"a\":1}" }, { 500, "Oops" },
  };
  g_autoptr (CandBlog) blog = NULL;

  follow_blog (self, RSS (OLD), TRUE);
  blog = get_blog (self);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      cand_test_server_remove (self->server, FEED_PATH);
      cand_test_server_add (self->server, FEED_PATH, answers[i].status, "text/xml",
                            answers[i].body);
      refresh (self);
      if (cand_blog_get_error (blog) == NULL)
        g_error ("%s was taken for a feed", answers[i].body);
      library_test_assert_text (self, "SELECT group_concat (guid || state) FROM post", "old0");
      cand_blog_set_error (blog, NULL);
    }
  announcement_test_answer (self, FEED_PATH, RSS (OLD));
  refresh (self);
  g_assert_null (cand_blog_get_error (blog));
  g_assert_cmpstr (cand_blog_get_title (blog), ==, "Acme Blog");
}

/* Feeds that give their posts other ids, or other addresses, do not make them new. */
static void
test_other_ids (LibraryTest *self, gconstpointer data)
{
  follow_blog (self, RSS (OLD ITEM ("b", "B", "/b")), TRUE);
  announcement_test_answer (self, FEED_PATH,
                            RSS (ITEM ("changed", "Old", "/old") ITEM ("b", "B", "/b-elsewhere")));
  refresh (self);
  g_assert_cmpuint (cand_test_server_count (self->server, "/old"), ==, 0);
  g_assert_cmpuint (cand_test_server_count (self->server, "/b-elsewhere"), ==, 0);
  library_test_assert_text (self, "SELECT count(*) FROM post", "2");
}

/* A feed that makes up everything at each request: what nobody looked at is forgotten when it is
 * not listed any more. */
static void
test_made_up (LibraryTest *self, gconstpointer data)
{
  follow_blog (self, RSS (OLD), TRUE);
  for (guint turn = 0; turn < 3; turn++)
    {
      g_autoptr (GString) rss = g_string_new ("<rss version=\"2.0\"><channel><title>A</title>");

      for (guint i = 0; i < 100; i++)
        g_string_append_printf (rss,
                                "<item><title>P</title><link>https://blog.example.org/%u/%u</link>"
                                "<guid>%u-%u</guid></item>",
                                turn, i, turn, i);
      g_string_append (rss, "</channel></rss>");
      announcement_test_answer (self, FEED_PATH, rss->str);
      /* As if a while had passed. */
      library_test_execute (self, "UPDATE post SET seen = seen - 100");
      refresh (self);
    }
  library_test_assert_text (self, "SELECT count(*) FROM post WHERE state = 1", "100");
}

/* As many posts as one answer holds: in time, and the newest of them are kept. */
static void
test_huge (LibraryTest *self, gconstpointer data)
{
  GString *rss = g_string_new ("<rss version=\"2.0\"><channel><title>A</title>");
  g_autoptr (GBytes) bytes = NULL;
  gint64 start;
  gsize length;

  for (guint i = 0; i < 500000; i++)
    g_string_append_printf (rss, "<item><title>P</title><link>/%u</link></item>", i);
  g_string_append (rss, "</channel></rss>");
  length = rss->len;
  g_assert_cmpuint (length, <, CAND_NET_MAX_BYTES);
  bytes = g_string_free_to_bytes (rss);
  follow_blog (self, RSS (OLD), TRUE);
  cand_test_server_add_bytes (self->server, FEED_PATH, 200, "text/xml", bytes);
  start = g_get_monotonic_time ();
  refresh (self);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 60 * G_TIME_SPAN_SECOND);
  library_test_assert_text (self, "SELECT count(*) <= 5001 FROM post", "1");
}

static void
test_unfollow (LibraryTest *self, gconstpointer data)
{
  g_autofree char *page = announcement_test_page ("1 Alpha");
  g_autoptr (GError) error = NULL;

  follow_blog (self, RSS (OLD), TRUE);
  announcement_test_answer (self, FEED_PATH, RSS (ITEM ("a", "A", "/hiring") OLD));
  announcement_test_answer (self, PAGE_PATH, page);
  refresh (self);
  assert_offers (self, "1 A");
  g_assert_true (announcement_test_set_followed (self, FEED, FALSE, &error));
  g_assert_no_error (error);
  assert_offers (self, "");
  g_assert_cmpuint (g_list_model_get_n_items (cand_library_get_blogs (self->library)), ==, 0);
  g_assert_true (announcement_test_set_followed (self, FEED, TRUE, &error));
  assert_offers (self, "1 A");
  g_assert_cmpuint (g_list_model_get_n_items (cand_library_get_blogs (self->library)), ==, 1);
  g_assert_true (announcement_test_set_followed (self, FEED, FALSE, &error));
  announcement_test_reopen (self);
  library_test_assert_text (self, "SELECT (SELECT count(*) FROM blog) + count(*) FROM post", "0");
}

static void
test_cancelled (LibraryTest *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  follow_blog (self, RSS (OLD), TRUE);
  announcement_test_answer (self, FEED_PATH, RSS (ITEM ("a", "A", "/slow") OLD));
  cand_test_server_add_raw (self->server, "/slow", "HTTP/1.1 200 OK\r\n", TRUE);
  cand_refresh_blog_async (self->library, FEED, cancellable, cand_test_keep_result, &result);
  cand_test_server_wait (self->server, 2);
  g_cancellable_cancel (cancellable);
  cand_test_wait_result (&result);
  g_assert_false (cand_refresh_blog_finish (self->library, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  library_test_assert_text (self, "SELECT state || ':' || attempts FROM post WHERE guid = 'a'",
                            "1:0");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ANNOUNCEMENT_TEST_ADD ("/offers/follow", test_follow);
  ANNOUNCEMENT_TEST_ADD ("/offers/offered", test_offered);
  ANNOUNCEMENT_TEST_ADD ("/offers/dismiss", test_dismiss);
  ANNOUNCEMENT_TEST_ADD ("/offers/followed-before", test_followed_before);
  ANNOUNCEMENT_TEST_ADD ("/offers/followed-elsewhere", test_followed_elsewhere);
  ANNOUNCEMENT_TEST_ADD ("/offers/attempts", test_attempts);
  ANNOUNCEMENT_TEST_ADD ("/offers/many", test_many);
  ANNOUNCEMENT_TEST_ADD ("/offers/too-many", test_too_many);
  ANNOUNCEMENT_TEST_ADD ("/offers/bad-feeds", test_bad_feeds);
  ANNOUNCEMENT_TEST_ADD ("/offers/other-ids", test_other_ids);
  ANNOUNCEMENT_TEST_ADD ("/offers/made-up", test_made_up);
  ANNOUNCEMENT_TEST_ADD ("/offers/huge", test_huge);
  ANNOUNCEMENT_TEST_ADD ("/offers/unfollow", test_unfollow);
  ANNOUNCEMENT_TEST_ADD ("/offers/cancelled", test_cancelled);
  return g_test_run ();
}
