/* test-feed.c: feeds of blogs
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/boards/programme/cand-feed.h"

#include <string.h>

#include "core/boards/cand-board-system.h"
#include "lib/cand-test.h"

#define ADDRESS "https://acme.example/blog/feed.xml"

static CandFeed *
read_feed (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  CandFeed *feed = cand_feed_parse (bytes, ADDRESS, &error);

  g_assert_no_error (error);
  return feed;
}

static void
assert_item (CandFeed *feed,
             guint index,
             const char *id,
             const char *title,
             const char *url,
             const char *date)
{
  const CandFeedItem *item = g_ptr_array_index (feed->items, index);

  g_assert_cmpstr (item->id, ==, id);
  g_assert_cmpstr (item->title, ==, title);
  g_assert_cmpstr (item->url, ==, url);
  g_assert_cmpstr (item->published, ==, date);
}

static void
test_sample (void)
{
  g_autoptr (GBytes) bytes = cand_test_read_sample ("hf-blog/feed.xml");
  g_autoptr (CandFeed) feed = NULL;

  if (bytes == NULL)
    return;
  feed = cand_feed_parse (bytes, "https://huggingface.co/blog/feed.xml", NULL);
  g_assert_nonnull (feed);
  g_assert_cmpstr (feed->title, ==, "Hugging Face - Blog");
  g_assert_cmpuint (feed->items->len, ==, 3);
  g_assert_cmpuint (feed->skipped, ==, 0);
  assert_item (feed, 0, "https://huggingface.co/blog/openai-privacy-filter-web-apps",
               "How to build scalable web apps with OpenAI's Privacy Filter",
               "https://huggingface.co/blog/openai-privacy-filter-web-apps",
               "2026-04-27T00:00:00Z");
  assert_item (feed, 1, "https://huggingface.co/blog/deepseekv4",
               "DeepSeek-V4: a million-token context that agents can actually use",
               "https://huggingface.co/blog/deepseekv4", "2026-04-24T00:00:00Z");
  assert_item (feed, 2, "https://huggingface.co/blog/transformersjs-chrome-extension",
               "How to Use Transformers.js in a Chrome Extension",
               "https://huggingface.co/blog/transformersjs-chrome-extension",
               "2026-04-23T00:00:00Z");
}

static void
test_rss (void)
{
  g_autoptr (CandFeed) feed = read_feed (
      "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\">"
      "<channel><atom:link href=\"https://acme.example/feed\" rel=\"self\"/><title>Acme\n "
      "blog</title>"
      "<item><title><![CDATA[We <b>hire</b>\n now]]></title><link> /blog/hire </link>"
      "<guid isPermaLink=\"false\">7</guid><pubDate>Tue, 29 Nov 2022 10:00:00 "
      "+0100</pubDate></item>"
      "<item><title>Guid</title><guid>https://acme.example/blog/guid</guid></item>"
      "<item><title>Seventh again</title><link>/blog/again</link><guid>7</guid></item>"
      "<item><title>Undated</title><link>https://acme.example/blog/u</link>"
      "<pubDate>soon</pubDate></item>"
      "<item><link>https://acme.example/untitled</link></item>"
      "<item><title>Nowhere</title></item>"
      "<item><title>Not a page</title><guid "
      "isPermaLink=\"false\">https://acme.example/</guid></item>"
      "<item><title>Trap</title><link>javascript:alert(1)</link></item>"
      "<item><title>Plain</title><link>http://acme.example/plain</link></item>"
      "</channel></rss>");

  g_assert_cmpstr (feed->title, ==, "Acme blog");
  g_assert_cmpuint (feed->items->len, ==, 3);
  assert_item (feed, 0, "7", "We <b>hire</b> now", "https://acme.example/blog/hire",
               "2022-11-29T10:00:00+01:00");
  assert_item (feed, 1, "https://acme.example/blog/guid", "Guid", "https://acme.example/blog/guid",
               NULL);
  assert_item (feed, 2, "https://acme.example/blog/u", "Undated", "https://acme.example/blog/u",
               NULL);
  g_assert_cmpuint (feed->skipped, ==, 5);
}

static void
test_atom (void)
{
  g_autoptr (CandFeed) feed = read_feed (
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Acme</title>"
      "<entry><title>One</title><id>urn:1</id><link rel=\"edit\" href=\"/edit\"/>"
      "<link rel=\"alternate\" href=\"one\"/><published>2026-01-02T03:04:05Z</published>"
      "<updated>2026-02-02T03:04:05Z</updated></entry>"
      "<entry><title>Two</title><link href=\"https://acme.example/two\"/>"
      "<updated>2026-02-02T03:04:05Z</updated></entry>"
      "<entry><title>Three</title><id>urn:3</id><link rel=\"self\" href=\"/three\"/></entry>"
      "</feed>");

  g_assert_cmpstr (feed->title, ==, "Acme");
  g_assert_cmpuint (feed->items->len, ==, 2);
  assert_item (feed, 0, "urn:1", "One", "https://acme.example/blog/one", "2026-01-02T03:04:05Z");
  assert_item (feed, 1, "https://acme.example/two", "Two", "https://acme.example/two",
               "2026-02-02T03:04:05Z");
  g_assert_cmpuint (feed->skipped, ==, 1);
}

static void
test_empty (void)
{
  g_autoptr (CandFeed) feed = read_feed ("<rss><channel/></rss>");

  g_assert_null (feed->title);
  g_assert_cmpuint (feed->items->len, ==, 0);
}

static void
test_malformed (void)
{
  static const char *const documents[] = {
    "",
    "<html><body>Not found</body></html>",
    "{\"items\":[]}",
    "<rss></rss>",
    "<rss><channel><item>",
    "<channel><channel/></channel>",
    "\xff\xfe",
  };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (documents[i], strlen (documents[i]));
      g_autoptr (GError) error = NULL;

      g_test_message ("Document %u", i);
      g_assert_null (cand_feed_parse (bytes, ADDRESS, &error));
      g_assert_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED);
    }
}

static void
test_cut (void)
{
  static const char text[] = "<rss><channel><title>A</title><item><title>B</title>"
                             "<link>https://acme.example/b</link></item></channel></rss>";

  for (gsize i = 0; i < strlen (text); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (text, i);
      g_autoptr (GError) error = NULL;

      g_assert_null (cand_feed_parse (bytes, NULL, &error));
      g_assert_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED);
    }
}

static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new ("<rss><channel>");
  g_autoptr (CandFeed) feed = NULL;
  g_autoptr (GTimer) timer = NULL;

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (text,
                            "<item><title>P</title><link>https://acme.example/%u</link></item>", i);
  g_string_append (text, "</channel></rss>");
  timer = g_timer_new ();
  feed = read_feed (text->str);
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 20);
  g_assert_cmpuint (feed->items->len, ==, 5000);
  g_assert_cmpuint (feed->skipped, ==, 45000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/feed/sample", test_sample);
  g_test_add_func ("/feed/rss", test_rss);
  g_test_add_func ("/feed/atom", test_atom);
  g_test_add_func ("/feed/empty", test_empty);
  g_test_add_func ("/feed/malformed", test_malformed);
  g_test_add_func ("/feed/cut", test_cut);
  g_test_add_func ("/feed/many", test_many);
  return g_test_run ();
}
