/* cand-group-row.c: a question that is answered with entries of several fields each
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-group-row.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "cand-group-entry.h"

/* The entries, in the order shown, are written as the group's answer: a JSON array of objects. */
struct _CandGroupRow
{
  CandFieldRow parent_instance;

  GtkWidget *undo;
  GtkWidget *add;
  GtkBox *entries;

  GPtrArray *list;     /* (element-type CandGroupEntry) in the order shown */
  JsonObject *removed; /* (owned) (nullable) the last entry that was removed with something in it */
  guint removed_place; /* where it was */
  gboolean left;       /* by the person, or checked: what is wrong is said */
};

G_DEFINE_FINAL_TYPE (CandGroupRow, cand_group_row, CAND_TYPE_FIELD_ROW)

/* Empty entries are not written. */
static char *
dup_json (CandGroupRow *self)
{
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; i < self->list->len; i++)
    {
      JsonObject *members = cand_group_entry_get_members (g_ptr_array_index (self->list, i));

      if (json_object_get_size (members) > 0)
        json_array_add_object_element (array, json_object_ref (members));
    }
  if (json_array_get_length (array) == 0)
    return g_strdup ("");
  json_node_set_array (node, array);
  return json_to_string (node, FALSE);
}

static void
write_answer (CandGroupRow *self)
{
  cand_field_row_take (CAND_FIELD_ROW (self), dup_json (self));
}

static void
update_places (CandGroupRow *self)
{
  for (guint i = 0; i < self->list->len; i++)
    cand_group_entry_set_place (g_ptr_array_index (self->list, i), i, self->list->len);
}

/* Puts an entry of the list at another place, also on the page. */
static void
place_entry (CandGroupRow *self, CandGroupEntry *entry, guint place)
{
  gboolean found = g_ptr_array_remove (self->list, entry);

  g_return_if_fail (found);
  place = MIN (place, self->list->len);
  g_ptr_array_insert (self->list, (int) place, entry);
  gtk_box_reorder_child_after (self->entries, GTK_WIDGET (entry),
                               place > 0 ? g_ptr_array_index (self->list, place - 1) : NULL);
  update_places (self);
}

static void
move_entry (CandGroupRow *self, CandGroupEntry *entry, guint place)
{
  GtkWidget *focus = cand_group_entry_get_focus (entry);
  g_autofree char *said = NULL;

  place_entry (self, entry, place);
  write_answer (self);
  cand_group_entry_enter (entry, focus);
  /* Translators: read aloud; the first is the heading of an entry, as in "Engineer · Acme". */
  said = g_strdup_printf (_ ("%s is now number %u of %u"), cand_group_entry_get_title (entry),
                          place + 1, self->list->len);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), said,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
entry_move_cb (CandGroupRow *self, int by, CandGroupEntry *entry)
{
  guint place;

  if (g_ptr_array_find (self->list, entry, &place) && (int) place + by >= 0 &&
      place + by < self->list->len)
    move_entry (self, entry, place + by);
}

static void
entry_dropped_cb (CandGroupRow *self,
                  CandGroupEntry *dragged,
                  gboolean below,
                  CandGroupEntry *entry)
{
  guint from, to;

  if (!g_ptr_array_find (self->list, dragged, &from) || !g_ptr_array_find (self->list, entry, &to))
    return;
  /* Counted without the one that goes. */
  to += below ? 1 : 0;
  to -= to > from ? 1 : 0;
  if (to != from)
    move_entry (self, dragged, to);
}

static void
set_removed (CandGroupRow *self, JsonObject *members, guint place)
{
  g_clear_pointer (&self->removed, json_object_unref);
  self->removed = members != NULL ? json_object_ref (members) : NULL;
  self->removed_place = place;
  gtk_widget_set_visible (self->undo, members != NULL);
}

static void
entry_remove_cb (CandGroupRow *self, CandGroupEntry *entry)
{
  JsonObject *members = cand_group_entry_get_members (entry);
  guint place;

  if (!g_ptr_array_find (self->list, entry, &place))
    return;
  if (json_object_get_size (members) > 0)
    set_removed (self, members, place);
  gtk_widget_grab_focus (self->removed != NULL ? self->undo : self->add);
  g_ptr_array_remove_index (self->list, place);
  gtk_box_remove (self->entries, GTK_WIDGET (entry));
  update_places (self);
  write_answer (self);
}

/* @members: (transfer full) */
static CandGroupEntry *
add_entry (CandGroupRow *self, JsonObject *members)
{
  CandGroupEntry *entry = cand_group_entry_new (CAND_FIELD_ROW (self), members);

  g_signal_connect_object (entry, "changed", G_CALLBACK (write_answer), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "move", G_CALLBACK (entry_move_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "dropped", G_CALLBACK (entry_dropped_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "remove", G_CALLBACK (entry_remove_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->list, entry);
  gtk_box_append (self->entries, GTK_WIDGET (entry));
  update_places (self);
  return entry;
}

static void
add_clicked_cb (CandGroupRow *self)
{
  cand_group_entry_enter (add_entry (self, json_object_new ()), NULL);
}

/* Only the entry comes back, where it was: what was written since in the others stays. */
static void
undo_clicked_cb (CandGroupRow *self)
{
  CandGroupEntry *entry = add_entry (self, g_steal_pointer (&self->removed));

  place_entry (self, entry, self->removed_place);
  write_answer (self);
  cand_group_entry_enter (entry, NULL);
  gtk_widget_set_visible (self->undo, FALSE);
}

static void
clear_entries (CandGroupRow *self)
{
  for (guint i = 0; i < self->list->len; i++)
    gtk_box_remove (self->entries, g_ptr_array_index (self->list, i));
  g_ptr_array_set_size (self->list, 0);
}

/* The group says which field is wrong, and that field is marked as one outside of it. */
static void
mark_problems (CandGroupRow *self)
{
  for (guint i = 0; self->left && i < self->list->len; i++)
    cand_group_entry_mark_problems (g_ptr_array_index (self->list, i));
}

static void
group_left_cb (CandGroupRow *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->left = TRUE;
  mark_problems (self);
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
  mark_problems (self);
}

static void
cand_group_row_mark (CandFieldRow *row)
{
  CandGroupRow *self = CAND_GROUP_ROW (row);

  self->left = TRUE;
  for (guint i = 0; i < self->list->len; i++)
    cand_group_entry_mark (g_ptr_array_index (self->list, i));
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
  g_clear_pointer (&self->removed, json_object_unref);
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
  gtk_widget_class_bind_template_callback (widget_class, group_left_cb);
}

static void
cand_group_row_init (CandGroupRow *self)
{
  self->list = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
