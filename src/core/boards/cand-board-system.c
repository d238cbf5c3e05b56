/* cand-board-system.c: looking systems up
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-board-system.h"

#include <string.h>

GQuark
cand_board_error_quark (void)
{
  return g_quark_from_static_string ("cand-board-error-quark");
}

/**
 * cand_board_system_find:
 * @id: a system's id, as board keys begin with
 *
 * Returns: (transfer none) (nullable): the system; NULL when none has that id
 */
const CandBoardSystem *
cand_board_system_find (const char *id)
{
  const CandBoardSystem *const *systems = cand_board_systems ();

  for (guint i = 0; systems[i] != NULL; i++)
    if (g_strcmp0 (systems[i]->id, id) == 0)
      return systems[i];
  return NULL;
}

/**
 * cand_board_system_get_account_name:
 * @key: a board's key
 *
 * Returns: (transfer none): a name to go by
 */
const char *
cand_board_system_get_account_name (const char *key)
{
  const char *colon = strchr (key, ':');
  g_autofree char *id = colon != NULL ? g_strndup (key, colon - key) : NULL;
  const CandBoardSystem *system = id != NULL ? cand_board_system_find (id) : NULL;

  if (colon == NULL)
    return key;
  return system != NULL && system->account_name != NULL ? system->account_name (colon + 1)
                                                        : colon + 1;
}
