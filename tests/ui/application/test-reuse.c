/* test-reuse.c: earlier answers and earlier versions, offered, shown, put in and taken back
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "cand-test-rows.h"
#include "core/store/cand-statement.h"
#include "lib/cand-test.h"
#include "ui/application/cand-application-page.h"
#include "ui/application/cand-earlier-dialog.h"

#define ESSAY                                                                                      \
  "I have welded gates, rails and bridges for twelve years, on the ground and high above it, and " \
  "never left a seam that I would not stand under."

typedef struct
{
  CandTestDraft *draft;
  GtkWidget *overlay;
  GtkWidget *window;
} Fixture;

static void
execute (CandTestDraft *draft, const char *sql)
{
  g_autofree char *path = g_build_filename (draft->directory, "candidacy.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CandConnection) connection =
      cand_connection_open (path, CAND_CONNECTION_READ_WRITE, &error);

  g_assert_no_error (error);
  cand_connection_execute (connection, sql, &error);
  g_assert_no_error (error);
}

/* Another application to the same employer, handed off: the same form, and a cover letter. */
static void
add_application (CandTestDraft *draft)
{
  execute (draft, "INSERT INTO application (id, position, status, created, updated) "
                  "SELECT 100, p.id, 2, 1777680000, 1777723200 FROM position p, application a "
                  "WHERE p.id <> a.position ORDER BY p.id LIMIT 1;"
                  "INSERT INTO application_form (application, json) "
                  "SELECT 100, json FROM application_form LIMIT 1;"
                  "UPDATE position SET title = 'Welder' "
                  "WHERE id = (SELECT position FROM application WHERE id = 100);"
                  "INSERT INTO answer (application, field, text, written, kept) "
                  "VALUES (100, 'cover_letter', '" ESSAY "', 0, 0)");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  CandApplicationPage *page;

  fixture->draft = cand_test_draft_new ();
  if (data != NULL)
    add_application (fixture->draft);
  page = cand_application_page_new (fixture->draft->library, fixture->draft->application);
  fixture->overlay = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (fixture->overlay), GTK_WIDGET (page));
  fixture->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->overlay);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  cand_test_settle ();
  cand_test_draft_free (fixture->draft);
}

