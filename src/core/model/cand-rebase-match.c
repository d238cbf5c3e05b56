/* cand-rebase-match.c: which questions of two forms are the same ones
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-field-usual.h"
#include "cand-rebase-private.h"

/* Every question left over is compared with every other; beyond this many, which no form has, only
 * those with their old id are found. */
#define MAX_COMPARED 300

typedef struct
{
  double score;
  gboolean same_type;
  guint drafted;
  guint present;
} Pair;

static void
asked_clear (CandAsked *self)
{
  cand_question_free (self->question);
}

GArray *
cand_asked_list (CandForm *form)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (CandAsked));

  g_array_set_clear_func (list, (GDestroyNotify) asked_clear);
  for (guint i = 0; i < cand_form_get_n_sections (form); i++)
    for (guint j = 0; j < cand_form_get_n_fields (form, i); j++)
      {
        CandField *field = cand_form_get_field (form, i, j);
        CandAsked asked = {
          .field = field,
          .question = cand_question_new (cand_field_get_label (field)),
          .submission = g_str_equal (cand_form_get_section_id (form, i), CAND_SHORT_SUBMISSION),
          .partner = -1,
        };

        g_array_append_val (list, asked);
      }
  return list;
}

int
cand_asked_find (GArray *asked, const char *id)
{
  for (guint i = 0; i < asked->len; i++)
    if (g_str_equal (cand_field_get_id (g_array_index (asked, CandAsked, i).field), id))
      return (int) i;
  return -1;
}

/* How much two questions are the same one; 0 for different ones. What is asked of a person as a
 * person, and what is agreed to, has to be the same to the word: nothing of it is guessed. A short
 * submission stays one. */
static double
score_same (const CandAsked *a, const CandAsked *b)
{
  double score;

  if (a->submission != b->submission || *cand_question_get_normal (a->question) == '\0')
    return 0;
  if (cand_field_get_sensitive (a->field) || cand_field_get_sensitive (b->field))
    return g_str_equal (cand_question_get_normal (a->question),
                        cand_question_get_normal (b->question));
  score = cand_question_match (a->question, b->question);
  return score >= CAND_QUESTION_SAME ? score : 0;
}

static gboolean
is_usual (const CandAsked *asked)
{
  return cand_field_id_is_usual (cand_field_get_id (asked->field)) &&
         !cand_field_get_sensitive (asked->field);
}

static void
join (GArray *drafted, guint i, GArray *present, guint j)
{
  g_array_index (drafted, CandAsked, i).partner = (int) j;
  g_array_index (present, CandAsked, j).partner = (int) i;
}

static void
pair_by_id (GArray *drafted, GArray *present)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint j = 0; j < present->len; j++)
    g_hash_table_insert (places,
                         (gpointer) cand_field_get_id (g_array_index (present, CandAsked, j).field),
                         GUINT_TO_POINTER (j + 1));
  for (guint i = 0; i < drafted->len; i++)
    {
      const CandAsked *old = &g_array_index (drafted, CandAsked, i);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, cand_field_get_id (old->field)));
      const CandAsked *new = place > 0 ? &g_array_index (present, CandAsked, place - 1) : NULL;

      if (new != NULL &&
          ((is_usual (old) && is_usual (new) && old->submission == new->submission) ||
           score_same (old, new) > 0))
        join (drafted, i, present, place - 1);
    }
}

/* (element-type guint): those without a partner, up to MAX_COMPARED. */
static GArray *
list_alone (GArray *asked)
{
  GArray *alone = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < asked->len && alone->len < MAX_COMPARED; i++)
    if (g_array_index (asked, CandAsked, i).partner < 0)
      g_array_append_val (alone, i);
  return alone;
}

/* The likest first, then what is of one type, then in the forms' order. */
static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const Pair *pair_a = a;
  const Pair *pair_b = b;

  if (pair_a->score != pair_b->score)
    return pair_a->score > pair_b->score ? -1 : 1;
  if (pair_a->same_type != pair_b->same_type)
    return pair_a->same_type ? -1 : 1;
  if (pair_a->drafted != pair_b->drafted)
    return pair_a->drafted < pair_b->drafted ? -1 : 1;
  return pair_a->present < pair_b->present ? -1 : pair_a->present > pair_b->present;
}

static void
pair_by_words (GArray *drafted, GArray *present)
{
  g_autoptr (GArray) old = list_alone (drafted);
  g_autoptr (GArray) new = list_alone (present);
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));

  for (guint i = 0; i < old->len; i++)
    for (guint j = 0; j < new->len; j++)
      {
        Pair pair = { .drafted = g_array_index (old, guint, i),
                      .present = g_array_index (new, guint, j) };
        const CandAsked *a = &g_array_index (drafted, CandAsked, pair.drafted);
        const CandAsked *b = &g_array_index (present, CandAsked, pair.present);

        pair.score = score_same (a, b);
        pair.same_type =
            cand_field_get_field_type (a->field) == cand_field_get_field_type (b->field);
        if (pair.score > 0)
          g_array_append_val (pairs, pair);
      }
  g_array_sort (pairs, compare_pairs);
  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);

      if (g_array_index (drafted, CandAsked, pair->drafted).partner < 0 &&
          g_array_index (present, CandAsked, pair->present).partner < 0)
        join (drafted, pair->drafted, present, pair->present);
    }
}

void
cand_asked_pair (GArray *drafted, GArray *present)
{
  pair_by_id (drafted, present);
  pair_by_words (drafted, present);
}
