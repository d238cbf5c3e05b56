/* cand-net-clock.c: how long a request may take, as a whole and without a sign of life
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cand-net-clock.h"

struct _CandNetClock
{
  GMainContext *context; /* (owned) */
  CandNetClockFunc callback;
  gpointer user_data;
  gint64 idle;          /* microseconds */
  gint64 left;          /* microseconds of the whole */
  gint64 started;       /* monotonic microseconds */
  GSource *idle_timer;  /* (owned) (nullable) */
  GSource *total_timer; /* (owned) (nullable) */
};

static void
clear_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static gboolean
idle_cb (gpointer user_data)
{
  CandNetClock *self = user_data;

  self->callback (TRUE, self->user_data);
  return G_SOURCE_REMOVE;
}

static gboolean
total_cb (gpointer user_data)
{
  CandNetClock *self = user_data;

  self->callback (FALSE, self->user_data);
  return G_SOURCE_REMOVE;
}

static GSource *
add_timer (CandNetClock *self, gint64 ready, GSourceFunc callback)
{
  GSource *source = g_timeout_source_new (0);

  g_source_set_ready_time (source, ready);
  g_source_set_callback (source, callback, self, NULL);
  g_source_attach (source, self->context);
  return source;
}

CandNetClock *
cand_net_clock_new (
    GMainContext *context, guint idle, guint total, CandNetClockFunc callback, gpointer user_data)
{
  CandNetClock *self = g_new0 (CandNetClock, 1);

  self->context = g_main_context_ref (context);
  self->callback = callback;
  self->user_data = user_data;
  self->idle = idle * G_GINT64_CONSTANT (1000);
  self->left = total * G_GINT64_CONSTANT (1000);
  return self;
}

void
cand_net_clock_free (CandNetClock *self)
{
  if (self == NULL)
    return;
  cand_net_clock_stop (self);
  g_main_context_unref (self->context);
  g_free (self);
}

void
cand_net_clock_start (CandNetClock *self)
{
  cand_net_clock_stop (self);
  self->started = g_get_monotonic_time ();
  self->idle_timer = add_timer (self, self->started + self->idle, idle_cb);
  self->total_timer = add_timer (self, self->started + self->left, total_cb);
}

void
cand_net_clock_stop (CandNetClock *self)
{
  if (self->total_timer != NULL)
    self->left = MAX (self->left - (g_get_monotonic_time () - self->started), 0);
  clear_source (&self->idle_timer);
  clear_source (&self->total_timer);
}

void
cand_net_clock_note_life (CandNetClock *self)
{
  if (self->idle_timer != NULL)
    g_source_set_ready_time (self->idle_timer, g_get_monotonic_time () + self->idle);
}
