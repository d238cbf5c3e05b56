/* fuzz-markdown.c: Markdown that nobody vouches for
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/text/cand-blocks.h"
#include "core/text/cand-markdown.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *html = cand_markdown_to_html ((const char *) data, size);
  g_autoptr (GPtrArray) blocks = NULL;

  FUZZ_CHECK (g_utf8_validate (html, -1, NULL));
  blocks = cand_blocks_new_from_html (html, -1, NULL);
  FUZZ_CHECK (blocks != NULL);
  return 0;
}
