/* cand-refresh.c: asks boards, and puts what they answer into the store
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-refresh.h"

#include "cand-library-private.h"
#include "cand-waiters.h"
#include "core/boards/cand-board-system.h"

/* All boards, programmes and blogs are asked at once: the session lets the requests to one host
 * follow each other. Lives on the library's thread. */
struct _CandRefresh
{
  gatomicrefcount count;
  CandLibrary *library;      /* (unowned) holds this until it is over */
  GCancellable *cancellable; /* (owned) */
  CandWaiters *waiters;      /* (owned) */
  GHashTable *asked;         /* (owned) what is or was asked, by kind and key; to the share of it
                                that was read, in thousandths */
  GPtrArray *reports;        /* (owned) (element-type CandBoardReport) */
  GPtrArray *programmes;     /* (owned) (element-type CandProgrammeReport) */
  GError *error;             /* (owned) (nullable) the store's */
  guint n_pending;
  gboolean by_hand;
};

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
  cand_waiters_free (self->waiters);
  g_hash_table_unref (self->asked);
  g_ptr_array_unref (self->reports);
  g_ptr_array_unref (self->programmes);
  g_clear_error (&self->error);
  g_free (self);
}

gboolean
cand_refresh_get_by_hand (CandRefresh *self)
{
  return self->by_hand;
}

static void
abandoned_cb (gpointer data)
{
  cand_refresh_cancel (data);
}

static CandRefresh *
refresh_new (CandLibrary *library)
{
  CandRefresh *self = g_new0 (CandRefresh, 1);

  g_atomic_ref_count_init (&self->count);
  self->library = library;
  self->cancellable = g_cancellable_new ();
  self->waiters = cand_waiters_new (abandoned_cb, self);
  self->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->reports = g_ptr_array_new_with_free_func ((GDestroyNotify) cand_board_report_free);
  self->programmes = g_ptr_array_new_with_free_func ((GDestroyNotify) cand_programme_report_free);
  return self;
}

void
cand_refresh_cancel (CandRefresh *self)
{
  g_autoptr (CandRefresh) hold = cand_refresh_ref (self);
  g_autoptr (GPtrArray) tasks = cand_waiters_take (self->waiters);

  for (guint i = 0; i < tasks->len; i++)
    g_task_return_new_error_literal (g_ptr_array_index (tasks, i), G_IO_ERROR, G_IO_ERROR_CANCELLED,
                                     "The refresh was cancelled");
  g_cancellable_cancel (self->cancellable);
  if (self->library->refresh == self)
    cand_library_set_refresh (self->library, NULL);
}

/* Everyone gets the same reports. */
static void
finish (CandRefresh *self)
{
  g_autoptr (GPtrArray) tasks = cand_waiters_take (self->waiters);

  if (self->library->refresh == self)
    cand_library_set_refresh (self->library, NULL);
  for (guint i = 0; i < tasks->len; i++)
    {
      GTask *task = g_ptr_array_index (tasks, i);

      g_task_set_task_data (task, g_ptr_array_ref (self->programmes),
                            (GDestroyNotify) g_ptr_array_unref);
      if (self->error != NULL)
        g_task_return_error (task, g_error_copy (self->error));
      else
        g_task_return_pointer (task, g_ptr_array_ref (self->reports),
                               (GDestroyNotify) g_ptr_array_unref);
    }
}

/* --- what is asked --- */

#define WHOLE 1000

static void
show_progress (CandRefresh *self)
{
  guint total = g_hash_table_size (self->asked);
  guint read = 0;
  GHashTableIter iter;
  gpointer share;

  g_hash_table_iter_init (&iter, self->asked);
  while (g_hash_table_iter_next (&iter, NULL, &share))
    read += GPOINTER_TO_UINT (share);
  if (self->library->refresh == self)
    cand_library_set_progress (self->library, total > 0 ? (double) read / (total * WHOLE) : 1);
}

/* Nobody knows how many pages are to come: each takes half of the way that is left, at first. */
void
cand_refresh_note_pages (CandRefresh *self, const char *board, guint n_pages)
{
  g_hash_table_insert (self->asked, g_strconcat ("board ", board, NULL),
                       GUINT_TO_POINTER (WHOLE * n_pages / (n_pages + 1)));
  show_progress (self);
}

/* One thing that is asked, until it has answered. */
typedef struct
{
  CandRefresh *refresh; /* (owned) */
  char *name;           /* kind and key */
} Errand;

