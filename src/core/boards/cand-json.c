/* cand-json.c: reading JSON that nobody vouches for
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-json.h"

#include <math.h>
#include <string.h>

#include "cand-board-system.h"
#include "core/model/cand-model-text.h"

/* Characters of an answer that is no JSON that its error message quotes. */
#define EXCERPT_LENGTH 60

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* What the text is instead of JSON, in words for a log. */
static char *
describe_text (const char *text)
{
  g_autofree char *excerpt = NULL;

  if (*text == '\0')
    return g_strdup ("nothing");
  if (g_ascii_strncasecmp (text, "<!doctype html", 14) == 0 ||
      g_ascii_strncasecmp (text, "<html", 5) == 0)
    return g_strdup ("an HTML page");
  if (*text == '<')
    return g_strdup ("markup");

  excerpt = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), EXCERPT_LENGTH));
  for (char *p = excerpt; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
  return g_strdup_printf ("“%s”", g_strstrip (excerpt));
}

/* json-glib recurses up to 1024 levels; no board goes deeper than a dozen. */
static gboolean
is_too_deep (const char *text)
{
  gboolean in_string = FALSE;
  guint depth = 0;

  for (const char *p = text; *p != '\0'; p++)
    if (in_string)
      {
        if (*p == '\\' && p[1] != '\0')
          p++;
        else if (*p == '"')
          in_string = FALSE;
      }
    else if (*p == '"')
      in_string = TRUE;
    else if (*p == '[' || *p == '{')
      {
        if (++depth > CAND_JSON_MAX_DEPTH)
          return TRUE;
      }
    else if ((*p == ']' || *p == '}') && depth > 0)
      depth--;

  return FALSE;
}

#define UNKNOWN_CHARACTER "\\ufffd"
#define ESCAPE_LENGTH 6

/* The UTF-16 unit of the "\u1234" at @text, which begins with a backslash; -1 for another escape.
 * (g_str_has_prefix() would measure the whole text each time.) */
static int
read_unit (const char *text)
{
  int unit = 0;

  if (text[0] != '\\' || text[1] != 'u')
    return -1;
  for (guint i = 2; i < ESCAPE_LENGTH; i++)
    {
      if (!g_ascii_isxdigit (text[i]))
        return -1;
      unit = unit * 16 + g_ascii_xdigit_value (text[i]);
    }
  return unit;
}

static gboolean
is_leading (int unit)
{
  return unit >= 0xd800 && unit < 0xdc00;
}

static gboolean
is_trailing (int unit)
{
  return unit >= 0xdc00 && unit < 0xe000;
}

/* json-glib ends a string where a NUL is written in it, and what follows would be lost; and it
 * refuses the whole document for half a character, which a text cut after so many units ends with.
 * Both become what Unicode has for a character that cannot be told, U+FFFD, as in HTML. */
static void
replace_untellable (char *text)
{
  char *p = text;

  while ((p = strchr (p, '\\')) != NULL && p[1] != '\0')
    {
      int unit = read_unit (p);

      if (is_leading (unit) && is_trailing (read_unit (p + ESCAPE_LENGTH)))
        {
          p += 2 * ESCAPE_LENGTH;
          continue;
        }
      if (unit == 0 || is_leading (unit) || is_trailing (unit))
        memcpy (p, UNKNOWN_CHARACTER, ESCAPE_LENGTH);
      p += unit >= 0 ? ESCAPE_LENGTH : 2;
    }
}

static const char *
node_name (JsonNode *node)
{
  if (node == NULL)
    return "nothing";
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      return "an object";
    case JSON_NODE_ARRAY:
      return "an array";
    case JSON_NODE_NULL:
      return "null";
    case JSON_NODE_VALUE:
      if (json_node_get_value_type (node) == G_TYPE_STRING)
        return "a string";
      return json_node_get_value_type (node) == G_TYPE_BOOLEAN ? "a boolean" : "a number";
    }
  g_assert_not_reached ();
}

static void
set_wrong_type (GError **error, const char *what, const char *wanted, JsonNode *node)
{
  g_set_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED, "%s is not %s but %s", what,
               wanted, node_name (node));
}

static const char *
string_of_node (JsonNode *node)
{
  const char *text;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  text = json_node_get_string (node);
  /* An escaped lone surrogate passes a validation of the document. */
  return text != NULL && g_utf8_validate (text, -1, NULL) ? text : NULL;
}

static JsonNode *
value_of_member (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? node : NULL;
}

