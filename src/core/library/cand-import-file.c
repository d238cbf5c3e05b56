/* cand-import-file.c: a file that a person takes in, read
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-import-file.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "cand-library-private.h"
#include "core/boards/cand-board-system.h"
#include "core/model/cand-model-json.h"
#include "core/text/cand-blocks.h"

/* Larger than any list that a person keeps. */
#define MAX_BYTES (32 * 1024 * 1024)

void
cand_import_file_free (CandImportFile *self)
{
  g_clear_pointer (&self->boards, g_ptr_array_unref);
  g_clear_object (&self->programme);
  g_clear_object (&self->resume);
  g_free (self);
}

static GBytes *
load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) input = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) content = g_byte_array_new ();

  while (input != NULL)
    {
      g_autoptr (GBytes) part =
          g_input_stream_read_bytes (G_INPUT_STREAM (input), 256 * 1024, cancellable, error);

      if (part == NULL)
        return NULL;
      if (g_bytes_get_size (part) == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&content));
      if (content->len + g_bytes_get_size (part) > MAX_BYTES)
        {
          g_set_error_literal (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_UNKNOWN_FILE,
                               _ ("This file is too large for a list of boards"));
          return NULL;
        }
      g_byte_array_append (content, g_bytes_get_data (part, NULL), g_bytes_get_size (part));
    }
  return NULL;
}

/* A file says what it likes: a position is known by its address alone, and an address that cannot
 * be opened is none. */
static void
check_entry (JsonObject *entry)
{
  const char *url = json_object_get_string_member (entry, "url");
  g_autoptr (CandAddress) address = cand_address_parse (url, NULL);
  g_autofree char *key = NULL;

  if (address != NULL && address->account != NULL && address->code != NULL)
    key = g_strconcat (address->system, ":", address->account, ":", address->code, NULL);
  json_object_set_string_member (entry, "key", key != NULL ? key : "");
  if (!cand_link_is_safe (url))
    json_object_set_string_member (entry, "url", "");
}

static CandProgramme *
read_programme (GBytes *bytes, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (CandProgramme) given = cand_programme_new_from_json (bytes, &failure);
  g_autofree char *json = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GBytes) checked = NULL;
  JsonArray *positions;
  JsonObject *object;
  char *text;

  if (given == NULL)
    {
      g_set_error_literal (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED, failure->message);
      return NULL;
    }
  json = cand_programme_to_json (given);
  root = cand_model_json_parse (json, -1, error);
  if (root == NULL)
    return NULL;
  object = json_node_get_object (root);
  if (!cand_link_is_safe (cand_programme_get_url (given)))
    json_object_set_string_member (object, "url", "");
  if (!cand_link_is_safe (cand_programme_get_portal_url (given)))
    json_object_set_string_member (object, "portal_url", "");
  positions = json_object_get_array_member (object, "positions");
  for (guint i = 0; i < json_array_get_length (positions); i++)
    check_entry (json_array_get_object_element (positions, i));
  text = json_to_string (root, FALSE);
  checked = g_bytes_new_take (text, strlen (text));
  return cand_programme_new_from_json (checked, error);
}

static gboolean
read_content (CandImportFile *self, gboolean only_resume, GBytes *bytes, GError **error)
{
  CandFileKind kind = cand_exchange_tell (bytes);

  if (only_resume && kind != CAND_FILE_RESUME)
    {
      g_set_error (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_UNKNOWN_FILE,
                   /* Translators: %s is a noun with its article, like “a PDF document”. */
                   _ ("This is %s, not a JSON Resume"), cand_exchange_describe (bytes));
      return FALSE;
    }
  switch (kind)
    {
    case CAND_FILE_OPML:
    case CAND_FILE_BOARDS:
      self->boards = cand_exchange_read_boards (bytes, &self->n_refused, error);
      return self->boards != NULL;
    case CAND_FILE_PROGRAMME:
      self->programme = read_programme (bytes, error);
      return self->programme != NULL;
    case CAND_FILE_RESUME:
      self->resume = cand_library_read_resume (bytes, &self->n_odd, error);
      return self->resume != NULL;
    case CAND_FILE_ARCHIVE:
      g_set_error (error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_UNKNOWN_FILE,
                   /* Translators: %s is a noun with its article, like “an archive of Candidacy”. */
                   _ ("This is %s; Candidacy cannot take it in yet"),
                   cand_exchange_describe (bytes));
      return FALSE;
    case CAND_FILE_UNKNOWN:
      break;
    }
  g_set_error (
      error, CAND_LIBRARY_ERROR, CAND_LIBRARY_ERROR_UNKNOWN_FILE,
      /* Translators: %s is a noun with its article, like “a PDF document”. */
      _ ("This is %s; Candidacy takes in lists of boards, as OPML or JSON, and JSON Resume"),
      cand_exchange_describe (bytes));
  return FALSE;
}

/**
 * cand_import_file_read:
 * @file: a list of boards, a programme in our notation, or a JSON Resume
 * @only_resume: only the last one will do
 * @cancellable: (nullable): stops it
 * @error: CAND_LIBRARY_ERROR_UNKNOWN_FILE, CAND_BOARD_ERROR_MALFORMED, G_IO_ERROR_*
 *
 * Returns: (transfer full) (nullable): what it says
 */
CandImportFile *
cand_import_file_read (GFile *file, gboolean only_resume, GCancellable *cancellable, GError **error)
{
  g_autoptr (CandImportFile) self = g_new0 (CandImportFile, 1);
  g_autoptr (GBytes) bytes = load (file, cancellable, error);

  return bytes != NULL && read_content (self, only_resume, bytes, error) ? g_steal_pointer (&self)
                                                                         : NULL;
}
