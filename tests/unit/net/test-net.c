/* test-net.c: requests and answers
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "net-test.h"

#define URL "https://" HOST "/list?details=true"
#define PATH "/list?details=true"

static void
test_ok (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CandRequest) request = cand_request_new ("GET", URL);
  g_autoptr (CandResponse) response = NULL;
  const CandTestRequest *seen;

  cand_test_server_add (fixture->server, PATH, 200, "Application/JSON; charset=utf-8", "{}");
  cand_test_server_add_header (fixture->server, "ETag", "\"one\"");
  cand_test_server_add_header (fixture->server, "Last-Modified", "Tue, 29 Nov 2022 00:00:00 GMT");
  cand_test_server_add_header (fixture->server, "Set-Cookie", "wmc=1; Path=/");
  cand_request_set_accept (request, "application/json");
  response = fixture_send (fixture, request, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (cand_response_get_status (response), ==, 200);
  assert_body (response, "{}");
  g_assert_cmpstr (cand_response_get_media_type (response), ==, "application/json");
  g_assert_cmpstr (cand_response_get_etag (response), ==, "\"one\"");
  g_assert_cmpstr (cand_response_get_last_modified (response), ==, "Tue, 29 Nov 2022 00:00:00 GMT");
  g_assert_cmpstr (cand_response_get_location (response), ==, URL);

  seen = cand_test_server_get_request (fixture->server, 0);
  g_assert_cmpstr (seen->method, ==, "GET");
  g_assert_cmpstr (seen->path, ==, PATH);
  g_assert_cmpstr (seen->host, ==, HOST);
  g_assert_cmpstr (cand_test_request_get_header (seen, "Accept"), ==, "application/json");
  g_assert_cmpstr (cand_test_request_get_header (seen, "User-Agent"), ==,
                   "Candidacy/0.1.0 (+https://github.com/candidacy/candidacy)");
  g_assert_cmpstr (cand_test_request_get_header (seen, "Accept-Encoding"), ==, "gzip");
  g_assert_null (cand_test_request_get_header (seen, "If-None-Match"));
  g_assert_null (cand_test_request_get_header (seen, "Cookie"));
  g_assert_null (cand_test_request_get_header (seen, "Authorization"));
  g_assert_null (cand_test_request_get_header (seen, "Referer"));
}

static void
test_no_cookies (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (CandResponse) first = NULL;
  g_autoptr (CandResponse) second = NULL;

  cand_test_server_add (fixture->server, PATH, 200, "text/plain", "a");
  cand_test_server_add_header (fixture->server, "Set-Cookie", "wmc=1; Path=/");
  first = fixture_get (fixture, URL, NULL);
  second = fixture_get (fixture, URL, NULL);

  g_assert_nonnull (second);
  g_assert_cmpuint (cand_test_server_get_n_requests (fixture->server), ==, 2);
  g_assert_null (
      cand_test_request_get_header (cand_test_server_get_request (fixture->server, 1), "Cookie"));
}

static void
test_not_modified (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CandRequest) request = cand_request_new ("GET", URL);
  g_autoptr (CandResponse) response = NULL;
  const CandTestRequest *seen;

  cand_test_server_add (fixture->server, PATH, 200, "application/json", "{}");
  cand_test_server_add_header (fixture->server, "ETag", "\"one\"");
  cand_request_set_validators (request, "\"one\"", "Tue, 29 Nov 2022 00:00:00 GMT");
  response = fixture_send (fixture, request, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (cand_response_get_status (response), ==, 304);
  g_assert_cmpuint (g_bytes_get_size (cand_response_get_body (response)), ==, 0);
  g_assert_cmpstr (cand_response_get_etag (response), ==, "\"one\"");
  seen = cand_test_server_get_request (fixture->server, 0);
  g_assert_cmpstr (cand_test_request_get_header (seen, "If-None-Match"), ==, "\"one\"");
  g_assert_cmpstr (cand_test_request_get_header (seen, "If-Modified-Since"), ==,
                   "Tue, 29 Nov 2022 00:00:00 GMT");
}

/* A 304 without validators leaves those that were asked with; one that nobody asked for is no
 * answer. */
