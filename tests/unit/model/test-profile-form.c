/* test-profile-form.c: the profile as questions, and what cannot be right about it
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/model/cand-profile-form.h"

/* Ids in the form's order. */
static void
test_fields (void)
{
  g_autoptr (CandForm) form = cand_profile_form_new ();
  g_autoptr (GString) ids = g_string_new (NULL);
  CandField *links = cand_form_find_field (form, "links");

  for (guint i = 0; i < cand_form_get_n_sections (form); i++)
    for (guint j = 0; j < cand_form_get_n_fields (form, i); j++)
      {
        CandField *field = cand_form_get_field (form, i, j);

        g_string_append_printf (ids, "%s ", cand_field_get_id (field));
        /* What goes to nobody has no limit, not even one that is not known. */
        g_assert_cmpint (cand_field_get_max_length (field), ==, CAND_LIMIT_NONE);
      }
  g_assert_cmpstr (ids->str, ==,
                   "first-name last-name email phone address city region postcode country headline "
                   "summary hugging-face links education experience ");
  g_assert_cmpint (cand_profile_form_get_part (links), ==, CAND_PROFILE_LINKS);
  g_assert_cmpint (cand_field_get_field_type (links), ==, CAND_FIELD_TYPE_GROUP);
  g_assert_cmpuint (cand_field_get_n_fields (links), ==, 2);
  g_assert_cmpint (cand_field_get_field_type (cand_form_find_field (form, "email")), ==,
                   CAND_FIELD_TYPE_EMAIL);
  g_assert_cmpint (cand_field_get_field_type (cand_form_find_field (form, "phone")), ==,
                   CAND_FIELD_TYPE_PHONE);
  g_assert_cmpint (cand_field_get_field_type (cand_form_find_field (form, "address")), ==,
                   CAND_FIELD_TYPE_PARAGRAPH);
}

static CandAnswer *
bind (CandProfile *profile, CandForm *form, const char *id)
{
  CandAnswer *answer = cand_answer_new (cand_form_find_field (form, id));

  cand_profile_form_bind (profile, answer);
  return answer;
}

static void
test_texts (void)
{
  g_autoptr (CandProfile) profile = cand_profile_new ();
  g_autoptr (CandForm) form = cand_profile_form_new ();
  g_autoptr (CandAnswer) answer = NULL;

  cand_profile_set_text (profile, CAND_PROFILE_CITY, "London");
  answer = bind (profile, form, "city");
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "London");
  cand_answer_set_text (answer, "Turin ");
  g_assert_cmpstr (cand_profile_get_text (profile, CAND_PROFILE_CITY), ==, "Turin ");
  cand_profile_set_text (profile, CAND_PROFILE_CITY, "Paris");
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "Paris");
}

static void
count_edit (CandProfile *profile, guint part, guint *edits)
{
  g_assert_cmpuint (part, ==, CAND_PROFILE_EXPERIENCE);
  *edits += 1;
}

/* What a résumé said beside stays with its entry, whatever is typed. */
static void
test_lists (void)
{
  g_autoptr (CandProfile) profile = cand_profile_new ();
  g_autoptr (CandForm) form = cand_profile_form_new ();
  g_autoptr (CandAnswer) answer = NULL;
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  CandExperience post = {
    .title = "Engineer", .company = "Acme", .current = TRUE, .besides = "{\"location\":\"Here\"}"
  };
  const CandExperience *kept;
  guint edits = 0;

  g_ptr_array_add (list, &post);
  cand_profile_set_list (profile, CAND_PROFILE_EXPERIENCE, list);
  g_signal_connect (profile, "edited", G_CALLBACK (count_edit), &edits);
  answer = bind (profile, form, "experience");
  g_assert_cmpuint (edits, ==, 0);
  g_assert_cmpstr (cand_answer_get_text (answer), ==,
                   "[{\"title\":\"Engineer\",\"company\":\"Acme\",\"current\":\"true\","
                   "\"besides\":\"{\\\"location\\\":\\\"Here\\\"}\"}]");

  cand_answer_set_text (answer, "[{\"title\":\"Chief\",\"company\":\"Acme\","
                                "\"besides\":\"{\\\"location\\\":\\\"Here\\\"}\"},"
                                "{\"company\":\"Byron & Daughters\"}]");
  g_assert_cmpuint (edits, ==, 1);
  g_assert_cmpuint (cand_profile_get_list (profile, CAND_PROFILE_EXPERIENCE)->len, ==, 2);
  kept = g_ptr_array_index (cand_profile_get_list (profile, CAND_PROFILE_EXPERIENCE), 0);
  g_assert_cmpstr (kept->title, ==, "Chief");
  g_assert_cmpstr (kept->besides, ==, "{\"location\":\"Here\"}");
  g_assert_false (kept->current);

  cand_profile_set_list (profile, CAND_PROFILE_EXPERIENCE, NULL);
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "");
  cand_answer_set_text (answer, "no list");
  g_assert_cmpuint (cand_profile_get_list (profile, CAND_PROFILE_EXPERIENCE)->len, ==, 0);
}

