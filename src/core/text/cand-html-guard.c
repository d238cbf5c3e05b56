/* cand-html-guard.c: keeps from the HTML parser what would cost it too much
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-html-guard.h"

#include "cand-html-tags.h"

#include <string.h>

/* As many elements may be open in one piece. */
#define MAX_OPEN 200
/* As often may elements be opened while formatting is, counted once for each open formatting. */
#define MAX_REOPENED 2000
/* An address longer than this is none. */
#define MAX_ATTRIBUTE 4096

struct _CandHtmlGuard
{
  const char *next; /* (unowned) */
  const char *end;  /* (unowned) */

  /* Elements that may be open in the parser: an end tag takes one off only when it surely is there,
   * so that there are never fewer here than there. (element-type GumboTag) */
  GArray *open; /* (owned) */
  guint formatting;
  guint reopened;
  gboolean saw_markup;
};

typedef struct
{
  const char *start;
  gsize length;
} Slice;

/* A tag as it stands in the text. */
typedef struct
{
  GumboTag tag;
  gboolean is_end;
  gboolean complete; /* FALSE when the text ends inside it */
  Slice value;       /* of the one attribute that means something; start NULL without */
} Token;

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static void
skip_blanks (CandHtmlGuard *self)
{
  while (self->next < self->end && is_blank (*self->next))
    self->next++;
}

/* The attribute of @tag that is passed on. */
static const char *
wanted_attribute (GumboTag tag)
{
  if (tag == GUMBO_TAG_A)
    return "href";
  if (tag == GUMBO_TAG_OL)
    return "start";
  if (tag == GUMBO_TAG_LI)
    return "value";
  return NULL;
}

static Slice
read_attribute_name (CandHtmlGuard *self)
{
  Slice name = { self->next, 0 };

  /* A name may start with "=". */
  while (self->next < self->end && !is_blank (*self->next) && *self->next != '/' &&
         *self->next != '>' && (*self->next != '=' || self->next == name.start))
    self->next++;
  name.length = self->next - name.start;
  return name;
}

static Slice
read_attribute_value (CandHtmlGuard *self)
{
  Slice value = { self->next, 0 };

  if (self->next == self->end)
    return value;
  if (*self->next == '"' || *self->next == '\'')
    {
      const char *quote = memchr (self->next + 1, *self->next, self->end - self->next - 1);

      value.start++;
      value.length = (quote != NULL ? quote : self->end) - value.start;
      self->next = quote != NULL ? quote + 1 : self->end;
      return value;
    }
  while (self->next < self->end && !is_blank (*self->next) && *self->next != '>')
    self->next++;
  value.length = self->next - value.start;
  return value;
}

static void
read_attributes (CandHtmlGuard *self, Token *token)
{
  const char *wanted = wanted_attribute (token->tag);

  while (self->next < self->end)
    {
      Slice name;
      Slice value = { NULL, 0 };

      skip_blanks (self);
      if (self->next == self->end)
        return;
      if (*self->next == '>')
        {
          self->next++;
          token->complete = TRUE;
          return;
        }
      if (*self->next == '/')
        {
          self->next++;
          continue;
        }
      name = read_attribute_name (self);
      skip_blanks (self);
      if (self->next < self->end && *self->next == '=')
        {
          self->next++;
          skip_blanks (self);
          value = read_attribute_value (self);
        }
      if (wanted != NULL && token->value.start == NULL && name.length == strlen (wanted) &&
          g_ascii_strncasecmp (name.start, wanted, name.length) == 0)
        token->value = value;
    }
}

/* At "<" and a letter, or at "</" and a letter. */
static Token
read_tag (CandHtmlGuard *self)
{
  Token token = { .tag = GUMBO_TAG_UNKNOWN };
  const char *name;

  self->next++;
  if (*self->next == '/')
    {
      token.is_end = TRUE;
      self->next++;
    }
  name = self->next;
  while (self->next < self->end && !is_blank (*self->next) && *self->next != '/' &&
         *self->next != '>')
    self->next++;
  token.tag = gumbo_tagn_enum (name, self->next - name);
  read_attributes (self, &token);
  return token;
}

