/* cand-cli-programme.c: --programme
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-cli-commands.h"

#include <glib/gi18n-lib.h>

#include "cand-cli-output.h"
#include "cand-cli-source.h"
#include "core/library/cand-library-errors.h"

static void
print_text (const char *heading, const char *text)
{
  if (text != NULL && text[0] != '\0')
    cand_cli_print ("\n%s\n\n%s\n", heading, text);
}

/* Nothing where there is nothing. */
static void
print_line (const char *indent, const char *text)
{
  g_autofree char *line = cand_cli_dup_line (text != NULL ? text : "", 0);

  if (line[0] != '\0')
    cand_cli_print ("%s%s\n", indent, line);
}

static void
print_positions (CandProgramme *programme)
{
  const char *team = NULL;

  for (guint i = 0; i < cand_programme_get_n_entries (programme); i++)
    {
      const CandProgrammeEntry *entry = cand_programme_get_entry (programme, i);

      if (g_strcmp0 (team, entry->team) != 0)
        {
          cand_cli_print ("\n");
          print_line ("", entry->team);
        }
      team = entry->team;
      print_line ("  ", entry->title);
      print_line ("    ", entry->summary);
      print_line ("    ", entry->url);
    }
}

/* Whose it is, when and by whom it was written, as far as it says so. (transfer full) */
static char *
dup_byline (CandProgramme *programme)
{
  g_autofree char *authors = g_strjoinv (", ", (char **) cand_programme_get_authors (programme));
  const char *facts[] = { cand_programme_get_organisation (programme),
                          cand_programme_get_date (programme), authors };
  g_autoptr (GString) line = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    if (facts[i] != NULL && facts[i][0] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", facts[i]);
  return g_string_free_and_steal (g_steal_pointer (&line));
}

static void
print_words (CandProgramme *programme)
{
  const char *const *checklist = cand_programme_get_checklist (programme);
  const char *introduction = cand_programme_get_introduction (programme);
  g_autofree char *byline = dup_byline (programme);
  g_autofree char *partial = cand_programme_dup_partial_note (programme);

  print_line ("", cand_programme_get_title (programme));
  print_line ("", byline);
  print_line ("", cand_programme_get_url (programme));
  print_line ("", partial);
  if (introduction[0] != '\0')
    cand_cli_print ("\n%s\n", introduction);
  print_positions (programme);
  print_text (_ ("Where"), cand_programme_get_locations (programme));
  print_text (_ ("How to Apply"), cand_programme_get_how_to_apply (programme));
  print_line ("", cand_programme_get_portal_url (programme));
  if (checklist[0] != NULL)
    cand_cli_print ("\n%s\n\n", _ ("Steps"));
  for (guint i = 0; checklist[i] != NULL; i++)
    cand_cli_print ("  %u. %s\n", i + 1, checklist[i]);
  print_text (_ ("Who Should Apply"), cand_programme_get_statement (programme));
}

/* By its short name; without one, the first, which ships with the program. (transfer full)
 * (nullable) */
static CandProgramme *
find_known (CandCliSession *session, const char *name)
{
  GListModel *programmes = cand_library_get_programmes (session->library);

  for (guint i = 0; i < g_list_model_get_n_items (programmes); i++)
    {
      g_autoptr (CandProgramme) programme = g_list_model_get_item (programmes, i);

      if (name == NULL || g_strcmp0 (cand_programme_get_name (programme), name) == 0)
        return g_steal_pointer (&programme);
    }
  return NULL;
}

static CandProgramme *
fetch (CandCliSession *session, const char *typed, GError **error)
{
  g_autoptr (CandFound) found = cand_cli_source_find (session, typed, error);
  g_autofree char *shown = NULL;

  if (found == NULL)
    return NULL;
  if (cand_found_get_programme (found) != NULL)
    return g_object_ref (cand_found_get_programme (found));
  shown = cand_cli_source_dup_shown (typed);
  g_set_error (error, CAND_CLI_ERROR, CAND_CLI_ERROR_FAILED,
               /* Translators: an address, and the name of what is there. */
               _ ("“%s” leads to %s, which can be followed, but is no announcement"), shown,
               cand_found_get_name (found));
  return NULL;
}

static CandProgramme *
read_text (CandCliSession *session, GBytes *text, const char *typed, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) failure = NULL;
  g_autoptr (CandFound) found = NULL;
  g_autofree char *shown = NULL;

  cand_library_read_announcement_async (session->library, text,
                                        cand_cli_source_get_media_type (typed),
                                        session->cancellable, cand_cli_keep_result, &result);
  cand_cli_await (&result);
  found = cand_library_read_announcement_finish (session->library, result, &failure);
  if (found != NULL)
    return g_object_ref (cand_found_get_programme (found));
  shown = cand_cli_source_dup_shown (typed);
  if (g_error_matches (failure, CAND_BOARD_ERROR, CAND_BOARD_ERROR_NOTHING_FOUND))
    g_set_error (error, CAND_CLI_ERROR, CAND_CLI_ERROR_FAILED,
                 _ ("“%s” introduces no positions that can be told from its text"), shown);
  else if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error (error, CAND_CLI_ERROR, CAND_CLI_ERROR_FAILED, _ ("“%s” could not be read: %s"),
                 shown, failure->message);
  return NULL;
}

/* What is neither a file nor known nor an address. */
static void
refuse (const char *typed, GError *failure, GError **error)
{
  g_autofree char *shown = NULL;

  if (!g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ||
      cand_cli_source_names_file (typed))
    {
      g_propagate_error (error, g_error_copy (failure));
      return;
    }
  shown = cand_cli_source_dup_shown (typed);
  g_set_error (error, CAND_CLI_ERROR, CAND_CLI_ERROR_FAILED, _ ("There is no programme “%s”"),
               shown);
}

/* One that is known, else what a file says, else what an address leads to: a file asks no network,
 * and what looks like both is a file. (transfer full) */
static CandProgramme *
find_programme (CandCliSession *session, const char *typed, GError **error)
{
  g_autoptr (CandProgramme) known = find_known (session, typed);
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GError) failure = NULL;

  if (known != NULL)
    return g_steal_pointer (&known);
  if (typed == NULL)
    {
      g_set_error_literal (error, CAND_CLI_ERROR, CAND_CLI_ERROR_FAILED,
                           _ ("There is no programme"));
      return NULL;
    }
  if (cand_cli_source_is_address (typed))
    return fetch (session, typed, error);
  text = cand_cli_source_load (session, typed, &failure);
  if (text != NULL)
    return read_text (session, text, typed, error);
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) &&
      cand_cli_source_may_be_address (typed))
    return fetch (session, typed, error);
  refuse (typed, failure, error);
  return NULL;
}

gboolean
cand_cli_programme (CandCliSession *session, const CandCliOptions *options, GError **error)
{
  g_autoptr (CandProgramme) programme = find_programme (session, options->subject, error);

  if (programme == NULL)
    return FALSE;
  if (options->json)
    {
      g_autofree char *text = cand_programme_to_json (programme);

      cand_cli_write (text);
      if (!g_str_has_suffix (text, "\n"))
        cand_cli_write ("\n");
    }
  else
    print_words (programme);
  return TRUE;
}
