/* cand-library.c: the one owner of state: what it is, and its end
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-library.h"

#include "cand-ask-form.h"
#include "cand-library-private.h"
#include "core/store/cand-store-error.h"

#include <glib/gstdio.h>

/* The parts: cand-library-open.c, -lists.c, -positions.c, -read.c, -find.c, -follow.c,
 * -announcement.c, -offers.c, -exchange.c, -draft.c, -form.c, -applications.c, -history.c,
 * -profile.c, and beside them cand-refresh*.c, cand-draft-keeper.c, cand-profile-keeper.c. All of
 * it belongs to one thread; the database has its own. */
G_DEFINE_FINAL_TYPE (CandLibrary, cand_library, G_TYPE_OBJECT)
G_DEFINE_QUARK (cand - library - error - quark, cand_library_error)

typedef enum
{
  PROP_REFRESHING = 1,
  PROP_REFRESH_PROGRESS,
  PROP_N_POSITIONS,
  PROP_N_NEW,
  PROP_N_STARRED,
  PROP_N_APPLICATIONS,
} CandLibraryProperty;

static GParamSpec *properties[PROP_N_APPLICATIONS + 1];

typedef enum
{
  SIGNAL_POSITIONS_CHANGED,
  SIGNAL_APPLICATION_REMOVED,
  N_SIGNALS,
} CandLibrarySignal;

static guint signals[N_SIGNALS];

static void
cand_library_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  CandLibrary *self = CAND_LIBRARY (object);

  switch ((CandLibraryProperty) property)
    {
    case PROP_REFRESHING:
      g_value_set_boolean (value, self->refresh != NULL);
      break;
    case PROP_REFRESH_PROGRESS:
      g_value_set_double (value, self->progress);
      break;
    case PROP_N_POSITIONS:
      g_value_set_uint (value, self->counts.n_positions);
      break;
    case PROP_N_NEW:
      g_value_set_uint (value, self->counts.n_new);
      break;
    case PROP_N_STARRED:
      g_value_set_uint (value, self->counts.n_starred);
      break;
    case PROP_N_APPLICATIONS:
      g_value_set_uint (value, self->counts.n_applications);
      break;
    }
}

static void
cand_library_dispose (GObject *object)
{
  CandLibrary *self = CAND_LIBRARY (object);
  g_autoptr (GError) error = NULL;

  if (!cand_library_close (self, &error))
    g_warning ("Closing: %s", error->message);
  g_hash_table_remove_all (self->keepers);
  g_clear_object (&self->profile_keeper);
  cand_library_forget_living (self);

  G_OBJECT_CLASS (cand_library_parent_class)->dispose (object);
}

static void
cand_library_finalize (GObject *object)
{
  CandLibrary *self = CAND_LIBRARY (object);

  g_free (self->directory);
  g_clear_object (&self->net);
  g_clear_object (&self->boards);
  g_clear_object (&self->programmes);
  g_clear_object (&self->applications);
  g_clear_object (&self->blogs);
  g_clear_object (&self->offers);
  g_clear_object (&self->profile);
  g_clear_pointer (&self->lists, g_ptr_array_unref);
  g_clear_pointer (&self->rows, cand_rows_free);
  g_clear_pointer (&self->living, g_hash_table_unref);
  g_clear_pointer (&self->keepers, g_hash_table_unref);
  g_clear_pointer (&self->page_readings, g_hash_table_unref);
  g_clear_pointer (&self->form_askings, g_hash_table_unref);

  G_OBJECT_CLASS (cand_library_parent_class)->finalize (object);
}

