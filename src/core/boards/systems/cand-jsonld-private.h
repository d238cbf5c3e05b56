/* cand-jsonld-private.h: what the files about schema.org's JobPosting share
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "core/boards/cand-board-system.h"
#include "core/text/cand-page.h"

G_BEGIN_DECLS

extern const CandBoardSystem cand_jsonld;

/* What is in the data scripts of a page. Plain data. */
typedef struct
{
  GPtrArray *postings; /* (element-type JsonObject) each a JobPosting, in their order */
  guint n_documents;   /* scripts that are JSON */
  guint n_unreadable;  /* scripts about positions that are not */
} CandJsonldData;
CandJsonldData *cand_jsonld_data_new (CandPage *page);
void cand_jsonld_data_free (CandJsonldData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandJsonldData, cand_jsonld_data_free)

/* Plain text out of what schema.org allows in place of one: the text, a number, the first of an
 * array, the "name" of an object. On one line, references to characters read; NULL for none.
 * (transfer full) */
char *cand_jsonld_dup_plain (JsonNode *node);
char *cand_jsonld_dup_member (JsonObject *object, const char *name);

/* The organisation that a posting names; NULL when it names none. (transfer full) */
char *cand_jsonld_dup_organisation (JsonObject *posting);

/* Whether the posting says that applications are no longer taken. */
gboolean cand_jsonld_is_over (JsonObject *posting);

/* @taken tells codes that postings before this one have. @page: its address. @organisation: where
 * the posting names none. NULL when it has no title. (transfer full) */
CandPosition *cand_jsonld_read_posting (const char *account,
                                        const char *page,
                                        const char *organisation,
                                        CandListing *taken,
                                        JsonObject *posting);

G_END_DECLS
