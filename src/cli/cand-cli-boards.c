/* cand-cli-boards.c: --boards
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-cli-commands.h"

#include <glib/gi18n-lib.h>

#include "cand-cli-output.h"

#define N_COLUMNS 4
#define MAX_NAME_COLUMNS 40

/* As --export writes them. */
static void
print_json (CandLibrary *library)
{
  g_autofree char *text = cand_library_dup_boards_json (library);

  cand_cli_write (text);
}

/* How the last attempt went. (transfer full) */
static char *
dup_state (CandBoard *board)
{
  g_autofree char *confirmed = cand_cli_dup_local (cand_board_get_confirmed (board));

  switch (cand_board_get_state (board))
    {
    case CAND_BOARD_STATE_UNREAD:
      break;
    case CAND_BOARD_STATE_READ:
      /* Translators: %s is a date and a time. */
      return g_strdup_printf (_ ("read %s"), confirmed);
    case CAND_BOARD_STATE_SUSPECT:
      return g_strdup (_ ("not believed yet"));
    case CAND_BOARD_STATE_FAILED:
      if (confirmed[0] == '\0')
        return g_strdup (_ ("could not be read"));
      /* Translators: %s is a date and a time. */
      return g_strdup_printf (_ ("could not be read since %s"), confirmed);
    }
  return g_strdup (_ ("not read yet"));
}

static GStrv
make_cells (CandBoard *board)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  guint n_open = cand_board_get_n_open (board);

  g_strv_builder_take (cells, cand_cli_dup_line (cand_board_get_name (board), MAX_NAME_COLUMNS));
  g_strv_builder_add (cells, cand_board_get_key (board));
  g_strv_builder_take (cells, g_strdup_printf (ngettext ("%u open", "%u open", n_open), n_open));
  g_strv_builder_take (cells, dup_state (board));
  return g_strv_builder_end (cells);
}

static void
print_boards (GListModel *boards)
{
  guint widths[N_COLUMNS] = { 0 };
  guint n = g_list_model_get_n_items (boards);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CandBoard) board = g_list_model_get_item (boards, i);
      g_auto (GStrv) cells = make_cells (board);

      cand_cli_measure (widths, (const char *const *) cells);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CandBoard) board = g_list_model_get_item (boards, i);
      g_auto (GStrv) cells = make_cells (board);
      g_autofree char *row = cand_cli_dup_row (widths, (const char *const *) cells);

      cand_cli_print ("%s\n", row);
      if (cand_board_get_reason (board)[0] != '\0')
        cand_cli_print ("  %s\n", cand_board_get_reason (board));
    }
  if (n == 0)
    cand_cli_print ("%s\n", _ ("No board is followed."));
}

/* Why it could not be read the last time, where that is so. */
static void
print_reason (const GError *failure)
{
  if (failure != NULL)
    cand_cli_print ("    %s\n", failure->message);
}

static void
print_programmes (GListModel *programmes)
{
  guint n = g_list_model_get_n_items (programmes);

  if (n > 0)
    cand_cli_print ("\n%s\n", _ ("Announcements"));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CandProgramme) programme = g_list_model_get_item (programmes, i);
      g_autofree char *title = cand_cli_dup_line (cand_programme_get_title (programme), 0);

      cand_cli_print ("  %s  %s\n", cand_programme_get_name (programme), title);
      print_reason (cand_programme_get_error (programme));
    }
}

static void
print_blogs (GListModel *blogs)
{
  guint n = g_list_model_get_n_items (blogs);

  if (n > 0)
    cand_cli_print ("\n%s\n", _ ("Blogs"));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CandBlog) blog = g_list_model_get_item (blogs, i);
      const char *text = cand_blog_get_title (blog);
      g_autofree char *title = cand_cli_dup_line (text != NULL ? text : "", 0);

      cand_cli_print ("  %s  %s\n", cand_blog_get_url (blog), title);
      print_reason (cand_blog_get_error (blog));
    }
}

gboolean
cand_cli_boards (CandCliSession *session, const CandCliOptions *options, GError **error)
{
  if (options->json)
    print_json (session->library);
  else
    {
      print_boards (cand_library_get_boards (session->library));
      print_programmes (cand_library_get_programmes (session->library));
      print_blogs (cand_library_get_blogs (session->library));
    }
  return TRUE;
}
