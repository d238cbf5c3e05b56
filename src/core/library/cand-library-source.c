/* cand-library-source.c: what became of the files that were attached, and what they say
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-attachments.h"
#include "cand-file-text.h"
#include "cand-library-private.h"

#define BLOCK (64 * 1024)

void
cand_source_state_free (CandSourceState *self)
{
  g_free (self->sha256);
  g_free (self);
}

/* What a thread needs, and what it found. */
typedef struct
{
  CandAttachment *attachment; /* (owned) */
  CandSourceState *before;    /* (owned) (nullable) */
} Looking;

static void
looking_free (Looking *self)
{
  g_object_unref (self->attachment);
  g_clear_pointer (&self->before, cand_source_state_free);
  g_free (self);
}

static CandSourceState *
copy_state (const CandSourceState *state)
{
  CandSourceState *copy = g_memdup2 (state, sizeof *state);

  copy->sha256 = g_strdup (state->sha256);
  return copy;
}

/* NULL when it does not read to its end, or is larger than anything that is taken. */
static char *
hash (GFile *file, GCancellable *cancellable)
{
  g_autoptr (GFileInputStream) input = g_file_read (file, cancellable, NULL);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *block = g_malloc (BLOCK);
  gint64 total = 0;
  gssize length = 0;

  if (input == NULL)
    return NULL;
  while (total <= CAND_ATTACHMENTS_MAX_BYTES &&
         (length = g_input_stream_read (G_INPUT_STREAM (input), block, BLOCK, cancellable, NULL)) >
             0)
    {
      g_checksum_update (checksum, block, length);
      total += length;
    }
  return length == 0 ? g_strdup (g_checksum_get_string (checksum)) : NULL;
}

/* A source that is gone, or does not read, is no news: there is the copy. */
static CandSourceState *
look (CandAttachment *attachment, const CandSourceState *before, GCancellable *cancellable)
{
  const char *uri = cand_attachment_get_source_uri (attachment);
  CandSourceState *state = g_new0 (CandSourceState, 1);
  g_autoptr (GFile) file = uri != NULL ? g_file_new_for_uri (uri) : NULL;
  g_autoptr (GFileInfo) info = NULL;

  if (file != NULL && g_file_is_native (file))
    info = g_file_query_info (file,
                              G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE
                                                             "," CAND_ATTACHMENTS_MODIFIED,
                              G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  if (info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    return state;
  state->modified = cand_attachments_get_modified (info);
  state->size = g_file_info_get_size (info);
  if (state->modified == cand_attachment_get_source_modified (attachment))
    return state;
  if (before != NULL && before->modified == state->modified && before->size == state->size)
    state->sha256 = g_strdup (before->sha256);
  else
    state->sha256 = hash (file, cancellable);
  /* An empty file is one that is being written. */
  state->changed = state->size > 0 && state->sha256 != NULL &&
                   !g_str_equal (state->sha256, cand_attachment_get_sha256 (attachment));
  return state;
}

static void
look_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Looking *looking = data;

  g_task_return_pointer (task, look (looking->attachment, looking->before, cancellable),
                         (GDestroyNotify) cand_source_state_free);
}

/**
 * cand_source_look_async:
 * @attachment: of an answer
 * @before: (nullable): what was found last, so that nothing is read twice
 * @cancellable: (nullable): stops it
 * @callback: called with the result
 * @user_data: for @callback
 */
void
cand_source_look_async (CandAttachment *attachment,
                        const CandSourceState *before,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Looking *looking;

  g_return_if_fail (CAND_IS_ATTACHMENT (attachment));
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, cand_source_look_async);
  looking = g_new0 (Looking, 1);
  looking->attachment = g_object_ref (attachment);
  looking->before = before != NULL ? copy_state (before) : NULL;
  g_task_set_task_data (task, looking, (GDestroyNotify) looking_free);
  g_task_run_in_thread (task, look_thread);
}

/**
 * cand_source_look_finish:
 * @result: what the callback got
 * @error: G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what became of it
 */
CandSourceState *
cand_source_look_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, cand_source_look_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- what a file says --- */

typedef struct
{
  CandFileText kind;
  char *text;
} Reading;

static void
reading_free (Reading *self)
{
  g_free (self->text);
  g_free (self);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->kind = cand_file_text_read (data, cancellable, &reading->text);
  g_task_return_pointer (task, reading, (GDestroyNotify) reading_free);
}

/**
 * cand_file_text_async:
 * @file: a file on this computer
 * @cancellable: (nullable): stops it
 * @callback: called with the result
 * @user_data: for @callback
 */
void
cand_file_text_async (GFile *file,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, cand_file_text_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_thread);
}

/**
 * cand_file_text_finish:
 * @result: what the callback got
 * @text: (out) (optional) (nullable): what it says
 * @error: G_IO_ERROR_CANCELLED
 *
 * Returns: whether it says something; CAND_FILE_TEXT_UNKNOWN on failure
 */
CandFileText
cand_file_text_finish (GAsyncResult *result, char **text, GError **error)
{
  Reading *reading;
  CandFileText kind;

  g_return_val_if_fail (g_async_result_is_tagged (result, cand_file_text_async),
                        CAND_FILE_TEXT_UNKNOWN);
  reading = g_task_propagate_pointer (G_TASK (result), error);
  if (reading == NULL)
    return CAND_FILE_TEXT_UNKNOWN;
  kind = reading->kind;
  if (text != NULL)
    *text = g_steal_pointer (&reading->text);
  reading_free (reading);
  return kind;
}
