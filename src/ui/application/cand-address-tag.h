/* cand-address-tag.h: addresses in a text that is checked for its spelling
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What GtkSourceView calls text whose spelling is not to be checked; libspelling passes it over. */
#define CAND_ADDRESS_TAG "gtksourceview:context-classes:no-spell-check"

/* Whether a run of letters without blanks is, or has in it, an address of the web or of mail. */
gboolean cand_address_tag_is_address (const char *run);

/* Keeps the tag on the addresses of @buffer from now on. A key costs what stands around it without
 * a blank, however long the text; nothing is kept of a text above @longest characters. */
void cand_address_tag_attach (GtkTextBuffer *buffer, int longest);

/* Looks at the whole text anew: it was above @longest until now. */
void cand_address_tag_update (GtkTextBuffer *buffer);

G_END_DECLS
