/* cand-library-rebase.c: drafts whose form changed
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-ask-form.h"
#include "cand-draft-rebase.h"
#include "cand-library-private.h"
#include "cand-library-rebase-private.h"
#include "core/store/cand-store-forms.h"

#define DAY G_GINT64_CONSTANT (86400)

/* Who types faster than the disk writes waits for the next pause; after this many, what is typed
 * meanwhile is brought along otherwise. */
#define MAX_SAVES 5

void
cand_form_change_free (CandFormChange *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->drafted);
  g_clear_object (&self->present);
  cand_rebase_free (self->rebase);
  g_free (self);
}

guint
cand_form_change_count_new (const CandFormChange *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rebase->fresh->len; i++)
    n += ((const CandRebaseFresh *) g_ptr_array_index (self->rebase->fresh, i))->added;
  return n;
}

/* --- comparing --- */

typedef struct
{
  char *key; /* (owned) */
  CandFormCheck check;
  CandForm *fetched;      /* (owned) (nullable) */
  CandFormChange *change; /* (owned) (nullable) what is known without asking */
} Checking;

static void
checking_free (Checking *self)
{
  g_free (self->key);
  g_clear_object (&self->fetched);
  cand_form_change_free (self->change);
  g_free (self);
}

/* What the store says. */
typedef struct
{
  CandFormChange *change; /* (owned) (nullable) */
  gint64 asked;           /* when the board gave its form last; 0 for never */
} Comparison;

static void
comparison_free (Comparison *self)
{
  cand_form_change_free (self->change);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Comparison, comparison_free)

static CandFormChange *
find_change (const CandDraftLoad *load)
{
  g_autoptr (CandForm) present = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  CandFormChange *change;

  if (!load->has_application || load->form == NULL)
    return NULL;
  present = cand_draft_compose_form (load, NULL);
  before = cand_form_dup_digest (load->form);
  after = cand_form_dup_digest (present);
  if (g_str_equal (before, after))
    return NULL;
  change = g_new0 (CandFormChange, 1);
  change->rebase = cand_draft_lay (load, present);
  change->drafted = g_object_ref (load->form);
  change->present = g_steal_pointer (&present);
  return change;
}

static gboolean
keep_form (CandConnection *connection, gpointer data, GError **error)
{
  const Checking *checking = data;
  g_autoptr (CandDraftLoad) load = cand_draft_load (connection, checking->key, error);

  return load != NULL &&
         cand_store_forms_keep (connection, load->position, checking->fetched, error);
}

static gpointer
compare_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  const Checking *checking = data;
  g_autoptr (CandDraftLoad) load = NULL;
  Comparison *comparison;

  if (checking->fetched != NULL &&
      !cand_connection_transact (connection, CAND_DURABILITY_CACHE, keep_form, data, error))
    return NULL;
  load = cand_draft_load (connection, checking->key, error);
  if (load == NULL)
    return NULL;
  comparison = g_new0 (Comparison, 1);
  comparison->change = find_change (load);
  comparison->asked = load->kept != NULL ? cand_form_get_fetched (load->kept) : 0;
  return comparison;
}

static void compare (GTask *task);

static void
ask_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Checking *checking = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  checking->fetched = cand_ask_form_finish (CAND_LIBRARY (source), result, &error);
  if (g_task_return_error_if_cancelled (task))
    return;
  if (checking->fetched != NULL)
    compare (g_steal_pointer (&task));
  else if (checking->check == CAND_FORM_CHECK_NOW)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    {
      g_info ("The form of %s could not be read again: %s", checking->key, error->message);
      g_task_return_pointer (task, g_steal_pointer (&checking->change),
                             (GDestroyNotify) cand_form_change_free);
    }
}

/* A clock that went back makes a form no older than it can be. */
static gboolean
needs_asking (const Checking *checking, gint64 asked)
{
  if (checking->fetched != NULL)
    return FALSE;
  switch (checking->check)
    {
    case CAND_FORM_CHECK_KEPT:
      return FALSE;
    case CAND_FORM_CHECK_OLD:
      return asked != 0 && ABS (cand_library_now () - asked) > DAY &&
             cand_ask_form_is_possible (checking->key);
    case CAND_FORM_CHECK_NOW:
      return TRUE;
    }
  return FALSE;
}

static void
compare_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CandLibrary *self = CAND_LIBRARY (source);
  g_autoptr (GTask) task = G_TASK (user_data);
  Checking *checking = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (Comparison) comparison = g_task_propagate_pointer (G_TASK (result), &error);

  if (comparison == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (!needs_asking (checking, comparison->asked))
    {
      g_task_return_pointer (task, g_steal_pointer (&comparison->change),
                             (GDestroyNotify) cand_form_change_free);
      return;
    }
  checking->change = g_steal_pointer (&comparison->change);
  cand_ask_form_async (self, checking->key, g_task_get_cancellable (task), ask_cb,
                       g_object_ref (task));
}