JsonNode *
cand_json_parse (GBytes *body, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) parse_error = NULL;
  g_autofree char *copy = NULL;
  const char *text;
  gsize length;
  const char *bytes = g_bytes_get_data (body, &length);

  if (length > 0 && !g_utf8_validate_len (bytes, length, NULL))
    {
      g_set_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED,
                   "JSON was expected and %" G_GSIZE_FORMAT " bytes came that are not UTF-8 text",
                   length);
      return NULL;
    }

  copy = g_strndup (length > 0 ? bytes : "", length);
  text = g_str_has_prefix (copy, BYTE_ORDER_MARK) ? copy + strlen (BYTE_ORDER_MARK) : copy;
  text += strspn (text, " \t\r\n");

  if (is_too_deep (text))
    {
      g_set_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED,
                   "The JSON is nested deeper than %d levels", CAND_JSON_MAX_DEPTH);
      return NULL;
    }

  replace_untellable (copy);
  json_parser_set_strict (parser, TRUE);
  if (*text == '\0' || !json_parser_load_from_data (parser, text, -1, &parse_error))
    {
      g_autofree char *found = describe_text (text);

      g_set_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED,
                   "JSON was expected and %s came%s%s", found, parse_error != NULL ? ": " : "",
                   parse_error != NULL ? parse_error->message : "");
      return NULL;
    }
  return json_parser_steal_root (parser);
}

JsonObject *
cand_json_parse_object (GBytes *body, const char *what, GError **error)
{
  g_autoptr (JsonNode) root = cand_json_parse (body, error);
  JsonObject *object = root != NULL ? cand_json_expect_object (root, what, error) : NULL;

  return object != NULL ? json_object_ref (object) : NULL;
}

JsonObject *
cand_json_expect_object (JsonNode *node, const char *what, GError **error)
{
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  set_wrong_type (error, what, "an object", node);
  return NULL;
}

JsonArray *
cand_json_expect_array (JsonNode *node, const char *what, GError **error)
{
  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  set_wrong_type (error, what, "an array", node);
  return NULL;
}

JsonArray *
cand_json_expect_array_member (JsonObject *object,
                               const char *name,
                               const char *what,
                               GError **error)
{
  g_autofree char *where = g_strdup_printf ("“%s” of %s", name, what);

  return cand_json_expect_array (json_object_get_member (object, name), where, error);
}

const char *
cand_json_get_string (JsonObject *object, const char *name)
{
  return string_of_node (json_object_get_member (object, name));
}

char *
cand_json_dup_line (JsonObject *object, const char *name)
{
  return object != NULL ? cand_text_dup_line (cand_json_get_string (object, name)) : NULL;
}

JsonObject *
cand_json_get_object (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonArray *
cand_json_get_array (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

gboolean
cand_json_get_boolean (JsonObject *object, const char *name)
{
  JsonNode *node = value_of_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN &&
         json_node_get_boolean (node);
}

gboolean
cand_json_get_int (JsonObject *object, const char *name, gint64 *value)
{
  JsonNode *node = value_of_member (object, name);
  double number;

  if (node != NULL && json_node_get_value_type (node) == G_TYPE_INT64)
    {
      *value = json_node_get_int (node);
      return TRUE;
    }
  /* Above 2^53 a double no longer tells whole numbers apart. */
  if (!cand_json_get_number (object, name, &number) || number < -9007199254740992.0 ||
      number > 9007199254740992.0 || number != (double) (gint64) number)
    return FALSE;
  *value = (gint64) number;
  return TRUE;
}

gboolean
cand_json_get_number (JsonObject *object, const char *name, double *value)
{
  JsonNode *node = value_of_member (object, name);
  double number;

  if (node == NULL || (json_node_get_value_type (node) != G_TYPE_INT64 &&
                       json_node_get_value_type (node) != G_TYPE_DOUBLE))
    return FALSE;
  number = json_node_get_double (node);
  if (!isfinite (number))
    return FALSE;
  *value = number;
  return TRUE;
}

double
cand_json_get_amount (JsonObject *object, const char *name)
{
  g_autofree char *text = cand_text_dup_trimmed (cand_json_get_string (object, name));
  double amount;
  char *end;

  if (text == NULL)
    return cand_json_get_number (object, name, &amount) ? amount : NAN;
  if (strspn (text, "0123456789.") != strlen (text))
    return NAN;
  amount = g_ascii_strtod (text, &end);
  return *end == '\0' ? amount : NAN;
}

const char *
cand_json_get_string_element (JsonArray *array, guint index)
{
  return string_of_node (json_array_get_element (array, index));
}

JsonObject *
cand_json_get_object_element (JsonArray *array, guint index)
{
  JsonNode *node = json_array_get_element (array, index);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

void
cand_json_add_lines (GStrvBuilder *builder, JsonArray *array)
{
  guint n_elements = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < n_elements; i++)
    {
      char *line = cand_text_dup_line (cand_json_get_string_element (array, i));

      if (line != NULL)
        g_strv_builder_take (builder, line);
    }
}