/* To after the end tag of a raw element, or to the end. */
static void
skip_raw (CandHtmlGuard *self, GumboTag tag)
{
  const char *name = gumbo_normalized_tagname (tag);
  gsize length = strlen (name);

  while (self->next < self->end)
    {
      const char *found = memchr (self->next, '<', self->end - self->next);

      if (found == NULL)
        break;
      self->next = found + 1;
      if ((gsize) (self->end - found) > length + 2 && found[1] == '/' &&
          g_ascii_strncasecmp (found + 2, name, length) == 0 &&
          (is_blank (found[length + 2]) || strchr ("/>", found[length + 2]) != NULL))
        {
          self->next = found;
          read_tag (self);
          return;
        }
    }
  self->next = self->end;
}

static void
skip_to (CandHtmlGuard *self, const char *what)
{
  const char *found = g_strstr_len (self->next, self->end - self->next, what);

  self->next = found != NULL ? found + strlen (what) : self->end;
}

/* At "<!", "<?" or "</" and no letter: all of them are comments of one kind or another. */
static void
skip_comment (CandHtmlGuard *self)
{
  gsize left = self->end - self->next;

  self->saw_markup = TRUE;
  if (left < 4 || strncmp (self->next, "<!--", 4) != 0)
    {
      skip_to (self, ">");
      return;
    }
  /* "<!-->" and "<!--->" are whole comments. */
  self->next += 4;
  if (self->next < self->end && *self->next == '>')
    self->next++;
  else if (self->end - self->next >= 2 && strncmp (self->next, "->", 2) == 0)
    self->next += 2;
  else
    skip_to (self, "-->");
}

static GumboTag
get_open (CandHtmlGuard *self, guint index)
{
  return g_array_index (self->open, GumboTag, index);
}

static void
write_start_tag (CandHtmlGuard *self, const Token *token, GString *piece)
{
  const CandTag *kind = cand_html_tag_get (token->tag);
  const char *wanted = wanted_attribute (token->tag);

  g_string_append_printf (piece, "<%s", gumbo_normalized_tagname (token->tag));
  if (token->value.start != NULL && token->value.length <= MAX_ATTRIBUTE)
    {
      g_string_append_printf (piece, " %s=\"", wanted);
      for (gsize i = 0; i < token->value.length; i++)
        if (token->value.start[i] == '"')
          g_string_append (piece, "&quot;");
        else
          g_string_append_c (piece, token->value.start[i]);
      g_string_append_c (piece, '"');
    }
  g_string_append_c (piece, '>');

  self->reopened += self->formatting;
  if (kind->is_void)
    return;
  g_array_append_val (self->open, token->tag);
  self->formatting += kind->formatting;
}

/* Whether the end tag of @tag also ends the paragraphs and items left open in it. */
static gboolean
ends_what_is_in_it (GumboTag tag)
{
  switch ((CandTagRole) cand_html_tag_get (tag)->role)
    {
    case CAND_TAG_BLOCK:
      return tag != GUMBO_TAG_P && tag != GUMBO_TAG_FORM && tag != GUMBO_TAG_LEGEND;
    case CAND_TAG_LIST:
    case CAND_TAG_ITEM:
    case CAND_TAG_QUOTE:
    case CAND_TAG_PREFORMATTED:
      return TRUE;
    case CAND_TAG_UNLISTED:
    case CAND_TAG_INLINE:
    case CAND_TAG_LINK:
    case CAND_TAG_BREAK:
    case CAND_TAG_HEADING:
    case CAND_TAG_RULE:
    case CAND_TAG_TABLE:
    case CAND_TAG_ROW:
    case CAND_TAG_CELL:
    case CAND_TAG_DROPPED:
      break;
    }
  return FALSE;
}

