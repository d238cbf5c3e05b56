/* cand-profile-page.c: what the person types once and uses in every form
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-profile-page.h"

#include <glib/gi18n-lib.h>

#include "cand-files-group.h"
#include "cand-profile-exchange.h"
#include "core/model/cand-profile-form.h"
#include "ui/application/cand-field-rows.h"
#include "ui/cand-banner.h"
#include "ui/cand-save-text.h"

/* The profile is a form of our own: each part is a question, whose answer and the profile follow
 * each other. What is typed is kept by the library, as soon as a row is left at the latest. */
struct _CandProfilePage
{
  AdwNavigationPage parent_instance;

  AdwWindowTitle *window_title;
  GtkLabel *save_label;
  AdwBanner *save_banner;
  GtkBox *sections;

  CandLibrary *library;   /* (owned) */
  CandProfile *profile;   /* (owned) the library's */
  GPtrArray *rows;        /* (element-type CandFieldRow) one for each part that is typed */
  GtkRoot *root;          /* (unowned) (nullable) while the page is shown */
  CandFieldRow *focused;  /* (weak) (nullable) the row that has the focus */
  CandProfilePart wanted; /* what gets the focus */
  guint entering;         /* the tick callback that gives it; 0 for none */
  guint frames;           /* since that was wanted */
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (CandProfilePage, cand_profile_page, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  PROP_LIBRARY = 1,
} CandProfilePageProperty;

static GParamSpec *properties[PROP_LIBRARY + 1];

/* --- saving --- */

/* Where there is no room for the label, the title says it. */
static void
update_save_text (CandProfilePage *self)
{
  g_autofree char *text = cand_save_dup_text (cand_profile_get_save_state (self->profile),
                                              cand_profile_get_saved_at (self->profile));

  gtk_label_set_label (self->save_label, text);
  adw_window_title_set_subtitle (self->window_title, self->narrow ? text : "");
}

static void
update_save_state (CandProfilePage *self)
{
  update_save_text (self);
  cand_save_show_failure (self->save_banner, GTK_WIDGET (self->save_label),
                          cand_profile_get_save_state (self->profile),
                          cand_profile_get_save_error (self->profile));
}

/* How it went shows in the save state. */
static void
save (CandProfilePage *self)
{
  cand_library_save_profile_async (self->library, NULL, NULL, NULL);
}

static void
retry_clicked_cb (CandProfilePage *self)
{
  save (self);
}

static void
narrow_applied_cb (CandProfilePage *self)
{
  self->narrow = TRUE;
  update_save_text (self);
}

static void
narrow_unapplied_cb (CandProfilePage *self)
{
  self->narrow = FALSE;
  update_save_text (self);
}

/* --- rows --- */

/* What is odd about a row is said when it was left, and not while it is being mended. */
static void
check_row (CandFieldRow *row)
{
  g_autofree char *complaint = cand_profile_form_check (
      cand_field_row_get_field (row), cand_answer_get_text (cand_field_row_get_answer (row)));

  cand_field_row_set_failure (row, complaint);
}

static void
prepare_row (CandFieldRow *row)
{
  GtkWidget *input = cand_field_row_get_input (row);

  cand_field_row_set_failure (row, NULL);
  if (GTK_IS_TEXT (input) &&
      cand_field_get_field_type (cand_field_row_get_field (row)) == CAND_FIELD_TYPE_TEXT &&
      g_str_equal (cand_field_get_id (cand_field_row_get_field (row)), "address"))
    gtk_text_set_input_purpose (GTK_TEXT (input), GTK_INPUT_PURPOSE_URL);
}

static void
focus_changed_cb (CandProfilePage *self)
{
  GtkWidget *focus = gtk_root_get_focus (self->root);
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, CAND_TYPE_FIELD_ROW) : NULL;

  if (row != NULL && !gtk_widget_is_ancestor (row, GTK_WIDGET (self)))
    row = NULL;
  if (row == GTK_WIDGET (self->focused))
    return;
  if (self->focused != NULL)
    {
      check_row (self->focused);
      save (self);
    }
  g_set_weak_pointer (&self->focused, (CandFieldRow *) row);
  if (self->focused != NULL)
    prepare_row (self->focused);
}

static AdwPreferencesGroup *
create_section (CandProfilePage *self, CandForm *form, guint section)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, cand_form_get_section_name (form, section));
  for (guint i = 0; i < cand_form_get_n_fields (form, section); i++)
    {
      g_autoptr (CandAnswer) answer = cand_answer_new (cand_form_get_field (form, section, i));
      CandFieldRow *row;

      cand_profile_form_bind (self->profile, answer);
      row = cand_field_row_new (NULL, NULL, answer);
      adw_preferences_group_add (group, GTK_WIDGET (row));
      g_ptr_array_add (self->rows, row);
    }
  return group;
}

static CandFieldRow *
find_row (CandProfilePage *self, CandProfilePart part)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      CandFieldRow *row = g_ptr_array_index (self->rows, i);

      if (cand_profile_form_get_part (cand_field_row_get_field (row)) == part)
        return row;
    }
  return NULL;
}

/* Whatever put the page there moves the focus too, and there is nothing to scroll to before the
 * first layout: so this waits for the second frame. */
