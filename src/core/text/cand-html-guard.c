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
/* As many attributes of an element mean something. */
#define MAX_WANTED 4
/* As much of a page is one piece, save for a script that is longer. */
#define MAX_PAGE_PIECE (256 * 1024)

struct _CandHtmlGuard
{
  gboolean page;    /* what is around the text is wanted, not the text */
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
  /* Of the attributes that mean something, in the order of wanted_attributes(); start NULL without.
   */
  Slice values[MAX_WANTED];
} Token;

/* How an element is passed on from what is around a text. */
typedef enum
{
  PAGE_ALONE, /* without content */
  PAGE_WORDS, /* with its content, which is no HTML */
  PAGE_OPEN,  /* stays open until its end tag */
} PageKind;

typedef struct
{
  GumboTag tag;
  PageKind kind;
  const char *attributes[MAX_WANTED + 1];
} PageTag;

static const PageTag page_tags[] = {
  { GUMBO_TAG_A, PAGE_OPEN, { "href" } },
  { GUMBO_TAG_BASE, PAGE_ALONE, { "href" } },
  { GUMBO_TAG_IFRAME, PAGE_ALONE, { "src" } },
  { GUMBO_TAG_LINK, PAGE_ALONE, { "rel", "href" } },
  { GUMBO_TAG_META, PAGE_ALONE, { "name", "property", "itemprop", "content" } },
  { GUMBO_TAG_SCRIPT, PAGE_ALONE, { "type", "src" } },
  { GUMBO_TAG_TEMPLATE, PAGE_OPEN, { NULL } },
  { GUMBO_TAG_TIME, PAGE_ALONE, { "datetime" } },
  { GUMBO_TAG_TITLE, PAGE_WORDS, { NULL } },
};

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

/* NULL for one that is not passed on. */
static const PageTag *
find_page_tag (GumboTag tag)
{
  for (guint i = 0; i < G_N_ELEMENTS (page_tags); i++)
    if (page_tags[i].tag == tag)
      return &page_tags[i];
  return NULL;
}

