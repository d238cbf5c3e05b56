/* cand-reconcile.c: what a board's answer means for the positions that are known
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-reconcile.h"

static CandReconciliation *
reconciliation_new (void)
{
  CandReconciliation *self = g_new0 (CandReconciliation, 1);

  self->fresh = g_array_new (FALSE, FALSE, sizeof (guint));
  self->changed = g_array_new (FALSE, FALSE, sizeof (CandReconcilePair));
  self->touched = g_array_new (FALSE, FALSE, sizeof (CandReconcilePair));
  self->reopened = g_array_new (FALSE, FALSE, sizeof (guint));
  self->back = g_array_new (FALSE, FALSE, sizeof (guint));
  self->missing = g_array_new (FALSE, FALSE, sizeof (guint));
  self->gone = g_array_new (FALSE, FALSE, sizeof (guint));
  self->unsaid = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
cand_reconciliation_free (CandReconciliation *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->fresh);
  g_array_unref (self->changed);
  g_array_unref (self->touched);
  g_array_unref (self->reopened);
  g_array_unref (self->back);
  g_array_unref (self->missing);
  g_array_unref (self->gone);
  g_array_unref (self->unsaid);
  g_free (self);
}

/* Whether an answer agrees with one at @since that said the same. */
static gboolean
agrees (gint64 since, const CandReconcileTerms *terms)
{
  return since != 0 && (terms->by_hand || terms->now - since >= CAND_RECONCILE_HOUR);
}

/* Codes to indexes, plus one; the first of two equal ones. */
static GHashTable *
index_listed (GPtrArray *listed)
{
  GHashTable *by_code = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < listed->len; i++)
    {
      const CandListed *item = g_ptr_array_index (listed, i);
      gpointer code = (gpointer) cand_position_get_code (item->position);

      if (!g_hash_table_contains (by_code, code))
        g_hash_table_insert (by_code, code, GUINT_TO_POINTER (i + 1));
    }
  return by_code;
}

/* An empty answer, or one with fewer than half of many open positions. A board whose last good
 * answer left nothing open is not doubted for saying so again. */
static gboolean
lacks_much (GArray *stored, GHashTable *by_code, const CandReconcileTerms *terms)
{
  guint n_open = 0, n_kept = 0;

  for (guint i = 0; i < stored->len; i++)
    {
      const CandStoredPosition *position = &g_array_index (stored, CandStoredPosition, i);

      if (position->state != CAND_POSITION_STATE_OPEN)
        continue;
      n_open++;
      n_kept += g_hash_table_contains (by_code, position->code);
    }
  if (g_hash_table_size (by_code) == 0)
    return terms->confirmed == 0 || n_open > 0;
  return n_open >= CAND_RECONCILE_MANY && n_kept * 2 < n_open;
}

/* Fewer than half of many entries could be read, and something goes unsaid by that which was not
 * before. */
static gboolean
is_mostly_unread (GArray *stored, GHashTable *by_code, guint n_listed, guint skipped)
{
  if (n_listed + skipped < CAND_RECONCILE_MANY || n_listed >= skipped)
    return FALSE;
  for (guint i = 0; i < stored->len; i++)
    {
      const CandStoredPosition *position = &g_array_index (stored, CandStoredPosition, i);

      if (position->state == CAND_POSITION_STATE_OPEN && !position->absent &&
          !g_hash_table_contains (by_code, position->code))
        return TRUE;
    }
  return FALSE;
}

/* A known position that the answer does not list. @agreed: the answer confirms a doubted one. */
static void
judge_absent (CandReconciliation *self,
              guint index,
              const CandStoredPosition *position,
              gboolean agreed,
              const CandReconcileTerms *terms)
{
  gboolean lacked_before = agrees (position->missing_since, terms);

  switch (position->state)
    {
    case CAND_POSITION_STATE_CLOSED:
    case CAND_POSITION_STATE_ANNOUNCED:
      return;
    case CAND_POSITION_STATE_OPEN:
      break;
    }
  if (agreed && !lacked_before)
    lacked_before =
        terms->suspect_codes == NULL || !g_strv_contains (terms->suspect_codes, position->code);
  if (lacked_before)
    g_array_append_val (self->gone, index);
  /* A clock that went back starts the hour anew. */
  else if (position->missing_since == 0 || position->missing_since > terms->now)
    g_array_append_val (self->missing, index);
}

