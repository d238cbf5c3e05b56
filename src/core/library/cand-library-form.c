/* cand-library-form.c: what a position asks, before anything is begun
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-library-form.h"

#include "cand-ask-form.h"
#include "cand-draft-load.h"
#include "cand-library-private.h"
#include "core/store/cand-store-forms.h"

/* Reads the store, asks the board for the form where that is due, and keeps it. */
typedef struct
{
  char *key; /* (owned) */
  gboolean ask_board;
  gboolean short_submission; /* its programme asks for one */
  CandForm *fetched;         /* (owned) (nullable) */
} FormLoad;

static void
form_load_free (FormLoad *self)
{
  g_free (self->key);
  g_clear_object (&self->fetched);
  g_free (self);
}

static gboolean
is_of_the_board (CandForm *form)
{
  return form != NULL && cand_form_get_source (form) == CAND_FORM_SOURCE_BOARD;
}

/* The programme's section goes into a copy, as for a draft: the kept form is the board's alone.
 * (transfer full) */
static CandForm *
complete (CandForm *form, gboolean short_submission)
{
  g_autofree char *json = NULL;
  CandForm *copy;

  if (!short_submission)
    return g_object_ref (form);
  json = cand_form_to_json (form);
  copy = cand_form_new_from_json (json, NULL);
  if (copy == NULL)
    return g_object_ref (form);
  cand_form_add_short_submission (copy);
  return copy;
}

/* (transfer full) (nullable) */
static CandForm *
choose_form (const CandDraftLoad *load)
{
  if (is_of_the_board (load->form) || load->kept == NULL)
    return load->form != NULL ? g_object_ref (load->form) : NULL;
  return complete (load->kept, load->short_submission);
}

/* --- keeping it --- */

static gboolean
keep (CandConnection *connection, gpointer data, GError **error)
{
  const FormLoad *form_load = data;
  g_autoptr (CandDraftLoad) load = cand_draft_load (connection, form_load->key, error);

  return load != NULL &&
         cand_store_forms_keep (connection, load->position, form_load->fetched, error);
}

static gpointer
keep_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  return cand_connection_transact (connection, CAND_DURABILITY_CACHE, keep, data, error) ? CAND_DONE
                                                                                         : NULL;
}

/* It is shown also where it could not be kept: then the board is asked again another time. */
static void
keep_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  const FormLoad *form_load = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_pointer (G_TASK (result), &error) == NULL)
    g_info ("The form of %s was not kept: %s", form_load->key, error->message);
  g_task_return_pointer (task, complete (form_load->fetched, form_load->short_submission),
                         g_object_unref);
}

static void
ask_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  FormLoad *form_load = g_task_get_task_data (task);
  GError *error = NULL;

  form_load->fetched = cand_ask_form_finish (CAND_LIBRARY (source), result, &error);
  if (form_load->fetched == NULL)
    g_task_return_error (task, error);
  else
    /* The data stays with the task that the job's callback holds. */
    cand_library_run_job (CAND_LIBRARY (source), keep_job, form_load, NULL, NULL, keep_cb,
                          g_steal_pointer (&task));
}

/* --- the beginning --- */

static gpointer
load_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  const FormLoad *form_load = data;

  return cand_draft_load (connection, form_load->key, error);
}

static void
load_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  FormLoad *form_load = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;
  g_autoptr (CandDraftLoad) load = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (CandForm) form = NULL;

  if (load == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  form = choose_form (load);
  form_load->short_submission = load->short_submission;
  if (form_load->ask_board && !is_of_the_board (form))
    cand_ask_form_async (CAND_LIBRARY (source), form_load->key, cancellable, ask_cb,
                         g_steal_pointer (&task));
  else
    g_task_return_pointer (task, g_steal_pointer (&form), g_object_unref);
}

/**
 * cand_library_load_form_async:
 * @self: a library
 * @position_key: "system:account:code"
 * @ask_board: whether the board may be asked, where its form is not known
 * @cancellable: (nullable): stops it, unless somebody else waits for the same form
 * @callback: called with the result
 * @user_data: for @callback
 */
void
cand_library_load_form_async (CandLibrary *self,
                              const char *position_key,
                              gboolean ask_board,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  FormLoad *form_load;
  GTask *task;

  g_return_if_fail (CAND_IS_LIBRARY (self));
  form_load = g_new0 (FormLoad, 1);
  form_load->key = g_utf8_make_valid (position_key, -1);
  form_load->ask_board = ask_board;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cand_library_load_form_async);
  g_task_set_task_data (task, form_load, (GDestroyNotify) form_load_free);
  cand_library_run_job (self, load_job, form_load, NULL, (GDestroyNotify) cand_draft_load_free,
                        load_cb, task);
}

/**
 * cand_library_load_form_finish:
 * @self: a library
 * @result: what the callback got
 * @can_ask: (out) (optional): whether the board could be asked for its own form, and was not or did
 * not answer
 * @error: CAND_LIBRARY_ERROR_NO_SUCH_POSITION, CAND_STORE_ERROR_*, CAND_NET_ERROR_*,
 * CAND_BOARD_ERROR_MALFORMED, CAND_BOARD_ERROR_NO_POSITION, CAND_BOARD_ERROR_UNSUPPORTED,
 * G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the form; NULL with no error set when none is known
 */
CandForm *
cand_library_load_form_finish (CandLibrary *self,
                               GAsyncResult *result,
                               gboolean *can_ask,
                               GError **error)
{
  const FormLoad *form_load;
  CandForm *form;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  form_load = g_task_get_task_data (G_TASK (result));
  form = g_task_propagate_pointer (G_TASK (result), error);
  if (can_ask != NULL)
    *can_ask = !is_of_the_board (form) && cand_ask_form_is_possible (form_load->key);
  return form;
}
