/* cand-refresh-programme.c: one announcement is read again: from the request to the report
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-intake.h"
#include "cand-library-private.h"
#include "cand-read-programme.h"
#include "core/boards/cand-board-system.h"
#include "core/model/cand-form.h"

/* What it carries from step to step: what is known (database) -> request and reading -> transaction
 * (database) -> report (main). */
typedef struct
{
  char *name;
  CandRefresh *refresh;        /* (owned) (nullable) */
  gboolean by_hand;            /* as it was when the answer came */
  CandStoredProgramme *stored; /* (owned) (nullable) */
  CandProgrammeAnswer *answer; /* (owned) (nullable) */
  GError *failure;             /* (owned) (nullable) */
  CandProgrammeReport *report; /* (owned) */
} Visit;

static void
visit_free (Visit *self)
{
  g_free (self->name);
  g_clear_pointer (&self->refresh, cand_refresh_unref);
  g_clear_pointer (&self->stored, cand_stored_programme_free);
  g_clear_pointer (&self->answer, cand_programme_answer_free);
  g_clear_error (&self->failure);
  cand_programme_report_free (self->report);
  g_free (self);
}

/* --- the transaction --- */

typedef struct
{
  const Visit *visit;
  gint64 now;
  CandProgrammeChanges *changes; /* (owned) (nullable) */
  GError *failure;               /* (owned) (nullable) why the reading is not kept */
} Keeping;

/* What a good answer came to. */
typedef struct
{
  CandProgrammeReport *report;
  CandNotices *notices;
  GArray *ids; /* (nullable) positions that look different now */
} Kept;

static void
keeping_clear (Keeping *self)
{
  g_clear_pointer (&self->changes, cand_programme_changes_free);
  g_clear_error (&self->failure);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Keeping, keeping_clear)

static void
kept_free (Kept *self)
{
  g_clear_pointer (&self->report, cand_programme_report_free);
  g_clear_pointer (&self->notices, cand_notices_free);
  g_clear_pointer (&self->ids, g_array_unref);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Kept, kept_free)

/* As it is now; never NULL without an error. */
static CandStoredProgramme *
load_present (CandConnection *connection, const Visit *visit, GError **error)
{
  g_autoptr (GError) failure = NULL;
  CandStoredProgramme *stored =
      cand_store_programmes_stored (connection, visit->name, NULL, &failure);

  if (stored == NULL && failure == NULL)
    g_set_error (&failure, CAND_STORE_ERROR, CAND_STORE_ERROR_FAILED, "The programme %s is gone",
                 visit->name);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return stored;
}

/* Nothing changes but what is said of it. */
static gboolean
keep_doubt (CandConnection *connection, Keeping *keeping, gint64 id, gint64 since, GError **error)
{
  keeping->failure = g_error_new_literal (
      CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_SUSPECT,
      "The announcement’s page lacks most of what it introduced; it is read again before that is "
      "believed");
  return cand_store_programmes_set_suspect (connection, id, since, keeping->failure, keeping->now,
                                            error);
}

/* However often it comes. */
static gboolean
keep_other_page (CandConnection *connection, Keeping *keeping, gint64 id, GError **error)
{
  keeping->failure = g_error_new_literal (
      CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED,
      "Another page is at the announcement’s address: it has another title and none of the "
      "positions");
  return cand_store_programmes_set_failed (connection, id, keeping->failure, keeping->now, error);
}

static gboolean
keep_answer (CandConnection *connection, gpointer data, GError **error)
{
  Keeping *keeping = data;
  const CandProgrammeAnswer *answer = keeping->visit->answer;
  g_autoptr (CandStoredProgramme) stored = load_present (connection, keeping->visit, error);
  gint64 id = stored != NULL ? cand_programme_get_id (stored->programme) : 0;
  CandProgrammeReading reading = { answer->etag, answer->last_modified, answer->digest };
  gint64 since;

  if (stored == NULL)
    return FALSE;
  if (!answer->same &&
      cand_intake_is_other_page (stored->programme, answer->programme, answer->title))
    return keep_other_page (connection, keeping, id, error);
  if (!answer->same &&
      cand_intake_doubts (stored, answer->programme, keeping->visit->by_hand, keeping->now, &since))
    return keep_doubt (connection, keeping, id, since, error);
  if (!answer->same && !cand_intake_reading (connection, stored, answer->programme, keeping->now,
                                             &keeping->changes, error))
    return FALSE;
  if (answer->same && answer->digest == NULL)
    reading.digest = stored->digest;
  /* A 304 need not repeat the validators it confirms. */
  if (answer->same && answer->digest == NULL && answer->etag == NULL &&
      answer->last_modified == NULL)
    {
      reading.etag = stored->etag;
      reading.last_modified = stored->last_modified;
    }
  return cand_store_programmes_set_read (connection, id, &reading, keeping->now, error);
}

static gboolean
keep_failure (CandConnection *connection, gpointer data, GError **error)
{
  const Keeping *keeping = data;
  const GError *why = keeping->failure != NULL ? keeping->failure : keeping->visit->failure;

  return cand_store_programmes_set_failed (
      connection, cand_programme_get_id (keeping->visit->stored->programme), why, keeping->now,
      error);
}

/* What was read and cannot be kept is as good as not read. */
static gboolean
keep (CandConnection *connection, Keeping *keeping, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (keeping->visit->failure == NULL)
    {
      if (cand_connection_transact (connection, CAND_DURABILITY_CACHE, keep_answer, keeping,
                                    &failure))
        return TRUE;
      keeping_clear (keeping);
      if (failure->domain != CAND_MODEL_ERROR)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      keeping->failure = g_steal_pointer (&failure);
    }
  return cand_connection_transact (connection, CAND_DURABILITY_CACHE, keep_failure, keeping, error);
}

