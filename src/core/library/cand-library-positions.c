/* cand-library-positions.c: single positions: loaded, found, marked
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cand-library-private.h"
#include "cand-pasted-address.h"
#include "core/boards/cand-board-system.h"
#include "core/store/cand-store-positions.h"

static void
set_no_such_position (GError **error, const char *what)
{
  g_autofree char *valid = g_utf8_make_valid (what, -1);

  g_set_error (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_NO_SUCH_POSITION,
               "No position is known as “%s”", valid);
}

/* --- the living: objects loaded whole, which follow changes as long as somebody holds them --- */

static void
living_gone_cb (gpointer user_data, GObject *position)
{
  CandLibrary *self = user_data;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->living);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (value == position)
      g_hash_table_iter_remove (&iter);
}

/* (transfer full): the object that lives already, patched, or @loaded from now on. */
static CandPosition *
adopt_position (CandLibrary *self, CandPosition *loaded)
{
  gint64 id = cand_position_get_id (loaded);
  CandPosition *living = g_hash_table_lookup (self->living, &id);

  if (living != NULL)
    {
      g_object_ref (living);
      cand_position_patch (living, loaded);
      g_object_unref (loaded);
      return living;
    }
  g_hash_table_insert (self->living, g_memdup2 (&id, sizeof id), loaded);
  g_object_weak_ref (G_OBJECT (loaded), living_gone_cb, self);
  return loaded;
}

void
cand_library_patch_living (CandLibrary *self, GPtrArray *positions)
{
  for (guint i = 0; i < positions->len; i++)
    {
      CandPosition *loaded = g_ptr_array_index (positions, i);
      gint64 id = cand_position_get_id (loaded);
      g_autoptr (CandPosition) living = g_hash_table_lookup (self->living, &id);

      if (living == NULL)
        continue;
      g_object_ref (living);
      cand_position_patch (living, loaded);
    }
}

/**
 * cand_library_list_living:
 * @self: a library
 * @ids: (element-type gint64): rows that changed
 *
 * Returns: (transfer full) (element-type gint64): those of them that live
 */
GArray *
cand_library_list_living (CandLibrary *self, GArray *ids)
{
  GArray *living = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < ids->len; i++)
    if (g_hash_table_contains (self->living, &g_array_index (ids, gint64, i)))
      g_array_append_val (living, g_array_index (ids, gint64, i));
  return living;
}

void
cand_library_forget_living (CandLibrary *self)
{
  GHashTableIter iter;
  gpointer position;

  g_hash_table_iter_init (&iter, self->living);
  while (g_hash_table_iter_next (&iter, NULL, &position))
    g_object_weak_unref (position, living_gone_cb, self);
  g_hash_table_remove_all (self->living);
}

/* --- loading --- */

static gpointer
load_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  const char *key = data;
  g_autoptr (GError) failure = NULL;
  gint64 id = cand_store_positions_find (connection, key, &failure);
  CandPosition *position = NULL;

  if (id != 0)
    position = cand_store_positions_load (connection, id, &failure);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (position == NULL)
    set_no_such_position (error, key);
  return position;
}

/**
 * cand_library_load_position_async:
 * @self: a library
 * @key: "system:account:code"
 * @cancellable: (nullable): stops the waiting
 * @callback: called with the result
 * @user_data: for @callback
 */
void
cand_library_load_position_async (CandLibrary *self,
                                  const char *key,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CAND_IS_LIBRARY (self));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cand_library_load_position_async);
  g_task_set_task_data (task, g_strdup (key), g_free);
  cand_library_run (self, task, load_job, g_object_unref);
}

/**
 * cand_library_load_position_finish:
 * @self: a library
 * @result: what the callback got
 * @error: CAND_LIBRARY_ERROR_NO_SUCH_POSITION, CAND_STORE_ERROR_*, G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the position; it follows changes as long as it is held
 */
CandPosition *
cand_library_load_position_finish (CandLibrary *self, GAsyncResult *result, GError **error)
{
  CandPosition *position;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  position = g_task_propagate_pointer (G_TASK (result), error);
  return position != NULL ? adopt_position (self, position) : NULL;
}

/* --- finding --- */

/* What of an address also the address in the store has: the path, or the query of one without. */
static char *
find_telling_part (const char *typed)
{
  g_autofree char *stripped = cand_address_strip_tracking (typed);
  g_autoptr (GUri) uri = stripped != NULL ? cand_address_to_uri (stripped) : NULL;
  g_autofree char *path = uri != NULL ? g_strdup (g_uri_get_path (uri)) : NULL;

  if (path == NULL)
    return NULL;
  if (g_str_has_suffix (path, "/"))
    path[strlen (path) - 1] = '\0';
  return *path != '\0' ? g_steal_pointer (&path) : g_strdup (g_uri_get_query (uri));
}

/* The one position whose own address it is, for addresses that do not say the system's key; NULL
 * with no error set for none, and for more than one. */
static char *
find_url (CandConnection *connection, const char *board, const char *typed, GError **error)
{
  g_autofree char *part = find_telling_part (typed);
  g_autoptr (GPtrArray) urls = NULL;
  const char *found = NULL;

  if (part == NULL)
    return NULL;
  urls = cand_store_positions_list_urls (connection, board, part, error);
  for (guint i = 0; urls != NULL && i < urls->len; i += 2)
    {
      const char *key = g_ptr_array_index (urls, i);

      if (!cand_library_same_page (g_ptr_array_index (urls, i + 1), typed))
        continue;
      if (found != NULL && !g_str_equal (found, key))
        return NULL;
      found = key;
    }
  return g_strdup (found);
}

