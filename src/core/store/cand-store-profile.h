/* cand-store-profile.h: the person's profile, on disk
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-connection.h"
#include "core/model/cand-profile.h"

G_BEGIN_DECLS

/* (transfer full): an empty one where none was written. One that cannot be read is
 * CAND_STORE_ERROR_CORRUPT. *@written (nullable) is when it was, in seconds since the epoch; 0 for
 * never. */
CandProfile *cand_store_profile_load (CandConnection *connection, gint64 *written, GError **error);

/* Writes @parts of @profile (bits of 1 << CandProfilePart); the other parts stay what they are
 * there, whoever wrote them. One that cannot be read is set aside first. */
gboolean cand_store_profile_write (
    CandConnection *connection, CandProfile *profile, guint parts, gint64 now, GError **error);

/* Adds the hashes of the files that the profile names to @files. */
gboolean
cand_store_profile_list_files (CandConnection *connection, GHashTable *files, GError **error);

G_END_DECLS
