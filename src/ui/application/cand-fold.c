/* cand-fold.c: an employer's words in a label, long ones folded, addresses in them as links
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-fold.h"

#include <string.h>

#include "core/text/cand-blocks.h"
#include "ui/cand-wrap.h"

/* Twelve lines of a text that is to be read, at the width of the form; and what is shown of it. */
#define LONGEST_LINES 12
#define LONGEST_LENGTH 960
#define SHOWN_LINES 8
#define SHOWN_LENGTH 600

/* Where @text exceeds so many lines or characters; its end where it does not. */
static const char *
find_end (const char *text, guint lines, guint length)
{
  const char *p = text;

  for (; *p != '\0' && length > 0; p = g_utf8_next_char (p), length--)
    if (*p == '\n' && --lines == 0)
      break;
  return p;
}

gboolean
cand_fold_is_long (const char *text)
{
  return *find_end (text, LONGEST_LINES, LONGEST_LENGTH) != '\0';
}

/* Not within a word or an address, unless it is a very long one. */
static char *
dup_beginning (const char *text)
{
  const char *end = find_end (text, SHOWN_LINES, SHOWN_LENGTH);
  const char *p = end;

  while (p > text && !g_ascii_isspace (*p))
    p--;
  if (end - p < SHOWN_LENGTH / 2)
    end = p;
  return g_strdup_printf ("%.*s…", (int) (end - text), text);
}

/* An address ends with a blank, or with what stands around it in a sentence. */
static const char *
find_address_end (const char *address)
{
  const char *end = address + strcspn (address, " \t\r\n<>\"“”«»");

  while (end > address && strchr (".,;:!?'", end[-1]) != NULL)
    end--;
  if (end > address && end[-1] == ')' && memchr (address, '(', end - address) == NULL)
    end--;
  return end;
}

static const char *
find_address (const char *text)
{
  const char *plain = strstr (text, "http://");
  const char *secure = strstr (text, "https://");

  return plain == NULL || (secure != NULL && secure < plain) ? secure : plain;
}

static char *
dup_markup (const char *text, gboolean *linked)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  const char *p = text;

  *linked = FALSE;
  for (const char *address; (address = find_address (p)) != NULL;)
    {
      const char *end = find_address_end (address);
      g_autofree char *before = g_markup_escape_text (p, address - p);
      g_autofree char *plain = g_strndup (address, end - address);
      g_autofree char *escaped = g_markup_escape_text (plain, -1);
      gboolean safe = cand_link_is_safe (plain);

      g_string_append (markup, before);
      if (safe)
        g_string_append_printf (markup, "<a href=\"%s\">%s</a>", escaped, escaped);
      else
        g_string_append (markup, escaped);
      *linked |= safe;
      p = end;
    }
  if (*p != '\0')
    {
      g_autofree char *rest = g_markup_escape_text (p, -1);

      g_string_append (markup, rest);
    }
  return g_string_free_and_steal (g_steal_pointer (&markup));
}

void
cand_fold_show (GtkLabel *label, const char *text, gboolean all)
{
  gboolean is_long = cand_fold_is_long (text);
  g_autofree char *shown = is_long && !all ? dup_beginning (text) : g_strdup (text);
  gboolean linked;
  g_autofree char *markup = dup_markup (shown, &linked);

  gtk_label_set_selectable (label, is_long);
  /* Wrapped by the words that are seen: a link's address is twice in the markup. */
  gtk_label_set_wrap_mode (label, cand_wrap_mode_for (shown));
  gtk_label_set_label (label, markup);
}
