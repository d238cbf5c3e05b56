/* test-field-words.c: what a question takes, in words
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "core/model/cand-field-words.h"

static void
assert_label (CandField *field, const char *expected)
{
  g_autofree char *label = cand_field_dup_type_label (field);

  g_assert_cmpstr (label, ==, expected);
}

static void
test_types (void)
{
  static const struct
  {
    CandFieldType type;
    const char *label;
  } cases[] = {
    { CAND_FIELD_TYPE_TEXT, "One line" },
    { CAND_FIELD_TYPE_EMAIL, "E-mail address" },
    { CAND_FIELD_TYPE_PHONE, "Phone number" },
    { CAND_FIELD_TYPE_PARAGRAPH, "Paragraph · limit unknown" },
    { CAND_FIELD_TYPE_DATE, "Date" },
    { CAND_FIELD_TYPE_NUMBER, "Number" },
    { CAND_FIELD_TYPE_BOOLEAN, "Yes or no" },
    { CAND_FIELD_TYPE_DROPDOWN, "One of several" },
    { CAND_FIELD_TYPE_MULTIPLE, "Any of several" },
    { CAND_FIELD_TYPE_FILE, "File" },
    { CAND_FIELD_TYPE_GROUP, "List of entries" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CandField) field = cand_field_new ("id", cases[i].type, "Question");

      assert_label (field, cases[i].label);
    }
}

static void
test_limits (void)
{
  const char *suffixes[] = { ".pdf", "odt", NULL };
  g_autoptr (CandField) text = cand_field_new ("a", CAND_FIELD_TYPE_TEXT, "A");
  g_autoptr (CandField) paragraph = cand_field_new ("b", CAND_FIELD_TYPE_PARAGRAPH, "B");
  g_autoptr (CandField) number = cand_field_new ("c", CAND_FIELD_TYPE_NUMBER, "C");
  g_autoptr (CandField) file = cand_field_new ("d", CAND_FIELD_TYPE_FILE, "D");

  cand_field_set_max_length (text, 1);
  assert_label (text, "One line · at most 1 character");
  cand_field_set_max_length (paragraph, 1000);
  assert_label (paragraph, "Paragraph · at most 1000 characters");
  /* As good as none. */
  cand_field_set_max_length (paragraph, G_MAXINT64);
  assert_label (paragraph, "Paragraph · limit unknown");
  cand_field_set_maximum (number, 99.5);
  assert_label (number, "Number · at most 99.5");
  cand_field_set_maximum (number, 9999999999999.0);
  assert_label (number, "Number");
  cand_field_set_file_types (file, suffixes);
  assert_label (file, "File · PDF, ODT");
  cand_field_set_max_file_size (file, 12000000);
  assert_label (file, "File · PDF, ODT · up to 12.0\302\240MB");
}

static void
test_options (void)
{
  g_autoptr (CandField) field = cand_field_new ("a", CAND_FIELD_TYPE_MULTIPLE, "A");

  cand_field_add_option (field, "1", "Red");
  cand_field_add_option (field, "2", "Green");
  assert_label (field, "Any of: Red, Green");
  cand_field_set_single_option (field, TRUE);
  assert_label (field, "One of: Red, Green");
  for (guint i = 3; i <= 13; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      cand_field_add_option (field, id, id);
    }
  assert_label (field, "One of: Red, Green, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, … (1 more)");
}

static void
test_entries (void)
{
  g_autoptr (CandField) group = cand_field_new ("education", CAND_FIELD_TYPE_GROUP, "Education");
  g_autoptr (CandField) school = cand_field_new ("school", CAND_FIELD_TYPE_TEXT, "School");
  g_autoptr (CandField) degree = cand_field_new ("degree", CAND_FIELD_TYPE_TEXT, "Degree");

  cand_field_add_field (group, school);
  cand_field_add_field (group, degree);
  assert_label (group, "List of entries: School, Degree");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/field-words/types", test_types);
  g_test_add_func ("/field-words/limits", test_limits);
  g_test_add_func ("/field-words/options", test_options);
  g_test_add_func ("/field-words/entries", test_entries);
  return g_test_run ();
}
