/* cand-file-text.h: what a file that was attached says, as far as it is text
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cand-library.h"

G_BEGIN_DECLS

/* Reads, and waits for another process: for a thread of its own. @text: (out) (transfer full)
 * (nullable), there for CAND_FILE_TEXT_SOME and CAND_FILE_TEXT_PLAIN only. */
CandFileText cand_file_text_read (GFile *file, GCancellable *cancellable, char **text);

/* What reads PDFs, instead of the program that is installed: for tests. */
void cand_file_text_set_program (const char *path);

G_END_DECLS
