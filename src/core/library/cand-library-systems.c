/* cand-library-systems.c: what a followed board is read with
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-library-systems.h"

#include "core/boards/cand-board-system.h"

const char *
cand_library_get_system_name (CandBoard *board)
{
  const CandBoardSystem *system = cand_board_system_find (cand_board_get_system (board));

  return system != NULL ? system->name : cand_board_get_system (board);
}

gboolean
cand_library_is_only_when_asked (CandBoard *board)
{
  const CandBoardSystem *system = cand_board_system_find (cand_board_get_system (board));

  return system != NULL && (system->traits & CAND_BOARD_ONLY_WHEN_ASKED) != 0;
}
