/* cand-position.h: one opening, as its board or its programme describes it
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "cand-pay.h"

G_BEGIN_DECLS

#define CAND_TYPE_POSITION (cand_position_get_type ())
G_DECLARE_FINAL_TYPE (CandPosition, cand_position, CAND, POSITION, GObject)

/* Identity: construct-only. @board_key is "system:account", @code the system's own key of the
 * position (Workable: the shortcode); the position's key is "system:account:code". */
CandPosition *cand_position_new (const char *board_key, const char *code);

/* The account in the key of a position that is announced by its code alone, and that no board is
 * known to have; no account is spelled so. */
#define CAND_POSITION_NO_ACCOUNT "-"

/* Splits "system:account:code". The three are newly allocated; FALSE (and nothing set) when @key
 * has another shape. */
gboolean cand_position_split_key (const char *key, char **system, char **account, char **code);

const char *cand_position_get_board_key (CandPosition *self);
const char *cand_position_get_code (CandPosition *self);
const char *cand_position_get_key (CandPosition *self);

/* Row id in the store; 0 for one that was never stored. */
gint64 cand_position_get_id (CandPosition *self);
void cand_position_set_id (CandPosition *self, gint64 id);

/* Never NULL: "" where unknown. The title is trimmed by the setter. */
const char *cand_position_get_title (CandPosition *self);
void cand_position_set_title (CandPosition *self, const char *title);

/* The programme's group where it names one, else the board's department; "" where unknown. */
const char *cand_position_get_team (CandPosition *self);
void cand_position_set_team (CandPosition *self, const char *team);
const char *cand_position_get_department (CandPosition *self);
void cand_position_set_department (CandPosition *self, const char *department);

/* One plain line from the programme; "" where there is none. */
const char *cand_position_get_summary (CandPosition *self);
void cand_position_set_summary (CandPosition *self, const char *summary);

/* The organisation's name as the board says it; the account where it says none. */
const char *cand_position_get_organisation (CandPosition *self);
void cand_position_set_organisation (CandPosition *self, const char *organisation);

const char *cand_position_get_url (CandPosition *self);
void cand_position_set_url (CandPosition *self, const char *url);
const char *cand_position_get_application_url (CandPosition *self);
void cand_position_set_application_url (CandPosition *self, const char *url);

CandPositionState cand_position_get_state (CandPosition *self);
void cand_position_set_state (CandPosition *self, CandPositionState state);

/* Places in the employer's words, hidden ones left out, without repetition; never NULL. The first
 * CAND_POSITION_MAX_LOCATIONS of them. */
#define CAND_POSITION_MAX_LOCATIONS 500
const char *const *cand_position_get_locations (CandPosition *self);
void cand_position_set_locations (CandPosition *self, const char *const *locations);
/* Adds @location unless it is empty or there already. */
void cand_position_add_location (CandPosition *self, const char *location);

/* Verbatim beside normalised: "" and UNKNOWN where the source says nothing. */
const char *cand_position_get_workplace_text (CandPosition *self);
CandWorkplace cand_position_get_workplace (CandPosition *self);
void
cand_position_set_workplace (CandPosition *self, CandWorkplace workplace, const char *verbatim);
const char *cand_position_get_employment_text (CandPosition *self);
CandEmployment cand_position_get_employment (CandPosition *self);
void
cand_position_set_employment (CandPosition *self, CandEmployment employment, const char *verbatim);

/* Dates as the source writes them, ISO 8601 date or date-time ("2026-07-30"); NULL where unknown.
 */
const char *cand_position_get_published (CandPosition *self);
void cand_position_set_published (CandPosition *self, const char *iso);
/* When the employer last touched it, and until when applications are taken. */
const char *cand_position_get_updated (CandPosition *self);
void cand_position_set_updated (CandPosition *self, const char *iso);
const char *cand_position_get_closing (CandPosition *self);
void cand_position_set_closing (CandPosition *self, const char *iso);

