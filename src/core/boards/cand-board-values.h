/* cand-board-values.h: what boards write, as we understand it
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "core/model/cand-position.h"

G_BEGIN_DECLS

/* The words of all systems, in any case, with or without blanks, hyphens and underscores:
 * "Full-time", "FULL_TIME", "FullTime", "fulltime_permanent", "Intern", "INTERN", "CONTRACTOR".
 * What says nothing plainly is UNKNOWN ("Permanent" says nothing of the hours). NULL is UNKNOWN. */
CandEmployment cand_employment_from_text (const char *text);
/* "On-site", "onsite", "on_site", "OnSite", "hybrid", "Remote", "fully remote", "TELECOMMUTE". NULL
 * and "unspecified" are UNKNOWN. Of a whole word or phrase, never of a word within a sentence. */
CandWorkplace cand_workplace_from_text (const char *text);

/* The words for what schema.org has a code for, alone or with commas between them: "FULL_TIME,
 * INTERN" is "Full-time, Intern". What is no such code stays as it is ("full time", "Permanent").
 * NULL for NULL. (transfer full) https://schema.org/employmentType,
 * https://developers.google.com/search/docs/appearance/structured-data/job-posting */
char *cand_employment_dup_words (const char *text);

/* Dates as CandPosition keeps them: ISO 8601 in the source's zone; a date without a time stays one.
 * NULL for what is no date. All (transfer full). */
/* "2026-07-30", "2026-07-30T10:00:00.000Z", "2026-08-05 10:10:39 UTC", "2026-08-05T10:10:39+02:00",
 * a time without a zone only as its date. */
char *cand_date_from_text (const char *text);
/* RFC 822 / RFC 5322: "Tue, 29 Nov 2022 00:00:00 GMT". */
char *cand_date_from_mail (const char *text);
/* Milliseconds since the epoch. */
char *cand_date_from_milliseconds (gint64 milliseconds);
/* As people write one: "November 29, 2022", "Nov 3, 2022", "29 November 2022", "March, 2020" (of
 * the month: "2020-03"), "2022-11-29". Only what is written out whole. */
char *cand_date_from_words (const char *text);

/* "Paris, Île-de-France, France"; NULL and "" parts are left out, and one that repeats the one
 * before. NULL for nowhere. (transfer full) */
char *cand_place_join (const char *city, const char *region, const char *country);

/* The text when it is a whole https address with a host, without blanks around it; NULL otherwise:
 * it will be opened in a browser. (transfer full) */
char *cand_url_dup_checked (const char *text);

/* HTML that was escaped once to be put into a string: "&lt;p&gt;Fish &amp;amp; chips" becomes
 * "<p>Fish &amp; chips". NULL for NULL. (transfer full) */
char *cand_html_dup_unescaped (const char *text);
/* Plain text as HTML: escaped, an empty line between paragraphs, a line break within one. NULL for
 * NULL and "". (transfer full) */
char *cand_html_dup_from_plain (const char *text);

/* Helps putting a description together: appends "<h3>@heading</h3>@html"; nothing when @html is
 * NULL or "". @heading (plain, nullable) is escaped. */
void cand_html_append_part (GString *description, const char *heading, const char *html);

/* Sets both texts of a department; NULL is "". */
void cand_position_set_place_in_house (CandPosition *position, const char *department);
/* Of a source that names both: "Revenue / Sales", the department outside, the team within. Either
 * may be NULL, and they may be the same. */
void
cand_position_set_team_in_house (CandPosition *position, const char *department, const char *team);

G_END_DECLS
