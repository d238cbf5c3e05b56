/* cand-form-json.c: a form in our own notation, for keeping
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-form.h"

#include "cand-model-json.h"
#include "cand-model-text.h"
#include "core/model/cand-enum-types.h"

#include <math.h>

/* A group holds plain fields; forms have been seen with one level of them. */
#define MAX_DEPTH 4

static const char *
enum_to_name (GType type, int value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *found = g_enum_get_value (klass, value);

  return found != NULL ? found->value_nick : "";
}

static gboolean
enum_from_name (GType type, const char *name, int *value, GError **error)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *found = g_enum_get_value_by_nick (klass, name);

  if (found == NULL)
    {
      g_set_error (error, CAND_MODEL_ERROR, CAND_MODEL_ERROR_MALFORMED, "“%s” is not known", name);
      return FALSE;
    }
  *value = found->value;
  return TRUE;
}

static void
add_limit (JsonBuilder *builder, const char *name, gint64 limit)
{
  if (limit == CAND_LIMIT_UNKNOWN)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, limit);
}

static void
add_flag (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
add_options (JsonBuilder *builder, CandField *field)
{
  guint n = cand_field_get_n_options (field);

  if (n == 0)
    return;
  json_builder_set_member_name (builder, "options");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      json_builder_begin_object (builder);
      cand_model_json_add_text (builder, "id", cand_field_get_option_id (field, i));
      cand_model_json_add_text (builder, "label", cand_field_get_option_label (field, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_field (JsonBuilder *builder, CandField *field)
{
  double maximum = cand_field_get_maximum (field);
  guint n_fields = cand_field_get_n_fields (field);

  json_builder_begin_object (builder);
  cand_model_json_add_text (builder, "id", cand_field_get_id (field));
  cand_model_json_add_text (builder, "type",
                            enum_to_name (CAND_TYPE_FIELD_TYPE, cand_field_get_field_type (field)));
  cand_model_json_add_text (builder, "type_name", cand_field_get_type_name (field));
  cand_model_json_add_text (builder, "label", cand_field_get_label (field));
  cand_model_json_add_text (builder, "helper", cand_field_get_helper (field));
  /* Only where there is one: forms without keep the digest they had. */
  if (*cand_field_get_alternative (field) != '\0')
    cand_model_json_add_text (builder, "alternative", cand_field_get_alternative (field));
  add_flag (builder, "required", cand_field_get_required (field));
  add_flag (builder, "sensitive", cand_field_get_sensitive (field));
  add_flag (builder, "single_option", cand_field_get_single_option (field));
  add_limit (builder, "max_length", cand_field_get_max_length (field));
  add_limit (builder, "max_file_size", cand_field_get_max_file_size (field));
  /* JSON has no infinity, and a limit that is none need not be kept. */
  if (isfinite (maximum) && maximum < G_MAXDOUBLE)
    {
      json_builder_set_member_name (builder, "maximum");
      json_builder_add_double_value (builder, maximum);
    }
  if (*cand_field_get_file_types (field) != NULL)
    cand_model_json_add_strings (builder, "file_types", cand_field_get_file_types (field));
  add_options (builder, field);
  if (n_fields > 0)
    {
      json_builder_set_member_name (builder, "fields");
      json_builder_begin_array (builder);
      for (guint i = 0; i < n_fields; i++)
        add_field (builder, cand_field_get_field (field, i));
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
}

static char *
to_json (CandForm *self, gboolean with_fetched)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cand_model_json_add_text (builder, "source",
                            enum_to_name (CAND_TYPE_FORM_SOURCE, cand_form_get_source (self)));
  if (with_fetched)
    {
      json_builder_set_member_name (builder, "fetched");
      json_builder_add_int_value (builder, cand_form_get_fetched (self));
    }
  json_builder_set_member_name (builder, "sections");
  json_builder_begin_array (builder);
  for (guint i = 0; i < cand_form_get_n_sections (self); i++)
    {
      json_builder_begin_object (builder);
      cand_model_json_add_text (builder, "id", cand_form_get_section_id (self, i));
      cand_model_json_add_text (builder, "name", cand_form_get_section_name (self, i));
      json_builder_set_member_name (builder, "fields");
      json_builder_begin_array (builder);
      for (guint j = 0; j < cand_form_get_n_fields (self, i); j++)
        add_field (builder, cand_form_get_field (self, i, j));
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return cand_model_json_finish (builder, FALSE);
}

static gboolean
read_options (CandField *field, JsonObject *object, GError **error)
{
  JsonArray *options;

  if (!cand_model_json_array (object, "options", &options, error))
    return FALSE;
  for (guint i = 0; options != NULL && i < json_array_get_length (options); i++)
    {
      JsonObject *option = cand_model_json_element (options, i, "options", error);
      const char *id;
      const char *label;

      if (option == NULL || !cand_model_json_name (option, "id", &id, error) ||
          !cand_model_json_string (option, "label", &label, error))
        return FALSE;
      cand_field_add_option (field, id, label);
    }
  return TRUE;
}

static gboolean
read_limits (CandField *field, JsonObject *object, GError **error)
{
  gint64 max_length = CAND_LIMIT_UNKNOWN;
  gint64 max_file_size = CAND_LIMIT_UNKNOWN;
  double maximum = G_MAXDOUBLE;
  g_auto (GStrv) file_types = NULL;

  if (!cand_model_json_integer (object, "max_length", &max_length, error) ||
      !cand_model_json_integer (object, "max_file_size", &max_file_size, error) ||
      !cand_model_json_double (object, "maximum", &maximum, error) ||
      !cand_model_json_strings (object, "file_types", &file_types, error))
    return FALSE;
  cand_field_set_max_length (field, max_length);
  cand_field_set_max_file_size (field, max_file_size);
  cand_field_set_maximum (field, maximum);
  cand_field_set_file_types (field, (const char *const *) file_types);
  return TRUE;
}

static gboolean
read_flags (CandField *field, JsonObject *object, GError **error)
{
  gboolean required;
  gboolean sensitive;
  gboolean single_option;

  if (!cand_model_json_boolean (object, "required", &required, error) ||
      !cand_model_json_boolean (object, "sensitive", &sensitive, error) ||
      !cand_model_json_boolean (object, "single_option", &single_option, error))
    return FALSE;
  cand_field_set_required (field, required);
  cand_field_set_single_option (field, single_option);
  /* Forms kept before a word was added to the table are to be as careful as new ones. */
  if (sensitive)
    cand_field_set_sensitive (field, TRUE);
  return TRUE;
}

static CandField *read_field (JsonObject *object, guint depth, GError **error);

static gboolean
read_fields (CandField *field, JsonObject *object, guint depth, GError **error)
{
  JsonArray *fields;

  if (!cand_model_json_array (object, "fields", &fields, error))
    return FALSE;
  for (guint i = 0; fields != NULL && i < json_array_get_length (fields); i++)
    {
      JsonObject *element = cand_model_json_element (fields, i, "fields", error);
      g_autoptr (CandField) inner = NULL;

      if (element == NULL || (inner = read_field (element, depth + 1, error)) == NULL)
        return FALSE;
      cand_field_add_field (field, inner);
    }
  return TRUE;
}

static CandField *
read_field (JsonObject *object, guint depth, GError **error)
{
  g_autoptr (CandField) field = NULL;
  const char *id;
  const char *label;
  const char *type_text;
  const char *type_name;
  const char *helper;
  const char *alternative;
  int type;

  if (depth > MAX_DEPTH)
    {
      g_set_error (error, CAND_MODEL_ERROR, CAND_MODEL_ERROR_MALFORMED, "Groups nest too deep");
      return NULL;
    }
  if (!cand_model_json_name (object, "id", &id, error) ||
      !cand_model_json_name (object, "type", &type_text, error) ||
      !enum_from_name (CAND_TYPE_FIELD_TYPE, type_text, &type, error) ||
      !cand_model_json_string (object, "type_name", &type_name, error) ||
      !cand_model_json_string (object, "label", &label, error) ||
      !cand_model_json_string (object, "helper", &helper, error) ||
      !cand_model_json_string (object, "alternative", &alternative, error))
    return NULL;

  field = cand_field_new (id, type, label);
  cand_field_set_type_name (field, type_name);
  cand_field_set_helper (field, helper);
  cand_field_set_alternative (field, alternative);
  if (!read_flags (field, object, error) || !read_limits (field, object, error) ||
      !read_options (field, object, error) || !read_fields (field, object, depth, error))
    return NULL;
  return g_steal_pointer (&field);
}

static gboolean
read_section (CandForm *self, JsonObject *object, GError **error)
{
  const char *id;
  const char *name;
  JsonArray *fields;
  guint section;

  if (!cand_model_json_string (object, "id", &id, error) ||
      !cand_model_json_string (object, "name", &name, error) ||
      !cand_model_json_array (object, "fields", &fields, error))
    return FALSE;
  section = cand_form_add_section (self, id, name);
  for (guint i = 0; fields != NULL && i < json_array_get_length (fields); i++)
    {
      JsonObject *element = cand_model_json_element (fields, i, "fields", error);
      g_autoptr (CandField) field = NULL;

      if (element == NULL || (field = read_field (element, 0, error)) == NULL)
        return FALSE;
      if (!cand_form_add_field (self, section, field))
        {
          g_set_error (error, CAND_MODEL_ERROR, CAND_MODEL_ERROR_MALFORMED,
                       "Two fields are called “%s”", cand_field_get_id (field));
          return FALSE;
        }
    }
  return TRUE;
}

char *
cand_form_to_json (CandForm *self)
{
  g_return_val_if_fail (CAND_IS_FORM (self), NULL);
  return to_json (self, TRUE);
}

CandForm *
cand_form_new_from_json (const char *json, GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (CandForm) self = NULL;
  JsonObject *object;
  JsonArray *sections;
  const char *source_text;
  int source;
  gint64 fetched = 0;

  root = cand_model_json_parse (cand_text_or_empty (json), -1, error);
  if (root == NULL)
    return NULL;
  object = json_node_get_object (root);
  if (!cand_model_json_name (object, "source", &source_text, error) ||
      !enum_from_name (CAND_TYPE_FORM_SOURCE, source_text, &source, error) ||
      !cand_model_json_integer (object, "fetched", &fetched, error) ||
      !cand_model_json_array (object, "sections", &sections, error))
    return NULL;
  if (sections == NULL)
    {
      g_set_error (error, CAND_MODEL_ERROR, CAND_MODEL_ERROR_MALFORMED, "“sections” is missing");
      return NULL;
    }

  self = cand_form_new (source);
  cand_form_set_fetched (self, MAX (fetched, 0));
  for (guint i = 0; i < json_array_get_length (sections); i++)
    {
      JsonObject *section = cand_model_json_element (sections, i, "sections", error);

      if (section == NULL || !read_section (self, section, error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

char *
cand_form_dup_digest (CandForm *self)
{
  g_autofree char *json = NULL;

  g_return_val_if_fail (CAND_IS_FORM (self), NULL);
  json = to_json (self, FALSE);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, json, -1);
}
