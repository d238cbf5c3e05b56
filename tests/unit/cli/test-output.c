/* test-output.c: words and columns on the terminal
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/cand-cli-output.h"

static void
test_columns (void)
{
  g_assert_cmpuint (cand_cli_get_columns (""), ==, 0);
  g_assert_cmpuint (cand_cli_get_columns ("Paris"), ==, 5);
  g_assert_cmpuint (cand_cli_get_columns ("Zürich"), ==, 6);
  g_assert_cmpuint (cand_cli_get_columns ("Zu\xcc\x88rich"), ==, 6);
  g_assert_cmpuint (cand_cli_get_columns ("東京"), ==, 4);
}

static void
assert_line (const char *text, guint columns, const char *expected)
{
  g_autofree char *line = cand_cli_dup_line (text, columns);

  g_assert_cmpstr (line, ==, expected);
}

static void
test_line (void)
{
  assert_line ("", 0, "");
  assert_line ("  one\n\ttwo  ", 0, "one two");
  assert_line ("a\x1b[2Jb", 0, "a [2Jb");
  assert_line ("exactly", 7, "exactly");
  assert_line ("exactly ", 7, "exactly");
  assert_line ("exactly!", 7, "exactl…");
  assert_line ("two words", 4, "two…");
  assert_line ("two words", 5, "two…");
  assert_line ("東京都", 5, "東京…");
  assert_line ("東京都", 4, "東…");
  assert_line ("ab", 1, "…");
}

static void
test_row (void)
{
  const char *first[] = { "Accelerate", "Paris", "New", NULL };
  const char *second[] = { "東京", "", "", NULL };
  guint widths[3] = { 0 };
  g_autofree char *first_row = NULL;
  g_autofree char *second_row = NULL;

  cand_cli_measure (widths, first);
  cand_cli_measure (widths, second);
  g_assert_cmpuint (widths[0], ==, 10);
  g_assert_cmpuint (widths[1], ==, 5);
  first_row = cand_cli_dup_row (widths, first);
  g_assert_cmpstr (first_row, ==, "Accelerate  Paris  New");
  second_row = cand_cli_dup_row (widths, second);
  g_assert_cmpstr (second_row, ==, "東京");

  second[2] = "Closed";
  g_free (second_row);
  second_row = cand_cli_dup_row (widths, second);
  g_assert_cmpstr (second_row, ==, "東京               Closed");

  /* A cell wider than what was measured pushes the rest, and stays apart from it. */
  first[0] = "Accelerate Internship";
  g_free (first_row);
  first_row = cand_cli_dup_row (widths, first);
  g_assert_cmpstr (first_row, ==, "Accelerate Internship  Paris  New");
}

static void
test_times (void)
{
  g_autofree char *utc = cand_cli_dup_utc (1788350400);
  g_autofree char *local = cand_cli_dup_local (1788350400);
  g_autofree char *never = cand_cli_dup_local (0);
  g_autofree char *beyond = cand_cli_dup_local (G_MAXINT64);

  g_assert_cmpstr (utc, ==, "2026-09-02T12:00:00Z");
  g_assert_cmpstr (local, ==, "2026-09-02 12:00");
  g_assert_null (cand_cli_dup_utc (0));
  g_assert_null (cand_cli_dup_utc (G_MAXINT64));
  g_assert_cmpstr (never, ==, "");
  g_assert_cmpstr (beyond, ==, "");
}

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/output/columns", test_columns);
  g_test_add_func ("/cli/output/line", test_line);
  g_test_add_func ("/cli/output/row", test_row);
  g_test_add_func ("/cli/output/times", test_times);
  return g_test_run ();
}
