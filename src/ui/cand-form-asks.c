/* cand-form-asks.c: what a position asks, before anything is begun
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-form-asks.h"

#include <glib/gi18n-lib.h>

#include "cand-error-text.h"
#include "cand-form-dialog.h"
#include "cand-links.h"
#include "cand-status-text.h"
#include "cand-wrap.h"
#include "core/library/cand-library-errors.h"
#include "core/library/cand-library-form.h"
#include "core/model/cand-form-summary.h"

struct _CandFormAsks
{
  AdwBin parent_instance;

  CandLibrary *library;      /* (owned) (nullable) until set */
  CandPosition *position;    /* (owned) (nullable) */
  GSignalGroup *notes;       /* (owned): whether a draft was begun */
  GCancellable *cancellable; /* (owned) (nullable): of what is under way */
  gboolean asking;           /* the board */

  gboolean loaded;    /* the members below are of the position */
  CandForm *form;     /* (owned) (nullable) */
  gboolean can_ask;   /* the board, for its own form */
  char *failure;      /* (owned) (nullable): why that failed */
  gboolean page_only; /* it will fail again */

  GtkWidget *all;             /* (unowned): template children from here */
  GtkWidget *ask;             /* (unowned) */
  GtkWidget *asking_row;      /* (unowned) */
  GtkWidget *knock_outs;      /* (unowned) */
  GtkBox *knock_outs_box;     /* (unowned) */
  GtkLabel *knock_outs_label; /* (unowned) */
  AdwActionRow *message;      /* (unowned) */
  GtkWidget *open;            /* (unowned) */
  AdwActionRow *sensitive;    /* (unowned) */
  AdwActionRow *summary;      /* (unowned) */
};

G_DEFINE_FINAL_TYPE (CandFormAsks, cand_form_asks, ADW_TYPE_BIN)

typedef enum
{
  PROP_POSITION = 1,
} CandFormAsksProperty;

static GParamSpec *properties[PROP_POSITION + 1];

static gboolean
is_standard (CandForm *form)
{
  return cand_form_get_source (form) == CAND_FORM_SOURCE_STANDARD;
}

/* A title and a subtitle of a row, shown where there is a title. */
static void
say (AdwActionRow *row, const char *title, const char *subtitle)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title != NULL ? title : "");
  adw_action_row_set_subtitle (row, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (row), title != NULL);
}

/* Where the form is from. (transfer full) (nullable) */
static char *
dup_source (CandFormAsks *self)
{
  gint64 fetched = cand_form_get_fetched (self->form);
  g_autofree char *day = NULL;

  if (is_standard (self->form))
    return g_strdup (self->can_ask
                         ? _ ("These are the usual questions: the employer’s own form has not "
                              "been read")
                         : _ ("These are the usual questions: the employer’s own form can only "
                              "be seen on its page"));
  if (fetched == 0)
    return NULL;
  day = cand_status_dup_day (fetched);
  /* Translators: of a form; %s is a day, such as "today" or "3 May 2026". */
  return g_strdup_printf (_ ("Read from the board %s"), day);
}

static void
fill_knock_outs (CandFormAsks *self, const CandFormSummary *summary)
{
  g_autofree char *label = cand_form_summary_dup_knock_outs_label (summary);
  g_autoptr (GString) all = g_string_new (NULL);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->knock_outs_box))) != NULL)
    gtk_box_remove (self->knock_outs_box, child);
  gtk_label_set_label (self->knock_outs_label, label != NULL ? label : "");
  for (guint i = 0; i < summary->knock_outs->len; i++)
    {
      const char *question = cand_field_get_label (g_ptr_array_index (summary->knock_outs, i));

      child = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0f, NULL);
      cand_wrap_set_label (GTK_LABEL (child), question);
      gtk_box_append (self->knock_outs_box, child);
      g_string_append_printf (all, "%s%s", i > 0 ? "\n" : "", question);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->knock_outs), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : "", GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  all->str, -1);
  gtk_widget_set_visible (self->knock_outs, label != NULL);
}

static void
fill_form (CandFormAsks *self)
{
  g_autoptr (CandFormSummary) summary = NULL;
  g_autofree char *label = NULL;
  g_autofree char *source = NULL;
  g_autofree char *sensitive = NULL;

  gtk_widget_set_visible (self->all, self->form != NULL);
  if (self->form == NULL)
    {
      gtk_widget_set_visible (self->knock_outs, FALSE);
      say (self->summary, NULL, NULL);
      say (self->sensitive, NULL, NULL);
      return;
    }
  summary = cand_form_summary_new (self->form);
  label = cand_form_summary_dup_label (summary);
  source = dup_source (self);
  sensitive = cand_form_summary_dup_sensitive_label (summary);
  say (self->summary, label, source);
  say (self->sensitive, sensitive, NULL);
  fill_knock_outs (self, summary);
}

