/* cand-answer-check.c: what a board would not take
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-answer-check.h"

#include "cand-answer-typed.h"
#include "cand-answer.h"
#include "cand-model-json.h"
#include "cand-model-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The entries of a group: (transfer full), NULL when @text is not an array. */
static JsonNode *
parse_entries (const char *text)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;

  json_parser_set_strict (parser, TRUE);
  if (!json_parser_load_from_data (parser, text, -1, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  return root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_ref (root) : NULL;
}

/* NULL when @node is no text. */
static const char *
node_text (JsonNode *node)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

/* @text is UTF-8. */
static gboolean
is_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

static gboolean
entry_is_blank (JsonNode *node)
{
  JsonObjectIter iter;
  JsonNode *value;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, NULL, &value))
    if (node_text (value) == NULL || !is_blank (node_text (value)))
      return FALSE;
  return TRUE;
}

gboolean
cand_answer_is_answered (CandField *field, const char *text)
{
  g_autoptr (JsonNode) root = NULL;
  JsonArray *entries;

  if (is_blank (text))
    return FALSE;
  if (cand_field_get_field_type (field) != CAND_FIELD_TYPE_GROUP)
    return TRUE;
  root = parse_entries (text);
  if (root == NULL)
    return TRUE;
  entries = json_node_get_array (root);
  for (guint i = 0; i < json_array_get_length (entries); i++)
    if (!entry_is_blank (json_array_get_element (entries, i)))
      return TRUE;
  return FALSE;
}

static char *
check_length (const CandTextLimit *measured)
{
  g_autofree char *over_text = NULL;
  g_autofree char *limit_text = NULL;

  if (measured->remaining >= 0)
    return NULL;
  over_text = g_strdup_printf ("%" G_GINT64_FORMAT, -measured->remaining);
  limit_text = g_strdup_printf ("%" G_GINT64_FORMAT, measured->limit);
  /* Translators: both are numbers of characters. */
  return g_strdup_printf (ngettext ("This is %s character over the limit of %s.",
                                    "This is %s characters over the limit of %s.",
                                    -measured->remaining),
                          over_text, limit_text);
}

static char *
check_boolean (const char *text)
{
  if (g_str_equal (text, "true") || g_str_equal (text, "false"))
    return NULL;
  return g_strdup (_ ("Only yes or no is taken here."));
}

static char *
check_options (CandField *field, const char *text)
{
  g_auto (GStrv) ids = NULL;
  guint n = 0;

  if (cand_field_get_field_type (field) == CAND_FIELD_TYPE_DROPDOWN)
    return cand_field_find_option (field, text) < 0
               ? g_strdup (_ ("This is not one of the choices."))
               : NULL;
  ids = g_strsplit (text, "\n", -1);
  for (char **id = ids; *id != NULL; id++)
    {
      if (**id == '\0')
        continue;
      if (cand_field_find_option (field, *id) < 0)
        return g_strdup (_ ("This is not one of the choices."));
      n++;
    }
  if (n > 1 && cand_field_get_single_option (field))
    return g_strdup (_ ("Only one choice is taken."));
  return NULL;
}

static CandField *
find_inner_field (CandField *field, const char *id)
{
  for (guint i = 0; i < cand_field_get_n_fields (field); i++)
    if (g_str_equal (cand_field_get_id (cand_field_get_field (field, i)), id))
      return cand_field_get_field (field, i);
  return NULL;
}

static gboolean
is_entry (CandField *field, JsonNode *node)
{
  JsonObjectIter iter;
  const char *id;
  JsonNode *value;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &id, &value))
    if (find_inner_field (field, id) == NULL || node_text (value) == NULL)
      return FALSE;
  return TRUE;
}