static gboolean
enter_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  CandProfilePage *self = CAND_PROFILE_PAGE (widget);
  CandFieldRow *row;

  if (self->frames++ == 0)
    return G_SOURCE_CONTINUE;
  self->entering = 0;
  row = find_row (self, self->wanted);
  if (row != NULL)
    cand_field_row_enter (row);
  return G_SOURCE_REMOVE;
}

static void
import_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  cand_profile_exchange_import (widget, CAND_PROFILE_PAGE (widget)->library);
}

static void
export_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  cand_profile_exchange_export (widget, CAND_PROFILE_PAGE (widget)->library);
}

static void
cand_profile_page_map (GtkWidget *widget)
{
  CandProfilePage *self = CAND_PROFILE_PAGE (widget);

  GTK_WIDGET_CLASS (cand_profile_page_parent_class)->map (widget);
  self->root = gtk_widget_get_root (widget);
  g_signal_connect_object (self->root, "notify::focus-widget", G_CALLBACK (focus_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
cand_profile_page_unmap (GtkWidget *widget)
{
  CandProfilePage *self = CAND_PROFILE_PAGE (widget);

  g_signal_handlers_disconnect_by_func (self->root, focus_changed_cb, self);
  self->root = NULL;
  g_clear_weak_pointer (&self->focused);
  save (self);
  GTK_WIDGET_CLASS (cand_profile_page_parent_class)->unmap (widget);
}

static void
cand_profile_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((CandProfilePageProperty) id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, CAND_PROFILE_PAGE (object)->library);
      break;
    }
}

static void
cand_profile_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((CandProfilePageProperty) id)
    {
    case PROP_LIBRARY:
      CAND_PROFILE_PAGE (object)->library = g_value_dup_object (value);
      break;
    }
}

static void
cand_profile_page_constructed (GObject *object)
{
  CandProfilePage *self = CAND_PROFILE_PAGE (object);
  g_autoptr (CandForm) form = cand_profile_form_new ();

  G_OBJECT_CLASS (cand_profile_page_parent_class)->constructed (object);

  self->profile = g_object_ref (cand_library_get_profile (self->library));
  for (guint i = 0; i < cand_form_get_n_sections (form); i++)
    gtk_box_append (self->sections, GTK_WIDGET (create_section (self, form, i)));
  gtk_box_append (self->sections, cand_files_group_new (self->library));
  update_save_state (self);
  g_signal_connect_object (self->profile, "notify::save-state", G_CALLBACK (update_save_state),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->profile, "notify::saved-at", G_CALLBACK (update_save_text), self,
                           G_CONNECT_SWAPPED);
}

static void
cand_profile_page_dispose (GObject *object)
{
  CandProfilePage *self = CAND_PROFILE_PAGE (object);

  if (self->entering != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->entering);
  self->entering = 0;
  g_clear_weak_pointer (&self->focused);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAND_TYPE_PROFILE_PAGE);
  G_OBJECT_CLASS (cand_profile_page_parent_class)->dispose (object);
}

static void
cand_profile_page_finalize (GObject *object)
{
  CandProfilePage *self = CAND_PROFILE_PAGE (object);

  g_clear_object (&self->profile);
  g_clear_object (&self->library);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (cand_profile_page_parent_class)->finalize (object);
}

static void
cand_profile_page_class_init (CandProfilePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = cand_profile_page_constructed;
  object_class->dispose = cand_profile_page_dispose;
  object_class->finalize = cand_profile_page_finalize;
  object_class->get_property = cand_profile_page_get_property;
  object_class->set_property = cand_profile_page_set_property;
  widget_class->map = cand_profile_page_map;
  widget_class->unmap = cand_profile_page_unmap;

  properties[PROP_LIBRARY] =
      g_param_spec_object ("library", NULL, NULL, CAND_TYPE_LIBRARY,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               CAND_APP_PATH "/ui/profile/cand-profile-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CandProfilePage, window_title);
  gtk_widget_class_bind_template_child (widget_class, CandProfilePage, save_label);
  gtk_widget_class_bind_template_child (widget_class, CandProfilePage, save_banner);
  gtk_widget_class_bind_template_child (widget_class, CandProfilePage, sections);
  gtk_widget_class_bind_template_callback (widget_class, narrow_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_unapplied_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_clicked_cb);
  gtk_widget_class_install_action (widget_class, "profile.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "profile.export", NULL, export_action);
}

static void
cand_profile_page_init (CandProfilePage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  cand_banner_prepare (self->save_banner);
}

CandProfilePage *
cand_profile_page_new (CandLibrary *library)
{
  g_return_val_if_fail (CAND_IS_LIBRARY (library), NULL);
  return g_object_new (CAND_TYPE_PROFILE_PAGE, "library", library, NULL);
}

void
cand_profile_page_enter (CandProfilePage *self, CandProfilePart part)
{
  g_return_if_fail (CAND_IS_PROFILE_PAGE (self));
  self->wanted = part;
  self->frames = 0;
  if (self->entering == 0)
    self->entering = gtk_widget_add_tick_callback (GTK_WIDGET (self), enter_cb, NULL, NULL);
}
