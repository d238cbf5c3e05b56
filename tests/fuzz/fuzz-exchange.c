/* fuzz-exchange.c: files that a person takes in
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/boards/cand-exchange.h"
#include "core/model/cand-position.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) file = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) boards = cand_exchange_read_boards (file, NULL, &error);

  FUZZ_CHECK_RESULT (boards, error);
  FUZZ_CHECK (*cand_exchange_describe (file) != '\0');
  cand_exchange_tell (file);
  for (guint i = 0; boards != NULL && i < boards->len; i++)
    {
      const CandExchangeBoard *board = g_ptr_array_index (boards, i);

      FUZZ_CHECK (board->key != NULL && g_utf8_validate (board->key, -1, NULL));
      FUZZ_CHECK (board->name == NULL || g_utf8_validate (board->name, -1, NULL));
    }
  return 0;
}
