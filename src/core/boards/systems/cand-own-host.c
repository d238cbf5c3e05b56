/* cand-own-host.c: systems whose boards also run under the organisation's own host
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-own-host.h"

#include <string.h>

#include "core/boards/cand-address.h"
#include "core/text/cand-page.h"

#define MAX_HOST 253

char *
cand_own_host_dup_account (GUri *uri)
{
  g_autofree char *given = cand_address_dup_host (uri);
  g_autofree char *ascii = g_hostname_to_ascii (given);
  g_autofree char *host = ascii != NULL ? g_ascii_strdown (ascii, -1) : NULL;
  int port = g_uri_get_port (uri);

  if (host == NULL || (port != -1 && port != 443 && port != 80) ||
      !cand_address_is_word (host, ".", MAX_HOST) || strchr (host, '.') == NULL ||
      g_hostname_is_ip_address (host))
    return NULL;
  return g_steal_pointer (&host);
}

static gboolean
is_below (const char *host, const char *domain)
{
  gsize length = strlen (host);
  gsize domain_length = strlen (domain);

  return g_str_has_suffix (host, domain) &&
         (length == domain_length || host[length - domain_length - 1] == '.');
}

char *
cand_own_host_claim (GUri *uri, const char *html, const char *assets, const char *widgets)
{
  g_autofree char *account = cand_own_host_dup_account (uri);
  g_autofree char *base = NULL;
  g_autoptr (CandPage) page = NULL;

  /* Most pages are told without being read. */
  if (account == NULL || strstr (html, assets) == NULL)
    return NULL;

  base = g_uri_to_string (uri);
  page = cand_page_new_from_html (html, -1, base);
  for (guint i = 0; i < page->sources->len; i++)
    {
      g_autoptr (GUri) source = cand_address_to_uri (g_ptr_array_index (page->sources, i));
      g_autofree char *host = source != NULL ? cand_address_dup_host (source) : NULL;

      if (host != NULL && is_below (host, assets) && !is_below (host, widgets))
        return g_steal_pointer (&account);
    }
  return NULL;
}

char *
cand_own_host_of_account (const char *account, const char *suffix)
{
  return strchr (account, '.') != NULL ? g_strdup (account) : g_strconcat (account, suffix, NULL);
}
