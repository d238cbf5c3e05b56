/* cand-intake.c: takes programmes into the store, with the positions they introduce
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-intake.h"

#include <gio/gio.h>
#include <string.h>

#include "cand-intake-locate.h"
#include "cand-intake-text.h"
#include "cand-library-private.h"
#include "cand-reconcile.h"
#include "core/boards/cand-board-system.h"
#include "core/library/candidacy-core-resources.h"
#include "core/store/cand-store-boards.h"
#include "core/store/cand-store-positions.h"
#include "core/store/cand-store-strays.h"

#define RESOURCE_FOLDER "/io/github/candidacy/Candidacy/programmes"

/* How a programme's positions are taken in. */
typedef struct
{
  CandProgramme *programme;
  gboolean follow; /* the boards that it names, as if for themselves */
  gboolean bring;  /* those boards, which come with it */
  gboolean claim;  /* positions that another programme introduces */
  gboolean alone;  /* all of it is on one board, which is the organisation's then */
  gint64 lender;   /* programme that gets the position back; 0 for none */
  gint64 now;
} Intake;

/* --- positions --- */

static gboolean
is_on_one_board (CandProgramme *programme)
{
  g_autofree char *first = NULL;

  for (guint i = 0; i < cand_programme_get_n_entries (programme); i++)
    {
      const char *key = cand_programme_get_entry (programme, i)->key;
      const char *end = strrchr (key, ':');

      if (end == NULL)
        continue;
      if (first == NULL)
        first = g_strndup (key, end - key + 1);
      else if (!g_str_has_prefix (key, first))
        return FALSE;
    }
  return TRUE;
}

/* Its row id; 0 on failure. What has no account is no board that a person could look at. */
static gint64
ensure_board (CandConnection *connection,
              const Intake *intake,
              const CandBoardSystem *system,
              const char *account,
              GError **error)
{
  gboolean stray = g_str_equal (account, CAND_POSITION_NO_ACCOUNT);
  g_autofree char *key = g_strconcat (system->id, ":", account, NULL);
  g_autofree char *url = NULL;
  const char *name = cand_programme_get_organisation (intake->programme);
  gint64 board;

  if (!stray && system->board_url != NULL)
    url = system->board_url (account);
  if (!intake->alone || *name == '\0')
    name = cand_board_system_get_account_name (key);
  board = cand_store_boards_ensure (connection, key, stray ? "" : name, url != NULL ? url : "",
                                    intake->follow && !stray, error);
  if (board == 0 || stray || !intake->bring)
    return board;
  return cand_store_programmes_bring_board (connection, board, error) ? board : 0;
}

/* Where one applies: @entry's own page is all that is known of one without an account. */
static char *
dup_application_url (const CandBoardSystem *system,
                     const CandProgrammeEntry *entry,
                     const char *account,
                     const char *code)
{
  if (g_str_equal (account, CAND_POSITION_NO_ACCOUNT))
    return g_strdup (entry->url);
  return system->application_url != NULL ? system->application_url (account, code) : g_strdup ("");
}

/* Another announcement may have named it by its code alone. */
static gboolean
adopt (CandConnection *connection, gint64 board, const CandProgrammeEntry *entry, GError **error)
{
  g_autofree char *key = g_strndup (entry->key, strrchr (entry->key, ':') - entry->key);
  gint64 id;

  return cand_store_strays_adopt (connection, board, key, strrchr (entry->key, ':') + 1, &id,
                                  error);
}

