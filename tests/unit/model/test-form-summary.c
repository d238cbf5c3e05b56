/* test-form-summary.c: what a form asks, before anything is begun
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/boards/cand-board-system.h"
#include "core/model/cand-form-summary.h"

#include "lib/cand-test.h"

static CandField *
add (CandForm *form, const char *id, CandFieldType type, const char *label, gboolean required)
{
  g_autoptr (CandField) field = cand_field_new (id, type, label);

  if (cand_form_get_n_sections (form) == 0)
    cand_form_add_section (form, "s", "Section");
  cand_field_set_required (field, required);
  g_assert_true (cand_form_add_field (form, 0, field));
  return cand_form_find_field (form, id);
}

static void
test_empty (void)
{
  g_autoptr (CandForm) form = cand_form_new (CAND_FORM_SOURCE_BOARD);
  g_autoptr (CandFormSummary) summary = cand_form_summary_new (form);
  g_autofree char *label = cand_form_summary_dup_label (summary);

  g_assert_cmpuint (summary->n_questions, ==, 0);
  g_assert_cmpuint (summary->knock_outs->len, ==, 0);
  g_assert_cmpstr (label, ==, "0 questions, none required");
  g_assert_null (cand_form_summary_dup_knock_outs_label (summary));
  g_assert_null (cand_form_summary_dup_sensitive_label (summary));
}

/* A file that may be a text instead is one question. */
static void
test_alternative (void)
{
  g_autoptr (CandForm) form = cand_form_new (CAND_FORM_SOURCE_BOARD);
  g_autoptr (CandFormSummary) summary = NULL;
  g_autofree char *label = NULL;

  add (form, "resume", CAND_FIELD_TYPE_FILE, "Resume", TRUE);
  cand_field_set_alternative (add (form, "resume_text", CAND_FIELD_TYPE_PARAGRAPH, "Resume", FALSE),
                              "resume");
  summary = cand_form_summary_new (form);
  label = cand_form_summary_dup_label (summary);
  g_assert_cmpstr (label, ==, "1 question, 1 required · 1 file");
}

static void
test_written (void)
{
  static const struct
  {
    const char *id;
    CandFieldType type;
    const char *label;
    gboolean required;
    guint written;
  } cases[] = {
    { "firstname", CAND_FIELD_TYPE_TEXT, "First name", TRUE, 0 },
    { "firstname", CAND_FIELD_TYPE_TEXT, "Vorname", TRUE, 0 },
    { "QA_1", CAND_FIELD_TYPE_TEXT, "Preferred name (optional)", TRUE, 0 },
    { "QA_1", CAND_FIELD_TYPE_EMAIL, "Where do we write to?", TRUE, 0 },
    { "QA_1", CAND_FIELD_TYPE_PHONE, "Mobile", TRUE, 0 },
    { "QA_1", CAND_FIELD_TYPE_TEXT, "What is your degree in?", TRUE, 1 },
    { "QA_1", CAND_FIELD_TYPE_TEXT, "What is your degree in?", FALSE, 0 },
    { "QA_1", CAND_FIELD_TYPE_PARAGRAPH, "Why us?", FALSE, 1 },
    { "CA_1", CAND_FIELD_TYPE_PARAGRAPH, "Github profile", TRUE, 0 },
    { "cover_letter", CAND_FIELD_TYPE_PARAGRAPH, "Cover letter", FALSE, 1 },
    { "resume", CAND_FIELD_TYPE_FILE, "Resume", TRUE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CandForm) form = cand_form_new (CAND_FORM_SOURCE_BOARD);
      g_autoptr (CandFormSummary) summary = NULL;

      add (form, cases[i].id, cases[i].type, cases[i].label, cases[i].required);
      summary = cand_form_summary_new (form);
      g_assert_cmpuint (summary->n_written, ==, cases[i].written);
      g_assert_cmpuint (summary->n_files, ==, cases[i].type == CAND_FIELD_TYPE_FILE ? 1 : 0);
      g_assert_cmpuint (summary->n_required, ==, cases[i].required ? 1 : 0);
    }
}

static void
add_option (CandField *field, const char *label)
{
  cand_field_add_option (field, label, label);
}

