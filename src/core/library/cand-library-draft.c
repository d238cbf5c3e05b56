/* cand-library-draft.c: begins or continues the draft of a position
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-draft-load.h"

#include "cand-ask-form.h"
#include "cand-library-private.h"
#include "cand-library-rebase-private.h"
#include "core/store/cand-store-applications.h"

/* Reads the store, asks the board for the form where that is due, prepares the store where that is
 * needed, and lays the living application out. */
typedef struct
{
  char *key; /* (owned) */
  gboolean ask_board;
  CandForm *fetched;        /* (owned) (nullable) */
  GError *form_error;       /* (owned) (nullable) */
  CandApplication *drafted; /* (owned) (nullable) the result */
} Drafting;

static void
drafting_free (Drafting *self)
{
  g_free (self->key);
  g_clear_object (&self->fetched);
  g_clear_error (&self->form_error);
  g_clear_object (&self->drafted);
  g_free (self);
}

/* --- the living application --- */

static void
restore_answers (CandLibrary *self,
                 CandApplication *application,
                 CandDraftKeeper *keeper,
                 const CandDraftLoad *load)
{
  for (guint i = 0; i < load->answers->len; i++)
    {
      const CandStoredAnswer *stored = g_ptr_array_index (load->answers, i);
      CandAnswer *answer = cand_application_find_answer (application, stored->field);

      if (cand_draft_keeper_is_unsaved (keeper, stored->field))
        continue;
      cand_draft_keeper_set_known (keeper, stored->field, stored->text);
      if (answer == NULL)
        continue;
      cand_answer_set_text (answer, stored->text);
      cand_library_restore_attachment (self, answer, stored);
    }
}

static void
restore_steps (CandApplication *application, GArray *steps)
{
  guint n = cand_application_get_n_steps (application);

  for (guint i = 0; i < steps->len; i++)
    {
      const CandStep *step = &g_array_index (steps, CandStep, i);

      if (i >= n)
        cand_application_add_step (application, step->text, step->done);
      else
        cand_application_set_step_done (application, i, step->done);
    }
}

/* Whether the application has to be laid out: it never was, or on another form. */
static gboolean
needs_layout (CandApplication *application, CandForm *form)
{
  g_autofree char *present = NULL;
  g_autofree char *wanted = NULL;

  if (!cand_application_get_opened (application))
    return TRUE;
  present = cand_form_dup_digest (cand_application_get_form (application));
  wanted = cand_form_dup_digest (form);
  return !g_str_equal (present, wanted);
}

static void
restore_asides (CandLibrary *self, CandApplication *application, GPtrArray *stored)
{
  GListStore *asides = cand_application_get_asides (application);
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < stored->len; i++)
    g_ptr_array_add (fresh, cand_library_make_aside (self, g_ptr_array_index (stored, i)));
  g_list_store_splice (asides, 0, g_list_model_get_n_items (G_LIST_MODEL (asides)), fresh->pdata,
                       fresh->len);
}

static gboolean
is_line_or_paragraph (CandField *field)
{
  switch (cand_field_get_field_type (field))
    {
    case CAND_FIELD_TYPE_TEXT:
    case CAND_FIELD_TYPE_EMAIL:
    case CAND_FIELD_TYPE_PHONE:
    case CAND_FIELD_TYPE_PARAGRAPH:
    case CAND_FIELD_TYPE_DATE:
    case CAND_FIELD_TYPE_NUMBER:
    case CAND_FIELD_TYPE_FILE:
      return TRUE;
    case CAND_FIELD_TYPE_BOOLEAN:
    case CAND_FIELD_TYPE_DROPDOWN:
    case CAND_FIELD_TYPE_MULTIPLE:
    case CAND_FIELD_TYPE_GROUP:
      return FALSE;
    }
  return FALSE;
}

/* Where what was typed while its answer moved on disk belongs now. What cannot go there as it is
 * goes where no form has a question, and is set aside when the draft is opened again. */
static char *
dup_place (CandField *field, const CandRebase *rebase)
{
  const char *id = cand_field_get_id (field);

  for (guint i = 0; i < rebase->kept->len; i++)
    {
      const CandRebaseKept *kept = g_ptr_array_index (rebase->kept, i);

      if (g_str_equal (kept->from, id) && is_line_or_paragraph (field))
        return g_strdup (kept->to);
    }
  return g_strconcat (id, "\001", NULL);
}

static void
move_held (CandDraftKeeper *keeper, CandForm *drafted, const CandRebase *rebase)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < cand_form_get_n_sections (drafted); i++)
    for (guint j = 0; j < cand_form_get_n_fields (drafted, i); j++)
      {
        CandField *field = cand_form_get_field (drafted, i, j);

        g_hash_table_insert (places, g_strdup (cand_field_get_id (field)),
                             dup_place (field, rebase));
      }
  cand_draft_keeper_move_held (keeper, places);
}

/* Nothing in here is an edit, so nothing of it is written. */
CandApplication *
cand_library_lay_out (CandLibrary *self, const CandDraftLoad *load, const CandRebase *rebase)
{
  CandApplication *application = cand_library_adopt_application (self, load->row);
  CandDraftKeeper *keeper = cand_library_find_keeper (self, application);
  gboolean fresh = keeper == NULL;

  if (fresh)
    {
      keeper = cand_draft_keeper_new (self, application);
      g_hash_table_insert (self->keepers, application, keeper);
    }
  cand_application_begin_restore (application);
  if (needs_layout (application, load->form))
    {
      cand_draft_keeper_hold (keeper);
      if (rebase != NULL && cand_application_get_opened (application))
        move_held (keeper, cand_application_get_form (application), rebase);
      cand_application_open (application, load->form);
    }
  restore_answers (self, application, keeper, load);
  cand_draft_keeper_restore_held (keeper);
  restore_steps (application, load->steps);
  restore_asides (self, application, load->asides);
  cand_application_end_restore (application);
  if (fresh)
    cand_application_set_save_state (application, CAND_SAVE_STATE_SAVED,
                                     cand_application_get_updated (application), NULL);
  return g_object_ref (application);
}