/* (transfer full) */
static void
compare (GTask *task)
{
  /* The data stays with the task that the job's callback holds. */
  cand_library_run_job (g_task_get_source_object (task), compare_job, g_task_get_task_data (task),
                        NULL, (GDestroyNotify) comparison_free, compare_cb, task);
}

/**
 * cand_library_check_form_async:
 * @self: a library
 * @application: an opened application
 * @check: whether its board is asked
 * @cancellable: (nullable): stops it
 * @callback: called with the result
 * @user_data: for @callback
 */
void
cand_library_check_form_async (CandLibrary *self,
                               CandApplication *application,
                               CandFormCheck check,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  Checking *checking;
  GTask *task;

  g_return_if_fail (CAND_IS_LIBRARY (self));
  g_return_if_fail (CAND_IS_APPLICATION (application));
  checking = g_new0 (Checking, 1);
  checking->key = g_strdup (cand_application_get_position_key (application));
  checking->check = check;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cand_library_check_form_async);
  g_task_set_task_data (task, checking, (GDestroyNotify) checking_free);
  cand_library_flush (self, application);
  compare (task);
}

/**
 * cand_library_check_form_finish:
 * @self: a library
 * @result: what the callback got
 * @error: CAND_STORE_ERROR_*, CAND_NET_ERROR_*, CAND_BOARD_ERROR_*, G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what would change; NULL with no error set for nothing
 */
CandFormChange *
cand_library_check_form_finish (CandLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- using it --- */

typedef struct
{
  CandApplication *application; /* (owned) */
  char *key;                    /* (owned) */
  CandForm *present;            /* (owned) */
  gint64 now;
  guint n_saves;
  CandRebase *rebase; /* (owned) (nullable) (thread database) until the job is done */
} Using;

static void
using_free (Using *self)
{
  g_object_unref (self->application);
  g_free (self->key);
  g_object_unref (self->present);
  cand_rebase_free (self->rebase);
  g_free (self);
}

static gboolean
use_form (CandConnection *connection, gpointer data, GError **error)
{
  Using *using = data;
  g_autoptr (CandDraftLoad) load = cand_draft_load (connection, using->key, error);

  if (load == NULL)
    return FALSE;
  if (load->row == NULL || load->form == NULL)
    {
      g_set_error_literal (error, CAND_STORE_ERROR, CAND_STORE_ERROR_CORRUPT,
                           "The draft that is on show is gone");
      return FALSE;
    }
  using->rebase = cand_draft_lay (load, using->present);
  return cand_draft_rebase (connection, load, using->present, using->rebase, using->now, error);
}

static gpointer
use_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  const Using *using = data;

  if (!cand_connection_transact (connection, CAND_DURABILITY_DRAFT, use_form, data, error))
    return NULL;
  return cand_draft_load (connection, using->key, error);
}

static void
use_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CandLibrary *self = CAND_LIBRARY (source);
  g_autoptr (GTask) task = G_TASK (user_data);
  const Using *using = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (CandDraftLoad) load = g_task_propagate_pointer (G_TASK (result), &error);

  if (load == NULL || load->form == NULL)
    {
      if (error == NULL)
        g_set_error_literal (&error, CAND_STORE_ERROR, CAND_STORE_ERROR_CORRUPT,
                             "The form that was just kept is gone");
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  g_object_unref (cand_library_lay_out (self, load, using->rebase));
  g_task_return_boolean (task, TRUE);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CandLibrary *self = CAND_LIBRARY (source);
  g_autoptr (GTask) task = G_TASK (user_data);
  Using *using = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!cand_library_save_finish (self, result, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else if (cand_application_get_save_state (using->application) != CAND_SAVE_STATE_SAVED &&
           ++using->n_saves < MAX_SAVES)
    cand_library_save_async (self, using->application, NULL, saved_cb, g_steal_pointer (&task));
  else
    cand_library_run_job (self, use_job, using, NULL, (GDestroyNotify) cand_draft_load_free, use_cb,
                          g_object_ref (task));
}

/**
 * cand_library_use_form_async:
 * @self: a library
 * @application: an opened application
 * @present: the form that a check gave
 * @callback: called when it is on that form, or failed
 * @user_data: for @callback
 */
void
cand_library_use_form_async (CandLibrary *self,
                             CandApplication *application,
                             CandForm *present,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  Using *using;
  GTask *task;

  g_return_if_fail (CAND_IS_LIBRARY (self));
  g_return_if_fail (CAND_IS_APPLICATION (application));
  g_return_if_fail (CAND_IS_FORM (present));
  using = g_new0 (Using, 1);
  using->application = g_object_ref (application);
  using->key = g_strdup (cand_application_get_position_key (application));
  using->present = g_object_ref (present);
  using->now = cand_library_now ();
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, cand_library_use_form_async);
  g_task_set_task_data (task, using, (GDestroyNotify) using_free);
  cand_library_save_async (self, application, NULL, saved_cb, task);
}

/**
 * cand_library_use_form_finish:
 * @self: a library
 * @result: what the callback got
 * @error: CAND_STORE_ERROR_*
 *
 * Returns: TRUE when the application is on the form
 */
gboolean
cand_library_use_form_finish (CandLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
