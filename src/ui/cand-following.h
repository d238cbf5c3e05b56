/* cand-following.h: what can be done with what is followed
 *
 * Copyright 2026 The Candidacy developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/library/cand-library.h"

G_BEGIN_DECLS

/* Views are named as in the sidebar: "board:KEY", "programme:NAME". */

/* The menu of a board, a programme; NULL for another view. (transfer full) */
GMenuModel *cand_following_menu_new (const char *view, const char *url);

/* (transfer full) (nullable): the followed board with that key. */
CandBoard *cand_following_find_board (CandLibrary *library, const char *key);

/* What the person should know of a board's state, in a few words; NULL while there is nothing.
 * (transfer full) */
char *cand_following_dup_note (CandBoard *board);
/* A sentence for a board that is read only when the person asks; NULL for another one.
 * (transfer full) */
char *cand_following_dup_when_asked (CandBoard *board);

/* Stops following @key (as cand_library_set_followed_async takes it), says so with Undo, in the
 * dialog or window that holds @widget. @again (nullable) runs when Undo is done, if @widget still
 * lives. */
void cand_following_stop (GtkWidget *widget,
                          CandLibrary *library,
                          const char *key,
                          const char *name,
                          void (*again) (GtkWidget *widget, const char *key));

G_END_DECLS
