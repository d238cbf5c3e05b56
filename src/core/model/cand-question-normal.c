/* cand-question-normal.c: the words of a question, without what does not change it
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-question.h"

#include "cand-model-text.h"

#include <string.h>

#define KEY_DIGITS 32

/* What may stand in brackets, or after a dash, behind a question; normal forms. */
static const char *const closing_words[] = {
  "required",     "optional",    "mandatory",   "not required", "if applicable",
  "obligatoire",  "facultatif",  "optionnel",   "requis",       "erforderlich",
  "pflichtfeld",  "freiwillig",  "obligatorio", "obligatoria",  "opcional",
  "obbligatorio", "facoltativo", "verplicht",   "optioneel",    "requerido",
  "pflicht",      "yes no",      "y n",         "oui non",      "ja nein",
};

/* What a number may follow at the start; in lower case. */
static const char *const number_words[] = {
  "question", "frage", "pregunta", "domanda", "vraag", "q",
};

static gboolean
is_quote (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02bc || c == '`';
}

/* Signs that are letters to the languages that write them have a class of 0, and stay; accents,
 * and the points of Hebrew and Arabic, go. */
static gboolean
is_accent (gunichar c)
{
  int class = g_unichar_combining_class (c);

  return g_unichar_ismark (c) && (class >= 200 || (class >= 10 && class <= 36));
}

/* Written without blanks between the words: each character counts as one. */
static gboolean
is_word_alone (gunichar c)
{
  GUnicodeScript script = g_unichar_get_script (c);

  return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HIRAGANA ||
         script == G_UNICODE_SCRIPT_KATAKANA;
}

/* Folded, and without accents. (transfer full) */
static char *
dup_folded (const char *text)
{
  g_autofree char *compatible = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  g_autofree char *folded = g_utf8_casefold (compatible, -1);
  g_autofree char *apart = g_utf8_normalize (folded, -1, G_NORMALIZE_NFKD);
  g_autoptr (GString) plain = g_string_sized_new (strlen (apart));

  for (const char *p = apart; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_accent (g_utf8_get_char (p)))
      g_string_append_unichar (plain, g_utf8_get_char (p));
  return g_utf8_normalize (plain->str, -1, G_NORMALIZE_NFKC);
}

/* Between figures: 3 for what groups thousands, 1 for what begins a fraction, 0 for neither. */
static guint
count_grouped (const char *p)
{
  guint n = 0;

  if (*p != '.' && *p != ',')
    return 0;
  while (g_ascii_isdigit (p[n + 1]))
    n++;
  return n == 3 ? 3 : n > 0 ? 1 : 0;
}

static void
end_word (GString *words)
{
  if (words->len > 0 && words->str[words->len - 1] != ' ')
    g_string_append_c (words, ' ');
}

/* Whether the last word of @words has this one letter alone. */
static gboolean
ends_in_single_letter (GString *words)
{
  const char *start = strrchr (words->str, ' ');

  start = start != NULL ? start + 1 : words->str;
  return *start != '\0' && *g_utf8_next_char (start) == '\0';
}

/* What says something by itself: "$", and "<", ">" and "+" about figures. */
static gboolean
is_telling (gunichar c, gunichar before)
{
  return g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL || c == '<' || c == '>' || c == 0x2264 ||
         c == 0x2265 || (c == '+' && g_unichar_isdigit (before));
}

/* One character of a folded text that is no part of a word by itself. */
static void
append_sign (GString *words, const char *p, gunichar before)
{
  gunichar c = g_utf8_get_char (p);
  gunichar after = g_utf8_get_char (g_utf8_next_char (p));

  if (is_telling (c, before))
    {
      end_word (words);
      g_string_append_unichar (words, c);
      end_word (words);
    }
  else if ((c == '+' || c == '#') && (g_unichar_isalpha (before) || before == c))
    g_string_append_unichar (words, c);
  else if (g_unichar_isdigit (before) && count_grouped (p) == 1)
    g_string_append_c (words, '.');
  else if (g_unichar_isdigit (before) && count_grouped (p) == 3)
    return;
  /* "don't" is one word and "l'entreprise" two; "e-mail" is one and "full-time" two. */
  else if (is_quote (c) && g_unichar_isalpha (after) && !ends_in_single_letter (words))
    return;
  else if (c == '-' && g_unichar_isalpha (before) && g_unichar_isalpha (after) &&
           ends_in_single_letter (words))
    return;
  else
    end_word (words);
}

/* The words of @text with one blank between them, all of them. (transfer full) */
static char *
dup_words (const char *text)
{
  g_autofree char *folded = dup_folded (text);
  g_autoptr (GString) words = g_string_new (NULL);
  gunichar before = ' ';

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* Soft hyphens, joiners and their like are not seen. */
      if (g_unichar_type (c) == G_UNICODE_FORMAT)
        continue;
      if (is_word_alone (c))
        end_word (words);
      if (g_unichar_isalnum (c) || g_unichar_ismark (c))
        g_string_append_unichar (words, c);
      else
        append_sign (words, p, before);
      if (is_word_alone (c))
        end_word (words);
      before = c;
    }
  if (words->len > 0 && words->str[words->len - 1] == ' ')
    g_string_truncate (words, words->len - 1);
  return g_string_free_and_steal (g_steal_pointer (&words));
}

