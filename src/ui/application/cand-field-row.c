/* cand-field-row.c: one question of a form, with the place where it is answered
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-field-row.h"

#include <glib/gi18n-lib.h>

#include "ui/cand-wrap.h"

/* The row and its answer follow each other. While the widgets are set from the answer nothing they
 * emit is written, and while the answer is set from the widgets they are not set from it: text,
 * caret and undo stay the person's. */

/* In characters. Above one line to fill in, a shorter one looks like the name of a field, as in an
 * AdwEntryRow; a longer one is a text to read. */
#define SHORT_QUESTION 60

typedef struct
{
  CandLibrary *library;         /* (owned) (nullable) */
  CandApplication *application; /* (owned) (nullable) */
  CandAnswer *answer;           /* (owned) */
  GtkWidget *input;             /* (unowned) (nullable) part of the subclass's template */
  char *failure;                /* (owned) (nullable) */
  gboolean left;                /* by the person, or checked */
  gboolean expected; /* an answer was there, or the answers are checked: a missing one is said */
  gboolean showing;
  gboolean writing;

  GtkLabel *question;
  GtkLabel *required;
  GtkLabel *helper;
  AdwBin *control;
  AdwBin *body;
  GtkBox *offers;
  GtkWidget *footer;
  GtkWidget *message_icon;
  GtkLabel *message;
  GtkLabel *counter;
} CandFieldRowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CandFieldRow, cand_field_row, ADW_TYPE_PREFERENCES_ROW)

typedef enum
{
  PROP_LIBRARY = 1,
  PROP_APPLICATION,
  PROP_ANSWER,
  PROP_INPUT,
  PROP_CONTROL,
  PROP_BODY,
} CandFieldRowProperty;

static GParamSpec *properties[PROP_BODY + 1];

#define PRIVATE(self)                                                                              \
  ((CandFieldRowPrivate *) cand_field_row_get_instance_private (CAND_FIELD_ROW (self)))

static gboolean
is_entry (CandFieldRow *self)
{
  return gtk_widget_has_css_class (GTK_WIDGET (self), "entry");
}

static gboolean
is_short (const char *question)
{
  return g_utf8_strlen (question, -1) <= SHORT_QUESTION;
}

static gboolean
is_counted (CandFieldType type)
{
  return type == CAND_FIELD_TYPE_TEXT || type == CAND_FIELD_TYPE_EMAIL ||
         type == CAND_FIELD_TYPE_PHONE || type == CAND_FIELD_TYPE_PARAGRAPH;
}

static void
set_error_class (GtkWidget *widget, gboolean error)
{
  if (error)
    gtk_widget_add_css_class (widget, "error");
  else
    gtk_widget_remove_css_class (widget, "error");
}

/* An unknown limit shows as none: only what is written is counted. Of a known one the rest shows
 * from nine tenths on. */
static void
update_counter (CandFieldRow *self)
{
  CandFieldRowPrivate *priv = PRIVATE (self);
  CandField *field = cand_answer_get_field (priv->answer);
  CandFieldType type = cand_field_get_field_type (field);
  gint64 length = cand_answer_get_length (priv->answer);
  gint64 limit = cand_field_get_max_length (field);
  gboolean close = limit > 0 && length >= limit - limit / 10;
  g_autofree char *text = NULL;
  g_autofree char *spoken = NULL;

  gtk_widget_set_visible (GTK_WIDGET (priv->counter),
                          is_counted (type) && (close || type == CAND_FIELD_TYPE_PARAGRAPH));
  set_error_class (GTK_WIDGET (priv->counter), limit > 0 && length > limit);
  if (close)
    {
      /* Translators: characters written, and how many the employer takes, as in "120 / 127". */
      text = g_strdup_printf (_ ("%u / %u"), (guint) length, (guint) limit);
      spoken = g_strdup_printf (ngettext ("%u of %u character", "%u of %u characters", limit),
                                (guint) length, (guint) limit);
    }
  else if (length > 0)
    {
      text = g_strdup_printf (ngettext ("%u character", "%u characters", length), (guint) length);
      spoken = g_strdup (text);
    }
  /* The empty line is kept, so that the first letter moves nothing. */
  gtk_label_set_label (priv->counter, text != NULL ? text : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->counter), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken != NULL ? spoken : "", -1);
}