static gboolean
introduce_entry (CandConnection *connection, const Intake *intake, guint place, GError **error)
{
  const CandProgrammeEntry *entry = cand_programme_get_entry (intake->programme, place);
  const CandBoardSystem *system;
  g_autofree char *system_id = NULL;
  g_autofree char *account = NULL;
  g_autofree char *code = NULL;
  g_autofree char *application_url = NULL;
  gint64 board;

  /* An entry whose address is on no board we know is only shown on the programme's page. */
  if (!cand_position_split_key (entry->key, &system_id, &account, &code))
    return TRUE;
  system = cand_board_system_find (system_id);
  if (system == NULL)
    return TRUE;
  application_url = dup_application_url (system, entry, account, code);
  board = ensure_board (connection, intake, system, account, error);
  if (board == 0 || !adopt (connection, board, entry, error) ||
      !cand_store_programmes_introduce (connection, board, intake->programme, place, code,
                                        application_url, intake->claim, intake->now, error))
    return FALSE;
  return intake->lender == 0 ||
         cand_store_programmes_lend (connection, intake->lender, board, code, error);
}

/* Introduces those of @keys that it names, and takes them out of there. */
static gboolean
take_over (CandConnection *connection, Intake *intake, GHashTable *keys, GError **error)
{
  intake->alone = is_on_one_board (intake->programme);
  for (guint i = 0; i < cand_programme_get_n_entries (intake->programme); i++)
    if (g_hash_table_remove (keys, cand_programme_get_entry (intake->programme, i)->key) &&
        !introduce_entry (connection, intake, i, error))
      return FALSE;
  return TRUE;
}

/* What programme @id introduces no longer goes to another followed one that does: with @gone, all
 * of it, until that is followed once more. */
static gboolean
hand_over (CandConnection *connection, gint64 id, gboolean gone, gint64 now, GError **error)
{
  g_autoptr (GHashTable) keys = cand_store_programmes_list_keys (connection, id, !gone, error);
  g_autoptr (GPtrArray) others = NULL;

  if (keys == NULL)
    return FALSE;
  if (g_hash_table_size (keys) == 0)
    return TRUE;
  others = cand_store_programmes_list (connection, error);
  for (guint i = 0; others != NULL && i < others->len; i++)
    {
      Intake intake = { .programme = g_ptr_array_index (others, i),
                        .claim = TRUE,
                        .lender = gone ? id : 0,
                        .now = now };

      if (cand_programme_get_id (intake.programme) != id &&
          !take_over (connection, &intake, keys, error))
        return FALSE;
    }
  return others != NULL;
}

/* What is not introduced any more stays, marked, unless another programme introduces it. */
static gboolean
introduce (CandConnection *connection, Intake *intake, GError **error)
{
  intake->alone = is_on_one_board (intake->programme);
  if (!cand_store_programmes_withdraw (connection, cand_programme_get_id (intake->programme),
                                       error))
    return FALSE;
  for (guint i = 0; i < cand_programme_get_n_entries (intake->programme); i++)
    if (!introduce_entry (connection, intake, i, error))
      return FALSE;
  return hand_over (connection, cand_programme_get_id (intake->programme), FALSE, intake->now,
                    error);
}

/* --- one reading beside another --- */

/* One may say more than the other: "Interns 2031 (closed)". */
static gboolean
is_same_title (const char *one, const char *other)
{
  g_autofree char *folded = g_utf8_casefold (one, -1);
  g_autofree char *other_folded = g_utf8_casefold (other, -1);

  if (*folded == '\0' || *other_folded == '\0')
    return *folded == *other_folded;
  return strstr (folded, other_folded) != NULL || strstr (other_folded, folded) != NULL;
}

/**
 * cand_intake_is_other_page:
 * @known: what is known
 * @reading: (nullable): what its page says now; NULL where that introduces nothing
 * @title: (nullable): what the page is called then
 *
 * One that asks whether the visitor is a robot, say: however often it comes, it tells nothing.
 *
 * Returns: whether it is of another shape
 */
gboolean
cand_intake_is_other_page (CandProgramme *known, CandProgramme *reading, const char *title)
{
  const char *present = reading != NULL ? cand_programme_get_title (reading) : title;

  if (cand_programme_get_n_entries (known) == 0 ||
      (reading != NULL && cand_programme_count_kept (known, reading) > 0))
    return FALSE;
  return !is_same_title (cand_programme_get_title (known), present != NULL ? present : "");
}

