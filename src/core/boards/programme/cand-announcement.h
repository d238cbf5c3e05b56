/* cand-announcement.h: the text of an announcement, passage by passage
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/text/cand-blocks.h"

G_BEGIN_DECLS

/* What the heading above a passage says that it is about. */
typedef enum
{
  CAND_PART_OTHER,
  CAND_PART_POSITIONS,
  CAND_PART_HOW_TO_APPLY,
  CAND_PART_LOCATIONS,
  CAND_PART_STATEMENT,
} CandPart;

#define CAND_NO_PASSAGE G_MAXUINT
/* The level of a line in bold that stands where a heading would. */
#define CAND_BOLD_HEADING 7

typedef struct
{
  const CandBlock *block; /* (unowned) */
  char *text;             /* on one line, never NULL */
  char *words;            /* cand_words_dup of it */
  guint heading;          /* level; 0 for no heading */
  guint above;            /* the heading that it is under, or CAND_NO_PASSAGE */
  CandPart part;
  gboolean all_linked;     /* nothing but links */
  gboolean mentions;       /* links to a position; cand_targets_mark tells */
  gboolean introduces_one; /* a heading with one position right under it; likewise */
  gboolean told;           /* a line about the announcement: its date, who wrote it */
} CandPassage;

/* Plain data. */
typedef struct
{
  CandBlocks *blocks; /* (owned) */
  GArray *passages;   /* (owned) (element-type CandPassage) those with words */
  guint title;        /* the heading that is the title, or CAND_NO_PASSAGE */
} CandAnnouncement;

/* Takes @blocks (transfer full). @title (nullable) is what the announcement is called elsewhere;
 * the heading of the same words is its title, else the first of the highest level. */
CandAnnouncement *cand_announcement_new (CandBlocks *blocks, const char *title);
void cand_announcement_free (CandAnnouncement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandAnnouncement, cand_announcement_free)

guint cand_announcement_get_length (CandAnnouncement *self);
CandPassage *cand_announcement_get (CandAnnouncement *self, guint index);

/* The passages for which @wanted says so, as plain text in paragraphs; "" for none.
 * (transfer full) */
typedef gboolean (*CandPassageFunc) (CandAnnouncement *self, guint index, gpointer user_data);
char *
cand_announcement_dup_text (CandAnnouncement *self, CandPassageFunc wanted, gpointer user_data);

/* Whether it is somebody's words, and no label, button or list of links. */
gboolean cand_passage_is_prose (const CandPassage *self);
gboolean cand_passage_is_statement (const CandPassage *self);
/* Tells where the positions are. */
gboolean cand_passage_is_locations (const CandPassage *self);

/* "About the programme", "Science team": heads more than one position. */
gboolean cand_passage_heads_section (const CandPassage *self);
/* "Positions", "How to apply": heads what a part of any announcement is called, and is no group. */
gboolean cand_passage_heads_part (const CandPassage *self);

G_END_DECLS
