/* test-group-row.c: the row of entries: both ways, in their order, and what comes back
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "cand-test-rows.h"
#include "ui/application/cand-group-entry.h"

static CandAnswer *
group_answer_new (void)
{
  g_autoptr (CandField) group = cand_field_new ("education", CAND_FIELD_TYPE_GROUP, "Education");
  g_autoptr (CandField) school = cand_field_new ("school", CAND_FIELD_TYPE_TEXT, "School");
  g_autoptr (CandField) current = cand_field_new ("current", CAND_FIELD_TYPE_BOOLEAN, "Current");

  cand_field_add_field (group, school);
  cand_field_add_field (group, current);
  return cand_answer_new (group);
}

static void
test_group (void)
{
  g_autoptr (CandAnswer) answer = group_answer_new ();
  CandFieldRow *row;
  guint edits = 0;

  /* The form no longer asks for "degree", and an old number is no text: both are kept. */
  cand_answer_set_text (answer, "[{\"school\":\"Kent\",\"degree\":\"BSc\",\"year\":3}]");
  g_signal_connect_swapped (answer, "notify::text", G_CALLBACK (cand_test_count), &edits);
  row = cand_test_show_row (answer);
  g_assert_cmpuint (edits, ==, 0);

  gtk_editable_set_text (cand_test_find (row, GTK_TYPE_TEXT), "York");
  g_assert_cmpstr (cand_answer_get_text (answer), ==,
                   "[{\"degree\":\"BSc\",\"year\":3,\"school\":\"York\"}]");
  adw_toggle_group_set_active_name (cand_test_find (row, ADW_TYPE_TOGGLE_GROUP), "true");
  g_assert_cmpstr (cand_answer_get_text (answer), ==,
                   "[{\"degree\":\"BSc\",\"year\":3,\"school\":\"York\",\"current\":\"true\"}]");

  edits = 0;
  g_signal_emit_by_name (cand_test_find_button (row, "Add Entry"), "clicked");
  cand_test_settle ();
  g_assert_true (cand_test_says (row, "York"));
  g_assert_true (cand_test_says (row, "Entry 2"));
  g_assert_cmpuint (edits, ==, 0);
  g_signal_emit_by_name (cand_test_find_button (row, "Remove Entry"), "clicked");
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "");
  g_signal_emit_by_name (cand_test_find_button (row, "Undo Remove"), "clicked");
  g_assert_cmpstr (cand_answer_get_text (answer), ==,
                   "[{\"degree\":\"BSc\",\"year\":3,\"school\":\"York\",\"current\":\"true\"}]");
  cand_test_close (row);
}

static void
test_group_unreadable (void)
{
  static const char *const texts[] = { "not JSON", "{}", "[1, \"two\"]", "null",
                                       "[{\"school\":[]}]" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (CandAnswer) answer = group_answer_new ();
      CandFieldRow *row;

      cand_answer_set_text (answer, texts[i]);
      row = cand_test_show_row (answer);
      g_assert_cmpstr (cand_answer_get_text (answer), ==, texts[i]);
      cand_test_close (row);
    }
}

/* Checking a group checks the fields of its entries. */
static void
test_group_marked (void)
{
  g_autoptr (CandField) group = cand_field_new ("education", CAND_FIELD_TYPE_GROUP, "Education");
  g_autoptr (CandField) school = cand_field_new ("school", CAND_FIELD_TYPE_TEXT, "School");
  g_autoptr (CandAnswer) answer = NULL;
  CandFieldRow *row;

  cand_field_set_required (school, TRUE);
  cand_field_add_field (group, school);
  answer = cand_answer_new (group);
  row = cand_test_show_row (answer);
  g_signal_emit_by_name (cand_test_find_button (row, "Add Entry"), "clicked");
  cand_test_settle ();
  g_assert_false (cand_test_says (row, "An answer is required"));
  cand_field_row_mark (row);
  cand_test_settle ();
  g_assert_true (cand_test_says (row, "An answer is required"));
  cand_test_close (row);
}

static CandAnswer *
dated_answer_new (void)
{
  g_autoptr (CandField) group = cand_field_new ("education", CAND_FIELD_TYPE_GROUP, "Education");
  g_autoptr (CandField) start = cand_field_new ("start_date", CAND_FIELD_TYPE_DATE, "Start");
  g_autoptr (CandField) end = cand_field_new ("end_date", CAND_FIELD_TYPE_DATE, "End");

  cand_field_set_required (end, TRUE);
  cand_field_add_field (group, start);
  cand_field_add_field (group, end);
  return cand_answer_new (group);
}

#define NOT_DATE "This is not a date: write it as 2026, 2026-09 or 2026-09-01."

