/* system-checks.h: what the tests of job-board systems share
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>
#include <string.h>

#include "core/boards/cand-board-system.h"
#include "lib/cand-test.h"

typedef enum
{
  ANSWER_LIST,
  ANSWER_POSITION,
  ANSWER_FORM,
} AnswerKind;

typedef struct
{
  const char *address;
  const char *account;
  const char *code;
} AddressCase;

/* An address that a system knows, and what it names. */
static inline void
assert_addresses (const CandBoardSystem *system, const AddressCase *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CandAddress) address = cand_address_parse (cases[i].address, &error);

      g_test_message ("%s", cases[i].address);
      g_assert_no_error (error);
      g_assert_cmpstr (address->system, ==, system->id);
      g_assert_cmpstr (address->account, ==, cases[i].account);
      g_assert_cmpstr (address->code, ==, cases[i].code);
    }
}

static inline void
assert_no_addresses (const CandBoardSystem *system, const char *const *addresses)
{
  for (; *addresses != NULL; addresses++)
    {
      g_autoptr (GUri) uri = cand_address_to_uri (*addresses);
      g_autoptr (CandAddress) address = uri != NULL ? system->recognise (uri) : NULL;

      if (address != NULL)
        g_error ("%s is no board", *addresses);
    }
}

/* A GET for JSON, as far apart from the next as systems are asked that say nothing else. */
static inline void
assert_request (CandRequest *taken, const char *url)
{
  g_autoptr (CandRequest) request = taken;

  g_assert_cmpstr (cand_request_get_method (request), ==, "GET");
  g_assert_cmpstr (cand_request_get_url (request), ==, url);
  g_assert_cmpstr (cand_request_get_accept (request), ==, "application/json");
  g_assert_cmpuint (cand_request_get_spacing (request), ==, 1000);
  g_assert_cmpuint (cand_request_get_spacing_after_refusal (request), ==, 5000);
}

static inline void
assert_url (char *taken, const char *url)
{
  g_autofree char *text = taken;

  g_assert_cmpstr (text, ==, url);
}

static inline void
assert_locations (CandPosition *position, const char *expected)
{
  g_autofree char *locations = g_strjoinv (" | ", (GStrv) cand_position_get_locations (position));

  g_assert_cmpstr (locations, ==, expected);
}

static inline void
assert_pay (CandPosition *position, const char *expected)
{
  g_autofree char *pay = cand_pay_to_string (cand_position_get_pay (position));

  g_assert_cmpstr (pay, ==, expected);
}

/* "id:type-name id:type-name* …" of one section, an asterisk on what is required. */
static inline void
assert_section (CandForm *form, guint section, const char *name, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_cmpstr (cand_form_get_section_name (form, section), ==, name);
  for (guint i = 0; i < cand_form_get_n_fields (form, section); i++)
    {
      CandField *field = cand_form_get_field (form, section, i);

      g_string_append_printf (text, "%s%s:%s%s", i > 0 ? " " : "", cand_field_get_id (field),
                              cand_field_get_type_name (field),
                              cand_field_get_required (field) ? "*" : "");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

typedef struct
{
  const char *id;
  CandFieldType type;
} FieldTypeCase;

static inline void
assert_field_types (CandForm *form, const FieldTypeCase *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      CandField *field = cand_form_find_field (form, cases[i].id);

      g_test_message ("%s", cases[i].id);
      g_assert_nonnull (field);
      g_assert_cmpint (cand_field_get_field_type (field), ==, cases[i].type);
    }
}

static inline void
assert_options (CandField *field, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < cand_field_get_n_options (field); i++)
    g_string_append_printf (text, "%s%s=%s", i > 0 ? "|" : "", cand_field_get_option_id (field, i),
                            cand_field_get_option_label (field, i));
  g_assert_cmpstr (text->str, ==, expected);
}

