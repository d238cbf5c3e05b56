/* test-profile.c: the profile is kept by itself, and goes out and in as JSON Resume
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <json-glib/json-glib.h>

#include "core/library/cand-attachments.h"
#include "core/library/cand-library-unsaved.h"
#include "core/model/cand-form.h"
#include "library-test.h"

#define EMAIL "SELECT json_extract (json, '$.email') FROM profile"

static void
type (LibraryTest *self, CandProfilePart part, const char *text)
{
  cand_profile_set_text (cand_library_get_profile (self->library), part, text);
}

static const char *
get_text (LibraryTest *self, CandProfilePart part)
{
  return cand_profile_get_text (cand_library_get_profile (self->library), part);
}

static CandSaveState
get_state (LibraryTest *self)
{
  return cand_profile_get_save_state (cand_library_get_profile (self->library));
}

static gboolean
save (LibraryTest *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  cand_library_save_profile_async (self->library, NULL, cand_test_keep_result, &result);
  cand_test_wait_result (&result);
  return cand_library_save_profile_finish (self->library, result, error);
}

static void
wait_saved (LibraryTest *self)
{
  gint64 start = g_get_monotonic_time ();

  while (get_state (self) != CAND_SAVE_STATE_SAVED)
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_TIME_SPAN_SECOND);
    }
}

static GFile *
make_file (LibraryTest *self, const char *name, const char *content)
{
  g_autofree char *path = g_build_filename (self->directory, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static CandResumeReport *
import (LibraryTest *self, const char *content, GError **error)
{
  g_autoptr (GFile) file = make_file (self, "resume.json", content);
  g_autoptr (GAsyncResult) result = NULL;

  cand_library_import_resume_async (self->library, file, NULL, cand_test_keep_result, &result);
  cand_test_wait_result (&result);
  return cand_library_import_resume_finish (self->library, result, error);
}

static void
test_saved (LibraryTest *self, gconstpointer data)
{
  CandProfile *profile = cand_library_get_profile (self->library);

  g_assert_true (profile == cand_library_get_profile (self->library));
  g_assert_cmpint (get_state (self), ==, CAND_SAVE_STATE_SAVED);
  library_test_assert_text (self, "SELECT count(*) FROM profile", "0");
  type (self, CAND_PROFILE_EMAIL, "a");
  g_assert_cmpint (get_state (self), ==, CAND_SAVE_STATE_SAVING);
  type (self, CAND_PROFILE_EMAIL, "ada@a.example");
  wait_saved (self);
  library_test_assert_text (self, EMAIL, "ada@a.example");
  g_assert_cmpint (cand_profile_get_saved_at (profile), >, 0);

  /* Typed just before the end. */
  type (self, CAND_PROFILE_PHONE, "1");
  library_test_reopen (self);
  g_assert_cmpstr (get_text (self, CAND_PROFILE_EMAIL), ==, "ada@a.example");
  g_assert_cmpstr (get_text (self, CAND_PROFILE_PHONE), ==, "1");
  g_assert_cmpint (get_state (self), ==, CAND_SAVE_STATE_SAVED);
}

static void
test_before_opening (LibraryTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  type (self, CAND_PROFILE_EMAIL, "ada@a.example");
  type (self, CAND_PROFILE_CITY, "London");
  g_assert_true (cand_library_close (self->library, &error));
  library_test_settle ();
  g_assert_finalize_object (g_steal_pointer (&self->library));
  self->library = library_test_new (self);
  type (self, CAND_PROFILE_CITY, "Paris");
  library_test_open (self->library, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_text (self, CAND_PROFILE_EMAIL), ==, "ada@a.example");
  g_assert_cmpstr (get_text (self, CAND_PROFILE_CITY), ==, "Paris");
}

static gpointer
pragma_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  return cand_connection_execute (connection, data, error) ? CAND_DONE : NULL;
}

static void
run_pragma (LibraryTest *self, const char *pragma)
{
  g_assert_nonnull (
      cand_worker_run_and_wait (self->library->worker, pragma_job, (gpointer) pragma, NULL));
}

