/* cand-word-split.c: a text as words, blanks and signs
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-word-split.h"

#include <string.h>

#define ZERO_WIDTH_NON_JOINER 0x200c
#define ZERO_WIDTH_JOINER 0x200d
#define RIGHT_QUOTE 0x2019

/* Written without blanks between words: each character is taken for a word. */
static gboolean
has_no_blanks (gunichar c)
{
  static const GUnicodeScript scripts[] = {
    G_UNICODE_SCRIPT_HAN,     G_UNICODE_SCRIPT_HIRAGANA, G_UNICODE_SCRIPT_KATAKANA,
    G_UNICODE_SCRIPT_THAI,    G_UNICODE_SCRIPT_LAO,      G_UNICODE_SCRIPT_KHMER,
    G_UNICODE_SCRIPT_MYANMAR,
  };
  GUnicodeScript script;

  /* Thai is the first of them. */
  if (c < 0x0e00)
    return FALSE;
  script = g_unichar_get_script (c);
  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (script == scripts[i])
      return TRUE;
  return FALSE;
}

static gboolean
is_joiner (gunichar c)
{
  return c == ZERO_WIDTH_NON_JOINER || c == ZERO_WIDTH_JOINER;
}

/* What never stands without the character before it. */
static gboolean
extends (gunichar c)
{
  return g_unichar_ismark (c) || is_joiner (c) || (c >= 0x1f3fb && c <= 0x1f3ff);
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalnum (c) && !has_no_blanks (c);
}

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) && c != '\n' && c != '\r';
}

/* A flag is two of them. */
static gboolean
is_half_flag (gunichar c)
{
  return c >= 0x1f1e6 && c <= 0x1f1ff;
}

static const char *
skip_extensions (const char *p)
{
  while (*p != '\0' && extends (g_utf8_get_char (p)))
    {
      gboolean joins = g_utf8_get_char (p) == ZERO_WIDTH_JOINER;

      p = g_utf8_next_char (p);
      /* Pictures that are joined are one picture. */
      if (joins && *p != '\0' && g_unichar_type (g_utf8_get_char (p)) == G_UNICODE_OTHER_SYMBOL)
        p = g_utf8_next_char (p);
    }
  return p;
}

/* The apostrophe of "don't" is part of the word. */
static gboolean
is_inner_quote (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return (c == '\'' || c == RIGHT_QUOTE) && is_letter (g_utf8_get_char (g_utf8_next_char (p)));
}

static const char *
skip_word (const char *p)
{
  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_letter (c) && !extends (c) && !is_inner_quote (p))
        break;
      p = g_utf8_next_char (p);
    }
  return p;
}

static const char *
skip_blanks (const char *p)
{
  while (*p != '\0' && is_blank (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

static const char *
skip_token (const char *p, CandWordKind *kind)
{
  gunichar c = g_utf8_get_char (p);

  if (is_blank (c))
    {
      *kind = CAND_WORD_BLANK;
      return skip_blanks (p);
    }
  if (is_letter (c))
    {
      *kind = CAND_WORD_WORD;
      return skip_word (p);
    }
  *kind = g_unichar_isspace (c) ? CAND_WORD_BLANK
          : has_no_blanks (c)   ? CAND_WORD_WORD
                                : CAND_WORD_SIGN;
  p = g_utf8_next_char (p);
  if (c == '\r' && *p == '\n')
    return p + 1;
  if (is_half_flag (c) && *p != '\0' && is_half_flag (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return skip_extensions (p);
}

GArray *
cand_word_split (const char *text)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (CandWordToken));

  for (const char *p = text; *p != '\0';)
    {
      CandWordToken token = { .text = text, .start = p - text };
      const char *end = skip_token (p, &token.kind);

      token.length = end - p;
      g_array_append_val (tokens, token);
      p = end;
    }
  return tokens;
}

guint
cand_word_token_hash (gconstpointer token)
{
  const CandWordToken *self = token;
  const char *bytes = self->text + self->start;
  guint32 hash = 5381;

  for (gsize i = 0; i < self->length; i++)
    hash = hash * 33 + (guchar) bytes[i];
  return hash;
}

gboolean
cand_word_token_equal (gconstpointer a, gconstpointer b)
{
  const CandWordToken *one = a;
  const CandWordToken *other = b;

  return one->length == other->length &&
         memcmp (one->text + one->start, other->text + other->start, one->length) == 0;
}
