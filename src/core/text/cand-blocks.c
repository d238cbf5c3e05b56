/* cand-blocks.c: a text as a flat list of blocks, safe to show
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-blocks.h"

#include <gio/gio.h>
#include <string.h>

#define INDENT "  "

static const struct
{
  CandRunFlags flag;
  const char *start;
  const char *end;
} looks[] = {
  { CAND_RUN_STRONG, "<b>", "</b>" },    { CAND_RUN_EMPHASIS, "<i>", "</i>" },
  { CAND_RUN_CODE, "<tt>", "</tt>" },    { CAND_RUN_STRIKE, "<s>", "</s>" },
  { CAND_RUN_UNDERLINE, "<u>", "</u>" },
};

gboolean
cand_link_is_safe (const char *address)
{
  g_autoptr (GUri) uri = NULL;
  const char *scheme;

  if (address == NULL || !g_utf8_validate (address, -1, NULL))
    return FALSE;
  for (const char *p = address; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p) || *p == ' ')
      return FALSE;
  uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);
  if (uri == NULL)
    return FALSE;
  scheme = g_uri_get_scheme (uri);
  if (g_str_equal (scheme, "http") || g_str_equal (scheme, "https"))
    return g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0';
  return g_str_equal (scheme, "mailto") && *g_uri_get_path (uri) != '\0';
}

static void
append_run_markup (GString *markup, const CandRun *run)
{
  g_autofree char *escaped = g_markup_escape_text (run->text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (run->flags & looks[i].flag)
      g_string_append (markup, looks[i].start);
  g_string_append (markup, escaped);
  for (guint i = G_N_ELEMENTS (looks); i > 0; i--)
    if (run->flags & looks[i - 1].flag)
      g_string_append (markup, looks[i - 1].end);
}

char *
cand_block_to_markup (const CandBlock *block)
{
  GString *markup = g_string_new (NULL);
  const char *link = NULL;

  for (guint i = 0; i < block->runs->len; i++)
    {
      const CandRun *run = g_ptr_array_index (block->runs, i);

      /* Runs of one link in several looks are one link. */
      if (g_strcmp0 (link, run->link) != 0)
        {
          if (link != NULL)
            g_string_append (markup, "</a>");
          link = run->link;
          if (link != NULL)
            {
              g_autofree char *address = g_markup_escape_text (link, -1);

              g_string_append_printf (markup, "<a href=\"%s\">", address);
            }
        }
      append_run_markup (markup, run);
    }
  if (link != NULL)
    g_string_append (markup, "</a>");
  return g_string_free (markup, FALSE);
}

/* "• ", "3. ", or for a further paragraph of the item nothing, under the words of the first. */
static void
append_item_lead (GString *text, const CandBlock *block)
{
  for (guint i = 1; i < block->level; i++)
    g_string_append (text, INDENT);
  if (block->continues)
    g_string_append (text, INDENT);
  else if (block->ordinal > 0)
    g_string_append_printf (text, "%u. ", block->ordinal);
  else
    g_string_append (text, "• ");
}

static void
append_words (GString *text, const CandBlock *block)
{
  for (guint i = 0; i < block->runs->len; i++)
    {
      const CandRun *run = g_ptr_array_index (block->runs, i);

      for (const char *p = run->text; *p != '\0'; p++)
        {
          g_string_append_c (text, *p);
          if (*p == '\n' && block->type == CAND_BLOCK_ITEM)
            for (guint j = 0; j < block->level; j++)
              g_string_append (text, INDENT);
        }
    }
}

/* Rows of a list, of a table and of a quote stay together; everything else is apart. */
static gboolean
belong_together (const CandBlock *a, const CandBlock *b)
{
  return a->type == b->type && (a->type == CAND_BLOCK_ITEM || a->type == CAND_BLOCK_TABLE_ROW);
}

char *
cand_blocks_to_text (CandBlocks *blocks)
{
  GString *text = g_string_new (NULL);
  const CandBlock *previous = NULL;

  for (guint i = 0; i < blocks->len; i++)
    {
      const CandBlock *block = g_ptr_array_index (blocks, i);

      if (block->type == CAND_BLOCK_RULE)
        continue;
      if (previous != NULL)
        g_string_append (text, belong_together (previous, block) ? "\n" : "\n\n");
      if (block->type == CAND_BLOCK_ITEM)
        append_item_lead (text, block);
      append_words (text, block);
      previous = block;
    }
  return g_string_free (text, FALSE);
}
