/* cand-intake-text.c: what is kept of a programme, made of what was read
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-intake-text.h"

#include <json-glib/json-glib.h>

#include "core/model/cand-model-json.h"

static JsonObject *
dup_object (CandProgramme *programme)
{
  g_autofree char *json = cand_programme_to_json (programme);
  g_autoptr (JsonNode) root = cand_model_json_parse (json, -1, NULL);

  /* Our own notation. */
  g_assert (root != NULL);
  return json_object_ref (json_node_get_object (root));
}

static CandProgramme *
parse_object (JsonObject *object, GError **error)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  json_node_set_object (root, object);
  text = json_to_string (root, FALSE);
  bytes = g_bytes_new_take (text, strlen (text));
  return cand_programme_new_from_json (bytes, error);
}

/* What tells an entry from the others. */
static const char *
entry_identity (const CandProgrammeEntry *entry)
{
  return *entry->key != '\0' ? entry->key : entry->url;
}

/* The page's entries, with our words for those that we have words for. */
static JsonArray *
merge_entries (CandProgramme *ours, CandProgramme *reading, JsonObject *read)
{
  g_autoptr (GHashTable) summaries = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *entries = json_object_get_array_member (read, "positions");

  for (guint i = 0; i < cand_programme_get_n_entries (ours); i++)
    {
      const CandProgrammeEntry *own = cand_programme_get_entry (ours, i);

      if (*own->summary != '\0')
        g_hash_table_insert (summaries, (gpointer) entry_identity (own), own->summary);
    }
  for (guint i = 0; i < cand_programme_get_n_entries (reading); i++)
    {
      const CandProgrammeEntry *entry = cand_programme_get_entry (reading, i);
      const char *summary = g_hash_table_lookup (summaries, entry_identity (entry));

      if (summary != NULL)
        json_object_set_string_member (json_array_get_object_element (entries, i), "summary",
                                       summary);
    }
  return json_array_ref (entries);
}

CandProgramme *
cand_intake_rebase (CandProgramme *known, CandProgramme *reading, gboolean shipped, GError **error)
{
  g_autoptr (JsonObject) ours = dup_object (known);
  g_autoptr (JsonObject) theirs = dup_object (reading);
  JsonObject *result = shipped ? ours : theirs;

  if (shipped)
    {
      json_object_set_array_member (result, "positions", merge_entries (known, reading, theirs));
      if (cand_programme_get_date (reading) != NULL)
        json_object_set_string_member (result, "date", cand_programme_get_date (reading));
    }
  json_object_set_string_member (result, "name", cand_programme_get_name (known));
  if (*cand_programme_get_url (known) != '\0')
    json_object_set_string_member (result, "url", cand_programme_get_url (known));
  return parse_object (result, error);
}

CandProgramme *
cand_intake_without_entries (CandProgramme *known, GError **error)
{
  g_autoptr (JsonObject) object = dup_object (known);

  json_object_set_array_member (object, "positions", json_array_new ());
  return parse_object (object, error);
}

CandProgramme *
cand_intake_with_name (CandProgramme *programme, const char *name, GError **error)
{
  g_autoptr (JsonObject) object = dup_object (programme);

  json_object_set_string_member (object, "name", name);
  return parse_object (object, error);
}

CandProgramme *
cand_intake_with_keys (CandProgramme *programme, GHashTable *keys, GError **error)
{
  g_autoptr (JsonObject) object = dup_object (programme);
  JsonArray *entries = json_object_get_array_member (object, "positions");
  GHashTableIter iter;
  gpointer place, key;

  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, &place, &key))
    json_object_set_string_member (
        json_array_get_object_element (entries, GPOINTER_TO_UINT (place)), "key", key);
  return parse_object (object, error);
}
