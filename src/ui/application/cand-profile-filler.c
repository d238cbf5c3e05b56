/* cand-profile-filler.c: fills all that is empty from the profile, when asked
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-profile-filler.h"

#include <glib/gi18n-lib.h>

#include "cand-profile-offer.h"
#include "ui/cand-undo-toast.h"

struct _CandProfileFiller
{
  AdwActionRow parent_instance;

  GtkWidget *fill;
  GtkWidget *profile;
  GtkWidget *close;

  CandLibrary *library;         /* (owned) */
  CandApplication *application; /* (owned) */
  GSettings *settings;          /* (owned) */
  guint update;                 /* source that looks what can be filled in; 0 for none */
};

G_DEFINE_FINAL_TYPE (CandProfileFiller, cand_profile_filler, ADW_TYPE_ACTION_ROW)

/* An answer as it was, and as it was filled in. */
typedef struct
{
  CandAnswer *answer; /* (owned) */
  char *before;
  char *after;
} Filling;

static void
filling_free (Filling *filling)
{
  g_object_unref (filling->answer);
  g_free (filling->before);
  g_free (filling->after);
  g_free (filling);
}

/* (transfer full) (element-type Filling): what the profile has for questions without an answer. */
static GPtrArray *
list_fillings (CandProfileFiller *self)
{
  GPtrArray *fillings = g_ptr_array_new_with_free_func ((GDestroyNotify) filling_free);
  GListModel *answers = cand_application_get_answers (self->application);
  CandProfile *profile = cand_library_get_profile (self->library);

  for (guint i = 0; i < g_list_model_get_n_items (answers); i++)
    {
      g_autoptr (CandAnswer) answer = g_list_model_get_item (answers, i);
      g_autofree char *value = cand_profile_offer_dup_value (answer, profile);
      Filling *filling;

      if (value == NULL)
        continue;
      filling = g_new0 (Filling, 1);
      filling->before = g_strdup (cand_answer_get_text (answer));
      filling->after = g_steal_pointer (&value);
      filling->answer = g_steal_pointer (&answer);
      g_ptr_array_add (fillings, filling);
    }
  return fillings;
}

static gboolean
is_profile_empty (CandProfileFiller *self)
{
  CandProfile *profile = cand_library_get_profile (self->library);

  for (CandProfilePart part = 0; part < CAND_PROFILE_N_PARTS; part++)
    if (!cand_profile_part_is_empty (profile, part))
      return FALSE;
  return TRUE;
}

static void
update (CandProfileFiller *self)
{
  AdwPreferencesRow *row = ADW_PREFERENCES_ROW (self);
  g_autoptr (GPtrArray) fillings = list_fillings (self);
  gboolean hint =
      is_profile_empty (self) && g_settings_get_boolean (self->settings, "profile-hint");
  g_autofree char *subtitle = NULL;

  gtk_widget_set_visible (self->fill, fillings->len > 0);
  gtk_widget_set_visible (self->profile, hint);
  gtk_widget_set_visible (self->close, hint);
  gtk_widget_set_visible (GTK_WIDGET (self), hint || fillings->len > 0);
  if (fillings->len > 0)
    /* Translators: of the profile. */
    subtitle = g_strdup_printf (ngettext ("It has an answer to %u empty question",
                                          "It has answers to %u empty questions", fillings->len),
                                fillings->len);
  adw_preferences_row_set_title (
      row, hint ? _ ("Fill in your profile once and use it in every form") : _ ("Your Profile"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle != NULL ? subtitle : "");
}

static gboolean
update_cb (gpointer user_data)
{
  CandProfileFiller *self = user_data;

  self->update = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* Once for all that changes together. */
static void
update_soon (CandProfileFiller *self)
{
  if (self->update == 0)
    self->update = g_idle_add (update_cb, self);
}

static void
profile_changed_cb (CandProfileFiller *self, GParamSpec *pspec)
{
  if (!g_str_equal (pspec->name, "save-state") && !g_str_equal (pspec->name, "saved-at"))
    update_soon (self);
}

/* What was changed since stays as it is. */
static void
undo (AdwToast *toast, gpointer user_data)
{
  GPtrArray *fillings = user_data;

  for (guint i = 0; i < fillings->len; i++)
    {
      const Filling *filling = g_ptr_array_index (fillings, i);

      if (g_str_equal (cand_answer_get_text (filling->answer), filling->after))
        cand_answer_set_text (filling->answer, filling->before);
    }
}

static void
fill_clicked_cb (CandProfileFiller *self)
{
  g_autoptr (GPtrArray) fillings = list_fillings (self);
  guint n = fillings->len;
  g_autofree char *text = g_strdup_printf (ngettext ("%u answer filled in from your profile",
                                                     "%u answers filled in from your profile", n),
                                           n);

  for (guint i = 0; i < n; i++)
    {
      const Filling *filling = g_ptr_array_index (fillings, i);

      cand_answer_set_text (filling->answer, filling->after);
    }
  cand_library_flush (self->library, self->application);
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                          GTK_DIR_TAB_FORWARD);
  cand_toast_show (GTK_WIDGET (self), cand_undo_toast_new (text, undo, g_steal_pointer (&fillings),
                                                           (GDestroyNotify) g_ptr_array_unref));
}

static void
close_clicked_cb (CandProfileFiller *self)
{
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                          GTK_DIR_TAB_FORWARD);
  g_settings_set_boolean (self->settings, "profile-hint", FALSE);
}

static void
cand_profile_filler_dispose (GObject *object)
{
  CandProfileFiller *self = CAND_PROFILE_FILLER (object);

  g_clear_handle_id (&self->update, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAND_TYPE_PROFILE_FILLER);
  G_OBJECT_CLASS (cand_profile_filler_parent_class)->dispose (object);
}

static void
cand_profile_filler_finalize (GObject *object)
{
  CandProfileFiller *self = CAND_PROFILE_FILLER (object);

  g_clear_object (&self->library);
  g_clear_object (&self->application);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (cand_profile_filler_parent_class)->finalize (object);
}

static void
cand_profile_filler_class_init (CandProfileFillerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cand_profile_filler_dispose;
  G_OBJECT_CLASS (klass)->finalize = cand_profile_filler_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, CAND_APP_PATH
                                               "/ui/application/cand-profile-filler.ui");
  gtk_widget_class_bind_template_child (widget_class, CandProfileFiller, fill);
  gtk_widget_class_bind_template_child (widget_class, CandProfileFiller, profile);
  gtk_widget_class_bind_template_child (widget_class, CandProfileFiller, close);
  gtk_widget_class_bind_template_callback (widget_class, fill_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
}

static void
cand_profile_filler_init (CandProfileFiller *self)
{
  self->settings = g_settings_new (CAND_APP_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
cand_profile_filler_new (CandLibrary *library, CandApplication *application)
{
  CandProfileFiller *self = g_object_new (CAND_TYPE_PROFILE_FILLER, NULL);
  GListModel *answers = cand_application_get_answers (application);

  self->library = g_object_ref (library);
  self->application = g_object_ref (application);
  update (self);
  g_signal_connect_object (cand_library_get_profile (library), "notify",
                           G_CALLBACK (profile_changed_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < g_list_model_get_n_items (answers); i++)
    {
      g_autoptr (CandAnswer) answer = g_list_model_get_item (answers, i);

      g_signal_connect_object (answer, "notify::answered", G_CALLBACK (update_soon), self,
                               G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (self->settings, "changed::profile-hint", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