static void
assert_checked (const char *group, const char *id, const char *text, const char *sentence)
{
  g_autoptr (CandForm) form = cand_profile_form_new ();
  CandField *field = cand_form_find_field (form, group);
  g_autofree char *found = NULL;

  for (guint i = 0; i < cand_field_get_n_fields (field); i++)
    if (g_str_equal (cand_field_get_id (cand_field_get_field (field, i)), id))
      {
        found = cand_profile_form_check (cand_field_get_field (field, i), text);
        g_assert_cmpstr (found, ==, sentence);
        return;
      }
  found = cand_profile_form_check (field, text);
  g_assert_cmpstr (found, ==, sentence);
}

static void
test_check (void)
{
  static const char *const link =
      "This does not look like a web address. One looks like https://github.com/ada.";
  static const char *const date = "This is not understood as a date. Forms may ask you again. A "
                                  "date looks like 2021, 2021-05 or 2021-05-03.";

  assert_checked ("links", "address", "https://github.com/ada", NULL);
  assert_checked ("links", "address", " github.com/ada ", NULL);
  assert_checked ("links", "address", "", NULL);
  assert_checked ("links", "address", "github", link);
  assert_checked ("links", "address", "https://github .com", link);
  assert_checked ("links", "address", "javascript://github.com/", link);
  assert_checked ("links", "address", "ada@", link);
  assert_checked ("links", "label", "github", NULL);
  assert_checked ("education", "start", "2021", NULL);
  assert_checked ("education", "end", "2021-05", NULL);
  assert_checked ("education", "end", "2021-13", date);
  assert_checked ("experience", "start", "last May", date);
  assert_checked ("experience", "title", "last May", NULL);
  assert_checked ("address", "", "12 Byron Road", NULL);
  assert_checked ("hugging-face", "", "ada-lovelace", NULL);
  assert_checked ("hugging-face", "", "https://huggingface.co/ada",
                  "This is more than a user name. One looks like ada-lovelace.");
}

static void
assert_part (const char *id, const char *label, CandFieldType type, int part)
{
  g_autoptr (CandField) field = cand_field_new (id, type, label);
  CandProfilePart found;
  gboolean any = cand_profile_form_find_part (field, &found);

  g_assert_cmpint (any ? (int) found : -1, ==, part);
}

static void
test_find_part (void)
{
  assert_part ("firstname", "First name", CAND_FIELD_TYPE_TEXT, CAND_PROFILE_FIRST_NAME);
  assert_part ("q1", "GitHub profile", CAND_FIELD_TYPE_TEXT, CAND_PROFILE_LINKS);
  assert_part ("education", "Education", CAND_FIELD_TYPE_GROUP, CAND_PROFILE_EDUCATION);
  assert_part ("q2", "Why this internship?", CAND_FIELD_TYPE_TEXT, -1);
  assert_part ("gender", "Gender", CAND_FIELD_TYPE_TEXT, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/profile-form/fields", test_fields);
  g_test_add_func ("/profile-form/texts", test_texts);
  g_test_add_func ("/profile-form/lists", test_lists);
  g_test_add_func ("/profile-form/check", test_check);
  g_test_add_func ("/profile-form/find-part", test_find_part);
  return g_test_run ();
}
