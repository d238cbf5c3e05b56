/* cand-rebase-group.c: the entries of a group whose questions changed
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-model-text.h"
#include "cand-rebase-private.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

/* Where the parts of a group go while it is laid out anew. */
typedef struct
{
  CandField *old;      /* (unowned) */
  CandField *present;  /* (unowned) */
  GHashTable *places;  /* (owned) (element-type utf8 CandField) of @old's inner ids, in @present */
  JsonArray *taken;    /* (owned) */
  JsonArray *rest;     /* (owned) */
  gboolean as_it_was;  /* nothing moved, and nothing is in other words */
  gboolean other_kind; /* the first part without a place had a question there */
} Layout;

static CandField *
find_inner (CandField *group, const char *id)
{
  for (guint i = 0; i < cand_field_get_n_fields (group); i++)
    if (g_str_equal (cand_field_get_id (cand_field_get_field (group, i)), id))
      return cand_field_get_field (group, i);
  return NULL;
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *trimmed = cand_text_dup_trimmed (text);

  return trimmed == NULL;
}

static gboolean
entry_is_readable (JsonNode *node)
{
  JsonObjectIter iter;
  JsonNode *value;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, NULL, &value))
    if (!JSON_NODE_HOLDS_VALUE (value) || json_node_get_value_type (value) != G_TYPE_STRING ||
        !g_utf8_validate (json_node_get_string (value), -1, NULL))
      return FALSE;
  return TRUE;
}

/* (transfer full): the entries; NULL where @text is not what a group's answer is. */
static JsonNode *
parse (const char *text)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;
  JsonArray *entries;

  json_parser_set_strict (parser, TRUE);
  if (!json_parser_load_from_data (parser, text, -1, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_ARRAY (root))
    return NULL;
  entries = json_node_get_array (root);
  for (guint i = 0; i < json_array_get_length (entries); i++)
    if (!entry_is_readable (json_array_get_element (entries, i)))
      return NULL;
  return json_node_ref (root);
}

/* (transfer full) Takes @array. */
static char *
array_to_text (JsonArray *array)
{
  g_autoptr (JsonNode) node = json_node_init_array (json_node_alloc (), array);

  return json_to_string (node, FALSE);
}

/* By id, which systems do not number here; else by the question. */
static GHashTable *
list_places (CandField *old, CandField *present)
{
  GHashTable *places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < cand_field_get_n_fields (old); i++)
    {
      CandField *inner = cand_field_get_field (old, i);
      CandField *found = find_inner (present, cand_field_get_id (inner));

      for (guint j = 0; found == NULL && j < cand_field_get_n_fields (present); j++)
        {
          CandField *other = cand_field_get_field (present, j);

          if (find_inner (old, cand_field_get_id (other)) == NULL &&
              cand_question_compare (cand_field_get_label (inner), cand_field_get_label (other)) >=
                  CAND_QUESTION_SAME)
            found = other;
        }
      if (found != NULL)
        g_hash_table_insert (places, (gpointer) cand_field_get_id (inner), found);
    }
  return places;
}

/* One text of one entry. An id that the earlier form does not have either keeps its place where
 * there is one. */
static void
lay_value (Layout *self, const char *id, const char *text, JsonObject *taken, JsonObject *rest)
{
  CandField *inner = find_inner (self->old, id);
  CandField *place = inner != NULL ? g_hash_table_lookup (self->places, id) : NULL;
  g_auto (CandTaking) taking = { 0 };

  if (place != NULL && json_object_has_member (taken, cand_field_get_id (place)))
    place = NULL;
  /* What was no question before, and is none now, stays what it is. */
  if (inner == NULL && find_inner (self->present, id) == NULL)
    {
      json_object_set_string_member (taken, id, text);
      return;
    }
  if (place != NULL && is_blank (text))
    taking.taken = g_strdup (text);
  else if (place != NULL)
    cand_taking_init (&taking, inner, text, place);
  else if (!is_blank (text))
    taking.rest = g_strdup (text);
  if (taking.taken != NULL)
    json_object_set_string_member (taken, cand_field_get_id (place), taking.taken);
  if (taking.rest != NULL)
    {
      if (json_array_get_length (self->rest) == 0 && json_object_get_size (rest) == 0)
        self->other_kind = place != NULL;
      json_object_set_string_member (rest, id, taking.rest);
    }
  if (place == NULL || g_strcmp0 (taking.taken, text) != 0 ||
      !g_str_equal (cand_field_get_id (place), id))
    self->as_it_was = FALSE;
}

