/* fuzz-feed.c: feeds of blogs
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/boards/programme/cand-feed.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) body = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (CandFeed) feed = cand_feed_parse (body, "https://blog.example.org/feed.xml", &error);

  FUZZ_CHECK_RESULT (feed, error);
  for (guint i = 0; feed != NULL && i < feed->items->len; i++)
    {
      const CandFeedItem *item = g_ptr_array_index (feed->items, i);

      FUZZ_CHECK (g_str_has_prefix (item->url, "https://"));
      FUZZ_CHECK (g_utf8_validate (item->title, -1, NULL));
      FUZZ_CHECK (*item->id != '\0');
    }
  return 0;
}
