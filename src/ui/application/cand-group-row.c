/* cand-group-row.c: a question that is answered with entries of several fields each
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-group-row.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "cand-field-rows.h"

/* Each field of an entry is an answer of its own with the row that fits it; together they are
 * written as the group's answer, a JSON array of objects. Members that the form does not know (any
 * more) stay in their entry. */
struct _CandGroupRow
{
  CandFieldRow parent_instance;

  GtkWidget *undo;
  GtkWidget *add;
  GtkBox *entries;

  GPtrArray *list; /* (owned) (element-type Entry) in the order shown */
  char *removed;   /* (owned) (nullable) the answer before the last entry was removed */
};

G_DEFINE_FINAL_TYPE (CandGroupRow, cand_group_row, CAND_TYPE_FIELD_ROW)

typedef struct
{
  CandGroupRow *row;   /* (unowned) */
  JsonObject *members; /* (owned) */
  GtkListBox *box;     /* (unowned) */
  AdwActionRow *head;  /* (unowned) */
} Entry;

static void
entry_free (Entry *entry)
{
  json_object_unref (entry->members);
  g_free (entry);
}

/* Empty entries are not written. */
static char *
dup_json (CandGroupRow *self)
{
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; i < self->list->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->list, i);

      if (json_object_get_size (entry->members) > 0)
        json_array_add_object_element (array, json_object_ref (entry->members));
    }
  if (json_array_get_length (array) == 0)
    return g_strdup ("");
  json_node_set_array (node, array);
  return json_to_string (node, FALSE);
}

static void
write_answer (CandGroupRow *self)
{
  g_autofree char *json = dup_json (self);

  cand_field_row_write (CAND_FIELD_ROW (self), json);
}

static void
inner_answer_changed_cb (CandAnswer *answer, GParamSpec *pspec, gpointer user_data)
{
  Entry *entry = user_data;
  const char *id = cand_field_get_id (cand_answer_get_field (answer));

  if (cand_answer_get_answered (answer))
    json_object_set_string_member (entry->members, id, cand_answer_get_text (answer));
  else
    json_object_remove_member (entry->members, id);
  write_answer (entry->row);
}

static void
update_heads (CandGroupRow *self)
{
  for (guint i = 0; i < self->list->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->list, i);
      /* Translators: the heading of one of several schools or posts that a person lists. */
      g_autofree char *title = g_strdup_printf (_ ("Entry %u"), i + 1);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry->head), title);
    }
}

static void
set_removed (CandGroupRow *self, const char *json)
{
  g_set_str (&self->removed, json);
  gtk_widget_set_visible (self->undo, json != NULL);
}

static void
remove_clicked_cb (GtkButton *button, gpointer user_data)
{
  Entry *entry = user_data;
  CandGroupRow *self = entry->row;
  CandAnswer *answer = cand_field_row_get_answer (CAND_FIELD_ROW (self));

  set_removed (self,
               json_object_get_size (entry->members) > 0 ? cand_answer_get_text (answer) : NULL);
  gtk_widget_grab_focus (self->removed != NULL ? self->undo : self->add);
  gtk_box_remove (self->entries, GTK_WIDGET (entry->box));
  g_ptr_array_remove (self->list, entry);
  update_heads (self);
  write_answer (self);
}

static GtkWidget *
create_head (Entry *entry)
{
  GtkWidget *head = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Remove Entry"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "clicked", G_CALLBACK (remove_clicked_cb), entry);
  adw_action_row_add_suffix (ADW_ACTION_ROW (head), button);
  gtk_widget_set_focusable (head, FALSE);
  return head;
}

