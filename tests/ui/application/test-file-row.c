/* test-file-row.c: attaching a file, with the library behind the row
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <utime.h>

#include "core/library/cand-file-text.h"
#include "cand-test-rows.h"
#include "ui/application/cand-file-compare-dialog.h"
#include "ui/application/cand-file-note.h"
#include "ui/application/cand-file-row.h"
#include "ui/application/cand-page-drop.h"

static CandAnswer *
find_file_answer (CandApplication *application)
{
  GListModel *answers = cand_application_get_answers (application);

  for (guint i = 0; i < g_list_model_get_n_items (answers); i++)
    {
      g_autoptr (CandAnswer) answer = g_list_model_get_item (answers, i);

      if (cand_field_get_field_type (cand_answer_get_field (answer)) == CAND_FIELD_TYPE_FILE)
        return answer;
    }
  g_assert_not_reached ();
}

static GFile *
make_file (CandTestDraft *draft, const char *name)
{
  g_autofree char *path = g_build_filename (draft->directory, name, NULL);

  g_assert_true (g_file_set_contents (path, "%PDF-1.7", -1, NULL));
  return g_file_new_for_path (path);
}

static void
attach (CandFieldRow *row, GFile *file)
{
  GtkWidget *choose = cand_field_row_get_input (row);

  cand_file_row_attach (CAND_FILE_ROW (row), file);
  g_assert_false (gtk_widget_get_sensitive (choose));
  while (!gtk_widget_get_sensitive (choose))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_attach (void)
{
  g_autoptr (CandTestDraft) draft = cand_test_draft_new ();
  CandAnswer *answer = find_file_answer (draft->application);
  GtkWidget *window = adw_window_new ();
  CandFieldRow *row = cand_field_row_new (draft->library, draft->application, answer);
  GtkAccessible *choose = GTK_ACCESSIBLE (cand_field_row_get_input (row));
  g_autoptr (GFile) program = make_file (draft, "program.exe");
  g_autoptr (GFile) resume = make_file (draft, "resume.pdf");

  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (row));
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);

  attach (row, program);
  g_assert_null (cand_answer_get_attachment (answer));
  cand_test_settle ();
  g_assert_true (cand_test_says (row, "“program.exe” is not of a type that is taken here: "
                                      ".pdf, .doc, .docx, .odt, .rtf."));
  gtk_test_accessible_assert_state (choose, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_true (gtk_test_accessible_has_relation (choose, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE));

  attach (row, resume);
  g_assert_nonnull (cand_answer_get_attachment (answer));
  cand_test_settle ();
  g_assert_true (cand_test_says (row, "resume.pdf"));
  gtk_test_accessible_assert_state (choose, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_FALSE);

  g_signal_emit_by_name (cand_test_find_button (row, "Remove File"), "clicked");
  cand_test_settle ();
  g_assert_null (cand_answer_get_attachment (answer));
  g_assert_false (cand_test_says (row, "resume.pdf"));

  g_assert_true (cand_test_says (row, "Removed resume.pdf"));
  g_signal_emit_by_name (cand_test_find_button (row, "_Undo"), "clicked");
  cand_test_settle ();
  g_assert_cmpstr (cand_attachment_get_name (cand_answer_get_attachment (answer)), ==,
                   "resume.pdf");
  g_assert_true (g_file_test (cand_attachment_get_path (cand_answer_get_attachment (answer)),
                              G_FILE_TEST_IS_REGULAR));
  g_assert_true (cand_test_says (row, "resume.pdf"));
  g_assert_false (cand_test_says (row, "Removed resume.pdf"));
  while (cand_application_get_save_state (draft->application) == CAND_SAVE_STATE_SAVING)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (cand_application_get_save_state (draft->application), ==, CAND_SAVE_STATE_SAVED);
  gtk_window_destroy (GTK_WINDOW (window));
}

static CandFieldRow *
show_row (CandTestDraft *draft, CandAnswer *answer)
{
  GtkWidget *window = adw_window_new ();
  CandFieldRow *row = cand_field_row_new (draft->library, draft->application, answer);

  gtk_window_set_default_size (GTK_WINDOW (window), 600, 500);
  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (row));
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  return row;
}

static void
test_replace (void)
{
  g_autoptr (CandTestDraft) draft = cand_test_draft_new ();
  CandAnswer *answer = find_file_answer (draft->application);
  CandFieldRow *row;
  g_autoptr (GFile) first = make_file (draft, "first.pdf");
  g_autofree char *path = g_build_filename (draft->directory, "second.pdf", NULL);
  g_autoptr (GFile) second = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, "%PDF-1.7 of another kind", -1, NULL));
  row = show_row (draft, answer);
  attach (row, first);
  g_assert_false (cand_test_says (row, "Replaced first.pdf"));
  /* The same once more replaces nothing. */
  attach (row, first);
  cand_test_settle ();
  g_assert_false (cand_test_says (row, "Replaced first.pdf"));

  attach (row, second);
  cand_test_settle ();
  g_assert_true (cand_test_says (row, "second.pdf"));
  g_assert_true (cand_test_says (row, "Replaced first.pdf"));
  g_signal_emit_by_name (cand_test_find_button (row, "_Undo"), "clicked");
  cand_test_settle ();
  g_assert_cmpstr (cand_attachment_get_name (cand_answer_get_attachment (answer)), ==, "first.pdf");
  g_assert_true (g_file_test (cand_attachment_get_path (cand_answer_get_attachment (answer)),
                              G_FILE_TEST_IS_REGULAR));
  g_assert_false (cand_test_says (row, "Replaced first.pdf"));
  cand_test_close (row);
}

