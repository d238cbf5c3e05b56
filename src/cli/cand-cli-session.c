/* cand-cli-session.c: the library for the length of one command
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-cli-session.h"

#include <signal.h>

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

#include "cand-cli-options.h"
#include "core/library/cand-library-errors.h"

static void
take_signal (CandCliSession *self, int number)
{
  self->signal = number;
  g_cancellable_cancel (self->cancellable);
}

/* Both go away after the first time, so that a second Ctrl+C ends what does not end by itself. */
static gboolean
interrupted_cb (gpointer user_data)
{
  CandCliSession *self = user_data;

  self->sources[0] = 0;
  take_signal (self, SIGINT);
  return G_SOURCE_REMOVE;
}

static gboolean
terminated_cb (gpointer user_data)
{
  CandCliSession *self = user_data;

  self->sources[1] = 0;
  take_signal (self, SIGTERM);
  return G_SOURCE_REMOVE;
}

void
cand_cli_keep_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **slot = user_data;

  *slot = g_object_ref (result);
}

void
cand_cli_await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

CandCliSession *
cand_cli_session_new (void)
{
  CandCliSession *self = g_new0 (CandCliSession, 1);

  self->cancellable = g_cancellable_new ();
  self->sources[0] = g_unix_signal_add (SIGINT, interrupted_cb, self);
  self->sources[1] = g_unix_signal_add (SIGTERM, terminated_cb, self);
  return self;
}

gboolean
cand_cli_session_open (CandCliSession *self, GError **error)
{
  g_autofree char *directory = g_build_filename (g_get_user_data_dir (), "candidacy", NULL);
  g_autoptr (GAsyncResult) result = NULL;

  self->library = cand_library_new (directory, g_getenv ("CANDIDACY_HOSTS"), error);
  if (self->library == NULL)
    return FALSE;
  cand_library_open_async (self->library, self->cancellable, cand_cli_keep_result, &result);
  cand_cli_await (&result);
  if (cand_library_open_finish (self->library, result, error))
    return TRUE;
  /* Translators: %s is the path of the data folder; the reason follows. */
  g_prefix_error (error, _ ("The data in %s cannot be opened: "), directory);
  return FALSE;
}

gboolean
cand_cli_session_close (CandCliSession *self, GError **error)
{
  if (self->library == NULL || cand_library_close (self->library, error))
    return TRUE;
  g_prefix_error (error, "%s", _ ("Not everything could be saved: "));
  return FALSE;
}

void
cand_cli_session_free (CandCliSession *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->sources); i++)
    g_clear_handle_id (&self->sources[i], g_source_remove);
  g_clear_object (&self->library);
  g_clear_object (&self->cancellable);
  g_free (self);
}

char *
cand_cli_session_find (CandCliSession *self, const char *subject, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) failure = NULL;
  char *key;

  cand_library_find_position_async (self->library, subject, self->cancellable, cand_cli_keep_result,
                                    &result);
  cand_cli_await (&result);
  key = cand_library_find_position_finish (self->library, result, &failure);
  if (key != NULL)
    return key;
  if (g_error_matches (failure, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_NO_SUCH_POSITION) ||
      failure->domain == CAND_BOARD_ERROR)
    g_set_error (error, CAND_CLI_ERROR, CAND_CLI_ERROR_FAILED,
                 _ ("There is no position “%s”; “candidacy --list” shows those there are"),
                 subject);
  else
    g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

CandPosition *
cand_cli_session_load (CandCliSession *self, const char *key, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  cand_library_load_position_async (self->library, key, self->cancellable, cand_cli_keep_result,
                                    &result);
  cand_cli_await (&result);
  return cand_library_load_position_finish (self->library, result, error);
}
