/* cand-hub-offer.c: asks the Hugging Face Hub about what an answer names there
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-hub-offer.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "core/model/cand-hub-link.h"
#include "core/model/cand-profile-asks.h"
#include "ui/cand-error-text.h"
#include "ui/cand-wrap.h"

#define CAND_TYPE_HUB_OFFER (cand_hub_offer_get_type ())
G_DECLARE_FINAL_TYPE (CandHubOffer, cand_hub_offer, CAND, HUB_OFFER, AdwBin)

/* Part of its row. One link is asked about after the other. */
struct _CandHubOffer
{
  AdwBin parent_instance;

  GtkWidget *check;
  GtkWidget *asking; /* a spinner and what it waits for */
  GtkBox *results;

  CandLibrary *library;      /* (owned) */
  CandAnswer *answer;        /* (owned) */
  gboolean is_name;          /* the answer is a user's name, not a text with links */
  GPtrArray *links;          /* (owned) (nullable) (element-type CandHubLink) being asked about */
  guint next;                /* of these */
  GCancellable *cancellable; /* (owned) of the asking; cancelled when the answer changes */
};

G_DEFINE_FINAL_TYPE (CandHubOffer, cand_hub_offer, ADW_TYPE_BIN)

static void
set_asking (CandHubOffer *self, gboolean asking)
{
  gtk_widget_set_sensitive (self->check, !asking);
  gtk_widget_set_visible (self->asking, asking);
}

/* A host may take its time. */
static GtkWidget *
create_asking (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *spinner = adw_spinner_new ();
  GtkWidget *label = gtk_label_new (_ ("Asking the Hub…"));

  gtk_widget_set_size_request (spinner, 16, 16);
  gtk_accessible_update_state (GTK_ACCESSIBLE (spinner), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), spinner);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
add_result (CandHubOffer *self, const char *icon, const char *sentence)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "caption");
  cand_wrap_set_label (GTK_LABEL (label), sentence);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (self->results, box);
  gtk_widget_set_visible (GTK_WIDGET (self->results), TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), sentence,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
clear_results (CandHubOffer *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->results))) != NULL)
    gtk_box_remove (self->results, child);
  gtk_widget_set_visible (GTK_WIDGET (self->results), FALSE);
}

static char *
dup_answer_sentence (const CandHubLink *link, CandHubAnswer answer)
{
  g_autofree char *path = cand_hub_link_dup_path (link);

  switch (answer)
    {
    case CAND_HUB_EXISTS:
      /* Translators: %s is the name of something on the Hugging Face Hub, as in "ada" or
       * "datasets/ada/notes". */
      return g_strdup_printf (_ ("“%s” exists on the Hub"), path);
    case CAND_HUB_MISSING:
      if (link->kind == CAND_HUB_USER)
        /* Translators: %s is a name of a user. */
        return g_strdup_printf (_ ("No user of the Hub is called “%s”"), path);
      /* Translators: %s is the name of something on the Hugging Face Hub. */
      return g_strdup_printf (_ ("“%s” does not exist on the Hub, or is private"), path);
    }
  return NULL;
}

static char *
dup_failure_sentence (const CandHubLink *link, const GError *error)
{
  g_autofree char *path = cand_hub_link_dup_path (link);
  g_autofree char *why = cand_error_text_dup_find_sentence (error);

  /* Translators: the name of something on the Hugging Face Hub, and a sentence that says why. */
  return g_strdup_printf (_ ("The Hub could not be asked about “%s”. %s"), path, why);
}

