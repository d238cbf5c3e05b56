/* test-markdown.c: Markdown as HTML, and as blocks
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/text/cand-markdown.h"

#include <string.h>

#include "core/text/cand-blocks.h"

/* Under a sanitizer on a loaded machine; alone the longest takes a hundredth of it. */
#define MAX_SECONDS 10

static void
test_html (void)
{
  static const struct
  {
    const char *markdown;
    const char *html;
  } cases[] = {
    { "", "" },
    { "# Title", "<h1>Title</h1>\n" },
    { "Title\n-----", "<h2>Title</h2>\n" },
    { "Fish & *chips* **now**, `a<b`", "<p>Fish &amp; <em>chips</em> <strong>now</strong>, "
                                       "<code>a&lt;b</code></p>\n" },
    { "a\nb  \nc", "<p>a\nb<br>\nc</p>\n" },
    { "~~no~~", "<p><del>no</del></p>\n" },
    { "> q", "<blockquote><p>q</p>\n</blockquote>\n" },
    { "- a\n- b", "<ul><li>a</li>\n<li>b</li>\n</ul>\n" },
    { "3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n" },
    { "- [ ] a", "<ul><li>a</li>\n</ul>\n" },
    { "***", "<hr>\n" },
    { "```c\nint <a>;\n```", "<pre>int &lt;a&gt;;\n</pre>\n" },
    { "|a|b|\n|-|-|\n|c|d|",
      "<table><thead><tr><th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody><tr><td>c</td>\n"
      "<td>d</td>\n</tr>\n</tbody>\n</table>\n" },
    { "[a](https://b.example/?x=1&y=%20 \"title\")",
      "<p><a href=\"https://b.example/?x=1&amp;y=%20\">a</a></p>\n" },
    { "[a](<b c\"d>)", "<p><a href=\"b%20c%22d\">a</a></p>\n" },
    { "[a][r]\n\n[R]: /u", "<p><a href=\"/u\">a</a></p>\n" },
    { "[a](x&auml;)", "<p><a href=\"x&auml;\">a</a></p>\n" },
    { "<https://b.example/>", "<p><a href=\"https://b.example/\">https://b.example/</a></p>\n" },
    { "see https://b.example/c.", "<p>see <a href=\"https://b.example/c\">https://b.example/c</a>"
                                  ".</p>\n" },
    { "![a *b*](c.png) d", "<p> d</p>\n" },
    { "<div class=\"x\">\n<b>y</b>\n</div>", "<div class=\"x\">\n<b>y</b>\n</div>\n" },
    { "&copy; &nope;", "<p>&copy; &nope;</p>\n" },
    { "a\r\nb\rc", "<p>a\nb\nc</p>\n" },
    { "\xef\xbb\xbf# a", "<h1>a</h1>\n" },
    { "a\xff", "<p>a\xef\xbf\xbd</p>\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *html = cand_markdown_to_html (cases[i].markdown, -1);

      g_assert_cmpstr (html, ==, cases[i].html);
    }
}

static void
test_lengths (void)
{
  g_autofree char *none = cand_markdown_to_html (NULL, -1);
  g_autofree char *part = cand_markdown_to_html ("*a* b", 3);
  g_autofree char *nul = cand_markdown_to_html ("a\0b", 3);

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (part, ==, "<p><em>a</em></p>\n");
  g_assert_cmpstr (nul, ==, "<p>ab</p>\n");
}

static void
test_blocks (void)
{
  g_autofree char *html = cand_markdown_to_html (
      "# T\n\n1. [a](../b?c=1&d#e), x\n2. [f](javascript:alert%281%29)\n   - g\n", -1);
  g_autoptr (GPtrArray) blocks =
      cand_blocks_new_from_html_at (html, -1, "https://acme.example/x/y", NULL);
  g_autoptr (GPtrArray) without = cand_blocks_new_from_html (html, -1, NULL);
  g_autofree char *text = cand_blocks_to_text (blocks);
  const CandBlock *item = g_ptr_array_index (blocks, 1);
  const CandRun *run = g_ptr_array_index (item->runs, 0);

  g_assert_cmpstr (text, ==, "T\n\n1. a, x\n2. f\n  • g");
  g_assert_cmpstr (run->link, ==, "https://acme.example/b?c=1&d#e");
  item = g_ptr_array_index (blocks, 2);
  run = g_ptr_array_index (item->runs, 0);
  g_assert_null (run->link);
  item = g_ptr_array_index (without, 1);
  run = g_ptr_array_index (item->runs, 0);
  g_assert_null (run->link);
}

static void
test_depth (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *html = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  const CandBlock *block;

  for (guint i = 0; i < 40; i++)
    g_string_append (text, "> ");
  g_string_append (text, "deep - down");
  html = cand_markdown_to_html (text->str, -1);
  blocks = cand_blocks_new_from_html (html, -1, NULL);
  g_assert_cmpuint (blocks->len, ==, 1);
  block = g_ptr_array_index (blocks, 0);
  g_assert_cmpuint (block->level, ==, 32);
  g_assert_cmpstr (((const CandRun *) g_ptr_array_index (block->runs, 0))->text, ==, "deep - down");
}

static void
test_hostile (void)
{
  static const struct
  {
    const char *before;
    const char *part;
    guint n;
    const char *after;
  } texts[] = {
    { "", ">", 100000, " x" },
    { "", "- ", 250000, " x" },
    { "", "- * ", 120000, " x" },
    { "", "1. ", 150000, " x" },
    { "", "[", 500000, "" },
    { "", "[a](", 120000, "" },
    { "", "*a **b ", 70000, "" },
    { "", "`", 500000, "" },
    { "", "|", 500000, "\n|-|-|\n" },
    { "|a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|\n|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|\n", "|\n", 250000, "" },
    { "[a]: /u\n\n", "[a]", 160000, "" },
    { "", "<div>", 100000, "" },
    { "", "a", 1 << 20, "" },
    { "", "\n", 1 << 20, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GString) text = g_string_new (texts[i].before);
      g_autoptr (GTimer) timer = NULL;
      g_autofree char *html = NULL;

      for (guint j = 0; j < texts[i].n; j++)
        g_string_append (text, texts[i].part);
      g_string_append (text, texts[i].after);
      timer = g_timer_new ();
      html = cand_markdown_to_html (text->str, text->len);
      g_test_message ("%s: %.2f s", texts[i].part, g_timer_elapsed (timer, NULL));
      g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, MAX_SECONDS);
      g_assert_cmpuint (strlen (html), <=, 8 * CAND_BLOCKS_MAX_BYTES);
    }
}

/* A definition with a long address, and many links that refer to it, is gigabytes of HTML. */
static void
test_endless (void)
{
  g_autoptr (GString) text = g_string_new ("[a]: https://b.example/");
  g_autoptr (GTimer) timer = NULL;
  g_autofree char *html = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (text, 'u');
  g_string_append (text, "\n\nbefore\n\n");
  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "[a] ");
  timer = g_timer_new ();
  html = cand_markdown_to_html (text->str, text->len);
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, MAX_SECONDS);
  g_assert_true (g_str_has_prefix (html, "<p>before</p>\n"));
  g_assert_cmpuint (strlen (html), <, 10000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/markdown/html", test_html);
  g_test_add_func ("/text/markdown/lengths", test_lengths);
  g_test_add_func ("/text/markdown/blocks", test_blocks);
  g_test_add_func ("/text/markdown/depth", test_depth);
  g_test_add_func ("/text/markdown/hostile", test_hostile);
  g_test_add_func ("/text/markdown/endless", test_endless);
  return g_test_run ();
}
