/* cand-reconcile.h: what a board's answer means for the positions that are known
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/store/cand-store-boards.h"
#include "core/store/cand-store-positions.h"

G_BEGIN_DECLS

/* How far apart two answers have to be to count as two, in seconds, unless asked for by hand. */
#define CAND_RECONCILE_HOUR 3600
/* From this many open positions on, an answer with fewer than half of them is doubted; from this
 * many entries on, one of which fewer than half could be read. */
#define CAND_RECONCILE_MANY 10

/* When, and what was known before. */
typedef struct
{
  gint64 now;
  gboolean by_hand;
  gint64 confirmed;                 /* the last good answer; 0 for never */
  gint64 suspect_since;             /* the doubted answer before this one; 0 for none */
  const char *const *suspect_codes; /* (nullable) that it listed */
} CandReconcileTerms;

typedef struct
{
  guint stored;
  guint listed;
} CandReconcilePair;

/* What is to be done: indexes into the two arrays that were given. */
typedef struct
{
  gboolean suspect;     /* the answer is doubted: all of the arrays are empty */
  gint64 suspect_since; /* then: since when */
  GArray *fresh;        /* (element-type guint) listed: not known yet */
  GArray *changed;      /* (element-type CandReconcilePair) other content than before */
  GArray *touched;      /* (element-type CandReconcilePair) the same content, touched since */
  GArray *reopened;     /* (element-type guint) stored: closed, and listed again as it was */
  GArray *back;    /* (element-type guint) stored: lacked for a while, listed again as it was */
  GArray *missing; /* (element-type guint) stored: lacking for the first time */
  GArray *gone;    /* (element-type guint) stored: lacking in two answers, closed by that */
  GArray *unsaid;  /* (element-type guint) stored: the answer could not be read whole */
} CandReconciliation;
void cand_reconciliation_free (CandReconciliation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandReconciliation, cand_reconciliation_free)

/* @stored: (element-type CandStoredPosition); @listed: (element-type CandListed); @skipped: entries
 * of the answer that could not be read. Pure: no clock, no disk. */
CandReconciliation *
cand_reconcile (GArray *stored, GPtrArray *listed, guint skipped, const CandReconcileTerms *terms);
/* The answer was the last good one again, which was @complete or not. */
CandReconciliation *
cand_reconcile_same (GArray *stored, gboolean complete, const CandReconcileTerms *terms);

G_END_DECLS
