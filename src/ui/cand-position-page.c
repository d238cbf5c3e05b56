/* cand-position-page.c: one position: its facts, its text, and what to do with it
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-position-page.h"

#include <glib/gi18n-lib.h>

#include "cand-error-text.h"
#include "cand-form-asks.h"
#include "cand-links.h"
#include "cand-position-view.h"
#include "cand-window.h"

struct _CandPositionPage
{
  AdwNavigationPage parent_instance;

  CandLibrary *library;      /* (owned) */
  char *key;                 /* (owned) */
  CandPosition *position;    /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned): of everything this page asks */
  gboolean read;             /* its own page was asked for */

  GtkWidget *actions;           /* (unowned): template children from here */
  CandFormAsks *asks;           /* (unowned) */
  GtkButton *draft_button;      /* (unowned) */
  AdwStatusPage *error_page;    /* (unowned) */
  GtkStack *stack;              /* (unowned) */
  GtkToggleButton *star_button; /* (unowned) */
  CandPositionView *view;       /* (unowned) */
};

G_DEFINE_FINAL_TYPE (CandPositionPage, cand_position_page, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  PROP_POSITION = 1,
} CandPositionPageProperty;

static GParamSpec *properties[PROP_POSITION + 1];

static void
update_star (CandPositionPage *self)
{
  gboolean starred = cand_position_get_starred (self->position);

  gtk_button_set_icon_name (GTK_BUTTON (self->star_button),
                            starred ? "starred-symbolic" : "non-starred-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->star_button),
                               starred ? _ ("Remove Star") : _ ("Star"));
  gtk_toggle_button_set_active (self->star_button, starred);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandPositionPage) self = user_data;
  g_autoptr (GError) error = NULL;

  cand_library_read_position_finish (CAND_LIBRARY (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_cancellable_is_cancelled (self->cancellable))
    return;
  cand_position_view_set_reading (self->view, FALSE);
  cand_position_view_set_read_error (self->view, error);
}

/* What the board's list lacks is on the position's own page. */
static void
read_own_page (CandPositionPage *self)
{
  self->read = TRUE;
  cand_position_view_set_reading (self->view, TRUE);
  cand_library_read_position_async (self->library, self->position, self->cancellable, read_cb,
                                    g_object_ref (self));
}

static void
show_position (CandPositionPage *self, CandPosition *position)
{
  if (g_set_object (&self->position, position))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POSITION]);
  cand_position_view_set_position (self->view, position);
  cand_form_asks_set_position (self->asks, position);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), cand_position_get_title (position));
  gtk_button_set_label (self->draft_button, cand_position_get_drafted (position)
                                                ? _ ("Continue _Draft")
                                                : _ ("_Draft Application"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "position.show-programme",
                                 cand_position_get_programme (position) != 0);
  update_star (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->star_button), TRUE);
  gtk_stack_set_visible_child_name (self->stack, "content");
  cand_library_mark_seen (self->library, position);
  if (!self->read)
    read_own_page (self);
}

static void
load_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandPositionPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CandPosition) position =
      cand_library_load_position_finish (CAND_LIBRARY (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_cancellable_is_cancelled (self->cancellable))
    return;
  if (position != NULL)
    {
      show_position (self, position);
      return;
    }
  adw_status_page_set_title (self->error_page, cand_error_text_get_title (error));
  adw_status_page_set_description (self->error_page, cand_error_text_get_body (error));
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static void
load (CandPositionPage *self)
{
  cand_library_load_position_async (self->library, self->key, self->cancellable, load_cb,
                                    g_object_ref (self));
}

static void
positions_changed_cb (CandPositionPage *self)
{
  load (self);
}

static void
star_toggled_cb (CandPositionPage *self)
{
  if (self->position == NULL || gtk_toggle_button_get_active (self->star_button) ==
                                    cand_position_get_starred (self->position))
    return;
  cand_library_set_starred (self->library, self->position,
                            gtk_toggle_button_get_active (self->star_button));
  update_star (self);
}

static void
draft_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.draft", "s", CAND_POSITION_PAGE (widget)->key);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CandPositionPage *self = CAND_POSITION_PAGE (widget);

  if (self->position != NULL)
    cand_links_open (widget, cand_position_get_url (self->position));
}

static void
copy_link_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CandPositionPage *self = CAND_POSITION_PAGE (widget);

  if (self->position == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget),
                          cand_position_get_url (self->position));
  cand_window_say (CAND_WINDOW (gtk_widget_get_root (widget)), _ ("Link copied"));
}

static void
read_again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CandPositionPage *self = CAND_POSITION_PAGE (widget);

  if (self->position != NULL)
    read_own_page (self);
}

static void
show_programme_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CandPositionPage *self = CAND_POSITION_PAGE (widget);

  if (self->position != NULL)
    gtk_widget_activate_action (widget, "win.show-programme", "x",
                                cand_position_get_programme (self->position));
}

static void
cand_position_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((CandPositionPageProperty) prop_id)
    {
    case PROP_POSITION:
      g_value_set_object (value, CAND_POSITION_PAGE (object)->position);
      break;
    }
}

static void
cand_position_page_dispose (GObject *object)
{
  CandPositionPage *self = CAND_POSITION_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), CAND_TYPE_POSITION_PAGE);
  g_clear_object (&self->position);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (cand_position_page_parent_class)->dispose (object);
}

static void
cand_position_page_finalize (GObject *object)
{
  CandPositionPage *self = CAND_POSITION_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->key, g_free);

  G_OBJECT_CLASS (cand_position_page_parent_class)->finalize (object);
}

static void
cand_position_page_class_init (CandPositionPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cand_position_page_get_property;
  object_class->dispose = cand_position_page_dispose;
  object_class->finalize = cand_position_page_finalize;

  properties[PROP_POSITION] = g_param_spec_object ("position", NULL, NULL, CAND_TYPE_POSITION,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_action (widget_class, "position.draft", NULL, draft_action);
  gtk_widget_class_install_action (widget_class, "position.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "position.copy-link", NULL, copy_link_action);
  gtk_widget_class_install_action (widget_class, "position.read-again", NULL, read_again_action);
  gtk_widget_class_install_action (widget_class, "position.show-programme", NULL,
                                   show_programme_action);

  g_type_ensure (CAND_TYPE_FORM_ASKS);
  g_type_ensure (CAND_TYPE_POSITION_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               CAND_APP_PATH "/ui/cand-position-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CandPositionPage, actions);
  gtk_widget_class_bind_template_child (widget_class, CandPositionPage, asks);
  gtk_widget_class_bind_template_child (widget_class, CandPositionPage, draft_button);
  gtk_widget_class_bind_template_child (widget_class, CandPositionPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, CandPositionPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CandPositionPage, star_button);
  gtk_widget_class_bind_template_child (widget_class, CandPositionPage, view);
  gtk_widget_class_bind_template_callback (widget_class, star_toggled_cb);
}

static void
cand_position_page_init (CandPositionPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  cand_position_view_set_actions (self->view, self->actions);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "position.show-programme", FALSE);
}

CandPositionPage *
cand_position_page_new (CandLibrary *library, const char *key)
{
  CandPositionPage *self = g_object_new (CAND_TYPE_POSITION_PAGE, NULL);

  self->library = g_object_ref (library);
  self->key = g_strdup (key);
  cand_form_asks_set_library (self->asks, library);
  g_signal_connect_object (library, "positions-changed", G_CALLBACK (positions_changed_cb), self,
                           G_CONNECT_SWAPPED);
  load (self);
  return self;
}

const char *
cand_position_page_get_key (CandPositionPage *self)
{
  return self->key;
}
