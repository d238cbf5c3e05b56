/* cand-resume-private.h: what reading and writing JSON Resume share
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "cand-profile.h"

G_BEGIN_DECLS

#define CAND_RESUME_HUB "https://huggingface.co/"

/* The texts of "basics", but for the name, and those of its "location", but for the country. */
typedef struct
{
  const char *name;
  CandProfilePart part;
} CandResumeText;
extern const CandResumeText cand_resume_basics[4];
extern const CandResumeText cand_resume_location[4];

/* NULL where the member is absent or another thing. (transfer none) */
JsonObject *cand_resume_get_object (JsonObject *object, const char *name);
JsonArray *cand_resume_get_array (JsonObject *object, const char *name);
const char *cand_resume_get_text (JsonObject *object, const char *name);

/* Whether an entry of "profiles" is the one of the Hub. */
gboolean cand_resume_is_hub (JsonObject *profile);
/* Whether a link is what "basics" has as "url". */
gboolean cand_resume_is_website (const CandProfileLink *link);

/* Whether an entry of "work" is of today by its dates: begun, and without an end. */
gboolean cand_resume_tells_current (JsonObject *work);
/* Where a name is thought to part; nobody can tell. *@last is NULL for a single word. */
void cand_resume_part_name (const char *name, char **first, char **last);

G_END_DECLS
