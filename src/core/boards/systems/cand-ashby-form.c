/* cand-ashby-form.c: Ashby's application form of one position
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-ashby-private.h"

#include "core/boards/cand-board-request.h"
#include "core/model/cand-model-text.h"
#include "core/text/cand-blocks.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More answers than any question has; those of one question are compared with each other. */
#define MAX_OPTIONS 1000

/* More questions than any form has: an answer with more of them is none. */
#define MAX_FIELDS 2000

/* What the page of a position asks for its form, cut down to what is read here. The interface is
 * Ashby's own and undocumented: it may change. */
#define QUERY                                                                                      \
  "query ApiJobPosting($organizationHostedJobsPageName: String!, $jobPostingId: String!) {"        \
  " jobPosting(organizationHostedJobsPageName: $organizationHostedJobsPageName,"                   \
  " jobPostingId: $jobPostingId) {"                                                                \
  " applicationForm { sections { title fieldEntries {"                                             \
  " ... on FormFieldEntry { id field isRequired descriptionHtml } } } }"                           \
  " surveyForms { sections { title fieldEntries {"                                                 \
  " ... on FormFieldEntry { id field isRequired descriptionHtml } } } } } }"

/* What goes on while a form is read. */
typedef struct
{
  CandForm *form; /* (unowned) */
  guint n_sections;
  guint n_entries;
} Reader;