/* Good answers. */
static inline CandListing *
parse_list (const CandBoardSystem *system, const char *account, const char *page, GBytes *body)
{
  g_autoptr (GError) error = NULL;
  CandListing *listing = system->parse_list (account, page, body, &error);

  g_assert_no_error (error);
  return listing;
}

static inline CandPosition *
parse_position (const CandBoardSystem *system, const char *account, const char *code, GBytes *body)
{
  g_autoptr (GError) error = NULL;
  CandPosition *position = system->parse_position (account, code, body, &error);

  g_assert_no_error (error);
  return position;
}

static inline CandForm *
parse_form (const CandBoardSystem *system, GBytes *body)
{
  g_autoptr (GError) error = NULL;
  CandForm *form = system->parse_form (body, &error);

  g_assert_no_error (error);
  return form;
}

/* Of a sample; NULL where there are no samples. */
static inline CandListing *
parse_list_sample (const CandBoardSystem *system,
                   const char *account,
                   const char *page,
                   const char *name)
{
  g_autoptr (GBytes) body = cand_test_read_sample (name);

  return body != NULL ? parse_list (system, account, page, body) : NULL;
}

static inline CandForm *
parse_form_sample (const CandBoardSystem *system, const char *name)
{
  g_autoptr (GBytes) body = cand_test_read_sample (name);

  return body != NULL ? parse_form (system, body) : NULL;
}

static inline CandPosition *
nth (CandListing *listing, guint index)
{
  g_assert_cmpuint (index, <, listing->positions->len);
  return g_ptr_array_index (listing->positions, index);
}

/* TRUE when the answer was taken. */
static inline gboolean
take_answer (const CandBoardSystem *system, AnswerKind kind, GBytes *body, GError **error)
{
  g_autoptr (CandListing) listing = NULL;
  g_autoptr (GObject) object = NULL;

  switch (kind)
    {
    case ANSWER_LIST:
      listing = system->parse_list ("anyone", NULL, body, error);
      break;
    case ANSWER_POSITION:
      object = (GObject *) system->parse_position ("anyone", "1", body, error);
      break;
    case ANSWER_FORM:
      object = (GObject *) system->parse_form (body, error);
      break;
    }
  return listing != NULL || object != NULL;
}

/* The answer is refused; the message begins with @message. */
static inline void
assert_refused (const CandBoardSystem *system, AnswerKind kind, GBytes *body, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (take_answer (system, kind, body, &error));
  g_assert_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED);
  if (!g_str_has_prefix (error->message, message))
    g_error ("“%s” does not begin with “%s”", error->message, message);
}

static inline void
assert_text_refused (const CandBoardSystem *system,
                     AnswerKind kind,
                     const char *text,
                     const char *message)
{
  g_autoptr (GBytes) body = g_bytes_new (text, strlen (text));

  assert_refused (system, kind, body, message);
}

typedef struct
{
  const char *answer;
  const char *message;
} RefusalCase;

static inline void
assert_texts_refused (const CandBoardSystem *system,
                      AnswerKind kind,
                      const RefusalCase *cases,
                      guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    assert_text_refused (system, kind, cases[i].answer, cases[i].message);
}

/* Answers that came to other questions, by the names of the samples. */
static inline void
assert_samples_refused (const CandBoardSystem *system,
                        AnswerKind kind,
                        const RefusalCase *cases,
                        guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autoptr (GBytes) body = cand_test_read_sample (cases[i].answer);

      if (body == NULL)
        return;
      assert_refused (system, kind, body, cases[i].message);
    }
}

/* What came is taken, or refused with an error of boards. */
static inline void
assert_survived (const CandBoardSystem *system, AnswerKind kind, GBytes *body)
{
  g_autoptr (GError) error = NULL;

  if (!take_answer (system, kind, body, &error))
    g_assert_true (error != NULL && error->domain == CAND_BOARD_ERROR);
  else
    g_assert_no_error (error);
}

