/* cand-announced.c: the positions that an announcement introduces
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-announced.h"

#include <string.h>

#include "cand-mentions.h"
#include "cand-words.h"
#include "core/model/cand-model-text.h"
#include "core/model/cand-programme.h"

/* What comes after as many links to positions is not looked at any more. */
#define MAX_MENTIONS 5000
/* How far from a heading or a link the words about its position may be. */
#define MAX_REACH 20
/* In bytes: a longer text of a link is no title, even for want of a better one. */
#define MAX_TITLE 120

/* Where a title was found: the surest last. */
typedef enum
{
  RANK_ANNOUNCEMENT,
  RANK_HEADING,
  RANK_PASSAGE,
  RANK_LINK,
} Rank;

typedef struct
{
  char *title;
  char *team;
  char *summary;
  Rank rank;
  guint start;  /* the first passage that belongs to it */
  guint titled; /* the passage that names it, when that is another one */
} Found;

typedef struct
{
  CandAnnouncement *announcement; /* (unowned) */
  CandTargets *targets;           /* (owned) */
  const char *title;              /* (unowned) */
  CandAnnounced *announced;       /* (unowned) */
  GHashTable *indices;            /* (owned) (element-type utf8 guint) of the entries, plus one */
  GArray *ranks;                  /* (owned) (element-type Rank) of the entries */
  guint n_mentions;
  guint first_unnamed; /* the first passage that mentions one and does not name it */

  /* What leads to the passage that is read. */
  guint lead;                             /* a paragraph, or CAND_NO_PASSAGE */
  guint items[CAND_BLOCKS_MAX_DEPTH + 1]; /* the open item of each depth, or CAND_NO_PASSAGE */
  CandColumns columns;
} Reader;

void
cand_announced_free (CandAnnounced *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->entries);
  g_hash_table_unref (self->own);
  g_free (self->account);
  g_free (self);
}

static const CandPassage *
get_passage (Reader *self, guint index)
{
  return cand_announcement_get (self->announcement, index);
}

static void
own (Reader *self, guint index)
{
  g_hash_table_add (self->announced->own, GUINT_TO_POINTER (index));
}

/* The first passage from @index on that says something under @heading, and mentions no position. */
static char *
dup_words_under (Reader *self, guint heading, guint index)
{
  guint end = MIN (index + MAX_REACH, cand_announcement_get_length (self->announcement));

  for (guint i = index; i < end && get_passage (self, i)->above == heading; i++)
    if (cand_passage_is_prose (get_passage (self, i)) &&
        !cand_passage_is_statement (get_passage (self, i)) && !get_passage (self, i)->mentions)
      {
        own (self, i);
        return g_strdup (get_passage (self, i)->text);
      }
  return NULL;
}

/* The few words of the passages between @heading and @index, or the passage after it: "Paris". */
static char *
dup_label_under (Reader *self, guint heading, guint index)
{
  guint end = MIN (index, heading + 1 + MAX_REACH);

  for (guint i = heading + 1; i < end; i++)
    {
      const CandPassage *passage = get_passage (self, i);

      if (passage->above != heading || passage->block->type != CAND_BLOCK_PARAGRAPH ||
          passage->heading > 0 || passage->mentions || passage->told || passage->all_linked ||
          g_str_has_suffix (passage->text, ":") || cand_passage_is_statement (passage) ||
          cand_passage_is_locations (passage))
        continue;
      own (self, i);
      return g_strdup (passage->text);
    }
  return NULL;
}

/* Whether @next is in the same item as @item. */
static gboolean
goes_on (const CandPassage *item, const CandPassage *next)
{
  return next->block->type == CAND_BLOCK_ITEM &&
         (next->block->level > item->block->level || next->block->continues);
}

/* Whether @next is about the position that stands alone in @link. */
static gboolean
describes (const CandPassage *link, const CandPassage *next)
{
  return link->all_linked && next->block->type == CAND_BLOCK_PARAGRAPH &&
         !g_str_has_suffix (next->text, ":") && cand_passage_is_prose (next) &&
         !cand_passage_is_statement (next) && !cand_passage_is_locations (next) &&
         !cand_words_tell_how_to_apply (next->words);
}

/* The words that follow the link at @index in other passages: those of its item, or the paragraph
 * after a link that stands alone. */
