/* test-profile-fill.c: what a profile answers, and what it leaves alone
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/model/cand-answer.h"
#include "core/model/cand-profile-fill.h"
#include "core/model/cand-resume.h"

static CandProfile *
make_profile (void)
{
  g_autoptr (GError) error = NULL;
  CandProfile *profile = cand_resume_read (
      "{\"basics\": {\"name\": \"Ada Lovelace\", \"label\": \"Analyst\", \"email\": "
      "\"ada@a.example\", \"phone\": \"+44 1\", \"url\": \"https://ada.example\", \"summary\": "
      "\"I write notes.\", \"location\": {\"address\": \"12 Byron Road\\nFlat 2\", \"city\": "
      "\"London\", \"postalCode\": \"SW1\", \"countryCode\": \"GB\"}, \"profiles\": ["
      "{\"network\": \"Code\", \"url\": \"https://github.com/ada\"},"
      "{\"network\": \"LinkedIn\", \"url\": \"https://l.example/ada\"},"
      "{\"network\": \"Hugging Face\", \"username\": \"ada l\"}]},"
      "\"work\": [{\"position\": \"Analyst\", \"name\": \"Babbage\", \"startDate\": \"1842-05\"},"
      "{\"name\": \"Taylor\", \"startDate\": \"1840-01-02\", \"endDate\": \"1841-01-31\"},"
      "{\"industry\": \"Air\"}],"
      "\"education\": [{\"institution\": \"Home\", \"studyType\": \"BSc\", \"endDate\": "
      "\"1835\"}]}",
      -1, NULL, &error);

  g_assert_no_error (error);
  return profile;
}

static void
test_fields (void)
{
  static const struct
  {
    const char *id;
    CandFieldType type;
    const char *label;
    const char *value;
    const char *source;
  } cases[] = {
    { "firstname", CAND_FIELD_TYPE_TEXT, NULL, "Ada", "First name from your profile" },
    { "first_name", CAND_FIELD_TYPE_TEXT, "Vorname", "Ada", "First name from your profile" },
    { "lastName", CAND_FIELD_TYPE_TEXT, NULL, "Lovelace", "Last name from your profile" },
    { "name", CAND_FIELD_TYPE_TEXT, "Full name", "Ada Lovelace", "Name from your profile" },
    { "_systemfield_name", CAND_FIELD_TYPE_TEXT, "Name", "Ada Lovelace", "Name from your profile" },
    { "email", CAND_FIELD_TYPE_EMAIL, NULL, "ada@a.example", "E-mail from your profile" },
    { "phone", CAND_FIELD_TYPE_PHONE, NULL, "+44 1", "Phone from your profile" },
    { "address", CAND_FIELD_TYPE_TEXT, NULL, "12 Byron Road, Flat 2, SW1 London, United Kingdom",
      "Address from your profile" },
    { "streetAddress", CAND_FIELD_TYPE_TEXT, NULL, "12 Byron Road\nFlat 2",
      "Address from your profile" },
    { "location", CAND_FIELD_TYPE_TEXT, "Location", "London, United Kingdom",
      "City and country from your profile" },
    { "city", CAND_FIELD_TYPE_TEXT, NULL, "London", "City from your profile" },
    { "zip", CAND_FIELD_TYPE_TEXT, NULL, "SW1", "Postcode from your profile" },
    { "state", CAND_FIELD_TYPE_TEXT, NULL, NULL, "Region from your profile" },
    { "headline", CAND_FIELD_TYPE_TEXT, NULL, "Analyst", "Headline from your profile" },
    { "summary", CAND_FIELD_TYPE_PARAGRAPH, NULL, "I write notes.", "Summary from your profile" },
    { "linkedinUrl", CAND_FIELD_TYPE_TEXT, NULL, "https://l.example/ada",
      "LinkedIn link from your profile" },
    { "CA_1", CAND_FIELD_TYPE_PARAGRAPH, "Github profile", "https://github.com/ada",
      "GitHub link from your profile" },
    { "CA_2", CAND_FIELD_TYPE_PARAGRAPH, "Linkedin", "https://l.example/ada",
      "LinkedIn link from your profile" },
    { "question_1", CAND_FIELD_TYPE_TEXT, "Please share a link to your GitHub account, if any",
      "https://github.com/ada", "GitHub link from your profile" },
    { "question_2", CAND_FIELD_TYPE_TEXT, "Personal website", "https://ada.example",
      "Website from your profile" },
    { "question_3", CAND_FIELD_TYPE_TEXT, "Your Hugging Face username", "ada l",
      "Hugging Face user name from your profile" },
    { "question_4", CAND_FIELD_TYPE_TEXT, "HuggingFace profile:", "https://huggingface.co/ada%20l",
      "Hugging Face page from your profile" },
    { "question_5", CAND_FIELD_TYPE_TEXT, "What is your full name?", "Ada Lovelace",
      "Name from your profile" },
    { "question_6", CAND_FIELD_TYPE_EMAIL, "E-mail address", "ada@a.example",
      "E-mail from your profile" },
    { "portfolio", CAND_FIELD_TYPE_TEXT, NULL, NULL, "Portfolio link from your profile" },

    /* Questions that only sound alike, and types that take something else. */
    { "q", CAND_FIELD_TYPE_PARAGRAPH, "What have you built on GitHub?", NULL, NULL },
    { "q", CAND_FIELD_TYPE_TEXT, "LinkedIn or GitHub", NULL, NULL },
    { "q", CAND_FIELD_TYPE_TEXT, "Name of a referee", NULL, NULL },
    { "q", CAND_FIELD_TYPE_TEXT, "Your user name", NULL, NULL },
    { "q", CAND_FIELD_TYPE_TEXT, "GitHub username", NULL, NULL },
    { "q", CAND_FIELD_TYPE_EMAIL, "E-mail address of your manager", NULL, NULL },
    { "q", CAND_FIELD_TYPE_TEXT, "Preferred first name", NULL, NULL },
    { "cover_letter", CAND_FIELD_TYPE_PARAGRAPH, NULL, NULL, NULL },
    { "resume", CAND_FIELD_TYPE_FILE, NULL, NULL, NULL },
    { "email", CAND_FIELD_TYPE_PHONE, NULL, NULL, NULL },
    { "firstname", CAND_FIELD_TYPE_EMAIL, NULL, NULL, NULL },
    { "phone", CAND_FIELD_TYPE_NUMBER, NULL, NULL, NULL },
    { "education", CAND_FIELD_TYPE_PARAGRAPH, NULL, NULL, NULL },
    { "summary", CAND_FIELD_TYPE_GROUP, NULL, NULL, NULL },

    /* Sensitive, whatever it is called. */
    { "gdpr", CAND_FIELD_TYPE_BOOLEAN, NULL, NULL, NULL },
    { "country", CAND_FIELD_TYPE_TEXT, "Country of citizenship", NULL, NULL },
    { "name", CAND_FIELD_TYPE_TEXT, "I agree: your name", NULL, NULL },
  };
  g_autoptr (CandProfile) profile = make_profile ();
  g_autoptr (CandProfile) empty = cand_profile_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CandField) field = cand_field_new (cases[i].id, cases[i].type, cases[i].label);
      g_autofree char *value = cand_profile_dup_value (profile, field);
      g_autofree char *nothing = cand_profile_dup_value (empty, field);

      g_test_message ("%s %s", cases[i].id, cases[i].label);
      g_assert_cmpstr (value, ==, cases[i].value);
      g_assert_cmpstr (cand_profile_get_source (field), ==, cases[i].source);
      g_assert_null (nothing);
    }
}

