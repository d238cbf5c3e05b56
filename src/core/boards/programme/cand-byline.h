/* cand-byline.h: when an announcement was published, and who wrote it, by its own words
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-announcement.h"

G_BEGIN_DECLS

/* The date as "2022-11-29", of whatever is a whole date in any of the notations that people write;
 * NULL for what is none. (transfer full) */
char *cand_byline_dup_date (const char *text);

/* Reads the lines near the title: "Published November 29, 2022.", "By Ada Lovelace · 3 May 2024",
 * the cards of authors. Marks them as told. *@date (transfer full) is NULL where no line says it;
 * @authors (element-type utf8) gets the names. */
void cand_byline_read (CandAnnouncement *announcement, char **date, GPtrArray *authors);

G_END_DECLS
