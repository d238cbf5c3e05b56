/* cand-field-row.c: one question of a form, with the place where it is answered
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-field-row.h"

#include <glib/gi18n-lib.h>

#include "cand-fold.h"
#include "cand-limit-text.h"
#include "core/model/cand-answer-typed.h"
#include "ui/cand-links.h"
#include "ui/cand-wrap.h"

/* The row and its answer follow each other. While the widgets are set from the answer nothing they
 * emit is written, and while the answer is set from the widgets they are not set from it: text,
 * caret and undo stay the person's. */

/* In characters. Above one line to fill in, a shorter one looks like the name of a field, as in an
 * AdwEntryRow; a longer one is a text to read. */
#define SHORT_QUESTION 60

/* In milliseconds. After a pause of this length what is typed is taken for finished, and checked.
 */
#define PAUSE 1000

typedef struct
{
  CandLibrary *library;         /* (owned) (nullable) */
  CandApplication *application; /* (owned) (nullable) */
  CandAnswer *answer;           /* (owned) */
  GtkWidget *input;             /* (unowned) (nullable) part of the subclass's template */
  char *failure;                /* (owned) (nullable) */
  char *complaint;              /* (owned) (nullable) as shown */
  gboolean bad;                 /* the complaint is a mark, not only a hint */
  guint pause;                  /* the source that waits for a pause in the typing */
  gboolean paused;              /* there was one, and what is typed has been wrong since */
  gboolean left;                /* by the person, or checked */
  gboolean expected; /* an answer was there, or the answers are checked: a missing one is said */
  gboolean showing;
  gboolean writing;

  GtkLabel *question;
  GtkLabel *required;
  GtkLabel *helper;
  GtkWidget *fold;
  AdwBin *control;
  AdwBin *body;
  GtkBox *offers;
  GtkWidget *footer;
  GtkImage *message_icon;
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
set_class (GtkWidget *widget, const char *name, gboolean wanted)
{
  if (wanted)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
update_counter (CandFieldRow *self)
{
  CandFieldRowPrivate *priv = PRIVATE (self);
  CandFieldType type = cand_field_get_field_type (cand_answer_get_field (priv->answer));
  const CandTextLimit *measured = cand_answer_get_measured (priv->answer);
  gboolean paragraph = type == CAND_FIELD_TYPE_PARAGRAPH;
  g_autofree char *text = NULL;
  g_autofree char *spoken = NULL;

  if (!is_counted (type))
    return;
  text = cand_limit_dup_counter (measured, paragraph, &spoken);
  /* In a paragraph an empty line is kept, so that the first letter moves nothing. */
  gtk_widget_set_visible (GTK_WIDGET (priv->counter), paragraph || *text != '\0');
  set_class (GTK_WIDGET (priv->counter), "error", measured->known && measured->remaining < 0);
  set_class (GTK_WIDGET (priv->counter), "dimmed", !measured->known || measured->remaining >= 0);
  if (g_str_equal (gtk_label_get_label (priv->counter), text))
    return;
  gtk_label_set_label (priv->counter, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->counter), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

/* Whether what is wrong with the answer may be said already. */
static gboolean
may_complain (CandFieldRow *self)
{
  CandFieldRowPrivate *priv = PRIVATE (self);
  CandField *field = cand_answer_get_field (priv->answer);

  return priv->left || priv->paused ||
         (cand_answer_is_typed_by_rule (cand_field_get_field_type (field)) &&
          cand_answer_is_beyond_typing (field, cand_answer_get_text (priv->answer)));
}

/* What is to be said of the answer, NULL for nothing; @bad tells whether it is a mark. That an
 * answer is too long is said at once and marked later: a person may be about to shorten it. */
static char *
dup_complaint (CandFieldRow *self, gboolean *bad)
{
  CandFieldRowPrivate *priv = PRIVATE (self);
  CandFieldType type = cand_field_get_field_type (cand_answer_get_field (priv->answer));
  const char *problem = cand_answer_get_problem (priv->answer);
  char *cut = is_counted (type) ? cand_limit_dup_cut (cand_answer_get_measured (priv->answer),
                                                      cand_answer_get_text (priv->answer))
                                : NULL;

  *bad = TRUE;
  if (priv->failure != NULL || cut == NULL)
    g_clear_pointer (&cut, g_free);
  else
    *bad = priv->left;
  if (priv->failure != NULL)
    return g_strdup (priv->failure);
  if (cut != NULL)
    return cut;
  if (problem != NULL)
    return may_complain (self) ? g_strdup (problem) : NULL;
  return priv->left && priv->expected && cand_answer_get_missing (priv->answer)
             ? g_strdup (_ ("An answer is required"))
             : NULL;
}

static void
mark_input (CandFieldRow *self, gboolean bad)
{
  CandFieldRowPrivate *priv = PRIVATE (self);

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
update_mark (CandFieldRow *self)
{
  CandFieldRowPrivate *priv = PRIVATE (self);
  gboolean bad;
  g_autofree char *complaint = dup_complaint (self, &bad);
  gboolean said = complaint != NULL;

  bad = bad && said;
  gtk_widget_set_visible (priv->footer,
                          said || gtk_widget_get_visible (GTK_WIDGET (priv->counter)));
  if (!g_set_str (&priv->complaint, complaint) && bad == priv->bad)
    return;
  cand_wrap_set_label (priv->message, said ? complaint : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->message), said);
  set_class (GTK_WIDGET (priv->message), "error", bad);
  set_class (GTK_WIDGET (priv->message), "warning", said && !bad);
  set_class (GTK_WIDGET (priv->message_icon), "error", bad);
  set_class (GTK_WIDGET (priv->message_icon), "warning", said && !bad);
  gtk_image_set_from_icon_name (priv->message_icon,
                                bad ? "dialog-error-symbolic" : "dialog-warning-symbolic");
  set_class (GTK_WIDGET (self), "error", bad && is_entry (self));
  set_class (GTK_WIDGET (priv->question), "error",
             bad && is_short (cand_field_get_label (cand_answer_get_field (priv->answer))));
  if (bad != priv->bad)
    mark_input (self, bad);
  priv->bad = bad;
}

static void
update_state (CandFieldRow *self)
{
  CandFieldRowPrivate *priv = PRIVATE (self);

  if (cand_answer_get_answered (priv->answer))
    priv->expected = TRUE;
  /* Mended: the next fault gets its time again. */
  if (cand_answer_get_problem (priv->answer) == NULL)
    priv->paused = FALSE;
  update_counter (self);
  update_mark (self);
}

static void
pause_cb (gpointer user_data)
{
  CandFieldRow *self = user_data;
  CandFieldRowPrivate *priv = PRIVATE (self);

  priv->pause = 0;
  priv->paused = cand_answer_get_problem (priv->answer) != NULL;
  update_mark (self);
}

static void
wait_for_pause (CandFieldRow *self)
{
  CandFieldRowPrivate *priv = PRIVATE (self);

  if (!cand_answer_is_typed_by_rule (
          cand_field_get_field_type (cand_answer_get_field (priv->answer))))
    return;
  g_clear_handle_id (&priv->pause, g_source_remove);
  priv->pause = g_timeout_add_once (PAUSE, pause_cb, self);
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
  /* Of an alternative, the question that it stands below says what it is for. */
  gboolean helped =
      *cand_field_get_helper (field) != '\0' && *cand_field_get_alternative (field) == '\0';

  cand_fold_show (priv->question, label, FALSE);
  if (GTK_IS_TEXT (priv->input) && is_short (label))
    gtk_widget_add_css_class (GTK_WIDGET (priv->question), "subtitle");
  gtk_widget_set_visible (GTK_WIDGET (priv->required), required);
  cand_fold_show (priv->helper, cand_field_get_helper (field), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (priv->helper), helped);
  gtk_widget_set_visible (priv->fold, cand_fold_is_long (label) ||
                                          cand_fold_is_long (cand_field_get_helper (field)));
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

static void
fold_clicked_cb (CandFieldRow *self, GtkButton *button)
{
  CandFieldRowPrivate *priv = PRIVATE (self);
  CandField *field = cand_answer_get_field (priv->answer);
  gboolean all = !g_str_equal (gtk_button_get_label (button), _ ("Show Less"));

  cand_fold_show (priv->question, cand_field_get_label (field), all);
  cand_fold_show (priv->helper, cand_field_get_helper (field), all);
  gtk_button_set_label (button, all ? _ ("Show Less") : _ ("Show All"));
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_EXPANDED, all, -1);
}

static gboolean
link_activated_cb (CandFieldRow *self, const char *address)
{
  cand_links_open (GTK_WIDGET (self), address);
  return GDK_EVENT_STOP;
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
  g_clear_handle_id (&PRIVATE (object)->pause, g_source_remove);
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
  g_clear_pointer (&priv->complaint, g_free);
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
  gtk_widget_class_bind_template_child_private (widget_class, CandFieldRow, fold);
  gtk_widget_class_bind_template_child_private (widget_class, CandFieldRow, control);
  gtk_widget_class_bind_template_child_private (widget_class, CandFieldRow, body);
  gtk_widget_class_bind_template_child_private (widget_class, CandFieldRow, offers);
  gtk_widget_class_bind_template_child_private (widget_class, CandFieldRow, footer);
  gtk_widget_class_bind_template_child_private (widget_class, CandFieldRow, message_icon);
  gtk_widget_class_bind_template_child_private (widget_class, CandFieldRow, message);
  gtk_widget_class_bind_template_child_private (widget_class, CandFieldRow, counter);
  gtk_widget_class_bind_template_callback (widget_class, fold_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_activated_cb);
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
  if (!PRIVATE (self)->showing)
    cand_field_row_take (self, g_strdup (text));
}

void
cand_field_row_take (CandFieldRow *self, char *text)
{
  CandFieldRowPrivate *priv = PRIVATE (self);

  if (priv->showing)
    {
      g_free (text);
      return;
    }
  priv->writing = TRUE;
  cand_answer_take_text (priv->answer, text);
  priv->writing = FALSE;
  wait_for_pause (self);
}

void
cand_field_row_splice (
    CandFieldRow *self, gsize offset, gsize n_removed, const char *inserted, gsize n_inserted)
{
  CandFieldRowPrivate *priv = PRIVATE (self);

  if (priv->showing)
    return;
  priv->writing = TRUE;
  cand_answer_splice_text (priv->answer, offset, n_removed, inserted, n_inserted);
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

/* A box of nothing would still keep its distance. */
static void
update_offers (CandFieldRow *self)
{
  GtkWidget *offers = GTK_WIDGET (PRIVATE (self)->offers);
  gboolean any = FALSE;

  for (GtkWidget *child = gtk_widget_get_first_child (offers); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    any |= gtk_widget_get_visible (child);
  gtk_widget_set_visible (offers, any);
}

void
cand_field_row_add_offer (CandFieldRow *self, GtkWidget *offer)
{
  gtk_box_append (PRIVATE (self)->offers, offer);
  g_signal_connect_object (offer, "notify::visible", G_CALLBACK (update_offers), self,
                           G_CONNECT_SWAPPED);
  update_offers (self);
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