static void
test_sensitive (void)
{
  g_autoptr (CandProfile) profile = make_profile ();
  g_autoptr (CandField) field = cand_field_new ("phone", CAND_FIELD_TYPE_PHONE, NULL);

  cand_field_set_sensitive (field, TRUE);
  g_assert_null (cand_profile_dup_value (profile, field));
  g_assert_null (cand_profile_get_source (field));
}

static void
test_options (void)
{
  g_autoptr (CandProfile) profile = make_profile ();
  g_autoptr (CandField) country = cand_field_new ("countryId", CAND_FIELD_TYPE_DROPDOWN, NULL);
  g_autofree char *value = NULL;

  cand_field_add_option (country, "1", "United States");
  cand_field_add_option (country, "2", "Other United Kingdom");
  g_assert_null (cand_profile_dup_value (profile, country));
  cand_field_add_option (country, "3", "UNITED KINGDOM");
  value = cand_profile_dup_value (profile, country);
  g_assert_cmpstr (value, ==, "3");
}

static CandField *
make_group (const char *id, const char *const *inner, const CandFieldType *types, guint n)
{
  CandField *group = cand_field_new (id, CAND_FIELD_TYPE_GROUP, NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CandField) field = cand_field_new (inner[i], types[i], NULL);

      if (types[i] == CAND_FIELD_TYPE_DROPDOWN)
        cand_field_add_option (field, "7", "bsc");
      cand_field_add_field (group, field);
    }
  return group;
}

static void
test_groups (void)
{
  static const char *const work_ids[] = { "title",    "company", "start_date",
                                          "end_date", "current", "reason" };
  static const CandFieldType work_types[] = { CAND_FIELD_TYPE_TEXT,    CAND_FIELD_TYPE_TEXT,
                                              CAND_FIELD_TYPE_DATE,    CAND_FIELD_TYPE_DATE,
                                              CAND_FIELD_TYPE_BOOLEAN, CAND_FIELD_TYPE_TEXT };
  static const char *const school_ids[] = { "school_name", "degree", "end_date", "discipline" };
  static const CandFieldType school_types[] = { CAND_FIELD_TYPE_TEXT, CAND_FIELD_TYPE_DROPDOWN,
                                                CAND_FIELD_TYPE_TEXT, CAND_FIELD_TYPE_DROPDOWN };
  g_autoptr (CandProfile) profile = make_profile ();
  g_autoptr (CandField) work = make_group ("experience", work_ids, work_types, 6);
  g_autoptr (CandField) school = make_group ("education", school_ids, school_types, 4);
  g_autofree char *works = cand_profile_dup_value (profile, work);
  g_autofree char *schools = cand_profile_dup_value (profile, school);
  g_autofree char *problem = cand_answer_check (school, schools);

  g_assert_cmpstr (works, ==,
                   "[{\"title\":\"Analyst\",\"company\":\"Babbage\",\"start_date\":\"1842-05\","
                   "\"current\":\"true\"},{\"company\":\"Taylor\",\"start_date\":\"1840-01-02\","
                   "\"end_date\":\"1841-01-31\"}]");
  g_assert_cmpstr (schools, ==,
                   "[{\"school_name\":\"Home\",\"degree\":\"7\",\"end_date\":\"1835\"}]");
  g_assert_null (problem);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/profile-fill/fields", test_fields);
  g_test_add_func ("/profile-fill/sensitive", test_sensitive);
  g_test_add_func ("/profile-fill/options", test_options);
  g_test_add_func ("/profile-fill/groups", test_groups);
  return g_test_run ();
}
