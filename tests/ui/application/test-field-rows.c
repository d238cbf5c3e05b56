/* test-field-rows.c: the rows of the form: both ways, never back, and when they complain
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "cand-test-rows.h"

static gboolean
is_invalid (CandFieldRow *row)
{
  g_autofree char *otherwise =
      gtk_test_accessible_check_state (GTK_ACCESSIBLE (cand_field_row_get_input (row)),
                                       GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);

  return otherwise == NULL;
}

static void
test_text_both_ways (void)
{
  g_autoptr (CandAnswer) answer = cand_test_answer_new (CAND_FIELD_TYPE_EMAIL, FALSE);
  CandFieldRow *row;
  GtkText *text;
  guint edits = 0;

  cand_answer_set_text (answer, "ada@example.org");
  g_signal_connect_swapped (answer, "notify::text", G_CALLBACK (cand_test_count), &edits);
  row = cand_test_show_row (answer);
  text = cand_test_find (row, GTK_TYPE_TEXT);

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "ada@example.org");
  g_assert_cmpint (gtk_text_get_input_purpose (text), ==, GTK_INPUT_PURPOSE_EMAIL);
  g_assert_cmpuint (edits, ==, 0);

  cand_answer_set_text (answer, "bob@example.org");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "bob@example.org");
  g_assert_cmpuint (edits, ==, 1);

  gtk_editable_set_position (GTK_EDITABLE (text), 3);
  gtk_editable_insert_text (GTK_EDITABLE (text), "by", 2, &(int) { 3 });
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "bobby@example.org");
  g_assert_cmpuint (edits, ==, 2);
  cand_test_close (row);
}

static void
test_counter (void)
{
  g_autoptr (CandField) field = cand_field_new ("q", CAND_FIELD_TYPE_TEXT, "Question");
  g_autoptr (CandAnswer) answer = NULL;
  g_autofree char *below = g_strnfill (114, 'a');
  g_autofree char *near = g_strnfill (115, 'a');
  g_autofree char *above = g_strnfill (128, 'a');
  CandFieldRow *row;

  cand_field_set_max_length (field, 127);
  answer = cand_answer_new (field);
  row = cand_test_show_row (answer);

  cand_answer_set_text (answer, below);
  cand_test_settle ();
  g_assert_false (cand_test_says (row, "114 / 127"));
  cand_answer_set_text (answer, near);
  cand_test_settle ();
  g_assert_true (cand_test_says (row, "115 / 127"));
  /* Too long is kept as typed, counted, and not complained about before the row is left. */
  cand_answer_set_text (answer, above);
  cand_test_settle ();
  g_assert_true (cand_test_says (row, "128 / 127"));
  g_assert_cmpstr (gtk_editable_get_text (cand_test_find (row, GTK_TYPE_TEXT)), ==, above);
  g_assert_false (is_invalid (row));
  cand_field_row_mark (row);
  g_assert_true (is_invalid (row));
  cand_test_close (row);
}

static void
test_paragraph (void)
{
  g_autoptr (CandAnswer) answer = cand_test_answer_new (CAND_FIELD_TYPE_PARAGRAPH, FALSE);
  CandFieldRow *row;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  guint edits = 0;

  cand_answer_set_text (answer, "One");
  g_signal_connect_swapped (answer, "notify::text", G_CALLBACK (cand_test_count), &edits);
  row = cand_test_show_row (answer);
  view = cand_test_find (row, GTK_TYPE_TEXT_VIEW);
  buffer = gtk_text_view_get_buffer (view);
  g_assert_cmpuint (edits, ==, 0);
  g_assert_true (cand_test_says (row, "3 characters"));
  g_assert_false (gtk_text_view_get_accepts_tab (view));
  g_assert_false (gtk_text_buffer_get_can_undo (buffer));

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert_at_cursor (buffer, "\ntwo ", -1);
  gtk_text_buffer_end_user_action (buffer);
  g_assert_cmpuint (edits, ==, 1);
  g_assert_true (gtk_text_buffer_get_can_undo (buffer));

  /* Bringing back an earlier version is an edit that can be undone. */
  cand_answer_set_text (answer, "Earlier");
  gtk_text_buffer_undo (buffer);
  g_assert_cmpstr (cand_answer_get_text (answer), !=, "Earlier");
  gtk_text_buffer_undo (buffer);
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "One");
  cand_test_close (row);
}

