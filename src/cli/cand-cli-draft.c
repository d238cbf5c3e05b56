/* cand-cli-draft.c: --draft
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-cli-commands.h"

#include <glib/gi18n-lib.h>

#include "cand-cli-fill.h"
#include "cand-cli-json.h"
#include "cand-cli-output.h"
#include "cand-cli-sensitive.h"
#include "core/model/cand-aside.h"

#define MAX_LABEL_COLUMNS 44
#define MAX_ANSWER_COLUMNS 60

/* Which there is already, so that one begun only now can be taken back. */
static gboolean
has_application (CandCliSession *session, const char *key)
{
  GListModel *applications = cand_library_get_applications (session->library);

  for (guint i = 0; i < g_list_model_get_n_items (applications); i++)
    {
      g_autoptr (CandApplication) application = g_list_model_get_item (applications, i);

      if (g_strcmp0 (cand_application_get_position_key (application), key) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
tell_of_form (CandApplication *application, const GError *form_error)
{
  CandForm *form = cand_application_get_form (application);
  g_autofree char *sentence = NULL;

  if (cand_form_get_source (form) == CAND_FORM_SOURCE_STANDARD)
    sentence = g_strdup_printf (
        /* Translators: the key of a position, and the reason. */
        _ ("The form of %s could not be read (%s); going on with the usual questions"),
        cand_application_get_position_key (application), form_error->message);
  else
    sentence = g_strdup_printf (
        _ ("The form of %s could not be read again (%s); going on with the one read before"),
        cand_application_get_position_key (application), form_error->message);
  cand_cli_complain (sentence);
}

static CandApplication *
open_draft (CandCliSession *session, const char *key, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) form_error = NULL;
  CandApplication *application;

  cand_library_draft_async (session->library, key, TRUE, session->cancellable, cand_cli_keep_result,
                            &result);
  cand_cli_await (&result);
  application = cand_library_draft_finish (session->library, result, &form_error, error);
  if (application != NULL && form_error != NULL)
    tell_of_form (application, form_error);
  return application;
}

static gboolean
save (CandCliSession *session, CandApplication *application, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  cand_library_save_async (session->library, application, session->cancellable,
                           cand_cli_keep_result, &result);
  cand_cli_await (&result);
  if (cand_library_save_finish (session->library, result, error))
    return TRUE;
  g_prefix_error (error, "%s", _ ("The draft could not be saved: "));
  return FALSE;
}

/* An application that a refused command began holds nothing of the person's. */
static void
take_back (CandCliSession *session, CandApplication *application)
{
  g_autoptr (GAsyncResult) result = NULL;

  cand_library_delete_application_async (session->library, application, NULL, cand_cli_keep_result,
                                         &result);
  cand_cli_await (&result);
  cand_library_delete_application_finish (session->library, result, NULL);
}

static char *
dup_answer_text (CandAnswer *answer, gboolean with_sensitive)
{
  gboolean left_out;
  g_autofree char *kept = cand_cli_dup_answer (answer, with_sensitive, &left_out);
  CandField *field = cand_answer_get_field (answer);
  CandAttachment *attachment = cand_answer_get_attachment (answer);
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;

  if (left_out)
    /* Translators: in place of an answer about pay, consent and the like. */
    return g_strdup (_ ("(left out)"));
  if (attachment != NULL)
    return cand_cli_dup_line (cand_attachment_get_name (attachment), MAX_ANSWER_COLUMNS);
  if (cand_field_get_field_type (field) == CAND_FIELD_TYPE_BOOLEAN &&
      cand_answer_get_answered (answer))
    return g_strdup (g_str_equal (cand_answer_get_text (answer), "true") ? _ ("Yes") : _ ("No"));
  if (cand_field_get_n_options (field) == 0)
    return cand_cli_dup_line (cand_answer_get_text (answer), MAX_ANSWER_COLUMNS);
  lines = g_strsplit (cand_answer_get_text (answer), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      int index = cand_field_find_option (field, lines[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "",
                              index >= 0 ? cand_field_get_option_label (field, (guint) index)
                                         : lines[i]);
    }
  return cand_cli_dup_line (text->str, MAX_ANSWER_COLUMNS);
}

static GStrv
make_cells (CandAnswer *answer, gboolean with_sensitive)
{
  CandField *field = cand_answer_get_field (answer);
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();

  g_strv_builder_add (cells, cand_field_get_required (field) ? "*" : "");
  g_strv_builder_add (cells, cand_field_get_id (field));
  g_strv_builder_take (cells, cand_cli_dup_line (cand_field_get_label (field), MAX_LABEL_COLUMNS));
  g_strv_builder_take (cells, dup_answer_text (answer, with_sensitive));
  return g_strv_builder_end (cells);
}

/* One section after the other, in the columns of the whole form. */
static void
print_answers (CandApplication *application, gboolean with_sensitive)
{
  CandForm *form = cand_application_get_form (application);
  GListModel *answers = cand_application_get_answers (application);
  guint widths[4] = { 0 };

  for (guint i = 0; i < g_list_model_get_n_items (answers); i++)
    {
      g_autoptr (CandAnswer) answer = g_list_model_get_item (answers, i);
      g_auto (GStrv) cells = make_cells (answer, with_sensitive);

      cand_cli_measure (widths, (const char *const *) cells);
    }
  for (guint section = 0; section < cand_form_get_n_sections (form); section++)
    {
      g_autofree char *name = cand_cli_dup_line (cand_form_get_section_name (form, section), 0);

      cand_cli_print ("\n%s\n", name);
      for (guint i = 0; i < cand_form_get_n_fields (form, section); i++)
        {
          const char *id = cand_field_get_id (cand_form_get_field (form, section, i));
          CandAnswer *answer = cand_application_find_answer (application, id);
          g_auto (GStrv) cells = answer != NULL ? make_cells (answer, with_sensitive) : NULL;
          g_autofree char *row =
              cells != NULL ? cand_cli_dup_row (widths, (const char *const *) cells) : NULL;

          if (row != NULL)
            cand_cli_print ("  %s\n", row);
        }
    }
}

static void
print_asides (CandApplication *application, gboolean with_sensitive)
{
  GListModel *asides = G_LIST_MODEL (cand_application_get_asides (application));

  if (g_list_model_get_n_items (asides) > 0)
    cand_cli_print ("\n%s\n", _ ("Set aside, as the form has no place for it"));
  for (guint i = 0; i < g_list_model_get_n_items (asides); i++)
    {
      g_autoptr (CandAside) aside = g_list_model_get_item (asides, i);
      CandAttachment *file = cand_aside_get_attachment (aside);
      g_autofree char *label = cand_cli_dup_line (cand_aside_get_label (aside), MAX_LABEL_COLUMNS);
      gboolean left_out = !with_sensitive && cand_aside_get_sensitive (aside);
      g_autofree char *text = cand_cli_dup_line (left_out       ? _ ("(left out)")
                                                 : file != NULL ? cand_attachment_get_name (file)
                                                                : cand_aside_get_words (aside),
                                                 MAX_ANSWER_COLUMNS);

      cand_cli_print ("  %s: %s\n", label, text);
    }
}

static void
print_words (CandApplication *application, gboolean with_sensitive)
{
  g_autofree char *title = cand_cli_dup_line (cand_application_get_title (application), 0);
  g_autofree char *organisation =
      cand_cli_dup_line (cand_application_get_organisation (application), 0);
  g_autofree char *progress = cand_application_dup_progress_label (application);

  cand_cli_print ("%s\n%s\n%s\n", title, organisation, progress);
  switch (cand_form_get_source (cand_application_get_form (application)))
    {
    case CAND_FORM_SOURCE_BOARD:
      cand_cli_print ("%s\n", _ ("The employer’s own form; * marks what it requires."));
      break;
    case CAND_FORM_SOURCE_STANDARD:
      cand_cli_print ("%s\n", _ ("The usual questions, as the employer’s own form is not known; * "
                                 "marks what is required."));
      break;
    }
  print_answers (application, with_sensitive);
  print_asides (application, with_sensitive);
}

static void
print_draft (CandApplication *application, const CandCliOptions *options)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autofree char *text = NULL;

  if (!options->json)
    {
      print_words (application, options->with_sensitive);
      return;
    }
  builder = json_builder_new_immutable ();
  cand_cli_json_add_application (builder, application, TRUE, options->with_sensitive);
  text = cand_cli_json_to_text (builder, TRUE);
  cand_cli_write (text);
  cand_cli_write ("\n");
}

gboolean
cand_cli_draft (CandCliSession *session, const CandCliOptions *options, GError **error)
{
  g_autofree char *key = cand_cli_session_find (session, options->subject, error);
  g_autoptr (CandApplication) application = NULL;
  gboolean begun;

  if (key == NULL)
    return FALSE;
  begun = !has_application (session, key);
  application = open_draft (session, key, error);
  if (application == NULL)
    return FALSE;
  if (!cand_cli_fill_in (session, application, options, error))
    {
      if (begun && cand_application_get_answered (application) == 0)
        take_back (session, application);
      return FALSE;
    }
  if (!save (session, application, error))
    return FALSE;
  print_draft (application, options);
  return TRUE;
}
