/* cand-draft-keeper.c: keeps what is typed into one application
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-draft-keeper.h"

#include "cand-draft-write.h"
#include "cand-library-private.h"
#include "cand-save-timer.h"

/* Lives on the library's thread; what it writes is copied for the database thread. Several writes
 * may be on their way at once, in the order they were asked for. */
struct _CandDraftKeeper
{
  GObject parent_instance;

  CandLibrary *library;         /* (unowned) owns this */
  CandApplication *application; /* (owned) */

  GHashTable *dirty;    /* (owned) field id to the CandStoredAnswer held for it, or NULL */
  GHashTable *flying;   /* (owned) field id to how many writes of it are on their way */
  GHashTable *known;    /* (owned) field id to the text the store has */
  gboolean dirty_facts; /* steps or status */
  guint n_flying;

  CandSaveTimer timer;

  guint64 serial; /* of the last edit */
  GQueue waiters; /* (element-type Waiter) */
};

G_DEFINE_FINAL_TYPE (CandDraftKeeper, cand_draft_keeper, G_TYPE_OBJECT)

typedef struct
{
  GTask *task; /* (owned) */
  guint64 serial;
} Waiter;

static void
waiter_free (Waiter *self)
{
  g_object_unref (self->task);
  g_free (self);
}

/* --- what is written --- */

/* The value as it is now; the held one where the form lost the field. */
static CandStoredAnswer *
collect_answer (CandDraftKeeper *self, const char *field, const CandStoredAnswer *held)
{
  CandAnswer *answer = cand_application_find_answer (self->application, field);
  CandStoredAnswer *copy;
  const char *known = g_hash_table_lookup (self->known, field);

  if (answer == NULL && held == NULL)
    return NULL;
  copy =
      answer != NULL ? cand_draft_write_copy_answer (answer) : cand_draft_write_copy_stored (held);
  copy->known = g_strdup (known != NULL ? known : "");
  return copy;
}

/* Everything dirty, in one draft; nothing of it is dirty any more. */
static CandDraftWrite *
collect_draft (CandDraftKeeper *self)
{
  CandDraftWrite *draft = cand_draft_write_new (self->application);
  GHashTableIter iter;
  gpointer field, held;

  draft->serial = self->serial;
  draft->had_facts = self->dirty_facts;

  g_hash_table_iter_init (&iter, self->dirty);
  while (g_hash_table_iter_next (&iter, &field, &held))
    {
      CandStoredAnswer *answer = collect_answer (self, field, held);

      if (answer == NULL)
        continue;
      g_ptr_array_add (draft->answers, answer);
      g_hash_table_insert (self->known, g_strdup (field), g_strdup (answer->text));
    }
  for (guint i = 0; self->dirty_facts && i < cand_application_get_n_steps (self->application); i++)
    {
      gboolean done;

      cand_application_get_step (self->application, i, &done);
      g_array_append_val (draft->steps, done);
    }
  g_hash_table_remove_all (self->dirty);
  self->dirty_facts = FALSE;
  return draft;
}

static void
count_flying (CandDraftKeeper *self, const CandDraftWrite *draft, int change)
{
  self->n_flying += change;
  for (guint i = 0; i < draft->answers->len; i++)
    {
      const CandStoredAnswer *answer = g_ptr_array_index (draft->answers, i);
      int n = GPOINTER_TO_INT (g_hash_table_lookup (self->flying, answer->field)) + change;

      if (n > 0)
        g_hash_table_insert (self->flying, g_strdup (answer->field), GINT_TO_POINTER (n));
      else
        g_hash_table_remove (self->flying, answer->field);
    }
}

static gboolean
is_dirty (CandDraftKeeper *self)
{
  return self->dirty_facts || g_hash_table_size (self->dirty) > 0;
}

/* --- how it went --- */

static void
answer_waiters (CandDraftKeeper *self, guint64 serial, const GError *error)
{
  for (GList *link = self->waiters.head; link != NULL;)
    {
      Waiter *waiter = link->data;
      GList *next = link->next;

      if (error != NULL || waiter->serial <= serial)
        {
          g_queue_delete_link (&self->waiters, link);
          if (error != NULL)
            g_task_return_error (waiter->task, g_error_copy (error));
          else
            g_task_return_boolean (waiter->task, TRUE);
          waiter_free (waiter);
        }
      link = next;
    }
}

static void
note_written (CandDraftKeeper *self, const CandDraftWrite *draft)
{
  cand_save_timer_note_written (&self->timer);
  cand_application_set_updated (self->application, draft->now);
  if (self->n_flying == 0 && !is_dirty (self))
    cand_application_set_save_state (self->application, CAND_SAVE_STATE_SAVED, draft->now, NULL);
  else
    cand_application_set_save_state (self->application, CAND_SAVE_STATE_SAVING,
                                     cand_application_get_saved_at (self->application), NULL);
  /* Edits of a failed write waited for the retry; now there is no need to. */
  if (is_dirty (self))
    cand_save_timer_start (&self->timer);
  cand_library_application_saved (self->library, self->application);
  answer_waiters (self, draft->serial, NULL);
}

