/* cand-submission-row.c: how far the short submission is
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-submission-row.h"

#include <glib/gi18n-lib.h>

#include "core/model/cand-submission.h"

struct _CandSubmissionRow
{
  AdwActionRow parent_instance;

  GtkCheckButton *check;
  CandApplication *application; /* (owned) */
};

G_DEFINE_FINAL_TYPE (CandSubmissionRow, cand_submission_row, ADW_TYPE_ACTION_ROW)

static void
update (CandSubmissionRow *self)
{
  CandSubmissionState state = cand_submission_get_state (self->application);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 cand_submission_state_get_label (state));
  gtk_check_button_set_active (self->check, state == CAND_SUBMISSION_DONE);
}

static void
check_toggled_cb (CandSubmissionRow *self)
{
  guint step = cand_submission_find_step (self->application);

  if (step != G_MAXUINT)
    cand_application_set_step_done (self->application, step,
                                    gtk_check_button_get_active (self->check));
  update (self);
}

static void
cand_submission_row_finalize (GObject *object)
{
  g_clear_object (&CAND_SUBMISSION_ROW (object)->application);
  G_OBJECT_CLASS (cand_submission_row_parent_class)->finalize (object);
}

static void
cand_submission_row_class_init (CandSubmissionRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cand_submission_row_finalize;
}

static void
cand_submission_row_init (CandSubmissionRow *self)
{
  GtkWidget *open = gtk_button_new_from_icon_name ("adw-external-link-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self),
                               _ ("Handed in at the end of the form, on the application page"));
  self->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->check), GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->check), _ ("Short Submission Handed In"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), GTK_WIDGET (self->check));
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (check_toggled_cb), self,
                           G_CONNECT_SWAPPED);

  gtk_widget_set_tooltip_text (open, _ ("Open Application Page"));
  gtk_widget_set_valign (open, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (open, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (open), "application.open");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), open);
}

GtkWidget *
cand_submission_row_new (CandApplication *application)
{
  CandSubmissionRow *self = g_object_new (CAND_TYPE_SUBMISSION_ROW, NULL);

  self->application = g_object_ref (application);
  gtk_widget_set_visible (GTK_WIDGET (self->check),
                          cand_submission_find_step (application) != G_MAXUINT);
  update (self);
  g_signal_connect_object (application, "edited", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
