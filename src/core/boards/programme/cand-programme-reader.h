/* cand-programme-reader.h: reads announcements that introduce positions
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "core/model/cand-programme.h"
#include "core/model/cand-request.h"

G_BEGIN_DECLS

/* Reads @text, Markdown (with or without front matter) or an HTML page. @media_type says which
 * ("text/markdown", "text/html"; NULL and others: the text itself decides), and its parameter
 * charset what the bytes are ("text/html; charset=latin1"; else they tell). @address is where it
 * came from, NULL for a text without one; links are made whole by it, and the programme's name and
 * url come from it. Errors: CAND_BOARD_ERROR_NOTHING_FOUND, CAND_BOARD_ERROR_MALFORMED (no text at
 * all). */
CandProgramme *
cand_programme_read (GBytes *text, const char *media_type, const char *address, GError **error);

/* The title that @text, read in the same way, would have as an announcement, whether it introduces
 * any positions or not. (transfer full) (nullable) */
char *cand_programme_read_title (GBytes *text, const char *media_type, const char *address);

/* Where to ask for an announcement whose page has this address: the text it is made from where
 * there is one (a Hugging Face blog post: its Markdown), else the address itself. NULL when it is
 * no http or https address. (transfer full) */
CandRequest *cand_programme_request (const char *address);
/* The one address of an announcement whose page has this address: without what comes after "#",
 * without tracking parameters, and without all that its request leaves out. NULL when it is no http
 * or https address. (transfer full) */
char *cand_programme_dup_url (const char *address);
/* A second place to ask where the first has nothing; NULL for none. (transfer full) */
CandRequest *cand_programme_other_request (const char *address);

G_END_DECLS
