/* cand-test.c: what the tests share: temporary folders, fixtures, waiting
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lib/cand-test.h"

#include <glib/gstdio.h>

/* Longer than anything under a sanitizer on a loaded machine, shorter than a test's own limit. */
#define WAIT_SECONDS 60

char *
cand_test_make_directory (void)
{
  g_autoptr (GError) error = NULL;
  char *path = g_dir_make_tmp ("candidacy-test-XXXXXX", &error);

  g_assert_no_error (error);
  return path;
}

void
cand_test_remove_tree (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          cand_test_remove_tree (child);
        }
    }
  g_remove (path);
}

GBytes *
cand_test_read_fixture (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("CAND_TEST_FIXTURES"), name, NULL);
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}

GBytes *
cand_test_read_sample (const char *name)
{
  const char *folder = g_getenv ("CAND_TEST_SAMPLES");
  g_autofree char *path = NULL;
  char *contents;
  gsize length;

  if (folder == NULL || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("The recorded samples are not here");
      return NULL;
    }
  path = g_build_filename (folder, name, NULL);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  return g_bytes_new_take (contents, length);
}

static gboolean
timeout_cb (gpointer user_data)
{
  gboolean *expired = user_data;

  *expired = TRUE;
  return G_SOURCE_REMOVE;
}

void
cand_test_wait (const gboolean *done, guint seconds)
{
  gboolean expired = FALSE;
  guint timeout = g_timeout_add_seconds (seconds, timeout_cb, &expired);

  while (!*done && !expired)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (*done);
  g_source_remove (timeout);
}

void
cand_test_keep_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **slot = user_data;

  *slot = g_object_ref (result);
}

GAsyncResult *
cand_test_wait_result (GAsyncResult **result)
{
  gboolean expired = FALSE;
  guint timeout = g_timeout_add_seconds (WAIT_SECONDS, timeout_cb, &expired);

  while (*result == NULL && !expired)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (*result);
  g_source_remove (timeout);
  return *result;
}
