/* cand-columns.c: positions in the rows of a table
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-mentions.h"

#include <string.h>

#include "cand-words.h"
#include "core/model/cand-model-text.h"

#define CELL_SEPARATOR " · "

GStrv
cand_row_split (const CandBlock *block)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < block->runs->len; i++)
    g_string_append (text, ((const CandRun *) g_ptr_array_index (block->runs, i))->text);
  return g_strsplit (text->str, CELL_SEPARATOR, -1);
}

static gboolean
says (const char *cell, const char *const *names)
{
  g_autofree char *words = cand_words_dup (cell);

  return cand_words_count (words) <= 4 && cand_words_have (words, names);
}

gboolean
cand_columns_read (CandColumns *self, const CandPassage *row)
{
  static const char *const titles[] = { " position ", " positions ",  " role ",    " title ",
                                        " job ",      " internship ", " opening ", " vacancy ",
                                        " project ",  " topic ",      NULL };
  static const char *const teams[] = { " team ",  " group ",    " department ", " lab ",
                                       " track ", " category ", " discipline ", NULL };
  static const char *const summaries[] = { " description ", " summary ", " about ", " focus ",
                                           " details ",     " what ",    " brief ", " task ",
                                           " tasks ",       NULL };
  g_auto (GStrv) cells = cand_row_split (row->block);

  *self = (CandColumns) { .title = -1, .team = -1, .summary = -1 };
  for (guint i = 0; row->block->runs->len > i; i++)
    if (((const CandRun *) g_ptr_array_index (row->block->runs, i))->link != NULL)
      return FALSE;
  for (int i = 0; cells[i] != NULL; i++)
    if (self->title < 0 && says (cells[i], titles))
      self->title = i;
    else if (self->team < 0 && says (cells[i], teams))
      self->team = i;
    else if (self->summary < 0 && says (cells[i], summaries))
      self->summary = i;
  self->n_cells = g_strv_length (cells);
  return self->title >= 0 || self->team >= 0 || self->summary >= 0;
}

static char *
take_cell (char **cells, int index)
{
  return index >= 0 ? cand_text_dup_tidy (cells[index]) : NULL;
}

/* Whether the cell is but a link's words. */
static gboolean
is_link (const char *cell, const CandMention *mention)
{
  g_autofree char *tidy = cand_text_dup_unmarked (cell);
  g_autofree char *words = cand_words_dup (cell);

  if (cand_words_are_numbered (words) && g_strcmp0 (tidy, mention->text) != 0)
    return FALSE;
  return tidy == NULL || g_strcmp0 (tidy, mention->text) == 0 ||
         cand_words_are_invitation (words) ||
         g_ptr_array_find_with_equal_func (mention->others, tidy, g_str_equal, NULL);
}

void
cand_columns_read_row (const CandColumns *self,
                       const CandBlock *row,
                       const CandMention *mention,
                       char **title,
                       char **team,
                       char **summary)
{
  g_auto (GStrv) cells = cand_row_split (row);
  guint n = g_strv_length (cells);
  CandColumns columns = { .title = -1, .team = -1, .summary = -1 };
  g_autoptr (GString) rest = g_string_new (NULL);

  /* Where a cell is empty nobody knows which one. */
  if (self->n_cells == n)
    columns = *self;
  for (guint i = 0; i < n && columns.title < 0 && !mention->names; i++)
    if ((int) i != columns.team && !is_link (cells[i], mention))
      columns.title = i;
  if (!mention->names && columns.title >= 0 && !is_link (cells[columns.title], mention))
    *title = take_cell (cells, columns.title);
  *team = take_cell (cells, columns.team);
  *summary = take_cell (cells, columns.summary);
  for (guint i = 0; i < n && *summary == NULL; i++)
    if ((int) i != columns.title && (int) i != columns.team && !is_link (cells[i], mention))
      g_string_append_printf (rest, "%s%s", rest->len > 0 ? CELL_SEPARATOR : "", cells[i]);
  if (*summary == NULL)
    *summary = cand_text_dup_tidy (rest->str);
}
