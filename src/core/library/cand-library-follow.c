/* cand-library-follow.c: what is followed from now on, or not any more
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-library-private.h"

#include "cand-found-private.h"
#include "cand-merge.h"
#include "core/store/cand-store-boards.h"

/* --- when all has followed --- */

static gpointer
nothing_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  return CAND_DONE;
}

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);

  /* Closed meanwhile or not: what it is about is in the store. */
  g_task_propagate_pointer (G_TASK (result), NULL);
  g_task_return_boolean (task, TRUE);
}

void
cand_library_return_settled (CandLibrary *self, GTask *task)
{
  cand_library_run_job (self, nothing_job, NULL, NULL, NULL, settled_cb, task);
}

void
cand_library_followed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CandLibrary *self = CAND_LIBRARY (source);
  g_autoptr (GTask) task = G_TASK (user_data);
  GError *error = NULL;

  if (g_task_propagate_pointer (G_TASK (result), &error) == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  cand_library_follow (self, CAND_SCOPES_ALL, cand_library_list_shown (self, NULL));
  cand_library_follow_notices (self);
  cand_library_return_settled (self, g_steal_pointer (&task));
}

/* --- following --- */

/* Followed only: the store has a later reading of it. */
static CandMergeResult *
follow_known (CandConnection *connection, CandFound *found, GError **error)
{
  CandMergeResult *result;

  if (cand_store_boards_ensure (connection, cand_found_get_key (found), cand_found_get_name (found),
                                cand_found_get_url (found), TRUE, error) == 0)
    return NULL;
  result = g_new0 (CandMergeResult, 1);
  result->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  return result;
}

static gpointer
follow_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  CandFound *found = data;
  const CandBoardAnswer *answer = cand_found_get_answer (found);
  const CandMerge merge = {
    .board = cand_found_get_key (found),
    .name = answer->name,
    .listed = answer->listed,
    .skipped = answer->skipped,
    .etag = answer->etag,
    .last_modified = answer->last_modified,
    .digest = answer->digest,
    .now = cand_found_get_when (found),
    .by_hand = TRUE,
    .follow = TRUE,
    .url = cand_found_get_url (found),
  };
  g_autoptr (GError) failure = NULL;
  g_autoptr (CandStoredBoard) stored = NULL;

  stored = cand_store_boards_stored (connection, merge.board, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (stored != NULL && stored->confirmed > merge.now)
    return follow_known (connection, found, error);
  return cand_merge (connection, &merge, error);
}

static void
follow_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CandLibrary *self = CAND_LIBRARY (source);
  g_autoptr (GTask) task = G_TASK (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (CandMergeResult) merged = g_task_propagate_pointer (G_TASK (result), &error);

  if (merged == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (merged->adopted)
    cand_library_follow_notices (self);
  cand_library_follow (self, CAND_SCOPES_ALL, cand_library_list_shown (self, merged->ids));
  cand_library_return_settled (self, g_steal_pointer (&task));
}

static void
follow_announcement_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  GError *error = NULL;

  if (cand_library_follow_announcement_finish (CAND_LIBRARY (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * cand_library_follow_async:
 * @self: a library
 * @found: what find or read_announcement brought
 * @cancellable: (nullable): stops the waiting
 * @callback: called when it is followed
 * @user_data: for @callback
 */
void
cand_library_follow_async (CandLibrary *self,
                           CandFound *found,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CAND_IS_LIBRARY (self));
  g_return_if_fail (CAND_IS_FOUND (found));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cand_library_follow_async);
  switch (cand_found_get_kind (found))
    {
    case CAND_FOUND_BOARD:
      cand_library_run_job (self, follow_job, g_object_ref (found), g_object_unref,
                            (GDestroyNotify) cand_merge_result_free, follow_cb, task);
      break;
    case CAND_FOUND_PROGRAMME:
    case CAND_FOUND_BLOG:
      cand_library_follow_announcement_async (self, found, cancellable, follow_announcement_cb,
                                              task);
      break;
    }
}

/**
 * cand_library_follow_finish:
 * @self: a library
 * @result: what the callback got
 * @error: CAND_STORE_ERROR_*, G_IO_ERROR_CANCELLED
 *
 * Returns: TRUE when it is followed
 */
gboolean
cand_library_follow_finish (CandLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- and not any more --- */

typedef struct
{
  char *key;
  gboolean followed;
  gboolean found; /* it is a board */
} Wish;

static void
wish_free (Wish *self)
{
  g_free (self->key);
  g_free (self);
}

static gpointer
set_followed_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  Wish *wish = data;

  return cand_store_boards_set_followed (connection, wish->key, wish->followed, cand_library_now (),
                                         &wish->found, error)
             ? CAND_DONE
             : NULL;
}

static void
set_announcement_followed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  GError *error = NULL;

  if (cand_library_set_announcement_followed_finish (CAND_LIBRARY (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
set_followed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CandLibrary *self = CAND_LIBRARY (source);
  g_autoptr (GTask) task = G_TASK (user_data);
  const Wish *wish = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;

  if (g_task_propagate_pointer (G_TASK (result), &error) == NULL)
    g_task_return_error (task, error);
  else if (!wish->found)
    cand_library_set_announcement_followed_async (self, wish->key, wish->followed, cancellable,
                                                  set_announcement_followed_cb,
                                                  g_object_ref (task));
  else
    {
      cand_library_follow (self, CAND_SCOPES_ALL, NULL);
      cand_library_return_settled (self, g_steal_pointer (&task));
    }
}

/**
 * cand_library_set_followed_async:
 * @self: a library
 * @key: a board's key, a programme's name or a feed's address
 * @followed: whether it is followed from now on
 * @cancellable: (nullable): stops the waiting
 * @callback: called when it is so
 * @user_data: for @callback
 */
void
cand_library_set_followed_async (CandLibrary *self,
                                 const char *key,
                                 gboolean followed,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task;
  Wish *wish;

  g_return_if_fail (CAND_IS_LIBRARY (self));
  task = g_task_new (self, cancellable, callback, user_data);
  wish = g_new0 (Wish, 1);
  wish->key = g_utf8_make_valid (key, -1);
  wish->followed = followed;
  g_task_set_source_tag (task, cand_library_set_followed_async);
  g_task_set_task_data (task, wish, (GDestroyNotify) wish_free);
  /* The wish stays with the task that the job's callback holds. */
  cand_library_run_job (self, set_followed_job, wish, NULL, NULL, set_followed_cb, task);
}

/**
 * cand_library_set_followed_finish:
 * @self: a library
 * @result: what the callback got
 * @error: CAND_LIBRARY_ERROR_NO_SUCH_BOARD, CAND_STORE_ERROR_*, G_IO_ERROR_CANCELLED
 *
 * Returns: TRUE when it is as wished
 */
gboolean
cand_library_set_followed_finish (CandLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
