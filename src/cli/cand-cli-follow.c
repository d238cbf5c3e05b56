/* cand-cli-follow.c: --follow
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-cli-commands.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cand-cli-json.h"
#include "cand-cli-output.h"
#include "cand-cli-source.h"

static gboolean
follow (CandCliSession *session, CandFound *found, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  cand_library_follow_async (session->library, found, session->cancellable, cand_cli_keep_result,
                             &result);
  cand_cli_await (&result);
  if (cand_library_follow_finish (session->library, result, error))
    return TRUE;
  /* Translators: %s is the key of a board (workable:huggingface); the reason follows. */
  g_prefix_error (error, _ ("%s could not be followed: "), cand_found_get_key (found));
  return FALSE;
}

/* (transfer full) (nullable) */
static char *
dup_first_board (CandProgramme *programme)
{
  for (guint i = 0; i < cand_programme_get_n_entries (programme); i++)
    {
      const char *key = cand_programme_get_entry (programme, i)->key;
      const char *end = strrchr (key, ':');

      if (end != NULL)
        return g_strndup (key, end - key);
    }
  return NULL;
}

/* An announcement's boards are being read since it was followed: waits for that. What
 * fails is the board's to tell, and is read at the next refresh. */
static gboolean
read_boards (CandCliSession *session, CandFound *found, GError **error)
{
  CandProgramme *programme = cand_found_get_programme (found);
  g_autofree char *board = programme != NULL ? dup_first_board (programme) : NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) reports = NULL;

  if (board == NULL)
    return TRUE;
  /* Joins that refresh, which is over when all of them are read. */
  cand_library_refresh_async (session->library, board, TRUE, session->cancellable,
                              cand_cli_keep_result, &result);
  cand_cli_await (&result);
  reports = cand_library_refresh_finish (session->library, result, error);
  return reports != NULL;
}

/* The position that the address named, as the board lists it. (transfer full) (nullable) */
static CandPosition *
ref_position (CandFound *found)
{
  GListModel *positions = cand_found_get_positions (found);
  const char *key = cand_found_get_position_key (found);

  for (guint i = 0; i < g_list_model_get_n_items (positions); i++)
    {
      g_autoptr (CandPosition) position = g_list_model_get_item (positions, i);

      if (g_strcmp0 (cand_position_get_key (position), key) == 0)
        return g_steal_pointer (&position);
    }
  return NULL;
}

static void
print_position (CandFound *found)
{
  const char *key = cand_found_get_position_key (found);
  g_autoptr (CandPosition) position = NULL;
  g_autofree char *title = NULL;

  if (key == NULL)
    return;
  position = ref_position (found);
  title = position != NULL ? cand_cli_dup_line (cand_position_get_title (position), 0)
                           : g_strdup (_ ("The board does not list this position"));
  cand_cli_print ("  %s  %s\n", key, title);
}

/* What a person should know before relying on it. */
static void
print_notes (CandFound *found)
{
  guint skipped = cand_found_get_skipped (found);
  GListModel *positions = cand_found_get_positions (found);

  if (skipped > 0)
    {
      g_autofree char *sentence = g_strdup_printf (
          ngettext ("%u entry could not be read", "%u entries could not be read", skipped),
          skipped);

      cand_cli_print ("  %s\n", sentence);
    }
  if (positions != NULL && g_list_model_get_n_items (positions) == 0)
    cand_cli_print ("  %s\n", _ ("It is asked again before an empty answer is believed"));
  if (cand_found_get_vague (found))
    {
      g_autofree char *sentence =
          /* Translators: %s is the name of a job-board system. */
          g_strdup_printf (_ ("Nothing is open, or there is no such board: %s answers both alike"),
                           cand_found_get_system_name (found));

      cand_cli_print ("  %s\n", sentence);
    }
  if (cand_found_get_only_when_asked (found))
    cand_cli_print ("  %s\n",
                    _ ("Its host asks robots to stay away: it is read only when you ask"));
}

static void
print_board (CandFound *found)
{
  guint n = g_list_model_get_n_items (cand_found_get_positions (found));
  g_autofree char *count =
      g_strdup_printf (ngettext ("%u open position", "%u open positions", n), n);

  cand_cli_print ("  %s · %s\n", cand_found_get_system_name (found), count);
}

static void
print_programme (CandFound *found)
{
  guint n = cand_programme_get_n_entries (cand_found_get_programme (found));
  g_autofree char *count = g_strdup_printf (
      ngettext ("Announcement of %u position", "Announcement of %u positions", n), n);
  g_autofree char *partial = cand_programme_dup_partial_note (cand_found_get_programme (found));

  cand_cli_print ("  %s\n", count);
  cand_cli_print ("  %s\n", cand_programme_get_reading_note (cand_found_get_programme (found)));
  if (partial != NULL)
    cand_cli_print ("  %s\n", partial);
}

static void
print_kind (CandFound *found)
{
  switch (cand_found_get_kind (found))
    {
    case CAND_FOUND_BOARD:
      print_board (found);
      break;
    case CAND_FOUND_PROGRAMME:
      print_programme (found);
      break;
    case CAND_FOUND_BLOG:
      cand_cli_print ("  %s\n", _ ("Blog, whose posts are offered when they introduce positions"));
      break;
    }
}

static void
print_words (CandFound *found)
{
  g_autofree char *name = cand_cli_dup_line (cand_found_get_name (found), 0);
  const char *const *boards = cand_found_get_boards (found);

  cand_cli_print ("%s (%s)\n", name, cand_found_get_key (found));
  print_kind (found);
  if (cand_found_get_url (found)[0] != '\0')
    cand_cli_print ("  %s\n", cand_found_get_url (found));
  if (cand_found_get_followed (found))
    cand_cli_print ("  %s\n", _ ("It was followed before"));
  print_position (found);
  print_notes (found);
  if (boards[0] != NULL)
    cand_cli_print ("  %s\n", cand_found_get_kind (found) == CAND_FOUND_PROGRAMME
                                  /* Translators: before the addresses of an announcement's boards,
                                   * which are followed from now on. */
                                  ? _ ("It also follows these boards:")
                                  : _ ("It leads to these boards as well:"));
  for (guint i = 0; boards[i] != NULL; i++)
    cand_cli_print ("    %s\n", boards[i]);
}

gboolean
cand_cli_follow (CandCliSession *session, const CandCliOptions *options, GError **error)
{
  g_autoptr (CandFound) found = cand_cli_source_find (session, options->subject, error);

  if (found == NULL || !follow (session, found, error) || !read_boards (session, found, error))
    return FALSE;
  if (options->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

      cand_cli_json_add_found (builder, found);
      cand_cli_json_print (builder);
    }
  else
    print_words (found);
  return TRUE;
}
