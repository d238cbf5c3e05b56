/* cand-refresh-board.c: one board is asked: from the request to the report
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-refresh.h"

#include <string.h>

#include "cand-library-private.h"
#include "cand-merge.h"
#include "core/boards/cand-board-system.h"
#include "core/store/cand-store-boards.h"
#include "core/store/cand-store-positions.h"
#include "core/text/cand-blocks.h"

/* What one board's refresh carries from step to step: stored validators (database) -> request
 * (main) -> bytes (thread) -> transaction (database) -> report (main). */
typedef struct
{
  char *key;
  CandRefresh *refresh; /* (owned) */
  const CandBoardSystem *system;
  CandStoredBoard *stored; /* (owned) (nullable) */
  CandResponse *response;  /* (owned) (nullable) */
  GError *failure;         /* (owned) (nullable) */
  char *digest;            /* (owned) (nullable) of the bytes */
  gboolean same;
  CandListing *listing; /* (owned) (nullable) */
  GPtrArray *listed;    /* (owned) (nullable) */
  gboolean by_hand;
  CandBoardReport *report; /* (owned) (nullable) */
} Visit;

static void
visit_free (Visit *self)
{
  g_free (self->key);
  cand_refresh_unref (self->refresh);
  g_clear_pointer (&self->stored, cand_stored_board_free);
  g_clear_object (&self->response);
  g_clear_error (&self->failure);
  g_free (self->digest);
  g_clear_pointer (&self->listing, cand_listing_free);
  g_clear_pointer (&self->listed, g_ptr_array_unref);
  g_clear_pointer (&self->report, cand_board_report_free);
  g_free (self);
}

/* --- the transaction --- */

static gpointer
merge_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  const Visit *visit = data;
  const CandResponse *response = visit->response;
  CandMerge merge = {
    .board = visit->key,
    .failure = visit->failure,
    .same = visit->same,
    .basis = visit->stored->digest,
    .digest = visit->digest,
    .listed = visit->listed,
    .now = cand_library_now (),
    .by_hand = visit->by_hand,
  };

  if (response != NULL)
    {
      merge.etag = cand_response_get_etag (visit->response);
      merge.last_modified = cand_response_get_last_modified (visit->response);
    }
  if (visit->listing != NULL)
    {
      merge.name = visit->listing->name;
      merge.skipped = visit->listing->skipped;
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
  /* Of every position shown, when it was last confirmed is another time now; a board that failed
   * said nothing of any. */
  cand_library_follow (self, has_news (visit->report) ? CAND_SCOPES_ALL : CAND_SCOPES_NONE,
                       visit->report->state != CAND_BOARD_STATE_FAILED
                           ? cand_library_list_shown (self, merged->ids)
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

/* --- the bytes, in a thread of their own --- */

typedef struct
{
  const CandBoardSystem *system;
  char *account;
  char *known_digest; /* (nullable) */
  GBytes *body;
  char *digest;
  gboolean same;
  CandListing *listing;
  GPtrArray *listed;
} Reading;

static void
reading_free (Reading *self)
{
  g_free (self->account);
  g_free (self->known_digest);
  g_bytes_unref (self->body);
  g_free (self->digest);
  g_clear_pointer (&self->listing, cand_listing_free);
  g_clear_pointer (&self->listed, g_ptr_array_unref);
  g_free (self);
}

/* What takes time is done here, so that the transaction is short. */
static CandListed *
prepare_position (CandPosition *position)
{
  CandListed *listed = g_new0 (CandListed, 1);
  const char *html = cand_position_get_description (position);

  listed->position = g_object_ref (position);
  listed->digest = cand_position_dup_digest (position);
  if (html != NULL)
    {
      g_autoptr (GPtrArray) blocks = cand_blocks_new_from_html (html, -1, NULL);

      listed->plain = cand_blocks_to_text (blocks);
    }
  return listed;
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  GError *error = NULL;

  reading->digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, reading->body);
  reading->same = g_strcmp0 (reading->digest, reading->known_digest) == 0;
  if (!reading->same)
    {
      reading->listing = reading->system->parse_list (reading->account, reading->body, &error);
      if (reading->listing == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
      reading->listed = g_ptr_array_new_with_free_func ((GDestroyNotify) cand_listed_free);
      for (guint i = 0; i < reading->listing->positions->len; i++)
        g_ptr_array_add (reading->listed,
                         prepare_position (g_ptr_array_index (reading->listing->positions, i)));
    }
  g_task_return_boolean (task, TRUE);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Visit *visit = g_task_get_task_data (task);
  Reading *reading = g_task_get_task_data (G_TASK (result));

  if (g_task_propagate_boolean (G_TASK (result), &visit->failure))
    {
      visit->same = reading->same;
      visit->digest = g_steal_pointer (&reading->digest);
      visit->listing = g_steal_pointer (&reading->listing);
      visit->listed = g_steal_pointer (&reading->listed);
    }
  if (!g_task_return_error_if_cancelled (task))
    merge (task);
}

static void
read_body (GTask *task)
{
  const Visit *visit = g_task_get_task_data (task);
  Reading *reading = g_new0 (Reading, 1);
  g_autoptr (GTask) thread = NULL;

  reading->system = visit->system;
  reading->account = g_strdup (strchr (visit->key, ':') + 1);
  reading->known_digest = g_strdup (visit->stored->digest);
  reading->body = g_bytes_ref (cand_response_get_body (visit->response));
  /* Without a source object, which would die on the thread. */
  thread = g_task_new (NULL, NULL, read_cb, g_object_ref (task));
  g_task_set_source_tag (thread, read_body);
  g_task_set_task_data (thread, reading, (GDestroyNotify) reading_free);
  g_task_run_in_thread (thread, read_thread);
}

/* --- the request --- */

static void
send_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Visit *visit = g_task_get_task_data (task);

  visit->response = cand_net_send_finish (CAND_NET (source), result, &visit->failure);
  if (g_task_return_error_if_cancelled (task))
    return;
  if (visit->response == NULL)
    merge (task);
  else if (cand_response_get_status (visit->response) == 304)
    {
      visit->same = TRUE;
      merge (task);
    }
  else
    read_body (task);
}

/* Conditional on the last good answer, which is the one the store has. */
static CandRequest *
list_request (const Visit *visit)
{
  const char *account = strchr (visit->key, ':');
  CandRequest *request;

  if (account == NULL || visit->system == NULL || visit->system->list_request == NULL ||
      visit->system->parse_list == NULL)
    return NULL;
  request = visit->system->list_request (account + 1);
  if (request != NULL && visit->stored->digest != NULL)
    cand_request_set_validators (request, visit->stored->etag, visit->stored->last_modified);
  return request;
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
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (CandRequest) request = NULL;

  visit->stored = g_task_propagate_pointer (G_TASK (result), &error);
  if (visit->stored == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (g_task_return_error_if_cancelled (task))
    return;
  request = list_request (visit);
  if (request != NULL)
    {
      cand_net_send_async (self->net, request, cancellable, send_cb, g_steal_pointer (&task));
      return;
    }
  visit->failure = g_error_new (CAND_BOARD_ERROR, CAND_BOARD_ERROR_UNSUPPORTED,
                                "%s cannot be asked for its positions", visit->key);
  merge (task);
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
