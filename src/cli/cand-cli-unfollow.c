/* cand-cli-unfollow.c: --unfollow
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-cli-commands.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "cand-cli-output.h"
#include "cand-cli-source.h"
#include "core/library/cand-library-errors.h"

/* Something that is followed. */
typedef struct
{
  char *key;
  char *name;
} Followed;

static void
followed_clear (Followed *self)
{
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->name, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Followed, followed_clear)

/* What tells a page from others, however its address is typed: without the scheme, what only tells
 * who sent the visitor, and a "/" at the end. NULL for what is no address. (transfer full) */
static char *
dup_page (const char *address)
{
  g_autofree char *stripped = cand_address_strip_tracking (address);
  g_autoptr (GUri) uri = stripped != NULL ? cand_address_to_uri (stripped) : NULL;
  g_autofree char *host = uri != NULL ? cand_address_dup_host (uri) : NULL;
  g_autofree char *path = uri != NULL ? g_strdup (g_uri_get_path (uri)) : NULL;
  const char *query = uri != NULL ? g_uri_get_query (uri) : NULL;

  if (uri == NULL)
    return NULL;
  if (g_str_has_suffix (path, "/"))
    path[strlen (path) - 1] = '\0';
  return g_strconcat (host, path, query != NULL ? "?" : NULL, query, NULL);
}

/* Takes @key and @name where one of @key and @url is what was typed; @page is that as dup_page has
 * it. */
static gboolean
match (Followed *self,
       const char *typed,
       const char *page,
       const char *key,
       const char *url,
       const char *name)
{
  g_autofree char *own = url != NULL ? dup_page (url) : NULL;

  if (!g_str_equal (key, typed) && (page == NULL || g_strcmp0 (own, page) != 0))
    return FALSE;
  g_set_str (&self->key, key);
  self->name = cand_cli_dup_line (name, 0);
  return TRUE;
}

static gboolean
find_board (CandCliSession *session, const char *typed, const char *page, Followed *followed)
{
  GListModel *boards = cand_library_get_boards (session->library);

  for (guint i = 0; i < g_list_model_get_n_items (boards); i++)
    {
      g_autoptr (CandBoard) board = g_list_model_get_item (boards, i);

      if (match (followed, typed, page, cand_board_get_key (board), cand_board_get_url (board),
                 cand_board_get_name (board)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
find_programme (CandCliSession *session, const char *typed, const char *page, Followed *followed)
{
  GListModel *programmes = cand_library_get_programmes (session->library);

  for (guint i = 0; i < g_list_model_get_n_items (programmes); i++)
    {
      g_autoptr (CandProgramme) programme = g_list_model_get_item (programmes, i);

      if (match (followed, typed, page, cand_programme_get_name (programme),
                 cand_programme_get_url (programme), cand_programme_get_title (programme)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
find_blog (CandCliSession *session, const char *typed, const char *page, Followed *followed)
{
  GListModel *blogs = cand_library_get_blogs (session->library);

  for (guint i = 0; i < g_list_model_get_n_items (blogs); i++)
    {
      g_autoptr (CandBlog) blog = g_list_model_get_item (blogs, i);

      if (match (followed, typed, page, cand_blog_get_url (blog), cand_blog_get_url (blog),
                 cand_blog_get_title (blog)))
        return TRUE;
    }
  return FALSE;
}

/* The board that an address of a system names by itself. (transfer full) (nullable) */
static char *
dup_board_of_address (const char *typed)
{
  g_autoptr (CandAddress) address = cand_address_parse (typed, NULL);

  if (address == NULL || address->account == NULL)
    return NULL;
  return g_strdup_printf ("%s:%s", address->system, address->account);
}

/* The board of a position that is known, whose address may name no account. (transfer full)
 * (nullable) */
static char *
dup_board_of_position (CandCliSession *session, const char *typed)
{
  g_autofree char *key = cand_cli_session_find (session, typed, NULL);
  g_autofree char *system = NULL;
  g_autofree char *account = NULL;
  g_autofree char *code = NULL;

  if (key == NULL || !cand_position_split_key (key, &system, &account, &code))
    return NULL;
  return g_strdup_printf ("%s:%s", system, account);
}

static gboolean
find_followed (CandCliSession *session, const char *typed, Followed *followed)
{
  g_autofree char *page = dup_page (typed);
  g_autofree char *by_address = dup_board_of_address (typed);
  g_autofree char *by_position = NULL;

  if (find_board (session, typed, page, followed) ||
      find_programme (session, typed, page, followed) ||
      find_blog (session, typed, page, followed) ||
      (by_address != NULL && find_board (session, by_address, NULL, followed)))
    return TRUE;
  by_position = dup_board_of_position (session, typed);
  return by_position != NULL && find_board (session, by_position, NULL, followed);
}

/* Of @before, those that came with an announcement went with it. */
static void
print_gone (CandCliSession *session, GPtrArray *before, const Followed *followed)
{
  for (guint i = 0; i < before->len; i++)
    {
      CandBoard *board = g_ptr_array_index (before, i);
      const char *key = cand_board_get_key (board);
      g_auto (Followed) present = { NULL, NULL };
      g_autofree char *name = cand_cli_dup_line (cand_board_get_name (board), 0);

      if (g_str_equal (key, followed->key) || find_board (session, key, NULL, &present))
        continue;
      /* Translators: an organisation, and the key of its board (workable:huggingface). */
      cand_cli_print (_ ("  Not followed any longer either, as it came with that: %s (%s)\n"), name,
                      key);
    }
}

gboolean
cand_cli_unfollow (CandCliSession *session, const CandCliOptions *options, GError **error)
{
  g_auto (Followed) followed = { NULL, NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) boards = cand_library_list_boards (session->library);

  if (!find_followed (session, options->subject, &followed))
    {
      g_autofree char *shown = cand_cli_source_dup_shown (options->subject);

      g_set_error (error, CAND_CLI_ERROR, CAND_CLI_ERROR_FAILED,
                   _ ("“%s” is not followed; “candidacy --boards” shows what is"), shown);
      return FALSE;
    }
  cand_library_set_followed_async (session->library, followed.key, FALSE, session->cancellable,
                                   cand_cli_keep_result, &result);
  cand_cli_await (&result);
  if (!cand_library_set_followed_finish (session->library, result, error))
    return FALSE;
  cand_cli_print ("%s (%s)\n  %s\n", followed.name, followed.key,
                  _ ("No longer followed; what is starred or has an application stays"));
  print_gone (session, boards, &followed);
  return TRUE;
}
