/* cand-status-text.h: small functions from facts to words, for views and their bindings
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "core/model/cand-position.h"

G_BEGIN_DECLS

/* "today", "yesterday", else the date in the locale's order; @when in seconds since the epoch. */
char *cand_status_dup_day (gint64 when);
/* An ISO date or date-time in the locale's order, without a change of zone; @iso itself when it is
 * neither. */
char *cand_status_dup_iso_day (const char *iso);
/* Whether the ISO date or date-time @iso is over: a date with the end of its day. FALSE where it is
 * neither. */
gboolean cand_status_is_past (const char *iso);
/* "14:02" today, else day and time. */
char *cand_status_dup_time (gint64 when);

/* What is known of a position's stay on its board, as facts: "First seen 3 May 2026 · last
 * confirmed today · edited twice". */
char *cand_status_dup_history (CandPosition *position);

/* What a refresh brought, in one line: "2 new, 1 changed, 1 gone, 1 announcement", "Nothing new".
 */
char *cand_status_dup_summary (guint n_new, guint n_changed, guint n_gone, guint n_announcements);

G_END_DECLS