/* The wrong field of an entry is marked with its group, also when it is filled in after that. */
static void
test_problems (void)
{
  g_autoptr (CandAnswer) answer = dated_answer_new ();
  CandFieldRow *row;

  cand_answer_set_text (answer, "[{\"start_date\":\"2021\"},{\"start_date\":\"soon\"}]");
  row = cand_test_show_row (answer);
  cand_test_settle ();
  g_assert_false (cand_test_says (row, NOT_DATE));
  gtk_widget_grab_focus (cand_test_find_button (row, "Add Entry"));
  gtk_window_set_focus (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (row))), NULL);
  cand_test_settle ();
  g_assert_true (cand_test_says (row, "Entry 2, Start: " NOT_DATE));
  g_assert_true (cand_test_says (row, NOT_DATE));
  /* What has no answer is not marked. */
  g_assert_false (cand_test_says (row, "An answer is required"));

  cand_answer_set_text (answer, "[{\"start_date\":\"2021-05\"}]");
  cand_test_settle ();
  g_assert_false (cand_test_says (row, NOT_DATE));
  g_assert_true (cand_test_says (row, "May 2021"));
  cand_answer_set_text (answer, "[{\"start_date\":\"late\"}]");
  cand_test_settle ();
  g_assert_true (cand_test_says (row, "Start: " NOT_DATE));
  g_assert_true (cand_test_says (row, NOT_DATE));
  cand_test_close (row);
}

/* A month as forms ask for it is taken for what it is. */
static void
test_months (void)
{
  static const char *const typed[][2] = {
    { "2021", "2021" },      { "2021-5", "2021-05" },      { "05/2021", "2021-05" },
    { "5.2021", "2021-05" }, { "2021-5-3", "2021-05-03" }, { "13/2021", "13/2021" },
    { "5/21", "5/21" },      { "21-5-3", "21-5-3" },
  };
  g_autoptr (CandAnswer) answer = dated_answer_new ();
  CandFieldRow *row = cand_test_show_row (answer);

  g_signal_emit_by_name (cand_test_find_button (row, "Add Entry"), "clicked");
  cand_test_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      GtkText *text = cand_test_find (row, GTK_TYPE_TEXT);
      g_autofree char *expected = g_strdup_printf ("[{\"start_date\":\"%s\"}]", typed[i][1]);

      g_assert_cmpstr (gtk_text_get_placeholder_text (text), ==, "YYYY-MM");
      gtk_widget_grab_focus (GTK_WIDGET (text));
      gtk_editable_set_text (GTK_EDITABLE (text), typed[i][0]);
      gtk_widget_grab_focus (cand_test_find_button (row, "Add Entry"));
      g_assert_cmpstr (cand_answer_get_text (answer), ==, expected);
    }
  cand_test_close (row);
}

/* The words on the buttons are longer in some languages; the narrowest window is 360 wide. */
static void
test_group_narrow (void)
{
  g_autoptr (CandAnswer) answer = group_answer_new ();
  CandFieldRow *row;
  GtkWidget *undo;
  int width;

  cand_answer_set_text (answer,
                        "[{\"school\":\"Kent\"},{\"school\":\"York\"},{\"school\":\"Bath\"}]");
  row = cand_test_show_row (answer);
  undo = cand_test_find_button (row, "Undo Remove");
  g_signal_emit_by_name (cand_test_find_button (row, "Remove Entry"), "clicked");
  g_assert_true (gtk_widget_get_visible (undo));
  gtk_button_set_label (GTK_BUTTON (undo), "Entfernen des Eintrags wieder rückgängig machen");
  gtk_button_set_label (cand_test_find_button (row, "Add Entry"),
                        "Noch einen weiteren Eintrag hinzufügen");
  gtk_widget_measure (GTK_WIDGET (row), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 336);
  cand_test_close (row);
}

static CandAnswer *
experience_new (void)
{
  g_autoptr (CandField) group = cand_field_new ("experience", CAND_FIELD_TYPE_GROUP, "Experience");
  g_autoptr (CandField) title = cand_field_new ("title", CAND_FIELD_TYPE_TEXT, "Title");
  g_autoptr (CandField) company = cand_field_new ("company", CAND_FIELD_TYPE_TEXT, "Company");

  cand_field_add_field (group, title);
  cand_field_add_field (group, company);
  return cand_answer_new (group);
}

#define ENGINEER "{\"title\":\"Engineer\",\"company\":\"Acme\"}"
#define WRITER "{\"title\":\"Writer\"}"
#define COOK "{\"company\":\"The <Inn> & Co\"}"

