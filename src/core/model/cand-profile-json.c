/* cand-profile-json.c: a profile in our own notation, for keeping
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-model-json.h"
#include "cand-profile-entry.h"

/* "first-name" is "first_name" in JSON, as everywhere. */
static char *
dup_member_name (CandProfilePart part)
{
  return g_strdelimit (g_strdup (cand_profile_part_get_name (part)), "-", '_');
}

static void
add_member (JsonBuilder *builder, const CandEntryMember *member, gpointer entry)
{
  switch (member->type)
    {
    case CAND_MEMBER_TEXT:
    case CAND_MEMBER_DATE:
    case CAND_MEMBER_BESIDES:
      cand_model_json_add_text (builder, member->name, *cand_entry_text (member, entry));
      break;
    case CAND_MEMBER_FLAG:
      if (!*cand_entry_flag (member, entry))
        break;
      json_builder_set_member_name (builder, member->name);
      json_builder_add_boolean_value (builder, TRUE);
      break;
    case CAND_MEMBER_NUMBER:
      json_builder_set_member_name (builder, member->name);
      json_builder_add_int_value (builder, G_STRUCT_MEMBER (gint64, entry, member->offset));
      break;
    }
}

static void
add_list (JsonBuilder *builder, CandProfile *self, CandProfilePart part, const char *name)
{
  const CandEntryKind *kind = cand_entry_kind_of (part);
  GPtrArray *list = cand_profile_get_list (self, part);

  if (list->len == 0)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < list->len; i++)
    {
      json_builder_begin_object (builder);
      for (guint j = 0; j < kind->n_members; j++)
        add_member (builder, &kind->members[j], g_ptr_array_index (list, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

char *
cand_profile_to_json (CandProfile *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  g_return_val_if_fail (CAND_IS_PROFILE (self), NULL);
  json_builder_begin_object (builder);
  for (CandProfilePart part = 0; part < CAND_PROFILE_N_PARTS; part++)
    {
      g_autofree char *name = dup_member_name (part);

      if (part < CAND_PROFILE_N_TEXTS)
        cand_model_json_add_text (builder, name, cand_profile_get_text (self, part));
      else
        add_list (builder, self, part, name);
    }
  json_builder_end_object (builder);
  return cand_model_json_finish (builder, FALSE);
}

static gboolean
read_member (JsonObject *object, const CandEntryMember *member, gpointer entry, GError **error)
{
  const char *text;

  switch (member->type)
    {
    case CAND_MEMBER_TEXT:
    case CAND_MEMBER_DATE:
    case CAND_MEMBER_BESIDES:
      if (!cand_model_json_string (object, member->name, &text, error))
        return FALSE;
      g_set_str (cand_entry_text (member, entry), text != NULL ? text : "");
      return TRUE;
    case CAND_MEMBER_FLAG:
      return cand_model_json_boolean (object, member->name, cand_entry_flag (member, entry), error);
    case CAND_MEMBER_NUMBER:
      return cand_model_json_integer (object, member->name,
                                      G_STRUCT_MEMBER_P (entry, member->offset), error);
    }
  return FALSE;
}

static gboolean
read_list (
    JsonObject *object, const char *name, CandProfile *self, CandProfilePart part, GError **error)
{
  const CandEntryKind *kind = cand_entry_kind_of (part);
  g_autoptr (GPtrArray) list = cand_entries_new (kind);
  JsonArray *array;

  if (!cand_model_json_array (object, name, &array, error))
    return FALSE;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *element = cand_model_json_element (array, i, name, error);
      gpointer entry;

      if (element == NULL)
        return FALSE;
      entry = cand_entry_new (kind);
      g_ptr_array_add (list, entry);
      for (guint j = 0; j < kind->n_members; j++)
        if (!read_member (element, &kind->members[j], entry, error))
          return FALSE;
    }
  cand_profile_set_list (self, part, list);
  return TRUE;
}

/**
 * cand_profile_new_from_json:
 * @json: what cand_profile_to_json() gave
 * @error: CAND_MODEL_ERROR_MALFORMED
 *
 * Returns: (transfer full) (nullable): the profile
 */
CandProfile *
cand_profile_new_from_json (const char *json, GError **error)
{
  g_autoptr (JsonNode) root = cand_model_json_parse (json, -1, error);
  g_autoptr (CandProfile) self = NULL;
  JsonObject *object;

  if (root == NULL)
    return NULL;
  object = json_node_get_object (root);
  self = cand_profile_new ();
  for (CandProfilePart part = 0; part < CAND_PROFILE_N_PARTS; part++)
    {
      g_autofree char *name = dup_member_name (part);
      const char *text;

      if (part >= CAND_PROFILE_N_TEXTS)
        {
          if (!read_list (object, name, self, part, error))
            return NULL;
          continue;
        }
      if (!cand_model_json_string (object, name, &text, error))
        return NULL;
      cand_profile_set_text (self, part, text);
    }
  return g_steal_pointer (&self);
}
