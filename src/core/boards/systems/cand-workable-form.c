/* cand-workable-form.c: Workable's application form of one position
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-workable-private.h"

#include "core/boards/cand-json.h"

static const struct
{
  const char *name;
  CandFieldType type;
} type_names[] = {
  { "text", CAND_FIELD_TYPE_TEXT },         { "email", CAND_FIELD_TYPE_EMAIL },
  { "phone", CAND_FIELD_TYPE_PHONE },       { "paragraph", CAND_FIELD_TYPE_PARAGRAPH },
  { "date", CAND_FIELD_TYPE_DATE },         { "number", CAND_FIELD_TYPE_NUMBER },
  { "boolean", CAND_FIELD_TYPE_BOOLEAN },   { "dropdown", CAND_FIELD_TYPE_DROPDOWN },
  { "multiple", CAND_FIELD_TYPE_MULTIPLE }, { "file", CAND_FIELD_TYPE_FILE },
  { "group", CAND_FIELD_TYPE_GROUP },
};

static CandField *read_field (JsonObject *object, gboolean inner);

/* What nobody knows how to ask for is asked for as a line of text. */
static CandFieldType
type_of_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (type_names); i++)
    if (g_str_equal (type_names[i].name, name))
      return type_names[i].type;
  return CAND_FIELD_TYPE_TEXT;
}

static char *
dup_trimmed (JsonObject *object, const char *name)
{
  const char *text = cand_json_get_string (object, name);

  return g_strstrip (g_strdup (text != NULL ? text : ""));
}

/* An option's name is its id, its value what a person reads, sometimes with blanks around it. */
static void
read_options (CandField *field, JsonObject *object)
{
  JsonArray *options = cand_json_get_array (object, "options");
  guint n_options = options != NULL ? json_array_get_length (options) : 0;

  for (guint i = 0; i < n_options; i++)
    {
      JsonObject *option = cand_json_get_object_element (options, i);
      g_autofree char *id = option != NULL ? dup_trimmed (option, "name") : g_strdup ("");
      g_autofree char *label = option != NULL ? dup_trimmed (option, "value") : g_strdup ("");
      gint64 number;

      if (*id == '\0' && option != NULL && cand_json_get_int (option, "name", &number))
        {
          g_free (id);
          id = g_strdup_printf ("%" G_GINT64_FORMAT, number);
        }
      if (*id == '\0' || cand_field_find_option (field, id) >= 0)
        continue;
      cand_field_add_option (field, id, *label != '\0' ? label : id);
    }
}

/* Suffixes with their dot. */
static void
read_file_types (CandField *field, JsonObject *object)
{
  JsonArray *types = cand_json_get_array (object, "supportedFileTypes");
  guint n_types = types != NULL ? json_array_get_length (types) : 0;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) suffixes = NULL;
  gint64 size;

  for (guint i = 0; i < n_types; i++)
    {
      const char *type = cand_json_get_string_element (types, i);
      g_autofree char *suffix = type != NULL ? g_strstrip (g_ascii_strdown (type, -1)) : NULL;

      if (suffix != NULL && *suffix == '.' && suffix[1] != '\0')
        g_strv_builder_add (builder, suffix);
      else if (suffix != NULL && *suffix != '.' && *suffix != '\0')
        g_strv_builder_take (builder, g_strconcat (".", suffix, NULL));
    }
  suffixes = g_strv_builder_end (builder);
  cand_field_set_file_types (field, (const char *const *) suffixes);

  if (cand_json_get_int (object, "maxFileSize", &size) && size > 0)
    cand_field_set_max_file_size (field, size);
}

static void
read_inner_fields (CandField *group, JsonObject *object)
{
  JsonArray *fields = cand_json_get_array (object, "fields");
  guint n_fields = fields != NULL ? json_array_get_length (fields) : 0;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n_fields; i++)
    {
      JsonObject *inner = cand_json_get_object_element (fields, i);
      g_autoptr (CandField) field = inner != NULL ? read_field (inner, TRUE) : NULL;

      /* Adding an id that is there would put the one that goes in place of the one that stays. */
      if (field == NULL || g_hash_table_contains (seen, cand_field_get_id (field)))
        continue;
      g_hash_table_add (seen, (gpointer) cand_field_get_id (field));
      cand_field_add_field (group, field);
    }
}

static gboolean
has_entry (JsonObject *object, const char *name)
{
  JsonArray *array = cand_json_get_array (object, name);
  guint length = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < length; i++)
    if (cand_json_get_object_element (array, i) != NULL)
      return TRUE;
  return FALSE;
}

/* A choice without options, a group without fields or inside a group could not be answered. */
static CandFieldType
answerable_type (const char *type_name, JsonObject *object, gboolean inner)
{
  CandFieldType type = type_of_name (type_name);
  gboolean answerable = TRUE;

  if (type == CAND_FIELD_TYPE_DROPDOWN || type == CAND_FIELD_TYPE_MULTIPLE)
    answerable = has_entry (object, "options");
  else if (type == CAND_FIELD_TYPE_GROUP)
    answerable = !inner && has_entry (object, "fields");
  return answerable ? type : CAND_FIELD_TYPE_TEXT;
}

/* NULL when the entry has no id. Its "value" is never read: all that Workable has been seen to put
 * there is a guess of where the caller is, from the network address. */
