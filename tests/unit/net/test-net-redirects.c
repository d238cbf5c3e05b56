/* test-net-redirects.c: which redirects are followed
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "net-test.h"

#define URL "https://" HOST "/from"

static void
add_redirect (Fixture *fixture, const char *path, guint status, const char *location)
{
  cand_test_server_add (fixture->server, path, status, "text/html", "moved");
  if (location != NULL)
    cand_test_server_add_header (fixture->server, "Location", location);
}

static void
test_followed (Fixture *fixture, gconstpointer user_data)
{
  static const struct
  {
    guint status;
    const char *location;
    const char *result;
  } cases[] = {
    { 301, "/to", "https://" HOST "/to" },
    { 302, "to", "https://" HOST "/to" },
    { 303, "https://" HOST "/to", "https://" HOST "/to" },
    { 307, "https://" OTHER_HOST "/to", "https://" OTHER_HOST "/to" },
    { 308, "//" OTHER_HOST "/to", "https://" OTHER_HOST "/to" },
  };

  cand_test_server_add (fixture->server, "/to", 200, "text/plain", "here");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CandResponse) response = NULL;
      guint n_requests;

      cand_test_server_remove (fixture->server, "/from");
      add_redirect (fixture, "/from", cases[i].status, cases[i].location);
      response = fixture_get (fixture, URL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (cand_response_get_status (response), ==, 200);
      assert_body (response, "here");
      g_assert_cmpstr (cand_response_get_location (response), ==, cases[i].result);

      n_requests = cand_test_server_get_n_requests (fixture->server);
      g_assert_cmpuint (n_requests, ==, 2 * (i + 1));
      g_assert_true (
          strstr (cases[i].result,
                  cand_test_server_get_request (fixture->server, n_requests - 1)->host) != NULL);
    }
}

/* A server on this machine may name itself. */
static void
test_to_stand_in (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *location =
      g_strdup_printf ("http://127.0.0.1:%u/to", cand_test_server_get_port (fixture->server));
  g_autoptr (GError) error = NULL;
  g_autoptr (CandResponse) response = NULL;

  add_redirect (fixture, "/from", 301, location);
  cand_test_server_add (fixture->server, "/to", 200, "text/plain", "here");
  response = fixture_get (fixture, URL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (cand_response_get_location (response), ==, "https://" HOST "/to");
}

static void
test_refused (Fixture *fixture, gconstpointer user_data)
{
  static const struct
  {
    const char *location;
    const char *message;
  } cases[] = {
    { "http://" HOST "/to", HOST " sends to “http://" HOST "/to”, which is not https" },
    { "http://" OTHER_HOST "/to", HOST " sends to “http://" OTHER_HOST "/to”, which is not https" },
    { "file:///etc/passwd", HOST " sends to “file:///etc/passwd”, which is not https" },
    { "javascript:alert(1)", HOST " sends to “javascript:alert(1)”, which is not https" },
    { "https://localhost/to", HOST " sends to “https://localhost/to”, which is on this machine" },
    { "http://127.0.0.1:9/to", HOST " sends to “http://127.0.0.1:9/to”, which is not https" },
    { "https://127.0.0.1/to", HOST " sends to “https://127.0.0.1/to”, which is on this machine" },
    { "https://192.168.0.1/", HOST " sends to “https://192.168.0.1/”, which is on this machine" },
    { "https://[fe80::1]/", HOST " sends to “https://[fe80::1]/”, which is on this machine" },
    { "https://169.254.169.254/latest/",
      HOST " sends to “https://169.254.169.254/latest/”, which is on this machine" },
    { "https://router/", HOST " sends to “https://router/”, which is on this machine" },
    { "https://me:you@" OTHER_HOST "/",
      HOST " sends to “https://me:you@" OTHER_HOST "/”, which carries a user's name" },
    { "https://[", HOST " sends to “https://[”, which is not an address" },
    { NULL, HOST " sends elsewhere without saying where" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cand_test_server_remove (fixture->server, "/from");
      add_redirect (fixture, "/from", 302, cases[i].location);
      fixture_get_error (fixture, URL, CAND_NET_ERROR_REDIRECT, cases[i].message);
    }
  g_assert_cmpuint (cand_test_server_get_n_requests (fixture->server), ==, G_N_ELEMENTS (cases));
}

static void
test_to_unreachable (Fixture *fixture, gconstpointer user_data)
{
  add_redirect (fixture, "/from", 302, "https://elsewhere.example/");
  fixture_get_error (fixture, URL, CAND_NET_ERROR_UNREACHABLE,
                     "elsewhere.example cannot be reached: CANDIDACY_HOSTS is set");
}

static void
test_circle (Fixture *fixture, gconstpointer user_data)
{
  add_redirect (fixture, "/from", 302, "https://" OTHER_HOST "/back");
  add_redirect (fixture, "/back", 302, URL);
  fixture_get_error (fixture, URL, CAND_NET_ERROR_REDIRECT,
                     OTHER_HOST " sends elsewhere for the 6th time");
  g_assert_cmpuint (cand_test_server_get_n_requests (fixture->server), ==, 6);
}

static void
test_five (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CandResponse) response = NULL;

  add_redirect (fixture, "/from", 302, "/1");
  add_redirect (fixture, "/1", 302, "/2");
  add_redirect (fixture, "/2", 302, "/3");
  add_redirect (fixture, "/3", 302, "/4");
  add_redirect (fixture, "/4", 302, "/5");
  cand_test_server_add (fixture->server, "/5", 200, NULL, "found");
  response = fixture_get (fixture, URL, &error);
  g_assert_no_error (error);
  assert_body (response, "found");
}

/* A redirect can be the answer. */
static void
test_not_followed (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (CandRequest) request = cand_request_new ("GET", URL);
  g_autoptr (CandResponse) response = NULL;

  cand_request_set_follow (request, FALSE);
  add_redirect (fixture, "/from", 301, "/account/j/AAAAAAAAAA/");
  response = fixture_send (fixture, request, NULL);
  g_assert_cmpuint (cand_response_get_status (response), ==, 301);
  g_assert_cmpstr (cand_response_get_location (response), ==,
                   "https://" HOST "/account/j/AAAAAAAAAA/");
  g_assert_cmpuint (g_bytes_get_size (cand_response_get_body (response)), ==, 0);
  g_assert_cmpuint (cand_test_server_get_n_requests (fixture->server), ==, 1);
}

/* Each hop is a request to its host, and keeps the distance. */
static void
test_spaced (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (CandRequest) request = cand_request_new ("GET", URL);
  g_autoptr (CandResponse) response = NULL;

  cand_net_set_haste (fixture->net, 10);
  cand_request_set_spacing (request, 2000, 5000);
  add_redirect (fixture, "/from", 302, "/to");
  cand_test_server_add (fixture->server, "/to", 200, NULL, "x");
  response = fixture_send (fixture, request, NULL);
  g_assert_nonnull (response);
  g_assert_cmpint (cand_test_server_get_request (fixture->server, 1)->time -
                       cand_test_server_get_request (fixture->server, 0)->time,
                   >=, 199 * 1000);
}

static void
test_post (Fixture *fixture, gconstpointer user_data)
{
  static const struct
  {
    guint status;
    const char *method;
    guint length;
  } cases[] = { { 303, "GET", 0 }, { 302, "GET", 0 }, { 307, "POST", 2 }, { 308, "POST", 2 } };
  g_autoptr (GBytes) body = g_bytes_new_static ("{}", 2);

  cand_test_server_add (fixture->server, "/to", 200, NULL, "x");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CandRequest) request = cand_request_new ("POST", URL);
      g_autoptr (CandResponse) response = NULL;
      const CandTestRequest *seen;

      cand_test_server_remove (fixture->server, "/from");
      add_redirect (fixture, "/from", cases[i].status, "/to");
      cand_request_set_body (request, "application/json", body);
      response = fixture_send (fixture, request, NULL);
      g_assert_nonnull (response);
      seen = cand_test_server_get_request (fixture->server, 2 * i + 1);
      g_assert_cmpstr (seen->method, ==, cases[i].method);
      g_assert_cmpuint (g_bytes_get_size (seen->body), ==, cases[i].length);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/net/redirects/followed", test_followed);
  fixture_test ("/net/redirects/to-stand-in", test_to_stand_in);
  fixture_test ("/net/redirects/refused", test_refused);
  fixture_test ("/net/redirects/to-unreachable", test_to_unreachable);
  fixture_test ("/net/redirects/circle", test_circle);
  fixture_test ("/net/redirects/five", test_five);
  fixture_test ("/net/redirects/not-followed", test_not_followed);
  fixture_test ("/net/redirects/spaced", test_spaced);
  fixture_test ("/net/redirects/post", test_post);
  return g_test_run ();
}
