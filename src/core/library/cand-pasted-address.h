/* cand-pasted-address.h: the one address in what a person pasted
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The address in @text: by itself, among words, in angle brackets, in quotes, or a Markdown link;
 * @text without blanks around it where none can be told. (transfer full); NULL where there are
 * several. Errors: CAND_LIBRARY_ERROR_NOT_FOUND, with a translated message. */
char *cand_pasted_address (const char *text, GError **error);

G_END_DECLS
