/* test-spelling.c: unknown words are marked in the language of the text, and nothing else changes
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include "cand-test-rows.h"
#include "ui/application/cand-address-tag.h"
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

static void
test_addresses (void)
{
  const char *const addresses[] = {
    "https://huggingface.co/ada", "(http://localhost:8000)", "www.example.org,", "github.com/ada",
    "<ada.lovelace@example.org>", "mailto:ada@example.org",
  };
  const char *const words[] = {
    "", "and/or", "@ada", "etc./others", "M.Sc./B.Sc.", "e.g.", "://", "ada@", "@", "3/4", "/", "…",
  };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    g_assert_true (cand_address_tag_is_address (addresses[i]));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_false (cand_address_tag_is_address (words[i]));
}

/* What has the tag in @buffer, in brackets. */
static char *
dup_tagged (GtkTextBuffer *buffer, GtkTextTag *tag)
{
  GString *tagged = g_string_new (NULL);
  GtkTextIter start, end;

  gtk_text_buffer_get_start_iter (buffer, &start);
  while (gtk_text_iter_has_tag (&start, tag) || gtk_text_iter_forward_to_tag_toggle (&start, tag))
    {
      g_autofree char *text = NULL;

      if (gtk_text_iter_is_end (&start))
        break;
      end = start;
      gtk_text_iter_forward_to_tag_toggle (&end, tag);
      text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
      g_string_append_printf (tagged, "[%s]", text);
      start = end;
    }
  return g_string_free_and_steal (tagged);
}

static void
assert_tagged (GtkTextBuffer *buffer, const char *expected)
{
  g_autofree char *tagged = dup_tagged (
      buffer, gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), CAND_ADDRESS_TAG));

  g_assert_cmpstr (tagged, ==, expected);
}

/* The tag follows what is written, key by key. */
static void
test_address_edits (void)
{
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  const char *keys = "See https://example.org/ada or ada@example.org";
  GtkTextIter start, end;

  gtk_text_buffer_set_text (buffer, "At www.example.org", -1);
  cand_address_tag_attach (buffer, 200);
  assert_tagged (buffer, "[www.example.org]");
  gtk_text_buffer_set_text (buffer, "", -1);
  for (const char *key = keys; *key != '\0'; key++)
    gtk_text_buffer_insert_at_cursor (buffer, key, 1);
  assert_tagged (buffer, "[https://example.org/ada][ada@example.org]");

  /* A blank parts it, and the first part is none any more. */
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 12);
  gtk_text_buffer_insert (buffer, &start, " ", 1);
  assert_tagged (buffer, "[https:// example.org/ada][ada@example.org]");
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 9);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 12);
  gtk_text_buffer_delete (buffer, &start, &end);
  assert_tagged (buffer, "[ example.org/ada][ada@example.org]");

  /* Above the limit nothing is looked at, until the text is short again. */
  for (guint i = 0; i < 20; i++)
    gtk_text_buffer_insert_at_cursor (buffer, " some words", -1);
  gtk_text_buffer_insert_at_cursor (buffer, " www.example.org", -1);
  assert_tagged (buffer, "[ example.org/ada][ada@example.org]");
  cand_address_tag_update (buffer);
  assert_tagged (buffer, "[ example.org/ada][ada@example.org][www.example.org]");
}

static void
keep_mark (GtkTextTag *tag, gpointer mark)
{
  PangoUnderline underline;

  g_object_get (tag, "underline", &underline, NULL);
  if (underline == PANGO_UNDERLINE_ERROR || underline == PANGO_UNDERLINE_ERROR_LINE)
    *(GtkTextTag **) mark = tag;
}

/* Waits at most so long for exactly these words to be marked. */
static gboolean
wait_for_marks (GtkTextBuffer *buffer, const char *expected)
{
  gint64 until = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;
  GtkTextTag *mark = NULL;

  gtk_text_tag_table_foreach (gtk_text_buffer_get_tag_table (buffer), keep_mark, &mark);
  g_assert_nonnull (mark);
  while (g_get_monotonic_time () < until)
    {
      g_autofree char *marked = dup_tagged (buffer, mark);

      if (g_str_equal (marked, expected))
        return TRUE;
      cand_test_settle ();
      g_usleep (10000);
    }
  return FALSE;
}

/* Unknown words are marked, and those of an address are not. */
static void
test_address_unmarked (void)
{
  g_autoptr (CandAnswer) answer = cand_test_answer_new (CAND_FIELD_TYPE_PARAGRAPH, FALSE);
  CandFieldRow *row = cand_test_show_row (answer);
  GtkTextView *view = cand_test_find (row, GTK_TYPE_TEXT_VIEW);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  const char *keys =
      "I would like zzqx to see https://qqxz.org/xqzz and xzqz@qxqz.org with qwqw you ";

  gtk_widget_grab_focus (GTK_WIDGET (view));
  cand_test_settle ();
  if (cand_spelling_get_language (view) == NULL)
    {
      g_test_skip ("Nothing to check with");
      cand_test_close (row);
      return;
    }
  for (const char *key = keys; *key != '\0'; key++)
    {
      gtk_text_buffer_insert_at_cursor (buffer, key, 1);
      cand_test_settle ();
      g_usleep (5000);
    }
  g_assert_true (wait_for_marks (buffer, "[zzqx][qwqw]"));
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
  g_test_add_func ("/spelling/addresses", test_addresses);
  g_test_add_func ("/spelling/address-edits", test_address_edits);
  g_test_add_func ("/spelling/address-unmarked", test_address_unmarked);
  return g_test_run ();
}
