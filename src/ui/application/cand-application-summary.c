/* cand-application-summary.c: what stands above the form: how far it is, and what else there is to
 * do
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-application-summary.h"

#include <glib/gi18n-lib.h>

#include "ui/cand-wrap.h"

struct _CandApplicationSummary
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *organisation;
  AdwPreferencesGroup *group;
  AdwActionRow *progress;
  AdwExpanderRow *steps;
  GtkWidget *open;

  CandApplication *application; /* (owned) */
  GPtrArray *checks;            /* (element-type GtkCheckButton) one for each step */
};

G_DEFINE_FINAL_TYPE (CandApplicationSummary, cand_application_summary, ADW_TYPE_BIN)

static void
update_progress (CandApplicationSummary *self)
{
  g_autofree char *progress = cand_application_dup_progress_label (self->application);
  guint total = cand_application_get_total (self->application);
  g_autofree char *subtitle = g_strdup_printf (
      /* Translators: how many of a form's questions are answered. */
      ngettext ("%u of %u question answered", "%u of %u questions answered", total),
      cand_application_get_answered (self->application), total);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->progress), progress);
  adw_action_row_set_subtitle (self->progress, subtitle);
}

static void
update_steps (CandApplicationSummary *self)
{
  guint n = cand_application_get_n_steps (self->application);
  guint n_done = 0;
  g_autofree char *subtitle = NULL;

  for (guint i = 0; i < n; i++)
    {
      gboolean done;

      cand_application_get_step (self->application, i, &done);
      n_done += done;
    }
  /* Translators: how many items of a checklist are done. */
  subtitle = g_strdup_printf (ngettext ("%u of %u done", "%u of %u done", n), n_done, n);
  adw_expander_row_set_subtitle (self->steps, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->steps), n > 0);
}

static void
check_toggled_cb (CandApplicationSummary *self, GtkCheckButton *check)
{
  guint index;

  if (g_ptr_array_find (self->checks, check, &index))
    cand_application_set_step_done (self->application, index, gtk_check_button_get_active (check));
  update_steps (self);
}

/* A step may be checked elsewhere, too. */
static void
edited_cb (CandApplicationSummary *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    {
      gboolean done;

      cand_application_get_step (self->application, i, &done);
      gtk_check_button_set_active (g_ptr_array_index (self->checks, i), done);
    }
}

static void
add_step (CandApplicationSummary *self, guint index)
{
  gboolean done;
  g_autofree char *text =
      cand_wrap_dup_beginning (cand_application_get_step (self->application, index, &done));
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), done);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (check_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);
  adw_expander_row_add_row (self->steps, row);
}

static void
cand_application_summary_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CAND_TYPE_APPLICATION_SUMMARY);
  G_OBJECT_CLASS (cand_application_summary_parent_class)->dispose (object);
}

static void
cand_application_summary_finalize (GObject *object)
{
  CandApplicationSummary *self = CAND_APPLICATION_SUMMARY (object);

  g_clear_object (&self->application);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  G_OBJECT_CLASS (cand_application_summary_parent_class)->finalize (object);
}

static void
cand_application_summary_class_init (CandApplicationSummaryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cand_application_summary_dispose;
  object_class->finalize = cand_application_summary_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, CAND_APP_PATH
                                               "/ui/application/cand-application-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, CandApplicationSummary, title);
  gtk_widget_class_bind_template_child (widget_class, CandApplicationSummary, organisation);
  gtk_widget_class_bind_template_child (widget_class, CandApplicationSummary, group);
  gtk_widget_class_bind_template_child (widget_class, CandApplicationSummary, progress);
  gtk_widget_class_bind_template_child (widget_class, CandApplicationSummary, steps);
  gtk_widget_class_bind_template_child (widget_class, CandApplicationSummary, open);
}

static void
cand_application_summary_init (CandApplicationSummary *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title), GTK_ACCESSIBLE_PROPERTY_LEVEL, 1,
                                  -1);
}

void
cand_application_summary_set_application (CandApplicationSummary *self,
                                          CandApplication *application)
{
  static const char *const shown[] = { "notify::progress-label", "notify::answered",
                                       "notify::total" };

  g_return_if_fail (CAND_IS_APPLICATION_SUMMARY (self));
  g_return_if_fail (CAND_IS_APPLICATION (application) && self->application == NULL);

  self->application = g_object_ref (application);
  cand_wrap_set_label (self->title, cand_application_get_title (application));
  cand_wrap_set_label (self->organisation, cand_application_get_organisation (application));
  gtk_widget_set_visible (self->open, *cand_application_get_application_url (application) != '\0');
  for (guint i = 0; i < cand_application_get_n_steps (application); i++)
    add_step (self, i);
  update_steps (self);
  update_progress (self);
  g_signal_connect_object (application, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    g_signal_connect_object (application, shown[i], G_CALLBACK (update_progress), self,
                             G_CONNECT_SWAPPED);
}

void
cand_application_summary_add_row (CandApplicationSummary *self, GtkWidget *row)
{
  g_return_if_fail (CAND_IS_APPLICATION_SUMMARY (self));
  adw_preferences_group_add (self->group, row);
}
