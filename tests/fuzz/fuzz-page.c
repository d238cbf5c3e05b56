/* fuzz-page.c: web pages that may lead to boards
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/boards/cand-page-boards.h"
#include "core/text/cand-blocks.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char base[] = "https://careers.example.org/jobs/";
  g_autoptr (CandPage) page = cand_page_new_from_html ((const char *) data, size, base);
  g_autoptr (GPtrArray) boards = cand_page_find_boards (page);
  g_autoptr (GUri) uri = g_uri_parse (base, G_URI_FLAGS_NONE, NULL);
  g_autofree char *html = g_utf8_make_valid ((const char *) data, size);
  g_autoptr (CandAddress) claimed = cand_page_claim (uri, html);

  for (guint i = 0; i < page->links->len; i++)
    {
      const CandPageLink *link = g_ptr_array_index (page->links, i);

      FUZZ_CHECK (cand_link_is_safe (link->address));
      FUZZ_CHECK (g_utf8_validate (link->text, -1, NULL));
    }
  for (guint i = 0; i < boards->len; i++)
    {
      const CandAddress *address = g_ptr_array_index (boards, i);

      FUZZ_CHECK (address->account != NULL || address->code != NULL);
    }
  return 0;
}
