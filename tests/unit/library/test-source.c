/* test-source.c: the files that were attached, as they are on disk by now, and what they say
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/library/cand-file-text.h"
#include "library-test.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <utime.h>

static GFile *
write_file (LibraryTest *self, const char *name, const char *contents, gint64 modified)
{
  g_autofree char *path = g_build_filename (self->directory, name, NULL);
  const struct utimbuf times = { modified, modified };

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
  g_assert_cmpint (utime (path, &times), ==, 0);
  return g_file_new_for_path (path);
}

static CandAttachment *
attach (LibraryTest *self, CandApplication *application, GFile *file)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  cand_library_attach_async (self->library, application, "resume", file, NULL,
                             cand_test_keep_result, &result);
  cand_test_wait_result (&result);
  g_assert_true (cand_library_attach_finish (self->library, result, &error));
  g_assert_no_error (error);
  return cand_answer_get_attachment (cand_application_find_answer (application, "resume"));
}

static CandSourceState *
look (CandAttachment *attachment, const CandSourceState *before)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  CandSourceState *state;

  cand_source_look_async (attachment, before, NULL, cand_test_keep_result, &result);
  cand_test_wait_result (&result);
  state = cand_source_look_finish (result, &error);
  g_assert_no_error (error);
  return state;
}

static void
assert_changed (CandAttachment *attachment, gboolean changed)
{
  g_autoptr (CandSourceState) state = look (attachment, NULL);

  g_assert_cmpint (state->changed, ==, changed);
}

static void
test_changed (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandApplication) application = library_test_draft (self, ACCELERATE, FALSE, NULL);
  g_autoptr (GFile) file = write_file (self, "cv.pdf", "first", 1700000000);
  CandAttachment *attachment = attach (self, application, file);
  g_autoptr (CandSourceState) state = NULL;
  g_autoptr (CandSourceState) again = NULL;
  g_autofree char *uri = g_file_get_uri (file);

  g_assert_cmpstr (cand_attachment_get_source_uri (attachment), ==, uri);
  g_assert_cmpint (cand_attachment_get_source_modified (attachment), ==,
                   G_GINT64_CONSTANT (1700000000000000));
  assert_changed (attachment, FALSE);

  /* Saved again without a change. */
  g_object_unref (write_file (self, "cv.pdf", "first", 1700000100));
  assert_changed (attachment, FALSE);

  g_object_unref (write_file (self, "cv.pdf", "the second", 1700000200));
  state = look (attachment, NULL);
  g_assert_true (state->changed);
  g_assert_cmpint (state->size, ==, 10);
  g_assert_cmpint (state->modified, ==, G_GINT64_CONSTANT (1700000200000000));

  /* What was read is not read again: the same date and size. */
  g_object_unref (write_file (self, "cv.pdf", "first\n\n\n\n\n", 1700000200));
  again = look (attachment, state);
  g_assert_cmpstr (again->sha256, ==, state->sha256);

  /* Emptied while it is being written, then gone: neither is news. */
  g_object_unref (write_file (self, "cv.pdf", "", 1700000300));
  assert_changed (attachment, FALSE);
  g_assert_true (g_file_delete (file, NULL, NULL));
  assert_changed (attachment, FALSE);
  g_assert_true (g_file_make_directory (file, NULL, NULL));
  assert_changed (attachment, FALSE);
}

static void
test_kept (LibraryTest *self, gconstpointer data)
{
  CandApplication *application = library_test_draft (self, ACCELERATE, FALSE, NULL);
  g_autoptr (CandApplication) restored = NULL;
  g_autoptr (GFile) file = write_file (self, "cv.pdf", "first", 1700000000);
  CandAttachment *attachment = attach (self, application, file);
  g_autofree char *hash = g_strdup (cand_attachment_get_sha256 (attachment));
  g_autofree char *uri = g_file_get_uri (file);

  g_object_unref (write_file (self, "cv.pdf", "second", 1700000200));
  cand_library_keep_copy (self->library, application, "resume",
                          G_GINT64_CONSTANT (1700000200000000));
  attachment = cand_answer_get_attachment (cand_application_find_answer (application, "resume"));
  g_assert_cmpstr (cand_attachment_get_sha256 (attachment), ==, hash);
  assert_changed (attachment, FALSE);

  g_object_unref (application);
  library_test_reopen (self);
  restored = library_test_draft (self, ACCELERATE, FALSE, NULL);
  attachment = cand_answer_get_attachment (cand_application_find_answer (restored, "resume"));
  g_assert_cmpstr (cand_attachment_get_source_uri (attachment), ==, uri);
  g_assert_cmpint (cand_attachment_get_source_modified (attachment), ==,
                   G_GINT64_CONSTANT (1700000200000000));
  assert_changed (attachment, FALSE);
  g_object_unref (write_file (self, "cv.pdf", "third", 1700000300));
  assert_changed (attachment, TRUE);
}

/* An answer of an earlier version of the program does not say where its file came from. */
static void
test_unknown_source (LibraryTest *self, gconstpointer data)
{
  g_autoptr (CandAttachment) attachment = cand_attachment_new ("cv.pdf", "/x", 1, "ab", 1);

  g_assert_null (cand_attachment_get_source_uri (attachment));
  assert_changed (attachment, FALSE);
}

