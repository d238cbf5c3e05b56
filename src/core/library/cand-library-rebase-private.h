/* cand-library-rebase-private.h: what drafting and changing the form share
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-draft-load.h"
#include "cand-library-rebase.h"
#include "core/store/cand-store-aside.h"

G_BEGIN_DECLS

/* (transfer full): the living application, as @load has it. @rebase is nullable: how its answers
 * moved on disk, for those that are typed and not there yet. */
CandApplication *
cand_library_lay_out (CandLibrary *self, const CandDraftLoad *load, const CandRebase *rebase);

/* (transfer full) */
CandAside *cand_library_make_aside (CandLibrary *self, const CandStoredAside *stored);

G_END_DECLS
