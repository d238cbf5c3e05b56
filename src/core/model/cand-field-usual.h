/* cand-field-usual.h: the questions that nearly every form has, and answers that are yes or no
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-field.h"

G_BEGIN_DECLS

/* Whether systems call the same question by @id in all their forms ("firstname", "resume"): then it
 * stays the same question also in other words, in another language say. */
gboolean cand_field_id_is_usual (const char *id);

/* Whether @field takes what stands in a profile or is copied from somewhere, and is not written for
 * this employer: a name, an e-mail address, a phone number, an address, a link. */
gboolean cand_field_is_plain (CandField *field);

/**
 * CandTruth: what an option says.
 * @CAND_TRUTH_OTHER: more than yes or no
 */
typedef enum
{
  CAND_TRUTH_OTHER,
  CAND_TRUTH_YES,
  CAND_TRUTH_NO,
} CandTruth;

/* Of "Yes", "no.", "Oui"; not of "Yes, I am". */
CandTruth cand_text_get_truth (const char *text);

/* Whether @field is answered with yes or no, and nothing else: a yes/no question, or a choice of
 * one among options that say no more. */
gboolean cand_field_is_yes_no (CandField *field);

G_END_DECLS
