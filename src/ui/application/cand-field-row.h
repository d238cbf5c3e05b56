/* cand-field-row.h: one question of a form, with the place where it is answered
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/library/cand-library.h"

G_BEGIN_DECLS

/* What all questions share: the employer's words, whether an answer is required, how much is
 * written, and what is wrong with it. A wrong answer is marked once the person has left the row, or
 * has paused while typing, and at once where no more typing can mend it; a missing one when the
 * answers are checked, or where there was one before. What would be cut is said as it is typed.
 *
 * A subclass, one for each way of answering, sets "input" (what takes the focus and carries the
 * accessible state), "control" (small, beside the question where there is room) and "body" (below
 * it), and overrides these:
 *
 * @prepare: fits the widgets to the field; once, before anything is shown. Optional.
 * @show_answer: makes the widgets show the answer. What they emit meanwhile is no edit.
 * @mark: marks the rows inside. Optional.
 */
#define CAND_TYPE_FIELD_ROW (cand_field_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (CandFieldRow, cand_field_row, CAND, FIELD_ROW, AdwPreferencesRow)

struct _CandFieldRowClass
{
  AdwPreferencesRowClass parent_class;

  void (*prepare) (CandFieldRow *self);
  void (*show_answer) (CandFieldRow *self);
  void (*mark) (CandFieldRow *self);
};

/* NULL where the row stands for itself, as in tests: then nothing is flushed. */
CandLibrary *cand_field_row_get_library (CandFieldRow *self);
CandApplication *cand_field_row_get_application (CandFieldRow *self);
CandAnswer *cand_field_row_get_answer (CandFieldRow *self);
CandField *cand_field_row_get_field (CandFieldRow *self);
GtkWidget *cand_field_row_get_input (CandFieldRow *self);

/* Whether the answer is one of the application's own, not one inside an entry of a group. */
gboolean cand_field_row_is_top_level (CandFieldRow *self);

/* Writes what the person just did in the widgets: UTF-8. cand_field_row_take takes @text over;
 * cand_field_row_splice is for one edit of a paragraph, as cand_answer_splice_text. */
void cand_field_row_write (CandFieldRow *self, const char *text);
void cand_field_row_take (CandFieldRow *self, char *text);
void cand_field_row_splice (
    CandFieldRow *self, gsize offset, gsize n_removed, const char *inserted, gsize n_inserted);
/* Whether the widgets are being set from the answer, so that nothing may be written. */
gboolean cand_field_row_is_showing (CandFieldRow *self);
/* Brings what is typed to disk now. */
void cand_field_row_flush (CandFieldRow *self);

/* Puts something below the widgets that may help to answer; it shows and hides itself. */
void cand_field_row_add_offer (CandFieldRow *self, GtkWidget *offer);

/* Shows a sentence about something just tried that did not work; NULL takes it away. */
void cand_field_row_set_failure (CandFieldRow *self, const char *sentence);

/* Gives the focus to what the question is answered with; in a line of text, selects nothing. */
void cand_field_row_enter (CandFieldRow *self);

/* Shows what is wrong or missing, as when the person has the answers checked. */
void cand_field_row_mark (CandFieldRow *self);
/* Whether the answer is missing or has a problem, shown or not. */
gboolean cand_field_row_get_bad (CandFieldRow *self);

G_END_DECLS
