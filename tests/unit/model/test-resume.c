/* test-resume.c: JSON Resume in and out, and nothing lost between
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <json-glib/json-glib.h>
#include <string.h>

#include "core/model/cand-countries.h"
#include "core/model/cand-form.h"
#include "core/model/cand-profile-entry.h"
#include "core/model/cand-resume.h"

#define SCHEMA "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"

/* With something of every kind that a profile has no place for, among it members of other types. */
static const char *const full =
    "{\"$schema\": \"" SCHEMA "\", \"basics\": {"
    "\"name\": \"Ada de la Croix\", \"label\": \"Programmer\", \"image\": \"\","
    "\"email\": \"ada@a.example\", \"phone\": \"(912) 555-4321\", \"url\": \"https://ada.example\","
    "\"summary\": \"First line\\nsecond\", \"x\": {\"deep\": [1, 2.5, null, true]},"
    "\"location\": {\"address\": \"12 Byron Road\\nFlat 2\", \"postalCode\": \"75001\","
    " \"city\": \"Paris\", \"countryCode\": \"FR\", \"region\": \"\", \"lat\": 48.8},"
    "\"profiles\": [{\"network\": \"GitHub\", \"username\": \"ada\","
    "  \"url\": \"https://github.com/ada\"}, 5,"
    " {\"network\": \"Hugging Face\", \"username\": \"ada-l\","
    "  \"url\": \"https://huggingface.co/ada-l\", \"since\": 2020},"
    " {\"network\": \"Mastodon\", \"username\": \"ada\", \"url\": \"https://m.example/@ada\"}]},"
    "\"work\": [{\"name\": \"Babbage\", \"position\": \"Analyst\", \"url\": \"https://b.example\","
    "  \"startDate\": \"1842-05\", \"summary\": \"Engines\", \"highlights\": [\"a\", \"b\"]},"
    " {\"name\": \"Taylor\", \"position\": \"Writer\", \"startDate\": \"May 1840\","
    "  \"endDate\": \"1841-01-31\", \"location\": null}, {}, \"gap\"],"
    "\"volunteer\": [{\"organization\": \"O\"}],"
    "\"education\": [{\"institution\": \"Home\", \"area\": \"Mathematics\", \"studyType\": \"BSc\","
    "  \"startDate\": \"1832\", \"endDate\": \"1835\", \"score\": \"4.0\", \"courses\": [\"C\"]}],"
    "\"skills\": [{\"name\": \"Notes\", \"keywords\": []}],"
    "\"meta\": {\"version\": \"v1.0.0\"}}";

static CandProfile *
read_well (const char *json, guint *n_odd)
{
  g_autoptr (GError) error = NULL;
  CandProfile *profile = cand_resume_read (json, -1, n_odd, &error);

  g_assert_no_error (error);
  return profile;
}

static void
assert_text (CandProfile *profile, CandProfilePart part, const char *expected)
{
  g_assert_cmpstr (cand_profile_get_text (profile, part), ==, expected);
}

static gpointer
get_entry (CandProfile *profile, CandProfilePart part, guint index)
{
  GPtrArray *list = cand_profile_get_list (profile, part);

  g_assert_cmpuint (index, <, list->len);
  return g_ptr_array_index (list, index);
}

/* The same JSON, in whatever order members come. */
static void
assert_json (const char *json, const char *expected)
{
  g_autoptr (JsonNode) a = json_from_string (json, NULL);
  g_autoptr (JsonNode) b = json_from_string (expected, NULL);

  g_assert_nonnull (a);
  g_assert_nonnull (b);
  if (!json_node_equal (a, b))
    g_error ("%s\nis not\n%s", json, expected);
}

