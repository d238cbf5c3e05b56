/* cand-question.c: whether two questions are the same one, by their words
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-question.h"

#include "cand-question-private.h"

#include <string.h>

/* The measure is a blend of two, each 0 to 1:
 *  - the words that both have: twice their weight in common, by the weight of both (Dice), where a
 *    word weighs what it says (cand-question-words.c): "experience" less than "Python", "the"
 * hardly anything; plurals and some synonyms are one word;
 *  - the sequences of three characters that both have, in the same way, of the words that say
 *    something in their order: for other endings, misspellings and languages without blanks.
 * Words count for more, as long questions share many sequences by chance. What turns a question
 * around lowers the whole, however long the text is: a legal text with one "not" more is another.
 * The constants were set on the pairs of tests/unit/model/test-question.c, which tells how often
 * they are right. */
#define WORDS_SHARE 0.65

/* The number of denials differs, or they name opposites: not even near. */
#define TURNED_AROUND 0.45
/* Both have figures, and not the same; or one of them has figures. */
#define OTHER_FIGURES 0.70
#define MORE_FIGURES 0.80
/* What two questions of different normal forms reach at most. */
#define ALMOST 0.99

/* Words that weigh less are left out of the sequences. */
#define CONTENT_WEIGHT 40

struct _CandQuestion
{
  char *normal;          /* (owned) */
  GHashTable *words;     /* (owned) (element-type utf8 guint) what each word weighs, all in all */
  GHashTable *sequences; /* (owned) (element-type guint guint) how often each one is there */
  guint words_weight;
  guint n_sequences;
  guint n_denials;
  guint n_figures;
  guint figures; /* the same for the same figures in any order */
  guint8 sides[CAND_N_OPPOSITES];
};

static void
count (GHashTable *table, gpointer key, guint n)
{
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (table, key));

  g_hash_table_insert (table, key, GUINT_TO_POINTER (before + n));
}

static void
count_word (CandQuestion *self, const char *stem, guint weight)
{
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (self->words, stem));

  g_hash_table_insert (self->words, g_strdup (stem), GUINT_TO_POINTER (before + weight));
  self->words_weight += weight;
}

/* The "no" of "yes/no" denies nothing. */
static gboolean
follows_yes (const char *word, const char *before)
{
  return before != NULL && g_str_equal (word, "no") && g_str_equal (before, "yes");
}

static void
take_word (CandQuestion *self, char *word, const char *before, GString *content)
{
  gboolean is_choice = follows_yes (word, before);
  CandWord known = cand_word_look_up (word);
  const char *stem = known.stem != NULL ? known.stem : word;

  if (known.denies && !is_choice)
    self->n_denials++;
  if (g_ascii_isdigit (*stem))
    {
      self->n_figures++;
      self->figures += g_str_hash (stem) * 2654435761u;
    }
  self->sides[known.kind] |= known.side;
  count_word (self, stem, known.weight);
  if (known.weight >= CONTENT_WEIGHT)
    {
      g_string_append (content, stem);
      g_string_append_c (content, ' ');
    }
}

/* Three characters in one number: collisions are rare, and harmless. */
static void
take_sequences (CandQuestion *self, const char *text)
{
  gunichar first = ' ';
  gunichar second = g_utf8_get_char (text);

  if (second == '\0')
    return;
  for (const char *p = g_utf8_next_char (text); second != '\0';)
    {
      gunichar third = *p != '\0' ? g_utf8_get_char (p) : ' ';

      count (self->sequences, GUINT_TO_POINTER ((first * 31 * 65537) ^ (second * 4099) ^ third), 1);
      self->n_sequences++;
      first = second;
      second = *p != '\0' ? third : '\0';
      if (*p != '\0')
        p = g_utf8_next_char (p);
    }
}

CandQuestion *
cand_question_new (const char *text)
{
  CandQuestion *self = g_new0 (CandQuestion, 1);
  g_autoptr (GString) content = g_string_new (NULL);
  g_auto (GStrv) words = NULL;
  g_autofree char *before = NULL;

  self->normal = cand_question_normalise (text);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->sequences = g_hash_table_new (NULL, NULL);
  words = g_strsplit (self->normal, " ", -1);
  for (char **word = words; *word != NULL; word++)
    {
      g_autofree char *as_it_was = g_strdup (*word);

      take_word (self, *word, before, content);
      g_free (before);
      before = g_steal_pointer (&as_it_was);
    }
  if (content->len > 0)
    g_string_truncate (content, content->len - 1);
  take_sequences (self, content->len > 0 ? content->str : self->normal);
  return self;
}

void
cand_question_free (CandQuestion *self)
{
  if (self == NULL)
    return;
  g_free (self->normal);
  g_hash_table_unref (self->words);
  g_hash_table_unref (self->sequences);
  g_free (self);
}

const char *
cand_question_get_normal (const CandQuestion *self)
{
  return self->normal;
}

/* Twice what is in both, by what is in each. */
static double
share (GHashTable *a, guint total_a, GHashTable *b, guint total_b)
{
  gboolean swap = g_hash_table_size (a) > g_hash_table_size (b);
  GHashTable *others = swap ? a : b;
  GHashTableIter iter;
  gpointer key, value;
  guint64 common = 0;

  if (total_a + total_b == 0)
    return 0;
  g_hash_table_iter_init (&iter, swap ? b : a);
  while (g_hash_table_iter_next (&iter, &key, &value))
    common += MIN (GPOINTER_TO_UINT (value), GPOINTER_TO_UINT (g_hash_table_lookup (others, key)));
  return 2.0 * common / ((double) total_a + total_b);
}

static gboolean
are_turned_around (const CandQuestion *a, const CandQuestion *b)
{
  if (a->n_denials != b->n_denials)
    return TRUE;
  for (guint i = CAND_OPPOSITE_NONE + 1; i < CAND_N_OPPOSITES; i++)
    if (a->sides[i] != 0 && b->sides[i] != 0 && (a->sides[i] & b->sides[i]) == 0)
      return TRUE;
  return FALSE;
}

static double
compare_figures (const CandQuestion *a, const CandQuestion *b)
{
  if (a->n_figures == b->n_figures && a->figures == b->figures)
    return 1;
  return a->n_figures > 0 && b->n_figures > 0 ? OTHER_FIGURES : MORE_FIGURES;
}

double
cand_question_match (const CandQuestion *a, const CandQuestion *b)
{
  double score;

  if (g_str_equal (a->normal, b->normal))
    return 1;
  if (*a->normal == '\0' || *b->normal == '\0')
    return 0;
  score = WORDS_SHARE * share (a->words, a->words_weight, b->words, b->words_weight) +
          (1 - WORDS_SHARE) * share (a->sequences, a->n_sequences, b->sequences, b->n_sequences);
  if (are_turned_around (a, b))
    score *= TURNED_AROUND;
  return MIN (score * compare_figures (a, b), ALMOST);
}

/* Both are taken apart for it: to compare one with many, keep them. */
double
cand_question_compare (const char *a, const char *b)
{
  g_autoptr (CandQuestion) question_a = cand_question_new (a);
  g_autoptr (CandQuestion) question_b = cand_question_new (b);

  return cand_question_match (question_a, question_b);
}
