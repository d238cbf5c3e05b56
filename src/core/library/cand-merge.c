/* cand-merge.c: one answer of a board goes into the store
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-merge.h"

#include "cand-reconcile.h"
#include "core/boards/cand-board-system.h"
#include "core/store/cand-store-search.h"
#include "core/store/cand-store-strays.h"

typedef struct
{
  const CandMerge *merge;
  CandStoredBoard *board;
  GArray *stored;
  CandReconciliation *reconciliation;
  GPtrArray *new_keys;
  GPtrArray *changed_keys;
  GPtrArray *gone_keys;
  GPtrArray *missing_keys;
  GArray *ids;
  GError *doubt; /* why the answer is not believed, or failed */
  gboolean same;
  gboolean adopted; /* positions that were announced by their code alone */
} Merging;

static void
merging_clear (Merging *self)
{
  g_clear_pointer (&self->board, cand_stored_board_free);
  g_clear_pointer (&self->stored, g_array_unref);
  g_clear_pointer (&self->reconciliation, cand_reconciliation_free);
  g_clear_pointer (&self->new_keys, g_ptr_array_unref);
  g_clear_pointer (&self->changed_keys, g_ptr_array_unref);
  g_clear_pointer (&self->gone_keys, g_ptr_array_unref);
  g_clear_pointer (&self->missing_keys, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_error (&self->doubt);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Merging, merging_clear)

void
cand_merge_result_free (CandMergeResult *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->report, cand_board_report_free);
  g_clear_pointer (&self->ids, g_array_unref);
  g_free (self);
}

static void
add_key (GPtrArray *keys, const Merging *self, const char *code)
{
  g_ptr_array_add (keys, g_strconcat (self->merge->board, ":", code, NULL));
}

static void
note_stored (Merging *self, guint index, GPtrArray *keys)
{
  const CandStoredPosition *position = &g_array_index (self->stored, CandStoredPosition, index);

  g_array_append_val (self->ids, position->id);
  if (keys != NULL)
    add_key (keys, self, position->code);
}

static gint64
stored_id (const Merging *self, guint index)
{
  return g_array_index (self->stored, CandStoredPosition, index).id;
}

/* What the board lists. All that the report calls new is marked as new until the person looks at
 * it; of a board that was shown before it was followed, that is nothing. */
static gboolean
write_listed (Merging *self, CandConnection *connection, GError **error)
{
  const CandReconciliation *plan = self->reconciliation;
  gint64 now = self->merge->now;
  gboolean is_new = !self->merge->follow || self->board->confirmed != 0;
  g_autoptr (GArray) written = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < plan->fresh->len; i++)
    {
      const CandListed *listed =
          g_ptr_array_index (self->merge->listed, g_array_index (plan->fresh, guint, i));

      gint64 id =
          cand_store_positions_insert (connection, self->board->id, listed, now, is_new, error);

      if (id == 0)
        return FALSE;
      g_array_append_val (written, id);
      add_key (self->new_keys, self, cand_position_get_code (listed->position));
    }
  for (guint i = 0; i < plan->changed->len; i++)
    {
      const CandReconcilePair *pair = &g_array_index (plan->changed, CandReconcilePair, i);

      gint64 id = stored_id (self, pair->stored);

      if (!cand_store_positions_update (
              connection, id, g_ptr_array_index (self->merge->listed, pair->listed), now, error))
        return FALSE;
      g_array_append_val (written, id);
      note_stored (self, pair->stored, self->changed_keys);
    }
  return cand_store_search_index_positions (connection, written, error);
}

/* When the employer last touched a position is no content of it, and nothing to tell. */
static gboolean
write_touched (Merging *self, CandConnection *connection, GError **error)
{
  GArray *touched = self->reconciliation->touched;

  for (guint i = 0; i < touched->len; i++)
    {
      const CandReconcilePair *pair = &g_array_index (touched, CandReconcilePair, i);
      const CandListed *listed = g_ptr_array_index (self->merge->listed, pair->listed);

      if (!cand_store_positions_set_updated (connection, stored_id (self, pair->stored),
                                             cand_position_get_updated (listed->position), error))
        return FALSE;
      note_stored (self, pair->stored, NULL);
    }
  return TRUE;
}

