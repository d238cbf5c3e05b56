/* cand-test-server.c: a server on this machine that plays the hosts a test asks
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lib/cand-test-server.h"

#include <libsoup/soup.h>
#include <string.h>

/* Longer than anything under a sanitizer on a loaded machine. */
#define WAIT_SECONDS 60

typedef struct
{
  guint status;
  char *media_type; /* (nullable) */
  GBytes *body;
  SoupMessageHeaders *headers;
  char *raw; /* (nullable): written as it is instead of the rest */
  gboolean stays;
} Answer;

struct _CandTestServer
{
  SoupServer *server;
  gboolean secure;
  GHashTable *answers; /* path -> GQueue of Answer */
  Answer *last;        /* (unowned): the one added last */
  GPtrArray *requests; /* of CandTestRequest */
  GPtrArray *stolen;   /* of GIOStream: connections that stay */
};

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_free (answer->media_type);
  g_clear_pointer (&answer->body, g_bytes_unref);
  g_clear_pointer (&answer->headers, soup_message_headers_unref);
  g_free (answer->raw);
  g_free (answer);
}

static void
queue_free (gpointer data)
{
  g_queue_free_full (data, answer_free);
}

static void
request_free (gpointer data)
{
  CandTestRequest *request = data;

  g_free (request->method);
  g_free (request->path);
  g_free (request->host);
  g_clear_pointer (&request->headers, g_hash_table_unref);
  g_clear_pointer (&request->body, g_bytes_unref);
  g_free (request);
}

static void
copy_header_cb (const char *name, const char *value, gpointer user_data)
{
  g_hash_table_insert (user_data, g_ascii_strdown (name, -1), g_strdup (value));
}

static CandTestRequest *
record (CandTestServer *self, SoupServerMessage *message)
{
  GUri *uri = soup_server_message_get_uri (message);
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  CandTestRequest *request = g_new0 (CandTestRequest, 1);

  request->method = g_strdup (soup_server_message_get_method (message));
  request->path = g_uri_get_query (uri) != NULL
                      ? g_strdup_printf ("%s?%s", g_uri_get_path (uri), g_uri_get_query (uri))
                      : g_strdup (g_uri_get_path (uri));
  request->host = g_strdup (soup_message_headers_get_one (headers, "Host"));
  request->headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  soup_message_headers_foreach (headers, copy_header_cb, request->headers);
  request->body = soup_message_body_flatten (soup_server_message_get_request_body (message));
  request->time = g_get_monotonic_time ();
  request->client_port = g_inet_socket_address_get_port (
      G_INET_SOCKET_ADDRESS (soup_server_message_get_remote_address (message)));
  g_ptr_array_add (self->requests, request);
  return request;
}

/* The next answer for @path; the last one is kept. */
static Answer *
take_answer (CandTestServer *self, const char *path, gboolean *keep)
{
  GQueue *queue = g_hash_table_lookup (self->answers, path);

  *keep = queue != NULL && g_queue_get_length (queue) == 1;
  if (queue == NULL)
    return NULL;
  return *keep ? g_queue_peek_head (queue) : g_queue_pop_head (queue);
}

static void
give_raw (CandTestServer *self, SoupServerMessage *message, Answer *answer)
{
  g_autoptr (GIOStream) connection = soup_server_message_steal_connection (message);
  GOutputStream *output = g_io_stream_get_output_stream (connection);

  g_output_stream_write_all (output, answer->raw, strlen (answer->raw), NULL, NULL, NULL);
  if (answer->stays)
    g_ptr_array_add (self->stolen, g_steal_pointer (&connection));
  else
    g_io_stream_close (connection, NULL, NULL);
}

static void
add_header_cb (const char *name, const char *value, gpointer user_data)
{
  soup_message_headers_append (user_data, name, value);
}

static void
give (SoupServerMessage *message, Answer *answer, const CandTestRequest *request)
{
  const char *etag = soup_message_headers_get_one (answer->headers, "ETag");
  const char *known = cand_test_request_get_header (request, "If-None-Match");
  gsize length;
  const char *bytes = g_bytes_get_data (answer->body, &length);

  soup_message_headers_foreach (answer->headers, add_header_cb,
                                soup_server_message_get_response_headers (message));
  if (etag != NULL && g_strcmp0 (etag, known) == 0)
    {
      soup_server_message_set_status (message, SOUP_STATUS_NOT_MODIFIED, NULL);
      return;
    }
  soup_server_message_set_status (message, answer->status, NULL);
  soup_server_message_set_response (message, answer->media_type, SOUP_MEMORY_COPY, bytes, length);
}

static void
request_cb (SoupServer *server,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer user_data)
{
  CandTestServer *self = user_data;
  CandTestRequest *request = record (self, message);
  gboolean keep;
  Answer *answer = take_answer (self, request->path, &keep);

  if (answer == NULL)
    {
      soup_server_message_set_status (message, SOUP_STATUS_NOT_FOUND, NULL);
      soup_server_message_set_response (message, "text/plain", SOUP_MEMORY_STATIC, "Not Found", 9);
      return;
    }
  if (answer->raw != NULL)
    give_raw (self, message, answer);
  else
    give (message, answer, request);
  if (!keep)
    answer_free (answer);
}