/* Past a "2", "3a", "iv" or "b"; @text where there is none. */
static const char *
skip_number (const char *text, gboolean *letters)
{
  gsize n_digits = strspn (text, "0123456789");
  gsize n_roman = strspn (text, "ivxIVX");

  *letters = n_digits == 0;
  if (n_digits > 0 && n_digits <= 3)
    return text + n_digits +
           (strchr ("abcd", text[n_digits]) != NULL && text[n_digits] != '\0' &&
            !g_ascii_isalpha (text[n_digits + 1]));
  if (n_digits > 0)
    return text;
  if (n_roman > 0 && n_roman <= 4)
    return text + n_roman;
  return g_ascii_isalpha (*text) ? text + 1 : text;
}

/* Past "Q", "Question", "Frage" and the blanks behind it. */
static const char *
skip_number_word (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (number_words); i++)
    {
      gsize length = strlen (number_words[i]);
      const char *p = text + length;

      if (g_ascii_strncasecmp (text, number_words[i], length) != 0)
        continue;
      p += strspn (p, " #");
      if (g_ascii_isdigit (*p))
        return p;
    }
  return text;
}

/* Past a leading enumeration. A number is one only with a sign behind it: "2. Why", but not "2
 * years" nor "1-3 sentences". */
static const char *
skip_enumeration (const char *text)
{
  const char *start = text + strspn (text, " \t\n([*#-");
  const char *number = skip_number_word (start);
  gboolean letters;
  const char *end = skip_number (number, &letters);
  gboolean bracketed = start > text && start[-1] == '(';
  const char *rest;

  if (end == number)
    return text;
  rest = end + strspn (end, " ");
  /* "Question 4 Why" has no sign, and needs none. */
  if (number > start && !g_ascii_isalnum (*end))
    return rest + strspn (rest, ".):-] ");
  if (*end == ')' || *end == ']')
    return end + 1 + strspn (end + 1, ".:- ");
  if (bracketed || (*end != '.' && *end != ':') || end[1] == '\0' ||
      strchr (" \t\n", end[1]) == NULL)
    return text;
  /* One letter with a point may be somebody's, as in "J. Doe"; the first few are not. */
  if (letters && end == number + 1 && strchr ("abcdefiABCDEFIvxVX", *number) == NULL)
    return text;
  return end + 1;
}

static gboolean
closes (const char *start, const char *end)
{
  g_autofree char *part = g_strndup (start, end - start);
  g_autofree char *words = dup_words (part);

  for (guint i = 0; i < G_N_ELEMENTS (closing_words); i++)
    if (g_str_equal (closing_words[i], words))
      return TRUE;
  return *words == '\0';
}

/* The longest that may stand in brackets for it to be looked at, in bytes. */
#define MAX_CLOSING 24

/* Where what only says whether to answer begins, before @end. */
static const char *
find_closing (const char *text, const char *end)
{
  const char *start = end;

  for (;;)
    {
      const char *p;

      while (start > text && strchr (" \t\n*", start[-1]) != NULL)
        start--;
      if (start == text || (start[-1] != ')' && start[-1] != ']'))
        return start;
      for (p = start - 1; p > text && start - p <= MAX_CLOSING && *p != '(' && *p != '['; p--)
        ;
      if ((*p != '(' && *p != '[') || !closes (p + 1, start - 1))
        return start;
      start = p;
    }
}

/* The same for " - optional", which has no bracket to end it. */
static const char *
find_dashed (const char *text, const char *end)
{
  const char *p;

  for (p = end; p > text && end - p <= MAX_CLOSING; p--)
    if (p[-1] == '-' && p - 1 > text && p[-2] == ' ' && closes (p, end))
      return p - 1;
  return end;
}

char *
cand_question_normalise (const char *text)
{
  g_autofree char *valid = cand_text_dup_trimmed (text);
  g_autofree char *core = NULL;
  g_autofree char *words = NULL;
  const char *start;
  const char *end;

  if (valid == NULL)
    return g_strdup ("");
  start = skip_enumeration (valid);
  end = find_closing (start, start + strlen (start));
  end = find_closing (start, find_dashed (start, end));
  core = g_strndup (start, end - start);
  words = dup_words (core);
  if (*words == '\0')
    {
      g_free (words);
      words = dup_words (valid);
    }
  return *words != '\0' ? g_steal_pointer (&words) : g_utf8_casefold (valid, -1);
}

char *
cand_question_key (const char *text)
{
  g_autofree char *normal = cand_question_normalise (text);
  char *key;

  if (*normal == '\0')
    return g_steal_pointer (&normal);
  key = g_compute_checksum_for_string (G_CHECKSUM_SHA256, normal, -1);
  key[KEY_DIGITS] = '\0';
  return key;
}
