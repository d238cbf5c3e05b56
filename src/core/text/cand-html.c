/* cand-html.c: reads untrusted HTML into blocks
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-blocks.h"

#include "cand-block-builder.h"
#include "cand-html-arena.h"
#include "cand-html-guard.h"
#include "cand-html-tags.h"

#include <string.h>

#define CELL_SEPARATOR " · "

/* What the blocks in an element are, unless something further in says otherwise. */
typedef enum
{
  CONTAINER_BODY,
  CONTAINER_ITEM,
  CONTAINER_QUOTE,
  CONTAINER_ROW,
} Container;

#define NO_FRAME G_MAXUINT

/* What an element inherits from those around it. */
typedef struct
{
  Container container;
  CandRunFlags flags;
  const char *link; /* (unowned) (nullable) in the tree */
  guint heading;    /* 0 for none */
  guint lists;
  guint quotes;
  gboolean preformatted;
  gboolean aside;
  guint list_frame; /* the list, the item and the quote that this is in, NO_FRAME for none */
  guint item_frame;
  guint quote_frame;
} Context;

/* One open element. */
typedef struct
{
  const GumboNode *node; /* (unowned) in the tree */
  guint next_child;
  Context context;

  guint next_ordinal; /* of a list: 0 for bullets */
  guint ordinal;      /* of an item */
  gboolean started;   /* the item or the quote has its first block already */
} Frame;

typedef struct
{
  CandBlockBuilder *builder; /* (owned) */
  GArray *frames;            /* (owned) (element-type Frame) */
  CandHtmlArena *arena;      /* (owned) */
  GUri *base;                /* (unowned) (nullable) what relative links are relative to */
  GStringChunk *links;       /* (owned) the links that were relative */
  gboolean cell_pending;     /* a separator is due before the next words of the row */
} Reader;

static Frame *
get_frame (Reader *self, guint index)
{
  return &g_array_index (self->frames, Frame, index);
}

static Frame *
get_top (Reader *self)
{
  return get_frame (self, self->frames->len - 1);
}

static void
end_block (Reader *self)
{
  cand_block_builder_close (self->builder);
  self->cell_pending = FALSE;
}

/* Opens the block that words found here belong to. */
static void
open_block (Reader *self, const Context *context)
{
  CandBlockBuilder *builder = self->builder;
  Frame *frame;

  if (context->preformatted)
    cand_block_builder_open (builder, CAND_BLOCK_PREFORMATTED, 0, 0, FALSE);
  else if (context->container == CONTAINER_ITEM)
    {
      frame = get_frame (self, context->item_frame);
      cand_block_builder_open (builder, CAND_BLOCK_ITEM, MAX (context->lists, 1), frame->ordinal,
                               frame->started);
      frame->started = TRUE;
    }
  else if (context->container == CONTAINER_ROW)
    cand_block_builder_open (builder, CAND_BLOCK_TABLE_ROW, 0, 0, FALSE);
  else if (context->heading > 0)
    cand_block_builder_open (builder, CAND_BLOCK_HEADING, context->heading, 0, FALSE);
  else if (context->container == CONTAINER_QUOTE)
    {
      frame = get_frame (self, context->quote_frame);
      cand_block_builder_open (builder, CAND_BLOCK_QUOTE, context->quotes, 0, frame->started);
      frame->started = TRUE;
    }
  else
    cand_block_builder_open (builder, CAND_BLOCK_PARAGRAPH, 0, 0, FALSE);
}