/* While the disk is full, the text stays, and it is said; once there is room, it is saved. */
static void
test_full (LibraryTest *self, gconstpointer data)
{
  g_autofree char *text = g_strnfill (100000, 'a');
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) unsaved = NULL;

  g_assert_false (cand_library_has_unsaved (self->library));
  run_pragma (self, "PRAGMA max_page_count = 1");
  type (self, CAND_PROFILE_SUMMARY, text);
  g_assert_true (cand_library_has_unsaved (self->library));
  g_assert_false (save (self, &error));
  g_assert_error (error, CAND_STORE_ERROR, CAND_STORE_ERROR_FULL);
  g_assert_cmpint (get_state (self), ==, CAND_SAVE_STATE_FAILED);
  g_assert_error (cand_profile_get_save_error (cand_library_get_profile (self->library)),
                  CAND_STORE_ERROR, CAND_STORE_ERROR_FULL);
  /* No draft is: it is the profile that whoever leaves is asked about. */
  g_assert_true (cand_library_has_unsaved (self->library));
  unsaved = cand_library_list_unsaved (self->library);
  g_assert_cmpuint (unsaved->len, ==, 0);
  type (self, CAND_PROFILE_EMAIL, "ada@a.example");
  g_assert_cmpint (get_state (self), ==, CAND_SAVE_STATE_FAILED);
  g_clear_error (&error);
  cand_library_save_all_async (self->library, NULL, cand_test_keep_result, &result);
  cand_test_wait_result (&result);
  g_assert_false (cand_library_save_all_finish (self->library, result, &error));
  g_assert_error (error, CAND_STORE_ERROR, CAND_STORE_ERROR_FULL);

  run_pragma (self, "PRAGMA max_page_count = 1000000");
  wait_saved (self);
  g_assert_false (cand_library_has_unsaved (self->library));
  library_test_assert_text (self, EMAIL, "ada@a.example");
  g_assert_cmpstr (get_text (self, CAND_PROFILE_SUMMARY), ==, text);
}

static void
test_close_full (LibraryTest *self, gconstpointer data)
{
  g_autofree char *text = g_strnfill (100000, 'a');
  g_autoptr (GError) error = NULL;

  run_pragma (self, "PRAGMA max_page_count = 1");
  type (self, CAND_PROFILE_SUMMARY, text);
  g_assert_false (cand_library_close (self->library, &error));
  g_assert_error (error, CAND_STORE_ERROR, CAND_STORE_ERROR_FULL);
}

/* The command line beside the window: neither takes away what the other typed. */
static void
test_outside (LibraryTest *self, gconstpointer data)
{
  LibraryTest other = { self->directory, self->server, library_test_new (self) };
  g_autoptr (GError) error = NULL;

  type (self, CAND_PROFILE_EMAIL, "ada@a.example");
  g_assert_true (save (self, NULL));
  library_test_open (other.library, &error);
  g_assert_no_error (error);
  type (&other, CAND_PROFILE_PHONE, "1");
  type (&other, CAND_PROFILE_CITY, "Rome");
  g_assert_true (save (&other, NULL));
  g_assert_true (cand_library_close (other.library, NULL));
  library_test_settle ();
  g_assert_finalize_object (other.library);

  type (self, CAND_PROFILE_CITY, "London");
  cand_library_check_outside_changes (self->library);
  library_test_drain (self);
  g_assert_cmpstr (get_text (self, CAND_PROFILE_PHONE), ==, "1");
  g_assert_cmpstr (get_text (self, CAND_PROFILE_CITY), ==, "London");
  g_assert_true (save (self, NULL));
  library_test_assert_text (self, "SELECT json FROM profile",
                            "{\"email\":\"ada@a.example\",\"phone\":\"1\",\"city\":\"London\"}");
}

static void
test_unreadable (LibraryTest *self, gconstpointer data)
{
  library_test_execute (self, "INSERT INTO profile (id, json, written) VALUES (1, '[]', 1)");
  library_test_reopen (self);
  g_assert_cmpint (get_state (self), ==, CAND_SAVE_STATE_FAILED);
  g_assert_error (cand_profile_get_save_error (cand_library_get_profile (self->library)),
                  CAND_STORE_ERROR, CAND_STORE_ERROR_CORRUPT);
}

