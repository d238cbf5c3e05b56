/* cand-wrap.c: long texts in labels that wrap
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-wrap.h"

#include <string.h>

#include "core/model/cand-model-text.h"

/* In characters. */
#define LONGEST_RUN 2000

/* Writing without blanks breaks nearly anywhere: a page of Japanese is no long word. */
static gboolean
is_break (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isspace (c);
  return g_unichar_break_type (c) == G_UNICODE_BREAK_IDEOGRAPHIC;
}

/* The last blank among the next LONGEST_RUN bytes; NULL where there is none. */
static const char *
find_blank (const char *text, gsize size)
{
  for (gsize i = MIN (size, LONGEST_RUN); i > 0; i--)
    if (g_ascii_isspace (text[i - 1]))
      return text + i - 1;
  return NULL;
}

/* Every key comes by here with a whole text: from blank to blank, most of it is leapt over. */
PangoWrapMode
cand_wrap_mode_for (const char *text)
{
  const char *end = text + strlen (text);
  const char *p = text;
  gboolean leaping = TRUE;
  guint run = 0;

  while (p < end)
    {
      const char *blank = leaping ? find_blank (p, end - p) : NULL;

      if (blank != NULL)
        {
          p = blank + 1;
          continue;
        }
      run = is_break (g_utf8_get_char (p)) ? 0 : run + 1;
      if (run > LONGEST_RUN)
        return PANGO_WRAP_CHAR;
      leaping = g_ascii_isspace (*p);
      p = g_utf8_next_char (p);
    }
  return PANGO_WRAP_WORD_CHAR;
}

void
cand_wrap_set_label (GtkLabel *label, const char *text)
{
  PangoWrapMode mode = cand_wrap_mode_for (text);

  /* Never the long text in the slow mode, not even for a moment. */
  if (mode == PANGO_WRAP_CHAR)
    gtk_label_set_wrap_mode (label, mode);
  gtk_label_set_label (label, text);
  gtk_label_set_wrap_mode (label, mode);
}

char *
cand_wrap_dup_beginning (const char *text)
{
  const char *end = text;

  for (guint i = 0; i < LONGEST_RUN && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  if (*end == '\0')
    return g_strdup (text);
  return g_strdup_printf ("%.*s…", (int) (end - text), text);
}

char *
cand_wrap_dup_preview (const char *text)
{
  g_autofree char *beginning = cand_wrap_dup_beginning (text);
  char *line = cand_text_dup_line (beginning);

  return line != NULL ? line : g_strdup ("");
}
