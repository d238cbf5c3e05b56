/* programme-test.h: an announcement of a page's, for the tests of following and reading it again
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "announcement-test.h"

/* "1 Alpha open|2 Beta withdrawn": place, title and what becomes of it, by code. */
static inline void
programme_test_assert_positions (LibraryTest *self, const char *board, const char *expected)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT group_concat (line, '|') FROM (SELECT substr (code, -1) || ' ' || title || "
      "CASE withdrawn WHEN 1 THEN ' withdrawn' ELSE '' END AS line FROM position "
      "WHERE board = (SELECT id FROM board WHERE key = '%s') ORDER BY code)",
      board);

  library_test_assert_text (self, sql, expected);
}

static inline CandProgramme *
programme_test_follow (LibraryTest *self, const char *entries)
{
  g_autofree char *page = announcement_test_page (entries);
  g_autoptr (CandFound) found = announcement_test_read (page, PAGE);
  CandProgramme *programme;

  announcement_test_answer (self, PAGE_PATH, page);
  announcement_test_follow (self, found);
  programme = announcement_test_find (self, cand_found_get_key (found));
  g_assert_nonnull (programme);
  return programme;
}

/* Refreshes; the summary of what changed, NULL for nothing. */
static inline char *
programme_test_refresh (LibraryTest *self, CandProgramme *programme)
{
  g_autoptr (GPtrArray) reports = announcement_test_refresh (self);
  const CandProgrammeReport *report =
      announcement_test_find_report (reports, cand_programme_get_name (programme));

  g_assert_no_error (report->error);
  g_assert_cmpstr (report->title, ==, cand_programme_get_title (programme));
  return report->changes != NULL ? cand_programme_changes_dup_summary (report->changes) : NULL;
}

static inline void
programme_test_change (LibraryTest *self,
                       CandProgramme *programme,
                       const char *entries,
                       const char *expected)
{
  g_autofree char *page = announcement_test_page (entries);
  g_autofree char *changes = NULL;

  announcement_test_answer (self, PAGE_PATH, page);
  changes = programme_test_refresh (self, programme);
  g_assert_cmpstr (changes, ==, expected);
}
