/* cand-hub-link.c: what somebody has on the Hugging Face Hub
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-hub-link.h"

#include <string.h>

/* Names are those of https://huggingface.co/docs/huggingface_hub (validate_repo_id): letters,
 * digits, "-", "_" and ".", at most 96 characters, with a letter or digit at both ends. */
#define MAX_NAME 96

/* First parts of addresses that are no account. */
static const char *const pages[] = {
  "api",           "blog",
  "brand",         "changelog",
  "chat",          "collections",
  "contact",       "datasets",
  "docs",          "docsets",
  "enterprise",    "huggingchat",
  "inference",     "inference-endpoints",
  "join",          "jobs",
  "kernels",       "languages",
  "learn",         "login",
  "models",        "new",
  "organizations", "papers",
  "posts",         "pricing",
  "privacy",       "pro",
  "search",        "settings",
  "spaces",        "static",
  "storage",       "support",
  "tasks",         "terms-of-service",
  "welcome",
};

static gboolean
is_part (const char *text, gsize length)
{
  if (length == 0 || length > MAX_NAME || !g_ascii_isalnum (text[0]) ||
      !(g_ascii_isalnum (text[length - 1]) || text[length - 1] == '_'))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (text[i]) && strchr ("-_.", text[i]) == NULL)
      return FALSE;
  return g_strstr_len (text, length, "..") == NULL && g_strstr_len (text, length, "--") == NULL;
}

static gboolean
is_name (const char *name, gboolean in_account)
{
  const char *slash = strchr (name, '/');

  if (!in_account)
    return is_part (name, strlen (name));
  return slash != NULL && is_part (name, slash - name) && is_part (slash + 1, strlen (slash + 1));
}

CandHubLink *
cand_hub_link_new (CandHubKind kind, const char *name)
{
  CandHubLink *self;

  if (!is_name (name, kind != CAND_HUB_USER && kind != CAND_HUB_ACCOUNT))
    return NULL;
  self = g_new0 (CandHubLink, 1);
  self->kind = kind;
  self->name = g_strdup (name);
  return self;
}

void
cand_hub_link_free (CandHubLink *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self);
}

static gboolean
is_page (const char *part)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_ascii_strcasecmp (part, pages[i]) == 0)
      return TRUE;
  return FALSE;
}

static CandHubLink *
new_in_account (CandHubKind kind, const char *account, const char *rest)
{
  g_autofree char *name = NULL;

  if (account == NULL || rest == NULL)
    return NULL;
  name = g_strconcat (account, "/", rest, NULL);
  return cand_hub_link_new (kind, name);
}

/* @path: what follows the host and its "/". */
static CandHubLink *
new_from_path (const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", 5);
  guint n = g_strv_length (parts);

  while (n > 0 && *parts[n - 1] == '\0')
    g_clear_pointer (&parts[--n], g_free);
  if (n == 0)
    return NULL;
  if (g_str_equal (parts[0], "datasets") || g_str_equal (parts[0], "spaces"))
    return new_in_account (*parts[0] == 'd' ? CAND_HUB_DATASET : CAND_HUB_SPACE,
                           n > 2 ? parts[1] : NULL, n > 2 ? parts[2] : NULL);
  if (is_page (parts[0]))
    return NULL;
  if (n == 1)
    return cand_hub_link_new (CAND_HUB_ACCOUNT, parts[0]);
  return new_in_account (CAND_HUB_MODEL, parts[0], parts[1]);
}

/* Whether the host begins at @start, and is no part of another one. */
static gboolean
begins_host (const char *text, const char *start)
{
  if (start - text >= 4 && g_ascii_strncasecmp (start - 4, "www.", 4) == 0)
    start -= 4;
  return start == text || !(g_ascii_isalnum (start[-1]) || strchr ("-_.@", start[-1]) != NULL);
}

/* Moves *@at behind the next address and returns its path; NULL at the end. */
static char *
next_path (const char *text, const char **at)
{
  static const char *const hosts[] = { "huggingface.co/", "hf.co/" };

  for (const char *slash = strchr (*at, '/'); slash != NULL; slash = strchr (slash + 1, '/'))
    for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
      {
        gsize before = strlen (hosts[i]) - 1;
        gsize length = 0;

        if ((gsize) (slash - text) < before ||
            g_ascii_strncasecmp (slash - before, hosts[i], before) != 0 ||
            !begins_host (text, slash - before))
          continue;
        while (g_ascii_isalnum (slash[1 + length]) ||
               (slash[1 + length] != '\0' && strchr ("-_./", slash[1 + length]) != NULL))
          length++;
        *at = slash + 1 + length;
        /* The end of a sentence is no part of it. */
        while (length > 0 && slash[length] == '.')
          length--;
        return g_strndup (slash + 1, length);
      }
  return NULL;
}

static gboolean
is_known (GPtrArray *links, const CandHubLink *link)
{
  for (guint i = 0; i < links->len; i++)
    {
      const CandHubLink *known = g_ptr_array_index (links, i);

      if (known->kind == link->kind && g_ascii_strcasecmp (known->name, link->name) == 0)
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
cand_hub_find_links (const char *text)
{
  GPtrArray *links = g_ptr_array_new_with_free_func ((GDestroyNotify) cand_hub_link_free);
  const char *at = text;
  char *path;

  while (links->len < CAND_HUB_MAX_LINKS && (path = next_path (text, &at)) != NULL)
    {
      g_autofree char *owned = path;
      g_autoptr (CandHubLink) link = new_from_path (owned);

      if (link != NULL && !is_known (links, link))
        g_ptr_array_add (links, g_steal_pointer (&link));
    }
  return links;
}

CandHubLink *
cand_hub_link_new_typed (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autoptr (GPtrArray) links = cand_hub_find_links (stripped);
  const CandHubLink *link = links->len == 1 ? g_ptr_array_index (links, 0) : NULL;

  if (link != NULL && link->kind == CAND_HUB_ACCOUNT)
    return cand_hub_link_new (CAND_HUB_USER, link->name);
  return cand_hub_link_new (CAND_HUB_USER, *stripped == '@' ? stripped + 1 : stripped);
}

char *
cand_hub_link_dup_path (const CandHubLink *self)
{
  switch (self->kind)
    {
    case CAND_HUB_DATASET:
      return g_strconcat ("datasets/", self->name, NULL);
    case CAND_HUB_SPACE:
      return g_strconcat ("spaces/", self->name, NULL);
    case CAND_HUB_USER:
    case CAND_HUB_ACCOUNT:
    case CAND_HUB_MODEL:
      break;
    }
  return g_strdup (self->name);
}
