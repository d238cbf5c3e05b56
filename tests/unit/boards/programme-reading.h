/* programme-reading.h: an announcement that is there as a text
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/boards/programme/cand-programme-reader.h"

#include <string.h>

static inline CandProgramme *
read_text (const char *text, const char *address)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  CandProgramme *programme = cand_programme_read (bytes, NULL, address, &error);

  g_assert_no_error (error);
  return programme;
}