static void
test_read (void)
{
  guint n_odd;
  g_autoptr (CandProfile) profile = read_well (full, &n_odd);
  const CandProfileLink *link;
  const CandExperience *work;
  const CandEducation *school;

  assert_text (profile, CAND_PROFILE_FIRST_NAME, "Ada");
  assert_text (profile, CAND_PROFILE_LAST_NAME, "de la Croix");
  assert_text (profile, CAND_PROFILE_HEADLINE, "Programmer");
  assert_text (profile, CAND_PROFILE_EMAIL, "ada@a.example");
  assert_text (profile, CAND_PROFILE_PHONE, "(912) 555-4321");
  assert_text (profile, CAND_PROFILE_SUMMARY, "First line\nsecond");
  assert_text (profile, CAND_PROFILE_ADDRESS, "12 Byron Road\nFlat 2");
  assert_text (profile, CAND_PROFILE_CITY, "Paris");
  assert_text (profile, CAND_PROFILE_REGION, "");
  assert_text (profile, CAND_PROFILE_POSTCODE, "75001");
  assert_text (profile, CAND_PROFILE_COUNTRY, "France");
  assert_text (profile, CAND_PROFILE_HUGGING_FACE, "ada-l");

  g_assert_cmpuint (cand_profile_get_list (profile, CAND_PROFILE_LINKS)->len, ==, 3);
  link = get_entry (profile, CAND_PROFILE_LINKS, 0);
  g_assert_cmpstr (link->label, ==, "Website");
  g_assert_cmpstr (link->address, ==, "https://ada.example");
  link = get_entry (profile, CAND_PROFILE_LINKS, 2);
  g_assert_cmpstr (link->label, ==, "Mastodon");
  g_assert_cmpstr (link->besides, ==, "{\"username\":\"ada\"}");

  g_assert_cmpuint (cand_profile_get_list (profile, CAND_PROFILE_EXPERIENCE)->len, ==, 2);
  work = get_entry (profile, CAND_PROFILE_EXPERIENCE, 0);
  g_assert_cmpstr (work->company, ==, "Babbage");
  g_assert_cmpstr (work->title, ==, "Analyst");
  g_assert_cmpstr (work->start, ==, "1842-05");
  g_assert_cmpstr (work->end, ==, "");
  g_assert_true (work->current);
  work = get_entry (profile, CAND_PROFILE_EXPERIENCE, 1);
  g_assert_cmpstr (work->start, ==, "");
  g_assert_cmpstr (work->end, ==, "1841-01-31");
  g_assert_false (work->current);
  school = get_entry (profile, CAND_PROFILE_EDUCATION, 0);
  g_assert_cmpstr (school->school, ==, "Home");
  g_assert_cmpstr (school->field_of_study, ==, "Mathematics");
  g_assert_cmpstr (school->degree, ==, "BSc");
  g_assert_cmpstr (school->start, ==, "1832");
  /* The 5, the date in words, the empty entry, "gap". */
  g_assert_cmpuint (n_odd, ==, 4);
}

/* Also by way of what is kept on disk. */
static void
test_round_trip (void)
{
  g_autoptr (CandProfile) profile = read_well (full, NULL);
  g_autofree char *kept = cand_profile_to_json (profile);
  g_autoptr (GError) error = NULL;
  g_autoptr (CandProfile) restored = cand_profile_new_from_json (kept, &error);
  g_autofree char *written = NULL;

  g_assert_no_error (error);
  written = cand_resume_write (restored);
  assert_json (written, full);
}

static void
test_edited (void)
{
  g_autoptr (CandProfile) profile = read_well (full, NULL);
  g_autoptr (GPtrArray) works =
      g_ptr_array_copy (cand_profile_get_list (profile, CAND_PROFILE_EXPERIENCE), NULL, NULL);
  g_autoptr (GPtrArray) links =
      g_ptr_array_copy (cand_profile_get_list (profile, CAND_PROFILE_LINKS), NULL, NULL);
  g_autoptr (CandProfileLink) link = cand_profile_link_copy (g_ptr_array_index (links, 2));
  g_autofree char *written = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object, *basics;
  JsonArray *array;

  g_ptr_array_set_free_func (works, NULL);
  g_ptr_array_set_free_func (links, NULL);
  g_ptr_array_remove_index (works, 0);
  cand_profile_set_list (profile, CAND_PROFILE_EXPERIENCE, works);
  g_set_str (&link->address, "https://m.example/@lady");
  links->pdata[2] = link;
  cand_profile_set_list (profile, CAND_PROFILE_LINKS, links);
  cand_profile_set_text (profile, CAND_PROFILE_PHONE, "");
  cand_profile_set_text (profile, CAND_PROFILE_COUNTRY, "Elbonia");
  cand_profile_set_text (profile, CAND_PROFILE_HUGGING_FACE, "");
  written = cand_resume_write (profile);
  root = json_from_string (written, NULL);
  object = json_node_get_object (root);
  basics = json_object_get_object_member (object, "basics");
  g_assert_false (json_object_has_member (basics, "phone"));
  g_assert_cmpstr (
      json_object_get_string_member (json_object_get_object_member (basics, "location"), "country"),
      ==, "Elbonia");
  g_assert_false (
      json_object_has_member (json_object_get_object_member (basics, "location"), "countryCode"));
  array = json_object_get_array_member (basics, "profiles");
  g_assert_cmpuint (json_array_get_length (array), ==, 3);
  g_assert_false (json_object_has_member (json_array_get_object_element (array, 2), "username"));
  array = json_object_get_array_member (object, "work");
  g_assert_cmpuint (json_array_get_length (array), ==, 3);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (array, 0), "name"),
                   ==, "Taylor");
}

