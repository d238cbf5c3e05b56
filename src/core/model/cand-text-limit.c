/* cand-text-limit.c: how much of a text a server takes, counted as the server counts
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-text-limit.h"

#include "cand-model-text.h"

#include <string.h>

#define ZERO_WIDTH_NON_JOINER 0x200c
#define ZERO_WIDTH_JOINER 0x200d
/* The canonical combining class of signs that tie a letter to the next one, as in क्ष. */
#define CLASS_VIRAMA 9

/**
 * cand_text_count:
 *
 * "\r\n" is one line break. A character has one byte that does not continue another, and those
 * above U+FFFF, which are two units of UTF-16, are those of four bytes.
 */
gint64
cand_text_count (const char *text, CandUnits units)
{
  gint64 n = 0;
  const guint8 *p = (const guint8 *) cand_text_or_empty (text);

  for (; *p != '\0'; p++)
    {
      n += (*p & 0xc0) != 0x80;
      n += units == CAND_UNITS_UTF16 && *p >= 0xf0;
      n -= p[0] == '\r' && p[1] == '\n';
    }
  return n;
}

static gint64
count_character (gunichar c, CandUnits units)
{
  return units == CAND_UNITS_UTF16 && c > 0xffff ? 2 : 1;
}

static gboolean
is_regional_indicator (gunichar c)
{
  return c >= 0x1f1e6 && c <= 0x1f1ff;
}

static gboolean
is_break_or_control (gunichar c)
{
  return c == '\0' || g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029;
}

/* Marks, and what acts as one: joiners, skin tones, the tags that make a flag of a region, and the
 * sound marks of half-width Katakana. */
static gboolean
extends (gunichar c)
{
  return g_unichar_ismark (c) || c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER ||
         (c >= 0x1f3fb && c <= 0x1f3ff) || (c >= 0xe0020 && c <= 0xe007f) || c == 0xff9e ||
         c == 0xff9f;
}

/* Whether @next goes on with the syllable that @last belongs to (Unicode Standard Annex 29, rules
 * GB6 to GB8). */
static gboolean
continues_hangul (gunichar last, gunichar next)
{
  GUnicodeBreakType before = g_unichar_break_type (last);
  GUnicodeBreakType after = g_unichar_break_type (next);

  if (before == G_UNICODE_BREAK_HANGUL_L_JAMO)
    return after == G_UNICODE_BREAK_HANGUL_L_JAMO || after == G_UNICODE_BREAK_HANGUL_V_JAMO ||
           after == G_UNICODE_BREAK_HANGUL_LV_SYLLABLE ||
           after == G_UNICODE_BREAK_HANGUL_LVT_SYLLABLE;
  if (before == G_UNICODE_BREAK_HANGUL_V_JAMO || before == G_UNICODE_BREAK_HANGUL_LV_SYLLABLE)
    return after == G_UNICODE_BREAK_HANGUL_V_JAMO || after == G_UNICODE_BREAK_HANGUL_T_JAMO;
  if (before == G_UNICODE_BREAK_HANGUL_T_JAMO || before == G_UNICODE_BREAK_HANGUL_LVT_SYLLABLE)
    return after == G_UNICODE_BREAK_HANGUL_T_JAMO;
  return FALSE;
}

/* Whether a person would see @last and @next as one. @n_indicators counts the regional indicators
 * up to @last: two of them are a flag, the third begins another one. Where GLib cannot tell (what
 * may follow a joiner or a virama), they count as one: an entry that keeps less is better than half
 * a sign. */
static gboolean
belong_together (gunichar last, gunichar next, guint n_indicators)
{
  if (last == '\r' && next == '\n')
    return TRUE;
  if (is_break_or_control (last) || is_break_or_control (next))
    return FALSE;
  if (extends (next))
    return TRUE;
  if (last == ZERO_WIDTH_JOINER)
    return !g_unichar_isspace (next);
  if (is_regional_indicator (last) && is_regional_indicator (next))
    return n_indicators % 2 == 1;
  if (g_unichar_combining_class (last) == CLASS_VIRAMA)
    return g_unichar_isalpha (next);
  return continues_hangul (last, next);
}

/* The offset of the last cluster that ends within @limit. */
static gsize
find_cut (const char *text, gint64 limit, CandUnits units)
{
  const char *cut = text;
  const char *p = text;
  gint64 n = 0;

  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);
      guint n_indicators = 0;

      n += count_character (c, units);
      n_indicators += is_regional_indicator (c);
      while (*next != '\0' && belong_together (c, g_utf8_get_char (next), n_indicators))
        {
          gboolean line_break = c == '\r';

          c = g_utf8_get_char (next);
          n += line_break ? 0 : count_character (c, units);
          n_indicators += is_regional_indicator (c);
          next = g_utf8_next_char (next);
        }
      if (n > limit)
        break;
      cut = p = next;
    }
  return cut - text;
}

/**
 * cand_text_limit_measure:
 * @self: (out caller-allocates): filled in
 * @text: (nullable): UTF-8
 * @limit: CAND_LIMIT_UNKNOWN where the board states none
 *
 * The cut is never within what a person sees as one sign: a letter with its accents, an emoji of
 * several parts, a flag, a syllable of Hangul, a line break.
 */
void
cand_text_limit_measure (CandTextLimit *self, const char *text, gint64 limit, CandUnits units)
{
  const char *shown = cand_text_or_empty (text);

  self->known = limit >= 0;
  self->length = cand_text_count (shown, units);
  self->limit = self->known ? limit : CAND_LIMIT_UNKNOWN;
  self->remaining = self->known ? limit - self->length : 0;
  /* Not length * 100, nor limit * 90: a limit may be as large as a number gets. */
  self->shown =
      self->known && self->length >= limit - limit / 100 * (100 - CAND_TEXT_LIMIT_SHOWN_PERCENT) -
                                         limit % 100 * (100 - CAND_TEXT_LIMIT_SHOWN_PERCENT) / 100;
  self->cut = self->remaining < 0 ? find_cut (shown, limit, units) : strlen (shown);
}
