/* test-blocks.c: the block list: plain text, markup, safe links
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/text/cand-block-builder.h"

static void
test_builder (void)
{
  g_autoptr (CandBlockBuilder) builder = cand_block_builder_new ();
  g_autoptr (GPtrArray) blocks = NULL;
  CandBlock *block;
  CandRun *run;

  g_assert_false (cand_block_builder_is_open (builder));
  cand_block_builder_open (builder, CAND_BLOCK_PARAGRAPH, 0, 0, FALSE);
  g_assert_true (cand_block_builder_is_open (builder));
  g_assert_false (cand_block_builder_has_text (builder));
  cand_block_builder_add_text (builder, " \n one ", CAND_RUN_PLAIN, NULL);
  cand_block_builder_add_text (builder, "  two", CAND_RUN_PLAIN, NULL);
  cand_block_builder_add_text (builder, "three\x01 ", CAND_RUN_STRONG, "https://example.org/");
  cand_block_builder_add_break (builder);
  g_assert_true (cand_block_builder_ends_in_break (builder));
  /* A block that got nothing but blanks is none. */
  cand_block_builder_open (builder, CAND_BLOCK_PARAGRAPH, 0, 0, FALSE);
  cand_block_builder_add_text (builder, "  \n ", CAND_RUN_PLAIN, NULL);
  cand_block_builder_add_rule (builder);
  cand_block_builder_open (builder, CAND_BLOCK_PREFORMATTED, 0, 0, FALSE);
  cand_block_builder_add_text (builder, "  a\n\tb\n", CAND_RUN_PLAIN, NULL);
  blocks = cand_block_builder_end (builder);

  g_assert_cmpuint (blocks->len, ==, 3);
  block = g_ptr_array_index (blocks, 0);
  g_assert_cmpint (block->type, ==, CAND_BLOCK_PARAGRAPH);
  g_assert_cmpuint (block->runs->len, ==, 2);
  run = g_ptr_array_index (block->runs, 0);
  g_assert_cmpstr (run->text, ==, "one two");
  g_assert_cmpint (run->flags, ==, CAND_RUN_PLAIN);
  g_assert_null (run->link);
  run = g_ptr_array_index (block->runs, 1);
  g_assert_cmpstr (run->text, ==, "three");
  g_assert_cmpint (run->flags, ==, CAND_RUN_STRONG);
  g_assert_cmpstr (run->link, ==, "https://example.org/");
  block = g_ptr_array_index (blocks, 1);
  g_assert_cmpint (block->type, ==, CAND_BLOCK_RULE);
  g_assert_cmpuint (block->runs->len, ==, 0);
  block = g_ptr_array_index (blocks, 2);
  run = g_ptr_array_index (block->runs, 0);
  g_assert_cmpstr (run->text, ==, "  a\n\tb");
}