static const char *
get_complaint (CandFieldRow *self)
{
  CandFieldRowPrivate *priv = PRIVATE (self);

  if (priv->failure != NULL)
    return priv->failure;
  if (!priv->left)
    return NULL;
  if (cand_answer_get_problem (priv->answer) != NULL)
    return cand_answer_get_problem (priv->answer);
  return priv->expected && cand_answer_get_missing (priv->answer) ? _ ("An answer is required")
                                                                  : NULL;
}

static void
update_mark (CandFieldRow *self)
{
  CandFieldRowPrivate *priv = PRIVATE (self);
  const char *complaint = get_complaint (self);
  gboolean bad = complaint != NULL;

  cand_wrap_set_label (priv->message, bad ? complaint : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->message), bad);
  gtk_widget_set_visible (priv->message_icon, bad);
  gtk_widget_set_visible (priv->footer, bad || gtk_widget_get_visible (GTK_WIDGET (priv->counter)));
  set_error_class (GTK_WIDGET (self), bad && is_entry (self));
  set_error_class (GTK_WIDGET (priv->question),
                   bad && is_short (gtk_label_get_label (priv->question)));
  if (priv->input == NULL)
    return;

  gtk_accessible_update_state (GTK_ACCESSIBLE (priv->input), GTK_ACCESSIBLE_STATE_INVALID,
                               bad ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (bad)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (priv->input),
                                    GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, priv->message, NULL, -1);
  else
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (priv->input),
                                   GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE);
}

static void
update_state (CandFieldRow *self)
{
  CandFieldRowPrivate *priv = PRIVATE (self);

  if (cand_answer_get_answered (priv->answer))
    priv->expected = TRUE;
  update_counter (self);
  update_mark (self);
}

static void
show_answer (CandFieldRow *self)
{
  CandFieldRowPrivate *priv = PRIVATE (self);

  priv->showing = TRUE;
  CAND_FIELD_ROW_GET_CLASS (self)->show_answer (self);
  priv->showing = FALSE;
}

static void
answer_changed_cb (CandFieldRow *self)
{
  CandFieldRowPrivate *priv = PRIVATE (self);

  if (!priv->writing)
    show_answer (self);
  update_state (self);
}

static void
focus_enter_cb (CandFieldRow *self)
{
  if (is_entry (self))
    gtk_widget_add_css_class (GTK_WIDGET (self), "focused");
}

static void
focus_leave_cb (CandFieldRow *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "focused");
  /* A page that goes away has not been left field by field; it flushes as a whole. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  PRIVATE (self)->left = TRUE;
  update_mark (self);
  cand_field_row_flush (self);
}

static void
pressed_cb (CandFieldRow *self)
{
  CandFieldRowPrivate *priv = PRIVATE (self);

  if (is_entry (self) && priv->input != NULL)
    cand_field_row_enter (self);
}

static void
describe_question (CandFieldRow *self)
{
  CandFieldRowPrivate *priv = PRIVATE (self);
  CandField *field = cand_answer_get_field (priv->answer);
  const char *label = cand_field_get_label (field);
  gboolean required = cand_field_get_required (field);
  gboolean helped = *cand_field_get_helper (field) != '\0';

  cand_wrap_set_label (priv->question, label);
  if (GTK_IS_TEXT (priv->input) && is_short (label))
    gtk_widget_add_css_class (GTK_WIDGET (priv->question), "subtitle");
  gtk_widget_set_visible (GTK_WIDGET (priv->required), required);
  cand_wrap_set_label (priv->helper, cand_field_get_helper (field));
  gtk_widget_set_visible (GTK_WIDGET (priv->helper), helped);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  priv->question, NULL, -1);
  if (priv->input == NULL)
    return;

  /* "Required" is part of the name that is read aloud. */
  if (required)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (priv->input),
                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY, priv->question,
                                    priv->required, NULL, -1);
  else
    gtk_accessible_update_relation (GTK_ACCESSIBLE (priv->input),
                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY, priv->question, NULL, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->input), GTK_ACCESSIBLE_PROPERTY_REQUIRED,
                                  required, -1);
  if (helped)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (priv->input),
                                    GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, priv->helper, NULL, -1);
}

/* The widgets inside take the focus, never the row itself. */
static gboolean
cand_field_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)), direction);
}

static gboolean
cand_field_row_grab_focus (GtkWidget *widget)
{
  GtkWidget *input = PRIVATE (widget)->input;

  if (input != NULL && gtk_widget_grab_focus (input))
    return TRUE;
  return gtk_widget_child_focus (input != NULL ? input : widget, GTK_DIR_TAB_FORWARD);
}

