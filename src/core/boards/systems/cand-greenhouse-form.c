/* cand-greenhouse-form.c: Greenhouse's application form of one position
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-greenhouse-private.h"

#include "core/boards/cand-board-values.h"
#include "core/model/cand-model-text.h"
#include "core/text/cand-blocks.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More answers than any question has; those of one question are compared with each other. */
#define MAX_OPTIONS 1000

/* More questions than any form has: an answer with more of them is none. */
#define MAX_FIELDS 2000

#define HIDDEN "input_hidden"

static const struct
{
  const char *name;
  CandFieldType type;
} type_names[] = {
  { "input_text", CAND_FIELD_TYPE_TEXT },
  { "textarea", CAND_FIELD_TYPE_PARAGRAPH },
  { "input_file", CAND_FIELD_TYPE_FILE },
  { "multi_value_single_select", CAND_FIELD_TYPE_DROPDOWN },
  { "multi_value_multi_select", CAND_FIELD_TYPE_MULTIPLE },
};

/* What nobody knows how to ask for is asked for as a line of text. */
static CandFieldType
type_of_name (const char *type_name, const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (type_names); i++)
    if (g_strcmp0 (type_names[i].name, type_name) == 0 &&
        type_names[i].type != CAND_FIELD_TYPE_TEXT)
      return type_names[i].type;
  if (g_str_equal (id, "email"))
    return CAND_FIELD_TYPE_EMAIL;
  return g_str_equal (id, "phone") ? CAND_FIELD_TYPE_PHONE : CAND_FIELD_TYPE_TEXT;
}

/* The words of a piece of HTML, which comes as it is or escaped like a position's text; NULL for
 * none. */
static char *
dup_words (JsonObject *object, const char *name)
{
  const char *html = cand_json_get_string (object, name);
  g_autofree char *unescaped = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autofree char *words = NULL;

  if (html == NULL)
    return NULL;
  if (strchr (html, '<') == NULL)
    unescaped = cand_html_dup_unescaped (html);
  blocks = cand_blocks_new_from_html (unescaped != NULL ? unescaped : html, -1, NULL);
  words = cand_blocks_to_text (blocks);
  return cand_text_dup_lines (words);
}

/* A number usually. */
static char *
dup_id (JsonObject *object, const char *name)
{
  gint64 number;

  if (cand_json_get_int (object, name, &number))
    return g_strdup_printf ("%" G_GINT64_FORMAT, number);
  return cand_json_dup_line (object, name);
}

/* Two answers of one id are both shown: the second goes by its place. */
static void
read_options (CandField *field, JsonArray *options, const char *id_name)
{
  guint n_options = options != NULL ? json_array_get_length (options) : 0;

  for (guint i = 0; i < MIN (n_options, MAX_OPTIONS); i++)
    {
      JsonObject *option = cand_json_get_object_element (options, i);
      const char *label = option != NULL ? cand_json_get_string (option, "label") : NULL;
      g_autofree char *id = option != NULL ? dup_id (option, id_name) : NULL;

      if (id != NULL && cand_field_find_option (field, id) >= 0)
        {
          g_autofree char *taken = g_steal_pointer (&id);

          id = g_strdup_printf ("%s#%u", taken, i + 1);
        }
      if (id != NULL)
        cand_field_add_option (field, id, label);
    }
}

static gboolean
has_option (JsonArray *options, const char *id_name)
{
  guint n_options = options != NULL ? json_array_get_length (options) : 0;

  for (guint i = 0; i < MIN (n_options, MAX_OPTIONS); i++)
    {
      JsonObject *option = cand_json_get_object_element (options, i);
      g_autofree char *id = option != NULL ? dup_id (option, id_name) : NULL;

      if (id != NULL)
        return TRUE;
    }
  return FALSE;
}

/* @label may be NULL; a choice without anything to choose is asked for as text. */
static CandField *
field_new (const char *id,
           const char *type_name,
           const char *label,
           JsonArray *options,
           const char *option_id_name)
{
  CandFieldType type = type_of_name (type_name, id);
  gboolean choice = type == CAND_FIELD_TYPE_DROPDOWN || type == CAND_FIELD_TYPE_MULTIPLE;
  CandField *field;

  if (choice && !has_option (options, option_id_name))
    {
      choice = FALSE;
      type = CAND_FIELD_TYPE_TEXT;
    }
  field = cand_field_new (id, type, label);
  cand_field_set_type_name (field, type_name);
  if (choice)
    read_options (field, options, option_id_name);
  return field;
}

/* An input of a question that a person fills in; NULL for another. */
static JsonObject *
get_input (JsonArray *inputs, guint index)
{
  JsonObject *input = cand_json_get_object_element (inputs, index);
  g_autofree char *name = cand_json_dup_line (input, "name");

  if (name == NULL || g_strcmp0 (cand_json_get_string (input, "type"), HIDDEN) == 0)
    return NULL;
  return input;
}

