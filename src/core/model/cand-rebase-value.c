/* cand-rebase-value.c: what a question that changed takes of an answer
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-answer.h"
#include "cand-field-usual.h"
#include "cand-model-text.h"
#include "cand-rebase-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
cand_taking_clear (CandTaking *self)
{
  g_clear_pointer (&self->taken, g_free);
  g_clear_pointer (&self->rest, g_free);
  g_clear_pointer (&self->rest_words, g_free);
}

static gboolean
is_choice (CandFieldType type)
{
  return type == CAND_FIELD_TYPE_DROPDOWN || type == CAND_FIELD_TYPE_MULTIPLE;
}

/* Of options that the field does not have, their ids. */
static char *
dup_option_words (CandField *field, const char *text, const char *separator)
{
  g_auto (GStrv) ids = g_strsplit (text, "\n", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (char **id = ids; *id != NULL; id++)
    {
      int index = cand_field_find_option (field, *id);

      if (**id != '\0')
        g_strv_builder_add (words, index >= 0 ? cand_field_get_option_label (field, index) : *id);
    }
  list = g_strv_builder_end (words);
  return g_strjoinv (separator, list);
}

char *
cand_rebase_dup_words (CandField *old, const char *text)
{
  switch (cand_field_get_field_type (old))
    {
    case CAND_FIELD_TYPE_BOOLEAN:
      if (g_str_equal (text, "true"))
        return g_strdup (_ ("Yes"));
      return g_strdup (g_str_equal (text, "false") ? _ ("No") : text);
    case CAND_FIELD_TYPE_DROPDOWN:
    case CAND_FIELD_TYPE_MULTIPLE:
      return dup_option_words (old, text, "\n");
    case CAND_FIELD_TYPE_GROUP:
      return cand_rebase_dup_group_words (old, text);
    case CAND_FIELD_TYPE_TEXT:
    case CAND_FIELD_TYPE_EMAIL:
    case CAND_FIELD_TYPE_PHONE:
    case CAND_FIELD_TYPE_PARAGRAPH:
    case CAND_FIELD_TYPE_DATE:
    case CAND_FIELD_TYPE_NUMBER:
    case CAND_FIELD_TYPE_FILE:
      break;
    }
  return g_strdup (text);
}

/* Labels of options that read the same: case and blanks aside, but not signs ("> 5", "< 5"). */
static char *
dup_folded_label (const char *label)
{
  g_autofree char *line = cand_text_dup_line (label);
  g_autofree char *compatible = g_utf8_normalize (cand_text_or_empty (line), -1, G_NORMALIZE_NFKC);
  g_auto (GStrv) words = g_strsplit (compatible, " ", -1);
  g_autoptr (GString) folded = g_string_new (NULL);

  for (char **word = words; *word != NULL; word++)
    {
      g_autofree char *part = g_utf8_casefold (*word, -1);

      if (*part != '\0')
        g_string_append_printf (folded, "%s%s", folded->len > 0 ? " " : "", part);
    }
  return g_string_free_and_steal (g_steal_pointer (&folded));
}

/* -1 for none. @first is looked at before the others, unless it is below 0. */
static int
find_label (CandField *field, const char *label, int first)
{
  g_autofree char *wanted = dup_folded_label (label);
  guint n = cand_field_get_n_options (field);

  for (int i = first >= 0 ? -1 : 0; i < (int) n; i++)
    {
      int index = i < 0 ? first : i;
      g_autofree char *folded =
          dup_folded_label (cand_field_get_option_label (field, (guint) index));

      if (g_str_equal (folded, wanted))
        return index;
    }
  return -1;
}

/* Some boards number the options of each question, so that an id may stand for another answer than
 * it did: the label decides, and the id where the label was only put in other words. */
static int
map_option (CandField *old, guint index, CandField *present)
{
  const char *label = cand_field_get_option_label (old, index);
  int same_id = cand_field_find_option (present, cand_field_get_option_id (old, index));
  int found = find_label (present, label, same_id);

  if (found >= 0 || same_id < 0 || cand_field_get_sensitive (present))
    return found;
  return cand_question_compare (label, cand_field_get_option_label (present, (guint) same_id)) >=
                 CAND_QUESTION_SAME
             ? same_id
             : -1;
}

static void
append_line (GString *lines, const char *line)
{
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append (lines, line);
}

static void
take_options (CandTaking *self, CandField *old, const char *text, CandField *present)
{
  g_auto (GStrv) ids = g_strsplit (text, "\n", -1);
  g_autoptr (GString) taken = g_string_new (NULL);
  g_autoptr (GString) rest = g_string_new (NULL);
  guint n_taken = 0;

  for (char **id = ids; *id != NULL; id++)
    {
      int index = cand_field_find_option (old, *id);
      int mapped = index >= 0 ? map_option (old, (guint) index, present) : -1;

      if (**id == '\0')
        continue;
      if (mapped >= 0)
        {
          append_line (taken, cand_field_get_option_id (present, (guint) mapped));
          n_taken++;
        }
      /* What was no option before, and is none now, stays what it is. */
      else if (index < 0 && cand_field_find_option (present, *id) < 0)
        append_line (taken, *id);
      else
        append_line (rest, *id);
    }
  /* Which of several to leave is not for us to choose. */
  if (n_taken > 1 && cand_field_get_single_option (present) && !cand_field_get_single_option (old))
    {
      self->rest = g_strdup (text);
      return;
    }
  if (taken->len > 0)
    self->taken = g_string_free_and_steal (g_steal_pointer (&taken));
  if (rest->len > 0)
    self->rest = g_string_free_and_steal (g_steal_pointer (&rest));
}

/* The option that says yes, or no; else the one labelled @words. NULL for none. */
static const char *
find_option_for (CandField *present, CandTruth truth, const char *words)
{
  int index = -1;

  for (guint i = 0; truth != CAND_TRUTH_OTHER && i < cand_field_get_n_options (present); i++)
    if (cand_text_get_truth (cand_field_get_option_label (present, i)) == truth)
      return cand_field_get_option_id (present, i);
  if (truth == CAND_TRUTH_OTHER)
    index = find_label (present, words, -1);
  return index >= 0 ? cand_field_get_option_id (present, (guint) index) : NULL;
}

static CandTruth
get_truth (CandField *old, const char *text)
{
  g_autofree char *words = NULL;

  if (cand_field_get_field_type (old) == CAND_FIELD_TYPE_BOOLEAN)
    return g_str_equal (text, "true")    ? CAND_TRUTH_YES
           : g_str_equal (text, "false") ? CAND_TRUTH_NO
                                         : CAND_TRUTH_OTHER;
  words = cand_rebase_dup_words (old, text);
  return cand_text_get_truth (words);
}

/* Digits and what stands between them. */
static gboolean
is_phone (const char *text)
{
  return strpbrk (text, "0123456789") != NULL &&
         strspn (text, "+-()./ 0123456789") == strlen (text);
}

static gboolean
fits_text (CandField *present, const char *text)
{
  g_autofree char *problem = NULL;

  switch (cand_field_get_field_type (present))
    {
    case CAND_FIELD_TYPE_PARAGRAPH:
      return TRUE;
    case CAND_FIELD_TYPE_TEXT:
      return strpbrk (text, "\r\n") == NULL;
    case CAND_FIELD_TYPE_PHONE:
      return is_phone (text);
    case CAND_FIELD_TYPE_EMAIL:
    case CAND_FIELD_TYPE_DATE:
    case CAND_FIELD_TYPE_NUMBER:
      problem = cand_answer_check (present, text);
      return problem == NULL;
    case CAND_FIELD_TYPE_BOOLEAN:
    case CAND_FIELD_TYPE_DROPDOWN:
    case CAND_FIELD_TYPE_MULTIPLE:
    case CAND_FIELD_TYPE_FILE:
    case CAND_FIELD_TYPE_GROUP:
      break;
    }
  return FALSE;
}

/* A text that is written, or chosen and then asked for in words. */
static void
take_text (CandTaking *self, CandField *old, const char *text, CandField *present)
{
  CandFieldType type = cand_field_get_field_type (old);
  gboolean paragraph = cand_field_get_field_type (present) == CAND_FIELD_TYPE_PARAGRAPH;
  g_autofree char *words =
      is_choice (type) ? dup_option_words (old, text, paragraph ? "\n" : ", ") : g_strdup (text);

  if (type != CAND_FIELD_TYPE_BOOLEAN && type != CAND_FIELD_TYPE_GROUP &&
      type != CAND_FIELD_TYPE_FILE && fits_text (present, words))
    self->taken = g_steal_pointer (&words);
}

static void
take_choice (CandTaking *self, CandField *old, const char *text, CandField *present)
{
  const char *option = find_option_for (present, get_truth (old, text), text);

  if (option != NULL && cand_field_get_field_type (old) != CAND_FIELD_TYPE_GROUP)
    self->taken = g_strdup (option);
}

static void
take_truth (CandTaking *self, CandField *old, const char *text)
{
  CandTruth truth = get_truth (old, text);

  if (truth != CAND_TRUTH_OTHER)
    self->taken = g_strdup (truth == CAND_TRUTH_YES ? "true" : "false");
}

static void
take_any (CandTaking *self, CandField *old, const char *text, CandField *present)
{
  CandFieldType type = cand_field_get_field_type (old);
  CandFieldType present_type = cand_field_get_field_type (present);

  if (present_type == CAND_FIELD_TYPE_GROUP && type == CAND_FIELD_TYPE_GROUP)
    cand_taking_init_group (self, old, text, present);
  else if (is_choice (present_type) && is_choice (type))
    take_options (self, old, text, present);
  /* As it was typed, also what the board would not take: the row says so. */
  else if (type == present_type && type != CAND_FIELD_TYPE_FILE)
    self->taken = g_strdup (text);
  else if (is_choice (present_type))
    take_choice (self, old, text, present);
  else if (present_type == CAND_FIELD_TYPE_BOOLEAN)
    take_truth (self, old, text);
  else
    take_text (self, old, text, present);
}

void
cand_taking_init (CandTaking *self, CandField *old, const char *text, CandField *present)
{
  *self = (CandTaking) { .reason = CAND_ASIDE_OTHER_KIND };
  take_any (self, old, text, present);
  if (self->taken == NULL && self->rest == NULL)
    self->rest = g_strdup (text);
  if (self->rest != NULL && self->rest_words == NULL)
    self->rest_words = cand_rebase_dup_words (old, self->rest);
}
