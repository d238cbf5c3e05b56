/* fuzz-hub.c: what the Hub answers, and texts with its addresses
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/boards/cand-hub.h"
#include "fuzz.h"

static void
check_link (const CandHubLink *link)
{
  g_autoptr (CandHubLink) again = cand_hub_link_new (link->kind, link->name);

  FUZZ_CHECK (again != NULL);
  for (guint attempt = 0; attempt < 4; attempt++)
    {
      g_autoptr (CandRequest) request = cand_hub_request (link, attempt);
      g_autoptr (GUri) uri = NULL;

      FUZZ_CHECK (attempt > 0 || request != NULL);
      if (request == NULL)
        break;
      uri = g_uri_parse (cand_request_get_url (request), G_URI_FLAGS_NONE, NULL);
      FUZZ_CHECK (uri != NULL && g_str_equal (g_uri_get_host (uri), "huggingface.co"));
      FUZZ_CHECK (g_uri_get_query (uri) == NULL && g_uri_get_fragment (uri) == NULL);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) body = g_bytes_new (data, size);
  g_autofree char *raw = g_strndup ((const char *) data, size);
  g_autofree char *text = g_utf8_make_valid (raw, -1);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = cand_hub_parse (body, &error);
  g_autoptr (GPtrArray) links = cand_hub_find_links (text);
  g_autoptr (CandHubLink) typed = cand_hub_link_new_typed (text);

  FUZZ_CHECK_RESULT (name, error);
  FUZZ_CHECK (name == NULL || (*name != '\0' && g_utf8_validate (name, -1, NULL)));
  FUZZ_CHECK (links->len <= CAND_HUB_MAX_LINKS);
  for (guint i = 0; i < links->len; i++)
    check_link (g_ptr_array_index (links, i));
  if (typed != NULL)
    check_link (typed);
  return 0;
}
