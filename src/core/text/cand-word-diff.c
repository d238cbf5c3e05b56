/* cand-word-diff.c: what one text says otherwise than another, by words
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-word-diff.h"

#include "cand-word-split.h"

/* Myers' algorithm gives up at so many differences: its memory grows with their square. */
#define MAX_DIFFERENCES 600

/* Both texts as numbers, equal for equal words, and which of them stay. */
typedef struct
{
  GArray *words[2]; /* (owned) (element-type CandWordToken) */
  guint *ids[2];    /* (owned) */
  guint8 *kept[2];  /* (owned) whether the word is in both */
  guint n_ids;
} Diff;

/* A piece of both texts. */
typedef struct
{
  guint a_start;
  guint a_end;
  guint b_start;
  guint b_end;
} Range;

static void
diff_clear (Diff *self)
{
  for (guint i = 0; i < 2; i++)
    {
      g_clear_pointer (&self->words[i], g_array_unref);
      g_clear_pointer (&self->ids[i], g_free);
      g_clear_pointer (&self->kept[i], g_free);
    }
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Diff, diff_clear)

static void
diff_init (Diff *self, const char *before, const char *after)
{
  g_autoptr (GHashTable) known = g_hash_table_new (cand_word_token_hash, cand_word_token_equal);

  self->words[0] = cand_word_split (before);
  self->words[1] = cand_word_split (after);
  for (guint side = 0; side < 2; side++)
    {
      guint n = self->words[side]->len;

      self->ids[side] = g_new (guint, n + 1);
      self->kept[side] = g_new0 (guint8, n + 1);
      for (guint i = 0; i < n; i++)
        {
          CandWordToken *token = &g_array_index (self->words[side], CandWordToken, i);
          guint id = GPOINTER_TO_UINT (g_hash_table_lookup (known, token));

          if (id == 0)
            {
              id = ++self->n_ids;
              g_hash_table_insert (known, token, GUINT_TO_POINTER (id));
            }
          self->ids[side][i] = id;
        }
    }
}

static void
keep (Diff *self, guint a, guint b)
{
  self->kept[0][a] = TRUE;
  self->kept[1][b] = TRUE;
}

/* What both begin and end with stays. */
static void
trim (Diff *self, Range *range)
{
  while (range->a_start < range->a_end && range->b_start < range->b_end &&
         self->ids[0][range->a_start] == self->ids[1][range->b_start])
    keep (self, range->a_start++, range->b_start++);
  while (range->a_start < range->a_end && range->b_start < range->b_end &&
         self->ids[0][range->a_end - 1] == self->ids[1][range->b_end - 1])
    keep (self, --range->a_end, --range->b_end);
}

/* --- Myers --- */

/* How far each diagonal came with @d differences: k from -d to d in steps of two. */
static int *
row_of (GPtrArray *rows, int d)
{
  return g_ptr_array_index (rows, d);
}

/* Where diagonal @k begins with @d differences: a word more of the text after (down), or one less
 * of the text before. */
static int
furthest_start (const int *row, int d, int k, gboolean *down)
{
  /* The row before has the diagonals from -(d - 1) to d - 1: index (k + d - 1) / 2. */
  *down = k == -d || (k != d && row[(k + d) / 2 - 1] < row[(k + d) / 2]);
  return *down ? row[(k + d) / 2] : row[(k + d) / 2 - 1] + 1;
}

static void
walk_back (Diff *self, const Range *range, GPtrArray *rows, int x, int y)
{
  for (int d = (int) rows->len; d > 0; d--)
    {
      gboolean down;
      int start = furthest_start (row_of (rows, d - 1), d, x - y, &down);

      for (; x > start; x--, y--)
        keep (self, range->a_start + x - 1, range->b_start + y - 1);
      if (down)
        y--;
      else
        x--;
    }
  for (; x > 0; x--, y--)
    keep (self, range->a_start + x - 1, range->b_start + y - 1);
}

