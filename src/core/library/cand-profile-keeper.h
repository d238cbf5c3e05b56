/* cand-profile-keeper.h: keeps what is typed into the profile
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "core/library/cand-library.h"
#include "core/model/cand-profile.h"

G_BEGIN_DECLS

/* Hears every edit of the profile, writes the parts that were edited, with the same pauses as a
 * draft's, and sets its save state. What could not be written stays dirty, and is tried again. */
#define CAND_TYPE_PROFILE_KEEPER (cand_profile_keeper_get_type ())
G_DECLARE_FINAL_TYPE (CandProfileKeeper, cand_profile_keeper, CAND, PROFILE_KEEPER, GObject)

/* @library is not owned: it owns the keeper. */
CandProfileKeeper *cand_profile_keeper_new (CandLibrary *library, CandProfile *profile);

/* Writes what is dirty without waiting for the pause. @task (transfer full) returns TRUE when
 * everything typed until now is durable. */
void cand_profile_keeper_flush_for (CandProfileKeeper *self, GTask *task);
/* Writes everything that is not known to be durable, and waits. */
gboolean cand_profile_keeper_write_now (CandProfileKeeper *self, GError **error);
/* The profile becomes what the store has, but for what is not known to be durable. */
void cand_profile_keeper_follow (CandProfileKeeper *self, CandProfile *stored);

G_END_DECLS