/* @members: (transfer full) */
static Entry *
add_entry (CandGroupRow *self, JsonObject *members)
{
  CandFieldRow *row = CAND_FIELD_ROW (self);
  CandField *group = cand_field_row_get_field (row);
  Entry *entry = g_new0 (Entry, 1);

  entry->row = self;
  entry->members = members;
  entry->box = GTK_LIST_BOX (gtk_list_box_new ());
  entry->head = ADW_ACTION_ROW (create_head (entry));
  gtk_list_box_set_selection_mode (entry->box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (entry->box), "boxed-list");
  gtk_list_box_append (entry->box, GTK_WIDGET (entry->head));
  for (guint i = 0; i < cand_field_get_n_fields (group); i++)
    {
      CandField *field = cand_field_get_field (group, i);
      g_autoptr (CandAnswer) answer = cand_answer_new (field);
      JsonNode *value = json_object_get_member (members, cand_field_get_id (field));

      if (value != NULL && json_node_get_value_type (value) == G_TYPE_STRING)
        cand_answer_set_text (answer, json_node_get_string (value));
      g_signal_connect (answer, "notify::text", G_CALLBACK (inner_answer_changed_cb), entry);
      gtk_list_box_append (entry->box, GTK_WIDGET (cand_field_row_new (
                                           cand_field_row_get_library (row),
                                           cand_field_row_get_application (row), answer)));
    }
  g_ptr_array_add (self->list, entry);
  gtk_box_append (self->entries, GTK_WIDGET (entry->box));
  update_heads (self);
  return entry;
}

static void
add_clicked_cb (CandGroupRow *self)
{
  Entry *entry = add_entry (self, json_object_new ());

  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (entry->box, 1)));
}

static void
undo_clicked_cb (CandGroupRow *self)
{
  g_autofree char *json = g_steal_pointer (&self->removed);

  gtk_widget_grab_focus (self->add);
  set_removed (self, NULL);
  cand_answer_set_text (cand_field_row_get_answer (CAND_FIELD_ROW (self)), json);
}

static void
clear_entries (CandGroupRow *self)
{
  for (guint i = 0; i < self->list->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->list, i);

      gtk_box_remove (self->entries, GTK_WIDGET (entry->box));
    }
  g_ptr_array_set_size (self->list, 0);
}

static void
cand_group_row_show_answer (CandFieldRow *row)
{
  CandGroupRow *self = CAND_GROUP_ROW (row);
  const char *text = cand_answer_get_text (cand_field_row_get_answer (row));
  g_autofree char *shown = dup_json (self);
  g_autoptr (JsonNode) node = NULL;
  JsonArray *array;

  if (g_strcmp0 (shown, text) == 0)
    return;
  clear_entries (self);
  node = *text != '\0' ? json_from_string (text, NULL) : NULL;
  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *item = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (item))
        add_entry (self, json_node_dup_object (item));
    }
}

static void
cand_group_row_mark (CandFieldRow *row)
{
  CandGroupRow *self = CAND_GROUP_ROW (row);

  for (guint i = 0; i < self->list->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->list, i);
      GtkListBoxRow *inner;

      for (int j = 1; (inner = gtk_list_box_get_row_at_index (entry->box, j)) != NULL; j++)
        cand_field_row_mark (CAND_FIELD_ROW (inner));
    }
}

static void
cand_group_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CAND_TYPE_GROUP_ROW);
  G_OBJECT_CLASS (cand_group_row_parent_class)->dispose (object);
}

static void
cand_group_row_finalize (GObject *object)
{
  CandGroupRow *self = CAND_GROUP_ROW (object);

  g_clear_pointer (&self->list, g_ptr_array_unref);
  g_clear_pointer (&self->removed, g_free);
  G_OBJECT_CLASS (cand_group_row_parent_class)->finalize (object);
}

static void
cand_group_row_class_init (CandGroupRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cand_group_row_dispose;
  object_class->finalize = cand_group_row_finalize;
  CAND_FIELD_ROW_CLASS (klass)->show_answer = cand_group_row_show_answer;
  CAND_FIELD_ROW_CLASS (klass)->mark = cand_group_row_mark;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               CAND_APP_PATH "/ui/application/cand-group-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CandGroupRow, undo);
  gtk_widget_class_bind_template_child (widget_class, CandGroupRow, add);
  gtk_widget_class_bind_template_child (widget_class, CandGroupRow, entries);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_clicked_cb);
}

static void
cand_group_row_init (CandGroupRow *self)
{
  self->list = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}