static void
test_text (void)
{
  g_autoptr (CandBlockBuilder) builder = cand_block_builder_new ();
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autofree char *text = NULL;
  g_autofree char *nothing = NULL;
  const struct
  {
    CandBlockType type;
    guint level;
    guint ordinal;
    gboolean continues;
    const char *words;
  } input[] = {
    { CAND_BLOCK_HEADING, 2, 0, FALSE, "Role" },
    { CAND_BLOCK_PARAGRAPH, 0, 0, FALSE, "You will" },
    { CAND_BLOCK_ITEM, 1, 0, FALSE, "write" },
    { CAND_BLOCK_ITEM, 1, 0, TRUE, "much" },
    { CAND_BLOCK_ITEM, 2, 3, FALSE, "read" },
    { CAND_BLOCK_QUOTE, 1, 0, FALSE, "said" },
    { CAND_BLOCK_TABLE_ROW, 0, 0, FALSE, "a · b" },
    { CAND_BLOCK_TABLE_ROW, 0, 0, FALSE, "c · d" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (input); i++)
    {
      cand_block_builder_open (builder, input[i].type, input[i].level, input[i].ordinal,
                               input[i].continues);
      cand_block_builder_add_text (builder, input[i].words, CAND_RUN_PLAIN, NULL);
    }
  cand_block_builder_open (builder, CAND_BLOCK_ITEM, 1, 0, FALSE);
  cand_block_builder_add_text (builder, "two", CAND_RUN_PLAIN, NULL);
  cand_block_builder_add_break (builder);
  cand_block_builder_add_text (builder, "lines", CAND_RUN_PLAIN, NULL);
  blocks = cand_block_builder_end (builder);
  text = cand_blocks_to_text (blocks);
  g_assert_cmpstr (text, ==,
                   "Role\n\nYou will\n\n• write\n  much\n  3. read\n\nsaid\n\na · b\nc · d\n\n"
                   "• two\n  lines");

  none = cand_block_builder_end (builder);
  nothing = cand_blocks_to_text (none);
  g_assert_cmpstr (nothing, ==, "");
}

static void
test_markup (void)
{
  g_autoptr (CandBlockBuilder) builder = cand_block_builder_new ();
  g_autoptr (GPtrArray) blocks = NULL;
  g_autofree char *markup = NULL;

  cand_block_builder_open (builder, CAND_BLOCK_PARAGRAPH, 0, 0, FALSE);
  cand_block_builder_add_text (builder, "a < b & c ", CAND_RUN_PLAIN, NULL);
  cand_block_builder_add_text (builder, "see ", CAND_RUN_PLAIN, "https://example.org/?a=1&b=\"2");
  cand_block_builder_add_text (builder, "this",
                               CAND_RUN_STRONG | CAND_RUN_EMPHASIS | CAND_RUN_CODE |
                                   CAND_RUN_STRIKE | CAND_RUN_UNDERLINE,
                               "https://example.org/?a=1&b=\"2");
  cand_block_builder_add_text (builder, "</b>", CAND_RUN_STRONG, NULL);
  blocks = cand_block_builder_end (builder);
  markup = cand_block_to_markup (g_ptr_array_index (blocks, 0));
  g_assert_cmpstr (markup, ==,
                   "a &lt; b &amp; c <a href=\"https://example.org/?a=1&amp;b=&quot;2\">see "
                   "<b><i><tt><s><u>this</u></s></tt></i></b></a><b>&lt;/b&gt;</b>");
}

static void
test_links (void)
{
  static const char *const safe[] = {
    "http://example.org",           "https://example.org/a?b=c#d", "HTTPS://EXAMPLE.ORG/",
    "mailto:jobs@example.org",      "https://exämple.org/é",       "https://example.org:8443/",
    "mailto:a@b.example?subject=x",
  };
  static const char *const unsafe[] = {
    "",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "vbscript:x",
    "ftp://example.org/",
    "/relative",
    "relative",
    "//example.org/",
    "#top",
    "https://",
    "https:",
    "https:example.org",
    "mailto:",
    "https://example.org/a b",
    "https://example.org/\n",
    "https://example.org/%zz",
    "https://[::1/",
    "\xff\xfe",
  };

  for (guint i = 0; i < G_N_ELEMENTS (safe); i++)
    if (!cand_link_is_safe (safe[i]))
      g_error ("Refused: %s", safe[i]);
  for (guint i = 0; i < G_N_ELEMENTS (unsafe); i++)
    if (cand_link_is_safe (unsafe[i]))
      g_error ("Taken: %s", unsafe[i]);
  g_assert_false (cand_link_is_safe (NULL));
}

static void
test_blank (void)
{
  g_assert_true (cand_text_is_blank (""));
  g_assert_true (cand_text_is_blank (" \t\r\n\f\xc2\xa0\xe2\x80\x8b\xef\xbb\xbf"));
  g_assert_false (cand_text_is_blank ("  . "));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/blocks/builder", test_builder);
  g_test_add_func ("/text/blocks/text", test_text);
  g_test_add_func ("/text/blocks/markup", test_markup);
  g_test_add_func ("/text/blocks/links", test_links);
  g_test_add_func ("/text/blocks/blank", test_blank);
  return g_test_run ();
}
