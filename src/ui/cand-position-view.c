/* cand-position-view.c: everything that is known of one position, to read
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-position-view.h"

#include <glib/gi18n-lib.h>

#include "cand-blocks-view.h"
#include "cand-error-text.h"
#include "cand-fact.h"
#include "cand-status-text.h"
#include "cand-wrap.h"

/* How long its page is read before that is said, in milliseconds. */
#define PATIENCE 400

struct _CandPositionView
{
  AdwBin parent_instance;

  CandPosition *position; /* (owned) (nullable) */
  GSignalGroup *notes;    /* (owned): what it notifies */
  guint fill_source;      /* shows what it notified; 0 for none */
  guint reading_source;   /* says that it is being read; 0 for none */
  char
      *shown_text; /* (owned) (nullable): the description on show, so that an unchanged one stays */

  AdwBin *actions_bin;          /* (unowned): template children from here */
  AdwWrapBox *facts;            /* (unowned) */
  GtkLabel *history;            /* (unowned) */
  GtkLabel *note;               /* (unowned) */
  GtkWidget *note_box;          /* (unowned) */
  GtkWidget *programme_button;  /* (unowned) */
  GtkWidget *read_failure;      /* (unowned) */
  GtkLabel *read_failure_label; /* (unowned) */
  GtkWidget *reading;           /* (unowned) */
  GtkLabel *subtitle;           /* (unowned) */
  GtkLabel *summary;            /* (unowned) */
  CandBlocksView *text;         /* (unowned) */
  GtkLabel *title;              /* (unowned) */
};

G_DEFINE_FINAL_TYPE (CandPositionView, cand_position_view, ADW_TYPE_BIN)

typedef enum
{
  PROP_POSITION = 1,
} CandPositionViewProperty;

static GParamSpec *properties[PROP_POSITION + 1];

static void
clear_facts (CandPositionView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->facts))) != NULL)
    adw_wrap_box_remove (self->facts, child);
}

static void
add_fact (CandPositionView *self, const char *icon_name, const char *name, const char *words)
{
  if (words != NULL && *words != '\0')
    adw_wrap_box_append (self->facts, cand_fact_new (icon_name, name, words));
}

/* The employer's words first; the range in figures beside them where they do not give it. */
static void
fill_pay (CandPositionView *self)
{
  const char *verbatim = cand_position_get_pay_text (self->position);
  const CandPay *pay = cand_position_get_pay (self->position);
  g_autofree char *range = pay != NULL ? cand_pay_dup_label (pay) : NULL;

  add_fact (self, "accessories-calculator-symbolic", _ ("Pay"), verbatim);
  if (pay != NULL && !cand_pay_is_said_by (pay, verbatim))
    add_fact (self, "accessories-calculator-symbolic", _ ("Pay in Figures"), range);
}

/* @format has one %s, for the day. */
static void
add_date (CandPositionView *self,
          const char *icon_name,
          const char *name,
          const char *format,
          const char *iso)
{
  g_autofree char *day = NULL;
  g_autoptr (GString) words = NULL;

  if (iso == NULL)
    return;
  day = cand_status_dup_iso_day (iso);
  words = g_string_new (format);
  g_string_replace (words, "%s", day, 1);
  add_fact (self, icon_name, name, words->str);
}

static void
fill_dates (CandPositionView *self)
{
  const char *published = cand_position_get_published (self->position);
  const char *updated = cand_position_get_updated (self->position);

  add_date (self, "x-office-calendar-symbolic", _ ("Published"),
            /* Translators: %s is a date: "Published 30 July 2026". */
            _ ("Published %s"), published);
  if (g_strcmp0 (updated, published) != 0)
    add_date (self, "x-office-calendar-symbolic", _ ("Updated"),
              /* Translators: %s is the day when the employer last changed the position. */
              _ ("Updated %s"), updated);
  add_date (self, "alarm-symbolic", _ ("Closing"),
            /* Translators: %s is a date: "Applications until 30 July 2026". */
            _ ("Applications until %s"), cand_position_get_closing (self->position));
}

static void
fill_state (CandPositionView *self)
{
  CandPositionState state = cand_position_get_state (self->position);
  gboolean withdrawn = cand_position_get_withdrawn (self->position);

  /* Of one that no board ever listed, the longer words say all of it. */
  if (!withdrawn || state != CAND_POSITION_STATE_ANNOUNCED)
    add_fact (self,
              state == CAND_POSITION_STATE_CLOSED ? "dialog-warning-symbolic"
                                                  : "dialog-information-symbolic",
              _ ("State"), cand_position_get_state_label (self->position));
  if (withdrawn)
    add_fact (self, "dialog-information-symbolic", _ ("State"),
              _ ("Withdrawn from the announcement"));
}

