/* cand-model-text.c: the strings that the model keeps
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-model-text.h"

#include <string.h>

char *
cand_text_dup (const char *text)
{
  if (text == NULL || *text == '\0')
    return NULL;
  if (!g_utf8_validate (text, -1, NULL))
    return g_utf8_make_valid (text, -1);
  return g_strdup (text);
}

char *
cand_text_dup_trimmed (const char *text)
{
  g_autofree char *valid = cand_text_dup (text);
  const char *start = valid;
  const char *end;

  if (valid == NULL)
    return NULL;
  while (*start != '\0' && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  end = start + strlen (start);
  while (end > start)
    {
      const char *last = g_utf8_prev_char (end);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      end = last;
    }
  return end > start ? g_strndup (start, end - start) : NULL;
}

static gboolean
is_line_break (gunichar c)
{
  return c == '\n' || c == '\v' || c == '\f' || c == '\r' || c == 0x85 || c == 0x2028 ||
         c == 0x2029;
}

/* The marks U+200E and U+200F may stay: they only help a text to be read as it is meant. */
static gboolean
is_steering (gunichar c)
{
  return g_unichar_iscntrl (c) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/* What a run of blanks becomes: blanks that the writer typed stay as many as they are. */
static void
append_blanks (GString *shown, guint n_blanks, guint n_breaks, gboolean tabbed, gboolean one_line)
{
  if (n_breaks > 0 && !one_line)
    for (guint i = 0; i < n_breaks; i++)
      g_string_append_c (shown, '\n');
  else if (n_breaks > 0 || tabbed)
    g_string_append_c (shown, ' ');
  else
    for (guint i = 0; i < n_blanks; i++)
      g_string_append_c (shown, ' ');
}

static char *
dup_shown (const char *text, gboolean one_line)
{
  g_autofree char *valid = cand_text_dup (text);
  g_autoptr (GString) shown = NULL;
  guint n_blanks = 0, n_breaks = 0;
  gboolean tabbed = FALSE;

  if (valid == NULL)
    return NULL;
  shown = g_string_sized_new (strlen (valid));
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == ' ')
        n_blanks++;
      else if (c == '\t')
        tabbed = TRUE;
      else if (is_line_break (c))
        n_breaks += c == '\r' && p[1] == '\n' ? 0 : 1;
      else if (!is_steering (c))
        {
          append_blanks (shown, n_blanks, n_breaks, tabbed, one_line);
          n_blanks = n_breaks = 0;
          tabbed = FALSE;
          g_string_append_unichar (shown, c);
        }
    }
  return cand_text_dup_trimmed (shown->str);
}

char *
cand_text_dup_line (const char *text)
{
  return dup_shown (text, TRUE);
}

char *
cand_text_dup_lines (const char *text)
{
  return dup_shown (text, FALSE);
}

char *
cand_text_dup_fact (const char *text)
{
  g_autofree char *line = cand_text_dup_line (text);
  const char *end;

  /* No text has more characters than bytes. */
  if (line == NULL || strlen (line) <= CAND_TEXT_MAX_FACT ||
      g_utf8_strlen (line, -1) <= CAND_TEXT_MAX_FACT)
    return g_steal_pointer (&line);
  end = g_utf8_offset_to_pointer (line, CAND_TEXT_MAX_FACT - 1);
  return g_strdup_printf ("%.*s…", (int) (end - line), line);
}

char *
cand_text_dup_words (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *decomposed = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
  GString *words = g_string_new (" ");

  for (const char *p = decomposed; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (words, c);
      else if (!g_unichar_ismark (c) && words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
    }
  if (words->str[words->len - 1] != ' ')
    g_string_append_c (words, ' ');
  return g_string_free (words, FALSE);
}

gboolean
cand_text_is_spelling_of (const char *text, const char *word)
{
  for (; *text != '\0'; text++)
    if (strchr (" -_", *text) == NULL && g_ascii_tolower (*text) != *word++)
      return FALSE;
  return *word == '\0';
}

gboolean
cand_text_take (char **slot, char *text)
{
  if (g_strcmp0 (*slot, text) == 0)
    {
      g_free (text);
      return FALSE;
    }
  g_free (*slot);
  *slot = text;
  return TRUE;
}

gboolean
cand_text_set (char **slot, const char *text)
{
  return cand_text_take (slot, cand_text_dup (text));
}

const char *const *
cand_strv_or_empty (char **strv)
{
  static const char *const empty[] = { NULL };

  return strv != NULL ? (const char *const *) strv : empty;
}

gboolean
cand_strv_equal (char **a, char **b)
{
  return g_strv_equal (cand_strv_or_empty (a), cand_strv_or_empty (b));
}

gboolean
cand_error_equal (const GError *a, const GError *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_error_matches (a, b->domain, b->code) && g_strcmp0 (a->message, b->message) == 0;
}
