/* test-html.c: untrusted HTML into blocks
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/text/cand-blocks.h"

#include "core/text/cand-html-guard.h"

#include <string.h>

/* Far more than any of these takes, far less than one of them took without its limit. */
#define MAX_SECONDS 20

static const char *const type_names[] = {
  [CAND_BLOCK_PARAGRAPH] = "p",  [CAND_BLOCK_HEADING] = "h",        [CAND_BLOCK_ITEM] = "li",
  [CAND_BLOCK_QUOTE] = "q",      [CAND_BLOCK_PREFORMATTED] = "pre", [CAND_BLOCK_RULE] = "hr",
  [CAND_BLOCK_TABLE_ROW] = "tr",
};

static CandBlocks *
read_html (const char *html)
{
  gboolean truncated = TRUE;
  CandBlocks *blocks = cand_blocks_new_from_html (html, -1, &truncated);

  g_assert_false (truncated);
  return blocks;
}

/* One line a block: type, level, ordinal or "+" for one that continues, markup. */
static char *
describe (const char *html)
{
  g_autoptr (GPtrArray) blocks = read_html (html);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const CandBlock *block = g_ptr_array_index (blocks, i);
      g_autofree char *markup = cand_block_to_markup (block);

      g_string_append (lines, type_names[block->type]);
      if (block->level > 0)
        g_string_append_printf (lines, "%u", block->level);
      if (block->ordinal > 0)
        g_string_append_printf (lines, "#%u", block->ordinal);
      g_string_append_printf (lines, "%s|%s\n", block->continues ? "+" : "", markup);
    }
  return g_string_free (lines, FALSE);
}

#define ASSERT_BLOCKS(html, expected)                                                              \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *described = describe (html);                                                  \
    g_assert_cmpstr (described, ==, expected);                                                     \
  }                                                                                                \
  G_STMT_END

static void
test_paragraphs (void)
{
  ASSERT_BLOCKS ("<p>One\n two</p><p> Three </p>", "p|One two\np|Three\n");
  ASSERT_BLOCKS ("<p>One<p>Two", "p|One\np|Two\n");
  ASSERT_BLOCKS ("<div>One<div>Two</div>Three</div>", "p|One\np|Two\np|Three\n");
  ASSERT_BLOCKS ("One<br>two", "p|One\ntwo\n");
  ASSERT_BLOCKS ("One <br/> two<br><br>Three<br><br><br>", "p|One\ntwo\np|Three\n");
  ASSERT_BLOCKS ("<p></p><p>&nbsp;</p><p><br></p><p>x</p><p>\xe2\x80\x8b</p>", "p|x\n");
  ASSERT_BLOCKS ("<h1>A</h1><h6>B <i>c</i></h6><h3></h3>d", "h1|A\nh6|B <i>c</i>\np|d\n");
  ASSERT_BLOCKS ("a<hr>b", "p|a\nhr|\np|b\n");
  ASSERT_BLOCKS ("<my-element>kept</my-element> <blink>too</blink>", "p|kept too\n");
  ASSERT_BLOCKS ("<html><head><title>Not this</title></head><body><p>This</body></html>",
                 "p|This\n");
}

static void
test_lists (void)
{
  ASSERT_BLOCKS ("<ul><li>a</li><li>b<ul><li>c</li></ul>d</li></ul>",
                 "li1|a\nli1|b\nli2|c\nli1+|d\n");
  ASSERT_BLOCKS ("<ol><li>a<li>b<ol><li>c</ol><li>d</ol>", "li1#1|a\nli1#2|b\nli2#1|c\nli1#3|d\n");
  ASSERT_BLOCKS ("<ol start=\"4\"><li>a<li value=9>b<li>c</ol>", "li1#4|a\nli1#9|b\nli1#10|c\n");
  ASSERT_BLOCKS ("<ol start=\"99999999999999999999\"><li value=-1>a</ol>", "li1#1|a\n");
  ASSERT_BLOCKS ("<ul><li><p>a</p><p>b</p></li><li><p></p><p>c</p></li></ul>",
                 "li1|a\nli1+|b\nli1|c\n");
  ASSERT_BLOCKS ("<ul><li><h3>a</h3>b</li></ul>", "li1|<b>a</b>\nli1+|b\n");
  ASSERT_BLOCKS ("<ul><ul><li>a</ul></ul>", "li2|a\n");
  ASSERT_BLOCKS ("<li>a<li>b", "li1|a\nli1|b\n");
  ASSERT_BLOCKS ("<ul><li></li><li>a</li></ul>after", "li1|a\np|after\n");
  ASSERT_BLOCKS ("<dl><dt>Place<dd>Paris</dl>", "p|<b>Place</b>\np|Paris\n");
}

