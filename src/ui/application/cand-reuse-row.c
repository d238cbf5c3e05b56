/* cand-reuse-row.c: one earlier answer, and where it was used
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-reuse-row.h"

#include <glib/gi18n-lib.h>

#include "core/model/cand-application.h"
#include "ui/cand-status-text.h"
#include "ui/cand-wrap.h"

/* Of a long text, so much is shown at first; in characters. */
#define PREVIEW 280
/* Places that are named; the others are counted. */
#define MOST_PLACES 3

struct _CandReuseRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel *kind;
  GtkLabel *question;
  GtkLabel *text;
  GtkToggleButton *expand;
  GtkLabel *places;
  GtkLabel *length;
  GtkWidget *copy;
  GtkButton *use;

  char *whole; /* (owned) */
};

G_DEFINE_FINAL_TYPE (CandReuseRow, cand_reuse_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  SIGNAL_USE,
  SIGNAL_COPY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_text (CandReuseRow *self)
{
  gboolean is_long = g_utf8_strlen (self->whole, -1) > PREVIEW;
  gboolean all = !is_long || gtk_toggle_button_get_active (self->expand);
  g_autofree char *start = all ? NULL : g_utf8_substring (self->whole, 0, PREVIEW);
  g_autofree char *shown = all ? g_strdup (self->whole) : g_strconcat (start, "…", NULL);

  cand_wrap_set_label (self->text, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->expand), is_long);
}

/* (transfer full) */
static char *
dup_length (const CandReusable *reusable, CandField *field)
{
  g_autofree char *length = g_strdup_printf (
      ngettext ("%u character", "%u characters", reusable->length), (guint) reusable->length);

  if (reusable->too_long > 0)
    return g_strdup_printf (
        /* Translators: "512 characters", and by how many that is more than the employer takes. */
        ngettext ("%s, too long by %u", "%s, too long by %u", reusable->too_long), length,
        (guint) reusable->too_long);
  if (cand_field_get_max_length (field) > 0)
    /* Translators: "412 characters", which is no more than the employer takes. */
    return g_strdup_printf (_ ("%s, fits"), length);
  return g_steal_pointer (&length);
}

/* (transfer full) */
static char *
dup_place (const CandReusePlace *place)
{
  g_autofree char *day = cand_status_dup_day (place->updated);

  /* Translators: an organisation, the title of a position, the status of the application for it
   * ("Rejected"), and a day. */
  return g_strdup_printf (_ ("%s, %s · %s · %s"), place->organisation, place->title,
                          cand_application_status_get_label (place->status), day);
}

/* (transfer full) */
static char *
dup_places (GPtrArray *places)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  guint shown = MIN (places->len, MOST_PLACES);

  for (guint i = 0; i < shown; i++)
    {
      const CandReusePlace *place = g_ptr_array_index (places, i);
      g_autofree char *line = dup_place (place);

      g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", line);
      if (place->read)
        /* Translators: of an answer, after where it was used: they know it. */
        g_string_append_printf (lines, " · %s", _ ("read by this employer"));
    }
  if (places->len > shown)
    {
      guint more = places->len - shown;

      g_string_append_c (lines, '\n');
      /* Translators: where else an answer was used. */
      g_string_append_printf (
          lines, ngettext ("and %u more application", "and %u more applications", more), more);
    }
  return g_string_free_and_steal (g_steal_pointer (&lines));
}

static void
expand_toggled_cb (CandReuseRow *self)
{
  gtk_button_set_label (GTK_BUTTON (self->expand), gtk_toggle_button_get_active (self->expand)
                                                       ? _ ("Show Less")
                                                       : _ ("Show All"));
  show_text (self);
}

static void
copy_clicked_cb (CandReuseRow *self)
{
  g_signal_emit (self, signals[SIGNAL_COPY], 0, self->whole);
}

static void
use_clicked_cb (CandReuseRow *self)
{
  g_signal_emit (self, signals[SIGNAL_USE], 0, self->whole);
}

static gboolean
cand_reuse_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)), direction);
}

static void
cand_reuse_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CAND_TYPE_REUSE_ROW);
  G_OBJECT_CLASS (cand_reuse_row_parent_class)->dispose (object);
}

static void
cand_reuse_row_finalize (GObject *object)
{
  g_free (CAND_REUSE_ROW (object)->whole);
  G_OBJECT_CLASS (cand_reuse_row_parent_class)->finalize (object);
}

static void
cand_reuse_row_class_init (CandReuseRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cand_reuse_row_dispose;
  object_class->finalize = cand_reuse_row_finalize;
  widget_class->focus = cand_reuse_row_focus;

  signals[SIGNAL_USE] = g_signal_new ("use", CAND_TYPE_REUSE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                      NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_COPY] = g_signal_new ("copy", CAND_TYPE_REUSE_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               CAND_APP_PATH "/ui/application/cand-reuse-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CandReuseRow, kind);
  gtk_widget_class_bind_template_child (widget_class, CandReuseRow, question);
  gtk_widget_class_bind_template_child (widget_class, CandReuseRow, text);
  gtk_widget_class_bind_template_child (widget_class, CandReuseRow, expand);
  gtk_widget_class_bind_template_child (widget_class, CandReuseRow, places);
  gtk_widget_class_bind_template_child (widget_class, CandReuseRow, length);
  gtk_widget_class_bind_template_child (widget_class, CandReuseRow, copy);
  gtk_widget_class_bind_template_child (widget_class, CandReuseRow, use);
  gtk_widget_class_bind_template_callback (widget_class, expand_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, use_clicked_cb);
}

static void
cand_reuse_row_init (CandReuseRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
cand_reuse_row_new (const CandReusable *reusable, CandField *field, gboolean replaces)
{
  CandReuseRow *self = g_object_new (CAND_TYPE_REUSE_ROW, NULL);
  const CandReusePlace *best = g_ptr_array_index (reusable->places, 0);
  g_autofree char *length = dup_length (reusable, field);
  g_autofree char *places = dup_places (reusable->places);

  self->whole = g_strdup (reusable->text);
  gtk_label_set_label (self->kind, cand_reusable_is_same (reusable) ? _ ("Same question")
                                                                    : _ ("Similar question"));
  cand_wrap_set_label (self->question, best->question);
  cand_wrap_set_label (self->places, places);
  gtk_label_set_label (self->length, length);
  gtk_widget_add_css_class (GTK_WIDGET (self->length),
                            reusable->too_long > 0 ? "warning" : "dimmed");
  gtk_button_set_label (self->use, replaces ? _ ("_Replace") : _ ("_Use"));
  show_text (self);
  /* Which of the answers the buttons are about. */
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->use), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  self->text, NULL, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->copy), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  self->text, NULL, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->question, NULL, -1);
  return GTK_WIDGET (self);
}
