/* cand-intake.h: takes programmes into the store, with the positions they introduce
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/store/cand-store-programmes.h"

G_BEGIN_DECLS

/* All of it on the database thread. */

/* The programmes that ship, each one once: its board is followed, its positions announced. What a
 * person did with it since then (unfollowed it, say) stays; only its text follows a newer one that
 * ships. Writes nothing when nothing is to be done. Errors: CAND_STORE_ERROR_*. */
gboolean cand_intake_shipped (CandConnection *connection, gint64 now, GError **error);

/* Inside a transaction. A programme that the person follows from now on, with the boards that it
 * names; one that is known (@name, NULL: by its own name or its address) is read again by that. Its
 * row id, 0 on failure. Errors: CAND_STORE_ERROR_*, CAND_MODEL_ERROR_*. */
gint64 cand_intake_follow (CandConnection *connection,
                           const char *name,
                           CandProgramme *programme,
                           gint64 now,
                           GError **error);
/* Inside a transaction. The same of a @programme of which only the address and the title are known,
 * until its page is read: one that is known is followed as it is. */
gboolean cand_intake_follow_unread (CandConnection *connection,
                                    CandProgramme *programme,
                                    gint64 now,
                                    GError **error);
/* Inside a transaction. Follows a known programme or not, as it is, with the boards that came with
 * it alone; *@found is FALSE where none has that name. What another followed one introduces too
 * goes there, and comes back. Errors: CAND_STORE_ERROR_*. */
gboolean cand_intake_set_followed (CandConnection *connection,
                                   const char *name,
                                   gboolean followed,
                                   gint64 now,
                                   gboolean *found,
                                   GError **error);

/* Whether a later reading (NULL where the page introduces nothing) lacks more than half of what is
 * known, and none before it agrees; *@since is when the first such reading came. */
gboolean cand_intake_doubts (const CandStoredProgramme *stored,
                             CandProgramme *reading,
                             gboolean by_hand,
                             gint64 now,
                             gint64 *since);
/* Inside a transaction. A later reading of a known programme (NULL where the page introduces
 * nothing): writes what differs, which is left in *@changes (transfer full), NULL where nothing
 * does; what was known before is kept beside it, once. Errors: CAND_STORE_ERROR_*,
 * CAND_MODEL_ERROR_*. */
gboolean cand_intake_reading (CandConnection *connection,
                              const CandStoredProgramme *stored,
                              CandProgramme *reading,
                              gint64 now,
                              CandProgrammeChanges **changes,
                              GError **error);

/* Whether a page with this @title (nullable), that says @reading (nullable) now, is another page
 * than @known was read from: none of what that introduces, under another title. */
gboolean
cand_intake_is_other_page (CandProgramme *known, CandProgramme *reading, const char *title);

G_END_DECLS
