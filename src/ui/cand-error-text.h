/* cand-error-text.h: errors in a person's words
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One table from (domain, code) to what happened and what to do about it. Below the interface,
 * messages are English and for logs; this is the only place that turns them into sentences for a
 * person; but CAND_LIBRARY_ERROR_BAD_FILE says itself what is wrong with which file. Translated,
 * never NULL, never shown for a cancelled operation; the error's as long as it lives. */
const char *cand_error_text_get_title (const GError *error);
const char *cand_error_text_get_body (const GError *error);

/* What to do when the data could not be opened at all, at the start. */
const char *cand_error_text_get_open_body (const GError *error);

/* Title and body's first sentence on one line, for a banner about the board @name. */
char *cand_error_text_dup_board_line (const char *name, const GError *error);

/* One sentence for a look at an address, a text or a file that came to nothing. (transfer full) */
char *cand_error_text_dup_find_sentence (const GError *error);

/* Whether there is nothing to tell: the person closed the dialog, or what it was for is gone. */
gboolean cand_error_text_is_dismissed (const GError *error);

/* Whether the table has an entry of its own for (domain, code). */
gboolean cand_error_text_knows (GQuark domain, int code);

G_END_DECLS
