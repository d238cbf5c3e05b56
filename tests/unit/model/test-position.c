/* test-position.c: one opening
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/model/cand-position.h"

#include "core/model/cand-enum-types.h"
#include "model-test.h"

#include <string.h>

static CandPosition *
make (void)
{
  return cand_position_new ("workable:huggingface", "0BD8C06DB3");
}

static void
test_defaults (void)
{
  CandPosition *position = make ();

  g_assert_cmpstr (cand_position_get_board_key (position), ==, "workable:huggingface");
  g_assert_cmpstr (cand_position_get_code (position), ==, "0BD8C06DB3");
  g_assert_cmpstr (cand_position_get_key (position), ==, "workable:huggingface:0BD8C06DB3");
  g_assert_cmpint (cand_position_get_id (position), ==, 0);
  g_assert_cmpstr (cand_position_get_title (position), ==, "");
  g_assert_cmpstr (cand_position_get_team (position), ==, "");
  g_assert_cmpstr (cand_position_get_department (position), ==, "");
  g_assert_cmpstr (cand_position_get_summary (position), ==, "");
  g_assert_cmpstr (cand_position_get_organisation (position), ==, "huggingface");
  g_assert_cmpstr (cand_position_get_url (position), ==, "");
  g_assert_cmpstr (cand_position_get_application_url (position), ==, "");
  g_assert_cmpint (cand_position_get_state (position), ==, CAND_POSITION_STATE_OPEN);
  g_assert_cmpuint (g_strv_length ((char **) cand_position_get_locations (position)), ==, 0);
  g_assert_cmpint (cand_position_get_workplace (position), ==, CAND_WORKPLACE_UNKNOWN);
  g_assert_cmpstr (cand_position_get_workplace_text (position), ==, "");
  g_assert_cmpint (cand_position_get_employment (position), ==, CAND_EMPLOYMENT_UNKNOWN);
  g_assert_cmpstr (cand_position_get_employment_text (position), ==, "");
  g_assert_null (cand_position_get_published (position));
  g_assert_cmpstr (cand_position_get_education (position), ==, "");
  g_assert_cmpstr (cand_position_get_experience (position), ==, "");
  g_assert_cmpstr (cand_position_get_function (position), ==, "");
  g_assert_null (cand_position_get_description (position));
  g_assert_cmpint (cand_position_get_first_seen (position), ==, 0);
  g_assert_cmpint (cand_position_get_last_confirmed (position), ==, 0);
  g_assert_cmpint (cand_position_get_changed (position), ==, 0);
  g_assert_cmpint (cand_position_get_board_read (position), ==, 0);
  g_assert_cmpuint (cand_position_get_revisions (position), ==, 1);
  g_assert_false (cand_position_get_is_new (position));
  g_assert_false (cand_position_get_starred (position));
  g_assert_false (cand_position_get_drafted (position));
  g_assert_cmpint (cand_position_get_programme (position), ==, 0);
  g_assert_finalize_object (position);
}

static void
test_properties (void)
{
  static const char *const strings[] = {
    "title",           "team",      "department", "summary",    "organisation", "url",
    "application-url", "published", "education",  "experience", "function",     "description",
  };
  static const char *const numbers[] = { "id",      "programme", "first-seen", "last-confirmed",
                                         "changed", "board-read" };
  static const char *const marks[] = { "is-new", "starred", "drafted", "withdrawn" };
  CandPosition *position = make ();
  guint revisions;
  guint count;

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    model_test_string (position, strings[i], "Some words");
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    model_test_int64 (position, numbers[i], 1669680000);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    model_test_boolean (position, marks[i]);
  model_test_assert_string (position, "board-key", "workable:huggingface");
  model_test_assert_string (position, "code", "0BD8C06DB3");
  model_test_assert_string (position, "key", "workable:huggingface:0BD8C06DB3");

  model_test_count (position, "revisions", &count);
  g_object_set (position, "revisions", 3, NULL);
  cand_position_set_revisions (position, 3);
  g_assert_cmpuint (count, ==, 1);
  g_object_get (position, "revisions", &revisions, NULL);
  g_assert_cmpuint (revisions, ==, 3);
  g_assert_finalize_object (position);
}

static void
test_accessors (void)
{
  CandPosition *position = make ();

  cand_position_set_title (position, " \xc2\xa0Software Engineer I \n");
  g_assert_cmpstr (cand_position_get_title (position), ==, "Software Engineer I");
  cand_position_set_title (position, NULL);
  g_assert_cmpstr (cand_position_get_title (position), ==, "");
  cand_position_set_team (position, "Open Source team");
  g_assert_cmpstr (cand_position_get_team (position), ==, "Open Source team");
  cand_position_set_organisation (position, "Hugging Face");
  g_assert_cmpstr (cand_position_get_organisation (position), ==, "Hugging Face");
  cand_position_set_organisation (position, "");
  g_assert_cmpstr (cand_position_get_organisation (position), ==, "huggingface");
  cand_position_set_published (position, "2026-07-30");
  g_assert_cmpstr (cand_position_get_published (position), ==, "2026-07-30");
  cand_position_set_published (position, "");
  g_assert_null (cand_position_get_published (position));
  cand_position_set_description (position, "<p>caf\xe9");
  g_assert_cmpstr (cand_position_get_description (position), ==, "<p>caf\xef\xbf\xbd");
  cand_position_set_id (position, 7);
  g_assert_cmpint (cand_position_get_id (position), ==, 7);
  cand_position_set_board_read (position, 8);
  g_assert_cmpint (cand_position_get_board_read (position), ==, 8);
  cand_position_set_starred (position, 4);
  g_assert_true (cand_position_get_starred (position) == TRUE);
  g_assert_finalize_object (position);
}

static void
test_locations (void)
{
  const char *const places[] = { "Paris, France", " ", "Paris, France ", "Lyon, France", NULL };
  CandPosition *position = make ();
  const char *const *locations;
  guint count;
  guint place_count;

  model_test_count (position, "locations", &count);
  model_test_count (position, "place", &place_count);
  cand_position_set_locations (position, places);
  locations = cand_position_get_locations (position);
  g_assert_cmpuint (g_strv_length ((char **) locations), ==, 2);
  g_assert_cmpstr (locations[0], ==, "Paris, France");
  g_assert_cmpstr (locations[1], ==, "Lyon, France");
  cand_position_set_locations (position, places);
  g_assert_cmpuint (count, ==, 1);
  g_assert_cmpuint (place_count, ==, 1);

  cand_position_add_location (position, "Lyon, France");
  cand_position_add_location (position, "");
  cand_position_add_location (position, NULL);
  g_assert_cmpuint (count, ==, 1);
  cand_position_add_location (position, " Berlin");
  g_assert_cmpuint (count, ==, 2);
  locations = cand_position_get_locations (position);
  g_assert_cmpuint (g_strv_length ((char **) locations), ==, 3);
  g_assert_cmpstr (locations[2], ==, "Berlin");
  cand_position_set_locations (position, NULL);
  g_assert_cmpuint (g_strv_length ((char **) cand_position_get_locations (position)), ==, 0);
  g_assert_cmpuint (count, ==, 3);
  g_assert_finalize_object (position);
}

static void
test_place (void)
{
  CandPosition *position = make ();
  guint place_count;
  guint facts_count;

  model_test_count (position, "place", &place_count);
  model_test_count (position, "facts-line", &facts_count);
  model_test_assert_string (position, "place", "Place not stated");
  model_test_assert_string (position, "facts-line", "Place not stated");

  cand_position_set_workplace (position, CAND_WORKPLACE_REMOTE, "remote");
  g_assert_cmpuint (place_count, ==, 1);
  model_test_assert_string (position, "place", "Remote");
  cand_position_add_location (position, "Paris, France");
  model_test_assert_string (position, "place", "Paris, France · Remote");
  cand_position_set_employment (position, CAND_EMPLOYMENT_INTERNSHIP, "Stage");
  model_test_assert_string (position, "facts-line", "Paris, France · Remote · Stage");
  g_assert_cmpuint (place_count, ==, 2);
  g_assert_cmpuint (facts_count, ==, 3);
  cand_position_set_employment (position, CAND_EMPLOYMENT_INTERNSHIP, "Stage");
  g_assert_cmpuint (facts_count, ==, 3);

  cand_position_set_workplace (position, CAND_WORKPLACE_HYBRID, NULL);
  model_test_assert_string (position, "place", "Paris, France · Hybrid");
  cand_position_set_workplace (position, CAND_WORKPLACE_ON_SITE, NULL);
  model_test_assert_string (position, "place", "Paris, France · On Site");
  cand_position_set_workplace (position, CAND_WORKPLACE_UNKNOWN, "Wherever");
  model_test_assert_string (position, "place", "Paris, France · Wherever");
  cand_position_set_workplace (position, CAND_WORKPLACE_UNKNOWN, NULL);
  model_test_assert_string (position, "place", "Paris, France");

  cand_position_add_location (position, "REMOTE");
  cand_position_set_workplace (position, CAND_WORKPLACE_REMOTE, NULL);
  model_test_assert_string (position, "place", "Paris, France; REMOTE");
  cand_position_add_location (position, "Lyon");
  model_test_assert_string (position, "place", "Paris, France; REMOTE; Lyon");
  cand_position_set_workplace (position, CAND_WORKPLACE_HYBRID, NULL);
  cand_position_add_location (position, "Berlin");
  model_test_assert_string (position, "place", "Paris, France; REMOTE and 2 more · Hybrid");
  g_assert_finalize_object (position);
}

/* Codes and other spellings of our words are shown as ours; the employer's own stay. */
static void
test_workplace_words (void)
{
  static const struct
  {
    CandWorkplace workplace;
    const char *text;
    const char *words;
  } cases[] = {
    { CAND_WORKPLACE_ON_SITE, "On-site", "On Site" },
    { CAND_WORKPLACE_ON_SITE, "onsite", "On Site" },
    { CAND_WORKPLACE_ON_SITE, "ON_SITE", "On Site" },
    { CAND_WORKPLACE_ON_SITE, "", "On Site" },
    { CAND_WORKPLACE_ON_SITE, "In person", "In person" },
    { CAND_WORKPLACE_HYBRID, "hybrid", "Hybrid" },
    { CAND_WORKPLACE_REMOTE, "TELECOMMUTE", "Remote" },
    { CAND_WORKPLACE_REMOTE, "Fully remote", "Fully remote" },
    { CAND_WORKPLACE_UNKNOWN, "By the tide", "By the tide" },
    { CAND_WORKPLACE_UNKNOWN, "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CandPosition) position = cand_position_new ("lever:acme", "1");

      cand_position_set_workplace (position, cases[i].workplace, cases[i].text);
      g_assert_cmpstr (cand_position_get_workplace_words (position), ==, cases[i].words);
    }
}

static void
test_enums (void)
{
  CandPosition *position = make ();
  CandWorkplace workplace;
  CandEmployment employment;
  guint workplace_count;
  guint text_count;

  model_test_count (position, "workplace", &workplace_count);
  model_test_count (position, "workplace-text", &text_count);
  cand_position_set_workplace (position, CAND_WORKPLACE_REMOTE, "remote");
  cand_position_set_workplace (position, CAND_WORKPLACE_REMOTE, "Remote");
  g_assert_cmpuint (workplace_count, ==, 1);
  g_assert_cmpuint (text_count, ==, 2);
  cand_position_set_employment (position, CAND_EMPLOYMENT_PART_TIME, "Part-time");
  g_object_get (position, "workplace", &workplace, "employment", &employment, NULL);
  g_assert_cmpint (workplace, ==, CAND_WORKPLACE_REMOTE);
  g_assert_cmpint (employment, ==, CAND_EMPLOYMENT_PART_TIME);
  model_test_assert_string (position, "workplace-text", "Remote");
  model_test_assert_string (position, "employment-text", "Part-time");
  g_assert_finalize_object (position);
}

static void
test_state (void)
{
  CandPosition *position = make ();
  CandPositionState state;
  guint state_count;
  guint label_count;

  model_test_count (position, "state", &state_count);
  model_test_count (position, "state-label", &label_count);
  model_test_assert_string (position, "state-label", "");
  g_object_set (position, "state", CAND_POSITION_STATE_CLOSED, NULL);
  g_object_get (position, "state", &state, NULL);
  g_assert_cmpint (state, ==, CAND_POSITION_STATE_CLOSED);
  model_test_assert_string (position, "state-label", "Closed");
  cand_position_set_state (position, CAND_POSITION_STATE_ANNOUNCED);
  cand_position_set_state (position, CAND_POSITION_STATE_ANNOUNCED);
  g_assert_cmpuint (state_count, ==, 2);
  g_assert_cmpuint (label_count, ==, 2);
  model_test_assert_string (position, "state-label", "Announced");
  cand_position_set_board_read (position, 1669680000);
  g_assert_cmpuint (label_count, ==, 3);
  model_test_assert_string (position, "state-label", "Not on the board");
  cand_position_set_withdrawn (position, TRUE);
  g_assert_cmpuint (label_count, ==, 4);
  model_test_assert_string (position, "state-label", "Withdrawn");
  /* A board that lists it has the last word. */
  cand_position_set_state (position, CAND_POSITION_STATE_OPEN);
  model_test_assert_string (position, "state-label", "");
  g_assert_finalize_object (position);
}

static void
test_split_key (void)
{
  static const char *const bad[] = {
    "",
    "workable",
    "workable:a",
    ":a:b",
    "workable::b",
    "workable:a:",
    "Workable:a:b",
    "https://example.org",
    "http://h:80/x",
    "workable:/a/b:c",
    "https://example.org:8080",
    "workable:a:b\n",
  };
  char *system = NULL;
  char *account = NULL;
  char *code = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (cand_position_split_key (bad[i], &system, &account, &code));
  g_assert_false (cand_position_split_key (NULL, &system, &account, &code));
  g_assert_null (system);
  g_assert_null (account);
  g_assert_null (code);

  g_assert_true (cand_position_split_key ("workable:huggingface:A1:B", &system, &account, &code));
  g_assert_cmpstr (system, ==, "workable");
  g_assert_cmpstr (account, ==, "huggingface");
  g_assert_cmpstr (code, ==, "A1:B");
  g_free (system);
  g_free (account);
  g_free (code);
  g_assert_true (cand_position_split_key ("workable:a:b", NULL, NULL, NULL));
}

static void
test_patch (void)
{
  CandPosition *position = make ();
  CandPosition *from = make ();
  guint title_count;
  guint team_count;
  guint place_count;

  cand_position_set_id (position, 5);
  cand_position_set_title (position, "Old");
  cand_position_set_team (position, "Same");
  cand_position_set_description (position, "<p>Kept");
  cand_position_set_starred (position, TRUE);
  cand_position_set_title (from, "New");
  cand_position_set_team (from, "Same");
  cand_position_set_summary (from, "A line");
  cand_position_add_location (from, "Paris");
  cand_position_set_workplace (from, CAND_WORKPLACE_REMOTE, "remote");
  cand_position_set_employment (from, CAND_EMPLOYMENT_OTHER, "Else");
  cand_position_set_state (from, CAND_POSITION_STATE_CLOSED);
  cand_position_set_revisions (from, 2);
  cand_position_set_is_new (from, TRUE);
  cand_position_set_changed (from, 9);

  model_test_count (position, "title", &title_count);
  model_test_count (position, "team", &team_count);
  model_test_count (position, "place", &place_count);
  cand_position_patch (position, from);
  cand_position_patch (position, position);
  g_assert_cmpuint (title_count, ==, 1);
  g_assert_cmpuint (team_count, ==, 0);
  g_assert_cmpuint (place_count, ==, 1);
  g_assert_cmpint (cand_position_get_id (position), ==, 5);
  g_assert_cmpstr (cand_position_get_title (position), ==, "New");
  g_assert_cmpstr (cand_position_get_summary (position), ==, "A line");
  g_assert_cmpstr (cand_position_get_description (position), ==, "<p>Kept");
  g_assert_cmpstr (cand_position_get_locations (position)[0], ==, "Paris");
  g_assert_cmpstr (cand_position_get_employment_text (position), ==, "Else");
  g_assert_cmpint (cand_position_get_employment (position), ==, CAND_EMPLOYMENT_OTHER);
  g_assert_cmpint (cand_position_get_state (position), ==, CAND_POSITION_STATE_CLOSED);
  g_assert_cmpuint (cand_position_get_revisions (position), ==, 2);
  g_assert_cmpint (cand_position_get_changed (position), ==, 9);
  g_assert_true (cand_position_get_is_new (position));
  g_assert_false (cand_position_get_starred (position));
  g_assert_finalize_object (position);
  g_assert_finalize_object (from);
}

static void
test_digest (void)
{
  g_autoptr (CandPosition) a = make ();
  g_autoptr (CandPosition) b = cand_position_new ("workable:huggingface", "OTHER");
  g_autofree char *digest_a = cand_position_dup_digest (a);
  g_autofree char *digest_b = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *shifted = NULL;

  g_assert_cmpuint (strlen (digest_a), ==, 64);
  /* The person's marks, times, the programme's words and the organisation's name are not in it. */
  cand_position_set_starred (b, TRUE);
  cand_position_set_is_new (b, TRUE);
  cand_position_set_first_seen (b, 4);
  cand_position_set_id (b, 4);
  cand_position_set_state (b, CAND_POSITION_STATE_CLOSED);
  cand_position_set_summary (b, "Words");
  cand_position_set_team (b, "Words");
  cand_position_set_organisation (b, "Words");
  digest_b = cand_position_dup_digest (b);
  g_assert_cmpstr (digest_a, ==, digest_b);

  cand_position_set_education (a, "ab");
  cand_position_set_experience (a, "c");
  changed = cand_position_dup_digest (a);
  g_assert_cmpstr (changed, !=, digest_a);
  cand_position_set_education (a, "a");
  cand_position_set_experience (a, "bc");
  shifted = cand_position_dup_digest (a);
  g_assert_cmpstr (shifted, !=, changed);
}

static void
test_digest_parts (void)
{
  static const char *const strings[] = {
    "title",     "department", "url",      "application-url", "published",
    "education", "experience", "function", "description",
  };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      g_autoptr (CandPosition) position = make ();

      g_object_set (position, strings[i], "Words", NULL);
      g_assert_true (g_hash_table_add (seen, cand_position_dup_digest (position)));
    }
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (CandPosition) position = make ();

      if (i == 1)
        cand_position_add_location (position, "Words");
      else if (i == 2)
        cand_position_set_workplace (position, CAND_WORKPLACE_HYBRID, NULL);
      else if (i == 3)
        cand_position_set_employment (position, CAND_EMPLOYMENT_UNKNOWN, "Words");
      g_assert_true (g_hash_table_add (seen, cand_position_dup_digest (position)));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/position/defaults", test_defaults);
  g_test_add_func ("/model/position/properties", test_properties);
  g_test_add_func ("/model/position/accessors", test_accessors);
  g_test_add_func ("/model/position/locations", test_locations);
  g_test_add_func ("/model/position/place", test_place);
  g_test_add_func ("/model/position/workplace-words", test_workplace_words);
  g_test_add_func ("/model/position/enums", test_enums);
  g_test_add_func ("/model/position/state", test_state);
  g_test_add_func ("/model/position/split-key", test_split_key);
  g_test_add_func ("/model/position/patch", test_patch);
  g_test_add_func ("/model/position/digest", test_digest);
  g_test_add_func ("/model/position/digest-parts", test_digest_parts);
  return g_test_run ();
}
