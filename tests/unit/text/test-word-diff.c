/* test-word-diff.c: what one text says otherwise than another
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/text/cand-word-diff.h"

#include <string.h>

/* Under a sanitizer on a loaded machine; alone it takes some tenths of a second. */
#define MAX_SECONDS 10

/* "[-removed-]" and "{+added+}" in what stays. */
static char *
describe (const char *before, const char *after)
{
  g_autoptr (GArray) spans = cand_word_diff (before, after);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const CandWordSpan *span = &g_array_index (spans, CandWordSpan, i);
      const char *source = span->change == CAND_WORD_REMOVED ? before : after;

      g_string_append (text, span->change == CAND_WORD_REMOVED ? "[-"
                             : span->change == CAND_WORD_ADDED ? "{+"
                                                               : "");
      g_string_append_len (text, source + span->start, (gssize) span->length);
      g_string_append (text, span->change == CAND_WORD_REMOVED ? "-]"
                             : span->change == CAND_WORD_ADDED ? "+}"
                                                               : "");
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *before;
  const char *after;
  const char *expected;
} cases[] = {
  { "", "", "" },
  { "the same", "the same", "the same" },
  { "", "new text", "{+new text+}" },
  { "old text", "", "[-old text-]" },
  { "I like cats", "I like dogs", "I like [-cats-]{+dogs+}" },
  { "I like cats", "I really like cats", "I {+really +}like cats" },
  { "one two three four", "one three four", "one [-two -]three four" },
  /* The blank between two changed words is part of the change. */
  { "a brown fox here", "a red dog here", "a [-brown fox-]{+red dog+} here" },
  /* A line break is not: lines are compared with lines. */
  { "brown\nfox", "red\ndog", "[-brown-]{+red+}\n[-fox-]{+dog+}" },
  { "Hello, world.", "Hello, world!", "Hello, world[-.-]{+!+}" },
  { "I don't know", "I do know", "I [-don't-]{+do+} know" },
  { "two  blanks", "two blanks", "two[-  -]{+ +}blanks" },
  { "a\r\nb", "a\nb", "a[-\r\n-]{+\n+}b" },
  /* Accents, also as characters of their own, belong to their letters. */
  { "un été chaud", "un e\xcc\x81t\xc3\xa9 chaud", "un [-été-]{+e\xcc\x81t\xc3\xa9+} chaud" },
  { "Я люблю котов", "Я люблю собак", "Я люблю [-котов-]{+собак+}" },
  { "أحب القطط", "أحب الكلاب", "أحب [-القطط-]{+الكلاب+}" },
  { "मैं घर जाता हूँ", "मैं स्कूल जाता हूँ", "मैं [-घर-]{+स्कूल+} जाता हूँ" },
  /* Without blanks between words, by characters. */
  { "我喜欢猫", "我喜欢狗", "我喜欢[-猫-]{+狗+}" },
  { "猫が好きです", "犬が好きです", "[-猫-]{+犬+}が好きです" },
  { "ผมชอบแมว", "ผมชอบหมา", "ผมชอบ[-แ-]{+ห+}ม[-ว-]{+า+}" },
  /* A picture is never cut. */
  { "👩‍💻 here", "👩‍🔬 here", "[-👩‍💻-]{+👩‍🔬+} here" },
  { "👍🏽", "👍🏿", "[-👍🏽-]{+👍🏿+}" },
  { "🇫🇷", "🇫🇮", "[-🇫🇷-]{+🇫🇮+}" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = describe (cases[i].before, cases[i].after);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_null (void)
{
  g_autoptr (GArray) nothing = cand_word_diff (NULL, NULL);
  g_autoptr (GArray) added = cand_word_diff (NULL, "a");

  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_cmpuint (added->len, ==, 1);
}

static void
test_count (void)
{
  g_autoptr (GArray) spans =
      cand_word_diff ("I like brown foxes, really.", "I like red dogs and cats, really!");
  guint n_removed, n_added;

  cand_word_diff_count (spans, &n_removed, &n_added);
  g_assert_cmpuint (n_removed, ==, 2);
  g_assert_cmpuint (n_added, ==, 4);
}

/* All of both texts is there, in order, and no neighbours are of one kind. */
static void
check_whole (const char *before, const char *after)
{
  g_autoptr (GArray) spans = cand_word_diff (before, after);
  gsize at[2] = { 0, 0 };

  for (guint i = 0; i < spans->len; i++)
    {
      const CandWordSpan *span = &g_array_index (spans, CandWordSpan, i);
      CandWordChange last =
          i > 0 ? g_array_index (spans, CandWordSpan, i - 1).change : (CandWordChange) -1;

      g_assert_cmpuint (span->length, >, 0);
      g_assert_true (span->change != last);
      g_assert_false (span->change == CAND_WORD_REMOVED && last == CAND_WORD_ADDED);
      g_assert_cmpuint (span->start, ==, at[span->change == CAND_WORD_REMOVED ? 0 : 1]);
      if (span->change == CAND_WORD_SAME)
        g_assert_cmpint (memcmp (before + at[0], after + at[1], span->length), ==, 0);
      if (span->change != CAND_WORD_ADDED)
        at[0] += span->length;
      if (span->change != CAND_WORD_REMOVED)
        at[1] += span->length;
    }
  g_assert_cmpuint (at[0], ==, strlen (before));
  g_assert_cmpuint (at[1], ==, strlen (after));
}

/* Signs stand by themselves, so that each letter here is one word of the diff. */
static char *
make_signs (GRand *random, int n)
{
  static const char signs[] = "!?.;";
  GString *text = g_string_new (NULL);

  for (int i = 0; i < n; i++)
    g_string_append_c (text, signs[g_rand_int_range (random, 0, 4)]);
  return g_string_free (text, FALSE);
}

/* The plain way, for short texts: how long the longest common sequence is. */
static guint
count_common (const char *a, const char *b)
{
  guint lengths[32][32] = { 0 };

  for (gsize i = 1; i <= strlen (a); i++)
    for (gsize j = 1; j <= strlen (b); j++)
      lengths[i][j] = a[i - 1] == b[j - 1] ? lengths[i - 1][j - 1] + 1
                                           : MAX (lengths[i - 1][j], lengths[i][j - 1]);
  return lengths[strlen (a)][strlen (b)];
}

/* Nothing that could stay is told to have changed. */
static void
test_least (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260501);

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *before = make_signs (random, g_rand_int_range (random, 0, 16));
      g_autofree char *after = make_signs (random, g_rand_int_range (random, 0, 16));
      g_autoptr (GArray) spans = cand_word_diff (before, after);
      guint n_same = 0;

      check_whole (before, after);
      for (guint j = 0; j < spans->len; j++)
        if (g_array_index (spans, CandWordSpan, j).change == CAND_WORD_SAME)
          n_same += g_array_index (spans, CandWordSpan, j).length;
      g_assert_cmpuint (n_same, ==, count_common (before, after));
    }
}

