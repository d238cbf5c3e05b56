/* test-application.c: one person's application
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/model/cand-application.h"

#include "model-test.h"

#define POSITION_KEY "workable:huggingface:0BD8C06DB3"

typedef struct
{
  guint n;
  CandAnswer *last;
  guint missing;
} Edits;

static void
edited_cb (CandApplication *application, CandAnswer *answer, Edits *edits)
{
  edits->n++;
  edits->last = answer;
  edits->missing = cand_application_get_missing (application);
}

static CandForm *
make_form (void)
{
  CandForm *form = cand_form_new (CAND_FORM_SOURCE_STANDARD);
  g_autoptr (CandField) name = cand_field_new ("name", CAND_FIELD_TYPE_TEXT, "Name");
  g_autoptr (CandField) resume = cand_field_new ("resume", CAND_FIELD_TYPE_FILE, "Résumé");
  g_autoptr (CandField) notes = cand_field_new ("notes", CAND_FIELD_TYPE_PARAGRAPH, "Notes");
  guint section;

  cand_field_set_required (name, TRUE);
  cand_field_set_required (resume, TRUE);
  section = cand_form_add_section (form, "a", "A");
  cand_form_add_field (form, section, name);
  cand_form_add_field (form, section, resume);
  section = cand_form_add_section (form, "b", "B");
  cand_form_add_field (form, section, notes);
  return form;
}

static void
test_defaults (void)
{
  CandApplication *application = cand_application_new (3, POSITION_KEY);
  gint64 id;

  g_assert_cmpint (cand_application_get_id (application), ==, 3);
  g_object_get (application, "id", &id, NULL);
  g_assert_cmpint (id, ==, 3);
  g_assert_cmpstr (cand_application_get_position_key (application), ==, POSITION_KEY);
  model_test_assert_string (application, "position-key", POSITION_KEY);
  g_assert_cmpstr (cand_application_get_title (application), ==, "");
  g_assert_cmpstr (cand_application_get_organisation (application), ==, "");
  g_assert_cmpstr (cand_application_get_application_url (application), ==, "");
  g_assert_cmpint (cand_application_get_status (application), ==, CAND_APPLICATION_STATUS_DRAFTING);
  g_assert_cmpint (cand_application_get_created (application), ==, 0);
  g_assert_cmpint (cand_application_get_updated (application), ==, 0);
  g_assert_cmpuint (cand_application_get_missing (application), ==, 0);
  g_assert_cmpuint (cand_application_get_answered (application), ==, 0);
  g_assert_cmpuint (cand_application_get_total (application), ==, 0);
  g_assert_false (cand_application_get_opened (application));
  g_assert_null (cand_application_get_form (application));
  g_assert_cmpuint (g_list_model_get_n_items (cand_application_get_answers (application)), ==, 0);
  g_assert_null (cand_application_find_answer (application, "name"));
  g_assert_null (cand_application_find_answer (application, NULL));
  g_assert_cmpuint (cand_application_get_n_steps (application), ==, 0);
  g_assert_cmpint (cand_application_get_save_state (application), ==, CAND_SAVE_STATE_SAVED);
  g_assert_cmpint (cand_application_get_saved_at (application), ==, 0);
  g_assert_null (cand_application_get_save_error (application));
  g_assert_finalize_object (application);
}

static void
test_properties (void)
{
  CandApplication *application = cand_application_new (3, POSITION_KEY);
  CandApplicationStatus status;
  guint count;
  guint label_count;

  model_test_string (application, "title", "Intern");
  model_test_string (application, "organisation", "Hugging Face");
  model_test_string (application, "application-url", "https://example.org/");
  model_test_int64 (application, "created", 5);
  model_test_int64 (application, "updated", 6);

  model_test_count (application, "status", &count);
  model_test_count (application, "status-label", &label_count);
  g_object_set (application, "status", CAND_APPLICATION_STATUS_READY, NULL);
  cand_application_set_status (application, CAND_APPLICATION_STATUS_READY);
  g_assert_cmpuint (count, ==, 1);
  g_assert_cmpuint (label_count, ==, 1);
  g_object_get (application, "status", &status, NULL);
  g_assert_cmpint (status, ==, CAND_APPLICATION_STATUS_READY);
  model_test_assert_string (application, "status-label", "Ready");
  g_assert_finalize_object (application);
}

static void
test_status_labels (void)
{
  static const char *const labels[] = {
    "Drafting", "Ready",    "Handed Off", "Confirmed", "Interview",
    "Offer",    "Rejected", "No Reply",   "Withdrawn", "Not for Me",
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    g_assert_cmpstr (cand_application_status_get_label (i), ==, labels[i]);
}

static void
test_counts (void)
{
  CandApplication *application = cand_application_new (3, POSITION_KEY);
  guint missing_count;
  guint label_count;
  guint answered_count;

  model_test_count (application, "missing", &missing_count);
  model_test_count (application, "answered", &answered_count);
  model_test_count (application, "progress-label", &label_count);
  model_test_assert_string (application, "progress-label", "Nothing missing");
  cand_application_set_counts (application, 3, 1, 7);
  model_test_assert_string (application, "progress-label", "3 required answers missing");
  cand_application_set_counts (application, 1, 3, 7);
  model_test_assert_string (application, "progress-label", "1 required answer missing");
  cand_application_set_counts (application, 1, 4, 7);
  g_assert_cmpuint (missing_count, ==, 2);
  g_assert_cmpuint (label_count, ==, 2);
  g_assert_cmpuint (answered_count, ==, 3);
  g_assert_cmpuint (cand_application_get_answered (application), ==, 4);
  g_assert_cmpuint (cand_application_get_total (application), ==, 7);
  g_assert_finalize_object (application);
}

static void
test_open (void)
{
  CandApplication *application = cand_application_new (3, POSITION_KEY);
  g_autoptr (CandForm) form = make_form ();
  GListModel *answers = cand_application_get_answers (application);
  g_autoptr (CandAnswer) last = NULL;
  CandAnswer *name;
  Edits edits = { 0 };
  guint opened_count;

  g_signal_connect (application, "edited", G_CALLBACK (edited_cb), &edits);
  model_test_count (application, "opened", &opened_count);
  cand_application_open (application, form);
  g_assert_cmpuint (opened_count, ==, 1);
  g_assert_true (cand_application_get_opened (application));
  g_assert_true (cand_application_get_form (application) == form);
  g_assert_cmpuint (g_list_model_get_n_items (answers), ==, 3);
  last = g_list_model_get_item (answers, 2);
  g_assert_true (cand_application_find_answer (application, "notes") == last);
  g_assert_cmpuint (cand_application_get_missing (application), ==, 2);
  g_assert_cmpuint (cand_application_get_answered (application), ==, 0);
  g_assert_cmpuint (cand_application_get_total (application), ==, 3);
  cand_application_set_counts (application, 9, 9, 9);
  g_assert_cmpuint (cand_application_get_total (application), ==, 3);

  name = cand_application_find_answer (application, "name");
  cand_answer_set_text (name, "A");
  g_assert_cmpuint (cand_application_get_missing (application), ==, 1);
  g_assert_cmpuint (cand_application_get_answered (application), ==, 1);
  g_assert_cmpuint (edits.n, ==, 1);

  /* Laid out anew, the old answers are nobody's. */
  g_object_ref (name);
  cand_application_open (application, form);
  g_assert_cmpuint (opened_count, ==, 1);
  g_assert_cmpuint (cand_application_get_missing (application), ==, 2);
  g_assert_true (cand_application_find_answer (application, "name") != name);
  cand_answer_set_text (name, "B");
  g_assert_cmpuint (edits.n, ==, 1);
  g_assert_finalize_object (name);
  g_clear_object (&last);
  g_assert_finalize_object (application);
}

