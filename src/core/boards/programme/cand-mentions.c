/* cand-mentions.c: where one passage of an announcement mentions positions
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-mentions.h"

#include <string.h>

#include "cand-words.h"
#include "core/model/cand-model-text.h"

/* One passage mentions no more. */
#define MAX_MENTIONS 200
/* So many further links to one position are known by their words. */
#define MAX_OTHERS 8
/* In bytes: what is longer is no name on a link, and so far is nothing said of it. */
#define MAX_TEXT 512

/* While a passage is read. */
typedef struct
{
  const CandTarget *target;
  GString *text;
  GString *before;
  GString *after;
  GPtrArray *others; /* (element-type utf8) what further links to it say */
} Draft;

static void
draft_clear (Draft *draft)
{
  g_string_free (draft->text, TRUE);
  g_string_free (draft->after, TRUE);
  g_ptr_array_unref (draft->others);
}

static void
mention_free (CandMention *mention)
{
  g_free (mention->text);
  g_free (mention->before);
  g_free (mention->after);
  g_ptr_array_unref (mention->others);
  g_free (mention);
}

static gboolean
is_same (const CandTarget *a, const CandTarget *b)
{
  return *a->key != '\0' ? g_str_equal (a->key, b->key) : g_str_equal (a->url, b->url);
}

/* "Apply for the Research Intern position here": the part that names it. */
static char *
dup_name (const char *text)
{
  static const char *const starts[] = { "apply for ", "apply to ", "apply as ", "apply: " };
  static const char *const articles[] = { "the ", "our ", "an ", "a " };
  static const char *const ends[] = { " here", " now", " today", " position", " role", " job" };
  g_autofree char *name = cand_text_dup_unmarked (text);
  gsize skipped = 0;

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (starts) && skipped == 0; i++)
    if (g_ascii_strncasecmp (name, starts[i], strlen (starts[i])) == 0)
      skipped = strlen (starts[i]);
  if (skipped == 0)
    return g_steal_pointer (&name);
  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    if (g_ascii_strncasecmp (name + skipped, articles[i], strlen (articles[i])) == 0)
      skipped += strlen (articles[i]);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      gsize length = strlen (name);
      gsize n = strlen (ends[i]);

      if (length > skipped + n && g_ascii_strcasecmp (name + length - n, ends[i]) == 0)
        name[length - n] = '\0';
    }
  return cand_text_dup_tidy (name + skipped);
}

static gboolean
names_position (const char *text)
{
  g_autofree char *words = NULL;

  if (text == NULL || !cand_text_is_title (text) || g_str_has_prefix (text, "www."))
    return FALSE;
  /* "A" alone is no article. */
  if (g_unichar_isupper (g_utf8_get_char (text)) && *g_utf8_next_char (text) == '\0')
    return TRUE;
  words = cand_words_dup (text);
  return cand_words_are_numbered (words) ||
         (!cand_words_are_invitation (words) && !cand_words_head_positions (words));
}

gboolean
cand_mention_names_position (const char *text)
{
  g_autofree char *name = dup_name (text);

  return names_position (name);
}

/* Where "(also in", which nothing closes yet, begins in @text; NULL when it does not. */
static char *
find_also (const GString *text)
{
  char *bracket = strrchr (text->str + (text->len > MAX_TEXT ? text->len - MAX_TEXT : 0), '(');

  return bracket != NULL && strchr (bracket, ')') == NULL &&
                 g_ascii_strncasecmp (bracket, "(also ", strlen ("(also ")) == 0
             ? bracket
             : NULL;
}

static CandMention *
finish (const Draft *draft)
{
  CandMention *mention = g_new0 (CandMention, 1);
  char *also = find_also (draft->before);

  /* What it links to is where the position is as well, not what it is called. */
  if (also != NULL)
    g_string_truncate (draft->before, also - draft->before->str);
  mention->target = draft->target;
  mention->text = dup_name (draft->text->str);
  mention->before = cand_text_dup_tidy (draft->before->str);
  mention->after = cand_text_dup_tidy (draft->after->str);
  mention->others = g_ptr_array_ref (draft->others);
  mention->names = also == NULL && names_position (mention->text);
  /* "(apply)" leaves its brackets behind. */
  if (mention->after != NULL && g_str_equal (mention->after, "()"))
    g_clear_pointer (&mention->after, g_free);
  return mention;
}

/* A second link to the position that was mentioned last: its words count where the first has none
 * that name it. */
static void
add_to_last (Draft *last, const CandRun *run, gboolean same_link)
{
  g_autofree char *so_far = NULL;
  g_autofree char *name = NULL;

  if (same_link)
    {
      g_string_append (last->text, run->text);
      return;
    }
  if (last->text->len > MAX_TEXT)
    return;
  so_far = dup_name (last->text->str);
  name = dup_name (run->text);
  if (name != NULL && last->others->len < MAX_OTHERS)
    g_ptr_array_add (last->others, g_strdup (name));
  if (!names_position (so_far) && names_position (name))
    {
      g_string_assign (last->text, run->text);
      g_string_truncate (last->after, 0);
    }
}

