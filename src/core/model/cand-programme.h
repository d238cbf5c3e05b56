/* cand-programme.h: an announcement that introduces several positions
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "cand-form.h"

G_BEGIN_DECLS

/* One position as the announcement words it. Strings never NULL; @key is "system:account:code", ""
 * where the address names no position of a system we know. */
typedef struct
{
  char *title;
  char *team; /* the group: "Open Source team" */
  char *summary;
  char *url;
  char *key;
} CandProgrammeEntry;

#define CAND_TYPE_PROGRAMME (cand_programme_get_type ())
G_DECLARE_FINAL_TYPE (CandProgramme, cand_programme, CAND, PROGRAMME, GObject)

/* Reads the notation of data/programmes (README, "The programme file"). Texts are plain; paragraphs
 * are separated by an empty line. Errors: CAND_MODEL_ERROR_MALFORMED. */
CandProgramme *cand_programme_new_from_json (GBytes *json, GError **error);
/* The notation of new_from_json, and what --programme --json prints. */
char *cand_programme_to_json (CandProgramme *self);

gint64 cand_programme_get_id (CandProgramme *self);
void cand_programme_set_id (CandProgramme *self, gint64 id);

/* Identity: a short name, "huggingface-interns-2023". */
const char *cand_programme_get_name (CandProgramme *self);
const char *cand_programme_get_title (CandProgramme *self);
const char *const *cand_programme_get_authors (CandProgramme *self);
/* ISO 8601 date, or NULL. */
const char *cand_programme_get_date (CandProgramme *self);
const char *cand_programme_get_url (CandProgramme *self);
/* Where applications are handed in. */
const char *cand_programme_get_portal_url (CandProgramme *self);
const char *cand_programme_get_organisation (CandProgramme *self);
const char *cand_programme_get_introduction (CandProgramme *self);
const char *cand_programme_get_locations (CandProgramme *self);
const char *cand_programme_get_how_to_apply (CandProgramme *self);
const char *cand_programme_get_statement (CandProgramme *self);
const char *const *cand_programme_get_checklist (CandProgramme *self);
gboolean cand_programme_get_short_submission (CandProgramme *self);

guint cand_programme_get_n_entries (CandProgramme *self);
const CandProgrammeEntry *cand_programme_get_entry (CandProgramme *self, guint index);

G_END_DECLS