static void
test_edited (void)
{
  CandApplication *application = cand_application_new (3, POSITION_KEY);
  g_autoptr (CandForm) form = make_form ();
  g_autoptr (CandAttachment) attachment = cand_attachment_new ("a.pdf", "/x", 1, "a", 1);
  CandAnswer *name;
  CandAnswer *resume;
  Edits edits = { 0 };

  g_signal_connect (application, "edited", G_CALLBACK (edited_cb), &edits);
  cand_application_open (application, form);
  cand_application_add_step (application, " Ask for a reference ", FALSE);
  g_assert_cmpuint (edits.n, ==, 0);
  name = cand_application_find_answer (application, "name");
  resume = cand_application_find_answer (application, "resume");

  cand_answer_set_text (name, "Ada");
  cand_answer_set_text (name, "Ada");
  g_assert_cmpuint (edits.n, ==, 1);
  g_assert_true (edits.last == name);
  g_assert_cmpuint (edits.missing, ==, 1);
  cand_answer_set_attachment (resume, attachment);
  g_assert_cmpuint (edits.n, ==, 2);
  g_assert_true (edits.last == resume);
  g_assert_cmpuint (edits.missing, ==, 0);
  cand_application_set_step_done (application, 0, TRUE);
  cand_application_set_step_done (application, 0, TRUE);
  g_assert_cmpuint (edits.n, ==, 3);
  g_assert_null (edits.last);

  /* Nothing else the person did not write. */
  cand_application_set_title (application, "Title");
  cand_application_set_status (application, CAND_APPLICATION_STATUS_READY);
  cand_application_set_save_state (application, CAND_SAVE_STATE_SAVING, 0, NULL);
  g_assert_cmpuint (edits.n, ==, 3);
  g_assert_finalize_object (application);
}