static void
test_knock_outs (void)
{
  g_autoptr (CandForm) form = cand_form_new (CAND_FORM_SOURCE_BOARD);
  g_autoptr (CandFormSummary) summary = NULL;
  g_autofree char *label = NULL;
  CandField *dropdown = add (form, "d", CAND_FIELD_TYPE_DROPDOWN, "In Paris?", TRUE);
  CandField *optional = add (form, "o", CAND_FIELD_TYPE_DROPDOWN, "In Rome?", FALSE);
  CandField *more = add (form, "m", CAND_FIELD_TYPE_DROPDOWN, "In Oslo?", TRUE);
  CandField *radio = add (form, "r", CAND_FIELD_TYPE_MULTIPLE, "In Bonn?", TRUE);
  CandField *several = add (form, "s", CAND_FIELD_TYPE_MULTIPLE, "In Bern?", TRUE);

  add (form, "b", CAND_FIELD_TYPE_BOOLEAN, "Fluent?", TRUE);
  add (form, "n", CAND_FIELD_TYPE_BOOLEAN, "Fond of it?", FALSE);
  add_option (dropdown, "Yes.");
  add_option (dropdown, "NO");
  add_option (optional, "Yes");
  add_option (optional, "No");
  add_option (more, "Yes");
  add_option (more, "No");
  add_option (more, "Perhaps");
  add_option (radio, "Oui");
  add_option (radio, "Non");
  add_option (several, "Yes");
  add_option (several, "No");
  cand_field_set_single_option (radio, TRUE);
  summary = cand_form_summary_new (form);
  label = cand_form_summary_dup_knock_outs_label (summary);
  g_assert_cmpuint (summary->knock_outs->len, ==, 3);
  g_assert_true (g_ptr_array_index (summary->knock_outs, 0) == dropdown);
  g_assert_true (g_ptr_array_index (summary->knock_outs, 1) == radio);
  g_assert_cmpstr (cand_field_get_id (g_ptr_array_index (summary->knock_outs, 2)), ==, "b");
  g_assert_cmpstr (label, ==, "3 questions have to be answered with yes or no");
}

/* What the systems' own reader makes of the recorded forms. */
static void
test_recorded (void)
{
  static const struct
  {
    const char *file;
    const char *label;
    guint n_knock_outs;
    guint n_sensitive;
  } cases[] = {
    { "workable/form-huggingface-RECONSTRUCTED.json",
      "20 questions, 12 required · 3 to be written · 1 file · 2 lists of entries", 4, 3 },
    { "workable/form-tenant-a.json",
      "27 questions, 22 required · 4 to be written · 1 file · 2 lists of entries", 10, 7 },
    { "workable/form-tenant-b.json", "10 questions, 10 required · 4 to be written · 1 file", 0, 1 },
    { "workable/form-tenant-c.json",
      "27 questions, 23 required · 13 to be written · 1 file · 2 lists of entries", 6, 5 },
    { "workable/form-all-question-types.json",
      "21 questions, none required · 3 to be written · 3 files · 2 lists of entries", 0, 0 },
  };
  const CandBoardSystem *workable = cand_board_system_find ("workable");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = cand_test_read_sample (cases[i].file);
      g_autoptr (CandForm) form = bytes != NULL ? workable->parse_form (bytes, NULL) : NULL;
      g_autoptr (CandFormSummary) summary = NULL;
      g_autofree char *label = NULL;

      if (bytes == NULL)
        return;
      g_assert_nonnull (form);
      summary = cand_form_summary_new (form);
      label = cand_form_summary_dup_label (summary);
      g_assert_cmpstr (label, ==, cases[i].label);
      g_assert_cmpuint (summary->knock_outs->len, ==, cases[i].n_knock_outs);
      g_assert_cmpuint (summary->n_sensitive, ==, cases[i].n_sensitive);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-summary/empty", test_empty);
  g_test_add_func ("/form-summary/alternative", test_alternative);
  g_test_add_func ("/form-summary/written", test_written);
  g_test_add_func ("/form-summary/knock-outs", test_knock_outs);
  g_test_add_func ("/form-summary/recorded", test_recorded);
  return g_test_run ();
}
