/* cand-profile-offer.c: offers what the profile has for a question
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-profile-offer.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "core/model/cand-answer-check.h"
#include "core/model/cand-profile-fill.h"
#include "core/model/cand-profile-form.h"
#include "ui/cand-wrap.h"

#define CAND_TYPE_PROFILE_OFFER (cand_profile_offer_get_type ())
G_DECLARE_FINAL_TYPE (CandProfileOffer, cand_profile_offer, CAND, PROFILE_OFFER, AdwBin)

/* Part of its row, and follows the row's answer and the profile. What the profile has is looked up
 * when the profile changes, not with each key. */
struct _CandProfileOffer
{
  AdwBin parent_instance;

  GtkBox *offers;
  GtkWidget *filled;

  CandFieldRow *row;    /* (unowned) the ancestor */
  CandLibrary *library; /* (owned) */
  CandProfile *profile; /* (owned) the library's */
  CandAnswer *answer;   /* (owned) the row's */
  char *value;          /* (owned) (nullable) what the profile has; NULL also for files */
  CandProfilePart part; /* where that is */
};

G_DEFINE_FINAL_TYPE (CandProfileOffer, cand_profile_offer, ADW_TYPE_BIN)

static gboolean
is_file (CandAnswer *answer)
{
  return cand_field_get_field_type (cand_answer_get_field (answer)) == CAND_FIELD_TYPE_FILE;
}

/* (transfer none) (nullable): the profile's files that @answer can be. */
static GPtrArray *
get_files (CandProfileOffer *self)
{
  return is_file (self->answer) ? cand_profile_get_list (self->profile, CAND_PROFILE_FILES) : NULL;
}

char *
cand_profile_offer_dup_value (CandAnswer *answer, CandProfile *profile)
{
  CandField *field = cand_answer_get_field (answer);

  if (is_file (answer) || cand_field_get_sensitive (field) || cand_answer_get_answered (answer))
    return NULL;
  return cand_profile_dup_value (profile, field);
}

/* --- filling in --- */

/* Into a line or a text as if typed, so that it can be undone there; set for all else. */
static void
fill_in (CandProfileOffer *self)
{
  GtkWidget *input = cand_field_row_get_input (self->row);

  if (GTK_IS_TEXT (input))
    {
      /* Blanks, at most. */
      gtk_editable_set_text (GTK_EDITABLE (input), "");
      g_signal_emit_by_name (input, "insert-at-cursor", self->value);
    }
  else if (GTK_IS_TEXT_VIEW (input))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (input));
      GtkTextIter start, end;

      gtk_text_buffer_begin_user_action (buffer);
      gtk_text_buffer_get_bounds (buffer, &start, &end);
      gtk_text_buffer_delete (buffer, &start, &end);
      gtk_text_buffer_insert (buffer, &start, self->value, -1);
      gtk_text_buffer_end_user_action (buffer);
    }
  else
    cand_answer_set_text (self->answer, self->value);
}

/* The button goes with the press: the focus goes to what is filled in. */
static void
use_clicked_cb (CandProfileOffer *self)
{
  cand_field_row_enter (self->row);
  fill_in (self);
  cand_field_row_flush (self->row);
}

static void
use_file_clicked_cb (CandProfileOffer *self, GtkWidget *button)
{
  GPtrArray *files = get_files (self);
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "cand-index"));
  g_autoptr (CandAttachment) attachment = NULL;

  if (index >= files->len)
    return;
  attachment =
      cand_library_dup_profile_attachment (self->library, g_ptr_array_index (files, index));
  gtk_widget_grab_focus (GTK_WIDGET (self->row));
  cand_answer_set_attachment (self->answer, attachment);
  cand_field_row_flush (self->row);
}

static void
change_clicked_cb (CandProfileOffer *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.change-profile", "s",
                              cand_profile_part_get_name (self->part));
}

/* --- what is offered --- */

/* A group's entries are counted, a choice is told by its label. */
static char *
dup_words (CandProfileOffer *self)
{
  CandField *field = cand_answer_get_field (self->answer);
  int option;

  if (cand_field_get_field_type (field) == CAND_FIELD_TYPE_GROUP)
    {
      g_autoptr (JsonNode) root = json_from_string (self->value, NULL);
      guint n = root != NULL ? json_array_get_length (json_node_get_array (root)) : 0;

      return g_strdup_printf (ngettext ("Use %u entry", "Use %u entries", n), n);
    }
  option = cand_field_find_option (field, self->value);
  /* Translators: a button that fills in what the profile says, as in “Use “Ada””. */
  return g_strdup_printf (_ ("Use “%s”"),
                          option >= 0 ? cand_field_get_option_label (field, option) : self->value);
}

static GtkWidget *
add_line (GtkWidget *box, const char *text)
{
  g_autofree char *preview = cand_wrap_dup_preview (text);
  GtkWidget *label = gtk_label_new (preview);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* @text does it, @source says where that is from. */
static GtkWidget *
create_button (const char *text, const char *source)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *words = add_line (box, text);
  GtkWidget *caption = add_line (box, source);

  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dimmed");
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "profile-offer");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  words, NULL, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, caption, NULL,
                                  -1);
  return button;
}