/* What nobody knows how to ask for is asked for as a line of text; so are places and addresses. */
static CandFieldType
type_of_name (const char *name)
{
  static const struct
  {
    const char *name;
    CandFieldType type;
  } types[] = {
    { "Email", CAND_FIELD_TYPE_EMAIL },
    { "Phone", CAND_FIELD_TYPE_PHONE },
    { "LongText", CAND_FIELD_TYPE_PARAGRAPH },
    { "RichText", CAND_FIELD_TYPE_PARAGRAPH },
    { "EducationHistory", CAND_FIELD_TYPE_PARAGRAPH },
    { "Date", CAND_FIELD_TYPE_DATE },
    { "Number", CAND_FIELD_TYPE_NUMBER },
    { "Boolean", CAND_FIELD_TYPE_BOOLEAN },
    { "ValueSelect", CAND_FIELD_TYPE_DROPDOWN },
    { "MultiValueSelect", CAND_FIELD_TYPE_MULTIPLE },
    { "File", CAND_FIELD_TYPE_FILE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (types[i].name, name) == 0)
      return types[i].type;
  return CAND_FIELD_TYPE_TEXT;
}

/* The words of a piece of HTML; NULL for none. */
static char *
dup_words (const char *html)
{
  g_autoptr (GPtrArray) blocks = NULL;
  g_autofree char *words = NULL;

  if (html == NULL || *html == '\0')
    return NULL;
  blocks = cand_blocks_new_from_html (html, -1, NULL);
  words = cand_blocks_to_text (blocks);
  return cand_text_dup_lines (words);
}

/* The value; the label where there is no value. NULL for neither. */
static char *
dup_option_id (JsonObject *option)
{
  char *id = cand_json_dup_line (option, "value");

  if (id == NULL && option != NULL)
    id = cand_json_dup_line (option, "label");
  return id;
}

static gboolean
has_option (JsonArray *options)
{
  guint n_options = options != NULL ? json_array_get_length (options) : 0;

  for (guint i = 0; i < MIN (n_options, MAX_OPTIONS); i++)
    {
      g_autofree char *id = dup_option_id (cand_json_get_object_element (options, i));

      if (id != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
read_options (CandField *field, JsonArray *options)
{
  for (guint i = 0; i < MIN (json_array_get_length (options), MAX_OPTIONS); i++)
    {
      JsonObject *option = cand_json_get_object_element (options, i);
      g_autofree char *id = dup_option_id (option);

      if (id != NULL)
        cand_field_add_option (field, id, cand_json_get_string (option, "label"));
    }
}

/* The path of a question in its form; surveys repeat those of the form and of each other, and then
 * go by their place too. */
static char *
dup_id (const Reader *reader, JsonObject *entry, JsonObject *question)
{
  g_autofree char *id = cand_json_dup_line (question, "path");

  if (id == NULL)
    id = cand_json_dup_line (entry, "id");
  if (id == NULL)
    return g_strdup_printf ("field_%u", reader->n_entries);
  if (cand_form_find_field (reader->form, id) != NULL)
    return g_strdup_printf ("%s#%u", id, reader->n_entries);
  return g_steal_pointer (&id);
}

/* Nothing of a choice without anything to choose can be chosen: it is asked for as text. */
static CandField *
field_new (const Reader *reader, JsonObject *entry, JsonObject *question)
{
  const char *type_name = cand_json_get_string (question, "type");
  JsonArray *options = cand_json_get_array (question, "selectableValues");
  CandFieldType type = type_of_name (type_name);
  gboolean choice = type == CAND_FIELD_TYPE_DROPDOWN || type == CAND_FIELD_TYPE_MULTIPLE;
  g_autofree char *id = dup_id (reader, entry, question);
  g_autofree char *label = cand_text_dup_lines (cand_json_get_string (question, "title"));
  g_autofree char *words = dup_words (cand_json_get_string (entry, "descriptionHtml"));
  CandField *field;

  if (choice && !has_option (options))
    {
      choice = FALSE;
      type = CAND_FIELD_TYPE_TEXT;
    }
  /* A question may have no title, and all that it asks in its description. */
  if (label == NULL)
    label = g_steal_pointer (&words);
  if (label == NULL)
    label = cand_json_dup_line (question, "humanReadablePath");
  field = cand_field_new (id, type, label);
  cand_field_set_type_name (field, type_name);
  cand_field_set_helper (field, words);
  cand_field_set_required (field, cand_json_get_boolean (entry, "isRequired"));
  if (choice)
    read_options (field, options);
  return field;
}

static gboolean
is_full (const Reader *reader)
{
  return cand_form_count_fields (reader->form) > MAX_FIELDS;
}

static gboolean
is_asked (JsonObject *entry, JsonObject *question)
{
  return question != NULL && !cand_json_get_boolean (entry, "isHidden") &&
         !cand_json_get_boolean (question, "isDeactivated");
}

/* A section without a title has the name of its @kind. */
static void
read_section (Reader *reader, JsonObject *section, const char *kind, gboolean survey)
{
  JsonArray *entries = cand_json_get_array (section, "fieldEntries");
  guint n_entries = entries != NULL ? json_array_get_length (entries) : 0;
  g_autofree char *title = cand_json_dup_line (section, "title");
  g_autofree char *id = g_strdup_printf ("section_%u", ++reader->n_sections);
  guint index;

  if (n_entries == 0)
    return;
  index = cand_form_add_section (reader->form, id, title != NULL ? title : kind);
  for (guint i = 0; i < n_entries && !is_full (reader); i++)
    {
      JsonObject *entry = cand_json_get_object_element (entries, i);
      JsonObject *question = entry != NULL ? cand_json_get_object (entry, "field") : NULL;
      g_autoptr (CandField) field = NULL;

      reader->n_entries++;
      if (!is_asked (entry, question))
        continue;
      field = field_new (reader, entry, question);
      if (survey)
        cand_field_set_sensitive (field, TRUE);
      cand_form_add_field (reader->form, index, field);
    }
}

static void
read_sections (Reader *reader, JsonObject *form, const char *kind, gboolean survey)
{
  JsonArray *sections = form != NULL ? cand_json_get_array (form, "sections") : NULL;
  guint n_sections = sections != NULL ? json_array_get_length (sections) : 0;

  for (guint i = 0; i < n_sections && !is_full (reader); i++)
    {
      JsonObject *section = cand_json_get_object_element (sections, i);

      if (section != NULL)
        read_section (reader, section, kind, survey);
    }
}

/* What a person is, and consents, are asked in surveys beside the form. */
static void
read_surveys (Reader *reader, JsonObject *posting)
{
  JsonArray *surveys = cand_json_get_array (posting, "surveyForms");
  guint n_surveys = surveys != NULL ? json_array_get_length (surveys) : 0;

  for (guint i = 0; i < n_surveys; i++)
    read_sections (reader, cand_json_get_object_element (surveys, i), _ ("Survey"), TRUE);
}

/* The posting of an answer; NULL on error. Only an answer that complains of nothing says that there
 * is no such position. */
static JsonObject *
get_posting (JsonObject *top, GError **error)
{
  JsonArray *errors = cand_json_get_array (top, "errors");
  JsonObject *data = cand_json_get_object (top, "data");
  JsonNode *posting = data != NULL ? json_object_get_member (data, "jobPosting") : NULL;

  if (posting != NULL && JSON_NODE_HOLDS_OBJECT (posting))
    return json_node_get_object (posting);
  if (errors != NULL && json_array_get_length (errors) > 0)
    {
      JsonObject *first = cand_json_get_object_element (errors, 0);
      const char *message = first != NULL ? cand_json_get_string (first, "message") : NULL;

      g_set_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED,
                   "Ashby does not answer what was asked: %s",
                   message != NULL ? message : "it does not say why");
      return NULL;
    }
  if (posting != NULL && JSON_NODE_HOLDS_NULL (posting))
    {
      g_set_error_literal (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_NO_POSITION,
                           "Ashby has no such position");
      return NULL;
    }
  return cand_json_expect_object (posting, "Ashby's posting", error);
}

static GBytes *
make_query (const char *account, const char *code)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  char *text;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "operationName");
  json_builder_add_string_value (builder, "ApiJobPosting");
  json_builder_set_member_name (builder, "variables");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "organizationHostedJobsPageName");
  json_builder_add_string_value (builder, account);
  json_builder_set_member_name (builder, "jobPostingId");
  json_builder_add_string_value (builder, code);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "query");
  json_builder_add_string_value (builder, QUERY);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);
  return g_bytes_new_take (text, strlen (text));
}

