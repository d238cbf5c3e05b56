/* cand-announcement.c: the text of an announcement, passage by passage
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-announcement.h"

#include <string.h>

#include "cand-words.h"
#include "core/model/cand-model-text.h"

#define MAX_BOLD_HEADING 100
/* Fewer words without an end are a label. */
#define MIN_PROSE_WORDS 8

static void
passage_clear (CandPassage *passage)
{
  g_free (passage->text);
  g_free (passage->words);
}

void
cand_announcement_free (CandAnnouncement *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->passages);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

guint
cand_announcement_get_length (CandAnnouncement *self)
{
  return self->passages->len;
}

CandPassage *
cand_announcement_get (CandAnnouncement *self, guint index)
{
  return &g_array_index (self->passages, CandPassage, index);
}

static gboolean
is_bold (const CandBlock *block)
{
  for (guint i = 0; i < block->runs->len; i++)
    {
      const CandRun *run = g_ptr_array_index (block->runs, i);

      if ((run->flags & CAND_RUN_STRONG) == 0 && run->text[strspn (run->text, " :\n")] != '\0')
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_all_linked (const CandBlock *block)
{
  for (guint i = 0; i < block->runs->len; i++)
    {
      const CandRun *run = g_ptr_array_index (block->runs, i);

      if (run->link == NULL && run->text[strspn (run->text, " |·,/\n")] != '\0')
        return FALSE;
    }
  return TRUE;
}

static guint
find_heading_level (const CandPassage *passage)
{
  gsize length = strlen (passage->text);

  if (passage->block->type == CAND_BLOCK_HEADING)
    return passage->block->level;
  if (passage->block->type == CAND_BLOCK_PARAGRAPH && length <= MAX_BOLD_HEADING &&
      is_bold (passage->block) && strchr (".!", passage->text[length - 1]) == NULL)
    return CAND_BOLD_HEADING;
  return 0;
}

static void
add_block (CandAnnouncement *self, const CandBlock *block)
{
  g_autoptr (GString) text = g_string_new (NULL);
  CandPassage passage = { .block = block, .above = CAND_NO_PASSAGE };

  for (guint i = 0; i < block->runs->len; i++)
    g_string_append (text, ((const CandRun *) g_ptr_array_index (block->runs, i))->text);
  passage.text = cand_text_dup_line (text->str);
  if (passage.text == NULL)
    return;
  passage.words = cand_words_dup (passage.text);
  passage.heading = find_heading_level (&passage);
  passage.all_linked = is_all_linked (block);
  g_array_append_val (self->passages, passage);
}

static guint
find_title (CandAnnouncement *self, const char *title)
{
  g_autofree char *words = title != NULL ? cand_words_dup (title) : NULL;
  guint best = CAND_NO_PASSAGE;

  for (guint i = 0; i < self->passages->len; i++)
    {
      const CandPassage *passage = cand_announcement_get (self, i);

      if (passage->heading == 0 || passage->heading == CAND_BOLD_HEADING)
        continue;
      if (words != NULL && g_str_equal (passage->words, words))
        return i;
      if (passage->heading == 1 && best == CAND_NO_PASSAGE)
        best = i;
    }
  return best;
}

static CandPart
find_part (const CandPassage *heading)
{
  if (cand_words_head_how_to_apply (heading->words))
    return CAND_PART_HOW_TO_APPLY;
  if (cand_words_head_positions (heading->words))
    return CAND_PART_POSITIONS;
  if (cand_words_head_locations (heading->words))
    return CAND_PART_LOCATIONS;
  if (cand_words_head_statement (heading->words))
    return CAND_PART_STATEMENT;
  return CAND_PART_OTHER;
}

/* Tells each passage what it is under. */
static void
find_headings (CandAnnouncement *self)
{
  guint open[CAND_BOLD_HEADING + 1];
  guint last = CAND_NO_PASSAGE;

  for (guint level = 0; level < G_N_ELEMENTS (open); level++)
    open[level] = CAND_NO_PASSAGE;
  for (guint i = 0; i < self->passages->len; i++)
    {
      CandPassage *passage = cand_announcement_get (self, i);

      if (passage->heading == 0)
        passage->above = last;
      else if (i != self->title)
        for (guint level = passage->heading; level > 0 && passage->above == CAND_NO_PASSAGE;
             level--)
          passage->above = open[level - 1];
      if (passage->above != CAND_NO_PASSAGE)
        passage->part = cand_announcement_get (self, passage->above)->part;
      if (passage->heading == 0)
        continue;
      for (guint level = passage->heading; level < G_N_ELEMENTS (open); level++)
        open[level] = CAND_NO_PASSAGE;
      /* The title has nothing under it: it would be everything. */
      last = passage->above;
      if (i != self->title)
        {
          CandPart part = find_part (passage);

          open[passage->heading] = last = i;
          if (part != CAND_PART_OTHER)
            passage->part = part;
        }
    }
}

CandAnnouncement *
cand_announcement_new (CandBlocks *blocks, const char *title)
{
  CandAnnouncement *self = g_new0 (CandAnnouncement, 1);

  self->blocks = blocks;
  self->passages = g_array_new (FALSE, FALSE, sizeof (CandPassage));
  g_array_set_clear_func (self->passages, (GDestroyNotify) passage_clear);
  for (guint i = 0; i < blocks->len; i++)
    add_block (self, g_ptr_array_index (blocks, i));
  self->title = find_title (self, title);
  find_headings (self);
  return self;
}

char *
cand_announcement_dup_text (CandAnnouncement *self, CandPassageFunc wanted, gpointer user_data)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  g_autofree char *text = NULL;
  char *shown;

  for (guint i = 0; i < self->passages->len; i++)
    if (wanted (self, i, user_data))
      g_ptr_array_add (blocks, (gpointer) cand_announcement_get (self, i)->block);
  text = cand_blocks_to_text (blocks);
  shown = cand_text_dup_lines (text);
  return shown != NULL ? shown : g_strdup ("");
}

/* What is at the foot of every page of a site. */
static gboolean
is_imprint (const CandPassage *passage)
{
  static const char *const phrases[] = { " all rights reserved ", " copyright ", " cookies ",
                                         " privacy policy ", NULL };

  return cand_words_have (passage->words, phrases) || strstr (passage->text, "©") != NULL;
}

gboolean
cand_passage_is_prose (const CandPassage *self)
{
  gsize length = strlen (self->text);

  switch (self->block->type)
    {
    case CAND_BLOCK_PARAGRAPH:
    case CAND_BLOCK_ITEM:
    case CAND_BLOCK_QUOTE:
      break;
    case CAND_BLOCK_HEADING:
    case CAND_BLOCK_PREFORMATTED:
    case CAND_BLOCK_RULE:
    case CAND_BLOCK_TABLE_ROW:
      return FALSE;
    }
  if (self->heading > 0 || self->told || self->all_linked || is_imprint (self))
    return FALSE;
  if (self->block->type == CAND_BLOCK_ITEM)
    return TRUE;
  return cand_words_count (self->words) >= MIN_PROSE_WORDS ||
         strchr (".!?:)\"'", self->text[length - 1]) != NULL;
}

gboolean
cand_passage_is_statement (const CandPassage *self)
{
  return self->heading == 0 &&
         (self->part == CAND_PART_STATEMENT || cand_words_are_statement (self->words));
}

gboolean
cand_passage_is_locations (const CandPassage *self)
{
  static const char *const starts[] = {
    " location ",
    " locations ",
    " the location ",
    " the locations ",
    " all positions are ",
    " all roles are ",
    " all locations ",
    " positions are located ",
    " work location ",
    " our locations ",
    " these roles are ",
    " these positions are ",
    " all internships are ",
  };
  static const char *const places[] = { " location ", " locations ", " remote ", " site ",
                                        " based ",    " located ",   " hybrid ", " office ",
                                        " offices ",  " person ",    NULL };

  if (self->heading > 0)
    return FALSE;
  if (self->part == CAND_PART_LOCATIONS)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (self->words, starts[i]))
      return cand_words_have (self->words, places);
  return FALSE;
}

gboolean
cand_passage_heads_section (const CandPassage *self)
{
  static const char *const starts[] = {
    " about ",        " what ",         " why ",      " how ",         " who ",
    " when ",         " where ",        " our ",      " meet ",        " the ",
    " benefits ",     " requirements ", " faq ",      " frequently ",  " overview ",
    " introduction ", " conclusion ",   " timeline ", " eligibility ", " contact "
  };
  static const char *const ends[] = { " team ",       " teams ",    " group ", " lab ",
                                      " department ", " division ", " unit " };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (self->words, starts[i]))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (self->words, ends[i]))
      return TRUE;
  return !cand_text_is_title (self->text);
}

gboolean
cand_passage_heads_part (const CandPassage *self)
{
  return cand_words_head_positions (self->words) || cand_words_head_how_to_apply (self->words) ||
         cand_words_head_locations (self->words) || cand_words_head_statement (self->words) ||
         cand_words_are_invitation (self->words);
}
