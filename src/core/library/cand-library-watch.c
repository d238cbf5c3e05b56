/* cand-library-watch.c: notices that another process wrote
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-library-private.h"

/* What a process writes goes to the end of this file first. */
#define WAL_NAME "candidacy.db-wal"

/* What is written in one go is looked at once; in milliseconds. */
#define PATIENCE 200

static gboolean
look_cb (gpointer user_data)
{
  CandLibrary *self = user_data;

  self->watch_source = 0;
  cand_library_check_outside_changes (self);
  return G_SOURCE_REMOVE;
}

/* Also for what this process wrote: whose it was costs next to nothing to find out. */
static void
written_cb (CandLibrary *self)
{
  if (self->watch_source == 0)
    self->watch_source = g_timeout_add (PATIENCE, look_cb, self);
}

/**
 * cand_library_watch_outside_changes:
 * @self: an open library
 *
 * From now on what another process writes is followed as soon as it is there. Where files cannot be
 * watched, it is when cand_library_check_outside_changes() is called.
 */
void
cand_library_watch_outside_changes (CandLibrary *self)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (CAND_IS_LIBRARY (self));
  if (self->watch != NULL || self->worker == NULL)
    return;
  path = g_build_filename (self->directory, WAL_NAME, NULL);
  file = g_file_new_for_path (path);
  self->watch = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, &error);
  if (self->watch == NULL)
    g_message ("What others write is seen when the window is: %s", error->message);
  else
    g_signal_connect_object (self->watch, "changed", G_CALLBACK (written_cb), self,
                             G_CONNECT_SWAPPED);
}

void
cand_library_stop_watching (CandLibrary *self)
{
  g_clear_handle_id (&self->watch_source, g_source_remove);
  g_clear_object (&self->watch);
}
