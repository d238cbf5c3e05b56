/* test-field-checks.c: what a row says of an answer: how long it is, what is wrong, and when
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "cand-test-rows.h"
#include "ui/application/cand-alternative.h"

static gboolean
is_invalid (CandFieldRow *row)
{
  g_autofree char *otherwise =
      gtk_test_accessible_check_state (GTK_ACCESSIBLE (cand_field_row_get_input (row)),
                                       GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);

  return otherwise == NULL;
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
  g_assert_true (cand_test_says (row, "115 / 127 · 12 left"));
  /* Too long is kept as typed, counted, and not complained about before the row is left. */
  cand_answer_set_text (answer, above);
  cand_test_settle ();
  g_assert_true (cand_test_says (row, "128 / 127 · 1 too many"));
  g_assert_cmpstr (gtk_editable_get_text (cand_test_find (row, GTK_TYPE_TEXT)), ==, above);
  g_assert_false (is_invalid (row));
  cand_field_row_mark (row);
  g_assert_true (is_invalid (row));
  cand_test_close (row);
}

static CandFieldRow *
show_paragraph (gint64 limit, CandAnswer **answer)
{
  g_autoptr (CandField) field = cand_field_new ("q", CAND_FIELD_TYPE_PARAGRAPH, "Question");

  cand_field_set_max_length (field, limit);
  *answer = cand_answer_new (field);
  return cand_test_show_row (*answer);
}

static GtkTextBuffer *
get_buffer (CandFieldRow *row)
{
  return gtk_text_view_get_buffer (cand_test_find (row, GTK_TYPE_TEXT_VIEW));
}

/* The offset from where on the text is struck through; -1 for nowhere. */
static int
find_struck (GtkTextBuffer *buffer)
{
  GtkTextIter iter;

  gtk_text_buffer_get_start_iter (buffer, &iter);
  do
    {
      g_autoptr (GSList) tags = gtk_text_iter_get_tags (&iter);

      for (GSList *tag = tags; tag != NULL; tag = tag->next)
        {
          gboolean struck;

          g_object_get (tag->data, "strikethrough", &struck, NULL);
          if (struck)
            return gtk_text_iter_get_offset (&iter);
        }
    }
  while (gtk_text_iter_forward_char (&iter) && !gtk_text_iter_is_end (&iter));
  return -1;
}

/* The part past the limit is struck through in the text, and said in a sentence; neither is an edit
 * or a step of undo. */
static void
test_cut (void)
{
  g_autoptr (CandAnswer) answer = NULL;
  CandFieldRow *row = show_paragraph (10, &answer);
  GtkTextBuffer *buffer = get_buffer (row);
  GtkTextIter start, end;

  g_assert_true (cand_test_says (row, "0 / 10"));
  gtk_text_buffer_insert_at_cursor (buffer, "👍 seven", -1);
  cand_test_settle ();
  g_assert_true (cand_test_says (row, "8 / 10"));
  g_assert_cmpint (find_struck (buffer), ==, -1);

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert_at_cursor (buffer, " eight\nnine", -1);
  gtk_text_buffer_end_user_action (buffer);
  cand_test_settle ();
  g_assert_true (cand_test_says (row, "19 / 10 · 9 too many"));
  g_assert_true (cand_test_says (row, "The last 9 characters would be cut: “ight nine”"));
  g_assert_cmpint (find_struck (buffer), ==, 9);
  g_assert_false (is_invalid (row));

  /* Shortened, lengthened at the beginning, undone. */
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 0);
  gtk_text_buffer_insert (buffer, &start, "xy", -1);
  g_assert_cmpint (find_struck (buffer), ==, 9);
  g_assert_true (cand_test_says (row, "The last 11 characters would be cut: “eight nine”"));
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 4);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  cand_test_settle ();
  g_assert_cmpint (find_struck (buffer), ==, -1);
  g_assert_false (cand_test_says (row, "19 / 10 · 9 too many"));
  gtk_text_buffer_undo (buffer);
  g_assert_cmpint (find_struck (buffer), ==, 9);
  /* A sign of which only a part fits is cut whole, and counts as the counter counts it. */
  cand_answer_set_text (answer, "123456789👍 more");
  cand_test_settle ();
  g_assert_cmpint (find_struck (buffer), ==, 9);
  g_assert_true (cand_test_says (row, "16 / 10 · 6 too many"));
  g_assert_true (cand_test_says (row, "The last 6 characters would be cut: “👍 more”"));
  cand_answer_set_text (answer, "12345678901\n");
  g_assert_cmpint (find_struck (buffer), ==, 10);
  cand_answer_set_text (answer, "1234567890\n");
  g_assert_true (cand_test_says (row, "1 space at the end would be cut."));

  cand_field_row_mark (row);
  g_assert_true (is_invalid (row));
  cand_test_close (row);
}

