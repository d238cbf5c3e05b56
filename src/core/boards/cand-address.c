/* cand-address.c: what an address that a person pasted names
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-address.h"

#include <string.h>

#include "cand-board-system.h"

/* Longer than any address that a board has; what is longer is no address. */
#define MAX_ADDRESS 2048
#define MAX_NUMBER 20

/**
 * cand_address_free:
 * @self: (transfer full) (nullable): what an address named
 */
void
cand_address_free (CandAddress *self)
{
  if (self == NULL)
    return;
  g_free (self->account);
  g_free (self->code);
  g_free (self);
}

/* The address with a scheme: people paste "apply.workable.com/huggingface" as well. */
static char *
complete_address (const char *address)
{
  gsize authority = strcspn (address, "/?#:");

  if (g_str_has_prefix (address, "//"))
    return g_strconcat ("https:", address, NULL);
  if (authority > 0 && g_str_has_prefix (address + authority, "://"))
    return g_strdup (address);
  return g_strconcat ("https://", address, NULL);
}

/* Whether a host is written as hosts are, also after a resolver has made letters of ASCII of it:
 * one that was encoded ("z.recruit%40", "%3Az.recruit") or is in wide letters would mean another
 * address when it is written out again. A colon is in numeric hosts only. */
static gboolean
is_host (const char *host)
{
  g_autofree char *ascii = host != NULL ? g_hostname_to_ascii (host) : NULL;
  const char *more;

  if (ascii == NULL || *ascii == '\0')
    return FALSE;
  more = g_hostname_is_ip_address (ascii) ? "-._:" : "-._";
  for (const char *at = ascii; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && strchr (more, *at) == NULL)
      return FALSE;
  return TRUE;
}

/**
 * cand_address_to_uri:
 * @address: (nullable): what a person pasted; the scheme may be missing, blanks around it do no
 * harm
 *
 * Returns: (transfer full) (nullable): the address in its parts, those still encoded: no system has
 * a "%2F" in an account or a code
 */
GUri *
cand_address_to_uri (const char *address)
{
  g_autofree char *trimmed = NULL;
  g_autofree char *complete = NULL;
  g_autoptr (GUri) uri = NULL;

  if (address == NULL || strlen (address) > MAX_ADDRESS || !g_utf8_validate (address, -1, NULL))
    return NULL;
  trimmed = g_strstrip (g_strdup (address));
  if (*trimmed == '\0')
    return NULL;

  complete = complete_address (trimmed);
  uri = g_uri_parse (complete,
                     G_URI_FLAGS_SCHEME_NORMALIZE | G_URI_FLAGS_ENCODED_PATH |
                         G_URI_FLAGS_ENCODED_QUERY | G_URI_FLAGS_ENCODED_FRAGMENT,
                     NULL);
  if (uri == NULL || !is_host (g_uri_get_host (uri)))
    return NULL;
  /* "mailto:name@host", and names before a host that are there to deceive. */
  if (g_uri_get_userinfo (uri) != NULL)
    return NULL;
  if (!g_str_equal (g_uri_get_scheme (uri), "https") &&
      !g_str_equal (g_uri_get_scheme (uri), "http"))
    return NULL;
  return g_steal_pointer (&uri);
}

char *
cand_address_dup_host (GUri *uri)
{
  char *host = g_ascii_strdown (g_uri_get_host (uri), -1);

  if (g_str_has_suffix (host, "."))
    host[strlen (host) - 1] = '\0';
  return host;
}

GStrv
cand_address_split_path (GUri *uri)
{
  g_auto (GStrv) parts = g_strsplit (g_uri_get_path (uri), "/", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *part;

      if (*parts[i] == '\0')
        continue;
      part = g_uri_unescape_string (parts[i], "/");
      if (part == NULL || !g_utf8_validate (part, -1, NULL))
        {
          g_free (part);
          break;
        }
      g_strv_builder_take (builder, part);
    }
  return g_strv_builder_end (builder);
}

char *
cand_address_dup_parameter (GUri *uri, const char *name)
{
  const char *query = g_uri_get_query (uri);
  GUriParamsIter iter;
  g_autofree char *attribute = NULL;
  g_autofree char *value = NULL;

  if (query == NULL)
    return NULL;
  g_uri_params_iter_init (&iter, query, -1, "&;", G_URI_PARAMS_WWW_FORM);
  while (g_uri_params_iter_next (&iter, &attribute, &value, NULL))
    {
      if (g_str_equal (attribute, name) && *value != '\0' && g_utf8_validate (value, -1, NULL))
        return g_steal_pointer (&value);
      g_clear_pointer (&attribute, g_free);
      g_clear_pointer (&value, g_free);
    }
  return NULL;
}

char *
cand_address_dup_label (const char *host, const char *suffix)
{
  gsize length;

  if (!g_str_has_suffix (host, suffix))
    return NULL;
  length = strlen (host) - strlen (suffix);
  if (length == 0 || memchr (host, '.', length) != NULL)
    return NULL;
  return g_strndup (host, length);
}

