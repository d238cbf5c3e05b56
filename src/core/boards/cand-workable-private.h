/* cand-workable-private.h: what the files of Workable share
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-board-system.h"

G_BEGIN_DECLS

#define CAND_WORKABLE_MAX_CODE 32

/* An account, and a shortcode (ten hexadecimal capitals usually), begin with a letter or digit and
 * go on with those, hyphens and underscores. */
gboolean cand_workable_is_word (const char *text, gsize max_length);

/* @account may be NULL. */
char *cand_workable_position_url (const char *account, const char *code);
char *cand_workable_application_url (const char *account, const char *code);

/* A GET of one of Workable's public addresses, asked for as politely as they all are. */
CandRequest *cand_workable_request (const char *url);

CandListing *cand_workable_parse_list (const char *account, GBytes *body, GError **error);

CandRequest *cand_workable_form_request (const char *account, const char *code);
CandForm *cand_workable_parse_form (GBytes *body, GError **error);
CandForm *cand_workable_standard_form (void);

/* Workable's word for a type. */
const char *cand_workable_type_name (CandFieldType type);
/* A plain label, translated, for a field that the board sends without one. */
char *cand_workable_make_label (const char *field_id);

G_END_DECLS
