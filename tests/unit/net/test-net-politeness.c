/* test-net-politeness.c: one at a time, spaced, and what a host that wants fewer requests gets
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <libsoup/soup.h>

#include "net-test.h"

#define URL "https://" HOST "/list"

/* Milliseconds between the requests @index and the one before, as the server saw them. */
static gint64
get_gap (Fixture *fixture, guint index)
{
  return (cand_test_server_get_request (fixture->server, index)->time -
          cand_test_server_get_request (fixture->server, index - 1)->time) /
         1000;
}

static void
test_order_and_spacing (Fixture *fixture, gconstpointer user_data)
{
  static const char *const paths[] = { "/1", "/2", "/3" };
  GAsyncResult *results[G_N_ELEMENTS (paths)] = { NULL };

  cand_net_set_haste (fixture->net, 10);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *url = g_strconcat ("https://" HOST, paths[i], NULL);
      g_autoptr (CandRequest) request = cand_request_new ("GET", url);

      cand_test_server_add (fixture->server, paths[i], 200, NULL, "x");
      cand_request_set_spacing (request, 2000, 5000);
      cand_net_send_async (fixture->net, request, NULL, cand_test_keep_result, &results[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      cand_test_wait_result (&results[i]);
      g_assert_false (g_task_had_error (G_TASK (results[i])));
      g_assert_cmpstr (cand_test_server_get_request (fixture->server, i)->path, ==, paths[i]);
      g_clear_object (&results[i]);
    }
  g_assert_cmpuint (cand_test_server_get_n_requests (fixture->server), ==, 3);
  g_assert_cmpint (get_gap (fixture, 1), >=, 199);
  g_assert_cmpint (get_gap (fixture, 2), >=, 199);
}

/* Never two at once, even without a spacing: the first never answers, the second is never sent. */
static void
test_one_at_a_time (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (CandRequest) request = cand_request_new ("GET", URL);
  g_autoptr (CandRequest) other = cand_request_new ("GET", "https://" OTHER_HOST "/other");
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GAsyncResult) third = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  cand_test_server_add_raw (fixture->server, "/list", "", TRUE);
  cand_test_server_add (fixture->server, "/other", 200, NULL, "x");
  cand_net_send_async (fixture->net, request, cancellable, cand_test_keep_result, &first);
  cand_net_send_async (fixture->net, request, cancellable, cand_test_keep_result, &second);
  cand_net_send_async (fixture->net, other, NULL, cand_test_keep_result, &third);

  /* Another host is not kept waiting. */
  cand_test_wait_result (&third);
  g_assert_null (first);
  g_assert_null (second);
  g_assert_cmpuint (cand_test_server_count (fixture->server, "/list"), ==, 1);
  g_cancellable_cancel (cancellable);
  cand_test_wait_result (&first);
  cand_test_wait_result (&second);
  g_assert_cmpuint (cand_test_server_count (fixture->server, "/list"), ==, 1);
}

static void
add_refusal (Fixture *fixture, guint status, const char *retry_after)
{
  cand_test_server_add (fixture->server, "/list", status, "text/plain", "error code: 1015");
  if (retry_after != NULL)
    cand_test_server_add_header (fixture->server, "Retry-After", retry_after);
}

static CandRequest *
create_request (void)
{
  CandRequest *request = cand_request_new ("GET", URL);

  cand_request_set_spacing (request, 2000, 5000);
  return request;
}

/* A short wait is waited out. */
static void
test_waited_out (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (CandRequest) request = create_request ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CandResponse) response = NULL;

  cand_net_set_haste (fixture->net, 100);
  add_refusal (fixture, 429, "30");
  cand_test_server_add (fixture->server, "/list", 200, NULL, "at last");
  response = fixture_send (fixture, request, &error);
  g_assert_no_error (error);
  assert_body (response, "at last");
  g_assert_cmpuint (cand_test_server_get_n_requests (fixture->server), ==, 2);
  g_assert_cmpint (get_gap (fixture, 1), >=, 299);
}

/* One that is shorter than the usual after a refusal is drawn out to that. */
static void
test_at_least_usual (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (CandRequest) request = create_request ();
  g_autoptr (CandResponse) response = NULL;

  cand_net_set_haste (fixture->net, 10);
  add_refusal (fixture, 503, "0");
  cand_test_server_add (fixture->server, "/list", 200, NULL, "at last");
  response = fixture_send (fixture, request, NULL);
  g_assert_nonnull (response);
  g_assert_cmpint (get_gap (fixture, 1), >=, 499);
}

static void
test_date (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) later = g_date_time_add_seconds (now, 20);
  g_autofree char *date = soup_date_time_to_string (later, SOUP_DATE_HTTP);
  g_autoptr (CandResponse) response = NULL;

  cand_net_set_haste (fixture->net, 100);
  add_refusal (fixture, 429, date);
  cand_test_server_add (fixture->server, "/list", 200, NULL, "at last");
  response = fixture_get (fixture, URL, NULL);
  g_assert_nonnull (response);
  g_assert_cmpint (get_gap (fixture, 1), >=, 150);
}