/* A copy of @node in which every member called @name is what @replacement is. */
static inline JsonNode *
copy_replacing (JsonNode *node, const char *name, JsonNode *replacement)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *copy = json_object_new ();
      JsonNode *result = json_node_new (JSON_NODE_OBJECT);
      JsonObjectIter iter;
      const char *member;
      JsonNode *value;

      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (json_object_iter_next_ordered (&iter, &member, &value))
        json_object_set_member (copy, member,
                                g_str_equal (member, name)
                                    ? json_node_copy (replacement)
                                    : copy_replacing (value, name, replacement));
      json_node_take_object (result, copy);
      return result;
    }
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *copy = json_array_new ();
      JsonNode *result = json_node_new (JSON_NODE_ARRAY);
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        json_array_add_element (
            copy, copy_replacing (json_array_get_element (array, i), name, replacement));
      json_node_take_array (result, copy);
      return result;
    }
  return json_node_copy (node);
}

static inline void
collect_names (JsonNode *node, GHashTable *names)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      const char *member;
      JsonNode *value;

      json_object_iter_init (&iter, json_node_get_object (node));
      while (json_object_iter_next (&iter, &member, &value))
        {
          g_hash_table_add (names, (gpointer) member);
          collect_names (value, names);
        }
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        collect_names (json_array_get_element (array, i), names);
    }
}

/* Every member in turn is of every other type. */
static inline void
assert_types_survived (const CandBoardSystem *system, AnswerKind kind, GBytes *good)
{
  static const char *const values[] = {
    "null", "true",  "-7",   "1e308", "99999999999999999999",    "\"\"",    "\"\\u0000\\ud800\"",
    "[]",   "[[1]]", "[{}]", "{}",    "\"javascript:alert(1)\"", "[\"<\"]", "\"<b>&amp;\\u202e\""
  };
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer name;
  JsonNode *root;

  g_assert_true (json_parser_load_from_data (parser, g_bytes_get_data (good, NULL),
                                             g_bytes_get_size (good), NULL));
  root = json_parser_get_root (parser);
  collect_names (root, names);
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    for (guint i = 0; i < G_N_ELEMENTS (values); i++)
      {
        g_autoptr (JsonParser) value = json_parser_new ();
        g_autoptr (JsonNode) changed = NULL;
        g_autoptr (GBytes) body = NULL;
        char *text;

        if (!json_parser_load_from_data (value, values[i], -1, NULL))
          continue;
        changed = copy_replacing (root, name, json_parser_get_root (value));
        text = json_to_string (changed, FALSE);
        body = g_bytes_new_take (text, strlen (text));
        assert_survived (system, kind, body);
      }
}

/* What no answer should be: cut anywhere, of other types, nested deeply, not text. */
static inline void
assert_hostile_survived (const CandBoardSystem *system, AnswerKind kind, const char *fixture)
{
  g_autoptr (GBytes) good = cand_test_read_fixture (fixture);
  const char *data = g_bytes_get_data (good, NULL);
  gsize size = g_bytes_get_size (good);
  g_autoptr (GString) deep = g_string_new ("{\"a\":");
  g_autofree char *broken = g_strndup (data, size);
  g_autoptr (GBytes) invalid = NULL;

  while (size > 0 && g_ascii_isspace (data[size - 1]))
    size--;
  for (gsize length = 0; length < size; length++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (good, 0, length);

      assert_refused (system, kind, cut, "");
    }
  assert_types_survived (system, kind, good);

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (deep, '[');
  assert_text_refused (system, kind, deep->str, "The JSON is nested deeper than 64 levels");

  broken[size / 2] = '\xff';
  invalid = g_bytes_new (broken, size);
  assert_refused (system, kind, invalid, "JSON was expected and");

  assert_text_refused (system, kind, "", "JSON was expected and nothing came");
  assert_text_refused (system, kind, "7", "");
  assert_text_refused (system, kind, "[]", "");
  assert_text_refused (system, kind, "{}", "");
}