static void
test_own (void)
{
  g_autoptr (CandProfile) profile = cand_profile_new ();
  g_autoptr (CandProfile) again = NULL;
  CandExperience work = { .title = (char *) "Analyst",
                          .industry = (char *) "Engines",
                          .start = (char *) "1842" };
  g_autoptr (GPtrArray) works = g_ptr_array_new ();
  g_autofree char *empty = cand_resume_write (profile);
  g_autofree char *written = NULL;
  g_autofree char *twice = NULL;

  assert_json (empty, "{\"$schema\": \"" SCHEMA "\", \"basics\": {}}");
  g_ptr_array_add (works, &work);
  cand_profile_set_text (profile, CAND_PROFILE_FIRST_NAME, "Mary Ann");
  cand_profile_set_text (profile, CAND_PROFILE_LAST_NAME, "Evans Cross");
  cand_profile_set_text (profile, CAND_PROFILE_COUNTRY, "united kingdom");
  cand_profile_set_text (profile, CAND_PROFILE_HUGGING_FACE, "mary ann");
  cand_profile_set_list (profile, CAND_PROFILE_EXPERIENCE, works);
  written = cand_resume_write (profile);
  assert_json (written,
               "{\"$schema\": \"" SCHEMA "\", \"basics\": {\"name\": \"Mary Ann Evans Cross\","
               "\"firstName\": \"Mary Ann\", \"lastName\": \"Evans Cross\","
               "\"location\": {\"countryCode\": \"GB\"}, \"profiles\": [{\"network\": \"Hugging "
               "Face\", \"username\": \"mary ann\", \"url\": "
               "\"https://huggingface.co/mary%20ann\"}]}, \"work\": [{\"position\": \"Analyst\","
               "\"industry\": \"Engines\", \"startDate\": \"1842\", \"current\": false}]}");
  again = read_well (written, NULL);
  assert_text (again, CAND_PROFILE_FIRST_NAME, "Mary Ann");
  assert_text (again, CAND_PROFILE_LAST_NAME, "Evans Cross");
  g_assert_false (((CandExperience *) get_entry (again, CAND_PROFILE_EXPERIENCE, 0))->current);
  twice = cand_resume_write (again);
  assert_json (twice, written);
}

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    const char *first;
    const char *last;
  } cases[] = {
    { "Ada Lovelace", "Ada", "Lovelace" },
    { "Ludwig van Beethoven", "Ludwig", "van Beethoven" },
    { "Mary Jane Watson", "Mary Jane", "Watson" },
    { "ada lovelace", "ada", "lovelace" },
    { "Plato", "Plato", "" },
    { " Ada  King ", "Ada", "King" },
    { "de Gaulle", "de", "Gaulle" },
    { "", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdup_printf ("{\"basics\": {\"name\": \"%s\"}}", cases[i].name);
      g_autoptr (CandProfile) profile = read_well (json, NULL);

      assert_text (profile, CAND_PROFILE_FIRST_NAME, cases[i].first);
      assert_text (profile, CAND_PROFILE_LAST_NAME, cases[i].last);
    }
}

