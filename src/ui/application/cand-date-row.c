/* cand-date-row.c: a question that is answered with a date
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-date-row.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* The answer is what is typed. On leaving, a date typed the locale's way, or without its zeros,
 * becomes ISO 8601; what is written so is spelled out beside it. In the entry of a group a month
 * will do. */

struct _CandDateRow
{
  CandFieldRow parent_instance;

  GtkText *text;
  GtkLabel *spelled;
  GtkPopover *popover;
  GtkCalendar *calendar;
};

G_DEFINE_FINAL_TYPE (CandDateRow, cand_date_row, CAND_TYPE_FIELD_ROW)

/* With fewer digits a year is cut short, and anyone's guess. */
#define SMALLEST_YEAR 1000

static GDateTime *
parse_iso (const char *text)
{
  guint year, month, day;
  int end = 0;

  if (sscanf (text, " %4u-%2u-%2u %n", &year, &month, &day, &end) < 3 || text[end] != '\0' ||
      year < SMALLEST_YEAR)
    return NULL;
  return g_date_time_new_local (year, month, day, 0, 0, 0);
}

/* The first day of a month, written as 2021-05 or as forms ask for it: 05/2021. */
static GDateTime *
parse_month (const char *text)
{
  guint year, month;
  int end = 0;

  if ((sscanf (text, " %4u-%2u %n", &year, &month, &end) < 2 || text[end] != '\0') &&
      (sscanf (text, " %2u%*[/.-]%4u %n", &month, &year, &end) < 2 || text[end] != '\0'))
    return NULL;
  return year >= SMALLEST_YEAR ? g_date_time_new_local (year, month, 1, 0, 0, 0) : NULL;
}

/* A month's name alone, or a bare number, is no date yet, though GLib takes it for one. */
static GDateTime *
parse_localised (const char *text)
{
  GDate date;
  guint numbers = 0;

  for (const char *p = text; *p != '\0'; p++)
    numbers += g_ascii_isdigit (*p) && !g_ascii_isdigit (p[1]);
  if (numbers < 2)
    return NULL;

  g_date_clear (&date, 1);
  g_date_set_parse (&date, text);
  if (!g_date_valid (&date) || g_date_get_year (&date) < SMALLEST_YEAR)
    return NULL;
  return g_date_time_new_local (g_date_get_year (&date), g_date_get_month (&date),
                                g_date_get_day (&date), 0, 0, 0);
}

static gboolean
takes_month (CandDateRow *self)
{
  return cand_field_get_in_group (cand_field_row_get_field (CAND_FIELD_ROW (self)));
}

/* What is right already keeps the caret and what can be undone. */
static void
set_text (CandDateRow *self, GDateTime *date, const char *format)
{
  g_autofree char *iso = g_date_time_format (date, format);

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->text)), iso) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->text), iso);
}

/* (transfer full) (nullable): nothing while the row may say that this is not a date. */
static char *
dup_spelled (CandDateRow *self)
{
  CandAnswer *answer = cand_field_row_get_answer (CAND_FIELD_ROW (self));
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text));
  g_autoptr (GDateTime) date = parse_iso (text);
  g_autoptr (GDateTime) month = date == NULL && takes_month (self) ? parse_month (text) : NULL;

  if (cand_answer_get_problem (answer) != NULL)
    return NULL;
  if (date != NULL)
    /* Translators: a date spelled out shortly, as in "Tue 1 Sep 2026"; see g_date_time_format. */
    return g_date_time_format (date, _ ("%a %-e %b %Y"));
  /* Translators: a month spelled out shortly, as in "Sep 2026"; see g_date_time_format. */
  return month != NULL ? g_date_time_format (month, _ ("%b %Y")) : NULL;
}

static void
spell_out (CandDateRow *self)
{
  g_autofree char *spelled = dup_spelled (self);

  gtk_label_set_label (self->spelled, spelled != NULL ? spelled : "");
}

static void
text_changed_cb (CandDateRow *self)
{
  cand_field_row_write (CAND_FIELD_ROW (self), gtk_editable_get_text (GTK_EDITABLE (self->text)));
  spell_out (self);
}

static void
text_left_cb (CandDateRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text));
  g_autoptr (GDateTime) month = takes_month (self) ? parse_month (text) : NULL;
  g_autoptr (GDateTime) iso = month == NULL ? parse_iso (text) : NULL;
  g_autoptr (GDateTime) localised = month == NULL && iso == NULL ? parse_localised (text) : NULL;
  GDateTime *date = iso != NULL ? iso : localised;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (month != NULL)
    set_text (self, month, "%Y-%m");
  else if (date != NULL)
    set_text (self, date, "%Y-%m-%d");
}

static void
popover_shown_cb (CandDateRow *self)
{
  g_autoptr (GDateTime) date = parse_iso (gtk_editable_get_text (GTK_EDITABLE (self->text)));

  if (date != NULL)
    gtk_calendar_select_day (self->calendar, date);
}

/* Leafing through the months chooses nothing; only this does. */
static void
select_clicked_cb (CandDateRow *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);

  set_text (self, date, "%Y-%m-%d");
  gtk_popover_popdown (self->popover);
}

static void
cand_date_row_prepare (CandFieldRow *row)
{
  if (takes_month (CAND_DATE_ROW (row)))
    /* Translators: how a month is typed: year, month in digits. */
    gtk_text_set_placeholder_text (CAND_DATE_ROW (row)->text, _ ("YYYY-MM"));
}

static void
cand_date_row_show_answer (CandFieldRow *row)
{
  CandDateRow *self = CAND_DATE_ROW (row);
  const char *text = cand_answer_get_text (cand_field_row_get_answer (row));

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->text)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->text), text);
}

static void
cand_date_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CAND_TYPE_DATE_ROW);
  G_OBJECT_CLASS (cand_date_row_parent_class)->dispose (object);
}

static void
cand_date_row_class_init (CandDateRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cand_date_row_dispose;
  CAND_FIELD_ROW_CLASS (klass)->prepare = cand_date_row_prepare;
  CAND_FIELD_ROW_CLASS (klass)->show_answer = cand_date_row_show_answer;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               CAND_APP_PATH "/ui/application/cand-date-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CandDateRow, text);
  gtk_widget_class_bind_template_child (widget_class, CandDateRow, spelled);
  gtk_widget_class_bind_template_child (widget_class, CandDateRow, popover);
  gtk_widget_class_bind_template_child (widget_class, CandDateRow, calendar);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, select_clicked_cb);
}

static void
cand_date_row_init (CandDateRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
