/* cand-test-rows.h: what the tests of the form share: fields, answers, widgets inside widgets
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/library/cand-library.h"
#include "ui/application/cand-field-rows.h"

G_BEGIN_DECLS

/* An answer to a question "Question" of @type, (transfer full). */
CandAnswer *cand_test_answer_new (CandFieldType type, gboolean required);

/* The row of @answer, alone in a window that is shown; the window is destroyed with
 * cand_test_close. */
CandFieldRow *cand_test_show_row (CandAnswer *answer);
void cand_test_close (gpointer row);

/* The first descendant of @type, or the first button that says @label or has that tooltip; the
 * test fails when there is none. */
gpointer cand_test_find (gpointer root, GType type);
gpointer cand_test_find_button (gpointer root, const char *label);
/* The row of the question @id; the test fails when there is none. */
CandFieldRow *cand_test_find_row (gpointer root, const char *id);
/* The first descendant of @type around a label with exactly this text; NULL when there is none. */
gpointer cand_test_find_with_text (gpointer root, GType type, const char *text);
/* Whether a label with exactly this text is visible inside. */
gboolean cand_test_says (gpointer root, const char *text);

/* Runs the main context until nothing is left to do at once. */
void cand_test_settle (void);

/* Adds one to *@user_data; connect it swapped. */
void cand_test_count (guint *count);

/* A library in a folder of its own, open, and the draft of its first position, with the standard
 * form. */
typedef struct
{
  char *directory;
  CandLibrary *library;
  CandApplication *application;
} CandTestDraft;
CandTestDraft *cand_test_draft_new (void);
void cand_test_draft_free (CandTestDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandTestDraft, cand_test_draft_free)

G_END_DECLS
