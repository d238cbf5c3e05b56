/* test-source.c: the file or the address that a person named
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "cli/cand-cli-source.h"

#define LIMIT (32 * 1024 * 1024)

static void
test_addresses (void)
{
  const struct
  {
    const char *typed;
    gboolean is_address;
    gboolean may_be_address;
    gboolean names_file;
  } cases[] = {
    { "https://huggingface.co/blog/interns-2023", TRUE, FALSE, TRUE },
    { "HTTP://huggingface.co", TRUE, FALSE, TRUE },
    { "<https://huggingface.co>", TRUE, FALSE, TRUE },
    { "huggingface.co/blog/interns-2023", FALSE, TRUE, TRUE },
    { "huggingface.co/blog/interns-2023.md", FALSE, TRUE, TRUE },
    { "huggingface.co", FALSE, TRUE, FALSE },
    { "huggingface.co?a=b", FALSE, TRUE, FALSE },
    { "interns.md", FALSE, FALSE, TRUE },
    { "Interns.MARKDOWN", FALSE, FALSE, TRUE },
    { "interns.html", FALSE, FALSE, TRUE },
    { "notes.txt", FALSE, FALSE, TRUE },
    { "interns-2023", FALSE, FALSE, FALSE },
    { "./huggingface.co/blog", FALSE, FALSE, TRUE },
    { "../huggingface.co/blog", FALSE, FALSE, TRUE },
    { "/huggingface.co/blog", FALSE, FALSE, TRUE },
    { "posts.d/interns", FALSE, FALSE, TRUE },
    { ".md", FALSE, FALSE, FALSE },
    { ".co", FALSE, FALSE, FALSE },
    { "a..", FALSE, FALSE, FALSE },
    { "a b.co", FALSE, FALSE, FALSE },
    { "file:///etc/hostname", FALSE, FALSE, TRUE },
    { "ftp://example.com/", FALSE, FALSE, TRUE },
    { "javascript:alert(1)", FALSE, FALSE, FALSE },
    { "\xff.co", FALSE, FALSE, FALSE },
    { "", FALSE, FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].typed);
      g_assert_cmpint (cand_cli_source_is_address (cases[i].typed), ==, cases[i].is_address);
      g_assert_cmpint (cand_cli_source_may_be_address (cases[i].typed), ==,
                       cases[i].may_be_address);
      g_assert_cmpint (cand_cli_source_names_file (cases[i].typed), ==, cases[i].names_file);
    }
}

static void
test_media_types (void)
{
  g_assert_cmpstr (cand_cli_source_get_media_type ("a/b.md"), ==, "text/markdown");
  g_assert_cmpstr (cand_cli_source_get_media_type ("B.Markdown"), ==, "text/markdown");
  g_assert_cmpstr (cand_cli_source_get_media_type ("b.htm"), ==, "text/html");
  g_assert_cmpstr (cand_cli_source_get_media_type ("b.HTML"), ==, "text/html");
  g_assert_null (cand_cli_source_get_media_type ("b.pdf"));
  g_assert_null (cand_cli_source_get_media_type ("md"));
  g_assert_null (cand_cli_source_get_media_type (".md"));
}

/* "https:" is no way to have the desktop's own file systems ask the network. */
static void
test_files_are_of_this_machine (void)
{
  g_autoptr (GFile) path = cand_cli_source_get_file ("https://example.com/list.opml");
  g_autoptr (GFile) uri = cand_cli_source_get_file ("FILE:///a%20b/list.opml");
  g_autofree char *path_of_path = g_file_get_path (path);
  g_autofree char *path_of_uri = g_file_get_path (uri);

  g_assert_true (g_file_is_native (path));
  g_assert_true (g_str_has_suffix (path_of_path, "/https:/example.com/list.opml"));
  g_assert_cmpstr (path_of_uri, ==, "/a b/list.opml");
}

