/* cand-cli-profile.h: what --import says of a JSON Resume
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/library/cand-library.h"

G_BEGIN_DECLS

void cand_cli_print_resume (const CandResumeReport *report);

G_END_DECLS