static char *
dup_words_after (Reader *self, guint index)
{
  const CandPassage *passage = get_passage (self, index);
  const CandPassage *next;

  if (passage->heading > 0)
    {
      guint end = MIN (index + 2, cand_announcement_get_length (self->announcement));
      /* The term of a list of definitions has its definition right after it. */
      char *words =
          passage->heading == CAND_BOLD_HEADING ? dup_label_under (self, index, end) : NULL;

      if (words == NULL)
        words = dup_words_under (self, index, index + 1);
      return words != NULL ? words : dup_label_under (self, index, end);
    }
  if (index + 1 == cand_announcement_get_length (self->announcement))
    return NULL;
  next = get_passage (self, index + 1);
  if (next->mentions || (passage->block->type == CAND_BLOCK_ITEM ? !goes_on (passage, next)
                                                                 : !describes (passage, next)))
    return NULL;
  own (self, index + 1);
  return g_strdup (next->text);
}

/* Whether neither an item that it is in nor a heading right above names its position. */
static gboolean
is_on_its_own (Reader *self, const CandPassage *passage)
{
  if (passage->above != CAND_NO_PASSAGE && get_passage (self, passage->above)->introduces_one)
    return FALSE;
  return passage->block->type == CAND_BLOCK_PARAGRAPH ||
         (passage->block->type == CAND_BLOCK_ITEM && passage->block->level <= 1 &&
          !passage->block->continues);
}

/* The passage names the position in its own words. */
static gboolean
read_title_in_passage (Reader *self,
                       const CandPassage *passage,
                       const CandMention *mention,
                       Found *found)
{
  g_autofree char *bold = cand_mention_dup_bold_lead (passage->block);
  g_autofree char *rest = NULL;
  gboolean loose = passage->block->type == CAND_BLOCK_ITEM;

  if (mention->before != NULL && bold != NULL && g_str_has_prefix (mention->before, bold) &&
      cand_mention_split_title (bold, TRUE, &found->title, &rest))
    {
      g_autofree char *words =
          g_strconcat (rest != NULL ? rest : "", " ", mention->before + strlen (bold), NULL);

      found->summary = cand_text_dup_tidy (words);
    }
  else if (is_on_its_own (self, passage) &&
           cand_mention_find_sought (mention->before, &found->title))
    ;
  else if (cand_mention_split_title (mention->before, loose, &found->title, &found->summary))
    ;
  else if (mention->before != NULL ||
           !cand_mention_split_title (mention->after, loose, &found->title, &found->summary))
    return FALSE;
  found->rank = RANK_PASSAGE;
  return TRUE;
}

/* The item that the link's passage goes on, or the one that its list is in. */
static gboolean
read_title_in_item (Reader *self, const CandPassage *passage, Found *found)
{
  guint level = MIN (passage->block->level, CAND_BLOCKS_MAX_DEPTH);
  guint index = CAND_NO_PASSAGE;
  g_autofree char *bold = NULL;
  g_autofree char *rest = NULL;

  if (passage->block->type != CAND_BLOCK_ITEM)
    return FALSE;
  if (passage->block->continues)
    index = self->items[level];
  else if (level > 0)
    index = self->items[level - 1];
  if (index == CAND_NO_PASSAGE || get_passage (self, index)->mentions)
    return FALSE;
  bold = cand_mention_dup_bold_lead (get_passage (self, index)->block);
  if (bold != NULL && cand_mention_split_title (bold, TRUE, &found->title, &rest))
    {
      const char *text = get_passage (self, index)->text;

      found->summary =
          g_str_has_prefix (text, bold) ? cand_text_dup_tidy (text + strlen (bold)) : NULL;
    }
  else if (!cand_mention_split_title (get_passage (self, index)->text, TRUE, &found->title,
                                      &found->summary))
    return FALSE;
  found->rank = RANK_PASSAGE;
  found->titled = index;
  return TRUE;
}

/* The nearest heading above that is no part of a position's description, or CAND_NO_PASSAGE. */
static guint
find_heading (Reader *self, const CandPassage *passage)
{
  guint index = passage->above;

  while (index != CAND_NO_PASSAGE && cand_passage_heads_part (get_passage (self, index)))
    index = get_passage (self, index)->above;
  return index;
}

