/* cand-recruitee-form.c: Recruitee's application form of one offer
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-recruitee-private.h"

#include <glib/gi18n-lib.h>

#include "core/boards/cand-json.h"
#include "core/model/cand-model-text.h"

/* What every form has, and what an offer turns on: @option is the member of the offer that is
 * "required", "optional" or "off"; without one the field is always asked for. */
typedef struct
{
  const char *id;
  const char *option;
  CandFieldType type;
  const char *type_name;
  const char *label;
} StandardField;

static const StandardField personal_fields[] = {
  { "salutation", "options_salutation", CAND_FIELD_TYPE_TEXT, "string", N_ ("Salutation") },
  { "title", "options_title", CAND_FIELD_TYPE_TEXT, "string", N_ ("Title") },
  { "name", NULL, CAND_FIELD_TYPE_TEXT, "string", N_ ("Full name") },
  { "email", NULL, CAND_FIELD_TYPE_EMAIL, "email", N_ ("Email") },
  { "phone", "options_phone", CAND_FIELD_TYPE_PHONE, "phone", N_ ("Phone") },
  { "photo", "options_photo", CAND_FIELD_TYPE_FILE, "file", N_ ("Photo") },
};

static const StandardField document_fields[] = {
  { "cv", "options_cv", CAND_FIELD_TYPE_FILE, "file", N_ ("Resume") },
  { "cover_letter", "options_cover_letter", CAND_FIELD_TYPE_PARAGRAPH, "text",
    N_ ("Cover letter") },
};

static const struct
{
  const char *kind;
  CandFieldType type;
} kinds[] = {
  { "string", CAND_FIELD_TYPE_TEXT },
  { "text", CAND_FIELD_TYPE_PARAGRAPH },
  { "boolean", CAND_FIELD_TYPE_BOOLEAN },
  { "single_choice", CAND_FIELD_TYPE_DROPDOWN },
  { "multi_choice", CAND_FIELD_TYPE_MULTIPLE },
  { "file", CAND_FIELD_TYPE_FILE },
  { "video", CAND_FIELD_TYPE_TEXT },
};

/* Nobody chooses from more. */
#define MAX_OPTIONS 1000

typedef struct
{
  gint64 position;
  guint index;
  JsonObject *object; /* (unowned) */
} Entry;

/* Adds @field to the section, which is made for its first one: forms have no empty sections. */
static void
add_field (CandForm *form, const char *section_id, const char *section_name, CandField *field)
{
  guint n_sections = cand_form_get_n_sections (form);

  if (n_sections == 0 || !g_str_equal (cand_form_get_section_id (form, n_sections - 1), section_id))
    n_sections = cand_form_add_section (form, section_id, section_name) + 1;
  /* The form refuses a second field of the same id. */
  cand_form_add_field (form, n_sections - 1, field);
}

/* What the offer does not speak of is not asked for. */
static void
add_standard_fields (CandForm *form,
                     const char *section_id,
                     const char *section_name,
                     const StandardField *fields,
                     guint n_fields,
                     JsonObject *offer)
{
  for (guint i = 0; i < n_fields; i++)
    {
      const char *option =
          fields[i].option != NULL ? cand_json_get_string (offer, fields[i].option) : "required";
      g_autoptr (CandField) field = NULL;

      if (option == NULL || g_str_equal (option, "off"))
        continue;
      field = cand_field_new (fields[i].id, fields[i].type, _ (fields[i].label));
      cand_field_set_type_name (field, fields[i].type_name);
      cand_field_set_required (field, g_str_equal (option, "required"));
      add_field (form, section_id, section_name, field);
    }
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *one = a;
  const Entry *other = b;

  if (one->position != other->position)
    return one->position < other->position ? -1 : 1;
  return one->index < other->index ? -1 : 1;
}

/* The objects among @array, which may be NULL, by their "position"; those without one come last.
 * (element-type Entry) */
static GArray *
sort_by_position (JsonArray *array)
{
  guint length = array != NULL ? json_array_get_length (array) : 0;
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint i = 0; i < length; i++)
    {
      Entry entry = { G_MAXINT64, i, cand_json_get_object_element (array, i) };

      if (entry.object == NULL)
        continue;
      cand_json_get_int (entry.object, "position", &entry.position);
      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);
  return entries;
}

