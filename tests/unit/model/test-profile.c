/* test-profile.c: what the person types once, kept and compared
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/model/cand-profile-entry.h"
#include "core/model/cand-profile-merge.h"
#include "core/model/cand-form.h"
#include "core/model/cand-resume.h"
#include "model-test.h"

static void
note_edit (CandProfile *profile, guint part, guint *edited)
{
  *edited |= 1u << part;
}

/* A NULL-terminated list of entries, which stay the caller's. */
static GPtrArray *
list_of (gpointer first, ...)
{
  GPtrArray *list = g_ptr_array_new ();
  va_list rest;

  va_start (rest, first);
  for (gpointer entry = first; entry != NULL; entry = va_arg (rest, gpointer))
    g_ptr_array_add (list, entry);
  va_end (rest);
  return list;
}

static CandProfile *
read_resume (const char *json)
{
  g_autoptr (GError) error = NULL;
  CandProfile *profile = cand_resume_read (json, -1, NULL, &error);

  g_assert_no_error (error);
  return profile;
}

static void
assert_text (CandProfile *profile, CandProfilePart part, const char *expected)
{
  g_assert_cmpstr (cand_profile_get_text (profile, part), ==, expected);
}

static void
test_texts (void)
{
  static const char *const names[] = { "first-name", "last-name", "email",   "phone",
                                       "address",    "city",      "region",  "postcode",
                                       "country",    "headline",  "summary", "hugging-face",
                                       "resume" };
  g_autoptr (CandProfile) profile = cand_profile_new ();
  guint edited = 0;

  g_signal_connect (profile, "edited", G_CALLBACK (note_edit), &edited);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      model_test_assert_string (profile, names[i], "");
      model_test_string (profile, names[i], " typed ");
      g_assert_cmpuint (edited, ==, 1u << i);
      edited = 0;
      assert_text (profile, i, " typed ");
      g_assert_cmpstr (cand_profile_part_get_name (i), ==, names[i]);
    }
  g_assert_cmpuint (G_N_ELEMENTS (names), ==, CAND_PROFILE_N_TEXTS);
  cand_profile_set_text (profile, CAND_PROFILE_EMAIL, "a\xff");
  assert_text (profile, CAND_PROFILE_EMAIL, "a\xef\xbf\xbd");
  cand_profile_set_text (profile, CAND_PROFILE_EMAIL, " \n");
  g_assert_true (cand_profile_part_is_empty (profile, CAND_PROFILE_EMAIL));
  cand_profile_set_text (profile, CAND_PROFILE_EMAIL, NULL);
  assert_text (profile, CAND_PROFILE_EMAIL, "");
  g_assert_cmpstr (cand_profile_part_get_label (CAND_PROFILE_EMAIL), ==, "E-mail");
}

static void
test_lists (void)
{
  g_autoptr (CandProfile) profile = cand_profile_new ();
  CandEducation school = { .school = (char *) "Oxford" };
  g_autoptr (GPtrArray) list = list_of (&school, NULL);
  g_autoptr (GPtrArray) before = NULL;
  const CandEducation *kept;
  guint count, edited = 0;

  model_test_count (profile, "education", &count);
  g_signal_connect (profile, "edited", G_CALLBACK (note_edit), &edited);
  g_object_set (profile, "education", list, NULL);
  cand_profile_set_list (profile, CAND_PROFILE_EDUCATION, list);
  g_assert_cmpuint (count, ==, 1);
  g_assert_cmpuint (edited, ==, 1u << CAND_PROFILE_EDUCATION);
  before = g_ptr_array_ref (cand_profile_get_list (profile, CAND_PROFILE_EDUCATION));
  kept = g_ptr_array_index (before, 0);
  g_assert_cmpstr (kept->school, ==, "Oxford");
  g_assert_cmpstr (kept->degree, ==, "");

  school.degree = (char *) "Master";
  cand_profile_set_list (profile, CAND_PROFILE_EDUCATION, list);
  g_assert_cmpuint (count, ==, 2);
  g_assert_cmpstr (kept->degree, ==, "");
  cand_profile_set_list (profile, CAND_PROFILE_EDUCATION, NULL);
  g_assert_cmpuint (count, ==, 3);
  g_assert_true (cand_profile_part_is_empty (profile, CAND_PROFILE_EDUCATION));
}