static char *
make_words (const char *format, guint n, guint step)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, format, i * step);
  return g_string_free (text, FALSE);
}

static char *
repeat (const char *what, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, what);
  return g_string_free (text, FALSE);
}

/* Texts of some 200 kB and more, made to be slow. */
static void
test_large (void)
{
  g_autofree char *numbers = make_words ("w%u ", 40000, 1);
  g_autofree char *others = make_words ("x%u ", 40000, 1);
  g_autofree char *every_third = make_words ("w%u ", 13333, 3);
  g_autofree char *backwards = make_words ("w%u ", 40000, 39999);
  g_autofree char *as = repeat ("a ", 100000);
  g_autofree char *abs = repeat ("a b ", 50000);
  g_autofree char *signs = repeat ("!?", 100000);
  g_autofree char *turned = repeat ("?!!", 66667);
  g_autofree char *one_word = repeat ("a", 400000);
  g_autofree char *breaks = repeat ("\n", 200000);
  const char *texts[] = { numbers, others, every_third, backwards, as,
                          abs,     signs,  turned,      one_word,  breaks };
  g_autoptr (GTimer) timer = g_timer_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    for (gsize j = i + 1; j < G_N_ELEMENTS (texts); j++)
      {
        g_timer_start (timer);
        check_whole (texts[i], texts[j]);
        g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, MAX_SECONDS);
      }
}

/* Far more changes than the exact way goes to, and still each of them is found. */
static void
test_many_changes (void)
{
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GString) after = g_string_new (NULL);
  g_autoptr (GArray) spans = NULL;
  guint n_removed, n_added;

  for (guint i = 0; i < 5000; i++)
    {
      g_string_append_printf (before, "word%u old stays here. ", i);
      g_string_append_printf (after, "word%u new stays here. ", i);
    }
  spans = cand_word_diff (before->str, after->str);
  cand_word_diff_count (spans, &n_removed, &n_added);
  g_assert_cmpuint (n_removed, ==, 5000);
  g_assert_cmpuint (n_added, ==, 5000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word-diff/cases", test_cases);
  g_test_add_func ("/word-diff/null", test_null);
  g_test_add_func ("/word-diff/count", test_count);
  g_test_add_func ("/word-diff/least", test_least);
  g_test_add_func ("/word-diff/large", test_large);
  g_test_add_func ("/word-diff/many-changes", test_many_changes);
  return g_test_run ();
}