static gboolean
read_title_in_heading (Reader *self, const CandPassage *passage, Found *found)
{
  guint index = find_heading (self, passage);

  if (index == CAND_NO_PASSAGE || cand_passage_heads_section (get_passage (self, index)))
    return FALSE;
  found->title = cand_text_dup_tidy (get_passage (self, index)->text);
  if (found->title == NULL)
    return FALSE;
  found->rank = RANK_HEADING;
  found->titled = index;
  return TRUE;
}

/* "Sled Engineer": somebody who is looked for, which no place and no group is. */
static gboolean
names_person (const char *text)
{
  static const char *const people[] = {
    " intern ",     " engineer ",   " developer ",  " designer ",  " scientist ", " researcher ",
    " manager ",    " fellow ",     " resident ",   " assistant ", " analyst ",   " technician ",
    " postdoc ",    " trainee ",    " apprentice ", " director ",  " writer ",    " advocate ",
    " specialist ", " accountant ", NULL,
  };
  g_autofree char *words = cand_words_dup (text);

  return cand_words_have (words, people);
}

/* The heading right above an invitation to its one position is the title, whatever is between:
 * "Rocket", "Paris", "Apply now". Only a name in bold before other words, or one that says who is
 * looked for, is better. */
static gboolean
read_title_in_card (Reader *self, guint index, const CandMention *mention, Found *found)
{
  const CandPassage *passage = get_passage (self, index);
  g_autofree char *bold = NULL;

  if (passage->above == CAND_NO_PASSAGE || !get_passage (self, passage->above)->introduces_one ||
      passage->block->type != CAND_BLOCK_PARAGRAPH || mention->text == NULL)
    return FALSE;
  if (mention->before != NULL && names_person (mention->before) &&
      !names_person (get_passage (self, passage->above)->text))
    return FALSE;
  bold = cand_mention_dup_bold_lead (passage->block);
  if (bold != NULL && mention->before != NULL && strlen (mention->before) > strlen (bold) &&
      cand_passage_is_prose (passage))
    return FALSE;
  return find_heading (self, passage) == passage->above &&
         read_title_in_heading (self, passage, found);
}

/* A link that says no more than "Internship" is still better than the announcement's title. */
static gboolean
read_title_in_link (const CandPassage *passage, const CandMention *mention, Found *found)
{
  g_autofree char *words = cand_words_dup (mention->text != NULL ? mention->text : "");
  static const char *const calls[] = { " apply ", " here ", " all ",  " see ",  " now ",
                                       " join ",  " us ",   " work ", " view ", NULL };

  if (!passage->all_linked || mention->text == NULL || !cand_text_is_title (mention->text) ||
      !cand_words_head_positions (words) || cand_words_have (words, calls))
    return FALSE;
  found->title = g_strdup (mention->text);
  found->rank = RANK_HEADING;
  return TRUE;
}

/* The words of the link, where nothing names it. */
static char *
dup_last_title (Reader *self, const CandMention *mention)
{
  gboolean brief = mention->text != NULL && strlen (mention->text) <= MAX_TITLE;

  return g_strdup (brief ? mention->text : self->title);
}

/* "We look for a [Research Intern](…) to …": the link is part of a sentence. */
static char *
dup_sentence (const CandPassage *passage, const CandMention *mention)
{
  g_auto (GStrv) sentences = cand_text_split_sentences (passage->text);

  for (guint i = 0; sentences[i] != NULL; i++)
    if (strstr (sentences[i], mention->text) != NULL)
      return g_strdup (sentences[i]);
  return NULL;
}

static void
read_summary (Reader *self, guint index, const CandMention *mention, gboolean alone, Found *found)
{
  const CandPassage *passage = get_passage (self, index);
  g_autofree char *before = cand_words_dup (mention->before != NULL ? mention->before : "");

  if (found->rank == RANK_LINK && alone && cand_words_count (before) >= 3)
    found->summary = dup_sentence (passage, mention);
  if (found->summary == NULL && found->rank >= RANK_PASSAGE)
    found->summary = g_strdup (mention->after);
  if (found->summary == NULL && found->rank == RANK_LINK && alone)
    found->summary = g_strdup (mention->before);
  if (found->summary == NULL && found->rank >= RANK_PASSAGE)
    found->summary = dup_words_after (self, index);
  if (found->rank == RANK_HEADING && found->titled != CAND_NO_PASSAGE)
    {
      found->summary = dup_words_under (self, found->titled, found->titled + 1);
      if (found->summary == NULL)
        found->summary = g_strdup (mention->before);
      if (found->summary == NULL)
        found->summary = dup_label_under (self, found->titled, index);
    }
}

