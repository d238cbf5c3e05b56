/* test-profile.c: the profile on disk, part by part
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/store/cand-store-profile.h"
#include "store-test.h"

static void
write_parts (StoreTest *self, CandProfile *profile, guint parts, gint64 now)
{
  g_autoptr (GError) error = NULL;

  cand_store_profile_write (self->connection, profile, parts, now, &error);
  g_assert_no_error (error);
}

static CandProfile *
load (StoreTest *self, gint64 *written)
{
  g_autoptr (GError) error = NULL;
  CandProfile *profile = cand_store_profile_load (self->connection, written, &error);

  g_assert_no_error (error);
  return profile;
}

static void
set_file (CandProfile *profile, const char *sha256)
{
  CandProfileFile file = { (char *) "CV", (char *) "cv.pdf", (char *) sha256, 3, 4 };
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  /* The same file under two names is one copy. */
  g_ptr_array_add (files, &file);
  g_ptr_array_add (files, &file);
  cand_profile_set_list (profile, CAND_PROFILE_FILES, files);
}

static void
test_none (StoreTest *self, gconstpointer data)
{
  gint64 written = 9;
  g_autoptr (CandProfile) profile = load (self, &written);
  g_autofree char *json = cand_profile_to_json (profile);

  g_assert_cmpstr (json, ==, "{}");
  g_assert_cmpint (written, ==, 0);
  g_assert_cmpint (store_test_get_int64 (self, "SELECT count(*) FROM profile"), ==, 0);
}

/* What one does not write stays what another wrote. */
static void
test_parts (StoreTest *self, gconstpointer data)
{
  g_autoptr (CandProfile) one = cand_profile_new ();
  g_autoptr (CandProfile) other = cand_profile_new ();
  g_autoptr (CandProfile) both = NULL;
  gint64 written;

  cand_profile_set_text (one, CAND_PROFILE_EMAIL, "one@a.example");
  cand_profile_set_text (one, CAND_PROFILE_PHONE, "1");
  cand_profile_set_text (other, CAND_PROFILE_PHONE, "2");
  write_parts (self, one, CAND_PROFILE_ALL_PARTS, 100);
  write_parts (self, other, 1u << CAND_PROFILE_PHONE | 1u << CAND_PROFILE_CITY, 200);
  both = load (self, &written);
  g_assert_cmpstr (cand_profile_get_text (both, CAND_PROFILE_EMAIL), ==, "one@a.example");
  g_assert_cmpstr (cand_profile_get_text (both, CAND_PROFILE_PHONE), ==, "2");
  g_assert_cmpint (written, ==, 200);
  g_assert_cmpint (store_test_get_int64 (self, "SELECT count(*) FROM profile"), ==, 1);
}

static void
test_files (StoreTest *self, gconstpointer data)
{
  g_autoptr (CandProfile) profile = cand_profile_new ();
  g_autoptr (GHashTable) files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;

  set_file (profile, "ab12");
  write_parts (self, profile, 1u << CAND_PROFILE_FILES, 1);
  /* Of a part that is not written, nothing changes. */
  set_file (profile, "cd34");
  write_parts (self, profile, 1u << CAND_PROFILE_EMAIL, 2);
  g_assert_true (cand_store_profile_list_files (self->connection, files, &error));
  g_assert_cmpuint (g_hash_table_size (files), ==, 1);
  g_assert_true (g_hash_table_contains (files, "ab12"));

  g_hash_table_remove_all (files);
  write_parts (self, profile, 1u << CAND_PROFILE_FILES, 3);
  g_assert_true (cand_store_profile_list_files (self->connection, files, &error));
  g_assert_cmpuint (g_hash_table_size (files), ==, 1);
  g_assert_true (g_hash_table_contains (files, "cd34"));
}

static void
test_unreadable (StoreTest *self, gconstpointer data)
{
  g_autoptr (CandProfile) profile = cand_profile_new ();
  g_autofree char *aside = NULL;
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;

  cand_connection_execute (self->connection,
                           "INSERT INTO profile (id, json, written) VALUES (1, '{\"email\":1}', 2)",
                           NULL);
  g_assert_null (cand_store_profile_load (self->connection, NULL, &error));
  g_assert_error (error, CAND_STORE_ERROR, CAND_STORE_ERROR_CORRUPT);
  cand_profile_set_text (profile, CAND_PROFILE_CITY, "London");
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_WARNING, "*it is set aside");
  write_parts (self, profile, CAND_PROFILE_ALL_PARTS, 3);
  g_test_assert_expected_messages ();
  aside = store_test_get_text (self, "SELECT json FROM profile WHERE id = 2");
  json = store_test_get_text (self, "SELECT json FROM profile WHERE id = 1");
  g_assert_cmpstr (aside, ==, "{\"email\":1}");
  g_assert_cmpstr (json, ==, "{\"city\":\"London\"}");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST_ADD ("/store-profile/none", test_none);
  STORE_TEST_ADD ("/store-profile/parts", test_parts);
  STORE_TEST_ADD ("/store-profile/files", test_files);
  STORE_TEST_ADD ("/store-profile/unreadable", test_unreadable);
  return g_test_run ();
}
