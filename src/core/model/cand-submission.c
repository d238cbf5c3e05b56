/* cand-submission.c: the short submission that some programmes ask for at the end
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cand-submission.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
cand_submission_is_asked (CandApplication *application)
{
  return cand_application_find_answer (application, CAND_SHORT_SUBMISSION_ANSWER) != NULL;
}

const char *
cand_submission_get_step_text (void)
{
  return _ ("Hand in the short submission");
}

gboolean
cand_submission_is_step (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return strstr (folded, "short submission") != NULL ||
         g_str_equal (text, cand_submission_get_step_text ());
}

guint
cand_submission_find_step (CandApplication *application)
{
  guint n = cand_application_get_n_steps (application);

  for (guint i = 0; i < n; i++)
    if (cand_submission_is_step (cand_application_get_step (application, i, NULL)))
      return i;
  return G_MAXUINT;
}

CandSubmissionState
cand_submission_get_state (CandApplication *application)
{
  CandAnswer *answer = cand_application_find_answer (application, CAND_SHORT_SUBMISSION_ANSWER);
  guint step = cand_submission_find_step (application);
  gboolean done = FALSE;

  if (step != G_MAXUINT)
    cand_application_get_step (application, step, &done);
  if (done)
    return CAND_SUBMISSION_DONE;
  return answer != NULL && cand_answer_get_answered (answer) ? CAND_SUBMISSION_DRAFTED
                                                             : CAND_SUBMISSION_NOT_BEGUN;
}

const char *
cand_submission_state_get_label (CandSubmissionState state)
{
  switch (state)
    {
    case CAND_SUBMISSION_NOT_BEGUN:
      /* Translators: of a short submission. */
      return _ ("Not begun");
    case CAND_SUBMISSION_DRAFTED:
      /* Translators: of a short submission. */
      return _ ("Drafted");
    case CAND_SUBMISSION_DONE:
      /* Translators: of a short submission. */
      return _ ("Done");
    }
  return "";
}
