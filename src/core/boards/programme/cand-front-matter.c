/* cand-front-matter.c: what stands before the text of a Markdown file
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-front-matter.h"

#include <string.h>

#include "core/model/cand-model-text.h"

/* More authors than this is no list of authors. */
#define MAX_AUTHORS 50

typedef enum
{
  MEMBER_OTHER,
  MEMBER_TITLE,
  MEMBER_DATE,
  MEMBER_ORGANISATION,
  MEMBER_AUTHORS,
} Member;

void
cand_front_matter_free (CandFrontMatter *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->date);
  g_free (self->organisation);
  g_ptr_array_unref (self->authors);
  g_free (self);
}

static Member
find_member (const char *name)
{
  static const struct
  {
    const char *name;
    Member member;
  } members[] = {
    { "title", MEMBER_TITLE },          { "date", MEMBER_DATE },
    { "published", MEMBER_DATE },       { "publishdate", MEMBER_DATE },
    { "pubdate", MEMBER_DATE },         { "organisation", MEMBER_ORGANISATION },
    { "company", MEMBER_ORGANISATION }, { "organization", MEMBER_ORGANISATION },
    { "author", MEMBER_AUTHORS },       { "authors", MEMBER_AUTHORS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (g_ascii_strcasecmp (members[i].name, name) == 0)
      return members[i].member;
  return MEMBER_OTHER;
}

/* A value without its quotes and without the comment after it; NULL for none. (transfer full) */
static char *
dup_value (const char *text)
{
  g_autofree char *trimmed = cand_text_dup_line (text);
  g_autoptr (GString) value = g_string_new (NULL);
  char quote;

  if (trimmed == NULL || *trimmed == '#' || *trimmed == '|' || *trimmed == '>')
    return NULL;
  quote = *trimmed;
  if (quote != '"' && quote != '\'')
    {
      char *comment = strstr (trimmed, " #");

      if (comment != NULL)
        *comment = '\0';
      return cand_text_dup_trimmed (trimmed);
    }
  for (const char *p = trimmed + 1; *p != '\0'; p++)
    {
      if (*p == quote && !(quote == '\'' && p[1] == '\''))
        break;
      if ((quote == '"' && *p == '\\' && p[1] != '\0') || (quote == '\'' && *p == '\''))
        p++;
      g_string_append_c (value, *p);
    }
  return cand_text_dup_line (value->str);
}

static void
add_author (CandFrontMatter *self, const char *text)
{
  char *author = dup_value (text);

  if (author == NULL)
    return;
  if (self->authors->len >= MAX_AUTHORS ||
      g_ptr_array_find_with_equal_func (self->authors, author, g_str_equal, NULL))
    g_free (author);
  else
    g_ptr_array_add (self->authors, author);
}

/* "Ada, Grace", "[ada, grace]" or one name. */
static void
add_authors (CandFrontMatter *self, const char *text)
{
  g_autofree char *list = g_strdup (text);
  g_auto (GStrv) names = NULL;

  g_strstrip (list);
  if (*list == '[')
    g_strdelimit (list, "[]", ' ');
  names = g_strsplit (list, ",", MAX_AUTHORS);
  for (guint i = 0; names[i] != NULL; i++)
    add_author (self, names[i]);
}

/* An element of the list of authors: "- ada", "- user: ada" or "- name: Ada Lovelace". */
static void
read_author (CandFrontMatter *self, const char *text)
{
  static const char *const names[] = { "user:", "name:", "author:" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strncasecmp (text, names[i], strlen (names[i])) == 0)
      {
        add_author (self, text + strlen (names[i]));
        return;
      }
  /* Another mapping says something else of an author. */
  if (strstr (text, ": ") == NULL && !g_str_has_suffix (text, ":"))
    add_author (self, text);
}

static void
set_once (char **slot, const char *text)
{
  if (*slot == NULL)
    *slot = dup_value (text);
}

static void
read_member (CandFrontMatter *self, Member member, const char *value)
{
  switch (member)
    {
    case MEMBER_TITLE:
      set_once (&self->title, value);
      break;
    case MEMBER_DATE:
      set_once (&self->date, value);
      break;
    case MEMBER_ORGANISATION:
      set_once (&self->organisation, value);
      break;
    case MEMBER_AUTHORS:
      add_authors (self, value);
      break;
    case MEMBER_OTHER:
      break;
    }
}

static void
read_line (CandFrontMatter *self, const char *line, Member *last)
{
  const char *start = line + strspn (line, " \t");
  const char *colon = strchr (start, ':');

  if (*start == '-' && (start[1] == ' ' || start[1] == '\t'))
    {
      start++;
      if (*last == MEMBER_AUTHORS)
        read_author (self, start + strspn (start, " \t"));
    }
  else if (start == line && colon != NULL)
    {
      g_autofree char *name = g_strndup (start, colon - start);

      *last = find_member (g_strchomp (name));
      read_member (self, *last, colon + 1);
    }
}

/* The line at @text, without its end; *@next is after it. (transfer full) */
static char *
dup_line (const char *text, const char **next)
{
  gsize length = strcspn (text, "\n");
  char *line = g_strndup (text, length);

  *next = text + length + (text[length] == '\n' ? 1 : 0);
  return g_strchomp (line);
}

CandFrontMatter *
cand_front_matter_read (const char *markdown)
{
  CandFrontMatter *self = g_new0 (CandFrontMatter, 1);
  const char *start = markdown + strspn (markdown, " \t\r\n");
  const char *next;
  g_autofree char *first = dup_line (start, &next);
  const char *body = NULL;
  Member last = MEMBER_OTHER;

  self->authors = g_ptr_array_new_with_free_func (g_free);
  if (!g_str_equal (first, "---"))
    return self;
  /* Without an end it is none, but a line across the page. */
  for (const char *p = next; *p != '\0' && body == NULL;)
    {
      g_autofree char *line = dup_line (p, &p);

      if (g_str_equal (line, "---") || g_str_equal (line, "..."))
        body = p;
    }
  if (body == NULL)
    return self;
  for (const char *p = next; p < body;)
    {
      g_autofree char *line = dup_line (p, &p);

      if (p < body)
        read_line (self, line, &last);
    }
  self->length = body - markdown;
  return self;
}
