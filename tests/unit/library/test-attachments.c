/* test-attachments.c: files are kept as copies, or refused with a sentence
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library-test.h"

#include <glib/gstdio.h>
#include <unistd.h>

static char *
sha256 (const char *text)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static GFile *
write_file (LibraryTest *self, const char *name, const char *contents, gssize length)
{
  g_autofree char *folder = g_build_filename (self->directory, "documents", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_mkdir (folder, 0700);
  g_assert_true (g_file_set_contents (path, contents, length, NULL));
  return g_file_new_for_path (path);
}

static gboolean
attach (
    LibraryTest *self, CandApplication *application, const char *field, GFile *file, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  cand_library_attach_async (self->library, application, field, file, NULL, cand_test_keep_result,
                             &result);
  cand_test_wait_result (&result);
  return cand_library_attach_finish (self->library, result, error);
}

static CandAttachment *
get_resume (CandApplication *application)
{
  return cand_answer_get_attachment (cand_application_find_answer (application, "resume"));
}

static void
test_attach (LibraryTest *self, gconstpointer data)
{
  CandApplication *application = library_test_draft (self, ACCELERATE, FALSE, NULL);
  g_autoptr (GFile) file = write_file (self, "My CV.PDF", "A résumé\n", -1);
  g_autofree char *hash = sha256 ("A résumé\n");
  g_autofree char *expected = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CandApplication) again = NULL;
  CandAttachment *attachment;

  g_assert_true (attach (self, application, "resume", file, &error));
  g_assert_no_error (error);
  attachment = get_resume (application);
  expected = g_strdup_printf ("%s/attachments/%.2s/%s", self->directory, hash, hash);
  g_assert_cmpstr (cand_attachment_get_name (attachment), ==, "My CV.PDF");
  g_assert_cmpstr (cand_attachment_get_sha256 (attachment), ==, hash);
  g_assert_cmpstr (cand_attachment_get_path (attachment), ==, expected);
  g_assert_cmpint (cand_attachment_get_size (attachment), ==, 11);
  g_assert_cmpint (cand_application_get_save_state (application), ==, CAND_SAVE_STATE_SAVED);
  g_assert_true (cand_answer_get_answered (cand_application_find_answer (application, "resume")));

  /* The person's own file may go. */
  g_assert_true (g_file_delete (file, NULL, NULL));
  g_object_unref (application);
  library_test_reopen (self);
  again = library_test_draft (self, ACCELERATE, FALSE, NULL);
  attachment = get_resume (again);
  g_assert_nonnull (attachment);
  g_assert_cmpstr (cand_attachment_get_name (attachment), ==, "My CV.PDF");
  g_assert_cmpstr (cand_attachment_get_path (attachment), ==, expected);
  g_assert_true (g_file_get_contents (expected, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "A résumé\n");
}

static void
assert_refused (LibraryTest *self,
                CandApplication *application,
                const char *field,
                GFile *file,
                int code,
                const char *sentence)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (attach (self, application, field, file, &error));
  g_assert_error (error, CAND_LIBRARY_ERROR, code);
  if (sentence != NULL)
    g_assert_cmpstr (error->message, ==, sentence);
  g_assert_null (get_resume (application));
}

