/* cand-net-headers.c: between our requests and answers and libsoup's messages
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-net-headers.h"

/* A header's value as something that may be kept, or sent back: NULL unless it is plain ASCII. */
static const char *
plain_header (const char *value)
{
  if (value == NULL || *value == '\0')
    return NULL;
  for (const char *p = value; *p != '\0'; p++)
    if (!g_ascii_isprint (*p))
      return NULL;
  return value;
}

static void
set_header (SoupMessage *message, const char *name, const char *value)
{
  if (plain_header (value) != NULL)
    soup_message_headers_replace (soup_message_get_request_headers (message), name, value);
}

SoupMessage *
cand_net_create_message (CandRequest *request, GUri *target, gboolean get)
{
  const char *method = get ? "GET" : cand_request_get_method (request);
  SoupMessage *message = soup_message_new_from_uri (method, target);
  GBytes *body = cand_request_get_body (request);

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  set_header (message, "Accept-Encoding", "gzip");
  set_header (message, "Accept", cand_request_get_accept (request));
  set_header (message, "If-None-Match", cand_request_get_etag (request));
  set_header (message, "If-Modified-Since", cand_request_get_last_modified (request));
  if (body != NULL && !get)
    soup_message_set_request_body_from_bytes (message, cand_request_get_body_type (request), body);
  return message;
}

gboolean
cand_net_is_conditional (CandRequest *request)
{
  return plain_header (cand_request_get_etag (request)) != NULL ||
         plain_header (cand_request_get_last_modified (request)) != NULL;
}

CandResponse *
cand_net_create_response (CandRequest *request, SoupMessage *message, GBytes *body, GUri *location)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  guint status = soup_message_get_status (message);
  const char *etag = plain_header (soup_message_headers_get_one (headers, "ETag"));
  const char *modified = plain_header (soup_message_headers_get_one (headers, "Last-Modified"));
  g_autoptr (GHashTable) parameters = NULL;
  const char *media_type =
      plain_header (soup_message_headers_get_content_type (headers, &parameters));
  g_autofree char *lower = g_ascii_strdown (media_type != NULL ? media_type : "", -1);
  g_autofree char *address = g_uri_to_string (location);
  CandResponse *response = cand_response_new (status, body);

  /* A 304 need not repeat them (RFC 9110, 15.4.5). */
  if (status == SOUP_STATUS_NOT_MODIFIED && etag == NULL && modified == NULL)
    {
      etag = cand_request_get_etag (request);
      modified = cand_request_get_last_modified (request);
    }
  cand_response_set_validators (response, etag, modified);
  cand_response_set_media_type (response, lower);
  if (parameters != NULL)
    cand_response_set_charset (response,
                               plain_header (g_hash_table_lookup (parameters, "charset")));
  cand_response_set_location (response, address);
  return response;
}
