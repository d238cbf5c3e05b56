/* cand-reuse-offer.c: offers earlier answers below a question
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-reuse-offer.h"

#include <glib/gi18n-lib.h>

#include "cand-reuse-dialog.h"
#include "core/library/cand-library-reuse.h"
#include "ui/cand-status-text.h"
#include "ui/cand-wrap.h"

/* In milliseconds: how long a row is shown before anything is looked up, and how long nothing is
 * typed before what is written is compared. */
#define SHOWN_FOR 300
#define PAUSE 500

/* Looks up one after the other: while many rows of a page ask, what is typed can still be saved in
 * between. Belongs to its row, and is put into it when there is something to show. */
struct _CandReuseOffer
{
  GtkBox parent_instance;

  GtkButton *button;
  GtkWidget *note;
  GtkLabel *note_text;

  CandFieldRow *row;         /* (unowned) owns this */
  CandLibrary *library;      /* (owned) */
  GPtrArray *found;          /* (owned) (nullable) (element-type CandReusable) */
  CandReadTexts *read;       /* (owned) (nullable) what the employer has read */
  GCancellable *cancellable; /* (owned) (nullable) while something is looked up or is to be */
  guint start;               /* the timeout until it is looked up */
  guint compare;             /* the timeout until what is written is compared */
  gboolean added;            /* to the row */
};

#define CAND_TYPE_REUSE_OFFER (cand_reuse_offer_get_type ())
G_DECLARE_FINAL_TYPE (CandReuseOffer, cand_reuse_offer, CAND, REUSE_OFFER, GtkBox)
G_DEFINE_FINAL_TYPE (CandReuseOffer, cand_reuse_offer, GTK_TYPE_BOX)

/* Of the main thread, for all pages: (element-type CandReuseOffer) (owned) those that wait, and
 * whether one is being looked up for. */
static GQueue waiting = G_QUEUE_INIT;
static gboolean looking;

static void look_up_next (void);

/* --- what is shown --- */

static void
update_visible (CandReuseOffer *self)
{
  gboolean shown =
      gtk_widget_get_visible (GTK_WIDGET (self->button)) || gtk_widget_get_visible (self->note);

  gtk_widget_set_visible (GTK_WIDGET (self), shown);
  if (!shown || self->added)
    return;
  self->added = TRUE;
  cand_field_row_add_offer (self->row, GTK_WIDGET (self));
}

static void
show_found (CandReuseOffer *self)
{
  guint n = self->found->len;
  /* Translators: a button; %u is how many there are. */
  g_autofree char *label =
      g_strdup_printf (ngettext ("Earlier Answers (%u)…", "Earlier Answers (%u)…", n), n);

  gtk_button_set_label (self->button, label);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (self->button)), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->button), n > 0);
  update_visible (self);
}

/* (transfer full) */
static char *
dup_note (const CandReusePlace *place, gboolean whole)
{
  g_autofree char *day = cand_status_dup_day (place->updated);

  if (whole)
    return g_strdup_printf (
        /* Translators: an organisation, the title of a position, and a day ("2 May 2026"). */
        _ ("%s has already read this answer, in your application for %s (%s)"), place->organisation,
        place->title, day);
  return g_strdup_printf (
      /* Translators: an organisation, the title of a position, and a day ("2 May 2026"). */
      _ ("%s has already read this paragraph, in your application for %s (%s)"),
      place->organisation, place->title, day);
}

