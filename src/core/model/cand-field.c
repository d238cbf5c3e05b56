/* cand-field.c: one question of a form
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-field.h"

#include "cand-field-sensitive.h"
#include "cand-model-text.h"
#include "core/model/cand-enum-types.h"

#include <string.h>

typedef struct
{
  char *id;    /* (owned) */
  char *label; /* (owned) */
} Option;

/* Filled by whoever reads the form, then part of it and never changed again; so the setters are
 * for that one time, and notify like any other's. */
struct _CandField
{
  GObject parent_instance;

  char *id; /* (owned) */
  CandFieldType type;
  char *type_name;   /* (owned) (nullable) where it is the plain one */
  char *label;       /* (owned) */
  char *helper;      /* (owned) (nullable) */
  char *alternative; /* (owned) (nullable) */
  gboolean required;
  gboolean sensitive;
  gboolean single_option;
  gboolean in_group; /* one of another field's fields */
  gint64 max_length;
  double maximum;
  gint64 max_file_size;
  GStrv file_types;   /* (owned) (nullable) */
  GPtrArray *options; /* (owned) (nullable) (element-type Option) */
  GPtrArray *fields;  /* (owned) (nullable) (element-type CandField) */
};

G_DEFINE_FINAL_TYPE (CandField, cand_field, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_FIELD_TYPE,
  PROP_LABEL,
  PROP_TYPE_NAME,
  PROP_HELPER,
  PROP_ALTERNATIVE,
  PROP_REQUIRED,
  PROP_SENSITIVE,
  PROP_SINGLE_OPTION,
  PROP_MAX_LENGTH,
  PROP_MAXIMUM,
  PROP_MAX_FILE_SIZE,
  PROP_FILE_TYPES,
} CandFieldProperty;

static GParamSpec *properties[PROP_FILE_TYPES + 1];

static void
notify (CandField *self, CandFieldProperty property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_flag (CandField *self, gboolean *slot, gboolean value, CandFieldProperty property)
{
  if (*slot == !!value)
    return;
  *slot = !!value;
  notify (self, property);
}

static void
set_limit (CandField *self, gint64 *slot, gint64 value, CandFieldProperty property)
{
  gint64 limit = MAX (value, CAND_LIMIT_UNKNOWN);

  if (*slot == limit)
    return;
  *slot = limit;
  notify (self, property);
}

static void
option_free (Option *option)
{
  g_free (option->id);
  g_free (option->label);
  g_free (option);
}

/* "cover_letter" becomes "Cover letter": plain, but better than no question at all. */
static char *
label_from_id (const char *id)
{
  char *label = g_strdup (id);

  g_strdelimit (label, "_", ' ');
  label[0] = g_ascii_toupper (label[0]);
  return label;
}

static void
cand_field_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CandField *self = CAND_FIELD (object);

  switch ((CandFieldProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_FIELD_TYPE:
      g_value_set_enum (value, self->type);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_TYPE_NAME:
      g_value_set_string (value, cand_field_get_type_name (self));
      break;
    case PROP_HELPER:
      g_value_set_string (value, cand_field_get_helper (self));
      break;
    case PROP_ALTERNATIVE:
      g_value_set_string (value, cand_field_get_alternative (self));
      break;
    case PROP_REQUIRED:
      g_value_set_boolean (value, self->required);
      break;
    case PROP_SENSITIVE:
      g_value_set_boolean (value, self->sensitive);
      break;
    case PROP_SINGLE_OPTION:
      g_value_set_boolean (value, cand_field_get_single_option (self));
      break;
    case PROP_MAX_LENGTH:
      g_value_set_int64 (value, self->max_length);
      break;
    case PROP_MAXIMUM:
      g_value_set_double (value, self->maximum);
      break;
    case PROP_MAX_FILE_SIZE:
      g_value_set_int64 (value, self->max_file_size);
      break;
    case PROP_FILE_TYPES:
      g_value_set_boxed (value, cand_field_get_file_types (self));
      break;
    }
}

static void
cand_field_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  CandField *self = CAND_FIELD (object);

  switch ((CandFieldProperty) prop_id)
    {
    case PROP_ID:
      self->id = cand_text_dup_trimmed (g_value_get_string (value));
      break;
    case PROP_FIELD_TYPE:
      self->type = g_value_get_enum (value);
      break;
    case PROP_LABEL:
      self->label = cand_text_dup_lines (g_value_get_string (value));
      break;
    case PROP_TYPE_NAME:
      cand_field_set_type_name (self, g_value_get_string (value));
      break;
    case PROP_HELPER:
      cand_field_set_helper (self, g_value_get_string (value));
      break;
    case PROP_ALTERNATIVE:
      cand_field_set_alternative (self, g_value_get_string (value));
      break;
    case PROP_REQUIRED:
      cand_field_set_required (self, g_value_get_boolean (value));
      break;
    case PROP_SENSITIVE:
      cand_field_set_sensitive (self, g_value_get_boolean (value));
      break;
    case PROP_SINGLE_OPTION:
      cand_field_set_single_option (self, g_value_get_boolean (value));
      break;
    case PROP_MAX_LENGTH:
      cand_field_set_max_length (self, g_value_get_int64 (value));
      break;
    case PROP_MAXIMUM:
      cand_field_set_maximum (self, g_value_get_double (value));
      break;
    case PROP_MAX_FILE_SIZE:
      cand_field_set_max_file_size (self, g_value_get_int64 (value));
      break;
    case PROP_FILE_TYPES:
      cand_field_set_file_types (self, g_value_get_boxed (value));
      break;
    }
}