/**
 * cand_intake_doubts:
 * @stored: what is known
 * @reading: (nullable): what its page says now; NULL where that introduces nothing
 * @by_hand: whether the person asked for it
 * @now: seconds since the epoch
 * @since: (out): when the first reading came that is doubted; 0 where this one is believed
 *
 * Another page may be at the address by now: one that says where the blog went, or that wants a
 * password.
 *
 * Returns: whether the reading lacks so much that another one has to agree
 */
gboolean
cand_intake_doubts (const CandStoredProgramme *stored,
                    CandProgramme *reading,
                    gboolean by_hand,
                    gint64 now,
                    gint64 *since)
{
  guint n = cand_programme_get_n_entries (stored->programme);
  guint n_kept = reading != NULL ? cand_programme_count_kept (stored->programme, reading) : 0;
  /* A clock that went back starts the hour anew. */
  gint64 before = stored->suspect_since <= now ? stored->suspect_since : 0;
  gboolean agrees = before != 0 && (by_hand || now - before >= CAND_RECONCILE_HOUR);

  *since = 0;
  if (n_kept * 2 >= n || agrees)
    return FALSE;
  *since = before != 0 ? before : now;
  return TRUE;
}

static CandProgramme *
read_anew (CandConnection *connection,
           const CandStoredProgramme *stored,
           CandProgramme *reading,
           GError **error)
{
  g_autoptr (CandProgramme) located = NULL;

  if (reading == NULL)
    return cand_intake_without_entries (stored->programme, error);
  located = cand_intake_locate (connection, reading, error);
  if (located == NULL)
    return NULL;
  return cand_intake_rebase (stored->programme, located, stored->shipped, error);
}

/**
 * cand_intake_reading:
 * @connection: a connection, inside a transaction
 * @stored: what is known
 * @reading: (nullable): what its page says now; NULL where that introduces nothing
 * @now: seconds since the epoch
 * @changes: (out) (nullable): what differs
 * @error: CAND_STORE_ERROR_*, CAND_MODEL_ERROR_*
 *
 * Of a page that introduces nothing any more ("all filled") the earlier texts are kept.
 *
 * Returns: FALSE on failure
 */
gboolean
cand_intake_reading (CandConnection *connection,
                     const CandStoredProgramme *stored,
                     CandProgramme *reading,
                     gint64 now,
                     CandProgrammeChanges **changes,
                     GError **error)
{
  g_autoptr (CandProgramme) programme = read_anew (connection, stored, reading, error);
  g_autoptr (CandProgrammeChanges) differs = NULL;
  /* Followed before anything of it was read: its boards come with it now. */
  gboolean first = stored->confirmed == 0 && cand_programme_get_n_entries (stored->programme) == 0;
  Intake intake = { .programme = programme, .bring = first, .claim = first, .now = now };
  g_autofree char *json = NULL;

  *changes = NULL;
  if (programme == NULL)
    return FALSE;
  differs = cand_programme_compare (stored->programme, programme);
  if (differs == NULL)
    return TRUE;
  json = cand_programme_to_json (programme);
  if (!cand_store_programmes_keep_earlier (connection, cand_programme_get_id (stored->programme),
                                           error) ||
      !cand_store_programmes_write (connection, programme, json, error) ||
      !cand_store_programmes_set_changes (connection, cand_programme_get_id (programme), differs,
                                          now, error) ||
      !introduce (connection, &intake, error))
    return FALSE;
  *changes = g_steal_pointer (&differs);
  return TRUE;
}

/* --- followed by the person --- */