/* The first button below @root that says @label and is shown; NULL for none. */
static GtkWidget *
find_shown_button (GtkWidget *root, const char *label)
{
  if (GTK_IS_BUTTON (root) && gtk_widget_get_mapped (root) &&
      g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_shown_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
wait_for_button (GtkWidget *root, const char *label)
{
  GtkWidget *button;

  while ((button = find_shown_button (root, label)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return button;
}

static void
wait_until_said (GtkWidget *root, const char *text)
{
  while (!cand_test_says (root, text))
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_text (CandAnswer *answer, const char *text)
{
  while (g_strcmp0 (cand_answer_get_text (answer), text) != 0)
    g_main_context_iteration (NULL, TRUE);
}

static CandAnswer *
get_answer (Fixture *fixture, const char *field)
{
  CandAnswer *answer = cand_application_find_answer (fixture->draft->application, field);

  g_assert_nonnull (answer);
  return answer;
}

static void
save (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  cand_library_save_async (fixture->draft->library, fixture->draft->application, NULL,
                           cand_test_keep_result, &result);
  cand_library_save_finish (fixture->draft->library, cand_test_wait_result (&result), &error);
  g_assert_no_error (error);
}

static void
click (GtkWidget *button)
{
  g_signal_emit_by_name (button, "clicked");
}

/* Offered, not put in; put in when asked for; then told to be read; taken back. */
static void
test_offer (Fixture *fixture, gconstpointer data)
{
  CandAnswer *answer = get_answer (fixture, "cover_letter");
  GtkWidget *button = wait_for_button (fixture->window, "Earlier Answers (1)…");

  g_assert_cmpstr (cand_answer_get_text (answer), ==, "");
  click (button);
  wait_until_said (fixture->window, ESSAY);
  g_assert_true (cand_test_says (fixture->window, "Same question"));
  g_assert_true (cand_test_says (fixture->window, "141 characters, fits"));
  g_assert_true (cand_test_says (
      fixture->window, "Hugging Face, Welder · Handed Off · 2 May 2026 · read by this employer"));
  click (wait_for_button (fixture->window, "_Use"));
  wait_for_text (answer, ESSAY);
  click (wait_for_button (fixture->window, "_Undo"));
  wait_for_text (answer, "");
}

/* The first label below @root that begins with @text and is shown; NULL for none. */
static GtkWidget *
find_label (GtkWidget *root, const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root) &&
      g_str_has_prefix (gtk_label_get_text (GTK_LABEL (root)), text))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);
  return found;
}

static gboolean
note_is_shown (GtkWidget *root)
{
  return find_label (root, "Hugging Face has already read this ") != NULL;
}

/* The note comes with the paragraph, and goes with it. */
static void
test_note (Fixture *fixture, gconstpointer data)
{
  CandAnswer *answer = get_answer (fixture, "cover_letter");

  wait_for_button (fixture->window, "Earlier Answers (1)…");
  g_assert_false (note_is_shown (fixture->window));
  cand_answer_set_text (answer, "Dear all,\n\n" ESSAY "\n");
  while (!note_is_shown (fixture->window))
    g_main_context_iteration (NULL, TRUE);
  cand_answer_set_text (answer, "Dear all");
  while (note_is_shown (fixture->window))
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
find_row (GtkWidget *root, CandAnswer *answer)
{
  if (CAND_IS_FIELD_ROW (root) && cand_field_row_get_answer (CAND_FIELD_ROW (root)) == answer)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, answer);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Compared with what is there now, restored, and that taken back again. */
static void
test_earlier (Fixture *fixture, gconstpointer data)
{
  CandAnswer *answer = get_answer (fixture, "cover_letter");
  GtkWidget *view;

  cand_answer_set_text (answer, "I like brown foxes, and have always liked them");
  save (fixture);
  cand_answer_set_text (answer, "I like dogs");
  save (fixture);
  click (cand_test_find_button (find_row (fixture->window, answer), "Earlier Versions…"));
  view = cand_test_find (fixture->window, CAND_TYPE_EARLIER_DIALOG);
  wait_until_said (view, "I like brown foxes, and have always liked them");
  g_signal_emit_by_name (cand_test_find (view, ADW_TYPE_ACTION_ROW), "activated");
  wait_until_said (view, "Restoring takes away 1 word (struck through) and brings back 7 words "
                         "(underlined).");
  click (wait_for_button (view, "_Restore"));
  wait_for_text (answer, "I like brown foxes, and have always liked them");
  /* Not old enough for a version of its own, and kept all the same. */
  save (fixture);
  click (wait_for_button (fixture->window, "_Undo"));
  wait_for_text (answer, "I like dogs");
}

/* A letter of many lines takes three in the list. */
static void
test_earlier_lines (Fixture *fixture, gconstpointer data)
{
  CandAnswer *answer = get_answer (fixture, "cover_letter");
  GString *letter = g_string_new (NULL);
  GtkWidget *view, *label;

  for (guint i = 0; i < 32; i++)
    g_string_append_printf (letter, "Line %u\n", i);
  cand_answer_set_text (answer, letter->str);
  g_string_free (letter, TRUE);
  save (fixture);
  cand_answer_set_text (answer, "I like dogs");
  save (fixture);
  click (cand_test_find_button (find_row (fixture->window, answer), "Earlier Versions…"));
  view = cand_test_find (fixture->window, CAND_TYPE_EARLIER_DIALOG);
  while ((label = find_label (view, "Line 0 Line 1 ")) == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_test_widget_wait_for_draw (view);
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (label))), <=, 3);
}

/* A line of text has no button of its own for it: it comes with the first earlier version. */
static void
test_earlier_offer (Fixture *fixture, gconstpointer data)
{
  CandAnswer *answer = get_answer (fixture, "firstname");

  cand_answer_set_text (answer, "Ada");
  save (fixture);
  g_assert_null (find_shown_button (fixture->window, "_Earlier Versions…"));
  execute (fixture->draft, "UPDATE answer SET kept = 1000, written = 1000");
  cand_answer_set_text (answer, "Ida");
  save (fixture);
  click (wait_for_button (fixture->window, "_Earlier Versions…"));
  wait_until_said (fixture->window, "Ada");
}

/* A page that goes while something is looked up. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 20; i++)
    {
      GtkWidget *page = GTK_WIDGET (
          cand_application_page_new (fixture->draft->library, fixture->draft->application));
      gint64 until = g_get_monotonic_time () + (280 + i * 4) * 1000;

      adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (fixture->overlay), page);
      g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
      while (g_get_monotonic_time () < until)
        g_main_context_iteration (NULL, FALSE);
      adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (fixture->overlay), NULL);
      while (page != NULL)
        g_main_context_iteration (NULL, FALSE);
    }
}

#define ADD(path, func, data) g_test_add (path, Fixture, data, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/reuse/offer", test_offer, "another");
  ADD ("/reuse/note", test_note, "another");
  ADD ("/reuse/earlier", test_earlier, NULL);
  ADD ("/reuse/earlier-offer", test_earlier_offer, NULL);
  ADD ("/reuse/earlier-lines", test_earlier_lines, NULL);
  ADD ("/reuse/gone", test_gone, "another");
  return g_test_run ();
}
