/* cand-targets.c: what the links of an announcement lead to
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-announced.h"

/* More different links are not looked at: it is no announcement any more. */
#define MAX_LINKS 3000

struct _CandTargets
{
  GHashTable *targets; /* (owned) (element-type utf8 CandTarget) NULL for what leads to no board */
};

static void
target_free (CandTarget *target)
{
  if (target == NULL)
    return;
  g_free (target->url);
  g_free (target->key);
  g_free (target->account);
  g_free (target);
}

CandTargets *
cand_targets_new (void)
{
  CandTargets *self = g_new0 (CandTargets, 1);

  self->targets =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) target_free);
  return self;
}

void
cand_targets_free (CandTargets *self)
{
  g_hash_table_unref (self->targets);
  g_free (self);
}

static CandTarget *
read_target (const char *link)
{
  g_autoptr (CandAddress) address = cand_address_parse (link, NULL);
  CandTarget *target;

  if (address == NULL)
    return NULL;
  target = g_new0 (CandTarget, 1);
  target->url = cand_address_strip_tracking (link);
  target->account = g_strdup (address->account);
  target->is_code = address->code != NULL;
  target->key = address->account != NULL && address->code != NULL
                    ? g_strdup_printf ("%s:%s:%s", address->system, address->account, address->code)
                    : g_strdup ("");
  return target;
}

const CandTarget *
cand_targets_find (CandTargets *self, const char *link)
{
  gpointer target;

  /* What a mail is sent to is no board, whatever its host. */
  if (!g_str_has_prefix (link, "http"))
    return NULL;
  if (g_hash_table_lookup_extended (self->targets, link, NULL, &target))
    return target;
  if (g_hash_table_size (self->targets) >= MAX_LINKS)
    return NULL;
  target = read_target (link);
  g_hash_table_insert (self->targets, g_strdup (link), target);
  return target;
}
