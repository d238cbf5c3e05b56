/* cand-library-find.c: what an address leads to
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cand-find-page.h"
#include "cand-library-private.h"
#include "cand-pasted-address.h"
#include "cand-read-board.h"
#include "core/boards/cand-board-system.h"
#include "core/store/cand-store-positions.h"

/* An address that a system recognises is a board, or a position of one; every other one is a page
 * that may carry or name a board (cand-find-page.c). Whatever it is, it is read before it is told.
 */
typedef struct
{
  char *address; /* as it was pasted, then where a page really is */
  CandAddress *board;
  GPtrArray *others;     /* (nullable) (element-type CandAddress) */
  CandFindFunc progress; /* (nullable) */
  gpointer progress_data;
} Search;

static void
search_free (Search *self)
{
  g_free (self->address);
  cand_address_free (self->board);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_free (self);
}

/* What tells a page from others. (transfer full) (nullable) */
static char *
page_identity (const char *address)
{
  g_autofree char *stripped = cand_address_strip_tracking (address);
  g_autoptr (GUri) uri = stripped != NULL ? cand_address_to_uri (stripped) : NULL;
  g_autofree char *host = NULL;
  g_autofree char *path = NULL;
  const char *query;

  if (uri == NULL)
    return NULL;
  host = cand_address_dup_host (uri);
  path = g_strdup (g_uri_get_path (uri));
  if (g_str_has_suffix (path, "/"))
    path[strlen (path) - 1] = '\0';
  query = g_uri_get_query (uri);
  return g_strconcat (host, path, query != NULL ? "?" : NULL, query, NULL);
}

gboolean
cand_library_same_page (const char *a, const char *b)
{
  g_autofree char *first = page_identity (a);
  g_autofree char *second = page_identity (b);

  return first != NULL && g_strcmp0 (first, second) == 0;
}

/* --- the board --- */

static const CandBoardSystem *
get_system (const Search *self)
{
  return cand_board_system_find (self->board->system);
}

/* NULL unless exactly one is meant. A board may give all its positions the address of their page.
 */
static CandPosition *
find_by_url (const CandBoardAnswer *answer, const char *address)
{
  g_autofree char *wanted = page_identity (address);
  CandPosition *found = NULL;

  for (guint i = 0; wanted != NULL && i < answer->listed->len; i++)
    {
      CandPosition *position = ((CandListed *) g_ptr_array_index (answer->listed, i))->position;
      g_autofree char *url = page_identity (cand_position_get_url (position));
      g_autofree char *application = page_identity (cand_position_get_application_url (position));

      if (g_strcmp0 (wanted, url) != 0 && g_strcmp0 (wanted, application) != 0)
        continue;
      if (found != NULL)
        return NULL;
      found = position;
    }
  return found;
}

static CandPosition *
find_by_code (const CandBoardAnswer *answer, const char *code)
{
  for (guint i = 0; i < answer->listed->len; i++)
    {
      CandPosition *position = ((CandListed *) g_ptr_array_index (answer->listed, i))->position;

      if (g_str_equal (cand_position_get_code (position), code))
        return position;
    }
  return NULL;
}

/* What the list calls the position that an address calls @code. */
static const char *
look_up_code (const CandBoardAnswer *answer, const char *code)
{
  const char *other =
      code != NULL && answer->aliases != NULL ? g_hash_table_lookup (answer->aliases, code) : NULL;

  return other != NULL ? other : code;
}

/* The position that the address names: by its code, or by its page where the address does not say
 * the code that the list has. */
static void
note_position (const Search *self, CandFound *found)
{
  const CandBoardAnswer *answer = cand_found_get_answer (found);
  const char *code = look_up_code (answer, self->board->code);
  CandPosition *position = code != NULL ? find_by_code (answer, code) : NULL;
  g_autofree char *key = NULL;

  if (position == NULL)
    position = find_by_url (answer, self->address);
  if (position != NULL)
    key = g_strdup (cand_position_get_key (position));
  else if (code != NULL)
    key = g_strconcat (cand_found_get_key (found), ":", code, NULL);
  if (key != NULL)
    cand_found_set_position (found, key, position != NULL);
}