static void
cand_field_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CandFieldRowPrivate *priv = PRIVATE (object);

  switch ((CandFieldRowProperty) id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, priv->library);
      break;
    case PROP_APPLICATION:
      g_value_set_object (value, priv->application);
      break;
    case PROP_ANSWER:
      g_value_set_object (value, priv->answer);
      break;
    case PROP_INPUT:
      g_value_set_object (value, priv->input);
      break;
    case PROP_CONTROL:
      g_value_set_object (value, adw_bin_get_child (priv->control));
      break;
    case PROP_BODY:
      g_value_set_object (value, adw_bin_get_child (priv->body));
      break;
    }
}

static void
cand_field_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CandFieldRowPrivate *priv = PRIVATE (object);
  AdwBin *bin = id == PROP_CONTROL ? priv->control : priv->body;

  switch ((CandFieldRowProperty) id)
    {
    case PROP_LIBRARY:
      priv->library = g_value_dup_object (value);
      break;
    case PROP_APPLICATION:
      priv->application = g_value_dup_object (value);
      break;
    case PROP_ANSWER:
      priv->answer = g_value_dup_object (value);
      break;
    case PROP_INPUT:
      if (priv->input == g_value_get_object (value))
        return;
      priv->input = g_value_get_object (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_CONTROL:
    case PROP_BODY:
      if (adw_bin_get_child (bin) == g_value_get_object (value))
        return;
      adw_bin_set_child (bin, g_value_get_object (value));
      gtk_widget_set_visible (GTK_WIDGET (bin), adw_bin_get_child (bin) != NULL);
      g_object_notify_by_pspec (object, pspec);
      break;
    }
}

static void
cand_field_row_constructed (GObject *object)
{
  CandFieldRow *self = CAND_FIELD_ROW (object);
  CandFieldRowPrivate *priv = PRIVATE (self);
  static const char *const followed[] = { "notify::text", "notify::attachment", "notify::problem",
                                          "notify::missing" };

  G_OBJECT_CLASS (cand_field_row_parent_class)->constructed (object);

  describe_question (self);
  if (CAND_FIELD_ROW_GET_CLASS (self)->prepare != NULL)
    CAND_FIELD_ROW_GET_CLASS (self)->prepare (self);
  show_answer (self);
  update_state (self);
  for (guint i = 0; i < G_N_ELEMENTS (followed); i++)
    g_signal_connect_object (priv->answer, followed[i],
                             G_CALLBACK (i < 2 ? answer_changed_cb : update_state), self,
                             G_CONNECT_SWAPPED);
}

static void
cand_field_row_dispose (GObject *object)
{
  PRIVATE (object)->input = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), CAND_TYPE_FIELD_ROW);
  G_OBJECT_CLASS (cand_field_row_parent_class)->dispose (object);
}

