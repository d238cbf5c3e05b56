/* cand-submission.h: the short submission that some programmes ask for at the end
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-application.h"

G_BEGIN_DECLS

typedef enum
{
  CAND_SUBMISSION_NOT_BEGUN,
  CAND_SUBMISSION_DRAFTED, /* something is written */
  CAND_SUBMISSION_DONE,    /* the person says so */
} CandSubmissionState;

/* Whether the form of an opened application ends with one. */
gboolean cand_submission_is_asked (CandApplication *application);
CandSubmissionState cand_submission_get_state (CandApplication *application);
/* "Drafted", translated. */
const char *cand_submission_state_get_label (CandSubmissionState state);

/* Its entry on the checklist, which is where the person says that it is done: G_MAXUINT where there
 * is none, as with drafts of earlier versions of the program. */
guint cand_submission_find_step (CandApplication *application);
/* Whether @text is one: the programme's own words for it, or ours. */
gboolean cand_submission_is_step (const char *text);
/* Ours, translated, where the programme's checklist has none. */
const char *cand_submission_get_step_text (void);

G_END_DECLS
