/* cand-application-page.c: the page on which one application is drafted
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-application-page.h"

#include <glib/gi18n-lib.h>

#include "cand-application-summary.h"
#include "cand-aside-section.h"
#include "cand-field-row.h"
#include "cand-form-rows.h"
#include "cand-page-drop.h"
#include "cand-profile-filler.h"
#include "cand-rebase-banner.h"
#include "ui/cand-banner.h"
#include "ui/cand-save-text.h"
#include "ui/cand-undo-toast.h"

/* The rows are made once, from the form that the application was opened with: an update of the
 * position never touches what is being written. They are made again when the person puts the draft
 * on another form. */
struct _CandApplicationPage
{
  AdwNavigationPage parent_instance;

  AdwOverlaySplitView *split;
  AdwWindowTitle *window_title;
  GtkWidget *posting_button;
  GtkLabel *save_label;
  AdwBanner *save_banner;
  AdwBanner *form_banner;
  CandRebaseBanner *rebase_banner;
  GtkBox *sections;
  CandApplicationSummary *summary;
  AdwBin *posting;

  CandLibrary *library;         /* (owned) */
  CandApplication *application; /* (owned) */
  CandFormRows *rows;           /* (owned) */
  GtkWidget *aside;             /* (unowned) (nullable) the last section */
  guint entering;               /* the tick callback that gives a question the focus */
  guint frames;                 /* since the page was first shown */
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (CandApplicationPage, cand_application_page, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  PROP_LIBRARY = 1,
  PROP_APPLICATION,
} CandApplicationPageProperty;

static GParamSpec *properties[PROP_APPLICATION + 1];

enum
{
  SIGNAL_OPEN_URI,
  SIGNAL_DELETE_REQUESTED,
  SIGNAL_FORM_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Where there is no room for the label, the state takes the organisation's place: it is what has
 * to be seen at any time. */
static void
update_save_text (CandApplicationPage *self)
{
  g_autofree char *text = cand_save_dup_text (cand_application_get_save_state (self->application),
                                              cand_application_get_saved_at (self->application));

  gtk_label_set_label (self->save_label, text);
  adw_window_title_set_subtitle (
      self->window_title,
      self->narrow && *text != '\0' ? text : cand_application_get_organisation (self->application));
}

static void
update_save_state (CandApplicationPage *self)
{
  update_save_text (self);
  cand_save_show_failure (self->save_banner, GTK_WIDGET (self->save_label),
                          cand_application_get_save_state (self->application),
                          cand_application_get_save_error (self->application));
}

/* Not while the employer's own form waits to be reviewed. */
static void
update_form_banner (CandApplicationPage *self)
{
  CandForm *form = cand_application_get_form (self->application);

  adw_banner_set_revealed (self->form_banner,
                           cand_form_get_source (form) == CAND_FORM_SOURCE_STANDARD &&
                               !cand_rebase_banner_get_found (self->rebase_banner));
}

static void
show_form (CandApplicationPage *self)
{
  if (cand_application_get_form (self->application) == NULL)
    return;
  cand_form_rows_show (self->rows);
  if (self->aside != NULL)
    gtk_box_remove (self->sections, self->aside);
  self->aside = cand_aside_section_new (self->library, self->application);
  gtk_box_append (self->sections, self->aside);
  update_form_banner (self);
}

static void
retry_clicked_cb (CandApplicationPage *self)
{
  cand_library_flush (self->library, self->application);
}

static void
form_clicked_cb (CandApplicationPage *self)
{
  g_signal_emit (self, signals[SIGNAL_FORM_REQUESTED], 0);
}

static void
narrow_applied_cb (CandApplicationPage *self)
{
  self->narrow = TRUE;
  update_save_text (self);
}

static void
narrow_unapplied_cb (CandApplicationPage *self)
{
  self->narrow = FALSE;
  update_save_text (self);
}

static void
check_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CandApplicationPage *self = CAND_APPLICATION_PAGE (widget);
  g_autofree char *progress = NULL;

  if (cand_application_page_show_problems (self))
    return;
  progress = cand_application_dup_progress_label (self->application);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), progress,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
check_form_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  cand_rebase_banner_check (CAND_APPLICATION_PAGE (widget)->rebase_banner);
}

static void
delete_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_DELETE_REQUESTED], 0);
}

static void
open_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CandApplicationPage *self = CAND_APPLICATION_PAGE (widget);

  g_signal_emit (self, signals[SIGNAL_OPEN_URI], 0,
                 cand_application_get_application_url (self->application));
}

