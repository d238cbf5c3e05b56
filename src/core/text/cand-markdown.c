/* cand-markdown.c: Markdown as HTML
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-markdown.h"

#include "cand-blocks.h"

#include <md4c.h>
#include <string.h>

/* md4c looks at the whole rest of a line for every list or quote that the line opens, and at every
 * open one for every line. No text that a person wrote nests as deep as this; of one that does, the
 * further marks are left out, and no words. */
#define MAX_MARKS CAND_BLOCKS_MAX_DEPTH
/* As many blanks at the start of a line, a tab counting as one, are as good as more. */
#define MAX_INDENT 256
/* As much HTML, and as much of addresses and titles, is made of a text. */
#define MAX_OUTPUT (8 * CAND_BLOCKS_MAX_BYTES)
#define BYTE_ORDER_MARK "\xef\xbb\xbf"
/* An address longer than this is none. */
#define MAX_ADDRESS 4096

typedef struct
{
  GString *html; /* (owned) */
  gsize spent;
  guint images; /* open ones: pictures are not shown, and neither are their words */
} Writer;

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

static const char *
skip_blanks (const char *p, const char *end)
{
  while (p < end && is_blank (*p))
    p++;
  return p;
}

/* After the mark of a quote or of an item at @p; NULL when there is none. */
static const char *
skip_mark (const char *p, const char *end)
{
  const char *digits = p;

  if (p == end)
    return NULL;
  if (*p == '>')
    return p + 1;
  if (strchr ("-+*", *p) != NULL)
    p++;
  else
    {
      while (p < end && g_ascii_isdigit (*p))
        p++;
      if (p == digits || p == end || (*p != '.' && *p != ')'))
        return NULL;
      p++;
    }
  return p == end || is_blank (*p) ? p : NULL;
}

static void
append_line (GString *text, const char *p, const char *end)
{
  const char *start = p;
  const char *next;
  guint n_marks = 0;

  if (skip_blanks (p, end) - p > MAX_INDENT)
    start = p = skip_blanks (p, end) - MAX_INDENT;
  while (n_marks < MAX_MARKS && (next = skip_mark (skip_blanks (p, end), end)) != NULL)
    {
      p = next;
      n_marks++;
    }
  g_string_append_len (text, start, p - start);
  if (n_marks == MAX_MARKS)
    {
      while ((next = skip_mark (skip_blanks (p, end), end)) != NULL)
        p = next;
      g_string_append_c (text, ' ');
      p = skip_blanks (p, end);
    }
  g_string_append_len (text, p, end - p);
  g_string_append_c (text, '\n');
}

/* The start of @markdown as UTF-8 without NUL, in lines that nest as deep as is read. */
static GString *
prepare (const char *markdown, gsize length)
{
  g_autoptr (GString) whole = g_string_new (NULL);
  g_autofree char *valid = NULL;
  GString *text;
  const char *p, *end;

  if (length > CAND_BLOCKS_MAX_BYTES)
    {
      /* Not in the middle of a character, of which at most three bytes are before the cut. */
      length = CAND_BLOCKS_MAX_BYTES;
      for (guint i = 0; i < 3 && (markdown[length] & 0xc0) == 0x80; i++)
        length--;
    }
  for (gsize i = 0; i < length; i++)
    if (markdown[i] == '\r' && (i + 1 == length || markdown[i + 1] != '\n'))
      g_string_append_c (whole, '\n');
    else if (markdown[i] != '\0' && markdown[i] != '\r')
      g_string_append_c (whole, markdown[i]);
  valid = g_utf8_make_valid (whole->str, whole->len);

  text = g_string_sized_new (whole->len + 1);
  p = g_str_has_prefix (valid, BYTE_ORDER_MARK) ? valid + strlen (BYTE_ORDER_MARK) : valid;
  end = valid + strlen (valid);
  while (p < end)
    {
      const char *line_end = memchr (p, '\n', end - p);

      if (line_end == NULL)
        line_end = end;
      append_line (text, p, line_end);
      p = line_end < end ? line_end + 1 : end;
    }
  return text;
}

/* What is written, with the addresses in it; FALSE when that is too much: a table of many columns,
 * or one definition that many links refer to, makes a short text endless. */
static gboolean
spend (Writer *self, gsize cost)
{
  self->spent += cost;
  return self->spent <= MAX_OUTPUT;
}

static int
write_html (Writer *self, const char *html)
{
  if (self->images > 0)
    return 0;
  if (!spend (self, strlen (html)))
    return -1;
  g_string_append (self->html, html);
  return 0;
}

static int
write_text (MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE length, void *user_data)
{
  Writer *self = user_data;
  g_autofree char *escaped = NULL;

  if (self->images > 0)
    return 0;
  switch (type)
    {
    case MD_TEXT_HTML:
    case MD_TEXT_ENTITY:
      if (!spend (self, length))
        return -1;
      g_string_append_len (self->html, text, length);
      return 0;
    case MD_TEXT_BR:
      return write_html (self, "<br>\n");
    case MD_TEXT_SOFTBR:
      return write_html (self, "\n");
    case MD_TEXT_NORMAL:
    case MD_TEXT_CODE:
    case MD_TEXT_LATEXMATH:
      escaped = g_markup_escape_text (text, length);
      return write_html (self, escaped);
    case MD_TEXT_NULLCHAR:
      break;
    }
  return 0;
}

