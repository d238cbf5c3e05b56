/* cand-pasted-address.c: the one address in what a person pasted
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-pasted-address.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cand-library-private.h"
#include "core/boards/cand-board-system.h"

/* What never stands in an address, and encloses one. */
#define ENCLOSING "<>\"“”«»„‹›`|"
/* What a sentence puts behind one; and of that, what an address on its own hardly ends with. */
#define TRAILING ".,;:!?'’‘*_"
#define TRAILING_ALONE ".,;:’‘"
/* Where more words than this come first, it is no address with a word beside it. */
#define MAX_WORDS 10000

/* @text with a blank for each character of ENCLOSING, and for what divides the two parts of a
 * Markdown link. (transfer full) */
static char *
dup_unwrapped (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *words = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_utf8_strchr (ENCLOSING, -1, c) != NULL)
        g_string_append_c (words, ' ');
      else if (g_str_has_prefix (p, "]("))
        {
          g_string_append (words, " (");
          p++;
        }
      else
        g_string_append_unichar (words, c);
    }
  return g_string_free (words, FALSE);
}

static guint
count (const char *text, char c)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    if (*text == c)
      n++;
  return n;
}

/* Without brackets that do not belong to it, and without what else of @trailing is behind it. */
static char *
dup_without (const char *word, const char *trailing)
{
  g_autofree char *bare = g_strdup (word);

  for (char *end = bare + strlen (bare); end > bare;)
    {
      char *last = g_utf8_find_prev_char (bare, end);
      gunichar c = g_utf8_get_char (last);

      if (g_utf8_strchr (trailing, -1, c) == NULL &&
          !(c == ')' && count (bare, ')') > count (bare, '(')) &&
          !(c == ']' && count (bare, ']') > count (bare, '[')) && c != '}')
        break;
      *last = '\0';
      end = last;
    }
  return g_steal_pointer (&bare);
}

/* Without what a sentence has around it. */
static char *
dup_bare (const char *word)
{
  word += strspn (word, "([{'*_");
  while (g_str_has_prefix (word, "‘") || g_str_has_prefix (word, "’"))
    word += strlen ("‘");
  return dup_without (word, TRAILING);
}

static gboolean
has_scheme (const char *word)
{
  return g_ascii_strncasecmp (word, "https://", strlen ("https://")) == 0 ||
         g_ascii_strncasecmp (word, "http://", strlen ("http://")) == 0;
}

/* Whether a word among others is an address although it does not say how to get there: a board's,
 * or a host with a dot and a path. */
static gboolean
looks_like_address (const char *word)
{
  const char *slash = strchr (word, '/');
  g_autofree char *host = slash != NULL ? g_strndup (word, slash - word) : NULL;
  g_autoptr (CandAddress) board = NULL;

  if (host == NULL || strchr (host, '.') == NULL || strpbrk (host, "@:") != NULL)
    return FALSE;
  board = cand_address_parse (word, NULL);
  return board != NULL || (slash[1] != '\0' && g_ascii_isalpha (strrchr (host, '.')[1]));
}

/* Those that @is tells from other words; *@several where they are different ones. (transfer full)
 * (nullable): the first. */
static char *
find_first (char **words, gboolean (*is) (const char *word), gboolean *several)
{
  g_autofree char *first = NULL;

  for (guint i = 0; words[i] != NULL && i < MAX_WORDS; i++)
    {
      g_autofree char *bare = dup_bare (words[i]);

      if (!is (bare))
        continue;
      if (first == NULL)
        first = g_steal_pointer (&bare);
      else if (!cand_library_same_page (first, bare))
        *several = TRUE;
    }
  return g_steal_pointer (&first);
}

char *
cand_pasted_address (const char *text, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *unwrapped = dup_unwrapped (stripped);
  g_auto (GStrv) words = NULL;
  g_autofree char *found = NULL;
  gboolean several = FALSE;

  g_strstrip (unwrapped);
  /* Nothing but an address: it may well end in an odd way. */
  if (strchr (unwrapped, ' ') == NULL && has_scheme (unwrapped))
    return dup_without (unwrapped, TRAILING_ALONE);
  words = g_strsplit (unwrapped, " ", MAX_WORDS);
  found = find_first (words, has_scheme, &several);
  if (found == NULL)
    found = find_first (words, looks_like_address, &several);
  if (several)
    {
      g_set_error_literal (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_NOT_FOUND,
                           _ ("There are several addresses in this; paste one at a time"));
      return NULL;
    }
  if (found == NULL && strchr (unwrapped, ' ') == NULL)
    found = dup_bare (unwrapped);
  return found != NULL ? g_steal_pointer (&found) : g_steal_pointer (&stripped);
}
