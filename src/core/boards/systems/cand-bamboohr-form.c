/* cand-bamboohr-form.c: BambooHR's application form of one opening
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-bamboohr-private.h"

#include <glib/gi18n-lib.h>

#include "core/boards/cand-json.h"
#include "core/model/cand-model-text.h"
#include "core/text/cand-block-builder.h"

/* The fields that BambooHR has in stock, and the plain label of one that comes without. */
static const struct
{
  const char *name;
  CandFieldType type;
  const char *label;
} stock_fields[] = {
  { "firstName", CAND_FIELD_TYPE_TEXT, N_ ("First name") },
  { "lastName", CAND_FIELD_TYPE_TEXT, N_ ("Last name") },
  { "email", CAND_FIELD_TYPE_EMAIL, N_ ("Email") },
  { "phone", CAND_FIELD_TYPE_PHONE, N_ ("Phone") },
  { "streetAddress", CAND_FIELD_TYPE_TEXT, N_ ("Address") },
  { "city", CAND_FIELD_TYPE_TEXT, N_ ("City") },
  { "state", CAND_FIELD_TYPE_TEXT, N_ ("State or province") },
  { "zip", CAND_FIELD_TYPE_TEXT, N_ ("Postal code") },
  { "countryId", CAND_FIELD_TYPE_TEXT, N_ ("Country") },
  { "linkedinUrl", CAND_FIELD_TYPE_TEXT, N_ ("LinkedIn profile") },
  { "websiteUrl", CAND_FIELD_TYPE_TEXT, N_ ("Website") },
  { "dateAvailable", CAND_FIELD_TYPE_DATE, N_ ("Date available") },
  { "desiredPay", CAND_FIELD_TYPE_TEXT, N_ ("Desired pay") },
  { "referredBy", CAND_FIELD_TYPE_TEXT, N_ ("Referred by") },
  { "resumeFileId", CAND_FIELD_TYPE_FILE, N_ ("Resume") },
  { "coverLetterFileId", CAND_FIELD_TYPE_FILE, N_ ("Cover letter") },
  { "genderId", CAND_FIELD_TYPE_TEXT, N_ ("Gender") },
  { "ethnicityId", CAND_FIELD_TYPE_TEXT, N_ ("Ethnicity") },
  { "veteranStatusId", CAND_FIELD_TYPE_TEXT, N_ ("Veteran status") },
  { "disabilityId", CAND_FIELD_TYPE_TEXT, N_ ("Disability") },
};

static const struct
{
  const char *name;
  CandFieldType type;
} question_types[] = {
  { "short", CAND_FIELD_TYPE_TEXT },     { "long", CAND_FIELD_TYPE_PARAGRAPH },
  { "yes_no", CAND_FIELD_TYPE_BOOLEAN }, { "checkbox", CAND_FIELD_TYPE_BOOLEAN },
  { "multi", CAND_FIELD_TYPE_DROPDOWN },
};

#define OTHER_OPTION "other"
/* Several times the countries of the world: nobody chooses from more. */
#define MAX_OPTIONS 1000

/* Written as a boolean in one place and as "yes" in another. */
static gboolean
says_yes (JsonObject *object, const char *name)
{
  const char *text = cand_json_get_string (object, name);

  return cand_json_get_boolean (object, name) ||
         (text != NULL && g_ascii_strcasecmp (text, "yes") == 0);
}

/* Each is {"id", "text"} or {"id", "option"}. FALSE when the element is neither. */
static gboolean
read_option (JsonArray *array, guint index, char **id, char **label)
{
  JsonObject *option = cand_json_get_object_element (array, index);

  if (option == NULL)
    return FALSE;
  *id = cand_bamboohr_dup_id (option);
  if (*id == NULL)
    *id = cand_json_dup_line (option, "id");
  *label = cand_json_dup_line (option, "text");
  if (*label == NULL)
    *label = cand_json_dup_line (option, "option");
  return *id != NULL && *label != NULL;
}

/* The field refuses a second option of the same id. */
static void
add_options (CandField *field, JsonArray *array)
{
  guint length = MIN (json_array_get_length (array), MAX_OPTIONS);

  for (guint i = 0; i < length; i++)
    {
      g_autofree char *id = NULL;
      g_autofree char *label = NULL;

      if (read_option (array, i, &id, &label))
        cand_field_add_option (field, id, label);
    }
}

/* Whether there is anything to choose. @array may be NULL. */
static gboolean
has_options (JsonArray *array)
{
  guint length = array != NULL ? MIN (json_array_get_length (array), MAX_OPTIONS) : 0;

  for (guint i = 0; i < length; i++)
    {
      g_autofree char *id = NULL;
      g_autofree char *label = NULL;

      if (read_option (array, i, &id, &label))
        return TRUE;
    }
  return FALSE;
}

/* Adds @field to the section, which is made for its first one: forms have no empty sections. */
static void
take_field (CandForm *form, const char *section_id, const char *section_name, CandField *field)
{
  g_autoptr (CandField) taken = field;

  for (guint i = 0; i < cand_form_get_n_sections (form); i++)
    if (g_str_equal (cand_form_get_section_id (form, i), section_id))
      {
        cand_form_add_field (form, i, taken);
        return;
      }
  cand_form_add_field (form, cand_form_add_section (form, section_id, section_name), taken);
}

/* A choice without anything to choose is asked for in words: the states of a country, say, that
 * has none. */
