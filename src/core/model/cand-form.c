/* cand-form.c: what an employer asks for one position: sections of fields
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-form.h"

#include "cand-model-text.h"
#include "core/model/cand-enum-types.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (cand - model - error - quark, cand_model_error)

typedef struct
{
  char *id;          /* (owned) */
  char *name;        /* (owned) */
  GPtrArray *fields; /* (owned) (element-type CandField) */
} Section;

/* Read by a board's parser or from the store in a worker thread, then shared unchanged. */
struct _CandForm
{
  GObject parent_instance;

  CandFormSource source;
  gint64 fetched;
  GPtrArray *sections; /* (owned) (element-type Section) */
  GHashTable *fields;  /* (owned) (element-type utf8 CandField) both belong to the sections */
};

G_DEFINE_FINAL_TYPE (CandForm, cand_form, G_TYPE_OBJECT)

typedef enum
{
  PROP_SOURCE = 1,
  PROP_FETCHED,
} CandFormProperty;

static GParamSpec *properties[PROP_FETCHED + 1];

static void
section_free (Section *section)
{
  g_free (section->id);
  g_free (section->name);
  g_ptr_array_unref (section->fields);
  g_free (section);
}

static Section *
get_section (CandForm *self, guint section)
{
  g_return_val_if_fail (CAND_IS_FORM (self), NULL);
  g_return_val_if_fail (section < self->sections->len, NULL);
  return g_ptr_array_index (self->sections, section);
}

static void
cand_form_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CandForm *self = CAND_FORM (object);

  switch ((CandFormProperty) prop_id)
    {
    case PROP_SOURCE:
      g_value_set_enum (value, self->source);
      break;
    case PROP_FETCHED:
      g_value_set_int64 (value, self->fetched);
      break;
    }
}

static void
cand_form_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  CandForm *self = CAND_FORM (object);

  switch ((CandFormProperty) prop_id)
    {
    case PROP_SOURCE:
      self->source = g_value_get_enum (value);
      break;
    case PROP_FETCHED:
      cand_form_set_fetched (self, g_value_get_int64 (value));
      break;
    }
}

static void
cand_form_finalize (GObject *object)
{
  CandForm *self = CAND_FORM (object);

  g_clear_pointer (&self->fields, g_hash_table_unref);
  g_clear_pointer (&self->sections, g_ptr_array_unref);

  G_OBJECT_CLASS (cand_form_parent_class)->finalize (object);
}

static void
cand_form_class_init (CandFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cand_form_get_property;
  object_class->set_property = cand_form_set_property;
  object_class->finalize = cand_form_finalize;

  properties[PROP_SOURCE] =
      g_param_spec_enum ("source", NULL, NULL, CAND_TYPE_FORM_SOURCE, CAND_FORM_SOURCE_BOARD,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FETCHED] =
      g_param_spec_int64 ("fetched", NULL, NULL, 0, G_MAXINT64, 0,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
cand_form_init (CandForm *self)
{
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) section_free);
  self->fields = g_hash_table_new (g_str_hash, g_str_equal);
}

CandForm *
cand_form_new (CandFormSource source)
{
  return g_object_new (CAND_TYPE_FORM, "source", source, NULL);
}

CandFormSource
cand_form_get_source (CandForm *self)
{
  g_return_val_if_fail (CAND_IS_FORM (self), CAND_FORM_SOURCE_BOARD);
  return self->source;
}

gint64
cand_form_get_fetched (CandForm *self)
{
  g_return_val_if_fail (CAND_IS_FORM (self), 0);
  return self->fetched;
}

void
cand_form_set_fetched (CandForm *self, gint64 when)
{
  g_return_if_fail (CAND_IS_FORM (self));
  if (self->fetched == when)
    return;
  self->fetched = when;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FETCHED]);
}

