/* cand-aside.c: an answer that has no place in the form its application is drafted on now
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-aside.h"

#include "cand-field-sensitive.h"
#include "cand-model-text.h"
#include "cand-rebase-private.h"

#include <glib/gi18n-lib.h>

/* On the main thread, in its application's list. */
struct _CandAside
{
  GObject parent_instance;

  gint64 id;
  char *field; /* (owned) */
  char *label; /* (owned) */
  CandFieldType type;
  CandAsideReason reason;
  char *text;                 /* (owned) */
  char *words;                /* (owned) */
  CandAttachment *attachment; /* (owned) (nullable) */
  gboolean sensitive;
  gint64 placed;
};

G_DEFINE_FINAL_TYPE (CandAside, cand_aside, G_TYPE_OBJECT)

typedef enum
{
  PROP_PLACED = 1,
} CandAsideProperty;

static GParamSpec *properties[PROP_PLACED + 1];

static void
cand_aside_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CandAside *self = CAND_ASIDE (object);

  switch ((CandAsideProperty) prop_id)
    {
    case PROP_PLACED:
      g_value_set_int64 (value, self->placed);
      break;
    }
}

static void
cand_aside_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  CandAside *self = CAND_ASIDE (object);

  switch ((CandAsideProperty) prop_id)
    {
    case PROP_PLACED:
      cand_aside_set_placed (self, g_value_get_int64 (value));
      break;
    }
}

static void
cand_aside_finalize (GObject *object)
{
  CandAside *self = CAND_ASIDE (object);

  g_free (self->field);
  g_free (self->label);
  g_free (self->text);
  g_free (self->words);
  g_clear_object (&self->attachment);

  G_OBJECT_CLASS (cand_aside_parent_class)->finalize (object);
}

static void
cand_aside_class_init (CandAsideClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = cand_aside_finalize;
  object_class->get_property = cand_aside_get_property;
  object_class->set_property = cand_aside_set_property;

  properties[PROP_PLACED] =
      g_param_spec_int64 ("placed", NULL, NULL, 0, G_MAXINT64, 0,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
cand_aside_init (CandAside *self)
{
}

/**
 * cand_aside_new:
 * @id: row id
 * @field: id of the earlier question
 * @label: its words; "" where they are not known
 * @type: its type
 * @reason: why it was set aside
 * @text: as the answer was kept
 * @words: the same for people
 * @attachment: (nullable): the file that was the answer
 *
 * Returns: (transfer full): what was set aside
 */
CandAside *
cand_aside_new (gint64 id,
                const char *field,
                const char *label,
                CandFieldType type,
                CandAsideReason reason,
                const char *text,
                const char *words,
                CandAttachment *attachment)
{
  CandAside *self = g_object_new (CAND_TYPE_ASIDE, NULL);

  self->id = id;
  self->field = g_strdup (cand_text_or_empty (field));
  self->label = g_strdup (cand_text_or_empty (label));
  self->type = type;
  self->reason = reason;
  self->text = g_strdup (cand_text_or_empty (text));
  self->words = g_strdup (cand_text_or_empty (words));
  g_set_object (&self->attachment, attachment);
  return self;
}

gint64
cand_aside_get_id (CandAside *self)
{
  g_return_val_if_fail (CAND_IS_ASIDE (self), 0);
  return self->id;
}

const char *
cand_aside_get_field (CandAside *self)
{
  g_return_val_if_fail (CAND_IS_ASIDE (self), "");
  return self->field;
}

const char *
cand_aside_get_label (CandAside *self)
{
  g_return_val_if_fail (CAND_IS_ASIDE (self), "");
  return self->label;
}

CandAsideReason
cand_aside_get_reason (CandAside *self)
{
  g_return_val_if_fail (CAND_IS_ASIDE (self), CAND_ASIDE_REMOVED);
  return self->reason;
}

const char *
cand_aside_get_text (CandAside *self)
{
  g_return_val_if_fail (CAND_IS_ASIDE (self), "");
  return self->text;
}

const char *
cand_aside_get_words (CandAside *self)
{
  g_return_val_if_fail (CAND_IS_ASIDE (self), "");
  return self->words;
}

/* (transfer none) (nullable) */
CandAttachment *
cand_aside_get_attachment (CandAside *self)
{
  g_return_val_if_fail (CAND_IS_ASIDE (self), NULL);
  return self->attachment;
}

gboolean
cand_aside_get_sensitive (CandAside *self)
{
  g_return_val_if_fail (CAND_IS_ASIDE (self), TRUE);
  /* What was set aside before a word was in the table is to be as private as what is now. */
  return self->sensitive || cand_field_asks_sensitive (self->field, self->label);
}

void
cand_aside_set_sensitive (CandAside *self, gboolean sensitive)
{
  g_return_if_fail (CAND_IS_ASIDE (self));
  self->sensitive = sensitive;
}

gint64
cand_aside_get_placed (CandAside *self)
{
  g_return_val_if_fail (CAND_IS_ASIDE (self), 0);
  return self->placed;
}

void
cand_aside_set_placed (CandAside *self, gint64 when)
{
  g_return_if_fail (CAND_IS_ASIDE (self));
  if (self->placed == when)
    return;
  self->placed = when;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACED]);
}

