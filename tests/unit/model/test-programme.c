/* test-programme.c: an announcement of several positions
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/model/cand-programme.h"

#include "model-test.h"

#include <string.h>

#define NOTATION                                                                                   \
  "{\"name\":\"acme-2026\",\"title\":\" Acme Interns \",\"authors\":[\"Ada\",\"Grace\"],"          \
  "\"date\":\"2026-11-29\",\"url\":\"https://example.org/blog\","                                  \
  "\"portal_url\":\"https://apply.workable.com/acme\",\"organisation\":\"Acme\","                  \
  "\"introduction\":\"One.\\n\\nTwo.\",\"locations\":\"Case by case\","                            \
  "\"how_to_apply\":\"There\",\"statement\":\"Everybody\",\"checklist\":[\"Write\",\"Send\"],"     \
  "\"short_submission\":true,\"partial\":true,\"positions\":["                                     \
  "{\"title\":\"Accelerate\",\"team\":\"Open Source team\",\"summary\":\"A line\","                \
  "\"url\":\"https://apply.workable.com/acme/j/AB/\",\"key\":\"workable:acme:AB\"},"               \
  "{\"title\":\"Other\"}]}"

static CandProgramme *
read_programme (const char *json, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));

  return cand_programme_new_from_json (bytes, error);
}

static void
assert_values (CandProgramme *programme)
{
  const CandProgrammeEntry *entry;

  g_assert_cmpstr (cand_programme_get_name (programme), ==, "acme-2026");
  g_assert_cmpstr (cand_programme_get_title (programme), ==, "Acme Interns");
  g_assert_cmpuint (g_strv_length ((char **) cand_programme_get_authors (programme)), ==, 2);
  g_assert_cmpstr (cand_programme_get_authors (programme)[1], ==, "Grace");
  g_assert_cmpstr (cand_programme_get_date (programme), ==, "2026-11-29");
  g_assert_cmpstr (cand_programme_get_url (programme), ==, "https://example.org/blog");
  g_assert_cmpstr (cand_programme_get_portal_url (programme), ==,
                   "https://apply.workable.com/acme");
  g_assert_cmpstr (cand_programme_get_organisation (programme), ==, "Acme");
  g_assert_cmpstr (cand_programme_get_introduction (programme), ==, "One.\n\nTwo.");
  g_assert_cmpstr (cand_programme_get_locations (programme), ==, "Case by case");
  g_assert_cmpstr (cand_programme_get_how_to_apply (programme), ==, "There");
  g_assert_cmpstr (cand_programme_get_statement (programme), ==, "Everybody");
  g_assert_cmpstr (cand_programme_get_checklist (programme)[0], ==, "Write");
  g_assert_true (cand_programme_get_short_submission (programme));
  g_assert_true (cand_programme_get_partial (programme));
  g_assert_cmpstr (cand_programme_get_reading_note (programme), ==,
                   "Its page is read again at each refresh.");
  g_assert_cmpuint (cand_programme_get_n_entries (programme), ==, 2);
  entry = cand_programme_get_entry (programme, 0);
  g_assert_cmpstr (entry->title, ==, "Accelerate");
  g_assert_cmpstr (entry->team, ==, "Open Source team");
  g_assert_cmpstr (entry->summary, ==, "A line");
  g_assert_cmpstr (entry->url, ==, "https://apply.workable.com/acme/j/AB/");
  g_assert_cmpstr (entry->key, ==, "workable:acme:AB");
  entry = cand_programme_get_entry (programme, 1);
  g_assert_cmpstr (entry->title, ==, "Other");
  g_assert_cmpstr (entry->team, ==, "");
  g_assert_cmpstr (entry->key, ==, "");
}

static void
test_values (void)
{
  g_autoptr (GError) error = NULL;
  CandProgramme *programme = read_programme (NOTATION, &error);
  g_auto (GStrv) authors = NULL;
  g_auto (GStrv) checklist = NULL;
  gboolean short_submission;
  guint n_entries;

  g_assert_no_error (error);
  assert_values (programme);
  model_test_assert_string (programme, "name", "acme-2026");
  model_test_assert_string (programme, "title", "Acme Interns");
  model_test_assert_string (programme, "date", "2026-11-29");
  model_test_assert_string (programme, "portal-url", "https://apply.workable.com/acme");
  model_test_assert_string (programme, "how-to-apply", "There");
  g_object_get (programme, "authors", &authors, "checklist", &checklist, "short-submission",
                &short_submission, "n-entries", &n_entries, NULL);
  g_assert_cmpstr (authors[0], ==, "Ada");
  g_assert_cmpstr (checklist[1], ==, "Send");
  g_assert_true (short_submission);
  g_assert_cmpuint (n_entries, ==, 2);
  g_assert_cmpint (cand_programme_get_id (programme), ==, 0);
  model_test_int64 (programme, "id", 4);
  g_assert_finalize_object (programme);
}

static void
test_round_trip (void)
{
  g_autoptr (CandProgramme) programme = read_programme (NOTATION, NULL);
  g_autoptr (CandProgramme) again = NULL;
  g_autofree char *json = cand_programme_to_json (programme);
  g_autofree char *json_again = NULL;

  again = read_programme (json, NULL);
  g_assert_nonnull (again);
  assert_values (again);
  json_again = cand_programme_to_json (again);
  g_assert_cmpstr (json, ==, json_again);
}

static void
test_least (void)
{
  g_autoptr (GError) error = NULL;
  CandProgramme *programme = read_programme ("{\"name\":\"a\",\"title\":\"A\",\"date\":null,"
                                             "\"authors\":null,\"more\":{}}",
                                             &error);
  g_autoptr (CandProgramme) again = NULL;
  g_autofree char *json = NULL;

  g_assert_no_error (error);
  g_assert_null (cand_programme_get_date (programme));
  g_assert_cmpstr (cand_programme_get_url (programme), ==, "");
  g_assert_null (cand_programme_get_authors (programme)[0]);
  g_assert_null (cand_programme_get_checklist (programme)[0]);
  g_assert_false (cand_programme_get_short_submission (programme));
  g_assert_false (cand_programme_get_partial (programme));
  g_assert_null (cand_programme_dup_partial_note (programme));
  g_assert_cmpuint (cand_programme_get_n_entries (programme), ==, 0);
  json = cand_programme_to_json (programme);
  again = read_programme (json, &error);
  g_assert_no_error (error);
  g_assert_null (cand_programme_get_date (again));
  g_assert_finalize_object (programme);
}

static void
test_malformed (void)
{
  static const char *const documents[] = {
    "",
    "[]",
    "\xff",
    "{\"name\":\"a\"}",
    "{\"title\":\"a\"}",
    "{\"name\":\"\",\"title\":\"a\"}",
    "{\"name\":1,\"title\":\"a\"}",
    "{\"name\":\"a\",\"title\":\"a\",\"date\":\"29 November\"}",
    "{\"name\":\"a\",\"title\":\"a\",\"date\":\"2022-11-31\"}",
    "{\"name\":\"a\",\"title\":\"a\",\"date\":\"20221129\"}",
    "{\"name\":\"a\",\"title\":\"a\",\"authors\":\"b\"}",
    "{\"name\":\"a\",\"title\":\"a\",\"authors\":[null]}",
    "{\"name\":\"a\",\"title\":\"a\",\"checklist\":[1]}",
    "{\"name\":\"a\",\"title\":\"a\",\"short_submission\":\"yes\"}",
    "{\"name\":\"a\",\"title\":\"a\",\"positions\":{}}",
    "{\"name\":\"a\",\"title\":\"a\",\"positions\":[\"b\"]}",
    "{\"name\":\"a\",\"title\":\"a\",\"positions\":[{}]}",
    "{\"name\":\"a\",\"title\":\"a\",\"positions\":[{\"title\":\"b\",\"key\":1}]}",
    "{\"name\":\"a\",\"title\":\"\\ud800\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CandProgramme) programme = read_programme (documents[i], &error);

      if (programme != NULL)
        g_test_message ("Taken: %s", documents[i]);
      g_assert_null (programme);
      g_assert_error (error, CAND_MODEL_ERROR, CAND_MODEL_ERROR_MALFORMED);
    }
}

/* --- kept beside it --- */