/* An entry of which nothing has a place is no entry any longer. */
static void
lay_entry (Layout *self, JsonObject *entry)
{
  g_autoptr (JsonObject) taken = json_object_new ();
  g_autoptr (JsonObject) rest = json_object_new ();
  JsonObjectIter iter;
  const char *id;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, entry);
  while (json_object_iter_next_ordered (&iter, &id, &value))
    lay_value (self, id, json_node_get_string (value), taken, rest);
  if (json_object_get_size (taken) > 0 || json_object_get_size (rest) == 0)
    json_array_add_object_element (self->taken, json_object_ref (taken));
  if (json_object_get_size (rest) > 0)
    json_array_add_object_element (self->rest, json_object_ref (rest));
}

/* What cannot be read as entries stays as it is: the row says that it cannot. */
void
cand_taking_init_group (CandTaking *self, CandField *old, const char *text, CandField *present)
{
  g_autoptr (JsonNode) root = parse (text);
  JsonArray *entries = root != NULL ? json_node_get_array (root) : NULL;
  Layout layout = { old, present, NULL, NULL, NULL, TRUE, FALSE };

  if (entries == NULL)
    {
      self->taken = g_strdup (text);
      return;
    }
  layout.places = list_places (old, present);
  layout.taken = json_array_new ();
  layout.rest = json_array_new ();
  for (guint i = 0; i < json_array_get_length (entries); i++)
    lay_entry (&layout, json_array_get_object_element (entries, i));
  if (layout.as_it_was)
    self->taken = g_strdup (text);
  else if (json_array_get_length (layout.taken) > 0)
    self->taken = array_to_text (layout.taken);
  if (json_array_get_length (layout.rest) > 0)
    self->rest = array_to_text (layout.rest);
  self->reason = layout.other_kind ? CAND_ASIDE_OTHER_KIND : CAND_ASIDE_REMOVED;
  g_hash_table_unref (layout.places);
  json_array_unref (layout.taken);
  json_array_unref (layout.rest);
}

/* (transfer full) */
static char *
dup_entry_words (CandField *old, JsonObject *entry)
{
  g_autoptr (GString) words = g_string_new (NULL);
  JsonObjectIter iter;
  const char *id;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, entry);
  while (json_object_iter_next_ordered (&iter, &id, &value))
    {
      CandField *inner = find_inner (old, id);
      const char *text = json_node_get_string (value);
      g_autofree char *shown = NULL;

      if (is_blank (text))
        continue;
      shown = inner != NULL ? cand_rebase_dup_words (inner, text) : g_strdup (text);
      if (words->len > 0)
        g_string_append_c (words, '\n');
      /* Translators: a question of an entry, "School", and the answer. */
      g_string_append_printf (words, _ ("%s: %s"),
                              inner != NULL ? cand_field_get_label (inner) : id, shown);
    }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

/* One "School: ENS" a line, and a blank line between entries. */
char *
cand_rebase_dup_group_words (CandField *old, const char *text)
{
  g_autoptr (JsonNode) root = parse (text);
  g_autoptr (GString) words = NULL;
  JsonArray *entries;

  if (root == NULL)
    return g_strdup (text);
  words = g_string_new (NULL);
  entries = json_node_get_array (root);
  for (guint i = 0; i < json_array_get_length (entries); i++)
    {
      g_autofree char *entry = dup_entry_words (old, json_array_get_object_element (entries, i));

      if (*entry != '\0')
        g_string_append_printf (words, "%s%s", words->len > 0 ? "\n\n" : "", entry);
    }
  return g_string_free_and_steal (g_steal_pointer (&words));
}