static void
test_shown (void)
{
  g_autofree char *long_text = g_strnfill (1000, 'x');
  g_autofree char *cut = cand_cli_source_dup_shown (long_text);
  g_autofree char *broken = cand_cli_source_dup_shown ("a\xff\nb");

  g_assert_cmpstr (broken, ==, "a\xef\xbf\xbd b");
  g_assert_cmpint (g_utf8_strlen (cut, -1), ==, 160);
  g_assert_true (g_str_has_suffix (cut, "x…"));
}

typedef struct
{
  char *folder;
  char *file;
  CandCliSession *session;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("candidacy-source-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->file = g_build_filename (self->folder, "post.md", NULL);
  self->session = cand_cli_session_new ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_remove (self->file);
  g_rmdir (self->folder);
  g_clear_pointer (&self->session, cand_cli_session_free);
  g_free (self->file);
  g_free (self->folder);
}

static void
test_load (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *uri = g_filename_to_uri (self->file, NULL, NULL);

  g_assert_true (g_file_set_contents (self->file, "a\0b", 3, &error));
  g_assert_no_error (error);
  bytes = cand_cli_source_load (self->session, self->file, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "a\0b", 3);
  g_clear_pointer (&bytes, g_bytes_unref);

  bytes = cand_cli_source_load (self->session, uri, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 3);
  g_clear_pointer (&bytes, g_bytes_unref);

  g_assert_true (g_file_set_contents (self->file, "", 0, &error));
  bytes = cand_cli_source_load (self->session, self->file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 0);
}

static void
assert_refused (CandCliSession *session, const char *typed, int code, const char *sentence)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = cand_cli_source_load (session, typed, &error);

  g_assert_null (bytes);
  g_assert_error (error, G_IO_ERROR, code);
  g_assert_cmpstr (error->message, ==, sentence);
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  g_autofree char *missing = g_strdup_printf ("There is no file “%s”", self->file);
  g_autofree char *below = g_build_filename (self->file, "more", NULL);
  g_autofree char *missing_below = g_strdup_printf ("There is no file “%s”", below);
  g_autofree char *folder = g_strdup_printf ("“%s” is a folder", self->folder);

  assert_refused (self->session, "", G_IO_ERROR_NOT_FOUND, "There is no file “”");
  assert_refused (self->session, self->file, G_IO_ERROR_NOT_FOUND, missing);
  assert_refused (self->session, self->folder, G_IO_ERROR_IS_DIRECTORY, folder);
  g_assert_true (g_file_set_contents (self->file, "x", 1, NULL));
  assert_refused (self->session, below, G_IO_ERROR_NOT_FOUND, missing_below);
}

static void
test_size (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *too_large =
      g_strdup_printf ("“%s” could not be read: it is larger than 32 MB", self->file);

  g_assert_true (g_file_set_contents (self->file, "x", 1, NULL));
  g_assert_cmpint (truncate (self->file, LIMIT), ==, 0);
  bytes = cand_cli_source_load (self->session, self->file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, LIMIT);

  g_assert_cmpint (truncate (self->file, LIMIT + 1), ==, 0);
  assert_refused (self->session, self->file, G_IO_ERROR_FAILED, too_large);
  /* Without an end. */
  assert_refused (self->session, "/dev/zero", G_IO_ERROR_FAILED,
                  "“/dev/zero” could not be read: it is larger than 32 MB");
}

static void
test_cancelled (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (self->file, "x", 1, NULL));
  g_cancellable_cancel (self->session->cancellable);
  g_assert_null (cand_cli_source_load (self->session, self->file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/source/addresses", test_addresses);
  g_test_add_func ("/cli/source/media-types", test_media_types);
  g_test_add_func ("/cli/source/files-are-of-this-machine", test_files_are_of_this_machine);
  g_test_add_func ("/cli/source/shown", test_shown);
  g_test_add ("/cli/source/load", Fixture, NULL, set_up, test_load, tear_down);
  g_test_add ("/cli/source/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/cli/source/size", Fixture, NULL, set_up, test_size, tear_down);
  g_test_add ("/cli/source/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  return g_test_run ();
}
