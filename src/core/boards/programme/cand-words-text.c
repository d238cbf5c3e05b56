/* cand-words-text.c: titles, groups and sentences
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-words.h"

#include <string.h>

#include "core/model/cand-model-text.h"

#define MAX_TITLE 120
#define MAX_TITLE_WORDS 14
#define MAX_LEAD 600
#define MAX_LABEL_WORDS 6
#define MAX_GROUP_WORDS 5
#define MAX_BRIEF 300

gboolean
cand_text_is_title (const char *text)
{
  static const char *const foreign[] = {
    " you ", " your ", " we ",   " our ",        " us ",    " please ", " if ",    " this ", " is ",
    " are ", " can ",  " will ", " interested ", " apply ", " click ",  " visit ", " here ", NULL,
  };
  static const char *const starts[] = { " to ", " see ", " more ", " and ", " or ", " via " };
  g_autofree char *words = NULL;
  gsize length = strlen (text);

  if (length == 0 || length > MAX_TITLE || strstr (text, "://") != NULL ||
      strchr (".!?", text[length - 1]) != NULL)
    return FALSE;
  words = cand_words_dup (text);
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (words, starts[i]))
      return FALSE;
  return words[1] != '\0' && cand_words_count (words) <= MAX_TITLE_WORDS &&
         !cand_words_have (words, foreign);
}

/* The length of the mark that starts at @text, of those that stand between a link and the words
 * about it; 0 for another character. */
static gsize
mark_length (const char *text, const char *marks)
{
  gunichar c = g_utf8_get_char (text);

  return g_utf8_strchr (marks, -1, c) != NULL ? g_utf8_next_char (text) - text : 0;
}

/* Takes "and" or "and a" off the end that @text has at *@length. */
static gboolean
drop_joining_word (const char *text, gsize *length)
{
  gboolean named = *length > 2 && text[*length - 1] == 'A' && text[*length - 2] == ' ' &&
                   g_ascii_isalnum (text[*length - 3]);

  static const char *const words[] = { "and", "or", "&", "a", "an", "the" };

  /* "Hepatitis A" */
  for (guint i = 0; i < G_N_ELEMENTS (words) && !named; i++)
    {
      gsize n = strlen (words[i]);

      if (*length >= n && g_ascii_strncasecmp (text + *length - n, words[i], n) == 0 &&
          (*length == n || text[*length - n - 1] == ' '))
        {
          *length -= n;
          return TRUE;
        }
    }
  return FALSE;
}

static char *
strip (const char *text, gboolean joining)
{
  g_autofree char *line = cand_text_dup_line (text);
  const char *start = line;
  gsize length;
  gsize n;

  if (line == NULL)
    return NULL;
  while (*start != '\0' && (n = mark_length (start, " ,;:.–—-|·•→>)]\"”*_")) > 0)
    start += n;
  length = strlen (start);
  while (length > 0)
    {
      const char *last = g_utf8_find_prev_char (start, start + length);

      if (last != NULL && mark_length (last, " ,;:–—-|·•→([“*_") > 0)
        length = last - start;
      else if (!joining || !drop_joining_word (start, &length))
        break;
    }
  return length > 0 ? g_strndup (start, length) : NULL;
}

char *
cand_text_dup_tidy (const char *text)
{
  return strip (text, TRUE);
}

char *
cand_text_dup_unmarked (const char *text)
{
  return strip (text, FALSE);
}

/* The end of a sentence: its mark, and what closes with it, before a blank and no small letter. */
static const char *
find_sentence_end (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *after = p + 1;

      if (strchr (".!?", *p) == NULL)
        continue;
      after += strspn (after, ".!?)\"'");
      if (*after == '\0')
        return after;
      /* "e.g. this", "i.e. that": a small letter goes on with the sentence. */
      if (*after == ' ' && !g_unichar_islower (g_utf8_get_char (after + strspn (after, " "))))
        return after;
      p = after - 1;
    }
  return text + strlen (text);
}

GStrv
cand_text_split_sentences (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  while (*text != '\0')
    {
      const char *end = find_sentence_end (text);
      g_autofree char *part = g_strndup (text, end - text);
      char *sentence = cand_text_dup_trimmed (part);

      if (sentence != NULL)
        g_strv_builder_take (builder, sentence);
      text = end;
    }
  return g_strv_builder_end (builder);
}