/* The one that the question is about: of a file and a text area, the file. -1 for none. */
static int
find_main_input (JsonArray *inputs)
{
  int found = -1;

  for (guint i = 0; i < json_array_get_length (inputs); i++)
    {
      JsonObject *input = get_input (inputs, i);

      if (input == NULL)
        continue;
      if (g_strcmp0 (cand_json_get_string (input, "type"), "input_file") == 0)
        return (int) i;
      if (found < 0)
        found = (int) i;
    }
  return found;
}

static char *
dup_alternative_label (const char *label, const char *type_name)
{
  if (label == NULL || g_strcmp0 (type_name, "textarea") != 0)
    return g_strdup (label);
  /* Translators: a second way to answer a question; %s is the question, "Resume". */
  return g_strdup_printf (_ ("%s (as text)"), label);
}

static void
set_alternative_helper (CandField *field, const char *label)
{
  g_autofree char *helper = NULL;

  /* Translators: under a second way to answer a question; %s is the question, "Resume". */
  helper = g_strdup_printf (_ ("Instead of “%s”: one of the two is enough."), label);
  cand_field_set_helper (field, helper);
}

static gboolean
is_full (CandForm *form)
{
  return cand_form_count_fields (form) > MAX_FIELDS;
}

/* Several inputs of one question are alternatives. What is answered otherwise need not be answered
 * here too. */
static void
read_question (CandForm *form, guint section, JsonObject *question, gboolean sensitive)
{
  JsonArray *inputs = cand_json_get_array (question, "fields");
  g_autofree char *label = cand_text_dup_lines (cand_json_get_string (question, "label"));
  g_autofree char *helper = dup_words (question, "description");
  int main_input = inputs != NULL ? find_main_input (inputs) : -1;
  g_autofree char *main_id = NULL;

  if (main_input < 0)
    return;
  main_id = cand_json_dup_line (get_input (inputs, main_input), "name");
  for (guint i = 0; i < json_array_get_length (inputs) && !is_full (form); i++)
    {
      JsonObject *input = get_input (inputs, i);
      gboolean alternative = (int) i != main_input;
      g_autofree char *id = NULL;
      g_autofree char *own_label = NULL;
      g_autoptr (CandField) field = NULL;
      const char *type_name;

      if (input == NULL)
        continue;
      id = cand_json_dup_line (input, "name");
      if (cand_form_find_field (form, id) != NULL)
        continue;
      type_name = cand_json_get_string (input, "type");
      own_label = alternative ? dup_alternative_label (label, type_name) : g_strdup (label);
      field = field_new (id, type_name, own_label, cand_json_get_array (input, "values"), "value");
      if (alternative && label != NULL)
        set_alternative_helper (field, label);
      else
        cand_field_set_helper (field, helper);
      if (alternative)
        cand_field_set_alternative (field, main_id);
      cand_field_set_required (field, !alternative && cand_json_get_boolean (question, "required"));
      if (sensitive)
        cand_field_set_sensitive (field, TRUE);
      cand_form_add_field (form, section, field);
    }
}

static void
read_questions (CandForm *form, guint section, JsonArray *questions, gboolean sensitive)
{
  for (guint i = 0; i < json_array_get_length (questions) && !is_full (form); i++)
    {
      JsonObject *question = cand_json_get_object_element (questions, i);

      if (question != NULL)
        read_question (form, section, question, sensitive);
    }
}

/* NULL also for an array without anything in it. */
static JsonArray *
get_filled_array (JsonObject *object, const char *name)
{
  JsonArray *array = cand_json_get_array (object, name);

  return array != NULL && json_array_get_length (array) > 0 ? array : NULL;
}

/* Where one lives comes with hidden inputs for latitude and longitude, which nobody is asked for.
 */
static void
read_application (CandForm *form, JsonObject *top)
{
  JsonArray *questions = get_filled_array (top, "questions");
  JsonArray *location_questions = get_filled_array (top, "location_questions");
  guint section;

  if (questions == NULL && location_questions == NULL)
    return;
  section = cand_form_add_section (form, "questions", _ ("Application"));
  if (questions != NULL)
    read_questions (form, section, questions, FALSE);
  if (location_questions != NULL)
    read_questions (form, section, location_questions, FALSE);
}

/* What stands above a section goes under its first question. */
static void
put_above (CandForm *form, guint section, JsonObject *object)
{
  g_autofree char *words = dup_words (object, "description");
  g_autofree char *both = NULL;
  CandField *first;

  if (words == NULL || cand_form_get_n_fields (form, section) == 0)
    return;
  first = cand_form_get_field (form, section, 0);
  if (*cand_field_get_helper (first) != '\0')
    both = g_strconcat (words, "\n\n", cand_field_get_helper (first), NULL);
  cand_field_set_helper (first, both != NULL ? both : words);
}

/* The questions that the law of the United States has employers ask. */
static void
read_compliance (CandForm *form, JsonObject *top)
{
  JsonArray *parts = cand_json_get_array (top, "compliance");
  guint n_parts = parts != NULL ? json_array_get_length (parts) : 0;

  for (guint i = 0; i < n_parts && !is_full (form); i++)
    {
      JsonObject *part = cand_json_get_object_element (parts, i);
      JsonArray *questions = part != NULL ? get_filled_array (part, "questions") : NULL;
      g_autofree char *id = g_strdup_printf ("compliance_%u", i + 1);
      guint section;

      if (questions == NULL)
        continue;
      section = cand_form_add_section (form, id, _ ("Equal Employment Opportunity"));
      read_questions (form, section, questions, TRUE);
      put_above (form, section, part);
    }
}

