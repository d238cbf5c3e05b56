/* cand-cli-applications.c: --applications
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-cli-commands.h"

#include <glib/gi18n-lib.h>

#include "cand-cli-json.h"
#include "cand-cli-output.h"

#define N_COLUMNS 6
#define MAX_TITLE_COLUMNS 48

/* A row knows no form; opened without asking the board it does. One that cannot be opened is told
 * with what its row knows. (transfer full) */
static CandApplication *
open_row (CandCliSession *session, CandApplication *row)
{
  g_autoptr (GAsyncResult) result = NULL;
  CandApplication *opened;

  if (cand_application_get_opened (row))
    return g_object_ref (row);
  cand_library_draft_async (session->library, cand_application_get_position_key (row), FALSE,
                            session->cancellable, cand_cli_keep_result, &result);
  cand_cli_await (&result);
  opened = cand_library_draft_finish (session->library, result, NULL, NULL);
  return opened != NULL ? opened : g_object_ref (row);
}

/* (element-type CandApplication) Counted out first, as opening one must not move the others. */
static GPtrArray *
collect (GListModel *applications)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (applications); i++)
    g_ptr_array_add (rows, g_list_model_get_item (applications, i));
  return rows;
}

static void
print_json (CandCliSession *session, GPtrArray *rows)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autofree char *text = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (CandApplication) application = open_row (session, g_ptr_array_index (rows, i));

      cand_cli_json_add_application (builder, application, FALSE, FALSE);
    }
  json_builder_end_array (builder);
  text = cand_cli_json_to_text (builder, TRUE);
  cand_cli_write (text);
  cand_cli_write ("\n");
}

static GStrv
make_cells (CandApplication *application)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();

  g_strv_builder_add (
      cells, cand_application_status_get_label (cand_application_get_status (application)));
  g_strv_builder_take (
      cells, cand_cli_dup_line (cand_application_get_title (application), MAX_TITLE_COLUMNS));
  g_strv_builder_take (cells,
                       cand_cli_dup_line (cand_application_get_organisation (application), 0));
  g_strv_builder_take (cells, cand_application_dup_progress_label (application));
  g_strv_builder_take (cells, cand_cli_dup_local (cand_application_get_updated (application)));
  g_strv_builder_add (cells, cand_application_get_position_key (application));
  return g_strv_builder_end (cells);
}

static void
print_words (GPtrArray *applications)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  guint widths[N_COLUMNS] = { 0 };

  for (guint i = 0; i < applications->len; i++)
    {
      GStrv cells = make_cells (g_ptr_array_index (applications, i));

      cand_cli_measure (widths, (const char *const *) cells);
      g_ptr_array_add (rows, cells);
    }
  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *row = cand_cli_dup_row (widths, g_ptr_array_index (rows, i));

      cand_cli_print ("%s\n", row);
    }
}

gboolean
cand_cli_applications (CandCliSession *session, const CandCliOptions *options, GError **error)
{
  g_autoptr (GPtrArray) rows = collect (cand_library_get_applications (session->library));

  if (options->json)
    print_json (session, rows);
  else if (rows->len > 0)
    print_words (rows);
  else
    cand_cli_print ("%s\n", _ ("There are no applications yet."));
  return TRUE;
}
