/* cand-refresh-board.c: one board is asked: from what is known of it to the report
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-refresh.h"

#include <string.h>

#include "cand-library-private.h"
#include "cand-merge.h"
#include "cand-read-board.h"
#include "core/boards/cand-board-system.h"
#include "core/store/cand-store-boards.h"

/* What one board's refresh carries from step to step: stored validators (database) -> answer
 * (cand-read-board.c) -> transaction (database) -> report (main). */
typedef struct
{
  char *key;
  CandRefresh *refresh; /* (owned) */
  const CandBoardSystem *system;
  CandStoredBoard *stored; /* (owned) (nullable) */
  CandBoardAnswer *answer; /* (owned) (nullable) */
  GError *failure;         /* (owned) (nullable) */
  gboolean by_hand;
  CandBoardReport *report; /* (owned) (nullable) */
} Visit;

static void
visit_free (Visit *self)
{
  g_free (self->key);
  cand_refresh_unref (self->refresh);
  g_clear_pointer (&self->stored, cand_stored_board_free);
  g_clear_pointer (&self->answer, cand_board_answer_free);
  g_clear_error (&self->failure);
  g_clear_pointer (&self->report, cand_board_report_free);
  g_free (self);
}

/* --- the transaction --- */

static gpointer
merge_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  const Visit *visit = data;
  const CandBoardAnswer *answer = visit->answer;
  CandMerge merge = {
    .board = visit->key,
    .failure = visit->failure,
    .basis = visit->stored->digest,
    .now = cand_library_now (),
    .by_hand = visit->by_hand,
  };

  if (answer != NULL)
    {
      merge.same = answer->same;
      merge.name = answer->name;
      merge.listed = answer->listed;
      merge.skipped = answer->skipped;
      merge.digest = answer->digest;
      merge.etag = answer->etag;
      merge.last_modified = answer->last_modified;
    }
  return cand_merge (connection, &merge, error);
}

static gboolean
has_news (const CandBoardReport *report)
{
  return *report->new_keys != NULL || *report->changed_keys != NULL || *report->gone_keys != NULL;
}

static void
merge_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CandLibrary *self = CAND_LIBRARY (source);
  g_autoptr (GTask) task = G_TASK (user_data);
  Visit *visit = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (CandMergeResult) merged = g_task_propagate_pointer (G_TASK (result), &error);

  if (merged == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  visit->report = g_steal_pointer (&merged->report);
  if (merged->adopted)
    cand_library_follow_notices (self);
  /* Of every position shown, when it was last confirmed is another time now; a board that failed
   * said nothing of any. */
  cand_library_follow (
      self, has_news (visit->report) || merged->adopted ? CAND_SCOPES_ALL : CAND_SCOPES_NONE,
      visit->report->state != CAND_BOARD_STATE_FAILED ? cand_library_list_shown (self, merged->ids)
                                                      : NULL);
  g_task_return_boolean (task, TRUE);
}

static void
merge (GTask *task)
{
  Visit *visit = g_task_get_task_data (task);

  /* Joined by hand until now counts. */
  visit->by_hand = cand_refresh_get_by_hand (visit->refresh);
  cand_library_run_job (g_task_get_source_object (task), merge_job, visit, NULL,
                        (GDestroyNotify) cand_merge_result_free, merge_cb, g_object_ref (task));
}

/* --- the answer --- */

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Visit *visit = g_task_get_task_data (task);

  visit->answer = cand_read_board_finish (CAND_NET (source), result, &visit->failure);
  if (!g_task_return_error_if_cancelled (task))
    merge (task);
}

static void
read_page (guint n_pages, gpointer user_data)
{
  const Visit *visit = g_task_get_task_data (user_data);

  cand_refresh_note_pages (visit->refresh, visit->key, n_pages);
}

/* Whether the board has said the organisation's name: until then it goes by its account. */
static gboolean
is_named (const Visit *visit)
{
  return !g_str_equal (visit->stored->name, cand_board_system_get_account_name (visit->key));
}

static gpointer
look_up_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  const Visit *visit = data;
  g_autoptr (GError) failure = NULL;
  CandStoredBoard *stored = cand_store_boards_stored (connection, visit->key, &failure);

  if (stored == NULL && failure == NULL)
    g_set_error (&failure, CAND_STORE_ERROR, CAND_STORE_ERROR_FAILED, "The board %s is gone",
                 visit->key);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return stored;
}

static void
look_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CandLibrary *self = CAND_LIBRARY (source);
  g_autoptr (GTask) task = G_TASK (user_data);
  Visit *visit = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  CandBoardBasis basis = { 0 };

  visit->stored = g_task_propagate_pointer (G_TASK (result), &error);
  if (visit->stored == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (g_task_return_error_if_cancelled (task))
    return;
  if (visit->system == NULL || strchr (visit->key, ':') == NULL)
    {
      visit->failure = g_error_new (CAND_BOARD_ERROR, CAND_BOARD_ERROR_UNSUPPORTED,
                                    "%s cannot be asked for its positions", visit->key);
      merge (task);
      return;
    }
  basis.digest = visit->stored->digest;
  basis.etag = visit->stored->etag;
  basis.last_modified = visit->stored->last_modified;
  basis.names = is_named (visit);
  cand_read_board_async (self->net, visit->system, strchr (visit->key, ':') + 1, &basis, read_page,
                         task, g_task_get_cancellable (task), read_cb, g_object_ref (task));
}

/**
 * cand_refresh_board_async:
 * @library: the library
 * @refresh: what it is part of
 * @board: the board's key
 * @cancellable: stops it before it writes anything
 * @callback: called with the report
 * @user_data: for @callback
 */
void
cand_refresh_board_async (CandLibrary *library,
                          CandRefresh *refresh,
                          const char *board,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autofree char *system_id = g_strndup (board, strcspn (board, ":"));
  Visit *visit = g_new0 (Visit, 1);
  GTask *task = g_task_new (library, cancellable, callback, user_data);

  visit->key = g_strdup (board);
  visit->refresh = cand_refresh_ref (refresh);
  visit->system = cand_board_system_find (system_id);
  g_task_set_source_tag (task, cand_refresh_board_async);
  g_task_set_task_data (task, visit, (GDestroyNotify) visit_free);
  cand_library_run_job (library, look_up_job, visit, NULL, (GDestroyNotify) cand_stored_board_free,
                        look_up_cb, task);
}

CandBoardReport *
cand_refresh_board_finish (CandLibrary *library, GAsyncResult *result, GError **error)
{
  Visit *visit;

  g_return_val_if_fail (g_task_is_valid (result, library), NULL);
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  visit = g_task_get_task_data (G_TASK (result));
  return g_steal_pointer (&visit->report);
}
