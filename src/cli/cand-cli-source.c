/* cand-cli-source.c: the file or the address that a person named
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-cli-source.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "cand-cli-options.h"
#include "cand-cli-output.h"
#include "core/library/cand-library-errors.h"

/* As much as the network may bring too. */
#define MAX_SIZE (32 * 1024 * 1024)
#define SHOWN_COLUMNS 160

char *
cand_cli_source_dup_shown (const char *typed)
{
  g_autofree char *valid = g_utf8_make_valid (typed, -1);

  return cand_cli_dup_line (valid, SHOWN_COLUMNS);
}

GFile *
cand_cli_source_get_file (const char *typed)
{
  return g_ascii_strncasecmp (typed, "file:", 5) == 0 ? g_file_new_for_uri (typed)
                                                      : g_file_new_for_path (typed);
}

const char *
cand_cli_source_get_media_type (const char *typed)
{
  const struct
  {
    const char *suffix;
    const char *type;
  } types[] = {
    { ".md", "text/markdown" }, { ".markdown", "text/markdown" }, { ".html", "text/html" },
    { ".htm", "text/html" },    { ".xhtml", "text/html" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (cand_cli_has_suffix (typed, types[i].suffix))
      return types[i].type;
  return NULL;
}

gboolean
cand_cli_source_is_address (const char *typed)
{
  /* "<https://…>", as prose has it. */
  typed += strspn (typed, "<([\"'");
  return g_ascii_strncasecmp (typed, "https://", 8) == 0 ||
         g_ascii_strncasecmp (typed, "http://", 7) == 0;
}

gboolean
cand_cli_source_names_file (const char *typed)
{
  return strchr (typed, '/') != NULL || cand_cli_source_get_media_type (typed) != NULL ||
         cand_cli_has_suffix (typed, ".txt") || cand_cli_has_suffix (typed, ".json");
}

gboolean
cand_cli_source_may_be_address (const char *typed)
{
  gsize length = strcspn (typed, "/?#");
  gsize last = length;

  if (typed[length] == '\0' && cand_cli_source_names_file (typed))
    return FALSE;
  /* A host: letters, digits, "-" and ".", with at least two letters behind the last ".". */
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (typed[i]) && (i == 0 || (typed[i] != '-' && typed[i] != '.')))
      return FALSE;
  while (last > 0 && g_ascii_isalpha (typed[last - 1]))
    last--;
  return length - last >= 2 && last > 1 && typed[last - 1] == '.';
}

/* Stops reading a byte too late, so that what is too large can be told. */
static gboolean
read_more_cb (const char *contents, goffset size, gpointer user_data)
{
  return size <= MAX_SIZE;
}

static void
refuse_file (const char *typed, GError *failure, GError **error)
{
  g_autofree char *shown = cand_cli_source_dup_shown (typed);

  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (failure));
  else if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ||
           g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("There is no file “%s”"), shown);
  else if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    g_set_error (error, failure->domain, failure->code, _ ("“%s” is a folder"), shown);
  else
    g_set_error (error, failure->domain, failure->code, _ ("“%s” could not be read: %s"), shown,
                 failure->message);
}

GBytes *
cand_cli_source_load (CandCliSession *session, const char *typed, GError **error)
{
  g_autoptr (GFile) file = cand_cli_source_get_file (typed);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  /* Nothing is not the folder one is in. */
  if (typed[0] == '\0')
    g_set_error_literal (&failure, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "");
  else
    {
      g_file_load_partial_contents_async (file, session->cancellable, read_more_cb,
                                          cand_cli_keep_result, &result);
      cand_cli_await (&result);
      g_file_load_partial_contents_finish (file, result, &contents, &length, NULL, &failure);
    }
  if (failure == NULL && length > MAX_SIZE)
    g_set_error_literal (&failure, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("it is larger than 32 MB"));
  if (failure != NULL)
    {
      refuse_file (typed, failure, error);
      return NULL;
    }
  return g_bytes_new_take (g_steal_pointer (&contents), length);
}

/* The library's own sentences say what there is not, and are translated. */
static void
refuse_address (const char *typed, GError *failure, GError **error)
{
  g_autofree char *shown = cand_cli_source_dup_shown (typed);

  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (failure));
  else if (g_error_matches (failure, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_NOT_FOUND))
    g_set_error_literal (error, CAND_CLI_ERROR, CAND_CLI_ERROR_FAILED, failure->message);
  else if (g_error_matches (failure, CAND_BOARD_ERROR, CAND_BOARD_ERROR_NOT_A_BOARD))
    g_set_error (error, CAND_CLI_ERROR, CAND_CLI_ERROR_FAILED, _ ("“%s” is not a web address"),
                 shown);
  else
    g_set_error (error, CAND_CLI_ERROR, CAND_CLI_ERROR_FAILED,
                 /* Translators: an address or the name of a file, and the reason. */
                 _ ("“%s” could not be read: %s"), shown, failure->message);
}

CandFound *
cand_cli_source_find (CandCliSession *session, const char *typed, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) failure = NULL;
  CandFound *found;

  cand_library_find_async (session->library, typed, session->cancellable, cand_cli_keep_result,
                           &result);
  cand_cli_await (&result);
  found = cand_library_find_finish (session->library, result, &failure);
  if (found == NULL)
    refuse_address (typed, failure, error);
  return found;
}
