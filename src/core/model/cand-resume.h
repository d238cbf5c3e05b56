/* cand-resume.h: a profile as JSON Resume, in and out
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-profile.h"

G_BEGIN_DECLS

/* Larger than any résumé with a picture in it. */
#define CAND_RESUME_MAX_BYTES (2 * 1024 * 1024)

/* Reads JSON Resume (https://jsonresume.org/schema, version 1.0.0): (transfer full). What a profile
 * has no place for is kept as it is, in the part "resume" and beside each entry, and written again.
 * So is what should be a text, a date or an entry and is none: *@n_odd (nullable) counts those.
 * Errors: CAND_MODEL_ERROR_MALFORMED for what is no JSON object or too large. */
CandProfile *cand_resume_read (const char *data, gssize length, guint *n_odd, GError **error);

/* (transfer full): the document, indented. Files are not part of it. */
char *cand_resume_write (CandProfile *profile);

G_END_DECLS