static GParamSpec *
count_property (const char *name)
{
  return g_param_spec_uint (name, NULL, NULL, 0, G_MAXUINT, 0,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
cand_library_class_init (CandLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = cand_library_get_property;
  object_class->dispose = cand_library_dispose;
  object_class->finalize = cand_library_finalize;

  properties[PROP_REFRESHING] = g_param_spec_boolean ("refreshing", NULL, NULL, FALSE, flags);
  properties[PROP_REFRESH_PROGRESS] =
      g_param_spec_double ("refresh-progress", NULL, NULL, 0, 1, 0, flags);
  properties[PROP_N_POSITIONS] = count_property ("n-positions");
  properties[PROP_N_NEW] = count_property ("n-new");
  properties[PROP_N_STARRED] = count_property ("n-starred");
  properties[PROP_N_APPLICATIONS] = count_property ("n-applications");
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_POSITIONS_CHANGED] =
      g_signal_new ("positions-changed", CAND_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);
  signals[SIGNAL_APPLICATION_REMOVED] =
      g_signal_new ("application-removed", CAND_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, CAND_TYPE_APPLICATION);
}

static void
cand_library_init (CandLibrary *self)
{
  self->worker = cand_worker_new ();
  self->boards = g_list_store_new (CAND_TYPE_BOARD);
  self->programmes = g_list_store_new (CAND_TYPE_PROGRAMME);
  self->applications = g_list_store_new (CAND_TYPE_APPLICATION);
  self->blogs = g_list_store_new (CAND_TYPE_BLOG);
  self->offers = g_list_store_new (CAND_TYPE_OFFER);
  self->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) cand_list_entry_free);
  self->living = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->keepers = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->page_readings = g_hash_table_new (g_str_hash, g_str_equal);
  self->form_askings = g_hash_table_new (g_str_hash, g_str_equal);
  self->lock = -1;
}

/**
 * cand_library_new:
 * @directory: where everything is kept; made when missing, but not before it is opened
 * @hosts: (nullable): the value of CANDIDACY_HOSTS
 * @error: CAND_NET_ERROR_BAD_HOST
 *
 * Returns: (transfer full) (nullable): the library, not opened yet
 */
CandLibrary *
cand_library_new (const char *directory, const char *hosts, GError **error)
{
  g_autoptr (CandNet) net = cand_net_new (hosts, error);
  CandLibrary *self;

  if (net == NULL)
    return NULL;
  self = g_object_new (CAND_TYPE_LIBRARY, NULL);
  self->directory = g_strdup (directory);
  self->net = g_steal_pointer (&net);
  return self;
}

/* Every keeper writes what it has, also where one fails. */
static gboolean
write_drafts (CandLibrary *self, GError **error)
{
  GHashTableIter iter;
  gpointer keeper;
  gboolean written = TRUE;

  g_hash_table_iter_init (&iter, self->keepers);
  while (g_hash_table_iter_next (&iter, NULL, &keeper))
    if (!cand_draft_keeper_write_now (keeper, written ? error : NULL))
      written = FALSE;
  if (self->profile_keeper != NULL &&
      !cand_profile_keeper_write_now (self->profile_keeper, written ? error : NULL))
    written = FALSE;
  return written;
}

/**
 * cand_library_close:
 * @self: a library, open or not
 * @error: CAND_STORE_ERROR_*
 *
 * Waits. Whatever is under way ends; afterwards every call answers that the library is closed.
 *
 * Returns: FALSE when something that was typed could not be written
 */
gboolean
cand_library_close (CandLibrary *self, GError **error)
{
  gboolean written = TRUE;

  g_return_val_if_fail (CAND_IS_LIBRARY (self), FALSE);
  if (self->worker == NULL)
    return TRUE;
  if (self->refresh != NULL)
    cand_refresh_cancel (self->refresh);
  cand_library_cancel_page_readings (self);
  cand_ask_form_cancel_all (self);
  cand_library_stop_watching (self);
  if (self->opened)
    written = write_drafts (self, error);
  /* Last of all the writer, so that it can fold the journal into the file. */
  g_clear_pointer (&self->reader, cand_connection_close);
  g_clear_pointer (&self->worker, cand_worker_free);
  if (self->lock >= 0)
    g_close (self->lock, NULL);
  self->lock = -1;
  return written;
}

/**
 * cand_library_get_boards:
 * @self: a library
 *
 * Returns: (transfer none): the followed boards
 */
GListModel *
cand_library_get_boards (CandLibrary *self)
{
  g_return_val_if_fail (CAND_IS_LIBRARY (self), NULL);
  return G_LIST_MODEL (self->boards);
}

GPtrArray *
cand_library_list_boards (CandLibrary *self)
{
  GListModel *model = cand_library_get_boards (self);
  GPtrArray *boards = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (boards, g_list_model_get_item (model, i));
  return boards;
}

/**
 * cand_library_get_programmes:
 * @self: a library
 *
 * Returns: (transfer none): the followed programmes, newest first
 */
