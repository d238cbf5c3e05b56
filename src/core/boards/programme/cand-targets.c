/* cand-targets.c: what the links of an announcement lead to
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-announced.h"

#include <string.h>

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
  if (g_ascii_strncasecmp (link, "http", strlen ("http")) != 0)
    return NULL;
  if (g_hash_table_lookup_extended (self->targets, link, NULL, &target))
    return target;
  if (g_hash_table_size (self->targets) >= MAX_LINKS)
    return NULL;
  target = read_target (link);
  g_hash_table_insert (self->targets, g_strdup (link), target);
  return target;
}

const CandTarget *
cand_targets_find_run (CandTargets *self, const CandRun *run)
{
  const CandTarget *target = NULL;

  if (run->link != NULL && (run->flags & CAND_RUN_STRIKE) == 0)
    target = cand_targets_find (self, run->link);
  return target != NULL && target->is_code ? target : NULL;
}

void
cand_targets_add_position (CandTargets *self, const char *link)
{
  CandTarget *target;
  char *url = cand_address_strip_tracking (link);

  if (url == NULL)
    return;
  target = g_new0 (CandTarget, 1);
  target->url = url;
  target->key = g_strdup ("");
  target->is_code = TRUE;
  g_hash_table_insert (self->targets, g_strdup (link), target);
}

const char *
cand_target_get_identity (const CandTarget *target)
{
  return *target->key != '\0' ? target->key : target->url;
}

/* The headings of one level in one part are of one kind: a key for it. */
static gpointer
get_part_key (CandAnnouncement *announcement, guint heading)
{
  const CandPassage *passage = cand_announcement_get (announcement, heading);

  return GUINT_TO_POINTER ((passage->above + 1) * (CAND_BOLD_HEADING + 1) + passage->heading);
}

/* The first position that it links to; NULL for none. */
static const CandTarget *
find_mention (CandTargets *self, const CandPassage *passage)
{
  for (guint i = 0; i < passage->block->runs->len; i++)
    {
      const CandRun *run = g_ptr_array_index (passage->block->runs, i);
      const CandTarget *target = cand_targets_find_run (self, run);

      if (target != NULL)
        return target;
    }
  return NULL;
}

void
cand_targets_mark (CandTargets *self, CandAnnouncement *announcement)
{
  /* (element-type guint CandTarget) by the heading that it is right under. */
  g_autoptr (GHashTable) first = g_hash_table_new (NULL, NULL);
  /* Keys of the headings of which one heads several. */
  g_autoptr (GHashTable) groups = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < cand_announcement_get_length (announcement); i++)
    {
      CandPassage *passage = cand_announcement_get (announcement, i);
      const CandTarget *target = find_mention (self, passage);
      gpointer above = GUINT_TO_POINTER (passage->above);
      const CandTarget *other = g_hash_table_lookup (first, above);

      passage->mentions = target != NULL;
      if (target == NULL || passage->above == CAND_NO_PASSAGE)
        continue;
      if (other == NULL)
        g_hash_table_insert (first, above, (gpointer) target);
      else if (!g_str_equal (cand_target_get_identity (other), cand_target_get_identity (target)))
        g_hash_table_add (groups, get_part_key (announcement, passage->above));
    }
  for (guint i = 0; i < cand_announcement_get_length (announcement); i++)
    cand_announcement_get (announcement, i)->introduces_one =
        g_hash_table_contains (first, GUINT_TO_POINTER (i)) &&
        !g_hash_table_contains (groups, get_part_key (announcement, i));
}
