/* cand-refresh.c: asks boards, and puts what they answer into the store
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-refresh.h"

#include "cand-library-private.h"
#include "core/boards/cand-board-system.h"

/* All boards are asked at once: the session lets the requests to one host follow each other. Lives
 * on the library's thread. */
struct _CandRefresh
{
  gatomicrefcount count;
  CandLibrary *library;      /* (unowned) holds this until it is over */
  GCancellable *cancellable; /* (owned) */
  GPtrArray *waiters;        /* (owned) (element-type Waiter) */
  GPtrArray *keys;           /* (owned) (element-type utf8) boards asked or to be asked */
  GPtrArray *reports;        /* (owned) (element-type CandBoardReport) */
  GError *error;             /* (owned) (nullable) the store's */
  guint n_pending;
  gboolean by_hand;
};

typedef struct
{
  CandRefresh *refresh; /* (unowned) */
  GTask *task;          /* (owned) */
  GSource *source;      /* (owned) (nullable) watches the task's cancellable */
} Waiter;

static void
waiter_free (Waiter *self)
{
  if (self->source != NULL)
    {
      g_source_destroy (self->source);
      g_source_unref (self->source);
    }
  g_object_unref (self->task);
  g_free (self);
}

CandRefresh *
cand_refresh_ref (CandRefresh *self)
{
  g_atomic_ref_count_inc (&self->count);
  return self;
}

void
cand_refresh_unref (CandRefresh *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;
  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->waiters);
  g_ptr_array_unref (self->keys);
  g_ptr_array_unref (self->reports);
  g_clear_error (&self->error);
  g_free (self);
}

gboolean
cand_refresh_get_by_hand (CandRefresh *self)
{
  return self->by_hand;
}

static CandRefresh *
refresh_new (CandLibrary *library)
{
  CandRefresh *self = g_new0 (CandRefresh, 1);

  g_atomic_ref_count_init (&self->count);
  self->library = library;
  self->cancellable = g_cancellable_new ();
  self->waiters = g_ptr_array_new_with_free_func ((GDestroyNotify) waiter_free);
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->reports = g_ptr_array_new_with_free_func ((GDestroyNotify) cand_board_report_free);
  return self;
}

static void
return_cancelled (GTask *task)
{
  g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                                   "The refresh was cancelled");
}

void
cand_refresh_cancel (CandRefresh *self)
{
  g_autoptr (CandRefresh) hold = cand_refresh_ref (self);
  g_autoptr (GPtrArray) waiters = g_steal_pointer (&self->waiters);

  self->waiters = g_ptr_array_new_with_free_func ((GDestroyNotify) waiter_free);
  for (guint i = 0; i < waiters->len; i++)
    return_cancelled (((Waiter *) g_ptr_array_index (waiters, i))->task);
  g_cancellable_cancel (self->cancellable);
  if (self->library->refresh == self)
    cand_library_set_refresh (self->library, NULL);
}

/* Everyone gets the same reports. */
static void
finish (CandRefresh *self)
{
  g_autoptr (GPtrArray) waiters = g_steal_pointer (&self->waiters);

  self->waiters = g_ptr_array_new_with_free_func ((GDestroyNotify) waiter_free);
  if (self->library->refresh == self)
    cand_library_set_refresh (self->library, NULL);
  for (guint i = 0; i < waiters->len; i++)
    {
      const Waiter *waiter = g_ptr_array_index (waiters, i);

      if (self->error != NULL)
        g_task_return_error (waiter->task, g_error_copy (self->error));
      else
        g_task_return_pointer (waiter->task, g_ptr_array_ref (self->reports),
                               (GDestroyNotify) g_ptr_array_unref);
    }
}

static void
show_progress (CandRefresh *self)
{
  guint total = self->keys->len;

  if (self->library->refresh == self)
    cand_library_set_progress (self->library,
                               total > 0 ? (double) (total - self->n_pending) / total : 1);
}

static void
board_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandRefresh) self = user_data;
  g_autoptr (GError) error = NULL;
  CandBoardReport *report = cand_refresh_board_finish (CAND_LIBRARY (source), result, &error);

  if (report != NULL)
    g_ptr_array_add (self->reports, report);
  else if (self->error == NULL)
    self->error = g_steal_pointer (&error);
  self->n_pending--;
  show_progress (self);
  if (self->n_pending == 0 && !g_cancellable_is_cancelled (self->cancellable))
    finish (self);
}