/* A link's address, with what must not be in one escaped; what is escaped already stays so. */
static void
write_address (Writer *self, const MD_ATTRIBUTE *address)
{
  for (guint i = 0; address->substr_offsets[i] < address->size; i++)
    {
      const char *start = address->text + address->substr_offsets[i];
      gsize length = address->substr_offsets[i + 1] - address->substr_offsets[i];
      g_autofree char *part = g_strndup (start, length);
      g_autoptr (GString) whole = g_string_new (NULL);
      g_autofree char *escaped = NULL;

      if (address->substr_types[i] == MD_TEXT_ENTITY)
        {
          g_string_append (self->html, part);
          continue;
        }
      g_string_append_uri_escaped (whole, part, "!#$%&'()*+,/:;=?@[]", FALSE);
      escaped = g_markup_escape_text (whole->str, whole->len);
      g_string_append (self->html, escaped);
    }
}

static int
write_link (Writer *self, const MD_SPAN_A_DETAIL *detail)
{
  if (self->images > 0)
    return 0;
  if (!spend (self, (gsize) detail->href.size + detail->title.size))
    return -1;
  g_string_append (self->html, "<a href=\"");
  if (detail->href.size <= MAX_ADDRESS)
    write_address (self, &detail->href);
  return write_html (self, "\">");
}

static const char *const block_names[] = {
  [MD_BLOCK_QUOTE] = "blockquote",
  [MD_BLOCK_UL] = "ul",
  [MD_BLOCK_OL] = "ol",
  [MD_BLOCK_LI] = "li",
  [MD_BLOCK_CODE] = "pre",
  [MD_BLOCK_P] = "p",
  [MD_BLOCK_TABLE] = "table",
  [MD_BLOCK_THEAD] = "thead",
  [MD_BLOCK_TBODY] = "tbody",
  [MD_BLOCK_TR] = "tr",
  [MD_BLOCK_TH] = "th",
  [MD_BLOCK_TD] = "td",
};

static const char *const span_names[] = {
  [MD_SPAN_EM] = "em",     [MD_SPAN_STRONG] = "strong", [MD_SPAN_A] = "a",
  [MD_SPAN_CODE] = "code", [MD_SPAN_DEL] = "del",       [MD_SPAN_U] = "u",
};

static int
enter_block (MD_BLOCKTYPE type, void *detail, void *user_data)
{
  Writer *self = user_data;
  g_autofree char *tag = NULL;

  if (type == MD_BLOCK_HR)
    return write_html (self, "<hr>\n");
  if (type == MD_BLOCK_H)
    tag = g_strdup_printf ("<h%u>", ((const MD_BLOCK_H_DETAIL *) detail)->level);
  else if (type == MD_BLOCK_OL)
    tag = g_strdup_printf ("<ol start=\"%u\">\n", ((const MD_BLOCK_OL_DETAIL *) detail)->start);
  else if (type < G_N_ELEMENTS (block_names) && block_names[type] != NULL)
    tag = g_strdup_printf ("<%s>", block_names[type]);
  return tag != NULL ? write_html (self, tag) : 0;
}

static int
leave_block (MD_BLOCKTYPE type, void *detail, void *user_data)
{
  g_autofree char *tag = NULL;

  if (type == MD_BLOCK_H)
    tag = g_strdup_printf ("</h%u>\n", ((const MD_BLOCK_H_DETAIL *) detail)->level);
  else if (type < G_N_ELEMENTS (block_names) && block_names[type] != NULL)
    tag = g_strdup_printf ("</%s>\n", block_names[type]);
  return tag != NULL ? write_html (user_data, tag) : 0;
}

static int
enter_span (MD_SPANTYPE type, void *detail, void *user_data)
{
  Writer *self = user_data;
  g_autofree char *tag = NULL;

  if (type == MD_SPAN_A)
    return write_link (self, detail);
  if (type == MD_SPAN_IMG)
    {
      self->images++;
      return spend (self, ((const MD_SPAN_IMG_DETAIL *) detail)->src.size) ? 0 : -1;
    }
  if (type >= G_N_ELEMENTS (span_names) || span_names[type] == NULL)
    return 0;
  tag = g_strdup_printf ("<%s>", span_names[type]);
  return write_html (self, tag);
}

static int
leave_span (MD_SPANTYPE type, void *detail, void *user_data)
{
  Writer *self = user_data;
  g_autofree char *tag = NULL;

  if (type == MD_SPAN_IMG)
    self->images--;
  if (type >= G_N_ELEMENTS (span_names) || span_names[type] == NULL)
    return 0;
  tag = g_strdup_printf ("</%s>", span_names[type]);
  return write_html (self, tag);
}

char *
cand_markdown_to_html (const char *markdown, gssize length)
{
  static const MD_PARSER parser = {
    .flags = MD_DIALECT_GITHUB,
    .enter_block = enter_block,
    .leave_block = leave_block,
    .enter_span = enter_span,
    .leave_span = leave_span,
    .text = write_text,
  };
  g_autoptr (GString) text = NULL;
  Writer writer = { .html = g_string_new (NULL) };

  if (markdown != NULL)
    {
      text = prepare (markdown, length < 0 ? strlen (markdown) : (gsize) length);
      /* What was written before it became too much is kept. */
      md_parse (text->str, text->len, &parser, &writer);
    }
  return g_string_free (writer.html, FALSE);
}
