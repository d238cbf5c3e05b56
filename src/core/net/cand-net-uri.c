/* cand-net-uri.c: which addresses are asked, and where a redirect leads
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-net-uri.h"

#include <libsoup/soup.h>

#include "cand-net-address.h"

/* Why @uri is not asked, to follow its name; NULL when it may be. */
static const char *
find_fault (GUri *uri)
{
  if (uri == NULL)
    return "is not an address";
  if (!g_str_equal (g_uri_get_scheme (uri), "https"))
    return "is not https, which is all that Candidacy asks";
  if (g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    return "names no host";
  if (g_uri_get_userinfo (uri) != NULL)
    return "carries a user's name";
  if (cand_net_host_is_local (g_uri_get_host (uri)))
    return "is on this machine or its own network";
  return NULL;
}

GUri *
cand_net_uri_parse (const char *url, GError **error)
{
  g_autoptr (GUri) uri = g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL);
  const char *fault = find_fault (uri);
  g_autofree char *printable = NULL;

  if (fault == NULL)
    return g_steal_pointer (&uri);

  printable = g_utf8_make_valid (url, -1);
  g_set_error (error, CAND_NET_ERROR, CAND_NET_ERROR_UNREACHABLE, "“%s” %s", printable, fault);
  return NULL;
}

GUri *
cand_net_uri_follow (GUri *uri, const char *location, CandNetHosts *hosts, GError **error)
{
  g_autoptr (GUri) next = NULL;
  g_autofree char *printable = NULL;
  const char *fault;

  if (location == NULL)
    {
      g_set_error (error, CAND_NET_ERROR, CAND_NET_ERROR_REDIRECT,
                   "%s sends elsewhere without saying where", g_uri_get_host (uri));
      return NULL;
    }

  next = g_uri_parse_relative (uri, location, SOUP_HTTP_URI_FLAGS, NULL);
  if (next != NULL && hosts != NULL && g_uri_get_host (next) != NULL)
    {
      GUri *public = cand_net_hosts_restore (hosts, next, g_uri_get_host (uri));

      if (public != NULL)
        {
          g_uri_unref (next);
          next = public;
        }
    }
  fault = find_fault (next);
  if (fault == NULL)
    return g_steal_pointer (&next);

  printable = g_utf8_make_valid (location, -1);
  g_set_error (error, CAND_NET_ERROR, CAND_NET_ERROR_REDIRECT, "%s sends to “%s”, which %s",
               g_uri_get_host (uri), printable, fault);
  return NULL;
}