static gboolean
write_each (Merging *self,
            CandConnection *connection,
            GArray *indexes,
            GPtrArray *keys,
            gboolean (*write) (CandConnection *, gint64, GError **),
            GError **error)
{
  for (guint i = 0; i < indexes->len; i++)
    {
      guint index = g_array_index (indexes, guint, i);

      if (!write (connection, stored_id (self, index), error))
        return FALSE;
      note_stored (self, index, keys);
    }
  return TRUE;
}

/* Last confirmed is when the last answer came that did list it: the board's last good one. */
static gboolean
write_absent (Merging *self,
              CandConnection *connection,
              GArray *indexes,
              GPtrArray *keys,
              gint64 since,
              GError **error)
{
  for (guint i = 0; i < indexes->len; i++)
    {
      guint index = g_array_index (indexes, guint, i);

      if (!cand_store_positions_set_missing (connection, stored_id (self, index), since,
                                             self->board->confirmed, error))
        return FALSE;
      note_stored (self, index, keys);
    }
  return TRUE;
}

static gboolean
write_gone (Merging *self, CandConnection *connection, GError **error)
{
  GArray *gone = self->reconciliation->gone;

  /* Those that a doubted answer lacked first have no time of it yet. */
  for (guint i = 0; i < gone->len; i++)
    {
      guint index = g_array_index (gone, guint, i);
      const CandStoredPosition *position = &g_array_index (self->stored, CandStoredPosition, index);

      if (position->missing_since == 0 &&
          !cand_store_positions_set_missing (connection, position->id, self->merge->now,
                                             self->board->confirmed, error))
        return FALSE;
    }
  return write_each (self, connection, gone, self->gone_keys, cand_store_positions_close, error);
}

static char *
describe_skipped (guint skipped)
{
  if (skipped == 0)
    return NULL;
  return g_strdup_printf (skipped == 1 ? "%u entry of the answer could not be read"
                                       : "%u entries of the answer could not be read",
                          skipped);
}

/* Of the answer; of the one that it is the same as. Where there is none, nothing was skipped. */
static guint
count_skipped (const Merging *self)
{
  if (self->merge->failure != NULL)
    return 0;
  return self->same ? self->board->skipped : self->merge->skipped;
}

static gboolean
write_board (Merging *self, CandConnection *connection, GError **error)
{
  const CandMerge *merge = self->merge;
  const CandStoredBoard *board = self->board;
  guint skipped = count_skipped (self);
  g_autofree char *reason = describe_skipped (skipped);
  gboolean renamed =
      merge->name != NULL && *merge->name != '\0' && !g_str_equal (merge->name, board->name);
  CandBoardReading reading = {
    .name = renamed ? merge->name : NULL,
    .etag = merge->etag,
    .last_modified = merge->last_modified,
    .digest = self->same ? board->digest : merge->digest,
    .skipped = skipped,
    .reason = reason,
  };

  /* A 304 need not repeat the validators it confirms. */
  if (self->same && reading.etag == NULL && reading.last_modified == NULL)
    {
      reading.etag = board->etag;
      reading.last_modified = board->last_modified;
    }
  if (!cand_store_boards_set_read (connection, board->id, &reading, merge->now, error))
    return FALSE;
  return !renamed || cand_store_search_index_board (connection, board->id, error);
}

static gboolean
write_plan (Merging *self, CandConnection *connection, GError **error)
{
  const CandReconciliation *plan = self->reconciliation;

  return write_board (self, connection, error) && write_listed (self, connection, error) &&
         write_touched (self, connection, error) &&
         write_each (self, connection, plan->reopened, self->changed_keys,
                     cand_store_positions_reopen, error) &&
         write_each (self, connection, plan->back, NULL, cand_store_positions_reopen, error) &&
         write_absent (self, connection, plan->missing, self->missing_keys, self->merge->now,
                       error) &&
         write_absent (self, connection, plan->unsaid, NULL, 0, error) &&
         write_gone (self, connection, error);
}