static void
test_bare_not_modified (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (CandRequest) request = cand_request_new ("GET", URL);
  g_autoptr (CandResponse) response = NULL;

  cand_test_server_add (fixture->server, PATH, 304, NULL, NULL);
  cand_request_set_validators (request, "W/\"two\"", NULL);
  response = fixture_send (fixture, request, NULL);
  g_assert_cmpuint (cand_response_get_status (response), ==, 304);
  g_assert_cmpstr (cand_response_get_etag (response), ==, "W/\"two\"");

  fixture_get_error (fixture, URL, CAND_NET_ERROR_STATUS,
                     HOST " answered 304 (Not Modified) for /list");
}

/* What was kept is sent back only if it can stand in a header. */
static void
test_odd_validators (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (CandRequest) request = cand_request_new ("GET", URL);
  g_autoptr (CandResponse) response = NULL;

  cand_test_server_add (fixture->server, PATH, 200, NULL, "x");
  cand_request_set_validators (request, "\"a\"\r\nX-Injected: 1", "née");
  response = fixture_send (fixture, request, NULL);
  g_assert_nonnull (response);
  g_assert_null (cand_test_request_get_header (cand_test_server_get_request (fixture->server, 0),
                                               "If-None-Match"));
  g_assert_null (cand_test_request_get_header (cand_test_server_get_request (fixture->server, 0),
                                               "If-Modified-Since"));
}

static void
test_post (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (CandRequest) request = cand_request_new ("POST", URL);
  g_autoptr (GBytes) body = g_bytes_new_static ("{\"query\":\"\"}", 12);
  g_autoptr (CandResponse) response = NULL;
  const CandTestRequest *seen;

  cand_test_server_add (fixture->server, PATH, 200, "application/json", "[]");
  cand_request_set_body (request, "application/json", body);
  response = fixture_send (fixture, request, NULL);

  assert_body (response, "[]");
  seen = cand_test_server_get_request (fixture->server, 0);
  g_assert_cmpstr (seen->method, ==, "POST");
  g_assert_cmpstr (cand_test_request_get_header (seen, "Content-Type"), ==, "application/json");
  g_assert_true (g_bytes_equal (seen->body, body));
}

/* Pages are handed over as they are: what shape an answer has to have is for the parser to say. */
static void
test_html (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (CandResponse) response = NULL;

  cand_test_server_add (fixture->server, PATH, 200, "text/html", "<!doctype html>");
  response = fixture_get (fixture, URL, NULL);
  g_assert_cmpstr (cand_response_get_media_type (response), ==, "text/html");
  assert_body (response, "<!doctype html>");
}

