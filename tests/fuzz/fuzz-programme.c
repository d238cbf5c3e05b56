/* fuzz-programme.c: announcements, as Markdown and as pages
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/boards/programme/cand-programme-reader.h"
#include "core/text/cand-blocks.h"
#include "fuzz.h"

static void
check_entry (const CandProgrammeEntry *entry)
{
  FUZZ_CHECK (*entry->title != '\0' && g_utf8_validate (entry->title, -1, NULL));
  FUZZ_CHECK (*entry->url == '\0' || cand_link_is_safe (entry->url));
}

static void
try (GBytes *text, const char *media_type)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CandProgramme) programme =
      cand_programme_read (text, media_type, "https://blog.example.org/hiring", &error);
  g_autofree char *json = programme != NULL ? cand_programme_to_json (programme) : NULL;
  g_autoptr (GBytes) bytes = json != NULL ? g_bytes_new (json, strlen (json)) : NULL;
  g_autoptr (CandProgramme) again =
      bytes != NULL ? cand_programme_new_from_json (bytes, NULL) : NULL;

  FUZZ_CHECK_RESULT (programme, error);
  FUZZ_CHECK (programme == NULL || again != NULL);
  for (guint i = 0; programme != NULL && i < cand_programme_get_n_entries (programme); i++)
    check_entry (cand_programme_get_entry (programme, i));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char *const media_types[] = { "text/markdown", "text/html", NULL };
  g_autoptr (GBytes) text = g_bytes_new (data, size);

  /* One of them for each input: a reading takes milliseconds here. */
  try (text, media_types[size % G_N_ELEMENTS (media_types)]);
  return 0;
}