const char *
cand_aside_reason_get_sentence (CandAsideReason reason)
{
  switch (reason)
    {
    case CAND_ASIDE_REWORDED:
      return _ ("The form asks something else in its place");
    case CAND_ASIDE_REMOVED:
      return _ ("The form no longer asks this");
    case CAND_ASIDE_OTHER_KIND:
      return _ ("The form no longer takes this as an answer");
    }
  return "";
}

const char *
cand_aside_reason_get_past_sentence (CandAsideReason reason)
{
  switch (reason)
    {
    case CAND_ASIDE_REWORDED:
      return _ ("Set aside when the form asked something else in its place");
    case CAND_ASIDE_REMOVED:
      return _ ("Set aside when the form no longer asked this");
    case CAND_ASIDE_OTHER_KIND:
      return _ ("Set aside when the form no longer took this as an answer");
    }
  return "";
}

/* --- a place for it --- */

/* Of a choice, the options that were chosen: their ids and labels stand in the same order. */
static void
add_options (CandAside *self, CandField *field)
{
  g_auto (GStrv) ids = g_strsplit (self->text, "\n", -1);
  g_auto (GStrv) labels = g_strsplit (self->words, "\n", -1);
  guint n = 0;

  for (char **id = ids; *id != NULL && labels[n] != NULL; id++)
    if (**id != '\0')
      cand_field_add_option (field, *id, labels[n++]);
}

/* A form of the earlier question alone. Entries of a group are looked at as the text they are for
 * people: which questions they answered is not kept. */
static CandForm *
make_earlier_form (CandAside *self)
{
  CandForm *form = cand_form_new (CAND_FORM_SOURCE_BOARD);
  gboolean submission = g_str_has_prefix (self->field, CAND_SHORT_SUBMISSION ".");
  CandFieldType type = self->type == CAND_FIELD_TYPE_GROUP ? CAND_FIELD_TYPE_PARAGRAPH : self->type;
  g_autoptr (CandField) field = cand_field_new (self->field, type, self->label);

  if (type == CAND_FIELD_TYPE_DROPDOWN || type == CAND_FIELD_TYPE_MULTIPLE)
    add_options (self, field);
  cand_field_set_sensitive (field, cand_aside_get_sensitive (self));
  cand_form_add_field (
      form, cand_form_add_section (form, submission ? CAND_SHORT_SUBMISSION : "earlier", ""),
      field);
  return form;
}

/* What of the present form nothing answers. */
static CandForm *
make_open_form (CandApplication *application)
{
  CandForm *whole = cand_application_get_form (application);
  CandForm *form = cand_form_new (CAND_FORM_SOURCE_BOARD);

  for (guint i = 0; i < cand_form_get_n_sections (whole); i++)
    {
      guint section = cand_form_add_section (form, cand_form_get_section_id (whole, i), "");

      for (guint j = 0; j < cand_form_get_n_fields (whole, i); j++)
        {
          CandField *field = cand_form_get_field (whole, i, j);
          CandAnswer *answer =
              cand_application_find_answer (application, cand_field_get_id (field));

          if (answer != NULL && !cand_answer_get_answered (answer))
            cand_form_add_field (form, section, field);
        }
    }
  return form;
}

/* NULL where @field would not take all of it. */
static char *
dup_text_for (CandAside *self, CandField *earlier, CandField *field)
{
  CandFieldType type = cand_field_get_field_type (field);
  g_auto (CandTaking) taking = { 0 };

  if (self->attachment != NULL)
    return g_strdup ("");
  if (type == CAND_FIELD_TYPE_PARAGRAPH || type == CAND_FIELD_TYPE_TEXT)
    return g_strdup (self->words);
  cand_taking_init (&taking, earlier, self->text, field);
  return taking.rest == NULL ? g_steal_pointer (&taking.taken) : NULL;
}

CandAnswer *
cand_aside_find_place (CandAside *self, CandApplication *application, char **text)
{
  g_autoptr (CandForm) earlier = NULL;
  g_autoptr (CandForm) open = NULL;
  g_autoptr (CandRebase) rebase = NULL;
  CandRebaseAnswer answer;
  CandField *old, *place = NULL;
  g_autofree char *words = NULL;

  g_return_val_if_fail (CAND_IS_ASIDE (self), NULL);
  g_return_val_if_fail (cand_application_get_opened (application), NULL);
  earlier = make_earlier_form (self);
  open = make_open_form (application);
  old = cand_form_find_field (earlier, self->field);
  answer.field = self->field;
  answer.text = self->type == CAND_FIELD_TYPE_GROUP ? self->words : self->text;
  answer.has_file = self->attachment != NULL;
  rebase = cand_rebase_new (earlier, open, &answer, 1);
  if (rebase->aside->len == 0 && rebase->kept->len == 1)
    {
      const CandRebaseKept *kept = g_ptr_array_index (rebase->kept, 0);

      place = cand_form_find_field (open, kept->to);
      words = g_strdup (kept->text);
    }
  else if (rebase->aside->len == 1 && rebase->kept->len == 0)
    {
      const CandRebaseAside *aside = g_ptr_array_index (rebase->aside, 0);

      place = cand_form_find_field (open, aside->nearest);
      if (place != NULL && (cand_field_get_sensitive (old) || cand_field_get_sensitive (place)))
        place = NULL;
      if (place != NULL)
        words = dup_text_for (self, old, place);
    }
  if (place == NULL || words == NULL)
    return NULL;
  *text = g_steal_pointer (&words);
  return cand_application_find_answer (application, cand_field_get_id (place));
}
