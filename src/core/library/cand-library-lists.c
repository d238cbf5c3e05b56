/* cand-library-lists.c: lists of positions, filled and following
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-library-private.h"

#include "core/store/cand-store-applications.h"
#include "core/store/cand-store-boards.h"
#include "core/store/cand-store-positions.h"

/* --- building a list's items, on the library's thread --- */

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* A row by its id, on the connection that only reads: some twenty microseconds, and in WAL mode it
 * never waits for the writer. */
static CandPosition *
load_row (gint64 id, gpointer user_data)
{
  g_autoptr (CandLibrary) self = g_weak_ref_get (user_data);
  g_autoptr (GError) error = NULL;
  CandPosition *position;

  if (self == NULL || self->reader == NULL)
    return NULL;
  position = cand_store_positions_load_row (self->reader, id, &error);
  if (error != NULL)
    g_message ("Position %" G_GINT64_FORMAT " could not be read: %s", id, error->message);
  return position;
}

void
cand_list_entry_free (CandListEntry *self)
{
  g_weak_ref_clear (&self->list);
  g_free (self->search);
  g_free (self->board);
  g_free (self);
}

static void
set_entry_query (CandListEntry *entry, const CandQuery *query)
{
  static const CandQuery everything = { CAND_SCOPE_ALL, NULL, NULL, 0 };
  const CandQuery *wanted = query != NULL ? query : &everything;

  entry->scope = wanted->scope;
  g_set_str (&entry->search, wanted->search);
  g_set_str (&entry->board, wanted->board);
  entry->programme = wanted->programme;
}

static gboolean
asks_for_all (const CandListEntry *entry)
{
  return entry->scope == CAND_SCOPE_ALL && (entry->search == NULL || *entry->search == '\0') &&
         entry->board == NULL && entry->programme == 0;
}

/* Lists that nobody holds any more are dropped on the way. */
static CandListEntry *
find_entry (CandLibrary *self, CandPositionList *wanted)
{
  CandListEntry *found = NULL;

  for (guint i = self->lists->len; i > 0; i--)
    {
      CandListEntry *entry = g_ptr_array_index (self->lists, i - 1);
      g_autoptr (CandPositionList) list = g_weak_ref_get (&entry->list);

      if (list == NULL)
        g_ptr_array_remove_index (self->lists, i - 1);
      else if (list == wanted)
        found = entry;
    }
  return found;
}

/* --- a query --- */

typedef struct
{
  CandPositionList *list; /* (owned) */
  CandListEntry *entry;   /* (unowned) belongs to the library as long as the list lives */
  int number;
  CandScope scope;
  char *search;
  char *board;
  gint64 programme;
} Question;

static void
question_free (Question *self)
{
  g_object_unref (self->list);
  g_free (self->search);
  g_free (self->board);
  g_free (self);
}

static gpointer
query_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  const Question *question = data;
  CandStoreQuery query = { question->scope, question->search, question->board,
                           question->programme };

  /* Somebody typed on: the answer would not be looked at. */
  if (g_atomic_int_get (&question->entry->asked) != question->number)
    return g_new0 (CandRows, 1);
  return cand_store_lists_query (connection, &query, error);
}

static void
query_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  const Question *question = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (CandRows) rows = g_task_propagate_pointer (G_TASK (result), &error);

  if (question->entry->asked != question->number)
    return;
  if (rows != NULL)
    cand_position_list_set_rows (question->list, rows->ids, rows->n, rows->sections,
                                 rows->n_sections);
  else
    g_message ("A list could not be read: %s", error->message);
  cand_position_list_set_pending (question->list, FALSE);
}

static void
ask (CandLibrary *self, CandListEntry *entry, CandPositionList *list)
{
  Question *question = g_new0 (Question, 1);

  question->list = g_object_ref (list);
  question->entry = entry;
  question->number = g_atomic_int_add (&entry->asked, 1) + 1;
  question->scope = entry->scope;
  question->search = g_strdup (entry->search);
  question->board = g_strdup (entry->board);
  question->programme = entry->programme;
  cand_position_list_set_pending (list, TRUE);
  cand_library_run_job (self, query_job, question, (GDestroyNotify) question_free,
                        (GDestroyNotify) cand_rows_free, query_cb, NULL);
}

CandRows *
cand_library_query_all (CandConnection *connection, GError **error)
{
  const CandStoreQuery query = { CAND_SCOPE_ALL, NULL, NULL, 0 };

  return cand_store_lists_query (connection, &query, error);
}