/* What the employer says, in the employer's words; what it does not say is left out, but for the
 * place, which everybody looks for. */
static void
fill_facts (CandPositionView *self)
{
  CandPosition *position = self->position;
  const char *const *locations = cand_position_get_locations (position);
  const char *workplace = cand_position_get_workplace_words (position);

  clear_facts (self);
  fill_state (self);
  for (guint i = 0; locations[i] != NULL; i++)
    add_fact (self, "mark-location-symbolic", _ ("Place"), locations[i]);
  if (locations[0] == NULL && *workplace == '\0')
    add_fact (self, "mark-location-symbolic", _ ("Place"), _ ("Place not stated"));
  add_fact (self, "user-home-symbolic", _ ("Workplace"), workplace);
  add_fact (self, "appointment-new-symbolic", _ ("Type"),
            cand_position_get_employment_text (position));
  add_fact (self, "x-office-address-book-symbolic", _ ("Experience"),
            cand_position_get_experience (position));
  add_fact (self, "accessories-dictionary-symbolic", _ ("Education"),
            cand_position_get_education (position));
  fill_pay (self);
  fill_dates (self);
}

static void
fill_subtitle (CandPositionView *self)
{
  const char *organisation = cand_position_get_organisation (self->position);
  const char *team = cand_position_get_team (self->position);
  g_autofree char *both = NULL;

  if (*organisation == '\0')
    both = g_strdup (team);
  else if (*team != '\0')
    both = g_strdup_printf ("%s · %s", organisation, team);
  gtk_label_set_label (self->subtitle, both != NULL ? both : organisation);
}

static const char *
note_for_announced (CandPositionView *self)
{
  gboolean read = cand_position_get_board_read (self->position) > 0;

  if (cand_position_get_withdrawn (self->position))
    return _ ("This position was announced, but the announcement names it no longer, and it is not "
              "on the board.");
  if (g_str_has_suffix (cand_position_get_board_key (self->position), ":" CAND_POSITION_NO_ACCOUNT))
    return _ ("This position was announced by an address that does not say whose board it is on. "
              "It joins the board that lists it when that is followed.");
  return read ? _ ("This position was announced, but it is not on the board. Its page may still "
                   "tell more.")
              : _ ("This position was announced. The board has not been read yet.");
}

/* (transfer full) (nullable) */
static char *
dup_note (CandPositionView *self)
{
  const char *closing = cand_position_get_closing (self->position);
  g_autofree char *day = NULL;

  switch (cand_position_get_state (self->position))
    {
    case CAND_POSITION_STATE_CLOSED:
      return g_strdup (_ ("The board lists this position no longer. This is what it said last."));
    case CAND_POSITION_STATE_ANNOUNCED:
      return g_strdup (note_for_announced (self));
    case CAND_POSITION_STATE_OPEN:
      break;
    }
  if (closing != NULL && cand_status_is_past (closing))
    {
      day = cand_status_dup_iso_day (closing);
      /* Translators: %s is a date. */
      return g_strdup_printf (_ ("Applications were taken until %s. The board still lists this "
                                 "position."),
                              day);
    }
  if (cand_position_get_withdrawn (self->position))
    return g_strdup (_ ("The announcement names this position no longer. The board still lists "
                        "it."));
  return NULL;
}

static gboolean
lacks_text (CandPositionView *self)
{
  const char *description =
      self->position != NULL ? cand_position_get_description (self->position) : NULL;

  return description == NULL || *description == '\0';
}

static void
fill (CandPositionView *self)
{
  const char *description = cand_position_get_description (self->position);
  const char *summary = cand_position_get_summary (self->position);
  g_autofree char *note = dup_note (self);
  g_autofree char *history = cand_status_dup_history (self->position);

  gtk_label_set_wrap_mode (self->title,
                           cand_wrap_mode_for (cand_position_get_title (self->position)));
  fill_subtitle (self);
  fill_facts (self);
  gtk_label_set_label (self->summary, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), *summary != '\0');
  gtk_label_set_label (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (self->note_box, note != NULL);
  gtk_widget_set_visible (self->programme_button,
                          cand_position_get_programme (self->position) != 0);
  gtk_label_set_label (self->history, history);
  gtk_widget_set_visible (GTK_WIDGET (self->history), *history != '\0');
  if (g_set_str (&self->shown_text, description))
    cand_blocks_view_set_html (self->text, description);
  if (!lacks_text (self))
    gtk_widget_set_visible (self->reading, FALSE);
}

static gboolean
fill_cb (gpointer user_data)
{
  CandPositionView *self = user_data;

  self->fill_source = 0;
  fill (self);
  return G_SOURCE_REMOVE;
}

