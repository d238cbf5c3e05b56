/* cand-model-json.c: reads our own JSON notations, member by member, believing nothing
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-model-json.h"

#include "cand-form.h"

static JsonNode *
parse_with (JsonParser *parser, const char *data, gssize length, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  JsonNode *root;

  json_parser_set_strict (parser, TRUE);
  if (!json_parser_load_from_data (parser, data, length, &local_error))
    {
      g_set_error (error, CAND_MODEL_ERROR, CAND_MODEL_ERROR_MALFORMED, "Not JSON: %s",
                   local_error->message);
      return NULL;
    }
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, CAND_MODEL_ERROR, CAND_MODEL_ERROR_MALFORMED, "Not an object");
      return NULL;
    }
  return json_node_ref (root);
}

JsonNode *
cand_model_json_parse (const char *data, gssize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();

  return parse_with (parser, data, length, error);
}

JsonNode *
cand_model_json_parse_mutable (const char *data, gssize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  return parse_with (parser, data, length, error);
}

static gboolean
wrong_type (const char *name, const char *wanted, GError **error)
{
  g_set_error (error, CAND_MODEL_ERROR, CAND_MODEL_ERROR_MALFORMED, "“%s” is not %s", name, wanted);
  return FALSE;
}

/* NULL for one that is absent or null. */
static JsonNode *
get_member (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && !JSON_NODE_HOLDS_NULL (node) ? node : NULL;
}

static gboolean
holds (JsonNode *node, GType type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

/* A lone surrogate (\ud800) in the document would come out as bytes that are no UTF-8. */
static gboolean
holds_text (JsonNode *node)
{
  return holds (node, G_TYPE_STRING) && g_utf8_validate (json_node_get_string (node), -1, NULL);
}

gboolean
cand_model_json_string (JsonObject *object, const char *name, const char **value, GError **error)
{
  JsonNode *node = get_member (object, name);

  *value = NULL;
  if (node == NULL)
    return TRUE;
  if (!holds_text (node))
    return wrong_type (name, "a text", error);
  *value = json_node_get_string (node);
  return TRUE;
}

gboolean
cand_model_json_name (JsonObject *object, const char *name, const char **value, GError **error)
{
  if (!cand_model_json_string (object, name, value, error))
    return FALSE;
  if (*value != NULL && **value != '\0')
    return TRUE;
  g_set_error (error, CAND_MODEL_ERROR, CAND_MODEL_ERROR_MALFORMED, "“%s” is missing", name);
  return FALSE;
}

gboolean
cand_model_json_boolean (JsonObject *object, const char *name, gboolean *value, GError **error)
{
  JsonNode *node = get_member (object, name);

  *value = FALSE;
  if (node == NULL)
    return TRUE;
  if (!holds (node, G_TYPE_BOOLEAN))
    return wrong_type (name, "true or false", error);
  *value = json_node_get_boolean (node);
  return TRUE;
}

gboolean
cand_model_json_integer (JsonObject *object, const char *name, gint64 *value, GError **error)
{
  JsonNode *node = get_member (object, name);

  if (node == NULL)
    return TRUE;
  if (!holds (node, G_TYPE_INT64))
    return wrong_type (name, "a whole number", error);
  *value = json_node_get_int (node);
  return TRUE;
}

gboolean
cand_model_json_double (JsonObject *object, const char *name, double *value, GError **error)
{
  JsonNode *node = get_member (object, name);

  if (node == NULL)
    return TRUE;
  if (!holds (node, G_TYPE_DOUBLE) && !holds (node, G_TYPE_INT64))
    return wrong_type (name, "a number", error);
  *value = json_node_get_double (node);
  return TRUE;
}

gboolean
cand_model_json_array (JsonObject *object, const char *name, JsonArray **value, GError **error)
{
  JsonNode *node = get_member (object, name);

  *value = NULL;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return wrong_type (name, "an array", error);
  *value = json_node_get_array (node);
  return TRUE;
}

gboolean
cand_model_json_strings (JsonObject *object, const char *name, GStrv *value, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array;

  *value = NULL;
  if (!cand_model_json_array (object, name, &array, error))
    return FALSE;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (!holds_text (node))
        return wrong_type (name, "an array of texts", error);
      g_strv_builder_add (builder, json_node_get_string (node));
    }
  *value = g_strv_builder_end (builder);
  return TRUE;
}

JsonObject *
cand_model_json_element (JsonArray *array, guint index, const char *what, GError **error)
{
  JsonNode *node = json_array_get_element (array, index);

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  wrong_type (what, "an array of objects", error);
  return NULL;
}

void
cand_model_json_add_text (JsonBuilder *builder, const char *name, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

void
cand_model_json_add_strings (JsonBuilder *builder, const char *name, const char *const *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (; *value != NULL; value++)
    json_builder_add_string_value (builder, *value);
  json_builder_end_array (builder);
}

char *
cand_model_json_finish (JsonBuilder *builder, gboolean pretty)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);

  return json_to_string (root, pretty);
}
