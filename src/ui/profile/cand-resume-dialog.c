/* cand-resume-dialog.c: asks which parts of a résumé take the place of what the profile says
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-resume-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/cand-wrap.h"

struct _CandResumeDialog
{
  AdwDialog parent_instance;

  GtkWidget *cancel;
  GtkWidget *take;
  AdwPreferencesGroup *group;

  CandLibrary *library;   /* (owned) */
  GPtrArray *differences; /* (owned) (element-type CandProfileDifference) */
  GPtrArray *checks;      /* (element-type GtkCheckButton) one for each */
};

G_DEFINE_FINAL_TYPE (CandResumeDialog, cand_resume_dialog, ADW_TYPE_DIALOG)

static void
update_take (CandResumeDialog *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->checks->len; i++)
    any |= gtk_check_button_get_active (g_ptr_array_index (self->checks, i));
  gtk_widget_set_sensitive (self->take, any);
}

static void
cancel_clicked_cb (CandResumeDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
take_clicked_cb (CandResumeDialog *self)
{
  CandProfile *profile = cand_library_get_profile (self->library);

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      cand_profile_apply_difference (profile, g_ptr_array_index (self->differences, i));
  cand_library_save_profile_async (self->library, NULL, NULL, NULL);
  adw_dialog_close (ADW_DIALOG (self));
}

static char *
dup_subtitle (const CandProfileDifference *difference)
{
  g_autofree char *present = cand_wrap_dup_beginning (difference->present);
  g_autofree char *offered = cand_wrap_dup_beginning (difference->offered);

  if (*present == '\0')
    /* Translators: %s is something that only the imported file says. */
    return g_strdup_printf (_ ("Only in the file: %s"), offered);
  /* Translators: two lines: what the profile says, and what the imported file says instead. */
  return g_strdup_printf (_ ("Profile: %s\nFile: %s"), present, offered);
}

static void
add_difference (CandResumeDialog *self, const CandProfileDifference *difference)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *subtitle = dup_subtitle (difference);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 cand_profile_part_get_label (difference->part));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (update_take), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);
  adw_preferences_group_add (self->group, row);
}

static void
cand_resume_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CAND_TYPE_RESUME_DIALOG);
  G_OBJECT_CLASS (cand_resume_dialog_parent_class)->dispose (object);
}

static void
cand_resume_dialog_finalize (GObject *object)
{
  CandResumeDialog *self = CAND_RESUME_DIALOG (object);

  g_clear_object (&self->library);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  G_OBJECT_CLASS (cand_resume_dialog_parent_class)->finalize (object);
}

static void
cand_resume_dialog_class_init (CandResumeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cand_resume_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = cand_resume_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               CAND_APP_PATH "/ui/profile/cand-resume-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CandResumeDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, CandResumeDialog, take);
  gtk_widget_class_bind_template_child (widget_class, CandResumeDialog, group);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_clicked_cb);
}

static void
cand_resume_dialog_init (CandResumeDialog *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
cand_resume_dialog_new (CandLibrary *library, GPtrArray *differences)
{
  CandResumeDialog *self = g_object_new (CAND_TYPE_RESUME_DIALOG, NULL);

  self->library = g_object_ref (library);
  self->differences = g_ptr_array_ref (differences);
  for (guint i = 0; i < differences->len; i++)
    add_difference (self, g_ptr_array_index (differences, i));
  return ADW_DIALOG (self);
}
