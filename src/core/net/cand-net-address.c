/* cand-net-address.c: which addresses lie on the caller's own machine or network
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-net-address.h"

#include <string.h>

static gboolean
is_local_ipv4 (const guint8 *bytes)
{
  static const char *const ranges[] = { "0.0.0.0/8",    "10.0.0.0/8",     "100.64.0.0/10",
                                        "127.0.0.0/8",  "169.254.0.0/16", "172.16.0.0/12",
                                        "192.0.0.0/24", "192.168.0.0/16", "224.0.0.0/4",
                                        "240.0.0.0/4" };
  g_autoptr (GInetAddress) address = g_inet_address_new_from_bytes (bytes, G_SOCKET_FAMILY_IPV4);

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autoptr (GInetAddressMask) range = g_inet_address_mask_new_from_string (ranges[i], NULL);

      if (g_inet_address_mask_matches (range, address))
        return TRUE;
    }
  return FALSE;
}

gboolean
cand_net_address_is_local (GInetAddress *address)
{
  static const guint8 mapped[12] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff };
  static const guint8 translated[12] = { 0x00, 0x64, 0xff, 0x9b };
  static const guint8 compatible[12] = { 0 };
  const guint8 *bytes = g_inet_address_to_bytes (address);

  if (g_inet_address_get_family (address) == G_SOCKET_FAMILY_IPV4)
    return is_local_ipv4 (bytes);

  /* IPv4 in an IPv6 coat; "::" and "::1" are of the last form. */
  if (memcmp (bytes, mapped, sizeof mapped) == 0 ||
      memcmp (bytes, translated, sizeof translated) == 0 ||
      memcmp (bytes, compatible, sizeof compatible) == 0)
    return is_local_ipv4 (bytes + 12);

  return g_inet_address_get_is_link_local (address) || g_inet_address_get_is_site_local (address) ||
         g_inet_address_get_is_multicast (address) || (bytes[0] & 0xfe) == 0xfc;
}

gboolean
cand_net_host_is_local (const char *host)
{
  static const char *const suffixes[] = { ".localhost", ".localdomain", ".local", ".internal",
                                          ".home.arpa" };
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);
  g_autofree char *name = g_ascii_strdown (host, -1);
  const char *last_dot;

  if (address != NULL)
    return cand_net_address_is_local (address);
  if (g_str_has_suffix (name, "."))
    name[strlen (name) - 1] = '\0';

  last_dot = strrchr (name, '.');
  /* No top-level domain begins with a digit, but "127.1" and "0x7f.1" are addresses for some. */
  if (last_dot == NULL || g_ascii_isdigit (last_dot[1]) || last_dot[1] == '\0')
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (name, suffixes[i]))
      return TRUE;
  return FALSE;
}
