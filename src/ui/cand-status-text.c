/* cand-status-text.c: small functions from facts to words, for views and their bindings
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-status-text.h"

#include <stdio.h>
#include <string.h>

#include <glib/gi18n-lib.h>

/* Days from the day of @when to today, by the calendar. */
static gint64
days_ago (GDateTime *when, GDateTime *now)
{
  GDate then, today;

  g_date_set_dmy (&then, g_date_time_get_day_of_month (when), g_date_time_get_month (when),
                  g_date_time_get_year (when));
  g_date_set_dmy (&today, g_date_time_get_day_of_month (now), g_date_time_get_month (now),
                  g_date_time_get_year (now));
  return g_date_days_between (&then, &today);
}

static char *
format_day (GDateTime *day)
{
  /* Translators: a date in full, as g_date_time_format() takes it: "30 July 2026". */
  return g_date_time_format (day, _ ("%-d %B %Y"));
}

char *
cand_status_dup_day (gint64 when)
{
  g_autoptr (GDateTime) day = g_date_time_new_from_unix_local (when);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (when <= 0 || day == NULL)
    return g_strdup (_ ("never"));
  switch (days_ago (day, now))
    {
    case 0:
      return g_strdup (_ ("today"));
    case 1:
      return g_strdup (_ ("yesterday"));
    default:
      return format_day (day);
    }
}

char *
cand_status_dup_iso_day (const char *iso)
{
  int year, month, day;
  g_autoptr (GDateTime) date = NULL;

  if (iso == NULL || sscanf (iso, "%4d-%2d-%2d", &year, &month, &day) != 3)
    return g_strdup (iso != NULL ? iso : "");
  date = g_date_time_new_utc (year, month, day, 0, 0, 0);
  return date != NULL ? format_day (date) : g_strdup (iso);
}

gboolean
cand_status_is_past (const char *iso)
{
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();
  g_autoptr (GDateTime) now = g_date_time_new_now (local);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (iso, local);
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  if (time != NULL)
    return g_date_time_compare (time, now) < 0;
  /* Dates in this order sort as texts. */
  return strlen (iso) == strlen ("2026-07-30") && g_ascii_isdigit (iso[0]) &&
         strcmp (iso, today) < 0;
}

char *
cand_status_dup_time (gint64 when)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (when);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (time == NULL)
    return g_strdup ("");
  if (days_ago (time, now) == 0)
    /* Translators: a time of today, as g_date_time_format() takes it: "14:02". */
    return g_date_time_format (time, _ ("%H:%M"));
  /* Translators: a day and a time, as g_date_time_format() takes it: "30 July 2026, 14:02". */
  return g_date_time_format (time, _ ("%-d %B %Y, %H:%M"));
}

char *
cand_status_dup_history (CandPosition *position)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;
  g_autofree char *first = cand_status_dup_day (cand_position_get_first_seen (position));
  guint edits = cand_position_get_revisions (position);

  if (cand_position_get_state (position) == CAND_POSITION_STATE_ANNOUNCED)
    {
      g_autofree char *read = cand_status_dup_day (cand_position_get_board_read (position));

      /* That the board was never read is said where the position's state is explained. */
      if (cand_position_get_board_read (position) > 0)
        g_strv_builder_take (parts, g_strdup_printf (_ ("Board last read %s"), read));
    }
  else
    {
      g_autofree char *last = cand_status_dup_day (cand_position_get_last_confirmed (position));

      /* Translators: %s is a day: "today", "30 July 2026". */
      g_strv_builder_take (parts, g_strdup_printf (_ ("First seen here %s"), first));
      g_strv_builder_take (parts, g_strdup_printf (_ ("last confirmed %s"), last));
      if (edits > 1)
        g_strv_builder_take (
            parts,
            g_strdup_printf (ngettext ("edited once", "edited %u times", edits - 1), edits - 1));
    }
  strings = g_strv_builder_end (parts);
  return g_strjoinv (" · ", strings);
}

char *
cand_status_dup_summary (guint n_new, guint n_changed, guint n_gone, guint n_announcements)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;

  if (n_new + n_changed + n_gone + n_announcements == 0)
    return g_strdup (_ ("Nothing new"));
  if (n_new > 0)
    g_strv_builder_take (parts, g_strdup_printf (ngettext ("%u new", "%u new", n_new), n_new));
  if (n_changed > 0)
    g_strv_builder_take (
        parts, g_strdup_printf (ngettext ("%u changed", "%u changed", n_changed), n_changed));
  if (n_gone > 0)
    g_strv_builder_take (parts, g_strdup_printf (ngettext ("%u gone", "%u gone", n_gone), n_gone));
  if (n_announcements > 0)
    g_strv_builder_take (
        parts, g_strdup_printf (ngettext ("%u announcement", "%u announcements", n_announcements),
                                n_announcements));
  strings = g_strv_builder_end (parts);
  /* Translators: joins "2 new", "1 changed" and "1 gone". */
  return g_strjoinv (_ (", "), strings);
}