GPtrArray *
cand_mentions_read (const CandBlock *block, CandTargets *targets)
{
  GPtrArray *mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) mention_free);
  g_autoptr (GArray) drafts = g_array_new (FALSE, FALSE, sizeof (Draft));
  g_autoptr (GString) start = g_string_new (NULL);
  const char *last_link = NULL;
  Draft *last = NULL;

  g_array_set_clear_func (drafts, (GDestroyNotify) draft_clear);
  for (guint i = 0; i < block->runs->len && drafts->len < MAX_MENTIONS; i++)
    {
      const CandRun *run = g_ptr_array_index (block->runs, i);
      const CandTarget *target = cand_targets_find_run (targets, run);

      if (target == NULL || (last != NULL && find_also (last->after) != NULL))
        g_string_append (last != NULL ? last->after : start, run->text);
      else if (last != NULL && is_same (last->target, target))
        add_to_last (last, run, g_strcmp0 (last_link, run->link) == 0);
      else
        {
          Draft draft = { target, g_string_new (run->text), start, g_string_new (NULL),
                          g_ptr_array_new_with_free_func (g_free) };

          if (last != NULL)
            draft.before = last->after;
          g_array_append_val (drafts, draft);
          last = &g_array_index (drafts, Draft, drafts->len - 1);
        }
      last_link = run->link;
    }
  for (guint i = 0; i < drafts->len; i++)
    g_ptr_array_add (mentions, finish (&g_array_index (drafts, Draft, i)));
  return mentions;
}

static gboolean
take_title (const char *text, gsize length, char **title)
{
  g_autofree char *start = g_strndup (text, length);
  g_autofree char *tidy = cand_text_dup_tidy (start);

  if (!names_position (tidy))
    return FALSE;
  *title = g_steal_pointer (&tidy);
  return TRUE;
}

/* "We are", "Acme is also": who looks for somebody, right before the word for it. */
static gboolean
are_ours (const char *text, gsize length)
{
  static const char *const ends[] = { " we ",   " we are ",    " we re ", " is ",
                                      " also ", " currently ", " now " };
  g_autofree char *start = g_strndup (text, length);
  g_autofree char *words = cand_words_dup (start);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (words, ends[i]))
      return TRUE;
  return FALSE;
}

/* After the words of @text that say that somebody is looked for; NULL when none do. */
static const char *
skip_seeking (const char *text)
{
  static const char *const phrases[] = { "looking for ", "hire ",       "hiring ",
                                         "seeking ",     "seek ",       "recruiting ",
                                         "recruit ",     "search for ", "searching for " };
  static const char *const articles[] = { "an ", "a ", "one " };
  const char *after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      const char *found = g_strrstr (text, phrases[i]);

      if (found != NULL && are_ours (text, found - text) &&
          (after == NULL || found + strlen (phrases[i]) > after))
        after = found + strlen (phrases[i]);
    }
  text = after != NULL ? after : text;
  if (after == NULL && g_str_has_prefix (text, "and "))
    text += strlen ("and ");
  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    if (g_str_has_prefix (text, articles[i]))
      return text + strlen (articles[i]);
  return after;
}

gboolean
cand_mention_find_sought (const char *text, char **title)
{
  static const char *const ends[] = { " to ", " who ", " that ", " with ", " for ", ". ",  ", ",
                                      "; ",   ": ",    " (",     " – ",    " — ",   " - ", NULL };
  const char *name = text != NULL ? skip_seeking (text) : NULL;
  const char *end = name;

  if (name == NULL)
    return FALSE;
  for (guint i = 0; ends[i] != NULL; i++)
    {
      const char *found = strstr (name, ends[i]);

      if (found != NULL && (end == name || found < end))
        end = found;
    }
  if (end == name)
    end = name + strlen (name) - (g_str_has_suffix (name, ".") ? 1 : 0);
  return take_title (name, end - name, title);
}

/* The first of @separators in @text; NULL for none. */
static const char *
find_separator (const char *text, const char *const *separators)
{
  const char *first = NULL;

  for (; *separators != NULL; separators++)
    {
      const char *found = strstr (text, *separators);

      if (found != NULL && (first == NULL || found < first))
        first = found;
    }
  return first;
}

/* "Research Intern, keeping …": a comma that a small letter follows. */
static const char *
find_comma (const char *text)
{
  const char *comma = strstr (text, ", ");

  return comma != NULL && g_unichar_islower (g_utf8_get_char (comma + 2)) ? comma : NULL;
}

gboolean
cand_mention_split_title (const char *text, gboolean loose, char **title, char **rest)
{
  static const char *const strong[] = { ": ", " — ", " – ", " - ", " | ", " · ", NULL };
  static const char *const weak[] = { ", ", ". ", NULL };
  const char *separator;

  *rest = NULL;
  if (text == NULL)
    return FALSE;
  separator = find_separator (text, strong);
  if (separator == NULL && loose)
    separator = find_comma (text);
  if (separator == NULL && take_title (text, strlen (text), title))
    return TRUE;
  if (!loose && separator == NULL)
    return FALSE;
  if (separator == NULL)
    separator = find_separator (text, weak);
  if (separator == NULL)
    {
      gsize length = strlen (text);

      /* "Research Intern." */
      return length > 1 && text[length - 1] == '.' && take_title (text, length - 1, title);
    }
  if (!take_title (text, separator - text, title))
    return FALSE;
  *rest = cand_text_dup_tidy (separator);
  return TRUE;
}

char *
cand_mention_dup_bold_lead (const CandBlock *block)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < block->runs->len; i++)
    {
      const CandRun *run = g_ptr_array_index (block->runs, i);

      if ((run->flags & CAND_RUN_STRONG) == 0 || run->link != NULL)
        break;
      g_string_append (text, run->text);
    }
  return cand_text_dup_tidy (text->str);
}