static void
add_text (Reader *self, const char *text)
{
  const Context *context = &get_top (self)->context;
  CandRunFlags flags = context->flags;
  gboolean blank = cand_text_is_blank (text);

  if (!cand_block_builder_is_open (self->builder))
    {
      if (blank && !context->preformatted)
        return;
      open_block (self, context);
      cand_block_builder_set_aside (self->builder, context->aside);
    }
  if (self->cell_pending && !blank)
    {
      if (cand_block_builder_has_text (self->builder))
        cand_block_builder_add_text (self->builder, CELL_SEPARATOR, CAND_RUN_PLAIN, NULL);
      self->cell_pending = FALSE;
    }
  /* A heading in an item stays in the item, and stands out by its weight. */
  if (context->heading > 0 && context->container == CONTAINER_ITEM)
    flags |= CAND_RUN_STRONG;
  cand_block_builder_add_text (self->builder, text, flags, context->link);
}

/* One is a line break; two in a row are how many people write paragraphs. */
static void
add_break (Reader *self)
{
  const Context *context = &get_top (self)->context;

  if (!cand_block_builder_has_text (self->builder))
    return;
  if (context->container == CONTAINER_ROW)
    cand_block_builder_add_text (self->builder, " ", CAND_RUN_PLAIN, NULL);
  else if (cand_block_builder_ends_in_break (self->builder) && !context->preformatted)
    end_block (self);
  else
    cand_block_builder_add_break (self->builder);
}

/* The edge of a paragraph: in a cell of a table only a blank, so that a row stays a row. */
static void
end_paragraph (Reader *self, const Context *context)
{
  if (context->container != CONTAINER_ROW)
    end_block (self);
  else if (cand_block_builder_is_open (self->builder))
    cand_block_builder_add_text (self->builder, " ", CAND_RUN_PLAIN, NULL);
}

/* The attribute as a number from 0 to @maximum; @otherwise when it is none. */
static guint
get_number (const GumboElement *element, const char *name, guint maximum, guint otherwise)
{
  GumboAttribute *attribute = gumbo_get_attribute (&element->attributes, name);
  guint64 value;

  if (attribute == NULL ||
      !g_ascii_string_to_unsigned (attribute->value, 10, 0, maximum, &value, NULL))
    return otherwise;
  return value;
}

static void
enter_list (Reader *self, Frame *frame, const GumboElement *element)
{
  end_block (self);
  frame->context.lists = MIN (frame->context.lists + 1, CAND_BLOCKS_MAX_DEPTH);
  frame->context.list_frame = self->frames->len - 1;
  frame->next_ordinal =
      element->tag == GUMBO_TAG_OL ? get_number (element, "start", G_MAXINT, 1) : 0;
}

static void
enter_item (Reader *self, Frame *frame, const GumboElement *element)
{
  Frame *list = NULL;

  end_block (self);
  if (frame->context.list_frame != NO_FRAME)
    list = get_frame (self, frame->context.list_frame);
  if (list != NULL && list->node->v.element.tag == GUMBO_TAG_OL)
    {
      frame->ordinal = get_number (element, "value", G_MAXINT, list->next_ordinal);
      list->next_ordinal = frame->ordinal + 1;
    }
  frame->context.container = CONTAINER_ITEM;
  frame->context.item_frame = self->frames->len - 1;
  frame->context.heading = 0;
}

/* @address as an absolute one that may be opened, NULL when it is none. Belongs to the reader. */
static const char *
make_absolute (Reader *self, const char *address)
{
  g_autoptr (GUri) uri = NULL;
  g_autofree char *absolute = NULL;

  if (self->base == NULL || *address == '\0')
    return NULL;
  uri = g_uri_parse_relative (self->base, address, G_URI_FLAGS_ENCODED, NULL);
  if (uri == NULL)
    return NULL;
  absolute = g_uri_to_string (uri);
  return cand_link_is_safe (absolute) ? g_string_chunk_insert (self->links, absolute) : NULL;
}

static void
enter_link (Reader *self, Frame *frame, const GumboElement *element)
{
  GumboAttribute *href = gumbo_get_attribute (&element->attributes, "href");

  frame->context.link = NULL;
  if (href == NULL)
    return;
  /* The tree is ours to change, and blanks around an address mean nothing. */
  g_strstrip ((char *) href->value);
  frame->context.link =
      cand_link_is_safe (href->value) ? href->value : make_absolute (self, href->value);
}

