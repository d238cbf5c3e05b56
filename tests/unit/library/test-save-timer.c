/* test-save-timer.c: promise 1's times
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/library/cand-save-timer.h"

#define MS G_TIME_SPAN_MILLISECOND

typedef struct
{
  CandSaveTimer timer;
  guint n_saved;
  gboolean works; /* what is sent off is sent */
} SaveTest;

static void
save_cb (gpointer user_data)
{
  SaveTest *self = user_data;

  self->n_saved++;
  if (self->works)
    cand_save_timer_stop (&self->timer);
}

static void
set_up (SaveTest *self, gconstpointer data)
{
  self->works = TRUE;
  cand_save_timer_init (&self->timer, "[candidacy] test", save_cb, self);
}

static void
tear_down (SaveTest *self, gconstpointer data)
{
  cand_save_timer_stop (&self->timer);
}

/* Monotonic: when it saves. */
static gint64
get_due (SaveTest *self)
{
  GSource *source = g_main_context_find_source_by_id (NULL, self->timer.source);

  g_assert_nonnull (source);
  g_assert_cmpstr (g_source_get_name (source), ==, "[candidacy] test");
  return g_source_get_ready_time (source);
}

static void
wait_saved (SaveTest *self, guint n)
{
  while (self->n_saved < n)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (self->n_saved, ==, n);
}

static void
test_pause (SaveTest *self, gconstpointer data)
{
  gint64 before = g_get_monotonic_time ();
  gint64 after;

  cand_save_timer_note_edit (&self->timer);
  after = g_get_monotonic_time ();
  g_assert_cmpint (get_due (self), >=, before + 250 * MS);
  g_assert_cmpint (get_due (self), <=, after + 250 * MS);
  wait_saved (self, 1);
  g_assert_cmpint (g_get_monotonic_time (), >=, before + 250 * MS);
  g_assert_cmpuint (self->timer.source, ==, 0);

  /* The next key waits as long again. */
  before = g_get_monotonic_time ();
  cand_save_timer_note_edit (&self->timer);
  g_assert_cmpint (get_due (self), >=, before + 250 * MS);
}

/* Typed without a pause. */
static void
test_burst (SaveTest *self, gconstpointer data)
{
  gint64 first;

  cand_save_timer_note_edit (&self->timer);
  first = g_get_monotonic_time ();
  while (self->n_saved == 0)
    {
      gint64 before = g_get_monotonic_time ();
      gint64 after;

      cand_save_timer_note_edit (&self->timer);
      after = g_get_monotonic_time ();
      /* The limit is counted in whole milliseconds. */
      g_assert_cmpint (get_due (self), <=, MAX (first + 1501 * MS, before) + (after - before));
      g_assert_cmpint (get_due (self), <=, after + 250 * MS);
      g_usleep (20 * MS);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpint (g_get_monotonic_time (), >=, first + 1490 * MS);
  g_assert_cmpuint (self->n_saved, ==, 1);
}

/* What was not sent off, as another write was on its way, has waited already. */
static void
test_not_sent (SaveTest *self, gconstpointer data)
{
  gint64 first;

  self->works = FALSE;
  cand_save_timer_note_edit (&self->timer);
  first = g_get_monotonic_time ();
  wait_saved (self, 1);
  while (g_get_monotonic_time () < first + 1500 * MS)
    g_usleep (50 * MS);
  cand_save_timer_start (&self->timer);
  g_assert_cmpint (get_due (self), <=, g_get_monotonic_time ());
}

static void
test_retry (SaveTest *self, gconstpointer data)
{
  static const guint waits[] = { 1000, 2000, 4000, 8000, 8000 };

  g_assert_false (cand_save_timer_is_retrying (&self->timer));
  for (guint i = 0; i < G_N_ELEMENTS (waits); i++)
    {
      gint64 before = g_get_monotonic_time ();
      gint64 due;

      g_assert_cmpuint (cand_save_timer_note_failed (&self->timer), ==, waits[i]);
      g_assert_true (cand_save_timer_is_retrying (&self->timer));
      due = get_due (self);
      g_assert_cmpint (due, >=, before + waits[i] * MS);
      g_assert_cmpint (due, <=, g_get_monotonic_time () + waits[i] * MS);
      /* Keys neither hasten it nor put it off. */
      cand_save_timer_note_edit (&self->timer);
      g_assert_cmpint (get_due (self), ==, due);
    }
  /* With none due, there has to be one. */
  cand_save_timer_stop (&self->timer);
  cand_save_timer_note_edit (&self->timer);
  g_assert_cmpint (get_due (self), >, g_get_monotonic_time () + 4000 * MS);

  cand_save_timer_note_written (&self->timer);
  g_assert_false (cand_save_timer_is_retrying (&self->timer));
  cand_save_timer_note_edit (&self->timer);
  g_assert_cmpint (get_due (self), <=, g_get_monotonic_time () + 250 * MS);
  g_assert_cmpuint (cand_save_timer_note_failed (&self->timer), ==, 1000);
}

static void
test_stop (SaveTest *self, gconstpointer data)
{
  gint64 end = g_get_monotonic_time () + 300 * MS;

  cand_save_timer_note_edit (&self->timer);
  cand_save_timer_stop (&self->timer);
  g_assert_cmpuint (self->timer.source, ==, 0);
  while (g_get_monotonic_time () < end)
    {
      g_usleep (20 * MS);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpuint (self->n_saved, ==, 0);
}

#define ADD(path, func) g_test_add (path, SaveTest, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/save-timer/pause", test_pause);
  ADD ("/save-timer/burst", test_burst);
  ADD ("/save-timer/not-sent", test_not_sent);
  ADD ("/save-timer/retry", test_retry);
  ADD ("/save-timer/stop", test_stop);
  return g_test_run ();
}
