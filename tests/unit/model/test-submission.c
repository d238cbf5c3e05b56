/* test-submission.c: how far a short submission is
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/model/cand-submission.h"

static void
test_step (void)
{
  g_assert_true (cand_submission_is_step ("Write the Short Submission that closes the form"));
  g_assert_true (cand_submission_is_step (cand_submission_get_step_text ()));
  g_assert_false (cand_submission_is_step ("Answer every required question of the form"));
  g_assert_false (cand_submission_is_step (""));
}

/* A draft of an earlier version, whose checklist has no entry for it. */
static void
test_without_step (void)
{
  g_autoptr (CandApplication) application = cand_application_new (1, "workable:acme:1");
  g_autoptr (CandForm) form = cand_form_new (CAND_FORM_SOURCE_STANDARD);

  cand_application_open (application, form);
  g_assert_false (cand_submission_is_asked (application));
  cand_form_add_short_submission (form);
  cand_application_open (application, form);
  g_assert_true (cand_submission_is_asked (application));
  g_assert_cmpuint (cand_submission_find_step (application), ==, G_MAXUINT);
  g_assert_cmpint (cand_submission_get_state (application), ==, CAND_SUBMISSION_NOT_BEGUN);
  cand_answer_set_text (cand_application_find_answer (application, CAND_SHORT_SUBMISSION_ANSWER),
                        "A text");
  g_assert_cmpint (cand_submission_get_state (application), ==, CAND_SUBMISSION_DRAFTED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/submission/step", test_step);
  g_test_add_func ("/submission/without-step", test_without_step);
  return g_test_run ();
}
