/* cand-form-summary.c: what a form asks, before anything is begun
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-form-summary.h"

#include "cand-field-usual.h"

#include <glib/gi18n-lib.h>

/* What has to be composed for this employer. */
static gboolean
is_written (CandField *field)
{
  switch (cand_field_get_field_type (field))
    {
    case CAND_FIELD_TYPE_PARAGRAPH:
      return !cand_field_is_plain (field);
    case CAND_FIELD_TYPE_TEXT:
      return cand_field_get_required (field) && !cand_field_is_plain (field);
    case CAND_FIELD_TYPE_EMAIL:
    case CAND_FIELD_TYPE_PHONE:
    case CAND_FIELD_TYPE_DATE:
    case CAND_FIELD_TYPE_NUMBER:
    case CAND_FIELD_TYPE_BOOLEAN:
    case CAND_FIELD_TYPE_DROPDOWN:
    case CAND_FIELD_TYPE_MULTIPLE:
    case CAND_FIELD_TYPE_FILE:
    case CAND_FIELD_TYPE_GROUP:
      break;
    }
  return FALSE;
}

static void
count_field (CandFormSummary *self, CandField *field)
{
  CandFieldType type = cand_field_get_field_type (field);

  /* Another way to answer a question that is counted itself. */
  if (*cand_field_get_alternative (field) != '\0')
    return;
  self->n_questions++;
  self->n_required += cand_field_get_required (field) ? 1 : 0;
  self->n_written += is_written (field) ? 1 : 0;
  self->n_files += type == CAND_FIELD_TYPE_FILE ? 1 : 0;
  self->n_groups += type == CAND_FIELD_TYPE_GROUP ? 1 : 0;
  self->n_sensitive += cand_field_get_sensitive (field) ? 1 : 0;
  if (cand_field_get_required (field) && cand_field_is_yes_no (field))
    g_ptr_array_add (self->knock_outs, g_object_ref (field));
}

CandFormSummary *
cand_form_summary_new (CandForm *form)
{
  CandFormSummary *self;

  g_return_val_if_fail (CAND_IS_FORM (form), NULL);
  self = g_new0 (CandFormSummary, 1);
  self->knock_outs = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < cand_form_get_n_sections (form); i++)
    for (guint j = 0; j < cand_form_get_n_fields (form, i); j++)
      count_field (self, cand_form_get_field (form, i, j));
  return self;
}

void
cand_form_summary_free (CandFormSummary *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->knock_outs);
  g_free (self);
}

static char *
dup_questions_label (const CandFormSummary *self)
{
  g_autofree char *questions = g_strdup_printf (
      ngettext ("%u question", "%u questions", self->n_questions), self->n_questions);
  g_autofree char *required = NULL;

  if (self->n_required == 0)
    /* Translators: %s is "14 questions". */
    return g_strdup_printf (_ ("%s, none required"), questions);
  /* Translators: of the questions of a form, how many have to be answered. */
  required =
      g_strdup_printf (ngettext ("%u required", "%u required", self->n_required), self->n_required);
  /* Translators: the first is "14 questions", the second "9 required". */
  return g_strdup_printf (_ ("%s, %s"), questions, required);
}

char *
cand_form_summary_dup_label (const CandFormSummary *self)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;

  g_strv_builder_take (parts, dup_questions_label (self));
  if (self->n_written > 0)
    g_strv_builder_take (
        parts,
        /* Translators: of the questions of a form, how many want a text written for them. */
        g_strdup_printf (ngettext ("%u to be written", "%u to be written", self->n_written),
                         self->n_written));
  if (self->n_files > 0)
    g_strv_builder_take (
        parts, g_strdup_printf (ngettext ("%u file", "%u files", self->n_files), self->n_files));
  if (self->n_groups > 0)
    g_strv_builder_take (
        parts,
        /* Translators: parts of a form that hold entries, such as education and experience. */
        g_strdup_printf (ngettext ("%u list of entries", "%u lists of entries", self->n_groups),
                         self->n_groups));
  strings = g_strv_builder_end (parts);
  return g_strjoinv (" · ", strings);
}

char *
cand_form_summary_dup_knock_outs_label (const CandFormSummary *self)
{
  guint n = self->knock_outs->len;

  if (n == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%u question has to be answered with yes or no",
                                    "%u questions have to be answered with yes or no", n),
                          n);
}

char *
cand_form_summary_dup_sensitive_label (const CandFormSummary *self)
{
  if (self->n_sensitive == 0)
    return NULL;
  /* Translators: such as pay, consent, gender or the right to work. */
  return g_strdup_printf (
      ngettext ("%u question is a personal matter, and is never filled in for you",
                "%u questions are personal matters, and are never filled in for you",
                self->n_sensitive),
      self->n_sensitive);
}