/* The employer's words for the pay, "" where there are none; and the range in figures, NULL where
 * none is stated or no single range holds. The position copies @pay. */
const char *cand_position_get_pay_text (CandPosition *self);
const CandPay *cand_position_get_pay (CandPosition *self);
void cand_position_set_pay (CandPosition *self, const CandPay *pay, const char *verbatim);

/* The employer's own words for a few further facts; "" where unknown. */
const char *cand_position_get_education (CandPosition *self);
void cand_position_set_education (CandPosition *self, const char *education);
const char *cand_position_get_experience (CandPosition *self);
void cand_position_set_experience (CandPosition *self, const char *experience);
const char *cand_position_get_function (CandPosition *self);
void cand_position_set_function (CandPosition *self, const char *function);

/* The text as the board gave it: untrusted HTML. NULL when it was not loaded or never given. */
const char *cand_position_get_description (CandPosition *self);
void cand_position_set_description (CandPosition *self, const char *html);

/* Seconds since the epoch, UTC; 0 for never. first seen here; last listed by a good answer;
 * content last changed; and the last good answer of its board, with or without this position. */
gint64 cand_position_get_first_seen (CandPosition *self);
void cand_position_set_first_seen (CandPosition *self, gint64 when);
gint64 cand_position_get_last_confirmed (CandPosition *self);
void cand_position_set_last_confirmed (CandPosition *self, gint64 when);
gint64 cand_position_get_changed (CandPosition *self);
void cand_position_set_changed (CandPosition *self, gint64 when);
gint64 cand_position_get_board_read (CandPosition *self);
void cand_position_set_board_read (CandPosition *self, gint64 when);

/* Number of distinct contents seen; 1 for one that never changed. */
guint cand_position_get_revisions (CandPosition *self);
void cand_position_set_revisions (CandPosition *self, guint revisions);

/* Not looked at yet by the person; "starred" and "drafted" are the person's own marks. */
gboolean cand_position_get_is_new (CandPosition *self);
void cand_position_set_is_new (CandPosition *self, gboolean is_new);
gboolean cand_position_get_starred (CandPosition *self);
void cand_position_set_starred (CandPosition *self, gboolean starred);
gboolean cand_position_get_drafted (CandPosition *self);
void cand_position_set_drafted (CandPosition *self, gboolean drafted);

/* An announcement introduced it once, and names it no longer. */
gboolean cand_position_get_withdrawn (CandPosition *self);
void cand_position_set_withdrawn (CandPosition *self, gboolean withdrawn);

/* Row id of the programme that introduces it, or introduced it; 0 for none. */
gint64 cand_position_get_programme (CandPosition *self);
void cand_position_set_programme (CandPosition *self, gint64 programme);

/* Derived, translated, also properties for views to look up ("place", "facts-line", "state-label"):
 * place: "Paris, France · Remote" or "Place not stated"; state-label: "" for an open one, else
 * "Closed", "Not on the board" (announced, and the board was read since), "Announced". */
char *cand_position_dup_place (CandPosition *self);
char *cand_position_dup_facts_line (CandPosition *self);
const char *cand_position_get_state_label (CandPosition *self);
/* The normalised workplace, translated; the source's own word where that says nothing to us. */
const char *cand_position_get_workplace_label (CandPosition *self);
/* The source's own words for it; our label where it has none, or only spells one of ours otherwise
 * ("onsite", "ON_SITE"). */
const char *cand_position_get_workplace_words (CandPosition *self);

/* Takes over everything of @from, which describes the same position, notifying what differs. What
 * @from only lacks because nobody loaded or stored it stays: the description (NULL), the id (0). */
void cand_position_patch (CandPosition *self, CandPosition *from);

/* SHA-256, in hexadecimal, over what the board says (not over the person's marks or times): two
 * equal digests are the same revision. */
char *cand_position_dup_digest (CandPosition *self);

G_END_DECLS