static void
test_paragraph_caret (void)
{
  g_autoptr (CandAnswer) answer = cand_test_answer_new (CAND_FIELD_TYPE_PARAGRAPH, FALSE);
  CandFieldRow *row;
  GtkTextBuffer *buffer;
  GtkTextIter caret;
  int position;

  cand_answer_set_text (answer, "abcdef");
  row = cand_test_show_row (answer);
  buffer = gtk_text_view_get_buffer (cand_test_find (row, GTK_TYPE_TEXT_VIEW));
  gtk_text_buffer_get_iter_at_offset (buffer, &caret, 3);
  gtk_text_buffer_place_cursor (buffer, &caret);
  gtk_text_buffer_insert_at_cursor (buffer, "X", -1);
  cand_answer_set_text (answer, "abcXdef");

  g_object_get (buffer, "cursor-position", &position, NULL);
  g_assert_cmpint (position, ==, 4);
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "abcXdef");
  cand_test_close (row);
}

static void
test_date (void)
{
  g_autoptr (CandAnswer) answer = cand_test_answer_new (CAND_FIELD_TYPE_DATE, FALSE);
  CandFieldRow *row = cand_test_show_row (answer);
  GtkText *text = cand_test_find (row, GTK_TYPE_TEXT);
  GtkCalendar *calendar = cand_test_find (row, GTK_TYPE_CALENDAR);

  gtk_widget_grab_focus (GTK_WIDGET (text));
  gtk_editable_set_text (GTK_EDITABLE (text), "1 September 2026");
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "1 September 2026");
  gtk_widget_grab_focus (cand_test_find (row, GTK_TYPE_TOGGLE_BUTTON));
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "2026-09-01");
  cand_test_settle ();
  g_assert_true (cand_test_says (row, "Tue 1 Sep 2026"));

  /* What is no date stays as it was typed. */
  gtk_widget_grab_focus (GTK_WIDGET (text));
  gtk_editable_set_text (GTK_EDITABLE (text), "as soon as possible");
  gtk_widget_grab_focus (cand_test_find (row, GTK_TYPE_TOGGLE_BUTTON));
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "as soon as possible");
  g_assert_false (cand_test_says (row, "Tue 1 Sep 2026"));

  gtk_calendar_set_year (calendar, 2027);
  gtk_calendar_set_month (calendar, 1);
  gtk_calendar_set_day (calendar, 28);
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "as soon as possible");
  g_signal_emit_by_name (cand_test_find_button (row, "_Select"), "clicked");
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "2027-02-28");
  cand_test_close (row);
}

static void
test_boolean (void)
{
  g_autoptr (CandAnswer) answer = cand_test_answer_new (CAND_FIELD_TYPE_BOOLEAN, FALSE);
  CandFieldRow *row = cand_test_show_row (answer);
  AdwToggleGroup *toggles = cand_test_find (row, ADW_TYPE_TOGGLE_GROUP);
  GtkWidget *clear = cand_test_find_button (row, "Clear Answer");

  g_assert_cmpuint (adw_toggle_group_get_active (toggles), ==, GTK_INVALID_LIST_POSITION);
  g_assert_false (gtk_widget_get_visible (clear));
  adw_toggle_group_set_active_name (toggles, "false");
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "false");
  g_assert_true (gtk_widget_get_visible (clear));
  cand_answer_set_text (answer, "true");
  g_assert_cmpstr (adw_toggle_group_get_active_name (toggles), ==, "true");
  g_signal_emit_by_name (clear, "clicked");
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "");
  g_assert_null (adw_toggle_group_get_active_name (toggles));
  g_assert_false (gtk_widget_get_visible (clear));
  cand_test_close (row);
}

static void
test_dropdown (void)
{
  g_autoptr (CandAnswer) answer = cand_test_answer_new (CAND_FIELD_TYPE_DROPDOWN, FALSE);
  CandFieldRow *row = cand_test_show_row (answer);
  GtkDropDown *dropdown = cand_test_find (row, GTK_TYPE_DROP_DOWN);

  g_assert_cmpuint (gtk_drop_down_get_selected (dropdown), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (dropdown)), ==, 4);
  g_assert_false (gtk_drop_down_get_enable_search (dropdown));
  gtk_drop_down_set_selected (dropdown, 2);
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "2");
  cand_answer_set_text (answer, "3");
  g_assert_cmpuint (gtk_drop_down_get_selected (dropdown), ==, 3);
  gtk_drop_down_set_selected (dropdown, 0);
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "");

  /* An option that the form does not have any more is not overwritten by showing it. */
  cand_answer_set_text (answer, "gone");
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "gone");
  g_assert_cmpuint (gtk_drop_down_get_selected (dropdown), ==, 4);
  gtk_drop_down_set_selected (dropdown, 1);
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "1");
  gtk_drop_down_set_selected (dropdown, 4);
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "gone");
  cand_test_close (row);
}

