/* cand-form.h: what an employer asks for one position: sections of fields
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "cand-field.h"

G_BEGIN_DECLS

/* Ids of the section and the fields of a short submission, which some programmes ask for at the
 * end of the form and tie to a Hugging Face account. */
#define CAND_SHORT_SUBMISSION "short_submission"
#define CAND_SHORT_SUBMISSION_USER "short_submission.hub_user"
#define CAND_SHORT_SUBMISSION_ANSWER "short_submission.answer"

#define CAND_MODEL_ERROR (cand_model_error_quark ())
typedef enum
{
  CAND_MODEL_ERROR_MALFORMED, /* not JSON, or JSON of another shape */
} CandModelError;
GQuark cand_model_error_quark (void);

#define CAND_TYPE_FORM (cand_form_get_type ())
G_DECLARE_FINAL_TYPE (CandForm, cand_form, CAND, FORM, GObject)

CandForm *cand_form_new (CandFormSource source);

CandFormSource cand_form_get_source (CandForm *self);
/* When the board gave it, seconds since the epoch; 0 for a standard one. */
gint64 cand_form_get_fetched (CandForm *self);
void cand_form_set_fetched (CandForm *self, gint64 when);

/* Returns the index of the new section. */
guint cand_form_add_section (CandForm *self, const char *id, const char *name);
/* Takes a reference. A second field of the same id is refused (FALSE), and one without an id. */
gboolean cand_form_add_field (CandForm *self, guint section, CandField *field);

guint cand_form_get_n_sections (CandForm *self);
const char *cand_form_get_section_id (CandForm *self, guint section);
const char *cand_form_get_section_name (CandForm *self, guint section);
guint cand_form_get_n_fields (CandForm *self, guint section);
CandField *cand_form_get_field (CandForm *self, guint section, guint index);

/* NULL when there is none. Top-level fields only. */
CandField *cand_form_find_field (CandForm *self, const char *id);

/* Appends the section CAND_SHORT_SUBMISSION unless it is there. */
void cand_form_add_short_submission (CandForm *self);

guint cand_form_count_fields (CandForm *self);
guint cand_form_count_required (CandForm *self);

/* The form in our own notation, for keeping; from_json gives back an equal form.
 * Errors: CAND_MODEL_ERROR_MALFORMED. */
char *cand_form_to_json (CandForm *self);
CandForm *cand_form_new_from_json (const char *json, GError **error);

/* SHA-256 over to_json without the time it was fetched: equal digests are the same revision. */
char *cand_form_dup_digest (CandForm *self);

G_END_DECLS