static CandFileText
read_text (GFile *file, char **text)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  CandFileText kind;

  cand_file_text_async (file, NULL, cand_test_keep_result, &result);
  cand_test_wait_result (&result);
  kind = cand_file_text_finish (result, text, &error);
  g_assert_no_error (error);
  return kind;
}

static GFile *
find_fixture (const char *name)
{
  return g_file_new_build_filename (g_getenv ("CAND_TEST_FIXTURES"), "files", name, NULL);
}

static gboolean
can_read_pdf (void)
{
  const char *program = g_getenv ("CAND_TEST_PDF_TEXT");

  if (program == NULL)
    {
      g_test_skip ("Built without poppler");
      return FALSE;
    }
  cand_file_text_set_program (program);
  return TRUE;
}

static void
test_pdf (void)
{
  g_autoptr (GFile) written = find_fixture ("cv.pdf");
  g_autoptr (GFile) scan = find_fixture ("scan.pdf");
  g_autofree char *text = NULL;
  g_autofree char *none = NULL;

  if (!can_read_pdf ())
    return;
  g_assert_cmpint (read_text (written, &text), ==, CAND_FILE_TEXT_SOME);
  g_assert_cmpstr (text, ==, "Ada Lovelace\nWrote the first program\n");
  g_assert_cmpint (read_text (scan, &none), ==, CAND_FILE_TEXT_NONE);
  g_assert_null (none);
}

static void
assert_kind (LibraryTest *self, const char *name, const char *contents, CandFileText kind)
{
  g_autoptr (GFile) file = write_file (self, name, contents, 1700000000);
  g_autofree char *text = NULL;

  g_assert_cmpint (read_text (file, &text), ==, kind);
  g_assert_null (text);
}

static void
test_broken_pdf (LibraryTest *self, gconstpointer data)
{
  if (!can_read_pdf ())
    return;
  assert_kind (self, "head.pdf", "%PDF-1.7", CAND_FILE_TEXT_UNREADABLE);
  assert_kind (self, "loop.pdf",
               "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
               "2 0 obj<</Type/Pages/Kids[2 0 R]/Count 9999999>>endobj\n"
               "trailer<</Root 1 0 R>>",
               CAND_FILE_TEXT_UNREADABLE);
}

/* Whatever stands in for the program: one that is not there, fails, says too much or never ends. */
static void
test_bad_reader (LibraryTest *self, gconstpointer data)
{
  static const char *const scripts[] = { "exit 1", "printf 'half a text'", "kill -SEGV $$",
                                         "cat /dev/zero" };

  cand_file_text_set_program ("/nonexistent/reader");
  assert_kind (self, "cv.pdf", "%PDF-1.7", CAND_FILE_TEXT_UNKNOWN);
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autofree char *path = g_build_filename (self->directory, "reader", NULL);
      g_autofree char *script = g_strconcat ("#!/bin/sh\n", scripts[i], "\n", NULL);

      g_assert_true (
          g_file_set_contents_full (path, script, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0700, NULL));
      cand_file_text_set_program (path);
      assert_kind (self, "cv.pdf", "%PDF-1.7", CAND_FILE_TEXT_UNREADABLE);
    }
}

static void
test_plain (LibraryTest *self, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (self, "cv.txt", "Ada — résumé\n", 1700000000);
  g_autoptr (GFile) blank = write_file (self, "blank.txt", " \n\t", 1700000000);
  g_autoptr (GFile) gone = g_file_new_for_path ("/nonexistent/cv.txt");
  g_autoptr (GFile) folder = g_file_new_for_path (self->directory);
  g_autofree char *text = NULL;

  g_assert_cmpint (read_text (file, &text), ==, CAND_FILE_TEXT_PLAIN);
  g_assert_cmpstr (text, ==, "Ada — résumé\n");
  g_assert_cmpint (read_text (blank, NULL), ==, CAND_FILE_TEXT_PLAIN);
  g_assert_cmpint (read_text (gone, NULL), ==, CAND_FILE_TEXT_UNKNOWN);
  g_assert_cmpint (read_text (folder, NULL), ==, CAND_FILE_TEXT_UNKNOWN);
  assert_kind (self, "latin.txt", "r\xe9sum\xe9", CAND_FILE_TEXT_OTHER);
}

/* A pipe of the name of a file is not waited for. */
static void
test_pipe (LibraryTest *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->directory, "cv.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  g_assert_cmpint (read_text (file, NULL), ==, CAND_FILE_TEXT_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  LIBRARY_TEST_ADD ("/source/changed", test_changed);
  LIBRARY_TEST_ADD ("/source/kept", test_kept);
  LIBRARY_TEST_ADD ("/source/unknown", test_unknown_source);
  g_test_add_func ("/source/pdf", test_pdf);
  LIBRARY_TEST_ADD ("/source/broken-pdf", test_broken_pdf);
  LIBRARY_TEST_ADD ("/source/bad-reader", test_bad_reader);
  LIBRARY_TEST_ADD ("/source/plain", test_plain);
  LIBRARY_TEST_ADD ("/source/pipe", test_pipe);
  return g_test_run ();
}
