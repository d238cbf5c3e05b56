/* cand-cli-exchange.c: --import and --export
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-cli-commands.h"

#include <glib/gi18n-lib.h>

#include "cand-cli-json.h"
#include "cand-cli-output.h"
#include "cand-cli-profile.h"
#include "cand-cli-source.h"

static gboolean
import (CandCliSession *session,
        const char *typed,
        CandImportReport *report,
        CandResumeReport **resume,
        GError **error)
{
  g_autoptr (GFile) file = cand_cli_source_get_file (typed);
  g_autoptr (GAsyncResult) result = NULL;

  cand_library_import_async (session->library, file, session->cancellable, cand_cli_keep_result,
                             &result);
  cand_cli_await (&result);
  if (!cand_library_import_finish (session->library, result, report, error))
    return FALSE;
  *resume = cand_library_import_get_resume (session->library, result);
  return TRUE;
}

static void
refuse_import (const char *typed, GError *failure, GError **error)
{
  g_autofree char *shown = cand_cli_source_dup_shown (typed);

  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (failure));
  else if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, CAND_CLI_ERROR, CAND_CLI_ERROR_FAILED, _ ("There is no file “%s”"), shown);
  else if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    g_set_error (error, CAND_CLI_ERROR, CAND_CLI_ERROR_FAILED, _ ("“%s” is a folder"), shown);
  else
    g_set_error (error, CAND_CLI_ERROR, CAND_CLI_ERROR_FAILED,
                 /* Translators: the name of a file, and the reason. */
                 _ ("“%s” could not be taken in: %s"), shown, failure->message);
}

/* What is followed now, a line for each kind of it. */
static void
print_followed (const CandImportReport *report)
{
  guint n_boards = report->n_followed - report->n_announcements - report->n_blogs;
  g_autofree char *boards = g_strdup_printf (
      ngettext ("%u board is now followed; the next refresh reads it",
                "%u boards are now followed; the next refresh reads them", n_boards),
      n_boards);
  g_autofree char *announcements =
      g_strdup_printf (ngettext ("%u announcement is now followed",
                                 "%u announcements are now followed", report->n_announcements),
                       report->n_announcements);
  g_autofree char *blogs = g_strdup_printf (
      ngettext ("%u blog is now followed; the next refresh reads it",
                "%u blogs are now followed; the next refresh reads them", report->n_blogs),
      report->n_blogs);

  if (n_boards > 0)
    cand_cli_print ("%s\n", boards);
  if (report->n_announcements > 0)
    cand_cli_print ("%s\n", announcements);
  if (report->n_blogs > 0)
    cand_cli_print ("%s\n", blogs);
  if (report->n_followed == 0)
    cand_cli_print ("%s\n", _ ("Nothing more is followed now"));
}

static void
print_words (const CandImportReport *report)
{
  g_autofree char *known = g_strdup_printf (
      ngettext ("%u was followed before", "%u were followed before", report->n_known),
      report->n_known);
  g_autofree char *refused =
      g_strdup_printf (ngettext ("%u entry names nothing that can be followed without the network",
                                 "%u entries name nothing that can be followed without the network",
                                 report->n_refused),
                       report->n_refused);

  print_followed (report);
  if (report->n_known > 0)
    cand_cli_print ("%s\n", known);
  if (report->n_refused > 0)
    cand_cli_print ("%s\n", refused);
}

gboolean
cand_cli_import (CandCliSession *session, const CandCliOptions *options, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (CandResumeReport) resume = NULL;
  CandImportReport report = { 0 };

  /* Nothing is not the folder one is in. */
  if (options->subject[0] == '\0')
    g_set_error_literal (&failure, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "");
  else
    import (session, options->subject, &report, &resume, &failure);
  if (failure != NULL)
    {
      refuse_import (options->subject, failure, error);
      return FALSE;
    }
  if (options->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

      cand_cli_json_add_import (builder, &report, resume);
      cand_cli_json_print (builder);
    }
  else if (resume != NULL)
    cand_cli_print_resume (resume);
  else
    print_words (&report);
  return TRUE;
}

/* Boards, blogs, and the announcements that have an address. */
static guint
count_entries (CandLibrary *library)
{
  GListModel *programmes = cand_library_get_programmes (library);
  guint n = g_list_model_get_n_items (cand_library_get_boards (library)) +
            g_list_model_get_n_items (cand_library_get_blogs (library));

  for (guint i = 0; i < g_list_model_get_n_items (programmes); i++)
    {
      g_autoptr (CandProgramme) programme = g_list_model_get_item (programmes, i);

      n += *cand_programme_get_url (programme) != '\0';
    }
  return n;
}

gboolean
cand_cli_export (CandCliSession *session, const CandCliOptions *options, GError **error)
{
  guint n = count_entries (session->library);
  g_autoptr (GFile) file = cand_cli_source_get_file (options->subject);
  g_autoptr (GBytes) bytes = cand_library_export_boards (
      session->library, cand_cli_has_suffix (options->subject, ".opml"));
  g_autofree char *shown = cand_cli_source_dup_shown (options->subject);
  g_autofree char *sentence = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE,
                                       session->cancellable, cand_cli_keep_result, &result);
  cand_cli_await (&result);
  if (!g_file_replace_contents_finish (file, result, NULL, error))
    {
      /* Translators: %s is the name of a file; the reason follows. */
      g_prefix_error (error, _ ("“%s” could not be written: "), shown);
      return FALSE;
    }
  /* Translators: boards, announcements and blogs; %s is the name of a file. */
  sentence = g_strdup_printf (
      ngettext ("%u entry written to “%s”", "%u entries written to “%s”", n), n, shown);
  cand_cli_print ("%s\n", sentence);
  return TRUE;
}
