/* cand-test.h: what the tests share: temporary folders, fixtures, waiting
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A new folder under the system's temporary one, (transfer full); cand_test_remove_tree takes it
 * away. */
char *cand_test_make_directory (void);
void cand_test_remove_tree (const char *path);

/* The file NAME of tests/fixtures; fails the test when it cannot be read. */
GBytes *cand_test_read_fixture (const char *name);
/* The file NAME of the recorded samples; NULL, with the test skipped and said so, where they are
 * absent. */
GBytes *cand_test_read_sample (const char *name);

/* Runs the default main context until *@done, at most @seconds; fails the test after that. */
void cand_test_wait (const gboolean *done, guint seconds);

/* A GAsyncReadyCallback that stores a reference to the result in the GAsyncResult ** it is given,
 * and the loop that runs until it is there. */
void cand_test_keep_result (GObject *source, GAsyncResult *result, gpointer user_data);
GAsyncResult *cand_test_wait_result (GAsyncResult **result);

G_END_DECLS
