/* test-page.c: what is around the text of a web page
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/text/cand-page.h"

#include <string.h>

/* Far more than any of these takes. */
#define MAX_SECONDS 20

#define ADDRESS "https://example.org/careers/index.html?lang=en"

static CandPage *
read_page (const char *html)
{
  return cand_page_new_from_html (html, -1, ADDRESS);
}

/* "address|text" a line. */
static char *
describe_links (const CandPage *page)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < page->links->len; i++)
    {
      const CandPageLink *link = g_ptr_array_index (page->links, i);

      g_string_append_printf (lines, "%s|%s\n", link->address, link->text);
    }
  return g_string_free_and_steal (lines);
}

#define ASSERT_LINKS(html, expected)                                                               \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (CandPage) page_ = read_page (html);                                                 \
    g_autofree char *described = describe_links (page_);                                           \
    g_assert_cmpstr (described, ==, expected);                                                     \
  }                                                                                                \
  G_STMT_END

static void
assert_strings (GPtrArray *strings, const char *expected)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < strings->len; i++)
    g_string_append_printf (lines, "%s\n", (const char *) g_ptr_array_index (strings, i));
  g_assert_cmpstr (lines->str, ==, expected);
}

static void
assert_authors (const CandPage *page, const char *expected)
{
  g_autofree char *authors = g_strjoinv (", ", page->authors);

  g_assert_cmpstr (authors, ==, expected);
}

static void
test_head (void)
{
  g_autoptr (CandPage) page = read_page (
      "<!DOCTYPE html><html><head><meta charset=utf-8>\n<TITLE> Fish &amp;\n Chips &lt;3 </TITLE>"
      "<meta property='og:site_name' content='Lantern &eacute; Harbour'>"
      "<meta name=author content='Ada Vane'><meta content=\"Bo &quot;B&quot; Reed\" name='Author'>"
      "<meta property='article:author' content='https://example.org/ada'>"
      "<meta property='article:author' content='Ada Vane'>"
      "<meta property='article:published_time' content=' 2026-05-04T10:00:00Z '>"
      "</head><body><svg><title>An arrow</title></svg><time datetime='2020-01-01'>then</time>");

  g_assert_cmpstr (page->title, ==, "Fish & Chips <3");
  g_assert_cmpstr (page->site, ==, "Lantern é Harbour");
  g_assert_cmpstr (page->published, ==, "2026-05-04T10:00:00Z");
  assert_authors (page, "Ada Vane, Bo \"B\" Reed");
  g_assert_cmpuint (page->links->len, ==, 0);
}

static void
test_canonical (void)
{
  static const struct
  {
    const char *html;
    const char *canonical;
  } cases[] = {
    { "<link rel=canonical href='https://example.org/jobs'>", "https://example.org/jobs" },
    { "<link href=jobs rel='shortlink Canonical'>", "https://example.org/careers/jobs" },
    { "<link rel=canonical href=/a><link rel=canonical href=/b>", "https://example.org/a" },
    { "<base href='https://example.com/x/'><link rel=canonical href=a>",
      "https://example.com/x/a" },
    { "<link rel=stylesheet href=/a>", NULL },
    { "<link rel=canonicals href=/a>", NULL },
    { "<link rel=canonical href='javascript:alert(1)'>", NULL },
    { "<link rel=canonical>", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CandPage) page = read_page (cases[i].html);

      g_assert_cmpstr (page->canonical, ==, cases[i].canonical);
    }
}

static void
test_nothing (void)
{
  g_autoptr (CandPage) page = cand_page_new_from_html ("", 0, NULL);

  g_assert_null (page->title);
  g_assert_null (page->site);
  g_assert_null (page->published);
  assert_authors (page, "");
  g_assert_cmpuint (page->data->len, ==, 0);
  g_assert_cmpuint (page->links->len, ==, 0);
  g_assert_cmpuint (page->sources->len, ==, 0);
}

static void
test_published (void)
{
  g_autoptr (CandPage) time = read_page ("<p><time datetime='2026-05-04'>May 4</time>"
                                         "<time datetime='2026-06-01'>June 1</time>");
  g_autoptr (CandPage) both = read_page ("<time datetime='2026-05-04'>May 4</time>"
                                         "<meta itemprop=datePublished content='2026-05-01'>"
                                         "<meta property='article:published_time' content=later>");

  g_assert_cmpstr (time->published, ==, "2026-05-04");
  g_assert_cmpstr (both->published, ==, "2026-05-01");
}