static gboolean
follows_board (CandLibrary *self, const char *key)
{
  GListModel *boards = G_LIST_MODEL (self->boards);

  for (guint i = 0; i < g_list_model_get_n_items (boards); i++)
    {
      g_autoptr (CandBoard) board = g_list_model_get_item (boards, i);

      if (g_str_equal (cand_board_get_key (board), key))
        return TRUE;
    }
  return FALSE;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  CandLibrary *library = g_task_get_source_object (task);
  const Search *self = g_task_get_task_data (task);
  const CandBoardSystem *system = get_system (self);
  g_autoptr (GError) error = NULL;
  CandBoardAnswer *answer = cand_read_board_finish (CAND_NET (source), result, &error);
  CandFound *found;

  if (g_error_matches (error, CAND_NET_ERROR, CAND_NET_ERROR_NOT_FOUND))
    g_task_return_new_error (task, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_NOT_FOUND,
                             /* Translators: a job-board system and an account on it, as in
                              * "Greenhouse has no board “acme”". */
                             _ ("%s has no board “%s”"), system->name, self->board->account);
  else if (answer == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  if (answer == NULL)
    return;
  found = cand_found_new_board (system, self->board->account, answer, cand_library_now ());
  cand_found_set_followed (found, follows_board (library, cand_found_get_key (found)));
  note_position (self, found);
  for (guint i = 0; self->others != NULL && i < self->others->len; i++)
    {
      const CandAddress *other = g_ptr_array_index (self->others, i);

      if (other->account != NULL)
        cand_found_add_board (found, other->system, other->account);
    }
  g_task_return_pointer (task, found, g_object_unref);
}

static void
read_board (GTask *task)
{
  CandLibrary *library = g_task_get_source_object (task);
  const Search *self = g_task_get_task_data (task);
  const CandBoardBasis nothing = { 0 };

  cand_read_board_async (library->net, get_system (self), self->board->account, &nothing,
                         self->progress, self->progress_data, g_task_get_cancellable (task),
                         read_cb, g_object_ref (task));
}

/* --- whose position it is --- */

static void
return_no_position (GTask *task)
{
  const Search *self = g_task_get_task_data (task);

  g_task_return_new_error (task, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_NOT_FOUND,
                           /* Translators: a job-board system and the key of a position on it, as in
                            * "Workable has no position “9B5436D6FA” (any more)". */
                           _ ("%s has no position “%s” (any more)"), get_system (self)->name,
                           self->board->code);
}

/* The page's address over https, which is all that is asked, without a fragment. */
static char *
secure_address (GUri *uri)
{
  int port = g_uri_get_port (uri);
  g_autofree char *host = cand_address_dup_host (uri);

  return g_uri_join (G_URI_FLAGS_ENCODED, "https", g_uri_get_userinfo (uri), host,
                     port == 80 || port == 443 ? -1 : port, g_uri_get_path (uri),
                     g_uri_get_query (uri), NULL);
}

static void
position_page_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CandLibrary *library = CAND_LIBRARY (source);
  g_autoptr (GTask) task = G_TASK (user_data);
  Search *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (CandPageFinding) finding = cand_find_page_finish (library, result, &error);

  if (finding == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_steal_pointer (&error));
  else if (finding == NULL || finding->board == NULL || finding->board->account == NULL)
    return_no_position (task);
  else
    {
      g_clear_pointer (&self->board, cand_address_free);
      self->board = g_steal_pointer (&finding->board);
      self->others = g_steal_pointer (&finding->others);
      read_board (task);
    }
}

/* The system does not say whose position it is; the organisation's own page, which the address is
 * of, carries its board. */
static void
ask_position_page (GTask *task)
{
  CandLibrary *library = g_task_get_source_object (task);
  const Search *self = g_task_get_task_data (task);
  g_autoptr (CandRequest) request = get_system (self)->account_request (self->board->code);
  g_autoptr (GUri) uri = cand_address_to_uri (self->address);
  g_autoptr (GUri) asked = cand_address_to_uri (cand_request_get_url (request));
  g_autofree char *secure = uri != NULL ? secure_address (uri) : NULL;

  if (secure == NULL || g_ascii_strcasecmp (g_uri_get_host (uri), g_uri_get_host (asked)) == 0)
    return_no_position (task);
  else
    cand_find_page_async (library, secure, self->board, g_task_get_cancellable (task),
                          position_page_cb, g_object_ref (task));
}