/* The text is in the answers, or held: dirty again, and tried again. */
static void
note_failed (CandDraftKeeper *self, CandDraftWrite *draft, const GError *error)
{
  guint wait = cand_save_timer_note_failed (&self->timer);

  for (guint i = 0; i < draft->answers->len; i++)
    {
      const CandStoredAnswer *answer = g_ptr_array_index (draft->answers, i);

      if (g_hash_table_lookup (self->dirty, answer->field) == NULL)
        g_hash_table_insert (self->dirty, g_strdup (answer->field),
                             cand_draft_write_copy_stored (answer));
    }
  self->dirty_facts |= draft->had_facts;
  g_message ("A draft could not be written, trying again in %u ms: %s", wait, error->message);
  cand_application_set_save_state (self->application, CAND_SAVE_STATE_FAILED,
                                   cand_application_get_saved_at (self->application), error);
  answer_waiters (self, 0, error);
}

static void
write_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandDraftKeeper) self = CAND_DRAFT_KEEPER (user_data);
  g_autoptr (GError) error = NULL;
  CandDraftWrite *draft = g_task_get_task_data (G_TASK (result));

  count_flying (self, draft, -1);
  if (g_task_propagate_pointer (G_TASK (result), &error) != NULL)
    note_written (self, draft);
  else
    note_failed (self, draft, error);
}

/* --- when it is written --- */

static void
save_cb (gpointer user_data)
{
  cand_draft_keeper_flush (user_data);
}

static void
note_edit (CandDraftKeeper *self)
{
  self->serial++;
  if (cand_application_get_save_state (self->application) == CAND_SAVE_STATE_SAVED)
    cand_application_set_save_state (self->application, CAND_SAVE_STATE_SAVING,
                                     cand_application_get_saved_at (self->application), NULL);
  cand_save_timer_note_edit (&self->timer);
}

static void
edited_cb (CandApplication *application, CandAnswer *answer, CandDraftKeeper *self)
{
  if (answer == NULL)
    self->dirty_facts = TRUE;
  else
    g_hash_table_insert (self->dirty, g_strdup (cand_field_get_id (cand_answer_get_field (answer))),
                         NULL);
  note_edit (self);
}

static void
status_cb (CandApplication *application, GParamSpec *pspec, CandDraftKeeper *self)
{
  self->dirty_facts = TRUE;
  note_edit (self);
}

static void
stored_answer_unref (gpointer answer)
{
  if (answer != NULL)
    cand_stored_answer_free (answer);
}

static void
cand_draft_keeper_dispose (GObject *object)
{
  CandDraftKeeper *self = CAND_DRAFT_KEEPER (object);

  cand_save_timer_stop (&self->timer);
  if (self->application != NULL)
    g_signal_handlers_disconnect_by_data (self->application, self);
  g_clear_object (&self->application);

  G_OBJECT_CLASS (cand_draft_keeper_parent_class)->dispose (object);
}

static void
cand_draft_keeper_finalize (GObject *object)
{
  CandDraftKeeper *self = CAND_DRAFT_KEEPER (object);

  g_hash_table_unref (self->dirty);
  g_hash_table_unref (self->flying);
  g_hash_table_unref (self->known);
  g_queue_clear_full (&self->waiters, (GDestroyNotify) waiter_free);

  G_OBJECT_CLASS (cand_draft_keeper_parent_class)->finalize (object);
}

static void
cand_draft_keeper_class_init (CandDraftKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cand_draft_keeper_dispose;
  object_class->finalize = cand_draft_keeper_finalize;
}

static void
cand_draft_keeper_init (CandDraftKeeper *self)
{
  cand_save_timer_init (&self->timer, "[candidacy] draft", save_cb, self);
  self->dirty = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, stored_answer_unref);
  self->flying = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_queue_init (&self->waiters);
}

/**
 * cand_draft_keeper_new:
 * @library: (not owned): what owns the keeper
 * @application: an opened application, restored already
 *
 * Returns: (transfer full): the keeper, listening
 */
