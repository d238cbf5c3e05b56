/* cand-draft-rebase.h: another form laid over a draft, in the store
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-draft-load.h"
#include "core/model/cand-rebase.h"

G_BEGIN_DECLS

/* The form as it is now: @fetched, or what the board gave last, or what is drafted on, or the usual
 * questions; with a short submission where its programme wants one: the drafted one, or ours.
 * (transfer full) */
CandForm *cand_draft_compose_form (const CandDraftLoad *load, CandForm *fetched);

/* What becomes of the draft's answers on @present: (transfer full). */
CandRebase *cand_draft_lay (const CandDraftLoad *load, CandForm *present);

/* Inside a transaction: @present becomes the form, and the answers of @load go where @rebase says.
 */
gboolean cand_draft_rebase (CandConnection *connection,
                            const CandDraftLoad *load,
                            CandForm *present,
                            const CandRebase *rebase,
                            gint64 now,
                            GError **error);

/* Whether there are answers that the draft's form has no question for, of a program that did not
 * set them aside yet or of another process that knew the form before. */
gboolean cand_draft_has_strays (const CandDraftLoad *load);
/* Inside a transaction: sets them aside; @load has them no longer. */
gboolean cand_draft_set_strays_aside (CandConnection *connection,
                                      CandDraftLoad *load,
                                      gint64 now,
                                      GError **error);

G_END_DECLS
