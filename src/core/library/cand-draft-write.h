/* cand-draft-write.h: one transaction's worth of what is typed into an application
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/model/cand-application.h"
#include "core/store/cand-store-answers.h"
#include "core/store/cand-store-applications.h"
#include "core/store/cand-worker.h"

G_BEGIN_DECLS

/* Made on the library's thread, written on the database's. */
typedef struct
{
  gint64 application;
  GPtrArray *answers; /* (owned) (element-type CandStoredAnswer) */
  GArray *steps;      /* (owned) (element-type gboolean) whether each is done */
  CandApplicationFacts facts;
  gint64 now;
  guint64 serial; /* of the last edit in it */
  gboolean had_facts;
} CandDraftWrite;

/* With the facts as they are now, and no answers yet. */
CandDraftWrite *cand_draft_write_new (CandApplication *application);
void cand_draft_write_free (CandDraftWrite *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandDraftWrite, cand_draft_write_free)

/* (transfer full): for its answers; what is known of the stored text is left to the caller. */
CandStoredAnswer *cand_draft_write_copy_answer (CandAnswer *answer);
CandStoredAnswer *cand_draft_write_copy_stored (const CandStoredAnswer *held);

/* (thread database) @data is what is written, durably: CAND_DONE. Errors: CAND_STORE_ERROR_*. */
gpointer cand_draft_write_job (CandWorker *worker,
                               CandConnection *connection,
                               gpointer data,
                               GError **error);

G_END_DECLS
