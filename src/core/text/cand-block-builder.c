/* cand-block-builder.c: puts blocks together from text as it comes
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-block-builder.h"

#include <string.h>

#define ZERO_WIDTH_SPACE 0x200b
#define BYTE_ORDER_MARK 0xfeff

struct _CandBlockBuilder
{
  CandBlocks *blocks; /* (owned) */
  CandBlock *block;   /* (owned) (nullable) the open one */

  /* The run that is being written; its text ends up in the block. */
  GString *text; /* (owned) */
  CandRunFlags flags;
  char *link; /* (owned) (nullable) */
  char last;  /* the last byte in the open block, '\n' at its start */
};

static void
run_free (CandRun *run)
{
  g_free (run->text);
  g_free (run->link);
  g_free (run);
}

static void
block_free (CandBlock *block)
{
  g_ptr_array_unref (block->runs);
  g_free (block);
}

static CandBlock *
block_new (CandBlockType type)
{
  CandBlock *block = g_new0 (CandBlock, 1);

  block->type = type;
  block->runs = g_ptr_array_new_with_free_func ((GDestroyNotify) run_free);
  return block;
}

static CandBlocks *
blocks_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) block_free);
}

static void
end_run (CandBlockBuilder *self)
{
  CandRun *run;

  if (self->text->len == 0)
    return;
  run = g_new0 (CandRun, 1);
  run->text = g_strndup (self->text->str, self->text->len);
  run->flags = self->flags;
  run->link = g_steal_pointer (&self->link);
  g_ptr_array_add (self->block->runs, run);
  g_string_truncate (self->text, 0);
}

static void
begin_run (CandBlockBuilder *self, CandRunFlags flags, const char *link)
{
  if (self->flags == flags && g_strcmp0 (self->link, link) == 0)
    return;
  end_run (self);
  self->flags = flags;
  g_set_str (&self->link, link);
}

static void
add_char (CandBlockBuilder *self, char c)
{
  g_string_append_c (self->text, c);
  self->last = c;
}

/* The blanks that HTML collapses; a no-break space is none of them. */
static gboolean
is_blank_char (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static gboolean
is_blank_run (const CandRun *run)
{
  for (const char *p = run->text; *p != '\0'; p++)
    if (!is_blank_char (*p))
      return FALSE;
  return TRUE;
}

/* Takes the blanks off the end of a block. */
static void
trim_end (CandBlock *block)
{
  while (block->runs->len > 0)
    {
      CandRun *run = g_ptr_array_index (block->runs, block->runs->len - 1);
      gsize length = strlen (run->text);

      if (!is_blank_run (run))
        {
          while (is_blank_char (run->text[length - 1]))
            length--;
          run->text[length] = '\0';
          return;
        }
      g_ptr_array_remove_index (block->runs, block->runs->len - 1);
    }
}

gboolean
cand_text_is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (!g_unichar_isspace (c) && !g_unichar_iscntrl (c) && c != ZERO_WIDTH_SPACE &&
          c != BYTE_ORDER_MARK)
        return FALSE;
    }
  return TRUE;
}

CandBlockBuilder *
cand_block_builder_new (void)
{
  CandBlockBuilder *self = g_new0 (CandBlockBuilder, 1);

  self->blocks = blocks_new ();
  self->text = g_string_new (NULL);
  return self;
}

void
cand_block_builder_free (CandBlockBuilder *self)
{
  g_ptr_array_unref (self->blocks);
  g_clear_pointer (&self->block, block_free);
  g_string_free (self->text, TRUE);
  g_free (self->link);
  g_free (self);
}

void
cand_block_builder_open (
    CandBlockBuilder *self, CandBlockType type, guint level, guint ordinal, gboolean continues)
{
  cand_block_builder_close (self);
  self->block = block_new (type);
  self->block->level = level;
  self->block->ordinal = ordinal;
  self->block->continues = continues;
  self->last = '\n';
}

void
cand_block_builder_set_aside (CandBlockBuilder *self, gboolean aside)
{
  if (self->block != NULL)
    self->block->aside = aside;
}

gboolean
cand_block_builder_is_open (CandBlockBuilder *self)
{
  return self->block != NULL;
}

gboolean
cand_block_builder_has_text (CandBlockBuilder *self)
{
  return self->block != NULL && (self->block->runs->len > 0 || self->text->len > 0);
}

void
cand_block_builder_close (CandBlockBuilder *self)
{
  if (self->block == NULL)
    return;
  end_run (self);
  trim_end (self->block);
  if (self->block->runs->len > 0)
    g_ptr_array_add (self->blocks, g_steal_pointer (&self->block));
  g_clear_pointer (&self->block, block_free);
}

void
cand_block_builder_add_text (CandBlockBuilder *self,
                             const char *text,
                             CandRunFlags flags,
                             const char *link)
{
  gboolean keep_blanks;

  g_return_if_fail (self->block != NULL);
  keep_blanks = self->block->type == CAND_BLOCK_PREFORMATTED;
  begin_run (self, flags, link);
  while (*text != '\0')
    {
      const char *next = g_utf8_next_char (text);

      if (is_blank_char (*text) && !keep_blanks)
        {
          if (self->last != ' ' && self->last != '\n')
            add_char (self, ' ');
        }
      else if (*text == '\t' || *text == '\n' || !g_unichar_iscntrl (g_utf8_get_char (text)))
        {
          g_string_append_len (self->text, text, next - text);
          self->last = next[-1];
        }
      text = next;
    }
}

void
cand_block_builder_add_break (CandBlockBuilder *self)
{
  g_return_if_fail (self->block != NULL);
  if (self->last == ' ' && self->text->len > 0 && self->block->type != CAND_BLOCK_PREFORMATTED)
    g_string_truncate (self->text, self->text->len - 1);
  add_char (self, '\n');
}

gboolean
cand_block_builder_ends_in_break (CandBlockBuilder *self)
{
  return cand_block_builder_has_text (self) && self->last == '\n';
}

void
cand_block_builder_add_rule (CandBlockBuilder *self)
{
  cand_block_builder_close (self);
  g_ptr_array_add (self->blocks, block_new (CAND_BLOCK_RULE));
}

CandBlocks *
cand_block_builder_end (CandBlockBuilder *self)
{
  CandBlocks *blocks;

  cand_block_builder_close (self);
  blocks = self->blocks;
  self->blocks = blocks_new ();
  return blocks;
}
