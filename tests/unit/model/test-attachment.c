/* test-attachment.c: the kept copy of a file
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/model/cand-attachment.h"

#include "model-test.h"

static void
test_values (void)
{
  CandAttachment *attachment =
      cand_attachment_new ("CV caf\xe9.pdf", "/data/ab/cd", 12000000, "abcd", 1669680000);
  gint64 size;
  gint64 added;

  g_assert_cmpstr (cand_attachment_get_name (attachment), ==, "CV caf\xef\xbf\xbd.pdf");
  g_assert_cmpstr (cand_attachment_get_path (attachment), ==, "/data/ab/cd");
  g_assert_cmpint (cand_attachment_get_size (attachment), ==, 12000000);
  g_assert_cmpstr (cand_attachment_get_sha256 (attachment), ==, "abcd");
  g_assert_cmpint (cand_attachment_get_added (attachment), ==, 1669680000);
  model_test_assert_string (attachment, "name", "CV caf\xef\xbf\xbd.pdf");
  model_test_assert_string (attachment, "path", "/data/ab/cd");
  model_test_assert_string (attachment, "sha256", "abcd");
  g_object_get (attachment, "size", &size, "added", &added, NULL);
  g_assert_cmpint (size, ==, 12000000);
  g_assert_cmpint (added, ==, 1669680000);
  g_assert_finalize_object (attachment);
}

static void
test_empty (void)
{
  CandAttachment *attachment = cand_attachment_new (NULL, NULL, 0, NULL, 0);

  g_assert_cmpstr (cand_attachment_get_name (attachment), ==, "");
  g_assert_cmpstr (cand_attachment_get_path (attachment), ==, "");
  g_assert_cmpstr (cand_attachment_get_sha256 (attachment), ==, "");
  g_assert_finalize_object (attachment);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/attachment/values", test_values);
  g_test_add_func ("/model/attachment/empty", test_empty);
  return g_test_run ();
}
