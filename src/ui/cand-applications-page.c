/* cand-applications-page.c: the list of all applications
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-applications-page.h"

#include "cand-application-row.h"

struct _CandApplicationsPage
{
  AdwNavigationPage parent_instance;

  GtkNoSelection *selection; /* (unowned): template children from here */
  GtkStack *stack;           /* (unowned) */
};

G_DEFINE_FINAL_TYPE (CandApplicationsPage, cand_applications_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  SIGNAL_APPLICATION_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_state (CandApplicationsPage *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;

  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "empty");
}

static void
list_activate_cb (CandApplicationsPage *self, guint index)
{
  g_autoptr (CandApplication) application =
      g_list_model_get_item (G_LIST_MODEL (self->selection), index);

  if (application != NULL)
    g_signal_emit (self, signals[SIGNAL_APPLICATION_CHOSEN], 0,
                   cand_application_get_position_key (application));
}

/* The further arguments are what the description is made of, so that it follows them. */
static char *
describe (gpointer self,
          CandApplication *application,
          const char *title,
          CandApplicationStatus status,
          const char *progress)
{
  return application != NULL ? cand_application_row_describe (application) : g_strdup ("");
}

static void
cand_applications_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CAND_TYPE_APPLICATIONS_PAGE);

  G_OBJECT_CLASS (cand_applications_page_parent_class)->dispose (object);
}

static void
cand_applications_page_class_init (CandApplicationsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cand_applications_page_dispose;

  signals[SIGNAL_APPLICATION_CHOSEN] =
      g_signal_new ("application-chosen", CAND_TYPE_APPLICATIONS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (CAND_TYPE_APPLICATION_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               CAND_APP_PATH "/ui/cand-applications-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CandApplicationsPage, selection);
  gtk_widget_class_bind_template_child (widget_class, CandApplicationsPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, describe);
  gtk_widget_class_bind_template_callback (widget_class, list_activate_cb);
}

static void
cand_applications_page_init (CandApplicationsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_state (self);
}

void
cand_applications_page_set_library (CandApplicationsPage *self, CandLibrary *library)
{
  GListModel *applications = cand_library_get_applications (library);

  gtk_no_selection_set_model (self->selection, applications);
  g_signal_connect_object (applications, "items-changed", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  show_state (self);
}
