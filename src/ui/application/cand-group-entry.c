/* cand-group-entry.c: one entry of a group: a school, a post
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-group-entry.h"

#include <glib/gi18n-lib.h>

#include "cand-field-rows.h"
#include "core/model/cand-model-text.h"
#include "ui/cand-wrap.h"

/* In characters: of each part of a heading. */
#define LONGEST_PART 60

/* Each field of the entry is an answer of its own with the row that fits it. The group decides
 * where the entry stands and whether it stays; the entry only asks. */
struct _CandGroupEntry
{
  AdwBin parent_instance;

  GtkListBox *box;
  AdwPreferencesRow *head;
  GtkWidget *handle;
  GtkWidget *up;
  GtkWidget *down;

  JsonObject *members; /* (owned) */
  GPtrArray *answers;  /* (owned) (element-type CandAnswer) in the form's order */
  guint place;
  guint reveal;      /* the tick callback that brings the focus into view */
  gboolean laid_out; /* a frame has passed since it was to */
};

G_DEFINE_FINAL_TYPE (CandGroupEntry, cand_group_entry, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_MOVE,
  SIGNAL_DROPPED,
  SIGNAL_REMOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What @answer says in a heading; NULL for nothing. */
static char *
dup_part (CandAnswer *answer)
{
  CandField *field = cand_answer_get_field (answer);
  CandFieldType type = cand_field_get_field_type (field);
  const char *text = cand_answer_get_text (answer);
  int option = type == CAND_FIELD_TYPE_DROPDOWN ? cand_field_find_option (field, text) : -1;
  g_autofree char *line = NULL;

  if (option >= 0)
    text = cand_field_get_option_label (field, option);
  else if (type != CAND_FIELD_TYPE_TEXT)
    return NULL;
  line = cand_text_dup_line (text);
  if (line != NULL && g_utf8_strlen (line, -1) > LONGEST_PART)
    {
      g_autofree char *beginning = g_utf8_substring (line, 0, LONGEST_PART);

      return g_strconcat (beginning, "…", NULL);
    }
  return g_steal_pointer (&line);
}

/* The first two things that are in it tell one entry from another: the school and the subject, the
 * post and the company. */
static void
update_title (CandGroupEntry *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *title = NULL;

  for (guint i = 0; i < self->answers->len && parts->len < 2; i++)
    {
      char *part = dup_part (g_ptr_array_index (self->answers, i));

      if (part != NULL)
        g_ptr_array_add (parts, part);
    }
  if (parts->len == 0)
    /* Translators: the heading of one of several schools or posts that a person lists. */
    title = g_strdup_printf (_ ("Entry %u"), self->place + 1);
  else if (parts->len == 1)
    title = g_strdup (g_ptr_array_index (parts, 0));
  else
    /* Translators: the first two things that are in an entry, as in "Engineer · Acme". */
    title = g_strdup_printf (_ ("%s · %s"), (char *) g_ptr_array_index (parts, 0),
                             (char *) g_ptr_array_index (parts, 1));
  adw_preferences_row_set_title (self->head, title);
}

static void
answer_changed_cb (CandGroupEntry *self, GParamSpec *pspec, CandAnswer *answer)
{
  const char *id = cand_field_get_id (cand_answer_get_field (answer));

  if (cand_answer_get_answered (answer))
    json_object_set_string_member (self->members, id, cand_answer_get_text (answer));
  else
    json_object_remove_member (self->members, id);
  update_title (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
move_up_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_MOVE], 0, -1);
}

static void
move_down_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_MOVE], 0, 1);
}

static void
remove_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_REMOVE], 0);
}

static GdkContentProvider *
drag_prepare_cb (CandGroupEntry *self, double x, double y)
{
  return gdk_content_provider_new_typed (CAND_TYPE_GROUP_ENTRY, self);
}

static void
drag_begin_cb (CandGroupEntry *self, GdkDrag *drag, GtkDragSource *source)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self->head));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static void
show_drop (CandGroupEntry *self, gboolean above, gboolean below)
{
  if (above)
    gtk_widget_add_css_class (GTK_WIDGET (self), "drop-above");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-above");
  if (below)
    gtk_widget_add_css_class (GTK_WIDGET (self), "drop-below");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-below");
}