static void
cand_field_constructed (GObject *object)
{
  CandField *self = CAND_FIELD (object);

  G_OBJECT_CLASS (cand_field_parent_class)->constructed (object);

  if (self->id == NULL)
    self->id = g_strdup ("");
  if (self->label == NULL)
    self->label = label_from_id (self->id);
  self->sensitive = cand_field_asks_sensitive (self->id, self->label);
}

static void
cand_field_finalize (GObject *object)
{
  CandField *self = CAND_FIELD (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->type_name, g_free);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->helper, g_free);
  g_clear_pointer (&self->alternative, g_free);
  g_clear_pointer (&self->file_types, g_strfreev);
  g_clear_pointer (&self->options, g_ptr_array_unref);
  g_clear_pointer (&self->fields, g_ptr_array_unref);

  G_OBJECT_CLASS (cand_field_parent_class)->finalize (object);
}

static void
cand_field_class_init (CandFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = readable | G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags identity = readable | G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY;

  object_class->constructed = cand_field_constructed;
  object_class->get_property = cand_field_get_property;
  object_class->set_property = cand_field_set_property;
  object_class->finalize = cand_field_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, "", identity);
  properties[PROP_FIELD_TYPE] = g_param_spec_enum ("field-type", NULL, NULL, CAND_TYPE_FIELD_TYPE,
                                                   CAND_FIELD_TYPE_TEXT, identity);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", identity);
  properties[PROP_TYPE_NAME] = g_param_spec_string ("type-name", NULL, NULL, "", writable);
  properties[PROP_HELPER] = g_param_spec_string ("helper", NULL, NULL, "", writable);
  properties[PROP_ALTERNATIVE] = g_param_spec_string ("alternative", NULL, NULL, "", writable);
  properties[PROP_REQUIRED] = g_param_spec_boolean ("required", NULL, NULL, FALSE, writable);
  properties[PROP_SENSITIVE] = g_param_spec_boolean ("sensitive", NULL, NULL, FALSE, writable);
  properties[PROP_SINGLE_OPTION] =
      g_param_spec_boolean ("single-option", NULL, NULL, FALSE, writable);
  properties[PROP_MAX_LENGTH] = g_param_spec_int64 ("max-length", NULL, NULL, CAND_LIMIT_UNKNOWN,
                                                    G_MAXINT64, CAND_LIMIT_UNKNOWN, writable);
  properties[PROP_MAXIMUM] =
      g_param_spec_double ("maximum", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE, writable);
  properties[PROP_MAX_FILE_SIZE] = g_param_spec_int64 (
      "max-file-size", NULL, NULL, CAND_LIMIT_UNKNOWN, G_MAXINT64, CAND_LIMIT_UNKNOWN, writable);
  properties[PROP_FILE_TYPES] =
      g_param_spec_boxed ("file-types", NULL, NULL, G_TYPE_STRV, writable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
cand_field_init (CandField *self)
{
  self->max_length = CAND_LIMIT_UNKNOWN;
  self->max_file_size = CAND_LIMIT_UNKNOWN;
  self->maximum = G_MAXDOUBLE;
}

CandField *
cand_field_new (const char *id, CandFieldType type, const char *label)
{
  return g_object_new (CAND_TYPE_FIELD, "id", id, "field-type", type, "label", label, NULL);
}

const char *
cand_field_get_id (CandField *self)
{
  g_return_val_if_fail (CAND_IS_FIELD (self), "");
  return self->id;
}

CandFieldType
cand_field_get_field_type (CandField *self)
{
  g_return_val_if_fail (CAND_IS_FIELD (self), CAND_FIELD_TYPE_TEXT);
  return self->type;
}

const char *
cand_field_get_type_name (CandField *self)
{
  g_return_val_if_fail (CAND_IS_FIELD (self), "");
  return cand_text_or_empty (self->type_name);
}

void
cand_field_set_type_name (CandField *self, const char *type_name)
{
  g_return_if_fail (CAND_IS_FIELD (self));
  if (cand_text_take (&self->type_name, cand_text_dup_trimmed (type_name)))
    notify (self, PROP_TYPE_NAME);
}

const char *
cand_field_get_label (CandField *self)
{
  g_return_val_if_fail (CAND_IS_FIELD (self), "");
  return self->label;
}

const char *
cand_field_get_helper (CandField *self)
{
  g_return_val_if_fail (CAND_IS_FIELD (self), "");
  return cand_text_or_empty (self->helper);
}

void
cand_field_set_helper (CandField *self, const char *helper)
{
  g_return_if_fail (CAND_IS_FIELD (self));
  if (cand_text_take (&self->helper, cand_text_dup_lines (helper)))
    notify (self, PROP_HELPER);
}

const char *
cand_field_get_alternative (CandField *self)
{
  g_return_val_if_fail (CAND_IS_FIELD (self), "");
  return cand_text_or_empty (self->alternative);
}

void
cand_field_set_alternative (CandField *self, const char *id)
{
  g_return_if_fail (CAND_IS_FIELD (self));
  if (cand_text_take (&self->alternative, cand_text_dup_trimmed (id)))
    notify (self, PROP_ALTERNATIVE);
}

gboolean
cand_field_get_required (CandField *self)
{
  g_return_val_if_fail (CAND_IS_FIELD (self), FALSE);
  return self->required;
}

void
cand_field_set_required (CandField *self, gboolean required)
{
  g_return_if_fail (CAND_IS_FIELD (self));
  set_flag (self, &self->required, required, PROP_REQUIRED);
}

gint64
cand_field_get_max_length (CandField *self)
{
  g_return_val_if_fail (CAND_IS_FIELD (self), CAND_LIMIT_UNKNOWN);
  return self->max_length;
}

void
cand_field_set_max_length (CandField *self, gint64 max_length)
{
  g_return_if_fail (CAND_IS_FIELD (self));
  set_limit (self, &self->max_length, max_length, PROP_MAX_LENGTH);
}

double
cand_field_get_maximum (CandField *self)
{
  g_return_val_if_fail (CAND_IS_FIELD (self), G_MAXDOUBLE);
  return self->maximum;
}

void
cand_field_set_maximum (CandField *self, double maximum)
{
  g_return_if_fail (CAND_IS_FIELD (self));
  if (self->maximum == maximum)
    return;
  self->maximum = maximum;
  notify (self, PROP_MAXIMUM);
}

guint
cand_field_get_n_options (CandField *self)
{
  g_return_val_if_fail (CAND_IS_FIELD (self), 0);
  return self->options != NULL ? self->options->len : 0;
}

const char *
cand_field_get_option_id (CandField *self, guint index)
{
  g_return_val_if_fail (index < cand_field_get_n_options (self), "");
  return ((Option *) g_ptr_array_index (self->options, index))->id;
}

const char *
cand_field_get_option_label (CandField *self, guint index)
{
  g_return_val_if_fail (index < cand_field_get_n_options (self), "");
  return ((Option *) g_ptr_array_index (self->options, index))->label;
}

int
cand_field_find_option (CandField *self, const char *option_id)
{
  guint n = cand_field_get_n_options (self);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (cand_field_get_option_id (self, i), option_id) == 0)
      return i;
  return -1;
}

