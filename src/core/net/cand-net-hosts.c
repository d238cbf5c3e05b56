/* cand-net-hosts.c: what CANDIDACY_HOSTS says: which hosts are played by a server on this machine
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-net-hosts.h"

#include <libsoup/soup.h>
#include <string.h>

#include "cand-net.h"

struct _CandNetHosts
{
  GHashTable *by_host; /* host -> GUri of this machine */
};

static gboolean
is_loopback (const char *host)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);

  if (address != NULL)
    return g_inet_address_get_is_loopback (address);
  return g_ascii_strcasecmp (host, "localhost") == 0;
}

static int
get_port (GUri *uri)
{
  if (g_uri_get_port (uri) > 0)
    return g_uri_get_port (uri);
  return g_str_equal (g_uri_get_scheme (uri), "https") ? 443 : 80;
}

/* @uri's path and query at @scheme, @host and @port. */
static GUri *
move_uri (GUri *uri, const char *scheme, const char *host, int port)
{
  const char *path = g_uri_get_path (uri);

  return g_uri_build (SOUP_HTTP_URI_FLAGS, scheme, NULL, host, port, *path != '\0' ? path : "/",
                      g_uri_get_query (uri), NULL);
}

/* What is wrong with the address that plays a host; NULL for nothing. */
static const char *
find_fault (GUri *uri)
{
  const char *path;

  if (uri == NULL)
    return "is not HOST=http://127.0.0.1:PORT";
  if (!g_str_equal (g_uri_get_scheme (uri), "http") &&
      !g_str_equal (g_uri_get_scheme (uri), "https"))
    return "is neither http nor https";
  if (g_uri_get_host (uri) == NULL || !is_loopback (g_uri_get_host (uri)))
    return "does not lead to this machine (127.0.0.1, ::1 or localhost)";
  path = g_uri_get_path (uri);
  if ((*path != '\0' && !g_str_equal (path, "/")) || g_uri_get_query (uri) != NULL ||
      g_uri_get_fragment (uri) != NULL || g_uri_get_userinfo (uri) != NULL)
    return "has more than a host and a port";
  return NULL;
}

static gboolean
add_entry (CandNetHosts *self, const char *entry, GError **error)
{
  const char *equals = strchr (entry, '=');
  g_autofree char *host = NULL;
  g_autoptr (GUri) uri = NULL;
  const char *fault;

  if (equals != NULL && equals > entry)
    {
      host = g_ascii_strdown (entry, equals - entry);
      uri = g_uri_parse (equals + 1, SOUP_HTTP_URI_FLAGS, NULL);
    }
  fault = find_fault (uri);
  if (fault == NULL && strpbrk (host, "/:@?#[]%") != NULL)
    fault = "has more before its “=” than the name of a host";
  if (fault != NULL)
    {
      g_autofree char *printable = g_utf8_make_valid (entry, -1);

      g_set_error (error, CAND_NET_ERROR, CAND_NET_ERROR_BAD_HOST,
                   "The entry “%s” of CANDIDACY_HOSTS %s", printable, fault);
      return FALSE;
    }
  g_hash_table_insert (self->by_host, g_steal_pointer (&host), g_steal_pointer (&uri));
  return TRUE;
}

CandNetHosts *
cand_net_hosts_new (const char *text, GError **error)
{
  g_autoptr (CandNetHosts) self = g_new0 (CandNetHosts, 1);
  g_auto (GStrv) entries = g_strsplit_set (text, " \t\r\n", -1);

  self->by_host =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_uri_unref);
  for (guint i = 0; entries[i] != NULL; i++)
    if (*entries[i] != '\0' && !add_entry (self, entries[i], error))
      return NULL;
  /* Whoever set it means to keep away from the real hosts. */
  if (g_hash_table_size (self->by_host) == 0)
    {
      g_set_error_literal (error, CAND_NET_ERROR, CAND_NET_ERROR_BAD_HOST,
                           "CANDIDACY_HOSTS is set to nothing but blanks; it takes "
                           "HOST=http://127.0.0.1:PORT, or has to be empty or unset");
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
cand_net_hosts_free (CandNetHosts *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->by_host, g_hash_table_unref);
  g_free (self);
}

GUri *
cand_net_hosts_substitute (CandNetHosts *self, GUri *uri, GError **error)
{
  g_autofree char *host = g_ascii_strdown (g_uri_get_host (uri), -1);
  GUri *base = g_hash_table_lookup (self->by_host, host);

  if (base == NULL)
    {
      g_set_error (error, CAND_NET_ERROR, CAND_NET_ERROR_UNREACHABLE,
                   "%s cannot be reached: CANDIDACY_HOSTS is set and does not name it", host);
      return NULL;
    }
  return move_uri (uri, g_uri_get_scheme (base), g_uri_get_host (base), g_uri_get_port (base));
}

GUri *
cand_net_hosts_restore (CandNetHosts *self, GUri *uri, const char *preferred)
{
  const char *found = NULL;
  GHashTableIter iter;
  gpointer host, base;

  g_hash_table_iter_init (&iter, self->by_host);
  while (g_hash_table_iter_next (&iter, &host, &base))
    if (g_str_equal (g_uri_get_scheme (base), g_uri_get_scheme (uri)) &&
        g_ascii_strcasecmp (g_uri_get_host (base), g_uri_get_host (uri)) == 0 &&
        get_port (base) == get_port (uri) &&
        (found == NULL || g_ascii_strcasecmp (host, preferred) == 0))
      found = host;

  return found != NULL ? move_uri (uri, "https", found, -1) : NULL;
}
