/* cand-rebase.c: a form that changed, laid over the answers to an earlier one
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-rebase.h"

#include "cand-answer-check.h"
#include "cand-model-text.h"
#include "cand-rebase-private.h"

#include <string.h>

static void
kept_free (CandRebaseKept *kept)
{
  g_free (kept->from);
  g_free (kept->to);
  g_free (kept->text);
  g_free (kept);
}

static void
fresh_free (CandRebaseFresh *fresh)
{
  g_free (fresh->field);
  g_free (fresh);
}

static void
aside_free (CandRebaseAside *aside)
{
  g_free (aside->field);
  g_free (aside->label);
  g_free (aside->text);
  g_free (aside->words);
  g_free (aside->nearest);
  g_free (aside);
}

void
cand_rebase_free (CandRebase *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->kept);
  g_ptr_array_unref (self->fresh);
  g_ptr_array_unref (self->aside);
  g_free (self);
}

static void
add_kept (CandRebase *self, const CandRebaseAnswer *answer, CandAsked *place, const char *text)
{
  CandRebaseKept *kept = g_new0 (CandRebaseKept, 1);

  kept->from = g_strdup (answer->field);
  kept->to = g_strdup (cand_field_get_id (place->field));
  kept->text = g_strdup (text);
  kept->has_file = answer->has_file;
  place->answered = TRUE;
  g_ptr_array_add (self->kept, kept);
}

/* @old is NULL for an answer to what the earlier form does not have either. */
static CandRebaseAside *
add_aside (CandRebase *self, const char *id, CandField *old, CandAsideReason reason)
{
  CandRebaseAside *aside = g_new0 (CandRebaseAside, 1);

  aside->field = g_strdup (id);
  aside->label = g_strdup (old != NULL ? cand_field_get_label (old) : "");
  aside->type = old != NULL ? cand_field_get_field_type (old) : CAND_FIELD_TYPE_TEXT;
  aside->reason = reason;
  aside->sensitive = old != NULL && cand_field_has_sensitive (old);
  g_ptr_array_add (self->aside, aside);
  return aside;
}

static void
set_aside (CandRebase *self, const CandRebaseAnswer *answer, CandField *old, CandAsideReason reason)
{
  CandRebaseAside *aside = add_aside (self, answer->field, old, reason);

  aside->text = g_strdup (cand_text_or_empty (answer->text));
  aside->words = old != NULL ? cand_rebase_dup_words (old, aside->text) : g_strdup (aside->text);
  aside->has_file = answer->has_file;
}

static gboolean
is_file (CandField *field)
{
  return cand_field_get_field_type (field) == CAND_FIELD_TYPE_FILE;
}

/* The question is still asked at @place. */
static void
carry_over (CandRebase *self, const CandRebaseAnswer *answer, CandField *old, CandAsked *place)
{
  const char *text = cand_text_or_empty (answer->text);
  g_auto (CandTaking) taking = { 0 };

  if (answer->has_file)
    {
      if (*text == '\0' && is_file (old) == is_file (place->field))
        add_kept (self, answer, place, "");
      else
        set_aside (self, answer, old, CAND_ASIDE_OTHER_KIND);
      return;
    }
  cand_taking_init (&taking, old, text, place->field);
  if (taking.taken != NULL)
    add_kept (self, answer, place, taking.taken);
  if (taking.rest != NULL)
    {
      CandRebaseAside *aside = add_aside (self, answer->field, old, taking.reason);

      aside->text = g_steal_pointer (&taking.rest);
      aside->words = g_steal_pointer (&taking.rest_words);
    }
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *trimmed = cand_text_dup_trimmed (text);

  return trimmed == NULL;
}

static gboolean
is_answered (const CandRebaseAnswer *answer, CandField *old)
{
  if (answer->has_file)
    return TRUE;
  return old != NULL ? cand_answer_is_answered (old, cand_text_or_empty (answer->text))
                     : !is_blank (answer->text);
}

static void
lay_answer (CandRebase *self, const CandRebaseAnswer *answer, GArray *drafted, GArray *present)
{
  int index = cand_asked_find (drafted, answer->field);
  CandAsked *old = index >= 0 ? &g_array_index (drafted, CandAsked, index) : NULL;
  CandAsked *place =
      old != NULL && old->partner >= 0 ? &g_array_index (present, CandAsked, old->partner) : NULL;

  if (!is_answered (answer, old != NULL ? old->field : NULL))
    return;
  if (place != NULL && !place->answered)
    carry_over (self, answer, old->field, place);
  else if (old != NULL && cand_asked_find (present, answer->field) >= 0)
    set_aside (self, answer, old->field, CAND_ASIDE_REWORDED);
  else
    set_aside (self, answer, old != NULL ? old->field : NULL, CAND_ASIDE_REMOVED);
}