static CandField *
stock_field_new (const char *name, const char *label, JsonArray *options)
{
  CandFieldType type = CAND_FIELD_TYPE_TEXT;
  const char *plain = NULL;
  CandField *field;

  for (guint i = 0; i < G_N_ELEMENTS (stock_fields); i++)
    if (g_str_equal (stock_fields[i].name, name))
      {
        type = stock_fields[i].type;
        plain = _ (stock_fields[i].label);
      }
  if (type == CAND_FIELD_TYPE_TEXT && has_options (options))
    type = CAND_FIELD_TYPE_DROPDOWN;
  if (label == NULL)
    label = plain != NULL ? plain : name;

  field = cand_field_new (name, type, label);
  if (type == CAND_FIELD_TYPE_DROPDOWN)
    {
      cand_field_set_single_option (field, TRUE);
      add_options (field, options);
    }
  return field;
}

/* A stock field is {"isRequired", "label", "options"}; null where it is not asked for. */
static void
read_stock_field (CandForm *form, const char *name, JsonObject *object)
{
  g_autofree char *label = cand_json_dup_line (object, "label");
  CandField *field = stock_field_new (name, label, cand_json_get_array (object, "options"));

  cand_field_set_required (field, says_yes (object, "isRequired"));
  take_field (form, "personal_information", _ ("Personal information"), field);
}

/* What United States employers ask about the person is a bare list of choices, empty where they do
 * not ask. It never has to be answered. */
static void
read_self_identification (CandForm *form, const char *name, JsonArray *options)
{
  CandField *field;

  if (!has_options (options))
    return;
  field = stock_field_new (name, NULL, options);
  cand_field_set_sensitive (field, TRUE);
  take_field (form, "self_identification", _ ("Voluntary self-identification"), field);
}

/* What nobody knows how to ask for, or what has nothing to choose, is asked for in words. */
static CandFieldType
type_of_question (const char *name, JsonArray *options)
{
  CandFieldType type = has_options (options) ? CAND_FIELD_TYPE_DROPDOWN : CAND_FIELD_TYPE_TEXT;

  for (guint i = 0; i < G_N_ELEMENTS (question_types); i++)
    if (g_strcmp0 (question_types[i].name, name) == 0)
      type = question_types[i].type;
  if (type == CAND_FIELD_TYPE_DROPDOWN && !has_options (options))
    type = CAND_FIELD_TYPE_TEXT;
  return type;
}

/* NULL when it has no number or asks nothing. */
static CandField *
read_question (JsonObject *object)
{
  g_autofree char *number = cand_bamboohr_dup_id (object);
  g_autofree char *label = cand_text_dup_lines (cand_json_get_string (object, "question"));
  g_autofree char *type_name = cand_text_dup_trimmed (cand_json_get_string (object, "type"));
  JsonArray *options = cand_json_get_array (object, "options");
  CandFieldType type = type_of_question (type_name, options);
  g_autofree char *id = NULL;
  CandField *field;

  if (number == NULL || label == NULL)
    return NULL;
  id = g_strconcat ("question_", number, NULL);
  field = cand_field_new (id, type, label);
  cand_field_set_type_name (field, cand_text_or_empty (type_name));
  cand_field_set_required (field, says_yes (object, "isRequired"));
  if (type == CAND_FIELD_TYPE_DROPDOWN)
    {
      cand_field_set_single_option (field, TRUE);
      add_options (field, options);
      if (says_yes (object, "hasOther"))
        /* Translators: the last of several answers to choose from. */
        cand_field_add_option (field, OTHER_OPTION, _ ("Other"));
    }
  return field;
}

static void
read_questions (CandForm *form, JsonArray *questions)
{
  for (guint i = 0; i < json_array_get_length (questions); i++)
    {
      JsonObject *question = cand_json_get_object_element (questions, i);
      CandField *field = question != NULL ? read_question (question) : NULL;

      if (field != NULL)
        take_field (form, "questions", _ ("Questions"), field);
    }
}

/**
 * cand_bamboohr_parse_form:
 * @body: {"result": {"jobOpening": {…}, "formFields": {…}}}
 * @error: CAND_BOARD_ERROR_MALFORMED
 *
 * Each section keeps the order of the answer.
 *
 * Returns: (transfer full) (nullable): the form
 */
CandForm *
cand_bamboohr_parse_form (GBytes *body, GError **error)
{
  g_autoptr (JsonObject) result = cand_bamboohr_parse_result (body, error);
  g_autoptr (CandForm) form = NULL;
  JsonObject *fields;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (result == NULL)
    return NULL;
  fields = cand_json_expect_object (json_object_get_member (result, "formFields"),
                                    "“formFields” of BambooHR’s answer", error);
  if (fields == NULL)
    return NULL;

  form = cand_form_new (CAND_FORM_SOURCE_BOARD);
  json_object_iter_init_ordered (&iter, fields);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!g_utf8_validate (name, -1, NULL) || cand_text_is_blank (name))
      continue;
    else if (JSON_NODE_HOLDS_OBJECT (node))
      read_stock_field (form, name, json_node_get_object (node));
    else if (JSON_NODE_HOLDS_ARRAY (node) && g_str_equal (name, "customQuestions"))
      read_questions (form, json_node_get_array (node));
    else if (JSON_NODE_HOLDS_ARRAY (node))
      read_self_identification (form, name, json_node_get_array (node));

  if (cand_form_count_fields (form) == 0)
    {
      g_set_error_literal (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED,
                           "BambooHR’s form has no field");
      return NULL;
    }
  return g_steal_pointer (&form);
}