static void
test_statuses (Fixture *fixture, gconstpointer user_data)
{
  static const struct
  {
    guint status;
    CandNetError code;
    const char *message;
  } cases[] = {
    { 204, CAND_NET_ERROR_STATUS, HOST " answered 204 (No Content) for /list" },
    { 206, CAND_NET_ERROR_STATUS, HOST " answered 206 (Partial Content) for /list" },
    { 400, CAND_NET_ERROR_STATUS, HOST " answered 400 (Bad Request) for /list" },
    { 401, CAND_NET_ERROR_FORBIDDEN, HOST " answered 401 (Unauthorized) for /list" },
    { 403, CAND_NET_ERROR_FORBIDDEN, HOST " answered 403 (Forbidden) for /list" },
    { 404, CAND_NET_ERROR_NOT_FOUND, HOST " answered 404 (Not Found) for /list" },
    { 407, CAND_NET_ERROR_FORBIDDEN, HOST " answered 407" },
    { 410, CAND_NET_ERROR_NOT_FOUND, HOST " answered 410 (Gone) for /list" },
    { 451, CAND_NET_ERROR_FORBIDDEN, HOST " answered 451" },
    { 500, CAND_NET_ERROR_SERVER, HOST " answered 500 (Internal Server Error) for /list" },
    { 502, CAND_NET_ERROR_SERVER, HOST " answered 502 (Bad Gateway) for /list" },
    { 503, CAND_NET_ERROR_SERVER, HOST " answered 503 (Service Unavailable) for /list" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cand_test_server_remove (fixture->server, PATH);
      cand_test_server_add (fixture->server, PATH, cases[i].status, "text/plain", "no");
      fixture_get_error (fixture, URL, cases[i].code, cases[i].message);
    }
  g_assert_cmpuint (cand_test_server_get_n_requests (fixture->server), ==, G_N_ELEMENTS (cases));
}

/* Only https, only public hosts, nothing but an address; none of these leaves the machine. */
static void
test_not_asked (Fixture *fixture, gconstpointer user_data)
{
  static const struct
  {
    const char *url;
    const char *message;
  } cases[] = {
    { "http://" HOST "/list", "“http://" HOST "/list” is not https" },
    { "ftp://" HOST "/list", "“ftp://" HOST "/list” is not https" },
    { "https://someone:secret@" HOST "/", "“https://someone:secret@" HOST "/” carries a user" },
    { "https://localhost/", "“https://localhost/” is on this machine" },
    { "https://127.0.0.1/", "“https://127.0.0.1/” is on this machine" },
    { "https://[::1]/", "“https://[::1]/” is on this machine" },
    { "https://10.1.2.3/", "“https://10.1.2.3/” is on this machine" },
    { "https://2130706433/", "“https://2130706433/” is on this machine" },
    { "", "“” is not an address" },
    { "list", "“list” is not an address" },
    { "https://[/", "“https://[/” is not an address" },
    { "https://elsewhere.example/", "elsewhere.example cannot be reached: CANDIDACY_HOSTS is set" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    fixture_get_error (fixture, cases[i].url, CAND_NET_ERROR_UNREACHABLE, cases[i].message);
  g_assert_cmpuint (cand_test_server_get_n_requests (fixture->server), ==, 0);
}

static void
test_nobody_there (void)
{
  g_autoptr (CandTestServer) server = cand_test_server_new ();
  g_autofree char *hosts = cand_test_server_dup_hosts (server, HOST, NULL);
  Fixture fixture = { NULL, cand_net_new (hosts, NULL) };

  g_clear_pointer (&server, cand_test_server_free);
  fixture_get_error (&fixture, URL, CAND_NET_ERROR_UNREACHABLE, HOST " cannot be reached: ");
  g_assert_finalize_object (fixture.net);
}

static void
test_hangs_up (Fixture *fixture, gconstpointer user_data)
{
  cand_test_server_add_raw (fixture->server, PATH, "", FALSE);
  fixture_get_error (fixture, URL, CAND_NET_ERROR_UNREACHABLE, HOST " cannot be reached: ");
}

static void
test_not_http (Fixture *fixture, gconstpointer user_data)
{
  cand_test_server_add_raw (fixture->server, PATH, "220 mail.example ESMTP\r\n\r\n", FALSE);
  fixture_get_error (fixture, URL, CAND_NET_ERROR_STATUS, HOST " did not answer in HTTP: ");
}

/* On this machine any certificate does. */
static void
test_secure_stand_in (void)
{
  g_autoptr (CandTestServer) server = cand_test_server_new_secure ();
  g_autofree char *hosts = cand_test_server_dup_hosts (server, HOST, NULL);
  Fixture fixture = { server, cand_net_new (hosts, NULL) };
  g_autoptr (GError) error = NULL;
  g_autoptr (CandResponse) response = NULL;

  g_assert_true (g_str_has_prefix (hosts, HOST "=https://127.0.0.1:"));
  cand_test_server_add (server, PATH, 200, "text/plain", "safe");
  response = fixture_get (&fixture, URL, &error);
  g_assert_no_error (error);
  assert_body (response, "safe");
  g_assert_cmpstr (cand_test_server_get_request (server, 0)->host, ==, HOST);
  g_assert_finalize_object (fixture.net);
}

static gboolean
incoming_cb (GSocketService *service,
             GSocketConnection *connection,
             GObject *source,
             gpointer user_data)
{
  GOutputStream *output = g_io_stream_get_output_stream (G_IO_STREAM (connection));

  g_output_stream_write_all (output, "no TLS here\r\n", 13, NULL, NULL, NULL);
  return TRUE;
}

/* Something that speaks no TLS where TLS is expected. */
static void
test_tls_failure (void)
{
  g_autoptr (GSocketService) service = g_socket_service_new ();
  guint port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (service), NULL, NULL);
  g_autofree char *hosts = g_strdup_printf (HOST "=https://127.0.0.1:%u", port);
  Fixture fixture = { NULL, cand_net_new (hosts, NULL) };

  g_signal_connect (service, "incoming", G_CALLBACK (incoming_cb), NULL);
  fixture_get_error (&fixture, URL, CAND_NET_ERROR_TLS, HOST " could not prove who it is: ");
  g_assert_finalize_object (fixture.net);
}

static void
assert_cancelled (Fixture *fixture, GAsyncResult **result)
{
  g_autoptr (GError) error = NULL;

  cand_test_wait_result (result);
  g_assert_null (cand_net_send_finish (fixture->net, *result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_cancelled_before (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (CandRequest) request = cand_request_new ("GET", URL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;

  g_cancellable_cancel (cancellable);
  cand_net_send_async (fixture->net, request, cancellable, cand_test_keep_result, &result);
  g_assert_null (result);
  assert_cancelled (fixture, &result);
}

static void
test_cancelled_in_headers (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (CandRequest) request = cand_request_new ("GET", URL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;

  cand_test_server_add_raw (fixture->server, PATH, "HTTP/1.1 200 OK\r\n", TRUE);
  cand_net_send_async (fixture->net, request, cancellable, cand_test_keep_result, &result);
  cand_test_server_wait (fixture->server, 1);
  g_cancellable_cancel (cancellable);
  assert_cancelled (fixture, &result);
}

static gboolean
cancel_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_REMOVE;
}

static void
test_cancelled_in_body (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (CandRequest) request = cand_request_new ("GET", URL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CandResponse) response = NULL;

  cand_test_server_add_raw (fixture->server, PATH,
                            "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"half\":", TRUE);
  cand_net_send_async (fixture->net, request, cancellable, cand_test_keep_result, &result);
  cand_test_server_wait (fixture->server, 1);
  g_timeout_add (100, cancel_cb, cancellable);
  assert_cancelled (fixture, &result);

  /* The host's turn was given back. */
  cand_test_server_remove (fixture->server, PATH);
  cand_test_server_add (fixture->server, PATH, 200, NULL, "whole");
  response = fixture_get (fixture, URL, NULL);
  assert_body (response, "whole");
}

static void
test_cancelled_in_line (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (CandRequest) request = cand_request_new ("GET", URL);
  g_autoptr (GCancellable) first = g_cancellable_new ();
  g_autoptr (GCancellable) second = g_cancellable_new ();
  g_autoptr (GAsyncResult) first_result = NULL;
  g_autoptr (GAsyncResult) second_result = NULL;

  cand_test_server_add_raw (fixture->server, PATH, "", TRUE);
  cand_net_send_async (fixture->net, request, first, cand_test_keep_result, &first_result);
  cand_net_send_async (fixture->net, request, second, cand_test_keep_result, &second_result);
  cand_test_server_wait (fixture->server, 1);
  g_cancellable_cancel (second);
  assert_cancelled (fixture, &second_result);
  g_assert_null (first_result);
  g_cancellable_cancel (first);
  assert_cancelled (fixture, &first_result);
  g_assert_cmpuint (cand_test_server_get_n_requests (fixture->server), ==, 1);
}

/* The last reference goes while one request is under way and one waits. */
static void
test_dropped_in_flight (void)
{
  Fixture fixture;
  g_autoptr (CandRequest) request = cand_request_new ("GET", URL);
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  gpointer weak;

  fixture_set_up (&fixture, NULL);
  cand_test_server_add (fixture.server, PATH, 200, NULL, "x");
  cand_net_send_async (fixture.net, request, NULL, cand_test_keep_result, &first);
  cand_net_send_async (fixture.net, request, NULL, cand_test_keep_result, &second);
  weak = fixture.net;
  g_object_add_weak_pointer (weak, &weak);
  g_object_unref (fixture.net);

  cand_test_wait_result (&first);
  cand_test_wait_result (&second);
  g_assert_false (g_task_had_error (G_TASK (first)));
  g_assert_false (g_task_had_error (G_TASK (second)));
  g_clear_object (&first);
  g_clear_object (&second);
  /* The tasks let go of it from an idle callback. */
  while (weak != NULL)
    g_main_context_iteration (NULL, TRUE);
  cand_test_server_free (fixture.server);
}

/* Disposed, it cancels everything: what is under way, what pauses, what waits. */
static void
test_disposed_in_flight (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (CandRequest) stuck = cand_request_new ("GET", URL);
  g_autoptr (CandRequest) refused = cand_request_new ("GET", "https://" OTHER_HOST "/refused");
  GAsyncResult *results[3] = { NULL, NULL, NULL };

  cand_net_set_haste (fixture->net, 1);
  cand_test_server_add_raw (fixture->server, PATH, "HTTP/1.1 200 OK\r\n", TRUE);
  cand_test_server_add (fixture->server, "/refused", 429, NULL, "slow down");
  cand_test_server_add_header (fixture->server, "Retry-After", "20");
  cand_net_send_async (fixture->net, stuck, NULL, cand_test_keep_result, &results[0]);
  cand_net_send_async (fixture->net, stuck, NULL, cand_test_keep_result, &results[1]);
  cand_net_send_async (fixture->net, refused, NULL, cand_test_keep_result, &results[2]);
  cand_test_server_wait (fixture->server, 2);
  g_object_run_dispose (G_OBJECT (fixture->net));

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      assert_cancelled (fixture, &results[i]);
      g_clear_object (&results[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/net/net/ok", test_ok);
  fixture_test ("/net/net/no-cookies", test_no_cookies);
  fixture_test ("/net/net/not-modified", test_not_modified);
  fixture_test ("/net/net/bare-not-modified", test_bare_not_modified);
  fixture_test ("/net/net/odd-validators", test_odd_validators);
  fixture_test ("/net/net/post", test_post);
  fixture_test ("/net/net/html", test_html);
  fixture_test ("/net/net/statuses", test_statuses);
  fixture_test ("/net/net/not-asked", test_not_asked);
  g_test_add_func ("/net/net/nobody-there", test_nobody_there);
  fixture_test ("/net/net/hangs-up", test_hangs_up);
  fixture_test ("/net/net/not-http", test_not_http);
  g_test_add_func ("/net/net/secure-stand-in", test_secure_stand_in);
  g_test_add_func ("/net/net/tls-failure", test_tls_failure);
  fixture_test ("/net/net/cancelled/before", test_cancelled_before);
  fixture_test ("/net/net/cancelled/in-headers", test_cancelled_in_headers);
  fixture_test ("/net/net/cancelled/in-body", test_cancelled_in_body);
  fixture_test ("/net/net/cancelled/in-line", test_cancelled_in_line);
  g_test_add_func ("/net/net/dropped-in-flight", test_dropped_in_flight);
  fixture_test ("/net/net/disposed-in-flight", test_disposed_in_flight);
  return g_test_run ();
}
