/* cand-cli-refresh.c: --refresh
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-cli-commands.h"

#include <glib/gi18n-lib.h>

#include "cand-cli-json.h"
#include "cand-cli-output.h"

static void
print_json (GPtrArray *reports)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "boards");
  json_builder_begin_array (builder);
  for (guint i = 0; i < reports->len; i++)
    cand_cli_json_add_report (builder, g_ptr_array_index (reports, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  text = cand_cli_json_to_text (builder, TRUE);
  cand_cli_write (text);
  cand_cli_write ("\n");
}

/* One kind of change; a title that cannot be read any more leaves its key alone on the line. */
static void
print_keys (CandCliSession *session, const char *heading, GStrv keys)
{
  if (keys == NULL || keys[0] == NULL)
    return;
  cand_cli_print ("  %s\n", heading);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autoptr (CandPosition) position = cand_cli_session_load (session, keys[i], NULL);
      g_autofree char *title =
          cand_cli_dup_line (position != NULL ? cand_position_get_title (position) : "", 0);

      if (!cand_cli_print ("    %s  %s\n", keys[i], title))
        return;
    }
}

static gboolean
is_empty (GStrv keys)
{
  return keys == NULL || keys[0] == NULL;
}

static void
print_report (CandCliSession *session, const CandBoardReport *report)
{
  g_autofree char *name = cand_cli_dup_line (report->name != NULL ? report->name : "", 0);

  cand_cli_print ("%s (%s)\n", name[0] != '\0' ? name : report->board, report->board);
  if (report->error != NULL)
    cand_cli_print ("  %s\n", _ ("Not read; what was known stays"));
  else if (is_empty (report->new_keys) && is_empty (report->changed_keys) &&
           is_empty (report->gone_keys))
    cand_cli_print ("  %s\n", _ ("Nothing changed"));
  print_keys (session, C_ ("positions", "New"), report->new_keys);
  print_keys (session, C_ ("positions", "Changed"), report->changed_keys);
  print_keys (session, C_ ("positions", "Gone"), report->gone_keys);
  if (report->skipped > 0)
    {
      g_autofree char *sentence = g_strdup_printf (
          ngettext ("%u entry could not be read", "%u entries could not be read", report->skipped),
          report->skipped);

      cand_cli_print ("  %s\n", sentence);
    }
}

static void
complain_of_board (const CandBoardReport *report)
{
  g_autofree char *sentence =
      report->state == CAND_BOARD_STATE_SUSPECT
          /* Translators: the key of a board (workable:huggingface), and the reason. */
          ? g_strdup_printf (_ ("%s is not believed yet: %s"), report->board,
                             report->error->message)
          : g_strdup_printf (_ ("%s could not be read: %s"), report->board, report->error->message);

  cand_cli_complain (sentence);
}

gboolean
cand_cli_refresh (CandCliSession *session, const CandCliOptions *options, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) reports = NULL;

  cand_library_refresh_async (session->library, NULL, TRUE, session->cancellable,
                              cand_cli_keep_result, &result);
  cand_cli_await (&result);
  reports = cand_library_refresh_finish (session->library, result, error);
  if (reports == NULL)
    return FALSE;

  if (options->json)
    print_json (reports);
  for (guint i = 0; i < reports->len; i++)
    {
      const CandBoardReport *report = g_ptr_array_index (reports, i);

      if (!options->json)
        print_report (session, report);
      if (report->error == NULL)
        continue;
      complain_of_board (report);
      session->failed = TRUE;
    }
  return TRUE;
}
