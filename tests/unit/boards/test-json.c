/* test-json.c: reading JSON that nobody vouches for
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "core/boards/cand-board-system.h"
#include "core/boards/cand-json.h"

static JsonNode *
parse (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return cand_json_parse (bytes, error);
}

static void
assert_refused (const char *text, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = parse (text, &error);

  g_assert_null (node);
  g_assert_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED);
  if (!g_str_has_prefix (error->message, message))
    g_error ("“%s” does not begin with “%s”", error->message, message);
}

static void
test_parse (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) object = parse (" \r\n{\"a\": [1, \"]\\\"[\"]}\n", &error);
  g_autoptr (JsonNode) marked = NULL;

  g_assert_no_error (error);
  g_assert_true (JSON_NODE_HOLDS_OBJECT (object));
  g_assert_cmpuint (
      json_array_get_length (cand_json_get_array (json_node_get_object (object), "a")), ==, 2);

  marked = parse ("\xef\xbb\xbf[]", &error);
  g_assert_no_error (error);
  g_assert_true (JSON_NODE_HOLDS_ARRAY (marked));
}

static void
test_refused (void)
{
  assert_refused ("", "JSON was expected and nothing came");
  assert_refused (" \n ", "JSON was expected and nothing came");
  assert_refused ("<!DOCTYPE html><html></html>", "JSON was expected and an HTML page came");
  assert_refused ("\n<HTML lang='en'>", "JSON was expected and an HTML page came");
  assert_refused ("<?xml version='1.0'?>", "JSON was expected and markup came");
  assert_refused ("Not Found", "JSON was expected and “Not Found” came");
  assert_refused ("error\ncode: 1015\n", "JSON was expected and “error code: 1015” came");
  assert_refused ("{\"jobs\": [", "JSON was expected and “{\"jobs\": [” came");
  assert_refused ("{\"a\": 1,}", "JSON was expected");
  assert_refused ("{'a': 1}", "JSON was expected");
  assert_refused ("{\"a\": \"\xff\xfe\"}",
                  "JSON was expected and 11 bytes came that are not UTF-8 text");
  assert_refused ("[1] [2]", "JSON was expected");
}

static void
test_nul_byte (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("[1]\0[2]", 7);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = cand_json_parse (bytes, &error);

  g_assert_null (node);
  g_assert_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED);
}

static char *
nest (guint depth)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append_c (text, '[');
  for (guint i = 0; i < depth; i++)
    g_string_append_c (text, ']');
  return g_string_free_and_steal (text);
}

static void
test_depth (void)
{
  g_autofree char *deepest = nest (64);
  g_autofree char *too_deep = nest (65);
  g_autofree char *open = g_strnfill (1000000, '[');
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = parse (deepest, &error);
  g_autoptr (JsonNode) brackets = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (node);
  assert_refused (too_deep, "The JSON is nested deeper than 64 levels");
  assert_refused (open, "The JSON is nested deeper than 64 levels");

  /* Brackets inside a string are no nesting. */
  g_free (open);
  open = g_strdup_printf ("[\"%s\\\"%s\"]", too_deep, too_deep);
  brackets = parse (open, &error);
  g_assert_no_error (error);
  g_assert_nonnull (brackets);
}

static void
test_nul (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node =
      parse ("[\"before\\u0000after\", \"\\\\u0000\", \"\\\\\\u0000\\\"\"]", &error);
  JsonArray *array;

  g_assert_no_error (error);
  array = json_node_get_array (node);
  g_assert_cmpstr (cand_json_get_string_element (array, 0), ==, "before\ufffdafter");
  g_assert_cmpstr (cand_json_get_string_element (array, 1), ==, "\\u0000");
  g_assert_cmpstr (cand_json_get_string_element (array, 2), ==, "\\\ufffd\"");
}

