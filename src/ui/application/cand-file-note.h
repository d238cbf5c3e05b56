/* cand-file-note.h: what there is to know about an attached file
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/library/cand-library.h"

G_BEGIN_DECLS

/* That a PDF has no text, cannot be read or is none, and that the file it was copied from says
 * something else by now: looked at when the note is shown, and when its window gets the focus.
 * Nothing to tell is no size.
 *
 * Signals: "keep" (gint64): the copy stays, and that the file was changed at that microsecond is
 * known; "replace" (GFile *): it is to be attached as it is now. */
#define CAND_TYPE_FILE_NOTE (cand_file_note_get_type ())
G_DECLARE_FINAL_TYPE (CandFileNote, cand_file_note, CAND, FILE_NOTE, AdwBin)

void cand_file_note_set_attachment (CandFileNote *self, CandAttachment *attachment);
/* Looks at the file it was copied from; nothing is said of one that is gone. */
void cand_file_note_look (CandFileNote *self);

G_END_DECLS