static void
test_dropdown_search (void)
{
  g_autoptr (CandField) field = cand_field_new ("q", CAND_FIELD_TYPE_DROPDOWN, "Country");
  g_autoptr (CandAnswer) answer = NULL;
  CandFieldRow *row;

  for (guint i = 0; i < 13; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      cand_field_add_option (field, id, id);
    }
  answer = cand_answer_new (field);
  row = cand_test_show_row (answer);
  g_assert_true (gtk_drop_down_get_enable_search (cand_test_find (row, GTK_TYPE_DROP_DOWN)));
  cand_test_close (row);
}

static GtkCheckButton *
nth_check (CandFieldRow *row, guint n)
{
  GtkWidget *check = cand_test_find (row, GTK_TYPE_CHECK_BUTTON);

  while (n-- > 0)
    check = gtk_widget_get_next_sibling (check);
  return GTK_CHECK_BUTTON (check);
}

static void
test_multiple (void)
{
  g_autoptr (CandAnswer) answer = cand_test_answer_new (CAND_FIELD_TYPE_MULTIPLE, FALSE);
  CandFieldRow *row = cand_test_show_row (answer);

  gtk_check_button_set_active (nth_check (row, 2), TRUE);
  gtk_check_button_set_active (nth_check (row, 0), TRUE);
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "1\n3");
  cand_answer_set_text (answer, "2");
  g_assert_false (gtk_check_button_get_active (nth_check (row, 0)));
  g_assert_true (gtk_check_button_get_active (nth_check (row, 1)));
  g_assert_false (gtk_check_button_get_active (nth_check (row, 2)));
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "2");
  cand_test_close (row);
}

static void
test_single (void)
{
  g_autoptr (CandField) field = cand_field_new ("q", CAND_FIELD_TYPE_MULTIPLE, "Question");
  g_autoptr (CandAnswer) answer = NULL;
  CandFieldRow *row;
  GtkWidget *clear;
  guint edits = 0;

  cand_field_add_option (field, "a", "Alpha");
  cand_field_add_option (field, "b", "Beta");
  cand_field_set_single_option (field, TRUE);
  answer = cand_answer_new (field);
  cand_answer_set_text (answer, "a");
  g_signal_connect_swapped (answer, "notify::text", G_CALLBACK (cand_test_count), &edits);
  row = cand_test_show_row (answer);
  clear = cand_test_find_button (row, "Clear Answer");

  gtk_check_button_set_active (nth_check (row, 1), TRUE);
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "b");
  g_assert_cmpuint (edits, ==, 1);
  g_assert_false (gtk_check_button_get_active (nth_check (row, 0)));
  g_assert_true (gtk_check_button_get_active (nth_check (row, 1)));
  g_signal_emit_by_name (clear, "clicked");
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "");
  g_assert_false (gtk_check_button_get_active (nth_check (row, 1)));
  g_assert_false (gtk_widget_get_visible (clear));
  cand_test_close (row);
}

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
  g_assert_true (cand_test_says (row, "Entry 1"));
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