gboolean
cand_address_is_word (const char *text, const char *more, gsize max_length)
{
  gsize length = text != NULL ? strlen (text) : 0;

  if (length == 0 || length > max_length || !g_ascii_isalnum (*text))
    return FALSE;
  for (gsize i = 1; i < length; i++)
    if (!g_ascii_isalnum (text[i]) && text[i] != '-' && text[i] != '_' &&
        (more == NULL || strchr (more, text[i]) == NULL))
      return FALSE;
  return TRUE;
}

gboolean
cand_address_is_uuid (const char *text)
{
  if (text == NULL || strlen (text) != 36)
    return FALSE;
  for (guint i = 0; i < 36; i++)
    if (i == 8 || i == 13 || i == 18 || i == 23 ? text[i] != '-' : !g_ascii_isxdigit (text[i]))
      return FALSE;
  return TRUE;
}

gboolean
cand_address_is_number (const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  return length > 0 && length <= MAX_NUMBER && strspn (text, "0123456789") == length;
}

/* Parameters that only tell who sent the visitor. */
static gboolean
is_tracking (const char *parameter)
{
  static const char *const names[] = {
    "ref",          "referrer",  "referer",     "source",  "src",    "gh_src", "lever-source",
    "lever-origin", "fbclid",    "gclid",       "msclkid", "mc_cid", "mc_eid", "trk",
    "trackingid",   "refid",     "gh_referrer", "_ga",     "_gl",    "igshid", "li_fat_id",
    "ashby_source", "promotion", "jobsource",   "dclid",   "yclid",  "si",     "lever-via",
  };
  g_autofree char *name = g_ascii_strdown (parameter, strcspn (parameter, "="));

  if (g_str_has_prefix (name, "utm_") || g_str_has_prefix (name, "lever-source"))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      return TRUE;
  return FALSE;
}

/* NULL when nothing is left. */
static char *
strip_query (const char *query)
{
  g_auto (GStrv) parameters = query != NULL ? g_strsplit (query, "&", -1) : NULL;
  g_autoptr (GString) kept = g_string_new (NULL);

  for (guint i = 0; parameters != NULL && parameters[i] != NULL; i++)
    {
      if (*parameters[i] == '\0' || is_tracking (parameters[i]))
        continue;
      if (kept->len > 0)
        g_string_append_c (kept, '&');
      g_string_append (kept, parameters[i]);
    }
  return kept->len > 0 ? g_string_free_and_steal (g_steal_pointer (&kept)) : NULL;
}

/**
 * cand_address_strip_tracking:
 * @address: an address as it was found; the scheme may be missing
 *
 * Returns: (transfer full) (nullable): the same page's address; NULL when it is none
 */
char *
cand_address_strip_tracking (const char *address)
{
  g_autoptr (GUri) uri = cand_address_to_uri (address);
  g_autofree char *query = NULL;
  g_autofree char *stripped = NULL;
  int port;

  if (uri == NULL)
    return NULL;
  /* The scheme's own port goes without saying. */
  port = g_uri_get_port (uri);
  if (port == (g_str_equal (g_uri_get_scheme (uri), "https") ? 443 : 80))
    port = -1;
  query = strip_query (g_uri_get_query (uri));
  stripped = g_uri_join (G_URI_FLAGS_ENCODED, g_uri_get_scheme (uri), NULL, g_uri_get_host (uri),
                         port, g_uri_get_path (uri), query, g_uri_get_fragment (uri));
  /* What may not stand in an address as it is takes three letters for one. */
  return strlen (stripped) <= MAX_ADDRESS ? g_steal_pointer (&stripped) : NULL;
}

/**
 * cand_address_parse:
 * @address: (nullable): what a person pasted; the scheme may be missing, blanks around it do no
 * harm
 * @error: CAND_BOARD_ERROR_NOT_A_BOARD
 *
 * Returns: (transfer full) (nullable): the system, and what of account and code the address says
 */
CandAddress *
cand_address_parse (const char *address, GError **error)
{
  const CandBoardSystem *const *systems = cand_board_systems ();
  g_autoptr (GUri) uri = cand_address_to_uri (address);
  g_autofree char *valid = NULL;
  g_autofree char *printable = NULL;

  for (guint i = 0; uri != NULL && systems[i] != NULL; i++)
    {
      CandAddress *found = systems[i]->recognise != NULL ? systems[i]->recognise (uri) : NULL;

      if (found != NULL)
        return found;
    }

  valid = g_utf8_make_valid (address != NULL ? address : "", -1);
  printable = g_utf8_truncate_middle (valid, 120);
  g_set_error (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_NOT_A_BOARD,
               "“%s” is not an address of a job board that Candidacy knows", printable);
  return NULL;
}
