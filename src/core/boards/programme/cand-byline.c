/* cand-byline.c: when an announcement was published, and who wrote it, by its own words
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-byline.h"

#include <string.h>

#include "cand-words.h"
#include "core/boards/cand-board-values.h"
#include "core/model/cand-model-text.h"

/* In bytes: what is longer is no line about the announcement. */
#define MAX_LINE 240
/* So many passages from the title on may name authors, or be a date alone. */
#define MAX_NEAR 25
#define MAX_AUTHORS 50
/* "3 de mayo de 2026" has five. */
#define DATE_WORDS 5
#define MAX_DATE_WORDS 12

/* The English name of a month that is French, German or Spanish; NULL for another word. */
static const char *
find_month (const char *word)
{
  static const struct
  {
    const char *english;
    const char *names; /* in lower case, each between blanks */
  } months[] = {
    { "January", " janvier janv januar jänner jan enero ene " },
    { "February", " février fevrier févr februar febrero feb " },
    { "March", " mars märz maerz marzo mar " },
    { "April", " avril avr april abril abr " },
    { "May", " mai mayo may " },
    { "June", " juin juni junio jun " },
    { "July", " juillet juil juli julio jul " },
    { "August", " août aout august agosto ago aug " },
    { "September", " septembre september septiembre setiembre sept sep " },
    { "October", " octobre oktober octubre oct okt " },
    { "November", " novembre november noviembre nov " },
    { "December", " décembre decembre dezember diciembre déc dez dic " },
  };
  g_autofree char *lower = g_utf8_strdown (word, -1);
  g_autofree char *composed = g_utf8_normalize (lower, -1, G_NORMALIZE_NFC);
  g_autofree char *between = NULL;

  if (composed == NULL || *composed == '\0')
    return NULL;
  if (g_str_has_suffix (composed, "."))
    composed[strlen (composed) - 1] = '\0';
  between = g_strdup_printf (" %s ", composed);
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (strstr (months[i].names, between) != NULL)
      return months[i].english;
  return NULL;
}

/* "1er mai 2026", "3. Mai 2026", "3 de mayo de 2026" as "3 May 2026". NULL when no month is in it.
 * (transfer full) */
static char *
translate_date (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ,", MAX_DATE_WORDS);
  g_autoptr (GString) date = g_string_new (NULL);
  gboolean translated = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *month = find_month (words[i]);
      gsize digits = strspn (words[i], "0123456789");

      if (g_str_equal (words[i], "de") || g_str_equal (words[i], "del") || *words[i] == '\0')
        continue;
      if (digits > 0 && (g_str_equal (words[i] + digits, ".") || g_str_equal (words[i], "1er")))
        words[i][digits] = '\0';
      g_string_append_printf (date, "%s%s", date->len > 0 ? " " : "",
                              month != NULL ? month : words[i]);
      translated = translated || month != NULL;
    }
  return translated ? g_string_free_and_steal (g_steal_pointer (&date)) : NULL;
}

char *
cand_byline_dup_date (const char *text)
{
  /* "2031/02/03" */
  g_autofree char *plain = text != NULL && strspn (text, "0123456789/") == strlen (text) &&
                                   strcspn (text, "/") == strlen ("2031")
                               ? g_strdelimit (g_strdup (text), "/", '-')
                               : NULL;
  g_autofree char *date = text != NULL ? cand_date_from_words (plain != NULL ? plain : text) : NULL;
  g_autofree char *translated = NULL;

  if (date == NULL && text != NULL && strlen (text) <= MAX_LINE)
    translated = translate_date (text);
  if (translated != NULL)
    date = cand_date_from_words (translated);

  /* A month alone is no date. */
  if (date == NULL || strlen (date) < strlen ("2022-11-29"))
    return NULL;
  return g_strndup (date, strlen ("2022-11-29"));
}

/* Words @first up to @end, which is not included, with blanks between. (transfer full) */
static char *
join_words (char **words, guint first, guint end)
{
  GString *text = g_string_new (NULL);

  for (guint i = first; i < end; i++)
    g_string_append_printf (text, "%s%s", i > first ? " " : "", words[i]);
  return g_string_free (text, FALSE);
}

