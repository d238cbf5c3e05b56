/* cand-checklist.h: what an announcement asks of those who apply, step by step
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-announcement.h"

G_BEGIN_DECLS

/* The steps in the passages for which @wanted says so: each item of a list, and each sentence that
 * tells the reader to do something, without "please" and "make sure to"; deadlines. Nothing that
 * the text does not say. (transfer full), never NULL. */
GStrv
cand_checklist_read (CandAnnouncement *announcement, CandPassageFunc wanted, gpointer user_data);

G_END_DECLS
