/* cand-cli-sensitive.c: what of an answer is printed
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-cli-sensitive.h"

#include <json-glib/json-glib.h>

/* Takes the sensitive members out of one entry; FALSE where it is no object. */
static gboolean
clean_entry (CandField *group, JsonNode *entry, gboolean *left_out)
{
  if (!JSON_NODE_HOLDS_OBJECT (entry))
    return FALSE;
  for (guint i = 0; i < cand_field_get_n_fields (group); i++)
    {
      CandField *field = cand_field_get_field (group, i);
      const char *id = cand_field_get_id (field);
      JsonObject *object = json_node_get_object (entry);

      if (!cand_field_get_sensitive (field) || !json_object_has_member (object, id))
        continue;
      json_object_remove_member (object, id);
      *left_out = TRUE;
    }
  return TRUE;
}

/* What cannot be taken apart is left out as a whole. */
static char *
dup_group (CandField *group, const char *text, gboolean *left_out)
{
  g_autoptr (JsonNode) root = json_from_string (text, NULL);

  if (root == NULL || !JSON_NODE_HOLDS_ARRAY (root))
    {
      *left_out = TRUE;
      return g_strdup ("");
    }
  for (guint i = 0; i < json_array_get_length (json_node_get_array (root)); i++)
    if (!clean_entry (group, json_array_get_element (json_node_get_array (root), i), left_out))
      {
        *left_out = TRUE;
        return g_strdup ("");
      }
  return *left_out ? json_to_string (root, FALSE) : g_strdup (text);
}

char *
cand_cli_dup_answer (CandAnswer *answer, gboolean with_sensitive, gboolean *left_out)
{
  CandField *field = cand_answer_get_field (answer);
  const char *text = cand_answer_get_text (answer);

  *left_out = FALSE;
  if (with_sensitive)
    return g_strdup (text);
  if (cand_field_get_sensitive (field))
    {
      *left_out = *text != '\0' || cand_answer_get_attachment (answer) != NULL;
      return g_strdup ("");
    }
  if (*text != '\0' && cand_field_has_sensitive (field))
    return dup_group (field, text, left_out);
  return g_strdup (text);
}