/**
 * cand_ashby_form_request:
 * @account: the name in the board's address
 * @code: the position's id
 *
 * Returns: (transfer full): what the position's own page asks for its form
 */
CandRequest *
cand_ashby_form_request (const char *account, const char *code)
{
  g_autoptr (GBytes) query = make_query (account, code);
  CandRequest *request = cand_board_request_new (
      "POST", "https://jobs.ashbyhq.com/api/non-user-graphql?op=ApiJobPosting", "application/json");

  cand_request_set_body (request, "application/json", query);
  return request;
}

/**
 * cand_ashby_parse_form:
 * @body: the answer
 * @error: CAND_BOARD_ERROR_MALFORMED, CAND_BOARD_ERROR_NO_POSITION
 *
 * Returns: (transfer full) (nullable): the form
 */
CandForm *
cand_ashby_parse_form (GBytes *body, GError **error)
{
  g_autoptr (JsonObject) top = cand_json_parse_object (body, "Ashby's form", error);
  g_autoptr (CandForm) form = NULL;
  JsonObject *posting = top != NULL ? get_posting (top, error) : NULL;
  Reader reader = { 0 };

  if (posting == NULL)
    return NULL;

  reader.form = form = cand_form_new (CAND_FORM_SOURCE_BOARD);
  read_sections (&reader, cand_json_get_object (posting, "applicationForm"), _ ("Application"),
                 FALSE);
  read_surveys (&reader, posting);
  if (cand_form_count_fields (form) == 0 || is_full (&reader))
    {
      g_set_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED, "Ashby's form has %s",
                   is_full (&reader) ? "more fields than a form has" : "no field");
      return NULL;
    }
  return g_steal_pointer (&form);
}