static void
read_title (Reader *self, guint index, const CandMention *mention, gboolean alone, Found *found)
{
  const CandPassage *passage = get_passage (self, index);

  if (mention->names)
    {
      found->title = g_strdup (mention->text);
      found->rank = RANK_LINK;
    }
  if (passage->block->type == CAND_BLOCK_TABLE_ROW)
    {
      cand_columns_read_row (&self->columns, passage->block, mention, &found->title, &found->team,
                             &found->summary);
      if (found->title != NULL)
        found->rank = MAX (found->rank, RANK_PASSAGE);
    }
  if (found->title == NULL)
    {
      g_autofree char *cell = g_steal_pointer (&found->summary);

      if (!read_title_in_card (self, index, mention, found) &&
          !read_title_in_passage (self, passage, mention, found) &&
          !read_title_in_item (self, passage, found) &&
          !read_title_in_heading (self, passage, found) &&
          !read_title_in_link (passage, mention, found))
        found->title = dup_last_title (self, mention);
      if (found->summary == NULL)
        found->summary = g_steal_pointer (&cell);
    }
  if (passage->block->type != CAND_BLOCK_TABLE_ROW)
    read_summary (self, index, mention, alone, found);
}

/* The group that an item further out names. */
static char *
dup_team_of_items (Reader *self, const CandPassage *passage, const Found *found)
{
  if (passage->block->type != CAND_BLOCK_ITEM)
    return NULL;
  for (guint level = MIN (passage->block->level, CAND_BLOCKS_MAX_DEPTH); level > 0; level--)
    {
      guint index = self->items[level - 1];

      if (index == CAND_NO_PASSAGE || index == found->titled)
        continue;
      if (get_passage (self, index)->mentions)
        return NULL;
      own (self, index);
      return cand_text_dup_group (get_passage (self, index)->text, TRUE);
    }
  return NULL;
}

static char *
dup_team_of_lead (Reader *self, const CandPassage *passage, Found *found)
{
  const char *text;
  char *team;

  if (self->lead == CAND_NO_PASSAGE || passage->heading > 0)
    return NULL;
  text = get_passage (self, self->lead)->text;
  if (!g_str_has_suffix (text, ":") && passage->block->type != CAND_BLOCK_ITEM &&
      passage->block->type != CAND_BLOCK_TABLE_ROW)
    return NULL;
  team = cand_text_dup_group (text, FALSE);
  if (team != NULL || g_str_has_suffix (text, ":"))
    {
      own (self, self->lead);
      found->start = MIN (found->start, self->lead);
    }
  return team;
}

static char *
dup_team_of_headings (Reader *self, const CandPassage *passage, const Found *found)
{
  guint index = passage->above;
  char *team = NULL;

  if (found->rank == RANK_HEADING && found->titled != CAND_NO_PASSAGE)
    index = get_passage (self, found->titled)->above;
  for (; index != CAND_NO_PASSAGE && team == NULL; index = get_passage (self, index)->above)
    if (!cand_passage_heads_part (get_passage (self, index)))
      team = cand_text_dup_group (get_passage (self, index)->text, TRUE);
  return team;
}

static void
read_team (Reader *self, const CandPassage *passage, Found *found)
{
  g_autofree char *lead = dup_team_of_lead (self, passage, found);

  if (found->team == NULL)
    found->team = dup_team_of_items (self, passage, found);
  if (found->team == NULL)
    found->team = g_steal_pointer (&lead);
  if (found->team == NULL)
    found->team = dup_team_of_headings (self, passage, found);
}

