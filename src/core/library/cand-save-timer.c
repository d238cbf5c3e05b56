/* cand-save-timer.c: when what is typed is written
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-save-timer.h"

static gboolean
timer_cb (gpointer user_data)
{
  CandSaveTimer *self = user_data;

  self->source = 0;
  self->save (self->data);
  return G_SOURCE_REMOVE;
}

void
cand_save_timer_init (CandSaveTimer *self, const char *name, GSourceOnceFunc save, gpointer data)
{
  *self = (CandSaveTimer) { .name = name, .save = save, .data = data };
}

void
cand_save_timer_stop (CandSaveTimer *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  self->first_dirty = 0;
}

/**
 * cand_save_timer_start:
 * @self: a timer, started or not
 *
 * A pause after the last key, but never longer than the limit after the first. The monotonic clock:
 * setting the time of day loses nothing.
 */
void
cand_save_timer_start (CandSaveTimer *self)
{
  gint64 now = g_get_monotonic_time ();
  gint64 wait;

  if (self->first_dirty == 0)
    self->first_dirty = now;
  wait = MIN (CAND_SAVE_TIMER_PAUSE,
              CAND_SAVE_TIMER_LIMIT - (now - self->first_dirty) / G_TIME_SPAN_MILLISECOND);
  if (self->retry != 0)
    wait = self->retry;
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add_full (G_PRIORITY_HIGH, MAX (wait, 0), timer_cb, self, NULL);
  g_source_set_name_by_id (self->source, self->name);
}

void
cand_save_timer_note_edit (CandSaveTimer *self)
{
  if (self->retry == 0 || self->source == 0)
    cand_save_timer_start (self);
}

void
cand_save_timer_note_written (CandSaveTimer *self)
{
  self->retry = 0;
}

guint
cand_save_timer_note_failed (CandSaveTimer *self)
{
  self->retry = self->retry == 0 ? CAND_SAVE_TIMER_RETRY_FIRST
                                 : MIN (self->retry * 2, CAND_SAVE_TIMER_RETRY_LAST);
  cand_save_timer_start (self);
  return self->retry;
}

gboolean
cand_save_timer_is_retrying (const CandSaveTimer *self)
{
  return self->retry != 0;
}
