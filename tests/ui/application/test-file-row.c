/* test-file-row.c: attaching a file, with the library behind the row
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "cand-test-rows.h"
#include "ui/application/cand-file-row.h"

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

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();

  g_test_add_func ("/file-row/attach", test_attach);
  return g_test_run ();
}