static void
errand_free (Errand *self)
{
  cand_refresh_unref (self->refresh);
  g_free (self->name);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

/* NULL when it is or was asked in this refresh. */
static Errand *
errand_new (CandRefresh *self, const char *kind, const char *key)
{
  g_autofree char *name = g_strconcat (kind, " ", key, NULL);
  Errand *errand;

  if (g_hash_table_contains (self->asked, name))
    return NULL;
  errand = g_new0 (Errand, 1);
  errand->refresh = cand_refresh_ref (self);
  errand->name = g_strdup (name);
  g_hash_table_insert (self->asked, g_steal_pointer (&name), GUINT_TO_POINTER (0));
  self->n_pending++;
  return errand;
}

/* Takes @error, the store's. */
static void
errand_done (Errand *errand, GError *error)
{
  CandRefresh *self = errand->refresh;

  if (self->error == NULL)
    self->error = error;
  else
    g_clear_error (&error);
  g_hash_table_insert (self->asked, g_strdup (errand->name), GUINT_TO_POINTER (WHOLE));
  self->n_pending--;
  show_progress (self);
  if (self->n_pending == 0 && !g_cancellable_is_cancelled (self->cancellable))
    finish (self);
}

static void
board_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  GError *error = NULL;
  CandBoardReport *report = cand_refresh_board_finish (CAND_LIBRARY (source), result, &error);

  if (report != NULL)
    g_ptr_array_add (errand->refresh->reports, report);
  errand_done (errand, error);
}

static void
ask_board (CandRefresh *self, const char *key)
{
  Errand *errand = errand_new (self, "board", key);

  if (errand != NULL)
    cand_refresh_board_async (self->library, self, key, self->cancellable, board_cb, errand);
}

static void
programme_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  GError *error = NULL;
  CandProgrammeReport *report =
      cand_refresh_programme_finish (CAND_LIBRARY (source), result, &error);

  if (report != NULL)
    g_ptr_array_add (errand->refresh->programmes, report);
  errand_done (errand, error);
}

static void
ask_programmes (CandRefresh *self)
{
  GListModel *programmes = G_LIST_MODEL (self->library->programmes);

  for (guint i = 0; i < g_list_model_get_n_items (programmes); i++)
    {
      g_autoptr (CandProgramme) programme = g_list_model_get_item (programmes, i);
      const char *name = cand_programme_get_name (programme);
      Errand *errand = NULL;

      if (*cand_programme_get_url (programme) != '\0')
        errand = errand_new (self, "programme", name);
      if (errand != NULL)
        cand_refresh_programme_async (self->library, self, name, self->cancellable, programme_cb,
                                      errand);
    }
}

static void
blog_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  GError *error = NULL;

  cand_refresh_blog_finish (CAND_LIBRARY (source), result, &error);
  errand_done (errand, error);
}

static void
ask_blogs (CandRefresh *self)
{
  GListModel *blogs = cand_library_get_blogs (self->library);

  for (guint i = 0; i < g_list_model_get_n_items (blogs); i++)
    {
      g_autoptr (CandBlog) blog = g_list_model_get_item (blogs, i);
      const char *url = cand_blog_get_url (blog);
      Errand *errand = errand_new (self, "blog", url);

      if (errand != NULL)
        cand_refresh_blog_async (self->library, url, self->cancellable, blog_cb, errand);
    }
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

/* Whether the board's host wants to be left alone unless a person asks. */
static gboolean
is_off_limits (CandBoard *board, gboolean by_hand)
{
  const CandBoardSystem *system = cand_board_system_find (cand_board_get_system (board));

  return !by_hand && system != NULL && (system->traits & CAND_BOARD_ONLY_WHEN_ASKED) != 0;
}

static void
ask_boards (CandRefresh *self, const char *key, gboolean by_hand)
{
  GListModel *boards = G_LIST_MODEL (self->library->boards);
  gboolean found = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (boards); i++)
    {
      g_autoptr (CandBoard) board = g_list_model_get_item (boards, i);

      if (key != NULL && !g_str_equal (cand_board_get_key (board), key))
        continue;
      found = TRUE;
      if (!is_off_limits (board, by_hand))
        ask_board (self, cand_board_get_key (board));
    }
  if (key != NULL && !found)
    report_unknown (self, key);
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
  cand_waiters_add (refresh->waiters, task);
  cand_library_set_refresh (self, refresh);
  ask_boards (refresh, board, by_hand);
  if (board == NULL)
    {
      ask_programmes (refresh);
      ask_blogs (refresh);
    }
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

/**
 * cand_library_refresh_get_programmes:
 * @self: a library
 * @result: what the callback got, finished
 *
 * Returns: (transfer container) (element-type CandProgrammeReport): one report for each programme
 *   that was read again
 */
GPtrArray *
cand_library_refresh_get_programmes (CandLibrary *self, GAsyncResult *result)
{
  GPtrArray *programmes;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  programmes = g_task_get_task_data (G_TASK (result));
  return programmes != NULL ? g_ptr_array_ref (programmes) : g_ptr_array_new ();
}
