/* cand-mentions.h: where one passage of an announcement mentions positions
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-announced.h"

G_BEGIN_DECLS

/* A link to a position, and the words around it: those between two mentions are after the one and
 * before the other. Texts are tidy, NULL for none. */
typedef struct
{
  const CandTarget *target; /* (unowned) of the targets */
  char *text;
  char *before;
  char *after;
  GPtrArray *others; /* (element-type utf8) what further links to it say, where that is something */
  gboolean names;    /* the text is a title */
} CandMention;

/* (element-type CandMention) (transfer full), each position once. */
GPtrArray *cand_mentions_read (const CandBlock *block, CandTargets *targets);

/* Whether the words of a link, or of a heading, name a position. */
gboolean cand_mention_names_position (const char *text);
/* The words of a text that names a position and goes on: "Research Intern: works on …"; where
 * @loose, as in an item of a list, also "Research Intern, working on …" and "Research Intern. Works
 * on …". FALSE when it names none. *@title and *@rest are (transfer full), *@rest may be NULL. */
gboolean cand_mention_split_title (const char *text, gboolean loose, char **title, char **rest);
/* "We look for a Rust engineer to …", "a Go engineer": who is looked for, in a sentence. FALSE when
 * it says none. *@title is (transfer full). */
gboolean cand_mention_find_sought (const char *text, char **title);
/* The bold words that @block starts with; NULL for none. (transfer full) */
char *cand_mention_dup_bold_lead (const CandBlock *block);

/* The cells of a row of a table. (transfer full) */
GStrv cand_row_split (const CandBlock *block);

/* What the columns of a table are for; -1 for none. */
typedef struct
{
  guint n_cells; /* 0 where no row says so */
  int title;
  int team;
  int summary;
} CandColumns;

/* FALSE when @block is no row of headings. */
gboolean cand_columns_read (CandColumns *self, const CandPassage *row);
/* What a row says of the position mentioned in it; all (transfer full) (nullable). @title is left
 * alone where the row has none but the mention's own. */
void cand_columns_read_row (const CandColumns *self,
                            const CandBlock *row,
                            const CandMention *mention,
                            char **title,
                            char **team,
                            char **summary);

G_END_DECLS