static void
test_restore (void)
{
  CandApplication *application = cand_application_new (3, POSITION_KEY);
  g_autoptr (CandForm) form = make_form ();
  CandAnswer *name;
  Edits edits = { 0 };

  g_signal_connect (application, "edited", G_CALLBACK (edited_cb), &edits);
  cand_application_open (application, form);
  cand_application_add_step (application, "Step", FALSE);
  name = cand_application_find_answer (application, "name");
  cand_application_begin_restore (application);
  cand_application_begin_restore (application);
  cand_answer_set_text (name, "Ada");
  cand_application_end_restore (application);
  cand_answer_set_text (name, "Ada L.");
  cand_application_set_step_done (application, 0, TRUE);
  cand_application_end_restore (application);
  g_assert_cmpuint (edits.n, ==, 0);
  g_assert_cmpuint (cand_application_get_missing (application), ==, 1);
  cand_answer_set_text (name, "Ada Lovelace");
  g_assert_cmpuint (edits.n, ==, 1);
  g_assert_finalize_object (application);
}

static void
test_steps (void)
{
  CandApplication *application = cand_application_new (3, POSITION_KEY);
  gboolean done = TRUE;

  cand_application_add_step (application, " One ", FALSE);
  cand_application_add_step (application, "Two", TRUE);
  g_assert_cmpuint (cand_application_get_n_steps (application), ==, 2);
  g_assert_cmpstr (cand_application_get_step (application, 0, &done), ==, "One");
  g_assert_false (done);
  g_assert_cmpstr (cand_application_get_step (application, 1, &done), ==, "Two");
  g_assert_true (done);
  cand_application_set_step_done (application, 1, FALSE);
  g_assert_cmpstr (cand_application_get_step (application, 1, NULL), ==, "Two");
  cand_application_get_step (application, 1, &done);
  g_assert_false (done);
  g_assert_finalize_object (application);
}