static void
test_links (void)
{
  ASSERT_LINKS ("<a href='https://jobs.example.org/1'>One</a>", "https://jobs.example.org/1|One\n");
  ASSERT_LINKS ("<A HREF=/2 class=x>\n Two <b>and</b>\ta <em>half</em> </A>",
                "https://example.org/2|Two and a half\n");
  ASSERT_LINKS ("<a href=' three?a=1&amp;b=2#c '><div><h3>Three</h3><p>Kiel</p></div></a>",
                "https://example.org/careers/three?a=1&b=2#c|Three Kiel\n");
  ASSERT_LINKS ("<a href='//jobs.example.com/4'><img alt=x></a><a href='../5'>5</a>",
                "https://jobs.example.com/4|\nhttps://example.org/5|5\n");
  ASSERT_LINKS ("<a href='?page=2'>6</a><a href='#top'>7</a>",
                "https://example.org/careers/index.html?page=2|6\n"
                "https://example.org/careers/index.html?lang=en#top|7\n");
  ASSERT_LINKS ("<a href='http://example.org/8'>&lt;b&gt;8&lt;/b&gt; &eacute;</a>",
                "http://example.org/8|<b>8</b> é\n");
  /* One that is left open ends where the next begins. */
  ASSERT_LINKS ("<a href=/1>One <a href=/2>Two</a> three",
                "https://example.org/1|One\nhttps://example.org/2|Two\n");
  ASSERT_LINKS ("<ul><li><a href=/1>One</a><li><a href=/2>Tw\xe2\x80\xaeo</a></ul>",
                "https://example.org/1|One\nhttps://example.org/2|Two\n");
  ASSERT_LINKS ("<a href=/1 href=/2>x<script>var y = '<a href=/3>';</script></a>",
                "https://example.org/1|x\n");
}

static void
test_no_links (void)
{
  ASSERT_LINKS ("<a href='javascript:alert(1)'>x</a><a href='mailto:a@example.org'>x</a>", "");
  ASSERT_LINKS ("<a href='data:text/html,x'>x</a><a href='ftp://example.org/'>x</a>", "");
  ASSERT_LINKS ("<a>x</a><a href=''>x</a><a href='http://'>x</a><a href='https:///x'>x</a>", "");
  ASSERT_LINKS ("<!-- <a href=/1>x</a> --><style>a { } <a href=/2>x</a></style>", "");
  ASSERT_LINKS ("<textarea><a href=/1>x</a></textarea><template><a href=/2>x</a></template>", "");
  ASSERT_LINKS ("<a href='https:jobs'>x</a><a href='https:'>x</a><a href='https:?x'>x</a>", "");
  ASSERT_LINKS ("<a href=/1", "");
  ASSERT_LINKS ("<a title='<a href=/1>'>x</a>", "");
}

static void
test_base (void)
{
  static const char html[] = "<a href=one>1</a><base href='/jobs/'><base href='/other/'>"
                             "<a href=two>2</a><script src=three.js></script>";
  g_autoptr (CandPage) page = read_page (html);
  g_autoptr (CandPage) nowhere = cand_page_new_from_html (html, -1, NULL);
  g_autoptr (CandPage) whole =
      cand_page_new_from_html ("<base href='https://example.com/x/'><a href=one>1</a>", -1, NULL);
  g_autofree char *links = describe_links (page);
  g_autofree char *whole_links = describe_links (whole);

  g_assert_cmpstr (links, ==, "https://example.org/jobs/one|1\nhttps://example.org/jobs/two|2\n");
  assert_strings (page->sources, "https://example.org/jobs/three.js\n");
  g_assert_cmpuint (nowhere->links->len, ==, 0);
  g_assert_cmpuint (nowhere->sources->len, ==, 0);
  g_assert_cmpstr (whole_links, ==, "https://example.com/x/one|1\n");
  ASSERT_LINKS ("<base href='javascript:alert(1)'><a href=one>1</a>",
                "https://example.org/careers/one|1\n");
}

static void
test_sources (void)
{
  g_autoptr (CandPage) page =
      read_page ("<link rel=stylesheet href='https://cdn.example.com/a.css'>"
                 "<script src='https://boards.example.com/embed?for=lantern&amp;b=1'></script>"
                 "<script>document.write ('<script src=/no.js>');</script>"
                 "<iframe src=\"//frames.example.com/x\"><a href=/no>no</a></iframe>"
                 "<script src='data:text/javascript,1'></script>");

  assert_strings (page->sources, "https://cdn.example.com/a.css\n"
                                 "https://boards.example.com/embed?for=lantern&b=1\n"
                                 "https://frames.example.com/x\n");
  g_assert_cmpuint (page->links->len, ==, 0);
  g_assert_cmpuint (page->data->len, ==, 0);
}

