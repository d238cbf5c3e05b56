/* test-programme-changes.c: two readings of one announcement
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/model/cand-programme.h"

#define KEYED(code) "https://apply.workable.com/acme/j/" code "/", "workable:acme:" code

static CandProgramme *
make_programme (const char *date, const char *title, const char *const (*rows)[5], guint n)
{
  g_autoptr (GPtrArray) entries =
      g_ptr_array_new_with_free_func ((GDestroyNotify) cand_programme_entry_free);
  CandProgrammeContent content = { .name = "acme", .title = title, .date = date };

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (entries, cand_programme_entry_new (rows[i][0], rows[i][1], rows[i][2],
                                                        rows[i][3], rows[i][4]));
  content.entries = entries;
  return cand_programme_new (&content);
}

static const char *const first[][5] = {
  { "Painter", "Art", "Paints", KEYED ("A1") },
  { "Speech", "Code", "Listens", KEYED ("A2") },
  { "Gardener", "", "", "https://acme.example/gardener", "" },
  { "Cook", "", "", KEYED ("A3") },
};

static void
assert_list (GStrv list, const char *lines)
{
  g_autofree char *joined = g_strjoinv ("\n", list);

  g_assert_cmpstr (joined, ==, lines);
}

static void
assert_summary (const CandProgrammeChanges *changes, const char *summary)
{
  g_autofree char *text = cand_programme_changes_dup_summary (changes);

  g_assert_cmpstr (text, ==, summary);
}

static void
test_same (void)
{
  g_autoptr (CandProgramme) a = make_programme ("2026-01-02", "A", first, 4);
  g_autoptr (CandProgramme) b = make_programme ("2026-01-02", "A", first, 4);

  g_assert_null (cand_programme_compare (a, a));
  g_assert_null (cand_programme_compare (a, b));
}

static void
test_entries (void)
{
  static const char *const then[][5] = {
    { "Text to Speech", "Code", "Listens", KEYED ("A2") },
    { "Painter", "Art", "Paints", KEYED ("A1") },
    { "Baker", "", "", KEYED ("A4") },
    { "Head Gardener", "", "", "https://acme.example/gardener", "" },
    { "Diver", "", "", "https://acme.example/diver", "" },
  };
  g_autoptr (CandProgramme) a = make_programme ("2026-01-02", "A", first, 4);
  g_autoptr (CandProgramme) b = make_programme ("2026-01-02", "A", then, 5);
  g_autoptr (CandProgrammeChanges) changes = cand_programme_compare (a, b);
  g_autoptr (CandProgrammeChanges) back = cand_programme_compare (b, a);

  assert_list (changes->withdrawn, "Cook");
  assert_list (changes->added, "Baker\nDiver");
  assert_list (changes->renamed, "Text to Speech\nHead Gardener");
  assert_list (changes->earlier, "Speech\nGardener");
  g_assert_cmpstr (cand_programme_changes_get_earlier (changes, 1), ==, "Gardener");
  g_assert_null (cand_programme_changes_get_earlier (changes, 2));
  g_assert_cmpuint (cand_programme_count_kept (a, b), ==, 3);
  g_assert_false (changes->date_changed);
  g_assert_false (changes->text_changed);
  assert_summary (changes, "1 withdrawn, 2 added, 2 renamed; the date line did not change");
  assert_list (back->withdrawn, "Baker\nDiver");
  assert_list (back->renamed, "Speech\nGardener");
}

static void
test_some (void)
{
  g_autoptr (CandProgramme) a = make_programme ("2026-01-02", "A", first, 4);
  g_autoptr (CandProgramme) fewer = make_programme ("2026-01-03", "A", first, 2);
  g_autoptr (CandProgrammeChanges) withdrawn = cand_programme_compare (a, fewer);
  g_autoptr (CandProgrammeChanges) added = cand_programme_compare (fewer, a);

  g_assert_true (withdrawn->date_changed);
  assert_summary (withdrawn, "2 withdrawn; the date line changed");
  assert_summary (added, "2 added; the date line changed");
}

static void
test_texts (void)
{
  static const char *const regrouped[][5] = { { "Painter", "Paint", "Paints", KEYED ("A1") } };
  static const char *const reworded[][5] = { { "Painter", "Art", "Draws", KEYED ("A1") } };
  g_autoptr (CandProgramme) a = make_programme ("2026-01-02", "A", first, 1);
  CandProgramme *others[] = {
    make_programme ("2026-01-02", "A", regrouped, 1),
    make_programme ("2026-01-02", "A", reworded, 1),
    make_programme ("2026-01-02", "B", first, 1),
    make_programme ("2026-02-02", "A", first, 1),
    make_programme (NULL, "B", first, 1),
  };
  static const char *const summaries[] = {
    "The text changed; the date line did not", "The text changed; the date line did not",
    "The text changed; the date line did not", "The date line changed",
    "The date line and the text changed",
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (CandProgrammeChanges) changes = cand_programme_compare (a, others[i]);

      g_assert_cmpuint (g_strv_length (changes->withdrawn), ==, 0);
      g_assert_cmpint (changes->text_changed, ==, i != 3);
      g_assert_cmpint (changes->date_changed, ==, i >= 3);
      assert_summary (changes, summaries[i]);
      g_assert_finalize_object (others[i]);
    }
}

static void
test_content (void)
{
  static const char *const list[] = { "Ada", "Grace", NULL };
  CandProgrammeContent content = { .name = "acme",
                                   .title = " Acme ",
                                   .date = "29 November",
                                   .url = "https://acme.example/",
                                   .portal_url = "https://portal.example/",
                                   .organisation = "Acme Ltd",
                                   .introduction = "One",
                                   .locations = "Two",
                                   .how_to_apply = "Three",
                                   .statement = "Four",
                                   .authors = list,
                                   .checklist = list + 1,
                                   .short_submission = TRUE };
  CandProgramme *programme = cand_programme_new (&content);

  g_assert_cmpstr (cand_programme_get_name (programme), ==, "acme");
  g_assert_cmpstr (cand_programme_get_title (programme), ==, "Acme");
  g_assert_null (cand_programme_get_date (programme));
  g_assert_cmpstr (cand_programme_get_url (programme), ==, "https://acme.example/");
  g_assert_cmpstr (cand_programme_get_portal_url (programme), ==, "https://portal.example/");
  g_assert_cmpstr (cand_programme_get_organisation (programme), ==, "Acme Ltd");
  g_assert_cmpstr (cand_programme_get_introduction (programme), ==, "One");
  g_assert_cmpstr (cand_programme_get_locations (programme), ==, "Two");
  g_assert_cmpstr (cand_programme_get_how_to_apply (programme), ==, "Three");
  g_assert_cmpstr (cand_programme_get_statement (programme), ==, "Four");
  g_assert_cmpstr (cand_programme_get_authors (programme)[1], ==, "Grace");
  g_assert_cmpstr (cand_programme_get_checklist (programme)[0], ==, "Grace");
  g_assert_true (cand_programme_get_short_submission (programme));
  g_assert_cmpuint (cand_programme_get_n_entries (programme), ==, 0);
  g_assert_finalize_object (programme);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/programme-changes/same", test_same);
  g_test_add_func ("/model/programme-changes/entries", test_entries);
  g_test_add_func ("/model/programme-changes/some", test_some);
  g_test_add_func ("/model/programme-changes/texts", test_texts);
  g_test_add_func ("/model/programme-changes/content", test_content);
  return g_test_run ();
}