/* Two lists of one board do not say the same: the one that says less tells nothing of what the
 * other said. */
static gboolean
says_the_same (const CandStoredPosition *position, const CandListed *listed)
{
  if (*listed->digest == CAND_STORE_POOR && *position->digest != CAND_STORE_POOR)
    return *position->digest != '\0';
  return g_str_equal (position->digest, listed->digest);
}

static void
judge_listed (CandReconciliation *self,
              guint index,
              const CandStoredPosition *position,
              guint listed_index,
              const CandListed *listed)
{
  const char *updated = cand_position_get_updated (listed->position);
  CandReconcilePair pair = { index, listed_index };

  if (!says_the_same (position, listed))
    {
      g_array_append_val (self->changed, pair);
      return;
    }
  if (updated != NULL && g_strcmp0 (position->updated, updated) != 0)
    g_array_append_val (self->touched, pair);
  if (position->state == CAND_POSITION_STATE_CLOSED)
    g_array_append_val (self->reopened, index);
  else if (position->absent || position->missing_since != 0)
    g_array_append_val (self->back, index);
}

static void
judge_stored (CandReconciliation *self,
              GArray *stored,
              GPtrArray *listed,
              GHashTable *by_code,
              gboolean complete,
              gboolean agreed,
              const CandReconcileTerms *terms)
{
  for (guint i = 0; i < stored->len; i++)
    {
      const CandStoredPosition *position = &g_array_index (stored, CandStoredPosition, i);
      guint found = GPOINTER_TO_UINT (g_hash_table_lookup (by_code, position->code));

      if (found != 0)
        {
          judge_listed (self, i, position, found - 1, g_ptr_array_index (listed, found - 1));
          g_hash_table_remove (by_code, position->code);
        }
      else if (complete)
        judge_absent (self, i, position, agreed, terms);
      else if (position->state == CAND_POSITION_STATE_OPEN && !position->absent)
        g_array_append_val (self->unsaid, i);
    }
}

/**
 * cand_reconcile:
 * @stored: (element-type CandStoredPosition): all positions of the board
 * @listed: (element-type CandListed): the answer
 * @skipped: how many entries of it could not be read; where there are any, nothing follows from
 *   what it lacks
 * @terms: when, and what was known before
 *
 * Returns: (transfer full): what is to be done
 */
CandReconciliation *
cand_reconcile (GArray *stored, GPtrArray *listed, guint skipped, const CandReconcileTerms *terms)
{
  CandReconciliation *self = reconciliation_new ();
  g_autoptr (GHashTable) by_code = index_listed (listed);
  gboolean complete = skipped == 0;
  gboolean doubtful = complete ? lacks_much (stored, by_code, terms)
                               : is_mostly_unread (stored, by_code, listed->len, skipped);
  gboolean agreed = doubtful && agrees (terms->suspect_since, terms);

  if (doubtful && !agreed)
    {
      self->suspect = TRUE;
      self->suspect_since = terms->suspect_since != 0 && terms->suspect_since <= terms->now
                                ? terms->suspect_since
                                : terms->now;
      return self;
    }
  judge_stored (self, stored, listed, by_code, complete, agreed, terms);
  /* What is left in the table is known to nobody; in the answer's order. */
  for (guint i = 0; i < listed->len; i++)
    {
      const CandListed *item = g_ptr_array_index (listed, i);
      gpointer code = (gpointer) cand_position_get_code (item->position);

      if (GPOINTER_TO_UINT (g_hash_table_lookup (by_code, code)) == i + 1)
        g_array_append_val (self->fresh, i);
    }
  return self;
}

/**
 * cand_reconcile_same:
 * @stored: (element-type CandStoredPosition): all positions of the board
 * @complete: whether every entry of it could be read
 * @terms: when, and what was known before
 *
 * Returns: (transfer full): what is to be done
 */
CandReconciliation *
cand_reconcile_same (GArray *stored, gboolean complete, const CandReconcileTerms *terms)
{
  CandReconciliation *self = reconciliation_new ();

  /* Whatever it lacked it lacks again; what it did not lack it lists. */
  for (guint i = 0; complete && i < stored->len; i++)
    {
      const CandStoredPosition *position = &g_array_index (stored, CandStoredPosition, i);

      if (position->missing_since != 0)
        judge_absent (self, i, position, FALSE, terms);
    }
  return self;
}