/* The new element is on top already. FALSE when its content is dropped. */
static gboolean
enter_element (Reader *self, Frame *frame)
{
  const GumboElement *element = &frame->node->v.element;
  const CandTag *tag = cand_html_tag_get (element->tag);

  frame->context.flags |= tag->look;
  switch ((CandTagRole) tag->role)
    {
    case CAND_TAG_DROPPED:
      return FALSE;
    case CAND_TAG_UNLISTED:
    case CAND_TAG_INLINE:
      break;
    case CAND_TAG_LINK:
      enter_link (self, frame, element);
      break;
    case CAND_TAG_BREAK:
      add_break (self);
      break;
    case CAND_TAG_BLOCK:
      end_paragraph (self, &frame->context);
      frame->context.aside |= element->tag == GUMBO_TAG_NAV || element->tag == GUMBO_TAG_FOOTER;
      break;
    case CAND_TAG_HEADING:
      end_paragraph (self, &frame->context);
      frame->context.heading = 1 + element->tag - GUMBO_TAG_H1;
      break;
    case CAND_TAG_LIST:
      enter_list (self, frame, element);
      break;
    case CAND_TAG_ITEM:
      enter_item (self, frame, element);
      break;
    case CAND_TAG_QUOTE:
      end_block (self);
      frame->context.container = CONTAINER_QUOTE;
      frame->context.quote_frame = self->frames->len - 1;
      frame->context.quotes = MIN (frame->context.quotes + 1, CAND_BLOCKS_MAX_DEPTH);
      break;
    case CAND_TAG_PREFORMATTED:
      end_block (self);
      frame->context.preformatted = TRUE;
      break;
    case CAND_TAG_RULE:
      cand_block_builder_add_rule (self->builder);
      break;
    case CAND_TAG_TABLE:
      end_block (self);
      break;
    case CAND_TAG_ROW:
      end_block (self);
      frame->context.container = CONTAINER_ROW;
      frame->context.heading = 0;
      break;
    case CAND_TAG_CELL:
      self->cell_pending = TRUE;
      break;
    }
  return TRUE;
}

static void
leave_element (Reader *self, const Frame *frame)
{
  switch ((CandTagRole) cand_html_tag_get (frame->node->v.element.tag)->role)
    {
    case CAND_TAG_BLOCK:
    case CAND_TAG_HEADING:
      end_paragraph (self, &frame->context);
      break;
    case CAND_TAG_LIST:
    case CAND_TAG_ITEM:
    case CAND_TAG_QUOTE:
    case CAND_TAG_PREFORMATTED:
    case CAND_TAG_TABLE:
    case CAND_TAG_ROW:
      end_block (self);
      break;
    case CAND_TAG_UNLISTED:
    case CAND_TAG_INLINE:
    case CAND_TAG_LINK:
    case CAND_TAG_BREAK:
    case CAND_TAG_RULE:
    case CAND_TAG_CELL:
    case CAND_TAG_DROPPED:
      break;
    }
}

static void
enter_node (Reader *self, const GumboNode *node)
{
  switch (node->type)
    {
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_WHITESPACE:
    case GUMBO_NODE_CDATA:
      add_text (self, node->v.text.text);
      break;
    case GUMBO_NODE_ELEMENT:
      {
        Frame frame = { .node = node, .context = get_top (self)->context };

        g_array_append_val (self->frames, frame);
        if (!enter_element (self, get_top (self)))
          g_array_set_size (self->frames, self->frames->len - 1);
        break;
      }
    case GUMBO_NODE_DOCUMENT:
    case GUMBO_NODE_COMMENT:
    case GUMBO_NODE_TEMPLATE:
      break;
    }
}