static gpointer
keep_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  const Visit *visit = data;
  g_auto (Keeping) keeping = { .visit = visit, .now = cand_library_now () };
  g_autoptr (Kept) kept = g_new0 (Kept, 1);
  g_autoptr (CandStoredProgramme) present = NULL;

  if (!keep (connection, &keeping, error))
    return NULL;
  present = load_present (connection, visit, error);
  if (present == NULL)
    return NULL;
  kept->notices = cand_notices_read (connection, error);
  if (kept->notices == NULL)
    return NULL;
  if (keeping.changes != NULL)
    {
      kept->ids = cand_store_programmes_list_positions (
          connection, cand_programme_get_id (present->programme), error);
      if (kept->ids == NULL)
        return NULL;
    }
  kept->report = g_new0 (CandProgrammeReport, 1);
  kept->report->name = g_strdup (visit->name);
  kept->report->title = g_strdup (cand_programme_get_title (present->programme));
  kept->report->changes = g_steal_pointer (&keeping.changes);
  if (keeping.failure != NULL)
    kept->report->error = g_steal_pointer (&keeping.failure);
  else if (visit->failure != NULL)
    kept->report->error = g_error_copy (visit->failure);
  return g_steal_pointer (&kept);
}

static void
keep_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CandLibrary *self = CAND_LIBRARY (source);
  g_autoptr (GTask) task = G_TASK (user_data);
  Visit *visit = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (Kept) kept = g_task_propagate_pointer (G_TASK (result), &error);

  if (kept == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  cand_library_merge_notices (self, kept->notices);
  if (kept->report->changes != NULL)
    cand_library_follow (self, CAND_SCOPES_ALL, cand_library_list_shown (self, kept->ids));
  visit->report = g_steal_pointer (&kept->report);
  g_task_return_boolean (task, TRUE);
}

/* --- the steps before it --- */

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CandLibrary *self = CAND_LIBRARY (source);
  g_autoptr (GTask) task = G_TASK (user_data);
  Visit *visit = g_task_get_task_data (task);

  visit->answer = cand_read_programme_finish (self, result, &visit->failure);
  visit->by_hand = visit->refresh != NULL && cand_refresh_get_by_hand (visit->refresh);
  if (!g_task_return_error_if_cancelled (task))
    cand_library_run_job (self, keep_job, visit, NULL, (GDestroyNotify) kept_free, keep_cb,
                          g_object_ref (task));
}

static gpointer
look_up_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  const Visit *visit = data;
  g_autoptr (GError) failure = NULL;
  g_autoptr (CandStoredProgramme) stored =
      cand_store_programmes_stored (connection, visit->name, NULL, &failure);

  if (stored != NULL && stored->followed)
    return g_steal_pointer (&stored);
  if (failure == NULL)
    g_set_error (&failure, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_NO_SUCH_BOARD,
                 "No programme “%s” is followed", visit->name);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* Unfollowed since the refresh began: a report like any that fails. */
static void
report_unknown (GTask *task, GError *error)
{
  Visit *visit = g_task_get_task_data (task);

  visit->report = g_new0 (CandProgrammeReport, 1);
  visit->report->name = g_strdup (visit->name);
  visit->report->title = g_strdup (visit->name);
  visit->report->error = error;
  g_task_return_boolean (task, TRUE);
}

static void
look_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CandLibrary *self = CAND_LIBRARY (source);
  g_autoptr (GTask) task = G_TASK (user_data);
  Visit *visit = g_task_get_task_data (task);
  const CandStoredProgramme *stored;
  GError *error = NULL;

  visit->stored = g_task_propagate_pointer (G_TASK (result), &error);
  stored = visit->stored;
  if (stored == NULL)
    {
      if (g_error_matches (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_NO_SUCH_BOARD))
        report_unknown (task, error);
      else
        g_task_return_error (task, error);
      return;
    }
  if (g_task_return_error_if_cancelled (task))
    return;
  cand_read_programme_async (self, cand_programme_get_url (stored->programme), stored->digest,
                             stored->etag, stored->last_modified, g_task_get_cancellable (task),
                             read_cb, g_object_ref (task));
}

/**
 * cand_refresh_programme_async:
 * @library: the library
 * @refresh: (nullable): what it is part of
 * @name: the programme's
 * @cancellable: stops it before it writes anything
 * @callback: called with the report
 * @user_data: for @callback
 */
void
cand_refresh_programme_async (CandLibrary *library,
                              CandRefresh *refresh,
                              const char *name,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  Visit *visit = g_new0 (Visit, 1);
  GTask *task = g_task_new (library, cancellable, callback, user_data);

  visit->name = g_strdup (name);
  visit->refresh = refresh != NULL ? cand_refresh_ref (refresh) : NULL;
  g_task_set_source_tag (task, cand_refresh_programme_async);
  g_task_set_task_data (task, visit, (GDestroyNotify) visit_free);
  cand_library_run_job (library, look_up_job, visit, NULL,
                        (GDestroyNotify) cand_stored_programme_free, look_up_cb, task);
}

CandProgrammeReport *
cand_refresh_programme_finish (CandLibrary *library, GAsyncResult *result, GError **error)
{
  Visit *visit;

  g_return_val_if_fail (g_task_is_valid (result, library), NULL);
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  visit = g_task_get_task_data (G_TASK (result));
  return g_steal_pointer (&visit->report);
}
