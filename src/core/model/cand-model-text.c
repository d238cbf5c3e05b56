/* cand-model-text.c: the strings that the model keeps
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-model-text.h"

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