static CandTestServer *
server_new (gboolean secure)
{
  CandTestServer *self = g_new0 (CandTestServer, 1);
  g_autoptr (GError) error = NULL;

  self->secure = secure;
  self->server = soup_server_new ("raw-paths", TRUE, NULL);
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, queue_free);
  self->requests = g_ptr_array_new_with_free_func (request_free);
  self->stolen = g_ptr_array_new_with_free_func (g_object_unref);
  if (secure)
    {
      g_autofree char *path =
          g_build_filename (g_getenv ("CAND_TEST_FIXTURES"), "net", "localhost.pem", NULL);
      g_autoptr (GTlsCertificate) certificate = g_tls_certificate_new_from_file (path, &error);

      g_assert_no_error (error);
      soup_server_set_tls_certificate (self->server, certificate);
    }
  soup_server_add_handler (self->server, NULL, request_cb, self, NULL);
  soup_server_listen_local (self->server, 0,
                            SOUP_SERVER_LISTEN_IPV4_ONLY | (secure ? SOUP_SERVER_LISTEN_HTTPS : 0),
                            &error);
  g_assert_no_error (error);
  return self;
}

CandTestServer *
cand_test_server_new (void)
{
  return server_new (FALSE);
}

CandTestServer *
cand_test_server_new_secure (void)
{
  return server_new (TRUE);
}

void
cand_test_server_free (CandTestServer *self)
{
  if (self == NULL)
    return;
  soup_server_disconnect (self->server);
  g_clear_object (&self->server);
  g_clear_pointer (&self->answers, g_hash_table_unref);
  g_clear_pointer (&self->requests, g_ptr_array_unref);
  g_clear_pointer (&self->stolen, g_ptr_array_unref);
  g_free (self);
}

guint
cand_test_server_get_port (CandTestServer *self)
{
  g_autoslist (GUri) uris = soup_server_get_uris (self->server);

  return g_uri_get_port (uris->data);
}

char *
cand_test_server_dup_hosts (CandTestServer *self, const char *host, ...)
{
  g_autoptr (GString) hosts = g_string_new (NULL);
  va_list arguments;

  va_start (arguments, host);
  for (; host != NULL; host = va_arg (arguments, const char *))
    g_string_append_printf (hosts, "%s=%s://127.0.0.1:%u ", host, self->secure ? "https" : "http",
                            cand_test_server_get_port (self));
  va_end (arguments);
  return g_string_free_and_steal (g_steal_pointer (&hosts));
}

static Answer *
add_answer (CandTestServer *self, const char *path)
{
  GQueue *queue = g_hash_table_lookup (self->answers, path);
  Answer *answer = g_new0 (Answer, 1);

  if (queue == NULL)
    {
      queue = g_queue_new ();
      g_hash_table_insert (self->answers, g_strdup (path), queue);
    }
  answer->headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);
  g_queue_push_tail (queue, answer);
  self->last = answer;
  return answer;
}

void
cand_test_server_add (
    CandTestServer *self, const char *path, guint status, const char *media_type, const char *body)
{
  g_autoptr (GBytes) bytes = g_bytes_new (body, body != NULL ? strlen (body) : 0);

  cand_test_server_add_bytes (self, path, status, media_type, bytes);
}

void
cand_test_server_add_bytes (
    CandTestServer *self, const char *path, guint status, const char *media_type, GBytes *body)
{
  Answer *answer = add_answer (self, path);

  answer->status = status;
  answer->media_type = g_strdup (media_type != NULL ? media_type : "text/plain");
  answer->body = g_bytes_ref (body);
}

void
cand_test_server_add_header (CandTestServer *self, const char *name, const char *value)
{
  soup_message_headers_append (self->last->headers, name, value);
}

void
cand_test_server_add_raw (CandTestServer *self, const char *path, const char *bytes, gboolean stays)
{
  Answer *answer = add_answer (self, path);

  answer->raw = g_strdup (bytes);
  answer->stays = stays;
}

void
cand_test_server_remove (CandTestServer *self, const char *path)
{
  g_hash_table_remove (self->answers, path);
}

guint
cand_test_server_get_n_requests (CandTestServer *self)
{
  return self->requests->len;
}

const CandTestRequest *
cand_test_server_get_request (CandTestServer *self, guint index)
{
  g_assert_cmpuint (index, <, self->requests->len);
  return g_ptr_array_index (self->requests, index);
}

const char *
cand_test_request_get_header (const CandTestRequest *self, const char *name)
{
  g_autofree char *key = g_ascii_strdown (name, -1);

  return g_hash_table_lookup (self->headers, key);
}

guint
cand_test_server_count (CandTestServer *self, const char *path)
{
  guint count = 0;

  for (guint i = 0; i < self->requests->len; i++)
    if (g_str_equal (cand_test_server_get_request (self, i)->path, path))
      count++;
  return count;
}

static gboolean
expired_cb (gpointer user_data)
{
  gboolean *expired = user_data;

  *expired = TRUE;
  return G_SOURCE_REMOVE;
}

void
cand_test_server_wait (CandTestServer *self, guint n_requests)
{
  gboolean expired = FALSE;
  guint timeout = g_timeout_add_seconds (WAIT_SECONDS, expired_cb, &expired);

  while (self->requests->len < n_requests && !expired)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (self->requests->len, >=, n_requests);
  g_source_remove (timeout);
}
