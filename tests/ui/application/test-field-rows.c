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

/* What is pasted over several lines becomes one, and one step of undo; what the answer says already
 * is shown as it is, and no edit. */
static void
test_text_lines (void)
{
  g_autoptr (CandAnswer) answer = cand_test_answer_new (CAND_FIELD_TYPE_TEXT, FALSE);
  CandFieldRow *row = cand_test_show_row (answer);
  GtkText *text = cand_test_find (row, GTK_TYPE_TEXT);

  gtk_editable_set_text (GTK_EDITABLE (text), "I weld.");
  gtk_editable_set_position (GTK_EDITABLE (text), 2);
  g_signal_emit_by_name (text, "insert-at-cursor", "saw,\r\nand then\n\nI  also\n");
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "I saw, and then I  alsoweld.");
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (text)), ==, 23);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (text), "text.undo", NULL));
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "I weld.");
  g_signal_emit_by_name (text, "insert-at-cursor", "\n");
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "I weld.");

  cand_answer_set_text (answer, "one\ntwo");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "one\ntwo");
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "one\ntwo");
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
  g_assert_true (cand_test_says (row, "3 characters · limit unknown"));
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

  /* Without the zeros it is not spelled out while it is said to be no date; on leaving it gets
   * them.
   */
  gtk_widget_grab_focus (GTK_WIDGET (text));
  gtk_editable_set_text (GTK_EDITABLE (text), "2026-2-3");
  g_assert_false (cand_test_says (row, "Tue 3 Feb 2026"));
  gtk_widget_grab_focus (cand_test_find (row, GTK_TYPE_TOGGLE_BUTTON));
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "2026-02-03");
  cand_test_settle ();
  g_assert_true (cand_test_says (row, "Tue 3 Feb 2026"));
  g_assert_false (cand_test_says (row, "This is not a date: write it as 2026-09-01."));

  /* What is no date stays as it was typed. */
  gtk_widget_grab_focus (GTK_WIDGET (text));
  gtk_editable_set_text (GTK_EDITABLE (text), "as soon as possible");
  gtk_widget_grab_focus (cand_test_find (row, GTK_TYPE_TOGGLE_BUTTON));
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "as soon as possible");
  g_assert_false (cand_test_says (row, "Tue 3 Feb 2026"));

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
  g_assert_cmpint (
      gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (cand_field_row_get_input (row))), ==,
      GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  cand_test_close (row);
}

/* Where an answer is required, another may be chosen, and none cannot. */
static void
test_single_required (void)
{
  g_autoptr (CandField) field = cand_field_new ("q", CAND_FIELD_TYPE_MULTIPLE, "Question");
  g_autoptr (CandAnswer) answer = NULL;
  CandFieldRow *row;

  cand_field_add_option (field, "a", "Alpha");
  cand_field_add_option (field, "b", "Beta");
  cand_field_set_single_option (field, TRUE);
  cand_field_set_required (field, TRUE);
  answer = cand_answer_new (field);
  row = cand_test_show_row (answer);
  gtk_check_button_set_active (nth_check (row, 1), TRUE);
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "b");
  g_assert_false (gtk_widget_get_visible (cand_test_find_button (row, "Clear Answer")));
  cand_test_close (row);
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

/* What a person may paste comes back as it was, in the row and in the answer; a refresh that brings
 * the same text leaves the caret and the undo alone. */
static void
test_odd_texts (void)
{
  g_autofree char *large = g_strnfill (200 * 1024, 'a');
  const char *texts[] = {
    "One\r\ntwo\rthree\nfour",
    "👩‍💻 🇫🇷 👍🏽",
    "שלום, עולם! مرحبا",
    "e\u0301\u0302\u200d",
    large,
  };

  for (gsize i = 0; large[i] != '\0'; i += 80)
    large[i] = i % 800 == 0 ? '\n' : ' ';
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (CandAnswer) answer = cand_test_answer_new (CAND_FIELD_TYPE_PARAGRAPH, FALSE);
      CandFieldRow *row = cand_test_show_row (answer);
      GtkTextView *view = cand_test_find (row, GTK_TYPE_TEXT_VIEW);
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
      GtkTextIter caret;
      int position;

      gtk_text_buffer_begin_user_action (buffer);
      gtk_text_buffer_insert_at_cursor (buffer, texts[i], -1);
      gtk_text_buffer_end_user_action (buffer);
      g_assert_cmpstr (cand_answer_get_text (answer), ==, texts[i]);

      gtk_text_buffer_get_iter_at_offset (buffer, &caret, 2);
      gtk_text_buffer_place_cursor (buffer, &caret);
      cand_answer_set_text (answer, texts[i]);
      g_object_notify (G_OBJECT (answer), "text");
      g_object_get (buffer, "cursor-position", &position, NULL);
      g_assert_cmpint (position, ==, 2);
      g_assert_true (gtk_text_buffer_get_can_undo (buffer));
      gtk_text_buffer_undo (buffer);
      g_assert_cmpstr (cand_answer_get_text (answer), ==, "");
      gtk_text_buffer_redo (buffer);
      g_assert_cmpstr (cand_answer_get_text (answer), ==, texts[i]);
      cand_test_close (row);
    }
}

/* The text ends where C takes it to end; nothing behind a NUL is looked at. */
static void
test_nul (void)
{
  g_autoptr (CandAnswer) answer = cand_test_answer_new (CAND_FIELD_TYPE_TEXT, FALSE);
  CandFieldRow *row = cand_test_show_row (answer);
  int position = 0;

  gtk_editable_insert_text (cand_test_find (row, GTK_TYPE_TEXT), "one\0two", 3, &position);
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "one");
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
  g_test_add_func ("/rows/text/lines", test_text_lines);
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
  g_test_add_func ("/rows/multiple/single-required", test_single_required);
  g_test_add_func ("/rows/restoring", test_restoring);
  g_test_add_func ("/rows/left", test_left);
  g_test_add_func ("/rows/emptied", test_emptied);
  g_test_add_func ("/rows/odd-texts", test_odd_texts);
  g_test_add_func ("/rows/nul", test_nul);
  g_test_add_func ("/rows/finalized", test_finalized);
  return g_test_run ();
}