/* What stands in place of the form, or beside the usual questions. */
static void
fill_message (CandFormAsks *self)
{
  const char *page_only = _ ("The form can only be seen on the employer’s page");

  gtk_widget_set_visible (self->asking_row, self->asking);
  if (self->asking)
    say (self->message, NULL, NULL);
  else if (self->failure != NULL)
    say (self->message, self->page_only ? page_only : _ ("The form could not be read"),
         self->failure);
  else if (self->form == NULL && !self->can_ask)
    say (self->message, page_only, _ ("A draft here begins with the usual questions."));
  else
    say (self->message, NULL, NULL);
}

static const char *
get_ask_title (CandFormAsks *self)
{
  if (self->failure != NULL)
    return _ ("_Try Again");
  /* Beside the usual questions. */
  return self->form != NULL ? _ ("Read the Employer’s _Own Form") : _ ("See _What It Asks");
}

static void
fill (CandFormAsks *self)
{
  gboolean own = self->form != NULL && !is_standard (self->form);
  gboolean failed = self->failure != NULL && !self->asking;

  fill_form (self);
  fill_message (self);
  gtk_widget_set_visible (self->ask, self->can_ask && !own && !self->asking);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->ask), get_ask_title (self));
  gtk_widget_set_visible (self->open, !own && !self->asking && (failed || !self->can_ask));
  /* The button alone says it. */
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (adw_bin_get_child (ADW_BIN (self))),
                                   self->form != NULL || self->asking ||
                                           gtk_widget_get_visible (GTK_WIDGET (self->message))
                                       ? _ ("What It Asks")
                                       : "");
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/* Whether asking once more will hardly help. */
static gboolean
is_refusal (const GError *error)
{
  return g_error_matches (error, CAND_NET_ERROR, CAND_NET_ERROR_FORBIDDEN) ||
         g_error_matches (error, CAND_NET_ERROR, CAND_NET_ERROR_NOT_FOUND) ||
         g_error_matches (error, CAND_NET_ERROR, CAND_NET_ERROR_STATUS) ||
         g_error_matches (error, CAND_NET_ERROR, CAND_NET_ERROR_REDIRECT) ||
         error->domain == CAND_BOARD_ERROR;
}

static void
set_failure (CandFormAsks *self, const GError *error)
{
  g_clear_pointer (&self->failure, g_free);
  if (error == NULL)
    return;
  self->failure = cand_error_text_dup_find_sentence (error);
  self->page_only = is_refusal (error);
}

/* The row that had the focus is gone: the next step gets it, unless the person went elsewhere. What
 * came of it is said aloud. */
static void
tell (CandFormAsks *self, gboolean focused)
{
  AdwActionRow *row = self->failure != NULL ? self->message : self->summary;

  gtk_accessible_announce (GTK_ACCESSIBLE (self),
                           adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  if (focused)
    gtk_widget_grab_focus (self->failure != NULL ? self->ask : self->all);
}

static gboolean
has_focus (CandFormAsks *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static void
take_result (CandFormAsks *self, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  gboolean can_ask;
  g_autoptr (CandForm) form =
      cand_library_load_form_finish (self->library, result, &can_ask, &error);

  if (error != NULL)
    {
      /* The library may have been closed. */
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        set_failure (self, error);
      return;
    }
  g_set_object (&self->form, form);
  self->can_ask = can_ask;
  if (form != NULL && !is_standard (form))
    set_failure (self, NULL);
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandFormAsks) self = user_data;
  gboolean focused;

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  focused = has_focus (self);
  g_clear_object (&self->cancellable);
  self->asking = FALSE;
  take_result (self, result);
  fill (self);
  tell (self, focused);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandFormAsks) self = user_data;

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  g_clear_object (&self->cancellable);
  take_result (self, result);
  fill (self);
  /* Coming into view for the first time was no reason to read it again. */
  self->loaded = TRUE;
}

static void
stop (CandFormAsks *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->asking = FALSE;
}

static void
load (CandFormAsks *self)
{
  if (self->library == NULL || self->position == NULL || self->asking)
    return;
  stop (self);
  self->cancellable = g_cancellable_new ();
  cand_library_load_form_async (self->library, cand_position_get_key (self->position), FALSE,
                                self->cancellable, loaded_cb, g_object_ref (self));
}

