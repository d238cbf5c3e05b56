/* cand-offer-dialog.c: an announcement that a blog offers: follow it, or not
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-offer-dialog.h"

#include <glib/gi18n-lib.h>

#include "cand-error-text.h"
#include "cand-links.h"
#include "cand-status-text.h"
#include "cand-wrap.h"

struct _CandOfferDialog
{
  AdwDialog parent_instance;

  CandLibrary *library;      /* (owned) */
  CandOffer *offer;          /* (owned) */
  GCancellable *cancellable; /* (owned): of reading the announcement */
  CandFound *found;          /* (owned) (nullable): once it was read */

  GtkLabel *byline;         /* (unowned): template children from here */
  GtkLabel *count;          /* (unowned) */
  GtkLabel *failure;        /* (unowned) */
  GtkButton *follow_button; /* (unowned) */
  GtkLabel *name;           /* (unowned) */
  GtkWidget *spinner;       /* (unowned) */
};

G_DEFINE_FINAL_TYPE (CandOfferDialog, cand_offer_dialog, ADW_TYPE_DIALOG)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_DISMISSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
set_busy (CandOfferDialog *self, gboolean busy)
{
  gtk_widget_set_visible (self->spinner, busy);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "offer.follow", !busy);
}

static void
show_failure (CandOfferDialog *self, const GError *error)
{
  g_autofree char *sentence = cand_error_text_dup_find_sentence (error);

  set_busy (self, FALSE);
  gtk_label_set_label (self->failure, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), TRUE);
  gtk_button_set_label (self->follow_button, _ ("_Try Again"));
  gtk_accessible_announce (GTK_ACCESSIBLE (self->failure), sentence,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
followed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandOfferDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean followed = cand_library_follow_finish (CAND_LIBRARY (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (!followed)
    {
      show_failure (self, error);
      return;
    }
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, self->found);
}

static void
follow (CandOfferDialog *self)
{
  /* Not to be cancelled half-way: what is followed is followed. */
  cand_library_follow_async (self->library, self->found, NULL, followed_cb, g_object_ref (self));
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandOfferDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CandFound) found = cand_library_find_finish (CAND_LIBRARY (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  g_set_object (&self->found, found);
  if (found != NULL)
    follow (self);
  else
    show_failure (self, error);
}

static void
follow_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CandOfferDialog *self = CAND_OFFER_DIALOG (widget);

  set_busy (self, TRUE);
  if (self->found != NULL)
    follow (self);
  else
    cand_library_find_async (self->library, cand_offer_get_url (self->offer), self->cancellable,
                             found_cb, g_object_ref (self));
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cand_links_open (widget, cand_offer_get_url (CAND_OFFER_DIALOG (widget)->offer));
}

static void
dismiss_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CandOfferDialog *self = CAND_OFFER_DIALOG (widget);

  g_object_ref (self);
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[SIGNAL_DISMISSED], 0, self->offer);
  g_object_unref (self);
}

static void
fill (CandOfferDialog *self)
{
  guint n = cand_offer_get_n_positions (self->offer);
  const char *published = cand_offer_get_published (self->offer);
  g_autofree char *day = published != NULL ? cand_status_dup_iso_day (published) : NULL;
  g_autofree char *line = NULL;
  g_autofree char *count = g_strdup_printf (
      ngettext ("It introduces %u position.", "It introduces %u positions.", n), n);

  if (day != NULL)
    line = g_strdup_printf ("%s · %s", cand_offer_get_blog_title (self->offer), day);
  cand_wrap_set_label (self->name, cand_offer_get_title (self->offer));
  gtk_label_set_label (self->byline, line != NULL ? line : cand_offer_get_blog_title (self->offer));
  gtk_label_set_label (self->count, count);
}

static void
cand_offer_dialog_closed (AdwDialog *dialog)
{
  CandOfferDialog *self = CAND_OFFER_DIALOG (dialog);

  /* What is being followed already is told when it is done. */
  if (self->found == NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
cand_offer_dialog_dispose (GObject *object)
{
  CandOfferDialog *self = CAND_OFFER_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), CAND_TYPE_OFFER_DIALOG);
  /* libadwaita 1.7 keeps the child of a dialog that has gone. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (cand_offer_dialog_parent_class)->dispose (object);
}

static void
cand_offer_dialog_finalize (GObject *object)
{
  CandOfferDialog *self = CAND_OFFER_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->found);
  g_clear_object (&self->offer);

  G_OBJECT_CLASS (cand_offer_dialog_parent_class)->finalize (object);
}

static void
cand_offer_dialog_class_init (CandOfferDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cand_offer_dialog_dispose;
  object_class->finalize = cand_offer_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = cand_offer_dialog_closed;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", CAND_TYPE_OFFER_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, CAND_TYPE_FOUND);
  signals[SIGNAL_DISMISSED] = g_signal_new ("dismissed", CAND_TYPE_OFFER_DIALOG, G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 1, CAND_TYPE_OFFER);

  gtk_widget_class_install_action (widget_class, "offer.dismiss", NULL, dismiss_action);
  gtk_widget_class_install_action (widget_class, "offer.follow", NULL, follow_action);
  gtk_widget_class_install_action (widget_class, "offer.open", NULL, open_action);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               CAND_APP_PATH "/ui/cand-offer-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CandOfferDialog, byline);
  gtk_widget_class_bind_template_child (widget_class, CandOfferDialog, count);
  gtk_widget_class_bind_template_child (widget_class, CandOfferDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, CandOfferDialog, follow_button);
  gtk_widget_class_bind_template_child (widget_class, CandOfferDialog, name);
  gtk_widget_class_bind_template_child (widget_class, CandOfferDialog, spinner);
}

static void
cand_offer_dialog_init (CandOfferDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
cand_offer_dialog_new (CandLibrary *library, CandOffer *offer)
{
  CandOfferDialog *self = g_object_new (CAND_TYPE_OFFER_DIALOG, NULL);

  self->library = g_object_ref (library);
  self->offer = g_object_ref (offer);
  fill (self);
  return ADW_DIALOG (self);
}