/* The employer's own questions of what a person is: each is one field. Returns whether there are
 * any. */
static gboolean
read_demographic (CandForm *form, JsonObject *top)
{
  JsonObject *part = cand_json_get_object (top, "demographic_questions");
  JsonArray *questions = part != NULL ? get_filled_array (part, "questions") : NULL;
  g_autofree char *header = NULL;
  guint section;

  if (questions == NULL)
    return FALSE;
  header = cand_json_dup_line (part, "header");
  section = cand_form_add_section (form, "demographic_questions",
                                   header != NULL ? header : _ ("Voluntary Questions"));
  for (guint i = 0; i < json_array_get_length (questions) && !is_full (form); i++)
    {
      JsonObject *question = cand_json_get_object_element (questions, i);
      g_autofree char *number = question != NULL ? dup_id (question, "id") : NULL;
      g_autofree char *id = NULL;
      g_autoptr (CandField) field = NULL;

      if (number == NULL)
        continue;
      id = g_strconcat ("demographic_question_", number, NULL);
      field = field_new (id, cand_json_get_string (question, "type"),
                         cand_json_get_string (question, "label"),
                         cand_json_get_array (question, "answer_options"), "id");
      cand_field_set_required (field, cand_json_get_boolean (question, "required"));
      cand_field_set_sensitive (field, TRUE);
      cand_form_add_field (form, section, field);
    }
  put_above (form, section, part);
  return cand_form_get_n_fields (form, section) > 0;
}

static void
add_consent (CandForm *form, guint section, const char *id, const char *label, gboolean required)
{
  g_autoptr (CandField) field = cand_field_new (id, CAND_FIELD_TYPE_BOOLEAN, label);

  cand_field_set_required (field, required);
  cand_field_set_sensitive (field, TRUE);
  cand_form_add_field (form, section, field);
}

/* The ids are those that an application is sent with; "requires_consent" is what there was before
 * the two others. https://developers.greenhouse.io/job-board.html#submit-an-application */
static void
read_consents (CandForm *form, JsonObject *top, gboolean demographic)
{
  JsonArray *rules = cand_json_get_array (top, "data_compliance");
  guint n_rules = rules != NULL ? json_array_get_length (rules) : 0;
  gboolean any = FALSE, processing = FALSE, retention = FALSE, applies = FALSE;
  guint section;

  for (guint i = 0; i < n_rules; i++)
    {
      JsonObject *rule = cand_json_get_object_element (rules, i);

      if (rule == NULL)
        continue;
      any |= cand_json_get_boolean (rule, "requires_consent");
      processing |= cand_json_get_boolean (rule, "requires_processing_consent");
      retention |= cand_json_get_boolean (rule, "requires_retention_consent");
      applies |= cand_json_get_boolean (rule, "demographic_data_consent_applies");
    }
  applies = applies && demographic;
  if (!any && !processing && !retention && !applies)
    return;

  section = cand_form_add_section (form, "data_compliance", _ ("Consent"));
  if (processing)
    add_consent (form, section, "gdpr_processing_consent_given",
                 _ ("Consent to the processing of personal data"), TRUE);
  if (retention)
    add_consent (form, section, "gdpr_retention_consent_given",
                 _ ("Consent to the keeping of personal data"), TRUE);
  if (any && !processing && !retention)
    add_consent (form, section, "gdpr_consent_given",
                 _ ("Consent to the processing of personal data"), TRUE);
  if (applies)
    add_consent (form, section, "gdpr_demographic_data_consent_given",
                 _ ("Consent to the processing of demographic data"), FALSE);
}

/**
 * cand_greenhouse_parse_form:
 * @body: the answer: a position with its questions
 * @error: CAND_BOARD_ERROR_MALFORMED
 *
 * Greenhouse's own page also asks for the country of the telephone number and, in the United
 * States, for Hispanic or Latino; its interface does not say so.
 *
 * Returns: (transfer full) (nullable): the form
 */
CandForm *
cand_greenhouse_parse_form (GBytes *body, GError **error)
{
  g_autoptr (JsonObject) top = cand_json_parse_object (body, "Greenhouse's position", error);
  g_autoptr (CandForm) form = NULL;
  gboolean demographic;

  if (top == NULL)
    return NULL;

  form = cand_form_new (CAND_FORM_SOURCE_BOARD);
  read_application (form, top);
  read_compliance (form, top);
  demographic = read_demographic (form, top);
  read_consents (form, top, demographic);
  if (cand_form_count_fields (form) == 0 || is_full (form))
    {
      g_set_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED,
                   "Greenhouse's position has %s",
                   is_full (form) ? "more questions than a form has" : "no question");
      return NULL;
    }
  return g_steal_pointer (&form);
}