static void
test_expect (void)
{
  g_autoptr (JsonNode) node = parse ("{\"n\": 5, \"s\": \"x\", \"z\": null, \"b\": true}", NULL);
  JsonObject *object = json_node_get_object (node);
  struct
  {
    const char *name;
    const char *message;
  } cases[] = {
    { "n", "“n” of the list is not an array but a number" },
    { "s", "“s” of the list is not an array but a string" },
    { "z", "“z” of the list is not an array but null" },
    { "b", "“b” of the list is not an array but a boolean" },
    { "none", "“none” of the list is not an array but nothing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (cand_json_expect_array_member (object, cases[i].name, "the list", &error));
      g_assert_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
  g_assert_true (cand_json_expect_object (node, "it", NULL) == object);
}

static void
test_members (void)
{
  g_autoptr (JsonNode) node = parse ("{\"s\": \"é\", \"i\": 9999999999999, \"whole\": 12.0,"
                                     " \"d\": 1.5, \"big\": 1e300, \"t\": true, \"f\": false,"
                                     " \"z\": null, \"a\": [\"x\", 1, {}], \"o\": {}}",
                                     NULL);
  JsonObject *object = json_node_get_object (node);
  JsonArray *array = cand_json_get_array (object, "a");
  static const char *const others[] = { "i", "d", "t", "z", "a", "o", "none" };
  gint64 integer = -7;
  double number = -7;

  g_assert_cmpstr (cand_json_get_string (object, "s"), ==, "é");
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_null (cand_json_get_string (object, others[i]));

  g_assert_true (cand_json_get_int (object, "i", &integer));
  g_assert_cmpint (integer, ==, G_GINT64_CONSTANT (9999999999999));
  g_assert_true (cand_json_get_int (object, "whole", &integer));
  g_assert_cmpint (integer, ==, 12);
  g_assert_false (cand_json_get_int (object, "d", &integer));
  g_assert_false (cand_json_get_int (object, "big", &integer));
  g_assert_false (cand_json_get_int (object, "s", &integer));
  g_assert_false (cand_json_get_int (object, "t", &integer));
  g_assert_false (cand_json_get_int (object, "none", &integer));
  g_assert_cmpint (integer, ==, 12);

  g_assert_true (cand_json_get_number (object, "d", &number));
  g_assert_cmpfloat (number, ==, 1.5);
  g_assert_true (cand_json_get_number (object, "i", &number));
  g_assert_cmpfloat (number, ==, 9999999999999.0);
  g_assert_false (cand_json_get_number (object, "z", &number));

  g_assert_true (cand_json_get_boolean (object, "t"));
  g_assert_false (cand_json_get_boolean (object, "f"));
  g_assert_false (cand_json_get_boolean (object, "s"));
  g_assert_false (cand_json_get_boolean (object, "i"));
  g_assert_false (cand_json_get_boolean (object, "none"));

  g_assert_nonnull (cand_json_get_object (object, "o"));
  g_assert_null (cand_json_get_object (object, "a"));
  g_assert_null (cand_json_get_array (object, "o"));
  g_assert_cmpstr (cand_json_get_string_element (array, 0), ==, "x");
  g_assert_null (cand_json_get_string_element (array, 1));
  g_assert_null (cand_json_get_object_element (array, 1));
  g_assert_nonnull (cand_json_get_object_element (array, 2));
}

/* Whatever an escape makes of a string, what is handed out is UTF-8. */
/* Half a character, as a text has that was cut in the middle of one, costs nothing but itself. */
static void
test_surrogates (void)
{
  static const struct
  {
    const char *json;
    const char *text;
  } cases[] = {
    { "{\"s\": \"a\\ud800\"}", "a\ufffd" },
    { "{\"s\": \"\\udc00x\"}", "\ufffdx" },
    { "{\"s\": \"\\ud83d\\ude00\"}", "\U0001f600" },
    { "{\"s\": \"\\uD83D\\uDE00\"}", "\U0001f600" },
    { "{\"s\": \"\\ud83dx\"}", "\ufffdx" },
    { "{\"s\": \"\\ud83d\\ud83d\\ude00\"}", "\ufffd\U0001f600" },
    { "{\"s\": \"\\ud83d\\n\"}", "\ufffd\n" },
    { "{\"s\": \"a\\u0000b\"}", "a\ufffdb" },
    { "{\"s\": \"\\\\ud800\"}", "\\ud800" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) node = parse (cases[i].json, NULL);

      g_test_message ("%s", cases[i].json);
      g_assert_nonnull (node);
      g_assert_cmpstr (cand_json_get_string (json_node_get_object (node), "s"), ==, cases[i].text);
    }
}

/* Nothing in it is measured once for each escape. */
static void
test_many_escapes (void)
{
  g_autoptr (GString) json = g_string_new ("[\"");
  g_autoptr (JsonNode) node = NULL;

  for (guint i = 0; i < 4 * 1024 * 1024; i++)
    g_string_append (json, "\\n");
  g_string_append (json, "\"]");
  node = parse (json->str, NULL);
  g_assert_nonnull (node);
  g_assert_cmpuint (strlen (cand_json_get_string_element (json_node_get_array (node), 0)), ==,
                    4 * 1024 * 1024);
}

static void
test_parse_object (void)
{
  static const char good[] = "{\"a\": {\"b\": \"c\"}}";
  static const struct
  {
    const char *text;
    const char *message;
  } refused[] = {
    { "", "JSON was expected and nothing came" },
    { "[]", "Lantern's list is not an object but an array" },
    { "null", "Lantern's list is not an object but null" },
  };
  g_autoptr (GBytes) body = g_bytes_new_static (good, strlen (good));
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) object = cand_json_parse_object (body, "Lantern's list", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (cand_json_get_string (cand_json_get_object (object, "a"), "b"), ==, "c");

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (refused[i].text, strlen (refused[i].text));
      g_autoptr (GError) refusal = NULL;

      g_assert_null (cand_json_parse_object (bytes, "Lantern's list", &refusal));
      g_assert_error (refusal, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED);
      g_assert_cmpstr (refusal->message, ==, refused[i].message);
    }
}

static void
test_dup_line (void)
{
  static const struct
  {
    const char *name;
    const char *line;
  } cases[] = {
    { "lines", "Fish and chips" },
    { "blank", NULL },
    { "number", NULL },
    { "null", NULL },
    { "none", NULL },
  };
  g_autoptr (JsonNode) node =
      parse ("{\"lines\": \" Fish\\n and\\tchips \", \"blank\": \" \\n\", \"number\": 7, "
             "\"null\": null}",
             NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = cand_json_dup_line (json_node_get_object (node), cases[i].name);

      g_assert_cmpstr (line, ==, cases[i].line);
    }
  g_assert_null (cand_json_dup_line (NULL, "lines"));
}

static void
test_amounts (void)
{
  static const struct
  {
    const char *value;
    double amount;
  } cases[] = {
    { "75000", 75000 }, { "75.5", 75.5 },      { "\"75000.50\"", 75000.5 },
    { "\" 12 \"", 12 }, { "\"1e5\"", NAN },    { "\"1.2.3\"", NAN },
    { "\"-4\"", NAN },  { "\"12 EUR\"", NAN }, { "\"\"", NAN },
    { "null", NAN },    { "true", NAN },       { "[7]", NAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdup_printf ("{\"pay\": %s}", cases[i].value);
      g_autoptr (JsonNode) node = parse (json, NULL);
      double amount = cand_json_get_amount (json_node_get_object (node), "pay");

      g_test_message ("%s", json);
      if (isnan (cases[i].amount))
        g_assert_true (isnan (amount));
      else
        g_assert_cmpfloat (amount, ==, cases[i].amount);
    }
}

static void
test_add_lines (void)
{
  g_autoptr (JsonNode) node = parse ("[\" Kiel \\n\", 7, \"\", null, [\"x\"], \"Husum\"]", NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;

  cand_json_add_lines (builder, NULL);
  cand_json_add_lines (builder, json_node_get_array (node));
  lines = g_strv_builder_end (builder);
  g_assert_cmpstrv (lines, ((const char *const[]) { "Kiel", "Husum", NULL }));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/boards/json/parse", test_parse);
  g_test_add_func ("/boards/json/refused", test_refused);
  g_test_add_func ("/boards/json/nul-byte", test_nul_byte);
  g_test_add_func ("/boards/json/depth", test_depth);
  g_test_add_func ("/boards/json/nul", test_nul);
  g_test_add_func ("/boards/json/expect", test_expect);
  g_test_add_func ("/boards/json/members", test_members);
  g_test_add_func ("/boards/json/parse-object", test_parse_object);
  g_test_add_func ("/boards/json/dup-line", test_dup_line);
  g_test_add_func ("/boards/json/amounts", test_amounts);
  g_test_add_func ("/boards/json/add-lines", test_add_lines);
  g_test_add_func ("/boards/json/surrogates", test_surrogates);
  g_test_add_func ("/boards/json/many-escapes", test_many_escapes);
  return g_test_run ();
}
