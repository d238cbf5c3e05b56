/* cand-prepare-listed.c: what a board lists, made ready for the store
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-prepare-listed.h"

#include "core/text/cand-blocks.h"

/* Threads that read the texts of one list, and how many positions are worth more than one. */
#define MAX_THREADS 4
#define FEW_POSITIONS 64

/* What takes time is done here, so that the transaction is short. */
static CandListed *
prepare (CandPosition *position, gboolean poor)
{
  CandListed *listed = g_new0 (CandListed, 1);
  const char *html = cand_position_get_description (position);
  g_autofree char *digest = cand_position_dup_digest (position);

  listed->position = g_object_ref (position);
  listed->digest =
      poor ? g_strdup_printf ("%c%s", CAND_STORE_POOR, digest) : g_steal_pointer (&digest);
  if (html != NULL)
    {
      g_autoptr (GPtrArray) blocks = cand_blocks_new_from_html (html, -1, NULL);

      listed->plain = cand_blocks_to_text (blocks);
    }
  return listed;
}

/* A stretch of a list, for one of the threads that share it. */
typedef struct
{
  GPtrArray *positions;
  GPtrArray *listed; /* as long as positions */
  guint from;
  guint to;
  gboolean poor;
  GCancellable *cancellable; /* (nullable) */
} Stretch;

static gpointer
prepare_stretch (gpointer data)
{
  const Stretch *self = data;

  for (guint i = self->from; i < self->to && !g_cancellable_is_cancelled (self->cancellable); i++)
    self->listed->pdata[i] = prepare (g_ptr_array_index (self->positions, i), self->poor);
  return NULL;
}

/**
 * cand_prepare_listed:
 * @positions: (element-type CandPosition): what a board lists
 * @poor: it comes from the board's other list
 * @cancellable: (nullable): ends it early
 *
 * The texts are read by as many threads as there are processors to spare.
 *
 * Returns: (transfer full) (nullable) (element-type CandListed): NULL when it was cancelled
 */
GPtrArray *
cand_prepare_listed (GPtrArray *positions, gboolean poor, GCancellable *cancellable)
{
  GThread *threads[MAX_THREADS] = { NULL };
  Stretch stretches[MAX_THREADS];
  g_autoptr (GPtrArray) listed =
      g_ptr_array_new_null_terminated (positions->len, (GDestroyNotify) cand_listed_free, FALSE);
  guint n = positions->len < FEW_POSITIONS ? 1 : CLAMP (g_get_num_processors (), 1, MAX_THREADS);

  g_ptr_array_set_size (listed, positions->len);
  for (guint i = 0; i < n; i++)
    {
      stretches[i] = (Stretch) { positions,
                                 listed,
                                 (guint64) positions->len * i / n,
                                 (guint64) positions->len * (i + 1) / n,
                                 poor,
                                 cancellable };
      /* Where there is no further thread to be had, this one does its work too. */
      if (i + 1 < n)
        threads[i] = g_thread_try_new ("prepare", prepare_stretch, &stretches[i], NULL);
      if (threads[i] == NULL)
        prepare_stretch (&stretches[i]);
    }
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&threads[i], g_thread_join);
  return g_cancellable_is_cancelled (cancellable) ? NULL : g_steal_pointer (&listed);
}