/* By what the address says of the system's keys, with or without the account. */
static char *
find_named (CandConnection *connection, const CandAddress *address, GError **error)
{
  g_autofree char *key = NULL;

  if (address->code == NULL)
    return NULL;
  if (address->account == NULL)
    return cand_store_positions_find_code (connection, address->system, address->code, error);
  key = g_strconcat (address->system, ":", address->account, ":", address->code, NULL);
  return cand_store_positions_find (connection, key, error) != 0 ? g_steal_pointer (&key) : NULL;
}

static char *
find_address (CandConnection *connection, const char *typed, GError **error)
{
  g_autoptr (GError) not_an_address = NULL;
  g_autoptr (CandAddress) address = cand_address_parse (typed, &not_an_address);
  g_autoptr (GError) failure = NULL;
  g_autofree char *board = NULL;
  g_autofree char *key = NULL;

  if (address != NULL)
    key = find_named (connection, address, &failure);
  if (address != NULL && address->account != NULL)
    board = g_strconcat (address->system, ":", address->account, NULL);
  if (key == NULL && failure == NULL)
    key = find_url (connection, board, typed, &failure);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (key == NULL && not_an_address != NULL)
    g_propagate_error (error, g_steal_pointer (&not_an_address));
  else if (key == NULL)
    set_no_such_position (error, typed);
  return g_steal_pointer (&key);
}

static gpointer
find_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  const char *typed = data;
  g_autoptr (GError) failure = NULL;
  g_autofree char *system = NULL;
  g_autofree char *account = NULL;
  g_autofree char *code = NULL;

  if (!cand_position_split_key (typed, &system, &account, &code) ||
      cand_board_system_find (system) == NULL)
    {
      g_autofree char *address = cand_pasted_address (typed, NULL);

      return find_address (connection, address != NULL ? address : typed, error);
    }
  if (cand_store_positions_find (connection, typed, &failure) != 0)
    return g_strdup (typed);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    set_no_such_position (error, typed);
  return NULL;
}

/**
 * cand_library_find_position_async:
 * @self: a library
 * @address: what a person pasted: a key or an address
 * @cancellable: (nullable): stops the waiting
 * @callback: called with the result
 * @user_data: for @callback
 */
void
cand_library_find_position_async (CandLibrary *self,
                                  const char *address,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autofree char *valid = g_utf8_make_valid (address, -1);
  GTask *task;

  g_return_if_fail (CAND_IS_LIBRARY (self));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cand_library_find_position_async);
  g_task_set_task_data (task, g_strdup (g_strstrip (valid)), g_free);
  cand_library_run (self, task, find_job, g_free);
}

/**
 * cand_library_find_position_finish:
 * @self: a library
 * @result: what the callback got
 * @error: CAND_LIBRARY_ERROR_NO_SUCH_POSITION, CAND_BOARD_ERROR_NOT_A_BOARD, CAND_STORE_ERROR_*,
 *   G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the position's key
 */
char *
cand_library_find_position_finish (CandLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- the person's marks --- */

typedef enum
{
  MARK_SEEN,
  MARK_STARRED,
  MARK_UNSTARRED,
} MarkKind;

typedef struct
{
  gint64 id;
  MarkKind kind;
} Mark;

static gpointer
mark_job (CandWorker *worker, CandConnection *connection, gpointer data, GError **error)
{
  const Mark *mark = data;
  gboolean written = mark->kind == MARK_SEEN
                         ? cand_store_positions_set_seen (connection, mark->id, error)
                         : cand_store_positions_set_starred (connection, mark->id,
                                                             mark->kind == MARK_STARRED, error);

  return written ? CAND_DONE : NULL;
}

/* Whether it worked or not, everything shows what the store has. */
static void
mark_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CandLibrary *self = CAND_LIBRARY (source);
  const Mark *mark = g_task_get_task_data (G_TASK (result));
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_pointer (G_TASK (result), &error) == NULL)
    g_message ("A mark could not be kept: %s", error->message);
  g_array_append_val (ids, mark->id);
  /* What was new a moment ago stays in the list of new ones until that is asked for again: nothing
   * vanishes under the person's eyes for having been looked at. */
  cand_library_follow (self, mark->kind == MARK_SEEN ? CAND_SCOPES_NONE : 1 << CAND_SCOPE_STARRED,
                       ids);
}

static void
set_mark (CandLibrary *self, CandPosition *position, MarkKind kind)
{
  Mark *mark;

  if (cand_position_get_id (position) == 0)
    return;
  mark = g_new0 (Mark, 1);
  mark->id = cand_position_get_id (position);
  mark->kind = kind;
  cand_library_run_job (self, mark_job, mark, g_free, NULL, mark_cb, NULL);
}

/**
 * cand_library_mark_seen:
 * @self: a library
 * @position: what the person looked at
 */
void
cand_library_mark_seen (CandLibrary *self, CandPosition *position)
{
  g_return_if_fail (CAND_IS_LIBRARY (self));
  g_return_if_fail (CAND_IS_POSITION (position));
  if (!cand_position_get_is_new (position))
    return;
  cand_position_set_is_new (position, FALSE);
  set_mark (self, position, MARK_SEEN);
}

/**
 * cand_library_set_starred:
 * @self: a library
 * @position: a position
 * @starred: whether the person wants it starred
 */
void
cand_library_set_starred (CandLibrary *self, CandPosition *position, gboolean starred)
{
  g_return_if_fail (CAND_IS_LIBRARY (self));
  g_return_if_fail (CAND_IS_POSITION (position));
  if (cand_position_get_starred (position) == !!starred)
    return;
  cand_position_set_starred (position, starred);
  set_mark (self, position, starred ? MARK_STARRED : MARK_UNSTARRED);
}
