/* cand-application-row.c: one application in the list
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-application-row.h"

#include <glib/gi18n-lib.h>

struct _CandApplicationRow
{
  AdwBin parent_instance;

  CandApplication *application; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (CandApplicationRow, cand_application_row, ADW_TYPE_BIN)

typedef enum
{
  PROP_APPLICATION = 1,
} CandApplicationRowProperty;

static GParamSpec *properties[PROP_APPLICATION + 1];

static char *
status_label (gpointer self, CandApplicationStatus status)
{
  return g_strdup (cand_application_status_get_label (status));
}

static void
cand_application_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((CandApplicationRowProperty) prop_id)
    {
    case PROP_APPLICATION:
      g_value_set_object (value, CAND_APPLICATION_ROW (object)->application);
      break;
    }
}

static void
cand_application_row_set_property (GObject *object,
                                   guint prop_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  switch ((CandApplicationRowProperty) prop_id)
    {
    case PROP_APPLICATION:
      if (g_set_object (&CAND_APPLICATION_ROW (object)->application, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    }
}

static void
cand_application_row_dispose (GObject *object)
{
  CandApplicationRow *self = CAND_APPLICATION_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CAND_TYPE_APPLICATION_ROW);
  g_clear_object (&self->application);

  G_OBJECT_CLASS (cand_application_row_parent_class)->dispose (object);
}

static void
cand_application_row_class_init (CandApplicationRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cand_application_row_get_property;
  object_class->set_property = cand_application_row_set_property;
  object_class->dispose = cand_application_row_dispose;

  properties[PROP_APPLICATION] =
      g_param_spec_object ("application", NULL, NULL, CAND_TYPE_APPLICATION,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               CAND_APP_PATH "/ui/cand-application-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, status_label);
}

static void
cand_application_row_init (CandApplicationRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

char *
cand_application_row_describe (CandApplication *application)
{
  g_autofree char *progress = cand_application_dup_progress_label (application);

  return g_strjoin (", ", cand_application_get_title (application),
                    cand_application_get_organisation (application),
                    cand_application_status_get_label (cand_application_get_status (application)),
                    progress, NULL);
}