static CandProgrammeChanges *
make_changes (const char *added)
{
  CandProgrammeChanges *changes = g_new0 (CandProgrammeChanges, 1);

  changes->withdrawn = g_new0 (char *, 1);
  changes->added = g_strsplit (added, "|", -1);
  changes->renamed = g_new0 (char *, 1);
  return changes;
}

static void
test_kept (void)
{
  g_autoptr (CandProgramme) programme = read_programme (NOTATION, NULL);
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "No answer");
  gint64 changed;
  guint count;

  g_assert_cmpint (cand_programme_get_checked (programme), ==, 0);
  g_assert_null (cand_programme_get_error (programme));
  g_assert_null (cand_programme_get_changes (programme));
  g_assert_cmpint (cand_programme_get_changed (programme), ==, 0);
  model_test_int64 (programme, "checked", 1764000000);

  model_test_count (programme, "reason", &count);
  cand_programme_set_error (programme, error);
  cand_programme_set_error (programme, error);
  g_assert_cmpuint (count, ==, 1);
  model_test_assert_string (programme, "reason", "No answer");
  g_assert_true (
      g_error_matches (cand_programme_get_error (programme), G_IO_ERROR, G_IO_ERROR_FAILED));
  cand_programme_set_error (programme, NULL);
  g_assert_null (cand_programme_get_error (programme));
  model_test_assert_string (programme, "reason", "");

  model_test_count (programme, "changed", &count);
  cand_programme_set_changes (programme, make_changes ("A|B"), 5);
  g_assert_cmpuint (count, ==, 1);
  g_object_get (programme, "changed", &changed, NULL);
  g_assert_cmpint (changed, ==, 5);
  g_assert_cmpstr (cand_programme_get_changes (programme)->added[1], ==, "B");
  cand_programme_set_changes (programme, NULL, 0);
  g_assert_null (cand_programme_get_changes (programme));
}