/* Making a row, for whatever answer, writes nothing. */
static void
test_restoring (void)
{
  static const struct
  {
    CandFieldType type;
    const char *text;
  } kept[] = {
    { CAND_FIELD_TYPE_TEXT, "two\nlines" },
    { CAND_FIELD_TYPE_EMAIL, "not an address" },
    { CAND_FIELD_TYPE_PHONE, "+44" },
    { CAND_FIELD_TYPE_NUMBER, "1,5" },
    { CAND_FIELD_TYPE_PARAGRAPH, "  blanks \n\n" },
    { CAND_FIELD_TYPE_DATE, "2026-09-01" },
    { CAND_FIELD_TYPE_DATE, "next spring" },
    { CAND_FIELD_TYPE_BOOLEAN, "false" },
    { CAND_FIELD_TYPE_BOOLEAN, "maybe" },
    { CAND_FIELD_TYPE_DROPDOWN, "2" },
    { CAND_FIELD_TYPE_DROPDOWN, "gone" },
    { CAND_FIELD_TYPE_MULTIPLE, "1\n3" },
    { CAND_FIELD_TYPE_MULTIPLE, "gone" },
    { CAND_FIELD_TYPE_GROUP, "[{\"school\":\"Kent\"}]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autoptr (CandAnswer) answer = cand_test_answer_new (kept[i].type, TRUE);
      g_autofree char *before = NULL;
      CandFieldRow *row;
      guint edits = 0;

      cand_answer_set_text (answer, kept[i].text);
      before = g_strdup (cand_answer_get_text (answer));
      g_assert_cmpstr (before, !=, "");
      g_signal_connect_swapped (answer, "notify::text", G_CALLBACK (cand_test_count), &edits);
      row = cand_test_show_row (answer);
      cand_test_settle ();
      g_assert_cmpuint (edits, ==, 0);
      g_assert_cmpstr (cand_answer_get_text (answer), ==, before);
      cand_test_close (row);
      cand_test_settle ();
      g_assert_cmpuint (edits, ==, 0);
    }
}

/* A pristine form is not red, however often a person tabs through it: what is missing is said where
 * there was an answer before, or once the answers are checked. */
static void
test_left (void)
{
  g_autoptr (CandAnswer) answer = cand_test_answer_new (CAND_FIELD_TYPE_TEXT, TRUE);
  CandFieldRow *row = cand_test_show_row (answer);
  GtkWidget *text = cand_test_find (row, GTK_TYPE_TEXT);

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_REQUIRED,
                                       TRUE);
  gtk_test_accessible_assert_relation (
      GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
      cand_test_find (row, GTK_TYPE_LABEL),
      gtk_widget_get_next_sibling (cand_test_find (row, GTK_TYPE_LABEL)), NULL);
  g_assert_true (cand_field_row_get_bad (row));
  gtk_widget_grab_focus (text);
  g_assert_false (is_invalid (row));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (row), "error"));

  gtk_window_set_focus (GTK_WINDOW (gtk_widget_get_root (text)), NULL);
  cand_test_settle ();
  g_assert_false (is_invalid (row));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (row), "error"));
  g_assert_false (cand_test_says (row, "An answer is required"));

  cand_field_row_mark (row);
  cand_test_settle ();
  g_assert_true (is_invalid (row));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (row), "error"));
  g_assert_true (cand_test_says (row, "An answer is required"));
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (text),
                                                   GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE));

  gtk_editable_set_text (GTK_EDITABLE (text), "Ada");
  g_assert_false (is_invalid (row));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (row), "error"));
  g_assert_false (cand_test_says (row, "An answer is required"));
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (text),
                                                    GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE));
  cand_test_close (row);
}

static void
test_emptied (void)
{
  g_autoptr (CandAnswer) answer = cand_test_answer_new (CAND_FIELD_TYPE_EMAIL, TRUE);
  CandFieldRow *row = cand_test_show_row (answer);
  GtkWidget *text = cand_test_find (row, GTK_TYPE_TEXT);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (text));

  /* A wrong answer is marked on leaving. */
  gtk_widget_grab_focus (text);
  gtk_editable_set_text (GTK_EDITABLE (text), "ada");
  g_assert_false (is_invalid (row));
  gtk_window_set_focus (window, NULL);
  cand_test_settle ();
  g_assert_true (is_invalid (row));
  g_assert_false (cand_test_says (row, "An answer is required"));

  gtk_widget_grab_focus (text);
  gtk_editable_set_text (GTK_EDITABLE (text), "");
  gtk_window_set_focus (window, NULL);
  cand_test_settle ();
  g_assert_true (is_invalid (row));
  g_assert_true (cand_test_says (row, "An answer is required"));
  cand_test_close (row);
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

