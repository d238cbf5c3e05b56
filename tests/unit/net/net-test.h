/* net-test.h: a session and a server that plays the hosts it asks
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/net/cand-net.h"
#include "lib/cand-test-server.h"
#include "lib/cand-test.h"

#define HOST "boards.example"
#define OTHER_HOST "other.example"

typedef struct
{
  CandTestServer *server;
  CandNet *net;
} Fixture;

static inline void
fixture_set_up (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *hosts = NULL;

  fixture->server = cand_test_server_new ();
  hosts = cand_test_server_dup_hosts (fixture->server, HOST, OTHER_HOST, NULL);
  fixture->net = cand_net_new (hosts, &error);
  g_assert_no_error (error);
  cand_net_set_haste (fixture->net, 1000);
}

static inline void
fixture_tear_down (Fixture *fixture, gconstpointer user_data)
{
  g_assert_finalize_object (fixture->net);
  cand_test_server_free (fixture->server);
}

/* The answer to @request; NULL with @error. */
static inline CandResponse *
fixture_send (Fixture *fixture, CandRequest *request, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  cand_net_send_async (fixture->net, request, NULL, cand_test_keep_result, &result);
  cand_test_wait_result (&result);
  return cand_net_send_finish (fixture->net, result, error);
}

static inline CandResponse *
fixture_get (Fixture *fixture, const char *url, GError **error)
{
  g_autoptr (CandRequest) request = cand_request_new ("GET", url);

  return fixture_send (fixture, request, error);
}

/* Asks for @url and expects the error @code and a message that begins with @message. */
static inline void
fixture_get_error (Fixture *fixture, const char *url, CandNetError code, const char *message)
{
  g_autoptr (GError) error = NULL;
  CandResponse *response = fixture_get (fixture, url, &error);

  g_test_message ("%s: %s", url, error != NULL ? error->message : "no error");
  g_assert_null (response);
  g_assert_error (error, CAND_NET_ERROR, (int) code);
  if (!g_str_has_prefix (error->message, message))
    g_error ("“%s” does not begin with “%s”", error->message, message);
}

static inline void
assert_body (CandResponse *response, const char *expected)
{
  g_autofree char *body = g_strndup (g_bytes_get_data (cand_response_get_body (response), NULL),
                                     g_bytes_get_size (cand_response_get_body (response)));

  g_assert_cmpstr (body, ==, expected);
}

#define fixture_test(path, function)                                                               \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