/* Keeps the one whose title was found in the surer place; the place in the order stays. */
static void
keep (Reader *self, const CandTarget *target, const Found *found)
{
  const char *identity = cand_target_get_identity (target);
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->indices, identity));
  g_autofree char *brief = cand_text_dup_brief (found->summary);
  CandProgrammeEntry *entry;

  if (index == 0 && self->announced->entries->len >= CAND_PROGRAMME_MAX_ENTRIES)
    {
      self->announced->partial = TRUE;
      return;
    }
  if (index > 0 && g_array_index (self->ranks, Rank, index - 1) >= found->rank)
    return;
  entry = cand_programme_entry_new (found->title, found->team, brief, target->url, target->key);
  if (index > 0)
    {
      g_array_index (self->ranks, Rank, index - 1) = found->rank;
      cand_programme_entry_free (g_ptr_array_index (self->announced->entries, index - 1));
      self->announced->entries->pdata[index - 1] = entry;
      return;
    }
  g_ptr_array_add (self->announced->entries, entry);
  g_array_append_val (self->ranks, found->rank);
  g_hash_table_insert (self->indices, g_strdup (identity),
                       GUINT_TO_POINTER (self->announced->entries->len));
}

/* A card is one link: its heading names the position, its further passages are about it, in more
 * words than a second link to it has. */
static gboolean
is_linked_summary (Reader *self, guint index, const CandMention *mention)
{
  static const char *const calls[] = { " apply ", " view ", " see ",   " read ",
                                       " learn ", " more ", " click ", " find " };
  const CandPassage *passage = get_passage (self, index);
  g_autofree char *words = NULL;

  if (index == 0 || mention->text == NULL || passage->heading > 0 || !passage->all_linked ||
      passage->block->type == CAND_BLOCK_TABLE_ROW ||
      (passage->block->type == CAND_BLOCK_ITEM && !passage->block->continues) ||
      !get_passage (self, index - 1)->mentions)
    return FALSE;
  words = cand_words_dup (mention->text);
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    if (g_str_has_prefix (words, calls[i]))
      return FALSE;
  return !cand_words_are_invitation (words);
}

/* "Paris" in the card of "Rocket", but not "Rocket at Acme": that is its name once more. */
static gboolean
says_more (Reader *self, guint index, const CandMention *mention, const char *title)
{
  const CandPassage *passage = get_passage (self, index);
  g_autofree char *words = cand_words_dup (mention->text);
  g_autofree char *known = cand_words_dup (title);

  if (!cand_text_is_title (mention->text))
    return TRUE;
  return (get_passage (self, index - 1)->heading > 0 || passage->block->continues) &&
         strstr (words, known) == NULL && strstr (known, words) == NULL;
}

static void
add_summary (Reader *self, guint passage, const CandMention *mention)
{
  const char *identity = cand_target_get_identity (mention->target);
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->indices, identity));
  CandProgrammeEntry *entry;

  if (index == 0)
    return;
  entry = g_ptr_array_index (self->announced->entries, index - 1);
  if (*entry->summary == '\0' && says_more (self, passage, mention, entry->title))
    {
      g_autofree char *brief = cand_text_dup_brief (mention->text);

      g_set_str (&entry->summary, brief != NULL ? brief : "");
    }
}

static void
read_mention (Reader *self, guint index, const CandMention *mention, gboolean alone)
{
  Found found = { .start = index, .titled = CAND_NO_PASSAGE };

  /* What is not read is still no step of how to apply. */
  if (self->n_mentions++ >= MAX_MENTIONS)
    {
      self->announced->partial = TRUE;
      own (self, index);
      return;
    }
  read_title (self, index, mention, alone, &found);
  read_team (self, get_passage (self, index), &found);
  if (found.rank > RANK_ANNOUNCEMENT)
    own (self, index);
  if (found.titled != CAND_NO_PASSAGE)
    {
      own (self, found.titled);
      found.start = MIN (found.start, found.titled);
    }
  if (found.rank > RANK_ANNOUNCEMENT)
    self->announced->first = MIN (self->announced->first, found.start);
  else
    self->first_unnamed = MIN (self->first_unnamed, index);
  keep (self, mention->target, &found);
  if (is_linked_summary (self, index, mention))
    {
      own (self, index);
      add_summary (self, index, mention);
    }
  g_free (found.title);
  g_free (found.team);
  g_free (found.summary);
}