static void
test_looks (void)
{
  ASSERT_BLOCKS ("<b>a</b><strong> b</strong> <em>c</em><i>d</i>", "p|<b>a b</b> <i>cd</i>\n");
  ASSERT_BLOCKS ("<code>a</code> <kbd>b</kbd> <del>c</del> <s>d</s> <u>e</u> <ins>f</ins>",
                 "p|<tt>a</tt> <tt>b</tt> <s>c</s> <s>d</s> <u>e</u> <u>f</u>\n");
  ASSERT_BLOCKS ("<b>a<i>b</b>c</i>", "p|<b>a</b><b><i>b</i></b><i>c</i>\n");
  ASSERT_BLOCKS ("<p><b>a</p><p>b", "p|<b>a</b>\np|<b>b</b>\n");
  ASSERT_BLOCKS ("<p>a &amp; b &lt;c&gt; &eacute; &#233; &#x1F917; &nbsp;&copy &bogus;</p>",
                 "p|a &amp; b &lt;c&gt; é é 🤗 \xc2\xa0© &amp;bogus;\n");
  ASSERT_BLOCKS ("a < b, 1<2 and a<>b", "p|a &lt; b, 1&lt;2 and a&lt;&gt;b\n");
  ASSERT_BLOCKS ("&#1;a&#0;b&#xd800;", "p|a\xef\xbf\xbd"
                                       "b\xef\xbf\xbd\n");
}

static void
test_links (void)
{
  ASSERT_BLOCKS ("<a href=\"https://example.org/?a=1&amp;b=2\">x</a>",
                 "p|<a href=\"https://example.org/?a=1&amp;b=2\">x</a>\n");
  ASSERT_BLOCKS (
      "<a class=y rel='nofollow' HREF='https://example.org/\"' href=https://b.example>x</a>",
      "p|<a href=\"https://example.org/&quot;\">x</a>\n");
  ASSERT_BLOCKS ("<a href=https://example.org/a>x</a>",
                 "p|<a href=\"https://example.org/a\">x</a>\n");
  ASSERT_BLOCKS ("<a href=\" mailto:a@b.example \n\">x<b>y</b></a>",
                 "p|<a href=\"mailto:a@b.example\">x<b>y</b></a>\n");
  ASSERT_BLOCKS ("<a href=\"javascript:alert(1)\">x</a>", "p|x\n");
  ASSERT_BLOCKS ("<a href=\"&#106;avascript:alert(1)\">x</a>", "p|x\n");
  ASSERT_BLOCKS ("<a href=\"java\tscript:alert(1)\">x</a>", "p|x\n");
  ASSERT_BLOCKS ("<a href=\"data:text/html,&lt;script&gt;\">x</a>", "p|x\n");
  ASSERT_BLOCKS ("<a href=\"/jobs\">x</a> <a href=\"#a\">y</a> <a>z</a>", "p|x y z\n");
  ASSERT_BLOCKS ("<a href=\"https://example.org/\">x<p>y</p></a>",
                 "p|<a href=\"https://example.org/\">x</a>\n"
                 "p|<a href=\"https://example.org/\">y</a>\n");
}

