/* cand-limit-text.c: how long an answer is, and what would be cut, in words
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-limit-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/model/cand-model-text.h"

/* In characters: of what would be cut no more than this is repeated. */
#define LONGEST_EXCERPT 60

static char *
dup_count (const CandTextLimit *measured)
{
  guint length = (guint) measured->length;

  return g_strdup_printf (ngettext ("%u character", "%u characters", length), length);
}

static char *
dup_rest (const CandTextLimit *measured)
{
  guint rest = (guint) ABS (measured->remaining);

  if (measured->remaining < 0)
    /* Translators: characters above what the employer takes. */
    return g_strdup_printf (ngettext ("%u too many", "%u too many", rest), rest);
  /* Translators: characters that may still be written. */
  return g_strdup_printf (ngettext ("%u left", "%u left", rest), rest);
}

static char *
dup_known (const CandTextLimit *measured, char **spoken)
{
  g_autofree char *rest = measured->shown ? dup_rest (measured) : NULL;
  /* Translators: characters written, and how many the employer takes, as in "120 / 127". */
  g_autofree char *ratio =
      g_strdup_printf (_ ("%u / %u"), (guint) measured->length, (guint) measured->limit);
  g_autofree char *said =
      g_strdup_printf (ngettext ("%u of %u character", "%u of %u characters", measured->limit),
                       (guint) measured->length, (guint) measured->limit);

  *spoken = rest != NULL ? g_strdup_printf ("%s, %s", said, rest) : g_steal_pointer (&said);
  if (rest == NULL)
    return g_steal_pointer (&ratio);
  /* Translators: the first is "120 / 127", the second "7 left". */
  return g_strdup_printf (_ ("%s · %s"), ratio, rest);
}

char *
cand_limit_dup_counter (const CandTextLimit *measured, gboolean paragraph, char **spoken)
{
  g_autofree char *count = NULL;
  char *text;

  if (measured->known && measured->limit != CAND_LIMIT_NONE &&
      (paragraph || (measured->shown && measured->length > 0)))
    return dup_known (measured, spoken);
  if (!paragraph || measured->length == 0 || measured->limit == CAND_LIMIT_NONE)
    {
      *spoken = g_strdup ("");
      return g_strdup ("");
    }
  count = dup_count (measured);
  /* Translators: %s is "120 characters"; how many the employer takes is not known. */
  text = g_strdup_printf (_ ("%s · limit unknown"), count);
  *spoken = g_strdup (text);
  return text;
}

/* On one line, and not longer than can be taken in. */
static char *
dup_excerpt (const char *text)
{
  const char *end = text;
  g_autofree char *beginning = NULL;
  g_autofree char *line = NULL;

  for (guint i = 0; i < LONGEST_EXCERPT && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  beginning = g_strndup (text, end - text);
  line = cand_text_dup_line (beginning);
  return g_strconcat (line != NULL ? line : "", *end != '\0' ? "…" : "", NULL);
}

char *
cand_limit_dup_cut (const CandTextLimit *measured, const char *text)
{
  g_autofree char *excerpt = NULL;
  guint n;

  if (!measured->known || measured->remaining >= 0)
    return NULL;
  excerpt = dup_excerpt (text + measured->cut);
  /* The number that the counter has: a sign that is cut in two counts as much as is cut of it, and
   * is shown whole. */
  n = (guint) -measured->remaining;
  /* Only blanks are lost. */
  if (*excerpt == '\0')
    return g_strdup_printf (
        ngettext ("%u space at the end would be cut.", "%u spaces at the end would be cut.", n), n);
  if (n == 1)
    /* Translators: %s is the end of what the person wrote, which the employer would not get. */
    return g_strdup_printf (_ ("The last character would be cut: “%s”"), excerpt);
  /* Translators: %s is the end of what the person wrote, which the employer would not get. */
  return g_strdup_printf (ngettext ("The last %u character would be cut: “%s”",
                                    "The last %u characters would be cut: “%s”", n),
                          n, excerpt);
}