CandDraftKeeper *
cand_draft_keeper_new (CandLibrary *library, CandApplication *application)
{
  CandDraftKeeper *self = g_object_new (CAND_TYPE_DRAFT_KEEPER, NULL);

  self->library = library;
  self->application = g_object_ref (application);
  g_signal_connect (application, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect (application, "notify::status", G_CALLBACK (status_cb), self);
  return self;
}

void
cand_draft_keeper_flush (CandDraftKeeper *self)
{
  CandDraftWrite *draft;

  if (!is_dirty (self))
    return;
  cand_save_timer_stop (&self->timer);
  draft = collect_draft (self);
  count_flying (self, draft, 1);
  cand_library_run_job (self->library, cand_draft_write_job, draft,
                        (GDestroyNotify) cand_draft_write_free, NULL, write_cb,
                        g_object_ref (self));
}

void
cand_draft_keeper_flush_for (CandDraftKeeper *self, GTask *task)
{
  Waiter *waiter;

  cand_draft_keeper_flush (self);
  if (self->n_flying == 0)
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  waiter = g_new0 (Waiter, 1);
  waiter->task = task;
  waiter->serial = self->serial;
  g_queue_push_tail (&self->waiters, waiter);
}

/**
 * cand_draft_keeper_write_now:
 * @self: a keeper
 * @error: CAND_STORE_ERROR_*
 *
 * Also what is on its way is written again: whether it arrived is not known here yet, and writing
 * the same again changes nothing.
 *
 * Returns: TRUE when everything is durable
 */
gboolean
cand_draft_keeper_write_now (CandDraftKeeper *self, GError **error)
{
  g_autoptr (CandDraftWrite) draft = NULL;
  GHashTableIter iter;
  gpointer field;

  if (self->library->worker == NULL)
    return TRUE;
  cand_save_timer_stop (&self->timer);
  g_hash_table_iter_init (&iter, self->flying);
  while (g_hash_table_iter_next (&iter, &field, NULL))
    if (!g_hash_table_contains (self->dirty, field))
      g_hash_table_insert (self->dirty, g_strdup (field), NULL);
  self->dirty_facts |= self->n_flying > 0;
  if (!is_dirty (self))
    return TRUE;

  draft = collect_draft (self);
  if (cand_worker_run_and_wait (self->library->worker, cand_draft_write_job, draft, error) == NULL)
    return FALSE;
  cand_application_set_save_state (self->application, CAND_SAVE_STATE_SAVED, draft->now, NULL);
  return TRUE;
}

void
cand_draft_keeper_set_known (CandDraftKeeper *self, const char *field, const char *text)
{
  g_hash_table_insert (self->known, g_strdup (field), g_strdup (text));
}

gboolean
cand_draft_keeper_is_unsaved (CandDraftKeeper *self, const char *field)
{
  return g_hash_table_contains (self->dirty, field) || g_hash_table_contains (self->flying, field);
}

/**
 * cand_draft_keeper_hold:
 * @self: a keeper whose application is about to be laid out on another form
 */
void
cand_draft_keeper_hold (CandDraftKeeper *self)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer field;

  g_hash_table_iter_init (&iter, self->dirty);
  while (g_hash_table_iter_next (&iter, &field, NULL))
    g_ptr_array_add (fields, g_strdup (field));
  g_hash_table_iter_init (&iter, self->flying);
  while (g_hash_table_iter_next (&iter, &field, NULL))
    if (!g_hash_table_contains (self->dirty, field))
      g_ptr_array_add (fields, g_strdup (field));

  for (guint i = 0; i < fields->len; i++)
    {
      const char *id = g_ptr_array_index (fields, i);
      CandAnswer *answer = cand_application_find_answer (self->application, id);

      if (answer != NULL)
        g_hash_table_insert (self->dirty, g_strdup (id), cand_draft_write_copy_answer (answer));
    }
}

/**
 * cand_draft_keeper_move_held:
 * @self: a keeper that holds on to values
 * @places: (element-type utf8 utf8): ids of the fields they are for now, by those they were for
 */
void
cand_draft_keeper_move_held (CandDraftKeeper *self, GHashTable *places)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&self->dirty);
  GHashTableIter iter;
  gpointer field, data;

  self->dirty = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, stored_answer_unref);
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &field, &data))
    {
      CandStoredAnswer *held = data;
      const char *place = g_hash_table_lookup (places, field);

      g_hash_table_iter_steal (&iter);
      if (place != NULL && held != NULL)
        g_set_str (&held->field, place);
      g_hash_table_insert (self->dirty, g_strdup (place != NULL ? place : field), held);
      g_free (field);
    }
}

/**
 * cand_draft_keeper_restore_held:
 * @self: a keeper whose application was laid out anew, and is being restored
 */
void
cand_draft_keeper_restore_held (CandDraftKeeper *self)
{
  GHashTableIter iter;
  gpointer field, data;

  g_hash_table_iter_init (&iter, self->dirty);
  while (g_hash_table_iter_next (&iter, &field, &data))
    {
      const CandStoredAnswer *held = data;
      CandAnswer *answer = cand_application_find_answer (self->application, field);

      if (held == NULL || answer == NULL)
        continue;
      cand_answer_set_text (answer, held->text);
      if (held->file_sha256 != NULL)
        cand_library_restore_attachment (self->library, answer, held);
    }
  if (is_dirty (self))
    cand_save_timer_start (&self->timer);
}
