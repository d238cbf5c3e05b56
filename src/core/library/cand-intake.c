/* cand-intake.c: takes in the programmes that ship with the program
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-intake.h"

#include <gio/gio.h>

#include "core/boards/cand-board-system.h"
#include "core/library/candidacy-core-resources.h"
#include "core/model/cand-programme.h"
#include "core/store/cand-store-boards.h"
#include "core/store/cand-store-positions.h"
#include "core/store/cand-store-programmes.h"

#define RESOURCE_FOLDER "/io/github/candidacy/Candidacy/programmes"

typedef struct
{
  CandProgramme *programme;
  const char *json;
  gboolean is_new;
  gint64 now;
} Intake;

static gboolean
announce_entry (CandConnection *connection, const Intake *intake, guint place, GError **error)
{
  CandProgramme *programme = intake->programme;
  const CandProgrammeEntry *entry = cand_programme_get_entry (programme, place);
  const CandBoardSystem *system;
  g_autofree char *system_id = NULL;
  g_autofree char *account = NULL;
  g_autofree char *code = NULL;
  g_autofree char *key = NULL;
  g_autofree char *board_url = NULL;
  g_autofree char *application_url = NULL;
  gint64 board;

  /* An entry whose address is on no board we know is only shown on the programme's page. */
  if (!cand_position_split_key (entry->key, &system_id, &account, &code))
    return TRUE;
  system = cand_board_system_find (system_id);
  if (system == NULL)
    return TRUE;
  if (system->board_url != NULL)
    board_url = system->board_url (account);
  if (system->application_url != NULL)
    application_url = system->application_url (account, code);
  key = g_strconcat (system_id, ":", account, NULL);
  board = cand_store_boards_ensure (connection, key, cand_programme_get_organisation (programme),
                                    board_url != NULL ? board_url : "", intake->is_new, error);
  return board != 0 && cand_store_positions_announce (
                           connection, board, programme, place, code,
                           application_url != NULL ? application_url : "", intake->now, error);
}

static gboolean
write_programme (CandConnection *connection, gpointer data, GError **error)
{
  const Intake *intake = data;

  if (!cand_store_programmes_write (connection, intake->programme, intake->json, error))
    return FALSE;
  for (guint i = 0; i < cand_programme_get_n_entries (intake->programme); i++)
    if (!announce_entry (connection, intake, i, error))
      return FALSE;
  return TRUE;
}

static gboolean
take_in (CandConnection *connection, GBytes *bytes, gint64 now, GError **error)
{
  g_autoptr (CandProgramme) programme = cand_programme_new_from_json (bytes, error);
  g_autoptr (GError) failure = NULL;
  Intake intake = { programme, g_bytes_get_data (bytes, NULL), TRUE, now };

  if (programme == NULL)
    return FALSE;
  switch (cand_store_programmes_look_up (connection, cand_programme_get_name (programme),
                                         intake.json, error))
    {
    case CAND_PROGRAMME_UNREADABLE:
      return FALSE;
    case CAND_PROGRAMME_SAME:
      return TRUE;
    case CAND_PROGRAMME_OLDER:
      intake.is_new = FALSE;
      break;
    case CAND_PROGRAMME_ABSENT:
      return cand_connection_transact (connection, CAND_DURABILITY_CACHE, write_programme, &intake,
                                       error);
    }
  /* A full disk is no reason not to open what is there. */
  if (!cand_connection_transact (connection, CAND_DURABILITY_CACHE, write_programme, &intake,
                                 &failure))
    g_message ("The programme's newer text was not taken in: %s", failure->message);
  return TRUE;
}

/**
 * cand_intake_shipped:
 * @connection: a connection that may write
 * @now: seconds since the epoch
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: FALSE on failure
 */
gboolean
cand_intake_shipped (CandConnection *connection, gint64 now, GError **error)
{
  GResource *resource = cand_core_get_resource ();
  g_auto (GStrv) names = g_resource_enumerate_children (resource, RESOURCE_FOLDER,
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (RESOURCE_FOLDER, "/", names[i], NULL);
      g_autoptr (GBytes) bytes =
          g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

      if (bytes == NULL || !take_in (connection, bytes, now, error))
        return FALSE;
    }
  return names != NULL;
}
