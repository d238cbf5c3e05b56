/* cand-cli-fill.c: the answers and files that --draft is given
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-cli-fill.h"

#include <glib/gi18n-lib.h>

#include "cand-cli-value.h"

static CandAnswer *
find_answer (CandApplication *application, const char *field_id, GError **error)
{
  CandAnswer *answer = cand_application_find_answer (application, field_id);
  GListModel *answers = cand_application_get_answers (application);
  g_autoptr (GString) ids = NULL;

  if (answer != NULL)
    return answer;
  ids = g_string_new (NULL);
  for (guint i = 0; i < g_list_model_get_n_items (answers); i++)
    {
      g_autoptr (CandAnswer) other = g_list_model_get_item (answers, i);

      g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "",
                              cand_field_get_id (cand_answer_get_field (other)));
    }
  g_set_error (error, CAND_CLI_ERROR, CAND_CLI_ERROR_FAILED,
               /* Translators: the id that was typed, the key of the position, the ids there are. */
               _ ("The form of %s has no field “%s”; it has %s"),
               cand_application_get_position_key (application), field_id, ids->str);
  return NULL;
}

/* The values of all --set, in their order, or NULL when one of them is no possible answer. */
static GStrv
check_sets (CandApplication *application, GPtrArray *sets, GError **error)
{
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();

  for (guint i = 0; i < sets->len; i++)
    {
      const CandCliAssignment *set = g_ptr_array_index (sets, i);
      CandAnswer *answer = find_answer (application, set->field, error);
      char *value;

      if (answer == NULL)
        return NULL;
      value = cand_cli_value_new (cand_answer_get_field (answer), set->value, error);
      if (value == NULL)
        return NULL;
      g_strv_builder_take (values, value);
    }
  return g_strv_builder_end (values);
}

static gboolean
takes_suffix (CandField *field, const char *name)
{
  const char *const *suffixes = cand_field_get_file_types (field);
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; suffixes[i] != NULL; i++)
    {
      g_autofree char *suffix = g_ascii_strdown (suffixes[i], -1);

      if (g_str_has_suffix (lower, suffix))
        return TRUE;
    }
  return suffixes[0] == NULL;
}

/* Why @file is no answer to @field, or NULL. */
static char *
find_fault (CandField *field, GFile *file, GFileInfo *info)
{
  g_autofree char *name = g_file_get_basename (file);
  gint64 most = cand_field_get_max_file_size (field);

  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    return g_strdup (_ ("it is not a file"));
  if (!takes_suffix (field, name))
    {
      g_autofree char *types = g_strjoinv (", ", (char **) cand_field_get_file_types (field));

      return g_strdup_printf (_ ("the field takes %s"), types);
    }
  if (most > 0 && g_file_info_get_size (info) > most)
    {
      g_autofree char *size = g_format_size ((guint64) most);

      return g_strdup_printf (_ ("it is larger than %s"), size);
    }
  return NULL;
}

static gboolean
check_file (CandCliSession *session, CandField *field, GFile *file, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *fault = NULL;
  g_autofree char *path = NULL;

  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                           G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, session->cancellable,
                           cand_cli_keep_result, &result);
  cand_cli_await (&result);
  info = g_file_query_info_finish (file, result, &failure);
  if (info != NULL)
    fault = find_fault (field, file, info);
  else if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    fault = g_strdup (_ ("there is no such file"));
  else
    fault = g_strdup (failure->message);
  if (fault == NULL)
    return TRUE;
  path = g_filename_display_name (g_file_peek_path (file));
  g_set_error (error, CAND_CLI_ERROR, CAND_CLI_ERROR_FAILED,
               /* Translators: the path of a file, the id of a field, and the reason. */
               _ ("“%s” cannot be attached to “%s”: %s"), path, cand_field_get_id (field), fault);
  return FALSE;
}

static gboolean
check_attaches (CandCliSession *session,
                CandApplication *application,
                GPtrArray *attaches,
                GError **error)
{
  for (guint i = 0; i < attaches->len; i++)
    {
      const CandCliAssignment *attach = g_ptr_array_index (attaches, i);
      CandAnswer *answer = find_answer (application, attach->field, error);
      g_autoptr (GFile) file = NULL;

      if (answer == NULL)
        return FALSE;
      if (cand_field_get_field_type (cand_answer_get_field (answer)) != CAND_FIELD_TYPE_FILE)
        {
          g_set_error (error, CAND_CLI_ERROR, CAND_CLI_ERROR_FAILED,
                       _ ("Field “%s” takes no file: use --set"), attach->field);
          return FALSE;
        }
      file = g_file_new_for_path (attach->value);
      if (attach->value[0] != '\0' &&
          !check_file (session, cand_answer_get_field (answer), file, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
attach_file (CandCliSession *session,
             CandApplication *application,
             const CandCliAssignment *attach,
             GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (attach->value);
  g_autoptr (GAsyncResult) result = NULL;

  if (attach->value[0] == '\0')
    {
      cand_library_detach (session->library, application, attach->field);
      return TRUE;
    }
  cand_library_attach_async (session->library, application, attach->field, file,
                             session->cancellable, cand_cli_keep_result, &result);
  cand_cli_await (&result);
  return cand_library_attach_finish (session->library, result, error);
}

gboolean
cand_cli_fill_in (CandCliSession *session,
                  CandApplication *application,
                  const CandCliOptions *options,
                  GError **error)
{
  g_auto (GStrv) values = check_sets (application, options->sets, error);

  if (values == NULL || !check_attaches (session, application, options->attaches, error))
    return FALSE;
  for (guint i = 0; i < options->attaches->len; i++)
    if (!attach_file (session, application, g_ptr_array_index (options->attaches, i), error))
      return FALSE;
  for (guint i = 0; i < options->sets->len; i++)
    {
      const CandCliAssignment *set = g_ptr_array_index (options->sets, i);

      cand_answer_set_text (cand_application_find_answer (application, set->field), values[i]);
    }
  return TRUE;
}