static void
test_quotes (void)
{
  ASSERT_BLOCKS ("<blockquote>a<p>b</p><blockquote>c</blockquote></blockquote>d",
                 "q1|a\nq1+|b\nq2|c\np|d\n");
  ASSERT_BLOCKS ("<blockquote>a<blockquote>b</blockquote>c</blockquote><blockquote>d</blockquote>",
                 "q1|a\nq2|b\nq1+|c\nq1|d\n");
  ASSERT_BLOCKS ("<blockquote><ul><li>a</ul></blockquote>", "li1|a\n");
  ASSERT_BLOCKS ("<ul><li>a<blockquote>b</blockquote></ul>", "li1|a\nq1|b\n");
  ASSERT_BLOCKS ("<pre>\n  a\n\n    <b>b</b>\n</pre>", "pre|  a\n\n    <b>b</b>\n");
  ASSERT_BLOCKS ("<pre>a<br>b</pre>", "pre|a\nb\n");
}

static void
test_tables (void)
{
  ASSERT_BLOCKS ("<table><caption>C</caption><thead><tr><th>A<th>B</thead>"
                 "<tr><td>1<td>2</tr><tr><td></td><td>3</td><td>4</td></tr></table>x",
                 "p|<b>C</b>\ntr|<b>A</b> · <b>B</b>\ntr|1 · 2\ntr|3 · 4\np|x\n");
  ASSERT_BLOCKS ("<table><tr><td><p>1</p><p>2</p></td><td><div>3<br>4</div></td></tr></table>",
                 "tr|1 2 · 3 4\n");
  ASSERT_BLOCKS ("<table><tr><td>1<ul><li>a<li>b</ul></td><td>2</td></tr></table>",
                 "tr|1\nli1|a\nli1|b\ntr|2\n");
  ASSERT_BLOCKS ("<table><tr><td>1<table><tr><td>2</td></tr></table></td></tr></table>",
                 "tr|1\ntr|2\n");
}

static void
test_dropped (void)
{
  ASSERT_BLOCKS ("a<script>var x = '</p><p>no';</script><style>p {}</style>b", "p|ab\n");
  ASSERT_BLOCKS ("a<script>no", "p|a\n");
  ASSERT_BLOCKS ("a<SCRIPT>no</ScRiPt >b", "p|ab\n");
  ASSERT_BLOCKS ("a<script>no</scripting></script/>b", "p|ab\n");
  ASSERT_BLOCKS ("a<svg><title>no</title><path d='x'/><text>no</text></svg>b", "p|ab\n");
  ASSERT_BLOCKS ("a<iframe src='https://example.org'>no</iframe>b", "p|ab\n");
  ASSERT_BLOCKS ("a<template><p>no</p></template>b", "p|ab\n");
  ASSERT_BLOCKS ("<form><label>a</label><input value=no><textarea>no</textarea>"
                 "<select><option>no</select><button>no</button></form>",
                 "p|a\n");
  ASSERT_BLOCKS ("a<img src='https://example.org/x.png' alt='no'>b", "p|ab\n");
  ASSERT_BLOCKS ("<!DOCTYPE html><!-- <p>no</p> --><?no?>a<!-->b<!--->c</ no>d", "p|abcd\n");
  ASSERT_BLOCKS ("a<!-- no", "p|a\n");
  ASSERT_BLOCKS ("a<p class=\"no", "p|a\n");
  ASSERT_BLOCKS ("a<", "p|a&lt;\n");
  ASSERT_BLOCKS ("a<p title='>' data-x=\">\">b</p title='>'>c", "p|a\np|b\np|c\n");
}

static void
test_plain (void)
{
  ASSERT_BLOCKS ("Plain text &amp; more", "p|Plain text &amp; more\n");
  ASSERT_BLOCKS ("One\ntwo\n\n \nThree\r\nfour\r\n\r\nFive", "p|One\ntwo\np|Three\nfour\np|Five\n");
  ASSERT_BLOCKS ("", "");
  ASSERT_BLOCKS (" \n\n ", "");
  ASSERT_BLOCKS (NULL, "");
}

