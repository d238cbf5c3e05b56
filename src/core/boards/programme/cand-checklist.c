/* cand-checklist.c: what an announcement asks of those who apply, step by step
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-checklist.h"

#include <string.h>

#include "cand-words.h"
#include "core/model/cand-model-text.h"

#define MAX_STEPS 30
/* In bytes. */
#define MAX_STEP 300

/* In any case. */
static gboolean
starts_with (const char *sentence, const char *start)
{
  return g_ascii_strncasecmp (sentence, start, strlen (start)) == 0;
}

/* Takes @start off the sentence. */
static gboolean
skip_start (const char **sentence, const char *start)
{
  if (!starts_with (*sentence, start))
    return FALSE;
  *sentence += strlen (start);
  *sentence += strspn (*sentence, " ");
  return TRUE;
}

/* What a sentence may start with before what it says. */
static const char *const fillers[] = {
  "please ",
  "then ",
  "finally, ",
  "finally ",
  "first, ",
  "first ",
  "next, ",
  "second, ",
  "third, ",
  "simply ",
  "just ",
  "also ",
  "lastly, ",
  "to apply, ",
  "to apply: ",
  "after that, ",
  "when applying, ",
  "when you apply, ",
  "if you are interested, ",
  "if you're interested, ",
  "if interested, ",
  "in addition, ",
  "kindly ",
};

/* What asks the reader to do what follows. */
static const char *const requests[] = {
  "make sure to ",      "make sure that you ", "make sure you ",        "be sure to ",
  "be sure you ",       "ensure that you ",    "ensure you ",           "remember to ",
  "don't forget to ",   "don’t forget to ",    "do not forget to ",     "you can ",
  "you will need to ",  "you'll need to ",     "you’ll need to ",       "you need to ",
  "you must ",          "you should ",         "you have to ",          "you will have to ",
  "you'll have to ",    "you’ll have to ",     "you will be asked to ", "you may ",
  "candidates should ", "candidates must ",    "applicants should ",    "applicants must ",
  "we ask you to ",     "you are asked to ",   "you'll be asked to ",   "you’ll be asked to ",
};

/* TRUE when the sentence began with words that ask for what follows them. */
static gboolean
skip_request (const char **sentence)
{
  gboolean asked = FALSE;
  gboolean more = TRUE;

  while (more)
    {
      more = FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (fillers); i++)
        more |= skip_start (sentence, fillers[i]);
      for (guint i = 0; i < G_N_ELEMENTS (requests); i++)
        if (skip_start (sentence, requests[i]))
          asked = more = TRUE;
    }
  return asked;
}

static gboolean
starts_with_verb (const char *sentence)
{
  static const char verbs[] =
      " apply submit send complete fill create upload attach include answer write choose select "
      "register sign provide prepare tell email mail follow record share link describe add "
      "introduce "
      "explain contact use pick state mention note list show bring draft review double give "
      "fork build solve clone open join set enter ";
  gsize length = strcspn (sentence, " ,.:");
  g_autofree char *word = g_strndup (sentence, length);
  g_autofree char *lower = g_utf8_strdown (word, -1);
  g_autofree char *between = g_strdup_printf (" %s ", lower);

  return length > 0 && strstr (verbs, between) != NULL;
}

static gboolean
tells_deadline (const char *sentence)
{
  static const char *const phrases[] = { " deadline ",
                                         " applications close ",
                                         " applications are due ",
                                         " applications are open until ",
                                         " applications will close ",
                                         " apply by ",
                                         NULL };
  g_autofree char *words = cand_words_dup (sentence);

  return cand_words_have (words, phrases);
}

/* @text with a capital and without its end mark. (transfer full) */
static char *
dup_step (const char *text)
{
  g_autofree char *initial = g_utf8_substring (text, 0, 1);
  g_autofree char *upper = g_utf8_strup (initial, -1);
  char *step = g_strconcat (upper, text + strlen (initial), NULL);

  if ((g_str_has_suffix (step, ".") && !g_str_has_suffix (step, "..")) ||
      g_str_has_suffix (step, "!"))
    step[strlen (step) - 1] = '\0';
  return step;
}

static void
add_step (GPtrArray *steps, const char *text)
{
  char *step;

  if (steps->len >= MAX_STEPS || *text == '\0' || strlen (text) > MAX_STEP)
    return;
  step = dup_step (text);
  if (g_ptr_array_find_with_equal_func (steps, step, g_str_equal, NULL))
    g_free (step);
  else
    g_ptr_array_add (steps, step);
}

static void
read_sentences (GPtrArray *steps, const char *text)
{
  g_auto (GStrv) sentences = cand_text_split_sentences (text);

  for (guint i = 0; sentences[i] != NULL && steps->len < MAX_STEPS; i++)
    {
      const char *sentence = sentences[i];
      gboolean asked = skip_request (&sentence);
      gsize length = strlen (sentence);

      /* A question asks for nothing, and neither does what helps who has it; ":" leads to the list
       * that has the steps. */
      if (length == 0 || strchr ("?:", sentence[length - 1]) != NULL ||
          (i > 0 && g_str_has_suffix (sentences[i - 1], "?")) || skip_start (&sentence, "click "))
        continue;
      /* "You must not …" asks for nothing without its first words. */
      if (asked && (starts_with (sentence, "not ") || starts_with (sentence, "never ")))
        add_step (steps, sentences[i]);
      else if (asked || starts_with_verb (sentence))
        add_step (steps, sentence);
      else if (tells_deadline (sentences[i]))
        add_step (steps, sentences[i]);
    }
}

GStrv
cand_checklist_read (CandAnnouncement *announcement, CandPassageFunc wanted, gpointer user_data)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < cand_announcement_get_length (announcement); i++)
    {
      const CandPassage *passage = cand_announcement_get (announcement, i);

      if (!wanted (announcement, i, user_data))
        continue;
      /* "Attach:" leads to the items that say what. */
      if (passage->block->type == CAND_BLOCK_ITEM && g_str_has_suffix (passage->text, ":"))
        continue;
      if (passage->block->type == CAND_BLOCK_ITEM && !passage->block->continues)
        add_step (steps, passage->text);
      else
        read_sentences (steps, passage->text);
    }
  g_ptr_array_add (steps, NULL);
  return (GStrv) g_ptr_array_steal (steps, NULL);
}