static void
posting_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CandApplicationPage *self = CAND_APPLICATION_PAGE (widget);

  adw_overlay_split_view_set_show_sidebar (self->split,
                                           !adw_overlay_split_view_get_show_sidebar (self->split));
}

/* In a form that nobody has begun, the first answer that the employer requires. */
static CandFieldRow *
find_entrance (CandApplicationPage *self)
{
  GPtrArray *rows = cand_form_rows_get (self->rows);

  if (cand_application_get_answered (self->application) == 0)
    for (guint i = 0; i < rows->len; i++)
      if (cand_field_row_get_bad (g_ptr_array_index (rows, i)))
        return g_ptr_array_index (rows, i);
  return rows->len > 0 ? g_ptr_array_index (rows, 0) : NULL;
}

/* Whatever put the page there moves the focus too, to its first button, and there is nothing to
 * scroll to before the first layout: so this waits for the second frame. */
static gboolean
enter_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  CandApplicationPage *self = CAND_APPLICATION_PAGE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  CandFieldRow *entrance;

  if (self->frames++ == 0)
    return G_SOURCE_CONTINUE;
  self->entering = 0;
  entrance = find_entrance (self);
  if (entrance != NULL &&
      (focus == NULL || gtk_widget_get_ancestor (focus, CAND_TYPE_FIELD_ROW) == NULL))
    cand_field_row_enter (entrance);
  return G_SOURCE_REMOVE;
}

/* The application is on another form: none of its old answers is shown anywhere any more. */
static void
form_used_cb (CandApplicationPage *self)
{
  show_form (self);
  self->frames = 0;
  if (self->entering == 0)
    self->entering = gtk_widget_add_tick_callback (GTK_WIDGET (self), enter_cb, NULL, NULL);
  cand_toast_show (GTK_WIDGET (self), adw_toast_new (_ ("The draft is on the new form")));
}

static void
cand_application_page_map (GtkWidget *widget)
{
  CandApplicationPage *self = CAND_APPLICATION_PAGE (widget);

  GTK_WIDGET_CLASS (cand_application_page_parent_class)->map (widget);
  if (self->frames == 0 && self->entering == 0)
    self->entering = gtk_widget_add_tick_callback (widget, enter_cb, NULL, NULL);
}

static void
cand_application_page_unmap (GtkWidget *widget)
{
  CandApplicationPage *self = CAND_APPLICATION_PAGE (widget);

  cand_library_flush (self->library, self->application);
  GTK_WIDGET_CLASS (cand_application_page_parent_class)->unmap (widget);
}

static void
cand_application_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CandApplicationPage *self = CAND_APPLICATION_PAGE (object);

  switch ((CandApplicationPageProperty) id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_APPLICATION:
      g_value_set_object (value, self->application);
      break;
    }
}

static void
cand_application_page_set_property (GObject *object,
                                    guint id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  CandApplicationPage *self = CAND_APPLICATION_PAGE (object);

  switch ((CandApplicationPageProperty) id)
    {
    case PROP_LIBRARY:
      self->library = g_value_dup_object (value);
      break;
    case PROP_APPLICATION:
      self->application = g_value_dup_object (value);
      break;
    }
}

static void
cand_application_page_constructed (GObject *object)
{
  CandApplicationPage *self = CAND_APPLICATION_PAGE (object);
  const char *title = cand_application_get_title (self->application);

  G_OBJECT_CLASS (cand_application_page_parent_class)->constructed (object);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  adw_window_title_set_title (self->window_title, title);
  cand_application_summary_set_application (self->summary, self->application);
  cand_application_summary_add_row (self->summary,
                                    cand_profile_filler_new (self->library, self->application));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "application.posting", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "application.open",
                                 *cand_application_get_application_url (self->application) != '\0');
  self->rows = cand_form_rows_new (self->library, self->application, self->sections,
                                   GTK_WIDGET (self->summary));
  show_form (self);
  cand_rebase_banner_set_draft (self->rebase_banner, self->library, self->application);
  cand_page_drop_attach (GTK_WIDGET (self), cand_form_rows_get (self->rows));
  update_save_state (self);
  g_signal_connect_object (self->application, "notify::save-state", G_CALLBACK (update_save_state),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->application, "notify::saved-at", G_CALLBACK (update_save_text),
                           self, G_CONNECT_SWAPPED);
}

static void
cand_application_page_dispose (GObject *object)
{
  CandApplicationPage *self = CAND_APPLICATION_PAGE (object);

  if (self->entering != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->entering);
  self->entering = 0;
  g_clear_pointer (&self->rows, cand_form_rows_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAND_TYPE_APPLICATION_PAGE);
  G_OBJECT_CLASS (cand_application_page_parent_class)->dispose (object);
}