static void
test_links (void)
{
  guint n_odd;
  g_autoptr (CandProfile) profile =
      read_well ("{\"basics\": {\"profiles\": [{\"network\": \"github\", \"username\": \"ada/x\"},"
                 "{\"network\": \"HuggingFace\", \"url\": \"https://huggingface.co/ada?x=1\"},"
                 "{\"network\": \"Elsewhere\", \"username\": \"ada\"}, {\"username\": \"ada\"}]}}",
                 &n_odd);
  const CandProfileLink *link = get_entry (profile, CAND_PROFILE_LINKS, 0);

  g_assert_cmpstr (link->address, ==, "https://github.com/ada%2Fx");
  link = get_entry (profile, CAND_PROFILE_LINKS, 1);
  g_assert_cmpstr (link->label, ==, "Elsewhere");
  g_assert_cmpstr (link->address, ==, "");
  assert_text (profile, CAND_PROFILE_HUGGING_FACE, "ada");
  g_assert_cmpuint (n_odd, ==, 1);
}

/* What should be one thing and is another is kept, counted, and written again. */
static void
test_odd (void)
{
  static const struct
  {
    const char *json;
    guint n_odd;
  } cases[] = {
    { "{\"basics\": 5}", 1 },
    { "{\"basics\": {\"name\": [], \"email\": {}, \"location\": \"Paris\", \"profiles\": {}}}", 3 },
    { "{\"basics\": {}, \"work\": {}, \"education\": \"none\"}", 2 },
    { "{\"basics\": {}, \"work\": [3, [], {\"name\": 4}]}", 4 },
    { "{\"basics\": {}, \"work\": null, \"education\": []}", 0 },
    { "{\"basics\": {\"name\": \"A\"}, \"work\": [{\"name\": \"B\", \"startDate\": 2020}]}", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n_odd;
      g_autoptr (CandProfile) profile = read_well (cases[i].json, &n_odd);
      g_autofree char *written = cand_resume_write (profile);
      g_autoptr (JsonNode) root = json_from_string (written, NULL);

      g_assert_cmpuint (n_odd, ==, cases[i].n_odd);
      json_object_remove_member (json_node_get_object (root), "$schema");
      if (i > 0)
        {
          g_autofree char *left = json_to_string (root, FALSE);

          assert_json (left, cases[i].json);
        }
    }
}

static void
test_hostile (void)
{
  static const char *const bad[] = {
    "", "[]", "3", "{", "{\"basics\": {\"name\": \"\\ud800\"}}", "{} {}", "{\"a\": NaN}",
  };
  g_autofree char *deep = NULL;
  g_autofree char *large = NULL;
  g_autoptr (GError) failure = NULL;
  GString *text = g_string_new ("{\"x\": ");

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (cand_resume_read (bad[i], -1, NULL, &error));
      g_assert_error (error, CAND_MODEL_ERROR, CAND_MODEL_ERROR_MALFORMED);
    }
  for (guint i = 0; i < 100000; i++)
    g_string_append_c (text, '[');
  deep = g_string_free (text, FALSE);
  g_assert_null (cand_resume_read (deep, -1, NULL, &failure));
  g_assert_error (failure, CAND_MODEL_ERROR, CAND_MODEL_ERROR_MALFORMED);
  g_clear_error (&failure);
  large = g_strnfill (CAND_RESUME_MAX_BYTES + 1, ' ');
  g_assert_null (cand_resume_read (large, -1, NULL, &failure));
  g_assert_error (failure, CAND_MODEL_ERROR, CAND_MODEL_ERROR_MALFORMED);
}

static void
test_countries (void)
{
  g_assert_cmpstr (cand_country_get_name ("fr"), ==, "France");
  g_assert_cmpstr (cand_country_get_name ("GB"), ==, "United Kingdom");
  g_assert_null (cand_country_get_name ("XX"));
  g_assert_cmpstr (cand_country_get_code (" united states "), ==, "US");
  g_assert_cmpstr (cand_country_get_code ("USA"), ==, "US");
  g_assert_cmpstr (cand_country_get_code ("TÜRKIYE"), ==, "TR");
  g_assert_cmpstr (cand_country_get_code ("de"), ==, "DE");
  g_assert_null (cand_country_get_code ("Elbonia"));
  g_assert_null (cand_country_get_code (""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/resume/read", test_read);
  g_test_add_func ("/resume/round-trip", test_round_trip);
  g_test_add_func ("/resume/edited", test_edited);
  g_test_add_func ("/resume/own", test_own);
  g_test_add_func ("/resume/names", test_names);
  g_test_add_func ("/resume/links", test_links);
  g_test_add_func ("/resume/odd", test_odd);
  g_test_add_func ("/resume/hostile", test_hostile);
  g_test_add_func ("/resume/countries", test_countries);
  return g_test_run ();
}