/* The words on the buttons are longer in some languages; the narrowest window is 360 wide. */
static void
test_group_narrow (void)
{
  g_autoptr (CandAnswer) answer = group_answer_new ();
  CandFieldRow *row;
  GtkWidget *undo;
  int width;

  cand_answer_set_text (answer, "[{\"school\":\"Kent\"}]");
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

/* Draws the row of an answer that is one word of 60,000 letters; returns the seconds it took. */
static double
draw_long_word (CandFieldType type, CandFieldRow **row)
{
  g_autoptr (CandAnswer) answer = cand_test_answer_new (type, FALSE);
  g_autofree char *word = g_strnfill (60000, 'x');
  g_autoptr (GTimer) timer = NULL;

  cand_answer_set_text (answer, word);
  timer = g_timer_new ();
  *row = cand_test_show_row (answer);
  g_assert_cmpstr (cand_answer_get_text (answer), ==, word);
  gtk_widget_queue_resize (GTK_WIDGET (*row));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (*row))));
  return g_timer_elapsed (timer, NULL);
}

static void
test_long_word (void)
{
  static const CandFieldType types[] = { CAND_FIELD_TYPE_TEXT, CAND_FIELD_TYPE_PHONE,
                                         CAND_FIELD_TYPE_PARAGRAPH };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      CandFieldRow *row;
      double seconds = draw_long_word (types[i], &row);

      g_test_message ("Type %d: %.3f s", types[i], seconds);
      g_assert_cmpfloat (seconds, <, 8);
      cand_test_close (row);
    }
}

static void
test_paragraph_wrap (void)
{
  g_autoptr (CandAnswer) answer = cand_test_answer_new (CAND_FIELD_TYPE_PARAGRAPH, FALSE);
  g_autofree char *word = g_strnfill (60000, 'x');
  CandFieldRow *row = cand_test_show_row (answer);
  GtkTextView *view = cand_test_find (row, GTK_TYPE_TEXT_VIEW);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  g_autoptr (GTimer) timer = g_timer_new ();

  g_assert_cmpint (gtk_text_view_get_wrap_mode (view), ==, GTK_WRAP_WORD_CHAR);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert_at_cursor (buffer, word, -1);
  gtk_text_buffer_end_user_action (buffer);
  g_assert_cmpint (gtk_text_view_get_wrap_mode (view), ==, GTK_WRAP_CHAR);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (row))));
  gtk_text_buffer_undo (buffer);
  g_assert_cmpint (gtk_text_view_get_wrap_mode (view), ==, GTK_WRAP_WORD_CHAR);
  cand_answer_set_text (answer, word);
  g_assert_cmpint (gtk_text_view_get_wrap_mode (view), ==, GTK_WRAP_CHAR);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (row))));
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 8);
  cand_test_close (row);
}

static void
test_finalized (void)
{
  for (int type = CAND_FIELD_TYPE_TEXT; type <= CAND_FIELD_TYPE_GROUP; type++)
    {
      CandAnswer *answer = cand_test_answer_new (type, TRUE);
      CandFieldRow *row = cand_test_show_row (answer);

      g_object_add_weak_pointer (G_OBJECT (answer), (gpointer *) &answer);
      g_object_add_weak_pointer (G_OBJECT (row), (gpointer *) &row);
      cand_test_close (row);
      cand_test_settle ();
      g_assert_null (row);
      g_object_unref (answer);
      g_assert_null (answer);
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();

  g_test_add_func ("/rows/text/both-ways", test_text_both_ways);
  g_test_add_func ("/rows/text/counter", test_counter);
  g_test_add_func ("/rows/paragraph/both-ways", test_paragraph);
  g_test_add_func ("/rows/paragraph/caret", test_paragraph_caret);
  g_test_add_func ("/rows/paragraph/wrap", test_paragraph_wrap);
  g_test_add_func ("/rows/long-word", test_long_word);
  g_test_add_func ("/rows/date", test_date);
  g_test_add_func ("/rows/boolean", test_boolean);
  g_test_add_func ("/rows/dropdown/both-ways", test_dropdown);
  g_test_add_func ("/rows/dropdown/search", test_dropdown_search);
  g_test_add_func ("/rows/multiple/several", test_multiple);
  g_test_add_func ("/rows/multiple/single", test_single);
  g_test_add_func ("/rows/group/entries", test_group);
  g_test_add_func ("/rows/group/unreadable", test_group_unreadable);
  g_test_add_func ("/rows/group/marked", test_group_marked);
  g_test_add_func ("/rows/group/narrow", test_group_narrow);
  g_test_add_func ("/rows/restoring", test_restoring);
  g_test_add_func ("/rows/left", test_left);
  g_test_add_func ("/rows/emptied", test_emptied);
  g_test_add_func ("/rows/finalized", test_finalized);
  return g_test_run ();
}
