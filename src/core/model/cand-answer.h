/* cand-answer.h: the value of one field of one application
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "cand-attachment.h"
#include "cand-field.h"
#include "cand-text-limit.h"

G_BEGIN_DECLS

#define CAND_TYPE_ANSWER (cand_answer_get_type ())
G_DECLARE_FINAL_TYPE (CandAnswer, cand_answer, CAND, ANSWER, GObject)

CandAnswer *cand_answer_new (CandField *field);

CandField *cand_answer_get_field (CandAnswer *self);

/* Property "text", never NULL, "" for unanswered. By type: text, e-mail, phone, paragraph, number:
 * as typed; date: ISO 8601 ("2026-09-01") or what was typed; boolean: "true" or "false";
 * dropdown: the option's id; multiple: option ids, one a line, in the field's order; group: a JSON
 * array of objects from inner field id to text; file: always "" (see attachment). */
const char *cand_answer_get_text (CandAnswer *self);
void cand_answer_set_text (CandAnswer *self, const char *text);
void cand_answer_take_text (CandAnswer *self, char *text);
void cand_answer_splice_text (
    CandAnswer *self, gsize offset, gsize n_removed, const char *inserted, gsize n_inserted);

/* multiple: whether @option_id is chosen; choosing one of a single-option field drops the other. */
gboolean cand_answer_get_option (CandAnswer *self, const char *option_id);
void cand_answer_set_option (CandAnswer *self, const char *option_id, gboolean chosen);

/* Property "attachment": NULL for none. */
CandAttachment *cand_answer_get_attachment (CandAnswer *self);
void cand_answer_set_attachment (CandAnswer *self, CandAttachment *attachment);

/* Property "answered". */
gboolean cand_answer_get_answered (CandAnswer *self);

/* Property "length": what is typed, in CAND_UNITS_ASSUMED. */
gint64 cand_answer_get_length (CandAnswer *self);
/* The text against the field's limit, as of the last change. Never NULL. */
const CandTextLimit *cand_answer_get_measured (CandAnswer *self);

/* Property "problem": NULL, or a translated sentence that says what the board would not take (too
 * long, not an e-mail address, not a number, above the largest number, not a date). An empty
 * answer to a required question is not a problem here: see "missing". */
const char *cand_answer_get_problem (CandAnswer *self);

/* Property "missing": required and not answered, nor is its alternative. */
gboolean cand_answer_get_missing (CandAnswer *self);

/* Another answer that does as well as this one, such as a text for a file; NULL for none. Not kept
 * alive by this. */
CandAnswer *cand_answer_get_alternative (CandAnswer *self);
CandAnswer *cand_answer_get_stands_for (CandAnswer *self); /* the other way round */
gboolean cand_answer_get_either_answered (CandAnswer *self);
void cand_answer_set_alternative (CandAnswer *self, CandAnswer *alternative);
/* Sets it wherever the fields of @answers (element-type CandAnswer) say so: one for each at most,
 * and none for an alternative. */
void cand_answer_join_alternatives (GPtrArray *answers);

/* Checks a value for @field without keeping it, as set_text would: the translated sentence, or
 * NULL. For dropdown and multiple also tells of an option that does not exist. */
char *cand_answer_check (CandField *field, const char *text);

G_END_DECLS