/* Whether those words say @date as well. */
static gboolean
say_date (char **words, guint first, guint end, const char *date)
{
  g_autofree char *part = join_words (words, first, end);
  g_autofree char *tidy = cand_text_dup_tidy (g_strdelimit (part, "()[].", ' '));
  g_autofree char *said = tidy != NULL ? cand_byline_dup_date (tidy) : NULL;

  return g_strcmp0 (said, date) == 0;
}

/* Leaves out the words around a date that are none of it: "on 2031-02-28 by". */
static void
shrink (char **words, const char *date, guint *first, guint *length)
{
  while (*length > 1 && say_date (words, *first, *first + *length - 1, date))
    --*length;
  while (*length > 1 && say_date (words, *first + 1, *first + *length, date))
    {
      ++*first;
      --*length;
    }
}

/* The first date among the words of @line; *@before and *@after are what is around it. */
static char *
find_date (const char *line, char **before, char **after)
{
  g_auto (GStrv) words = g_strsplit (line, " ", MAX_DATE_WORDS + 1);
  /* No date is without a number. */
  guint n = strpbrk (line, "0123456789") != NULL ? g_strv_length (words) : 0;

  for (guint i = 0; i < n; i++)
    for (guint length = MIN (DATE_WORDS, n - i); length > 0; length--)
      {
        g_autofree char *part = join_words (words, i, i + length);
        g_autofree char *tidy = cand_text_dup_tidy (g_strdelimit (part, "()[].", ' '));
        char *date = cand_byline_dup_date (tidy);

        if (date == NULL)
          continue;
        shrink (words, date, &i, &length);
        *before = join_words (words, 0, i);
        *after = join_words (words, i + length, n);
        return date;
      }
  return NULL;
}

/* "de la Cruz", "Lovelace", "ada_l". */
static gboolean
is_name_word (const char *word)
{
  static const char particles[] =
      " de da di du del della der den van von la le el al bin ibn dos ten ";
  g_autofree char *between = g_strdup_printf (" %s ", word);
  gunichar c = g_utf8_get_char (word);

  return (g_unichar_isalpha (c) && !g_unichar_islower (c)) || strstr (particles, between) != NULL;
}

static gboolean
is_name (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n = g_strv_length (words);

  if (n == 0 || n > 5 || strlen (text) > 80)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!is_name_word (words[i]) || words[i][strcspn (words[i], "0123456789:!?@/")] != '\0')
      return FALSE;
  return TRUE;
}

static void
add_author (GPtrArray *authors, const char *name)
{
  if (authors->len < MAX_AUTHORS &&
      !g_ptr_array_find_with_equal_func (authors, name, g_str_equal, NULL))
    g_ptr_array_add (authors, g_strdup (name));
}

/* "Ada Lovelace, Grace Hopper and Alan Turing": all of them are names, or none is. */
static gboolean
read_names (const char *text, GPtrArray *authors)
{
  g_autoptr (GString) list = g_string_new (text);
  g_auto (GStrv) parts = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  g_string_replace (list, " and ", ",", 0);
  g_string_replace (list, " & ", ",", 0);
  parts = g_strsplit (list->str, ",", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *name = cand_text_dup_tidy (parts[i]);

      if (name == NULL)
        continue;
      if (g_str_has_suffix (name, "."))
        name[strlen (name) - 1] = '\0';
      g_ptr_array_add (names, name);
      if (!is_name (name))
        return FALSE;
    }
  for (guint i = 0; i < names->len; i++)
    add_author (authors, g_ptr_array_index (names, i));
  return names->len > 0;
}

static const char *
skip_author_word (const char *text)
{
  static const char *const words[] = { "Written by",  "Posted by", "Published by",
                                       "Authored by", "Authors:",  "Author:",
                                       "By:",         "By",        "Announced by" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if (g_ascii_strncasecmp (text, words[i], length) == 0 &&
          (text[length] == ' ' || text[length - 1] == ':'))
        return text + length;
    }
  return NULL;
}