static void
test_bytes (void)
{
  static const char nul[] = "a\0b<p\0>c";
  g_autoptr (GPtrArray) blocks = cand_blocks_new_from_html (nul, sizeof nul - 1, NULL);
  g_autofree char *text = cand_blocks_to_text (blocks);

  g_assert_cmpstr (text, ==, "ab\n\nc");
  ASSERT_BLOCKS ("caf\xe9 \xff", "p|caf\xef\xbf\xbd \xef\xbf\xbd\n");
  ASSERT_BLOCKS ("<p>\xc3</p>", "p|\xef\xbf\xbd\n");
  ASSERT_BLOCKS ("\xef\xbb\xbf<p>a</p>", "p|a\n");
}

static void
assert_parses (GPtrArray *blocks)
{
  const GMarkupParser nothing = { 0 };

  for (guint i = 0; i < blocks->len; i++)
    {
      g_autoptr (GMarkupParseContext) context =
          g_markup_parse_context_new (&nothing, 0, NULL, NULL);
      g_autofree char *markup = cand_block_to_markup (g_ptr_array_index (blocks, i));
      g_autofree char *document = g_strconcat ("<markup>", markup, "</markup>", NULL);
      g_autoptr (GError) error = NULL;

      g_markup_parse_context_parse (context, document, -1, &error);
      g_assert_no_error (error);
      g_markup_parse_context_end_parse (context, &error);
      g_assert_no_error (error);
    }
}

static void
test_truncated (void)
{
  const gsize size = 2 * 1024 * 1024;
  g_autofree char *html = g_malloc (size + 1);
  g_autoptr (GPtrArray) blocks = NULL;
  g_autofree char *text = NULL;
  gboolean truncated = FALSE;

  /* One byte and then characters of three: the limit falls in the middle of one. */
  html[0] = 'x';
  for (gsize i = 1; i < size; i++)
    html[i] = "\xe2\x82\xac"[(i - 1) % 3];
  html[size] = '\0';
  blocks = cand_blocks_new_from_html (html, size, &truncated);
  g_assert_true (truncated);
  g_assert_cmpuint (blocks->len, ==, 1);
  text = cand_blocks_to_text (blocks);
  g_assert_cmpuint (strlen (text), ==, 1 + (CAND_BLOCKS_MAX_BYTES - 1) / 3 * 3);
  g_assert_true (g_str_has_suffix (text, "€€"));
}

static void
append_numbered (GString *html, const char *before, guint n, const char *after)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (html, "%s%x%s", before, i, after);
}

/* Texts made to be slow, or to overflow the stack: their words have to come through, soon. */
static void
test_hostile (gconstpointer user_data)
{
  g_autoptr (GString) html = g_string_new (NULL);
  const char *what = user_data;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autofree char *text = NULL;

  if (g_str_equal (what, "div"))
    for (guint i = 0; i < 100000; i++)
      g_string_append (html, "<div>");
  else if (g_str_equal (what, "lists"))
    for (guint i = 0; i < 57000; i++)
      g_string_append (html, "<ul><li>");
  else if (g_str_equal (what, "quotes"))
    for (guint i = 0; i < 40000; i++)
      g_string_append (html, "<blockquote>");
  else if (g_str_equal (what, "svg"))
    for (guint i = 0; i < 60000; i++)
      g_string_append (html, "<svg><p>");
  else if (g_str_equal (what, "tables"))
    for (guint i = 0; i < 30000; i++)
      g_string_append (html, "<table><tr><td>");
  else if (g_str_equal (what, "misnested"))
    for (guint i = 0; i < 25000; i++)
      g_string_append (html, "<span><p></span></p>");
  else if (g_str_equal (what, "attributes"))
    {
      g_string_append (html, "<p ");
      append_numbered (html, "", 80000, " ");
      g_string_append (html, ">");
    }
  else if (g_str_equal (what, "formatting"))
    {
      append_numbered (html, "<b ", 30000, ">");
      for (guint i = 0; i < 50000; i++)
        g_string_append (html, "<p>x");
    }
  else if (g_str_equal (what, "reopened"))
    {
      g_string_append (html,
                       "<b><i><u><s><code><tt><em><strong><strike><a href=https://a.example>");
      for (guint i = 0; i < 120000; i++)
        g_string_append (html, "<p>x");
    }
  g_string_append (html, "<p>the end");

  g_test_timer_start ();
  blocks = read_html (html->str);
  g_assert_cmpfloat (g_test_timer_elapsed (), <, MAX_SECONDS);
  text = cand_blocks_to_text (blocks);
  g_assert_true (g_str_has_suffix (text, "the end"));
  for (guint i = 0; i < blocks->len; i++)
    g_assert_cmpuint (((CandBlock *) g_ptr_array_index (blocks, i))->level, <=,
                      CAND_BLOCKS_MAX_DEPTH);
}