static guint
add_options (CandField *field, JsonObject *question)
{
  g_autoptr (GArray) entries =
      sort_by_position (cand_json_get_array (question, "open_question_options"));

  /* The field refuses a second option of the same id. */
  for (guint i = 0; i < entries->len && i < MAX_OPTIONS; i++)
    {
      JsonObject *option = g_array_index (entries, Entry, i).object;
      g_autofree char *id = cand_recruitee_dup_id (option);
      g_autofree char *label = cand_text_dup_line (cand_recruitee_get_text (option, "body"));

      if (id != NULL && label != NULL)
        cand_field_add_option (field, id, label);
    }
  return cand_field_get_n_options (field);
}

/* What nobody knows how to ask for is asked for as a line of text. */
static CandFieldType
type_of_kind (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].kind, kind) == 0)
      return kinds[i].type;
  return CAND_FIELD_TYPE_TEXT;
}

static CandField *
field_new (CandFieldType type, const char *kind, const char *number, JsonObject *question)
{
  g_autofree char *id = g_strconcat ("question_", number, NULL);
  g_autofree char *label = cand_text_dup_lines (cand_recruitee_get_text (question, "body"));
  CandField *field;

  if (label == NULL)
    label = g_strdup_printf (_ ("Question %s"), number);
  field = cand_field_new (id, type, label);
  cand_field_set_type_name (field, kind);
  cand_field_set_required (field, cand_json_get_boolean (question, "required"));
  if (g_str_equal (kind, "video"))
    cand_field_set_helper (field, _ ("A video, which is recorded on the employer’s page"));
  return field;
}

static void
read_max_length (CandField *field, JsonObject *question)
{
  JsonObject *options = cand_json_get_object (question, "options");
  gint64 length;

  if (options != NULL && cand_json_get_int (options, "length", &length) && length > 0)
    cand_field_set_max_length (field, length);
}

/* NULL for what asks nothing: an entry without a number, and a text to be read. */
static CandField *
read_question (JsonObject *question)
{
  g_autofree char *number = cand_recruitee_dup_id (question);
  g_autofree char *kind = cand_text_dup_trimmed (cand_json_get_string (question, "kind"));
  CandFieldType type = type_of_kind (kind);
  g_autoptr (CandField) field = NULL;

  if (number == NULL || g_strcmp0 (kind, "infobox") == 0)
    return NULL;
  field = field_new (type, cand_text_or_empty (kind), number, question);
  if (type == CAND_FIELD_TYPE_DROPDOWN || type == CAND_FIELD_TYPE_MULTIPLE)
    {
      /* A choice of nothing could not be answered. */
      if (add_options (field, question) == 0)
        return field_new (CAND_FIELD_TYPE_TEXT, kind, number, question);
      cand_field_set_single_option (field, type == CAND_FIELD_TYPE_DROPDOWN);
    }
  else if (type == CAND_FIELD_TYPE_TEXT || type == CAND_FIELD_TYPE_PARAGRAPH)
    read_max_length (field, question);
  return g_steal_pointer (&field);
}

static void
add_questions (CandForm *form, JsonObject *offer)
{
  g_autoptr (GArray) entries = sort_by_position (cand_json_get_array (offer, "open_questions"));

  for (guint i = 0; i < entries->len; i++)
    {
      g_autoptr (CandField) field = read_question (g_array_index (entries, Entry, i).object);

      if (field != NULL)
        add_field (form, "questions", _ ("Questions"), field);
    }
}

/**
 * cand_recruitee_parse_form:
 * @body: {"offer": {…}}
 * @error: CAND_BOARD_ERROR_MALFORMED, CAND_BOARD_ERROR_NO_POSITION
 *
 * The offer says which of the usual things are asked for, and what else.
 *
 * Returns: (transfer full) (nullable): the form
 */
CandForm *
cand_recruitee_parse_form (GBytes *body, GError **error)
{
  g_autoptr (JsonObject) offer = cand_recruitee_parse_offer (body, error);
  CandForm *form;

  if (offer == NULL)
    return NULL;
  form = cand_form_new (CAND_FORM_SOURCE_BOARD);
  add_standard_fields (form, "personal_information", _ ("Personal information"), personal_fields,
                       G_N_ELEMENTS (personal_fields), offer);
  add_standard_fields (form, "documents", _ ("Documents"), document_fields,
                       G_N_ELEMENTS (document_fields), offer);
  add_questions (form, offer);
  return form;
}