/* Takes the words of a link or a button off the end that @text has at *@length, where they stand
 * for themselves: "Works on boats. Details". */
static gboolean
drop_call (const char *text, gsize *length)
{
  static const char *const calls[] = { "details",    "apply", "apply here", "apply now",
                                       "learn more", "more",  "read more",  "(also in" };

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      gsize n = strlen (calls[i]);
      gsize start = *length - MIN (n, *length);

      /* "Build what people apply", "self-apply" */
      if (*length < n || g_ascii_strncasecmp (text + start, calls[i], n) != 0 ||
          (start > 0 && strchr (" (", text[start - 1]) == NULL))
        continue;
      while (start > 0 && text[start - 1] == ' ')
        start--;
      if (start > 0 && *calls[i] != '(' &&
          mark_length (g_utf8_find_prev_char (text, text + start), ".!?:;,·|–—-(/") == 0)
        continue;
      *length = start;
      return TRUE;
    }
  return FALSE;
}

/* (transfer full) */
static char *
dup_without_calls (const char *text)
{
  gsize length = strlen (text);

  while (drop_call (text, &length))
    while (length > 0)
      {
        const char *last = g_utf8_find_prev_char (text, text + length);

        if (mark_length (last, " ,;:–—-|·(/") == 0)
          break;
        length = last - text;
      }
  return length > 0 ? g_strndup (text, length) : NULL;
}

char *
cand_text_dup_brief (const char *words)
{
  g_autofree char *text = words != NULL ? dup_without_calls (words) : NULL;
  gsize length = 0;

  if (text == NULL || strlen (text) <= MAX_BRIEF)
    return g_steal_pointer (&text);
  for (;;)
    {
      gsize end = find_sentence_end (text + length) - text;

      if (length > 0 && (end > MAX_BRIEF || end == length))
        break;
      length = end;
    }
  return g_strndup (text, length);
}

/* One word of a sentence, without the marks around it. */
typedef struct
{
  char *core;      /* (owned) */
  gboolean closes; /* a mark after it ends what it belongs to */
} Word;

static void
word_clear (Word *word)
{
  g_free (word->core);
}

static GArray *
split_words (const char *text)
{
  GArray *words = g_array_new (FALSE, TRUE, sizeof (Word));
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);

  g_array_set_clear_func (words, (GDestroyNotify) word_clear);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *start = parts[i] + strspn (parts[i], "(\"'[*");
      gsize length = strlen (start);
      gsize kept = length;
      Word word;

      while (kept > 0 && strchr (".,:;!?)\"']*", start[kept - 1]) != NULL)
        kept--;
      if (kept == 0)
        continue;
      word.core = g_strndup (start, kept);
      word.closes = kept < length;
      g_array_append_val (words, word);
    }
  return words;
}

static const Word *
get_word (GArray *words, guint index)
{
  return &g_array_index (words, Word, index);
}

static gboolean
is_one_of (const char *word, const char *list)
{
  g_autofree char *lower = g_utf8_strdown (word, -1);
  g_autofree char *between = g_strdup_printf (" %s ", lower);

  return strstr (list, between) != NULL;
}

static gboolean
is_name (const char *word)
{
  gunichar c = g_utf8_get_char (word);

  return (g_unichar_isupper (c) || g_unichar_isdigit (c)) &&
         !is_one_of (word, " the our this that a an your these those following in on within with "
                           "join for at other each every meet all and of ");
}

/* Words @first to @last, both included, as a name of its own. */
static char *
join_words (GArray *words, guint first, guint last)
{
  GString *text = g_string_new (NULL);
  g_autofree char *initial = NULL;

  for (guint i = first; i <= last; i++)
    g_string_append_printf (text, "%s%s", i > first ? " " : "", get_word (words, i)->core);
  initial = g_utf8_substring (text->str, 0, 1);
  if (g_unichar_islower (g_utf8_get_char (initial)))
    {
      g_autofree char *upper = g_utf8_strup (initial, -1);

      g_string_erase (text, 0, strlen (initial));
      g_string_prepend (text, upper);
    }
  return g_string_free (text, FALSE);
}

/* "the research team": words without capitals, from an article on. */
static char *
dup_plain_team (GArray *words, guint team)
{
  guint first = team;

  while (
      first > 0 && team - first < 3 && !get_word (words, first - 1)->closes &&
      !is_one_of (get_word (words, first - 1)->core,
                  " the our a an this in on with within following for by of to from and at their "
                  "its is are join whole entire same small growing great hiring recruiting "
                  "positions internships roles other one each every "))
    first--;
  if (first == team || first == 0 || !is_one_of (get_word (words, first - 1)->core, " the our "))
    return NULL;
  return join_words (words, first, team);
}