/* FALSE, with nothing kept, where there are too many differences. */
static gboolean
run_myers (Diff *self, const Range *range)
{
  const guint *a = self->ids[0] + range->a_start;
  const guint *b = self->ids[1] + range->b_start;
  int n = (int) (range->a_end - range->a_start);
  int m = (int) (range->b_end - range->b_start);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);

  for (int d = 0; d <= MIN (n + m, MAX_DIFFERENCES); d++)
    {
      g_autofree int *row = g_new (int, d + 1);

      for (int k = -d; k <= d; k += 2)
        {
          gboolean down;
          int x = d == 0 ? 0 : furthest_start (row_of (rows, d - 1), d, k, &down);

          while (x < n && x - k < m && a[x] == b[x - k])
            x++;
          row[(k + d) / 2] = x;
          if (x >= n && x - k >= m)
            {
              walk_back (self, range, rows, n, m);
              return TRUE;
            }
        }
      g_ptr_array_add (rows, g_steal_pointer (&row));
    }
  return FALSE;
}

/* --- anchors --- */

typedef struct
{
  guint a;
  guint b;
  int before; /* index of the anchor before it in the best chain; -1 for none */
} Anchor;

typedef struct
{
  guint n[2];
  guint at[2];
} Occurrence;

/* Words that each text has once in the range, in the order of the text before. */
static GArray *
list_anchors (Diff *self, const Range *range)
{
  g_autofree Occurrence *seen = g_new0 (Occurrence, self->n_ids + 1);
  GArray *anchors = g_array_new (FALSE, FALSE, sizeof (Anchor));

  for (guint i = range->a_start; i < range->a_end; i++)
    {
      Occurrence *word = &seen[self->ids[0][i]];

      word->n[0]++;
      word->at[0] = i;
    }
  for (guint i = range->b_start; i < range->b_end; i++)
    {
      Occurrence *word = &seen[self->ids[1][i]];

      word->n[1]++;
      word->at[1] = i;
    }
  for (guint i = range->a_start; i < range->a_end; i++)
    {
      const Occurrence *word = &seen[self->ids[0][i]];

      if (word->n[0] == 1 && word->n[1] == 1)
        {
          Anchor anchor = { i, word->at[1], -1 };

          g_array_append_val (anchors, anchor);
        }
    }
  return anchors;
}

/* The end of the longest chain of @anchors that are in one order in both texts; -1 for none. */
static int
chain_anchors (GArray *anchors)
{
  g_autofree guint *tails = g_new (guint, anchors->len + 1);
  guint n = 0;

  for (guint i = 0; i < anchors->len; i++)
    {
      Anchor *anchor = &g_array_index (anchors, Anchor, i);
      guint low = 0;
      guint high = n;

      while (low < high)
        {
          guint middle = low + (high - low) / 2;

          if (g_array_index (anchors, Anchor, tails[middle]).b < anchor->b)
            low = middle + 1;
          else
            high = middle;
        }
      anchor->before = low > 0 ? (int) tails[low - 1] : -1;
      tails[low] = i;
      if (low == n)
        n++;
    }
  return n > 0 ? (int) tails[n - 1] : -1;
}

/* Between anchors; what differs too much even there is replaced as a whole. */
static void
compare_part (Diff *self, Range range)
{
  trim (self, &range);
  if (range.a_start < range.a_end && range.b_start < range.b_end)
    run_myers (self, &range);
}

static void
compare_by_anchors (Diff *self, const Range *range)
{
  g_autoptr (GArray) anchors = list_anchors (self, range);
  Range part = *range;

  /* From the end to the beginning. */
  for (int i = chain_anchors (anchors); i >= 0;)
    {
      const Anchor *anchor = &g_array_index (anchors, Anchor, i);

      keep (self, anchor->a, anchor->b);
      part.a_start = anchor->a + 1;
      part.b_start = anchor->b + 1;
      compare_part (self, part);
      part.a_end = anchor->a;
      part.b_end = anchor->b;
      i = anchor->before;
    }
  part.a_start = range->a_start;
  part.b_start = range->b_start;
  compare_part (self, part);
}

/* --- what came of it --- */