/* What opening read along the way is good for the first list, as long as nothing changed. */
static void
ask_or_take (CandLibrary *self, CandListEntry *entry, CandPositionList *list)
{
  g_autoptr (CandRows) rows = NULL;

  if (self->rows == NULL || !asks_for_all (entry))
    {
      ask (self, entry, list);
      return;
    }
  rows = g_steal_pointer (&self->rows);
  cand_position_list_set_rows (list, rows->ids, rows->n, rows->sections, rows->n_sections);
}

/**
 * cand_library_list_positions:
 * @self: a library
 * @query: (nullable): what to show; NULL for everything
 *
 * Returns: (transfer full): the list
 */
CandPositionList *
cand_library_list_positions (CandLibrary *self, const CandQuery *query)
{
  GWeakRef *loader = g_new0 (GWeakRef, 1);
  CandListEntry *entry;
  CandPositionList *list;

  g_return_val_if_fail (CAND_IS_LIBRARY (self), NULL);
  find_entry (self, NULL);
  g_weak_ref_init (loader, self);
  list = cand_position_list_new (load_row, loader, weak_ref_free);
  entry = g_new0 (CandListEntry, 1);
  entry->library = self;
  g_weak_ref_init (&entry->list, list);
  set_entry_query (entry, query);
  g_ptr_array_add (self->lists, entry);
  ask_or_take (self, entry, list);
  return list;
}

/**
 * cand_library_set_query:
 * @self: a library
 * @list: a list that it gave out
 * @query: (nullable): what to show from now on
 */
void
cand_library_set_query (CandLibrary *self, CandPositionList *list, const CandQuery *query)
{
  CandListEntry *entry;

  g_return_if_fail (CAND_IS_LIBRARY (self));
  entry = find_entry (self, list);
  g_return_if_fail (entry != NULL);
  set_entry_query (entry, query);
  ask (self, entry, list);
}

/* --- following what changed --- */

typedef struct
{
  GArray *ids;    /* (owned) whose rows changed */
  GArray *living; /* (owned) those of them that somebody holds whole */
} Changes;

typedef struct
{
  CandCounts counts;
  GPtrArray *boards;
} Followed;

static void
changes_free (Changes *self)
{
  g_array_unref (self->ids);
  g_array_unref (self->living);
  g_free (self);
}

static void
followed_free (Followed *self)
{
  g_clear_pointer (&self->boards, g_ptr_array_unref);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Followed, followed_free)

static gpointer
load_living_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  const Changes *changes = data;
  g_autoptr (GPtrArray) positions = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < changes->living->len; i++)
    {
      g_autoptr (GError) failure = NULL;
      CandPosition *position = cand_store_positions_load (
          connection, g_array_index (changes->living, gint64, i), &failure);

      if (position != NULL)
        g_ptr_array_add (positions, position);
      else if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
    }
  return g_steal_pointer (&positions);
}

static void
reload_lists (CandLibrary *self, GArray *ids)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func (g_object_unref);

  /* Telling may make somebody ask for another list. */
  for (guint i = 0; i < self->lists->len; i++)
    {
      CandListEntry *entry = g_ptr_array_index (self->lists, i);
      CandPositionList *list = g_weak_ref_get (&entry->list);

      if (list != NULL)
        g_ptr_array_add (lists, list);
    }
  for (guint i = 0; i < lists->len; i++)
    cand_position_list_reload (g_ptr_array_index (lists, i), (const gint64 *) (gpointer) ids->data,
                               ids->len);
}

static void
load_living_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CandLibrary *self = CAND_LIBRARY (source);
  const Changes *changes = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) positions = g_task_propagate_pointer (G_TASK (result), &error);

  if (positions == NULL)
    {
      g_message ("Positions that changed could not be read: %s", error->message);
      return;
    }
  cand_library_patch_living (self, positions);
  reload_lists (self, changes->ids);
}

static gpointer
follow_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  g_autoptr (Followed) followed = g_new0 (Followed, 1);

  followed->boards = cand_store_boards_list (connection, error);
  if (followed->boards == NULL || !cand_store_lists_count (connection, &followed->counts, error))
    return NULL;
  return g_steal_pointer (&followed);
}

static void
follow_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CandLibrary *self = CAND_LIBRARY (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (Followed) followed = g_task_propagate_pointer (G_TASK (result), &error);

  if (followed == NULL)
    {
      g_message ("What changed could not be read: %s", error->message);
      return;
    }
  cand_library_merge_boards (self, followed->boards);
  cand_library_set_counts (self, &followed->counts);
  g_signal_emit_by_name (self, "positions-changed");
}