static GtkWidget *
nth_entry (CandFieldRow *row, guint n)
{
  GtkWidget *entry = cand_test_find (row, CAND_TYPE_GROUP_ENTRY);

  while (n-- > 0)
    entry = gtk_widget_get_next_sibling (entry);
  return entry;
}

static void
assert_titles (CandFieldRow *row, const char *first, const char *second, const char *third)
{
  g_assert_cmpstr (cand_group_entry_get_title (CAND_GROUP_ENTRY (nth_entry (row, 0))), ==, first);
  g_assert_cmpstr (cand_group_entry_get_title (CAND_GROUP_ENTRY (nth_entry (row, 1))), ==, second);
  g_assert_cmpstr (cand_group_entry_get_title (CAND_GROUP_ENTRY (nth_entry (row, 2))), ==, third);
}

static GtkWidget *
get_focus (gpointer row)
{
  return gtk_root_get_focus (gtk_widget_get_root (row));
}

/* A heading says what is in the entry, in the words that were typed. */
static void
test_titles (void)
{
  g_autoptr (CandAnswer) answer = experience_new ();
  CandFieldRow *row;

  cand_answer_set_text (answer, "[" ENGINEER "," WRITER "," COOK "]");
  row = cand_test_show_row (answer);
  assert_titles (row, "Engineer · Acme", "Writer", "The <Inn> & Co");
  g_assert_true (cand_test_says (row, "The <Inn> & Co"));
  gtk_editable_set_text (cand_test_find (nth_entry (row, 1), GTK_TYPE_TEXT), "");
  g_assert_cmpstr (cand_group_entry_get_title (CAND_GROUP_ENTRY (nth_entry (row, 1))), ==,
                   "Entry 2");
  gtk_editable_set_text (cand_test_find (nth_entry (row, 1), GTK_TYPE_TEXT), "  Poet\t");
  g_assert_cmpstr (cand_group_entry_get_title (CAND_GROUP_ENTRY (nth_entry (row, 1))), ==, "Poet");
  cand_test_close (row);
}

/* The order is written at once, and the focus goes with the entry. */
static void
test_move (void)
{
  g_autoptr (CandAnswer) answer = experience_new ();
  CandFieldRow *row;
  GtkWidget *entry;
  GtkWidget *focus;
  guint edits = 0;

  cand_answer_set_text (answer, "[" ENGINEER "," WRITER "," COOK "]");
  row = cand_test_show_row (answer);
  g_signal_connect_swapped (answer, "notify::text", G_CALLBACK (cand_test_count), &edits);

  /* With the caret in a text of the last entry. */
  entry = nth_entry (row, 2);
  gtk_widget_grab_focus (cand_test_find (entry, GTK_TYPE_TEXT));
  focus = get_focus (row);
  g_assert_true (gtk_widget_activate_action (focus, "entry.move-up", NULL));
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "[" ENGINEER "," COOK "," WRITER "]");
  g_assert_true (nth_entry (row, 1) == entry);
  g_assert_true (get_focus (row) == focus);
  g_assert_cmpuint (edits, ==, 1);

  /* With the button, which is of no use at the end. */
  focus = cand_test_find_button (entry, "Move Up");
  gtk_widget_grab_focus (focus);
  g_signal_emit_by_name (focus, "clicked");
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "[" COOK "," ENGINEER "," WRITER "]");
  g_assert_false (gtk_widget_is_sensitive (focus));
  /* The same key again does nothing. */
  g_assert_true (get_focus (row) == gtk_widget_get_ancestor (focus, ADW_TYPE_ACTION_ROW));
  gtk_widget_activate (get_focus (row));
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "[" COOK "," ENGINEER "," WRITER "]");
  gtk_widget_activate_action (entry, "entry.move-up", NULL);
  g_assert_cmpuint (edits, ==, 2);
  g_signal_emit_by_name (cand_test_find_button (entry, "Move Down"), "clicked");
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "[" ENGINEER "," COOK "," WRITER "]");
  assert_titles (row, "Engineer · Acme", "The <Inn> & Co", "Writer");
  gtk_widget_grab_focus (cand_test_find (entry, GTK_TYPE_TEXT));
  g_assert_false (gtk_widget_get_focusable (gtk_widget_get_ancestor (focus, ADW_TYPE_ACTION_ROW)));
  cand_test_close (row);
}

static GtkShortcutController *
find_shortcuts (GtkWidget *entry)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (entry);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_SHORTCUT_CONTROLLER (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        return GTK_SHORTCUT_CONTROLLER (controller);
    }
  g_assert_not_reached ();
}

