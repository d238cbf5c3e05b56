/* cand-read-programme.c: asks for an announcement, and reads it in a thread
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-read-programme.h"

#include "cand-library-private.h"
#include "cand-thread.h"
#include "core/boards/cand-board-system.h"
#include "core/boards/programme/cand-programme-reader.h"

typedef struct
{
  char *url;
  char *known_digest;     /* (nullable) */
  gboolean elsewhere;     /* it is asked for at the second place */
  CandResponse *response; /* (nullable) */
  CandProgrammeAnswer *answer;
} Errand;

static void
errand_free (Errand *self)
{
  g_free (self->url);
  g_free (self->known_digest);
  g_clear_object (&self->response);
  g_clear_pointer (&self->answer, cand_programme_answer_free);
  g_free (self);
}

void
cand_programme_answer_free (CandProgrammeAnswer *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->programme);
  g_free (self->title);
  g_free (self->digest);
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self);
}

/* --- the bytes, in a thread of their own --- */

/* The errand is the thread's until that is over. */
static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Errand *errand = data;
  CandProgrammeAnswer *answer = errand->answer;
  GBytes *body = cand_response_get_body (errand->response);
  GError *error = NULL;

  answer->digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, body);
  answer->same = g_strcmp0 (answer->digest, errand->known_digest) == 0;
  if (!answer->same)
    answer->programme = cand_programme_read (body, cand_response_get_media_type (errand->response),
                                             errand->url, &error);
  if (error != NULL && !g_error_matches (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_NOTHING_FOUND))
    {
      g_task_return_error (task, error);
      return;
    }
  if (error != NULL)
    answer->title = cand_programme_read_title (
        body, cand_response_get_media_type (errand->response), errand->url);
  g_clear_error (&error);
  g_task_return_boolean (task, TRUE);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* --- the request --- */

static void send_cb (GObject *source, GAsyncResult *result, gpointer user_data);

/* FALSE where there is no second place, or it was asked already. */
static gboolean
ask_elsewhere (GTask *task)
{
  CandLibrary *self = g_task_get_source_object (task);
  Errand *errand = g_task_get_task_data (task);
  g_autoptr (CandRequest) request =
      errand->elsewhere ? NULL : cand_programme_other_request (errand->url);

  if (request == NULL)
    return FALSE;
  errand->elsewhere = TRUE;
  cand_net_send_async (self->net, request, g_task_get_cancellable (task), send_cb,
                       g_object_ref (task));
  return TRUE;
}

static void
send_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Errand *errand = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (CandResponse) response = cand_net_send_finish (CAND_NET (source), result, &error);

  if (response == NULL)
    {
      if (!g_error_matches (error, CAND_NET_ERROR, CAND_NET_ERROR_NOT_FOUND) ||
          !ask_elsewhere (task))
        g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  errand->answer = g_new0 (CandProgrammeAnswer, 1);
  /* Those of the second place would be asked of the first one. */
  if (!errand->elsewhere)
    {
      errand->answer->etag = g_strdup (cand_response_get_etag (response));
      errand->answer->last_modified = g_strdup (cand_response_get_last_modified (response));
    }
  if (cand_response_get_status (response) != 304)
    {
      errand->response = g_steal_pointer (&response);
      cand_thread_run (read_thread, errand, NULL, NULL, read_cb, g_steal_pointer (&task));
    }
  else if (errand->known_digest != NULL)
    {
      errand->answer->same = TRUE;
      g_task_return_boolean (task, TRUE);
    }
  else
    g_task_return_new_error_literal (task, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED,
                                     "The page says that nothing changed, but was never read");
}

/**
 * cand_read_programme_async:
 * @library: the library
 * @url: the announcement's page
 * @digest: (nullable): of the bytes that are known
 * @etag: (nullable): of the answer that they came in
 * @last_modified: (nullable): of the same
 * @cancellable: (nullable): stops it
 * @callback: called with the answer
 * @user_data: for @callback
 */
void
cand_read_programme_async (CandLibrary *library,
                           const char *url,
                           const char *digest,
                           const char *etag,
                           const char *last_modified,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (CandRequest) request = cand_programme_request (url);
  g_autoptr (GTask) task = g_task_new (library, cancellable, callback, user_data);
  Errand *errand = g_new0 (Errand, 1);

  errand->url = g_strdup (url);
  errand->known_digest = g_strdup (digest);
  g_task_set_source_tag (task, cand_read_programme_async);
  g_task_set_task_data (task, errand, (GDestroyNotify) errand_free);
  if (request == NULL)
    {
      g_task_return_new_error (task, CAND_BOARD_ERROR, CAND_BOARD_ERROR_UNSUPPORTED,
                               "“%s” is no address that can be asked", url);
      return;
    }
  if (digest != NULL)
    cand_request_set_validators (request, etag, last_modified);
  cand_net_send_async (library->net, request, cancellable, send_cb, g_steal_pointer (&task));
}

CandProgrammeAnswer *
cand_read_programme_finish (CandLibrary *library, GAsyncResult *result, GError **error)
{
  Errand *errand;

  g_return_val_if_fail (g_task_is_valid (result, library), NULL);
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  errand = g_task_get_task_data (G_TASK (result));
  return g_steal_pointer (&errand->answer);
}