/**
 * cand_library_follow:
 * @self: a library
 * @scopes: bits of 1 << #CandScope: whose order or members may have changed
 * @ids: (transfer full) (nullable) (element-type gint64): the rows that changed
 *
 * What this asks is answered in order. The positions come first: a list that tells of other
 * sections is looked at at once, and a section's heading is what its first position says. The lists
 * have followed by the time "positions-changed" is told.
 */
void
cand_library_follow (CandLibrary *self, guint scopes, GArray *ids)
{
  if (scopes != CAND_SCOPES_NONE)
    g_clear_pointer (&self->rows, cand_rows_free);
  if (ids != NULL)
    {
      Changes *changes = g_new0 (Changes, 1);

      changes->ids = ids;
      changes->living = cand_library_list_living (self, ids);
      cand_library_run_job (self, load_living_job, changes, (GDestroyNotify) changes_free,
                            (GDestroyNotify) g_ptr_array_unref, load_living_cb, NULL);
    }
  for (guint i = 0; i < self->lists->len; i++)
    {
      CandListEntry *entry = g_ptr_array_index (self->lists, i);
      g_autoptr (CandPositionList) list = g_weak_ref_get (&entry->list);

      if (list != NULL && (scopes & 1 << entry->scope) != 0)
        ask (self, entry, list);
    }
  cand_library_run_job (self, follow_job, NULL, NULL, (GDestroyNotify) followed_free, follow_cb,
                        NULL);
}

/**
 * cand_library_list_shown:
 * @self: a library
 * @more: (nullable) (element-type gint64): further rows
 *
 * Reading them again costs nothing for those that no list has in its cache.
 *
 * Returns: (transfer full) (element-type gint64): every row that a list or somebody holds, and
 * @more
 */
GArray *
cand_library_list_shown (CandLibrary *self, GArray *more)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer living;

  if (more != NULL)
    g_array_append_vals (ids, more->data, more->len);
  g_hash_table_iter_init (&iter, self->living);
  while (g_hash_table_iter_next (&iter, &living, NULL))
    g_array_append_vals (ids, living, 1);

  for (guint i = 0; i < self->lists->len; i++)
    {
      CandListEntry *entry = g_ptr_array_index (self->lists, i);
      g_autoptr (CandPositionList) list = g_weak_ref_get (&entry->list);
      guint n = list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (list)) : 0;

      for (guint j = 0; j < n; j++)
        {
          gint64 id = cand_position_list_get_id (list, j);

          g_array_append_val (ids, id);
        }
    }
  return ids;
}

/* --- what another process did --- */

typedef struct
{
  GPtrArray *applications;
  CandProfile *profile;
  gboolean changed;
} Outside;

static void
outside_free (Outside *self)
{
  g_clear_pointer (&self->applications, g_ptr_array_unref);
  g_clear_object (&self->profile);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Outside, outside_free)

static gpointer
outside_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  CandLibrary *self = data;
  g_autoptr (Outside) outside = g_new0 (Outside, 1);
  gint64 version;

  if (!cand_connection_get_int64 (connection, "PRAGMA data_version", &version, error))
    return NULL;
  if (version == self->data_version)
    return g_steal_pointer (&outside);
  self->data_version = version;
  outside->changed = TRUE;
  outside->applications = cand_store_applications_list (connection, error);
  if (outside->applications == NULL)
    return NULL;
  outside->profile = cand_library_load_profile (connection, error);
  return outside->profile != NULL ? g_steal_pointer (&outside) : NULL;
}

static void
outside_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CandLibrary *self = CAND_LIBRARY (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (Outside) outside = g_task_propagate_pointer (G_TASK (result), &error);

  if (outside == NULL)
    {
      g_message ("Changes of others could not be read: %s", error->message);
      return;
    }
  if (!outside->changed)
    return;
  cand_library_merge_applications (self, outside->applications);
  cand_library_take_profile (self, outside->profile);
  cand_library_follow_notices (self);
  cand_library_follow (self, CAND_SCOPES_ALL, cand_library_list_shown (self, NULL));
}

/**
 * cand_library_check_outside_changes:
 * @self: a library
 *
 * Follows what another process (the command line beside the window) wrote. Costs next to nothing
 * where nothing was; to be called when the window gets the focus.
 */
void
cand_library_check_outside_changes (CandLibrary *self)
{
  g_return_if_fail (CAND_IS_LIBRARY (self));
  if (self->opened && self->worker != NULL)
    cand_library_run_job (self, outside_job, self, NULL, (GDestroyNotify) outside_free, outside_cb,
                          NULL);
}