/* "… the Open Source team …": the word "team" with the name before it. */
static char *
dup_team (GArray *words)
{
  for (guint i = 1; i < words->len; i++)
    {
      guint first = i;
      char *plain;

      if (!is_one_of (get_word (words, i)->core, " team group lab department division squad unit "))
        continue;
      while (first > 0 && i - first < MAX_GROUP_WORDS && !get_word (words, first - 1)->closes)
        {
          const char *word = get_word (words, first - 1)->core;

          if (!is_name (word) && !(first < i && first > 1 && is_one_of (word, " and of & for ") &&
                                   is_name (get_word (words, first - 2)->core)))
            break;
          first--;
        }
      if (first < i)
        return join_words (words, first, i);
      plain = dup_plain_team (words, i);
      if (plain != NULL)
        return plain;
    }
  return NULL;
}

#define POSITION_WORDS " positions roles internships openings jobs opportunities vacancies "

/* "Open roles in Engineering:", "The following positions in Design are open". */
static char *
dup_field (GArray *words)
{
  for (guint i = 0; i + 2 < words->len; i++)
    {
      guint first = i + 2;
      guint last;

      if (!is_one_of (get_word (words, i)->core, POSITION_WORDS) || get_word (words, i)->closes ||
          !is_one_of (get_word (words, i + 1)->core, " in on within "))
        continue;
      if (first + 1 < words->len && is_one_of (get_word (words, first)->core, " the our "))
        first++;
      if (!is_name (get_word (words, first)->core) ||
          g_ascii_isdigit (*get_word (words, first)->core))
        continue;
      last = first;
      while (last + 1 < words->len && !get_word (words, last)->closes &&
             last - first < MAX_GROUP_WORDS &&
             !is_one_of (get_word (words, last + 1)->core, " are is have will can "))
        last++;
      if (last - first < MAX_GROUP_WORDS)
        return join_words (words, first, last);
    }
  return NULL;
}

/* A few words that name something themselves. */
static char *
dup_label (const char *text)
{
  g_autofree char *words = cand_words_dup (text);
  g_autofree char *tidy = NULL;
  const char *start = text;

  if (words[1] == '\0' || cand_words_count (words) > MAX_LABEL_WORDS ||
      cand_words_head_positions (words) || cand_words_head_how_to_apply (words) ||
      cand_words_are_invitation (words))
    return NULL;
  /* Pictures and numbers before the words are no part of the name. */
  while (*start != '\0' && !g_unichar_isalpha (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  tidy = cand_text_dup_tidy (start);
  return tidy != NULL && strchr (".!?", tidy[strlen (tidy) - 1]) == NULL ? g_steal_pointer (&tidy)
                                                                         : NULL;
}

static char *
dup_group_of_sentence (const char *text)
{
  static const char *const others[] = { " positions ",     " internships ", " internship ",
                                        " roles ",         " openings ",    " jobs ",
                                        " opportunities ", " vacancies ",   NULL };
  g_autoptr (GArray) words = split_words (text);
  g_autofree char *plain = NULL;
  char *group = dup_team (words);

  if (group != NULL)
    return group;
  plain = cand_words_dup (text);
  if (strstr (plain, " other ") != NULL && cand_words_have (plain, others))
    return g_strdup ("Other positions");
  return dup_field (words);
}

char *
cand_text_dup_group (const char *text, gboolean heading)
{
  g_auto (GStrv) sentences = NULL;
  gboolean leads = g_str_has_suffix (text, ":");
  char *group = NULL;

  if (strlen (text) > MAX_LEAD)
    return NULL;
  if (heading)
    {
      g_autoptr (GArray) words = split_words (text);

      group = dup_team (words);
      if (group == NULL)
        group = dup_field (words);
      return group != NULL ? group : dup_label (text);
    }
  /* What leads to the list is said last. */
  sentences = cand_text_split_sentences (text);
  for (guint i = g_strv_length (sentences); i > 0 && group == NULL; i--)
    group = dup_group_of_sentence (sentences[i - 1]);
  return group == NULL && leads ? dup_label (text) : group;
}