static void
test_refused (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandApplication) application = library_test_draft (self, ACCELERATE, FALSE, NULL);
  g_autoptr (GFile) program = write_file (self, "program.exe", "MZ", -1);
  g_autoptr (GFile) none = g_file_new_for_path ("/nonexistent/cv.pdf");
  g_autoptr (GFile) empty = write_file (self, "empty.pdf", "", 0);
  g_autoptr (GFile) folder = g_file_new_for_path (self->directory);
  g_autofree char *much = g_strnfill (12000001, 'x');
  g_autoptr (GFile) large = write_file (self, "large.pdf", much, -1);
  g_autoptr (GFile) good = write_file (self, "good.pdf", "x", -1);
  g_autofree char *attachments = g_build_filename (self->directory, "attachments", NULL);
  g_autoptr (GDir) dir = NULL;

  assert_refused (self, application, "resume", program, CAND_LIBRARY_ERROR_BAD_FILE,
                  "“program.exe” is not of a type that is taken here: "
                  ".pdf, .doc, .docx, .odt, .rtf.");
  assert_refused (self, application, "resume", none, CAND_LIBRARY_ERROR_BAD_FILE, NULL);
  assert_refused (self, application, "resume", empty, CAND_LIBRARY_ERROR_BAD_FILE,
                  "“empty.pdf” is empty.");
  assert_refused (self, application, "resume", folder, CAND_LIBRARY_ERROR_BAD_FILE, NULL);
  assert_refused (self, application, "resume", large, CAND_LIBRARY_ERROR_BAD_FILE,
                  "“large.pdf” is larger than the 12.0\u00a0MB that are taken here.");
  assert_refused (self, application, "firstname", good, CAND_LIBRARY_ERROR_NO_SUCH_FIELD, NULL);
  assert_refused (self, application, "nothing", good, CAND_LIBRARY_ERROR_NO_SUCH_FIELD, NULL);
  /* Nothing half-copied is left. */
  dir = g_dir_open (attachments, 0, NULL);
  g_assert_nonnull (dir);
  g_assert_null (g_dir_read_name (dir));
}

static void
test_unreadable (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandApplication) application = library_test_draft (self, ACCELERATE, FALSE, NULL);
  g_autoptr (GFile) file = write_file (self, "secret.pdf", "x", -1);

  if (geteuid () == 0)
    {
      g_test_skip ("Root reads everything");
      return;
    }
  g_assert_cmpint (g_chmod (g_file_peek_path (file), 0), ==, 0);
  assert_refused (self, application, "resume", file, CAND_LIBRARY_ERROR_BAD_FILE, NULL);
}

/* What no answer names is removed when the program next starts alone: a replaced file, one taken
 * out, and whatever a killed program left. */
static void
test_sweep (LibraryTest *self, gconstpointer data)
{
  CandApplication *application = library_test_draft (self, ACCELERATE, FALSE, NULL);
  g_autoptr (GFile) first = write_file (self, "first.pdf", "first", -1);
  g_autoptr (GFile) second = write_file (self, "second.pdf", "second", -1);
  g_autofree char *half = g_build_filename (self->directory, "attachments", "copy-ABCDEF", NULL);
  g_autofree char *first_path = NULL;
  g_autofree char *second_path = NULL;

  g_assert_true (attach (self, application, "resume", first, NULL));
  first_path = g_strdup (cand_attachment_get_path (get_resume (application)));
  g_assert_true (attach (self, application, "resume", second, NULL));
  second_path = g_strdup (cand_attachment_get_path (get_resume (application)));
  g_assert_true (g_file_set_contents (half, "half", -1, NULL));
  g_assert_true (g_file_test (first_path, G_FILE_TEST_EXISTS));
  g_object_unref (application);

  library_test_reopen (self);
  g_assert_false (g_file_test (first_path, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (half, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (second_path, G_FILE_TEST_EXISTS));

  application = library_test_draft (self, ACCELERATE, FALSE, NULL);
  cand_library_detach (self->library, application, "resume");
  g_assert_null (get_resume (application));
  g_object_unref (application);
  library_test_reopen (self);
  g_assert_false (g_file_test (second_path, G_FILE_TEST_EXISTS));
}

static void
test_cancelled (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandApplication) application = library_test_draft (self, ACCELERATE, FALSE, NULL);
  g_autoptr (GFile) file = write_file (self, "cv.pdf", "x", -1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  cand_library_attach_async (self->library, application, "resume", file, cancellable,
                             cand_test_keep_result, &result);
  cand_test_wait_result (&result);
  g_assert_false (cand_library_attach_finish (self->library, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (get_resume (application));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  LIBRARY_TEST_ADD ("/attachments/attach", test_attach);
  LIBRARY_TEST_ADD ("/attachments/refused", test_refused);
  LIBRARY_TEST_ADD ("/attachments/unreadable", test_unreadable);
  LIBRARY_TEST_ADD ("/attachments/sweep", test_sweep);
  LIBRARY_TEST_ADD ("/attachments/cancelled", test_cancelled);
  return g_test_run ();
}