/* The redirect of a short address names both, or leads to a page that says sorry. */
static void
account_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Search *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (CandResponse) response = cand_net_send_finish (CAND_NET (source), result, &error);
  g_autoptr (CandAddress) named = NULL;

  if (response == NULL && !g_error_matches (error, CAND_NET_ERROR, CAND_NET_ERROR_NOT_FOUND))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (response != NULL)
    named = cand_address_parse (cand_response_get_location (response), NULL);
  if (named == NULL || named->account == NULL || !g_str_equal (named->system, self->board->system))
    {
      ask_position_page (task);
      return;
    }
  g_set_str (&self->board->account, named->account);
  if (named->code != NULL)
    g_set_str (&self->board->code, named->code);
  read_board (task);
}

static void
ask_board (GTask *task)
{
  CandLibrary *library = g_task_get_source_object (task);
  const Search *self = g_task_get_task_data (task);
  const CandBoardSystem *system = get_system (self);
  g_autoptr (CandRequest) request = NULL;

  if (self->board->account != NULL)
    {
      read_board (task);
      return;
    }
  if (system->account_request != NULL)
    request = system->account_request (self->board->code);
  if (request == NULL)
    return_no_position (task);
  else
    cand_net_send_async (library->net, request, g_task_get_cancellable (task), account_cb,
                         g_object_ref (task));
}

/* --- a page --- */

static void
page_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CandLibrary *library = CAND_LIBRARY (source);
  g_autoptr (GTask) task = G_TASK (user_data);
  Search *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (CandPageFinding) finding = cand_find_page_finish (library, result, &error);
  CandFound *found;

  if (finding == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (finding->board != NULL)
    {
      g_set_str (&self->address, finding->address);
      self->board = g_steal_pointer (&finding->board);
      self->others = g_steal_pointer (&finding->others);
      ask_board (task);
      return;
    }
  found = g_steal_pointer (&finding->found);
  if (cand_found_get_programme (found) != NULL)
    cand_found_set_followed (
        found, cand_library_find_programme (library, cand_found_get_programme (found)) != NULL);
  else
    cand_found_set_followed (found,
                             cand_library_find_blog (library, cand_found_get_key (found)) != NULL);
  g_task_return_pointer (task, found, g_object_unref);
}

/* A word that somebody typed is no address, although it could be a host's name in their network. */
static gboolean
is_public_name (GUri *uri)
{
  const char *host = g_uri_get_host (uri);

  return strchr (host, '.') != NULL && strpbrk (host, " \t\r\n") == NULL;
}

/**
 * cand_library_find_async:
 * @self: a library
 * @address: what a person pasted, with one address in it; the scheme may be missing
 * @cancellable: (nullable): stops it
 * @callback: called with what was found
 * @user_data: for @callback
 */
void
cand_library_find_async (CandLibrary *self,
                         const char *address,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  cand_library_find_and_tell_async (self, address, NULL, cancellable, callback, user_data);
}

/**
 * cand_library_find_and_tell_async:
 * @self: a library
 * @address: as of cand_library_find_async
 * @progress: (nullable): called for each page of a board's list
 * @cancellable: (nullable): stops it
 * @callback: called with what was found
 * @user_data: for @callback and @progress
 */
void
cand_library_find_and_tell_async (CandLibrary *self,
                                  const char *address,
                                  CandFindFunc progress,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GUri) uri = NULL;
  g_autofree char *secure = NULL;
  Search *search;

  g_return_if_fail (CAND_IS_LIBRARY (self));
  task = g_task_new (self, cancellable, callback, user_data);
  search = g_new0 (Search, 1);
  search->progress = progress;
  search->progress_data = user_data;
  search->address = cand_pasted_address (address, &error);
  g_task_set_source_tag (task, cand_library_find_async);
  g_task_set_task_data (task, search, (GDestroyNotify) search_free);
  if (search->address == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  search->board = cand_address_parse (search->address, &error);
  if (search->board != NULL)
    {
      ask_board (task);
      return;
    }
  uri = cand_address_to_uri (search->address);
  if (uri == NULL || !is_public_name (uri))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  secure = secure_address (uri);
  cand_find_page_async (self, secure, NULL, cancellable, page_cb, g_object_ref (task));
}

/**
 * cand_library_find_finish:
 * @self: a library
 * @result: what the callback got
 * @error: CAND_LIBRARY_ERROR_NOT_FOUND, CAND_BOARD_ERROR_*, CAND_NET_ERROR_*, G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what the address leads to
 */
CandFound *
cand_library_find_finish (CandLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