static gboolean
is_below (CandGroupEntry *self, double y)
{
  return y > gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
}

/* An entry moves within its group only. */
static CandGroupEntry *
get_dragged (CandGroupEntry *self, const GValue *value)
{
  CandGroupEntry *dragged = value != NULL && G_VALUE_HOLDS (value, CAND_TYPE_GROUP_ENTRY)
                                ? g_value_get_object (value)
                                : NULL;

  if (dragged == NULL || dragged == self ||
      gtk_widget_get_parent (GTK_WIDGET (dragged)) != gtk_widget_get_parent (GTK_WIDGET (self)))
    return NULL;
  return dragged;
}

static GdkDragAction
drop_motion_cb (CandGroupEntry *self, double x, double y, GtkDropTarget *target)
{
  gboolean ours = get_dragged (self, gtk_drop_target_get_value (target)) != NULL;

  show_drop (self, ours && !is_below (self, y), ours && is_below (self, y));
  return ours ? GDK_ACTION_MOVE : 0;
}

static void
drop_leave_cb (CandGroupEntry *self)
{
  show_drop (self, FALSE, FALSE);
}

static gboolean
drop_cb (CandGroupEntry *self, const GValue *value, double x, double y)
{
  CandGroupEntry *dragged = get_dragged (self, value);

  show_drop (self, FALSE, FALSE);
  if (dragged == NULL)
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_DROPPED], 0, dragged, is_below (self, y));
  return TRUE;
}

/* The heading is no stop on the way through the form. */
static void
head_left_cb (CandGroupEntry *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self->head), FALSE);
}

