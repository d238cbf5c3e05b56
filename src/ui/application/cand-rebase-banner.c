/* cand-rebase-banner.c: tells that the form of a draft has changed
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-rebase-banner.h"

#include <glib/gi18n-lib.h>

#include "cand-rebase-dialog.h"
#include "ui/cand-banner.h"
#include "ui/cand-error-text.h"
#include "ui/cand-undo-toast.h"

struct _CandRebaseBanner
{
  AdwBin parent_instance;

  AdwBanner *banner; /* (unowned) the child */

  CandLibrary *library;         /* (owned) (nullable) until set_draft */
  CandApplication *application; /* (owned) (nullable) */
  GCancellable *cancellable;    /* (owned) (nullable) of the look that is under way */
  gboolean found;
};

G_DEFINE_FINAL_TYPE (CandRebaseBanner, cand_rebase_banner, ADW_TYPE_BIN)

typedef enum
{
  PROP_FOUND = 1,
} CandRebaseBannerProperty;

static GParamSpec *properties[PROP_FOUND + 1];

enum
{
  SIGNAL_USED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
set_found (CandRebaseBanner *self, gboolean found)
{
  adw_banner_set_revealed (self->banner, found);
  if (self->found == found)
    return;
  self->found = found;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOUND]);
}

static char *
dup_title (const CandFormChange *change)
{
  guint n_kept = change->rebase->kept->len;
  guint n_new = cand_form_change_count_new (change);
  guint n_aside = change->rebase->aside->len;

  if (cand_form_get_source (change->drafted) == CAND_FORM_SOURCE_STANDARD)
    return g_strdup_printf (
        /* Translators: how many answers are kept, questions new, and answers set aside. */
        _ ("The form can be read now: %u kept, %u new, %u set aside"), n_kept, n_new, n_aside);
  return g_strdup_printf (
      /* Translators: how many answers are kept, questions new, and answers set aside. */
      _ ("The form has changed: %u kept, %u new, %u set aside"), n_kept, n_new, n_aside);
}

static void
show_change (CandRebaseBanner *self, const CandFormChange *change)
{
  g_autofree char *title = change != NULL ? dup_title (change) : NULL;
  gboolean told = self->found;

  if (title != NULL)
    adw_banner_set_title (self->banner, title);
  set_found (self, title != NULL);
  if (title != NULL && !told)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), title,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Whatever was under way is not waited for any more. */
static GCancellable *
begin (CandRebaseBanner *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  return self->cancellable;
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandRebaseBanner) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CandFormChange) change =
      cand_library_check_form_finish (CAND_LIBRARY (source), result, &error);

  if (error == NULL)
    show_change (self, change);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_message ("Whether a form changed is not known: %s", error->message);
}

/* The same, and the person wants to know. */
static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandRebaseBanner) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CandFormChange) change =
      cand_library_check_form_finish (CAND_LIBRARY (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    {
      cand_toast_show (GTK_WIDGET (self), adw_toast_new (cand_error_text_get_title (error)));
      return;
    }
  show_change (self, change);
  if (change == NULL)
    cand_toast_show (GTK_WIDGET (self), adw_toast_new (_ ("The form has not changed")));
}

static void
used_cb (CandRebaseBanner *self)
{
  set_found (self, FALSE);
  g_signal_emit (self, signals[SIGNAL_USED], 0);
}

/* With what was typed since the banner came. */
static void
review_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandRebaseBanner) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CandFormChange) change =
      cand_library_check_form_finish (CAND_LIBRARY (source), result, &error);
  CandRebaseDialog *dialog;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    {
      cand_toast_show (GTK_WIDGET (self), adw_toast_new (cand_error_text_get_title (error)));
      return;
    }
  show_change (self, change);
  if (change == NULL)
    return;
  dialog = cand_rebase_dialog_new (self->library, self->application, g_steal_pointer (&change));
  g_signal_connect_object (dialog, "used", G_CALLBACK (used_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
review_clicked_cb (CandRebaseBanner *self)
{
  cand_library_check_form_async (self->library, self->application, CAND_FORM_CHECK_KEPT,
                                 begin (self), review_cb, g_object_ref (self));
}

static void
cand_rebase_banner_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((CandRebaseBannerProperty) id)
    {
    case PROP_FOUND:
      g_value_set_boolean (value, CAND_REBASE_BANNER (object)->found);
      break;
    }
}

static void
cand_rebase_banner_dispose (GObject *object)
{
  g_cancellable_cancel (CAND_REBASE_BANNER (object)->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAND_TYPE_REBASE_BANNER);
  G_OBJECT_CLASS (cand_rebase_banner_parent_class)->dispose (object);
}

static void
cand_rebase_banner_finalize (GObject *object)
{
  CandRebaseBanner *self = CAND_REBASE_BANNER (object);

  g_clear_object (&self->library);
  g_clear_object (&self->application);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (cand_rebase_banner_parent_class)->finalize (object);
}

static void
cand_rebase_banner_class_init (CandRebaseBannerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cand_rebase_banner_dispose;
  object_class->finalize = cand_rebase_banner_finalize;
  object_class->get_property = cand_rebase_banner_get_property;

  properties[PROP_FOUND] =
      g_param_spec_boolean ("found", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[SIGNAL_USED] = g_signal_new ("used", CAND_TYPE_REBASE_BANNER, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, CAND_APP_PATH
                                               "/ui/application/cand-rebase-banner.ui");
  gtk_widget_class_bind_template_callback (widget_class, review_clicked_cb);
}

static void
cand_rebase_banner_init (CandRebaseBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->banner = ADW_BANNER (adw_bin_get_child (ADW_BIN (self)));
  cand_banner_prepare (self->banner);
}

void
cand_rebase_banner_set_draft (CandRebaseBanner *self,
                              CandLibrary *library,
                              CandApplication *application)
{
  g_return_if_fail (CAND_IS_REBASE_BANNER (self) && self->library == NULL);

  self->library = g_object_ref (library);
  self->application = g_object_ref (application);
  cand_library_check_form_async (library, application, CAND_FORM_CHECK_OLD, begin (self), looked_cb,
                                 g_object_ref (self));
}

void
cand_rebase_banner_check (CandRebaseBanner *self)
{
  g_return_if_fail (CAND_IS_REBASE_BANNER (self) && self->library != NULL);

  cand_library_check_form_async (self->library, self->application, CAND_FORM_CHECK_NOW,
                                 begin (self), checked_cb, g_object_ref (self));
}

gboolean
cand_rebase_banner_get_found (CandRebaseBanner *self)
{
  g_return_val_if_fail (CAND_IS_REBASE_BANNER (self), FALSE);
  return self->found;
}
