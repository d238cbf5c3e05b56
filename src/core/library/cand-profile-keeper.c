/* cand-profile-keeper.c: keeps what is typed into the profile
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-profile-keeper.h"

#include "cand-library-private.h"
#include "cand-save-timer.h"
#include "core/store/cand-store-profile.h"

/* Lives on the library's thread; what it writes is copied for the database thread. One write at a
 * time is on its way. Parts are bits of 1 << CandProfilePart. */
struct _CandProfileKeeper
{
  GObject parent_instance;

  CandLibrary *library; /* (unowned) owns this */
  CandProfile *profile; /* (owned) */

  guint dirty;  /* parts edited and not sent off */
  guint flying; /* parts on their way; 0 for no write */

  CandSaveTimer timer;

  GQueue waiters; /* (element-type GTask) */
};

G_DEFINE_FINAL_TYPE (CandProfileKeeper, cand_profile_keeper, G_TYPE_OBJECT)

/* One transaction's worth. */
typedef struct
{
  CandProfile *profile; /* (owned) */
  guint parts;
  gint64 now;
} Writing;

static void
writing_free (Writing *self)
{
  g_object_unref (self->profile);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Writing, writing_free)

/* --- on the database thread --- */

static gboolean
write_profile (CandConnection *connection, gpointer data, GError **error)
{
  const Writing *writing = data;

  return cand_store_profile_write (connection, writing->profile, writing->parts, writing->now,
                                   error);
}

static gpointer
write_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  return cand_connection_transact (connection, CAND_DURABILITY_DRAFT, write_profile, data, error)
             ? CAND_DONE
             : NULL;
}

/* --- how it went --- */

/* @error: NULL when everything is durable. */
static void
answer_waiters (CandProfileKeeper *self, const GError *error)
{
  GTask *task;

  while ((task = g_queue_pop_head (&self->waiters)) != NULL)
    {
      if (error != NULL)
        g_task_return_error (task, g_error_copy (error));
      else
        g_task_return_boolean (task, TRUE);
      g_object_unref (task);
    }
}

static Writing *
collect (CandProfileKeeper *self)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->profile = cand_profile_copy (self->profile);
  writing->parts = self->dirty;
  writing->now = cand_library_now ();
  self->dirty = 0;
  return writing;
}

static void write_cb (GObject *source, GAsyncResult *result, gpointer user_data);

static void
flush (CandProfileKeeper *self)
{
  Writing *writing;

  if (self->dirty == 0 || self->flying != 0)
    return;
  cand_save_timer_stop (&self->timer);
  writing = collect (self);
  self->flying = writing->parts;
  cand_library_run_job (self->library, write_job, writing, (GDestroyNotify) writing_free, NULL,
                        write_cb, g_object_ref (self));
}

static void
note_written (CandProfileKeeper *self, gint64 when)
{
  cand_save_timer_note_written (&self->timer);
  if (self->dirty == 0)
    {
      cand_profile_set_save_state (self->profile, CAND_SAVE_STATE_SAVED, when, NULL);
      answer_waiters (self, NULL);
      return;
    }
  cand_profile_set_save_state (self->profile, CAND_SAVE_STATE_SAVING,
                               cand_profile_get_saved_at (self->profile), NULL);
  if (g_queue_is_empty (&self->waiters))
    cand_save_timer_start (&self->timer);
  else
    flush (self);
}

static void
note_failed (CandProfileKeeper *self, guint parts, const GError *error)
{
  guint wait = cand_save_timer_note_failed (&self->timer);

  self->dirty |= parts;
  g_message ("The profile could not be written, trying again in %u ms: %s", wait, error->message);
  cand_profile_set_save_state (self->profile, CAND_SAVE_STATE_FAILED,
                               cand_profile_get_saved_at (self->profile), error);
  answer_waiters (self, error);
}

static void
write_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandProfileKeeper) self = CAND_PROFILE_KEEPER (user_data);
  const Writing *writing = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  self->flying = 0;
  if (g_task_propagate_pointer (G_TASK (result), &error) != NULL)
    note_written (self, writing->now);
  else
    note_failed (self, writing->parts, error);
}

/* --- when it is written --- */

static void
save_cb (gpointer user_data)
{
  flush (user_data);
}

static void
edited_cb (CandProfile *profile, guint part, CandProfileKeeper *self)
{
  self->dirty |= 1u << part;
  if (!cand_save_timer_is_retrying (&self->timer))
    cand_profile_set_save_state (profile, CAND_SAVE_STATE_SAVING,
                                 cand_profile_get_saved_at (profile), NULL);
  cand_save_timer_note_edit (&self->timer);
}

static void
cand_profile_keeper_dispose (GObject *object)
{
  CandProfileKeeper *self = CAND_PROFILE_KEEPER (object);

  cand_save_timer_stop (&self->timer);
  if (self->profile != NULL)
    g_signal_handlers_disconnect_by_data (self->profile, self);
  g_clear_object (&self->profile);

  G_OBJECT_CLASS (cand_profile_keeper_parent_class)->dispose (object);
}

static void
cand_profile_keeper_finalize (GObject *object)
{
  CandProfileKeeper *self = CAND_PROFILE_KEEPER (object);

  g_queue_clear_full (&self->waiters, g_object_unref);

  G_OBJECT_CLASS (cand_profile_keeper_parent_class)->finalize (object);
}

static void
cand_profile_keeper_class_init (CandProfileKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cand_profile_keeper_dispose;
  object_class->finalize = cand_profile_keeper_finalize;
}

static void
cand_profile_keeper_init (CandProfileKeeper *self)
{
  cand_save_timer_init (&self->timer, "[candidacy] profile", save_cb, self);
  g_queue_init (&self->waiters);
}

CandProfileKeeper *
cand_profile_keeper_new (CandLibrary *library, CandProfile *profile)
{
  CandProfileKeeper *self = g_object_new (CAND_TYPE_PROFILE_KEEPER, NULL);

  self->library = library;
  self->profile = g_object_ref (profile);
  g_signal_connect (profile, "edited", G_CALLBACK (edited_cb), self);
  return self;
}

void
cand_profile_keeper_flush_for (CandProfileKeeper *self, GTask *task)
{
  flush (self);
  if (self->flying == 0)
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
    }
  else
    g_queue_push_tail (&self->waiters, task);
}

/**
 * cand_profile_keeper_write_now:
 * @self: a keeper
 * @error: CAND_STORE_ERROR_*
 *
 * Also what is on its way is written again: whether it arrived is not known here yet.
 *
 * Returns: TRUE when everything is durable
 */
gboolean
cand_profile_keeper_write_now (CandProfileKeeper *self, GError **error)
{
  g_autoptr (Writing) writing = NULL;

  if (self->library->worker == NULL)
    return TRUE;
  cand_save_timer_stop (&self->timer);
  self->dirty |= self->flying;
  if (self->dirty == 0)
    return TRUE;
  writing = collect (self);
  if (cand_worker_run_and_wait (self->library->worker, write_job, writing, error) == NULL)
    return FALSE;
  cand_profile_set_save_state (self->profile, CAND_SAVE_STATE_SAVED, writing->now, NULL);
  return TRUE;
}

void
cand_profile_keeper_follow (CandProfileKeeper *self, CandProfile *stored)
{
  cand_profile_begin_restore (self->profile);
  cand_profile_patch (self->profile, stored,
                      CAND_PROFILE_ALL_PARTS & ~(self->dirty | self->flying));
  cand_profile_end_restore (self->profile);
}