/* Alt and an arrow, before the text sees them. */
static void
test_move_keys (void)
{
  static const char *const expected[] = { "<Alt>Up", "action(entry.move-up)", "<Alt>Down",
                                          "action(entry.move-down)" };
  g_autoptr (CandAnswer) answer = experience_new ();
  CandFieldRow *row;
  GListModel *shortcuts;

  cand_answer_set_text (answer, "[" ENGINEER "," WRITER "]");
  row = cand_test_show_row (answer);
  shortcuts = G_LIST_MODEL (find_shortcuts (nth_entry (row, 0)));
  g_assert_cmpuint (g_list_model_get_n_items (shortcuts), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);
      g_autofree char *trigger =
          gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));
      g_autofree char *action = gtk_shortcut_action_to_string (gtk_shortcut_get_action (shortcut));

      g_assert_cmpstr (trigger, ==, expected[2 * i]);
      g_assert_cmpstr (action, ==, expected[2 * i + 1]);
    }
  cand_test_close (row);
}

/* Drops @dragged on the upper or the lower half of @onto; returns whether it was taken. */
static gboolean
drop (GtkWidget *dragged, GtkWidget *onto, gboolean below)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (onto);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, CAND_TYPE_GROUP_ENTRY);
  g_value_set_object (&value, dragged);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 5.0,
                               below ? gtk_widget_get_height (onto) - 1.0 : 1.0, &taken);
    }
  return taken;
}

static void
test_drop (void)
{
  g_autoptr (CandAnswer) answer = experience_new ();
  g_autoptr (CandAnswer) other = experience_new ();
  CandFieldRow *row, *stranger;

  cand_answer_set_text (answer, "[" ENGINEER "," WRITER "," COOK "]");
  cand_answer_set_text (other, "[" ENGINEER "]");
  row = cand_test_show_row (answer);
  stranger = cand_test_show_row (other);

  g_assert_true (drop (nth_entry (row, 0), nth_entry (row, 2), FALSE));
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "[" WRITER "," ENGINEER "," COOK "]");
  g_assert_true (drop (nth_entry (row, 0), nth_entry (row, 2), TRUE));
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "[" ENGINEER "," COOK "," WRITER "]");
  g_assert_true (drop (nth_entry (row, 2), nth_entry (row, 0), FALSE));
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "[" WRITER "," ENGINEER "," COOK "]");
  g_assert_true (gtk_widget_is_ancestor (get_focus (row), nth_entry (row, 0)));
  /* Where it is already, on itself, and from another question. */
  g_assert_true (drop (nth_entry (row, 0), nth_entry (row, 1), FALSE));
  g_assert_false (drop (nth_entry (row, 0), nth_entry (row, 0), TRUE));
  g_assert_false (drop (nth_entry (stranger, 0), nth_entry (row, 0), TRUE));
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "[" WRITER "," ENGINEER "," COOK "]");
  g_assert_cmpstr (cand_answer_get_text (other), ==, "[" ENGINEER "]");
  cand_test_close (stranger);
  cand_test_close (row);
}

/* A removed entry comes back where it was, and takes nothing back that was written since. */
static void
test_undo (void)
{
  g_autoptr (CandAnswer) answer = experience_new ();
  CandFieldRow *row;

  cand_answer_set_text (answer, "[" ENGINEER "," WRITER "," COOK "]");
  row = cand_test_show_row (answer);
  g_signal_emit_by_name (cand_test_find_button (nth_entry (row, 1), "Remove Entry"), "clicked");
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "[" ENGINEER "," COOK "]");
  g_assert_true (get_focus (row) == cand_test_find_button (row, "Undo Remove"));
  gtk_editable_set_text (cand_test_find (nth_entry (row, 0), GTK_TYPE_TEXT), "Pilot");
  g_signal_emit_by_name (cand_test_find_button (row, "Undo Remove"), "clicked");
  g_assert_cmpstr (cand_answer_get_text (answer), ==,
                   "[{\"company\":\"Acme\",\"title\":\"Pilot\"}," WRITER "," COOK "]");
  g_assert_true (gtk_widget_is_ancestor (get_focus (row), nth_entry (row, 1)));
  g_assert_false (gtk_widget_get_visible (cand_test_find_button (row, "Undo Remove")));
  cand_test_close (row);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();

  g_test_add_func ("/group/entries", test_group);
  g_test_add_func ("/group/unreadable", test_group_unreadable);
  g_test_add_func ("/group/marked", test_group_marked);
  g_test_add_func ("/group/problems", test_problems);
  g_test_add_func ("/group/months", test_months);
  g_test_add_func ("/group/narrow", test_group_narrow);
  g_test_add_func ("/group/titles", test_titles);
  g_test_add_func ("/group/move", test_move);
  g_test_add_func ("/group/move-keys", test_move_keys);
  g_test_add_func ("/group/drop", test_drop);
  g_test_add_func ("/group/undo", test_undo);
  return g_test_run ();
}