static void
test_cut_line (void)
{
  g_autoptr (CandField) field = cand_field_new ("q", CAND_FIELD_TYPE_TEXT, "Question");
  g_autoptr (CandAnswer) answer = NULL;
  CandFieldRow *row;

  cand_field_set_max_length (field, 3);
  answer = cand_answer_new (field);
  row = cand_test_show_row (answer);
  gtk_editable_set_text (cand_test_find (row, GTK_TYPE_TEXT), "abc def");
  cand_test_settle ();
  g_assert_true (cand_test_says (row, "The last 4 characters would be cut: “def”"));
  gtk_editable_set_text (cand_test_find (row, GTK_TYPE_TEXT), "abcd");
  g_assert_true (cand_test_says (row, "The last character would be cut: “d”"));
  gtk_editable_set_text (cand_test_find (row, GTK_TYPE_TEXT), "abc");
  cand_test_settle ();
  g_assert_false (cand_test_says (row, "The last character would be cut: “d”"));
  g_assert_true (cand_test_says (row, "3 / 3 · 0 left"));
  cand_test_close (row);
}

/* A key in a large text, over its limit or not: in our own handlers no more than 0.3 ms, and here,
 * unoptimised and on a machine at work, ten times that. */
static void
test_quick (void)
{
  static const gint64 limits[] = { CAND_LIMIT_UNKNOWN, 250000, 190000, 100 };
  const gsize length = 200 * 1024;
  g_autofree char *text = g_strnfill (length, 'a');

  for (gsize i = 0; i < length; i += 7)
    text[i] = i % 70 == 0 ? '\n' : ' ';
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autoptr (CandField) field = cand_field_new ("q", CAND_FIELD_TYPE_PARAGRAPH, "Question");
      g_autoptr (CandAnswer) answer = NULL;
      double fastest = G_MAXDOUBLE;

      cand_field_set_max_length (field, limits[i]);
      answer = cand_answer_new (field);
      for (guint j = 0; j < 50; j++)
        {
          char *typed = g_strdup (text);
          g_autoptr (GTimer) timer = NULL;

          typed[1000] = 'a' + j % 26;
          timer = g_timer_new ();
          cand_answer_take_text (answer, typed);
          fastest = MIN (fastest, g_timer_elapsed (timer, NULL));
        }
      g_test_message ("limit %" G_GINT64_FORMAT ": %.3f ms", limits[i], fastest * 1000);
      g_assert_cmpfloat (fastest, <, 0.003);
    }
}

/* The same through the row, with its buffer. */
static void
test_quick_row (void)
{
  g_autofree char *text = g_strnfill (200 * 1024, 'a');
  g_autoptr (CandAnswer) answer = NULL;
  CandFieldRow *row = show_paragraph (190000, &answer);
  GtkTextBuffer *buffer = get_buffer (row);
  double fastest = G_MAXDOUBLE;

  for (gsize i = 0; i < 200 * 1024; i += 7)
    text[i] = i % 70 == 0 ? '\n' : ' ';
  cand_answer_set_text (answer, text);
  for (guint j = 0; j < 50; j++)
    {
      g_autoptr (GTimer) timer = g_timer_new ();

      gtk_text_buffer_insert_at_cursor (buffer, "x", 1);
      fastest = MIN (fastest, g_timer_elapsed (timer, NULL));
    }
  g_test_message ("%.3f ms", fastest * 1000);
  g_assert_cmpfloat (fastest, <, 0.02);
  cand_test_close (row);
}

static void
wait_ms (guint milliseconds)
{
  gint64 until = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < until)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (10000);
    }
}

static void
type_at_end (GtkEditable *text, const char *typed)
{
  int position = (int) g_utf8_strlen (gtk_editable_get_text (text), -1);

  gtk_editable_insert_text (text, typed, -1, &position);
}

#define NO_HOST "After the “@” there is a name with a dot inside, as in example.org."

/* While a person types nothing is said; after a pause it is, and stays until it is mended. */
static void
test_pause (void)
{
  g_autoptr (CandAnswer) answer = cand_test_answer_new (CAND_FIELD_TYPE_EMAIL, FALSE);
  CandFieldRow *row = cand_test_show_row (answer);
  GtkEditable *text = cand_test_find (row, GTK_TYPE_TEXT);

  gtk_widget_grab_focus (GTK_WIDGET (text));
  gtk_editable_set_text (text, "ada@example");
  cand_test_settle ();
  g_assert_false (is_invalid (row));
  wait_ms (1300);
  g_assert_true (is_invalid (row));
  g_assert_true (cand_test_says (row, NO_HOST));
  type_at_end (text, ".");
  g_assert_true (is_invalid (row));
  type_at_end (text, "o");
  g_assert_false (is_invalid (row));
  gtk_editable_delete_text (text, 12, 13);
  g_assert_cmpstr (gtk_editable_get_text (text), ==, "ada@example.");
  g_assert_false (is_invalid (row));
  cand_test_close (row);
}