static void
test_file (LibraryTest *self, gconstpointer data)
{
  CandProfile *profile = cand_library_get_profile (self->library);
  g_autoptr (GFile) file = make_file (self, "cv.pdf", "%PDF-1.7 me");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CandAttachment) attachment = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  GPtrArray *files;

  cand_library_add_profile_file_async (self->library, "CV", file, NULL, cand_test_keep_result,
                                       &result);
  cand_test_wait_result (&result);
  g_assert_true (cand_library_add_profile_file_finish (self->library, result, &error));
  g_clear_object (&result);
  files = cand_profile_get_list (profile, CAND_PROFILE_FILES);
  g_assert_cmpuint (files->len, ==, 1);
  attachment = cand_library_dup_profile_attachment (self->library, g_ptr_array_index (files, 0));
  g_assert_cmpstr (cand_attachment_get_name (attachment), ==, "cv.pdf");
  g_assert_cmpint (cand_attachment_get_size (attachment), ==, 11);
  path = g_strdup (cand_attachment_get_path (attachment));
  library_test_reopen (self);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));

  /* Once nobody names it, the next start removes the copy. */
  cand_profile_set_list (cand_library_get_profile (self->library), CAND_PROFILE_FILES, NULL);
  library_test_reopen (self);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_import (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandResumeReport) first = NULL;
  g_autoptr (CandResumeReport) second = NULL;
  g_autoptr (GError) error = NULL;
  const CandProfileDifference *difference;

  type (self, CAND_PROFILE_EMAIL, "mine@a.example");
  first = import (self,
                  "{\"basics\": {\"name\": \"Ada Lovelace\", \"email\": \"other@a.example\"},"
                  " \"work\": [4], \"skills\": [1]}",
                  &error);
  g_assert_no_error (error);
  g_assert_cmpuint (first->filled, ==,
                    1u << CAND_PROFILE_FIRST_NAME | 1u << CAND_PROFILE_LAST_NAME |
                        1u << CAND_PROFILE_RESUME);
  g_assert_cmpuint (first->n_odd, ==, 1);
  g_assert_cmpuint (first->differences->len, ==, 1);
  difference = g_ptr_array_index (first->differences, 0);
  g_assert_cmpint (difference->part, ==, CAND_PROFILE_EMAIL);
  g_assert_cmpstr (difference->present, ==, "mine@a.example");
  g_assert_cmpstr (difference->offered, ==, "other@a.example");
  library_test_assert_text (self, EMAIL, "mine@a.example");
  library_test_assert_text (self, "SELECT json_extract (json, '$.first_name') FROM profile", "Ada");

  /* A half character, as a text that was cut ends with, is no reason to refuse the rest. */
  second = import (self, "{\"basics\": {\"phone\": \"1\\ud83d\"}}", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (second->filled, ==, 1u << CAND_PROFILE_PHONE);
  g_assert_cmpstr (get_text (self, CAND_PROFILE_PHONE), ==, "1\xef\xbf\xbd");
  g_assert_cmpuint (cand_test_server_get_n_requests (self->server), ==, 0);
}

static void
test_import_refused (LibraryTest *self, gconstpointer data)
{
  g_autofree char *picture = g_strnfill (3 * 1024 * 1024, 'A');
  g_autofree char *large = g_strdup_printf ("{\"basics\": {\"image\": \"%s\"}}", picture);
  g_autoptr (GError) error = NULL;

  g_assert_null (import (self, "[{\"board\": \"lever:acme\"}]", &error));
  g_assert_error (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_UNKNOWN_FILE);
  g_assert_cmpstr (error->message, ==, "This is a list of boards, not a JSON Resume");
  g_clear_error (&error);
  g_assert_null (import (self, large, &error));
  g_assert_error (error, CAND_MODEL_ERROR, CAND_MODEL_ERROR_MALFORMED);
  library_test_assert_text (self, "SELECT count(*) FROM profile", "0");
}

/* By the import of any file, too; and out again. */
static void
test_any_import (LibraryTest *self, gconstpointer data)
{
  g_autoptr (GFile) file = make_file (self, "any.json",
                                      "{\"basics\": {\"name\": \"Ada\"}, "
                                      "\"skills\": [{\"name\": \"C\"}]}");
  g_autoptr (GFile) out = make_file (self, "out.json", "older");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) written = NULL;
  g_autoptr (CandResumeReport) resume = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  CandImportReport report = { 9, 9, 9 };
  g_autofree char *text = NULL;
  JsonObject *object;

  cand_library_import_async (self->library, file, NULL, cand_test_keep_result, &result);
  cand_test_wait_result (&result);
  g_assert_true (cand_library_import_finish (self->library, result, &report, &error));
  g_assert_cmpuint (report.n_followed + report.n_known + report.n_refused, ==, 0);
  resume = cand_library_import_get_resume (self->library, result);
  g_assert_cmpuint (resume->filled, ==, 1u << CAND_PROFILE_FIRST_NAME | 1u << CAND_PROFILE_RESUME);

  cand_library_export_resume_async (self->library, out, NULL, cand_test_keep_result, &written);
  cand_test_wait_result (&written);
  g_assert_true (cand_library_export_resume_finish (self->library, written, &error));
  g_assert_true (g_file_load_contents (out, NULL, &text, NULL, NULL, NULL));
  g_assert_true (json_parser_load_from_data (parser, text, -1, NULL));
  object = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (
      json_object_get_string_member (json_object_get_object_member (object, "basics"), "name"), ==,
      "Ada");
  g_assert_true (json_object_has_member (object, "skills"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  LIBRARY_TEST_ADD ("/library-profile/saved", test_saved);
  LIBRARY_TEST_ADD ("/library-profile/before-opening", test_before_opening);
  LIBRARY_TEST_ADD ("/library-profile/full", test_full);
  LIBRARY_TEST_ADD ("/library-profile/close-full", test_close_full);
  LIBRARY_TEST_ADD ("/library-profile/outside", test_outside);
  LIBRARY_TEST_ADD ("/library-profile/unreadable", test_unreadable);
  LIBRARY_TEST_ADD ("/library-profile/file", test_file);
  LIBRARY_TEST_ADD ("/library-profile/import", test_import);
  LIBRARY_TEST_ADD ("/library-profile/import-refused", test_import_refused);
  LIBRARY_TEST_ADD ("/library-profile/any-import", test_any_import);
  return g_test_run ();
}