static void
accept_drops (CandGroupEntry *self)
{
  GtkDropTarget *target = gtk_drop_target_new (CAND_TYPE_GROUP_ENTRY, GDK_ACTION_MOVE);

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_object (target, "motion", G_CALLBACK (drop_motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (drop_leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* Ticks come before a frame's layout: the first one after a move still sees the old places. */
static gboolean
reveal_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  CandGroupEntry *self = CAND_GROUP_ENTRY (widget);
  GtkWidget *page = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  GtkWidget *focus = cand_group_entry_get_focus (self);

  if (!self->laid_out)
    {
      self->laid_out = TRUE;
      return G_SOURCE_CONTINUE;
    }
  self->reveal = 0;
  if (page != NULL && focus != NULL && gtk_widget_get_mapped (focus))
    gtk_viewport_scroll_to (GTK_VIEWPORT (page), focus, NULL);
  return G_SOURCE_REMOVE;
}

static void
cand_group_entry_dispose (GObject *object)
{
  CandGroupEntry *self = CAND_GROUP_ENTRY (object);

  if (self->reveal != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->reveal);
  self->reveal = 0;
  /* The bin would let go of it a second time. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAND_TYPE_GROUP_ENTRY);
  G_OBJECT_CLASS (cand_group_entry_parent_class)->dispose (object);
}

static void
cand_group_entry_finalize (GObject *object)
{
  CandGroupEntry *self = CAND_GROUP_ENTRY (object);

  g_clear_pointer (&self->members, json_object_unref);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  G_OBJECT_CLASS (cand_group_entry_parent_class)->finalize (object);
}

static void
install_signals (void)
{
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", CAND_TYPE_GROUP_ENTRY, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MOVE] = g_signal_new ("move", CAND_TYPE_GROUP_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_DROPPED] =
      g_signal_new ("dropped", CAND_TYPE_GROUP_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, CAND_TYPE_GROUP_ENTRY, G_TYPE_BOOLEAN);
  signals[SIGNAL_REMOVE] = g_signal_new ("remove", CAND_TYPE_GROUP_ENTRY, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cand_group_entry_class_init (CandGroupEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cand_group_entry_dispose;
  object_class->finalize = cand_group_entry_finalize;

  install_signals ();
  gtk_widget_class_install_action (widget_class, "entry.move-up", NULL, move_up_action);
  gtk_widget_class_install_action (widget_class, "entry.move-down", NULL, move_down_action);
  gtk_widget_class_install_action (widget_class, "entry.remove", NULL, remove_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               CAND_APP_PATH "/ui/application/cand-group-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, CandGroupEntry, box);
  gtk_widget_class_bind_template_child (widget_class, CandGroupEntry, head);
  gtk_widget_class_bind_template_child (widget_class, CandGroupEntry, handle);
  gtk_widget_class_bind_template_child (widget_class, CandGroupEntry, up);
  gtk_widget_class_bind_template_child (widget_class, CandGroupEntry, down);
  gtk_widget_class_bind_template_callback (widget_class, head_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_prepare_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_begin_cb);
}

static void
cand_group_entry_init (CandGroupEntry *self)
{
  self->answers = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  accept_drops (self);
}

CandGroupEntry *
cand_group_entry_new (CandFieldRow *group, JsonObject *members)
{
  CandGroupEntry *self = g_object_new (CAND_TYPE_GROUP_ENTRY, NULL);
  CandField *field = cand_field_row_get_field (group);

  self->members = members;
  for (guint i = 0; i < cand_field_get_n_fields (field); i++)
    {
      CandField *inner = cand_field_get_field (field, i);
      CandAnswer *answer = cand_answer_new (inner);
      JsonNode *value = json_object_get_member (members, cand_field_get_id (inner));

      if (value != NULL && json_node_get_value_type (value) == G_TYPE_STRING)
        cand_answer_set_text (answer, json_node_get_string (value));
      g_signal_connect_object (answer, "notify::text", G_CALLBACK (answer_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_ptr_array_add (self->answers, answer);
      gtk_list_box_append (self->box, GTK_WIDGET (cand_field_row_new (
                                          cand_field_row_get_library (group),
                                          cand_field_row_get_application (group), answer)));
    }
  update_title (self);
  return self;
}

JsonObject *
cand_group_entry_get_members (CandGroupEntry *self)
{
  g_return_val_if_fail (CAND_IS_GROUP_ENTRY (self), NULL);
  return self->members;
}

void
cand_group_entry_set_place (CandGroupEntry *self, guint place, guint total)
{
  g_return_if_fail (CAND_IS_GROUP_ENTRY (self));

  self->place = place;
  gtk_widget_set_visible (self->handle, total > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.move-up", place > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.move-down", place + 1 < total);
  update_title (self);
}

const char *
cand_group_entry_get_title (CandGroupEntry *self)
{
  g_return_val_if_fail (CAND_IS_GROUP_ENTRY (self), "");
  return adw_preferences_row_get_title (self->head);
}

GtkWidget *
cand_group_entry_get_focus (CandGroupEntry *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ? focus : NULL;
}

void
cand_group_entry_enter (CandGroupEntry *self, GtkWidget *focus)
{
  g_return_if_fail (CAND_IS_GROUP_ENTRY (self));

  if (focus == NULL)
    focus = GTK_WIDGET (gtk_list_box_get_row_at_index (self->box, 1));
  /* At either end the button that brought it there is of no more use; on the other one, the next
   * press of the same key would take it back. */
  else if (!gtk_widget_is_sensitive (focus))
    {
      focus = GTK_WIDGET (self->head);
      gtk_widget_set_focusable (focus, TRUE);
    }
  if (focus != NULL && cand_group_entry_get_focus (self) != focus)
    gtk_widget_grab_focus (focus);
  self->laid_out = FALSE;
  if (self->reveal == 0)
    self->reveal = gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_cb, NULL, NULL);
}

/* A field without an answer is not a wrong one. */
void
cand_group_entry_mark_problems (CandGroupEntry *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (CAND_IS_GROUP_ENTRY (self));
  for (int i = 1; (row = gtk_list_box_get_row_at_index (self->box, i)) != NULL; i++)
    if (cand_answer_get_problem (cand_field_row_get_answer (CAND_FIELD_ROW (row))) != NULL)
      cand_field_row_mark (CAND_FIELD_ROW (row));
}

void
cand_group_entry_mark (CandGroupEntry *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (CAND_IS_GROUP_ENTRY (self));
  for (int i = 1; (row = gtk_list_box_get_row_at_index (self->box, i)) != NULL; i++)
    cand_field_row_mark (CAND_FIELD_ROW (row));
}