/* What no more typing can mend is said at once. */
static void
test_at_once (void)
{
  g_autoptr (CandAnswer) answer = cand_test_answer_new (CAND_FIELD_TYPE_NUMBER, FALSE);
  CandFieldRow *row = cand_test_show_row (answer);
  GtkEditable *text = cand_test_find (row, GTK_TYPE_TEXT);

  gtk_widget_grab_focus (GTK_WIDGET (text));
  gtk_editable_set_text (text, "-");
  g_assert_false (is_invalid (row));
  gtk_editable_set_text (text, "4o");
  cand_test_settle ();
  g_assert_true (is_invalid (row));
  g_assert_true (cand_test_says (row, "A number is written in digits only."));
  gtk_editable_set_text (text, "40");
  g_assert_false (is_invalid (row));
  cand_test_close (row);
}

/* A legal text is folded, can be selected, and its addresses are links; what looks like markup or
 * like a dangerous link is not taken for one. */
static void
test_legal (void)
{
  g_autoptr (CandField) field = cand_field_new ("q", CAND_FIELD_TYPE_BOOLEAN, "Consent");
  g_autoptr (CandAnswer) answer = NULL;
  g_autofree char *words = g_strnfill (3000, 'x');
  g_autofree char *helper = NULL;
  CandFieldRow *row;
  GtkLabel *label;
  GtkWidget *button;

  for (guint i = 9; i < 3000; i += 10)
    words[i] = ' ';
  helper = g_strdup_printf ("See https://example.org/a?b=1&c=2. <b>javascript:alert(1)</b> %send",
                            words);
  cand_field_set_helper (field, helper);
  answer = cand_answer_new (field);
  row = cand_test_show_row (answer);
  button = cand_test_find_button (row, "Show All");
  label = GTK_LABEL (gtk_widget_get_prev_sibling (button));
  g_assert_true (gtk_widget_get_visible (button));
  g_assert_true (gtk_label_get_selectable (label));
  g_assert_cmpint (g_utf8_strlen (gtk_label_get_text (label), -1), <=, 601);
  g_assert_true (g_str_has_suffix (gtk_label_get_text (label), "xxxxxxxxx…"));
  g_assert_true (g_str_has_prefix (gtk_label_get_label (label),
                                   "See <a href=\"https://example.org/a?b=1&amp;c=2\">"
                                   "https://example.org/a?b=1&amp;c=2</a>. "
                                   "&lt;b&gt;javascript:alert(1)&lt;/b&gt; xxxxxxxxx "));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (gtk_label_get_text (label), ==, helper);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "Show Less");
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (g_str_has_suffix (gtk_label_get_text (label), "xxxxxxxxx…"));
  cand_test_close (row);
}

/* A file or a text, below one question. */
static void
test_alternative (void)
{
  g_autoptr (CandField) file = cand_field_new ("resume", CAND_FIELD_TYPE_FILE, "Resume");
  g_autoptr (CandField) text =
      cand_field_new ("resume_text", CAND_FIELD_TYPE_PARAGRAPH, "Resume (as text)");
  g_autoptr (CandAnswer) answer = NULL;
  g_autoptr (CandAnswer) other = NULL;
  CandFieldRow *row, *inner;
  GtkWidget *reveal;

  cand_field_set_required (file, TRUE);
  cand_field_set_alternative (text, "resume");
  answer = cand_answer_new (file);
  other = cand_answer_new (text);
  cand_answer_set_alternative (answer, other);
  row = cand_test_show_row (answer);
  inner = cand_field_row_new (NULL, NULL, other);
  cand_alternative_attach (row, inner);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (row))));

  g_assert_true (cand_test_says (row, "A file or a text: one of the two is enough."));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (inner)));
  cand_field_row_mark (row);
  g_assert_true (is_invalid (row));
  reveal = cand_test_find_button (row, "Write a Text Instead");
  g_signal_emit_by_name (reveal, "clicked");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (inner)));
  g_assert_false (gtk_widget_get_visible (reveal));
  gtk_text_buffer_set_text (get_buffer (inner), "Ten years of engines", -1);
  g_assert_cmpstr (cand_answer_get_text (other), ==, "Ten years of engines");
  g_assert_false (is_invalid (row));
  g_assert_false (cand_field_row_get_bad (row));
  cand_test_close (row);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();

  g_test_add_func ("/checks/counter", test_counter);
  g_test_add_func ("/checks/cut", test_cut);
  g_test_add_func ("/checks/cut-line", test_cut_line);
  g_test_add_func ("/checks/quick", test_quick);
  g_test_add_func ("/checks/quick-row", test_quick_row);
  g_test_add_func ("/checks/pause", test_pause);
  g_test_add_func ("/checks/at-once", test_at_once);
  g_test_add_func ("/checks/legal", test_legal);
  g_test_add_func ("/checks/alternative", test_alternative);
  return g_test_run ();
}
