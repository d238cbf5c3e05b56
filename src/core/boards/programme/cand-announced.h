/* cand-announced.h: the positions that an announcement introduces
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-announcement.h"
#include "core/boards/cand-address.h"

G_BEGIN_DECLS

/* Plain data. */
typedef struct
{
  GPtrArray *entries; /* (element-type CandProgrammeEntry) in the order of the text, each once */
  GHashTable
      *own;    /* (element-type guint) the passages that belong to positions, and lead to them */
  guint first; /* the first passage of a position; CAND_NO_PASSAGE for none */
  gboolean partial; /* there are more of them */
  char *account;    /* the account of all of them; NULL where they have several, or none is told */
} CandAnnounced;
void cand_announced_free (CandAnnounced *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandAnnounced, cand_announced_free)

/* A link to one position of a system that we know is a position, and so is what cand_siblings_read
 * finds beside. @title names the one whose link and surroundings do not; @address (nullable) is
 * where the announcement is. (transfer full) */
CandAnnounced *
cand_announced_read (CandAnnouncement *announcement, const char *title, const char *address);

/* What a link of an announcement leads to. */
typedef struct
{
  char *url;        /* without tracking parameters */
  char *key;        /* "" where the account is not told */
  char *account;    /* (nullable) */
  gboolean is_code; /* one position, not the whole board */
} CandTarget;

/* Remembers what links lead to. */
typedef struct _CandTargets CandTargets;
CandTargets *cand_targets_new (void);
void cand_targets_free (CandTargets *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandTargets, cand_targets_free)
/* NULL when it leads to no board that we know. (transfer none) */
const CandTarget *cand_targets_find (CandTargets *self, const char *link);
/* The same for a run that leads to one position; what is struck through is closed, and leads to
 * none. */
const CandTarget *cand_targets_find_run (CandTargets *self, const CandRun *run);
/* What tells it from others. */
const char *cand_target_get_identity (const CandTarget *target);
/* Tells which passages mention positions, and which headings have one right under them. */
void cand_targets_mark (CandTargets *self, CandAnnouncement *announcement);
/* From now on @link leads to a position, whose key nobody knows. */
void cand_targets_add_position (CandTargets *self, const char *link);

/* Adds the links to positions on the employer's own pages to @targets: those that stand in a list,
 * a table or a run of headings where others of the same shape lead to positions on boards; and
 * lists of nothing else, where their heading or what leads to them plainly says so. Never
 * navigation, people, posts, documents or other sites. */
void cand_siblings_read (CandAnnouncement *announcement, CandTargets *targets, const char *address);

G_END_DECLS