static void
map_cb (CandFormAsks *self)
{
  if (self->loaded)
    load (self);
}

static void
ask_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CandFormAsks *self = CAND_FORM_ASKS (widget);

  if (self->position == NULL || self->asking)
    return;
  stop (self);
  self->asking = TRUE;
  self->cancellable = g_cancellable_new ();
  fill (self);
  gtk_widget_grab_focus (self->asking_row);
  cand_library_load_form_async (self->library, cand_position_get_key (self->position), TRUE,
                                self->cancellable, asked_cb, g_object_ref (self));
}

static void
show_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CandFormAsks *self = CAND_FORM_ASKS (widget);

  if (self->form != NULL)
    adw_dialog_present (cand_form_dialog_new (self->form), widget);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CandFormAsks *self = CAND_FORM_ASKS (widget);
  const char *url;

  if (self->position == NULL)
    return;
  url = cand_position_get_application_url (self->position);
  cand_links_open (widget, *url != '\0' ? url : cand_position_get_url (self->position));
}

static void
cand_form_asks_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((CandFormAsksProperty) prop_id)
    {
    case PROP_POSITION:
      g_value_set_object (value, CAND_FORM_ASKS (object)->position);
      break;
    }
}

static void
cand_form_asks_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch ((CandFormAsksProperty) prop_id)
    {
    case PROP_POSITION:
      cand_form_asks_set_position (CAND_FORM_ASKS (object), g_value_get_object (value));
      break;
    }
}

static void
cand_form_asks_dispose (GObject *object)
{
  CandFormAsks *self = CAND_FORM_ASKS (object);

  stop (self);
  g_clear_object (&self->notes);
  gtk_widget_dispose_template (GTK_WIDGET (self), CAND_TYPE_FORM_ASKS);
  g_clear_object (&self->position);
  g_clear_object (&self->form);
  g_clear_object (&self->library);
  g_clear_pointer (&self->failure, g_free);

  G_OBJECT_CLASS (cand_form_asks_parent_class)->dispose (object);
}

static void
cand_form_asks_class_init (CandFormAsksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cand_form_asks_get_property;
  object_class->set_property = cand_form_asks_set_property;
  object_class->dispose = cand_form_asks_dispose;

  properties[PROP_POSITION] =
      g_param_spec_object ("position", NULL, NULL, CAND_TYPE_POSITION,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_action (widget_class, "asks.ask", NULL, ask_action);
  gtk_widget_class_install_action (widget_class, "asks.show-all", NULL, show_all_action);
  gtk_widget_class_install_action (widget_class, "asks.open", NULL, open_action);

  gtk_widget_class_set_template_from_resource (widget_class, CAND_APP_PATH "/ui/cand-form-asks.ui");
  gtk_widget_class_bind_template_child (widget_class, CandFormAsks, all);
  gtk_widget_class_bind_template_child (widget_class, CandFormAsks, ask);
  gtk_widget_class_bind_template_child (widget_class, CandFormAsks, asking_row);
  gtk_widget_class_bind_template_child (widget_class, CandFormAsks, knock_outs);
  gtk_widget_class_bind_template_child (widget_class, CandFormAsks, knock_outs_box);
  gtk_widget_class_bind_template_child (widget_class, CandFormAsks, knock_outs_label);
  gtk_widget_class_bind_template_child (widget_class, CandFormAsks, message);
  gtk_widget_class_bind_template_child (widget_class, CandFormAsks, open);
  gtk_widget_class_bind_template_child (widget_class, CandFormAsks, sensitive);
  gtk_widget_class_bind_template_child (widget_class, CandFormAsks, summary);
  gtk_widget_class_bind_template_callback (widget_class, map_cb);
}

static void
cand_form_asks_init (CandFormAsks *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->notes = g_signal_group_new (CAND_TYPE_POSITION);
  g_signal_group_connect_swapped (self->notes, "notify::drafted", G_CALLBACK (load), self);
}

GtkWidget *
cand_form_asks_new (void)
{
  return g_object_new (CAND_TYPE_FORM_ASKS, NULL);
}

void
cand_form_asks_set_library (CandFormAsks *self, CandLibrary *library)
{
  g_set_object (&self->library, library);
}

void
cand_form_asks_set_position (CandFormAsks *self, CandPosition *position)
{
  if (!g_set_object (&self->position, position))
    return;
  stop (self);
  g_signal_group_set_target (self->notes, position);
  self->loaded = FALSE;
  g_clear_object (&self->form);
  g_clear_pointer (&self->failure, g_free);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  load (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POSITION]);
}