/* Only once. */
static void
test_refused_twice (Fixture *fixture, gconstpointer user_data)
{
  add_refusal (fixture, 429, "10");
  fixture_get_error (fixture, URL, CAND_NET_ERROR_TOO_MANY,
                     HOST " was asked too often and wants to be left alone until ");
  g_assert_cmpuint (cand_test_server_get_n_requests (fixture->server), ==, 2);
}

/* A long wait is not: the time is told, and nobody else asks that host until then. */
static void
test_given_up (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) earliest = g_date_time_add_seconds (now, 3600);
  g_autoptr (GDateTime) latest = g_date_time_add_seconds (now, 3660);
  g_autofree char *one = g_date_time_format (earliest, "%H:%M on %F");
  g_autofree char *other = g_date_time_format (latest, "%H:%M on %F");

  cand_net_set_haste (fixture->net, 1);
  add_refusal (fixture, 429, "3600");
  cand_test_server_add (fixture->server, "/list", 200, NULL, "x");

  g_assert_null (fixture_get (fixture, URL, &error));
  g_assert_error (error, CAND_NET_ERROR, CAND_NET_ERROR_TOO_MANY);
  g_assert_cmpint (cand_net_error_get_until (error), >, g_get_real_time () / G_USEC_PER_SEC);
  g_assert_true (g_str_has_suffix (error->message, one) ||
                 g_str_has_suffix (error->message, other));
  fixture_get_error (fixture, URL, CAND_NET_ERROR_TOO_MANY, error->message);
  fixture_get_error (fixture, "https://" HOST "/else", CAND_NET_ERROR_TOO_MANY, error->message);
  g_assert_cmpuint (cand_test_server_get_n_requests (fixture->server), ==, 1);
}

/* When the time has come, the host is asked again. */
static void
test_given_up_until (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (CandResponse) response = NULL;

  cand_net_set_haste (fixture->net, 1000);
  add_refusal (fixture, 429, "200");
  cand_test_server_add (fixture->server, "/list", 200, NULL, "again");
  fixture_get_error (fixture, URL, CAND_NET_ERROR_TOO_MANY, HOST " was asked too often");
  g_usleep (250 * 1000);
  response = fixture_get (fixture, URL, NULL);
  assert_body (response, "again");
}

/* Without a time there is nothing to wait for; but the next request keeps its distance. */
static void
test_no_time (Fixture *fixture, gconstpointer user_data)
{
  static const char *const values[] = { NULL, "", "soon", "-5", "1.5" };
  g_autoptr (CandRequest) request = create_request ();
  g_autoptr (CandResponse) response = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      cand_test_server_remove (fixture->server, "/list");
      add_refusal (fixture, 429, values[i]);
      fixture_get_error (fixture, URL, CAND_NET_ERROR_TOO_MANY,
                         HOST " was asked too often and does not say when it may be asked again");
    }
  g_assert_cmpuint (cand_test_server_get_n_requests (fixture->server), ==, G_N_ELEMENTS (values));

  cand_net_set_haste (fixture->net, 10);
  g_assert_null (fixture_send (fixture, request, &error));
  cand_test_server_remove (fixture->server, "/list");
  cand_test_server_add (fixture->server, "/list", 200, NULL, "x");
  response = fixture_send (fixture, request, NULL);
  g_assert_nonnull (response);
  g_assert_cmpint (get_gap (fixture, G_N_ELEMENTS (values) + 1), >=, 499);
}

static void
test_cancelled_while_waiting (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (CandRequest) request = create_request ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  cand_net_set_haste (fixture->net, 1);
  add_refusal (fixture, 429, "25");
  cand_net_send_async (fixture->net, request, cancellable, cand_test_keep_result, &result);
  cand_test_server_wait (fixture->server, 1);
  g_timeout_add_once (200, (GSourceOnceFunc) g_cancellable_cancel, cancellable);
  cand_test_wait_result (&result);
  g_assert_null (cand_net_send_finish (fixture->net, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (cand_test_server_get_n_requests (fixture->server), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/net/politeness/order-and-spacing", test_order_and_spacing);
  fixture_test ("/net/politeness/one-at-a-time", test_one_at_a_time);
  fixture_test ("/net/politeness/waited-out", test_waited_out);
  fixture_test ("/net/politeness/at-least-usual", test_at_least_usual);
  fixture_test ("/net/politeness/date", test_date);
  fixture_test ("/net/politeness/refused-twice", test_refused_twice);
  fixture_test ("/net/politeness/given-up", test_given_up);
  fixture_test ("/net/politeness/given-up-until", test_given_up_until);
  fixture_test ("/net/politeness/no-time", test_no_time);
  fixture_test ("/net/politeness/cancelled-while-waiting", test_cancelled_while_waiting);
  return g_test_run ();
}
