/* cand-answer.c: the value of one field of one application
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-answer.h"

#include "cand-answer-check.h"
#include "cand-model-text.h"

#include <string.h>

/* Belongs to its application and lives on the main thread. What follows from the text is worked out
 * once for each change and kept, because a row asks for it again and again. */
struct _CandAnswer
{
  GObject parent_instance;

  CandField *field;           /* (owned) */
  GString *text;              /* (owned) (nullable) NULL for "" */
  CandAttachment *attachment; /* (owned) (nullable) */

  CandAnswer *alternative; /* (weak) (nullable) does as well as this one */
  CandAnswer *stands_for;  /* (weak) (nullable) the one that this is an alternative to */

  char *problem; /* (owned) (nullable) */
  CandTextLimit measured;
  gboolean answered;
  gboolean missing;
};

G_DEFINE_FINAL_TYPE (CandAnswer, cand_answer, G_TYPE_OBJECT)

typedef enum
{
  PROP_FIELD = 1,
  PROP_TEXT,
  PROP_ATTACHMENT,
  PROP_ANSWERED,
  PROP_LENGTH,
  PROP_PROBLEM,
  PROP_MISSING,
} CandAnswerProperty;

static GParamSpec *properties[PROP_MISSING + 1];

static void
notify (CandAnswer *self, CandAnswerProperty property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_flag (CandAnswer *self, gboolean *slot, gboolean value, CandAnswerProperty property)
{
  if (*slot == value)
    return;
  *slot = value;
  notify (self, property);
}

static void
update_missing (CandAnswer *self)
{
  set_flag (self, &self->missing,
            cand_field_get_required (self->field) && !cand_answer_get_either_answered (self),
            PROP_MISSING);
}

static gsize
get_size (CandAnswer *self)
{
  return self->text != NULL ? self->text->len : 0;
}

/* Works out what follows from the text and its @length, or from the attachment, and tells of it: of
 * the text itself the caller tells afterwards, so that whoever hears of that finds the rest in
 * place. */
static void
follow (CandAnswer *self, gint64 length)
{
  const char *text = cand_answer_get_text (self);
  gint64 before = self->measured.length;
  gboolean answered = self->attachment != NULL || cand_answer_is_answered (self->field, text);
  gboolean other_problem;

  cand_text_limit_compare (&self->measured, text, get_size (self), length,
                           cand_field_get_max_length (self->field), CAND_UNITS_ASSUMED);
  other_problem = cand_text_take (
      &self->problem, self->attachment != NULL
                          ? cand_answer_check_file (self->field, self->attachment)
                          : cand_answer_check_measured (self->field, text, &self->measured));
  set_flag (self, &self->answered, answered, PROP_ANSWERED);
  update_missing (self);
  if (self->stands_for != NULL)
    update_missing (self->stands_for);
  if (length != before)
    notify (self, PROP_LENGTH);
  if (other_problem)
    notify (self, PROP_PROBLEM);
}

/* The ids of @text in the field's order, each once, with @changed chosen or not; ids that the field
 * does not have stay at the end, so that nothing kept is lost and the check can tell of them. */
static char *
arrange_options (CandField *field, const char *text, const char *changed, gboolean chosen)
{
  g_auto (GStrv) ids = g_strsplit (text, "\n", -1);
  g_autoptr (GPtrArray) arranged = g_ptr_array_new ();
  guint n = cand_field_get_n_options (field);

  for (guint i = 0; i < n; i++)
    {
      const char *id = cand_field_get_option_id (field, i);
      gboolean wanted =
          g_strcmp0 (id, changed) == 0 ? chosen : g_strv_contains ((const char *const *) ids, id);

      if (wanted)
        g_ptr_array_add (arranged, (char *) id);
    }
  for (char **id = ids; *id != NULL; id++)
    if (**id != '\0' && cand_field_find_option (field, *id) < 0)
      g_ptr_array_add (arranged, *id);
  g_ptr_array_add (arranged, NULL);
  return g_strjoinv ("\n", (char **) arranged->pdata);
}

static void
cand_answer_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CandAnswer *self = CAND_ANSWER (object);

  switch ((CandAnswerProperty) prop_id)
    {
    case PROP_FIELD:
      g_value_set_object (value, self->field);
      break;
    case PROP_TEXT:
      g_value_set_string (value, cand_answer_get_text (self));
      break;
    case PROP_ATTACHMENT:
      g_value_set_object (value, self->attachment);
      break;
    case PROP_ANSWERED:
      g_value_set_boolean (value, self->answered);
      break;
    case PROP_LENGTH:
      g_value_set_int64 (value, self->measured.length);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    case PROP_MISSING:
      g_value_set_boolean (value, self->missing);
      break;
    }
}