/* Without recursion: the text decides how deep the tree is. */
static void
walk (Reader *self, const GumboNode *root)
{
  Frame bottom = { .node = root };

  bottom.context.list_frame = NO_FRAME;
  bottom.context.item_frame = NO_FRAME;
  bottom.context.quote_frame = NO_FRAME;
  g_array_set_size (self->frames, 0);
  g_array_append_val (self->frames, bottom);
  while (self->frames->len > 0)
    {
      Frame *top = get_top (self);
      const GumboVector *children = &top->node->v.element.children;

      if (top->next_child < children->length)
        enter_node (self, children->data[top->next_child++]);
      else
        {
          leave_element (self, top);
          g_array_set_size (self->frames, self->frames->len - 1);
        }
    }
  end_block (self);
}

static void
read_piece (Reader *self, const GString *piece)
{
  walk (self, cand_html_arena_parse (self->arena, piece->str, piece->len));
}

/* Text that has no markup: a blank line parts paragraphs, a line break is one. */
static void
mark_lines (GString *text)
{
  g_auto (GStrv) lines = g_strsplit (text->str, "\n", -1);
  gboolean in_paragraph = FALSE;

  g_string_truncate (text, 0);
  for (char **line = lines; *line != NULL; line++)
    {
      gboolean blank = cand_text_is_blank (*line);

      if (!blank)
        g_string_append_printf (text, "%s%s", in_paragraph ? "<br>" : "<p>", *line);
      in_paragraph = !blank;
    }
}

/* The start of @html as UTF-8 without NUL. (transfer full) */
static char *
repair (const char *html, gsize length, gboolean *truncated)
{
  g_autofree char *copy = NULL;
  gsize n = 0;

  *truncated = length > CAND_BLOCKS_MAX_BYTES;
  if (*truncated)
    {
      /* Not in the middle of a character, of which at most three bytes are before the cut. */
      length = CAND_BLOCKS_MAX_BYTES;
      for (guint i = 0; i < 3 && (html[length] & 0xc0) == 0x80; i++)
        length--;
    }
  copy = g_malloc (length + 1);
  for (gsize i = 0; i < length; i++)
    if (html[i] != '\0')
      copy[n++] = html[i];
  copy[n] = '\0';
  return g_utf8_make_valid (copy, n);
}

CandBlocks *
cand_blocks_new_from_html (const char *html, gssize length, gboolean *truncated)
{
  return cand_blocks_new_from_html_at (html, length, NULL, truncated);
}

CandBlocks *
cand_blocks_new_from_html_at (const char *html,
                              gssize length,
                              const char *base,
                              gboolean *truncated)
{
  g_autofree char *repaired = NULL;
  g_autoptr (CandBlockBuilder) builder = cand_block_builder_new ();
  g_autoptr (CandHtmlGuard) guard = NULL;
  g_autoptr (GString) piece = g_string_new (NULL);
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  g_autoptr (GUri) uri = NULL;
  g_autoptr (GStringChunk) links = g_string_chunk_new (1024);
  g_autoptr (CandHtmlArena) arena = cand_html_arena_new ();
  Reader reader = { .builder = builder, .frames = frames, .links = links, .arena = arena };
  gboolean was_truncated = FALSE;

  if (html != NULL)
    repaired = repair (html, length < 0 ? strlen (html) : (gsize) length, &was_truncated);
  if (truncated != NULL)
    *truncated = was_truncated;
  if (repaired == NULL)
    return cand_block_builder_end (builder);
  if (base != NULL)
    uri = g_uri_parse (base, G_URI_FLAGS_ENCODED, NULL);
  reader.base = uri;

  guard = cand_html_guard_new (repaired, strlen (repaired));
  while (cand_html_guard_next (guard, piece))
    {
      if (!cand_html_guard_saw_markup (guard))
        mark_lines (piece);
      read_piece (&reader, piece);
    }
  return cand_block_builder_end (builder);
}
