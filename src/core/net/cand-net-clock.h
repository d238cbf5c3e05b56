/* cand-net-clock.h: how long a request may take, as a whole and without a sign of life
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _CandNetClock CandNetClock;
/* @idle: whether it is the sign of life that is missing, not the end. */
typedef void (*CandNetClockFunc) (gboolean idle, gpointer user_data);

/* Milliseconds; a clock that stands. */
CandNetClock *cand_net_clock_new (
    GMainContext *context, guint idle, guint total, CandNetClockFunc callback, gpointer user_data);
void cand_net_clock_free (CandNetClock *self);

/* Runs on from where it was stopped; the time without a sign of life begins anew. @callback is
 * called at most once for each of the two. */
void cand_net_clock_start (CandNetClock *self);
void cand_net_clock_stop (CandNetClock *self);
void cand_net_clock_note_life (CandNetClock *self);

G_END_DECLS