/* The attributes of @tag that are passed on, NULL-terminated. */
static const char *const *
wanted_attributes (CandHtmlGuard *self, GumboTag tag)
{
  static const char *const none[] = { NULL };
  static const char *const of_links[] = { "href", NULL };
  static const char *const of_lists[] = { "start", NULL };
  static const char *const of_items[] = { "value", NULL };
  const PageTag *page_tag = self->page ? find_page_tag (tag) : NULL;

  if (self->page)
    return page_tag != NULL ? page_tag->attributes : none;
  if (tag == GUMBO_TAG_A)
    return of_links;
  if (tag == GUMBO_TAG_OL)
    return of_lists;
  return tag == GUMBO_TAG_LI ? of_items : none;
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

/* Of two of one name, HTML takes the first. */
static void
keep_attribute (Token *token, const char *const *wanted, Slice name, Slice value)
{
  for (guint i = 0; wanted[i] != NULL; i++)
    if (token->values[i].start == NULL && name.length == strlen (wanted[i]) &&
        g_ascii_strncasecmp (name.start, wanted[i], name.length) == 0)
      token->values[i] = value;
}

static void
read_attributes (CandHtmlGuard *self, Token *token)
{
  const char *const *wanted = wanted_attributes (self, token->tag);

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
      keep_attribute (token, wanted, name, value);
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
write_attributes (CandHtmlGuard *self, const Token *token, GString *piece)
{
  const char *const *wanted = wanted_attributes (self, token->tag);

  for (guint i = 0; wanted[i] != NULL; i++)
    {
      const Slice *value = &token->values[i];

      if (value->start == NULL || value->length > MAX_ATTRIBUTE)
        continue;
      g_string_append_printf (piece, " %s=\"", wanted[i]);
      for (gsize j = 0; j < value->length; j++)
        if (value->start[j] == '"')
          g_string_append (piece, "&quot;");
        else
          g_string_append_c (piece, value->start[j]);
      g_string_append_c (piece, '"');
    }
}

static void
write_start_tag (CandHtmlGuard *self, const Token *token, GString *piece)
{
  const CandTag *kind = cand_html_tag_get (token->tag);

  g_string_append_printf (piece, "<%s", gumbo_normalized_tagname (token->tag));
  write_attributes (self, token, piece);
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

/* What breaks a line keeps the words of a link apart. */
static gboolean
breaks_words (const CandTag *kind)
{
  return kind->role != CAND_TAG_UNLISTED && kind->role != CAND_TAG_INLINE;
}

/* "application/ld+json", whose "+" some write as a reference, and which may have parameters. */
static gboolean
is_data (const Token *script)
{
  static const char type[] = "application/ld";
  Slice given = script->values[0];

  while (given.length > 0 && is_blank (*given.start))
    {
      given.start++;
      given.length--;
    }
  return given.length > strlen (type) &&
         g_ascii_strncasecmp (given.start, type, strlen (type)) == 0;
}

/* An element that stands alone, with its words when they are wanted: they go in as they are, and
 * only the parser knows what is in them. */
static void
pass_page_element (CandHtmlGuard *self, const Token *token, PageKind kind, GString *piece)
{
  const CandTag *tag = cand_html_tag_get (token->tag);
  const char *words = self->next;
  gboolean wanted = kind == PAGE_WORDS || (token->tag == GUMBO_TAG_SCRIPT && is_data (token));

  if (tag->raw)
    skip_raw (self, token->tag);
  g_string_append_printf (piece, "<%s", gumbo_normalized_tagname (token->tag));
  write_attributes (self, token, piece);
  g_string_append_c (piece, '>');
  self->reopened += self->formatting;
  /* The words end with an end tag, unless the text ends before. */
  if (wanted)
    g_string_append_len (piece, words, self->next - words);
  if (!wanted || self->next == self->end)
    g_string_append_printf (piece, "</%s>", gumbo_normalized_tagname (token->tag));
}

/* FALSE when the tag is to start another piece. */
static gboolean
pass_page_tag (CandHtmlGuard *self, GString *piece)
{
  const char *start = self->next;
  Token token = read_tag (self);
  const CandTag *kind = cand_html_tag_get (token.tag);
  const PageTag *page_tag = find_page_tag (token.tag);

  if (!token.complete)
    return TRUE;
  if (page_tag == NULL)
    {
      if (kind->raw && !token.is_end)
        skip_raw (self, token.tag);
      if (self->open->len > 0 && breaks_words (kind))
        g_string_append_c (piece, ' ');
      return TRUE;
    }
  if (token.is_end)
    {
      if (page_tag->kind == PAGE_OPEN)
        write_end_tag (self, &token, piece);
      return TRUE;
    }
  /* A link ends the one that it is in. */
  if (token.tag == GUMBO_TAG_A && self->open->len > 0 &&
      get_open (self, self->open->len - 1) == GUMBO_TAG_A)
    {
      g_array_set_size (self->open, self->open->len - 1);
      self->formatting--;
    }
  if (is_too_much (self) || piece->len >= MAX_PAGE_PIECE)
    {
      self->next = start;
      return FALSE;
    }
  if (page_tag->kind == PAGE_OPEN)
    write_start_tag (self, &token, piece);
  else
    pass_page_element (self, &token, page_tag->kind, piece);
  return TRUE;
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
  /* Around the text, only the words of links are wanted. */
  if (!self->page || self->open->len > 0)
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

CandHtmlGuard *
cand_html_guard_new_for_page (const char *html, gsize length)
{
  CandHtmlGuard *self = cand_html_guard_new (html, length);

  self->page = TRUE;
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
          if (!(self->page ? pass_page_tag (self, piece) : pass_tag (self, piece)))
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