/* The first fault in the order in which the form asks, of entry @number of @n_entries. */
static char *
check_entry (CandField *field, JsonNode *node, guint number, guint n_entries)
{
  if (!is_entry (field, node))
    return g_strdup (_ ("These entries cannot be read."));
  for (guint i = 0; i < cand_field_get_n_fields (field); i++)
    {
      CandField *inner = cand_field_get_field (field, i);
      JsonNode *value =
          json_object_get_member (json_node_get_object (node), cand_field_get_id (inner));
      g_autofree char *problem =
          value != NULL ? cand_answer_check (inner, node_text (value)) : NULL;

      if (problem == NULL)
        continue;
      if (n_entries > 1)
        /* Translators: which of several schools or posts, then the question, then a sentence like
         * "This is not a date". */
        return g_strdup_printf (_ ("Entry %u, %s: %s"), number, cand_field_get_label (inner),
                                problem);
      /* Translators: the first is the question, the second a sentence like "This is not a date". */
      return g_strdup_printf (_ ("%s: %s"), cand_field_get_label (inner), problem);
    }
  return NULL;
}

static char *
check_group (CandField *field, const char *text)
{
  g_autoptr (JsonNode) root = parse_entries (text);
  JsonArray *entries;
  guint n;

  if (root == NULL)
    return g_strdup (_ ("These entries cannot be read."));
  entries = json_node_get_array (root);
  n = json_array_get_length (entries);
  for (guint i = 0; i < n; i++)
    {
      char *problem = check_entry (field, json_array_get_element (entries, i), i + 1, n);

      if (problem != NULL)
        return problem;
    }
  return NULL;
}

char *
cand_answer_check_measured (CandField *field, const char *text, const CandTextLimit *measured)
{
  char *problem = NULL;

  g_return_val_if_fail (CAND_IS_FIELD (field), NULL);
  if (is_blank (text))
    return NULL;
  switch (cand_field_get_field_type (field))
    {
    case CAND_FIELD_TYPE_EMAIL:
    case CAND_FIELD_TYPE_PHONE:
      problem = cand_answer_check_typed (field, text);
      break;
    case CAND_FIELD_TYPE_NUMBER:
    case CAND_FIELD_TYPE_DATE:
      return cand_answer_check_typed (field, text);
    case CAND_FIELD_TYPE_BOOLEAN:
      return check_boolean (text);
    case CAND_FIELD_TYPE_DROPDOWN:
    case CAND_FIELD_TYPE_MULTIPLE:
      return check_options (field, text);
    case CAND_FIELD_TYPE_FILE:
      return g_strdup (_ ("This question takes a file."));
    case CAND_FIELD_TYPE_GROUP:
      return check_group (field, text);
    case CAND_FIELD_TYPE_TEXT:
    case CAND_FIELD_TYPE_PARAGRAPH:
      break;
    }
  return problem != NULL ? problem : check_length (measured);
}

char *
cand_answer_check (CandField *field, const char *text)
{
  g_autofree char *valid = cand_text_dup (text);
  CandTextLimit measured;

  g_return_val_if_fail (CAND_IS_FIELD (field), NULL);
  if (valid == NULL)
    return NULL;
  cand_text_limit_measure (&measured, valid, cand_field_get_max_length (field), CAND_UNITS_ASSUMED);
  return cand_answer_check_measured (field, valid, &measured);
}

static gboolean
has_type (const char *const *suffixes, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  if (*suffixes == NULL)
    return TRUE;
  for (; *suffixes != NULL; suffixes++)
    {
      g_autofree char *suffix = g_utf8_casefold (*suffixes, -1);

      if (g_str_has_suffix (folded, suffix))
        return TRUE;
    }
  return FALSE;
}

char *
cand_answer_check_file (CandField *field, CandAttachment *attachment)
{
  const char *const *types = cand_field_get_file_types (field);
  gint64 limit = cand_field_get_max_file_size (field);

  if (!has_type (types, cand_attachment_get_name (attachment)))
    {
      g_autofree char *list = g_strjoinv (", ", (char **) types);

      /* Translators: a list of file name endings, ".pdf, .docx". */
      return g_strdup_printf (_ ("Only these kinds of file are taken: %s."), list);
    }
  if (limit != CAND_LIMIT_UNKNOWN && cand_attachment_get_size (attachment) > limit)
    {
      g_autofree char *size = g_format_size (limit);

      /* Translators: a size, "12.0 MB". */
      return g_strdup_printf (_ ("The largest file taken has %s."), size);
    }
  return NULL;
}
