/* fuzz-json.c: JSON that nobody vouches for
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/boards/cand-json.h"
#include "core/model/cand-form.h"
#include "core/model/cand-programme.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) body = g_bytes_new (data, size);
  g_autofree char *text = g_utf8_make_valid ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) form_error = NULL;
  g_autoptr (GError) programme_error = NULL;
  g_autoptr (JsonNode) node = cand_json_parse (body, &error);
  g_autoptr (CandForm) form = cand_form_new_from_json (text, &form_error);
  g_autoptr (CandProgramme) programme = cand_programme_new_from_json (body, &programme_error);

  FUZZ_CHECK_RESULT (node, error);
  FUZZ_CHECK_RESULT (form, form_error);
  FUZZ_CHECK_RESULT (programme, programme_error);
  return 0;
}