static gboolean
is_inner_blank (const CandWordToken *token)
{
  char first = token->text[token->start];

  return token->kind == CAND_WORD_BLANK && first != '\n' && first != '\r';
}

static gboolean
is_alone (Diff *self, guint side, guint i)
{
  return i > 0 && i + 1 < self->words[side]->len && !self->kept[side][i - 1] &&
         !self->kept[side][i + 1];
}

/* A blank that stays alone between two changes is part of them: "a b" for "c d" is one change. */
static void
join_changes (Diff *self)
{
  for (guint a = 0, b = 0; a < self->words[0]->len && b < self->words[1]->len;)
    {
      if (!self->kept[0][a])
        a++;
      else if (!self->kept[1][b])
        b++;
      else
        {
          if (is_inner_blank (&g_array_index (self->words[0], CandWordToken, a)) &&
              is_alone (self, 0, a) && is_alone (self, 1, b))
            self->kept[0][a] = self->kept[1][b] = FALSE;
          a++;
          b++;
        }
    }
}

/* Takes the words of one side on to where @kept changes. */
static guint
add_run (Diff *self, GArray *spans, CandWordChange change, guint from)
{
  guint side = change == CAND_WORD_REMOVED ? 0 : 1;
  guint8 kept = change == CAND_WORD_SAME;
  GArray *words = self->words[side];
  CandWordSpan span = { .change = change };
  guint i = from;

  for (; i < words->len && self->kept[side][i] == kept; i++)
    {
      const CandWordToken *token = &g_array_index (words, CandWordToken, i);

      if (i == from)
        span.start = token->start;
      span.length += token->length;
      span.n_words += token->kind == CAND_WORD_WORD;
    }
  if (i > from)
    g_array_append_val (spans, span);
  return i;
}

/* Kept words up to the next change on either side. */
static void
add_same (Diff *self, GArray *spans, guint *a, guint *b)
{
  guint first = *b;
  CandWordSpan span = { .change = CAND_WORD_SAME };

  while (*a < self->words[0]->len && *b < self->words[1]->len && self->kept[0][*a] &&
         self->kept[1][*b])
    {
      const CandWordToken *token = &g_array_index (self->words[1], CandWordToken, *b);

      if (*b == first)
        span.start = token->start;
      span.length += token->length;
      span.n_words += token->kind == CAND_WORD_WORD;
      *a += 1;
      *b += 1;
    }
  if (*b > first)
    g_array_append_val (spans, span);
}

/**
 * cand_word_diff:
 * @before: (nullable): a text
 * @after: (nullable): what became of it
 *
 * Returns: (transfer full) (element-type CandWordSpan): how they differ
 */
GArray *
cand_word_diff (const char *before, const char *after)
{
  g_auto (Diff) diff = { 0 };
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (CandWordSpan));
  Range range = { 0 };
  guint a = 0;
  guint b = 0;

  diff_init (&diff, before != NULL ? before : "", after != NULL ? after : "");
  range.a_end = diff.words[0]->len;
  range.b_end = diff.words[1]->len;
  trim (&diff, &range);
  if (range.a_start < range.a_end && range.b_start < range.b_end && !run_myers (&diff, &range))
    compare_by_anchors (&diff, &range);
  join_changes (&diff);
  while (a < diff.words[0]->len || b < diff.words[1]->len)
    {
      a = add_run (&diff, spans, CAND_WORD_REMOVED, a);
      b = add_run (&diff, spans, CAND_WORD_ADDED, b);
      add_same (&diff, spans, &a, &b);
    }
  return spans;
}

void
cand_word_diff_count (GArray *spans, guint *n_removed, guint *n_added)
{
  *n_removed = *n_added = 0;
  for (guint i = 0; i < spans->len; i++)
    {
      const CandWordSpan *span = &g_array_index (spans, CandWordSpan, i);

      if (span->change == CAND_WORD_REMOVED)
        *n_removed += span->n_words;
      else if (span->change == CAND_WORD_ADDED)
        *n_added += span->n_words;
    }
}
