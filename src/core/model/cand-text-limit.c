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

/* The same bit of each of eight bytes. */
#define EACH G_GUINT64_CONSTANT (0x0101010101010101)

/* How many of the eight bytes have their lowest bit set, of bytes that have no other. */
static guint
sum_bytes (guint64 bytes)
{
  return (bytes * EACH) >> 56;
}

/* Eight bytes at once, where none of them is a carriage return: every key counts a whole text. */
static guint
count_eight (guint64 bytes, CandUnits units)
{
  guint64 continuing = (bytes >> 7) & ~(bytes >> 6) & EACH;
  guint64 four = (bytes >> 7) & (bytes >> 6) & (bytes >> 5) & (bytes >> 4) & EACH;
  guint n = 8 - sum_bytes (continuing);

  return units == CAND_UNITS_UTF16 ? n + sum_bytes (four) : n;
}

/* Whether one of them is zero; it may be wrong about bytes above one that is. */
static gboolean
has_zero (guint64 bytes)
{
  return ((bytes - EACH) & ~bytes & (EACH << 7)) != 0;
}

/* Counts from @text until @end or until more than @limit (not negative) would be counted, and puts
 * there how many it counted. What stops it never stops it within a character. */
static const char *
advance (const char *text, const char *end, gint64 limit, CandUnits units, gint64 *counted)
{
  const char *p = text;
  gint64 n = 0;

  while (p < end)
    {
      guint64 bytes;
      gint64 more;

      if (end - p >= 8 && limit - n >= 16)
        {
          memcpy (&bytes, p, 8);
          if (!has_zero (bytes ^ (EACH * '\r')))
            {
              n += count_eight (bytes, units);
              p += 8;
              continue;
            }
        }
      more = ((guint8) *p & 0xc0) != 0x80;
      more += units == CAND_UNITS_UTF16 && (guint8) *p >= 0xf0;
      more -= p[0] == '\r' && p[1] == '\n';
      if (n + more > limit)
        break;
      n += more;
      p++;
    }
  *counted = n;
  return p;
}

/**
 * cand_text_count:
 *
 * "\r\n" is one line break. A character has one byte that does not continue another, and those
 * above U+FFFF, which are two units of UTF-16, are those of four bytes.
 */
gint64
cand_text_count (const char *text, CandUnits units)
{
  const char *shown = cand_text_or_empty (text);

  return cand_text_count_part (shown, strlen (shown), units);
}

gint64
cand_text_count_part (const char *text, gsize size, CandUnits units)
{
  gint64 n;

  advance (text, text + size, G_MAXINT64, units, &n);
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

/* Where a cluster begins at or before @p, whatever stands before it: of flags next to each other,
 * before the first. */
static const char *
find_beginning (const char *text, const char *p)
{
  while (p > text)
    {
      const char *last = g_utf8_prev_char (p);

      if (!belong_together (g_utf8_get_char (last), g_utf8_get_char (p), 1))
        return p;
      p = last;
    }
  return text;
}

/* The offset of the last cluster that ends within @limit, which the text goes beyond. Only around
 * it are the clusters looked at. */
static gsize
find_cut (const char *text, gsize size, gint64 limit, CandUnits units)
{
  gint64 n, too_many;
  const char *reached = advance (text, text + size, limit, units, &n);
  const char *cut = find_beginning (text, reached);
  const char *p = cut;

  advance (cut, reached, G_MAXINT64, units, &too_many);
  n -= too_many;
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

/* The cut is never within what a person sees as one sign: a letter with its accents, an emoji of
 * several parts, a flag, a syllable of Hangul, a line break. */
void
cand_text_limit_compare (
    CandTextLimit *self, const char *text, gsize size, gint64 length, gint64 limit, CandUnits units)
{
  self->known = limit >= 0;
  self->length = length;
  self->limit = self->known ? limit : CAND_LIMIT_UNKNOWN;
  self->remaining = self->known ? limit - length : 0;
  /* Not length * 100, nor limit * 90: a limit may be as large as a number gets. */
  self->shown =
      self->known && length >= limit - limit / 100 * (100 - CAND_TEXT_LIMIT_SHOWN_PERCENT) -
                                   limit % 100 * (100 - CAND_TEXT_LIMIT_SHOWN_PERCENT) / 100;
  self->cut = self->remaining < 0 ? find_cut (text, size, limit, units) : size;
}

/**
 * cand_text_limit_measure:
 * @self: (out caller-allocates): filled in
 * @text: (nullable): UTF-8
 * @limit: CAND_LIMIT_UNKNOWN where the board states none
 */
void
cand_text_limit_measure (CandTextLimit *self, const char *text, gint64 limit, CandUnits units)
{
  const char *shown = cand_text_or_empty (text);
  gsize size = strlen (shown);

  cand_text_limit_compare (self, shown, size, cand_text_count_part (shown, size, units), limit,
                           units);
}
