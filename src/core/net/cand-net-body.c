/* cand-net-body.c: the body of an answer: whole, unpacked, and not above the cap
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-net-body.h"

#include "cand-net-error.h"

#define CHUNK_SIZE (64 * 1024)

typedef struct
{
  SoupMessage *message; /* (owned) */
  GInputStream *stream; /* (owned): as it comes from the host */
  GInputStream *bytes;  /* (owned): unpacked; the same where nothing is packed */
  char *host;
  CandNetClock *clock; /* (unowned) */
  GByteArray *body;    /* (owned) */
  gboolean unpacked;   /* @bytes came to its end; that of @stream is awaited */
} Reading;

static void read_chunk (GTask *task);

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_clear_object (&self->bytes);
  g_clear_object (&self->stream);
  g_clear_object (&self->message);
  g_clear_pointer (&self->body, g_byte_array_unref);
  g_free (self->host);
  g_free (self);
}

/* The length that was announced for the bytes as they travel; -1 for none. */
static goffset
get_announced (Reading *self)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);

  if (soup_message_headers_get_encoding (headers) != SOUP_ENCODING_CONTENT_LENGTH)
    return -1;
  return soup_message_headers_get_content_length (headers);
}

/* libsoup's own decoder would take a packed answer that was cut off for a whole one. Returns FALSE
 * for a way of packing that was not asked for. */
static gboolean
unpack (Reading *self)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);
  const char *encoding = soup_message_headers_get_list (headers, "Content-Encoding");
  g_autoptr (GZlibDecompressor) gzip = NULL;

  if (encoding == NULL || g_ascii_strcasecmp (encoding, "identity") == 0)
    {
      self->bytes = g_object_ref (self->stream);
      return TRUE;
    }
  if (g_ascii_strcasecmp (encoding, "gzip") != 0 && g_ascii_strcasecmp (encoding, "x-gzip") != 0)
    return FALSE;

  gzip = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  self->bytes = g_converter_input_stream_new (self->stream, G_CONVERTER (gzip));
  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (self->bytes), FALSE);
  return TRUE;
}

static void
return_too_large (GTask *task)
{
  Reading *self = g_task_get_task_data (task);

  g_task_return_new_error (task, CAND_NET_ERROR, CAND_NET_ERROR_TOO_LARGE,
                           "The answer of %s is larger than %d MiB", self->host,
                           CAND_NET_MAX_BYTES / (1024 * 1024));
}

static void
return_body (GTask *task)
{
  Reading *self = g_task_get_task_data (task);

  /* libsoup checks this for HTTP/1 only. */
  if (self->bytes == self->stream && get_announced (self) >= 0 &&
      get_announced (self) != self->body->len)
    g_task_return_new_error (task, CAND_NET_ERROR, CAND_NET_ERROR_TRUNCATED,
                             "%s broke its answer off: %u bytes came", self->host, self->body->len);
  else
    g_task_return_pointer (task, g_byte_array_free_to_bytes (g_steal_pointer (&self->body)),
                           (GDestroyNotify) g_bytes_unref);
}

static void
read_chunk_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) chunk =
      g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);

  if (chunk == NULL)
    {
      g_task_return_error (task, cand_net_error_from_cause (self->host, error, TRUE));
      return;
    }
  cand_net_clock_note_life (self->clock);

  /* What follows the end of what was packed does not count, but to have met the end of the answer
   * lets its connection be used again. */
  if (self->unpacked || (g_bytes_get_size (chunk) == 0 && self->bytes == self->stream))
    return_body (task);
  else if (g_bytes_get_size (chunk) == 0)
    {
      self->unpacked = TRUE;
      read_chunk (g_steal_pointer (&task));
    }
  else if (self->body->len + g_bytes_get_size (chunk) > CAND_NET_MAX_BYTES)
    return_too_large (task);
  else
    {
      g_byte_array_append (self->body, g_bytes_get_data (chunk, NULL), g_bytes_get_size (chunk));
      read_chunk (g_steal_pointer (&task));
    }
}

/* Takes @task. */
static void
read_chunk (GTask *task)
{
  Reading *self = g_task_get_task_data (task);

  g_input_stream_read_bytes_async (self->unpacked ? self->stream : self->bytes, CHUNK_SIZE,
                                   G_PRIORITY_DEFAULT, g_task_get_cancellable (task), read_chunk_cb,
                                   task);
}

void
cand_net_body_read_async (SoupMessage *message,
                          GInputStream *stream,
                          const char *host,
                          CandNetClock *clock,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Reading *self = g_new0 (Reading, 1);

  g_task_set_source_tag (task, cand_net_body_read_async);
  g_task_set_task_data (task, self, reading_free);
  self->message = g_object_ref (message);
  self->stream = g_object_ref (stream);
  self->host = g_strdup (host);
  self->clock = clock;
  self->body = g_byte_array_new ();

  if (get_announced (self) > CAND_NET_MAX_BYTES)
    return_too_large (task);
  else if (!unpack (self))
    g_task_return_new_error (task, CAND_NET_ERROR, CAND_NET_ERROR_STATUS,
                             "%s packs its answer in an unknown way", host);
  else
    read_chunk (g_steal_pointer (&task));
}

GBytes *
cand_net_body_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, cand_net_body_read_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
