/* cand-board-system.c: looking systems up, and what their parsers share
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-board-system.h"

#include <string.h>

#include "cand-board-values.h"

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

CandPosition *
cand_board_system_new_position (const CandBoardSystem *self,
                                const char *account,
                                const char *code,
                                const char *title)
{
  g_autofree char *board_key = g_strconcat (self->id, ":", account, NULL);
  CandPosition *position = cand_position_new (board_key, code);

  cand_position_set_title (position, title);
  cand_position_set_state (position, CAND_POSITION_STATE_OPEN);
  return position;
}

void
cand_board_system_set_urls (const CandBoardSystem *self,
                            CandPosition *position,
                            const char *account,
                            const char *url,
                            const char *application_url)
{
  const char *code = cand_position_get_code (position);
  g_autofree char *page = cand_url_dup_checked (url);
  g_autofree char *form = cand_url_dup_checked (application_url);

  if (page == NULL)
    page = self->position_url (account, code);
  if (form == NULL)
    form = self->application_url (account, code);
  cand_position_set_url (position, page);
  cand_position_set_application_url (position, form);
}