/* Once for everything that it notifies together. */
static void
queue_fill (CandPositionView *self)
{
  if (self->fill_source == 0)
    self->fill_source = g_idle_add (fill_cb, self);
}

static gboolean
reading_cb (gpointer user_data)
{
  CandPositionView *self = user_data;

  self->reading_source = 0;
  gtk_widget_set_visible (self->reading, lacks_text (self));
  return G_SOURCE_REMOVE;
}

static void
cand_position_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((CandPositionViewProperty) prop_id)
    {
    case PROP_POSITION:
      g_value_set_object (value, CAND_POSITION_VIEW (object)->position);
      break;
    }
}

static void
cand_position_view_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  switch ((CandPositionViewProperty) prop_id)
    {
    case PROP_POSITION:
      cand_position_view_set_position (CAND_POSITION_VIEW (object), g_value_get_object (value));
      break;
    }
}

static void
cand_position_view_dispose (GObject *object)
{
  CandPositionView *self = CAND_POSITION_VIEW (object);

  g_clear_handle_id (&self->fill_source, g_source_remove);
  g_clear_handle_id (&self->reading_source, g_source_remove);
  g_clear_object (&self->notes);
  gtk_widget_dispose_template (GTK_WIDGET (self), CAND_TYPE_POSITION_VIEW);
  g_clear_object (&self->position);
  g_clear_pointer (&self->shown_text, g_free);

  G_OBJECT_CLASS (cand_position_view_parent_class)->dispose (object);
}

static void
cand_position_view_class_init (CandPositionViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cand_position_view_get_property;
  object_class->set_property = cand_position_view_set_property;
  object_class->dispose = cand_position_view_dispose;

  properties[PROP_POSITION] =
      g_param_spec_object ("position", NULL, NULL, CAND_TYPE_POSITION,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (CAND_TYPE_BLOCKS_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               CAND_APP_PATH "/ui/cand-position-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CandPositionView, actions_bin);
  gtk_widget_class_bind_template_child (widget_class, CandPositionView, facts);
  gtk_widget_class_bind_template_child (widget_class, CandPositionView, history);
  gtk_widget_class_bind_template_child (widget_class, CandPositionView, note);
  gtk_widget_class_bind_template_child (widget_class, CandPositionView, note_box);
  gtk_widget_class_bind_template_child (widget_class, CandPositionView, programme_button);
  gtk_widget_class_bind_template_child (widget_class, CandPositionView, read_failure);
  gtk_widget_class_bind_template_child (widget_class, CandPositionView, read_failure_label);
  gtk_widget_class_bind_template_child (widget_class, CandPositionView, reading);
  gtk_widget_class_bind_template_child (widget_class, CandPositionView, subtitle);
  gtk_widget_class_bind_template_child (widget_class, CandPositionView, summary);
  gtk_widget_class_bind_template_child (widget_class, CandPositionView, text);
  gtk_widget_class_bind_template_child (widget_class, CandPositionView, title);
}

static void
cand_position_view_init (CandPositionView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->notes = g_signal_group_new (CAND_TYPE_POSITION);
  g_signal_group_connect_swapped (self->notes, "notify", G_CALLBACK (queue_fill), self);
}

GtkWidget *
cand_position_view_new (void)
{
  return g_object_new (CAND_TYPE_POSITION_VIEW, NULL);
}

void
cand_position_view_set_position (CandPositionView *self, CandPosition *position)
{
  if (!g_set_object (&self->position, position))
    return;
  g_clear_handle_id (&self->fill_source, g_source_remove);
  g_signal_group_set_target (self->notes, position);
  if (position != NULL)
    fill (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POSITION]);
}

void
cand_position_view_set_reading (CandPositionView *self, gboolean reading)
{
  g_clear_handle_id (&self->reading_source, g_source_remove);
  if (reading)
    {
      gtk_widget_set_visible (self->read_failure, FALSE);
      self->reading_source = g_timeout_add (PATIENCE, reading_cb, self);
    }
  else
    gtk_widget_set_visible (self->reading, FALSE);
}

void
cand_position_view_set_read_error (CandPositionView *self, const GError *error)
{
  if (error != NULL)
    {
      g_autofree char *sentence = cand_error_text_dup_find_sentence (error);
      /* Translators: %s is a sentence that says why. */
      g_autofree char *text =
          g_strdup_printf (_ ("The page of this position could not be read. %s"), sentence);

      gtk_label_set_label (self->read_failure_label, text);
    }
  gtk_widget_set_visible (self->read_failure, error != NULL);
}

void
cand_position_view_set_actions (CandPositionView *self, GtkWidget *actions)
{
  adw_bin_set_child (self->actions_bin, actions);
}
