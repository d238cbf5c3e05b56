/* cand-form-summary.h: what a form asks, before anything is begun
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-form.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_questions; /* a group is one, whatever it asks of each entry */
  guint n_required;
  guint n_written; /* paragraphs, and required texts beyond a name, a phone number, a link */
  guint n_files;
  guint n_groups;
  guint n_sensitive;
  GPtrArray *knock_outs; /* (owned) (element-type CandField) required, and answered with yes or no
                          * alone, in the form's order */
} CandFormSummary;

/* (transfer full) */
CandFormSummary *cand_form_summary_new (CandForm *form);
void cand_form_summary_free (CandFormSummary *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandFormSummary, cand_form_summary_free)

/* All translated, (transfer full). */

/* "14 questions, 9 required · 3 to be written · 1 file"; what there is none of is left out. */
char *cand_form_summary_dup_label (const CandFormSummary *self);
/* "2 questions have to be answered with yes or no", above those; NULL for none. */
char *cand_form_summary_dup_knock_outs_label (const CandFormSummary *self);
/* "3 questions are about you as a person …"; NULL for none. */
char *cand_form_summary_dup_sensitive_label (const CandFormSummary *self);

G_END_DECLS