static void
add_file (CandProfileOffer *self, const CandProfileFile *file, guint index)
{
  g_autoptr (CandAttachment) attachment = cand_library_dup_profile_attachment (self->library, file);
  g_autofree char *problem =
      cand_answer_check_file (cand_answer_get_field (self->answer), attachment);
  /* Translators: a button that attaches a file of the profile, as in “Use “cv.pdf””. */
  g_autofree char *words = g_strdup_printf (_ ("Use “%s”"), file->name);
  /* Translators: %s is what the person calls a file, such as “CV”. */
  g_autofree char *source = *file->label != '\0'
                                ? g_strdup_printf (_ ("%s from your profile"), file->label)
                                : g_strdup (_ ("File from your profile"));
  GtkWidget *button;

  /* What the employer would not take is not offered. */
  if (problem != NULL)
    return;
  button = create_button (words, source);
  g_object_set_data (G_OBJECT (button), "cand-index", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", G_CALLBACK (use_file_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->offers, button);
}

static void
add_offers (CandProfileOffer *self)
{
  GPtrArray *files = get_files (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->offers))) != NULL)
    gtk_box_remove (self->offers, child);
  for (guint i = 0; files != NULL && i < files->len; i++)
    add_file (self, g_ptr_array_index (files, i), i);
  if (self->value != NULL)
    {
      g_autofree char *words = dup_words (self);
      GtkWidget *button =
          create_button (words, cand_profile_get_source (cand_answer_get_field (self->answer)));

      g_signal_connect_object (button, "clicked", G_CALLBACK (use_clicked_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (self->offers, button);
    }
}

static gboolean
is_from_profile (CandProfileOffer *self)
{
  CandAttachment *attachment = cand_answer_get_attachment (self->answer);
  GPtrArray *files = get_files (self);

  for (guint i = 0; attachment != NULL && files != NULL && i < files->len; i++)
    {
      const CandProfileFile *file = g_ptr_array_index (files, i);

      if (g_str_equal (file->sha256, cand_attachment_get_sha256 (attachment)))
        return TRUE;
    }
  return self->value != NULL && g_str_equal (self->value, cand_answer_get_text (self->answer));
}

static void
update (CandProfileOffer *self)
{
  gboolean answered = cand_answer_get_answered (self->answer);
  gboolean filled = answered && is_from_profile (self);
  gboolean offered = !answered && gtk_widget_get_first_child (GTK_WIDGET (self->offers)) != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->offers), offered);
  gtk_widget_set_visible (self->filled, filled);
  gtk_widget_set_visible (GTK_WIDGET (self), offered || filled);
}

static void
look_up (CandProfileOffer *self)
{
  g_clear_pointer (&self->value, g_free);
  if (!is_file (self->answer))
    self->value = cand_profile_dup_value (self->profile, cand_answer_get_field (self->answer));
  add_offers (self);
  update (self);
}

static void
profile_changed_cb (CandProfileOffer *self, GParamSpec *pspec)
{
  if (!g_str_equal (pspec->name, "save-state") && !g_str_equal (pspec->name, "saved-at"))
    look_up (self);
}

static void
cand_profile_offer_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CAND_TYPE_PROFILE_OFFER);
  G_OBJECT_CLASS (cand_profile_offer_parent_class)->dispose (object);
}

static void
cand_profile_offer_finalize (GObject *object)
{
  CandProfileOffer *self = CAND_PROFILE_OFFER (object);

  g_clear_object (&self->library);
  g_clear_object (&self->profile);
  g_clear_object (&self->answer);
  g_clear_pointer (&self->value, g_free);
  G_OBJECT_CLASS (cand_profile_offer_parent_class)->finalize (object);
}

static void
cand_profile_offer_class_init (CandProfileOfferClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cand_profile_offer_dispose;
  G_OBJECT_CLASS (klass)->finalize = cand_profile_offer_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, CAND_APP_PATH
                                               "/ui/application/cand-profile-offer.ui");
  gtk_widget_class_bind_template_child (widget_class, CandProfileOffer, offers);
  gtk_widget_class_bind_template_child (widget_class, CandProfileOffer, filled);
  gtk_widget_class_bind_template_callback (widget_class, change_clicked_cb);
}

static void
cand_profile_offer_init (CandProfileOffer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
cand_profile_offer_attach (CandFieldRow *row, CandLibrary *library)
{
  CandField *field = cand_field_row_get_field (row);
  gboolean file = cand_field_get_field_type (field) == CAND_FIELD_TYPE_FILE;
  CandProfilePart part = CAND_PROFILE_FILES;
  CandProfileOffer *self;

  if (library == NULL || cand_field_get_sensitive (field) ||
      (!file && !cand_profile_form_find_part (field, &part)))
    return;
  self = g_object_new (CAND_TYPE_PROFILE_OFFER, NULL);
  self->row = row;
  self->library = g_object_ref (library);
  self->profile = g_object_ref (cand_library_get_profile (library));
  self->answer = g_object_ref (cand_field_row_get_answer (row));
  self->part = part;
  look_up (self);
  g_signal_connect_object (self->profile, "notify", G_CALLBACK (profile_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->answer, "notify::text", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->answer, "notify::attachment", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  cand_field_row_add_offer (row, GTK_WIDGET (self));
}
