/* cand-intake-locate.c: the positions that an announcement names by their code alone
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-intake-locate.h"

#include "cand-intake-text.h"
#include "core/boards/cand-address.h"
#include "core/model/cand-position.h"
#include "core/store/cand-store-positions.h"

/* What positions are told apart by where the account is not known: "workable:93CDE47063". */
static char *
dup_identity (const char *key)
{
  g_autofree char *system = NULL;
  g_autofree char *code = NULL;

  if (!cand_position_split_key (key, &system, NULL, &code))
    return NULL;
  return g_strconcat (system, ":", code, NULL);
}

/* (element-type utf8), as a set: the identities of those that have a key. */
static GHashTable *
list_identities (CandProgramme *programme)
{
  GHashTable *identities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < cand_programme_get_n_entries (programme); i++)
    {
      char *identity = dup_identity (cand_programme_get_entry (programme, i)->key);

      if (identity != NULL)
        g_hash_table_add (identities, identity);
    }
  return identities;
}

/* NULL with no error set for one that has a key, or an address that names no position; each
 * position gets one once. */
static char *
locate (CandConnection *connection,
        const CandProgrammeEntry *entry,
        GHashTable *identities,
        GError **error)
{
  g_autoptr (CandAddress) address =
      *entry->key == '\0' ? cand_address_parse (entry->url, NULL) : NULL;
  g_autoptr (GError) failure = NULL;
  char *key;

  if (address == NULL || address->account != NULL || address->code == NULL ||
      !g_hash_table_add (identities, g_strconcat (address->system, ":", address->code, NULL)))
    return NULL;
  key = cand_store_positions_find_code (connection, address->system, address->code, &failure);
  if (key == NULL && failure == NULL)
    key = g_strconcat (address->system, ":" CAND_POSITION_NO_ACCOUNT ":", address->code, NULL);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return key;
}

CandProgramme *
cand_intake_locate (CandConnection *connection, CandProgramme *programme, GError **error)
{
  g_autoptr (GHashTable) identities = list_identities (programme);
  /* (element-type guint utf8): keys by place. */
  g_autoptr (GHashTable) keys = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GError) failure = NULL;

  for (guint i = 0; i < cand_programme_get_n_entries (programme); i++)
    {
      char *key =
          locate (connection, cand_programme_get_entry (programme, i), identities, &failure);

      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
      if (key != NULL)
        g_hash_table_insert (keys, GUINT_TO_POINTER (i), key);
    }
  return g_hash_table_size (keys) > 0 ? cand_intake_with_keys (programme, keys, error)
                                      : g_object_ref (programme);
}