/* Whatever comes in, what goes out is markup. */
static void
test_random (void)
{
  static const char *const pieces[] = {
    "<p>",     "</p>", "<b>",      "</b>",   "<ul>",   "<li>",     "</ul>",      "<table>", "<tr>",
    "<td>",    "<ol>", "</table>", "<svg>",  "</svg>", "<script>", "</script>",  "<!--",    "-->",
    "<",       ">",    "&",        "&lt;",   "&#",     "\"",       "'",          "=",       " ",
    "<a href", "=\"",  "https://", "a.b/?&", "\">",    "</a>",     "<pre>",      "</pre>",  "\n",
    "\x01",    "\xc3", "\xa9",     "word",   "<h2>",   "</h2>",    "<br>",       "<hr>",    "]]>",
    "<math>",  "<mi>", "<select>", "<form>", "</div>", "<div ",    "<template>", "</",      "/>",
  };

  for (guint round = 0; round < 400; round++)
    {
      g_autoptr (GString) html = g_string_new (NULL);
      g_autoptr (GPtrArray) blocks = NULL;
      g_autofree char *text = NULL;

      for (guint i = 0; i < 60; i++)
        g_string_append (html, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      blocks = read_html (html->str);
      assert_parses (blocks);
      text = cand_blocks_to_text (blocks);
      g_assert_true (g_utf8_validate (text, -1, NULL));
    }
}

static void
test_guard (void)
{
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (GString) piece = g_string_new (NULL);
  g_autoptr (CandHtmlGuard) guard = NULL;
  guint n = 0;

  for (guint i = 0; i < 1000; i++)
    g_string_append (html, "<div>");
  guard = cand_html_guard_new (html->str, html->len);
  g_assert_false (cand_html_guard_saw_markup (guard));
  while (cand_html_guard_next (guard, piece))
    {
      g_assert_cmpuint (piece->len, ==, 200 * strlen ("<div>"));
      n++;
    }
  g_assert_cmpuint (n, ==, 5);
  g_assert_true (cand_html_guard_saw_markup (guard));

  /* What people write is one piece, however long. */
  g_string_truncate (html, 0);
  for (guint i = 0; i < 5000; i++)
    g_string_append (html, "<div><p>a <b>b</b> <a href='c'>d</a><ul><li>e<li>f</ul><p>g</div>");
  g_clear_pointer (&guard, cand_html_guard_free);
  guard = cand_html_guard_new (html->str, html->len);
  g_assert_true (cand_html_guard_next (guard, piece));
  g_assert_false (cand_html_guard_next (guard, piece));
}

int
main (int argc, char *argv[])
{
  static const char *const hostile[] = {
    "div", "lists", "quotes", "svg", "tables", "misnested", "attributes", "formatting", "reopened",
  };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/html/paragraphs", test_paragraphs);
  g_test_add_func ("/text/html/lists", test_lists);
  g_test_add_func ("/text/html/looks", test_looks);
  g_test_add_func ("/text/html/links", test_links);
  g_test_add_func ("/text/html/quotes", test_quotes);
  g_test_add_func ("/text/html/tables", test_tables);
  g_test_add_func ("/text/html/dropped", test_dropped);
  g_test_add_func ("/text/html/plain", test_plain);
  g_test_add_func ("/text/html/bytes", test_bytes);
  g_test_add_func ("/text/html/truncated", test_truncated);
  g_test_add_func ("/text/html/random", test_random);
  g_test_add_func ("/text/html/guard", test_guard);
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *path = g_strconcat ("/text/html/hostile/", hostile[i], NULL);

      g_test_add_data_func (path, hostile[i], test_hostile);
    }
  return g_test_run ();
}