/* The codes that the doubted answers listed, taken together: lacking means lacking in each. One
 * that could not be read whole lacks nothing. */
static GStrv
collect_codes (const Merging *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (self->board->suspect_since != 0)
    g_strv_builder_addv (builder, (const char **) self->board->suspect_codes);
  for (guint i = 0; i < self->merge->listed->len; i++)
    {
      const CandListed *listed = g_ptr_array_index (self->merge->listed, i);

      g_strv_builder_add (builder, cand_position_get_code (listed->position));
    }
  for (guint i = 0; self->merge->skipped > 0 && i < self->stored->len; i++)
    g_strv_builder_add (builder, g_array_index (self->stored, CandStoredPosition, i).code);
  return g_strv_builder_end (builder);
}

static GError *
doubt_new (const CandMerge *merge)
{
  guint n = merge->listed->len;

  if (merge->skipped > 0)
    return g_error_new (CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_SUSPECT,
                        "Of the %u entries of the board's answer only %u could be read; it is "
                        "asked again before that is believed",
                        n + merge->skipped, n);
  if (n == 0)
    return g_error_new_literal (CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_SUSPECT,
                                "The board's answer is empty; it is asked again before that "
                                "is believed");
  return g_error_new (CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_SUSPECT,
                      "The board's answer lists only %u positions, and lacks most of those "
                      "that were open; it is asked again before that is believed",
                      n);
}

static gboolean
write_doubt (Merging *self, CandConnection *connection, GError **error)
{
  g_auto (GStrv) codes = collect_codes (self);

  self->doubt = doubt_new (self->merge);
  return cand_store_boards_set_suspect (
      connection, self->board->id, self->reconciliation->suspect_since, (const char *const *) codes,
      self->doubt, self->merge->now, error);
}

/* A failure, or something that is none of this answer's business: FALSE when there is no more to
 * do. */
static gboolean
check_answer (Merging *self)
{
  const CandMerge *merge = self->merge;

  if (merge->failure != NULL)
    self->doubt = g_error_copy (merge->failure);
  else if (self->same && self->board->confirmed == 0)
    self->doubt = g_error_new_literal (CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED,
                                       "The board says that nothing changed, but was never read");
  else if (!self->same && merge->listed->len == 0 && merge->skipped > 0)
    self->doubt =
        g_error_new (CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED,
                     "None of the %u entries of the answer could be read", merge->skipped);
  return self->doubt == NULL;
}

static gboolean
run_merge (CandConnection *connection, gpointer data, GError **error)
{
  Merging *self = data;
  const CandMerge *merge = self->merge;
  CandReconcileTerms terms = {
    .now = merge->now,
    .by_hand = merge->by_hand,
    .confirmed = self->board->confirmed,
    .suspect_since = self->board->suspect_since,
    .suspect_codes = (const char *const *) self->board->suspect_codes,
  };

  if (!check_answer (self))
    return cand_store_boards_set_failed (connection, self->board->id, self->doubt, merge->now,
                                         error);
  /* Another process has read a newer answer than the one this is the same as. */
  if (self->same && g_strcmp0 (merge->basis, self->board->digest) != 0)
    return TRUE;
  self->reconciliation = self->same
                             ? cand_reconcile_same (self->stored, self->board->skipped == 0, &terms)
                             : cand_reconcile (self->stored, merge->listed, merge->skipped, &terms);
  return self->reconciliation->suspect ? write_doubt (self, connection, error)
                                       : write_plan (self, connection, error);
}

static GStrv
take_keys (GPtrArray *keys)
{
  g_ptr_array_add (keys, NULL);
  return g_strdupv ((char **) keys->pdata);
}