static void
cand_answer_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  CandAnswer *self = CAND_ANSWER (object);

  switch ((CandAnswerProperty) prop_id)
    {
    case PROP_FIELD:
      self->field = g_value_dup_object (value);
      break;
    case PROP_TEXT:
      cand_answer_set_text (self, g_value_get_string (value));
      break;
    case PROP_ATTACHMENT:
      cand_answer_set_attachment (self, g_value_get_object (value));
      break;
    case PROP_ANSWERED:
    case PROP_LENGTH:
    case PROP_PROBLEM:
    case PROP_MISSING:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
cand_answer_constructed (GObject *object)
{
  CandAnswer *self = CAND_ANSWER (object);

  G_OBJECT_CLASS (cand_answer_parent_class)->constructed (object);

  cand_text_limit_measure (&self->measured, "", cand_field_get_max_length (self->field),
                           CAND_UNITS_ASSUMED);
  self->missing = cand_field_get_required (self->field);
}

static void
cand_answer_finalize (GObject *object)
{
  CandAnswer *self = CAND_ANSWER (object);

  g_clear_weak_pointer (&self->alternative);
  g_clear_weak_pointer (&self->stands_for);
  g_clear_object (&self->field);
  g_clear_object (&self->attachment);
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_clear_pointer (&self->problem, g_free);

  G_OBJECT_CLASS (cand_answer_parent_class)->finalize (object);
}

static void
cand_answer_class_init (CandAnswerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = readable | G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY;

  object_class->constructed = cand_answer_constructed;
  object_class->get_property = cand_answer_get_property;
  object_class->set_property = cand_answer_set_property;
  object_class->finalize = cand_answer_finalize;

  properties[PROP_FIELD] = g_param_spec_object (
      "field", NULL, NULL, CAND_TYPE_FIELD, readable | G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", writable);
  properties[PROP_ATTACHMENT] =
      g_param_spec_object ("attachment", NULL, NULL, CAND_TYPE_ATTACHMENT, writable);
  properties[PROP_ANSWERED] = g_param_spec_boolean ("answered", NULL, NULL, FALSE, readable);
  properties[PROP_LENGTH] = g_param_spec_int64 ("length", NULL, NULL, 0, G_MAXINT64, 0, readable);
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, readable);
  properties[PROP_MISSING] = g_param_spec_boolean ("missing", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
cand_answer_init (CandAnswer *self)
{
}

CandAnswer *
cand_answer_new (CandField *field)
{
  g_return_val_if_fail (CAND_IS_FIELD (field), NULL);
  return g_object_new (CAND_TYPE_ANSWER, "field", field, NULL);
}

/* (transfer none) */
CandField *
cand_answer_get_field (CandAnswer *self)
{
  g_return_val_if_fail (CAND_IS_ANSWER (self), NULL);
  return self->field;
}

const char *
cand_answer_get_text (CandAnswer *self)
{
  g_return_val_if_fail (CAND_IS_ANSWER (self), "");
  return self->text != NULL ? self->text->str : "";
}

static void
tell_text (CandAnswer *self, gint64 length)
{
  follow (self, length);
  notify (self, PROP_TEXT);
}

/* @text: (transfer full) (nullable): UTF-8 */
static void
take_text (CandAnswer *self, char *text)
{
  if (text != NULL && cand_field_get_field_type (self->field) == CAND_FIELD_TYPE_MULTIPLE)
    {
      char *arranged = arrange_options (self->field, text, NULL, FALSE);

      g_free (text);
      text = arranged;
    }
  if (text == NULL)
    text = g_strdup ("");
  if (g_str_equal (text, cand_answer_get_text (self)))
    {
      g_free (text);
      return;
    }
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  self->text = g_string_new_take (text);
  tell_text (self, cand_text_count_part (text, self->text->len, CAND_UNITS_ASSUMED));
}

/**
 * cand_answer_set_text:
 * @text: (nullable)
 *
 * Anything is kept, also what the board would not take: see "problem". Only a file question keeps
 * no text.
 */
void
cand_answer_set_text (CandAnswer *self, const char *text)
{
  g_return_if_fail (CAND_IS_ANSWER (self));
  if (cand_field_get_field_type (self->field) != CAND_FIELD_TYPE_FILE)
    take_text (self, cand_text_dup (text));
}

/**
 * cand_answer_take_text:
 * @text: (transfer full): UTF-8, as a widget of GTK gives it
 *
 * As cand_answer_set_text, without another copy.
 */
void
cand_answer_take_text (CandAnswer *self, char *text)
{
  g_return_if_fail (CAND_IS_ANSWER (self));
  if (cand_field_get_field_type (self->field) != CAND_FIELD_TYPE_FILE)
    take_text (self, text);
  else
    g_free (text);
}

/**
 * cand_answer_splice_text:
 * @offset: in bytes, where a character begins
 * @n_removed: in bytes, whole characters
 * @inserted: UTF-8
 * @n_inserted: in bytes
 *
 * One edit of the text of a paragraph: every key in a long text comes by here, so that nothing
 * looks at all the rest of it.
 */
void
cand_answer_splice_text (
    CandAnswer *self, gsize offset, gsize n_removed, const char *inserted, gsize n_inserted)
{
  gsize from = offset > 0 ? offset - 1 : 0; /* the one before may be half of a "\r\n" */
  gint64 length;

  g_return_if_fail (CAND_IS_ANSWER (self));
  g_return_if_fail (cand_field_get_field_type (self->field) == CAND_FIELD_TYPE_PARAGRAPH);
  g_return_if_fail (offset + n_removed <= get_size (self));
  if (n_removed == 0 && n_inserted == 0)
    return;
  if (self->text == NULL)
    self->text = g_string_new (NULL);
  length =
      self->measured.length -
      cand_text_count_part (self->text->str + from, offset - from + n_removed, CAND_UNITS_ASSUMED);
  g_string_erase (self->text, offset, n_removed);
  g_string_insert_len (self->text, offset, inserted, n_inserted);
  length +=
      cand_text_count_part (self->text->str + from, offset - from + n_inserted, CAND_UNITS_ASSUMED);
  tell_text (self, length);
}

gboolean
cand_answer_get_option (CandAnswer *self, const char *option_id)
{
  g_auto (GStrv) ids = NULL;

  g_return_val_if_fail (CAND_IS_ANSWER (self), FALSE);
  g_return_val_if_fail (option_id != NULL, FALSE);
  if (*option_id == '\0')
    return FALSE;
  ids = g_strsplit (cand_answer_get_text (self), "\n", -1);
  return g_strv_contains ((const char *const *) ids, option_id);
}

/* An option that the field does not have cannot be chosen. */
void
cand_answer_set_option (CandAnswer *self, const char *option_id, gboolean chosen)
{
  g_autofree char *text = NULL;

  g_return_if_fail (CAND_IS_ANSWER (self));
  g_return_if_fail (option_id != NULL);
  if (cand_field_find_option (self->field, option_id) < 0 ||
      cand_answer_get_option (self, option_id) == !!chosen)
    return;
  if (cand_field_get_single_option (self->field))
    text = g_strdup (chosen ? option_id : "");
  else
    text = arrange_options (self->field, cand_answer_get_text (self), option_id, chosen);
  cand_answer_set_text (self, text);
}

/* (transfer none) (nullable) */
CandAttachment *
cand_answer_get_attachment (CandAnswer *self)
{
  g_return_val_if_fail (CAND_IS_ANSWER (self), NULL);
  return self->attachment;
}

void
cand_answer_set_attachment (CandAnswer *self, CandAttachment *attachment)
{
  g_return_if_fail (CAND_IS_ANSWER (self));
  g_return_if_fail (attachment == NULL || CAND_IS_ATTACHMENT (attachment));
  if (!g_set_object (&self->attachment, attachment))
    return;
  follow (self, self->measured.length);
  notify (self, PROP_ATTACHMENT);
}

gboolean
cand_answer_get_answered (CandAnswer *self)
{
  g_return_val_if_fail (CAND_IS_ANSWER (self), FALSE);
  return self->answered;
}

gint64
cand_answer_get_length (CandAnswer *self)
{
  g_return_val_if_fail (CAND_IS_ANSWER (self), 0);
  return self->measured.length;
}

const CandTextLimit *
cand_answer_get_measured (CandAnswer *self)
{
  g_return_val_if_fail (CAND_IS_ANSWER (self), NULL);
  return &self->measured;
}

const char *
cand_answer_get_problem (CandAnswer *self)
{
  g_return_val_if_fail (CAND_IS_ANSWER (self), NULL);
  return self->problem;
}

gboolean
cand_answer_get_missing (CandAnswer *self)
{
  g_return_val_if_fail (CAND_IS_ANSWER (self), FALSE);
  return self->missing;
}

CandAnswer *
cand_answer_get_alternative (CandAnswer *self)
{
  g_return_val_if_fail (CAND_IS_ANSWER (self), NULL);
  return self->alternative;
}

CandAnswer *
cand_answer_get_stands_for (CandAnswer *self)
{
  g_return_val_if_fail (CAND_IS_ANSWER (self), NULL);
  return self->stands_for;
}

gboolean
cand_answer_get_either_answered (CandAnswer *self)
{
  g_return_val_if_fail (CAND_IS_ANSWER (self), FALSE);
  return self->answered || (self->alternative != NULL && self->alternative->answered);
}

void
cand_answer_set_alternative (CandAnswer *self, CandAnswer *alternative)
{
  g_return_if_fail (CAND_IS_ANSWER (self));
  g_return_if_fail (alternative == NULL || CAND_IS_ANSWER (alternative));
  g_return_if_fail (alternative != self);
  if (self->alternative == alternative)
    return;
  if (self->alternative != NULL)
    g_clear_weak_pointer (&self->alternative->stands_for);
  g_set_weak_pointer (&self->alternative, alternative);
  if (alternative != NULL)
    g_set_weak_pointer (&alternative->stands_for, self);
  update_missing (self);
}

void
cand_answer_join_alternatives (GPtrArray *answers)
{
  for (guint i = 0; i < answers->len; i++)
    {
      CandAnswer *answer = g_ptr_array_index (answers, i);
      const char *id = cand_field_get_alternative (answer->field);

      for (guint j = 0; *id != '\0' && j < answers->len; j++)
        {
          CandAnswer *other = g_ptr_array_index (answers, j);

          if (other != answer && other->alternative == NULL &&
              *cand_field_get_alternative (other->field) == '\0' &&
              g_str_equal (cand_field_get_id (other->field), id))
            cand_answer_set_alternative (other, answer);
        }
    }
}