static void
cand_application_page_finalize (GObject *object)
{
  CandApplicationPage *self = CAND_APPLICATION_PAGE (object);

  g_clear_object (&self->library);
  g_clear_object (&self->application);
  G_OBJECT_CLASS (cand_application_page_parent_class)->finalize (object);
}

static void
install_signals (void)
{
  signals[SIGNAL_OPEN_URI] =
      g_signal_new ("open-uri", CAND_TYPE_APPLICATION_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_DELETE_REQUESTED] =
      g_signal_new ("delete-requested", CAND_TYPE_APPLICATION_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FORM_REQUESTED] =
      g_signal_new ("form-requested", CAND_TYPE_APPLICATION_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (CAND_TYPE_APPLICATION_SUMMARY);
  g_type_ensure (CAND_TYPE_REBASE_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class, CAND_APP_PATH
                                               "/ui/application/cand-application-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CandApplicationPage, split);
  gtk_widget_class_bind_template_child (widget_class, CandApplicationPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, CandApplicationPage, posting_button);
  gtk_widget_class_bind_template_child (widget_class, CandApplicationPage, save_label);
  gtk_widget_class_bind_template_child (widget_class, CandApplicationPage, save_banner);
  gtk_widget_class_bind_template_child (widget_class, CandApplicationPage, form_banner);
  gtk_widget_class_bind_template_child (widget_class, CandApplicationPage, rebase_banner);
  gtk_widget_class_bind_template_child (widget_class, CandApplicationPage, sections);
  gtk_widget_class_bind_template_child (widget_class, CandApplicationPage, summary);
  gtk_widget_class_bind_template_child (widget_class, CandApplicationPage, posting);
  gtk_widget_class_bind_template_callback (widget_class, form_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_used_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_unapplied_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_form_banner);
}

static void
cand_application_page_class_init (CandApplicationPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = cand_application_page_constructed;
  object_class->dispose = cand_application_page_dispose;
  object_class->finalize = cand_application_page_finalize;
  object_class->get_property = cand_application_page_get_property;
  object_class->set_property = cand_application_page_set_property;
  widget_class->map = cand_application_page_map;
  widget_class->unmap = cand_application_page_unmap;

  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, CAND_TYPE_LIBRARY, flags);
  properties[PROP_APPLICATION] =
      g_param_spec_object ("application", NULL, NULL, CAND_TYPE_APPLICATION, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  install_signals ();
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "application.check", NULL, check_action);
  gtk_widget_class_install_action (widget_class, "application.check-form", NULL, check_form_action);
  gtk_widget_class_install_action (widget_class, "application.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "application.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "application.posting", NULL, posting_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F8, 0, "application.posting", NULL);
}

static void
cand_application_page_init (CandApplicationPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cand_banner_prepare (self->save_banner);
  cand_banner_prepare (self->form_banner);
}

CandApplicationPage *
cand_application_page_new (CandLibrary *library, CandApplication *application)
{
  g_return_val_if_fail (CAND_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (CAND_IS_APPLICATION (application), NULL);

  return g_object_new (CAND_TYPE_APPLICATION_PAGE, "library", library, "application", application,
                       NULL);
}

CandApplication *
cand_application_page_get_application (CandApplicationPage *self)
{
  g_return_val_if_fail (CAND_IS_APPLICATION_PAGE (self), NULL);
  return self->application;
}

void
cand_application_page_set_posting (CandApplicationPage *self, GtkWidget *posting)
{
  gboolean shown = posting != NULL;

  g_return_if_fail (CAND_IS_APPLICATION_PAGE (self));

  adw_bin_set_child (self->posting, posting);
  gtk_widget_set_visible (self->posting_button, shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "application.posting", shown);
  /* Not pinned, it comes and goes with the room for it. */
  adw_overlay_split_view_set_pin_sidebar (self->split, !shown);
  adw_overlay_split_view_set_show_sidebar (
      self->split, shown && !adw_overlay_split_view_get_collapsed (self->split));
}

gboolean
cand_application_page_show_problems (CandApplicationPage *self)
{
  CandFieldRow *first = NULL;
  GPtrArray *rows;

  g_return_val_if_fail (CAND_IS_APPLICATION_PAGE (self), FALSE);

  cand_form_rows_complete (self->rows);
  rows = cand_form_rows_get (self->rows);
  for (guint i = 0; i < rows->len; i++)
    {
      CandFieldRow *row = g_ptr_array_index (rows, i);

      cand_field_row_mark (row);
      if (first == NULL && cand_field_row_get_bad (row))
        first = row;
    }
  return first != NULL && gtk_widget_grab_focus (GTK_WIDGET (first));
}
