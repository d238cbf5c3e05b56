/* cand-answer-replace.h: puts something else than typing into an answer
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/library/cand-library.h"

G_BEGIN_DECLS

/* Makes @text the answer, after what it says now is durable among its earlier values. @done is said
 * in a toast where @place is, with an Undo that works in the same way. Where the present answer
 * cannot be kept it stays, and a toast says why. The toast is left out where @place has no room for
 * one. */
void cand_answer_replace (CandLibrary *library,
                          CandApplication *application,
                          CandAnswer *answer,
                          const char *text,
                          const char *done,
                          GtkWidget *place);

G_END_DECLS
