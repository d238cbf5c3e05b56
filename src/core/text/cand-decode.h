/* cand-decode.h: text of whatever encoding as UTF-8
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The text of untrusted @bytes as valid UTF-8 without NUL and byte order mark, "" for none. Its
 * encoding is the one that @charset (nullable: the parameter of a media type) names, else that of a
 * byte order mark, else the one that a <meta> near its start names, else UTF-8, else windows-1252
 * where the bytes are no UTF-8. Names are read as the WHATWG's Encoding standard reads them; one
 * that it does not know says nothing. What is no text of the encoding becomes U+FFFD. Never fails.
 * (transfer full) */
char *cand_decode_text (GBytes *bytes, const char *charset);

G_END_DECLS