static void
test_save_state (void)
{
  CandApplication *application = cand_application_new (3, POSITION_KEY);
  g_autoptr (GError) full = g_error_new (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "Full");
  g_autoptr (GError) other = g_error_new (G_IO_ERROR, G_IO_ERROR_READ_ONLY, "Read-only");
  CandSaveState state;
  gint64 saved_at;
  guint state_count;
  guint time_count;

  model_test_count (application, "save-state", &state_count);
  model_test_count (application, "saved-at", &time_count);
  cand_application_set_save_state (application, CAND_SAVE_STATE_SAVING, 0, NULL);
  cand_application_set_save_state (application, CAND_SAVE_STATE_SAVED, 1669680000, NULL);
  g_assert_cmpuint (state_count, ==, 2);
  g_assert_cmpuint (time_count, ==, 1);
  cand_application_set_save_state (application, CAND_SAVE_STATE_FAILED, 1669680000, full);
  cand_application_set_save_state (application, CAND_SAVE_STATE_FAILED, 1669680000, full);
  g_assert_cmpuint (state_count, ==, 3);
  g_assert_error (cand_application_get_save_error (application), G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  cand_application_set_save_state (application, CAND_SAVE_STATE_FAILED, 1669680000, other);
  g_assert_cmpuint (state_count, ==, 4);
  g_assert_cmpuint (time_count, ==, 1);
  g_object_get (application, "save-state", &state, "saved-at", &saved_at, NULL);
  g_assert_cmpint (state, ==, CAND_SAVE_STATE_FAILED);
  g_assert_cmpint (saved_at, ==, 1669680000);
  cand_application_set_save_state (application, CAND_SAVE_STATE_SAVED, 1669680001, NULL);
  g_assert_null (cand_application_get_save_error (application));
  g_assert_finalize_object (application);
}

static void
test_outlived (void)
{
  CandApplication *application = cand_application_new (3, POSITION_KEY);
  g_autoptr (CandForm) form = make_form ();
  CandAnswer *name;

  cand_application_open (application, form);
  name = g_object_ref (cand_application_find_answer (application, "name"));
  g_assert_finalize_object (application);
  cand_answer_set_text (name, "Still here");
  g_assert_finalize_object (name);
}

/* A file that may be a text instead is one question, answered with either. */
static void
test_alternative (void)
{
  g_autoptr (CandForm) form = cand_form_new (CAND_FORM_SOURCE_BOARD);
  g_autoptr (CandField) file = cand_field_new ("resume", CAND_FIELD_TYPE_FILE, "Resume");
  g_autoptr (CandField) text = cand_field_new ("resume_text", CAND_FIELD_TYPE_PARAGRAPH, "Resume");
  g_autoptr (CandApplication) application = cand_application_new (1, "workable:a:B");

  cand_form_add_section (form, "s", "Section");
  cand_field_set_required (file, TRUE);
  cand_field_set_alternative (text, "resume");
  cand_form_add_field (form, 0, file);
  cand_form_add_field (form, 0, text);
  cand_application_open (application, form);
  g_assert_cmpuint (cand_application_get_total (application), ==, 1);
  g_assert_cmpuint (cand_application_get_missing (application), ==, 1);
  cand_answer_set_text (cand_application_find_answer (application, "resume_text"), "My life");
  g_assert_cmpuint (cand_application_get_total (application), ==, 1);
  g_assert_cmpuint (cand_application_get_answered (application), ==, 1);
  g_assert_cmpuint (cand_application_get_missing (application), ==, 0);
  cand_answer_set_text (cand_application_find_answer (application, "resume_text"), "");
  g_assert_cmpuint (cand_application_get_answered (application), ==, 0);
  g_assert_cmpuint (cand_application_get_missing (application), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/application/defaults", test_defaults);
  g_test_add_func ("/model/application/properties", test_properties);
  g_test_add_func ("/model/application/status-labels", test_status_labels);
  g_test_add_func ("/model/application/counts", test_counts);
  g_test_add_func ("/model/application/open", test_open);
  g_test_add_func ("/model/application/edited", test_edited);
  g_test_add_func ("/model/application/restore", test_restore);
  g_test_add_func ("/model/application/steps", test_steps);
  g_test_add_func ("/model/application/save-state", test_save_state);
  g_test_add_func ("/model/application/outlived", test_outlived);
  g_test_add_func ("/model/application/alternative", test_alternative);
  return g_test_run ();
}
