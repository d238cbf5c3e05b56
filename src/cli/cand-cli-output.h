/* cand-cli-output.h: words and columns on the terminal, bytes on a pipe
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Writes UTF-8 to standard output as it is, whatever the locale: for JSON. FALSE once nothing more
 * can be written there, as when the reader of a pipe has gone; there is no point in going on then.
 */
gboolean cand_cli_write (const char *utf8);

/* The same for a person: in the locale's own character set, and with control characters taken out,
 * as texts from the network must not steer the terminal. */
gboolean cand_cli_print (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* One sentence on standard error, led by the program's name. */
void cand_cli_complain (const char *message);

/* Hands what is buffered over. A reader who has gone is no error; a full disk is one.
 * Errors: CAND_CLI_ERROR_FAILED. */
gboolean cand_cli_finish_output (GError **error);

/* Columns that @text takes on a terminal, wide and combining characters counted as they are shown.
 */
guint cand_cli_get_columns (const char *text);

/* @text on one line of at most @columns columns, cut with "…"; 0 for no limit. (transfer full) */
char *cand_cli_dup_line (const char *text, guint columns);

/* Widens @widths, one for each of the NULL-terminated @cells, to hold them. */
void cand_cli_measure (guint *widths, const char *const *cells);
/* The cells as one line, each but the last filled up to its width; no blanks at the end.
 * (transfer full) */
char *cand_cli_dup_row (const guint *widths, const char *const *cells);

/* ISO 8601 in UTC ("2026-09-01T12:00:00Z"), for programs; NULL for 0 (never). (transfer full) */
char *cand_cli_dup_utc (gint64 when);
/* "2026-09-01 14:00" where the person is; "" for 0 (never). (transfer full) */
char *cand_cli_dup_local (gint64 when);

G_END_DECLS