static gboolean
read_authors (const char *text, GPtrArray *authors)
{
  const char *names = skip_author_word (text);
  g_autofree char *tidy = NULL;

  if (names == NULL)
    return FALSE;
  tidy = cand_text_dup_tidy (names);
  if (tidy == NULL)
    return FALSE;
  /* What is left of "By Ada Lovelace on 3 May 2024". */
  if (g_str_has_suffix (tidy, " on"))
    tidy[strlen (tidy) - strlen (" on")] = '\0';
  return read_names (tidy, authors);
}

/* The card of an author: "ada Ada Lovelace", the account's name in code. */
static gboolean
read_card (const CandPassage *passage, GPtrArray *authors)
{
  const CandRun *run = g_ptr_array_index (passage->block->runs, 0);
  g_autofree char *account = cand_text_dup_line (run->text);
  const char *rest;

  if ((run->flags & CAND_RUN_CODE) == 0 || account == NULL || passage->block->runs->len > 4 ||
      strspn (account, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.") !=
          strlen (account) ||
      !g_str_has_prefix (passage->text, account))
    return FALSE;
  rest = passage->text + strlen (account);
  if (*rest != ' ' || !is_name (rest + 1))
    return FALSE;
  add_author (authors, account);
  return TRUE;
}

/* Whether the words before a date say that it is the one of the publication. */
static gboolean
announces_date (const char *before)
{
  g_autofree char *words = cand_words_dup (before);

  return g_str_equal (words, " ") || g_str_has_prefix (words, " published ") ||
         g_str_has_prefix (words, " posted ") || g_str_equal (words, " date ") ||
         g_str_has_prefix (words, " publié ") || g_str_has_prefix (words, " veröffentlicht ") ||
         g_str_has_prefix (words, " publicado ") || g_str_equal (words, " le ") ||
         g_str_equal (words, " am ") || g_str_has_prefix (words, " publication date ");
}

/* "By Ada Lovelace", also beside other things: "5 min read · By Ada Lovelace". */
static gboolean
read_authors_line (const char *text, GPtrArray *authors)
{
  static const char *const separators[] = { " · ", " — ", " • " };
  g_autoptr (GString) line = g_string_new (text);
  g_auto (GStrv) pieces = NULL;
  gboolean found = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    g_string_replace (line, separators[i], " | ", 0);
  pieces = g_strsplit (line->str, " | ", -1);
  for (guint i = 0; pieces[i] != NULL && !found; i++)
    {
      g_autofree char *piece = cand_text_dup_tidy (pieces[i]);

      found = piece != NULL && read_authors (piece, authors);
    }
  return found;
}

/* TRUE when the line tells about the announcement, and about nothing else. */
static gboolean
read_line (const CandPassage *passage, gboolean near, char **date, GPtrArray *authors)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *found = find_date (passage->text, &before, &after);
  gboolean by = FALSE;
  gboolean dated;

  if (near && read_card (passage, authors))
    return TRUE;
  if (near)
    by = read_authors_line (found != NULL ? before : passage->text, authors) ||
         (found != NULL && read_authors_line (after, authors));
  if (found == NULL)
    return by;
  /* A sentence may start with a date as well: alone it is on a line of its own. */
  dated = by || (announces_date (before) &&
                 (*before != '\0' || (near && cand_words_count (passage->words) <= 8)));
  if (dated && *date == NULL)
    *date = g_steal_pointer (&found);
  return dated;
}

void
cand_byline_read (CandAnnouncement *announcement, char **date, GPtrArray *authors)
{
  guint title = announcement->title != CAND_NO_PASSAGE ? announcement->title : 0;

  *date = NULL;
  for (guint i = 0; i < cand_announcement_get_length (announcement); i++)
    {
      CandPassage *passage = cand_announcement_get (announcement, i);

      if (i == announcement->title || strlen (passage->text) > MAX_LINE ||
          passage->block->type == CAND_BLOCK_HEADING)
        continue;
      passage->told = read_line (passage, i < title + MAX_NEAR, date, authors);
    }
}
