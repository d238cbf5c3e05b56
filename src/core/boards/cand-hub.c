/* cand-hub.c: asks the Hugging Face Hub whether something is there
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-hub.h"

#include "cand-board-request.h"
#include "cand-board-system.h"
#include "cand-json.h"

#define MAX_NAME 200

static CandRequest *
request (const char *kind, const char *name, const char *more)
{
  /* A name needs no escaping: cand_hub_link_new. */
  g_autofree char *url = g_strconcat ("https://huggingface.co/api/", kind, "/", name, more, NULL);

  return cand_board_request_new_json (url);
}

CandRequest *
cand_hub_request (const CandHubLink *link, guint attempt)
{
  switch (link->kind)
    {
    case CAND_HUB_USER:
      return attempt == 0 ? request ("users", link->name, "/overview") : NULL;
    case CAND_HUB_ACCOUNT:
      if (attempt < 2)
        return request (attempt == 0 ? "users" : "organizations", link->name, "/overview");
      return attempt == 2 ? request ("models", link->name, NULL) : NULL;
    case CAND_HUB_MODEL:
      return attempt == 0 ? request ("models", link->name, NULL) : NULL;
    case CAND_HUB_DATASET:
      return attempt == 0 ? request ("datasets", link->name, NULL) : NULL;
    case CAND_HUB_SPACE:
      return attempt == 0 ? request ("spaces", link->name, NULL) : NULL;
    }
  return NULL;
}

char *
cand_hub_parse (GBytes *body, GError **error)
{
  /* Of a repository, of a user, of an organisation. */
  static const char *const members[] = { "id", "user", "name" };
  g_autoptr (JsonObject) answer = cand_json_parse_object (body, "The Hub's answer", error);

  if (answer == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *name = cand_json_dup_line (answer, members[i]);

      if (name != NULL && g_utf8_strlen (name, -1) <= MAX_NAME)
        return g_steal_pointer (&name);
    }
  g_set_error_literal (error, CAND_BOARD_ERROR, CAND_BOARD_ERROR_MALFORMED,
                       "The Hub's answer names nothing");
  return NULL;
}
