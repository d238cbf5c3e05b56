/* cand-earlier-offer.c: the way to what an answer said before
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-earlier-offer.h"

#include <glib/gi18n-lib.h>

#include "cand-earlier-dialog.h"
#include "core/library/cand-library-reuse.h"

/* How long a row is shown before anything is looked up, in milliseconds. */
#define SHOWN_FOR 300

/* What a row has for it; the button is made when there is something behind it. */
typedef struct
{
  CandFieldRow *row;         /* (unowned) owns this */
  CandLibrary *library;      /* (owned) */
  GtkWidget *button;         /* (unowned) (nullable) part of the row */
  GCancellable *cancellable; /* (owned) (nullable) of the counting */
  guint start;
  gboolean changed; /* since it was counted */
} Offer;

static void
button_clicked_cb (GtkWidget *button, CandFieldRow *row)
{
  adw_dialog_present (cand_earlier_dialog_new (row), GTK_WIDGET (row));
}

static void
show_button (Offer *self)
{
  if (self->button != NULL)
    return;
  self->button = gtk_button_new_with_mnemonic (_ ("_Earlier Versions…"));
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->button))), TRUE);
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (button_clicked_cb), self->row,
                           G_CONNECT_DEFAULT);
  cand_field_row_add_offer (self->row, self->button);
}

/* The offer is there as long as nothing was cancelled. */
static void
count_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Offer *self = user_data;
  g_autoptr (GError) error = NULL;
  gssize n = cand_library_count_earlier_finish (CAND_LIBRARY (source), result, &error);

  if (error != NULL)
    return;
  g_clear_object (&self->cancellable);
  if (n > 0)
    show_button (self);
}

static void
count (Offer *self)
{
  if (self->button != NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->changed = FALSE;
  cand_library_count_earlier_async (self->library, cand_field_row_get_application (self->row),
                                    cand_field_get_id (cand_field_row_get_field (self->row)),
                                    self->cancellable, count_cb, self);
}

static void
start_cb (gpointer user_data)
{
  Offer *self = user_data;

  self->start = 0;
  count (self);
}

static void
row_mapped_cb (CandFieldRow *row, Offer *self)
{
  if (self->start == 0 && self->button == NULL)
    self->start = g_timeout_add_once (SHOWN_FOR, start_cb, self);
}

static void
text_changed_cb (CandAnswer *answer, GParamSpec *pspec, Offer *self)
{
  self->changed = TRUE;
}

/* What was replaced is an earlier value, or not, once the new one is on the disk. */
static void
saved_cb (CandApplication *application, GParamSpec *pspec, Offer *self)
{
  if (self->changed && cand_application_get_save_state (application) == CAND_SAVE_STATE_SAVED)
    count (self);
}

static void
offer_free (Offer *self)
{
  g_clear_handle_id (&self->start, g_source_remove);
  g_signal_handlers_disconnect_by_data (cand_field_row_get_answer (self->row), self);
  g_signal_handlers_disconnect_by_data (cand_field_row_get_application (self->row), self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_object_unref (self->library);
  g_free (self);
}

/* While the row can still be asked for its answer. */
static void
row_destroyed_cb (CandFieldRow *row, Offer *self)
{
  g_signal_handlers_disconnect_by_data (row, self);
  offer_free (self);
}

void
cand_earlier_offer_attach (CandFieldRow *row, CandLibrary *library)
{
  CandFieldType type;
  Offer *self;

  g_return_if_fail (CAND_IS_FIELD_ROW (row));
  type = cand_field_get_field_type (cand_field_row_get_field (row));
  if (library == NULL || !cand_field_row_is_top_level (row) || type == CAND_FIELD_TYPE_PARAGRAPH ||
      type == CAND_FIELD_TYPE_FILE)
    return;
  self = g_new0 (Offer, 1);
  self->row = row;
  self->library = g_object_ref (library);
  g_signal_connect (row, "map", G_CALLBACK (row_mapped_cb), self);
  g_signal_connect (row, "destroy", G_CALLBACK (row_destroyed_cb), self);
  g_signal_connect (cand_field_row_get_answer (row), "notify::text", G_CALLBACK (text_changed_cb),
                    self);
  g_signal_connect (cand_field_row_get_application (row), "notify::saved-at", G_CALLBACK (saved_cb),
                    self);
}
