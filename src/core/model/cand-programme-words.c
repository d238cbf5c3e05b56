/* cand-programme-words.c: sentences about an announcement
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-programme.h"

#include <glib/gi18n-lib.h>

char *
cand_programme_dup_partial_note (CandProgramme *self)
{
  guint n;

  g_return_val_if_fail (CAND_IS_PROGRAMME (self), NULL);
  n = cand_programme_get_n_entries (self);
  if (!cand_programme_get_partial (self))
    return NULL;
  if (n < CAND_PROGRAMME_MAX_ENTRIES)
    return g_strdup (_ ("This announcement is very long: only its beginning was read."));
  return g_strdup_printf (
      /* Translators: of an announcement that introduces more; the number is large. */
      ngettext ("Only the first %u position was read.", "Only the first %u positions were read.",
                n),
      n);
}

const char *
cand_programme_get_reading_note (CandProgramme *self)
{
  g_return_val_if_fail (CAND_IS_PROGRAMME (self), "");
  return *cand_programme_get_url (self) != '\0'
             ? _ ("Its page is read again at each refresh.")
             : _ ("It is a file or a text, and was read once: later changes are not noticed.");
}
