/* cand-library-hub.c: whether something is on the Hugging Face Hub, for who asks
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-library-private.h"
#include "core/boards/cand-hub.h"

typedef struct
{
  CandHubLink *link; /* (owned) */
  guint attempt;
  CandHubAnswer answer;
  char *name; /* (owned) (nullable) as the Hub has it */
} Checking;

static void
checking_free (Checking *self)
{
  cand_hub_link_free (self->link);
  g_free (self->name);
  g_free (self);
}

static void send_next (GTask *task);

/* Missing at one address, it may be at the next one. */
static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Checking *checking = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (CandResponse) response = cand_net_send_finish (CAND_NET (source), result, &error);

  if (response != NULL)
    checking->name = cand_hub_parse (cand_response_get_body (response), &error);
  if (checking->name != NULL)
    {
      checking->answer = CAND_HUB_EXISTS;
      g_task_return_boolean (task, TRUE);
    }
  else if (g_error_matches (error, CAND_NET_ERROR, CAND_NET_ERROR_NOT_FOUND) ||
           g_error_matches (error, CAND_NET_ERROR, CAND_NET_ERROR_FORBIDDEN))
    send_next (g_steal_pointer (&task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* @task (transfer full) */
static void
send_next (GTask *task)
{
  CandLibrary *self = g_task_get_source_object (task);
  Checking *checking = g_task_get_task_data (task);
  g_autoptr (CandRequest) request = cand_hub_request (checking->link, checking->attempt++);

  if (request != NULL)
    {
      cand_net_send_async (self->net, request, g_task_get_cancellable (task), sent_cb, task);
      return;
    }
  checking->answer = CAND_HUB_MISSING;
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

/**
 * cand_library_check_hub_async:
 * @self: a library
 * @link: what to ask for
 * @cancellable: (nullable): stops it
 * @callback: called with the result
 * @user_data: for @callback
 */
void
cand_library_check_hub_async (CandLibrary *self,
                              const CandHubLink *link,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  Checking *checking;
  GTask *task;

  g_return_if_fail (CAND_IS_LIBRARY (self));
  g_return_if_fail (link != NULL);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cand_library_check_hub_async);
  checking = g_new0 (Checking, 1);
  checking->link = cand_hub_link_new (link->kind, link->name);
  g_task_set_task_data (task, checking, (GDestroyNotify) checking_free);
  send_next (task);
}

/**
 * cand_library_check_hub_finish:
 * @self: a library
 * @result: what the callback got
 * @answer: (out): whether it is there
 * @name: (out) (optional) (nullable): what the Hub calls it, where it is
 * @error: CAND_NET_ERROR_*, CAND_BOARD_ERROR_MALFORMED, G_IO_ERROR_CANCELLED
 *
 * Returns: FALSE when the Hub could not be asked
 */
gboolean
cand_library_check_hub_finish (
    CandLibrary *self, GAsyncResult *result, CandHubAnswer *answer, char **name, GError **error)
{
  Checking *checking;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  checking = g_task_get_task_data (G_TASK (result));
  *answer = checking->answer;
  if (name != NULL)
    *name = g_steal_pointer (&checking->name);
  return TRUE;
}