static void
cand_field_row_finalize (GObject *object)
{
  CandFieldRowPrivate *priv = PRIVATE (object);

  g_clear_object (&priv->library);
  g_clear_object (&priv->application);
  g_clear_object (&priv->answer);
  g_clear_pointer (&priv->failure, g_free);
  G_OBJECT_CLASS (cand_field_row_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags given = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  const GParamFlags changing = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, CAND_TYPE_LIBRARY, given);
  properties[PROP_APPLICATION] =
      g_param_spec_object ("application", NULL, NULL, CAND_TYPE_APPLICATION, given);
  properties[PROP_ANSWER] = g_param_spec_object ("answer", NULL, NULL, CAND_TYPE_ANSWER, given);
  properties[PROP_INPUT] = g_param_spec_object ("input", NULL, NULL, GTK_TYPE_WIDGET, changing);
  properties[PROP_CONTROL] = g_param_spec_object ("control", NULL, NULL, GTK_TYPE_WIDGET, changing);
  properties[PROP_BODY] = g_param_spec_object ("body", NULL, NULL, GTK_TYPE_WIDGET, changing);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
cand_field_row_class_init (CandFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = cand_field_row_constructed;
  object_class->dispose = cand_field_row_dispose;
  object_class->finalize = cand_field_row_finalize;
  object_class->get_property = cand_field_row_get_property;
  object_class->set_property = cand_field_row_set_property;
  widget_class->focus = cand_field_row_focus;
  widget_class->grab_focus = cand_field_row_grab_focus;

  install_properties (object_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               CAND_APP_PATH "/ui/application/cand-field-row.ui");
  gtk_widget_class_bind_template_child_private (widget_class, CandFieldRow, question);
  gtk_widget_class_bind_template_child_private (widget_class, CandFieldRow, required);
  gtk_widget_class_bind_template_child_private (widget_class, CandFieldRow, helper);
  gtk_widget_class_bind_template_child_private (widget_class, CandFieldRow, control);
  gtk_widget_class_bind_template_child_private (widget_class, CandFieldRow, body);
  gtk_widget_class_bind_template_child_private (widget_class, CandFieldRow, offers);
  gtk_widget_class_bind_template_child_private (widget_class, CandFieldRow, footer);
  gtk_widget_class_bind_template_child_private (widget_class, CandFieldRow, message_icon);
  gtk_widget_class_bind_template_child_private (widget_class, CandFieldRow, message);
  gtk_widget_class_bind_template_child_private (widget_class, CandFieldRow, counter);
  gtk_widget_class_bind_template_callback (widget_class, focus_enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
cand_field_row_init (CandFieldRow *self)
{
  /* Widgets emit while they are made and fitted too, as a list does that selects its first item:
   * nothing is written before the answer is shown. */
  PRIVATE (self)->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

CandLibrary *
cand_field_row_get_library (CandFieldRow *self)
{
  g_return_val_if_fail (CAND_IS_FIELD_ROW (self), NULL);
  return PRIVATE (self)->library;
}

CandApplication *
cand_field_row_get_application (CandFieldRow *self)
{
  g_return_val_if_fail (CAND_IS_FIELD_ROW (self), NULL);
  return PRIVATE (self)->application;
}

CandAnswer *
cand_field_row_get_answer (CandFieldRow *self)
{
  g_return_val_if_fail (CAND_IS_FIELD_ROW (self), NULL);
  return PRIVATE (self)->answer;
}

CandField *
cand_field_row_get_field (CandFieldRow *self)
{
  return cand_answer_get_field (cand_field_row_get_answer (self));
}

GtkWidget *
cand_field_row_get_input (CandFieldRow *self)
{
  g_return_val_if_fail (CAND_IS_FIELD_ROW (self), NULL);
  return PRIVATE (self)->input;
}

gboolean
cand_field_row_is_top_level (CandFieldRow *self)
{
  CandFieldRowPrivate *priv = PRIVATE (self);

  return priv->application != NULL &&
         cand_application_find_answer (priv->application,
                                       cand_field_get_id (cand_field_row_get_field (self))) ==
             priv->answer;
}

void
cand_field_row_write (CandFieldRow *self, const char *text)
{
  CandFieldRowPrivate *priv = PRIVATE (self);

  if (priv->showing)
    return;
  priv->writing = TRUE;
  cand_answer_set_text (priv->answer, text);
  priv->writing = FALSE;
}

gboolean
cand_field_row_is_showing (CandFieldRow *self)
{
  g_return_val_if_fail (CAND_IS_FIELD_ROW (self), FALSE);
  return PRIVATE (self)->showing;
}

void
cand_field_row_flush (CandFieldRow *self)
{
  CandFieldRowPrivate *priv = PRIVATE (self);

  if (priv->library != NULL && priv->application != NULL)
    cand_library_flush (priv->library, priv->application);
}

void
cand_field_row_add_offer (CandFieldRow *self, GtkWidget *offer)
{
  CandFieldRowPrivate *priv = PRIVATE (self);

  gtk_box_append (priv->offers, offer);
  gtk_widget_set_visible (GTK_WIDGET (priv->offers), TRUE);
}

void
cand_field_row_set_failure (CandFieldRow *self, const char *sentence)
{
  if (g_set_str (&PRIVATE (self)->failure, sentence))
    update_mark (self);
}

void
cand_field_row_enter (CandFieldRow *self)
{
  CandFieldRowPrivate *priv = PRIVATE (self);

  if (GTK_IS_TEXT (priv->input))
    gtk_text_grab_focus_without_selecting (GTK_TEXT (priv->input));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
cand_field_row_mark (CandFieldRow *self)
{
  CandFieldRowPrivate *priv = PRIVATE (self);

  priv->left = TRUE;
  priv->expected = TRUE;
  update_mark (self);
  if (CAND_FIELD_ROW_GET_CLASS (self)->mark != NULL)
    CAND_FIELD_ROW_GET_CLASS (self)->mark (self);
}

gboolean
cand_field_row_get_bad (CandFieldRow *self)
{
  CandAnswer *answer = cand_field_row_get_answer (self);

  return cand_answer_get_missing (answer) || cand_answer_get_problem (answer) != NULL;
}