static gint64
refollow (CandConnection *connection,
          const CandStoredProgramme *stored,
          CandProgramme *programme,
          gint64 now,
          GError **error)
{
  g_autoptr (CandProgrammeChanges) changes = NULL;
  g_autoptr (CandProgramme) present = NULL;
  const char *name = cand_programme_get_name (stored->programme);
  gint64 id = cand_programme_get_id (stored->programme);
  Intake intake = { .bring = TRUE, .claim = TRUE, .now = now };
  gboolean found;

  if (!cand_store_programmes_set_followed (connection, name, TRUE, now, &found, error) ||
      !cand_intake_reading (connection, stored, programme, now, &changes, error))
    return 0;
  present = cand_store_programmes_load (connection, id, error);
  if (present == NULL)
    return 0;
  /* Its positions may be gone since it was unfollowed, or be another programme's. */
  intake.programme = present;
  return introduce (connection, &intake, error) ? id : 0;
}

/* The one that @programme is another reading of, followed or not; NULL with no error set for none.
 */
static CandStoredProgramme *
find_known (CandConnection *connection, CandProgramme *programme, GError **error)
{
  g_autoptr (GPtrArray) known = cand_store_programmes_list_known (connection, error);

  for (guint i = 0; known != NULL && i < known->len; i++)
    {
      CandProgramme *one = g_ptr_array_index (known, i);

      if (cand_library_same_announcement (one, programme))
        return cand_store_programmes_stored (connection, cand_programme_get_name (one), NULL,
                                             error);
    }
  return NULL;
}

/* @programme under a name that no other one has. */
static CandProgramme *
rename_apart (CandConnection *connection, CandProgramme *programme, GError **error)
{
  const char *base = cand_programme_get_name (programme);
  g_autofree char *name = g_strdup (base);

  for (guint i = 2;; i++)
    {
      g_autoptr (GError) failure = NULL;
      g_autoptr (CandStoredProgramme) taken =
          cand_store_programmes_stored (connection, name, NULL, &failure);

      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
      if (taken == NULL)
        break;
      g_free (name);
      name = g_strdup_printf ("%s-%u", base, i);
    }
  return cand_intake_with_name (programme, name, error);
}

static gint64
follow_fresh (CandConnection *connection, CandProgramme *programme, gint64 now, GError **error)
{
  g_autoptr (CandProgramme) located = cand_intake_locate (connection, programme, error);
  g_autoptr (CandProgramme) fresh =
      located != NULL ? rename_apart (connection, located, error) : NULL;
  Intake intake = { .programme = fresh, .bring = TRUE, .claim = TRUE, .now = now };
  g_autofree char *json = NULL;
  gboolean found;

  if (fresh == NULL)
    return 0;
  json = cand_programme_to_json (fresh);
  /* There may be one of that name which cannot be read any more. */
  if (!cand_store_programmes_write (connection, fresh, json, error) ||
      !cand_store_programmes_set_followed (connection, cand_programme_get_name (fresh), TRUE, now,
                                           &found, error) ||
      !introduce (connection, &intake, error))
    return 0;
  return cand_programme_get_id (fresh);
}

/**
 * cand_intake_follow:
 * @connection: a connection, inside a transaction
 * @name: (nullable): of the programme that it is another reading of
 * @programme: what was read
 * @now: seconds since the epoch
 * @error: CAND_STORE_ERROR_*, CAND_MODEL_ERROR_*
 *
 * Returns: the row id of the programme, which may be known, or be kept, under another name; 0 on
 *   failure
 */
gint64
cand_intake_follow (CandConnection *connection,
                    const char *name,
                    CandProgramme *programme,
                    gint64 now,
                    GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (CandStoredProgramme) stored =
      name != NULL ? cand_store_programmes_stored (connection, name, NULL, &failure)
                   : find_known (connection, programme, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return 0;
    }
  return stored != NULL ? refollow (connection, stored, programme, now, error)
                        : follow_fresh (connection, programme, now, error);
}

gboolean
cand_intake_follow_unread (CandConnection *connection,
                           CandProgramme *programme,
                           gint64 now,
                           GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (CandStoredProgramme) stored = find_known (connection, programme, &failure);
  gboolean found;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (stored == NULL)
    return follow_fresh (connection, programme, now, error) != 0;
  if (stored->followed)
    return TRUE;
  return cand_intake_set_followed (connection, cand_programme_get_name (stored->programme), TRUE,
                                   now, &found, error);
}

