/* test-text-limit.c: how much of a text a server takes
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/model/cand-text-limit.h"

#include <string.h>

#define FAMILY "👩‍👩‍👧" /* three of four bytes, two joiners of three: 18 bytes */
#define FLAG "🇫🇷"                   /* 8 bytes */
#define ACCENTED "e\u0301"          /* 3 bytes */

static void
test_count (void)
{
  static const struct
  {
    const char *text;
    gint64 utf16;
    gint64 characters;
  } cases[] = {
    { NULL, 0, 0 },       { "", 0, 0 },     { "abc", 3, 3 },    { "é", 1, 1 },
    { ACCENTED, 2, 2 },   { "a\nb", 3, 3 }, { "a\r\nb", 3, 3 }, { "a\rb", 3, 3 },
    { "\r\n\r\n", 2, 2 }, { "\n\r", 2, 2 }, { "漢字", 2, 2 },   { "👍", 2, 1 },
    { FAMILY, 8, 5 },     { FLAG, 4, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (cand_text_count (cases[i].text, CAND_UNITS_UTF16), ==, cases[i].utf16);
      g_assert_cmpint (cand_text_count (cases[i].text, CAND_UNITS_CHARACTERS), ==,
                       cases[i].characters);
    }
}

static void
test_remaining (void)
{
  g_autofree char *text = g_strnfill (100, 'a');
  CandTextLimit limit;

  cand_text_limit_measure (&limit, text, CAND_LIMIT_UNKNOWN, CAND_UNITS_UTF16);
  g_assert_false (limit.known);
  g_assert_false (limit.shown);
  g_assert_cmpint (limit.length, ==, 100);
  g_assert_cmpuint (limit.cut, ==, 100);

  cand_text_limit_measure (&limit, text, 112, CAND_UNITS_UTF16);
  g_assert_true (limit.known);
  g_assert_cmpint (limit.remaining, ==, 12);
  g_assert_false (limit.shown);
  cand_text_limit_measure (&limit, text, 111, CAND_UNITS_UTF16);
  g_assert_true (limit.shown);
  g_assert_cmpint (limit.remaining, ==, 11);
  cand_text_limit_measure (&limit, text, 100, CAND_UNITS_UTF16);
  g_assert_cmpint (limit.remaining, ==, 0);
  g_assert_cmpuint (limit.cut, ==, 100);
  cand_text_limit_measure (&limit, text, 97, CAND_UNITS_UTF16);
  g_assert_true (limit.shown);
  g_assert_cmpint (limit.remaining, ==, -3);
  g_assert_cmpuint (limit.cut, ==, 97);

  cand_text_limit_measure (&limit, text, G_MAXINT64, CAND_UNITS_UTF16);
  g_assert_false (limit.shown);
  g_assert_cmpint (limit.remaining, ==, G_MAXINT64 - 100);
  cand_text_limit_measure (&limit, NULL, 0, CAND_UNITS_UTF16);
  g_assert_true (limit.known);
  g_assert_cmpint (limit.remaining, ==, 0);
  cand_text_limit_measure (&limit, "a", 0, CAND_UNITS_CHARACTERS);
  g_assert_cmpuint (limit.cut, ==, 0);
}

/* What is shown from 90 % on, for every limit: the same as counted with fractions. */
static void
test_shown (void)
{
  g_autofree char *text = g_strnfill (300, 'a');

  for (gint64 limit = 1; limit <= 300; limit++)
    for (gint64 length = 0; length <= 300; length += 7)
      {
        CandTextLimit measured;

        cand_text_limit_measure (&measured, text + 300 - length, limit, CAND_UNITS_UTF16);
        g_assert_cmpint (measured.shown, ==, length * 10 >= limit * 9);
      }
}

static void
test_cut (void)
{
  static const struct
  {
    const char *text;
    gint64 limit;
    CandUnits units;
    gsize cut;
  } cases[] = {
    { "abc", 2, CAND_UNITS_UTF16, 2 },
    { "a" ACCENTED "b", 2, CAND_UNITS_UTF16, 1 },
    { "a" ACCENTED "b", 3, CAND_UNITS_UTF16, 4 },
    { "a👍", 2, CAND_UNITS_UTF16, 1 },
    { "a👍b", 2, CAND_UNITS_CHARACTERS, 5 },
    { "a" FAMILY, 8, CAND_UNITS_UTF16, 1 },
    { FAMILY "a", 8, CAND_UNITS_UTF16, 18 },
    { FAMILY "a", 5, CAND_UNITS_CHARACTERS, 18 },
    { FAMILY "a", 4, CAND_UNITS_CHARACTERS, 0 },
    { FLAG FLAG, 4, CAND_UNITS_UTF16, 8 },
    { FLAG FLAG, 3, CAND_UNITS_CHARACTERS, 8 },
    { FLAG FLAG, 7, CAND_UNITS_UTF16, 8 },
    { "👍🏽!", 2, CAND_UNITS_UTF16, 0 },
    { "❤️!", 1, CAND_UNITS_UTF16, 0 },
    { "1️⃣2", 3, CAND_UNITS_UTF16, 7 },
    { "각각", 1, CAND_UNITS_UTF16, 3 },
    { "\u1100\u1161\u11a8x", 2, CAND_UNITS_UTF16, 0 },
    { "\u1100\u1161\u11a8x", 3, CAND_UNITS_UTF16, 9 },
    { "क्षx", 2, CAND_UNITS_UTF16, 0 },
    { "a\r\nb", 1, CAND_UNITS_UTF16, 1 },
    { "a\r\nb", 2, CAND_UNITS_UTF16, 3 },
    { "a\n\u0301", 2, CAND_UNITS_UTF16, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CandTextLimit limit;

      cand_text_limit_measure (&limit, cases[i].text, cases[i].limit, cases[i].units);
      g_assert_cmpint (limit.remaining, <, 0);
      g_assert_cmpuint (limit.cut, ==, cases[i].cut);
    }
}

/* At any limit: what is left is text, and fits. */
static void
test_every_cut (void)
{
  const char *text = "Où? " FAMILY FLAG FLAG "\r\n" ACCENTED
                     "\u0302क्षि 각 👍🏽🏴󠁧󠁢󠁳󠁣󠁴󠁿 x";

  for (gint64 limit = 0; limit <= cand_text_count (text, CAND_UNITS_UTF16); limit++)
    {
      CandTextLimit measured;
      g_autofree char *left = NULL;

      cand_text_limit_measure (&measured, text, limit, CAND_UNITS_UTF16);
      left = g_strndup (text, measured.cut);
      g_assert_true (g_utf8_validate (left, -1, NULL));
      g_assert_cmpint (cand_text_count (left, CAND_UNITS_UTF16), <=, limit);
      g_assert_false (g_unichar_ismark (g_utf8_get_char (text + measured.cut)));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-limit/count", test_count);
  g_test_add_func ("/text-limit/remaining", test_remaining);
  g_test_add_func ("/text-limit/shown", test_shown);
  g_test_add_func ("/text-limit/cut", test_cut);
  g_test_add_func ("/text-limit/every-cut", test_every_cut);
  return g_test_run ();
}
