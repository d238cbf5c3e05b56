/* cand-save-timer.h: when what is typed is written
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Milliseconds after the last key, and at most after the first one that is not written yet. With
 * the time a commit takes, that is within the 500 ms and 2 s that are promised. */
#define CAND_SAVE_TIMER_PAUSE 250
#define CAND_SAVE_TIMER_LIMIT 1500
/* Milliseconds until a failed write is tried again: doubled each time. */
#define CAND_SAVE_TIMER_RETRY_FIRST 1000
#define CAND_SAVE_TIMER_RETRY_LAST 8000

/* A part of who keeps what is typed; used on its thread. */
typedef struct
{
  const char *name; /* (unowned) of the source, for who looks at the main loop */
  GSourceOnceFunc save;
  gpointer data; /* (unowned) for @save */

  guint source;       /* 0 while nothing is due */
  gint64 first_dirty; /* monotonic, of the oldest edit that was not sent off yet; 0 for none */
  guint retry;        /* milliseconds; 0 while writing works */
} CandSaveTimer;

/* @save is to send off everything dirty, and calls cand_save_timer_stop() as it does. */
void
cand_save_timer_init (CandSaveTimer *self, const char *name, GSourceOnceFunc save, gpointer data);
/* For the end too. */
void cand_save_timer_stop (CandSaveTimer *self);

/* Something is dirty: it is written after the pause, or the retry. */
void cand_save_timer_start (CandSaveTimer *self);
/* The same for a key: while the disk refuses, the retry that is due takes it along. */
void cand_save_timer_note_edit (CandSaveTimer *self);

void cand_save_timer_note_written (CandSaveTimer *self);
/* Starts; returns the milliseconds until the retry. */
guint cand_save_timer_note_failed (CandSaveTimer *self);
/* Whether the last write failed. */
gboolean cand_save_timer_is_retrying (const CandSaveTimer *self);

G_END_DECLS