gboolean
cand_intake_set_followed (CandConnection *connection,
                          const char *name,
                          gboolean followed,
                          gint64 now,
                          gboolean *found,
                          GError **error)
{
  g_autoptr (CandStoredProgramme) stored = NULL;
  g_autoptr (GError) failure = NULL;
  Intake intake = { .now = now };
  gint64 id;

  if (!cand_store_programmes_set_followed (connection, name, followed, now, found, error))
    return FALSE;
  if (!*found)
    return TRUE;
  stored = cand_store_programmes_stored (connection, name, NULL, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  /* It cannot be read any more, which was said. */
  if (stored == NULL)
    return TRUE;
  intake.programme = stored->programme;
  id = cand_programme_get_id (stored->programme);
  if (!followed)
    return hand_over (connection, id, TRUE, now, error) &&
           cand_store_programmes_drop_boards (connection, id, now, error);
  /* Positions that it introduced may be gone since then. */
  return introduce (connection, &intake, error) &&
         cand_store_programmes_restore_boards (connection, id, error);
}

/* --- what ships --- */

typedef struct
{
  CandProgramme *programme;
  const char *json;
  gint64 now;
} Shipment;

static gboolean
write_first (CandConnection *connection, gpointer data, GError **error)
{
  const Shipment *shipment = data;
  Intake intake = {
    .programme = shipment->programme, .follow = TRUE, .claim = TRUE, .now = shipment->now
  };

  return cand_store_programmes_write (connection, shipment->programme, shipment->json, error) &&
         cand_store_programmes_set_shipped (connection, cand_programme_get_id (shipment->programme),
                                            shipment->json, error) &&
         introduce (connection, &intake, error);
}

/* Our words are newer; what its page introduces, where that was read, is newer than our list. */
static gboolean
write_newer (CandConnection *connection, gpointer data, GError **error)
{
  const Shipment *shipment = data;
  g_autoptr (GError) failure = NULL;
  g_autoptr (CandStoredProgramme) stored = cand_store_programmes_stored (
      connection, cand_programme_get_name (shipment->programme), NULL, &failure);
  g_autoptr (CandProgramme) programme = NULL;
  g_autofree char *json = NULL;
  Intake intake = { .now = shipment->now };

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  /* One that cannot be read any more is made anew. */
  programme = stored != NULL && stored->confirmed != 0
                  ? cand_intake_rebase (shipment->programme, stored->programme, TRUE, error)
                  : g_object_ref (shipment->programme);
  if (programme == NULL)
    return FALSE;
  json = cand_programme_to_json (programme);
  intake.programme = programme;
  return cand_store_programmes_write (connection, programme, json, error) &&
         cand_store_programmes_set_shipped (connection, cand_programme_get_id (programme),
                                            shipment->json, error) &&
         introduce (connection, &intake, error);
}

static gboolean
take_in (CandConnection *connection, GBytes *bytes, gint64 now, GError **error)
{
  g_autoptr (CandProgramme) programme = cand_programme_new_from_json (bytes, error);
  g_autoptr (GError) failure = NULL;
  Shipment shipment = { programme, g_bytes_get_data (bytes, NULL), now };

  if (programme == NULL)
    return FALSE;
  switch (cand_store_programmes_look_up (connection, cand_programme_get_name (programme),
                                         shipment.json, error))
    {
    case CAND_PROGRAMME_UNREADABLE:
      return FALSE;
    case CAND_PROGRAMME_SAME:
      return TRUE;
    case CAND_PROGRAMME_OLDER:
      break;
    case CAND_PROGRAMME_ABSENT:
      return cand_connection_transact (connection, CAND_DURABILITY_CACHE, write_first, &shipment,
                                       error);
    }
  /* A full disk is no reason not to open what is there. */
  if (!cand_connection_transact (connection, CAND_DURABILITY_CACHE, write_newer, &shipment,
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