static void
finish_drafting (GTask *task, const CandDraftLoad *load)
{
  CandLibrary *self = g_task_get_source_object (task);
  Drafting *drafting = g_task_get_task_data (task);

  drafting->drafted = cand_library_lay_out (self, load, NULL);
  g_task_return_boolean (task, TRUE);
}

/* --- preparing the store --- */

static gpointer
prepare_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  const Drafting *drafting = data;

  if (!cand_draft_prepare (connection, drafting->key, drafting->fetched, cand_library_now (),
                           error))
    return NULL;
  return cand_draft_load (connection, drafting->key, error);
}

static void
prepare_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CandLibrary *self = CAND_LIBRARY (source);
  g_autoptr (GTask) task = G_TASK (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (CandDraftLoad) load = g_task_propagate_pointer (G_TASK (result), &error);
  GArray *ids;

  if (load == NULL || load->form == NULL)
    {
      if (error == NULL)
        g_set_error_literal (&error, CAND_STORE_ERROR, CAND_STORE_ERROR_CORRUPT,
                             "The form that was just kept is gone");
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (ids, load->position);
  finish_drafting (task, load);
  cand_library_follow (self, CAND_SCOPES_NONE, ids);
}

static void
prepare_draft (GTask *task)
{
  /* The data stays with the task that the job's callback holds. */
  cand_library_run_job (g_task_get_source_object (task), prepare_job, g_task_get_task_data (task),
                        NULL, (GDestroyNotify) cand_draft_load_free, prepare_cb,
                        g_object_ref (task));
}

/* --- asking the board --- */

static void
ask_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Drafting *drafting = g_task_get_task_data (task);

  drafting->fetched = cand_ask_form_finish (CAND_LIBRARY (source), result, &drafting->form_error);
  if (!g_task_return_error_if_cancelled (task))
    prepare_draft (task);
}

/* The board is asked once: what it gave is kept, and an application on its own form stays on it. */
static gboolean
needs_asking (const Drafting *drafting, const CandDraftLoad *load)
{
  if (!drafting->ask_board || load->kept != NULL)
    return FALSE;
  if (load->form != NULL && cand_form_get_source (load->form) == CAND_FORM_SOURCE_BOARD)
    return FALSE;
  return cand_ask_form_is_possible (drafting->key);
}

/* --- the beginning --- */

static gpointer
load_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  const Drafting *drafting = data;

  return cand_draft_load (connection, drafting->key, error);
}

static void
load_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CandLibrary *self = CAND_LIBRARY (source);
  g_autoptr (GTask) task = G_TASK (user_data);
  Drafting *drafting = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (CandDraftLoad) load = g_task_propagate_pointer (G_TASK (result), &error);

  if (load == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (needs_asking (drafting, load))
    cand_ask_form_async (self, drafting->key, cancellable, ask_cb, g_steal_pointer (&task));
  else if (cand_draft_needs_preparing (load, NULL))
    prepare_draft (task);
  else
    finish_drafting (task, load);
}

/* What was typed into the living application, if there is one, goes to the store before it is read.
 */
static void
flush_position (CandLibrary *self, const char *key)
{
  GHashTableIter iter;
  gpointer application, keeper;

  g_hash_table_iter_init (&iter, self->keepers);
  while (g_hash_table_iter_next (&iter, &application, &keeper))
    if (g_strcmp0 (cand_application_get_position_key (application), key) == 0)
      cand_draft_keeper_flush (keeper);
}

/**
 * cand_library_draft_async:
 * @self: a library
 * @position_key: "system:account:code"
 * @ask_board: whether the board may be asked for its form
 * @cancellable: (nullable): stops it
 * @callback: called with the result
 * @user_data: for @callback
 */
void
cand_library_draft_async (CandLibrary *self,
                          const char *position_key,
                          gboolean ask_board,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Drafting *drafting;
  GTask *task;

  g_return_if_fail (CAND_IS_LIBRARY (self));
  drafting = g_new0 (Drafting, 1);
  drafting->key = g_utf8_make_valid (position_key, -1);
  drafting->ask_board = ask_board;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cand_library_draft_async);
  g_task_set_task_data (task, drafting, (GDestroyNotify) drafting_free);
  flush_position (self, drafting->key);
  cand_library_run_job (self, load_job, drafting, NULL, (GDestroyNotify) cand_draft_load_free,
                        load_cb, task);
}

/**
 * cand_library_draft_finish:
 * @self: a library
 * @result: what the callback got
 * @form_error: (out) (optional) (nullable): why the board's own form could not be read, if it was
 * asked: CAND_NET_ERROR_*, CAND_BOARD_ERROR_MALFORMED
 * @error: CAND_LIBRARY_ERROR_NO_SUCH_POSITION, CAND_STORE_ERROR_*, G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the application, opened and kept from now on
 */
CandApplication *
cand_library_draft_finish (CandLibrary *self,
                           GAsyncResult *result,
                           GError **form_error,
                           GError **error)
{
  Drafting *drafting;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  drafting = g_task_get_task_data (G_TASK (result));
  if (form_error != NULL)
    *form_error = g_steal_pointer (&drafting->form_error);
  return g_steal_pointer (&drafting->drafted);
}
