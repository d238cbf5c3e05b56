/* test-spelling.c: unknown words are marked in the language of the text, and nothing else changes
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include "cand-test-rows.h"
#include "ui/application/cand-spelling.h"

static char *
choose (const char *const *codes, const char *const *preferred, guint n)
{
  g_auto (GStrv) chosen = cand_spelling_choose_codes (codes, preferred, n);

  return g_strjoinv (" ", chosen);
}

static void
test_codes (void)
{
  const char *const codes[] = { "en_US", "fr", "fr_BE", "fr_CA", "de_AT", "de_DE", NULL };
  const char *const canadian[] = { "fr_CA.UTF-8", "fr_CA", "fr.UTF-8", "fr", "C", NULL };
  const char *const german[] = { "de", "en_GB", "C", NULL };
  const char *const none[] = { NULL };
  g_autofree char *first = choose (codes, canadian, 6);
  g_autofree char *second = choose (codes, german, 2);
  g_autofree char *third = choose (codes, none, 6);
  g_autofree char *fourth = choose (none, german, 6);

  g_assert_cmpstr (first, ==, "fr_CA en_US de_AT");
  g_assert_cmpstr (second, ==, "de_AT en_US");
  g_assert_cmpstr (third, ==, "en_US fr de_AT");
  g_assert_cmpstr (fourth, ==, "");
}

/* Waits at most so long for the view to be checked in a language that begins with @code. */
static gboolean
wait_for_language (GtkTextView *view, const char *code)
{
  gint64 until = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  while (g_get_monotonic_time () < until)
    {
      const char *language = cand_spelling_get_language (view);

      if (language != NULL && g_str_has_prefix (language, code))
        return TRUE;
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (10000);
    }
  return FALSE;
}

/* The language follows the text; neither it nor the marks are edits, or steps of undo. */
static void
test_language (void)
{
  g_autoptr (CandAnswer) answer = cand_test_answer_new (CAND_FIELD_TYPE_PARAGRAPH, FALSE);
  CandFieldRow *row = cand_test_show_row (answer);
  GtkTextView *view = cand_test_find (row, GTK_TYPE_TEXT_VIEW);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  guint edits = 0;

#ifndef HAVE_SPELLING
  g_test_skip ("Built without libspelling");
  cand_test_close (row);
  return;
#endif
  gtk_widget_grab_focus (GTK_WIDGET (view));
  cand_test_settle ();
  if (cand_spelling_get_language (view) == NULL)
    {
      g_test_skip ("There is no dictionary");
      cand_test_close (row);
      return;
    }

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert_at_cursor (
      buffer, "Je voudrais travailler avec vous parce que votre équipe est très forte.", -1);
  gtk_text_buffer_end_user_action (buffer);
  g_signal_connect_swapped (answer, "notify::text", G_CALLBACK (cand_test_count), &edits);
  g_assert_true (wait_for_language (view, "fr"));
  g_assert_cmpuint (edits, ==, 0);

  gtk_text_buffer_undo (buffer);
  g_assert_cmpstr (cand_answer_get_text (answer), ==, "");
  g_assert_false (gtk_text_buffer_get_can_undo (buffer));
  gtk_text_buffer_insert_at_cursor (
      buffer, "I would like to work with you because your team is very strong.", -1);
  g_assert_true (wait_for_language (view, "en"));
  g_assert_cmpstr (cand_answer_get_text (answer), ==,
                   "I would like to work with you because your team is very strong.");
  cand_test_close (row);
}

/* A very long text is not checked, and is again once it is shorter. */
static void
test_long (void)
{
  g_autoptr (CandAnswer) answer = cand_test_answer_new (CAND_FIELD_TYPE_PARAGRAPH, FALSE);
  g_autofree char *text = g_strnfill (CAND_SPELLING_LONGEST + 1, 'a');
  CandFieldRow *row = cand_test_show_row (answer);
  GtkTextView *view = cand_test_find (row, GTK_TYPE_TEXT_VIEW);

  for (gsize i = 0; i <= CAND_SPELLING_LONGEST; i += 8)
    text[i] = ' ';
  gtk_widget_grab_focus (GTK_WIDGET (view));
  cand_test_settle ();
  if (cand_spelling_get_language (view) == NULL)
    {
      g_test_skip ("Nothing to check with");
      cand_test_close (row);
      return;
    }
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
  g_assert_null (cand_spelling_get_language (view));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, CAND_SPELLING_LONGEST);
  g_assert_nonnull (cand_spelling_get_language (view));
  cand_test_close (row);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();

  g_test_add_func ("/spelling/codes", test_codes);
  g_test_add_func ("/spelling/language", test_language);
  g_test_add_func ("/spelling/long", test_long);
  return g_test_run ();
}
