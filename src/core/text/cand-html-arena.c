/* cand-html-arena.c: the memory of one piece of HTML while it is read
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-html-arena.h"

/* A description fits into one of them, with everything gumbo makes of it. */
#define BLOCK_SIZE (128 * 1024)
#define ALIGNMENT (2 * sizeof (gpointer))

struct _CandHtmlArena
{
  GPtrArray *blocks; /* (owned) (element-type guint8) the first of BLOCK_SIZE */
  guint8 *next;      /* (unowned) in the last block */
  gsize left;
};

CandHtmlArena *
cand_html_arena_new (void)
{
  CandHtmlArena *self = g_new0 (CandHtmlArena, 1);

  self->blocks = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
cand_html_arena_free (CandHtmlArena *self)
{
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

static void
add_block (CandHtmlArena *self, gsize size)
{
  self->next = g_malloc (size);
  self->left = size;
  g_ptr_array_add (self->blocks, self->next);
}

static void *
allocate (void *data, size_t size)
{
  CandHtmlArena *self = data;
  gsize rounded = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  void *memory;

  if (rounded > self->left)
    add_block (self, MAX (rounded, BLOCK_SIZE));
  memory = self->next;
  self->next += rounded;
  self->left -= rounded;
  return memory;
}

static void
deallocate (void *data, void *memory)
{
}

static void
reset (CandHtmlArena *self)
{
  if (self->blocks->len == 0)
    add_block (self, BLOCK_SIZE);
  g_ptr_array_set_size (self->blocks, 1);
  self->next = g_ptr_array_index (self->blocks, 0);
  self->left = BLOCK_SIZE;
}

const GumboNode *
cand_html_arena_parse (CandHtmlArena *self, const char *piece, gsize length)
{
  GumboOptions options = kGumboDefaultOptions;

  reset (self);
  options.allocator = allocate;
  options.deallocator = deallocate;
  options.userdata = self;
  options.fragment_context = GUMBO_TAG_DIV;
  options.max_errors = 0;
  return gumbo_parse_with_options (&options, piece, length)->root;
}