static void
test_patch (void)
{
  g_autoptr (CandProgramme) living = read_programme (NOTATION, NULL);
  CandProgramme *same = read_programme (NOTATION, NULL);
  CandProgramme *later = read_programme ("{\"name\":\"acme-2026\",\"title\":\"Later\","
                                         "\"positions\":[{\"title\":\"New\"}]}",
                                         NULL);
  guint titles, entries, authors;

  model_test_count (living, "title", &titles);
  model_test_count (living, "n-entries", &entries);
  model_test_count (living, "authors", &authors);
  cand_programme_patch (living, same);
  g_assert_finalize_object (same);
  g_assert_cmpuint (titles + entries + authors, ==, 0);
  assert_values (living);

  cand_programme_set_id (later, 3);
  cand_programme_set_checked (later, 9);
  cand_programme_set_changes (later, make_changes ("New"), 8);
  cand_programme_patch (living, later);
  g_assert_finalize_object (later);
  g_assert_cmpuint (titles, ==, 1);
  g_assert_cmpuint (entries, ==, 1);
  g_assert_cmpuint (authors, ==, 1);
  g_assert_cmpstr (cand_programme_get_title (living), ==, "Later");
  g_assert_null (cand_programme_get_date (living));
  g_assert_null (cand_programme_get_authors (living)[0]);
  g_assert_false (cand_programme_get_short_submission (living));
  g_assert_cmpuint (cand_programme_get_n_entries (living), ==, 1);
  g_assert_cmpstr (cand_programme_get_entry (living, 0)->title, ==, "New");
  g_assert_cmpint (cand_programme_get_id (living), ==, 3);
  g_assert_cmpint (cand_programme_get_checked (living), ==, 9);
  g_assert_cmpint (cand_programme_get_changed (living), ==, 8);
  g_assert_cmpstr (cand_programme_get_changes (living)->added[0], ==, "New");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/programme/values", test_values);
  g_test_add_func ("/model/programme/round-trip", test_round_trip);
  g_test_add_func ("/model/programme/least", test_least);
  g_test_add_func ("/model/programme/malformed", test_malformed);
  g_test_add_func ("/model/programme/kept", test_kept);
  g_test_add_func ("/model/programme/patch", test_patch);
  return g_test_run ();
}