/**
 * cand_field_add_option:
 *
 * An option without an id, with a line break in its id (answers keep one id a line), or with the
 * id of another one cannot be chosen and is left out. Without a label it goes by its id.
 */
void
cand_field_add_option (CandField *self, const char *option_id, const char *label)
{
  g_autofree char *id = cand_text_dup_trimmed (option_id);
  Option *option;

  g_return_if_fail (CAND_IS_FIELD (self));
  if (id == NULL || strpbrk (id, "\r\n") != NULL || cand_field_find_option (self, id) >= 0)
    return;
  if (self->options == NULL)
    self->options = g_ptr_array_new_with_free_func ((GDestroyNotify) option_free);
  option = g_new0 (Option, 1);
  option->label = cand_text_dup_lines (label);
  if (option->label == NULL)
    option->label = g_strdup (id);
  option->id = g_steal_pointer (&id);
  g_ptr_array_add (self->options, option);
}

gboolean
cand_field_get_single_option (CandField *self)
{
  g_return_val_if_fail (CAND_IS_FIELD (self), FALSE);
  return self->single_option || self->type == CAND_FIELD_TYPE_DROPDOWN;
}

void
cand_field_set_single_option (CandField *self, gboolean single)
{
  g_return_if_fail (CAND_IS_FIELD (self));
  set_flag (self, &self->single_option, single, PROP_SINGLE_OPTION);
}

