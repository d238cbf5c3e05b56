/* cand-cli-value.c: what was typed for a field, as the form keeps it
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-cli-value.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "cand-cli-options.h"
#include "cand-cli-output.h"
#include "core/model/cand-answer.h"

/* How much of a wrong value is repeated to the person. */
#define SHOWN_COLUMNS 60

static void
refuse (CandField *field, const char *reason, GError **error)
{
  g_set_error (error, CAND_CLI_ERROR, CAND_CLI_ERROR_FAILED,
               /* Translators: the id of a field of a form, and why it does not take an answer. */
               _ ("Field “%s”: %s"), cand_field_get_id (field), reason);
}

/* The index of the option with that id, else of the one with exactly that label, else -1. */
static int
find_option (CandField *field, const char *word)
{
  int index = cand_field_find_option (field, word);

  for (guint i = 0; index < 0 && i < cand_field_get_n_options (field); i++)
    if (g_str_equal (cand_field_get_option_label (field, i), word))
      index = (int) i;
  return index;
}

static void
refuse_option (CandField *field, const char *word, GError **error)
{
  g_autofree char *shown = cand_cli_dup_line (word, SHOWN_COLUMNS);
  g_autoptr (GString) options = g_string_new (NULL);
  g_autofree char *reason = NULL;

  for (guint i = 0; i < cand_field_get_n_options (field); i++)
    {
      if (i > 0)
        g_string_append (options, ", ");
      /* Translators: the label and the id of an option: “Yes, in France” (4711). */
      g_string_append_printf (options, _ ("“%s” (%s)"), cand_field_get_option_label (field, i),
                              cand_field_get_option_id (field, i));
    }
  /* Translators: a word that was typed, and the list of those that are possible. */
  reason = g_strdup_printf (_ ("“%s” is not one of its options: %s"), shown, options->str);
  refuse (field, reason, error);
}

/* Marks what @typed names in @chosen. A label may itself contain the separators, so a whole is
 * tried before its parts. */
static gboolean
choose (
    CandField *field, const char *typed, const char *separators, gboolean *chosen, GError **error)
{
  g_autofree char *word = g_strstrip (g_strdup (typed));
  g_auto (GStrv) parts = NULL;
  int index = find_option (field, word);

  if (word[0] == '\0')
    return TRUE;
  if (index >= 0)
    {
      chosen[index] = TRUE;
      return TRUE;
    }
  if (separators[0] == '\0')
    {
      refuse_option (field, word, error);
      return FALSE;
    }
  parts = g_strsplit (word, (char[]) { separators[0], '\0' }, -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (!choose (field, parts[i], separators + 1, chosen, error))
      return FALSE;
  return TRUE;
}

static char *
choice_value (CandField *field, const char *typed, const char *separators, GError **error)
{
  guint n = cand_field_get_n_options (field);
  g_autofree gboolean *chosen = g_new0 (gboolean, n + 1);
  g_autoptr (GString) ids = g_string_new (NULL);
  guint n_chosen = 0;

  if (!choose (field, typed, separators, chosen, error))
    return NULL;
  for (guint i = 0; i < n; i++)
    if (chosen[i])
      g_string_append_printf (ids, "%s%s", n_chosen++ > 0 ? "\n" : "",
                              cand_field_get_option_id (field, i));
  if (n_chosen > 1 && cand_field_get_single_option (field))
    {
      refuse (field, _ ("only one option can be chosen"), error);
      return NULL;
    }
  return g_string_free_and_steal (g_steal_pointer (&ids));
}

static char *
boolean_value (CandField *field, const char *typed, GError **error)
{
  g_autofree char *word = g_strstrip (g_strdup (typed));

  if (word[0] == '\0')
    return g_strdup ("");
  if (g_ascii_strcasecmp (word, "yes") == 0 || g_ascii_strcasecmp (word, "true") == 0)
    return g_strdup ("true");
  if (g_ascii_strcasecmp (word, "no") == 0 || g_ascii_strcasecmp (word, "false") == 0)
    return g_strdup ("false");
  refuse (field, _ ("the answer is yes, no, true or false"), error);
  return NULL;
}

static gboolean
has_inner_field (CandField *field, const char *id)
{
  for (guint i = 0; i < cand_field_get_n_fields (field); i++)
    if (g_str_equal (cand_field_get_id (cand_field_get_field (field, i)), id))
      return TRUE;
  return FALSE;
}

/* Whether @entry is an object from ids of inner fields to texts. */
static gboolean
is_group_entry (CandField *field, JsonNode *entry)
{
  JsonObjectIter iter;
  const char *id;
  JsonNode *value;

  if (!JSON_NODE_HOLDS_OBJECT (entry))
    return FALSE;
  json_object_iter_init (&iter, json_node_get_object (entry));
  while (json_object_iter_next (&iter, &id, &value))
    if (!has_inner_field (field, id) || json_node_get_value_type (value) != G_TYPE_STRING)
      return FALSE;
  return TRUE;
}

static char *
group_value (CandField *field, const char *typed, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GString) ids = NULL;
  g_autofree char *reason = NULL;
  JsonNode *root = NULL;
  gboolean good;

  if (typed[0] == '\0')
    return g_strdup ("");
  if (json_parser_load_from_data (parser, typed, -1, NULL))
    root = json_parser_get_root (parser);
  good = root != NULL && JSON_NODE_HOLDS_ARRAY (root);
  for (guint i = 0; good && i < json_array_get_length (json_node_get_array (root)); i++)
    good = is_group_entry (field, json_array_get_element (json_node_get_array (root), i));
  if (good)
    return json_to_string (root, FALSE);

  ids = g_string_new (NULL);
  for (guint i = 0; i < cand_field_get_n_fields (field); i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "",
                            cand_field_get_id (cand_field_get_field (field, i)));
  /* Translators: %s is a list of ids. */
  reason = g_strdup_printf (_ ("the answer is a JSON array of objects whose members are texts "
                               "named %s"),
                            ids->str);
  refuse (field, reason, error);
  return NULL;
}

/* Spelled by type; what the board would not take is told apart afterwards. */
static char *
spell (CandField *field, const char *typed, GError **error)
{
  switch (cand_field_get_field_type (field))
    {
    case CAND_FIELD_TYPE_TEXT:
    case CAND_FIELD_TYPE_PARAGRAPH:
      return g_strdup (typed);
    case CAND_FIELD_TYPE_EMAIL:
    case CAND_FIELD_TYPE_PHONE:
    case CAND_FIELD_TYPE_DATE:
    case CAND_FIELD_TYPE_NUMBER:
      return g_strstrip (g_strdup (typed));
    case CAND_FIELD_TYPE_BOOLEAN:
      return boolean_value (field, typed, error);
    case CAND_FIELD_TYPE_DROPDOWN:
      return choice_value (field, typed, "", error);
    case CAND_FIELD_TYPE_MULTIPLE:
      return choice_value (field, typed, "\n;", error);
    case CAND_FIELD_TYPE_GROUP:
      return group_value (field, typed, error);
    case CAND_FIELD_TYPE_FILE:
      refuse (field, _ ("it takes a file: use --attach"), error);
      return NULL;
    }
  return NULL;
}

char *
cand_cli_value_new (CandField *field, const char *typed, GError **error)
{
  g_autofree char *text = spell (field, typed, error);
  g_autofree char *problem = NULL;

  if (text == NULL)
    return NULL;
  problem = text[0] != '\0' ? cand_answer_check (field, text) : NULL;
  if (problem != NULL)
    {
      refuse (field, problem, error);
      return NULL;
    }
  return g_steal_pointer (&text);
}
