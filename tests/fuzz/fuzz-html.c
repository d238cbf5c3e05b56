/* fuzz-html.c: texts of positions
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/text/cand-blocks.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GPtrArray) blocks = cand_blocks_new_from_html ((const char *) data, size, NULL);
  g_autofree char *plain = cand_blocks_to_text (blocks);

  FUZZ_CHECK (g_utf8_validate (plain, -1, NULL));
  for (guint i = 0; i < blocks->len; i++)
    {
      g_autofree char *markup = cand_block_to_markup (g_ptr_array_index (blocks, i));

      FUZZ_CHECK (g_utf8_validate (markup, -1, NULL));
    }
  return 0;
}