GListModel *
cand_library_get_programmes (CandLibrary *self)
{
  g_return_val_if_fail (CAND_IS_LIBRARY (self), NULL);
  return G_LIST_MODEL (self->programmes);
}

/**
 * cand_library_get_applications:
 * @self: a library
 *
 * Returns: (transfer none): the applications, newest edit first
 */
GListModel *
cand_library_get_applications (CandLibrary *self)
{
  g_return_val_if_fail (CAND_IS_LIBRARY (self), NULL);
  return G_LIST_MODEL (self->applications);
}

gint64
cand_library_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/**
 * cand_library_run:
 * @self: a library
 * @task: (transfer full): gets the result
 * @func: what to do on the database thread
 * @destroy: (nullable): for a result that nobody took
 */
void
cand_library_run (CandLibrary *self, GTask *task, CandWorkerFunc func, GDestroyNotify destroy)
{
  if (self->worker != NULL)
    {
      cand_worker_run (self->worker, task, func, destroy);
      return;
    }
  g_task_return_new_error_literal (task, CAND_STORE_ERROR, CAND_STORE_ERROR_FAILED,
                                   "The library is closed");
  g_object_unref (task);
}

void
cand_library_run_job (CandLibrary *self,
                      CandWorkerFunc func,
                      gpointer data,
                      GDestroyNotify free_data,
                      GDestroyNotify free_result,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, cand_library_run_job);
  g_task_set_task_data (task, data, free_data);
  cand_library_run (self, task, func, free_result);
}

void
cand_library_set_refresh (CandLibrary *self, CandRefresh *refresh)
{
  if (self->refresh == refresh)
    return;
  g_clear_pointer (&self->refresh, cand_refresh_unref);
  self->refresh = refresh != NULL ? cand_refresh_ref (refresh) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REFRESHING]);
}

void
cand_library_set_progress (CandLibrary *self, double progress)
{
  if (self->progress == progress)
    return;
  self->progress = progress;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REFRESH_PROGRESS]);
}

static void
set_count (CandLibrary *self, guint *slot, guint count, CandLibraryProperty property)
{
  if (*slot == count)
    return;
  *slot = count;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
cand_library_set_counts (CandLibrary *self, const CandCounts *counts)
{
  g_object_freeze_notify (G_OBJECT (self));
  set_count (self, &self->counts.n_positions, counts->n_positions, PROP_N_POSITIONS);
  set_count (self, &self->counts.n_new, counts->n_new, PROP_N_NEW);
  set_count (self, &self->counts.n_starred, counts->n_starred, PROP_N_STARRED);
  set_count (self, &self->counts.n_applications, counts->n_applications, PROP_N_APPLICATIONS);
  g_object_thaw_notify (G_OBJECT (self));
}

/* Where in @model, from @start on, the object is that @item describes. */
static gboolean
find_same (GListStore *model,
           guint start,
           gpointer item,
           gboolean (*same) (gpointer, gpointer),
           guint *position)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (model));

  for (guint i = start; i < n; i++)
    {
      g_autoptr (GObject) candidate = g_list_model_get_item (G_LIST_MODEL (model), i);

      if (same (candidate, item))
        {
          *position = i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * cand_library_merge_model:
 * @model: what was given out
 * @items: what it is to hold, in order
 * @same: (scope call): whether two objects are the same thing
 * @patch: (scope call): makes the first say what the second says
 */
void
cand_library_merge_model (GListStore *model,
                          GPtrArray *items,
                          gboolean (*same) (gpointer, gpointer),
                          void (*patch) (gpointer, gpointer))
{
  guint n;

  for (guint i = 0; i < items->len; i++)
    {
      gpointer item = g_ptr_array_index (items, i);
      g_autoptr (GObject) kept = NULL;
      guint position;

      if (!find_same (model, i, item, same, &position))
        {
          g_list_store_insert (model, i, item);
          continue;
        }
      kept = g_list_model_get_item (G_LIST_MODEL (model), position);
      patch (kept, item);
      if (position != i)
        {
          g_list_store_remove (model, position);
          g_list_store_insert (model, i, kept);
        }
    }
  n = g_list_model_get_n_items (G_LIST_MODEL (model));
  if (n > items->len)
    g_list_store_splice (model, items->len, n - items->len, NULL, 0);
}