static void
test_data (void)
{
  g_autoptr (CandPage) page = read_page (
      "<script type=\"application/ld+json\">{\"a\": \"<p>x &amp; y</p>\"}</script>"
      "<script type='text/javascript'>{\"b\": 1}</script><script>{\"c\": 1}</script>"
      "<SCRIPT data-x type=' Application/LD+JSON; charset=utf-8 '>[1]</SCRIPT >"
      "<script type='application/ld&#x2B;json'>[2]</script><script type=application/json>3</script>"
      "<script type='application/ld+json'></script>"
      "<!-- <script type='application/ld+json'>4</script> -->"
      "<script type='application/ld+json'>[5, \"é\"]");

  assert_strings (page->data, "{\"a\": \"<p>x &amp; y</p>\"}\n[1]\n[2]\n[5, \"é\"]\n");
}

static void
test_hostile_bytes (void)
{
  static const char html[] = "<title>a\0b\xff</title><a href='/x\xfe'>c\xc3</a>";
  g_autoptr (CandPage) page = cand_page_new_from_html (html, sizeof html - 1, ADDRESS);
  const CandPageLink *link;

  g_assert_cmpstr (page->title, ==, "ab\xef\xbf\xbd");
  g_assert_cmpuint (page->links->len, ==, 1);
  link = g_ptr_array_index (page->links, 0);
  g_assert_true (g_utf8_validate (link->address, -1, NULL));
  g_assert_cmpstr (link->text, ==, "c\xef\xbf\xbd");
}

static void
test_cut (void)
{
  static const char html[] =
      "<!DOCTYPE html><title>T</title><base href=/><meta name='author' content=\"A\"><!-- c -->"
      "<script type='application/ld+json'>{\"a\": [1]}</script><template><a href=x></template>"
      "<a href='https://example.org/'>text <time datetime=2026>&eacute;</time></a>";

  for (gsize cut = 0; cut < sizeof html; cut++)
    {
      g_autofree char *start = g_strndup (html, cut);
      g_autoptr (CandPage) page = cand_page_new_from_html (start, cut, NULL);

      g_assert_cmpuint (page->links->len, <=, 1);
      g_assert_cmpuint (page->data->len, <=, 1);
    }
}

static char *
repeat (const char *text, guint n)
{
  GString *repeated = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (repeated, text);
  return g_string_free_and_steal (repeated);
}

/* What costs a parser too much elsewhere. */
static void
test_cost (void)
{
  static const char *const texts[] = {
    "<a href=x>",
    "<template>",
    "<template><a href=x>",
    "<a href=x><script src=y></script>",
    "<a href=x><p><b><i>",
    "<script type=application/ld+json>",
    "<meta content=a property=b>",
    "</a></template>",
    "<ul><li>",
    "<a ",
    "<!--",
    "<title>",
    "<base href=x/>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *html = repeat (texts[i], 50000);
      g_autoptr (GTimer) timer = g_timer_new ();
      g_autoptr (CandPage) page = read_page (html);

      g_assert_cmpuint (page->links->len, <=, CAND_PAGE_MAX_LINKS);
      g_assert_cmpuint (page->sources->len, <=, CAND_PAGE_MAX_LINKS);
      g_assert_cmpuint (page->data->len, <=, CAND_PAGE_MAX_DATA);
      g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, MAX_SECONDS);
    }
}

static void
test_limits (void)
{
  g_autofree char *links = repeat ("<a href=x>y</a>", CAND_PAGE_MAX_LINKS + 1);
  g_autofree char *scripts =
      repeat ("<script type=application/ld+json>1</script>", CAND_PAGE_MAX_DATA + 1);
  g_autofree char *html = g_strconcat (links, scripts, "<title>Last</title>", NULL);
  g_autoptr (CandPage) page = read_page (html);

  g_assert_cmpuint (page->links->len, ==, CAND_PAGE_MAX_LINKS);
  g_assert_cmpuint (page->data->len, ==, CAND_PAGE_MAX_DATA);
  g_assert_cmpstr (page->title, ==, "Last");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/page/head", test_head);
  g_test_add_func ("/text/page/canonical", test_canonical);
  g_test_add_func ("/text/page/nothing", test_nothing);
  g_test_add_func ("/text/page/published", test_published);
  g_test_add_func ("/text/page/links", test_links);
  g_test_add_func ("/text/page/no-links", test_no_links);
  g_test_add_func ("/text/page/base", test_base);
  g_test_add_func ("/text/page/sources", test_sources);
  g_test_add_func ("/text/page/data", test_data);
  g_test_add_func ("/text/page/hostile-bytes", test_hostile_bytes);
  g_test_add_func ("/text/page/cut", test_cut);
  g_test_add_func ("/text/page/cost", test_cost);
  g_test_add_func ("/text/page/limits", test_limits);
  return g_test_run ();
}
