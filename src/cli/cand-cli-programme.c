/* cand-cli-programme.c: --programme
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-cli-commands.h"

#include <glib/gi18n-lib.h>

#include "cand-cli-output.h"

static void
print_text (const char *heading, const char *text)
{
  if (text != NULL && text[0] != '\0')
    cand_cli_print ("\n%s\n\n%s\n", heading, text);
}

static void
print_positions (CandProgramme *programme)
{
  const char *team = NULL;

  for (guint i = 0; i < cand_programme_get_n_entries (programme); i++)
    {
      const CandProgrammeEntry *entry = cand_programme_get_entry (programme, i);

      if (g_strcmp0 (team, entry->team) != 0)
        cand_cli_print ("\n%s\n", entry->team);
      team = entry->team;
      cand_cli_print ("  %s\n    %s\n    %s\n", entry->title, entry->summary, entry->url);
    }
}

static void
print_words (CandProgramme *programme)
{
  const char *const *checklist = cand_programme_get_checklist (programme);
  const char *date = cand_programme_get_date (programme);
  g_autofree char *authors = g_strjoinv (", ", (char **) cand_programme_get_authors (programme));

  cand_cli_print ("%s\n", cand_programme_get_title (programme));
  cand_cli_print ("%s%s%s%s%s\n", cand_programme_get_organisation (programme),
                  date != NULL ? " · " : "", date != NULL ? date : "",
                  authors[0] != '\0' ? " · " : "", authors);
  cand_cli_print ("%s\n\n%s\n", cand_programme_get_url (programme),
                  cand_programme_get_introduction (programme));
  print_positions (programme);
  print_text (_ ("Where"), cand_programme_get_locations (programme));
  print_text (_ ("How to Apply"), cand_programme_get_how_to_apply (programme));
  cand_cli_print ("%s\n", cand_programme_get_portal_url (programme));
  if (checklist[0] != NULL)
    cand_cli_print ("\n%s\n\n", _ ("Steps"));
  for (guint i = 0; checklist[i] != NULL; i++)
    cand_cli_print ("  %u. %s\n", i + 1, checklist[i]);
  print_text (_ ("Who Should Apply"), cand_programme_get_statement (programme));
}

/* By its short name or its address; without one, the first, which ships with the program. */
static CandProgramme *
find_programme (GListModel *programmes, const char *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (programmes); i++)
    {
      g_autoptr (CandProgramme) programme = g_list_model_get_item (programmes, i);

      if (name == NULL || g_strcmp0 (cand_programme_get_name (programme), name) == 0 ||
          g_strcmp0 (cand_programme_get_url (programme), name) == 0)
        return g_steal_pointer (&programme);
    }
  return NULL;
}

gboolean
cand_cli_programme (CandCliSession *session, const CandCliOptions *options, GError **error)
{
  GListModel *programmes = cand_library_get_programmes (session->library);
  g_autoptr (CandProgramme) programme = find_programme (programmes, options->subject);

  if (programme == NULL)
    {
      if (options->subject != NULL)
        g_set_error (error, CAND_CLI_ERROR, CAND_CLI_ERROR_FAILED, _ ("There is no programme “%s”"),
                     options->subject);
      else
        g_set_error_literal (error, CAND_CLI_ERROR, CAND_CLI_ERROR_FAILED,
                             _ ("There is no programme"));
      return FALSE;
    }
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
