/* cand-draft-load.h: what drafting an application reads and writes in the store
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/model/cand-application.h"
#include "core/model/cand-form.h"
#include "core/store/cand-connection.h"

G_BEGIN_DECLS

/* Everything about the draft of one position, as the store has it. */
typedef struct
{
  gint64 position;
  char *board_key;
  char *code;
  gboolean short_submission; /* its programme asks for one */
  GStrv checklist;           /* of its programme */
  CandForm *kept;            /* (nullable) the form its board gave last */
  gboolean has_application;
  CandApplication *row; /* (nullable) what its row shows; NULL without an application */
  CandForm *form;       /* (nullable) that the application is drafted on */
  GPtrArray *answers;   /* (nullable) (element-type CandStoredAnswer) */
  GPtrArray *asides;    /* (nullable) (element-type CandStoredAside) */
  GArray *steps;        /* (nullable) (element-type CandStep) */
} CandDraftLoad;
void cand_draft_load_free (CandDraftLoad *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CandDraftLoad, cand_draft_load_free)

/* (thread database) Writes nothing. Errors: CAND_LIBRARY_ERROR_NO_SUCH_POSITION,
 * CAND_STORE_ERROR_*. */
CandDraftLoad *
cand_draft_load (CandConnection *connection, const char *position_key, GError **error);

/* (thread database) Keeps @fetched (nullable: the form that the board just gave), and begins the
 * application, or moves the one there is from the usual questions to its board's own form where all
 * of its answers have a place there: durable, in one transaction. */
gboolean cand_draft_prepare (CandConnection *connection,
                             const char *position_key,
                             CandForm *fetched,
                             gint64 now,
                             GError **error);
/* Whether preparing would write anything. */
gboolean cand_draft_needs_preparing (const CandDraftLoad *load, CandForm *fetched);

G_END_DECLS