static CandMergeResult *
report_merge (Merging *self, CandConnection *connection, GError **error)
{
  g_autoptr (CandStoredBoard) board =
      cand_store_boards_stored (connection, self->merge->board, error);
  CandMergeResult *result;

  if (board == NULL)
    return NULL;
  result = g_new0 (CandMergeResult, 1);
  result->ids = g_steal_pointer (&self->ids);
  result->adopted = self->adopted;
  result->report = g_new0 (CandBoardReport, 1);
  result->report->board = g_strdup (self->merge->board);
  result->report->name = g_strdup (board->name);
  result->report->state = board->state;
  result->report->error = g_steal_pointer (&self->doubt);
  result->report->new_keys = take_keys (self->new_keys);
  result->report->changed_keys = take_keys (self->changed_keys);
  result->report->gone_keys = take_keys (self->gone_keys);
  result->report->missing_keys = take_keys (self->missing_keys);
  result->report->skipped = count_skipped (self);
  result->report->same = self->same && result->report->error == NULL;
  return result;
}

static gboolean
ensure_followed (Merging *self, CandConnection *connection, GError **error)
{
  const CandMerge *merge = self->merge;
  const char *name =
      merge->name != NULL ? merge->name : cand_board_system_get_account_name (merge->board);

  return cand_store_boards_ensure (connection, merge->board, name, merge->url, TRUE, error) != 0;
}

/* What was announced by its code alone, and the board lists, is the board's. */
static gboolean
adopt_strays (Merging *self, CandConnection *connection, GError **error)
{
  const CandMerge *merge = self->merge;
  g_autoptr (GHashTable) codes = NULL;

  if (merge->failure != NULL || self->same)
    return TRUE;
  codes = cand_store_strays_list (connection, merge->board, error);
  if (codes == NULL)
    return FALSE;
  for (guint i = 0; g_hash_table_size (codes) > 0 && i < merge->listed->len; i++)
    {
      const CandListed *listed = g_ptr_array_index (merge->listed, i);
      const char *code = cand_position_get_code (listed->position);
      gint64 id;

      if (!g_hash_table_contains (codes, code))
        continue;
      if (!cand_store_strays_adopt (connection, self->board->id, merge->board, code, &id, error))
        return FALSE;
      if (id == 0)
        continue;
      g_array_append_val (self->ids, id);
      self->adopted = TRUE;
    }
  return TRUE;
}

static gboolean
load_known (Merging *self, CandConnection *connection, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (self->merge->follow && !ensure_followed (self, connection, error))
    return FALSE;
  self->board = cand_store_boards_stored (connection, self->merge->board, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (self->board == NULL)
    {
      g_set_error (error, CAND_STORE_ERROR, CAND_STORE_ERROR_FAILED, "The board %s is gone",
                   self->merge->board);
      return FALSE;
    }
  if (!adopt_strays (self, connection, error))
    return FALSE;
  self->stored = cand_store_positions_stored (connection, self->board->id, error);
  return self->stored != NULL;
}

static gboolean
load_and_merge (CandConnection *connection, gpointer data, GError **error)
{
  return load_known (data, connection, error) && run_merge (connection, data, error);
}

/**
 * cand_merge:
 * @connection: the store
 * @merge: what came back
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: (transfer full) (nullable): what it came to
 */
CandMergeResult *
cand_merge (CandConnection *connection, const CandMerge *merge, GError **error)
{
  g_auto (Merging) self = { .merge = merge, .same = merge->same };

  self.new_keys = g_ptr_array_new_with_free_func (g_free);
  self.changed_keys = g_ptr_array_new_with_free_func (g_free);
  self.gone_keys = g_ptr_array_new_with_free_func (g_free);
  self.missing_keys = g_ptr_array_new_with_free_func (g_free);
  self.ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (!cand_connection_transact (connection, CAND_DURABILITY_CACHE, load_and_merge, &self, error))
    return NULL;
  return report_merge (&self, connection, error);
}