/* As saved by another program, at a time of its own. */
static void
rewrite (GFile *file, const char *contents, gint64 modified)
{
  const struct utimbuf times = { modified, modified };

  g_assert_true (g_file_set_contents (g_file_peek_path (file), contents, -1, NULL));
  g_assert_cmpint (utime (g_file_peek_path (file), &times), ==, 0);
}

/* Until the row says it, which it does after looking at the disk. */
static void
wait_for (gpointer root, const char *text, gboolean said)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (cand_test_says (root, text) != said)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
}

#define CHANGED "resume.txt has changed on disk since you attached it"

static void
test_changed (void)
{
  g_autoptr (CandTestDraft) draft = cand_test_draft_new ();
  CandAnswer *answer = find_file_answer (draft->application);
  g_autofree char *path = g_build_filename (draft->directory, "resume.txt", NULL);
  g_autoptr (GFile) resume = g_file_new_for_path (path);
  CandFieldRow *row = show_row (draft, answer);
  CandFileNote *note = cand_test_find (row, CAND_TYPE_FILE_NOTE);
  g_autofree char *hash = NULL;

  cand_field_set_file_types (cand_answer_get_field (answer), NULL);
  rewrite (resume, "Wrote the first program", 1700000000);
  attach (row, resume);
  hash = g_strdup (cand_attachment_get_sha256 (cand_answer_get_attachment (answer)));
  g_assert_false (cand_test_says (row, CHANGED));

  rewrite (resume, "Wrote the very first program", 1700000100);
  cand_file_note_look (note);
  wait_for (row, CHANGED, TRUE);
  g_signal_emit_by_name (cand_test_find_button (row, "_Keep"), "clicked");
  wait_for (row, CHANGED, FALSE);
  g_assert_cmpstr (cand_attachment_get_sha256 (cand_answer_get_attachment (answer)), ==, hash);

  /* Known, until it changes once more. */
  cand_file_note_look (note);
  rewrite (resume, "Wrote the very first of all programs", 1700000200);
  cand_test_settle ();
  cand_file_note_look (note);
  wait_for (row, CHANGED, TRUE);
  g_signal_emit_by_name (cand_test_find_button (row, "_Replace"), "clicked");
  wait_for (row, CHANGED, FALSE);
  while (!gtk_widget_get_sensitive (cand_field_row_get_input (row)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (cand_attachment_get_size (cand_answer_get_attachment (answer)), ==, 36);

  g_assert_true (g_file_delete (resume, NULL, NULL));
  cand_file_note_look (note);
  cand_test_settle ();
  g_assert_false (cand_test_says (row, CHANGED));
  cand_test_close (row);
}

static void
test_compare (void)
{
  g_autoptr (CandTestDraft) draft = cand_test_draft_new ();
  CandAnswer *answer = find_file_answer (draft->application);
  g_autofree char *path = g_build_filename (draft->directory, "resume.txt", NULL);
  g_autoptr (GFile) resume = g_file_new_for_path (path);
  CandFieldRow *row = show_row (draft, answer);
  AdwDialog *dialog;

  cand_field_set_file_types (cand_answer_get_field (answer), NULL);
  rewrite (resume, "Wrote the first program", 1700000000);
  attach (row, resume);
  rewrite (resume, "Wrote the very first <program>", 1700000100);
  cand_file_note_look (cand_test_find (row, CAND_TYPE_FILE_NOTE));
  wait_for (row, CHANGED, TRUE);
  g_signal_emit_by_name (cand_test_find_button (row, "_Compare…"), "clicked");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (gtk_widget_get_root (GTK_WIDGET (row))));
  g_assert_true (CAND_IS_FILE_COMPARE_DIALOG (dialog));
  wait_for (dialog, "0 words removed, 1 word added", TRUE);
  g_assert_true (cand_test_says (dialog, "Wrote the very first <program>"));
  adw_dialog_force_close (dialog);
  cand_test_close (row);
}

static void
test_scan (void)
{
  g_autoptr (CandTestDraft) draft = cand_test_draft_new ();
  CandAnswer *answer = find_file_answer (draft->application);
  const char *hint = "This PDF contains no text; some employers’ systems read CVs as text";
  const char *folder = g_getenv ("CAND_TEST_FIXTURES");
  g_autoptr (GFile) scan = g_file_new_build_filename (folder, "files", "scan.pdf", NULL);
  g_autoptr (GFile) written = g_file_new_build_filename (folder, "files", "cv.pdf", NULL);
  g_autoptr (GFile) broken = make_file (draft, "broken.pdf");
  g_autoptr (GFile) page = make_file (draft, "page.pdf");
  CandFieldRow *row;

  if (g_getenv ("CAND_TEST_PDF_TEXT") == NULL)
    {
      g_test_skip ("Built without poppler");
      return;
    }
  cand_file_text_set_program (g_getenv ("CAND_TEST_PDF_TEXT"));
  row = show_row (draft, answer);
  attach (row, scan);
  wait_for (row, hint, TRUE);
  attach (row, written);
  wait_for (row, hint, FALSE);
  attach (row, broken);
  wait_for (row, "This PDF cannot be read: it may be damaged, or locked with a password", TRUE);
  g_assert_true (g_file_replace_contents (page, "<html>", 6, NULL, FALSE, 0, NULL, NULL, NULL));
  attach (row, page);
  wait_for (row, "This is not a PDF, whatever its name says", TRUE);
  cand_test_close (row);
}

static void
test_page_drop (void)
{
  g_autoptr (CandTestDraft) draft = cand_test_draft_new ();
  CandAnswer *answer = find_file_answer (draft->application);
  g_autoptr (CandAnswer) text = cand_test_answer_new (CAND_FIELD_TYPE_TEXT, FALSE);
  g_autoptr (CandAnswer) second = cand_test_answer_new (CAND_FIELD_TYPE_FILE, FALSE);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  static const char *const pictures[] = { ".PNG", ".jpg", NULL };
  g_autoptr (GFile) resume = make_file (draft, "resume.pdf");
  g_autoptr (GFile) program = make_file (draft, "program.exe");
  CandFieldRow *row = show_row (draft, answer);
  CandFieldRow *other = cand_test_show_row (second);
  CandFieldRow *line = cand_test_show_row (text);
  GtkWidget *page = GTK_WIDGET (row);
  AdwDialog *dialog;

  g_ptr_array_add (rows, line);
  g_assert_false (cand_page_drop_file (page, rows, resume));

  g_ptr_array_add (rows, row);
  g_assert_true (cand_page_drop_file (page, rows, resume));
  while (cand_answer_get_attachment (answer) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (cand_attachment_get_name (cand_answer_get_attachment (answer)), ==,
                   "resume.pdf");
  cand_answer_set_attachment (answer, NULL);

  /* Only one of several takes it; then none. */
  g_ptr_array_add (rows, other);
  cand_field_set_file_types (cand_answer_get_field (second), pictures);
  g_assert_true (cand_page_drop_file (page, rows, resume));
  while (cand_answer_get_attachment (answer) == NULL)
    g_main_context_iteration (NULL, TRUE);
  cand_answer_set_attachment (answer, NULL);
  g_assert_true (cand_page_drop_file (page, rows, program));
  cand_test_settle ();
  g_assert_null (adw_window_get_visible_dialog (ADW_WINDOW (gtk_widget_get_root (page))));
  g_assert_null (cand_answer_get_attachment (answer));

  /* Which of several is asked. */
  cand_field_set_file_types (cand_answer_get_field (second), NULL);
  g_assert_true (cand_page_drop_file (page, rows, resume));
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (gtk_widget_get_root (page)));
  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  g_assert_null (cand_answer_get_attachment (answer));
  g_signal_emit_by_name (cand_test_find (dialog, ADW_TYPE_BUTTON_ROW), "activated");
  while (cand_answer_get_attachment (answer) == NULL)
    g_main_context_iteration (NULL, TRUE);
  cand_test_close (other);
  cand_test_close (line);
  cand_test_close (row);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();

  g_test_add_func ("/file-row/attach", test_attach);
  g_test_add_func ("/file-row/replace", test_replace);
  g_test_add_func ("/file-row/changed", test_changed);
  g_test_add_func ("/file-row/compare", test_compare);
  g_test_add_func ("/file-row/scan", test_scan);
  g_test_add_func ("/file-row/page-drop", test_page_drop);
  return g_test_run ();
}