static void
ask_board (CandRefresh *self, const char *key)
{
  for (guint i = 0; i < self->keys->len; i++)
    if (g_str_equal (g_ptr_array_index (self->keys, i), key))
      return;
  g_ptr_array_add (self->keys, g_strdup (key));
  self->n_pending++;
  cand_refresh_board_async (self->library, self, key, self->cancellable, board_cb,
                            cand_refresh_ref (self));
}

static gboolean
waiter_cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  Waiter *waiter = user_data;
  g_autoptr (CandRefresh) self = cand_refresh_ref (waiter->refresh);

  return_cancelled (waiter->task);
  g_ptr_array_remove (self->waiters, waiter);
  if (self->waiters->len == 0)
    cand_refresh_cancel (self);
  return G_SOURCE_REMOVE;
}

static void
add_waiter (CandRefresh *self, GTask *task)
{
  GCancellable *cancellable = g_task_get_cancellable (task);
  Waiter *waiter = g_new0 (Waiter, 1);

  waiter->refresh = self;
  waiter->task = task;
  if (cancellable != NULL)
    {
      waiter->source = g_cancellable_source_new (cancellable);
      g_source_set_callback (waiter->source, G_SOURCE_FUNC (waiter_cancelled_cb), waiter, NULL);
      g_source_attach (waiter->source, g_task_get_context (task));
    }
  g_ptr_array_add (self->waiters, waiter);
}

static gboolean
follows (CandLibrary *library, const char *key)
{
  GListModel *boards = G_LIST_MODEL (library->boards);

  for (guint i = 0; i < g_list_model_get_n_items (boards); i++)
    {
      g_autoptr (CandBoard) board = g_list_model_get_item (boards, i);

      if (g_str_equal (cand_board_get_key (board), key))
        return TRUE;
    }
  return FALSE;
}

/* A board that nobody follows is a report like any that fails. */
static void
report_unknown (CandRefresh *self, const char *key)
{
  CandBoardReport *report = g_new0 (CandBoardReport, 1);

  report->board = g_utf8_make_valid (key, -1);
  report->name = g_strdup (report->board);
  report->state = CAND_BOARD_STATE_UNREAD;
  report->error = g_error_new (CAND_BOARD_ERROR, CAND_BOARD_ERROR_NOT_A_BOARD,
                               "No board “%s” is followed", report->board);
  report->new_keys = g_new0 (char *, 1);
  report->changed_keys = g_new0 (char *, 1);
  report->gone_keys = g_new0 (char *, 1);
  report->missing_keys = g_new0 (char *, 1);
  g_ptr_array_add (self->reports, report);
}

static void
ask_boards (CandRefresh *self, const char *board)
{
  GListModel *boards = G_LIST_MODEL (self->library->boards);

  if (board != NULL && follows (self->library, board))
    ask_board (self, board);
  else if (board != NULL)
    report_unknown (self, board);
  for (guint i = 0; board == NULL && i < g_list_model_get_n_items (boards); i++)
    {
      g_autoptr (CandBoard) followed = g_list_model_get_item (boards, i);

      ask_board (self, cand_board_get_key (followed));
    }
}

/**
 * cand_library_refresh_async:
 * @self: a library
 * @board: (nullable): the key of the board to ask; NULL for all that are followed
 * @by_hand: whether the person asked
 * @cancellable: (nullable): stops it, unless somebody else waits for it too
 * @callback: called with the reports
 * @user_data: for @callback
 */
void
cand_library_refresh_async (CandLibrary *self,
                            const char *board,
                            gboolean by_hand,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (CandRefresh) refresh = NULL;
  GTask *task;

  g_return_if_fail (CAND_IS_LIBRARY (self));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cand_library_refresh_async);
  if (self->worker == NULL || !self->opened)
    {
      g_task_return_new_error_literal (task, CAND_STORE_ERROR, CAND_STORE_ERROR_FAILED,
                                       "The library is not open");
      g_object_unref (task);
      return;
    }
  cand_library_check_outside_changes (self);
  refresh = self->refresh != NULL ? cand_refresh_ref (self->refresh) : refresh_new (self);
  refresh->by_hand |= by_hand;
  add_waiter (refresh, task);
  cand_library_set_refresh (self, refresh);
  ask_boards (refresh, board);
  show_progress (refresh);
  if (refresh->n_pending == 0)
    finish (refresh);
}

/**
 * cand_library_refresh_finish:
 * @self: a library
 * @result: what the callback got
 * @error: CAND_STORE_ERROR_*, G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type CandBoardReport): one report for each board
 */
GPtrArray *
cand_library_refresh_finish (CandLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