const char *const *
cand_field_get_file_types (CandField *self)
{
  g_return_val_if_fail (CAND_IS_FIELD (self), cand_strv_or_empty (NULL));
  return cand_strv_or_empty (self->file_types);
}

gboolean
cand_field_takes_file (CandField *self, const char *name)
{
  const char *const *suffixes = cand_field_get_file_types (self);
  g_autofree char *lower = g_utf8_strdown (name, -1);

  for (guint i = 0; suffixes[i] != NULL; i++)
    {
      g_autofree char *suffix = g_utf8_strdown (suffixes[i], -1);

      if (g_str_has_suffix (lower, suffix))
        return TRUE;
    }
  return suffixes[0] == NULL;
}

void
cand_field_set_file_types (CandField *self, const char *const *suffixes)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) types = NULL;

  g_return_if_fail (CAND_IS_FIELD (self));
  for (; suffixes != NULL && *suffixes != NULL; suffixes++)
    {
      char *suffix = cand_text_dup_trimmed (*suffixes);

      if (suffix != NULL)
        g_strv_builder_take (builder, suffix);
    }
  types = g_strv_builder_end (builder);
  if (cand_strv_equal (self->file_types, types))
    return;
  g_strfreev (self->file_types);
  self->file_types = g_steal_pointer (&types);
  notify (self, PROP_FILE_TYPES);
}

gint64
cand_field_get_max_file_size (CandField *self)
{
  g_return_val_if_fail (CAND_IS_FIELD (self), CAND_LIMIT_UNKNOWN);
  return self->max_file_size;
}

void
cand_field_set_max_file_size (CandField *self, gint64 bytes)
{
  g_return_if_fail (CAND_IS_FIELD (self));
  set_limit (self, &self->max_file_size, bytes, PROP_MAX_FILE_SIZE);
}

guint
cand_field_get_n_fields (CandField *self)
{
  g_return_val_if_fail (CAND_IS_FIELD (self), 0);
  return self->fields != NULL ? self->fields->len : 0;
}

/* (transfer none) */
CandField *
cand_field_get_field (CandField *self, guint index)
{
  g_return_val_if_fail (index < cand_field_get_n_fields (self), NULL);
  return g_ptr_array_index (self->fields, index);
}

/* Takes a reference. */
void
cand_field_add_field (CandField *self, CandField *field)
{
  g_return_if_fail (CAND_IS_FIELD (self));
  g_return_if_fail (CAND_IS_FIELD (field));
  if (self->fields == NULL)
    self->fields = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->fields, g_object_ref (field));
  field->in_group = TRUE;
}

gboolean
cand_field_get_in_group (CandField *self)
{
  g_return_val_if_fail (CAND_IS_FIELD (self), FALSE);
  return self->in_group;
}

gboolean
cand_field_get_sensitive (CandField *self)
{
  g_return_val_if_fail (CAND_IS_FIELD (self), FALSE);
  return self->sensitive;
}

gboolean
cand_field_has_sensitive (CandField *self)
{
  gboolean has = cand_field_get_sensitive (self);

  for (guint i = 0; !has && i < cand_field_get_n_fields (self); i++)
    has = cand_field_get_sensitive (cand_field_get_field (self, i));
  return has;
}

void
cand_field_set_sensitive (CandField *self, gboolean sensitive)
{
  g_return_if_fail (CAND_IS_FIELD (self));
  set_flag (self, &self->sensitive, sensitive, PROP_SENSITIVE);
}
