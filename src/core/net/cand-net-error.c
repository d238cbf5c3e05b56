/* cand-net-error.c: what went wrong with a request, in one domain and in plain words
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-net-error.h"

#include <stdio.h>
#include <string.h>

/* What libsoup has no names for: RFC 6585 and RFC 7725. */
#define STATUS_TOO_MANY_REQUESTS 429
#define STATUS_UNAVAILABLE_FOR_LEGAL_REASONS 451

GQuark
cand_net_error_quark (void)
{
  return g_quark_from_static_string ("cand-net-error-quark");
}

static CandNetError
code_of_tls_error (int code, gboolean in_body)
{
  /* The other side hung up, without a word on certificates. */
  if (code == G_TLS_ERROR_EOF)
    return in_body ? CAND_NET_ERROR_TRUNCATED : CAND_NET_ERROR_UNREACHABLE;
  return CAND_NET_ERROR_TLS;
}

static CandNetError
code_of_cause (const GError *cause, gboolean in_body)
{
  if (cause->domain == G_TLS_ERROR)
    return code_of_tls_error (cause->code, in_body);
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return CAND_NET_ERROR_TIMEOUT;
  if (cause->domain == SOUP_SESSION_ERROR)
    return CAND_NET_ERROR_STATUS;
  return in_body ? CAND_NET_ERROR_TRUNCATED : CAND_NET_ERROR_UNREACHABLE;
}

static const char *
describe_code (CandNetError code)
{
  switch (code)
    {
    case CAND_NET_ERROR_UNREACHABLE:
      return "cannot be reached";
    case CAND_NET_ERROR_TIMEOUT:
      return "did not answer in time";
    case CAND_NET_ERROR_TLS:
      return "could not prove who it is";
    case CAND_NET_ERROR_STATUS:
      return "did not answer in HTTP";
    case CAND_NET_ERROR_TRUNCATED:
      return "broke its answer off";
    case CAND_NET_ERROR_NOT_FOUND:
    case CAND_NET_ERROR_FORBIDDEN:
    case CAND_NET_ERROR_TOO_MANY:
    case CAND_NET_ERROR_SERVER:
    case CAND_NET_ERROR_TOO_LARGE:
    case CAND_NET_ERROR_REDIRECT:
    case CAND_NET_ERROR_BAD_HOST:
      break;
    }
  g_assert_not_reached ();
}

GError *
cand_net_error_from_cause (const char *host, const GError *cause, gboolean in_body)
{
  CandNetError code;

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_error_copy (cause);
  code = code_of_cause (cause, in_body);
  return g_error_new (CAND_NET_ERROR, code, "%s %s: %s", host, describe_code (code),
                      cause->message);
}

GError *
cand_net_error_from_status (GUri *uri, guint status)
{
  CandNetError code = CAND_NET_ERROR_STATUS;
  const char *phrase = soup_status_get_phrase (status);

  if (status == SOUP_STATUS_NOT_FOUND || status == SOUP_STATUS_GONE)
    code = CAND_NET_ERROR_NOT_FOUND;
  else if (status == SOUP_STATUS_UNAUTHORIZED || status == SOUP_STATUS_FORBIDDEN ||
           status == SOUP_STATUS_PROXY_AUTHENTICATION_REQUIRED ||
           status == STATUS_UNAVAILABLE_FOR_LEGAL_REASONS)
    code = CAND_NET_ERROR_FORBIDDEN;
  else if (status >= 500 && status < 600)
    code = CAND_NET_ERROR_SERVER;

  return g_error_new (CAND_NET_ERROR, code, "%s answered %u (%s) for %s", g_uri_get_host (uri),
                      status, phrase, g_uri_get_path (uri));
}

/* How the time stands at the end of the message: the message is what goes along with an error
 * wherever it is kept, so the time is read from there again. */
#define UNTIL " until "
#define UNTIL_FORMAT "%H:%M on %Y-%m-%d"
#define UNTIL_SCAN "%2d:%2d on %4d-%2d-%2d"

GError *
cand_net_error_refused (const char *host, GDateTime *until)
{
  g_autoptr (GDateTime) local = until != NULL ? g_date_time_to_local (until) : NULL;
  g_autofree char *time = local != NULL ? g_date_time_format (local, UNTIL_FORMAT) : NULL;

  if (time == NULL)
    return g_error_new (CAND_NET_ERROR, CAND_NET_ERROR_TOO_MANY,
                        "%s was asked too often and does not say when it may be asked again", host);
  return g_error_new (CAND_NET_ERROR, CAND_NET_ERROR_TOO_MANY,
                      "%s was asked too often and wants to be left alone" UNTIL "%s", host, time);
}

gint64
cand_net_error_get_until (const GError *error)
{
  const char *time;
  int hour, minute, year, month, day;
  g_autoptr (GDateTime) until = NULL;

  g_return_val_if_fail (error != NULL, 0);
  if (!g_error_matches (error, CAND_NET_ERROR, CAND_NET_ERROR_TOO_MANY))
    return 0;
  time = g_strrstr (error->message, UNTIL);
  if (time == NULL ||
      sscanf (time + strlen (UNTIL), UNTIL_SCAN, &hour, &minute, &year, &month, &day) != 5)
    return 0;
  until = g_date_time_new_local (year, month, day, hour, minute, 0);
  return until != NULL ? g_date_time_to_unix (until) : 0;
}

gboolean
cand_net_is_refusal (guint status, SoupMessageHeaders *headers)
{
  return status == STATUS_TOO_MANY_REQUESTS ||
         (status == SOUP_STATUS_SERVICE_UNAVAILABLE && cand_net_get_retry_after (headers) >= 0);
}

gint64
cand_net_get_retry_after (SoupMessageHeaders *headers)
{
  const char *text = soup_message_headers_get_one (headers, "Retry-After");
  g_autofree char *trimmed = text != NULL ? g_strstrip (g_strdup (text)) : NULL;
  g_autoptr (GDateTime) date = NULL;
  g_autoptr (GDateTime) now = NULL;

  if (trimmed == NULL || *trimmed == '\0')
    return -1;
  if (strspn (trimmed, "0123456789") == strlen (trimmed))
    return MIN (g_ascii_strtoull (trimmed, NULL, 10), G_MAXINT32);

  date = soup_date_time_new_from_http_string (trimmed);
  if (date == NULL)
    return -1;
  now = g_date_time_new_now_utc ();
  /* Rounded up: a second too late is polite, a second too early is not. */
  return MAX ((g_date_time_difference (date, now) + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC, 0);
}