/* Whether @aside could be put into @field by hand: the field takes it, or its words. */
static gboolean
could_take (CandField *field, CandField *old, const CandRebaseAside *aside)
{
  CandFieldType type = cand_field_get_field_type (field);
  g_auto (CandTaking) taking = { 0 };

  if (aside->has_file)
    return type == CAND_FIELD_TYPE_FILE;
  if (type == CAND_FIELD_TYPE_PARAGRAPH)
    return TRUE;
  if (type == CAND_FIELD_TYPE_TEXT)
    return strpbrk (aside->words, "\r\n") == NULL;
  if (old == NULL)
    return FALSE;
  cand_taking_init (&taking, old, aside->text, field);
  return taking.taken != NULL && taking.rest == NULL;
}

/* The likest question that nothing answers. */
static void
find_nearest (CandRebaseAside *aside, GArray *drafted, GArray *present)
{
  int index = cand_asked_find (drafted, aside->field);
  const CandAsked *old = index >= 0 ? &g_array_index (drafted, CandAsked, index) : NULL;
  double best = CAND_QUESTION_NEAR;

  for (guint i = 0; i < present->len; i++)
    {
      const CandAsked *asked = &g_array_index (present, CandAsked, i);
      double score;

      if (asked->answered)
        continue;
      if (old == NULL || old->partner == (int) i)
        score = g_str_equal (cand_field_get_id (asked->field), aside->field) ||
                        (old != NULL && old->partner == (int) i)
                    ? 1
                    : 0;
      else
        score = cand_question_match (old->question, asked->question);
      if ((score > best || (aside->nearest == NULL && score == best)) &&
          could_take (asked->field, old != NULL ? old->field : NULL, aside))
        {
          best = score;
          g_free (aside->nearest);
          aside->nearest = g_strdup (cand_field_get_id (asked->field));
        }
    }
}

static void
list_fresh (CandRebase *self, GArray *present)
{
  for (guint i = 0; i < present->len; i++)
    {
      const CandAsked *asked = &g_array_index (present, CandAsked, i);
      CandRebaseFresh *fresh;

      if (asked->answered)
        continue;
      fresh = g_new0 (CandRebaseFresh, 1);
      fresh->field = g_strdup (cand_field_get_id (asked->field));
      fresh->added = asked->partner < 0;
      g_ptr_array_add (self->fresh, fresh);
    }
}

/**
 * cand_rebase_new:
 * @drafted: the form that was drafted on
 * @present: the form as it is now
 * @answers: what was answered; those that are blank are passed over
 *
 * A question is the same when its id is and its words are (CAND_QUESTION_SAME), or, whatever its
 * id, when its words are and no other's are closer. Ids that systems give the same question
 * everywhere stand for it in any words. A sensitive question has to be the same to the word, and a
 * short submission is never taken for a question of the form, nor the other way round.
 *
 * Nothing is lost: each answer, and each part of one of several options or entries, is either kept
 * or set aside, once.
 */
CandRebase *
cand_rebase_new (CandForm *drafted,
                 CandForm *present,
                 const CandRebaseAnswer *answers,
                 guint n_answers)
{
  g_autoptr (GArray) old = NULL;
  g_autoptr (GArray) new = NULL;
  CandRebase *self;

  g_return_val_if_fail (CAND_IS_FORM (drafted), NULL);
  g_return_val_if_fail (CAND_IS_FORM (present), NULL);
  g_return_val_if_fail (answers != NULL || n_answers == 0, NULL);
  self = g_new0 (CandRebase, 1);
  self->kept = g_ptr_array_new_with_free_func ((GDestroyNotify) kept_free);
  self->fresh = g_ptr_array_new_with_free_func ((GDestroyNotify) fresh_free);
  self->aside = g_ptr_array_new_with_free_func ((GDestroyNotify) aside_free);
  old = cand_asked_list (drafted);
  new = cand_asked_list (present);
  cand_asked_pair (old, new);
  for (guint i = 0; i < n_answers; i++)
    lay_answer (self, &answers[i], old, new);
  for (guint i = 0; i < self->aside->len; i++)
    find_nearest (g_ptr_array_index (self->aside, i), old, new);
  list_fresh (self, new);
  return self;
}

static const CandRebaseAnswer *
find_answer (const CandRebaseAnswer *answers, guint n_answers, const char *field)
{
  for (guint i = 0; i < n_answers; i++)
    if (g_str_equal (answers[i].field, field))
      return &answers[i];
  return NULL;
}

gboolean
cand_rebase_is_notable (const CandRebase *self, const CandRebaseAnswer *answers, guint n_answers)
{
  if (self->aside->len > 0)
    return TRUE;
  for (guint i = 0; i < self->fresh->len; i++)
    if (((const CandRebaseFresh *) g_ptr_array_index (self->fresh, i))->added)
      return TRUE;
  for (guint i = 0; i < self->kept->len; i++)
    {
      const CandRebaseKept *kept = g_ptr_array_index (self->kept, i);
      const CandRebaseAnswer *answer = find_answer (answers, n_answers, kept->from);

      if (!g_str_equal (kept->from, kept->to) || answer == NULL ||
          !g_str_equal (kept->text, cand_text_or_empty (answer->text)))
        return TRUE;
    }
  return FALSE;
}
