/* fuzz.c: what the fuzz programs share
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerInitialize (int *argc, char ***argv);

/* Aborts, where GLib would trap: libFuzzer keeps the input only of what aborts. */
void
fuzz_fail (const char *file, int line, const char *what)
{
  fprintf (stderr, "ERROR: %s:%d: %s\n", file, line, what);
  abort ();
}

static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  if (level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING))
    {
      g_autofree char *message = g_log_writer_format_fields (level, fields, n_fields, FALSE);

      fprintf (stderr, "ERROR: %s\n", message);
      abort ();
    }
  return G_LOG_WRITER_HANDLED;
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_log_set_writer_func (write_log, NULL, NULL);
  return 0;
}