static CandField *
read_field (JsonObject *object, gboolean inner)
{
  g_autofree char *id = dup_trimmed (object, "id");
  g_autofree char *type_name = dup_trimmed (object, "type");
  g_autofree char *label = dup_trimmed (object, "label");
  g_autofree char *helper = dup_trimmed (object, "helper");
  CandFieldType type;
  CandField *field;
  gint64 max_length;
  double maximum;

  if (*id == '\0')
    return NULL;
  if (*label == '\0')
    {
      g_free (label);
      label = cand_workable_make_label (id);
    }

  type = answerable_type (type_name, object, inner);
  field = cand_field_new (id, type, label);
  cand_field_set_type_name (field, type_name);
  cand_field_set_helper (field, helper);
  cand_field_set_required (field, cand_json_get_boolean (object, "required"));
  if (cand_json_get_int (object, "maxLength", &max_length) && max_length > 0)
    cand_field_set_max_length (field, max_length);
  if (cand_json_get_number (object, "max", &maximum))
    cand_field_set_maximum (field, maximum);

  if (type == CAND_FIELD_TYPE_DROPDOWN || type == CAND_FIELD_TYPE_MULTIPLE)
    {
      read_options (field, object);
      cand_field_set_single_option (field, type == CAND_FIELD_TYPE_DROPDOWN ||
                                               cand_json_get_boolean (object, "singleOption"));
    }
  else if (type == CAND_FIELD_TYPE_FILE)
    read_file_types (field, object);
  else if (type == CAND_FIELD_TYPE_GROUP)
    read_inner_fields (field, object);
  return field;
}

/* Workable's sections have a name only. "Personal information" gives "personal_information"; a name
 * without Latin letters, or used before, gives its number. */
static char *
make_section_id (CandForm *form, const char *name)
{
  g_autoptr (GString) id = g_string_new (NULL);
  gboolean taken = FALSE;

  for (const char *p = name; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (id, g_ascii_tolower (*p));
    else if (id->len > 0 && id->str[id->len - 1] != '_')
      g_string_append_c (id, '_');

  for (guint i = 0; i < cand_form_get_n_sections (form); i++)
    taken = taken || g_str_equal (cand_form_get_section_id (form, i), id->str);
  if (id->len == 0 || taken)
    g_string_printf (id, "section_%u", cand_form_get_n_sections (form) + 1);
  return g_string_free_and_steal (g_steal_pointer (&id));
}

static void
read_section (CandForm *form, JsonObject *object)
{
  JsonArray *fields = cand_json_get_array (object, "fields");
  g_autofree char *name = dup_trimmed (object, "name");
  g_autofree char *id = NULL;
  guint section;

  if (fields == NULL || json_array_get_length (fields) == 0)
    return;

  id = make_section_id (form, name);
  section = cand_form_add_section (form, id, name);
  for (guint i = 0; i < json_array_get_length (fields); i++)
    {
      JsonObject *entry = cand_json_get_object_element (fields, i);
      g_autoptr (CandField) field = entry != NULL ? read_field (entry, FALSE) : NULL;

      /* The form refuses a second field of the same id. */
      if (field != NULL)
        cand_form_add_field (form, section, field);
    }
}

const char *
cand_workable_type_name (CandFieldType type)
{
  for (guint i = 0; i < G_N_ELEMENTS (type_names); i++)
    if (type_names[i].type == type)
      return type_names[i].name;
  g_assert_not_reached ();
}

/**
 * cand_workable_form_request:
 * @account: not needed: the form's address knows positions by their shortcode alone
 * @code: the position's shortcode
 *
 * Returns: (transfer full): what to ask for the form that the position's own page shows. A position
 *   that is closed or unknown answers 404.
 */
CandRequest *
cand_workable_form_request (const char *account, const char *code)
{
  g_autofree char *escaped = g_uri_escape_string (code, NULL, FALSE);
  g_autofree char *url =
      g_strdup_printf ("https://apply.workable.com/api/v1/jobs/%s/form", escaped);

  return cand_workable_request ("GET", url);
}

/**
 * cand_workable_parse_form:
 * @body: the answer: an array of sections, each with a name and fields
 * @error: CAND_BOARD_ERROR_MALFORMED
 *
 * Fields keep the server's order: employers' questions stand between the standard ones. What cannot
 * be read is left out; a form without any field is an error.
 *
 * Returns: (transfer full) (nullable): the form
 */
CandForm *
cand_workable_parse_form (GBytes *body, GError **error)
{
  g_autoptr (JsonNode) root = cand_json_parse (body, error);
  g_autoptr (CandForm) form = NULL;
  JsonArray *sections;

  if (root == NULL)
    return NULL;
  sections = cand_json_expect_array (root, "Workable's form", error);
  if (sections == NULL)
    return NULL;

  form = cand_form_new (CAND_FORM_SOURCE_BOARD);
  for (guint i = 0; i < json_array_get_length (sections); i++)
    {
      JsonObject *section = cand_json_get_object_element (sections, i);

      if (section != NULL)
        read_section (form, section);
    }
  if (cand_form_count_fields (form) == 0)
    {
      g_set_error_literal (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED,
                           "Workable's form has no section with a field");
      return NULL;
    }
  return g_steal_pointer (&form);
}