static void
test_name (void)
{
  g_autoptr (CandProfile) profile = cand_profile_new ();
  g_autofree char *none = cand_profile_dup_full_name (profile);
  g_autofree char *one = NULL;
  g_autofree char *both = NULL;

  g_assert_null (none);
  cand_profile_set_text (profile, CAND_PROFILE_LAST_NAME, " Lovelace ");
  one = cand_profile_dup_full_name (profile);
  g_assert_cmpstr (one, ==, "Lovelace");
  cand_profile_set_text (profile, CAND_PROFILE_FIRST_NAME, "Ada ");
  both = cand_profile_dup_full_name (profile);
  g_assert_cmpstr (both, ==, "Ada Lovelace");
}

static void
test_save_state (void)
{
  g_autoptr (CandProfile) profile = cand_profile_new ();
  g_autoptr (GError) full = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
  guint states, edited = 0;
  gint64 when;

  g_signal_connect (profile, "edited", G_CALLBACK (note_edit), &edited);
  model_test_count (profile, "save-state", &states);
  cand_profile_set_save_state (profile, CAND_SAVE_STATE_FAILED, 7, full);
  cand_profile_set_save_state (profile, CAND_SAVE_STATE_FAILED, 7, full);
  g_assert_cmpuint (states, ==, 1);
  g_assert_error (cand_profile_get_save_error (profile), G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_object_get (profile, "saved-at", &when, NULL);
  g_assert_cmpint (when, ==, 7);
  cand_profile_set_save_state (profile, CAND_SAVE_STATE_SAVED, 8, NULL);
  g_assert_null (cand_profile_get_save_error (profile));
  g_assert_cmpuint (edited, ==, 0);

  cand_profile_begin_restore (profile);
  cand_profile_set_text (profile, CAND_PROFILE_CITY, "London");
  cand_profile_end_restore (profile);
  g_assert_cmpuint (edited, ==, 0);
  cand_profile_set_text (profile, CAND_PROFILE_CITY, "Paris");
  g_assert_cmpuint (edited, ==, 1u << CAND_PROFILE_CITY);
}

static void
test_json (void)
{
  g_autoptr (CandProfile) profile = cand_profile_new ();
  g_autoptr (CandProfile) again = NULL;
  g_autoptr (CandProfile) copy = NULL;
  CandProfileLink link = { (char *) "GitHub", (char *) "https://github.com/ada",
                           (char *) "{\"username\":\"ada\"}" };
  CandExperience work = { .title = (char *) "Analyst", .start = (char *) "1842", .current = TRUE };
  CandProfileFile file = { (char *) "CV", (char *) "cv.pdf", (char *) "ab12", 5000000000, 7 };
  g_autoptr (GPtrArray) links = list_of (&link, NULL);
  g_autoptr (GPtrArray) works = list_of (&work, NULL);
  g_autoptr (GPtrArray) files = list_of (&file, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  cand_profile_set_text (profile, CAND_PROFILE_FIRST_NAME, "Ada \"A\"");
  cand_profile_set_text (profile, CAND_PROFILE_HUGGING_FACE, "ada");
  cand_profile_set_list (profile, CAND_PROFILE_LINKS, links);
  cand_profile_set_list (profile, CAND_PROFILE_EXPERIENCE, works);
  cand_profile_set_list (profile, CAND_PROFILE_FILES, files);
  json = cand_profile_to_json (profile);
  g_assert_cmpstr (
      json, ==,
      "{\"first_name\":\"Ada \\\"A\\\"\",\"hugging_face\":\"ada\",\"links\":[{\"label\":\"GitHub\","
      "\"address\":\"https://github.com/ada\",\"besides\":\"{\\\"username\\\":\\\"ada\\\"}\"}],"
      "\"experience\":[{\"title\":\"Analyst\",\"start\":\"1842\",\"current\":true}],"
      "\"files\":[{\"label\":\"CV\",\"name\":\"cv.pdf\",\"sha256\":\"ab12\",\"size\":5000000000,"
      "\"added\":7}]}");
  again = cand_profile_new_from_json (json, &error);
  g_assert_no_error (error);
  second = cand_profile_to_json (again);
  g_assert_cmpstr (second, ==, json);
  copy = cand_profile_copy (again);
  third = cand_profile_to_json (copy);
  g_assert_cmpstr (third, ==, json);
}

static void
test_json_strict (void)
{
  static const char *const bad[] = {
    "",
    "[]",
    "{\"email\": 3}",
    "{\"email\": \"\\ud800\"}",
    "{\"links\": {}}",
    "{\"links\": [3]}",
    "{\"links\": [{\"label\": []}]}",
    "{\"experience\": [{\"current\": \"yes\"}]}",
    "{\"files\": [{\"size\": 1.5}]}",
  };
  g_autoptr (CandProfile) profile = NULL;
  g_autoptr (GError) failure = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (cand_profile_new_from_json (bad[i], &error));
      g_assert_error (error, CAND_MODEL_ERROR, CAND_MODEL_ERROR_MALFORMED);
    }
  profile = cand_profile_new_from_json (
      "{\"email\": null, \"phone\": \"1\", \"links\": [{\"new\": 1}], \"later\": [1]}", &failure);
  g_assert_no_error (failure);
  assert_text (profile, CAND_PROFILE_EMAIL, "");
  assert_text (profile, CAND_PROFILE_PHONE, "1");
  g_assert_cmpuint (cand_profile_get_list (profile, CAND_PROFILE_LINKS)->len, ==, 1);
}

static void
test_dates (void)
{
  static const char *const good[] = { "2021", "2021-05", "2021-05-03", "2024-02-29", "1842-12" };
  static const char *const bad[] = { "",         "21",         "2021-13",    "2021-5",
                                     "2021-05-", "2021-02-30", "2021/05/03", "2021-05-03T",
                                     "Present",  "0000" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (cand_profile_date_is_valid (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (cand_profile_date_is_valid (bad[i]));
}

/* "part: present | offered", one a line. */
static char *
describe (GPtrArray *differences)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < differences->len; i++)
    {
      const CandProfileDifference *difference = g_ptr_array_index (differences, i);

      g_string_append_printf (text, "%s: %s | %s\n", cand_profile_part_get_name (difference->part),
                              difference->present, difference->offered);
    }
  return g_string_free (text, FALSE);
}

static void
test_merge (void)
{
  g_autoptr (CandProfile) profile = read_resume (
      "{\"basics\": {\"name\": \"Ada Lovelace\", \"email\": \"ada@a.example\"}, \"skills\": [1],"
      " \"work\": [{\"position\": \"Analyst\", \"name\": \"Babbage\", \"startDate\": \"1842\"},"
      "  {\"position\": \"Writer\", \"name\": \"Taylor\", \"summary\": \"Notes\"}]}");
  g_autoptr (CandProfile) other = read_resume (
      "{\"basics\": {\"name\": \"Ada King\", \"email\": \" ada@a.example \", \"phone\": \"1\","
      "  \"profiles\": [{\"network\": \"GitHub\", \"url\": \"https://github.com/ada\"}]},"
      " \"skills\": [2], \"awards\": [3],"
      " \"work\": [{\"position\": \"analyst\", \"name\": \"Babbage\", \"startDate\": \"1842-05\","
      "   \"industry\": \"Engines\", \"highlights\": [\"a\"]},"
      "  {\"position\": \"Writer\", \"name\": \"Taylor\", \"summary\": \"Notes\"},"
      "  {\"position\": \"Analyst\", \"name\": \"Babbage\", \"startDate\": \"1850\","
      "   \"endDate\": \"1851\"}]}");
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autofree char *words = NULL;
  g_autofree char *nothing = NULL;
  CandExperience *work;
  guint filled;

  differences = cand_profile_merge (profile, other, &filled);
  words = describe (differences);
  g_assert_cmpuint (filled, ==,
                    1u << CAND_PROFILE_PHONE | 1u << CAND_PROFILE_LINKS |
                        1u << CAND_PROFILE_EXPERIENCE | 1u << CAND_PROFILE_RESUME);
  g_assert_cmpstr (words, ==,
                   "last-name: Lovelace | King\n"
                   "experience: Analyst · Babbage · Engines · 1842 · to the present | "
                   "analyst · Babbage · Engines · 1842-05 · to the present\n"
                   "experience:  | Analyst · Babbage · 1850 · 1851\n"
                   "resume: skills | skills\n");
  assert_text (profile, CAND_PROFILE_LAST_NAME, "Lovelace");
  assert_text (profile, CAND_PROFILE_RESUME, "{\"skills\":[1],\"awards\":[3]}");
  g_assert_cmpuint (cand_profile_get_list (profile, CAND_PROFILE_EXPERIENCE)->len, ==, 2);
  work = g_ptr_array_index (cand_profile_get_list (profile, CAND_PROFILE_EXPERIENCE), 0);
  g_assert_cmpstr (work->industry, ==, "Engines");
  g_assert_cmpstr (work->besides, ==, "{\"highlights\":[\"a\"]}");

  for (guint i = 0; i < differences->len; i++)
    cand_profile_apply_difference (profile, g_ptr_array_index (differences, i));
  assert_text (profile, CAND_PROFILE_LAST_NAME, "King");
  assert_text (profile, CAND_PROFILE_RESUME, "{\"skills\":[2],\"awards\":[3]}");
  g_assert_cmpuint (cand_profile_get_list (profile, CAND_PROFILE_EXPERIENCE)->len, ==, 3);
  work = g_ptr_array_index (cand_profile_get_list (profile, CAND_PROFILE_EXPERIENCE), 0);
  g_assert_cmpstr (work->start, ==, "1842-05");
  none = cand_profile_merge (profile, other, &filled);
  nothing = describe (none);
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpuint (filled, ==, 0);
}

/* What one has written oneself is nothing new. */
static void
test_merge_own (void)
{
  g_autoptr (CandProfile) profile = cand_profile_new ();
  g_autoptr (CandProfile) empty = cand_profile_new ();
  g_autoptr (GPtrArray) links = g_ptr_array_new ();
  CandProfileLink link = { (char *) "GitHub", (char *) "https://github.com/ada", NULL };

  g_ptr_array_add (links, &link);
  cand_profile_set_text (profile, CAND_PROFILE_FIRST_NAME, "Ada");
  cand_profile_set_text (profile, CAND_PROFILE_LAST_NAME, "Lovelace");
  cand_profile_set_text (profile, CAND_PROFILE_HUGGING_FACE, "ada");
  cand_profile_set_list (profile, CAND_PROFILE_LINKS, links);
  /* Once as it was typed, once with something kept of another résumé. */
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *written = cand_resume_write (profile);
      g_autoptr (CandProfile) own = read_resume (written);
      g_autoptr (GPtrArray) differences = NULL;
      guint filled;

      differences = cand_profile_merge (profile, own, &filled);
      g_assert_cmpuint (filled, ==, 0);
      g_assert_cmpuint (differences->len, ==, 0);
      assert_text (profile, CAND_PROFILE_RESUME, i == 0 ? "" : "{\"skills\":[1]}");
      cand_profile_set_text (profile, CAND_PROFILE_RESUME, "{\"skills\":[1]}");
      if (i > 0)
        continue;
      /* To a profile that says less, the parts are new, and only they. */
      g_ptr_array_unref (cand_profile_merge (empty, own, &filled));
      g_assert_cmpuint (filled, ==,
                        1u << CAND_PROFILE_FIRST_NAME | 1u << CAND_PROFILE_LAST_NAME |
                            1u << CAND_PROFILE_HUGGING_FACE | 1u << CAND_PROFILE_LINKS);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/profile/texts", test_texts);
  g_test_add_func ("/profile/lists", test_lists);
  g_test_add_func ("/profile/name", test_name);
  g_test_add_func ("/profile/save-state", test_save_state);
  g_test_add_func ("/profile/json", test_json);
  g_test_add_func ("/profile/json-strict", test_json_strict);
  g_test_add_func ("/profile/dates", test_dates);
  g_test_add_func ("/profile/merge", test_merge);
  g_test_add_func ("/profile/merge-own", test_merge_own);
  return g_test_run ();
}