static void ask_next (CandHubOffer *self);

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandHubOffer) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  const CandHubLink *link;
  CandHubAnswer answer;
  gboolean asked =
      cand_library_check_hub_finish (CAND_LIBRARY (source), result, &answer, NULL, &error);

  /* The answer is another by now, or the row is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  link = g_ptr_array_index (self->links, self->next++);
  if (asked)
    sentence = dup_answer_sentence (link, answer);
  else
    sentence = dup_failure_sentence (link, error);
  add_result (self,
              !asked                      ? "dialog-question-symbolic"
              : answer == CAND_HUB_EXISTS ? "object-select-symbolic"
                                          : "dialog-warning-symbolic",
              sentence);
  ask_next (self);
}

static void
ask_next (CandHubOffer *self)
{
  gboolean left = self->next < self->links->len;

  set_asking (self, left);
  if (left)
    cand_library_check_hub_async (self->library, g_ptr_array_index (self->links, self->next),
                                  self->cancellable, checked_cb, g_object_ref (self));
}

static GPtrArray *
list_links (CandHubOffer *self)
{
  const char *text = cand_answer_get_text (self->answer);
  GPtrArray *links;
  CandHubLink *link;

  if (!self->is_name)
    return cand_hub_find_links (text);
  links = g_ptr_array_new_with_free_func ((GDestroyNotify) cand_hub_link_free);
  link = cand_hub_link_new_typed (text);
  if (link != NULL)
    g_ptr_array_add (links, link);
  return links;
}

static void
check_clicked_cb (CandHubOffer *self)
{
  clear_results (self);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  self->links = list_links (self);
  self->next = 0;
  if (self->links->len == 0)
    add_result (self, "dialog-warning-symbolic", _ ("This cannot be a name on the Hub"));
  else
    ask_next (self);
}

static void
update_visible (CandHubOffer *self)
{
  const char *text = cand_answer_get_text (self->answer);
  gboolean useful = *text != '\0';

  if (useful && !self->is_name)
    {
      g_autoptr (GPtrArray) links = cand_hub_find_links (text);

      useful = links->len > 0;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), useful);
}

static void
stop (CandHubOffer *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  set_asking (self, FALSE);
}

static void
text_cb (CandHubOffer *self)
{
  stop (self);
  clear_results (self);
  update_visible (self);
}

/* Whoever waits for the Hub holds the offer, so that it is not disposed with its row. */
static void
cand_hub_offer_unroot (GtkWidget *widget)
{
  stop (CAND_HUB_OFFER (widget));
  GTK_WIDGET_CLASS (cand_hub_offer_parent_class)->unroot (widget);
}

static void
cand_hub_offer_finalize (GObject *object)
{
  CandHubOffer *self = CAND_HUB_OFFER (object);

  g_clear_object (&self->library);
  g_clear_object (&self->answer);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  G_OBJECT_CLASS (cand_hub_offer_parent_class)->finalize (object);
}

static void
cand_hub_offer_class_init (CandHubOfferClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = cand_hub_offer_finalize;
  GTK_WIDGET_CLASS (klass)->unroot = cand_hub_offer_unroot;
}

static void
cand_hub_offer_init (CandHubOffer *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = adw_wrap_box_new ();

  self->cancellable = g_cancellable_new ();
  self->check = gtk_button_new ();
  gtk_button_set_use_underline (GTK_BUTTON (self->check), TRUE);
  gtk_button_set_can_shrink (GTK_BUTTON (self->check), TRUE);
  g_signal_connect_object (self->check, "clicked", G_CALLBACK (check_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  self->asking = create_asking ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (line), 9);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (line), 6);
  self->results = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  adw_wrap_box_append (ADW_WRAP_BOX (line), self->check);
  adw_wrap_box_append (ADW_WRAP_BOX (line), self->asking);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->results));
  adw_bin_set_child (ADW_BIN (self), box);
  set_asking (self, FALSE);
  clear_results (self);
}

static gboolean
may_have_links (CandField *field)
{
  CandFieldType type = cand_field_get_field_type (field);

  return type == CAND_FIELD_TYPE_TEXT || type == CAND_FIELD_TYPE_PARAGRAPH;
}

static void
add_offer (CandFieldRow *row, gboolean is_name)
{
  CandHubOffer *self = g_object_new (CAND_TYPE_HUB_OFFER, NULL);

  self->library = g_object_ref (cand_field_row_get_library (row));
  self->answer = g_object_ref (cand_field_row_get_answer (row));
  self->is_name = is_name;
  gtk_button_set_label (GTK_BUTTON (self->check),
                        is_name ? _ ("Check on the _Hub") : _ ("Check _Links"));
  gtk_widget_set_tooltip_text (self->check, _ ("Ask huggingface.co Whether It Exists"));
  g_signal_connect_object (self->answer, "notify::text", G_CALLBACK (text_cb), self,
                           G_CONNECT_SWAPPED);
  update_visible (self);
  cand_field_row_add_offer (row, GTK_WIDGET (self));
}

/* A row without links has no room for them yet. */
static void
first_link_cb (CandAnswer *answer, GParamSpec *pspec, CandFieldRow *row)
{
  g_autoptr (GPtrArray) links = cand_hub_find_links (cand_answer_get_text (answer));

  if (links->len == 0)
    return;
  g_signal_handlers_disconnect_by_func (answer, first_link_cb, row);
  add_offer (row, FALSE);
}

void
cand_hub_offer_attach (CandFieldRow *row)
{
  CandField *field = cand_field_row_get_field (row);
  CandAnswer *answer = cand_field_row_get_answer (row);

  if (cand_field_row_get_library (row) == NULL || !may_have_links (field))
    return;
  if (g_str_equal (cand_field_get_id (field), CAND_SHORT_SUBMISSION_USER) ||
      cand_asks_tell (field) == CAND_ASKS_HUB_NAME)
    {
      add_offer (row, TRUE);
      return;
    }
  g_signal_connect_object (answer, "notify::text", G_CALLBACK (first_link_cb), row, 0);
  first_link_cb (answer, NULL, row);
}
