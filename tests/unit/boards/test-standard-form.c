/* test-standard-form.c: the form of a position whose own form nobody gives out
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/boards/cand-standard-form.h"
#include "system-checks.h"

static void
test_fields (void)
{
  g_autoptr (CandForm) form = cand_standard_form_new ();
  CandField *resume = cand_form_find_field (form, "resume");

  g_assert_cmpint (cand_form_get_source (form), ==, CAND_FORM_SOURCE_STANDARD);
  g_assert_cmpint (cand_form_get_fetched (form), ==, 0);
  g_assert_cmpuint (cand_form_get_n_sections (form), ==, 3);
  assert_section (form, 0, "Personal information",
                  "firstname:text* lastname:text* email:email* phone:phone");
  assert_section (form, 1, "Documents", "resume:file cover_letter:paragraph");
  assert_section (form, 2, "Links", "linkedin:text github:text website:text");

  g_assert_cmpint (cand_field_get_field_type (cand_form_find_field (form, "email")), ==,
                   CAND_FIELD_TYPE_EMAIL);
  g_assert_cmpint (cand_field_get_field_type (resume), ==, CAND_FIELD_TYPE_FILE);
  g_assert_null (cand_field_get_file_types (resume)[0]);
  g_assert_cmpint (cand_field_get_max_file_size (resume), ==, CAND_LIMIT_UNKNOWN);
  g_assert_cmpint (cand_field_get_field_type (cand_form_find_field (form, "cover_letter")), ==,
                   CAND_FIELD_TYPE_PARAGRAPH);
}

/* It is kept and read back like any form. */
static void
test_kept (void)
{
  g_autoptr (CandForm) form = cand_standard_form_new ();
  g_autofree char *json = cand_form_to_json (form);
  g_autoptr (GError) error = NULL;
  g_autoptr (CandForm) again = cand_form_new_from_json (json, &error);
  g_autofree char *digest = cand_form_dup_digest (form);
  g_autofree char *digest_again = NULL;

  g_assert_no_error (error);
  digest_again = cand_form_dup_digest (again);
  g_assert_cmpstr (digest, ==, digest_again);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/boards/standard-form/fields", test_fields);
  g_test_add_func ("/boards/standard-form/kept", test_kept);
  return g_test_run ();
}