static void
write_end_tag (CandHtmlGuard *self, const Token *token, GString *piece)
{
  guint n = self->open->len;

  g_string_append_printf (piece, "</%s>", gumbo_normalized_tagname (token->tag));
  if (ends_what_is_in_it (token->tag))
    while (n > 0 && (get_open (self, n - 1) == GUMBO_TAG_P ||
                     (get_open (self, n - 1) == GUMBO_TAG_LI && token->tag != GUMBO_TAG_LI)))
      n--;
  if (n == 0 || get_open (self, n - 1) != token->tag)
    return;
  g_array_set_size (self->open, n - 1);
  self->formatting -= cand_html_tag_get (token->tag)->formatting;
}

/* A paragraph ends the one before it, an item the item. */
static void
close_implied (CandHtmlGuard *self, GumboTag tag)
{
  guint n = self->open->len;

  if ((tag == GUMBO_TAG_P || tag == GUMBO_TAG_LI) && n > 0 && get_open (self, n - 1) == tag)
    g_array_set_size (self->open, n - 1);
}

static gboolean
is_too_much (CandHtmlGuard *self)
{
  return self->open->len >= MAX_OPEN || self->reopened >= MAX_REOPENED;
}

/* FALSE when the tag is to start another piece. */
static gboolean
pass_tag (CandHtmlGuard *self, GString *piece)
{
  const char *start = self->next;
  Token token = read_tag (self);
  const CandTag *kind = cand_html_tag_get (token.tag);

  self->saw_markup = TRUE;
  if (!token.complete || kind->role == CAND_TAG_UNLISTED)
    return TRUE;
  if (kind->raw)
    {
      if (!token.is_end)
        skip_raw (self, token.tag);
      return TRUE;
    }
  if (token.is_end)
    {
      if (!kind->is_void)
        write_end_tag (self, &token, piece);
      return TRUE;
    }
  close_implied (self, token.tag);
  if (is_too_much (self))
    {
      self->next = start;
      return FALSE;
    }
  write_start_tag (self, &token, piece);
  return TRUE;
}

static void
pass_text (CandHtmlGuard *self, GString *piece)
{
  const char *start = self->next;
  const char *less = memchr (start, '<', self->end - start);

  self->next = less != NULL ? less : self->end;
  g_string_append_len (piece, start, self->next - start);
}

CandHtmlGuard *
cand_html_guard_new (const char *html, gsize length)
{
  CandHtmlGuard *self = g_new0 (CandHtmlGuard, 1);

  self->next = html;
  self->end = html + length;
  self->open = g_array_new (FALSE, FALSE, sizeof (GumboTag));
  return self;
}

void
cand_html_guard_free (CandHtmlGuard *self)
{
  g_array_unref (self->open);
  g_free (self);
}

gboolean
cand_html_guard_next (CandHtmlGuard *self, GString *piece)
{
  if (self->next == self->end)
    return FALSE;
  g_string_truncate (piece, 0);
  g_array_set_size (self->open, 0);
  self->formatting = 0;
  self->reopened = 0;
  while (self->next < self->end)
    {
      gsize left = self->end - self->next;

      if (*self->next != '<')
        pass_text (self, piece);
      else if (left > 1 && (g_ascii_isalpha (self->next[1]) ||
                            (left > 2 && self->next[1] == '/' && g_ascii_isalpha (self->next[2]))))
        {
          if (!pass_tag (self, piece))
            return TRUE;
        }
      else if (left > 1 && strchr ("!?/", self->next[1]) != NULL)
        skip_comment (self);
      else
        {
          g_string_append (piece, "&lt;");
          self->next++;
        }
    }
  return TRUE;
}

gboolean
cand_html_guard_saw_markup (CandHtmlGuard *self)
{
  return self->saw_markup;
}
