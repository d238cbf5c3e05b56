/* cand-workable-private.h: what the files of Workable share
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "core/boards/cand-board-system.h"

G_BEGIN_DECLS

extern const CandBoardSystem cand_workable;

#define CAND_WORKABLE_MAX_CODE 32

/* One of Workable's public addresses, asked for as politely as they all are. */
CandRequest *cand_workable_request (const char *method, const char *url);

CandListing *
cand_workable_parse_list (const char *account, const char *page, GBytes *body, GError **error);

/* What the entries of all of Workable's answers say in the same way: identity, title, department,
 * places, addresses, text. NULL when it cannot be read. @organisation is nullable. (transfer full)
 */
CandPosition *
cand_workable_read_job (const char *account, const char *organisation, JsonObject *job);

/* The list that Workable's own page reads, in pages; it is asked only where the other one fails. A
 * page is "v3" or "v3 TOKEN". */
#define CAND_WORKABLE_OTHER_LIST "v3"
CandRequest *cand_workable_page_request (const char *account, const char *page);
CandListing *
cand_workable_parse_page (const char *account, const char *page, GBytes *body, GError **error);

CandRequest *cand_workable_name_request (const char *account);
char *cand_workable_parse_name (GBytes *body, GError **error);
CandRequest *cand_workable_position_request (const char *account, const char *code);
CandPosition *
cand_workable_parse_position (const char *account, const char *code, GBytes *body, GError **error);

CandRequest *cand_workable_form_request (const char *account, const char *code);
CandForm *cand_workable_parse_form (GBytes *body, GError **error);
CandForm *cand_workable_standard_form (void);

/* Workable's word for a type. */
const char *cand_workable_type_name (CandFieldType type);
/* A plain label, translated, for a field that the board sends without one. */
char *cand_workable_make_label (const char *field_id);

G_END_DECLS
