/* fuzz-xml.c: XML that nobody vouches for
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/boards/cand-xml.h"
#include "fuzz.h"

static void
check (const CandXml *element)
{
  FUZZ_CHECK (g_utf8_validate (element->name, -1, NULL));
  FUZZ_CHECK (g_utf8_validate (element->text, -1, NULL));
  for (guint i = 0; element->children != NULL && i < element->children->len; i++)
    check (g_ptr_array_index (element->children, i));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) body = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (CandXml) root = cand_xml_parse (body, &error);

  FUZZ_CHECK_RESULT (root, error);
  if (root != NULL)
    check (root);
  return 0;
}