guint
cand_form_add_section (CandForm *self, const char *id, const char *name)
{
  Section *section;

  g_return_val_if_fail (CAND_IS_FORM (self), 0);
  section = g_new0 (Section, 1);
  section->id = cand_text_dup_trimmed (id);
  section->name = cand_text_dup_line (name);
  section->fields = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->sections, section);
  return self->sections->len - 1;
}

gboolean
cand_form_add_field (CandForm *self, guint section, CandField *field)
{
  Section *target = get_section (self, section);

  g_return_val_if_fail (target != NULL, FALSE);
  g_return_val_if_fail (CAND_IS_FIELD (field), FALSE);
  if (*cand_field_get_id (field) == '\0' ||
      g_hash_table_contains (self->fields, cand_field_get_id (field)))
    return FALSE;
  g_ptr_array_add (target->fields, g_object_ref (field));
  g_hash_table_insert (self->fields, (char *) cand_field_get_id (field), field);
  return TRUE;
}

guint
cand_form_get_n_sections (CandForm *self)
{
  g_return_val_if_fail (CAND_IS_FORM (self), 0);
  return self->sections->len;
}

const char *
cand_form_get_section_id (CandForm *self, guint section)
{
  Section *found = get_section (self, section);

  return found != NULL ? cand_text_or_empty (found->id) : "";
}

const char *
cand_form_get_section_name (CandForm *self, guint section)
{
  Section *found = get_section (self, section);

  return found != NULL ? cand_text_or_empty (found->name) : "";
}

guint
cand_form_get_n_fields (CandForm *self, guint section)
{
  Section *found = get_section (self, section);

  return found != NULL ? found->fields->len : 0;
}

/* (transfer none) */
CandField *
cand_form_get_field (CandForm *self, guint section, guint index)
{
  g_return_val_if_fail (index < cand_form_get_n_fields (self, section), NULL);
  return g_ptr_array_index (get_section (self, section)->fields, index);
}

CandField *
cand_form_find_field (CandForm *self, const char *id)
{
  g_return_val_if_fail (CAND_IS_FORM (self), NULL);
  return g_hash_table_lookup (self->fields, cand_text_or_empty (id));
}

/**
 * cand_form_add_short_submission:
 *
 * The announcement of 2023 asks for it in these words: the short submission at the end of the form,
 * for which a Hugging Face account is needed.
 */
void
cand_form_add_short_submission (CandForm *self)
{
  g_autoptr (CandField) user = NULL;
  g_autoptr (CandField) answer = NULL;
  guint section;

  g_return_if_fail (CAND_IS_FORM (self));
  for (section = 0; section < self->sections->len; section++)
    if (g_str_equal (cand_form_get_section_id (self, section), CAND_SHORT_SUBMISSION))
      return;

  user = cand_field_new (CAND_SHORT_SUBMISSION_USER, CAND_FIELD_TYPE_TEXT,
                         _ ("Hugging Face user name"));
  cand_field_set_helper (user, _ ("A short submission needs a Hugging Face account."));
  cand_field_set_required (user, TRUE);
  answer = cand_field_new (CAND_SHORT_SUBMISSION_ANSWER, CAND_FIELD_TYPE_PARAGRAPH,
                           _ ("Short submission"));
  cand_field_set_required (answer, TRUE);

  section = cand_form_add_section (self, CAND_SHORT_SUBMISSION, _ ("Short Submission"));
  cand_form_add_field (self, section, user);
  cand_form_add_field (self, section, answer);
}

guint
cand_form_count_fields (CandForm *self)
{
  g_return_val_if_fail (CAND_IS_FORM (self), 0);
  return g_hash_table_size (self->fields);
}

guint
cand_form_count_required (CandForm *self)
{
  GHashTableIter iter;
  gpointer field;
  guint n = 0;

  g_return_val_if_fail (CAND_IS_FORM (self), 0);
  g_hash_table_iter_init (&iter, self->fields);
  while (g_hash_table_iter_next (&iter, NULL, &field))
    if (cand_field_get_required (field))
      n++;
  return n;
}
