/* cand-application.h: one person's application for one position
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "cand-answer.h"
#include "cand-form.h"

G_BEGIN_DECLS

/* Two degrees of one thing: as a row of the applications list it knows what is written on the
 * row; once opened (cand_application_open) it also holds its form, answers and checklist.
 *
 * Property "save-state" and "saved-at" are set by whoever keeps it. The signal "edited"
 * (CandAnswer *answer, or NULL for a checklist item) tells that something the person wrote
 * changed and wants keeping; nothing else emits it, restoring included. */
#define CAND_TYPE_APPLICATION (cand_application_get_type ())
G_DECLARE_FINAL_TYPE (CandApplication, cand_application, CAND, APPLICATION, GObject)

CandApplication *cand_application_new (gint64 id, const char *position_key);

gint64 cand_application_get_id (CandApplication *self);
const char *cand_application_get_position_key (CandApplication *self);

/* What the row shows, as it was when last read; never NULL. */
const char *cand_application_get_title (CandApplication *self);
void cand_application_set_title (CandApplication *self, const char *title);
const char *cand_application_get_organisation (CandApplication *self);
void cand_application_set_organisation (CandApplication *self, const char *organisation);
/* Where it is handed in. */
const char *cand_application_get_application_url (CandApplication *self);
void cand_application_set_application_url (CandApplication *self, const char *url);

CandApplicationStatus cand_application_get_status (CandApplication *self);
void cand_application_set_status (CandApplication *self, CandApplicationStatus status);
/* The word for it, translated. */
const char *cand_application_status_get_label (CandApplicationStatus status);

/* Seconds since the epoch. */
gint64 cand_application_get_created (CandApplication *self);
void cand_application_set_created (CandApplication *self, gint64 when);
gint64 cand_application_get_updated (CandApplication *self);
void cand_application_set_updated (CandApplication *self, gint64 when);

/* Required questions without an answer, answered ones of all, and all. Of an opened one they
 * follow the answers; of a row they are what the store counted last (set_counts). */
guint cand_application_get_missing (CandApplication *self);
guint cand_application_get_answered (CandApplication *self);
guint cand_application_get_total (CandApplication *self);
void
cand_application_set_counts (CandApplication *self, guint missing, guint answered, guint total);
/* "3 required answers missing", "Nothing missing": property "progress-label". */
char *cand_application_dup_progress_label (CandApplication *self);

/* Lays @form out: one empty answer per top-level field, in the form's order. */
void cand_application_open (CandApplication *self, CandForm *form);
gboolean cand_application_get_opened (CandApplication *self);
CandForm *cand_application_get_form (CandApplication *self);
/* (element-type CandAnswer) (transfer none) */
GListModel *cand_application_get_answers (CandApplication *self);
CandAnswer *cand_application_find_answer (CandApplication *self, const char *field_id);

/* What has no place in the form: (element-type CandAside) (transfer none), filled by whoever keeps
 * it. */
GListStore *cand_application_get_asides (CandApplication *self);

/* Between these two, changes are not edits: nothing is emitted, nothing becomes dirty. */
void cand_application_begin_restore (CandApplication *self);
void cand_application_end_restore (CandApplication *self);

/* Steps to do besides the answers; n items of text and done. */
guint cand_application_get_n_steps (CandApplication *self);
const char *cand_application_get_step (CandApplication *self, guint index, gboolean *done);
void cand_application_add_step (CandApplication *self, const char *text, gboolean done);
void cand_application_set_step_done (CandApplication *self, guint index, gboolean done);

CandSaveState cand_application_get_save_state (CandApplication *self);
/* Seconds since the epoch; 0 while never. */
gint64 cand_application_get_saved_at (CandApplication *self);
/* Why it is not saved, or NULL. */
const GError *cand_application_get_save_error (CandApplication *self);
void cand_application_set_save_state (CandApplication *self,
                                      CandSaveState state,
                                      gint64 saved_at,
                                      const GError *error);

G_END_DECLS
