/* test-request.c: one HTTP request and its answer
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/model/cand-request.h"

static void
test_request (void)
{
  CandRequest *request = cand_request_new ("POST", "https://example.org/");
  g_autoptr (GBytes) body = g_bytes_new_static ("{}", 2);

  g_assert_cmpstr (cand_request_get_method (request), ==, "POST");
  g_assert_cmpstr (cand_request_get_url (request), ==, "https://example.org/");
  g_assert_null (cand_request_get_accept (request));
  g_assert_null (cand_request_get_body (request));
  g_assert_null (cand_request_get_body_type (request));
  g_assert_null (cand_request_get_etag (request));
  g_assert_null (cand_request_get_last_modified (request));
  g_assert_true (cand_request_get_follow (request));
  g_assert_cmpuint (cand_request_get_spacing (request), ==, 1000);
  g_assert_cmpuint (cand_request_get_spacing_after_refusal (request), ==, 5000);

  cand_request_set_accept (request, "application/json");
  cand_request_set_body (request, "application/json", body);
  cand_request_set_body (request, "application/json", body);
  cand_request_set_spacing (request, 2000, 6000);
  cand_request_set_validators (request, "\"a\"", "Tue, 29 Nov 2022 00:00:00 GMT");
  cand_request_set_follow (request, FALSE);
  g_assert_cmpstr (cand_request_get_accept (request), ==, "application/json");
  g_assert_true (cand_request_get_body (request) == body);
  g_assert_cmpstr (cand_request_get_body_type (request), ==, "application/json");
  g_assert_cmpuint (cand_request_get_spacing (request), ==, 2000);
  g_assert_cmpuint (cand_request_get_spacing_after_refusal (request), ==, 6000);
  g_assert_cmpstr (cand_request_get_etag (request), ==, "\"a\"");
  g_assert_cmpstr (cand_request_get_last_modified (request), ==, "Tue, 29 Nov 2022 00:00:00 GMT");
  g_assert_false (cand_request_get_follow (request));
  cand_request_set_body (request, NULL, NULL);
  g_assert_null (cand_request_get_body (request));
  g_assert_finalize_object (request);
}

static void
test_response (void)
{
  g_autoptr (GBytes) body = g_bytes_new_static ("[]", 2);
  CandResponse *response = cand_response_new (200, body);
  CandResponse *empty = cand_response_new (304, NULL);

  g_assert_cmpuint (cand_response_get_status (response), ==, 200);
  g_assert_true (cand_response_get_body (response) == body);
  g_assert_null (cand_response_get_etag (response));
  g_assert_null (cand_response_get_last_modified (response));
  g_assert_cmpstr (cand_response_get_media_type (response), ==, "");
  g_assert_null (cand_response_get_location (response));
  cand_response_set_validators (response, "\"a\"", "b");
  cand_response_set_media_type (response, "text/html");
  cand_response_set_location (response, "https://example.org/b");
  g_assert_cmpstr (cand_response_get_etag (response), ==, "\"a\"");
  g_assert_cmpstr (cand_response_get_last_modified (response), ==, "b");
  g_assert_cmpstr (cand_response_get_media_type (response), ==, "text/html");
  g_assert_cmpstr (cand_response_get_location (response), ==, "https://example.org/b");

  g_assert_cmpuint (cand_response_get_status (empty), ==, 304);
  g_assert_cmpuint (g_bytes_get_size (cand_response_get_body (empty)), ==, 0);
  g_assert_finalize_object (response);
  g_assert_finalize_object (empty);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/request/request", test_request);
  g_test_add_func ("/model/request/response", test_response);
  return g_test_run ();
}
