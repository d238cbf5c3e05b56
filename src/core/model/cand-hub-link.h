/* cand-hub-link.h: what somebody has on the Hugging Face Hub
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  CAND_HUB_USER,
  CAND_HUB_ACCOUNT, /* a user's or an organisation's: the address does not tell */
  CAND_HUB_MODEL,
  CAND_HUB_DATASET,
  CAND_HUB_SPACE,
} CandHubKind;

/* @name: "ada" of a user, else "ada/engine". */
typedef struct
{
  CandHubKind kind;
  char *name; /* (owned) */
} CandHubLink;
/* NULL for what can be no name on the Hub. */
CandHubLink *cand_hub_link_new (CandHubKind kind, const char *name);
void cand_hub_link_free (CandHubLink *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandHubLink, cand_hub_link_free)

/* The user's name that was typed as "ada", "@ada" or "https://huggingface.co/ada". (transfer full)
 * (nullable) */
CandHubLink *cand_hub_link_new_typed (const char *text);

/* More links than that of one text are not looked at. */
#define CAND_HUB_MAX_LINKS 20

/* The accounts, models, datasets and Spaces whose addresses stand in @text, each once, in order:
 * (element-type CandHubLink) (transfer full). */
GPtrArray *cand_hub_find_links (const char *text);

/* As in its address after the host: "datasets/ada/notes". (transfer full) */
char *cand_hub_link_dup_path (const CandHubLink *self);

G_END_DECLS