/* What the passage at @index is to those after it. */
static void
follow_context (Reader *self, guint index, gboolean mentions)
{
  const CandPassage *passage = get_passage (self, index);
  guint level = 0;

  if (passage->block->type == CAND_BLOCK_ITEM)
    level = MIN (MAX (passage->block->level, 1), CAND_BLOCKS_MAX_DEPTH);
  if (level > 0 && !passage->block->continues)
    self->items[level] = index;
  for (guint i = level + 1; i < G_N_ELEMENTS (self->items); i++)
    self->items[i] = CAND_NO_PASSAGE;
  if (passage->heading > 0)
    self->lead = CAND_NO_PASSAGE;
  else if (!mentions && (passage->block->type == CAND_BLOCK_PARAGRAPH ||
                         passage->block->type == CAND_BLOCK_QUOTE))
    self->lead = index;
  if (passage->block->type != CAND_BLOCK_TABLE_ROW)
    self->columns = (CandColumns) { .title = -1, .team = -1, .summary = -1 };
}

static void
read_passage (Reader *self, guint index)
{
  const CandPassage *passage = get_passage (self, index);
  g_autoptr (GPtrArray) mentions = cand_mentions_read (passage->block, self->targets);

  if (passage->block->type == CAND_BLOCK_TABLE_ROW && self->columns.n_cells == 0)
    cand_columns_read (&self->columns, passage);
  /* An item that begins is none of those that it is in. */
  if (mentions->len > 0 && passage->block->type == CAND_BLOCK_ITEM && !passage->block->continues)
    for (guint i = MAX (passage->block->level, 1); i < G_N_ELEMENTS (self->items); i++)
      self->items[i] = CAND_NO_PASSAGE;
  for (guint i = 0; i < mentions->len; i++)
    {
      CandMention *mention = g_ptr_array_index (mentions, i);

      /* The words between may be the name of what follows. */
      if (i + 1 < mentions->len && passage->block->type != CAND_BLOCK_TABLE_ROW &&
          !((CandMention *) g_ptr_array_index (mentions, i + 1))->names)
        g_clear_pointer (&mention->after, g_free);
      read_mention (self, index, mention, mentions->len == 1);
    }
  follow_context (self, index, mentions->len > 0);
}

/* The account that all the positions are of. */
static char *
dup_account (GPtrArray *entries)
{
  g_autofree char *account = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      const CandProgrammeEntry *entry = g_ptr_array_index (entries, i);
      g_auto (GStrv) parts = g_strsplit (entry->key, ":", 3);

      if (g_strv_length (parts) < 3)
        continue;
      if (account != NULL && !g_str_equal (account, parts[1]))
        return NULL;
      g_set_str (&account, parts[1]);
    }
  return g_steal_pointer (&account);
}

/* Only a position that is announced alone may be called like the announcement. */
static void
name_alone (Reader *self)
{
  CandProgrammeEntry *entry;

  if (self->ranks->len != 1 || g_array_index (self->ranks, Rank, 0) != RANK_ANNOUNCEMENT)
    return;
  entry = g_ptr_array_index (self->announced->entries, 0);
  g_set_str (&entry->title, self->title);
}

CandAnnounced *
cand_announced_read (CandAnnouncement *announcement, const char *title, const char *address)
{
  CandAnnounced *announced = g_new0 (CandAnnounced, 1);
  g_autoptr (CandTargets) targets = cand_targets_new ();
  g_autoptr (GHashTable) indices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (Rank));
  Reader reader = { .announcement = announcement,
                    .targets = targets,
                    .title = title,
                    .announced = announced,
                    .indices = indices,
                    .ranks = ranks,
                    .first_unnamed = CAND_NO_PASSAGE,
                    .lead = CAND_NO_PASSAGE };

  announced->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) cand_programme_entry_free);
  announced->own = g_hash_table_new (NULL, NULL);
  announced->first = CAND_NO_PASSAGE;
  for (guint i = 0; i < G_N_ELEMENTS (reader.items); i++)
    reader.items[i] = CAND_NO_PASSAGE;
  cand_siblings_read (announcement, targets, address);
  cand_targets_mark (targets, announcement);
  for (guint i = 0; i < cand_announcement_get_length (announcement); i++)
    read_passage (&reader, i);
  if (announced->first == CAND_NO_PASSAGE)
    announced->first = reader.first_unnamed;
  name_alone (&reader);
  announced->account = dup_account (announced->entries);
  return announced;
}