static void
compare_text (CandReuseOffer *self)
{
  CandAnswer *answer = cand_field_row_get_answer (self->row);
  gboolean whole;
  const CandReusePlace *place =
      self->read != NULL ? cand_read_texts_find (self->read, cand_answer_get_text (answer), &whole)
                         : NULL;
  g_autofree char *note = place != NULL ? dup_note (place, whole) : NULL;

  if (note != NULL)
    cand_wrap_set_label (self->note_text, note);
  if (note != NULL && !gtk_widget_get_visible (self->note) && self->added &&
      gtk_widget_get_mapped (GTK_WIDGET (self->row)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self->row), note,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
  gtk_widget_set_visible (self->note, note != NULL);
  update_visible (self);
}

static void
compare_timeout_cb (gpointer user_data)
{
  CandReuseOffer *self = user_data;

  self->compare = 0;
  compare_text (self);
}

static void
text_changed_cb (CandReuseOffer *self)
{
  if (self->read == NULL)
    return;
  g_clear_handle_id (&self->compare, g_source_remove);
  self->compare = g_timeout_add_once (PAUSE, compare_timeout_cb, self);
}

static void
button_clicked_cb (CandReuseOffer *self)
{
  adw_dialog_present (cand_reuse_dialog_new (self->row, self->found), GTK_WIDGET (self->row));
}

/* --- looking up --- */

/* Also when it was cancelled, so that the next one gets its turn. */
static void
finish_looking (CandReuseOffer *self)
{
  looking = FALSE;
  g_object_unref (self);
  look_up_next ();
}

/* Whether the answer is still wanted; what failed is not worth a word, as it is only an offer. */
static gboolean
is_wanted (GCancellable *cancellable, const GError *error)
{
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_debug ("Earlier answers could not be looked up: %s", error->message);
  return error == NULL && !g_cancellable_is_cancelled (cancellable);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CandReuseOffer *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CandReadTexts) read =
      cand_library_load_read_finish (CAND_LIBRARY (source), result, &error);

  if (is_wanted (g_task_get_cancellable (G_TASK (result)), error))
    {
      g_clear_pointer (&self->read, cand_read_texts_free);
      self->read = g_steal_pointer (&read);
      compare_text (self);
    }
  finish_looking (self);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CandReuseOffer *self = user_data;
  GCancellable *cancellable = g_task_get_cancellable (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found =
      cand_library_find_reusable_finish (CAND_LIBRARY (source), result, &error);

  if (!is_wanted (cancellable, error))
    {
      finish_looking (self);
      return;
    }
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = g_steal_pointer (&found);
  show_found (self);
  cand_library_load_read_async (self->library, cand_field_row_get_application (self->row),
                                cancellable, read_cb, self);
}

static void
look_up_next (void)
{
  CandReuseOffer *self;

  if (looking)
    return;
  self = g_queue_pop_head (&waiting);
  if (self == NULL)
    return;
  looking = TRUE;
  cand_library_find_reusable_async (self->library, cand_field_row_get_application (self->row),
                                    cand_field_get_id (cand_field_row_get_field (self->row)),
                                    self->cancellable, found_cb, self);
}

static void
start_cb (gpointer user_data)
{
  CandReuseOffer *self = user_data;

  self->start = 0;
  g_queue_push_tail (&waiting, g_object_ref (self));
  look_up_next ();
}

static void
stop_looking (CandReuseOffer *self)
{
  g_clear_handle_id (&self->start, g_source_remove);
  g_clear_handle_id (&self->compare, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (g_queue_remove (&waiting, self))
    g_object_unref (self);
}

/* Other applications may have changed while the row was not there. */
static void
row_mapped_cb (CandReuseOffer *self)
{
  stop_looking (self);
  self->cancellable = g_cancellable_new ();
  self->start = g_timeout_add_once (SHOWN_FOR, start_cb, self);
}

/* --- the object --- */

static void
cand_reuse_offer_dispose (GObject *object)
{
  CandReuseOffer *self = CAND_REUSE_OFFER (object);

  g_clear_handle_id (&self->start, g_source_remove);
  g_clear_handle_id (&self->compare, g_source_remove);
  G_OBJECT_CLASS (cand_reuse_offer_parent_class)->dispose (object);
}

static void
cand_reuse_offer_finalize (GObject *object)
{
  CandReuseOffer *self = CAND_REUSE_OFFER (object);

  g_clear_object (&self->library);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->read, cand_read_texts_free);
  G_OBJECT_CLASS (cand_reuse_offer_parent_class)->finalize (object);
}

static void
cand_reuse_offer_class_init (CandReuseOfferClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cand_reuse_offer_dispose;
  object_class->finalize = cand_reuse_offer_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               CAND_APP_PATH "/ui/application/cand-reuse-offer.ui");
  gtk_widget_class_bind_template_child (widget_class, CandReuseOffer, button);
  gtk_widget_class_bind_template_child (widget_class, CandReuseOffer, note);
  gtk_widget_class_bind_template_child (widget_class, CandReuseOffer, note_text);
  gtk_widget_class_bind_template_callback (widget_class, button_clicked_cb);
}

static void
cand_reuse_offer_init (CandReuseOffer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The row goes; its offer may still be under way. */
static void
detach (gpointer offer)
{
  CandReuseOffer *self = offer;

  stop_looking (self);
  g_object_unref (self);
}

void
cand_reuse_offer_attach (CandFieldRow *row, CandLibrary *library)
{
  CandReuseOffer *self;

  g_return_if_fail (CAND_IS_FIELD_ROW (row));
  if (library == NULL || !cand_field_row_is_top_level (row) ||
      !cand_reuse_is_wanted (cand_field_row_get_field (row)))
    return;
  self = g_object_ref_sink (g_object_new (CAND_TYPE_REUSE_OFFER, NULL));
  self->row = row;
  self->library = g_object_ref (library);
  g_signal_connect_object (row, "map", G_CALLBACK (row_mapped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "unmap", G_CALLBACK (stop_looking), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cand_field_row_get_answer (row), "notify::text",
                           G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (row), "cand-reuse-offer", self, detach);
}
